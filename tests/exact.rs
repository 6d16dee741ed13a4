//! The `exact` back end: every result is the `f32` nearest to the exact number, whichever of its two ways the back end takes.
//!
//! Every 997th bit pattern is tried; with `MICROLOSS_EXHAUSTIVE` in the environment, all 2³² of them. `f64` decides nearly all. If
//! its error might change the rounding, twice as many digits decide, by series that have nothing in common with the back end.
#![cfg(all(feature = "exact", not(feature = "branchless")))]

use microloss::math::{exp, exp_m1, ln, ln_1p};
use std::ops::{Add, Div, Mul};

/// The unevaluated sum of two numbers, the second of which is below half a unit of the first: 106 bits.
#[derive(Clone, Copy)]
struct Double(f64, f64);

/// a + b, for a larger a.
fn fast_sum(a: f64, b: f64) -> Double {
    let sum = a + b;
    Double(sum, b - (sum - a))
}

/// a·b, exactly (Veltkamp, Dekker).
fn product(a: f64, b: f64) -> Double {
    let split = |x: f64| {
        let scaled = 134_217_729.0 * x;
        let high = scaled - (scaled - x);
        (high, x - high)
    };
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    let product = a * b;
    Double(product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low)
}

impl From<f64> for Double {
    fn from(x: f64) -> Self {
        Self(x, 0.0)
    }
}

impl Add for Double {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let two_sum = |a: f64, b: f64| {
            let sum = a + b;
            let rounded = sum - a;
            (sum, (a - (sum - rounded)) + (b - rounded))
        };
        let ((high, rest), (low, last)) = (two_sum(self.0, other.0), two_sum(self.1, other.1));
        let Self(high, rest) = fast_sum(high, rest + low);
        fast_sum(high, rest + last)
    }
}

impl Mul for Double {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let Self(high, low) = product(self.0, other.0);
        fast_sum(high, low + (self.0 * other.1 + self.1 * other.0))
    }
}

impl Div for Double {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        // Each step finds 50 bits of the quotient.
        let first = self.0 / other.0;
        let rest = self + other * Self::from(-first);
        let second = rest.0 / other.0;
        let rest = rest + other * Self::from(-second);
        fast_sum(first, second) + Self::from(rest.0 / other.0)
    }
}

impl Double {
    /// The nearest `f32`. Not being halfway between two, the number may first be rounded to an odd one.
    fn nearest(self) -> f32 {
        let Self(high, low) = self;
        let bits = high.to_bits();
        let odd = if low == 0.0 || bits & 1 == 1 {
            bits
        } else if (low > 0.0) == (high > 0.0) {
            bits + 1
        } else {
            bits - 1
        };
        f64::from_bits(odd) as f32
    }
}

/// e^x − 1 for x ≥ 0: Taylor's series at x/1024, then ten times (1 + y)² − 1 = y·(2 + y).
fn growth(x: f64) -> Double {
    let x = Double::from(x / 1024.0);
    let one = Double::from(1.0);
    let series = (2..24).rev().fold(one, |sum, k| one + sum * x / Double::from(f64::from(k)));
    (0..10).fold(series * x, |y, _| y * (Double::from(2.0) + y))
}

fn wide_exp_m1(x: f64) -> Double {
    let y = growth(x.abs());
    if x < 0.0 { Double(-y.0, -y.1) / (Double::from(1.0) + y) } else { y }
}

fn wide_exp(x: f64) -> Double {
    let e = Double::from(1.0) + growth(x.abs());
    if x < 0.0 { Double::from(1.0) / e } else { e }
}

/// y + ln(1 + u), for a logarithm y that is wrong in its last bits alone, so that u is tiny.
fn corrected(y: f64, u: Double) -> Double {
    Double::from(y) + u + u * u * Double::from(-0.5)
}

fn wide_ln(x: f64) -> Double {
    let y = x.ln();
    corrected(y, Double::from(x) * wide_exp(-y) + Double::from(-1.0))
}

