//! Negative log-likelihood of a Gamma distribution, with the logarithm of its mean predicted.

use super::Precision;
use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Gamma negative log-likelihood: x + t·e^−x, for a target t ≥ 0 and the logarithm x of its mean.
///
#[doc = card!(elementwise GammaNll: "`f32`, the logarithm of the mean", "`f32`, 0 or more")]
///
/// The gradient is 1 − t·e^−x, the curvature t·e^−x. The ratio of target and mean counts: a target of twice the mean costs the same excess
/// at 1 as at 1000. So the loss suits positive targets with a long tail: energy, rain, durations, prices. Its least value, at e^x = t, is
/// 1 + ln t. Half the Gamma deviance is what it exceeds that by, with the same gradient.
///
/// If targets are counts, use [`PoissonNll`](crate::PoissonNll). If many are exactly 0, the loss has no lower bound for them: limit how low
/// the network can put x. If the logarithm of the target has Gaussian noise, [`SquaredError`](crate::SquaredError) of logarithms is
/// enough, and takes no exponential.
///
/// A target of 0 costs x. The loss is +∞ only if t·e^−x is beyond `f32::MAX`. A target that is negative, infinite or NaN is refused.
///
/// **Error**: value and gradient within 5 ULP of their larger term. **Source**: Jørgensen, *Exponential Dispersion Models*, Journal of the
/// Royal Statistical Society B 49 (1987), with p = 2: −ln density divided by the shape, without constants.
///
/// ```
/// use microloss::{GammaNll, Loss, Reduction};
///
/// let mut gradient = [0.0; 2];
/// let value = GammaNll::new()
///     .value_and_gradient(&[0.0, 0.0], &[2.0, 0.5], Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (2.0 + 0.5, [-1.0, 0.5]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(GammaNll)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GammaNll;

impl GammaNll {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

/// Returns t·e^−x, which overflows only if it is beyond `f32::MAX`: the exponential is taken as a square.
#[inline]
fn ratio(x: f32, target: f32) -> f32 {
    let root = Precision::of(x);
    root.times(root.times(target))
}

impl Elementwise for GammaNll {
    const TARGETS: Domain = Domain::NonNegative;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let ratio = ratio(prediction, target);
        // The exponential outweighs x, which may be −∞.
        let value = if ratio == f32::INFINITY { ratio } else { prediction + ratio };
        Point { value, slope: if value.is_nan() { value } else { 1.0 - ratio } }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        ratio(prediction, target)
    }
}
