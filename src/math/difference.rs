//! The exponential of a difference, which softmax is made of.

use crate::sum::two_sum;

/// e^(x − reference), for a reference that is no smaller. Worst error over all differences: 1 ULP.
///
/// Rounding a difference d costs its exponential up to |d| ULP, and no library's `exp` takes a number together with its
/// rounding error. This one does: the error joins the reduced argument r = d − n·ln 2, of which e^r is a polynomial
/// (1 + r + r²·q(r), relative error 2^−28 on |r| ≤ ½ ln 2), scaled by 2^n. It has no call, table or division, and no
/// branch that a vectorising compiler could not turn into a choice.
///
/// −∞ gives 0; NaN, and +∞ in both, give NaN.
#[inline]
pub(crate) fn exp_of_difference(x: f32, reference: f32) -> f32 {
    let (difference, lost) = two_sum(x, -reference);
    let e = exp_nonpositive(difference, lost);
    // The result is below half the smallest number; an infinite difference has no rounding error.
    if difference < -104.0 { 0.0 } else { e }
}

/// e^(d + lost) for −104 ≤ d ≤ 0 and a `lost` below d's last place.
#[inline]
fn exp_nonpositive(d: f32, lost: f32) -> f32 {
    /// ln 2 in two parts, the first of 15 bits: its products with n are exact.
    const LN_2: (f32, f32) = (0.693_145_75, 1.428_606_8e-6);
    /// Adding this rounds to an integer, which then stands in the last bits.
    const ROUND: f32 = 12_582_912.0;
    let rounded = d * core::f32::consts::LOG2_E + ROUND;
    let n = rounded - ROUND;
    let r = (d - n * LN_2.0) + (lost - n * LN_2.1);
    let q =
        0.499_999_94 + r * (0.166_665_21 + r * (0.041_668_39 + r * (0.008_368_717 + r * 0.001_381_459_8)));
    let e = 1.0 + (r + r * r * q);
    // 2^n in two factors, so that neither is subnormal where the product is.
    let n = rounded.to_bits().wrapping_sub(ROUND.to_bits()).cast_signed();
    let half = n >> 1;
    e * power_of_2(half) * power_of_2(n.wrapping_sub(half))
}

/// 2^n for −126 ≤ n ≤ 127.
#[inline]
fn power_of_2(n: i32) -> f32 {
    f32::from_bits(n.wrapping_add(127).cast_unsigned() << 23)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::exp_of_difference;

    /// Against f64, over differences of every size; the reference moves, so that they round.
    #[test]
    fn is_within_1_ulp() {
        let mut worst = 0.0_f64;
        for i in 0..4_000_000_u32 {
            let reference = ((i.wrapping_mul(0x9E37_79B9) >> 8) as f32 / 16_777_216.0 - 0.5) * 300.0;
            let x = reference - (i as f32 / 4_000_000.0) * 104.5;
            let exact = (f64::from(x) - f64::from(reference)).exp();
            let e = exp_of_difference(x, reference);
            let ulp = f64::from((exact as f32).next_up() - exact as f32);
            let error = (f64::from(e) - exact).abs() / ulp;
            assert!(error < 1.0, "e^({x} - {reference}) = {e:e}, exactly {exact:e}");
            worst = worst.max(error);
        }
        std::println!("worst error of the exponential of a difference: {worst:.3} ULP");
    }

    #[test]
    fn ends_of_the_line() {
        let of = |x, reference| exp_of_difference(x, reference).to_bits();
        assert_eq!(of(3.5, 3.5), 1.0_f32.to_bits());
        assert_eq!(of(f32::NEG_INFINITY, 0.0), 0);
        assert_eq!(of(f32::MIN, f32::MAX), 0);
        assert_eq!(of(-103.97, 0.0), 1);
        assert_eq!(of(-103.98, 0.0), 0);
        for (x, reference) in [(f32::NAN, 0.0), (0.0, f32::NAN), (f32::INFINITY, f32::INFINITY)] {
            assert!(exp_of_difference(x, reference).is_nan());
        }
    }
}
