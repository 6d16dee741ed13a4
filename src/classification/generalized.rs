//! Cross-entropy that wrong labels spoil less, for K classes.

use super::{Label, check_label, ignored_rows, ignoring};
use crate::error::Error;
use crate::kernel::LabelMargin;
use crate::math::exp_m1;
use crate::rowwise::Rowwise;

/// Generalised cross-entropy from logits: (1 − p_y^q)/q, with p = softmax(x) and q in (0, 1].
///
#[doc = card!(rows GeneralizedCrossEntropy: "`[f32; K]`, logits", "`L`, a label below K")]
///
/// For q → 0 the loss becomes [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). q = 1 is 1 − p_y, the mean absolute error of the
/// probabilities up to a factor 2. Between them it trades speed of learning for robustness. The gradient is
/// p_y^q·(p_k − [k = y]), so samples whose label the network finds absurd, the mislabelled ones among them, pull little. No sample
/// costs more than 1/q. With clean labels the loss only learns more slowly: use
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Parameter**: `q` is 0.7 in the paper.
///
/// The loss is computed as (1 − e^(−q·loss))/q from the cross-entropy, so that neither a p near 1 nor a small q loses digits. A
/// label whose logit is −∞ costs 1/q, without a gradient. A row of nothing but −∞ is NaN.
///
/// **Error**: value within 5 ULP, gradient within 8 (12 for 1 000 classes). **Source**: Zhang & Sabuncu, *Generalized Cross Entropy
/// Loss for Training Deep Neural Networks with Noisy Labels* (2018), arXiv:1805.07836, the L_q loss.
///
/// ```
/// use microloss::{GeneralizedCrossEntropy, Loss, Reduction};
///
/// let (rows, labels) = ([[1.0; 4]], [2_u8]);
/// let mut gradient = [[0.0; 4]];
/// let loss = GeneralizedCrossEntropy::new(0.5);
/// // p = ¼, √p = ½.
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert!((value - 1.0).abs() < 1e-6);
/// assert!((gradient[0][0] - 0.125).abs() < 1e-6);
/// assert!((gradient[0][2] + 0.375).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(GeneralizedCrossEntropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GeneralizedCrossEntropy<const K: usize, L = u8> {
    q: f32,
    ignored: Option<L>,
}

impl<const K: usize, L: Copy> GeneralizedCrossEntropy<K, L> {
    constructor! {
        /// Creates the loss with exponent `q`.
        GeneralizedCrossEntropy: new / try_new(q: normal_to_1) => Self { q, ignored: None }
    }
}

ignoring!([const K: usize, L: Copy] GeneralizedCrossEntropy<K, L>);

impl<const K: usize, L: Label> Rowwise for GeneralizedCrossEntropy<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        if self.is_ignored(target) {
            return 0.0;
        }
        value(&LabelMargin::of(row, target.index(), 1.0), self.q)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        if self.is_ignored(target) {
            row.fill(0.0);
            return 0.0;
        }
        gradient(row, target.index(), self.q, scale)
    }
}

/// Returns (1 − p_y^q)/q.
#[inline]
fn value(margin: &LabelMargin, q: f32) -> f32 {
    let loss = margin.loss();
    let exponent = q * loss;
    // The exponential is linear on this scale, and the product may be subnormal.
    if exponent < f32::EPSILON { loss } else { -exp_m1(-exponent) / q }
}

/// Replaces a row by its gradient, with the same machine code for every K and label type. Returns the loss.
fn gradient(row: &mut [f32], label: usize, q: f32, scale: f32) -> f32 {
    value(&LabelMargin::replace(row, label, |margin| margin.hit_to_the(q) * scale), q)
}
