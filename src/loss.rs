//! The contract: what a loss does with a batch.

use crate::error::Error;
use crate::reduction::Reduction;
use core::slice::{from_mut, from_ref};

/// A loss over a batch: its value, its gradient, both in one pass, or one value per row.
///
/// Predictions and targets are slices with one entry per row: `[f32]`, `[[f32; K]]`, or labels. Arrays and `heapless::Vec`s
/// coerce to slices. Flat storage goes through `as_chunks::<K>().0`.
///
/// Some losses take or return more, by methods of the same names: [`InfoNce`](crate::InfoNce), [`NtXent`](crate::NtXent),
/// [`SupervisedContrastive`](crate::SupervisedContrastive), [`Clip`](crate::Clip), [`SigLip`](crate::SigLip),
/// [`CosineClassifier`](crate::CosineClassifier), [`Ctc`](crate::Ctc), [`Elbo`](crate::Elbo) and
/// [`SequenceLogProbability`](crate::SequenceLogProbability). All others implement this trait. Code for any of them takes a
/// reference, `&(impl Loss + ?Sized)` or `&dyn Loss`: references implement nothing themselves.
///
/// # Errors
///
/// Every method checks its arguments first. If one is wrong, it returns an error and writes nothing:
///
/// | error | reason |
/// |---|---|
/// | [`Error::EmptyBatch`] | the batch has no rows |
/// | [`Error::Length`] | two buffers disagree |
/// | [`Error::Label`] | a label is outside its classes |
/// | [`Error::Target`] | a target has no meaning for the loss: 0 for a hinge, −1 for a sigmoid |
/// | [`Error::Prediction`] | a prediction is not a probability, and the loss takes probabilities |
/// | [`Error::Parameter`] | [`Reduction::Over`] is bad |
///
/// # Not a number
///
/// NaN propagates. If a prediction is NaN, the value becomes NaN, and so does the gradient of its row; other rows keep theirs. An
/// infinite prediction gives the limit of the formula: an infinite value with a finite slope for [`Huber`](crate::Huber), 0 if
/// the prediction is certainly right, NaN if there is no limit.
///
/// A row of finite predictions never gives NaN, unless its weights, parameters and reduction multiply beyond `f32::MAX`. An
/// infinite value of each sign, of two rows or of two parts of a sum, adds up to NaN. Every NaN returned is `f32::NAN`, so that
/// its bits also agree between targets.
///
/// ```
/// use microloss::{Error, Huber, Loss, Reduction};
///
/// type AnyLoss = dyn Loss<Prediction = f32, Target = f32>;
///
/// // A training loop that does not know which loss it runs.
/// fn step(loss: &AnyLoss, p: &mut [f32; 2], t: &[f32]) -> Result<f32, Error> {
///     let mut gradient = [0.0; 2];
///     let value = loss.value_and_gradient(p, t, Reduction::Mean, &mut gradient)?;
///     for (p, g) in p.iter_mut().zip(gradient) {
///         *p -= 0.5 * g;
///     }
///     Ok(value)
/// }
/// let mut prediction = [1.0, 4.0];
/// let value = step(&Huber::new(1.0), &mut prediction, &[0.0, 0.0])?;
/// assert_eq!((value, prediction), (2.0, [0.75, 3.75]));
/// # Ok::<(), Error>(())
/// ```
pub trait Loss {
    /// One row of predictions; its gradient has the same type.
    type Prediction;
    /// The target of one row.
    type Target;

    /// Returns the reduced loss.
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn value(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
    ) -> Result<f32, Error>;

    /// Returns the reduced loss, and writes its gradient with respect to the predictions.
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn value_and_gradient(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
        gradient: &mut [Self::Prediction],
    ) -> Result<f32, Error>;

