//! Cross-entropy that turns its attention to the hard samples, for K classes.

use super::standing::Standing;
use super::{Label, check_class_weights, check_label, ignored_rows, ignoring};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;

/// Multi-class focal loss from logits: −α_y·(1 − p_y)^γ·ln p_y, with p = softmax(x).
///
/// A row holds K logits, the label y is an integer below K. The weights α are 1 unless set; they weigh the loss, and
/// `Mean` divides by the number of rows whose label is not ignored, whatever they are. γ = 0 is
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy): use that when the classes are balanced, where focusing only slows
/// training.
///
/// With c = α_y·q^γ·(1 + γ·p_y·(−ln p_y)/q) and q = 1 − p_y the gradient is c·(p_k − [k = y]); the quotient tends to 1 as
/// q → 0, so every γ ≥ 0 and every finite logit gives a finite gradient. q is a sum, never 1 − p.
///
/// Value and gradient of up to 7 classes within 16 ULP for γ ≤ 3, 8 + 4γ beyond: q^γ has γ times the relative error of q, which
/// grows with the logarithm of the number of classes (33 ULP of 1 000 at γ = 3). Source: Lin et al., *Focal Loss for Dense
/// Object Detection* (2017), arXiv:1708.02002, eq. 5, on a softmax.
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
#[doc = crate::generated::picture!(SoftmaxFocal)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxFocal<'a, const K: usize, L = usize> {
    gamma: f32,
    alpha: Option<&'a [f32; K]>,
    ignored: Option<L>,
}

impl<'a, const K: usize, L: Label> SoftmaxFocal<'a, K, L> {
    /// The loss with focusing parameter `gamma` (2 in the paper) and every α 1.
    ///
    /// # Panics
    ///
    /// Unless `gamma` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(gamma: f32) -> Self {
        match Self::try_new(gamma) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxFocal: gamma must be finite and 0 or more"),
        }
    }

    /// The loss with a focusing parameter that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `gamma` is finite and 0 or more.
    pub const fn try_new(gamma: f32) -> Result<Self, Error> {
        match check_parameter(gamma >= 0.0 && gamma <= f32::MAX, "gamma", "finite and 0 or more", gamma) {
            Ok(()) => Ok(Self { gamma, alpha: None, ignored: None }),
            Err(error) => Err(error),
        }
    }

    /// Weighs every class: what other losses call class weights.
    ///
    /// # Panics
    ///
    /// Unless every weight is finite and 0 or more; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxFocal};
    ///
    /// // 4·(½)²·ln 2.
    /// let value = SoftmaxFocal::new(2.0).with_alpha(&[1.0, 4.0]).value(&[[0.0, 0.0]], &[1_u8], Reduction::Mean)?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[doc(alias = "with_class_weights")]
    #[must_use]
    pub const fn with_alpha(self, alpha: &'a [f32; K]) -> Self {
        match self.try_with_alpha(alpha) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxFocal: every alpha must be finite and 0 or more"),
        }
    }

    /// [`with_alpha`](Self::with_alpha) for weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every weight is finite and 0 or more.
    pub const fn try_with_alpha(self, alpha: &'a [f32; K]) -> Result<Self, Error> {
        match check_class_weights("alpha", alpha) {
            Ok(()) => Ok(Self { alpha: Some(alpha), ..self }),
            Err(error) => Err(error),
        }
    }

    /// The weight of a row: 0 if its label is ignored.
    #[inline]
    fn alpha_of(&self, label: &L) -> f32 {
        if self.is_ignored(label) {
            return 0.0;
        }
        self.alpha.map_or(1.0, |alpha| alpha.get(label.index()).copied().unwrap_or(0.0))
    }
}

ignoring!(['a, const K: usize, L: Label] SoftmaxFocal<'a, K, L>);

impl<const K: usize, L: Label> Rowwise for SoftmaxFocal<'_, K, L> {
    type Row = [f32; K];
    type Target = L;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let alpha = self.alpha_of(target);
        if alpha == 0.0 {
            return 0.0;
        }
        let standing = Standing::of(row, target.index(), 1.0);
        alpha * (standing.miss_to_the(self.gamma) * standing.loss())
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        gradient(row, target.index(), self.gamma, self.alpha_of(target), scale)
    }
}

/// One row's work, the same machine code for every K and label type.
fn gradient(row: &mut [f32], label: usize, gamma: f32, alpha: f32, scale: f32) -> f32 {
    if alpha == 0.0 {
        row.fill(0.0);
        return 0.0;
    }
    let mut focus = 0.0;
    let standing = Standing::replace(row, label, |standing| {
        focus = standing.miss_to_the(gamma);
        let ratio = if standing.hit == 0.0 {
            0.0
        } else if standing.miss == 0.0 {
            1.0
        } else {
            standing.hit * (standing.loss() / standing.miss)
        };
        alpha * (focus * (1.0 + gamma * ratio)) * scale
    });
    alpha * (focus * standing.loss())
}
