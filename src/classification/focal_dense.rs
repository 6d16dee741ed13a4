//! Cross-entropy that turns its attention to the hard samples, against a distribution.

use super::{ClassWeights, class_weights};
use crate::domain::check_shares;
use crate::error::Error;
use crate::kernel::LabelMargin;
use crate::math::{Distribution, Others, clip, exp, ln_1p, replace_by_softmax};
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::cell::Cell;

/// Multi-class focal loss from logits and target distributions: −Σₖ qₖ·(1 − pₖ)^γ·ln pₖ, with p = softmax(x).
///
#[doc = card!(rows SoftmaxFocalDense: "`[f32; K]`, logits", "`[f32; K]`, a distribution")]
///
/// With α and label smoothing ε the target is qₖ = αₖ·((1 − ε)·tₖ + ε/K). It is the mix of [`SoftmaxFocal`](crate::SoftmaxFocal) of every
/// class, in the proportions of the target. With sₖ the slope of class k, qₖ·(1 − pₖ)^γ·(1 + γ·pₖ·(−ln pₖ)/(1 − pₖ)), the gradient is
/// pⱼ·Σ_{k≠j} sₖ − sⱼ·Σ_{k≠j} pₖ. No factor of it cancels.
///
/// **Parameters**: `gamma` (γ) is the strength of the focus, 2 in the paper. α weights classes and is 1 unless set. ε is 0 unless set, and
/// usually 0.05 to 0.1. `Mean` divides by the number of rows.
///
/// It is for soft labels: those that several people gave, or that a mix of two samples has. If every target is one label, and nothing is
/// smoothed, [`SoftmaxFocal`](crate::SoftmaxFocal) needs less memory and time. γ = 0 is
/// [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense): use that if the classes are balanced.
///
/// Targets that do not sum to 1 are not refused: the loss scales with their sum. A target that is negative, infinite or NaN is. A masked
/// logit (−∞) costs nothing if its target is 0, and +∞ otherwise. A logit of +∞ makes its row NaN. The gradient takes 4·K bytes of
/// stack.
///
/// **Error**: value and gradient of up to 7 classes within 16 ULP for γ ≤ 3, of the larger of both parts of the gradient. There are
/// [limits](crate::classification#bounds). **Source**: Lin et al. (2017), arXiv:1708.02002, eq. 5, on a softmax, as Keras'
/// `CategoricalFocalCrossentropy` takes it.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxFocalDense};
///
/// // (½)²·ln 2, whatever the target, and slopes that are the same for both classes.
/// let mut gradient = [[0.0; 2]];
/// let value = SoftmaxFocalDense::new(2.0).value_and_gradient(
///     &[[0.0, 0.0]], &[[0.75, 0.25]], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.25 * core::f32::consts::LN_2).abs() < 1e-7);
/// let slope = 0.25 * (1.0 + 2.0 * core::f32::consts::LN_2);
/// assert!((gradient[0][0] - 0.5 * slope * (0.25 - 0.75)).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxFocalDense<const K: usize, W = ()> {
    gamma: f32,
    alpha: W,
    smoothing: f32,
}

impl<const K: usize> SoftmaxFocalDense<K> {
    constructor! {
        /// Creates the loss with focusing parameter `gamma`, every α 1, and without smoothing.
        SoftmaxFocalDense: new / try_new(gamma: non_negative) => Self { gamma, alpha: (), smoothing: 0.0 }
    }
}

class_weights! {
    /// Multiplies the targets of every class by its `alpha`.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxFocalDense};
    ///
    /// // (½·1 + ½·3)·(½)²·ln 2.
    /// let loss = SoftmaxFocalDense::new(2.0).with_alpha(&[1.0, 3.0]);
    /// let value = loss.value(&[[0.0, 0.0]], &[[0.5, 0.5]], Reduction::Mean)?;
    /// assert!((value - 0.5 * core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[doc(alias = "with_class_weights")]
    [const K: usize] SoftmaxFocalDense<K> { gamma, smoothing }:
        with_alpha / try_with_alpha, with_owned_alpha / try_with_owned_alpha(alpha)
}

