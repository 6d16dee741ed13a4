//! Metric losses: published numbers, kinks, and parameters.
#![cfg(not(feature = "micromath"))]

use microloss::{
    Contrastive, CosineEmbedding, CosineTriplet, LinearContrastive, Loss, MarginRanking, Reduction, Triplet,
};

const TRIPLET: [[f32; 2]; 3] = [[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]];

fn of(loss: Triplet<2>, row: [[f32; 2]; 3]) -> (f32, [[f32; 2]; 3]) {
    let mut gradient = [row];
    (loss.value_and_gradient(&[row], &[()], Reduction::Sum, &mut gradient).unwrap(), gradient[0])
}

#[test]
fn numbers_computed_elsewhere() {
    assert!((of(Triplet::new(1.0), TRIPLET).0 - 0.218_242).abs() < 1e-6);
    assert_eq!(of(Triplet::new(0.2).squared(), TRIPLET).0, 0.0);
    assert!((of(Triplet::new(2.0).squared(), TRIPLET).0 - 0.4).abs() < 1e-6);
}

/// Embeddings that coincide have distance 0 and no direction.
#[test]
fn nothing_pulls_at_distance_0() {
    let point = [1.5, -2.0];
    assert_eq!(of(Triplet::new(0.5), [point; 3]), (0.5, [[0.0; 2]; 3]));
    assert_eq!(of(Triplet::new(0.5).squared(), [point; 3]), (0.5, [[0.0; 2]; 3]));
    assert_eq!(of(Triplet::soft(), [point; 3]).0, core::f32::consts::LN_2);
    for (same, value) in [(true, 0.0), (false, 4.0)] {
        let mut gradient = [[[42.0; 2]; 2]];
        let got =
            Contrastive::new(2.0).value_and_gradient(&[[point; 2]], &[same], Reduction::Sum, &mut gradient);
        assert_eq!((got, gradient), (Ok(value), [[[0.0; 2]; 2]]));
    }
    for (same, value) in [(true, 1.0), (false, 0.0)] {
        let mut gradient = [[[42.0; 2]; 2]];
        let zero = [[[0.0, 0.0], point]];
        let got = CosineEmbedding::new(0.0).value_and_gradient(&zero, &[same], Reduction::Sum, &mut gradient);
        assert_eq!((got, gradient), (Ok(value), [[[0.0; 2]; 2]]));
    }
}

/// Vectors without direction pull at nothing, and a margin of their own distance is the kink.
#[test]
fn cosine_triplets_without_a_direction() {
    let (zero, x, y) = ([0.0; 2], [3.0, 0.0], [0.0, 2.0]);
    let of = |row: [[f32; 2]; 3], margin| {
        let mut gradient = [row];
        let value =
            CosineTriplet::new(margin).value_and_gradient(&[row], &[()], Reduction::Sum, &mut gradient);
        (value.unwrap(), gradient[0])
    };
    assert_eq!(of([zero, x, y], 0.5), (0.5, [zero; 3]));
    // The anchor lies on the negative, and would turn to any side.
    assert_eq!(of([x, zero, x], 0.5), (1.5, [zero; 3]));
    assert_eq!(of([x, y, zero], 0.5), (0.5, [[0.0, -1.0 / 3.0], [-0.5, 0.0], zero]));
    assert_eq!(of([x, x, y], 1.0), (0.0, [zero; 3]));
}

/// Beyond its margin a pair is left alone; at the margin too. The farthest pairs have the slope of the others.
#[test]
fn linear_contrastive_at_its_margins() {
    let loss = LinearContrastive::new(2.0).with_positive_margin(0.5);
    let pairs = [0.0, 0.5, 0.75, 2.0, f32::MAX].map(|x| [[x], [0.0]]);
    let of = |same| {
        let (mut gradient, mut terms) = (pairs, [0.0; 5]);
        loss.gradient(&pairs, &[same; 5], Reduction::Sum, &mut gradient).unwrap();
        loss.terms(&pairs, &[same; 5], &mut terms).unwrap();
        (terms, gradient.map(|[[x], [y]]| (x, y)))
    };
    let (still, apart, together) = ((0.0, 0.0), (-1.0, 1.0), (1.0, -1.0));
    assert_eq!(of(true), ([0.0, 0.0, 0.25, 1.5, f32::MAX], [still, still, together, together, together]));
    assert_eq!(of(false), ([2.0, 1.5, 1.25, 0.0, 0.0], [still, apart, apart, still, still]));
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        assert!(
            loss.try_with_positive_margin(bad).is_err() && Triplet::<2>::try_soft_with_margin(bad).is_err()
        );
    }
}

