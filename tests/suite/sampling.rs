//! Truncation against a sort, and sampling against the distribution it draws from.

use crate::between::between;
use crate::draw::{Draw, Mode};
use microloss::{Error, sample, temper, top_k, top_p};
use proptest::collection::vec;
use proptest::prelude::*;

/// Places, the most probable first, the first of equals first.
fn ranked(p: &[f32]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..p.len()).collect();
    places.sort_by(|a, b| p[*b].total_cmp(&p[*a]));
    places
}

/// The sorted head is left, over its sum; the rest is 0.
fn is_head(before: &[f32], after: &[f32], kept: usize) {
    let places = ranked(before);
    let total: f64 = places[..kept].iter().map(|k| f64::from(before[*k])).sum();
    for (rank, k) in places.iter().enumerate() {
        let exact = if rank < kept { f64::from(before[*k]) / total } else { 0.0 };
        let error = (f64::from(after[*k]) - exact).abs();
        assert!(error <= 2.0 * f64::from(f32::EPSILON) * exact + 1e-44, "{before:?} {after:?} {kept}");
    }
}

proptest! {
    #[test]
    fn top_k_is_a_sorted_head(p in vec(prop_oneof![between(0.01, 1.0), Just(0.25), Just(0.5)], 1..40), k in 1_usize..45) {
        let mut truncated = p.clone();
        let kept = top_k(&mut truncated, k).unwrap();
        prop_assert_eq!(kept, k.min(p.len()));
        if k < p.len() {
            is_head(&p, &truncated, kept);
        } else {
            prop_assert_eq!(truncated, p);
        }
    }

    #[test]
    fn top_p_is_the_smallest_head_of_that_mass(p in vec(prop_oneof![between(0.01, 1.0), Just(0.25), Just(0.5)], 1..40), share in between(0.0, 1.0)) {
        let mut truncated = p.clone();
        let kept = top_p(&mut truncated, share).unwrap();
        is_head(&p, &truncated, kept);
        let total: f64 = p.iter().map(|p| f64::from(*p)).sum();
        let mass = |n: usize| ranked(&p)[..n].iter().map(|k| f64::from(p[*k])).sum::<f64>() / total;
        // Sums are rounded: what lies within that of the share may fall on either side.
        prop_assert!(kept >= 1 && mass(kept) >= f64::from(share) - 1e-6, "{kept}");
        prop_assert!(kept == 1 || mass(kept - 1) <= f64::from(share) + 1e-6, "{kept}");
    }

    /// The class whose stretch of the cumulative distribution holds u.
    #[test]
    fn samples_invert_the_cumulative_distribution(p in vec(prop_oneof![between(0.0, 1.0), Just(0.0)], 1..40), u in between(0.0, 0.99999994)) {
        prop_assume!(p.iter().any(|p| *p > 1e-3));
        let k = sample(&p, u).unwrap();
        let total: f64 = p.iter().map(|p| f64::from(*p)).sum();
        let below: f64 = p[..k].iter().map(|p| f64::from(*p)).sum();
        let threshold = f64::from(u) * total;
        prop_assert!(p[k] > 0.0);
        prop_assert!(below <= threshold + 1e-5 && threshold <= below + f64::from(p[k]) + 1e-5);
    }
}

