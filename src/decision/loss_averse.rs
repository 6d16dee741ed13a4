//! Loss-averse errors, which cost more on one side.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::sign;

/// Returns the weight of an error d.
#[inline]
fn weight(lambda: f32, d: f32) -> f32 {
    if d > 0.0 { lambda } else { 1.0 }
}

/// Loss-averse squared error: λd² if the outcome falls short of the prediction (d > 0), d² otherwise, with d = p − t.
///
#[doc = card!(elementwise LossAverseSquaredError)]
///
/// d > 0 is the disappointment: less came than was promised. The gradient is 2d times the same weight, and continuous. If d
/// overflows, value and gradient are infinite.
///
/// **Parameter**: `lambda` (λ) is the loss aversion. Tversky and Kahneman measured 2.25.
///
/// If costs are linear, use [`Quantile`](crate::Quantile).
///
/// **Error**: value within 3.5 ULP, gradient 2.5. **Source**: expectile regression, Newey & Powell, Econometrica 55 (1987),
/// doi:10.2307/1911031, with τ = 1/(1 + λ) and scaled; λ: Tversky & Kahneman (1992), doi:10.1007/BF00122574.
///
/// ```
/// use microloss::{LossAverseSquaredError, Loss, Reduction};
///
/// let (prediction, target, mut gradient) = ([2.0, -2.0], [0.0; 2], [0.0; 2]);
/// let value = LossAverseSquaredError::new(2.25)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (9.0 + 4.0, [9.0, -4.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(LossAverseSquaredError)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LossAverseSquaredError {
    lambda: f32,
}

impl LossAverseSquaredError {
    constructor! {
        /// Creates the loss with loss aversion `lambda`.
        LossAverseSquaredError: new / try_new(lambda: positive) => Self { lambda }
    }
}

impl AnyTarget for LossAverseSquaredError {}

impl Elementwise for LossAverseSquaredError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let weighed = weight(self.lambda, d) * d;
        Point { value: weighed * d, slope: 2.0 * weighed }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        2.0 * weight(self.lambda, prediction - target)
    }
}

/// Loss-averse absolute error: λ|d| if the outcome falls short of the prediction (d > 0), |d| otherwise, with d = p − t.
///
#[doc = card!(elementwise LossAverseAbsoluteError)]
///
/// d > 0 is the disappointment: less came than was promised. The gradient is λ for d > 0, −1 for d < 0, and 0 at d = 0. If d
/// overflows, the value is +∞.
///
/// **Parameter**: `lambda` (λ) is the loss aversion. Tversky and Kahneman measured 2.25.
///
/// The minimiser is the quantile 1/(1 + λ). If you know the quantile you want, pass it to [`Quantile`](crate::Quantile) directly.
///
/// **Error**: value within 1.5 ULP, gradient exact. **Source**: Koenker & Bassett (1978), doi:10.2307/1913643, scaled; λ:
/// Tversky & Kahneman (1992), doi:10.1007/BF00122574.
///
/// ```
/// use microloss::{LossAverseAbsoluteError, Loss, Reduction};
///
/// let loss = LossAverseAbsoluteError::new(2.25);
/// let value = loss.value(&[2.0, -2.0], &[0.0; 2], Reduction::Sum)?;
/// assert_eq!(value, 4.5 + 2.0);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(LossAverseAbsoluteError)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LossAverseAbsoluteError {
    lambda: f32,
}

impl LossAverseAbsoluteError {
    constructor! {
        /// Creates the loss with loss aversion `lambda`.
        LossAverseAbsoluteError: new / try_new(lambda: positive) => Self { lambda }
    }
}

impl AnyTarget for LossAverseAbsoluteError {}

impl Elementwise for LossAverseAbsoluteError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let weight = weight(self.lambda, d);
        Point { value: weight * d.abs(), slope: weight * sign(d) }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}
