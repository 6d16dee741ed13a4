//! Card fraud: two payments in a thousand are frauds. A miss costs 5 000, a false alarm 2.
//!
//! `cargo run --release --example fraud`

use microloss::{
    CostMatrix, Error, Loss, Reduction, SigmoidCrossEntropy, calibrated_logit, math,
    positive_weight_from_costs,
};

/// Payments to train on, and as many to test on.
const N: usize = 20_000;
/// The costs of a missed fraud and of a false alarm.
const MISS: f32 = 5000.0;
const ALARM: f32 = 2.0;

/// Costs per thousand unseen payments.
#[derive(Debug)]
pub struct Report {
    /// Plain cross-entropy, if a payment is stopped when fraud is likelier than not.
    pub plain: f32,
    /// Plain cross-entropy, if the cost matrix decides.
    pub by_matrix: f32,
    /// Cross-entropy with a positive weight of 2 500, if a probability of ½ decides.
    pub weighted: f32,
    /// The weighted model's mean probability of fraud, as computed and with the weight taken back; and the true share.
    pub probability: [f32; 3],
}

fn unit(seed: u32) -> f32 {
    let bits = seed.wrapping_mul(0x9E37_79B9);
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA6B);
    (bits ^ (bits >> 13)) as f32 / u32::MAX as f32
}

/// Draws a payment: two features, each larger if the payment is more unusual, and 1 if it is a fraud.
fn payment(seed: u32) -> ([f32; 2], f32) {
    let fraud = unit(8 * seed) < 0.002;
    let bell =
        |salt: u32| unit(8 * seed + salt) + unit(8 * seed + salt + 1) + unit(8 * seed + salt + 2) - 1.5;
    let shift = if fraud { 0.9 } else { 0.0 };
    ([bell(1) + shift, bell(4) + shift], f32::from(u8::from(fraud)))
}

/// Trains a logistic regression by gradient descent; returns w and b.
fn train(loss: &SigmoidCrossEntropy, rate: f32) -> Result<[f32; 3], Error> {
    let payments: Vec<_> = (0..N as u32).map(payment).collect();
    let fraud: Vec<f32> = payments.iter().map(|payment| payment.1).collect();
    let mut p = [0.0, 0.0, -6.0];
    for _ in 0..800 {
        let mut logits: Vec<f32> = payments.iter().map(|payment| logit(&p, &payment.0)).collect();
        loss.value_and_gradient_in_place(&mut logits, &fraud, Reduction::Mean)?;
        for (slope, (x, _)) in logits.iter().zip(&payments) {
            p.iter_mut().zip([x[0], x[1], 1.0]).for_each(|(p, x)| *p -= rate * slope * x);
        }
    }
    Ok(p)
}

fn logit(p: &[f32; 3], x: &[f32; 2]) -> f32 {
    p[0] * x[0] + p[1] * x[1] + p[2]
}

/// Compares the three ways.
pub(crate) fn compare() -> Result<Report, Error> {
    let weight = positive_weight_from_costs(ALARM, MISS)?;
    let costs = CostMatrix::try_new([[0.0, ALARM], [MISS, 0.0]])?;
    let plain = train(&SigmoidCrossEntropy::new(), 20.0)?;
    let weighted = train(&SigmoidCrossEntropy::new().try_with_positive_weight(weight)?, 0.2)?;

    let unseen: Vec<_> = (1_000_000..1_000_000 + N as u32).map(payment).collect();
    let cost = |stop: &dyn Fn(&[f32; 2]) -> bool| -> f32 {
        let total: f32 = unseen
            .iter()
            .map(|(x, fraud)| match (*fraud > 0.0, stop(x)) {
                (true, false) => MISS,
                (false, true) => ALARM,
                _ => 0.0,
            })
            .sum();
        1000.0 * total / N as f32
    };
    let mean = |probability: &dyn Fn(&[f32; 2]) -> f32| -> f32 {
        unseen.iter().map(|(x, _)| probability(x)).sum::<f32>() / N as f32
    };
    Ok(Report {
        plain: cost(&|x| logit(&plain, x) > 0.0),
        by_matrix: cost(&|x| {
            let p = math::sigmoid(logit(&plain, x));
            costs.decide(&[1.0 - p, p]) == 1
        }),
        weighted: cost(&|x| logit(&weighted, x) > 0.0),
        probability: [
            mean(&|x| math::sigmoid(logit(&weighted, x))),
            mean(&|x| calibrated_logit(logit(&weighted, x), weight).map_or(f32::NAN, math::sigmoid)),
            unseen.iter().map(|(_, fraud)| fraud).sum::<f32>() / N as f32,
        ],
    })
}

/// Prints the results and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { plain, by_matrix, weighted, probability } = compare()?;
    println!("cost per 1000 payments");
    println!("  plain loss, decided at 0.5:        {plain:8.0}");
    println!("  plain loss, decided by the costs:  {by_matrix:8.0}");
    println!("  weight 2500, decided at 0.5:       {weighted:8.0}");
    let [said, calibrated, share] = probability.map(|p| 100.0 * p);
    println!(
        "fraud, by the weighted model: {said:.1} % as it says, {calibrated:.2} % calibrated; {share:.2} % in truth"
    );
    println!(
        "claim: either way of respecting the costs saves more than half of them; the weighted model's own"
    );
    println!("       probabilities are inflated at least tenfold until the weight is taken back.");
    Ok(())
}
