//! Reward shaping: the same best policy, in fewer steps.
//!
//! `cargo run --release --example reward_shaping`
//!
//! Synthetic: a corridor of 16 rooms, and a reward in the last. Q-learning finds it by chance at first. Shaping adds
//! γΦ(s′) − Φ(s) to every reward, with a potential Φ that grows towards the goal: each step in the right direction pays at once.

#[path = "shared/random.rs"]
mod random;
#[path = "shared/show.rs"]
mod show;

use microloss::{Error, Huber, Loss, Reduction, potential_shaping, q_learning_target};
use random::Random;

const ROOMS: usize = 16;
const EPISODES: usize = 50;
const GAMMA: f32 = 0.95;

/// The course of learning.
#[derive(Debug)]
pub struct Report {
    /// Steps to the goal, in each episode.
    pub steps: Vec<f32>,
    /// The better action in each room but the last: true is towards the goal.
    pub policy: [bool; ROOMS - 1],
}

/// Learns with rewards, or with shaped rewards.
pub(crate) fn learn(shaped: bool, seed: u32) -> Result<Report, Error> {
    let (loss, mut random) = (Huber::new(1.0), Random(seed));
    // Values of both actions in each room: back, and on.
    let mut values = [[0.0; 2]; ROOMS];
    let potential = |room: usize| room as f32 / ROOMS as f32;
    let mut steps = Vec::new();
    for _ in 0..EPISODES {
        let (mut room, mut count) = (0_usize, 0.0);
        while room + 1 < ROOMS {
            let [back, on] = values[room];
            let explores = back == on || random.unit() < 0.1;
            let action = if explores { random.bits() as usize >> 16 & 1 } else { usize::from(on > back) };
            let next = if action == 1 { room + 1 } else { room.saturating_sub(1) };
            let ended = next + 1 == ROOMS;
            let mut reward = f32::from(u8::from(ended));
            if shaped {
                // Behind the end of an episode the potential is 0.
                reward +=
                    potential_shaping(GAMMA, potential(room), if ended { 0.0 } else { potential(next) });
            }
            let target = q_learning_target(reward, GAMMA, ended, &values[next])?;
            let mut slope = [values[room][action]];
            loss.value_and_gradient_in_place(&mut slope, &[target], Reduction::Mean)?;
            values[room][action] -= 0.5 * slope[0];
            (room, count) = (next, count + 1.0);
        }
        steps.push(count);
    }
    Ok(Report { steps, policy: std::array::from_fn(|room| values[room][1] > values[room][0]) })
}

pub(crate) fn main() -> Result<(), Error> {
    println!(
        "rewards   steps of {EPISODES} episodes   first episode   last 10, mean   steps, an episode a bar"
    );
    for (name, shaped) in [("plain", false), ("shaped", true)] {
        let Report { steps, policy } = learn(shaped, 7)?;
        let (total, last) = (steps.iter().sum::<f32>(), steps[EPISODES - 10..].iter().sum::<f32>() / 10.0);
        println!(
            "{name:7} {total:19} {:16} {last:15.1}   {}",
            steps[0],
            show::sparkline(steps.iter().map(|s| s.ln()))
        );
        println!(
            "        it walks towards the goal in {} of 15 rooms",
            policy.iter().filter(|on| **on).count()
        );
    }
    println!(
        "\nLook at the steps: shaping saves most of the wandering before the first reward, and the policy that is"
    );
    println!("learnt is the same. No other kind of bonus is sure to leave it so.");
    Ok(())
}
