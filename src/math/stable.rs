//! Stable forms: sigmoid, softplus and their kin, by the branch that does not cancel.

use super::{exp, exp_m1, exp_nonpositive, ln, ln_1p};
use crate::machine::SELECTS;

/// Logistic function σ(x) = 1 / (1 + e^−x). Worst error over all inputs: 2.4 ULP.
///
/// ```
/// use microloss::math::sigmoid;
///
/// assert_eq!(sigmoid(0.0), 0.5);
/// assert!((sigmoid(2.0) - 0.880797).abs() < 1e-6);
/// assert!(sigmoid(-80.0) > 0.0);
/// ```
#[inline]
#[must_use]
pub fn sigmoid(x: f32) -> f32 {
    let e = exp_nonpositive(-x.abs());
    if x >= 0.0 { 1.0 / (1.0 + e) } else { e / (1.0 + e) }
}

/// Returns σ(x) and σ(−x), which share their exponential.
#[inline]
pub(crate) fn sigmoids(x: f32) -> (f32, f32) {
    let e = exp_nonpositive(-x.abs());
    let (larger, smaller) = (1.0 / (1.0 + e), e / (1.0 + e));
    if x >= 0.0 { (larger, smaller) } else { (smaller, larger) }
}

/// ln(1 + e^x). Worst error over all inputs: 1.7 ULP.
///
/// ```
/// use microloss::math::softplus;
///
/// assert_eq!(softplus(0.0), core::f32::consts::LN_2);
/// assert_eq!(softplus(1000.0), 1000.0);
/// assert!(softplus(-80.0) > 0.0);
/// ```
#[inline]
#[must_use]
pub fn softplus(x: f32) -> f32 {
    let positive = if x > 0.0 { x } else { 0.0 };
    positive + ln_1p_unit(exp_nonpositive(-x.abs()))
}

/// ln σ(x) = −ln(1 + e^−x). Worst error over all inputs: 1.7 ULP.
///
/// ```
/// use microloss::math::log_sigmoid;
///
/// assert_eq!(log_sigmoid(0.0), -core::f32::consts::LN_2);
/// assert_eq!(log_sigmoid(-1000.0), -1000.0);
/// ```
#[inline]
#[must_use]
pub fn log_sigmoid(x: f32) -> f32 {
    -softplus(-x)
}

/// ln(1 − e^x) for x ≤ 0 (Mächler, *Accurately computing log(1 − exp(−|a|))*, 2012, eq. 7).
/// −∞ at 0, NaN above. Worst error over all inputs: 2.0 ULP.
///
/// ```
/// use microloss::math::log1m_exp;
///
/// assert!((log1m_exp(-1e-6) - 1e-6_f32.ln()).abs() < 1e-5);
/// assert_eq!(log1m_exp(0.0), f32::NEG_INFINITY);
/// ```
#[inline]
#[must_use]
pub fn log1m_exp(x: f32) -> f32 {
    if x > -core::f32::consts::LN_2 { ln(-exp_m1(x)) } else { ln_1p(-exp(x)) }
}

/// ln cosh x, accurate near 0 and for large |x|. Worst error over all inputs: 2.1 ULP.
///
/// ```
/// use microloss::math::ln_cosh;
///
/// assert!((ln_cosh(1e-2) - 4.999_917e-5).abs() < 1e-11);
/// assert!((ln_cosh(100.0) - 99.306_85).abs() < 1e-4);
/// ```
#[inline]
#[must_use]
pub fn ln_cosh(x: f32) -> f32 {
    ln_cosh_and_tanh(x).0
}

/// The |x| below which [`ln_cosh_and_tanh`] takes polynomials. Beyond it, rounding x costs ln cosh x at most 1 ULP.
pub(crate) const LN_COSH_NEAR_0: f32 = 1.125;

/// Returns ln cosh x and its derivative tanh x, which share their exponential.
///
/// Near 0 both are minimax polynomials in x² (relative errors 2^−28.4 and 2^−28.7). Beyond, e = e^−2|x| is so small that ln(1 + e)
/// is a polynomial too (error 2^−30.6).
#[inline]
pub(crate) fn ln_cosh_and_tanh(x: f32) -> (f32, f32) {
    let a = x.abs();
    if a < LN_COSH_NEAR_0 {
        let z = x * x;
        let ln_cosh = {
            let fit = [
                -0.083_333_24,
                0.022_220_353,
                -0.006_732_637_4,
                0.002_140_492_2,
                -0.000_649_157_97,
                0.000_154_669_17,
                -0.000_019_644_626,
            ];
            polynomial(z, &fit)
        };
        let tanh = {
            let fit = [
                -0.333_333_15,
                0.133_328_51,
                -0.053_924_512,
                0.021_674,
                -0.008_366_015,
                0.002_818_221_6,
                -0.000_687_748_23,
                0.000_084_844_84,
            ];
            polynomial(z, &fit)
        };
        (a * (0.5 * a + a * z * ln_cosh), x + x * (z * tanh))
    } else {
        let e = exp_nonpositive(-2.0 * a);
        let ln_1p = e + e * e * polynomial(e, &[-0.499_994_07, 0.333_009_13, -0.243_837_49, 0.149_570_12]);
        ((a - core::f32::consts::LN_2) + ln_1p, ((1.0 - e) / (1.0 + e)).copysign(x))
    }
}

