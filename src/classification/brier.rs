//! Squared error of a softmax against a label.

use super::{Label, check_label, ignored_rows, ignoring};
use crate::error::Error;
use crate::math::{Distribution, replace_by_softmax, through_softmax};
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Brier score from logits and labels: Σₖ (pₖ − [k = y])², with p = softmax(x).
///
#[doc = card!(rows SoftmaxBrier: "`[f32; K]`, logits", "`L`, a label below K")]
///
/// With q = 1 − p_y, the gradient is 2·pⱼ·(gⱼ − Σₖ pₖ·gₖ), where g is p but −q for the label.
///
/// The score lies between 0 and 2. It is a proper score, as cross-entropy is: the true probabilities minimise its mean. But a wrong
/// label costs a bounded amount, and a rare event that the model thought impossible does not dominate the mean. For the same
/// reason the gradient vanishes if the model is surely wrong: to start training,
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) is the better choice. It suits calibration, and a last layer that is adapted on
/// the device from labels that may be wrong. For yes or no, two classes give twice the (p − y)² of scikit-learn's
/// `brier_score_loss`. For probabilities rather than logits use [`SquaredError`](crate::SquaredError) with one-hot targets.
///
/// q is a sum, never 1 − p, so that no digit is lost if the prediction is sure. A logit of −∞ masks its class, with gradient 0. A
/// logit of +∞ makes its row NaN.
///
/// **Error**: value within 7 ULP, gradient within 13 of the largest of its parts 2·pⱼ·pₖ·|gⱼ| and 2·pⱼ·pₖ·|gₖ|. **Source**: Brier, *Verification of
/// Forecasts Expressed in Terms of Probability* (1950), `doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2`, eq. 2; proper: Gneiting &
/// Raftery (2007), doi:10.1198/016214506000001437, example 1.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxBrier};
///
/// // p = ¼ for each of four classes: (¾)² + 3·(¼)².
/// let mut gradient = [[0.0; 4]];
/// let loss = SoftmaxBrier::new();
/// let value =
///     loss.value_and_gradient(&[[0.0; 4]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 0.75);
/// assert_eq!(gradient, [[-0.375, 0.125, 0.125, 0.125]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SoftmaxBrier)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxBrier<const K: usize, L = u8> {
    ignored: Option<L>,
}

impl<const K: usize, L: Copy> Default for SoftmaxBrier<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Copy> SoftmaxBrier<K, L> {
    /// Creates the loss without an ignored label.
    #[must_use]
    pub const fn new() -> Self {
        Self { ignored: None }
    }
}

ignoring!([const K: usize, L: Copy] SoftmaxBrier<K, L>);

impl<const K: usize, L: Label> Rowwise for SoftmaxBrier<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    ignored_rows!();

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        if self.is_ignored(target) {
            return 0.0;
        }
        let p = Distribution::of(row);
        term(row, target.index(), |x| p.probability(x)).0
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        if self.is_ignored(target) {
            row.fill(0.0);
            return 0.0;
        }
        gradient(row, target.index(), scale)
    }
}

/// Returns the loss of a row, and q. `probability` maps an element of the row to a probability.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], label: usize, probability: impl Fn(f32) -> f32) -> (f32, f32) {
    if label >= row.len() {
        return (f32::NAN, f32::NAN);
    }
    let miss = sum(row, |k, x| if k == label { 0.0 } else { probability(*x) });
    let squares = sum(row, |k, x| {
        let p = if k == label { 0.0 } else { probability(*x) };
        p * p
    });
    (miss * miss + squares, miss)
}

/// Replaces a row by its gradient. Returns the loss.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], label: usize, scale: f32) -> f32 {
    let (best, _) = replace_by_softmax(row);
    let (term, miss) = term(row, label, |p| p);
    if term.is_nan() {
        row.fill(term);
        return term;
    }
    through_softmax(row, best, 2.0 * scale, |k, p| if k == label { -miss } else { p });
    term
}
