//! Elementary functions in one place, and the stable forms that losses are made of.
//!
//! Every loss calls these, so that one feature can change the back end for all of them. They are public
//! because a loss of your own needs them too. Errors are in ULP of the exact result, measured over
//! every finite `f32` with the default back end: `MICROLOSS_EXHAUSTIVE=1 cargo test --release --test suite
//! -- seam --nocapture` prints them.

use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::sum::{sum, two_sum};

// The back end: one of three files with the same functions. `branchless` wins over `micromath`, as it is the more accurate.
#[cfg(feature = "branchless")]
#[path = "math/branchless.rs"]
mod back_end;
#[cfg(all(feature = "micromath", not(feature = "branchless")))]
#[path = "math/micromath.rs"]
mod back_end;
#[cfg(not(any(feature = "micromath", feature = "branchless")))]
#[path = "math/libm.rs"]
mod back_end;
#[cfg(not(feature = "branchless"))]
mod difference;
mod distribution;
mod excess;
mod norm;
mod others;
mod power;
pub(crate) use self::back_end::{
    DIRECT, Reference, VECTORS, exp_direct, exp_nonpositive, exp_of_difference, ln_1p_direct,
};
pub use self::back_end::{exp, ln, ln_1p};
pub(crate) use self::distribution::{
    Distribution, log_norm, replace_by_softmax, replace_by_softmax_below, through_softmax,
};
pub(crate) use self::excess::{
    divergence, divergence_of_logs, entropy_deficit, ln_excess_near_0, ln_ratio, log_above_tangent,
};
pub(crate) use self::norm::{distance, largest, norm_of};
pub(crate) use self::others::Others;
pub(crate) use self::power::power;

/// e^x − 1, accurate for small x. Worst error over all inputs: 0.82 ULP.
///
/// ```
/// assert_eq!(microloss::math::exp_m1(1e-10), 1e-10);
/// ```
#[inline]
#[must_use]
pub fn exp_m1(x: f32) -> f32 {
    ::libm::expm1f(x)
}

/// Hyperbolic tangent. Worst error over all inputs: 2.19 ULP.
///
/// ```
/// assert!((microloss::math::tanh(1.0) - 0.761_594_2).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn tanh(x: f32) -> f32 {
    ::libm::tanhf(x)
}

/// Square root, correctly rounded.
///
/// ```
/// assert_eq!(microloss::math::sqrt(2.25), 1.5);
/// ```
#[inline]
#[must_use]
pub fn sqrt(x: f32) -> f32 {
    ::libm::sqrtf(x)
}

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

/// σ(x) and σ(−x), which share their exponential.
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

/// The size of x below which [`ln_cosh_and_tanh`] takes polynomials. Beyond, rounding x costs ln cosh x no more than 1 ULP.
pub(crate) const LN_COSH_NEAR_0: f32 = 1.125;

/// ln cosh x and its derivative tanh x, which share their exponential.
///
/// Near 0 both are minimax polynomials in x² (relative errors 2^−28.4 and 2^−28.7). Beyond, e = e^−2|x| is so small that a polynomial
/// stands for ln(1 + e) (error 2^−30.6).
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
        (x * (0.5 * x + x * z * ln_cosh), x + x * (z * tanh))
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
    // ∞ − ∞.
    if x == f32::INFINITY { x } else { exp_m1_and_residual(x).1 }
}

