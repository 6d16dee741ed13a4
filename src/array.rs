//! Arrays: batches of a length that is known at compile time.

use crate::loss::Loss;
use crate::reduction::Reduction;

/// A loss that accepts every target, so that a call with arrays cannot fail.
///
/// The compiler checks the lengths: a wrong length, or N = 0, does not compile. The one mistake that is left is a
/// [`Reduction::Over`] that [`Loss::value`] refuses: then the value is NaN, and nothing is written.
///
/// Losses with labels, or with a [`Domain`](crate::Domain) of targets, have the same methods with `try_` before the name, in
/// [`Loss`]. For a loss of your own, implement this trait if its `check` methods accept everything.
///
/// ```
/// use microloss::{AbsoluteError, AnyTarget, Reduction};
///
/// let mut gradient = [0.0; 2];
/// let loss = AbsoluteError::new();
/// let (p, t) = ([1.0, -3.0], [0.0; 2]);
/// let value = loss.value_and_gradient_array(&p, &t, Reduction::Mean, &mut gradient);
/// assert_eq!((value, gradient), (2.0, [0.5, -0.5]));
/// ```
///
/// ```compile_fail
/// use microloss::{AbsoluteError, AnyTarget, Reduction};
///
/// AbsoluteError::new().value_array(&[1.0, 2.0], &[0.0; 3], Reduction::Mean);
/// ```
pub trait AnyTarget: Loss + Sized {
    /// Returns the reduced loss of arrays.
    ///
    /// ```
    /// use microloss::{AnyTarget, Huber, Reduction};
    ///
    /// assert_eq!(Huber::new(1.0).value_array(&[3.0], &[0.0], Reduction::Sum), 2.5);
    /// ```
    fn value_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
    ) -> f32 {
        self.try_value_array(prediction, target, reduction).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays, and writes its gradient.
    fn value_and_gradient_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
        gradient: &mut [Self::Prediction; N],
    ) -> f32 {
        self.try_value_and_gradient_array(prediction, target, reduction, gradient).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays, and replaces the predictions by their gradient.
    ///
    /// ```
    /// use microloss::{AnyTarget, Reduction, SquaredError};
    ///
    /// let mut p = [1.0, -3.0];
    /// let loss = SquaredError::new();
    /// let value = loss.value_and_gradient_in_place_array(&mut p, &[0.0; 2], Reduction::Sum);
    /// assert_eq!((value, p), (10.0, [2.0, -6.0]));
    /// ```
    fn value_and_gradient_in_place_array<const N: usize>(
        &self,
        prediction: &mut [Self::Prediction; N],
        target: &[Self::Target; N],
        reduction: Reduction,
    ) -> f32 {
        self.try_value_and_gradient_in_place_array(prediction, target, reduction).unwrap_or(f32::NAN)
    }

    /// Returns the loss of every row of an array, unreduced.
    ///
    /// ```
    /// use microloss::{AnyTarget, SquaredError};
    ///
    /// assert_eq!(SquaredError::new().terms_array(&[1.0, -3.0], &[0.0; 2]), [1.0, 9.0]);
    /// ```
    fn terms_array<const N: usize>(
        &self,
        prediction: &[Self::Prediction; N],
        target: &[Self::Target; N],
    ) -> [f32; N] {
        self.try_terms_array(prediction, target).unwrap_or([f32::NAN; N])
    }
}
