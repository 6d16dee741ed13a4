//! Advantages from rewards.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, difference, largest, sqrt};
use crate::sum::sum;

/// Writes generalised advantage estimates: Âₜ = δₜ + γλ·Âₜ₊₁ with δₜ = rₜ + γ·V(sₜ₊₁) − V(sₜ).
///
/// Each slice has one entry per step, in the order of time. If `ends[t]`, the episode ended with step t, and nothing after it
/// counts. `next_value` is the critic's value of the state after the last step. λ = 0 gives the one-step error, λ = 1 the return
/// less the value. The returns that the critic learns are `advantages[t] + values[t]`. Sums of finite numbers saturate at
/// ±`f32::MAX`.
///
/// **Source**: Schulman et al. (2015), arXiv:1506.02438, eq. 16.
///
/// # Errors
///
/// [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if γ or λ is not in [0, 1].
///
/// ```
/// let mut advantages = [0.0; 3];
/// let (rewards, values) = ([1.0, 0.0, 2.0], [0.5, 1.0, 1.0]);
/// microloss::generalized_advantage(
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
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn generalized_advantage(
    rewards: &[f32],
    values: &[f32],
    ends: &[bool],
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
        let (future, carried) = if *end {
            (0.0, 0.0)
        } else {
            (weighed(gamma, next_value), weighed(gamma * lambda, next_advantage))
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
/// The variance is that of the batch itself (÷ n). **Source**: Huang et al., *The 37 Implementation Details of Proximal Policy
/// Optimization* (2022), no. 7.
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
    for a in advantages {
        *a = canonical(centred(*a) / widest / deviation);
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
