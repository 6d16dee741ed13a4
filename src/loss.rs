//! The contract: what a loss is, and what to implement for a loss of your own.

use crate::error::Error;
use crate::reduction::Reduction;

/// A loss over a batch: its value, its gradient, both in one pass, or one value per row.
///
/// Predictions and targets are slices with one entry per row: `[f32]`, `[[f32; K]]`, or labels. Arrays and `heapless::Vec`s
/// coerce to slices. Flat storage goes through `as_chunks::<K>().0`.
///
/// Some losses take or return more, by methods of the same names: [`InfoNce`](crate::InfoNce), [`NtXent`](crate::NtXent),
/// [`SupervisedContrastive`](crate::SupervisedContrastive), [`Clip`](crate::Clip), [`Ctc`](crate::Ctc), [`Elbo`](crate::Elbo) and
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
/// | [`Error::Parameter`] | [`Reduction::Over`] is bad, or a number of a target has no meaning |
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
}

/// The loss of one row, from which all methods of [`Loss`] follow.
///
/// Implement this trait for a loss of your own if its rows are wider than one number. If they are one number, implement
/// [`Elementwise`](crate::Elementwise).
///
/// ```
/// use microloss::{Loss, Reduction, Rowwise};
///
/// /// ½‖p − t‖² of points in the plane.
/// struct HalfSquare;
///
/// impl Rowwise for HalfSquare {
///     type Row = [f32; 2];
///     type Target = [f32; 2];
///
///     fn term(&self, row: &[f32; 2], target: &[f32; 2]) -> f32 {
///         let [x, y] = [row[0] - target[0], row[1] - target[1]];
///         0.5 * (x * x + y * y)
///     }
///     fn term_and_gradient(&self, row: &mut [f32; 2], target: &[f32; 2], scale: f32) -> f32 {
///         let term = self.term(row, target);
///         *row = [(row[0] - target[0]) * scale, (row[1] - target[1]) * scale];
///         term
///     }
/// }
///
/// let mut rows = [[3.0, 4.0], [1.0, 1.0]];
/// let value = HalfSquare.value_and_gradient_in_place(&mut rows, &[[0.0, 0.0], [1.0, 1.0]], Reduction::Mean);
/// assert_eq!((value, rows), (Ok(6.25), [[1.5, 2.0], [0.0, 0.0]]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `Rowwise`",
    note = "a reference to a loss does not implement it: pass the loss by value"
)]
pub trait Rowwise {
    /// A row of predictions.
    type Row: Row;
    /// The target of a row.
    type Target;

    /// Returns true if rows weigh differently in the mean: if [`weight`](Rowwise::weight) can be other than 1.
    #[inline]
    fn is_weighted(&self) -> bool {
        false
    }

    /// Asks for one copy of the code of a row, if that is much code. No result depends on it.
    #[doc(hidden)]
    const ONE_COPY: bool = false;

    /// Returns the weight of a row in the denominator of the mean.
    ///
    /// It is called only if [`is_weighted`](Rowwise::is_weighted). The terms must already include this factor.
    #[inline]
    fn weight(&self, target: &Self::Target) -> f32 {
        let _ = target;
        1.0
    }

    /// Refuses a target that has no meaning. It is called for every row before anything is written.
    ///
    /// # Errors
    ///
    /// [`Error::Label`] if a label is outside its classes, [`Error::Parameter`] if a number has no meaning.
    #[inline]
    fn check(&self, row: usize, target: &Self::Target) -> Result<(), Error> {
        let _ = (row, target);
        Ok(())
    }

    /// Returns the loss of a row.
    fn term(&self, row: &Self::Row, target: &Self::Target) -> f32;

    /// Returns the loss of a row, with the bits of [`term`](Rowwise::term), and replaces the row by its gradient times `scale`.
    ///
    /// If the loss is NaN, the gradient must be NaN too.
    fn term_and_gradient(&self, row: &mut Self::Row, target: &Self::Target, scale: f32) -> f32;
}

/// A row of numbers: `f32`, `[f32; K]`, `[[f32; K]; M]`, or your own struct around one of them.
///
/// ```
/// use microloss::Row;
///
/// let mut row = [[1.0, 2.0], [3.0, 4.0]];
/// row.elements_mut().iter_mut().for_each(|x| *x *= 10.0);
/// assert_eq!(row, [[10.0, 20.0], [30.0, 40.0]]);
/// ```
pub trait Row: Copy {
    /// Returns the numbers of the row.
    fn elements_mut(&mut self) -> &mut [f32];
}

impl Row for f32 {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        core::slice::from_mut(self)
    }
}

impl<const K: usize> Row for [f32; K] {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        self
    }
}

impl<const K: usize, const M: usize> Row for [[f32; K]; M] {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        self.as_flattened_mut()
    }
}
