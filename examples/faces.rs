//! Tells if two photos show the same person: an embedding is learnt from triplets, drawn at random or mined, and tested on strangers.
//!
//! `cargo run --release --example faces`
//!
//! Synthetic: free photos of faces need consent, and more room than this folder has. Eight numbers make a person, eight a scene.

#[path = "shared/random.rs"]
mod random;

use microloss::{Error, Loss, Mining, Reduction, Triplet, TripletIndices, mine_triplets, triplet_count};
use random::Random;

/// Numbers in a photo, and in an embedding.
const PIXELS: usize = 16;
const D: usize = 6;
/// People to train on, people to test on, and photos of each.
const PEOPLE: usize = 40;
const STRANGERS: usize = 40;
const PHOTOS: usize = 6;
/// People and photos of each in a batch.
const BATCH: (usize, usize) = (8, 4);
const ROWS: usize = BATCH.0 * BATCH.1;
const STEPS: usize = 400;
/// Draws of people: with one alone, luck decides by how much mining is better.
const DRAWS: usize = 12;
const MARGIN: f32 = 1.0;
const RATE: f32 = 0.05;

type Photo = [f32; PIXELS];
type Network = [[f32; PIXELS]; D];

/// The results of one way to choose triplets.
#[derive(Debug)]
pub struct Run {
    /// Share of the chosen triplets with a loss above 0, in the first and in the last tenth of the steps.
    pub active: [f32; 2],
    /// Share of right answers about pairs of strangers.
    pub accuracy: f32,
}

/// The results of both ways.
#[derive(Debug)]
pub struct Report {
    /// Share of right answers before training.
    pub untrained: f32,
    /// One triplet for each anchor and step, with any positive and any negative.
    pub random: Run,
    /// One triplet for each anchor and step, with the farthest positive and the nearest negative.
    pub hardest: Run,
    /// Draws in which mining is right more often.
    pub better: usize,
    /// The number of triplets in one batch.
    pub triplets: usize,
}

/// Draws `people` times [`PHOTOS`] photos. Eight numbers are the person's, up to the expression; eight numbers, twice as large,
/// are light and pose. All are mixed in every pixel.
fn photos(people: usize, seed: u32) -> Vec<[Photo; PHOTOS]> {
    let mut camera = Random(0x2545_F491);
    let mixture: [Photo; PIXELS] = core::array::from_fn(|_| core::array::from_fn(|_| 0.5 * camera.signed()));
    let mut draw = Random(seed);
    (0..people)
        .map(|_| {
            let person: [f32; 8] = core::array::from_fn(|_| draw.signed());
            core::array::from_fn(|_| {
                let scene: Photo = core::array::from_fn(|k| {
                    person.get(k).map_or(2.0 * draw.signed(), |x| x + 0.25 * draw.signed())
                });
                mixture.map(|row| row.iter().zip(&scene).map(|(m, x)| m * x).sum())
            })
        })
        .collect()
}

fn embed(network: &Network, photo: &Photo) -> [f32; D] {
    network.map(|w| w.iter().zip(photo).map(|(w, x)| w * x).sum())
}

fn distance(x: &[f32; D], y: &[f32; D]) -> f32 {
    x.iter().zip(y).map(|(x, y)| (x - y) * (x - y)).sum::<f32>().sqrt()
}

/// Returns distances of pairs of photos of one person, and of as many pairs of photos of two people.
fn pairs(network: &Network, people: &[[Photo; PHOTOS]]) -> [Vec<f32>; 2] {
    let mut draw = Random(0x85EB_CA6B);
    let of = |person: usize, photo: usize| embed(network, &people[person][photo]);
    let mut distances = [vec![], vec![]];
    for person in 0..people.len() {
        for photo in 1..PHOTOS {
            distances[0].push(distance(&of(person, 0), &of(person, photo)));
            let other = (person + 1 + draw.below(people.len() - 1)) % people.len();
            distances[1].push(distance(&of(person, 0), &of(other, photo)));
        }
    }
    distances
}

/// Returns the share of pairs on the right side of the threshold.
fn accuracy([same, different]: &[Vec<f32>; 2], threshold: f32) -> f32 {
    let right = same.iter().filter(|d| **d < threshold).count()
        + different.iter().filter(|d| **d >= threshold).count();
    right as f32 / (same.len() + different.len()) as f32
}

/// Returns the share of right answers about strangers, at the threshold that is best for the known people.
fn verify(network: &Network, known: &[[Photo; PHOTOS]], strangers: &[[Photo; PHOTOS]]) -> f32 {
    let known = pairs(network, known);
    let better = |a: &&f32, b: &&f32| accuracy(&known, **a).total_cmp(&accuracy(&known, **b));
    let threshold = known.iter().flatten().max_by(better).copied().unwrap_or(MARGIN);
    accuracy(&pairs(network, strangers), threshold)
}

