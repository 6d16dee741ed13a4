//! The clipped surrogate of proximal policy optimisation.

use super::{LOG_RATIO_BOUND, ratio};
use crate::elementwise::Point;
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::loss::Rowwise;

/// What is known of an action taken: by which policy, and how well it went.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Action {
    /// The log-probability that the acting policy gave it.
    pub log_probability: f32,
    /// By how much it went better than expected.
    pub advantage: f32,
}

/// PPO's clipped surrogate: −min(r·A, clip(r, 1 − ε₋, 1 + ε₊)·A), with the ratio r = e^(π − π_old).
///
/// A row is π, the new policy's log-probability of an action; its target the [`Action`]. The gradient is −r·A
/// where the unclipped side is the smaller, and 0 where the clip holds: an action that has already become
/// likely enough is not pushed on. At the corner the unclipped side counts. With a dual clip c > 1, the loss
/// of an action with negative advantage is at most −c·A, which bounds the push of a very large ratio. Beyond
/// [`LOG_RATIO_BOUND`] the ratio is linear. Where there are comparisons but no rewards use [`Dpo`](crate::Dpo).
///
/// Value and gradient within 2 ULP, and 2 more per unit of the larger log-probability. Source: Schulman et
/// al. (2017), arXiv:1707.06347, eq. 7; dual clip: Ye et al. (2020), arXiv:1912.09729, eq. 5.
///
/// ```
/// use microloss::{Action, Loss, Ppo, Reduction};
///
/// let action = Action { log_probability: -1.0, advantage: 1.0 };
/// let mut gradient = [0.0; 2];
/// let loss = Ppo::new(0.2);
/// let value = loss.value_and_gradient(&[-0.7, -1.0], &[action, action], Reduction::Sum, &mut gradient)?;
/// assert!((value - (-1.2 - 1.0)).abs() < 1e-6);
/// assert_eq!(gradient, [0.0, -1.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ppo {
    low: f32,
    high: f32,
    dual: f32,
}

impl Ppo {
    /// The loss with the ratio clipped to 1 ± `epsilon` (0.2 in the paper).
    ///
    /// # Panics
    ///
    /// Unless 0 < `epsilon` < 1; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(epsilon: f32) -> Self {
        match Self::try_new(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Ppo: epsilon must lie in (0, 1)"),
        }
    }

    /// The loss with an `epsilon` that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 < `epsilon` < 1.
    pub const fn try_new(epsilon: f32) -> Result<Self, Error> {
        match check_parameter(epsilon > 0.0 && epsilon < 1.0, "epsilon", "in (0, 1)", epsilon) {
            Ok(()) => Ok(Self { low: 1.0 - epsilon, high: 1.0 + epsilon, dual: f32::INFINITY }),
            Err(error) => Err(error),
        }
    }

    /// Clips the ratio to [1 − `low`, 1 + `high`]: with a `high` above `low`, unlikely actions may become likely faster (Yu et
    /// al. (2025), arXiv:2503.14476, §3.1).
    ///
    /// # Panics
    ///
    /// Unless 0 < `low` < 1, and `high` is positive and finite; as constants, they then do not compile.
    ///
    /// ```
    /// use microloss::{Action, Loss, Ppo, Reduction};
    ///
    /// // The ratio is e^0.5 = 1.65.
    /// let action = Action { log_probability: -1.5, advantage: 1.0 };
    /// let value = Ppo::new(0.2).with_range(0.2, 0.28).value(&[-1.0], &[action], Reduction::Mean)?;
    /// assert!((value + 1.28).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_range(self, low: f32, high: f32) -> Self {
        match self.try_with_range(low, high) {
            Ok(loss) => loss,
            Err(_) => panic!("Ppo: low must lie in (0, 1), and high be positive and finite"),
        }
    }

    /// [`with_range`](Self::with_range) for bounds that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 < `low` < 1, and `high` is positive and finite.
    pub const fn try_with_range(self, low: f32, high: f32) -> Result<Self, Error> {
        let high_holds = high > 0.0 && high <= f32::MAX;
        match (
            check_parameter(low > 0.0 && low < 1.0, "low", "in (0, 1)", low),
            check_parameter(high_holds, "high", "positive and finite", high),
        ) {
            (Ok(()), Ok(())) => Ok(Self { low: 1.0 - low, high: 1.0 + high, ..self }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// Bounds the ratio by `c` where the advantage is negative (3 in the paper).
    ///
    /// # Panics
    ///
    /// Unless `c` is finite and above 1; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Action, Loss, Ppo, Reduction};
    ///
    /// // The ratio is e² = 7.4.
    /// let action = Action { log_probability: -3.0, advantage: -1.0 };
    /// let value = Ppo::new(0.2).with_dual_clip(3.0).value(&[-1.0], &[action], Reduction::Mean)?;
    /// assert_eq!(value, 3.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_dual_clip(self, c: f32) -> Self {
        match self.try_with_dual_clip(c) {
            Ok(loss) => loss,
            Err(_) => panic!("Ppo: the dual clip must be finite and above 1"),
        }
    }

    /// [`with_dual_clip`](Self::with_dual_clip) for a bound that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `c` is finite and above 1.
    pub const fn try_with_dual_clip(self, c: f32) -> Result<Self, Error> {
        match check_parameter(c > 1.0 && c <= f32::MAX, "dual_clip", "finite and above 1", c) {
            Ok(()) => Ok(Self { dual: c, ..self }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn point(&self, log_probability: f32, action: &Action) -> Point {
        let ratio = ratio(log_probability - action.log_probability);
        let advantage = action.advantage;
        // The side of the clip that the advantage pushes towards, or the dual clip behind the other.
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

/// a·b, and 0 for an advantage of 0, whatever the ratio.
#[inline]
fn times(advantage: f32, ratio: f32) -> f32 {
    if advantage == 0.0 && !ratio.is_nan() { 0.0 } else { advantage * ratio }
}

impl Rowwise for Ppo {
    type Row = f32;
    type Target = Action;

    #[inline]
    fn term(&self, row: &f32, action: &Action) -> f32 {
        self.point(*row, action).value
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut f32, action: &Action, scale: f32) -> f32 {
        let point = self.point(*row, action);
        *row = point.slope * scale;
        point.value
    }
}

/// How many log-ratios lie beyond [`LOG_RATIO_BOUND`]: a sign that the policy has drifted away from the one
/// that acted.
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
