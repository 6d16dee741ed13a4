//! Advantages within a group: several answers to one prompt, or several runs from one state.

use super::normalize_advantages_with_floor;
use crate::error::{Buffer, Error};
use crate::math::canonical;
use crate::sum::sum;

/// Replaces the rewards of each group by leave-one-out advantages: each reward less the mean of the others of its group.
///
/// The groups have the same size and follow each other. The mean of the others is a baseline that does not depend on the reward itself, so
/// it adds no bias: this is RLOO. It divides by no deviation; if rewards have no unit, use [`normalize_groups`].
///
/// **Source**: Kool et al., *Buy 4 REINFORCE Samples, Get a Baseline for Free!* (2019); Ahmadian et al. (2024), arXiv:2402.14740.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty slice, [`Error::Parameter`] if a group has fewer than two members, [`Error::Length`] if the last one
/// has fewer than the others.
///
/// ```
/// let mut advantages = [1.0, 0.0, 0.5, 4.0, 4.0, 4.0];
/// microloss::leave_one_out_advantages(&mut advantages, 3)?;
/// assert_eq!(advantages, [0.75, -0.75, 0.0, 0.0, 0.0, 0.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn leave_one_out_advantages(rewards: &mut [f32], group: usize) -> Result<(), Error> {
    check_groups(rewards, group)?;
    let others = group.saturating_sub(1) as f32;
    for rewards in rewards.chunks_exact_mut(group.max(1)) {
        // Σⱼ (rᵢ − rⱼ)/(n − 1): relative to the first reward, so that nothing of equal ones is left. Halves do not overflow.
        let Some(first) = rewards.first().copied() else { continue };
        let relative = |reward: f32| 0.5 * reward - 0.5 * first;
        let total = sum(rewards, |_, reward| relative(*reward) / others);
        for reward in rewards.iter_mut() {
            let own = relative(*reward);
            *reward = canonical(2.0 * ((own + own / others) - total));
        }
    }
    Ok(())
}

/// Shifts and scales the rewards of each group to mean 0 and variance 1, with a deviation of at least `floor`.
///
/// The groups have the same size and follow each other. These are GRPO's advantages: [`normalize_advantages_with_floor`] for each group. Its
/// deviation is that of the group itself (÷ n); TRL divides by n − 1, and adds 1e-4. If all rewards of a group are equal, their advantages
/// are 0.
///
/// **Source**: Shao et al., *DeepSeekMath* (2024), arXiv:2402.03300, §4.1.2.
///
/// # Errors
///
/// As [`leave_one_out_advantages`]; [`Error::Parameter`] also if `floor` is not finite and 0 or more.
///
/// ```
/// let mut advantages = [1.0, 3.0, 0.35, 0.350_000_02];
/// microloss::normalize_groups(&mut advantages, 2, 1e-4)?;
/// assert_eq!(advantages[..2], [-1.0, 1.0]);
/// assert!(advantages[2..].iter().all(|a| a.abs() < 1e-3));
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn normalize_groups(rewards: &mut [f32], group: usize, floor: f32) -> Result<(), Error> {
    check_groups(rewards, group)?;
    check!(floor: non_negative)?;
    rewards.chunks_exact_mut(group.max(1)).try_for_each(|group| normalize_advantages_with_floor(group, floor))
}

/// Refuses groups of one, and a last one that is not full.
fn check_groups(rewards: &[f32], group: usize) -> Result<(), Error> {
    if rewards.is_empty() {
        return Err(Error::EmptyBatch);
    }
    if group < 2 {
        return Err(Error::Parameter { name: "group", requirement: "2 or more", value: group as f32 });
    }
    let actual = rewards.len();
    let missing = actual.checked_rem(group).filter(|rest| *rest > 0).map(|rest| group.saturating_sub(rest));
    match missing {
        None => Ok(()),
        Some(missing) => {
            Err(Error::Length { buffer: Buffer::Output, expected: actual.saturating_add(missing), actual })
        }
    }
}