/// e^x − 1 and e^x − 1 − x for x < ∞: of one the other is made.
#[inline]
pub(crate) fn exp_m1_and_residual(x: f32) -> (f32, f32) {
    if x.abs() < 1.0 {
        // Taylor's series to x¹¹/11!, whose next term is below 2^−28 of the sum.
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
    let f = either(upper, || 0.5 * (x - 1.0), || x);
    // ln(1 + f) = 2 artanh s, of which 2s is f − s·f.
    let s = f / (2.0 + f);
    let z = s * s;
    // Relative error 2^−28.4.
    let fit = 0.666_669_5 + z * (0.399_579_1 + z * 0.303_590_63);
    let ln = f - s * (f - z * fit);
    either(upper, || core::f32::consts::LN_2 + ln, || ln)
}

/// One of two numbers. Of a branch a loop of vectors would take both ways from end to end: there their bits are mixed.
#[inline]
fn either(first: bool, one: impl FnOnce() -> f32, other: impl FnOnce() -> f32) -> f32 {
    if VECTORS {
        let mask = u32::from(first).wrapping_neg();
        f32::from_bits((one().to_bits() & mask) | (other().to_bits() & !mask))
    } else if first {
        one()
    } else {
        other()
    }
}

/// c₀ + c₁x + c₂x² + …
#[inline]
fn polynomial<const N: usize>(x: f32, coefficients: &[f32; N]) -> f32 {
    let Some((last, others)) = coefficients.split_last() else { return 0.0 };
    others.iter().rev().fold(*last, |sum, c| sum * x + c)
}

/// ln Σ e^xᵢ, without overflow: −∞ for an empty slice.
///
/// With m the maximum and R the sum over the others of e^(xᵢ − m), this is m + ln(1 + R)
/// (Blanchard, Higham & Higham, *Accurately computing the log-sum-exp and softmax functions*, 2021).
///
/// ```
/// use microloss::math::log_sum_exp;
///
/// assert!((log_sum_exp(&[2.0, -1.0, 0.5]) - 2.241_311).abs() < 1e-6);
/// assert!((log_sum_exp(&[1000.0, 1000.0]) - 1000.6931).abs() < 1e-3);
/// ```
#[must_use]
pub fn log_sum_exp(x: &[f32]) -> f32 {
    let (at, max) = max(x);
    if max.is_infinite() {
        // All masked, or one certain: the maximum is the answer, unless a NaN hides behind it.
        return x.iter().fold(max, |max, x| if x.is_nan() { f32::NAN } else { max });
    }
    max + ln_1p(sum_of_exp_except(x, at, max, 1.0))
}

/// Softmax with temperature: pₖ = e^(xₖ/T) / Σⱼ e^(xⱼ/T).
///
/// xₖ/T is xₖ·(1/T), both rounded unless T is a power of 2, and where it is beyond `f32::MAX` it counts as that.
///
/// A logit of −∞ is masked: p = 0. A row without a finite logit becomes NaN.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for no logits, [`Error::Length`] for another length of `probabilities`,
/// [`Error::Parameter`] unless the temperature is a positive normal number.
///
/// ```
/// use microloss::math::softmax;
///
/// let mut p = [0.0; 3];
/// softmax(&[2.0, -1.0, 0.5], 1.0, &mut p)?;
/// assert!((p[0] - 0.785_597).abs() < 1e-6);
/// softmax(&[2.0, -1.0, 0.5], 0.2, &mut p)?;
/// assert!((p[0] - 0.999_447).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn softmax(logits: &[f32], temperature: f32, probabilities: &mut [f32]) -> Result<(), Error> {
    check_softmax(logits, temperature, probabilities.len())?;
    probabilities.copy_from_slice(logits);
    softmax_in_place(probabilities, 1.0 / temperature);
    Ok(())
}

/// Logarithm of [`softmax`]: (xₖ − m)/T − ln Σⱼ e^((xⱼ − m)/T), with m the maximum.
///
/// # Errors
///
/// As [`softmax`].
///
/// ```
/// use microloss::math::log_softmax;
///
/// let mut log_p = [0.0; 2];
/// log_softmax(&[1000.0, 0.0], 1.0, &mut log_p)?;
/// assert_eq!(log_p, [0.0, -1000.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn log_softmax(logits: &[f32], temperature: f32, log_probabilities: &mut [f32]) -> Result<(), Error> {
    check_softmax(logits, temperature, log_probabilities.len())?;
    let inverse = 1.0 / temperature;
    let (at, max) = max(logits);
    let max = tempered(max, inverse);
    let log_norm = log_norm(logits, at, max, inverse);
    for (out, x) in log_probabilities.iter_mut().zip(logits) {
        *out = canonical((tempered(*x, inverse) - max) - log_norm);
    }
    Ok(())
}

fn check_softmax(logits: &[f32], temperature: f32, actual: usize) -> Result<(), Error> {
    if logits.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Probabilities, logits.len(), actual)?;
    check_temperature(temperature)
}

/// Temperatures are finite and positive, and so are their reciprocals.
pub(crate) const fn check_temperature(temperature: f32) -> Result<(), Error> {
    check_parameter(
        temperature >= f32::MIN_POSITIVE && temperature <= f32::MAX,
        "temperature",
        "a positive normal number",
        temperature,
    )
}

/// Replaces logits by probabilities.
pub(crate) fn softmax_in_place(row: &mut [f32], inverse_temperature: f32) {
    temper(row, inverse_temperature);
    let (_, max) = max(row);
    exponentiate(row, max);
    let norm = 1.0 / sum(row, |_, x| *x);
    for x in row.iter_mut() {
        *x = canonical(*x * norm);
    }
}

/// Divides logits by the temperature; at temperature 1 nothing is rounded, nor done.
#[inline]
pub(crate) fn temper(row: &mut [f32], inverse_temperature: f32) {
    if inverse_temperature != 1.0 {
        for x in row.iter_mut() {
            *x = tempered(*x, inverse_temperature);
        }
    }
}

/// A logit over the temperature. A finite one stays finite, that its row keep a distribution.
#[inline]
pub(crate) fn tempered(x: f32, inverse_temperature: f32) -> f32 {
    let tempered = x * inverse_temperature;
    if tempered.is_infinite() && x.is_finite() { f32::MAX.copysign(tempered) } else { tempered }
}

/// Index and value of the maximum, the first of equals; NaN is passed over. (0, −∞) for nothing.
#[inline]
pub(crate) fn max(x: &[f32]) -> (usize, f32) {
    x.iter().enumerate().fold((0, f32::NEG_INFINITY), |best, (i, x)| if *x > best.1 { (i, *x) } else { best })
}

