//! A softmax too many: the signs of this mistake in training.
//!
//! `cargo run --release --example double_softmax`
//!
//! Synthetic: the mistake shows on any data.

#[path = "shared/random.rs"]
mod random;

use microloss::{
    Error, Loss, Reduction, SoftmaxCrossEntropy, distance_from_uniform, double_softmax_range,
    looks_like_probabilities, math,
};
use random::Random;

const K: usize = 5;
const N: usize = 200;

/// The results of training without and with the mistake.
#[derive(Debug)]
pub struct Report {
    /// The loss.
    pub loss: [f32; 2],
    /// True if the inputs of the loss look like probabilities.
    pub suspicious: [bool; 2],
    /// The largest distance from uniform of the probabilities that the loss computes, averaged over the rows.
    pub confidence: [f32; 2],
}

/// Trains a linear model on five classes, each in its corner, by gradient descent. `twice` puts a softmax before the loss.
fn train(twice: bool) -> Result<(f32, bool, f32), Error> {
    let labels: Vec<u8> = (0..N).map(|i| (i % K) as u8).collect();
    let mut random = Random(0x2545_F491);
    let mut input = |label: &u8| {
        core::array::from_fn(|k| f32::from(u8::from(k == usize::from(*label))) + 0.3 * random.unit())
    };
    let inputs: Vec<[f32; K]> = labels.iter().map(&mut input).collect();
    let loss = SoftmaxCrossEntropy::new();
    let mut weights = [[0.0; K]; K];
    let mut outcome = (0.0, false, 0.0);
    for _ in 0..500 {
        let mut rows: Vec<[f32; K]> =
            inputs.iter().map(|x| weights.map(|w| w.iter().zip(x).map(|(w, x)| w * x).sum())).collect();
        let mut p = vec![[0.0; K]; N];
        for (p, row) in p.iter_mut().zip(&mut rows) {
            math::softmax(row.as_slice(), 1.0, p)?;
            if twice {
                *row = *p;
            }
        }
        let suspicious = rows.iter().all(|row| looks_like_probabilities(row));
        let mut taken = [0.0; K];
        let mut confidence = 0.0;
        for row in &rows {
            math::softmax(row, 1.0, &mut taken)?;
            confidence += distance_from_uniform(&taken) / N as f32;
        }
        let value = loss.value_and_gradient_in_place(&mut rows, &labels, Reduction::Mean)?;
        outcome = (value, suspicious, confidence);
        for ((x, g), p) in inputs.iter().zip(&mut rows).zip(&p) {
            if twice {
                // The gradient goes through the first softmax: pₖ(gₖ − Σ g·p).
                let along: f32 = g.iter().zip(p).map(|(g, p)| g * p).sum();
                g.iter_mut().zip(p).for_each(|(g, p)| *g = p * (*g - along));
            }
            for (w, g) in weights.iter_mut().zip(g) {
                w.iter_mut().zip(x).for_each(|(w, x)| *w -= 2.0 * *g * x);
            }
        }
    }
    Ok(outcome)
}

/// Trains without the mistake, and with it.
pub(crate) fn compare() -> Result<Report, Error> {
    let (right, wrong) = (train(false)?, train(true)?);
    Ok(Report { loss: [right.0, wrong.0], suspicious: [right.1, wrong.1], confidence: [right.2, wrong.2] })
}

pub(crate) fn main() -> Result<(), Error> {
    let report = compare()?;
    let (floor, ceiling) = double_softmax_range(K);
    println!("                        right   softmax twice");
    println!("loss               {:10.3} {:15.3}", report.loss[0], report.loss[1]);
    println!("looks like probabilities {} {:14}", report.suspicious[0], report.suspicious[1]);
    println!("distance from uniform {:7.3} {:15.3}", report.confidence[0], report.confidence[1]);
    println!(
        "\nLook at the loss: with a softmax too many it stays above {floor:.3} (and below {ceiling:.3}), however long one"
    );
    println!("trains. The input looks like probabilities, and the output stays near uniform.");
    Ok(())
}
