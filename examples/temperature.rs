//! Temperature, top-k and top-p, and their effect on the next word.
//!
//! `cargo run --release --example temperature`
//!
//! Made up: the logits of eight words.
//!
//! A language model has given logits to eight words. A low temperature puts everything on the best word; a high temperature
//! spreads the probability, and the entropy grows. Truncation removes the tail. A seeded generator then draws words, each as often as
//! its probability says. If you truncate first and temper then, the nucleus stays small. The other order, usual in libraries, lets a
//! high temperature enlarge it.

#[path = "shared/random.rs"]
mod random;

use microloss::{Error, entropy, math::softmax, nats_to_bits, sample, temper, top_k, top_p};
use random::Random;

pub(crate) const WORDS: [&str; 8] = ["the", "a", "one", "this", "my", "blue", "zebra", "xylem"];
pub(crate) const LOGITS: [f32; 8] = [4.0, 3.2, 2.5, 2.0, 1.0, -1.0, -3.0, -6.0];

/// Returns the distribution at a temperature.
pub(crate) fn at(temperature: f32) -> Result<[f32; 8], Error> {
    let mut p = [0.0; 8];
    softmax(&LOGITS, temperature, &mut p)?;
    Ok(p)
}

/// Truncates to the nucleus, then changes the temperature.
pub(crate) fn truncated_then_tempered(share: f32, temperature: f32) -> Result<[f32; 8], Error> {
    let mut p = at(1.0)?;
    top_p(&mut p, share)?;
    temper(&mut p, temperature)?;
    Ok(p)
}

/// Changes the temperature, then truncates to the nucleus.
pub(crate) fn tempered_then_truncated(share: f32, temperature: f32) -> Result<[f32; 8], Error> {
    let mut p = at(temperature)?;
    top_p(&mut p, share)?;
    Ok(p)
}

/// Keeps the three most probable words.
pub(crate) fn three(temperature: f32) -> Result<[f32; 8], Error> {
    let mut p = at(temperature)?;
    top_k(&mut p, 3)?;
    Ok(p)
}

/// Returns the share of each word in `n` draws.
pub(crate) fn frequencies(p: &[f32; 8], n: u32) -> Result<[f32; 8], Error> {
    let mut random = Random(0x2545_F491);
    let mut counts = [0.0; 8];
    for _ in 0..n {
        counts[sample(p, random.unit())?] += 1.0;
    }
    Ok(counts.map(|count: f32| count / n as f32))
}

/// Counts the words that can still be drawn.
pub(crate) fn left(p: &[f32; 8]) -> usize {
    p.iter().filter(|p| **p > 0.0).count()
}

pub(crate) fn main() -> Result<(), Error> {
    let show = |name: &str, p: &[f32; 8]| {
        let figures: String = p.iter().map(|p| format!("{p:>7.4}")).collect();
        println!("{name:<24}{figures}  {:>5.2} bits, {} words", nats_to_bits(entropy(p)), left(p));
    };
    let words: String = WORDS.iter().map(|word| format!("{word:>7}")).collect();
    println!("{:<24}{words}", "");
    for temperature in [0.2, 1.0, 1.5] {
        show(&format!("T = {temperature}"), &at(temperature)?);
    }
    show("top 3 of T = 1.5", &three(1.5)?);
    show("top 0.85, then T = 1.5", &truncated_then_tempered(0.85, 1.5)?);
    show("T = 1.5, then top 0.85", &tempered_then_truncated(0.85, 1.5)?);
    show("20000 draws from that", &frequencies(&tempered_then_truncated(0.85, 1.5)?, 20_000)?);
    Ok(())
}
