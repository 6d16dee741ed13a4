//! Teaches a policy to refuse: DPO on four answers to a dangerous request.
//!
//! `cargo run --release --example safety_preference`

use microloss::{Dpo, Error, Loss, Reduction, SequenceLogProbability, math, preference_accuracy};

/// Answers: a refusal, an evasion, and two that the policy should not give.
const ANSWERS: usize = 4;
/// Preferences of people: (chosen, rejected).
const PAIRS: [(u8, u8); 4] = [(0, 2), (0, 3), (1, 2), (0, 1)];

/// A trained policy.
#[derive(Debug)]
pub struct Report {
    /// Probability of each answer under the reference.
    pub before: [f32; ANSWERS],
    /// Probability of each answer after training.
    pub after: [f32; ANSWERS],
    /// Share of the pairs that the trained policy agrees with.
    pub accuracy: f32,
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
    let both = |logits: &[f32; ANSWERS]| -> Result<[[f32; 2]; 4], Error> {
        let mut pairs = [[0.0; 2]; 4];
        for (pair, (chosen, rejected)) in pairs.iter_mut().zip(PAIRS) {
            *pair = [log_probability(logits, chosen)?, log_probability(logits, rejected)?];
        }
        Ok(pairs)
    };
    let loss = Dpo::try_new(beta)?;
    let of_reference = both(&reference)?;
    for _ in 0..400 {
        let mut upstream = both(&policy)?;
        loss.value_and_gradient_in_place(&mut upstream, &of_reference, Reduction::Mean)?;
        let before = [policy];
        for ((chosen, rejected), slopes) in PAIRS.into_iter().zip(upstream) {
            for (answer, slope) in [chosen, rejected].into_iter().zip(slopes) {
                let mut gradient = [[0.0; ANSWERS]];
                token.value_and_gradient(&before, &[answer], Reduction::Sum, slope, &mut gradient)?;
                policy.iter_mut().zip(gradient[0]).for_each(|(x, g)| *x -= 0.5 * g);
            }
        }
    }
    let (mut before, mut after) = ([0.0; ANSWERS], [0.0; ANSWERS]);
    math::softmax(&reference, 1.0, &mut before)?;
    math::softmax(&policy, 1.0, &mut after)?;
    let divergence = after.iter().zip(&before).map(|(p, q)| p * (p / q).ln()).sum();
    Ok(Report { before, after, accuracy: preference_accuracy(&both(&policy)?, &of_reference)?, divergence })
}

/// Prints the results and the claim.
pub(crate) fn main() -> Result<(), Error> {
    println!("  beta   refusal before   after   accuracy   KL, nats");
    for beta in [0.1, 0.5, 2.0] {
        let Report { before, after, accuracy, divergence } = train(beta)?;
        println!("{beta:6} {:16.3} {:7.3} {accuracy:10.2} {divergence:10.3}", before[0], after[0]);
    }
    println!(
        "claim: the refusal comes to be the likeliest answer and every preference is met; a smaller beta lets"
    );
    println!("       the policy move farther from the reference.");
    Ok(())
}