/// Draws any positive and any negative for every anchor.
fn at_random(draw: &mut Random) -> Vec<TripletIndices> {
    let (people, photos) = BATCH;
    (0..ROWS)
        .map(|anchor| {
            let (person, photo) = (anchor / photos, anchor % photos);
            let positive = person * photos + (photo + 1 + draw.below(photos - 1)) % photos;
            let negative = (person + 1 + draw.below(people - 1)) % people * photos + draw.below(photos);
            TripletIndices { anchor, positive, negative }
        })
        .collect()
}

fn train(
    mut network: Network,
    known: &[[Photo; PHOTOS]],
    mining: Option<Mining>,
) -> Result<(Network, [f32; 2]), Error> {
    let loss = Triplet::new(MARGIN);
    let mut draw = Random(0xC2B2_AE35);
    let (mut active, mut chosen) = ([0; 2], [0; 2]);
    for step in 0..STEPS {
        let first = draw.below(PEOPLE);
        let batch: Vec<Photo> =
            (0..ROWS).map(|i| known[(first + 5 * (i / BATCH.1)) % PEOPLE][draw.below(PHOTOS)]).collect();
        let labels: Vec<u8> = (0..ROWS).map(|i| (i / BATCH.1) as u8).collect();
        let embeddings: Vec<[f32; D]> = batch.iter().map(|photo| embed(&network, photo)).collect();
        let mut triplets = vec![];
        match mining {
            Some(mining) => {
                mine_triplets(&embeddings, &labels, mining, |triplet| triplets.push(triplet))?;
            }
            None => triplets = at_random(&mut draw),
        }
        let mut rows: Vec<[[f32; D]; 3]> =
            triplets.iter().map(|t| [t.anchor, t.positive, t.negative].map(|i| embeddings[i])).collect();
        if let Some(tenth) = [0, 9].iter().position(|tenth| step * 10 / STEPS == *tenth) {
            active[tenth] += loss.active(&rows);
            chosen[tenth] += rows.len();
        }
        loss.value_and_gradient_in_place(&mut rows, &vec![(); triplets.len()], Reduction::Mean)?;
        for (t, gradients) in triplets.iter().zip(&rows) {
            for (i, gradient) in [t.anchor, t.positive, t.negative].into_iter().zip(gradients) {
                for (w, g) in network.iter_mut().zip(gradient) {
                    w.iter_mut().zip(&batch[i]).for_each(|(w, x)| *w -= RATE * g * x);
                }
            }
        }
    }
    Ok((network, [0, 1].map(|tenth| active[tenth] as f32 / chosen[tenth] as f32)))
}

/// Untrained, trained on any triplets, trained on mined ones: the means over the draws of people.
pub(crate) fn compare() -> Result<Report, Error> {
    let run = || Run { active: [0.0; 2], accuracy: 0.0 };
    let triplets = triplet_count(BATCH.0, BATCH.1).unwrap_or(usize::MAX);
    let mut report = Report { untrained: 0.0, random: run(), hardest: run(), better: 0, triplets };
    let share = 1.0 / DRAWS as f32;
    for draw in 0..DRAWS as u32 {
        let seed = draw.wrapping_mul(0x9E37_79B9);
        let (known, strangers) = (photos(PEOPLE, 0x27D4_EB2F ^ seed), photos(STRANGERS, 0x1656_67B1 ^ seed));
        let mut random = Random(0x6C07_8965 ^ seed);
        let network: Network = core::array::from_fn(|_| core::array::from_fn(|_| 0.25 * random.signed()));
        report.untrained += share * verify(&network, &known, &strangers);
        let mut right = [0.0; 2];
        let runs = [(None, &mut report.random), (Some(Mining::Hardest), &mut report.hardest)];
        for ((mining, run), right) in runs.into_iter().zip(&mut right) {
            let (network, active) = train(network, &known, mining)?;
            *right = verify(&network, &known, &strangers);
            run.accuracy += share * *right;
            run.active.iter_mut().zip(active).for_each(|(sum, active)| *sum += share * active);
        }
        report.better += usize::from(right[1] > right[0]);
    }
    Ok(report)
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { untrained, random, hardest, better, triplets } = compare()?;
    println!("a batch of {ROWS} photos holds {triplets} triplets; a step takes {ROWS} of them");
    println!("means of {DRAWS} draws   active at first   active at last   right about strangers");
    println!("untrained {:58.1} %", 100.0 * untrained);
    for (name, Run { active, accuracy }) in [("random", random), ("hardest", hardest)] {
        let [first, last, right] = [active[0], active[1], accuracy].map(|share| 100.0 * share);
        println!("{name:10} {first:22.1} % {last:14.1} % {right:21.1} %");
    }
    println!(
        "\nLook at the middle columns: in the end few triplets drawn at random have something to teach, and most of"
    );
    println!(
        "those mined. Mining is better in {better} of the {DRAWS} draws, by about a quarter of the mistakes."
    );
    Ok(())
}
