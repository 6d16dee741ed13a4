//! Losses of one number: the contract, and the row of one number that follows from it.

use crate::domain::Domain;
use crate::error::Error;
use crate::rowwise::Rowwise;

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
/// [`Loss`](crate::Loss) follow. If not every number has a meaning as a target, say so in [`TARGETS`](Self::TARGETS): others are then
/// refused. If every number has, implement [`AnyTarget`](crate::AnyTarget) too.
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
    /// The targets that have a meaning. Others are refused with [`Error::Target`].
    const TARGETS: Domain = Domain::Any;

    /// The predictions that have a meaning. Others are refused with [`Error::Prediction`]. All losses of logits take any number.
    const PREDICTIONS: Domain = Domain::Any;

    /// Returns value and slope. If one of them is NaN, the other must be NaN too.
    fn point(&self, prediction: f32, target: f32) -> Point;

    /// Returns the second derivative with respect to the prediction, for Newton-type steps.
    ///
    /// If it does not exist, it is that of one side.
    fn curvature(&self, prediction: f32, target: f32) -> f32;
}

impl<E: Elementwise> Rowwise for E {
    type Row = f32;
    type Target = f32;
    // The value is NaN if the slope is.
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn accepts_all(&self, targets: &[f32]) -> bool {
        E::TARGETS.surely_contains(targets)
    }

    #[inline]
    fn check(&self, row: usize, target: &f32) -> Result<(), Error> {
        E::TARGETS.check_target(row, *target)
    }

    #[inline]
    fn accepts_all_rows(&self, rows: &[f32]) -> bool {
        E::PREDICTIONS.surely_contains(rows)
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &f32) -> Result<(), Error> {
        E::PREDICTIONS.check_prediction(row, *prediction)
    }

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