#[test]
fn edges() {
    let truncated =
        |mut p: [f32; 4], truncate: fn(&mut [f32]) -> Result<usize, Error>| (truncate(&mut p).unwrap(), p);
    let even = [0.25; 4];
    // Equals: the first, and exactly so many.
    assert_eq!(truncated(even, |p| top_k(p, 1)), (1, [1.0, 0.0, 0.0, 0.0]));
    assert_eq!(truncated(even, |p| top_k(p, 2)), (2, [0.5, 0.5, 0.0, 0.0]));
    assert_eq!(truncated(even, |p| top_p(p, 0.5)), (2, [0.5, 0.5, 0.0, 0.0]));
    assert_eq!(truncated(even, |p| top_p(p, 0.500_001)).0, 3);
    // Everything: nothing changes. Nothing: one is left.
    let p = [0.5, 0.2, 0.2, 0.2];
    assert_eq!(truncated(p, |p| top_k(p, 4)), (4, p));
    assert_eq!(truncated(p, |p| top_k(p, usize::MAX)), (4, p));
    assert_eq!(truncated(p, |p| top_p(p, 1.0)), (4, p));
    assert_eq!(truncated(p, |p| top_p(p, 0.0)), (1, [1.0, 0.0, 0.0, 0.0]));
    assert_eq!(truncated([1e-30, 0.0, 1.0, 1e-40], |p| top_p(p, 1.0)).0, 3);
    // NaN counts as 0, and goes.
    assert_eq!(truncated([f32::NAN, -1.0, 0.25, 0.75], |p| top_k(p, 3)), (2, [0.0, 0.0, 0.25, 0.75]));
    assert_eq!(truncated([0.0; 4], |p| top_p(p, 0.9)), (0, [0.0; 4]));
    assert_eq!(truncated([0.0; 4], |p| top_k(p, 2)), (0, [0.0; 4]));
    // u = 0 does not draw what has no probability; the largest u draws the last that has one.
    assert_eq!(sample(&[0.0, 0.5, 0.5, 0.0], 0.0), Ok(1));
    assert_eq!(sample(&[0.0, 0.5, 0.5, 0.0], 1.0_f32.next_down()), Ok(2));
    assert_eq!(sample(&[0.0, 1.0_f32.next_up(), 0.0], 1.0_f32.next_down()), Ok(1));
    // Also if rounding lifts the threshold to the total.
    assert_eq!(sample(&[1e-45, 0.0], 0.9), Ok(0));
    // −0 is 0.
    assert_eq!(truncated([-0.0, 0.25, 0.25, 0.5], |p| top_k(p, 4)).0, 3);
    assert_eq!(sample(&[-0.0, 1.0, -0.0], 0.0), Ok(1));
}

/// Over evenly spaced u, frequencies are the probabilities.
#[test]
fn frequencies_are_probabilities() {
    let p = [0.5, 0.125, 0.0, 0.375];
    let mut counts = [0_u32; 4];
    for i in 0..4096_u16 {
        counts[sample(&p, f32::from(i) / 4096.0).unwrap()] += 1;
    }
    assert_eq!(counts, [2048, 512, 0, 1536]);
    let mut draw = Draw::new(1, Mode::Realistic);
    assert!((0..1000).all(|_| sample(&p, draw.unit()).unwrap() != 2));
}

/// Truncation first or temperature first: the same for `top_k`; a hot nucleus is larger.
#[test]
fn the_order_matters_for_the_nucleus_only() {
    let p = [0.6, 0.3, 0.07, 0.03];
    fn run(mut p: [f32; 4], first: impl Fn(&mut [f32]), then: impl Fn(&mut [f32])) -> [f32; 4] {
        first(&mut p);
        then(&mut p);
        p
    }
    let heat = |p: &mut [f32]| temper(p, 2.0).unwrap();
    let two = |p: &mut [f32]| assert_eq!(top_k(p, 2), Ok(2));
    let (truncated, tempered) = (run(p, two, heat), run(p, heat, two));
    assert!(truncated.iter().zip(tempered).all(|(a, b)| (a - b).abs() < 1e-2), "{truncated:?} {tempered:?}");
    let nucleus = |p: &mut [f32]| assert!(top_p(p, 0.9).unwrap() >= 2);
    let left = |p: [f32; 4]| p.iter().filter(|p| **p > 0.0).count();
    assert_eq!((left(run(p, nucleus, heat)), left(run(p, heat, nucleus))), (2, 3));
}

#[test]
fn mistakes_are_named() {
    let mut p = [0.25, 0.75];
    assert_eq!(
        (top_k(&mut [], 1), top_p(&mut [], 0.5), sample(&[], 0.5)),
        (Err(Error::EmptyBatch), Err(Error::EmptyBatch), Err(Error::EmptyBatch))
    );
    assert!(matches!(top_k(&mut p, 0), Err(Error::Parameter { name: "k", value: 0.0, .. })));
    for bad in [-0.1, 1.1, f32::NAN, f32::INFINITY] {
        assert!(matches!(top_p(&mut p, bad), Err(Error::Parameter { name: "p", .. })));
        assert!(matches!(sample(&p, bad), Err(Error::Parameter { name: "u", .. })));
    }
    assert!(matches!(sample(&p, 1.0), Err(Error::Parameter { name: "u", .. })));
    assert_eq!(p, [0.25, 0.75]);
    for none in [[0.0, 0.0], [-1.0, f32::NAN], [f32::INFINITY, 1.0]] {
        assert!(matches!(sample(&none, 0.5), Err(Error::Parameter { name: "probabilities", .. })));
    }
}
