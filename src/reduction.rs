//! Reduction: how the losses of a batch become one number.

use crate::error::{Error, check_parameter};
use crate::math::canonical;

/// How the losses of a batch become one number.
///
/// The gradient is that of the reduced value: [`Mean`](Reduction::Mean) divides both by the same denominator.
///
/// The sum is within 6 ULP of the exact one for any batch size, and usually within 1. If terms have both signs, these are ULP of
/// the sum of their sizes. That sum must stay below `f32::MAX`, or the value is infinite or NaN.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredError};
///
/// let (prediction, target) = ([1.0, 2.0], [0.0, 0.0]);
/// let loss = SquaredError::new();
/// assert_eq!(loss.value(&prediction, &target, Reduction::Sum), Ok(5.0));
/// assert_eq!(loss.value(&prediction, &target, Reduction::Mean), Ok(2.5));
/// assert_eq!(loss.value(&prediction, &target, Reduction::Over(10.0)), Ok(0.5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Reduction {
    /// The sum divided by the number of rows, or by the sum of their weights if there are weights.
    ///
    /// If the denominator is 0 (every row is ignored), value and gradient are 0. A sum of weights below 1.2e-38 counts as
    /// 1.2e-38, and one beyond `f32::MAX` counts as `f32::MAX`.
    Mean,
    /// The sum.
    Sum,
    /// The sum divided by this number, which must be finite and 0 or more.
    ///
    /// If a batch comes in pieces, pass the denominator of the whole ([`Loss::denominator`](crate::Loss::denominator)). Some
    /// losses divide by the number of positives. Over 0, value and gradient are 0. A number below 1.2e-38 counts as 1.2e-38.
    Over(f32),
}

impl Reduction {
    /// Returns the denominator for this many terms of equal weight.
    pub(crate) fn divisor(self, terms: usize) -> Divisor {
        // A number of terms is a normal number, or 0.
        match self {
            Self::Mean => Divisor(terms as f32),
            Self::Sum => Divisor(1.0),
            Self::Over(n) => Divisor::new(n),
        }
    }

    /// Refuses a denominator that cannot be one.
    pub(crate) fn check(self) -> Result<(), Error> {
        match self {
            Self::Over(n) => check_parameter(n >= 0.0 && n.is_finite(), "Over", "finite and 0 or more", n),
            Self::Mean | Self::Sum => Ok(()),
        }
    }
}

/// The denominator of a reduction. Division by 0 gives 0: nothing in the batch is valid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Divisor(f32);

impl Divisor {
    /// Creates a divisor. A number that is not normal counts as the nearest one that is, because its reciprocal might overflow; 0 stays 0.
    pub(crate) fn new(n: f32) -> Self {
        let smallest = if n > 0.0 && n < f32::MIN_POSITIVE { f32::MIN_POSITIVE } else { n };
        Self(if smallest > f32::MAX { f32::MAX } else { smallest })
    }

    /// Returns the number to divide by.
    pub(crate) fn value(self) -> f32 {
        self.0
    }

    /// Returns true if nothing in the batch is valid, so that value and gradient are 0.
    #[inline]
    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0.0
    }

    /// Returns the factor of the gradient.
    #[inline]
    pub(crate) fn scale(self) -> f32 {
        1.0 / self.0
    }

    /// Returns the reduced value. Every NaN becomes `f32::NAN`.
    #[inline]
    pub(crate) fn reduce(self, sum: f32) -> f32 {
        canonical(if self.is_zero() { 0.0 } else { sum / self.0 })
    }
}
