//! Losses of policies that learn from rewards: PPO and what surrounds it in RLHF.
//!
//! A ratio of probabilities e^(π − π_old) overflows where the policies have drifted apart: beyond [`LOG_RATIO_BOUND`] the
//! exponential continues as its tangent, so that value and gradient stay finite, up to a log-ratio of 7e29, and agree;
//! [`drifted`] counts the rows that are so far apart, in either direction.

mod advantage;
mod entropy;
mod kl;
mod ppo;
mod value;

pub use advantage::{generalized_advantage, normalize_advantages, rlhf_rewards};
pub use entropy::EntropyBonus;
pub use kl::{KlEstimator, KlPenalty};
pub use ppo::{Action, Ppo, drifted};
pub use value::{ClippedValue, Estimate};

use crate::loss::Point;
use crate::math::exp;

/// The log-ratio up to which the ratio of two probabilities is an exponential: e^20 = 4.9e8.
///
/// ```
/// use microloss::{Elementwise, KlEstimator, KlPenalty, LOG_RATIO_BOUND};
///
/// // e^x − 1 − x for x = 30, the exponential being e²⁰·(1 + 10): 5.3e9, not 1.1e13.
/// let point = KlPenalty::new(KlEstimator::K3).point(-LOG_RATIO_BOUND - 10.0, 0.0);
/// assert!((point.value / 5.336_817e9 - 1.0).abs() < 1e-5);
/// ```
pub const LOG_RATIO_BOUND: f32 = 20.0;

/// e^x and its slope, linear from [`LOG_RATIO_BOUND`] on.
#[inline]
fn ratio(x: f32) -> Point {
    let beyond = x - LOG_RATIO_BOUND;
    if beyond > 0.0 {
        let at_bound = exp(LOG_RATIO_BOUND);
        Point { value: at_bound + at_bound * beyond, slope: at_bound }
    } else {
        let ratio = exp(x);
        Point { value: ratio, slope: ratio }
    }
}
