//! RLHF from end to end on four answers, beside DPO: both arrive at the same policy.
//!
//! `cargo run --release --example rlhf`
//!
//! Synthetic, because the exact optimum has to be known. RLHF trains a reward model from comparisons, then a policy with PPO and a KL
//! penalty. The best policy is q·e^(r/β)/Z, for the reference q and the rewards r. DPO goes there directly.

#[path = "shared/random.rs"]
mod random;

use microloss::{
    Action, BradleyTerry, ClippedValue, Dpo, EpisodeEnd, Error, Estimate, Loss, Ppo, Reduction,
    generalized_advantage, kl_divergence, math, normalize_advantages_with_floor, rlhf_rewards, sample,
};
use random::Random;

/// Answers: a refusal, an evasion, and two that the policy should not give.
const ANSWERS: usize = 4;
/// Logits of the reference: supervised fine-tuning, the first stage of both ways, has ended here.
const REFERENCE: [f32; ANSWERS] = [0.0, 0.5, 1.5, 1.0];
/// The taste of people, which only their comparisons show.
const TASTE: [f32; ANSWERS] = [1.5, 0.5, -0.5, -1.5];
const COMPARISONS: usize = 600;
/// Answers that the policy gives between two updates of PPO.
const BATCH: usize = 256;

/// The results for one β.
#[derive(Debug)]
pub struct Report {
    /// Rewards that the reward model has learnt.
    pub rewards: [f32; ANSWERS],
    /// The best policy for these rewards, the policy of PPO, and that of DPO.
    pub policies: [[f32; ANSWERS]; 3],
    /// KL(policy ‖ best) of PPO and of DPO, in nats.
    pub divergence: [f32; 2],
}

fn softmax(logits: &[f32; ANSWERS]) -> Result<[f32; ANSWERS], Error> {
    let mut p = [0.0; ANSWERS];
    math::softmax(logits, 1.0, &mut p)?;
    Ok(p)
}

fn log_softmax(logits: &[f32; ANSWERS]) -> Result<[f32; ANSWERS], Error> {
    let mut log_p = [0.0; ANSWERS];
    math::log_softmax(logits, 1.0, &mut log_p)?;
    Ok(log_p)
}

/// Takes a step on the logits, for the slopes of a loss in the answers' log-probabilities.
fn descend(logits: &mut [f32; ANSWERS], slopes: &[f32; ANSWERS], rate: f32) -> Result<(), Error> {
    let total: f32 = slopes.iter().sum();
    let p = softmax(logits)?;
    logits.iter_mut().zip(slopes).zip(p).for_each(|((x, slope), p)| *x -= rate * (slope - p * total));
    Ok(())
}

/// Draws pairs of answers, and the one that a person prefers: (chosen, rejected).
fn comparisons(random: &mut Random) -> Vec<(usize, usize)> {
    let pairs = (0..COMPARISONS).map(|n| (n % ANSWERS, (n + 1 + n / ANSWERS % 3) % ANSWERS));
    let judged = pairs.map(|(a, b)| {
        let prefers_a = random.unit() < math::sigmoid(TASTE[a] - TASTE[b]);
        if prefers_a { (a, b) } else { (b, a) }
    });
    judged.collect()
}

/// Stage 2 of RLHF: rewards from comparisons.
fn reward_model(comparisons: &[(usize, usize)]) -> Result<[f32; ANSWERS], Error> {
    let (loss, mut rewards) = (BradleyTerry::new(), [0.0; ANSWERS]);
    for _ in 0..400 {
        let mut rows: Vec<[f32; 2]> = comparisons.iter().map(|(c, r)| [rewards[*c], rewards[*r]]).collect();
        loss.value_and_gradient_in_place(&mut rows, &[0.0; COMPARISONS], Reduction::Mean)?;
        for ((chosen, rejected), [by_chosen, by_rejected]) in comparisons.iter().zip(rows) {
            rewards[*chosen] -= 2.0 * by_chosen;
            rewards[*rejected] -= 2.0 * by_rejected;
        }
    }
    Ok(rewards)
}