/// Σ e^(xᵢ/T − reference) over all i but `except`.
#[inline]
pub(crate) fn sum_of_exp_except(x: &[f32], except: usize, reference: f32, inverse_temperature: f32) -> f32 {
    let reference = Reference::new(reference);
    sum(x, |i, x| if i == except { 0.0 } else { reference.exp(tempered(*x, inverse_temperature)) })
}

/// Replaces every x by e^(x − reference), for a reference that is no smaller than any of them.
#[inline]
pub(crate) fn exponentiate(row: &mut [f32], reference: f32) {
    let reference = Reference::new(reference);
    for x in row.iter_mut() {
        *x = reference.exp(*x);
    }
}

/// A NaN of any sign and payload becomes `f32::NAN`.
#[inline]
pub(crate) const fn canonical(x: f32) -> f32 {
    if x.is_nan() { f32::NAN } else { x }
}

/// a − b; the difference of finite numbers stays finite, so that differences of differences are never NaN.
#[inline]
pub(crate) fn difference(a: f32, b: f32) -> f32 {
    let d = a - b;
    if d.is_infinite() && a.is_finite() && b.is_finite() { f32::MAX.copysign(d) } else { d }
}

/// −1, 0 or 1; NaN stays NaN.
#[inline]
pub(crate) fn sign(x: f32) -> f32 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        x * 0.0
    }
}

/// `x` within [−bound, bound], for a bound of 0 or more; NaN stays NaN.
///
/// Sizes compare as their bits do: one comparison of integers, where floats take two, each a call on a core without an FPU.
#[inline]
pub(crate) fn clip(x: f32, bound: f32) -> f32 {
    let beyond = x.abs().to_bits().wrapping_sub(bound.to_bits() + 1);
    if beyond < f32::INFINITY.to_bits() - bound.to_bits() { bound.copysign(x) } else { x }
}

/// e^(a·(x + y)), for an `x` so large that rounding a·x would cost digits and a `y` that is small beside it.
///
/// The product a·x is taken exactly, in two parts (Dekker, *A floating-point technique for extending the
/// available precision*, 1971); the exponential `exp` sees their leading part, and its slope the rest. a = 0 gives
/// 1.
#[inline]
pub(crate) fn exp_of_product(exp: impl Fn(f32) -> f32, a: f32, x: f32, y: f32) -> f32 {
    if a == 0.0 && !VECTORS {
        return 1.0;
    }
    let product = a * x;
    // Beyond every finite exponential, or where the parts would overflow, there is nothing to correct.
    let plain = product.abs() > 256.0 || a.abs() > 1e30 || x > 1e30;
    if plain && !VECTORS {
        return exp(product + a * y);
    }
    let (exponent, rest) = two_sum(product, a * y);
    let correction = if plain { 0.0 } else { rest + product_error(a, x, product) };
    if a == 0.0 { 1.0 } else { exp(exponent) * (1.0 + correction) }
}

/// a·x − product, exactly, for `product` = a·x rounded.
#[inline]
fn product_error(a: f32, x: f32, product: f32) -> f32 {
    let ((a, a_low), (x, x_low)) = (split(a), split(x));
    ((a * x - product) + a * x_low + a_low * x) + a_low * x_low
}

/// `x` as the sum of two numbers of 12 bits each (Veltkamp 1968).
#[inline]
fn split(x: f32) -> (f32, f32) {
    let scaled = 4097.0 * x;
    let high = scaled - (scaled - x);
    (high, x - high)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::{exp_m1_and_residual, exp_of_difference};

    /// Against f64, over differences of every size; the reference moves, so that they round. Every second pair is of small
    /// numbers, one of them much smaller.
    #[test]
    fn exponential_of_a_difference_is_within_1_ulp() {
        let mut worst = 0.0_f64;
        for i in 0..4_000_000_u32 {
            let unit = (i.wrapping_mul(0x9E37_79B9) >> 8) as f32 / 16_777_216.0;
            let (share, small) = (i as f32 / 4_000_000.0, i % 2 == 0);
            let reference = if small { (unit - 0.1).powi(9) * 32.0 } else { (unit - 0.5) * 300.0 };
            let x =
                if small { reference.min((share - 0.9).powi(9) * 32.0) } else { reference - share * 104.5 };
            let exact = (f64::from(x) - f64::from(reference)).exp();
            let e = exp_of_difference(x, reference);
            let ulp = f64::from((exact as f32).next_up() - exact as f32);
            let error = (f64::from(e) - exact).abs() / ulp;
            assert!(error < 1.0, "e^({x} - {reference}) = {e:e}, exactly {exact:e}");
            worst = worst.max(error);
        }
        std::println!("worst error of the exponential of a difference: {worst:.3} ULP");
    }

    /// Where it is not libm's.
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