/// e^x − 1 − x, without cancelling near 0: the gap between an exponential and its tangent. Never negative.
///
/// Worst error over all inputs: 3 ULP.
///
/// ```
/// use microloss::math::exp_residual;
///
/// assert_eq!(exp_residual(0.0), 0.0);
/// assert!((exp_residual(1e-3) - 5.001_667e-7).abs() < 1e-12);
/// assert!((exp_residual(1.0) - 0.718_281_8).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn exp_residual(x: f32) -> f32 {
    // Otherwise ∞ − ∞.
    if x == f32::INFINITY { x } else { exp_m1_and_residual(x).1 }
}

/// Returns e^x − 1 and e^x − 1 − x for x < ∞. Near 0 the first is made of the second, elsewhere the second of the first.
#[inline]
pub(crate) fn exp_m1_and_residual(x: f32) -> (f32, f32) {
    if x.abs() < 1.0 {
        // Taylor's series to x¹¹/11!. Its next term is below 2^−28 of the sum.
        const TERMS: [f32; 10] = [
            0.5,
            0.166_666_67,
            0.041_666_668,
            0.008_333_334,
            0.001_388_888_9,
            0.000_198_412_7,
            2.480_158_7e-5,
            2.755_731_9e-6,
            2.755_732e-7,
            2.505_210_8e-8,
        ];
        let residual = x * x * polynomial(x, &TERMS);
        (x + residual, residual)
    } else {
        let exp_m1 = exp_m1(x);
        (exp_m1, exp_m1 - x)
    }
}

/// ln(1 + x) for 0 ≤ x ≤ 1.
#[inline]
pub(crate) fn ln_1p_unit(x: f32) -> f32 {
    // From ½ on, ln 2 + ln(1 + (x − 1)/2).
    let upper = x > 0.5;
    let f = select(upper, || 0.5 * (x - 1.0), || x);
    // ln(1 + f) = 2 artanh s, and 2s = f − s·f.
    let s = f / (2.0 + f);
    let z = s * s;
    // Relative error 2^−28.4.
    let fit = 0.666_669_5 + z * (0.399_579_1 + z * 0.303_590_63);
    let ln = f - s * (f - z * fit);
    select(upper, || core::f32::consts::LN_2 + ln, || ln)
}

/// Returns one of two numbers. In a loop of vectors both are computed and a mask selects one; elsewhere a branch skips the other.
#[inline]
fn select(first: bool, one: impl FnOnce() -> f32, other: impl FnOnce() -> f32) -> f32 {
    if SELECTS {
        let mask = u32::from(first).wrapping_neg();
        f32::from_bits((one().to_bits() & mask) | (other().to_bits() & !mask))
    } else if first {
        one()
    } else {
        other()
    }
}

/// Returns c₀ + c₁x + c₂x² + …
#[inline]
pub(crate) fn polynomial<const N: usize>(x: f32, coefficients: &[f32; N]) -> f32 {
    let Some((last, others)) = coefficients.split_last() else { return 0.0 };
    others.iter().rev().fold(*last, |sum, c| sum * x + c)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::exp_m1_and_residual;

    #[test]
    fn exp_m1_with_its_residual_is_within_2_ulp() {
        let mut worst = 0.0_f64;
        for i in 1..4_000_000_u32 {
            let share = i as f32 / 4_000_000.0;
            for x in [share, -share, share.powi(9), -share.powi(9)] {
                let exact = f64::from(x).exp_m1();
                let ulp = f64::from((exact as f32).abs().next_up() - (exact as f32).abs());
                let error = (f64::from(exp_m1_and_residual(x).0) - exact).abs() / ulp;
                assert!(error < 2.0, "e^{x:e} - 1 is {exact:e}");
                worst = worst.max(error);
            }
        }
        std::println!("worst error of e^x - 1 with its residual: {worst:.3} ULP");
    }
}
