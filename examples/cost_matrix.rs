//! Real data: a meter reads digits, and a wrong digit costs its distance. Ten classes with a cost matrix.
//!
//! `cargo run --release --example cost_matrix`
//!
//! A reading that is too high costs three times as much as one too low: the customer complains. Three ways are compared: the likeliest
//! digit, the digit of least expected cost, and a network trained further on the expected cost. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, held_out, image, training};
use layer::Layer;
use microloss::{CostMatrix, Error, ExpectedCost, Loss, Reduction, SoftmaxCrossEntropy, math};

const CLASSES: usize = 10;
/// Images to train on: few, so that there are mistakes.
const SEEN: usize = 150;

/// Results on unseen images.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// Share of the digits that are read right.
    pub right: f32,
    /// Mean cost of a reading.
    pub cost: f32,
}

/// Returns the cost of reading `said` for `truth`.
const fn cost(truth: usize, said: usize) -> f32 {
    if said > truth { 3.0 * (said - truth) as f32 } else { (truth - said) as f32 }
}

fn costs() -> Result<CostMatrix<CLASSES>, Error> {
    CostMatrix::try_new(std::array::from_fn(|truth| std::array::from_fn(|said| cost(truth, said))))
}

fn train(
    loss: &dyn Loss<Prediction = [f32; CLASSES], Target = u8>,
    mut layer: Layer<INPUTS, CLASSES>,
) -> Result<Layer<INPUTS, CLASSES>, Error> {
    let (images, labels): (Vec<_>, Vec<_>) = training().take(SEEN).map(image).unzip();
    let mut velocity = Layer::ZERO;
    for _ in 0..500 {
        let mut rows: Vec<[f32; CLASSES]> = images.iter().map(|x| layer.forward(x)).collect();
        loss.value_and_gradient_in_place(&mut rows, &labels, Reduction::Mean)?;
        let mut gradient = Layer::ZERO;
        for (x, slopes) in images.iter().zip(&rows) {
            layer.backward(x, slopes, &mut gradient);
        }
        layer.update(&mut velocity, &gradient, 0.05, 0.9);
    }
    Ok(layer)
}

/// Reads the unseen images.
fn read(layer: &Layer<INPUTS, CLASSES>, decide: impl Fn(&[f32; CLASSES]) -> usize) -> Result<Report, Error> {
    let mut report = Report::default();
    let images = held_out().count() as f32;
    for (pixels, label) in held_out().map(image) {
        let mut p = [0.0; CLASSES];
        math::softmax(&layer.forward(&pixels), 1.0, &mut p)?;
        let said = decide(&p);
        report.right += f32::from(u8::from(said == usize::from(label))) / images;
        report.cost += cost(usize::from(label), said) / images;
    }
    Ok(report)
}

/// Compares the three ways.
pub(crate) fn compare() -> Result<[Report; 3], Error> {
    let costs = costs()?;
    let likeliest = |p: &[f32; CLASSES]| usize::from(images::likeliest(p));
    let plain = train(&SoftmaxCrossEntropy::new(), Layer::ZERO)?;
    let by_cost = train(&ExpectedCost::new(costs), plain)?;
    Ok([read(&plain, likeliest)?, read(&plain, |p| costs.decide(p))?, read(&by_cost, likeliest)?])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("trained with       decides                    read right   cost of 100 readings");
    let ways = [
        "cross-entropy      for the likeliest digit",
        "cross-entropy      by the cost matrix",
        "both, in turn      for the likeliest digit",
    ];
    for (way, Report { right, cost }) in ways.iter().zip(compare()?) {
        println!("{way:44} {:8.1} % {:22.1}", 100.0 * right, 100.0 * cost);
    }
    println!(
        "\nLook at both columns: the cost matrix reads fewer digits right, and pays less. `ExpectedCost` teaches the"
    );
    println!(
        "network itself. It starts from a trained one: on its own it would stop where all digits look alike."
    );
    Ok(())
}
