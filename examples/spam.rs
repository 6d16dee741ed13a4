//! The loss of a spam classifier, in nats and in bits.
//!
//! `cargo run --release --example spam`
//!
//! A mail is spam. The classifier gives this a probability of 0.10 early in training, 0.70 halfway, and 0.98 at the end. The
//! cross-entropy −ln p is the cost of learning the truth: 2.30, 0.36 and 0.02 nats, the unit of the natural logarithm, or 3.32,
//! 0.51 and 0.03 bits. The loss of the classifier's logit gives the same numbers.

use microloss::{Loss, Reduction, SigmoidCrossEntropy, nats_to_bits};

/// A state of training.
#[derive(Debug)]
pub(crate) struct State {
    pub(crate) name: &'static str,
    /// Probability of spam.
    pub(crate) p: f32,
    /// Cross-entropy of the logit.
    pub(crate) nats: f32,
    pub(crate) bits: f32,
}

/// Returns the three states.
pub(crate) fn states() -> Result<[State; 3], microloss::Error> {
    let state = |name, p: f32| {
        let logit = (p / (1.0 - p)).ln();
        let nats = SigmoidCrossEntropy::new().value(&[logit], &[1.0], Reduction::Mean)?;
        Ok(State { name, p, nats, bits: nats_to_bits(nats) })
    };
    Ok([state("early", 0.1)?, state("halfway", 0.7)?, state("trained", 0.98)?])
}

pub(crate) fn main() -> Result<(), microloss::Error> {
    println!("state     p(spam)   nats   bits");
    for State { name, p, nats, bits } in states()? {
        println!("{name:<8}  {p:>7.2}  {nats:>5.2}  {bits:>5.2}");
    }
    Ok(())
}
