//! Cross-entropy of given probabilities, against a label.

use super::FLOOR;
use crate::classification::{Label, check_label, ignored_rows, ignoring};
use crate::domain::{Domain, check_probabilities};
use crate::error::Error;
use crate::math::ln;
use crate::rowwise::Rowwise;

/// Cross-entropy of given probabilities and labels: −ln p_y.
///
#[doc = card!(rows CategoricalNll: "`[f32; K]`, probabilities p", "`L`, a label below K")]
///
/// The gradient, in the probabilities, is −1/p_y for the label and 0 for the others. The step before takes it on: if it is a softmax with the
/// outputs p and the gradient g, that of its logits is pⱼ·(gⱼ − Σₖ pₖ·gₖ).
///
/// It is for a network that ends in a softmax that you cannot leave out: one that was quantised with it, or runs on an accelerator. If
/// you have the logits, use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy): it keeps the digits that are lost when p is rounded. For
/// targets that are distributions use [`KlDivergence`](crate::KlDivergence), whose value for a one-hot target is the same. For yes or no use
/// [`BernoulliNll`](crate::BernoulliNll).
///
/// **Parameter**: the floor f (1e-12 unless set) bounds the gradient; see [`with_floor`](Self::with_floor). An int8 softmax has steps of
/// 1/256: a p of 0 stands for anything below 1/512, and a floor of 1/512 says so.
///
/// Below the floor the logarithm continues as its tangent, −ln p ≈ −ln f + (f − p)/f. So value and gradient are continuous, and stay
/// finite (28.6 and −1e12 at p = 0). Keras' `SparseCategoricalCrossentropy` divides p by its sum first, and clips it to [1e-7, 1 − 1e-7],
/// where its gradient is 0: a sample that is certainly wrong teaches nothing there. Between the clips, and for p whose sum is 1, the
/// values are the same.
///
/// A prediction that is not a probability is refused: a logit, or NaN. Rounding may take p out of [0, 1] by 1e-6. Then the loss is
/// finite, and at least −1e-6.
///
/// **Error**: value within 1 ULP, or 1.5 below the floor; gradient within 1. **Source**: Bishop, *Pattern Recognition and Machine
/// Learning* (2006), eq. 4.108.
///
/// ```
/// use microloss::{CategoricalNll, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let loss = CategoricalNll::new();
/// let p = [[0.25, 0.5, 0.25]];
/// let value = loss.value_and_gradient(&p, &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - 1.386_294).abs() < 1e-6);
/// assert_eq!(gradient, [[-4.0, 0.0, 0.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CategoricalNll<const K: usize, L = u8> {
    floor: f32,
    ignored: Option<L>,
}

impl<const K: usize, L: Copy> Default for CategoricalNll<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Copy> CategoricalNll<K, L> {
    /// Creates the loss with floor 1e-12.
    #[must_use]
    pub const fn new() -> Self {
        Self { floor: FLOOR, ignored: None }
    }

    option! {
        /// Sets the floor (at least 1.2e-38, the smallest normal number). Its reciprocal bounds the gradient.
        ///
        /// ```
        /// use microloss::{CategoricalNll, Loss, Reduction};
        ///
        /// // An int8 softmax: at p = 0 the loss is ln 512 + 1.
        /// let mut gradient = [[0.0; 2]];
        /// let loss = CategoricalNll::new().with_floor(1.0 / 512.0);
        /// let value = loss
        ///     .value_and_gradient(&[[0.0, 1.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
        /// assert!((value - (512_f32.ln() + 1.0)).abs() < 1e-6);
        /// assert_eq!(gradient, [[-512.0, 0.0]]);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        CategoricalNll: with_floor / try_with_floor(self, floor: normal_to_half) => Self { floor, ..self }
    }
}

ignoring!([const K: usize, L: Copy] CategoricalNll<K, L>);

impl<const K: usize, L: Label> Rowwise for CategoricalNll<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    ignored_rows!();

    #[inline]
    fn accepts_all_rows(&self, rows: &[[f32; K]]) -> bool {
        Domain::RoundedUnit.surely_contains(rows.as_flattened())
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &[f32; K]) -> Result<(), Error> {
        check_probabilities(row, prediction)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        if self.is_ignored(target) { 0.0 } else { self.of(row, target.index()).0 }
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        if self.is_ignored(target) {
            row.fill(0.0);
            return 0.0;
        }
        let (term, slope) = self.of(row, target.index());
        // A label that names no class, or a row that `check_prediction` refuses.
        row.fill(0.0 * slope);
        if let Some(own) = row.get_mut(target.index()) {
            *own = slope * scale;
        }
        term
    }
}

impl<const K: usize, L: Copy> CategoricalNll<K, L> {
    /// Returns the loss, and its derivative in the label's probability.
    #[inline]
    fn of(&self, row: &[f32], label: usize) -> (f32, f32) {
        let Some(p) = row.get(label) else { return (f32::NAN, f32::NAN) };
        if *p < self.floor {
            ((self.floor - p) / self.floor - ln(self.floor), -1.0 / self.floor)
        } else {
            (-ln(*p), -1.0 / p)
        }
    }
}
