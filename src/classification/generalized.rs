//! Cross-entropy that wrong labels spoil less, for K classes.

use super::standing::Standing;
use super::{Label, check_label, ignored_rows, ignoring};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::exp_m1;

/// Generalised cross-entropy from logits: (1 − p_y^q)/q, with p = softmax(x) and q in (0, 1].
///
/// A row holds K logits, the label y is an integer below K. As q → 0 the loss becomes
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy); q = 1 is 1 − p_y, the mean absolute error of the
/// probabilities up to a factor 2. In between (0.7 in the paper) it trades speed of learning for robustness:
/// the gradient is p_y^q·(p_k − [k = y]), so samples whose label the network finds absurd, among them the
/// mislabelled ones, pull little, and no sample costs more than 1/q. With clean labels it only learns more
/// slowly: use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// Computed as (1 − e^(−q·loss))/q from the cross-entropy, so that neither a p near 1 nor a small q loses
/// digits. A label whose logit is −∞ costs 1/q, without a gradient; a row of nothing else is NaN.
///
/// Value within 5 ULP, gradient within 8 (12 of 1 000 classes). Source: Zhang & Sabuncu, *Generalized Cross Entropy Loss for
/// Training Deep Neural Networks with Noisy Labels* (2018), arXiv:1805.07836, the L_q loss.
///
/// ```
/// use microloss::{GeneralizedCrossEntropy, Loss, Reduction};
///
/// let mut gradient = [[0.0; 4]];
/// let loss = GeneralizedCrossEntropy::new(0.5);
/// // p = ¼, √p = ½.
/// let value = loss.value_and_gradient(&[[1.0; 4]], &[2_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - 1.0).abs() < 1e-6);
/// assert!((gradient[0][0] - 0.125).abs() < 1e-6 && (gradient[0][2] + 0.375).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(GeneralizedCrossEntropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GeneralizedCrossEntropy<const K: usize, L = usize> {
    q: f32,
    ignored: Option<L>,
}

impl<const K: usize, L: Label> GeneralizedCrossEntropy<K, L> {
    /// The loss with this exponent.
    ///
    /// # Panics
    ///
    /// Unless `q` is a normal number in (0, 1]; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(q: f32) -> Self {
        match Self::try_new(q) {
            Ok(loss) => loss,
            Err(_) => panic!("GeneralizedCrossEntropy: q must be a normal number in (0, 1]"),
        }
    }

    /// The loss with an exponent that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `q` is a normal number in (0, 1].
    pub const fn try_new(q: f32) -> Result<Self, Error> {
        match check_parameter(q >= f32::MIN_POSITIVE && q <= 1.0, "q", "a normal number in (0, 1]", q) {
            Ok(()) => Ok(Self { q, ignored: None }),
            Err(error) => Err(error),
        }
    }
}

ignoring!([const K: usize, L: Label] GeneralizedCrossEntropy<K, L>);

impl<const K: usize, L: Label> Rowwise for GeneralizedCrossEntropy<K, L> {
    type Row = [f32; K];
    type Target = L;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        if self.is_ignored(target) {
            return 0.0;
        }
        value(&Standing::of(row, target.index(), 1.0), self.q)
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

/// (1 − p_y^q)/q.
#[inline]
fn value(standing: &Standing, q: f32) -> f32 {
    let loss = standing.loss();
    let exponent = q * loss;
    // The exponential is flat on this scale, and the product may be subnormal.
    if exponent < f32::EPSILON { loss } else { -exp_m1(-exponent) / q }
}

/// One row's work, the same machine code for every K and label type.
fn gradient(row: &mut [f32], label: usize, q: f32, scale: f32) -> f32 {
    value(&Standing::replace(row, label, |standing| standing.hit_to_the(q) * scale), q)
}