/// Stage 3 of RLHF: PPO, with the KL penalty in the rewards.
fn ppo(scores: &[f32; ANSWERS], beta: f32, random: &mut Random) -> Result<[f32; ANSWERS], Error> {
    let (loss, critic_loss, reference) = (Ppo::new(0.2), ClippedValue::new(1.0), log_softmax(&REFERENCE)?);
    let (mut policy, mut critic) = (REFERENCE, 0.0);
    for round in 0..300 {
        let (p, acting) = (softmax(&policy)?, log_softmax(&policy)?);
        let mut answers = [0; BATCH];
        let (mut rewards, mut advantages) = ([0.0; BATCH], [0.0; BATCH]);
        for (answer, reward) in answers.iter_mut().zip(&mut rewards) {
            *answer = sample(&p, random.unit())?;
            let mut of_tokens = [0.0];
            rlhf_rewards(scores[*answer], &[acting[*answer]], &[reference[*answer]], beta, &mut of_tokens)?;
            *reward = of_tokens[0];
        }
        let ends = [EpisodeEnd::Terminated; BATCH];
        generalized_advantage(&rewards, &[critic; BATCH], &ends, 0.0, 1.0, 0.95, &mut advantages)?;
        // The floor lets the steps shrink: at the optimum all answers are worth the same.
        normalize_advantages_with_floor(&mut advantages, 1.0)?;
        let actions: [Action; BATCH] =
            std::array::from_fn(|n| Action { log_probability: acting[answers[n]], advantage: advantages[n] });
        for _ in 0..4 {
            let now = log_softmax(&policy)?;
            let mut slopes = answers.map(|answer| now[answer]);
            loss.value_and_gradient_in_place(&mut slopes, &actions, Reduction::Mean)?;
            let mut by_answer = [0.0; ANSWERS];
            answers.iter().zip(slopes).for_each(|(answer, slope)| by_answer[*answer] += slope);
            descend(&mut policy, &by_answer, 2.0 / (1.0 + round as f32 / 50.0))?;
        }
        let outcomes = rewards.map(|outcome| Estimate { old: critic, outcome });
        let mut slopes = [critic; BATCH];
        critic_loss.value_and_gradient_in_place(&mut slopes, &outcomes, Reduction::Mean)?;
        critic -= 0.5 * slopes.iter().sum::<f32>();
    }
    softmax(&policy)
}

/// The other way: DPO, from the same comparisons and the same reference.
fn dpo(comparisons: &[(usize, usize)], beta: f32) -> Result<[f32; ANSWERS], Error> {
    let (loss, reference) = (Dpo::try_new(beta)?, log_softmax(&REFERENCE)?);
    let rows =
        |log_p: &[f32; ANSWERS]| comparisons.iter().map(|(c, r)| [log_p[*c], log_p[*r]]).collect::<Vec<_>>();
    let (of_reference, mut policy) = (rows(&reference), REFERENCE);
    for _ in 0..400 {
        let mut slopes = rows(&log_softmax(&policy)?);
        loss.value_and_gradient_in_place(&mut slopes, &of_reference, Reduction::Mean)?;
        let mut by_answer = [0.0; ANSWERS];
        for ((chosen, rejected), [by_chosen, by_rejected]) in comparisons.iter().zip(slopes) {
            by_answer[*chosen] += by_chosen;
            by_answer[*rejected] += by_rejected;
        }
        descend(&mut policy, &by_answer, 2.0 / (beta * beta))?;
    }
    softmax(&policy)
}

/// Goes both ways, and compares the policies with the best one.
pub(crate) fn align(beta: f32) -> Result<Report, Error> {
    let mut random = Random(0x2545_F491);
    let comparisons = comparisons(&mut random);
    let rewards = reward_model(&comparisons)?;
    let best = softmax(&std::array::from_fn(|a| REFERENCE[a] + rewards[a] / beta))?;
    let policies = [best, ppo(&rewards, beta, &mut random)?, dpo(&comparisons, beta)?];
    let divergence = [kl_divergence(&policies[1], &best)?, kl_divergence(&policies[2], &best)?];
    Ok(Report { rewards, policies, divergence })
}

pub(crate) fn main() -> Result<(), Error> {
    let answers = |p: &[f32; ANSWERS]| p.map(|p| format!("{p:8.3}")).concat();
    println!("                            refusal evasion   bad 1   bad 2");
    println!("reference                  {}", answers(&softmax(&REFERENCE)?));
    for beta in [0.5, 1.0, 2.0] {
        let Report { rewards, policies: [best, ppo, dpo], divergence } = align(beta)?;
        if beta == 0.5 {
            println!("rewards, from comparisons  {}", answers(&rewards));
        }
        println!("beta {beta}: q e^(r/beta) / Z    {}", answers(&best));
        println!("          RLHF: PPO        {}   {:.4} nats from it", answers(&ppo), divergence[0]);
        println!("          DPO              {}   {:.4} nats from it", answers(&dpo), divergence[1]);
    }
    println!("\n        stages                                in memory while the policy learns");
    println!("RLHF    fine-tuning, reward model, PPO        policy, reference, reward model, critic");
    println!("DPO     fine-tuning, DPO                      policy, reference");
    println!(
        "\nLook at the distances: both ways meet the same optimum. DPO needs a stage and two models fewer;"
    );
    println!("PPO can ask the reward model about answers that nobody has compared.");
    Ok(())
}
