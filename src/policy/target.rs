//! Targets of action values: the numbers that Q-learning and its kin learn.

use super::EpisodeEnd;
use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, difference, max};
use crate::sum::sum_zip;

/// Returns the target of Q-learning: r + γ·maxₐ Q(s′, a).
///
/// `next_values` are the values of all actions in the next state. Fit the value of the action that was taken to the target, by
/// [`Huber`](crate::Huber) for example, with a gradient of 0 for the other actions. For double Q-learning, choose the action by the network
/// that learns, and pass its value of the other network to [`sarsa_target`].
///
/// If the episode ended with this step, nothing follows; if it was cut off, the value of its last state does: [`EpisodeEnd`]. A `bool`
/// converts, and tells that the episode ended by itself: the `terminated` of Gymnasium, the `dones` of CleanRL's DQN, the discount 0 of rlax.
///
/// **Source**: Watkins & Dayan, *Q-learning*, Machine Learning 8 (1992), doi:10.1007/BF00992698.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no actions, [`Error::Parameter`] if γ is not in [0, 1].
///
/// ```
/// use microloss::{EpisodeEnd, q_learning_target};
///
/// let next_values = [0.5, 4.0, -1.0];
/// assert_eq!(q_learning_target(1.0, 0.5, false, &next_values)?, 1.0 + 0.5 * 4.0);
/// assert_eq!(q_learning_target(1.0, 0.5, true, &next_values)?, 1.0);
/// let cut_off = EpisodeEnd::Truncated { value: 6.0 };
/// assert_eq!(q_learning_target(1.0, 0.5, cut_off, &next_values)?, 1.0 + 0.5 * 6.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn q_learning_target(
    reward: f32,
    gamma: f32,
    end: impl Into<EpisodeEnd>,
    next_values: &[f32],
) -> Result<f32, Error> {
    let is_nan = next_values.iter().any(|value| value.is_nan());
    let best = if is_nan { f32::NAN } else { max(next_values).1 };
    target(reward, gamma, end.into(), next_values, best)
}

/// Returns the target of SARSA: r + γ·Q(s′, a′), for the action a′ that the policy takes next.
///
/// The rest is as in [`q_learning_target`]. **Source**: Rummery & Niranjan, *On-line Q-learning Using Connectionist Systems* (1994).
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no actions, [`Error::Label`] if the next action is none of them, [`Error::Parameter`] if γ is not in
/// [0, 1].
///
/// ```
/// let target = microloss::sarsa_target(1.0, 0.5, false, &[0.5, 4.0, -1.0], 2)?;
/// assert_eq!(target, 1.0 - 0.5 * 1.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn sarsa_target(
    reward: f32,
    gamma: f32,
    end: impl Into<EpisodeEnd>,
    next_values: &[f32],
    next_action: usize,
) -> Result<f32, Error> {
    let classes = next_values.len();
    let Some(value) = next_values.get(next_action).copied() else {
        let label = Error::Label { row: 0, label: next_action, classes };
        return Err(if classes == 0 { Error::EmptyBatch } else { label });
    };
    target(reward, gamma, end.into(), next_values, value)
}

/// Returns the target of expected SARSA: r + γ·Σₐ π(a)·Q(s′, a), for the probabilities π that the policy gives the actions.
///
/// An action of probability 0 adds nothing, whatever its value. The rest is as in [`q_learning_target`]. **Source**: van Seijen et al., *A
/// Theoretical and Empirical Analysis of Expected Sarsa* (2009), doi:10.1109/ADPRL.2009.4927542.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no actions, [`Error::Length`] if the buffers disagree, [`Error::Parameter`] if γ is not in [0, 1].
///
/// ```
/// let (values, policy) = ([0.5, 4.0, -1.0], [0.5, 0.25, 0.25]);
/// let target = microloss::expected_sarsa_target(1.0, 0.5, false, &values, &policy)?;
/// assert_eq!(target, 1.0 + 0.5 * (0.25 + 1.0 - 0.25));
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn expected_sarsa_target(
    reward: f32,
    gamma: f32,
    end: impl Into<EpisodeEnd>,
    next_values: &[f32],
    next_policy: &[f32],
) -> Result<f32, Error> {
    check_length(Buffer::Probabilities, next_values.len(), next_policy.len())?;
    let expected = sum_zip(next_policy, next_values, weighed);
    target(reward, gamma, end.into(), next_values, expected)
}

/// Returns weight·x. A weight of 0 leaves the number out, so that 0·∞ cannot arise.
#[inline]
fn weighed(weight: f32, x: f32) -> f32 {
    if weight == 0.0 { 0.0 } else { weight * x }
}

/// Returns the reward and the discounted value of the future.
fn target(reward: f32, gamma: f32, end: EpisodeEnd, next_values: &[f32], next: f32) -> Result<f32, Error> {
    check!(gamma: unit)?;
    if next_values.is_empty() {
        return Err(Error::EmptyBatch);
    }
    let future = match end {
        EpisodeEnd::Continues => weighed(gamma, next),
        EpisodeEnd::Terminated => 0.0,
        EpisodeEnd::Truncated { value } => weighed(gamma, value),
    };
    Ok(canonical(difference(reward, -future)))
}
