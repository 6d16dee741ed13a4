//! Losses of one row: what to implement for a loss of your own.

use crate::error::Error;

/// The loss of one row, from which all methods of [`Loss`](crate::Loss) follow.
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

    /// States that the gradient of a row holds a NaN only if the value is infinite or NaN, for every positive finite `scale`.
    ///
    /// If so, the loop needs no look at the gradients of finite batches: 4 to 12 instructions per element on a Cortex-M4F. The gradient
    /// may not come from a product 0·∞ or a difference ∞ − ∞ then.
    const NAN_ONLY_WITH_VALUE: bool = false;

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

    /// Returns true only if [`check`](Rowwise::check) accepts every target: a quick look, so that most batches need no other.
    #[doc(hidden)]
    #[inline]
    fn accepts_all(&self, targets: &[Self::Target]) -> bool {
        let _ = targets;
        false
    }

    /// Refuses a target that has no meaning. It is called for every row, before anything is written.
    ///
    /// # Errors
    ///
    /// [`Error::Label`] if a label is outside its classes, [`Error::Target`] if a number has no meaning.
    #[inline]
    fn check(&self, row: usize, target: &Self::Target) -> Result<(), Error> {
        let _ = (row, target);
        Ok(())
    }

    /// Returns true only if [`check_prediction`](Rowwise::check_prediction) accepts every row: a quick look, as `accepts_all`.
    #[doc(hidden)]
    #[inline]
    fn accepts_all_rows(&self, rows: &[Self::Row]) -> bool {
        let _ = rows;
        false
    }

    /// Refuses a prediction that has no meaning: for losses whose predictions are probabilities. It is called for every row, before
    /// anything is written.
    ///
    /// # Errors
    ///
    /// [`Error::Prediction`] if a number has no meaning.
    #[inline]
    fn check_prediction(&self, row: usize, prediction: &Self::Row) -> Result<(), Error> {
        let _ = (row, prediction);
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
