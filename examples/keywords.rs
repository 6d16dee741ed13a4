//! Recognises four spoken words. CTC learns them from recordings and spellings alone, without the time of any sound.
//!
//! `cargo run --release --example keywords`
//!
//! Synthetic: recordings large enough to learn from do not fit into this folder.

#[path = "shared/random.rs"]
mod random;

use microloss::{Ctc, Error, Reduction};
use random::Random;

/// The words, as sounds: y, e, s, n, o, g, t, p are 1 to 8, and 0 is the blank.
const WORDS: [(&str, &[u8]); 4] =
    [("yes", &[1, 2, 3]), ("no", &[4, 5]), ("go", &[6, 5]), ("stop", &[3, 7, 5, 8])];
const SOUNDS: usize = 9;
/// Frequency bands of a frame, and frames that the network sees at a time.
const BANDS: usize = 8;
const WINDOW: usize = 3;
const INPUTS: usize = BANDS * WINDOW + 1;
/// The longest recording, in frames, and the longest spelling.
const FRAMES: usize = 40;
const LONGEST: usize = 4;
const SCRATCH: usize = Ctc::<SOUNDS, u8>::scratch_len(FRAMES, LONGEST);
const CTC: Ctc<SOUNDS, u8> = Ctc::<SOUNDS, u8>::new(0);

const RECORDINGS: usize = 400;
const STEPS: usize = 4000;
const RATE: f32 = 0.02;

type Frame = [f32; BANDS];
type Network = [[f32; INPUTS]; SOUNDS];

/// The results of training.
#[derive(Debug)]
pub struct Report {
    /// Share of right words among recordings never heard before, before and after training.
    pub right: [f32; 2],
    /// Mean loss of a recording, in the first and in the last hundred steps.
    pub loss: [f32; 2],
}

/// Records a word: silence, every sound for 2 to 6 frames at its own loudness, silence, and noise over everything.
fn record(word: usize, draw: &mut Random) -> Vec<Frame> {
    let mut voice = Random(0x2545_F491);
    let spectra: [Frame; SOUNDS] = core::array::from_fn(|_| core::array::from_fn(|_| voice.signed()));
    let mut recording = vec![[0.0; BANDS]; 1 + draw.below(6)];
    for sound in WORDS[word].1 {
        let loudness = 1.0 + 0.4 * draw.signed();
        let spoken = spectra[usize::from(*sound)].map(|band| loudness * band);
        recording.extend(vec![spoken; 2 + draw.below(5)]);
    }
    recording.extend(vec![[0.0; BANDS]; 1 + draw.below(6)]);
    recording.iter_mut().flatten().for_each(|band| *band += 0.3 * draw.signed());
    recording
}

/// Returns a frame with its neighbours, and a 1 for the bias.
fn window(recording: &[Frame], at: usize) -> [f32; INPUTS] {
    let mut inputs = [0.0; INPUTS];
    for (near, bands) in inputs.chunks_exact_mut(BANDS).enumerate() {
        if let Some(frame) = (at + near).checked_sub(WINDOW / 2).and_then(|frame| recording.get(frame)) {
            bands.copy_from_slice(frame);
        }
    }
    inputs[INPUTS - 1] = 1.0;
    inputs
}

/// Computes the logits of every frame.
fn listen<'a>(
    network: &Network,
    recording: &[Frame],
    logits: &'a mut [[f32; SOUNDS]],
) -> &'a mut [[f32; SOUNDS]] {
    let logits = &mut logits[..recording.len()];
    for (at, logits) in logits.iter_mut().enumerate() {
        let inputs = window(recording, at);
        *logits = network.map(|weights| weights.iter().zip(&inputs).map(|(w, x)| w * x).sum());
    }
    logits
}

/// Returns the word with the likeliest spelling.
fn recognise(network: &Network, recording: &[Frame]) -> Result<usize, Error> {
    let (mut logits, mut scratch) = ([[0.0; SOUNDS]; FRAMES], [0.0; SCRATCH]);
    let logits = listen(network, recording, &mut logits);
    let mut best = (0, f32::INFINITY);
    for (word, (_, spelling)) in WORDS.iter().enumerate() {
        let loss = CTC.value(logits, spelling, Reduction::Sum, &mut scratch)?;
        if loss < best.1 {
            best = (word, loss);
        }
    }
    Ok(best.0)
}

/// Returns the share of recordings recognised.
fn right(network: &Network, recordings: &[(usize, Vec<Frame>)]) -> Result<f32, Error> {
    let mut right = 0;
    for (word, recording) in recordings {
        right += usize::from(recognise(network, recording)? == *word);
    }
    Ok(right as f32 / recordings.len() as f32)
}

/// Trains, and tests on recordings never heard before.
pub(crate) fn learn() -> Result<Report, Error> {
    let mut draw = Random(0x9E37_79B9);
    let mut recordings = || -> Vec<(usize, Vec<Frame>)> {
        (0..RECORDINGS).map(|i| (i % WORDS.len(), record(i % WORDS.len(), &mut draw))).collect()
    };
    let (heard, unheard) = (recordings(), recordings());
    let mut network: Network = [[0.0; INPUTS]; SOUNDS];
    let untrained = right(&network, &unheard)?;
    let (mut rows, mut scratch) = ([[0.0; SOUNDS]; FRAMES], [0.0; SCRATCH]);
    let mut losses = vec![];
    for step in 0..STEPS {
        let (word, recording) = &heard[step % RECORDINGS];
        let logits = listen(&network, recording, &mut rows);
        // One buffer is enough: the logits become their gradient.
        losses.push(CTC.value_and_gradient_in_place(logits, WORDS[*word].1, Reduction::Sum, &mut scratch)?);
        for (at, gradient) in logits.iter().enumerate() {
            let inputs = window(recording, at);
            for (weights, slope) in network.iter_mut().zip(gradient) {
                weights.iter_mut().zip(&inputs).for_each(|(w, x)| *w -= RATE * slope * x);
            }
        }
    }
    let mean = |losses: &[f32]| losses.iter().sum::<f32>() / losses.len() as f32;
    Ok(Report {
        right: [untrained, right(&network, &unheard)?],
        loss: [mean(&losses[..100]), mean(&losses[STEPS - 100..])],
    })
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { right, loss } = learn()?;
    println!("            loss of a recording   right about recordings never heard");
    for ((when, loss), right) in ["at first", "trained"].into_iter().zip(loss).zip(right) {
        println!("{when:10} {loss:20.3} {:34.1} %", 100.0 * right);
    }
    println!("working memory for {FRAMES} frames: {} bytes", 4 * SCRATCH);
    println!(
        "\nLook at the last column: from the spellings alone, without the time of any sound, the words are learnt."
    );
    Ok(())
}
