//! Real data: 4 601 mails, and the bits that a filter needs to tell spam, while it learns.
//!
//! `cargo run --release --example spam`
//!
//! Cross-entropy is the length of a message: the number of bits that tell somebody who knows the model's probabilities if a mail is
//! spam. An even guess costs 1 bit a mail. Data: `examples/spam/README.md`.

#[path = "shared/linear.rs"]
mod linear;
#[path = "spam/mails.rs"]
mod mails;
#[path = "shared/show.rs"]
mod show;

use linear::Linear;
use mails::{TRAINING, mails};
use microloss::{Error, Loss, Reduction, SigmoidCrossEntropy, nats_to_bits};

/// Results of training.
#[derive(Debug)]
pub struct Report {
    /// Bits an unseen mail, before training and after each of its steps.
    pub bits: Vec<f32>,
    /// Share of unseen mails on the right side of ½.
    pub right: f32,
}

/// Trains a logistic regression, and measures it on unseen mails after each step.
pub(crate) fn learn() -> Result<Report, Error> {
    let (inputs, is_spam) = mails();
    let labels: Vec<f32> = is_spam.into_iter().map(|spam| f32::from(u8::from(spam))).collect();
    let (seen, unseen) = inputs.split_at(TRAINING);
    let (seen_labels, unseen_labels) = labels.split_at(TRAINING);
    let loss = SigmoidCrossEntropy::new();
    let (mut model, mut report) = (Linear::new(0.0), Report { bits: Vec::new(), right: 0.0 });
    for _ in 0..=400 {
        let logits = model.predict_all(unseen);
        report.bits.push(nats_to_bits(loss.value(&logits, unseen_labels, Reduction::Mean)?));
        let right = logits.iter().zip(unseen_labels).filter(|(x, y)| (**x > 0.0) == (**y > 0.0)).count();
        report.right = right as f32 / unseen.len() as f32;
        model.step(&loss, seen, seen_labels, 1.0)?;
    }
    Ok(report)
}

/// Returns the cost of one spam mail to which the model gave probability `p`, in nats and in bits.
pub(crate) fn cost(p: f32) -> Result<[f32; 2], Error> {
    let logit = (p / (1.0 - p)).ln();
    let nats = SigmoidCrossEntropy::new().value(&[logit], &[1.0], Reduction::Mean)?;
    Ok([nats, nats_to_bits(nats)])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("what one spam mail costs, by the probability that the model gave to spam:");
    for p in [0.10, 0.70, 0.98] {
        let [nats, bits] = cost(p)?;
        println!("  p = {p:.2}: {nats:.2} nats, which are {bits:.2} bits");
    }
    let Report { bits, right } = learn()?;
    println!(
        "\nbits an unseen mail, while the filter learns: {}",
        show::sparkline(bits.iter().step_by(10).copied())
    );
    for step in [0, 1, 10, 100, 400] {
        println!("  after {step:3} steps: {:.3}", bits[step]);
    }
    println!("it puts {:.1} % of the unseen mails on the right side.", 100.0 * right);
    println!("\nLook at the unit: 2.30, 0.36 and 0.02 are nats, though one often reads that they are bits.");
    println!("The loss of this crate is in nats; divide by ln 2, or call `nats_to_bits`.");
    Ok(())
}
