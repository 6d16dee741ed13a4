//! Cross-entropy with its leading term re-weighted, for K classes.

use super::label_probability::LabelProbability;
use super::{Label, check_label, ignored_rows, ignoring};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::log_above_tangent;

/// Poly-1 cross-entropy from logits: −ln p_y + ε·(1 − p_y), with p = softmax(x) and ε ≥ −1.
///
/// A row holds K logits, the label y is an integer below K. Cross-entropy is Σ_j (1 − p_y)^j / j; this
/// changes the weight of its first term from 1 to 1 + ε. A positive ε (2 for ImageNet in the paper) keeps
/// pushing samples that are right already, a negative one lets go of them sooner, as
/// [`SoftmaxFocal`](crate::SoftmaxFocal) does; ε = 0 is [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
/// The gradient is (1 + ε·p_y)·(p_k − [k = y]). Which ε helps has to be tried: where it cannot be, use
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// 1 − p is a sum, never a difference, and under a negative ε the loss is (1 + ε)·(1 − p_y) plus what −ln p_y
/// exceeds 1 − p_y by: never negative, and no false 0. Below −1 the loss would push a sure answer back; such
/// ε are refused.
///
/// Value and gradient within 8 ULP, for negative ε within 14 and 10. Source: Leng et al., *PolyLoss* (2022),
/// arXiv:2204.12511.
///
/// ```
/// use microloss::{Loss, Poly1CrossEntropy, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let loss = Poly1CrossEntropy::new(2.0);
/// let value = loss.value_and_gradient(&[[3.0, 3.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - (0.693_147_2 + 1.0)).abs() < 1e-6);
/// assert_eq!(gradient, [[-1.0, 1.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(Poly1CrossEntropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Poly1CrossEntropy<const K: usize, L = usize> {
    epsilon: f32,
    ignored: Option<L>,
}

impl<const K: usize, L: Label> Poly1CrossEntropy<K, L> {
    /// The loss with this extra weight of 1 − p.
    ///
    /// # Panics
    ///
    /// Unless `epsilon` is finite and −1 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(epsilon: f32) -> Self {
        match Self::try_new(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Poly1CrossEntropy: epsilon must be finite and -1 or more"),
        }
    }

    /// The loss with a weight that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `epsilon` is finite and −1 or more.
    pub const fn try_new(epsilon: f32) -> Result<Self, Error> {
        let holds = epsilon >= -1.0 && epsilon <= f32::MAX;
        match check_parameter(holds, "epsilon", "finite and -1 or more", epsilon) {
            Ok(()) => Ok(Self { epsilon, ignored: None }),
            Err(error) => Err(error),
        }
    }
}

ignoring!([const K: usize, L: Label] Poly1CrossEntropy<K, L>);

impl<const K: usize, L: Label> Rowwise for Poly1CrossEntropy<K, L> {
    type Row = [f32; K];
    type Target = L;

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

/// −ln p_y + ε·(1 − p_y).
#[inline]
fn value(&LabelProbability { loss, miss, .. }: &LabelProbability, epsilon: f32) -> f32 {
    if epsilon >= 0.0 {
        loss + epsilon * miss
    } else {
        log_above_tangent(miss, loss) + (1.0 + epsilon) * miss
    }
}

/// One row's work, the same machine code for every K and label type.
fn gradient(row: &mut [f32], label: usize, epsilon: f32, scale: f32) -> f32 {
    let p = LabelProbability::replace(row, label, |p| {
        let slope = if epsilon >= 0.0 {
            1.0 + epsilon * p.hit
        } else {
            // The same without cancelling: near p = 1 what counts is 1 + ε, and the miss.
            (1.0 + epsilon) - epsilon * p.miss
        };
        slope * scale
    });
    value(&p, epsilon)
}
