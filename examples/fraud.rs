//! Real data: two payments in a thousand are frauds. A model with 99.8 % accuracy stops none of them.
//!
//! `cargo run --release --example fraud`
//!
//! No free set of payments has real frauds, so handwritten digits stand for payments: a 4 is a fraud, and training shows three
//! among 1 293 others. A missed fraud costs 5 000, a false alarm 2. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/linear.rs"]
mod linear;
#[path = "shared/rare.rs"]
mod rare;

use linear::{Linear, NumberLoss};
use microloss::{
    CostMatrix, Error, SigmoidCrossEntropy, calibrated_logit, cost_threshold, math,
    positive_weight_from_costs,
};

const MISS: f32 = 5000.0;
const ALARM: f32 = 2.0;
/// Share of frauds among unseen payments. There are more in the test set, which is weighted to this share.
const SHARE: f32 = 0.002;

/// Results on unseen payments.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Share of payments that are judged right.
    pub accuracy: f32,
    /// Share of the frauds that are stopped.
    pub caught: f32,
    /// Share of all payments that are stopped.
    pub stopped: f32,
    /// Cost of a thousand payments.
    pub cost: f32,
}

/// Results of three ways, and probabilities of the third.
#[derive(Debug)]
pub struct Reports {
    /// Plain cross-entropy, if a payment is stopped when fraud is likelier than not.
    pub plain: Report,
    /// Plain cross-entropy, if the cost matrix decides.
    pub by_matrix: Report,
    /// Cross-entropy with a positive weight of 2 500, if a probability of ½ decides.
    pub weighted: Report,
    /// Mean probability of fraud that the weighted model gives: as computed, and with the weight taken back.
    pub probability: [f32; 2],
}

/// Trains three ways, and counts.
pub(crate) fn compare() -> Result<Reports, Error> {
    let (seen, unseen) = rare::split(4);
    let train = |loss: &NumberLoss, rate: f32| -> Result<Vec<f32>, Error> {
        let mut model = Linear::new(-6.0);
        for _ in 0..2000 {
            model.step(loss, &seen.pixels, &seen.rare, rate)?;
        }
        Ok(model.predict_all(&unseen.pixels))
    };
    // The mean over unseen payments, as if frauds were as rare as they are.
    let frauds: f32 = unseen.rare.iter().sum();
    let others = unseen.rare.len() as f32 - frauds;
    let mean = |of: &dyn Fn(usize) -> f32| -> f32 {
        let weight = |y: f32| if y > 0.0 { SHARE / frauds } else { (1.0 - SHARE) / others };
        unseen.rare.iter().enumerate().map(|(at, y)| weight(*y) * of(at)).sum()
    };
    let report = |stop: &dyn Fn(usize) -> bool| {
        let is_fraud = |at: usize| unseen.rare[at] > 0.0;
        Report {
            accuracy: mean(&|at| f32::from(u8::from(stop(at) == is_fraud(at)))),
            caught: mean(&|at| f32::from(u8::from(stop(at) && is_fraud(at)))) / SHARE,
            stopped: mean(&|at| f32::from(u8::from(stop(at)))),
            cost: 1000.0
                * mean(&|at| match (is_fraud(at), stop(at)) {
                    (true, false) => MISS,
                    (false, true) => ALARM,
                    _ => 0.0,
                }),
        }
    };

    let weight = positive_weight_from_costs(ALARM, MISS)?;
    let costs = CostMatrix::try_new([[0.0, ALARM], [MISS, 0.0]])?;
    let plain = train(&SigmoidCrossEntropy::new(), 0.5)?;
    let weighted = train(&SigmoidCrossEntropy::new().try_with_positive_weight(weight)?, 0.02)?;
    Ok(Reports {
        plain: report(&|at| plain[at] > 0.0),
        by_matrix: report(&|at| {
            let p = math::sigmoid(plain[at]);
            costs.decide(&[1.0 - p, p]) == 1
        }),
        weighted: report(&|at| weighted[at] > 0.0),
        probability: [
            mean(&|at| math::sigmoid(weighted[at])),
            mean(&|at| calibrated_logit(weighted[at], weight).map_or(f32::NAN, math::sigmoid)),
        ],
    })
}

pub(crate) fn main() -> Result<(), Error> {
    let Reports { plain, by_matrix, weighted, probability } = compare()?;
    println!("loss and decision      accuracy   frauds stopped   payments stopped   cost of 1000 payments");
    let rows =
        [("plain, at 1/2", plain), ("plain, by the costs", by_matrix), ("weight 2500, at 1/2", weighted)];
    for (name, Report { accuracy, caught, stopped, cost }) in rows {
        let [accuracy, caught, stopped] = [accuracy, caught, stopped].map(|share| 100.0 * share);
        println!("{name:20} {accuracy:9.1} % {caught:14.1} % {stopped:16.1} % {cost:23.0}");
    }
    println!("\nLook at the first row: it is right on 99.8 % of the payments, and stops no fraud.");
    println!("The costs say: stop a payment from a probability of {:.4} on.", cost_threshold(ALARM, MISS)?);
    let [said, calibrated] = probability.map(|p| 100.0 * p);
    println!(
        "The weighted model says {said:.1} % fraud on average, where {:.1} % is true: its outputs are no",
        100.0 * SHARE
    );
    println!(
        "probabilities. With the weight taken back they are {calibrated:.2} %: three frauds are few to learn from."
    );
    Ok(())
}
