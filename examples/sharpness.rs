//! Real data: sharpness-aware minimisation, its two steps, and what it brings where some labels are wrong.
//!
//! `cargo run --release --example sharpness`
//!
//! A step of SAM takes two gradients: the first tells where the loss rises fastest, the second is taken there, and moves the parameters from
//! where they were. A network with more parameters than images learns 150 digits; a quarter of the labels are wrong. Data:
//! `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, held_out, image, likeliest, training};
use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy, sharpness_aware_perturbation};
use random::Random;

const HIDDEN: usize = 16;
const CLASSES: usize = 10;
const PARAMETERS: usize = (INPUTS + 1) * HIDDEN + (HIDDEN + 1) * CLASSES;
const SEEN: usize = 150;
/// The length of SAM's first step.
const RHO: f32 = 0.3;
/// The length of the walk uphill that measures the sharpness.
const REACH: f32 = 2.0;

/// Results of training.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Mean loss on the images seen, with their wrong labels.
    pub loss: f32,
    /// The rise of that loss after a walk uphill of length 2.
    pub sharpness: f32,
    /// Share of unseen digits that are read right.
    pub right: f32,
}

/// The output of the network: tanh of an affine function, and another affine function.
fn forward(parameters: &[f32], pixels: &[f32]) -> ([f32; HIDDEN], [f32; CLASSES]) {
    let (first, second) = parameters.split_at((INPUTS + 1) * HIDDEN);
    let affine = |row: &[f32], x: &[f32]| row.iter().zip(x).map(|(w, x)| w * x).sum::<f32>() + row[x.len()];
    let hidden: [f32; HIDDEN] = std::array::from_fn(|h| affine(&first[h * (INPUTS + 1)..], pixels).tanh());
    let logits = std::array::from_fn(|k| affine(&second[k * (HIDDEN + 1)..], &hidden));
    (hidden, logits)
}

/// Returns the mean loss, and writes its gradient.
fn gradient(
    parameters: &[f32],
    images: &[[f32; INPUTS]],
    labels: &[u8],
    out: &mut [f32],
) -> Result<f32, Error> {
    let (hidden, mut rows): (Vec<_>, Vec<_>) = images.iter().map(|x| forward(parameters, x)).unzip();
    let value = SoftmaxCrossEntropy::new().value_and_gradient_in_place(&mut rows, labels, Reduction::Mean)?;
    out.fill(0.0);
    let second = &parameters[(INPUTS + 1) * HIDDEN..];
    let (by_first, by_second) = out.split_at_mut((INPUTS + 1) * HIDDEN);
    let add = |row: &mut [f32], slope: f32, x: &[f32]| {
        row.iter_mut().zip(x.iter().chain(&[1.0])).for_each(|(sum, x)| *sum += slope * x);
    };
    for ((pixels, hidden), slopes) in images.iter().zip(&hidden).zip(&rows) {
        let mut by_hidden = [0.0; HIDDEN];
        for (k, slope) in slopes.iter().enumerate() {
            let row = k * (HIDDEN + 1);
            by_hidden.iter_mut().zip(&second[row..]).for_each(|(sum, w)| *sum += slope * w);
            add(&mut by_second[row..row + HIDDEN + 1], *slope, hidden);
        }
        for (h, (slope, tanh)) in by_hidden.iter().zip(hidden).enumerate() {
            let row = h * (INPUTS + 1);
            add(&mut by_first[row..row + INPUTS + 1], slope * (1.0 - tanh * tanh), pixels);
        }
    }
    Ok(value)
}

/// Trains from the same start, with one gradient a step, or with two.
pub(crate) fn train(sam: bool, seed: u32) -> Result<Report, Error> {
    let mut random = Random(seed);
    let (images, labels): (Vec<_>, Vec<u8>) = training().take(SEEN).map(image).unzip();
    let is_wrong = |n: usize| n.is_multiple_of(4);
    let labels: Vec<u8> = labels
        .iter()
        .enumerate()
        .map(|(n, y)| if is_wrong(n) { (random.bits() >> 8) as u8 % 10 } else { *y })
        .collect();
    let mut parameters: Vec<f32> = (0..PARAMETERS).map(|_| 0.4 * random.unit() - 0.2).collect();
    let (mut slopes, mut ascent) = (vec![0.0; PARAMETERS], vec![0.0; PARAMETERS]);
    for _ in 0..500 {
        gradient(&parameters, &images, &labels, &mut slopes)?;
        if sam {
            // Step 1: uphill, to where the loss is worst nearby. Step 2: the gradient there.
            sharpness_aware_perturbation(&slopes, RHO, &mut ascent)?;
            let above: Vec<f32> = parameters.iter().zip(&ascent).map(|(p, e)| p + e).collect();
            gradient(&above, &images, &labels, &mut slopes)?;
        }
        parameters.iter_mut().zip(&slopes).for_each(|(p, g)| *p -= 0.5 * g);
    }
    let loss = gradient(&parameters, &images, &labels, &mut slopes)?;
    let right = held_out().map(image).filter(|(x, y)| likeliest(&forward(&parameters, x).1) == *y).count();
    for _ in 0..10 {
        sharpness_aware_perturbation(&slopes, REACH / 10.0, &mut ascent)?;
        parameters.iter_mut().zip(&ascent).for_each(|(p, e)| *p += e);
        gradient(&parameters, &images, &labels, &mut slopes)?;
    }
    let sharpness = gradient(&parameters, &images, &labels, &mut slopes)? - loss;
    Ok(Report { loss, sharpness, right: right as f32 / held_out().count() as f32 })
}

pub(crate) fn main() -> Result<(), Error> {
    println!("start   method             loss on the seen   rise {REACH} uphill   unseen digits right");
    for seed in 1..=3 {
        for (name, sam) in [("gradient descent", false), ("SAM", true)] {
            let Report { loss, sharpness, right } = train(sam, seed)?;
            println!("{seed:5}   {name:17} {loss:17.3} {sharpness:15.2} {:19.1} %", 100.0 * right);
        }
    }
    println!(
        "\nLook at the last two columns: gradient descent learns the wrong labels by heart, in a sharper valley."
    );
    println!(
        "SAM ends in a flatter one, fits the seen labels less, and reads more of the unseen digits. It pays with"
    );
    println!("two gradients a step.");
    Ok(())
}
