//! The critic's loss.

use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::math::clip;
use crate::pointwise::{Pointwise, rows_of_one};

/// The numbers by which a value estimate is judged.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Estimate {
    /// The value that the critic gave before the update.
    pub old: f32,
    /// The return that followed.
    pub outcome: f32,
}

/// Clipped value loss: ½·max((v − R)², (v̂ − R)²), with v̂ the estimate v clipped to its old value ± ε.
///
#[doc = card!(
    rows ClippedValue: "`f32`: the estimate v",
    "[`Estimate`]: its old value and the return R"
)]
///
/// The gradient is v − R if the unclipped error is the larger or v is within the clip. It is 0 if the clipped error is the
/// larger: an estimate that has moved far enough is left alone. At a tie the unclipped side counts.
///
/// **Parameter**: `epsilon` (ε) is the clip range, in the unit of the returns. If their size is not known beforehand, use half of
/// [`SquaredError`](crate::SquaredError), which clips nothing.
///
/// **Error**: value within 3.5 ULP of the error times the largest of its terms, gradient within 1. **Sources**: Schulman et al.
/// (2017), reference implementation; Huang et al., *The 37 Implementation Details of Proximal Policy Optimization* (2022), no. 9.
///
/// ```
/// use microloss::{ClippedValue, Estimate, Loss, Reduction};
///
/// let estimates = [Estimate { old: 0.0, outcome: 1.0 }; 2];
/// let (loss, v, sum) = (ClippedValue::new(0.25), [0.5, -0.5], Reduction::Sum);
/// let mut gradient = [0.0; 2];
/// let value = loss.value_and_gradient(&v, &estimates, sum, &mut gradient)?;
/// assert_eq!(value, 0.5 * (0.75 * 0.75) + 0.5 * (1.5 * 1.5));
/// assert_eq!(gradient, [0.0, -1.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(ClippedValue)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ClippedValue {
    epsilon: f32,
}

impl ClippedValue {
    constructor! {
        /// Creates the loss with clip range `epsilon`.
        ClippedValue: new / try_new(epsilon: positive) => Self { epsilon }
    }
}

impl Pointwise for ClippedValue {
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

rows_of_one!(ClippedValue, Estimate);

impl AnyTarget for ClippedValue {}
