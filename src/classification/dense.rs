//! Cross-entropy of a categorical distribution given by logits, against a distribution.

use super::{ClassWeights, class_weights};
use crate::domain::check_shares;
use crate::error::Error;
use crate::math::{Others, ln_1p_nonnegative, log_norm, max, replace_by_softmax};
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Cross-entropy from logits and target distributions (soft or one-hot): −Σₖ t_k·ln softmax(x)_k.
///
#[doc = card!(rows SoftmaxCrossEntropyDense: "`[f32; K]`, logits", "`[f32; K]`, a distribution")]
///
/// With class weights w and label smoothing ε the target is qₖ = w_k·((1 − ε)·t_k + ε/K). The loss is Σₖ qₖ·(lse(x) − x_k). Its
/// gradient p_k·Σ_{j≠k} qⱼ − qₖ·Σ_{j≠k} p_j does not cancel for targets that are one-hot, or nearly. Under `Mean` the denominator
/// is the number of rows, with class weights too, as in PyTorch's `CrossEntropyLoss` with probabilities.
///
/// **Parameters**, both optional: class weights (1 unless set) and label smoothing (0 unless set).
///
/// Targets that do not sum to 1 are not refused: the loss scales with their sum. 0·∞ is 0: a masked logit (−∞) costs nothing if
/// its target is 0. A logit of +∞ makes its row NaN. If every target is one label,
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) needs less memory and time.
///
/// **Error**: value within 6 ULP, gradient within 8 of the larger of its two parts (10 with weights and smoothing), within
/// [these limits](crate::classification#bounds). **Source**:
/// Bridle, *Probabilistic Interpretation of Feedforward Classification Network Outputs* (1990).
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
///
/// let (rows, targets) = ([[0.0, 0.0]], [[0.75, 0.25]]);
/// let mut gradient = [[0.0; 2]];
/// let loss = SoftmaxCrossEntropyDense::new();
/// let value =
///     loss.value_and_gradient(&rows, &targets, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, core::f32::consts::LN_2);
/// assert_eq!(gradient, [[-0.25, 0.25]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxCrossEntropyDense<const K: usize, W = ()> {
    class_weights: W,
    smoothing: f32,
}

impl<const K: usize> Default for SoftmaxCrossEntropyDense<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize> SoftmaxCrossEntropyDense<K> {
    /// Creates the loss without class weights or smoothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { class_weights: (), smoothing: 0.0 }
    }
}

class_weights! {
    /// Multiplies the targets of every class by its weight.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
    ///
    /// // (½·1 + ½·3)·ln 2.
    /// let loss = SoftmaxCrossEntropyDense::new().with_class_weights(&[1.0, 3.0]);
    /// let value = loss.value(&[[0.0, 0.0]], &[[0.5, 0.5]], Reduction::Mean)?;
    /// assert!((value - 2.0 * core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [const K: usize] SoftmaxCrossEntropyDense<K> { smoothing }:
        with_class_weights / try_with_class_weights,
        with_owned_class_weights / try_with_owned_class_weights(class_weights)
}

impl<const K: usize, W: ClassWeights<K>> SoftmaxCrossEntropyDense<K, W> {
    option! {
        /// Mixes every target with the uniform distribution: (1 − ε)·t + ε/K, with `label_smoothing` as ε.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
        ///
        /// // The target is ¾ and ¼.
        /// let (rows, targets) = ([[0.0, 0.0]], [[1.0, 0.0]]);
        /// let mut gradient = [[0.0; 2]];
        /// let loss = SoftmaxCrossEntropyDense::new().with_label_smoothing(0.5);
        /// loss.gradient(&rows, &targets, Reduction::Mean, &mut gradient)?;
        /// assert_eq!(gradient, [[-0.25, 0.25]]);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        SoftmaxCrossEntropyDense: with_label_smoothing / try_with_label_smoothing(self, label_smoothing: unit) => Self {
            smoothing: label_smoothing, ..self
        }
    }
}

impl<const K: usize, W: ClassWeights<K>> Rowwise for SoftmaxCrossEntropyDense<K, W> {
    type Row = [f32; K];
    type Target = [f32; K];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &[f32; K]) -> Result<(), Error> {
        check_shares(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        if K == 0 {
            return 0.0;
        }
        let (best, max) = max(row);
        let sums = ShareSums::of(row, max, target, self.class_weights.weights(), self.smoothing);
        sums.value(log_norm(row, best, max, 1.0))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        if K == 0 {
            return 0.0;
        }
        // Sequential calls, so that their stack frames do not add up.
        let (_, max) = max(row);
        let sums = ShareSums::of(row, max, target, self.class_weights.weights(), self.smoothing);
        let (best, rest) = replace_by_softmax(row);
        let miss = rest * (1.0 / (1.0 + rest));
        sums.gradient(row, (best, miss), target, self.class_weights.weights(), self.smoothing, scale);
        sums.value(ln_1p_nonnegative(rest))
    }
}

/// Returns qₖ. Its parts are separate arguments, so that parts that a caller does not use leave no code.
#[inline]
fn share(class: usize, target: &[f32], weights: Option<&[f32]>, smoothing: f32) -> f32 {
    let weight = weights.map_or(1.0, |weights| weights.get(class).copied().unwrap_or(0.0));
    let even = smoothing / target.len() as f32;
    weight * ((1.0 - smoothing) * target.get(class).copied().unwrap_or(0.0) + even)
}

/// Sums over the shares q of a row.
struct ShareSums {
    /// Σₖ qₖ·(m − xₖ), with m the maximum.
    shortfall: f32,
    others: Others,
}

impl ShareSums {
    #[cfg_attr(not(vectors), inline(never))]
    fn of(row: &[f32], max: f32, target: &[f32], weights: Option<&[f32]>, smoothing: f32) -> Self {
        let shortfall = sum(row, |k, x| match share(k, target, weights, smoothing) {
            0.0 => 0.0,
            share => share * (max - *x),
        });
        Self { shortfall, others: Others::of(target, |k, _| share(k, target, weights, smoothing)) }
    }

    /// Returns Σₖ qₖ·((m − xₖ) + ln Σⱼ e^(xⱼ − m)).
    #[inline]
    fn value(&self, log_norm: f32) -> f32 {
        self.shortfall + self.others.total() * log_norm
    }

    /// Replaces the probabilities by the gradient. 1 − p of the best is an argument, because it would cancel.
    #[cfg_attr(not(vectors), inline(never))]
    fn gradient(
        &self,
        row: &mut [f32],
        (best, miss_of_best): (usize, f32),
        target: &[f32],
        weights: Option<&[f32]>,
        smoothing: f32,
        scale: f32,
    ) {
        for (k, p) in row.iter_mut().enumerate() {
            let share = share(k, target, weights, smoothing);
            let miss = if k == best { miss_of_best } else { 1.0 - *p };
            *p = (*p * self.others.than(k, share) - share * miss) * scale;
        }
    }
}
