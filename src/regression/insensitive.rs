//! Losses with a dead zone: errors up to a tolerance cost nothing.

use super::excess::beyond;
use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};

/// ε-insensitive loss: max(0, |d| − ε), with d = p − t.
///
#[doc = card!(elementwise EpsilonInsensitive)]
///
/// The gradient is the sign of d if |d| > ε, and 0 otherwise, including |d| = ε, where the slope jumps. So a prediction that is near
/// enough stays as it is.
///
/// **Parameter**: `epsilon` (ε) is the error that does not matter, in units of the target: the resolution of the sensor, or the
/// tolerance of the product. scikit-learn uses 0.1. With 0 the loss is [`AbsoluteError`](crate::AbsoluteError).
///
/// If every bit of a reading counts, use [`Huber`](crate::Huber): it goes on to the middle of the zone. If errors beyond the zone should
/// weigh more the larger they are, use [`SquaredEpsilonInsensitive`]. If d is infinite, the value is +∞ and the slope ±1.
///
/// **Error**: value within 1 ULP, gradient exact: no rounding moves the edge of the zone. **Source**: Vapnik, *The Nature of Statistical
/// Learning Theory* (1995), doi:10.1007/978-1-4757-2440-0, ch. 6.
///
/// ```
/// use microloss::{EpsilonInsensitive, Loss, Reduction};
///
/// let (prediction, target, mut gradient) = ([0.25, 2.0, -1.0], [0.0; 3], [0.0; 3]);
/// let value = EpsilonInsensitive::new(0.5)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.0 + 1.5 + 0.5, [0.0, 1.0, -1.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(EpsilonInsensitive)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EpsilonInsensitive {
    epsilon: f32,
}

impl EpsilonInsensitive {
    constructor! {
        /// Creates the loss with the tolerance `epsilon`.
        EpsilonInsensitive: new / try_new(epsilon: non_negative) => Self { epsilon }
    }
}

impl AnyTarget for EpsilonInsensitive {}

impl Elementwise for EpsilonInsensitive {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let excess = beyond(prediction, target, self.epsilon);
        // NaN fails this comparison, and stays NaN.
        if excess <= 0.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        Point { value: excess, slope: side(excess, prediction, target) }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}

/// Squared ε-insensitive loss: max(0, |d| − ε)², with d = p − t.
///
#[doc = card!(elementwise SquaredEpsilonInsensitive)]
///
/// The gradient is 2·max(0, |d| − ε) with the sign of d: it is continuous, and grows with the error.
///
/// **Parameter**: `epsilon` (ε) is the error that does not matter, in units of the target, as for [`EpsilonInsensitive`]. With 0 the loss
/// is [`SquaredError`](crate::SquaredError).
///
/// If some readings are wild, use [`EpsilonInsensitive`], which they move less. If d is infinite, value and slope are infinite.
///
/// **Error**: value within 2 ULP, gradient within 1. **Source**: Vapnik (1995), as for [`EpsilonInsensitive`]; squared as in Ho & Lin,
/// *Large-scale Linear Support Vector Regression*, JMLR 13 (2012), eq. 3.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredEpsilonInsensitive};
///
/// let (prediction, target, mut gradient) = ([0.25, 2.0, -1.0], [0.0; 3], [0.0; 3]);
/// let value = SquaredEpsilonInsensitive::new(0.5)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (2.25 + 0.25, [0.0, 3.0, -1.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SquaredEpsilonInsensitive)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SquaredEpsilonInsensitive {
    epsilon: f32,
}

impl SquaredEpsilonInsensitive {
    constructor! {
        /// Creates the loss with the tolerance `epsilon`.
        SquaredEpsilonInsensitive: new / try_new(epsilon: non_negative) => Self { epsilon }
    }
}

impl AnyTarget for SquaredEpsilonInsensitive {}

impl Elementwise for SquaredEpsilonInsensitive {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let excess = beyond(prediction, target, self.epsilon);
        if excess <= 0.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        Point { value: excess * excess, slope: 2.0 * excess * side(excess, prediction, target) }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        if beyond(prediction, target, self.epsilon) > 0.0 { 2.0 } else { 0.0 }
    }
}

/// Returns the sign of p − t, or the excess if it is NaN.
#[inline]
fn side(excess: f32, prediction: f32, target: f32) -> f32 {
    if excess.is_nan() {
        excess
    } else if prediction > target {
        1.0
    } else {
        -1.0
    }
}
