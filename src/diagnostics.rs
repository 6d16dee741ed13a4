//! Checks for training that does not work.
//!
//! A network that learns slowly and stays near the uniform distribution often has one softmax too many. Its loss then cannot leave
//! the range of [`double_softmax_range`], and its "logits" pass [`looks_like_probabilities`]. Gradients that vanish or explode show
//! in [`gradient_norm`]. If a loss is NaN, [`first_not_a_number`] finds the row.
//!
//! **Run it**: `cargo run --release --example double_softmax`.

use crate::domain::Domain;
use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, largest, ln, ln_1p, norm_of, sqrt};
use crate::sum::total;

/// Largest accepted difference of a sum of probabilities from 1. It allows for rounding and for quantised outputs.
const SUM_TOLERANCE: f32 = 1e-2;

/// Returns true if a row could be a distribution: every entry lies in [0, 1], and the sum within 0.01 of 1.
///
/// If it is true for the input of a loss on logits, a softmax too many came before. If it is false for the input of a loss on
/// probabilities, a softmax is missing. A row of logits can be a distribution only by chance: look at several rows.
///
/// ```
/// use microloss::looks_like_probabilities;
///
/// assert!(looks_like_probabilities(&[0.7, 0.2, 0.1]));
/// assert!(!looks_like_probabilities(&[2.0, -1.0, 0.5]));
/// ```
#[doc(alias = "from_logits")]
#[must_use]
pub fn looks_like_probabilities(row: &[f32]) -> bool {
    !row.is_empty()
        && row.iter().all(|p| Domain::Unit.contains(*p))
        && (total(row) - 1.0).abs() <= SUM_TOLERANCE
}

/// Returns true if numbers could be the outputs of a sigmoid: there is one, and all lie in [0, 1].
///
/// If it is true for the predictions of a loss on logits, such as [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy), a sigmoid too
/// many came before: that loss then stays above 0.31 for every label of 1, however sure the network is. Logits all lie in [0, 1] only by
/// chance: pass a whole batch, or several.
///
/// ```
/// use microloss::{looks_like_sigmoid_outputs, math::sigmoid};
///
/// let logits = [2.0, -1.0, 0.5, -3.0];
/// assert!(!looks_like_sigmoid_outputs(&logits));
/// assert!(looks_like_sigmoid_outputs(&logits.map(sigmoid)));
/// ```
#[doc(alias = "from_logits")]
#[must_use]
pub fn looks_like_sigmoid_outputs(predictions: &[f32]) -> bool {
    !predictions.is_empty() && predictions.iter().all(|p| Domain::Unit.contains(*p))
}

/// Returns the first row that is not a distribution, by [`looks_like_probabilities`]: for targets, or for predictions that should be.
///
/// Losses of distributions refuse negative and infinite entries, but a sum other than 1 may be meant.
///
/// ```
/// use microloss::first_not_a_distribution;
///
/// let targets = [[0.5, 0.5], [1.0, 1.0], [0.0, 1.0]];
/// assert_eq!(first_not_a_distribution(&targets), Some(1));
/// assert_eq!(first_not_a_distribution(&targets[2..]), None);
/// ```
#[must_use]
pub fn first_not_a_distribution<const K: usize>(rows: &[[f32; K]]) -> Option<usize> {
    rows.iter().position(|row| !looks_like_probabilities(row))
}

/// Returns the index of the first NaN: of [`terms`](crate::Loss::terms), the first row that makes the loss NaN.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredError, first_not_a_number};
///
/// let (predictions, targets) = ([1.0, f32::NAN, 3.0], [0.0; 3]);
/// let loss = SquaredError::new();
/// if loss.value(&predictions, &targets, Reduction::Mean)?.is_nan() {
///     let mut terms = [0.0; 3];
///     loss.terms(&predictions, &targets, &mut terms)?;
///     assert_eq!(first_not_a_number(&terms), Some(1));
/// }
/// # Ok::<(), microloss::Error>(())
/// ```
#[must_use]
pub fn first_not_a_number(terms: &[f32]) -> Option<usize> {
    terms.iter().position(|term| term.is_nan())
}

/// Returns the range that softmax cross-entropy cannot leave after another softmax: ln((e + K − 1)/e) to ln(e + K − 1).
///
/// The second softmax sees numbers between 0 and 1, so with K classes a probability is at most e/(e + K − 1). The sign of it is a
/// loss that comes down to the first number and stays there.
///
/// ```
/// let (floor, ceiling) = microloss::double_softmax_range(10);
/// assert!((floor - 1.461_2).abs() < 1e-4 && (ceiling - 2.461_2).abs() < 1e-4);
/// ```
#[must_use]
pub fn double_softmax_range(classes: usize) -> (f32, f32) {
    let others = classes.saturating_sub(1) as f32;
    (ln_1p(others / core::f32::consts::E), ln(core::f32::consts::E + others))
}

