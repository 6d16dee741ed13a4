//! Cross-entropy that turns its attention to the hard samples, for K classes.

use super::{ClassWeights, Label, check_label, class_weights, ignored_rows, ignoring};
use crate::error::Error;
use crate::kernel::LabelMargin;
use crate::math::clip;
use crate::rowwise::Rowwise;

/// Multi-class focal loss from logits: −α_y·(1 − p_y)^γ·ln p_y, with p = softmax(x).
///
#[doc = card!(rows SoftmaxFocal: "`[f32; K]`, logits", "`L`, a label below K")]
///
/// Let q = 1 − p_y and c = α_y·q^γ·(1 + γ·p_y·(−ln p_y)/q). The gradient is c·(p_k − [k = y]). The quotient tends to 1 as q → 0, so
/// every γ ≥ 0 and every finite logit gives a finite gradient. q is a sum, never 1 − p.
///
/// **Parameters**: `gamma` (γ) is the strength of the focus, 2 in the paper. α weights classes, and is 1 unless set. α weights the
/// loss: `Mean` divides by the number of rows whose label is not ignored, whatever their α.
///
/// For soft labels, or labels that are smoothed, use [`SoftmaxFocalDense`](crate::SoftmaxFocalDense).
/// γ = 0 is [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). Use that if the classes are balanced: focusing then only slows
/// training.
///
/// **Error**: value and gradient of up to 7 classes within 16 ULP for γ ≤ 3, within 8 + 4γ beyond. q^γ has γ times the relative
/// error of q, which grows with the logarithm of the number of classes (33 ULP for 1 000 at γ = 3). There are
/// [limits](crate::classification#bounds). **Source**: Lin et al., *Focal
/// Loss for Dense Object Detection* (2017), arXiv:1708.02002, eq. 5, on a softmax.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxFocal};
///
/// let loss = SoftmaxFocal::<2, u8>::new(2.0);
/// let value = loss.value(&[[0.0, 0.0]], &[0], Reduction::Mean)?;
/// assert!((value - 0.25 * core::f32::consts::LN_2).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SoftmaxFocal)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxFocal<const K: usize, L = u8, W = ()> {
    gamma: f32,
    alpha: W,
    ignored: Option<L>,
}

impl<const K: usize, L: Copy> SoftmaxFocal<K, L> {
    constructor! {
        /// Creates the loss with focusing parameter `gamma` and every α 1.
        SoftmaxFocal: new / try_new(gamma: non_negative) => Self { gamma, alpha: (), ignored: None }
    }
}

class_weights! {
    /// Weights every class by its `alpha`. Other losses call these numbers class weights.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxFocal};
    ///
    /// // 4·(½)²·ln 2.
    /// let loss = SoftmaxFocal::new(2.0).with_alpha(&[1.0, 4.0]);
    /// let value = loss.value(&[[0.0, 0.0]], &[1_u8], Reduction::Mean)?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[doc(alias = "with_class_weights")]
    [const K: usize, L: Copy] SoftmaxFocal<K, L> { gamma, ignored }:
        with_alpha / try_with_alpha, with_owned_alpha / try_with_owned_alpha(alpha)
}

impl<const K: usize, L: Label, W: ClassWeights<K>> SoftmaxFocal<K, L, W> {
    /// Returns the weight of a row: 0 if its label is ignored.
    #[inline]
    fn alpha_of(&self, label: &L) -> f32 {
        if self.is_ignored(label) {
            return 0.0;
        }
        self.alpha.weights().map_or(1.0, |alpha| alpha.get(label.index()).copied().unwrap_or(0.0))
    }
}

ignoring!([const K: usize, L: Copy, W: ClassWeights<K>] SoftmaxFocal<K, L, W>);

impl<const K: usize, L: Label, W: ClassWeights<K>> Rowwise for SoftmaxFocal<K, L, W> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let alpha = self.alpha_of(target);
        if alpha == 0.0 {
            return 0.0;
        }
        let margin = LabelMargin::of(row, target.index(), 1.0);
        value(&margin, margin.miss_to_the(self.gamma), alpha)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        gradient(row, target.index(), self.gamma, self.alpha_of(target), scale)
    }
}

/// Returns α·(1 − p_y)^γ·(−ln p_y) from its second factor, `focus`.
#[inline]
fn value(margin: &LabelMargin, focus: f32, alpha: f32) -> f32 {
    let loss = margin.loss();
    // If p_y is 0, the focus is 1, and rounding may make it 0 for a huge γ.
    alpha * if loss == f32::INFINITY { loss } else { focus * loss }
}

/// Replaces a row by its gradient, with the same machine code for every K and label type. Returns the loss.
fn gradient(row: &mut [f32], label: usize, gamma: f32, alpha: f32, scale: f32) -> f32 {
    if alpha == 0.0 {
        row.fill(0.0);
        return 0.0;
    }
    let mut focus = 0.0;
    let margin = LabelMargin::replace(row, label, |margin| {
        focus = margin.miss_to_the(gamma);
        let ratio = if margin.hit == 0.0 {
            0.0
        } else if margin.miss == 0.0 {
            1.0
        } else {
            margin.hit * (margin.loss() / margin.miss)
        };
        alpha * (focus * (1.0 + clip(gamma * ratio, f32::MAX))) * scale
    });
    value(&margin, focus, alpha)
}
