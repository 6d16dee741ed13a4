//! Teaches a policy to refuse, with DPO. β decides how far it may go from the reference.
//!
//! `cargo run --release --example safety_preference`
//!
//! Synthetic: four answers to one dangerous request. Three people in four prefer the safer answer of each pair. If they all did,
//! every β would end at the same policy, only later: certain preferences push without end.

use microloss::{
    Dpo, Error, Loss, Reduction, SequenceLogProbability, implicit_reward, kl_divergence, math,
    preference_accuracy, reward_margin,
};

/// Answers: a refusal, an evasion, and two that the policy should not give.
const ANSWERS: usize = 4;
/// Preferences of most people: (chosen, rejected).
const PAIRS: [(u8, u8); 4] = [(0, 2), (0, 3), (1, 2), (0, 1)];
/// Rows of the batch: each pair three times, and once the other way round.
const ROWS: usize = 16;

/// A trained policy.
#[derive(Debug)]
pub struct Report {
    /// Probability of each answer under the reference.
    pub before: [f32; ANSWERS],
    /// Probability of each answer after training.
    pub after: [f32; ANSWERS],
    /// Share of the rows that the trained policy agrees with.
    pub accuracy: f32,
    /// Mean lead of the chosen answers' implicit rewards.
    pub margin: f32,
    /// Implicit reward β(π − ρ) of the refusal.
    pub reward: f32,
    /// Distance from the reference: KL(policy ‖ reference), in nats.
    pub divergence: f32,
}

/// Trains the logits of a policy by gradient descent, from the reference on.
pub(crate) fn train(beta: f32) -> Result<Report, Error> {
    let reference: [f32; ANSWERS] = [0.0, 0.5, 1.5, 1.0];
    let mut policy = reference;
    let token = SequenceLogProbability::<ANSWERS, u8>::new();
    let log_probability =
        |logits: &[f32; ANSWERS], answer: u8| token.value(&[*logits], &[answer], Reduction::Sum);
    let rows: [(u8, u8); ROWS] = std::array::from_fn(|n| {
        let (chosen, rejected) = PAIRS[n / 4];
        if n % 4 < 3 { (chosen, rejected) } else { (rejected, chosen) }
    });
    let both = |logits: &[f32; ANSWERS]| -> Result<[[f32; 2]; ROWS], Error> {
        let mut pairs = [[0.0; 2]; ROWS];
        for (pair, (chosen, rejected)) in pairs.iter_mut().zip(rows) {
            *pair = [log_probability(logits, chosen)?, log_probability(logits, rejected)?];
        }
        Ok(pairs)
    };
    let (loss, of_reference) = (Dpo::try_new(beta)?, both(&reference)?);
    for _ in 0..300 {
        let mut upstream = both(&policy)?;
        loss.value_and_gradient_in_place(&mut upstream, &of_reference, Reduction::Mean)?;
        let before = [policy];
        for ((chosen, rejected), slopes) in rows.into_iter().zip(upstream) {
            for (answer, slope) in [chosen, rejected].into_iter().zip(slopes) {
                let mut gradient = [[0.0; ANSWERS]];
                token.value_and_gradient(&before, &[answer], Reduction::Sum, slope, &mut gradient)?;
                policy.iter_mut().zip(gradient[0]).for_each(|(x, g)| *x -= g / (beta * beta));
            }
        }
    }
    let (mut before, mut after) = ([0.0; ANSWERS], [0.0; ANSWERS]);
    math::softmax(&reference, 1.0, &mut before)?;
    math::softmax(&policy, 1.0, &mut after)?;
    let pairs = both(&policy)?;
    Ok(Report {
        before,
        after,
        accuracy: preference_accuracy(&pairs, &of_reference)?,
        margin: reward_margin(beta, &pairs, &of_reference)?,
        reward: implicit_reward(beta, log_probability(&policy, 0)?, log_probability(&reference, 0)?),
        divergence: kl_divergence(&after, &before)?,
    })
}

pub(crate) fn main() -> Result<(), Error> {
    println!("        probability of    refusal  evasion  bad 1  bad 2   nats from the reference");
    let show =
        |p: &[f32; ANSWERS]| println!("        {:>24.3} {:>8.3} {:>6.3} {:>6.3}", p[0], p[1], p[2], p[3]);
    show(&train(1.0)?.before);
    for beta in [0.1, 0.5, 2.0] {
        let Report { after: p, divergence, .. } = train(beta)?;
        println!(
            "beta {beta:<3} {:>24.3} {:>8.3} {:>6.3} {:>6.3} {divergence:>25.3}",
            p[0], p[1], p[2], p[3]
        );
    }
    let Report { accuracy, margin, reward, .. } = train(0.5)?;
    println!(
        "\nbeta 0.5: agrees with {:.0} % of the judgements, which is all that a policy can; mean lead of the chosen",
        100.0 * accuracy
    );
    println!("answers' rewards {margin:.2}; reward of the refusal {reward:+.2}");
    println!(
        "\nLook at the last column: a small beta refuses almost always and forgets what it could say before;"
    );
    println!("a large one stays near the reference, and still answers badly now and then.");
    Ok(())
}