/// Returns the largest distance of a probability from 1/K: 0 for the uniform distribution, 1 − 1/K for a certain one.
///
/// The result is NaN if a probability is NaN, and 0 for an empty slice.
///
/// ```
/// assert_eq!(microloss::distance_from_uniform(&[0.5, 0.25, 0.25, 0.0]), 0.25);
/// ```
#[must_use]
pub fn distance_from_uniform(probabilities: &[f32]) -> f32 {
    let even = 1.0 / probabilities.len() as f32;
    canonical(largest(probabilities.iter().map(|p| (p - even).abs())))
}

/// Returns the Euclidean norm √Σgᵢ², without overflow or underflow on the way.
///
/// The error is within 4 ULP. The result is NaN if an entry is NaN; otherwise it is infinite if an entry is.
///
/// ```
/// use microloss::gradient_norm;
///
/// assert_eq!(gradient_norm(&[3.0, -4.0]), 5.0);
/// assert_eq!(gradient_norm(&[3e30, 4e30]), 5e30);
/// assert_eq!(gradient_norm(&[]), 0.0);
/// ```
#[must_use]
pub fn gradient_norm(gradient: &[f32]) -> f32 {
    norm_of(gradient, |_, g| g)
}

/// Scales a gradient down to a norm of at most `bound`, and returns the norm that it had.
///
/// The scaled norm is right to 4 ULP if the entries are normal numbers. A norm beyond `f32::MAX` is returned as ∞; the direction is kept.
/// A gradient with an infinite or NaN entry has no direction that could be kept. It becomes 0, so that the step is skipped, and the
/// returned norm says so.
///
/// **Source**: Pascanu, Mikolov & Bengio, *On the difficulty of training recurrent neural networks* (2013), arXiv:1211.5063,
/// algorithm 1.
///
/// # Errors
///
/// [`Error::Parameter`] if `bound` is not positive and finite.
///
/// ```
/// let mut gradient = [3.0, -4.0];
/// assert_eq!(microloss::clip_by_norm(&mut gradient, 1.0), Ok(5.0));
/// assert!((microloss::gradient_norm(&gradient) - 1.0).abs() < 1e-6);
/// ```
#[doc(alias("clip_grad_norm_", "clip_by_global_norm"))]
pub fn clip_by_norm(gradient: &mut [f32], bound: f32) -> Result<f32, Error> {
    check!(bound: positive_finite)?;
    let norm = gradient_norm(gradient);
    if !norm.is_finite() || norm > bound {
        let (unit, length) = length_of_direction(gradient, norm);
        gradient.iter_mut().for_each(|g| *g = if length == 0.0 { 0.0 } else { (*g * unit / length) * bound });
    }
    Ok(norm)
}

/// Returns a power of 2 and the norm of the gradient times it, which is finite. The norm is 0 if the gradient has no direction.
fn length_of_direction(gradient: &[f32], norm: f32) -> (f32, f32) {
    if norm.is_finite() {
        return (1.0, norm);
    }
    // 2^−33: the root of the number of entries is below 2^32.
    let unit = 1.164_153_2e-10;
    let length = norm_of(gradient, |_, g| g * unit);
    (unit, if length.is_finite() { length } else { 0.0 })
}

/// Returns true if the root mean square of a gradient lies below `threshold`: it is then too small to learn from.
///
/// ```
/// assert!(microloss::is_vanishing(&[1e-9, -1e-9], 1e-8));
/// assert!(!microloss::is_vanishing(&[1e-9, 1.0], 1e-8));
/// ```
#[must_use]
pub fn is_vanishing(gradient: &[f32], threshold: f32) -> bool {
    // Every entry is scaled first: the norm may be beyond `f32::MAX` although the mean is not.
    let share = 1.0 / sqrt(gradient.len() as f32);
    norm_of(gradient, |_, g| g * share) < threshold && !gradient.is_empty()
}

/// Writes the perturbation of sharpness-aware minimisation: ρ·g/‖g‖, and 0 for a gradient of 0 or with an infinite or NaN entry.
///
/// Add it to the parameters, take the gradient there, subtract it again, and step along that gradient. This leads to minima that
/// stay low nearby.
///
/// **Source**: Foret et al. (2020), arXiv:2010.01412, eq. 2 with p = 2.
///
/// **Run it**: `cargo run --release --example sharpness`.
///
/// # Errors
///
/// [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if ρ is not positive and finite.
///
/// ```
/// let mut perturbation = [0.0; 2];
/// microloss::sharpness_aware_perturbation(&[3.0, -4.0], 0.5, &mut perturbation)?;
/// assert_eq!(perturbation, [0.3, -0.4]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[doc(alias = "SAM")]
pub fn sharpness_aware_perturbation(
    gradient: &[f32],
    rho: f32,
    perturbation: &mut [f32],
) -> Result<(), Error> {
    check_length(Buffer::Output, gradient.len(), perturbation.len())?;
    check!(rho: positive_finite)?;
    let (unit, length) = length_of_direction(gradient, gradient_norm(gradient));
    for (out, g) in perturbation.iter_mut().zip(gradient) {
        *out = if length == 0.0 { 0.0 } else { rho * (g * unit / length) };
    }
    Ok(())
}
