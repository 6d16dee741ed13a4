//! Cross-entropy with its leading term re-weighted, for K classes.

use super::{Label, check_label, ignored_rows, ignoring};
use crate::error::Error;
use crate::kernel::LabelProbability;
use crate::math::log_above_tangent;
use crate::rowwise::Rowwise;

/// Poly-1 cross-entropy from logits: −ln p_y + ε·(1 − p_y), with p = softmax(x) and ε ≥ −1.
///
#[doc = card!(rows Poly1CrossEntropy: "`[f32; K]`, logits", "`L`, a label below K")]
///
/// Cross-entropy is Σ_j (1 − p_y)^j / j. This loss changes the weight of its first term from 1 to 1 + ε. The gradient is
/// (1 + ε·p_y)·(p_k − [k = y]). ε = 0 is [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Parameter**: a positive `epsilon` (2 for ImageNet in the paper) keeps pushing samples that are right already. A negative one
/// lets go of them sooner, as [`SoftmaxFocal`](crate::SoftmaxFocal) does. You have to try which ε helps; if you cannot, use
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). Below −1 the loss would push a sure answer back; such ε are refused.
///
/// 1 − p is a sum, never a difference. Under a negative ε the loss is (1 + ε)·(1 − p_y) plus the excess of −ln p_y over 1 − p_y: it
/// is never negative, and never a false 0.
///
/// **Error**: value and gradient within 8 ULP; for negative ε within 14 and 10;
/// [within limits](crate::classification#bounds). **Source**: Leng et al., *PolyLoss* (2022),
/// arXiv:2204.12511.
///
/// ```
/// use microloss::{Loss, Poly1CrossEntropy, Reduction};
///
/// let (rows, labels) = ([[3.0, 3.0]], [0_u8]);
/// let mut gradient = [[0.0; 2]];
/// let loss = Poly1CrossEntropy::new(2.0);
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert!((value - (0.693_147_2 + 1.0)).abs() < 1e-6);
/// assert_eq!(gradient, [[-1.0, 1.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Poly1CrossEntropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Poly1CrossEntropy<const K: usize, L = u8> {
    epsilon: f32,
    ignored: Option<L>,
}

impl<const K: usize, L: Copy> Poly1CrossEntropy<K, L> {
    constructor! {
        /// Creates the loss with extra weight `epsilon` of 1 − p.
        Poly1CrossEntropy: new / try_new(epsilon: from_minus_1) => Self { epsilon, ignored: None }
    }
}

ignoring!([const K: usize, L: Copy] Poly1CrossEntropy<K, L>);

impl<const K: usize, L: Label> Rowwise for Poly1CrossEntropy<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        if self.is_ignored(target) {
            return 0.0;
        }
        value(&LabelProbability::of(row, target.index(), 1.0), self.epsilon)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        if self.is_ignored(target) {
            row.fill(0.0);
            return 0.0;
        }
        gradient(row, target.index(), self.epsilon, scale)
    }
}

/// Returns −ln p_y + ε·(1 − p_y).
#[inline]
fn value(&LabelProbability { loss, miss, .. }: &LabelProbability, epsilon: f32) -> f32 {
    if epsilon >= 0.0 {
        loss + epsilon * miss
    } else {
        log_above_tangent(miss, loss) + (1.0 + epsilon) * miss
    }
}

/// Replaces a row by its gradient, with the same machine code for every K and label type. Returns the loss.
fn gradient(row: &mut [f32], label: usize, epsilon: f32, scale: f32) -> f32 {
    let p = LabelProbability::replace(row, label, |p| {
        let slope = if epsilon >= 0.0 {
            1.0 + epsilon * p.hit
        } else {
            // This form of 1 + ε·p does not cancel near p = 1: its parts are 1 + ε and the miss.
            (1.0 + epsilon) - epsilon * p.miss
        };
        slope * scale
    });
    value(&p, epsilon)
}
