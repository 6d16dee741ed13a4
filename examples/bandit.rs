//! A bandit: which of five settings is best, from rewards alone. Three baselines of the policy gradient.
//!
//! `cargo run --release --example bandit`
//!
//! Synthetic, because the best setting has to be known. Rewards are noisy, and all lie near 10: without a baseline every action seems good.

#[path = "shared/random.rs"]
mod random;
#[path = "shared/show.rs"]
mod show;

use microloss::{
    Choice, EntropyBonus, Error, Loss, Reduction, Reinforce, entropy, gradient_norm,
    leave_one_out_advantages, math, no_targets, normalize_groups, sample,
};
use random::Random;

const SETTINGS: usize = 5;
const MEANS: [f32; SETTINGS] = [10.0, 10.2, 10.4, 10.6, 11.0];
const GROUP: usize = 8;

/// Ways to make advantages of rewards.
#[derive(Clone, Copy, Debug)]
pub enum Baseline {
    /// The reward itself.
    None,
    /// The reward less the mean of the others of its group.
    LeaveOneOut,
    /// The reward less the group's mean, over its deviation.
    Normalized,
}

/// Results of learning.
#[derive(Debug)]
pub struct Report {
    /// Probability of the best setting, after each step.
    pub best: Vec<f32>,
    /// Mean length of the gradients of the first hundred steps.
    pub length: f32,
    /// Entropy of the policy at the end, in nats.
    pub entropy: f32,
}

/// Learns for some steps, with a weight of the entropy bonus.
pub(crate) fn learn(baseline: Baseline, bonus: f32, seed: u32) -> Result<Report, Error> {
    let (loss, undecided) = (Reinforce::new(), EntropyBonus::new());
    let (mut random, mut logits) = (Random(seed), [0.0; SETTINGS]);
    let mut report = Report { best: Vec::new(), length: 0.0, entropy: 0.0 };
    let mut p = [0.2; SETTINGS];
    for step in 0..600 {
        let mut choices = [Choice { action: 0_u8, advantage: 0.0 }; GROUP];
        let mut rewards = [0.0; GROUP];
        for (choice, reward) in choices.iter_mut().zip(&mut rewards) {
            let action = sample(&p, random.unit())?;
            choice.action = action as u8;
            *reward = MEANS[action] + random.normal();
        }
        match baseline {
            Baseline::None => {}
            Baseline::LeaveOneOut => leave_one_out_advantages(&mut rewards, GROUP)?,
            Baseline::Normalized => normalize_groups(&mut rewards, GROUP, 1e-3)?,
        }
        choices.iter_mut().zip(rewards).for_each(|(choice, advantage)| choice.advantage = advantage);

        let mut rows = [logits; GROUP];
        loss.value_and_gradient_in_place(&mut rows, &choices, Reduction::Mean)?;
        let mut by_entropy = [logits];
        undecided.value_and_gradient_in_place(&mut by_entropy, no_targets(1), Reduction::Sum)?;
        let slopes: [f32; SETTINGS] =
            std::array::from_fn(|k| rows.iter().map(|row| row[k]).sum::<f32>() + bonus * by_entropy[0][k]);
        if step < 100 {
            report.length += gradient_norm(&slopes) / 100.0;
        }
        logits.iter_mut().zip(slopes).for_each(|(x, g)| *x -= 0.1 * g);
        math::softmax(&logits, 1.0, &mut p)?;
        report.best.push(p[SETTINGS - 1]);
    }
    report.entropy = entropy(&p);
    Ok(report)
}

/// Returns how often, of 40 runs, the best setting is the likeliest at the end.
pub(crate) fn successes(baseline: Baseline, bonus: f32) -> Result<usize, Error> {
    let mut found = 0;
    for seed in 1..=40 {
        found += usize::from(learn(baseline, bonus, seed * 7919)?.best[599] > 0.5);
    }
    Ok(found)
}

pub(crate) fn main() -> Result<(), Error> {
    println!(
        "baseline       bonus   found in 40 runs   length of a gradient   p of the best setting, one run"
    );
    for (baseline, bonus) in [
        (Baseline::None, 0.0),
        (Baseline::LeaveOneOut, 0.0),
        (Baseline::Normalized, 0.0),
        (Baseline::LeaveOneOut, 0.05),
    ] {
        let Report { best, length, .. } = learn(baseline, bonus, 7919)?;
        let curve = show::sparkline(best.into_iter().step_by(20));
        println!(
            "{:14} {bonus:<5} {:18} {length:22.2}   {curve}",
            format!("{baseline:?}"),
            successes(baseline, bonus)?
        );
    }
    println!(
        "\nLook at the two middle columns: a baseline takes most of the noise out of the gradient, and every run"
    );
    println!(
        "finds the best setting. Without one, half of the runs settle elsewhere by luck. The entropy bonus keeps"
    );
    println!("the policy from being quite sure.");
    Ok(())
}
