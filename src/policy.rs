//! Losses for policies that learn from rewards: PPO and its companions in RLHF.
//!
//! A ratio of probabilities e^(π − π_old) overflows if the policies have drifted apart. So beyond [`LOG_RATIO_BOUND`] the
//! exponential continues as its tangent. Value and gradient then stay finite, up to a log-ratio of 7e29, and agree.
//! [`drifted`] counts the rows that are so far apart, in either direction.

mod advantage;
mod entropy;
mod group;
mod kl;
mod ppo;
mod reinforce;
mod target;
mod value;

#[doc(alias("GAE"))]
pub use advantage::generalized_advantage;
#[doc(alias("whiten"))]
pub use advantage::normalize_advantages;
pub use advantage::{EpisodeEnd, normalize_advantages_with_floor, rlhf_rewards};
pub use entropy::EntropyBonus;
#[doc(alias("RLOO", "RLOOTrainer"))]
pub use group::leave_one_out_advantages;
#[doc(alias("GRPO", "group-relative"))]
pub use group::normalize_groups;
pub use kl::KlEstimator;
#[doc(alias("k1", "k2", "k3"))]
pub use kl::KlPenalty;
#[doc(alias("PPO", "clip", "cliprange", "clip-higher", "DAPO", "PPOTrainer", "GRPOTrainer"))]
pub use ppo::Ppo;
pub use ppo::{Action, drifted};
pub use reinforce::Choice;
#[doc(alias("policy_gradient_loss", "policy gradient", "vanilla policy gradient"))]
pub use reinforce::Reinforce;
#[doc(alias("expected_sarsa"))]
pub use target::expected_sarsa_target;
#[doc(alias("q_learning", "double_q_learning", "DQN"))]
pub use target::q_learning_target;
#[doc(alias("sarsa"))]
pub use target::sarsa_target;
#[doc(alias("cliprange_value", "vf_loss"))]
pub use value::ClippedValue;
pub use value::Estimate;

use crate::elementwise::Point;
use crate::math::exp;

/// The log-ratio up to which the ratio of two probabilities is an exponential: e^20 = 4.9e8.
///
/// ```
/// use microloss::{Elementwise, KlEstimator, KlPenalty, LOG_RATIO_BOUND};
///
/// // e^x − 1 − x for x = 30. The exponential is e²⁰·(1 + 10): 5.3e9, not 1.1e13.
/// let penalty = KlPenalty::new(KlEstimator::K3);
/// let point = penalty.point(-LOG_RATIO_BOUND - 10.0, 0.0);
/// assert!((point.value / 5.336_817e9 - 1.0).abs() < 1e-5);
/// ```
pub const LOG_RATIO_BOUND: f32 = 20.0;

/// Returns e^x and its slope, linear from [`LOG_RATIO_BOUND`] on.
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

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! policy_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            policy {
                Ppo: rows(number, action), new(epsilon = 0.2).with_dual_clip(dual_clip = 3.0),
                    convex: false, gradient: Unbounded, noise: None;
                ClippedValue: rows(number, estimate), new(epsilon = 0.5),
                    convex: false, gradient: Unbounded, noise: None;
                KlPenalty: elementwise(number, number), new(estimator = KlEstimator::K3),
                    convex: true, gradient: Unbounded, noise: None;
                EntropyBonus[K]: rows(row, nothing), new(),
                    convex: false, gradient: Parameter, noise: None;
                Reinforce[K, u8]: rows(row, choice), new(),
                    convex: false, gradient: Unbounded, noise: None;
            }
        }
    };
}
