//! Weights from costs and from counts, and how to take them back.

use super::cost_matrix::check_cost;
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::{canonical, exp_m1, ln};
use crate::sum::{sum, total};

/// The positive weight that stands for unequal costs: c_fn/c_fp, for the costs of a false alarm and of a miss.
///
/// For [`SigmoidCrossEntropy::with_positive_weight`](crate::SigmoidCrossEntropy::with_positive_weight). It says nothing of how
/// rare positives are: multiplying it by a ratio of counts, or deciding at a threshold other than ½, counts the costs twice.
///
/// Source: Elkan, *The Foundations of Cost-Sensitive Learning*, IJCAI (2001), theorem 1, for a threshold of ½.
///
/// # Errors
///
/// [`Error::Parameter`] unless both costs are positive and finite.
///
/// ```
/// assert_eq!(microloss::positive_weight_from_costs(2.0, 5000.0), Ok(2500.0));
/// ```
pub const fn positive_weight_from_costs(false_positive: f32, false_negative: f32) -> Result<f32, Error> {
    match (check_cost("false_positive", false_positive), check_cost("false_negative", false_negative)) {
        (Ok(()), Ok(())) => Ok(false_negative / false_positive),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// The logit that a model trained with a positive weight would have had without it: x − ln w.
///
/// Source: Elkan, *The Foundations of Cost-Sensitive Learning*, IJCAI (2001), theorem 2, in logits.
///
/// # Errors
///
/// [`Error::Parameter`] unless the weight is positive and finite.
///
/// ```
/// let logit = microloss::calibrated_logit(0.0, 2500.0)?;
/// assert!((microloss::math::sigmoid(logit) - 1.0 / 2501.0).abs() < 1e-9);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn calibrated_logit(logit: f32, positive_weight: f32) -> Result<f32, Error> {
    check_cost("positive_weight", positive_weight)?;
    Ok(canonical(logit - ln(positive_weight)))
}

/// Class weights that even out unequal numbers of samples: n/(K·n_c), for n samples of the K classes that were seen.
///
/// Their mean over the samples is 1. A class that was never seen has weight 0. scikit-learn's `class_weight="balanced"`.
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

/// Class weights from effective numbers of samples: (1 − β)/(1 − β^n_c), scaled to sum to the number of classes.
///
/// Samples overlap: the n-th adds less than the first. β between 0 (no weighting) and 1 (inverse frequency); 0.9 to 0.9999 is
/// usual. A class that was never seen has weight 0.
///
/// Source: Cui et al., *Class-Balanced Loss Based on Effective Number of Samples* (2019), arXiv:1901.05555, eq. 6.
///
/// # Errors
///
/// [`Error::EmptyBatch`] without classes, [`Error::Length`] if the buffers disagree, [`Error::Parameter`] unless 0 ≤ β < 1.
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
    check_parameter((0.0..1.0).contains(&beta), "beta", "in [0, 1)", beta)?;
    let log_beta = ln(beta);
    for (weight, n) in weights.iter_mut().zip(counts) {
        // 1 − β^n without cancelling, for β near 1.
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

/// Potential-based reward shaping: γ·Φ(s′) − Φ(s), added to the reward of the step from s to s′.
///
/// The only kind of shaping that leaves the best policy what it is, whatever Φ. At the end of an episode Φ(s′) is 0.
///
/// Source: Ng, Harada & Russell, *Policy Invariance under Reward Transformations*, ICML (1999), theorem 1.
///
/// ```
/// assert_eq!(microloss::potential_shaping(0.5, 3.0, 8.0), 1.0);
/// ```
#[must_use]
pub const fn potential_shaping(gamma: f32, potential: f32, next_potential: f32) -> f32 {
    canonical(gamma * next_potential - potential)
}
