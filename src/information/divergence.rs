//! Divergences of two distributions, given as probabilities or their logarithms.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, divergence, entropy_deficit, exp, exp_m1_and_residual, ln};
use crate::sum::{sum, sum_and_error};

/// Returns ½·(p·ln(p/m) + q·ln(q/m)) ≥ 0, with m = (p + q)/2.
#[inline]
pub(super) fn jensen(p: f32, q: f32) -> f32 {
    let both = p + q;
    if both == 0.0 {
        return 0.0;
    }
    let t = (q - p) / both;
    if t * t <= 0.5 {
        return 0.25 * (both * entropy_deficit(t));
    }
    let part = |p: f32| if p == 0.0 { 0.0 } else { p * ln(2.0 * (p / both)) };
    0.5 * (part(p) + part(q))
}

/// Returns the sum of `term(p, q)` over the classes.
fn over_classes(p: &[f32], q: &[f32], term: impl Fn(f32, f32) -> f32) -> Result<f32, Error> {
    check_length(Buffer::Probabilities, p.len(), q.len())?;
    Ok(canonical(sum(p, |k, p| term(*p, q.get(k).copied().unwrap_or(f32::NAN)))))
}

/// Returns the sum of `term(p, q)` over the classes, and NaN if a probability is negative.
pub(super) fn over_probabilities(p: &[f32], q: &[f32], term: impl Fn(f32, f32) -> f32) -> Result<f32, Error> {
    over_classes(p, q, |p, q| if p < 0.0 || q < 0.0 { f32::NAN } else { term(p, q) })
}

/// Returns a divergence that may have overflowed on its way, by that of p/4 and q/4: four times as much.
#[inline]
fn of_any_size(divergence: impl Fn(f32, f32) -> f32, p: f32, q: f32) -> f32 {
    let value = divergence(p, q);
    if value.is_finite() || (p <= 1.0 && q <= 1.0) { value } else { 4.0 * divergence(0.25 * p, 0.25 * q) }
}

/// Kullback–Leibler divergence KL(p‖q) = Σₖ pₖ·ln(pₖ/qₖ) in nats, of two distributions.
///
/// Computed as Σₖ (pₖ·ln(pₖ/qₖ) − pₖ + qₖ), which is the same if both sum to 1 (SciPy's `kl_div`; the plain terms are its
/// `rel_entr`). No term is negative; equal distributions give exactly 0. The divergence is not symmetric: KL(p‖q) punishes a q that
/// misses what p has, KL(q‖p) punishes a q that has what p misses. 0·ln 0 is 0. If q = 0 for a class with p > 0, the result is +∞.
/// A negative probability gives NaN.
///
/// To train, start from logits: [`SoftmaxKl`](crate::SoftmaxKl). PyTorch's `KLDivLoss` divides by the number of elements, which
/// is not a divergence, unless told `batchmean`.
///
/// **Error**: within 4 ULP of the largest |pₖ·ln(pₖ/qₖ)| for probabilities in [0, 1]. **Source**: Kullback & Leibler, *On
/// Information and Sufficiency* (1951), doi:10.1214/aoms/1177729694.
///
/// # Errors
///
/// [`Error::Length`] if the distributions have different numbers of classes.
///
/// ```
/// use microloss::kl_divergence;
///
/// assert!((kl_divergence(&[0.5, 0.5], &[0.9, 0.1])? - 0.510_825_6).abs() < 1e-6);
/// assert!((kl_divergence(&[0.9, 0.1], &[0.5, 0.5])? - 0.368_064_2).abs() < 1e-6);
/// assert_eq!(kl_divergence(&[0.5, 0.5], &[1.0, 0.0])?, f32::INFINITY);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn kl_divergence(p: &[f32], q: &[f32]) -> Result<f32, Error> {
    over_probabilities(p, q, |p, q| of_any_size(divergence, p, q))
}

/// Kullback–Leibler divergence of two distributions given by their logarithms: see [`kl_divergence`].
///
/// Use it for probabilities too small for an `f32`, or straight after [`log_softmax`](crate::math::log_softmax). A logarithm of −∞
/// is a probability of 0.
///
/// **Error**: within 6 ULP of the largest |pₖ·ln(pₖ/qₖ)| for the logarithms as given. The rounding error of a logarithm becomes one
/// of its probability.
///
/// # Errors
///
/// [`Error::Length`] if the distributions have different numbers of classes.
///
/// ```
/// use microloss::kl_divergence_of_logs;
///
/// let half = 0.5_f32.ln();
/// let kl = kl_divergence_of_logs(&[0.0, f32::NEG_INFINITY], &[half, half])?;
/// assert_eq!(kl, core::f32::consts::LN_2);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn kl_divergence_of_logs(log_p: &[f32], log_q: &[f32]) -> Result<f32, Error> {
    over_classes(log_p, log_q, |log_p, log_q| {
        if log_q == f32::NEG_INFINITY && log_p > f32::NEG_INFINITY {
            return f32::INFINITY;
        }
        let p = exp(log_p);
        if p == 0.0 {
            return exp(log_q);
        }
        let (u, lost) = sum_and_error(log_q, -log_p);
        if p == f32::INFINITY {
            // A logarithm above 0 is not one of a probability.
            return if u == 0.0 { 0.0 } else { p * (u * u) };
        }
        if u <= 1.5 {
            // The exponential multiplies the rounding error of u.
            let (slope, residual) = exp_m1_and_residual(u);
            return p * (residual + lost * slope);
        }
        // Here the subtraction cancels little; only the rounding of the smallest numbers can make the result negative.
        let term = exp(log_q) - p * (1.0 + u);
        if term < 0.0 { 0.0 } else { term }
    })
}

/// Jensen–Shannon divergence ½·KL(p‖m) + ½·KL(q‖m) in nats, with m = (p + q)/2.
///
/// The divergence is symmetric. It lies between 0 (equal) and, up to rounding, ln 2 (nothing in common), and it is finite even if one
/// distribution has a 0. Its square root is a distance. A negative probability gives NaN.
///
/// **Error**: within 4 ULP of its largest part for probabilities in [0, 1]. **Source**: Lin, *Divergence Measures Based on the
/// Shannon Entropy* (1991), doi:10.1109/18.61115.
///
/// # Errors
///
/// [`Error::Length`] if the distributions have different numbers of classes.
///
/// ```
/// use microloss::jensen_shannon;
///
/// assert!((jensen_shannon(&[0.5, 0.5], &[0.9, 0.1])? - 0.101_749_2).abs() < 1e-6);
/// assert_eq!(jensen_shannon(&[1.0, 0.0], &[0.0, 1.0])?, core::f32::consts::LN_2);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn jensen_shannon(p: &[f32], q: &[f32]) -> Result<f32, Error> {
    over_probabilities(p, q, |p, q| of_any_size(jensen, p, q))
}
