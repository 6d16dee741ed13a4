//! Mining against the definition, in a loop over all triplets.

use crate::draw::{Draw, Mode};
use microloss::{
    Buffer, Error, Mined, Mining, Triplet, TripletIndices, mine_triplets, pair_count, triplet_count,
};

fn distance(x: &[f32; 2], y: &[f32; 2]) -> f32 {
    ((x[0] - y[0]) * (x[0] - y[0]) + (x[1] - y[1]) * (x[1] - y[1])).sqrt()
}

fn mined(embeddings: &[[f32; 2]], labels: &[u8], mining: Mining) -> (Mined, Vec<TripletIndices>) {
    let mut triplets = Vec::new();
    (mine_triplets(embeddings, labels, mining, |triplet| triplets.push(triplet)).unwrap(), triplets)
}

/// Coordinates on a grid: distances are exact, and ties happen.
#[test]
fn mining_finds_what_the_definition_says() {
    let mut draw = Draw::new(11, Mode::Realistic);
    // Margins between the distances that occur, and on them.
    for margin in [4.0, 3.0, 7.0].into_iter().cycle().take(900) {
        let n = 2 + draw.below(9);
        let embeddings: Vec<[f32; 2]> = (0..n).map(|_| [draw.below(5) as f32 * 3.0, 0.0]).collect();
        let labels: Vec<u8> = (0..n).map(|_| draw.below(3) as u8).collect();
        let d = |i: usize, j: usize| distance(&embeddings[i], &embeddings[j]);
        let positives = |a: usize| {
            (0..n).filter(move |p| *p != a).filter(|p| labels[*p] == labels[a]).collect::<Vec<_>>()
        };
        let negatives = |a: usize| (0..n).filter(|q| labels[*q] != labels[a]).collect::<Vec<_>>();
        let (mut hardest, mut semi, mut active, mut skipped) = (vec![], vec![], vec![], 0);
        for anchor in 0..n {
            let (positives, negatives) = (positives(anchor), negatives(anchor));
            if positives.is_empty() || negatives.is_empty() {
                skipped += 1;
                continue;
            }
            let farthest =
                positives.iter().fold(positives[0], |b, p| if d(anchor, *p) > d(anchor, b) { *p } else { b });
            let nearest =
                negatives.iter().fold(negatives[0], |b, q| if d(anchor, *q) < d(anchor, b) { *q } else { b });
            hardest.push(TripletIndices { anchor, positive: farthest, negative: nearest });
            for positive in positives {
                let near = d(anchor, positive);
                let within = negatives
                    .iter()
                    .copied()
                    .filter(|q| d(anchor, *q) > near && d(anchor, *q) < near + margin);
                if let Some(negative) = within.reduce(|b, q| if d(anchor, q) < d(anchor, b) { q } else { b })
                {
                    semi.push(TripletIndices { anchor, positive, negative });
                }
                for negative in negatives.iter().copied().filter(|q| near - d(anchor, *q) + margin > 0.0) {
                    active.push(TripletIndices { anchor, positive, negative });
                }
            }
        }
        for (mining, expected) in [
            (Mining::Hardest, hardest),
            (Mining::SemiHard { margin }, semi),
            (Mining::Active { margin }, active),
        ] {
            let (mined, triplets) = mined(&embeddings, &labels, mining);
            assert_eq!((mined.found, mined.skipped), (expected.len(), skipped), "{mining:?}");
            assert_eq!(triplets, expected, "{mining:?} of {embeddings:?}, {labels:?}");
        }
    }
}

