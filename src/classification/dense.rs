//! Cross-entropy of a categorical distribution given by logits, against a distribution.

use super::check_class_weights;
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::{Others, ln_1p, log_norm, max, replace_by_softmax};
use crate::sum::sum;

/// Cross-entropy from logits and target distributions (soft or one-hot): −Σₖ t_k·ln softmax(x)_k.
///
/// A row holds K logits, a target K probabilities. With class weights w and label smoothing ε the target is qₖ = w_k·((1 −
/// ε)·t_k + ε/K); the loss is Σₖ qₖ·(lse(x) − x_k) and its gradient p_k·Σ_{j≠k} qⱼ − qₖ·Σ_{j≠k} p_j, which does not cancel
/// for targets that are one-hot, or nearly. Under `Mean` the denominator is the number of rows, class weights or not, as in
/// PyTorch's `CrossEntropyLoss` with probabilities. Targets that do not sum to 1 are not refused: the loss scales with their
/// sum. 0·∞ is 0: a masked logit (−∞) costs nothing where the target is 0. A logit of +∞ makes its row NaN.
///
/// Where every target is one label, [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) needs less memory and time.
///
/// Value within 6 ULP, the gradient within 8 of the larger of its two parts (10 with weights and smoothing). Source: Bridle,
/// *Probabilistic Interpretation of Feedforward Classification Network Outputs* (1990).
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
///
/// let mut gradient = [[0.0; 2]];
/// let loss = SoftmaxCrossEntropyDense::new();
/// let value = loss.value_and_gradient(&[[0.0, 0.0]], &[[0.75, 0.25]], Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, core::f32::consts::LN_2);
/// assert_eq!(gradient, [[-0.25, 0.25]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxCrossEntropyDense<'a, const K: usize> {
    class_weights: Option<&'a [f32; K]>,
    smoothing: f32,
}

impl<const K: usize> Default for SoftmaxCrossEntropyDense<'_, K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, const K: usize> SoftmaxCrossEntropyDense<'a, K> {
    /// The loss without class weights or smoothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { class_weights: None, smoothing: 0.0 }
    }

    /// Multiplies the targets of every class.
    ///
    /// # Panics
    ///
    /// Unless every weight is finite and 0 or more; as a constant, it then does not compile.
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
    #[must_use]
    pub const fn with_class_weights(self, weights: &'a [f32; K]) -> Self {
        match self.try_with_class_weights(weights) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxCrossEntropyDense: class weights must be finite and 0 or more"),
        }
    }

    /// [`with_class_weights`](Self::with_class_weights) for weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every weight is finite and 0 or more.
    pub const fn try_with_class_weights(self, weights: &'a [f32; K]) -> Result<Self, Error> {
        match check_class_weights("class_weights", weights) {
            Ok(()) => Ok(Self { class_weights: Some(weights), ..self }),
            Err(error) => Err(error),
        }
    }

    /// Mixes every target with the uniform distribution: (1 − ε)·t + ε/K.
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` ≤ 1; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropyDense};
    ///
    /// // The target is ¾ and ¼.
    /// let mut gradient = [[0.0; 2]];
    /// let loss = SoftmaxCrossEntropyDense::new().with_label_smoothing(0.5);
    /// loss.gradient(&[[0.0, 0.0]], &[[1.0, 0.0]], Reduction::Mean, &mut gradient)?;
    /// assert_eq!(gradient, [[-0.25, 0.25]]);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_label_smoothing(self, epsilon: f32) -> Self {
        match self.try_with_label_smoothing(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxCrossEntropyDense: label smoothing must lie in [0, 1]"),
        }
    }

    /// [`with_label_smoothing`](Self::with_label_smoothing) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` ≤ 1.
    pub const fn try_with_label_smoothing(self, epsilon: f32) -> Result<Self, Error> {
        match check_parameter(epsilon >= 0.0 && epsilon <= 1.0, "label_smoothing", "in [0, 1]", epsilon) {
            Ok(()) => Ok(Self { smoothing: epsilon, ..self }),
            Err(error) => Err(error),
        }
    }

    /// A row's shares, without its type.
    #[inline]
    fn weights(&self) -> Option<&[f32]> {
        self.class_weights.map(<[f32; K]>::as_slice)
    }
}

impl<const K: usize> Rowwise for SoftmaxCrossEntropyDense<'_, K> {
    type Row = [f32; K];
    type Target = [f32; K];

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        let (best, max) = max(row);
        let of_shares = OfShares::of(row, max, target, self.weights(), self.smoothing);
        of_shares.value(log_norm(row, best, max, 1.0))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        // One after the other, and none on top of another's stack.
        let (_, max) = max(row);
        let of_shares = OfShares::of(row, max, target, self.weights(), self.smoothing);
        let (best, rest) = replace_by_softmax(row);
        let miss = rest * (1.0 / (1.0 + rest));
        of_shares.gradient(row, (best, miss), target, self.weights(), self.smoothing, scale);
        of_shares.value(ln_1p(rest))
    }
}

/// qₖ. Its parts are arguments of their own, so that those that a caller does not use leave no code.
#[inline]
fn share(class: usize, target: &[f32], weights: Option<&[f32]>, smoothing: f32) -> f32 {
    let weight = weights.map_or(1.0, |weights| weights.get(class).copied().unwrap_or(0.0));
    let even = smoothing / target.len() as f32;
    weight * ((1.0 - smoothing) * target.get(class).copied().unwrap_or(0.0) + even)
}

/// What the shares q of a row add up to.
struct OfShares {
    /// Σₖ qₖ·(m − xₖ), with m the maximum.
    shortfall: f32,
    others: Others,
}

impl OfShares {
    #[cfg_attr(not(vectors), inline(never))]
    fn of(row: &[f32], max: f32, target: &[f32], weights: Option<&[f32]>, smoothing: f32) -> Self {
        let shortfall = sum(row, |k, x| match share(k, target, weights, smoothing) {
            0.0 => 0.0,
            share => share * (max - *x),
        });
        Self { shortfall, others: Others::of(target, |k, _| share(k, target, weights, smoothing)) }
    }

    /// Σₖ qₖ·((m − xₖ) + ln Σⱼ e^(xⱼ − m)).
    #[inline]
    fn value(&self, log_norm: f32) -> f32 {
        self.shortfall + self.others.total() * log_norm
    }

    /// Replaces the probabilities by the gradient; 1 − p of the best, which cancels, is given.
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