fn wide_ln_1p(x: f64) -> Double {
    let y = x.ln_1p();
    if x > 1.0 {
        // e^−y − 1 would lose what it differs from −1 by.
        let one = Double::from(1.0);
        return corrected(y, (one + Double::from(x)) * wide_exp(-y) + Double::from(-1.0));
    }
    let e = wide_exp_m1(-y);
    corrected(y, Double::from(x) + e + e * Double::from(x))
}

/// Tries a function on bit patterns from the whole line.
fn check(name: &str, function: fn(f32) -> f32, quick: fn(f64) -> f64, wide: fn(f64) -> Double) {
    let step = if std::env::var_os("MICROLOSS_EXHAUSTIVE").is_some() { 1 } else { 997 };
    let mut doubts = 0;
    for bits in (0..=u32::MAX).step_by(step) {
        let x = f32::from_bits(bits);
        let near = quick(f64::from(x));
        let [below, above] =
            [-4, 4].map(|ulps| f64::from_bits(near.to_bits().wrapping_add_signed(ulps)) as f32);
        let want = if near.is_nan() {
            f32::NAN
        } else if below == above || near.abs() < 1e-300 || near.is_infinite() {
            near as f32
        } else {
            doubts += 1;
            wide(f64::from(x)).nearest()
        };
        assert_eq!(function(x).to_bits(), want.to_bits(), "{name}({x:e}) = {:e}, not {want:e}", function(x));
    }
    println!("{name}: {doubts} needed more digits than f64 has");
}

#[test]
fn exponential() {
    check("exp", exp, f64::exp, wide_exp);
}

#[test]
fn exponential_less_1() {
    check("exp_m1", exp_m1, f64::exp_m1, wide_exp_m1);
}

#[test]
fn logarithm() {
    check("ln", ln, f64::ln, wide_ln);
}

#[test]
fn logarithm_of_1_plus() {
    check("ln_1p", ln_1p, f64::ln_1p, wide_ln_1p);
}

/// The wide functions, against digits from mpmath: each decides its own rounding to 100 bits.
#[test]
fn wide_functions() {
    let close = |Double(high, low): Double, digits: [f64; 2]| {
        assert!(((high - digits[0]) + (low - digits[1])).abs() < 1e-28 * high.abs(), "{high} + {low:e}");
    };
    close(wide_exp(3.75), [42.52108200006278, -3.2371687033598516e-16]);
    close(wide_exp(-60.5), [5.311092249679095e-27, 1.3155006494239871e-43]);
    close(wide_exp(0.0009765625), [1.0009770394924165, 8.141755997634129e-17]);
    close(wide_exp_m1(3.75), [41.52108200006278, -3.2371687033598516e-16]);
    close(wide_exp_m1(-0.375), [-0.3127107212090278, 1.842314816988643e-17]);
    close(wide_exp_m1(0.001), [0.0010005001667083417, 2.598544094203749e-20]);
    close(wide_ln(3.75), [1.3217558399823195, -4.4293091716082275e-17]);
    close(wide_ln(0.9990234375), [-0.0009770396478266127, -4.348919509358116e-20]);
    close(wide_ln(1.5e-30), [-68.67208768171321, 1.8130123772756462e-15]);
    close(wide_ln_1p(3.75), [1.55814461804655, -7.066382000660103e-17]);
    close(wide_ln_1p(1.5e35), [80.99594336289977, -2.524868345508936e-15]);
    close(wide_ln_1p(-0.998046875), [-6.238324625039508, -9.769191078365131e-17]);
    close(wide_ln_1p(0.0009765625), [0.0009760859730554589, -2.8791156534096714e-20]);
}

/// ln(1 + x) is 2^−67 of itself from halfway between two numbers: the closest case.
#[test]
fn the_closest_case() {
    assert_eq!(ln_1p(f32::from_bits(0x3540_0003)).to_bits(), 0x353F_FFFF);
}
