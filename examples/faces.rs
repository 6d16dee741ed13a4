//! Face embeddings with triplets: which triplets are worth a step.
//!
//! `cargo run --release --example faces`

use microloss::{Error, Loss, Mining, Reduction, Triplet, TripletIndices, mine_triplets, triplet_count};

/// People, and photos of each.
const PEOPLE: usize = 8;
const PHOTOS: usize = 5;
const N: usize = PEOPLE * PHOTOS;
/// Numbers that a photo is described by, and that its embedding has.
const FEATURES: usize = 6;
const D: usize = 3;
const MARGIN: f32 = 1.0;

/// Before and after training.
#[derive(Debug)]
pub struct Report {
    /// The share of all triplets that have a loss.
    pub active: [f32; 2],
    /// The share of photos whose nearest neighbour shows the same person.
    pub recall: [f32; 2],
}

fn unit(seed: usize) -> f32 {
    let bits = (seed as u32).wrapping_mul(0x9E37_79B9);
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA6B);
    (bits ^ (bits >> 13)) as f32 / u32::MAX as f32
}

/// A photo: three numbers depend on who it shows, three larger ones on the light.
fn photo(index: usize) -> [f32; FEATURES] {
    let person = index / PHOTOS;
    core::array::from_fn(|k| {
        if k < 3 {
            2.0 * unit(7 * person + k) - 1.0 + 0.2 * unit(1000 + 7 * index + k)
        } else {
            4.0 * unit(2000 + 7 * index + k) - 2.0
        }
    })
}

fn embed(weights: &[[f32; FEATURES]; D], photo: &[f32; FEATURES]) -> [f32; D] {
    weights.map(|w| w.iter().zip(photo).map(|(w, x)| w * x).sum())
}

/// Shares of active triplets and of right neighbours.
fn judge(embeddings: &[[f32; D]], people: &[u8]) -> Result<(f32, f32), Error> {
    let active = mine_triplets(embeddings, people, Mining::Active { margin: MARGIN }, |_| {})?.found;
    let distance = |a: usize, b: usize| -> f32 {
        embeddings[a].iter().zip(&embeddings[b]).map(|(x, y)| (x - y) * (x - y)).sum()
    };
    let right = (0..N).filter(|a| {
        let nearest = (0..N).filter(|b| b != a).min_by(|b, c| distance(*a, *b).total_cmp(&distance(*a, *c)));
        nearest.is_some_and(|b| people[b] == people[*a])
    });
    let all = triplet_count(PEOPLE, PHOTOS).unwrap_or(1);
    Ok((active as f32 / all as f32, right.count() as f32 / N as f32))
}

/// A linear embedding, trained on the hardest triplets of each round.
pub(crate) fn train() -> Result<Report, Error> {
    let photos: Vec<[f32; FEATURES]> = (0..N).map(photo).collect();
    let people: Vec<u8> = (0..N).map(|i| (i / PHOTOS) as u8).collect();
    let mut weights: [[f32; FEATURES]; D] =
        core::array::from_fn(|i| core::array::from_fn(|k| unit(5000 + 9 * i + k) - 0.5));
    let of =
        |weights: &[[f32; FEATURES]; D]| photos.iter().map(|photo| embed(weights, photo)).collect::<Vec<_>>();
    let loss = Triplet::try_new(MARGIN)?;
    let before = judge(&of(&weights), &people)?;
    for _ in 0..600 {
        let embeddings = of(&weights);
        let mut triplets = Vec::new();
        mine_triplets(&embeddings, &people, Mining::Hardest, |triplet| triplets.push(triplet))?;
        let mut rows: Vec<[[f32; D]; 3]> =
            triplets.iter().map(|t| [t.anchor, t.positive, t.negative].map(|i| embeddings[i])).collect();
        loss.value_and_gradient_in_place(&mut rows, &vec![(); triplets.len()], Reduction::Mean)?;
        for (TripletIndices { anchor, positive, negative }, slopes) in triplets.into_iter().zip(rows) {
            for (index, slope) in [anchor, positive, negative].into_iter().zip(slopes) {
                for (w, g) in weights.iter_mut().zip(slope) {
                    w.iter_mut().zip(photos[index]).for_each(|(w, x)| *w -= 0.05 * g * x);
                }
            }
        }
    }
    let after = judge(&of(&weights), &people)?;
    Ok(Report { active: [before.0, after.0], recall: [before.1, after.1] })
}

/// Prints what was found, and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { active, recall } = train()?;
    println!("                                   before    after");
    println!("triplets with a loss              {:6.1} % {:6.1} %", 100.0 * active[0], 100.0 * active[1]);
    println!("nearest photo shows the person    {:6.1} % {:6.1} %", 100.0 * recall[0], 100.0 * recall[1]);
    println!(
        "claim: training on the hardest triplets leaves less than a tenth of them active, and the nearest"
    );
    println!("       photo shows the same person at least 19 times in 20.");
    Ok(())
}
