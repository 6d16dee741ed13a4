//! The clipped surrogate of proximal policy optimisation.

use super::{LOG_RATIO_BOUND, ratio};
use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::error::{Buffer, Error, check_length};
use crate::pointwise::{Pointwise, rows_of_one};

/// An action taken: how likely it was, and how well it went.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Action {
    /// The log-probability that the acting policy gave it.
    pub log_probability: f32,
    /// The advantage: by how much it went better than expected.
    pub advantage: f32,
}

/// PPO's clipped surrogate: −min(r·A, clip(r, 1 − ε₋, 1 + ε₊)·A), with the ratio r = e^(π − π_old).
///
#[doc = card!(
    rows Ppo: "`f32`: the new policy's log-probability π of an action",
    "[`Action`]: π_old and the advantage A"
)]
///
/// The gradient is −r·A if the unclipped side is the smaller, and 0 if the clip holds: an action that has already become likely
/// enough is not pushed on. At the corner the unclipped side counts. Beyond [`LOG_RATIO_BOUND`] the ratio is linear. If there
/// are comparisons but no rewards, use [`Dpo`](crate::Dpo).
///
/// **Parameters**: `epsilon` is both ε₋ and ε₊, 0.2 in the paper; [`with_range`](Self::with_range) sets them apart. A
/// [dual clip](Self::with_dual_clip) c > 1 bounds the loss of an action with negative advantage by −c·A, and so the push of a
/// very large ratio.
///
/// **Error**: value and gradient within 2 ULP, and 2 more per unit of the larger log-probability. **Sources**: Schulman et al.
/// (2017), arXiv:1707.06347, eq. 7; dual clip: Ye et al. (2020), arXiv:1912.09729, eq. 5.
///
/// **Run it**: `cargo run --release --example rlhf`.
///
/// ```
/// use microloss::{Action, Loss, Ppo, Reduction};
///
/// let actions = [Action { log_probability: -1.0, advantage: 1.0 }; 2];
/// let (loss, policy, sum) = (Ppo::new(0.2), [-0.7, -1.0], Reduction::Sum);
/// let mut gradient = [0.0; 2];
/// let value = loss.value_and_gradient(&policy, &actions, sum, &mut gradient)?;
/// assert!((value - (-1.2 - 1.0)).abs() < 1e-6);
/// assert_eq!(gradient, [0.0, -1.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Ppo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ppo {
    low: f32,
    high: f32,
    dual: f32,
}

impl Ppo {
    constructor! {
        /// Creates the loss with the ratio clipped to 1 ± `epsilon` (0.2 in the paper).
        Ppo: new / try_new(epsilon: open_unit) => {
            Self { low: 1.0 - epsilon, high: 1.0 + epsilon, dual: f32::INFINITY }
        }
    }

    option! {
        /// Clips the ratio to [1 − `low`, 1 + `high`].
        ///
        /// With a `high` above `low`, unlikely actions may become likely faster (Yu et al. (2025), arXiv:2503.14476, §3.1).
        ///
        /// ```
        /// use microloss::{Action, Loss, Ppo, Reduction};
        ///
        /// // The ratio is e^0.5 = 1.65.
        /// let action = Action { log_probability: -1.5, advantage: 1.0 };
        /// let loss = Ppo::new(0.2).with_range(0.2, 0.28);
        /// let value = loss.value(&[-1.0], &[action], Reduction::Mean)?;
        /// assert!((value + 1.28).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Ppo: with_range / try_with_range(self, low: open_unit, high: positive_finite) => {
            Self { low: 1.0 - low, high: 1.0 + high, ..self }
        }
    }

    option! {
        /// Bounds the ratio by `dual_clip` for negative advantages (3 in the paper).
        ///
        /// ```
        /// use microloss::{Action, Loss, Ppo, Reduction};
        ///
        /// // The ratio is e² = 7.4.
        /// let action = Action { log_probability: -3.0, advantage: -1.0 };
        /// let loss = Ppo::new(0.2).with_dual_clip(3.0);
        /// let value = loss.value(&[-1.0], &[action], Reduction::Mean)?;
        /// assert_eq!(value, 3.0);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Ppo: with_dual_clip / try_with_dual_clip(self, dual_clip: above_1) => Self { dual: dual_clip, ..self }
    }
}

impl Pointwise for Ppo {
    #[inline]
    fn point(&self, log_probability: f32, action: &Action) -> Point {
        let ratio = ratio(log_probability - action.log_probability);
        let advantage = action.advantage;
        // The advantage pushes towards one side of the clip. Behind the other side stands the dual clip.
        let bound = if advantage > 0.0 && ratio.value > self.high {
            self.high
        } else if advantage < 0.0 && ratio.value < self.low {
            self.low
        } else if advantage < 0.0 && ratio.value > self.dual {
            self.dual
        } else {
            return Point { value: times(-advantage, ratio.value), slope: times(-advantage, ratio.slope) };
        };
        Point { value: -advantage * bound, slope: 0.0 }
    }
}

/// Returns advantage·ratio. An advantage of 0 gives 0 for any ratio but NaN.
#[inline]
fn times(advantage: f32, ratio: f32) -> f32 {
    if advantage == 0.0 && !ratio.is_nan() { 0.0 } else { advantage * ratio }
}

rows_of_one!(Ppo, Action);

impl AnyTarget for Ppo {}

/// Counts the log-ratios beyond ±[`LOG_RATIO_BOUND`]: a sign that the policy has drifted away from the one that acted.
///
/// # Errors
///
/// [`Error::Length`] if the buffers disagree.
///
/// ```
/// assert_eq!(microloss::drifted(&[-1.0, -2.0], &[-1.5, -30.0]), Ok(1));
/// ```
pub fn drifted(log_probabilities: &[f32], old: &[f32]) -> Result<usize, Error> {
    check_length(Buffer::Target, log_probabilities.len(), old.len())?;
    Ok(log_probabilities.iter().zip(old).filter(|(new, old)| (*new - *old).abs() > LOG_RATIO_BOUND).count())
}
