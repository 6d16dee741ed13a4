//! Measures of a policy's preferences.

use super::lead::lead;
use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, difference};
use crate::sum::Total;

/// Returns the reward that a policy implies: β(π − ρ), for log-probabilities π of the policy and ρ of the reference.
///
/// **Source**: Rafailov et al. (2023), arXiv:2305.18290, §4.
///
/// ```
/// assert_eq!(microloss::implicit_reward(0.5, -10.0, -12.0), 1.0);
/// ```
#[must_use]
pub fn implicit_reward(beta: f32, policy: f32, reference: f32) -> f32 {
    canonical(beta * difference(policy, reference))
}

/// Returns the share of pairs in which the chosen answer has the larger implicit reward. A tie counts as a miss.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty batch, [`Error::Length`] if the buffers disagree.
///
/// ```
/// let policy = [[-1.0, -2.0], [-4.0, -3.0]];
/// let reference = [[-2.0, -2.0], [-3.0, -3.0]];
/// assert_eq!(microloss::preference_accuracy(&policy, &reference), Ok(0.5));
/// ```
pub fn preference_accuracy(policy: &[[f32; 2]], reference: &[[f32; 2]]) -> Result<f32, Error> {
    check(policy, reference)?;
    let leads = policy.iter().zip(reference).filter(|(policy, reference)| lead(**policy, **reference) > 0.0);
    Ok(leads.count() as f32 / policy.len() as f32)
}

/// Returns the mean lead of the chosen answers' implicit rewards: the mean of h = β((π_c − ρ_c) − (π_r − ρ_r)).
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty batch, [`Error::Length`] if the buffers disagree.
///
/// ```
/// let policy = [[-1.0, -2.0], [-4.0, -3.0]];
/// let reference = [[-2.0, -2.0], [-3.0, -3.0]];
/// assert_eq!(microloss::reward_margin(0.5, &policy, &reference), Ok(0.0));
/// ```
pub fn reward_margin(beta: f32, policy: &[[f32; 2]], reference: &[[f32; 2]]) -> Result<f32, Error> {
    check(policy, reference)?;
    // Each lead is divided first, so that the sum of large leads does not overflow.
    let mut mean = Total::new();
    for (policy_row, reference) in policy.iter().zip(reference) {
        mean.add(lead(*policy_row, *reference) / policy.len() as f32);
    }
    Ok(canonical(beta * mean.value()))
}

/// Checks that there is a pair, and that the buffers agree.
fn check(policy: &[[f32; 2]], reference: &[[f32; 2]]) -> Result<(), Error> {
    if policy.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, policy.len(), reference.len())
}