impl<const K: usize, W: ClassWeights<K>> SoftmaxFocalDense<K, W> {
    option! {
        /// Mixes every target with the uniform distribution: (1 − ε)·t + ε/K, with `label_smoothing` as ε.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, SoftmaxFocalDense};
        ///
        /// // The target is ¾ and ¼.
        /// let (rows, targets) = ([[1.0, 0.0]], [[1.0, 0.0]]);
        /// let loss = SoftmaxFocalDense::new(2.0);
        /// let smoothed = loss.with_label_smoothing(0.5);
        /// assert_eq!(
        ///     smoothed.value(&rows, &targets, Reduction::Mean),
        ///     loss.value(&rows, &[[0.75, 0.25]], Reduction::Mean),
        /// );
        /// ```
        SoftmaxFocalDense: with_label_smoothing / try_with_label_smoothing(self, label_smoothing: unit) => Self {
            smoothing: label_smoothing, ..self
        }
    }

    /// Returns qₖ.
    #[inline]
    fn share(&self, class: usize, target: &[f32]) -> f32 {
        let alpha = self.alpha.weights().map_or(1.0, |alpha| alpha.get(class).copied().unwrap_or(0.0));
        let even = self.smoothing / K as f32;
        alpha * ((1.0 - self.smoothing) * target.get(class).copied().unwrap_or(0.0) + even)
    }
}

impl<const K: usize, W: ClassWeights<K>> Rowwise for SoftmaxFocalDense<K, W> {
    type Row = [f32; K];
    type Target = [f32; K];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &[f32; K]) -> Result<(), Error> {
        check_shares(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        let mut shares: [f32; K] = core::array::from_fn(|k| self.share(k, target));
        replace_by_slopes(&mut shares, row, self.gamma)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let mut slopes: [f32; K] = core::array::from_fn(|k| self.share(k, target));
        let term = replace_by_slopes(&mut slopes, row, self.gamma);
        gradient(row, &slopes, term, scale);
        term
    }
}

/// Focal loss of every class of a row.
struct Focus {
    p: Distribution,
    /// That of the most probable class, whose 1 − p would cancel.
    best: LabelMargin,
    gamma: f32,
}

impl Focus {
    /// Returns (1 − p)^γ·(−ln p) of a class, and its slope (1 − p)^γ·(1 + γ·p·(−ln p)/(1 − p)).
    fn of(&self, class: usize, x: f32) -> (f32, f32) {
        let (focus, loss, hit, miss);
        if class == self.p.best {
            focus = self.best.miss_to_the(self.gamma);
            (loss, hit, miss) = (self.best.loss(), self.best.hit, self.best.miss);
        } else {
            hit = self.p.probability(x);
            (loss, miss) = (-self.p.log_probability(x), 1.0 - hit);
            // Here 1 − p is ½ or more, and γ multiplies a small logarithm.
            focus = if self.gamma == 2.0 { miss * miss } else { exp(self.gamma * ln_1p(-hit)) };
        }
        let ratio = if hit == 0.0 {
            0.0
        } else if miss == 0.0 {
            1.0
        } else {
            hit * (loss / miss)
        };
        // If p is 0, the focus is 1.
        let value = if loss == f32::INFINITY { loss } else { focus * loss };
        (value, focus * (1.0 + clip(self.gamma * ratio, f32::MAX)))
    }
}

/// Replaces the shares of a row's classes by their slopes. Returns the loss.
#[cfg_attr(not(vectors), inline(never))]
fn replace_by_slopes(shares: &mut [f32], row: &[f32], gamma: f32) -> f32 {
    let p = Distribution::of(row);
    if p.log_norm.is_nan() {
        return if row.is_empty() { 0.0 } else { f32::NAN };
    }
    let focus = Focus { p, best: LabelMargin::of(row, p.best, 1.0), gamma };
    sum(Cell::from_mut(shares).as_slice_of_cells(), |k, share| {
        if share.get() == 0.0 {
            return 0.0;
        }
        let (value, slope) = focus.of(k, row.get(k).copied().unwrap_or(f32::NAN));
        let value = share.get() * value;
        share.set(clip(share.get() * slope, f32::MAX));
        value
    })
}

/// Replaces a row of logits by its gradient, from the slopes of the classes.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], slopes: &[f32], term: f32, scale: f32) {
    if term.is_nan() {
        row.fill(term);
        return;
    }
    let (best, rest) = replace_by_softmax(row);
    let miss_of_best = rest * (1.0 / (1.0 + rest));
    let others = Others::of(slopes, |_, slope| slope);
    for (k, (p, slope)) in row.iter_mut().zip(slopes).enumerate() {
        let miss = if k == best { miss_of_best } else { 1.0 - *p };
        *p = (*p * others.than(k, *slope) - slope * miss) * scale;
    }
}
