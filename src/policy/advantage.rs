//! Advantages from rewards.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, difference, largest, sqrt};
use crate::sum::sum;

/// The continuation of an episode after a step, or its end.
///
/// A `bool` converts: `true` is [`Terminated`](Self::Terminated), `false` is [`Continues`](Self::Continues).
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum EpisodeEnd {
    /// The episode goes on.
    Continues,
    /// The episode ended by itself: nothing of value can follow.
    Terminated,
    /// The episode was cut off, by a time limit for example: it would have gone on from a state of this value.
    Truncated {
        /// The critic's value of the last state, before the environment was reset.
        value: f32,
    },
}

impl From<bool> for EpisodeEnd {
    fn from(ended: bool) -> Self {
        if ended { Self::Terminated } else { Self::Continues }
    }
}

/// Writes generalised advantage estimates: Âₜ = δₜ + γλ·Âₜ₊₁ with δₜ = rₜ + γ·V(sₜ₊₁) − V(sₜ).
///
/// Each slice has one entry per step, in the order of time. `ends[t]` tells if the episode ended with step t: an [`EpisodeEnd`], or a
/// `bool` if no episode is ever cut off. Behind an end nothing counts but the value of a truncated one. `next_value` is the critic's
/// value of the state after the last step. λ = 0 gives the one-step error, λ = 1 the return less the value. The returns that the critic
/// learns are `advantages[t] + values[t]`. Sums of finite numbers saturate at ±`f32::MAX`.
///
/// Other libraries store ends in other ways:
///
/// | library | here |
/// |---|---|
/// | Gymnasium | `terminated` is `Terminated`; `truncated` is `Truncated`, with the value of the last observation, which a vector environment keeps in `final_obs`. `terminated or truncated` as a `bool` teaches the critic that a time limit is a death |
/// | Stable-Baselines3 | `episode_starts` is one step late: `ends[t]` is `episode_starts[t + 1]`, at last `dones`. It adds γ·V of a truncated state to the reward: with such rewards pass `true` |
/// | CleanRL | `dones` is one step late: `ends[t]` is `dones[t + 1]`, at last `next_done`. Truncation counts as termination |
///
/// **Source**: Schulman et al. (2015), arXiv:1506.02438, eq. 16.
///
/// # Errors
///
/// [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if γ or λ is not in [0, 1].
///
/// ```
/// use microloss::{EpisodeEnd, generalized_advantage};
///
/// let mut advantages = [0.0; 3];
/// let (rewards, values) = ([1.0, 0.0, 2.0], [0.5, 1.0, 1.0]);
/// generalized_advantage(
///     &rewards,
///     &values,
///     &[false, true, false],
///     4.0, // the value after the last step
///     0.5, // γ
///     0.5, // λ
///     &mut advantages,
/// )?;
/// let last = 2.0 + 0.5 * 4.0 - 1.0;
/// assert_eq!(advantages, [1.0 + 0.5 * 1.0 - 0.5 + 0.25 * -1.0, -1.0, last]);
///
/// // A time limit cuts the second step off, at a state of value 3.
/// let ends = [
///     EpisodeEnd::Continues,
///     EpisodeEnd::Truncated { value: 3.0 },
///     EpisodeEnd::Continues,
/// ];
/// generalized_advantage(&rewards, &values, &ends, 4.0, 0.5, 0.5, &mut advantages)?;
/// assert_eq!(advantages[1], 0.5 * 3.0 - 1.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn generalized_advantage<E: Copy + Into<EpisodeEnd>>(
    rewards: &[f32],
    values: &[f32],
    ends: &[E],
    next_value: f32,
    gamma: f32,
    lambda: f32,
    advantages: &mut [f32],
) -> Result<(), Error> {
    check_length(Buffer::Target, rewards.len(), values.len())?;
    check_length(Buffer::Target, rewards.len(), ends.len())?;
    check_length(Buffer::Output, rewards.len(), advantages.len())?;
    check!(gamma: unit)?;
    check!(lambda: unit)?;
    // A term of weight 0 is left out, so that 0·∞ cannot arise.
    let weighed = |weight: f32, x: f32| if weight == 0.0 { 0.0 } else { weight * x };
    let (mut next_value, mut next_advantage) = (next_value, 0.0);
    for (((reward, value), end), advantage) in
        rewards.iter().zip(values).zip(ends).zip(advantages.iter_mut()).rev()
    {
        let (future, carried) = match (*end).into() {
            EpisodeEnd::Continues => (weighed(gamma, next_value), weighed(gamma * lambda, next_advantage)),
            EpisodeEnd::Terminated => (0.0, 0.0),
            EpisodeEnd::Truncated { value } => (weighed(gamma, value), 0.0),
        };
        // Sums of finite numbers stay finite, so none of them is ∞ − ∞.
        let delta = difference(difference(*reward, -future), *value);
        *advantage = canonical(difference(delta, -carried));
        (next_value, next_advantage) = (*value, *advantage);
    }
    Ok(())
}

