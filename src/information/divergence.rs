//! Divergences of two distributions that are given as such.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, divergence, entropy_deficit, exp, exp_residual, ln};
use crate::sum::sum;

/// ½·(p·ln(p/m) + q·ln(q/m)) ≥ 0 with m = (p + q)/2.
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

/// Σ of a function of p and q over the classes.
fn over_classes(p: &[f32], q: &[f32], term: impl Fn(f32, f32) -> f32) -> Result<f32, Error> {
    check_length(Buffer::Probabilities, p.len(), q.len())?;
    Ok(canonical(sum(p, |k, p| term(*p, q.get(k).copied().unwrap_or(f32::NAN)))))
}

/// The same for a function of probabilities, of which a negative number is none.
pub(super) fn over_probabilities(p: &[f32], q: &[f32], term: impl Fn(f32, f32) -> f32) -> Result<f32, Error> {
    over_classes(p, q, |p, q| if p < 0.0 || q < 0.0 { f32::NAN } else { term(p, q) })
}

/// Kullback–Leibler divergence KL(p‖q) = Σₖ pₖ·ln(pₖ/qₖ) in nats, of two distributions.
///
/// Computed as Σₖ (pₖ·ln(pₖ/qₖ) − pₖ + qₖ), which is the same when both sum to 1 (SciPy's `kl_div`; the plain terms are
/// its `rel_entr`). No term is negative; equal distributions give exactly 0. Not symmetric: KL(p‖q) punishes a q that
/// misses what p has, KL(q‖p) one that has what p misses. 0·ln 0 is 0; p > 0 where q = 0 gives +∞.
///
/// To train, start from logits: [`SoftmaxKl`](crate::SoftmaxKl). PyTorch's `KLDivLoss` divides by the number of elements
/// unless told `batchmean`, which is not a divergence.
///
/// Within 4 ULP of the largest |pₖ·ln(pₖ/qₖ)| for probabilities in [0, 1]; a negative one gives NaN. Source: Kullback &
/// Leibler, *On Information and Sufficiency* (1951), doi:10.1214/aoms/1177729694.
///
/// # Errors
///
/// [`Error::Length`] for distributions over different numbers of classes.
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
    over_probabilities(p, q, divergence)
}

/// [`kl_divergence`] of two distributions given by their logarithms.
///
/// For probabilities too small for an `f32`, or straight from [`log_softmax`](crate::math::log_softmax). −∞ is a
/// probability of 0. A logarithm's rounding error is one of its probability: within 4 ULP of the largest
/// |pₖ·ln(pₖ/qₖ)| for the logarithms as given.
///
/// # Errors
///
/// [`Error::Length`] for distributions over different numbers of classes.
///
/// ```
/// use microloss::kl_divergence_of_logs;
///
/// let half = 0.5_f32.ln();
/// assert_eq!(kl_divergence_of_logs(&[0.0, f32::NEG_INFINITY], &[half, half])?, core::f32::consts::LN_2);
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
        let u = log_q - log_p;
        if u <= 1.0 {
            return p * exp_residual(u);
        }
        // Beyond 1 the rounding error of u would grow in its exponential; nothing cancels there, but what the smallest numbers round.
        let term = exp(log_q) - p * (1.0 + u);
        if term < 0.0 { 0.0 } else { term }
    })
}

/// Jensen–Shannon divergence ½·KL(p‖m) + ½·KL(q‖m) in nats, with m = (p + q)/2.
///
/// Symmetric, between 0 (equal) and, to rounding, ln 2 (nothing in common), and finite also where one distribution is 0. Its
/// square root is a distance. Within 4 ULP of its largest part for probabilities in [0, 1]; a negative one gives NaN. Source:
/// Lin, *Divergence Measures Based on the Shannon Entropy* (1991), doi:10.1109/18.61115.
///
/// # Errors
///
/// [`Error::Length`] for distributions over different numbers of classes.
///
/// ```
/// use microloss::jensen_shannon;
///
/// assert!((jensen_shannon(&[0.5, 0.5], &[0.9, 0.1])? - 0.101_749_2).abs() < 1e-6);
/// assert_eq!(jensen_shannon(&[1.0, 0.0], &[0.0, 1.0])?, core::f32::consts::LN_2);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn jensen_shannon(p: &[f32], q: &[f32]) -> Result<f32, Error> {
    over_probabilities(p, q, jensen)
}
