//! Real data: penalties on the weights of a spam filter, and the words that they leave.
//!
//! `cargo run --release --example sparsity`
//!
//! A filter with few words is small in flash and quick. L1 and the elastic net drive weights to exactly 0, L2 only makes them small. Data:
//! `examples/spam/README.md`.

#[path = "shared/linear.rs"]
mod linear;
#[path = "spam/mails.rs"]
mod mails;

use linear::Linear;
use mails::{FEATURES, TRAINING, mails};
use microloss::{ElasticNet, Error, L1, L2, Penalty, SigmoidCrossEntropy};

/// Results of a penalty.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Weights that are not 0.
    pub left: usize,
    /// The largest weight.
    pub largest: f32,
    /// Share of unseen mails on the right side of ½.
    pub right: f32,
}

/// Trains with a penalty.
pub(crate) fn learn(penalty: &dyn Penalty) -> Result<Report, Error> {
    let (inputs, is_spam) = mails();
    let labels: Vec<f32> = is_spam.iter().map(|spam| f32::from(u8::from(*spam))).collect();
    let (seen, loss, mut model) = (&inputs[..TRAINING], SigmoidCrossEntropy::new(), Linear::new(0.0));
    for step in 0..400 {
        let rate = 1.0 / (1.0 + step as f32 / 100.0);
        model.step(&loss, seen, &labels[..TRAINING], rate)?;
        let mut slopes = [0.0; FEATURES];
        penalty.value_and_add_gradient(&model.weights, &mut slopes)?;
        for (weight, slope) in model.weights.iter_mut().zip(slopes) {
            // The penalty pulls towards 0, and no farther: a weight that would change sides stays there.
            let pulled = *weight - rate * slope;
            *weight = if pulled * *weight < 0.0 { 0.0 } else { pulled };
        }
    }
    let unseen = model.predict_all(&inputs[TRAINING..]);
    let right = unseen.iter().zip(&is_spam[TRAINING..]).filter(|(x, spam)| (**x > 0.0) == **spam).count();
    Ok(Report {
        left: model.weights.iter().filter(|weight| **weight != 0.0).count(),
        largest: model.weights.iter().fold(0.0, |largest, weight| weight.abs().max(largest)),
        right: right as f32 / unseen.len() as f32,
    })
}

/// Trains with each penalty.
pub(crate) fn compare() -> Result<[(&'static str, Report); 5], Error> {
    Ok([
        ("none", learn(&L2::new(0.0))?),
        ("L2, 0.01", learn(&L2::new(0.01))?),
        ("L1, 0.003", learn(&L1::new(0.003))?),
        ("L1, 0.02", learn(&L1::new(0.02))?),
        ("ElasticNet, 0.01 and 0.01", learn(&ElasticNet::new(0.01, 0.01))?),
    ])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("penalty                     words left of {FEATURES}   largest weight   right on unseen mails");
    for (name, Report { left, largest, right }) in compare()? {
        println!("{name:27} {left:14} {largest:18.2} {:19.1} %", 100.0 * right);
    }
    println!(
        "\nLook at the words: L1 throws most of them out and loses little. L2 keeps them all, with small weights."
    );
    Ok(())
}