    /// Returns the reduced loss, and replaces the predictions by their gradient.
    ///
    /// For a device without a second buffer. The bits are those of [`value_and_gradient`](Loss::value_and_gradient).
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn value_and_gradient_in_place(
        &self,
        prediction: &mut [Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
    ) -> Result<f32, Error>;

    /// Writes the gradient of the reduced loss.
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn gradient(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
        gradient: &mut [Self::Prediction],
    ) -> Result<(), Error> {
        self.value_and_gradient(prediction, target, reduction, gradient).map(|_| ())
    }

    /// Returns the denominator of [`Mean`](Reduction::Mean): the number of rows, or the sum of their weights if there are weights.
    ///
    /// A sum that is not a normal number counts as the nearest one that is. If a batch comes in pieces, add their denominators,
    /// and reduce every piece [`Over`](Reduction::Over) the total.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
    ///
    /// let logits = [[0.5, 0.0], [9.0, 0.0], [0.0, 2.0]];
    /// let labels = [1_u8, 255, 0];
    /// let loss = SoftmaxCrossEntropy::new()
    ///     .with_class_weights(&[1.0, 3.0])
    ///     .ignoring(255);
    /// let all = loss.denominator(&labels[..2])? + loss.denominator(&labels[2..])?;
    /// assert_eq!(all, 3.0 + 1.0);
    ///
    /// let over = Reduction::Over(all);
    /// let pieces = loss.value(&logits[..2], &labels[..2], over)?
    ///     + loss.value(&logits[2..], &labels[2..], over)?;
    /// assert_eq!(pieces, loss.value(&logits, &labels, Reduction::Mean)?);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn denominator(&self, target: &[Self::Target]) -> Result<f32, Error>;

    /// Writes the loss of every row, unreduced (reduction "none").
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn terms(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        terms: &mut [f32],
    ) -> Result<(), Error>;

    /// Returns the loss of one sample, and writes its gradient.
    ///
    /// ```
    /// use microloss::{Loss, SoftmaxCrossEntropy};
    ///
    /// let mut gradient = [0.0; 2];
    /// let loss = SoftmaxCrossEntropy::new();
    /// let value = loss.value_and_gradient_of_one(&[0.0, 0.0], &1_u8, &mut gradient)?;
    /// assert_eq!((value, gradient), (core::f32::consts::LN_2, [0.5, -0.5]));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn value_and_gradient_of_one(
        &self,
        prediction: &Self::Prediction,
        target: &Self::Target,
        gradient: &mut Self::Prediction,
    ) -> Result<f32, Error> {
        self.value_and_gradient(from_ref(prediction), from_ref(target), Reduction::Sum, from_mut(gradient))
    }

    /// Returns the reduced loss of arrays: a wrong length, or N = 0, does not compile.
    ///
    /// Losses that accept every target have this method without `try_`: [`AnyTarget`](crate::AnyTarget).
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
    ///
    /// let (logits, labels) = ([[0.0, 0.0], [5.0, 5.0]], [1_u8, 0]);
    /// let loss = SoftmaxCrossEntropy::new();
    /// let value = loss.try_value_array(&logits, &labels, Reduction::Mean)?;
    /// assert_eq!(value, core::f32::consts::LN_2);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn try_value_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
    ) -> Result<f32, Error>
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value(prediction, target, reduction)
    }

    /// Returns the reduced loss of arrays, and writes its gradient: a wrong length, or N = 0, does not compile.
    ///
    /// ```
    /// use microloss::{Hinge, Loss, Reduction};
    ///
    /// let mut gradient = [0.0; 2];
    /// let (scores, sides) = ([0.5, -2.0], [1.0, -1.0]);
    /// let value = Hinge::new()
    ///     .try_value_and_gradient_array(&scores, &sides, Reduction::Sum, &mut gradient)?;
    /// assert_eq!((value, gradient), (0.5, [-1.0, 0.0]));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn try_value_and_gradient_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
        gradient: &mut [Self::Prediction; N],
    ) -> Result<f32, Error>
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value_and_gradient(prediction, target, reduction, gradient)
    }

    /// Returns the reduced loss of arrays, and replaces the predictions by their gradient: a wrong length, or N = 0, does not compile.
    ///
    /// ```
    /// use microloss::{Hinge, Loss, Reduction};
    ///
    /// let mut scores = [0.5, -2.0];
    /// let value = Hinge::new()
    ///     .try_value_and_gradient_in_place_array(&mut scores, &[1.0, -1.0], Reduction::Sum)?;
    /// assert_eq!((value, scores), (0.5, [-1.0, 0.0]));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn try_value_and_gradient_in_place_array<const N: usize>(
        &self,
        prediction: &mut [Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
    ) -> Result<f32, Error>
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value_and_gradient_in_place(prediction, target, reduction)
    }

    /// Returns the loss of every row of an array, unreduced: a wrong length, or N = 0, does not compile.
    ///
    /// ```
    /// use microloss::{Hinge, Loss};
    ///
    /// let terms = Hinge::new().try_terms_array(&[0.5, -2.0], &[1.0, -1.0])?;
    /// assert_eq!(terms, [0.5, 0.0]);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "the trait lists them")]
    fn try_terms_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
    ) -> Result<[f32; N], Error>
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        let mut terms = [0.0; N];
        self.terms(prediction, target, &mut terms).map(|()| terms)
    }
}

/// Targets for a loss that needs none, such as [`EntropyBonus`](crate::EntropyBonus): one `()` per row.
///
/// ```
/// use microloss::{EntropyBonus, Loss, Reduction, no_targets};
///
/// let logits = [[0.0; 4]; 2];
/// let value = EntropyBonus::new().value(&logits, no_targets(2), Reduction::Mean)?;
/// assert_eq!(value, -(4.0_f32.ln()));
/// # Ok::<(), microloss::Error>(())
/// ```
#[must_use]
pub fn no_targets(rows: usize) -> &'static [()] {
    // A slice of `()` takes no memory, so it can be as long as there are numbers.
    (&[(); usize::MAX] as &[()]).get(..rows).unwrap_or_default()
}
