//! A generative adversarial network in one dimension, up to the end of its game.
//!
//! The generator shifts and scales noise; the discriminator is a logistic regression on x and x². At the end of the game the
//! discriminator cannot tell real from fake: D = ½ everywhere, and its loss is 2·ln 2.
//!
//! `cargo run --release --example gan`
//!
//! Synthetic, so that the end of the game is known.

#[path = "shared/random.rs"]
mod random;

use microloss::{Error, Gan, GanDiscriminator, GanGenerator, L2, Loss, Penalty, Reduction};
use random::Random;

/// Mean of the data, which are normal.
pub const MEAN: f32 = 3.0;
/// Deviation of the data.
pub const DEVIATION: f32 = 0.5;
const BATCH: usize = 128;

/// The results of a game, over its last 1 000 steps.
#[derive(Debug)]
pub struct Report {
    /// Mean of the generator's samples.
    pub mean: f32,
    /// Deviation of the generator's samples.
    pub deviation: f32,
    /// Mean of D over real samples.
    pub real: f32,
    /// Mean of D over fake samples.
    pub fake: f32,
    /// The discriminator's loss.
    pub loss: f32,
}

/// Returns the discriminator's logit d = c₀ + c₁x + c₂x², and its derivative in x.
fn logit(c: &[f32; 3], x: f32) -> (f32, f32) {
    (c[0] + x * (c[1] + x * c[2]), c[1] + 2.0 * c[2] * x)
}

/// Carries the gradient in the logits on to the discriminator's parameters, and adds it to theirs.
fn learn(by_c: &mut [f32; 3], x: &[f32; BATCH], by_logit: &[f32; BATCH]) {
    for (x, g) in x.iter().zip(by_logit) {
        by_c[0] += g;
        by_c[1] += g * x;
        by_c[2] += g * x * x;
    }
}

/// Plays the game; both sides learn by gradient descent.
pub(crate) fn play(gan: Gan) -> Result<Report, Error> {
    let (discriminator, generator, decay) =
        (GanDiscriminator::new(gan), GanGenerator::new(gan), L2::new(0.02));
    let mut random = Random(0x2545_F491);
    let (mut c, mut shift, mut scale) = ([0.0f32; 3], 0.0f32, 1.0f32);
    let mut report = Report { mean: 0.0, deviation: 0.0, real: 0.0, fake: 0.0, loss: 0.0 };
    const STEPS: usize = 20_000;
    for step in 0..STEPS {
        // The discriminator's turn. Its samples are relative to 2, so that x and x² have about the same size.
        let real: [f32; BATCH] = core::array::from_fn(|_| MEAN + DEVIATION * random.normal() - 2.0);
        let noise: [f32; BATCH] = core::array::from_fn(|_| random.normal());
        let fake = noise.map(|e| shift + scale * e - 2.0);
        let (mut by_c, mut by_real, mut by_fake) = ([0.0; 3], [0.0; BATCH], [0.0; BATCH]);
        let (d_real, d_fake) = (real.map(|x| logit(&c, x).0), fake.map(|x| logit(&c, x).0));
        let loss =
            discriminator.value_and_gradient(&d_real, &[true; BATCH], Reduction::Mean, &mut by_real)?
                + discriminator.value_and_gradient(
                    &d_fake,
                    &[false; BATCH],
                    Reduction::Mean,
                    &mut by_fake,
                )?;
        learn(&mut by_c, &real, &by_real);
        learn(&mut by_c, &fake, &by_fake);
        decay.value_and_add_gradient(&c, &mut by_c)?;
        c.iter_mut().zip(by_c).for_each(|(c, g)| *c -= 0.1 * g);
        // The generator's turn, through the discriminator after its step.
        let d: [f32; BATCH] = fake.map(|x| logit(&c, x).0);
        generator.gradient(&d, &[(); BATCH], Reduction::Mean, &mut by_fake)?;
        for ((x, e), g) in fake.iter().zip(&noise).zip(&by_fake) {
            let by_x = g * logit(&c, *x).1;
            shift -= 0.02 * by_x;
            scale -= 0.02 * by_x * e;
        }
        if step >= STEPS - 1_000 {
            let mean = |d: &[f32; BATCH]| d.iter().map(|d| microloss::math::sigmoid(*d)).sum::<f32>();
            report.mean += shift / 1_000.0;
            report.deviation += scale.abs() / 1_000.0;
            report.real += mean(&d_real) / (1_000 * BATCH) as f32;
            report.fake += mean(&d_fake) / (1_000 * BATCH) as f32;
            report.loss += loss / 1_000.0;
        }
    }
    Ok(report)
}

pub(crate) fn main() -> Result<(), Error> {
    println!("data: mean {MEAN}, deviation {DEVIATION}");
    for gan in [Gan::NonSaturating, Gan::Minimax] {
        let Report { mean, deviation, real, fake, loss } = play(gan)?;
        println!("{gan:?}: generated mean {mean:.3}, deviation {deviation:.3}");
        println!("  D(real) {real:.3}, D(fake) {fake:.3}, discriminator's loss {loss:.4} (2 ln 2 = 1.3863)");
    }
    println!(
        "\nLook at D: at the end of the game it is 1/2 for real and for fake, and the generator has found mean and"
    );
    println!("deviation, with either loss.");
    Ok(())
}