/// A triplet that is active for mining has a loss above 0.
#[test]
fn active_triplets_have_a_loss() {
    let mut draw = Draw::new(12, Mode::Realistic);
    let embeddings: Vec<[f32; 2]> = (0..12).map(|_| draw.floats()).collect();
    let labels: Vec<u8> = (0..12).map(|i| i % 3).collect();
    let (mined, triplets) = mined(&embeddings, &labels, Mining::Active { margin: 0.5 });
    let rows: Vec<[[f32; 2]; 3]> = triplets
        .iter()
        .map(|t| [embeddings[t.anchor], embeddings[t.positive], embeddings[t.negative]])
        .collect();
    assert_eq!(Triplet::new(0.5).active(&rows), mined.found);
    assert!(mined.found < triplet_count(3, 4).unwrap() && mined.found > 0);
    let (all, _) = self::mined(&embeddings, &labels, Mining::Active { margin: 1e6 });
    assert_eq!(Some(all.found), triplet_count(3, 4));
}

#[test]
fn refusals() {
    let one = [[0.0; 2]];
    let length = Error::Length { buffer: Buffer::Target, expected: 1, actual: 2 };
    assert_eq!(mine_triplets(&one, &[0_u8; 2], Mining::Hardest, |_| {}), Err(length));
    assert_eq!(mine_triplets::<2, u8>(&[], &[], Mining::Hardest, |_| {}), Err(Error::EmptyBatch));
    for margin in [-1.0, f32::NAN, f32::INFINITY] {
        assert!(mine_triplets(&one, &[0_u8], Mining::SemiHard { margin }, |_| {}).is_err());
        assert!(mine_triplets(&one, &[0_u8], Mining::Active { margin }, |_| {}).is_err());
    }
    // NaN is nobody's neighbour.
    let (mined, triplets) =
        mined(&[[0.0; 2], [1.0, 0.0], [f32::NAN; 2], [2.0, 0.0]], &[0, 0, 1, 1], Mining::Hardest);
    assert_eq!((mined.found, triplets[0].negative), (2, 3));
}

#[test]
fn counts() {
    assert_eq!(
        (pair_count(0), pair_count(1), pair_count(2), pair_count(5)),
        (Some(0), Some(0), Some(1), Some(10))
    );
    assert_eq!(pair_count(usize::MAX), None);
    assert_eq!((triplet_count(0, 5), triplet_count(1, 5), triplet_count(3, 0)), (Some(0), Some(0), Some(0)));
    assert_eq!((triplet_count(2, 2), triplet_count(3, 4)), (Some(4 * 2), Some(12 * 3 * 8)));
    assert_eq!(triplet_count(usize::MAX, 2), None);
    // Without a negative, or a positive, there is none, however many embeddings.
    assert_eq!((triplet_count(1, usize::MAX), triplet_count(usize::MAX, 1)), (Some(0), Some(0)));
}

/// A list that is too short says so, and by how much.
#[cfg(feature = "heapless")]
#[test]
fn lists_of_fixed_capacity() {
    let (embeddings, labels) = ([[0.0, 0.0], [1.0, 0.0], [1.5, 0.0], [1.6, 0.0]], [0_u8, 0, 1, 1]);
    let all = mined(&embeddings, &labels, Mining::Active { margin: 1.0 });
    let mut short = heapless::Vec::<TripletIndices, 4>::new();
    let mined =
        microloss::mine_triplets_into(&embeddings, &labels, Mining::Active { margin: 1.0 }, &mut short)
            .unwrap();
    assert_eq!((mined.found, mined.truncated, short.len()), (all.0.found, true, 4));
    assert_eq!(&short[..], &all.1[..4]);
    let fits = microloss::mine_triplets_into(&embeddings, &labels, Mining::Hardest, &mut short).unwrap();
    assert_eq!((fits.found, fits.truncated, short.len()), (4, false, 4));
    let refused = microloss::mine_triplets_into(&embeddings, &labels[..1], Mining::Hardest, &mut short);
    assert!(refused.is_err() && short.len() == 4);
    let none = microloss::mine_triplets_into(&embeddings, &[0_u8; 4], Mining::Hardest, &mut short).unwrap();
    assert_eq!((none.found, none.skipped, short.len()), (0, 4, 0));
}
