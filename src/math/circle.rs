//! Places on a circle: exact remainders, and sine and cosine of a part of a turn. Integers and products alone: no library.

use super::polynomial;

/// Returns `x` less a whole number of periods: within half a period of 0, and exact. The period is a positive normal number.
///
/// An infinite `x` has no place on the circle: the result is NaN.
#[inline]
pub(crate) fn remainder(x: f32, period: f32) -> f32 {
    let size = x.abs();
    // NaN fails this comparison.
    if size <= 0.5 * period { x } else { far_remainder(x, size, period) }
}

/// Returns the same for an `x` beyond half a period.
#[cfg_attr(not(vectors), inline(never))]
fn far_remainder(x: f32, size: f32, period: f32) -> f32 {
    if !size.is_finite() {
        return f32::NAN;
    }
    let rest = if size > period { modulo(size, period) } else { size };
    // The subtraction is exact: both are within a factor of 2.
    let nearest = if rest > 0.5 * period { rest - period } else { rest };
    if x < 0.0 { -nearest } else { nearest }
}

/// Returns the rest of the division of two normal numbers, with `x` > `period`: long division of their mantissas, eight bits at a time.
fn modulo(x: f32, period: f32) -> f32 {
    let mantissa = |x: f32| (x.to_bits() & 0x007F_FFFF) | 0x0080_0000;
    let mut shift = (x.to_bits() >> 23) - (period.to_bits() >> 23);
    // It has its highest bit set, so it is not 0; the operator `%` alone would not know.
    let divisor = mantissa(period).max(1);
    let mut rest = mantissa(x) % divisor;
    while shift > 0 && rest > 0 {
        let step = shift.min(8);
        rest = (rest << step) % divisor;
        shift -= step;
    }
    // Less than the divisor, so of 24 bits: exact, and so is the unit, a power of 2.
    rest as f32 * (period / divisor as f32)
}

/// Returns sin πv / v and cos πv for v² = `square`, with v in [0, ¼]. Errors: 1.04 and 1.16 ULP.
#[inline]
pub(crate) fn sine_ratio_and_cosine(square: f32) -> (f32, f32) {
    // Chebyshev fits over v², with relative errors of 2^−28.2 and, of 1 − cosine, 2^−30.7.
    let sine = polynomial(square, &[core::f32::consts::PI, -5.167_708, 2.549_766_8, -0.589_074_1]);
    let versine = polynomial(square, &[4.934_802, -4.058_710_6, 1.335_137_8, -0.232_125_1]);
    (sine, 1.0 - square * versine)
}

/// Returns sin x and cos x for x in [0, π/2], within 2 ULP of themselves and of 1. It can be evaluated at compile time.
pub(crate) const fn sine_and_cosine(x: f32) -> (f32, f32) {
    // Taylor series over x²: the terms left out are below 2⁻²⁷.
    let q = x * x;
    let sine = q
        * (-1.0 / 6.0
            + q * (1.0 / 120.0
                + q * (-1.0 / 5_040.0
                    + q * (1.0 / 362_880.0 + q * (-1.0 / 39_916_800.0 + q * (1.0 / 6_227_020_800.0))))));
    let cosine = q
        * (0.5
            - q * (1.0 / 24.0
                - q * (1.0 / 720.0
                    - q * (1.0 / 40_320.0 - q * (1.0 / 3_628_800.0 - q * (1.0 / 479_001_600.0))))));
    (x + x * sine, 1.0 - cosine)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::{remainder, sine_and_cosine, sine_ratio_and_cosine};
    use core::f64::consts::PI;

    /// Errors of the fits over every 101st number of their range, in ULP.
    #[test]
    fn parts_of_a_turn() {
        let mut worst = [0.0_f64; 2];
        for bits in (0..=0.0625_f32.to_bits()).step_by(101) {
            let square = f32::from_bits(bits);
            let (sine, cosine) = sine_ratio_and_cosine(square);
            let v = f64::from(square).sqrt();
            let exact = [if v < 1e-9 { PI } else { (PI * v).sin() / v }, (PI * v).cos()];
            for ((worst, got), exact) in worst.iter_mut().zip([sine, cosine]).zip(exact) {
                let ulp = f64::from((exact as f32).next_up() - exact as f32);
                *worst = worst.max((f64::from(got) - exact).abs() / ulp);
            }
        }
        std::println!("sine ratio, cosine: {worst:.2?} ULP");
        assert!(worst[0] <= 1.1 && worst[1] <= 1.2, "{worst:?}");
    }

    /// Errors over every 101st number of the range, in ULP of the sine and of 1.
    #[test]
    fn angles_of_a_margin() {
        let mut worst = [0.0_f64; 2];
        for bits in (f32::MIN_POSITIVE.to_bits()..=1.57_f32.to_bits()).step_by(101) {
            let x = f32::from_bits(bits);
            let (sine, cosine) = sine_and_cosine(x);
            let (exact, ulp) = (f64::from(x).sin(), f64::from(sine.next_up() - sine));
            worst[0] = worst[0].max((f64::from(sine) - exact).abs() / ulp);
            worst[1] = worst[1].max((f64::from(cosine) - f64::from(x).cos()).abs() / f64::from(f32::EPSILON));
        }
        std::println!("sine, cosine: {worst:.2?} ULP");
        assert!(worst[0] <= 2.0 && worst[1] <= 1.1, "{worst:?}");
        assert_eq!(sine_and_cosine(0.0), (0.0, 1.0));
    }

    /// The remainder is exact, so a test needs no tolerance. It is that of IEEE 754, but at half a period it has the sign of x.
    #[test]
    fn remainders_are_exact() {
        let mut state = 1_u32;
        let mut bits = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state
        };
        for _ in 0..200_000 {
            let (x, period) = (f32::from_bits(bits()), f32::from_bits(bits() >> 1));
            if !(f32::MIN_POSITIVE..=f32::MAX).contains(&period) || !x.is_finite() {
                continue;
            }
            let got = remainder(x, period);
            assert!(
                got.abs() <= 0.5 * period && (got == 0.0 || x.abs() >= got.abs()),
                "{got:e}: {x:e}, {period:e}"
            );
            // The rest of a division of f64s is exact; so are all f32s in f64.
            let (wide, divisor) = (f64::from(x), f64::from(period));
            let mut exact = wide % divisor;
            if exact.abs() > 0.5 * divisor {
                exact -= divisor.copysign(exact);
            }
            assert_eq!(f64::from(got), exact, "{x:e} by {period:e}");
        }
        assert!(remainder(f32::INFINITY, 1.0).is_nan() && remainder(f32::NAN, 1.0).is_nan());
        assert_eq!(
            [remainder(f32::MAX, 1.0), remainder(-540.0, 360.0), remainder(0.75, 1.0)],
            [0.0, -180.0, -0.25]
        );
    }
}
