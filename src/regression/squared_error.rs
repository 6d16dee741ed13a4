//! The two losses without a parameter: squared and absolute error.

use crate::elementwise::{Elementwise, Point};
use crate::math::sign;

/// Squared error d², with d = p − t and gradient 2d; its mean is the MSE.
///
/// There is no factor ½: under `Mean` this is PyTorch's `MSELoss` and twice optax's `l2_loss`.
/// The maximum-likelihood loss for Gaussian noise of constant variance, and so sensitive to outliers:
/// where readings can be wild, use [`Huber`](crate::Huber). Overflows to +∞ from |d| = 1.85e19 on.
///
/// Value and gradient within 2 ULP. Source: Gauss, *Theoria combinationis observationum* (1823);
/// Bishop, *Pattern Recognition and Machine Learning* (2006), eq. 1.2.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredError};
///
/// let mut gradient = [0.0; 4];
/// let prediction = [1.5, 2.0, 0.0, 10.0];
/// let value = SquaredError::new()
///     .value_and_gradient(&prediction, &[1.0, 2.0, 3.0, 4.0], Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 11.3125);
/// assert_eq!(gradient, [0.25, 0.0, -1.5, 3.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(SquaredError)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SquaredError {}

impl SquaredError {
    /// The loss; it has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Elementwise for SquaredError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        Point { value: d * d, slope: 2.0 * d }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        2.0
    }
}

/// Absolute error |d|, with d = p − t; its mean is the MAE.
///
/// The gradient is the sign of d, and 0 at d = 0, where the loss has a kink. The maximum-likelihood loss
/// for Laplace noise: it fits the median, and one outlier moves it no more than any other sample. The
/// gradient does not shrink near the optimum; where that makes training jitter, use [`Huber`](crate::Huber).
///
/// Value within 0.5 ULP, gradient exact. Source: Laplace (1774); Koenker & Bassett, *Regression Quantiles*,
/// Econometrica 46 (1978).
///
/// ```
/// use microloss::{AbsoluteError, Loss, Reduction};
///
/// let mut gradient = [0.0; 4];
/// let prediction = [1.5, 2.0, 0.0, 10.0];
/// let value = AbsoluteError::new()
///     .value_and_gradient(&prediction, &[1.0, 2.0, 3.0, 4.0], Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 2.375);
/// assert_eq!(gradient, [0.25, 0.0, -0.25, 0.25]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(AbsoluteError)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct AbsoluteError {}

impl AbsoluteError {
    /// The loss; it has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl Elementwise for AbsoluteError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        Point { value: d.abs(), slope: sign(d) }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}
