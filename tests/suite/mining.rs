//! Mining against the definition, in a loop over all triplets.

use crate::draw::{Draw, Mode};
use microloss::{
    Buffer, CosineTriplet, Error, Loss, Mined, Mining, Reduction, Rowwise, Triplet, TripletIndices,
    mine_triplets, pair_count, sample_triplets, triplet_count, triplets_value,
    triplets_value_and_add_gradient,
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

/// Losses of indices are those of the triplets copied into rows, and an embedding's gradient is the sum of its rows'.
#[test]
fn triplets_by_index_are_those_by_row() {
    let mut draw = Draw::new(13, Mode::Realistic);
    let embeddings: Vec<[f32; 2]> = (0..12).map(|_| draw.floats()).collect();
    let labels: Vec<u8> = (0..12).map(|i| i % 3).collect();
    let (_, triplets) = mined(&embeddings, &labels, Mining::Active { margin: 0.5 });
    fn examine(
        loss: &(impl Rowwise<Row = [[f32; 2]; 3], Target = ()> + Loss<Prediction = [[f32; 2]; 3], Target = ()>),
        embeddings: &[[f32; 2]],
        triplets: &[TripletIndices],
    ) {
        let rows: Vec<[[f32; 2]; 3]> =
            triplets.iter().map(|t| [t.anchor, t.positive, t.negative].map(|i| embeddings[i])).collect();
        for reduction in [Reduction::Mean, Reduction::Sum, Reduction::Over(7.0)] {
            let mut of_rows = rows.clone();
            let expected =
                loss.value_and_gradient(&rows, &vec![(); rows.len()], reduction, &mut of_rows).unwrap();
            let mut exact = vec![[1.0_f64; 2]; embeddings.len()];
            for (t, slopes) in triplets.iter().zip(&of_rows) {
                for (i, slopes) in [t.anchor, t.positive, t.negative].into_iter().zip(slopes) {
                    exact[i].iter_mut().zip(slopes).for_each(|(sum, slope)| *sum += f64::from(*slope));
                }
            }
            // The gradient is added to what is there.
            let mut gradient = vec![[1.0; 2]; embeddings.len()];
            let value = triplets_value_and_add_gradient(loss, embeddings, triplets, reduction, &mut gradient)
                .unwrap();
            assert_eq!(Ok(value), triplets_value(loss, embeddings, triplets, reduction));
            assert!((value - expected).abs() <= 2e-7 * expected, "{value} for {expected}");
            for (got, exact) in gradient.as_flattened().iter().zip(exact.as_flattened()) {
                assert!((f64::from(*got) - exact).abs() < 1e-5 * exact.abs().max(1.0), "{got} for {exact}");
            }
        }
    }
    examine(&Triplet::new(0.5), &embeddings, &triplets);
    examine(&CosineTriplet::new(0.5), &embeddings, &triplets);
    // An embedding may stand in a triplet twice.
    examine(&Triplet::new(0.5), &embeddings, &[TripletIndices { anchor: 3, positive: 3, negative: 4 }]);
}

#[test]
fn indices_that_lead_nowhere() {
    let (embeddings, loss) = ([[0.0], [1.0], [1.5]], Triplet::new(1.0));
    let good = TripletIndices { anchor: 0, positive: 1, negative: 2 };
    let mut gradient = [[42.0]; 3];
    let mut of = |triplets: &[TripletIndices], reduction, length: usize| {
        let refused =
            triplets_value_and_add_gradient(&loss, &embeddings, triplets, reduction, &mut gradient[..length]);
        assert_eq!(gradient, [[42.0]; 3]);
        refused
    };
    assert_eq!(of(&[], Reduction::Mean, 3), Err(Error::EmptyBatch));
    let beyond = Err(Error::Label { row: 1, label: 3, classes: 3 });
    assert_eq!(of(&[good, TripletIndices { positive: 3, ..good }], Reduction::Mean, 3), beyond);
    assert_eq!(
        triplets_value(&loss, &embeddings, &[good, TripletIndices { negative: 3, ..good }], Reduction::Mean),
        beyond
    );
    let length = Error::Length { buffer: Buffer::Gradient, expected: 3, actual: 2 };
    assert_eq!(of(&[good], Reduction::Mean, 2), Err(length));
    assert!(of(&[good], Reduction::Over(-1.0), 3).is_err());
    // Over nothing, nothing counts.
    assert_eq!(of(&[good], Reduction::Over(0.0), 3), Ok(0.0));
}

/// Each triplet is kept as often as any other: 6 of 24 in 6000 draws, 1500 times each, within 4 standard deviations (34).
#[test]
fn a_short_list_is_a_fair_choice() {
    let mut draw = Draw::new(14, Mode::Realistic);
    let embeddings: Vec<[f32; 2]> = (0..6).map(|i| [i as f32, 0.0]).collect();
    let labels = [0_u8, 0, 1, 1, 2, 2];
    let mining = Mining::Active { margin: 1e6 };
    let (all, triplets) = mined(&embeddings, &labels, mining);
    assert_eq!(all.found, 24);
    let mut kept = [0; 24];
    for _ in 0..6000 {
        let mut list = [TripletIndices::default(); 6];
        let uniform = || draw.below(1 << 24) as f32 / 16_777_216.0;
        let mined = sample_triplets(&embeddings, &labels, mining, uniform, &mut list).unwrap();
        assert_eq!(mined, Mined { truncated: true, ..all });
        for triplet in list {
            kept[triplets.iter().position(|t| *t == triplet).unwrap()] += 1;
        }
    }
    assert!(kept.iter().all(|times| (1364..=1636).contains(times)), "{kept:?}");
    // A list that is long enough holds all, and needs no chance.
    let mut list = [TripletIndices::default(); 30];
    let mined = sample_triplets(&embeddings, &labels, mining, || unreachable!(), &mut list).unwrap();
    assert_eq!((mined, &list[..24]), (all, &triplets[..]));
    // A source that is no chance at all does not lead out of the list.
    for bad in [1.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(sample_triplets(&embeddings, &labels, mining, || bad, &mut list[..3]).is_ok());
    }
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
