//! Estimates of a KL divergence from single samples.

use super::{LOG_RATIO_BOUND, ratio};
use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::{exp, exp_m1_and_residual, exp_residual};

/// Estimate of KL(π ‖ ρ), from the log-probabilities π and ρ of a sample drawn from π.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum KlEstimator {
    /// π − ρ: unbiased, and of either sign.
    K1,
    /// ½(π − ρ)²: biased, with little variance.
    K2,
    /// e^(ρ − π) − 1 − (ρ − π): unbiased, with little variance, and never negative.
    K3,
}

/// KL penalty between policy and reference, estimated from samples.
///
#[doc = card!(
    elementwise KlPenalty: "`f32`: the policy's log-probability π of a token it drew",
    "`f32`: the reference's ρ"
)]
///
/// The gradients with respect to π are 1 (`K1`), π − ρ (`K2`) and 1 − e^(ρ − π) (`K3`). `K3` is computed without cancelling near
/// 0, and is linear if ρ − π exceeds [`LOG_RATIO_BOUND`]. If the logits are at hand, use
/// [`SoftmaxReverseKl`](crate::SoftmaxReverseKl): it is the divergence itself and needs no samples.
///
/// **Parameter**: `estimator` is one of three; [`KlEstimator`] has their formulas.
///
/// **Error**: value and gradient within 4 ULP. Those of `K3` lose 2 more per unit of the larger log-probability if the two differ
/// by 1 or more. **Source**: Schulman, *Approximating KL Divergence* (2020), <http://joschu.net/blog/kl-approx.html>.
///
/// ```
/// use microloss::{Elementwise, KlEstimator, KlPenalty};
///
/// let point = KlPenalty::new(KlEstimator::K3).point(-1.2, -1.0);
/// assert!((point.value - 0.021_402_8).abs() < 1e-7);
/// assert!((point.slope + 0.221_402_8).abs() < 1e-6);
/// ```
///
#[doc = picture!(KlPenalty)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct KlPenalty {
    estimator: KlEstimator,
}

impl KlPenalty {
    /// Creates the penalty by this estimate.
    #[must_use]
    pub const fn new(estimator: KlEstimator) -> Self {
        Self { estimator }
    }
}

impl Elementwise for KlPenalty {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        match self.estimator {
            KlEstimator::K1 => Point { value: d, slope: if d.is_nan() { d } else { 1.0 } },
            KlEstimator::K2 => Point { value: 0.5 * d * d, slope: d },
            KlEstimator::K3 if -d > LOG_RATIO_BOUND => {
                // The gap at the bound, and the part that the tangent adds to it: neither cancels.
                let steepness = ratio(LOG_RATIO_BOUND).slope - 1.0;
                let value = exp_residual(LOG_RATIO_BOUND) + steepness * (-d - LOG_RATIO_BOUND);
                Point { value, slope: -steepness }
            }
            KlEstimator::K3 => {
                let (slope, value) = exp_m1_and_residual(-d);
                Point { value, slope: -slope }
            }
        }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        match self.estimator {
            KlEstimator::K1 => 0.0,
            KlEstimator::K2 => 1.0,
            KlEstimator::K3 if target - prediction > LOG_RATIO_BOUND => 0.0,
            KlEstimator::K3 => exp(target - prediction),
        }
    }
}

impl AnyTarget for KlPenalty {}
