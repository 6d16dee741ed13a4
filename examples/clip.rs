//! Aligning images and texts: eight pairs, two linear encoders, a learnt temperature.
//!
//! `cargo run --release --example clip`

use microloss::{Clip, Error, Reduction, mutual_information_bound};

const PAIRS: usize = 8;
/// Numbers that describe an image, and a text; and that their embeddings have.
const FEATURES: usize = 10;
const D: usize = 4;

/// Before and after training.
#[derive(Debug)]
pub struct Report {
    /// The loss.
    pub loss: [f32; 2],
    /// The share of images whose nearest text is their own.
    pub accuracy: [f32; 2],
    /// Mutual information of image and text that the loss proves, in nats; at most ln 8 = 2.08.
    pub information: f32,
    /// The learnt log-scale.
    pub log_scale: f32,
}

fn unit(seed: usize) -> f32 {
    let bits = (seed as u32).wrapping_mul(0x9E37_79B9);
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA6B);
    (bits ^ (bits >> 13)) as f32 / u32::MAX as f32
}

type Encoder = [[f32; FEATURES]; D];

fn encode(encoder: &Encoder, samples: &[[f32; FEATURES]; PAIRS]) -> [[f32; D]; PAIRS] {
    samples.map(|x| encoder.map(|w| w.iter().zip(&x).map(|(w, x)| w * x).sum()))
}

fn accuracy(images: &[[f32; D]; PAIRS], texts: &[[f32; D]; PAIRS]) -> f32 {
    let cosine = |x: &[f32; D], y: &[f32; D]| -> f32 {
        let dot = |x: &[f32; D], y: &[f32; D]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f32>();
        dot(x, y) / (dot(x, x) * dot(y, y)).sqrt()
    };
    let right = images.iter().enumerate().filter(|(i, image)| {
        let best = (0..PAIRS).max_by(|a, b| cosine(image, &texts[*a]).total_cmp(&cosine(image, &texts[*b])));
        best == Some(*i)
    });
    right.count() as f32 / PAIRS as f32
}

/// Gradient descent on both encoders and on the log-scale.
pub(crate) fn train() -> Result<Report, Error> {
    // Image and text describe the same thing in unrelated numbers.
    let images: [[f32; FEATURES]; PAIRS] =
        core::array::from_fn(|i| core::array::from_fn(|k| unit(31 * i + k) - 0.5));
    let texts: [[f32; FEATURES]; PAIRS] =
        core::array::from_fn(|i| core::array::from_fn(|k| unit(900 + 31 * i + k) - 0.5));
    let random = |salt: usize| -> Encoder {
        core::array::from_fn(|d| core::array::from_fn(|k| unit(salt + 31 * d + k) - 0.5))
    };
    let (mut image_encoder, mut text_encoder, mut log_scale) = (random(3000), random(4000), 2.66);
    let mut scratch = [0.0; Clip::scratch_len(PAIRS)];
    let first = (encode(&image_encoder, &images), encode(&text_encoder, &texts));
    let (mut losses, mut last) = (Vec::new(), first);
    for _ in 0..500 {
        let (mut of_images, mut of_texts) = ([[0.0; D]; PAIRS], [[0.0; D]; PAIRS]);
        let loss = Clip::try_new(log_scale)?;
        let done = loss.value_and_gradient(
            &last.0,
            &last.1,
            Reduction::Mean,
            &mut of_images,
            &mut of_texts,
            &mut scratch,
        )?;
        losses.push(done.value);
        for (encoder, gradient, samples) in
            [(&mut image_encoder, of_images, &images), (&mut text_encoder, of_texts, &texts)]
        {
            for (slope, x) in gradient.iter().zip(samples) {
                for (w, g) in encoder.iter_mut().zip(slope) {
                    w.iter_mut().zip(x).for_each(|(w, x)| *w -= 0.5 * g * x);
                }
            }
        }
        // As in the paper, the scale stays below 100.
        log_scale = (log_scale - 0.1 * done.slope).min(100.0_f32.ln());
        last = (encode(&image_encoder, &images), encode(&text_encoder, &texts));
    }
    let (before, after) = (losses[0], losses[losses.len() - 1]);
    Ok(Report {
        loss: [before, after],
        accuracy: [accuracy(&first.0, &first.1), accuracy(&last.0, &last.1)],
        information: mutual_information_bound(PAIRS, after),
        log_scale,
    })
}

/// Prints what was found, and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { loss, accuracy, information, log_scale } = train()?;
    println!("                             before    after");
    println!("loss                       {:8.3} {:8.3}", loss[0], loss[1]);
    println!("images find their text     {:6.0} % {:6.0} %", 100.0 * accuracy[0], 100.0 * accuracy[1]);
    println!(
        "mutual information at least {information:.2} of {:.2} nats; temperature {:.3}",
        8.0_f32.ln(),
        (-log_scale).exp()
    );
    println!(
        "claim: every image comes to find its text, and the loss proves 1.9 nats of mutual information."
    );
    Ok(())
}