/// A margin of 0 changes no bit of a soft loss, and a large one makes it a plain one.
#[test]
fn soft_triplets_with_a_margin() {
    assert_eq!(of(Triplet::soft_with_margin(0.0), TRIPLET), of(Triplet::soft(), TRIPLET));
    assert_eq!(of(Triplet::soft_with_margin(200.0), TRIPLET), of(Triplet::new(200.0), TRIPLET));
}

/// The swap takes the negative's distance to whichever of the two is nearer.
#[test]
fn swapping_looks_from_the_positive() {
    let row = [[0.0, 0.0], [3.0, 0.0], [4.0, 0.0]];
    assert_eq!(of(Triplet::new(1.0), row).0, 0.0);
    let (value, gradient) = of(Triplet::new(1.0).with_swap(), row);
    assert_eq!(value, 3.0);
    assert_eq!(gradient, [[-1.0, 0.0], [2.0, 0.0], [-1.0, 0.0]]);
}

/// Moving all embeddings together changes nothing: the gradients sum to 0.
#[test]
fn gradients_sum_to_0() {
    for loss in
        [Triplet::new(3.0), Triplet::new(3.0).squared(), Triplet::soft(), Triplet::new(3.0).with_swap()]
    {
        let (_, [a, p, n]) = of(loss, TRIPLET);
        assert!((a[0] + p[0] + n[0]).abs() < 1e-6 && (a[1] + p[1] + n[1]).abs() < 1e-6);
    }
}

#[test]
fn parameters_outside_their_domain() {
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(Contrastive::<2>::try_new(bad).is_err() && Triplet::<2>::try_new(bad).is_err());
    }
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        assert!(MarginRanking::try_new(bad).is_err());
    }
    assert!(CosineEmbedding::<2>::try_new(1.1).is_err() && CosineEmbedding::<2>::try_new(f32::NAN).is_err());
}

/// A triplet on the margin costs nothing, and is not active.
#[test]
fn active_triplets_cost_something() {
    let triplets = [[[0.0], [1.0], [1.5]], [[0.0], [1.0], [2.0]], [[0.0], [1.0], [9.0]]];
    assert_eq!(Triplet::new(1.0).active(&triplets), 1);
}

/// A vector as short as the smallest normal number still has a direction.
#[test]
fn the_shortest_vector_with_a_direction() {
    let cosine =
        |x: f32| CosineEmbedding::new(0.0).value(&[[[x, 0.0], [x, 0.0]]], &[false], Reduction::Sum).unwrap();
    assert_eq!((cosine(f32::MIN_POSITIVE), cosine(f32::MIN_POSITIVE.next_down())), (1.0, 0.0));
}

/// Without a margin only a wrong order costs; a tie is the kink.
#[test]
fn ranking_without_a_margin() {
    let rows = [[1.0, 3.0], [3.0, 1.0], [2.0, 2.0]];
    let (mut gradient, mut terms) = ([[42.0; 2]; 3], [42.0; 3]);
    let loss = MarginRanking::new(0.0);
    loss.gradient(&rows, &[1.0; 3], Reduction::Sum, &mut gradient).unwrap();
    loss.terms(&rows, &[1.0; 3], &mut terms).unwrap();
    assert_eq!((terms, gradient), ([2.0, 0.0, 0.0], [[-1.0, 1.0], [0.0; 2], [0.0; 2]]));
}

/// The largest margin makes the largest pushes: infinite along the difference, but 0 across.
#[test]
fn no_margin_is_too_large() {
    for pair in [[[1.0, 1.0], [1.0, 2.0]], [[1e-30, 0.0], [0.0, 0.0]], [[0.0; 2]; 2]] {
        let mut gradient = [pair];
        let loss = Contrastive::new(f32::MAX);
        let value = loss.value_and_gradient(&[pair], &[false], Reduction::Mean, &mut gradient);
        assert_eq!(value, Ok(f32::INFINITY));
        assert!(gradient.as_flattened().as_flattened().iter().all(|g| !g.is_nan()), "{gradient:?}");
    }
}

/// NaN is not a direction either, on both sides of the loss.
#[test]
fn what_is_no_number_shows_in_the_cosine() {
    for bad in [f32::NAN, f32::INFINITY] {
        for other in [[0.0, 0.0], [1.0, 0.0]] {
            for same in [true, false] {
                let mut gradient = [[[0.0; 2]; 2]];
                let pair = [[bad, 1.0], other];
                let loss = CosineEmbedding::new(0.0);
                let value = loss.value_and_gradient(&[pair], &[same], Reduction::Sum, &mut gradient).unwrap();
                assert!(value.is_nan() && gradient.as_flattened().as_flattened().iter().all(|g| g.is_nan()));
            }
        }
    }
}