/// Shifts and scales advantages to mean 0 and variance 1. If all are equal and finite, they become 0.
///
/// The variance is that of the batch itself (÷ n). No number is added to the deviation. So advantages that differ only by rounding
/// are spread to variance 1 as well: [`normalize_advantages_with_floor`] leaves them small. **Source**: Huang et al., *The 37
/// Implementation Details of Proximal Policy Optimization* (2022), no. 7.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty slice.
///
/// ```
/// let mut advantages = [1.0, 3.0];
/// microloss::normalize_advantages(&mut advantages)?;
/// assert_eq!(advantages, [-1.0, 1.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn normalize_advantages(advantages: &mut [f32]) -> Result<(), Error> {
    normalize_advantages_with_floor(advantages, 0.0)
}

/// Shifts advantages to mean 0, and divides them by their deviation, or by `floor` if that is larger.
///
/// A floor far below the deviations that mean something changes nothing else. Other libraries add such a number to every deviation:
/// TRL 1e-4, Stable-Baselines3 1e-8. The rest is as in [`normalize_advantages`].
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty slice, [`Error::Parameter`] if `floor` is not finite and 0 or more.
///
/// ```
/// // Equal rewards, but for the last bit of one.
/// let mut advantages = [0.35, 0.35, 0.350_000_02, 0.35];
/// microloss::normalize_advantages_with_floor(&mut advantages, 1e-4)?;
/// assert!(advantages.iter().all(|a| a.abs() < 1e-3));
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn normalize_advantages_with_floor(advantages: &mut [f32], floor: f32) -> Result<(), Error> {
    check!(floor: non_negative)?;
    let Some(first) = advantages.first().copied() else { return Err(Error::EmptyBatch) };
    // The mean is rounded. The differences of equal advantages from it must not count as spread.
    if first.is_finite() && advantages.iter().all(|a| *a == first) {
        advantages.fill(0.0);
        return Ok(());
    }
    let n = advantages.len() as f32;
    // A power of 2: sums and differences do not overflow, and a quotient that counts is not subnormal.
    let unit = match largest(advantages.iter().map(|a| a.abs())) {
        large if large > 0.25 * f32::MAX => 0.25,
        small if small < 1e-20 => 18_446_744_073_709_551_616.0, // 2^64
        _ => 1.0,
    };
    // The mean has two parts, because advantages may lie far from 0 and close together.
    let mean = sum(advantages, |_, a| a * unit / n);
    let rest = sum(advantages, |_, a| (a * unit - mean) / n);
    let centred = |a: f32| (a * unit - mean) - rest;
    let widest = largest(advantages.iter().map(|a| centred(*a).abs()));
    let mean_square = sum(advantages, |_, a| {
        let share = centred(*a) / widest;
        share * share / n
    });
    let deviation = sqrt(mean_square);
    let is_narrow = deviation * widest < floor * unit;
    for a in advantages {
        let centred = centred(*a);
        *a = canonical(if is_narrow { centred / unit / floor } else { centred / widest / deviation });
    }
    Ok(())
}

/// Writes the rewards per token of the RLHF objective: −β(πₜ − ρₜ), with the reward model's score added to the last.
///
/// π and ρ are the log-probabilities that policy and reference give the tokens of one answer. Maximising the sum maximises
/// score − β·KL(π ‖ ρ).
///
/// **Source**: Ouyang et al. (2022), arXiv:2203.02155, eq. 2.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty answer, [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if β is not finite
/// and 0 or more.
///
/// ```
/// let mut rewards = [0.0; 2];
/// microloss::rlhf_rewards(3.0, &[-1.0, -2.0], &[-1.5, -1.0], 0.5, &mut rewards)?;
/// assert_eq!(rewards, [-0.25, 0.5 + 3.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn rlhf_rewards(
    score: f32,
    policy: &[f32],
    reference: &[f32],
    beta: f32,
    rewards: &mut [f32],
) -> Result<(), Error> {
    if policy.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, policy.len(), reference.len())?;
    check_length(Buffer::Output, policy.len(), rewards.len())?;
    check!(beta: non_negative)?;
    for ((reward, policy), reference) in rewards.iter_mut().zip(policy).zip(reference) {
        *reward = canonical(beta * difference(*reference, *policy));
    }
    if let Some(last) = rewards.last_mut() {
        *last = canonical(*last + score);
    }
    Ok(())
}
