//! Negative log-likelihood of a Poisson distribution, with the logarithm of its rate predicted.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};
use crate::math::{divergence, exp, exp_residual, ln};

/// Poisson negative log-likelihood: e^x − t·x, for a count t and the logarithm x of its rate.
///
#[doc = card!(elementwise PoissonNll: "`f32`, the logarithm of the rate", "`f32`, a count, 0 or more")]
///
/// The gradient is e^x − t, the curvature e^x.
///
/// As in PyTorch, [`full`](Self::full) adds Stirling's t·ln t − t + ½ ln 2πt to counts above 1. The sum is then computed as
/// t·ln(t/e^x) − t + e^x, which does not cancel, plus ½ ln 2πt. Stirling's ln t! is 0.028 too small at t = 3, and less beyond.
///
/// If counts vary more than their mean (overdispersion), the loss still finds the mean, but its likelihood is too sure. If they
/// are large, [`GaussianNll`](crate::GaussianNll) learns their spread as well.
///
/// From x = 88.723 on the rate overflows, and the loss is +∞: keep x below. Near it the product t·x overflows for counts above 3.8e36,
/// and the loss is −∞. A count of 0 costs the rate, also at x = −∞. Counts need not be integers. A target that is negative, infinite or
/// NaN is refused.
///
/// **Error**: value within 3 ULP of its largest term, 7 when full; gradient within 3 of its larger term. **Source**: Nelder &
/// Wedderburn, *Generalized Linear Models* (1972), with the canonical link.
///
/// ```
/// use microloss::{Loss, PoissonNll, Reduction};
///
/// let loss = PoissonNll::new();
/// let value = loss.value(&[0.5], &[3.0], Reduction::Mean)?;
/// assert!((value - 0.148_721_3).abs() < 1e-6);
/// let full = loss.full().value(&[0.5], &[3.0], Reduction::Mean)?;
/// assert!((full - 1.912_803).abs() < 1e-5);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(PoissonNll)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PoissonNll {
    full: bool,
}

impl PoissonNll {
    /// Creates the loss without ln t!.
    #[must_use]
    pub const fn new() -> Self {
        Self { full: false }
    }

    /// Adds Stirling's approximation of ln t! if t > 1.
    #[must_use]
    pub const fn full(self) -> Self {
        Self { full: true }
    }

    #[inline]
    fn value(&self, x: f32, rate: f32, count: f32) -> f32 {
        // The exponential outweighs the product, which may be infinite too.
        if rate == f32::INFINITY {
            return rate;
        }
        if self.full && count > 1.0 {
            let ln_count = ln(count);
            // A rate this small has lost digits, but its logarithm has not. The rate itself is negligible beside the count.
            let excess = if rate < f32::MIN_POSITIVE {
                count * exp_residual(x - ln_count)
            } else {
                divergence(count, rate)
            };
            return excess + (0.5 * ln_count + 0.918_938_5);
        }
        // A count of 0 skips the product, so 0·∞ cannot arise.
        if count == 0.0 { rate } else { rate - count * x }
    }
}

impl Elementwise for PoissonNll {
    const TARGETS: Domain = Domain::NonNegative;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let rate = exp(prediction);
        Point { value: self.value(prediction, rate, target), slope: rate - target }
    }

    #[inline]
    fn curvature(&self, prediction: f32, _: f32) -> f32 {
        exp(prediction)
    }
}
