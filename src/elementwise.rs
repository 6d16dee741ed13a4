//! Losses of one number: the contract, and the row of one number that follows from it.

use crate::loss::{Loss, Rowwise};
use crate::reduction::Reduction;

/// The value and the slope of an elementwise loss at one prediction.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Point {
    /// The loss.
    pub value: f32,
    /// Its derivative with respect to the prediction.
    pub slope: f32,
}

/// A loss of one prediction and one target.
///
/// To add your own, implement its two methods: one for the value and the slope, one for the second derivative. All methods of
/// [`Loss`] follow.
///
/// ```
/// use microloss::{Elementwise, Loss, Point, Reduction};
///
/// /// ¼ (p − t)⁴
/// struct Quartic;
///
/// impl Elementwise for Quartic {
///     fn point(&self, prediction: f32, target: f32) -> Point {
///         let d = prediction - target;
///         Point { value: 0.25 * d * d * d * d, slope: d * d * d }
///     }
///     fn curvature(&self, prediction: f32, target: f32) -> f32 {
///         let d = prediction - target;
///         3.0 * d * d
///     }
/// }
///
/// let mut gradient = [0.0; 2];
/// let value = Quartic.value_and_gradient(&[2.0, 1.0], &[0.0, 1.0], Reduction::Mean, &mut gradient);
/// assert_eq!(value, Ok(2.0));
/// assert_eq!(gradient, [4.0, 0.0]);
/// ```
pub trait Elementwise {
    /// Returns value and slope. If the value is NaN, the slope must be NaN too.
    fn point(&self, prediction: f32, target: f32) -> Point;

    /// Returns the second derivative with respect to the prediction, for Newton-type steps.
    ///
    /// If it does not exist, it is that of one side.
    fn curvature(&self, prediction: f32, target: f32) -> f32;

    /// Returns the reduced loss of arrays, which cannot fail: a wrong length, or N = 0, does not compile.
    ///
    /// A [`Reduction::Over`] that [`Loss::value`] refuses gives NaN.
    ///
    /// ```
    /// use microloss::{AbsoluteError, Elementwise, Reduction};
    ///
    /// assert_eq!(AbsoluteError::new().value_array(&[1.0, -3.0], &[0.0; 2], Reduction::Mean), 2.0);
    /// ```
    fn value_array<const N: usize>(
        &self,
        prediction: &[f32; N],
        target: &[f32; N],
        reduction: Reduction,
    ) -> f32
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        Loss::value(self, prediction, target, reduction).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays and writes its gradient, which cannot fail: a wrong length, or N = 0, does not compile.
    ///
    /// A [`Reduction::Over`] that [`Loss::value_and_gradient`] refuses gives NaN, and leaves the gradient as it was.
    ///
    /// ```
    /// use microloss::{AbsoluteError, Elementwise, Reduction};
    ///
    /// let mut gradient = [0.0; 2];
    /// let loss = AbsoluteError::new();
    /// let (p, t) = ([1.0, -3.0], [0.0; 2]);
    /// let value = loss.value_and_gradient_array(&p, &t, Reduction::Mean, &mut gradient);
    /// assert_eq!((value, gradient), (2.0, [0.5, -0.5]));
    /// ```
    fn value_and_gradient_array<const N: usize>(
        &self,
        prediction: &[f32; N],
        target: &[f32; N],
        reduction: Reduction,
        gradient: &mut [f32; N],
    ) -> f32
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        Loss::value_and_gradient(self, prediction, target, reduction, gradient).unwrap_or(f32::NAN)
    }
}

impl<E: Elementwise> Rowwise for E {
    type Row = f32;
    type Target = f32;

    #[inline]
    fn term(&self, row: &f32, target: &f32) -> f32 {
        self.point(*row, *target).value
    }

    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn term_and_gradient(&self, row: &mut f32, target: &f32, scale: f32) -> f32 {
        let point = self.point(*row, *target);
        *row = point.slope * scale;
        point.value
    }
}
