//! Images and texts in one space: things never seen in training are named by their description.
//!
//! `cargo run --release --example clip`
//!
//! Synthetic: thirty things with a colour and a shape. Thousands of real images with descriptions would be needed.

#[path = "shared/random.rs"]
mod random;

use microloss::{Clip, Error, Reduction, mutual_information_bound};
use random::Random;

const COLOURS: usize = 6;
const SHAPES: usize = 5;
const THINGS: usize = COLOURS * SHAPES;
/// Things that training never shows, as image or text: one of each shape, in five colours.
const UNSEEN: usize = SHAPES;
/// A batch holds one image of every other thing, and its description.
const N: usize = THINGS - UNSEEN;
const WORDS: usize = COLOURS + SHAPES;
const PIXELS: usize = 16;
const D: usize = 8;
const STEPS: usize = 400;
const RATE: f32 = 0.2;
/// The start of the log-scale, ln(1/0.07), and its limit, ln 100.
const LOG_SCALE: (f32, f32) = (2.659, 4.605);

/// The results of an image encoder and a text encoder.
#[derive(Debug)]
pub struct Report {
    /// Loss of a batch of images not trained on, before and after.
    pub loss: [f32; 2],
    /// Share of images of unseen things that are closest to their own description among all thirty, before and after.
    pub named: [f32; 2],
    /// Share of descriptions of unseen things whose closest image, among one of each thing, is their own, before and after.
    pub found: [f32; 2],
    /// The log-scale after training.
    pub log_scale: f32,
}

/// Returns the two words that describe a thing.
fn words(thing: usize) -> [usize; 2] {
    [thing % COLOURS, COLOURS + thing / COLOURS]
}

/// A thing is unseen if its colour and its shape have the same number.
fn is_seen(thing: usize) -> bool {
    thing % COLOURS != thing / COLOURS
}

/// Returns the description of a thing: 1 for each of its words.
fn describe(thing: usize) -> [f32; WORDS] {
    core::array::from_fn(|word| if words(thing).contains(&word) { 1.0 } else { 0.0 })
}

/// A camera: it mixes colour, shape, background and noise in every pixel.
struct Camera {
    mixture: [[f32; WORDS + 3]; PIXELS],
    draw: Random,
}

impl Camera {
    fn new() -> Self {
        let mut draw = Random(0x2545_F491);
        Self { mixture: core::array::from_fn(|_| core::array::from_fn(|_| draw.signed())), draw }
    }

    fn shoot(&mut self, thing: usize) -> [f32; PIXELS] {
        let described = describe(thing);
        let scene: [f32; WORDS + 3] =
            core::array::from_fn(|k| described.get(k).map_or_else(|| self.draw.signed(), |x| *x));
        self.mixture
            .map(|row| row.iter().zip(&scene).map(|(m, x)| m * x).sum::<f32>() + 0.8 * self.draw.signed())
    }
}

/// A linear encoder.
struct Encoder<const I: usize>([[f32; I]; D]);

impl<const I: usize> Encoder<I> {
    fn new(draw: &mut Random) -> Self {
        Self(core::array::from_fn(|_| core::array::from_fn(|_| 0.3 * draw.signed())))
    }

    fn encode(&self, x: &[f32; I]) -> [f32; D] {
        self.0.map(|w| w.iter().zip(x).map(|(w, x)| w * x).sum())
    }

    fn step(&mut self, inputs: &[[f32; I]], gradients: &[[f32; D]]) {
        for (x, gradient) in inputs.iter().zip(gradients) {
            for (w, g) in self.0.iter_mut().zip(gradient) {
                w.iter_mut().zip(x).for_each(|(w, x)| *w -= RATE * g * x);
            }
        }
    }
}

/// Returns the index of the embedding with the largest cosine to the query.
fn closest(query: &[f32; D], embeddings: &[[f32; D]]) -> usize {
    let product = |x: &[f32; D], y: &[f32; D]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f32>();
    let cosine = |x: &[f32; D]| product(query, x) / product(x, x).sqrt();
    let best =
        (0..embeddings.len()).max_by(|i, j| cosine(&embeddings[*i]).total_cmp(&cosine(&embeddings[*j])));
    best.unwrap_or(0)
}

