//! Diffusion on a toy density: a network learns to find the noise, and noise becomes samples step by step.
//!
//! `cargo run --release --example diffusion`
//!
//! Synthetic, so that the density is known: two hills, at −2 with 30 % and at 1 with 70 % of the samples.

#[path = "shared/density.rs"]
mod density;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;
#[path = "shared/show.rs"]
mod show;

use density::{draw, histogram};
use layer::Layer;
use microloss::{Error, Loss, Noise, NoisePrediction, Reduction, signal_to_noise};
use random::Random;

const STEPS: usize = 50;
const HIDDEN: usize = 48;
const BATCH: usize = 128;

/// Results of training and of drawing samples.
#[derive(Debug)]
pub struct Report {
    /// Loss of the first batch, and mean of the last 500.
    pub loss: [f32; 2],
    /// The samples.
    pub samples: Vec<f32>,
    /// Share of the samples in the left hill.
    pub left: f32,
    /// Mean of the samples in each hill.
    pub means: [f32; 2],
}

/// Returns ᾱ of a time step, from nearly 1 to nearly 0: the share of the signal in the variance (a cosine schedule).
fn alpha_bar(t: usize) -> f32 {
    let angle = (t as f32 + 1.0) / (STEPS as f32 + 2.0) * std::f32::consts::FRAC_PI_2;
    angle.cos() * angle.cos()
}

/// A network with one hidden layer: from a noisy number and its time to the noise in it.
struct Network {
    hidden: Layer<3, HIDDEN>,
    output: Layer<HIDDEN, 1>,
}

impl Network {
    fn forward(&self, x: f32, t: usize) -> ([f32; 3], [f32; HIDDEN], [f32; 1]) {
        let noise_share = (1.0 - alpha_bar(t)).sqrt();
        let input = [x, 4.0 * noise_share - 2.0, 2.0 * x * (1.0 - noise_share)];
        let hidden = self.hidden.forward(&input).map(f32::tanh);
        (input, hidden, self.output.forward(&hidden))
    }
}

/// Trains the network, then draws samples.
pub(crate) fn generate() -> Result<Report, Error> {
    let (loss, mut random) = (NoisePrediction::new().with_min_snr(5.0), Random(0x2545_F491));
    let mut network =
        Network { hidden: Layer::random(1.5, &mut random), output: Layer::random(0.2, &mut random) };
    let (mut hidden_velocity, mut output_velocity) = (Layer::ZERO, Layer::ZERO);
    let mut report = Report { loss: [0.0; 2], samples: Vec::new(), left: 0.0, means: [0.0; 2] };
    for step in 0..4000 {
        let mut batch = Vec::new();
        let (mut predicted, mut targets) = (Vec::new(), Vec::new());
        for _ in 0..BATCH {
            let (x, noise, t) = (draw(&mut random), random.normal(), random.bits() as usize % STEPS);
            let share = alpha_bar(t);
            let pass = network.forward(share.sqrt() * x + (1.0 - share).sqrt() * noise, t);
            predicted.push(pass.2);
            batch.push(pass);
            targets.push(Noise { noise: [noise], snr: signal_to_noise(share) });
        }
        let value = loss.value_and_gradient_in_place(&mut predicted, &targets, Reduction::Mean)?;
        match step {
            0 => report.loss[0] = value,
            3500.. => report.loss[1] += value / 500.0,
            _ => {}
        }
        let (mut by_hidden, mut by_output) = (Layer::ZERO, Layer::ZERO);
        for ((input, hidden, _), slope) in batch.iter().zip(&predicted) {
            let mut slopes = network.output.backward(hidden, slope, &mut by_output);
            slopes.iter_mut().zip(hidden).for_each(|(g, tanh)| *g *= 1.0 - tanh * tanh);
            network.hidden.backward(input, &slopes, &mut by_hidden);
        }
        let rate = 0.05 * (1.0 - step as f32 / 4000.0);
        network.hidden.update(&mut hidden_velocity, &by_hidden, rate, 0.9);
        network.output.update(&mut output_velocity, &by_output, rate, 0.9);
    }
    // Backwards in time: each step takes a little of the noise out, and puts fresh noise in (Ho et al. 2020, algorithm 2).
    for _ in 0..4000 {
        let mut x = random.normal();
        for t in (0..STEPS).rev() {
            let (now, before) = (alpha_bar(t), if t == 0 { 1.0 } else { alpha_bar(t - 1) });
            let alpha = now / before;
            let noise = network.forward(x, t).2[0];
            let fresh = ((1.0 - alpha) * (1.0 - before) / (1.0 - now)).sqrt();
            x = (x - (1.0 - alpha) / (1.0 - now).sqrt() * noise) / alpha.sqrt() + fresh * random.normal();
        }
        report.samples.push(x);
    }
    let (left, right): (Vec<f32>, Vec<f32>) = report.samples.iter().partition(|x| **x < -0.5);
    report.left = left.len() as f32 / report.samples.len() as f32;
    report.means = [left, right].map(|hill| hill.iter().sum::<f32>() / hill.len() as f32);
    Ok(report)
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { loss, samples, left, means } = generate()?;
    let mut random = Random(7);
    let data: Vec<f32> = (0..4000).map(|_| draw(&mut random)).collect();
    println!("loss {:.3} before training, {:.3} after", loss[0], loss[1]);
    println!("data    {}   30 % in the left hill", show::sparkline(histogram(&data)));
    println!("samples {}   {:.0} % in the left hill", show::sparkline(histogram(&samples)), 100.0 * left);
    println!("        hills at {:.2} and {:.2}; those of the data are at -2 and 1", means[0], means[1]);
    println!(
        "\nLook at both curves: the samples have both hills, in the right shares. A generative adversarial network"
    );
    println!(
        "may lose one of them: see `mode_collapse`. The loss is a squared error, and needs no opponent."
    );
    Ok(())
}
