//! Squared and absolute error.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::sign;

/// Squared error: d², with d = p − t. Its mean is the MSE.
///
#[doc = card!(elementwise SquaredError)]
///
/// The gradient is 2d. There is no factor ½: under `Mean` this is PyTorch's `MSELoss` and twice optax's `l2_loss`.
///
/// This is the maximum-likelihood loss for Gaussian noise of constant variance, so it is sensitive to outliers. If readings can
/// be wild, use [`Huber`](crate::Huber). The value overflows to +∞ from |d| = 1.85e19 on.
///
/// **Error**: value and gradient within 2 ULP. **Source**: Gauss, *Theoria combinationis observationum* (1823); Bishop, *Pattern
/// Recognition and Machine Learning* (2006), eq. 1.2.
///
/// **Run it**: `cargo run --release --example house_prices`.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredError};
///
/// let (prediction, target) = ([1.5, 2.0, 0.0, 10.0], [1.0, 2.0, 3.0, 4.0]);
/// let mut gradient = [0.0; 4];
/// let value = SquaredError::new()
///     .value_and_gradient(&prediction, &target, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (11.3125, [0.25, 0.0, -1.5, 3.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SquaredError)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SquaredError;

impl SquaredError {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl AnyTarget for SquaredError {}

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

/// Absolute error: |d|, with d = p − t. Its mean is the MAE.
///
#[doc = card!(elementwise AbsoluteError)]
///
/// The gradient is the sign of d, and 0 at d = 0, where the slope jumps.
///
/// This is the maximum-likelihood loss for Laplace noise. It fits the median, and one outlier moves it no more than any other
/// sample. The gradient does not shrink near the optimum. If that makes training jitter, use [`Huber`](crate::Huber).
///
/// **Error**: value within 0.5 ULP, gradient exact. **Source**: Laplace (1774); Koenker & Bassett, *Regression Quantiles*,
/// Econometrica 46 (1978).
///
/// ```
/// use microloss::{AbsoluteError, Loss, Reduction};
///
/// let (prediction, target) = ([1.5, 2.0, 0.0, 10.0], [1.0, 2.0, 3.0, 4.0]);
/// let mut gradient = [0.0; 4];
/// let value = AbsoluteError::new()
///     .value_and_gradient(&prediction, &target, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (2.375, [0.25, 0.0, -0.25, 0.25]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(AbsoluteError)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct AbsoluteError;

impl AbsoluteError {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl AnyTarget for AbsoluteError {}

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
