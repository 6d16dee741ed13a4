//! Real data: finding images by images, with embeddings of four numbers. Recall@k of three losses.
//!
//! `cargo run --release --example retrieval`
//!
//! The 359 unseen digits are queries, the 1 438 others the catalogue. Recall@k is the share of queries with an image of their own digit
//! among the k nearest. Data: `examples/digits/README.md`. A large catalogue would be searched approximately; here all are compared.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, held_out, image, training};
use layer::Layer;
use microloss::{
    Contrastive, Error, Loss, Mining, Reduction, SupervisedContrastive, Triplet, clip_by_norm, mine_triplets,
    no_targets, pair_count, triplet_count,
};
use random::Random;

/// Numbers of an embedding: 16 bytes instead of 64 pixels.
const D: usize = 4;
const BATCH: usize = 40;
type Embedding = [f32; D];

/// A way to train: it turns the embeddings of a batch into their gradients.
pub(crate) type Slopes = fn(&[Embedding; BATCH], &[u8; BATCH]) -> Result<[Embedding; BATCH], Error>;

/// Pairs: neighbours in the batch.
pub(crate) fn contrastive(
    embeddings: &[Embedding; BATCH],
    labels: &[u8; BATCH],
) -> Result<[Embedding; BATCH], Error> {
    let mut gradient = [[0.0; D]; BATCH];
    for offset in 1..BATCH {
        let other = |n: usize| (n + offset) % BATCH;
        let mut pairs: [[Embedding; 2]; BATCH] =
            std::array::from_fn(|n| [embeddings[n], embeddings[other(n)]]);
        let same: [bool; BATCH] = std::array::from_fn(|n| labels[n] == labels[other(n)]);
        // A tenth of the pairs are of one class: nine times as many push as pull.
        Contrastive::new(2.0).value_and_gradient_in_place(&mut pairs, &same, Reduction::Over(400.0))?;
        for (n, pair) in pairs.iter().enumerate() {
            for d in 0..D {
                gradient[n][d] += pair[0][d];
                gradient[other(n)][d] += pair[1][d];
            }
        }
    }
    Ok(gradient)
}

/// Triplets: all of the batch that still have a loss.
pub(crate) fn triplets(
    embeddings: &[Embedding; BATCH],
    labels: &[u8; BATCH],
) -> Result<[Embedding; BATCH], Error> {
    let (margin, mut found) = (1.0, Vec::new());
    mine_triplets(embeddings, labels, Mining::SemiHard { margin }, |triplet| found.push(triplet))?;
    let mut gradient = [[0.0; D]; BATCH];
    if found.is_empty() {
        return Ok(gradient);
    }
    let mut rows: Vec<[Embedding; 3]> =
        found.iter().map(|t| [t.anchor, t.positive, t.negative].map(|n| embeddings[n])).collect();
    Triplet::new(margin).value_and_gradient_in_place(&mut rows, no_targets(found.len()), Reduction::Mean)?;
    for (t, row) in found.iter().zip(rows) {
        for (n, slopes) in [t.anchor, t.positive, t.negative].into_iter().zip(row) {
            gradient[n].iter_mut().zip(slopes).for_each(|(sum, slope)| *sum += slope);
        }
    }
    Ok(gradient)
}

/// The whole batch at once.
pub(crate) fn supervised(
    embeddings: &[Embedding; BATCH],
    labels: &[u8; BATCH],
) -> Result<[Embedding; BATCH], Error> {
    let mut gradient = [[0.0; D]; BATCH];
    let mut scratch = [0.0; SupervisedContrastive::scratch_len(BATCH, D)];
    SupervisedContrastive::new(0.1).value_and_gradient(
        embeddings,
        labels,
        Reduction::Mean,
        &mut gradient,
        &mut scratch,
    )?;
    Ok(gradient)
}

/// Trains a linear embedding, or none, and returns recall@1, @5 and @10 on the unseen images.
pub(crate) fn recall(slopes: Option<Slopes>, rate: f32) -> Result<[f32; 3], Error> {
    let mut random = Random(0x2545_F491);
    let catalogue: Vec<([f32; INPUTS], u8)> = training().map(image).collect();
    let mut layer = Layer::<INPUTS, D>::random(0.3, &mut random);
    let mut velocity = Layer::ZERO;
    for step in 0..600 {
        let Some(slopes) = slopes else { break };
        let batch: [_; BATCH] = std::array::from_fn(|_| catalogue[random.bits() as usize % catalogue.len()]);
        let mut by_embedding =
            slopes(&batch.map(|(x, _)| layer.forward(&x)), &batch.map(|(_, label)| label))?;
        clip_by_norm(by_embedding.as_flattened_mut(), 1.0)?;
        let mut gradient = Layer::ZERO;
        for ((x, _), slopes) in batch.iter().zip(&by_embedding) {
            layer.backward(x, slopes, &mut gradient);
        }
        layer.update(&mut velocity, &gradient, rate * (1.0 - step as f32 / 600.0), 0.9);
    }
    // The angle between embeddings counts, as in a search by cosine.
    let unit = |x: &[f32; INPUTS]| {
        let e = layer.forward(x);
        let length = e.iter().map(|x| x * x).sum::<f32>().sqrt();
        e.map(|x| x / length)
    };
    let stored: Vec<(Embedding, u8)> = catalogue.iter().map(|(x, label)| (unit(x), *label)).collect();
    let (mut hits, queries) = ([0.0; 3], held_out().count() as f32);
    for (pixels, label) in held_out().map(image) {
        let query = unit(&pixels);
        let cosine = |e: &Embedding| e.iter().zip(query).map(|(a, b)| a * b).sum::<f32>();
        let mut ranked: Vec<(f32, u8)> = stored.iter().map(|(e, label)| (-cosine(e), *label)).collect();
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (hits, k) in hits.iter_mut().zip([1, 5, 10]) {
            *hits += f32::from(u8::from(ranked[..k].iter().any(|(_, found)| *found == label)));
        }
    }
    Ok(hits.map(|hits| hits / queries))
}

pub(crate) fn main() -> Result<(), Error> {
    println!(
        "a batch of {BATCH} has {:?} pairs; with 4 of each digit it has {:?} triplets\n",
        pair_count(BATCH),
        triplet_count(10, 4)
    );
    println!("embedding                 recall@1   recall@5   recall@10");
    let ways: [(&str, Option<Slopes>, f32); 4] = [
        ("random", None, 0.0),
        ("pairs: Contrastive", Some(contrastive), 0.02),
        ("triplets: Triplet", Some(triplets), 0.02),
        ("batch: SupervisedContr.", Some(supervised), 0.05),
    ];
    for (name, slopes, rate) in ways {
        let [one, five, ten] = recall(slopes, rate)?.map(|recall| 100.0 * recall);
        println!("{name:24} {one:8.1} % {five:8.1} % {ten:9.1} %");
    }
    println!(
        "\nLook at recall@1: four numbers, chosen at random, say little about a digit; learnt ones nearly all."
    );
    Ok(())
}
