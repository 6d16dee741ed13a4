//! The critic's loss.

use crate::elementwise::Point;
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::clip;

/// What a value estimate is judged by.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Estimate {
    /// The value that the critic gave before the update.
    pub old: f32,
    /// The return that came of it.
    pub outcome: f32,
}

/// Clipped value loss: ½·max((v − R)², (v̂ − R)²), with v̂ the estimate v clipped to its old value ± ε.
///
/// A row is v; its target the [`Estimate`]. The gradient is v − R where the unclipped error is the larger or
/// v is within the clip, and 0 where the clipped error is the larger: an estimate that has moved far enough
/// is left alone. At a tie the unclipped side counts. ε is in the unit of the returns: where their size is not
/// known beforehand use half of [`SquaredError`](crate::SquaredError), which clips nothing.
///
/// Value within 3.5 ULP of the error times the largest of its terms, gradient within 1. Source: Schulman et al.
/// (2017), reference implementation; Huang et al., *The 37 Implementation Details of Proximal Policy
/// Optimization* (2022), no. 9.
///
/// ```
/// use microloss::{ClippedValue, Estimate, Loss, Reduction};
///
/// let estimate = Estimate { old: 0.0, outcome: 1.0 };
/// let mut gradient = [0.0; 2];
/// let loss = ClippedValue::new(0.25);
/// let value = loss.value_and_gradient(&[0.5, -0.5], &[estimate; 2], Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 0.5 * (0.75 * 0.75) + 0.5 * (1.5 * 1.5));
/// assert_eq!(gradient, [0.0, -1.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ClippedValue {
    epsilon: f32,
}

impl ClippedValue {
    /// The loss with clip range `epsilon`.
    ///
    /// # Panics
    ///
    /// Unless `epsilon` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(epsilon: f32) -> Self {
        match Self::try_new(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("ClippedValue: epsilon must be a positive normal number"),
        }
    }

    /// The loss with a clip range that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `epsilon` is a positive normal number.
    pub const fn try_new(epsilon: f32) -> Result<Self, Error> {
        let holds = epsilon >= f32::MIN_POSITIVE && epsilon <= f32::MAX;
        match check_parameter(holds, "epsilon", "a positive normal number", epsilon) {
            Ok(()) => Ok(Self { epsilon }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn point(&self, value: f32, estimate: &Estimate) -> Point {
        let error = value - estimate.outcome;
        let moved = value - estimate.old;
        if moved.abs() > self.epsilon {
            let clipped = (estimate.old - estimate.outcome) + clip(moved, self.epsilon);
            if clipped.abs() > error.abs() {
                return Point { value: 0.5 * clipped * clipped, slope: 0.0 };
            }
        }
        Point { value: 0.5 * error * error, slope: error }
    }
}

impl Rowwise for ClippedValue {
    type Row = f32;
    type Target = Estimate;

    #[inline]
    fn term(&self, row: &f32, estimate: &Estimate) -> f32 {
        self.point(*row, estimate).value
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut f32, estimate: &Estimate, scale: f32) -> f32 {
        let point = self.point(*row, estimate);
        *row = point.slope * scale;
        point.value
    }
}