/// Returns the loss on seen things, and the shares of unseen things named and found, over a hundred rounds of pictures.
fn examine(
    images: &Encoder<PIXELS>,
    texts: &Encoder<WORDS>,
    log_scale: f32,
    camera: &mut Camera,
) -> Result<[f32; 3], Error> {
    const ROUNDS: usize = 100;
    let described: Vec<[f32; D]> = (0..THINGS).map(|thing| texts.encode(&describe(thing))).collect();
    let (mut named, mut found, mut loss) = (0, 0, 0.0);
    for _ in 0..ROUNDS {
        let seen: Vec<[f32; D]> = (0..THINGS).map(|thing| images.encode(&camera.shoot(thing))).collect();
        for unseen in (0..THINGS).filter(|thing| !is_seen(*thing)) {
            named += usize::from(closest(&seen[unseen], &described) == unseen);
            found += usize::from(closest(&described[unseen], &seen) == unseen);
        }
        let of_seen = |embeddings: &[[f32; D]]| -> Vec<[f32; D]> {
            (0..THINGS).filter(|thing| is_seen(*thing)).map(|thing| embeddings[thing]).collect()
        };
        let mut scratch = [0.0; Clip::scratch_len(N, D)];
        let clip = Clip::try_new(log_scale)?;
        loss += clip.value(&of_seen(&seen), &of_seen(&described), Reduction::Mean, &mut scratch)?;
    }
    let [named, found] = [named, found].map(|count| count as f32 / (ROUNDS * UNSEEN) as f32);
    Ok([loss / ROUNDS as f32, named, found])
}

/// Trains both encoders and the log-scale.
pub(crate) fn align() -> Result<Report, Error> {
    let (mut camera, mut draw) = (Camera::new(), Random(0x9E37_79B9));
    let (mut images, mut texts) = (Encoder::new(&mut draw), Encoder::new(&mut draw));
    let mut log_scale = LOG_SCALE.0;
    let before = examine(&images, &texts, log_scale, &mut camera)?;
    let things: Vec<usize> = (0..THINGS).filter(|thing| is_seen(*thing)).collect();
    let descriptions: Vec<[f32; WORDS]> = things.iter().map(|thing| describe(*thing)).collect();
    let mut scratch = [0.0; Clip::scratch_len(N, D)];
    for _ in 0..STEPS {
        let pictures: Vec<[f32; PIXELS]> = things.iter().map(|thing| camera.shoot(*thing)).collect();
        let of_images: Vec<[f32; D]> = pictures.iter().map(|picture| images.encode(picture)).collect();
        let of_texts: Vec<[f32; D]> = descriptions.iter().map(|text| texts.encode(text)).collect();
        let (mut to_images, mut to_texts) = ([[0.0; D]; N], [[0.0; D]; N]);
        let tempered = Clip::try_new(log_scale)?.value_and_gradient(
            &of_images,
            &of_texts,
            Reduction::Mean,
            &mut to_images,
            &mut to_texts,
            &mut scratch,
        )?;
        images.step(&pictures, &to_images);
        texts.step(&descriptions, &to_texts);
        log_scale = (log_scale - RATE * tempered.slope).min(LOG_SCALE.1);
    }
    let after = examine(&images, &texts, log_scale, &mut camera)?;
    let [loss, named, found] = [0, 1, 2].map(|i| [before[i], after[i]]);
    Ok(Report { loss, named, found, log_scale })
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { loss, named, found, log_scale } = align()?;
    println!("{N} pairs that match and {} that do not, in every batch", N * (N - 1));
    println!("                                  before   after");
    println!("loss, nats                     {:9.3} {:7.3}", loss[0], loss[1]);
    let bound = loss.map(|loss| mutual_information_bound(N, loss));
    println!("information shared, at least   {:9.3} {:7.3}   of {:.3}", bound[0], bound[1], (N as f32).ln());
    println!("unseen things named right      {:7.1} % {:5.1} %", 100.0 * named[0], 100.0 * named[1]);
    println!("unseen things found by text    {:7.1} % {:5.1} %", 100.0 * found[0], 100.0 * found[1]);
    println!("log-scale                      {:9.3} {log_scale:7.3}", LOG_SCALE.0);
    println!(
        "\nLook at the third row: nine in ten images of things never shown are closest to their own description of"
    );
    println!("thirty. The loss is a bound on the information that image and text share.");
    Ok(())
}
