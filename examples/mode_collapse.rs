//! Mode collapse: a generator that fools its discriminator with one of two hills, and forgets the other.
//!
//! `cargo run --release --example mode_collapse`
//!
//! Synthetic: the density of `diffusion`, two hills with 30 % and 70 % of the data.

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
use microloss::{Error, Gan, GanDiscriminator, GanGenerator, Loss, Reduction, no_targets};
use random::Random;

const HIDDEN: usize = 24;
const BATCH: usize = 64;

/// A network with one hidden layer, and what its training keeps.
struct Network {
    layers: (Layer<1, HIDDEN>, Layer<HIDDEN, 1>),
    velocities: (Layer<1, HIDDEN>, Layer<HIDDEN, 1>),
    gradients: (Layer<1, HIDDEN>, Layer<HIDDEN, 1>),
}

impl Network {
    fn new(random: &mut Random) -> Self {
        let zero = (Layer::ZERO, Layer::ZERO);
        let layers = (Layer::random(2.0, random), Layer::random(0.4, random));
        Self { layers, velocities: zero, gradients: zero }
    }

    fn forward(&self, x: f32) -> ([f32; HIDDEN], f32) {
        let hidden = self.layers.0.forward(&[x]).map(f32::tanh);
        (hidden, self.layers.1.forward(&hidden)[0])
    }

    /// Adds to the gradients, and returns the slope in the input.
    fn backward(&mut self, x: f32, hidden: &[f32; HIDDEN], slope: f32) -> f32 {
        let mut slopes = self.layers.1.backward(hidden, &[slope], &mut self.gradients.1);
        slopes.iter_mut().zip(hidden).for_each(|(g, tanh)| *g *= 1.0 - tanh * tanh);
        self.layers.0.backward(&[x], &slopes, &mut self.gradients.0)[0]
    }

    fn step(&mut self, rate: f32) {
        self.layers.0.update(&mut self.velocities.0, &self.gradients.0, rate, 0.5);
        self.layers.1.update(&mut self.velocities.1, &self.gradients.1, rate, 0.5);
        self.gradients = (Layer::ZERO, Layer::ZERO);
    }
}

/// Plays the game, with a learning rate of the generator; that of the discriminator is 0.05. Returns samples of the end.
pub(crate) fn play(rate: f32, seed: u32) -> Result<Vec<f32>, Error> {
    let (mut random, gan) = (Random(seed), Gan::NonSaturating);
    let (mut critic, mut generator) = (Network::new(&mut random), Network::new(&mut random));
    let (of_critic, of_generator) = (GanDiscriminator::new(gan), GanGenerator::new(gan));
    for _ in 0..3000 {
        for is_real in [true, false] {
            let x: [f32; BATCH] = std::array::from_fn(|_| {
                if is_real { draw(&mut random) } else { generator.forward(random.normal()).1 }
            });
            let passes = x.map(|x| critic.forward(x));
            let mut slopes = passes.map(|pass| pass.1);
            of_critic.value_and_gradient_in_place(&mut slopes, &[is_real; BATCH], Reduction::Mean)?;
            for ((x, pass), slope) in x.iter().zip(&passes).zip(slopes) {
                critic.backward(*x, &pass.0, slope);
            }
        }
        critic.step(0.05);
        let noise: [f32; BATCH] = std::array::from_fn(|_| random.normal());
        let passes = noise.map(|z| generator.forward(z));
        let judged = passes.map(|pass| critic.forward(pass.1));
        let mut slopes = judged.map(|pass| pass.1);
        of_generator.value_and_gradient_in_place(&mut slopes, no_targets(BATCH), Reduction::Mean)?;
        for (((z, pass), judged), slope) in noise.iter().zip(&passes).zip(&judged).zip(slopes) {
            let by_sample = critic.backward(pass.1, &judged.0, slope);
            generator.backward(*z, &pass.0, by_sample);
        }
        // The generator's turn leaves the discriminator as it is.
        critic.gradients = (Layer::ZERO, Layer::ZERO);
        generator.step(rate);
    }
    Ok((0..4000).map(|_| generator.forward(random.normal()).1).collect())
}

/// Returns the share of samples in the left hill, and the number of bins that hold at least 1 % of the samples.
pub(crate) fn spread(samples: &[f32]) -> (f32, usize) {
    let n = samples.len() as f32;
    let left = samples.iter().filter(|x| **x < -0.5).count() as f32 / n;
    (left, histogram(samples).into_iter().filter(|count| *count >= 0.01 * n).count())
}

pub(crate) fn main() -> Result<(), Error> {
    let mut random = Random(7);
    let data: Vec<f32> = (0..4000).map(|_| draw(&mut random)).collect();
    let show = |name: &str, samples: &[f32]| {
        let (left, bins) = spread(samples);
        println!("{name:31} {}  {:3.0} % {bins:6}", show::sparkline(histogram(samples)), 100.0 * left);
    };
    println!("{:31} {:40}   left   bins", "", "samples from -4 to 4");
    show("data", &data);
    for rate in [0.02, 0.3] {
        for seed in 1..=3 {
            show(&format!("generator's rate {rate:<4}, start {seed}"), &play(rate, seed)?);
        }
    }
    println!(
        "\nLook at the curves: a slow generator covers both hills, from every start. One that outruns its"
    );
    println!(
        "discriminator has collapsed from the first start: all samples are on one point, in the smaller hill,"
    );
    println!(
        "and no loss says that data are missing. Diffusion plays no game, and keeps both: see `diffusion`."
    );
    Ok(())
}
