//! Eight preference losses on the same comparisons: how far each of them takes the policy.
//!
//! `cargo run --release --example preferences`
//!
//! Synthetic: one prompt, a good answer and a bad one, and people who all agree. Some losses stop at a goal, others push on for ever.

use microloss::{
    Dpo, Error, Exo, Ipo, Kto, Loss, Orpo, Reduction, SimPo, SlicHinge, Verdict, Weighted, implicit_reward,
    math,
};

/// The reference's log-probabilities of the two answers.
const REFERENCE: [f32; 2] = [-1.6, -0.7];

/// The slopes of a loss in the log-probabilities of the good and the bad answer.
pub(crate) type Slopes<'a> = &'a dyn Fn([f32; 2]) -> Result<[f32; 2], Error>;

/// Returns the log-probabilities of the good, the bad and of all other answers, for three logits.
fn log_probabilities(logits: &[f32; 3]) -> Result<[f32; 3], Error> {
    let mut log_p = [0.0; 3];
    math::log_softmax(logits, 1.0, &mut log_p)?;
    Ok(log_p)
}

/// Trains for some steps. Returns the log-probabilities of the good and the bad answer.
pub(crate) fn train(slopes: Slopes<'_>, steps: usize) -> Result<[f32; 2], Error> {
    let rest = math::ln(1.0 - math::exp(REFERENCE[0]) - math::exp(REFERENCE[1]));
    let mut logits = [REFERENCE[0], REFERENCE[1], rest];
    for _ in 0..steps {
        let log_p = log_probabilities(&logits)?;
        let by = slopes([log_p[0], log_p[1]])?;
        let total: f32 = by.iter().sum();
        for ((x, log_p), by) in logits.iter_mut().zip(log_p).zip([by[0], by[1], 0.0]) {
            *x -= 0.2 * (by - math::exp(log_p) * total);
        }
    }
    let log_p = log_probabilities(&logits)?;
    Ok([log_p[0], log_p[1]])
}

/// The slopes of a loss of pairs, with a target.
fn of_pair<T>(
    loss: &impl Loss<Prediction = [f32; 2], Target = T>,
    pair: [f32; 2],
    target: T,
) -> Result<[f32; 2], Error> {
    let mut row = [pair];
    loss.value_and_gradient_in_place(&mut row, &[target], Reduction::Mean)?;
    Ok(row[0])
}

/// The log-probabilities of both answers after 1 000 steps, and after ten times as many.
pub(crate) type Course = [[f32; 2]; 2];

/// Trains with each loss, for 1 000 steps and for ten times as many.
pub(crate) fn compare() -> Result<Vec<(&'static str, Course)>, Error> {
    let kto = |pair: [f32; 2]| {
        // No pairs: one answer is desirable, and the other is not.
        let verdicts = [0, 1].map(|n| Verdict { reference: REFERENCE[n], desirable: n == 0 });
        let mut slopes = pair;
        Weighted::new(Kto::new(1.0, 0.0), &[1.0, 1.0]).value_and_gradient_in_place(
            &mut slopes,
            &verdicts,
            Reduction::Mean,
        )?;
        Ok(slopes)
    };
    let losses: [(&str, Slopes<'_>); 8] = [
        ("Dpo, beta 1", &|pair| of_pair(&Dpo::new(1.0), pair, REFERENCE)),
        ("Dpo, conservative 0.1", &|pair| of_pair(&Dpo::new(1.0).conservative(0.1), pair, REFERENCE)),
        ("Ipo, beta 0.25", &|pair| of_pair(&Ipo::new(0.25), pair, REFERENCE)),
        ("SlicHinge, beta 0.5", &|pair| of_pair(&SlicHinge::new(0.5), pair, REFERENCE)),
        ("Exo, epsilon 0.1", &|pair| of_pair(&Exo::new(1.0, 0.1), pair, REFERENCE)),
        ("Kto, beta 1", &kto),
        ("SimPo, no reference", &|pair| of_pair(&SimPo::new(2.0, 0.5), pair, [1, 1])),
        ("Orpo, no reference", &|pair| of_pair(&Orpo::new(0.1), pair, ())),
    ];
    losses
        .into_iter()
        .map(|(name, slopes)| Ok((name, [train(slopes, 1_000)?, train(slopes, 10_000)?])))
        .collect()
}

/// Returns the lead of the good answer over the bad one, beyond that of the reference.
pub(crate) fn lead(pair: &[f32; 2]) -> f32 {
    implicit_reward(1.0, pair[0], REFERENCE[0]) - implicit_reward(1.0, pair[1], REFERENCE[1])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("loss                     lead after 1 000 steps   after 10 000   p(good)   p(bad)");
    for (name, [early, late]) in compare()? {
        let [good, bad] = late.map(math::exp);
        println!("{name:24} {:22.2} {:14.2} {good:9.3} {bad:8.3}", lead(&early), lead(&late));
    }
    println!(
        "\nLook at the leads: Ipo, SlicHinge, Exo and a conservative Dpo have a goal (2 = 1/0.5, ln 9 = 2.20) and"
    );
    println!("stay there. The others go on, though ever more slowly: stop them early, or hold them by beta.");
    Ok(())
}
