//! Weights from costs and from counts, and a calibration that removes their effect.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, exp_m1, ln};
use crate::sum::{sum, total};

/// Returns the positive weight for unequal costs: c_fn/c_fp, for the costs of a false alarm and of a miss.
///
/// Pass it to [`SigmoidCrossEntropy::with_positive_weight`](crate::SigmoidCrossEntropy::with_positive_weight). It does not
/// account for rare positives. Do not multiply it by a ratio of counts, and do not decide at a threshold other than ½: both
/// count the costs twice.
///
/// **Source**: Elkan, *The Foundations of Cost-Sensitive Learning*, IJCAI (2001), theorem 1, for a threshold of ½.
///
/// **Run it**: `cargo run --release --example fraud`.
///
/// # Errors
///
/// [`Error::Parameter`] if a cost is not positive and finite.
///
/// ```
/// assert_eq!(microloss::positive_weight_from_costs(2.0, 5000.0), Ok(2500.0));
/// ```
pub const fn positive_weight_from_costs(false_positive: f32, false_negative: f32) -> Result<f32, Error> {
    match (check!(false_positive: positive_finite), check!(false_negative: positive_finite)) {
        (Ok(()), Ok(())) => Ok(false_negative / false_positive),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// Removes the shift that a positive weight w in training causes: returns the logit x − ln w.
///
/// **Source**: Elkan, *The Foundations of Cost-Sensitive Learning*, IJCAI (2001), theorem 2, in logits.
///
/// **Run it**: `cargo run --release --example fraud`.
///
/// # Errors
///
/// [`Error::Parameter`] if the weight is not positive and finite.
///
/// ```
/// let logit = microloss::calibrated_logit(0.0, 2500.0)?;
/// assert!((microloss::math::sigmoid(logit) - 1.0 / 2501.0).abs() < 1e-9);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn calibrated_logit(logit: f32, positive_weight: f32) -> Result<f32, Error> {
    check!(positive_weight: positive_finite)?;
    Ok(canonical(logit - ln(positive_weight)))
}

/// Computes class weights that balance unequal numbers of samples: n/(K·n_c), for n samples of the K classes that were seen.
///
/// The mean weight over the samples is 1. A class that was never seen has weight 0. This is scikit-learn's
/// `class_weight="balanced"`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] without classes, [`Error::Length`] if the buffers disagree.
///
/// ```
/// let mut weights = [0.0; 3];
/// microloss::inverse_frequency_weights(&[8, 4, 0], &mut weights)?;
/// assert_eq!(weights, [0.75, 1.5, 0.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn inverse_frequency_weights(counts: &[u32], weights: &mut [f32]) -> Result<(), Error> {
    check_counts(counts, weights)?;
    let seen = counts.iter().filter(|n| **n > 0).count();
    let share = sum(counts, |_, n| *n as f32) / seen as f32;
    for (weight, n) in weights.iter_mut().zip(counts) {
        *weight = if *n == 0 { 0.0 } else { share / *n as f32 };
    }
    Ok(())
}

/// Computes class weights from effective numbers of samples: (1 − β)/(1 − β^n_c), scaled so that their sum is the number of
/// classes.
///
/// Samples overlap: the n-th adds less than the first. A class that was never seen has weight 0.
///
/// **Parameter**: `beta` (β) goes from 0 (no weighting) towards 1 (inverse frequency). 0.9 to 0.9999 is usual.
///
/// **Source**: Cui et al., *Class-Balanced Loss Based on Effective Number of Samples* (2019), arXiv:1901.05555, eq. 6.
///
/// # Errors
///
/// [`Error::EmptyBatch`] without classes, [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if `beta` is not
/// in [0, 1).
///
/// ```
/// let mut weights = [0.0; 2];
/// // (1 − ½)/(1 − ½) = 1 and (1 − ½)/(1 − ¼) = 2/3, scaled by 6/5.
/// microloss::effective_number_weights(&[1, 2], 0.5, &mut weights)?;
/// assert!((weights[0] - 1.2).abs() < 1e-6 && (weights[1] - 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn effective_number_weights(counts: &[u32], beta: f32, weights: &mut [f32]) -> Result<(), Error> {
    check_counts(counts, weights)?;
    check!(beta: unit_without_1)?;
    let log_beta = ln(beta);
    for (weight, n) in weights.iter_mut().zip(counts) {
        // exp_m1 does not cancel for β near 1, as 1 − β^n would.
        *weight = if *n == 0 { 0.0 } else { (1.0 - beta) / -exp_m1(*n as f32 * log_beta) };
    }
    let total = total(weights);
    if total > 0.0 {
        let scale = counts.len() as f32 / total;
        weights.iter_mut().for_each(|weight| *weight *= scale);
    }
    Ok(())
}

fn check_counts(counts: &[u32], weights: &[f32]) -> Result<(), Error> {
    if counts.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Weights, counts.len(), weights.len())
}

/// Potential-based reward shaping: γ·Φ(s′) − Φ(s), to be added to the reward of the step from s to s′.
///
/// This is the only form of shaping that leaves the best policy unchanged, whatever Φ is. At the end of an episode Φ(s′) is 0.
///
/// **Source**: Ng, Harada & Russell, *Policy Invariance under Reward Transformations*, ICML (1999), theorem 1.
///
/// **Run it**: `cargo run --release --example reward_shaping`.
///
/// ```
/// assert_eq!(microloss::potential_shaping(0.5, 3.0, 8.0), 1.0);
/// ```
#[must_use]
pub const fn potential_shaping(gamma: f32, potential: f32, next_potential: f32) -> f32 {
    canonical(gamma * next_potential - potential)
}
