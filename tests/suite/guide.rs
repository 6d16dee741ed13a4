//! The guide knows every loss, and what it says of their shapes holds.

use crate::draw::{Draw, Mode};
use crate::families::subjects;
use microloss::{GradientBound, LossKind, Task, recommend};
use std::collections::BTreeSet;

#[test]
fn every_loss_has_a_kind_and_every_kind_a_loss() {
    // What begins with a small letter is a function.
    let names = subjects().into_iter().map(|subject| subject.name);
    let examined: BTreeSet<&str> = names.filter(|name| name.starts_with(char::is_uppercase)).collect();
    let known: BTreeSet<&str> = LossKind::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(examined, known);
    assert_eq!(known.len(), LossKind::ALL.len());
}

#[test]
fn every_leaf_of_the_tree() {
    use Task::{
        Adversary, AutoEncoder, Batch, Classes, Comparisons, Labels, MaximumMargin, Pairs, Percentile,
        RareClasses, RareLabels, Regression, RewardModel, RobustRegression, SmoothRegression, Triplets,
    };
    let tree = include_str!("../../src/guide.rs");
    let leaves = [
        Regression,
        RobustRegression,
        Percentile,
        SmoothRegression,
        Labels,
        Classes,
        RareLabels,
        RareClasses,
        MaximumMargin,
        Pairs,
        Triplets,
        Batch,
        AutoEncoder,
        Adversary,
        RewardModel,
        Comparisons,
    ];
    // The same leaves in the same order as in the picture.
    let drawn: Vec<&str> = tree
        .lines()
        .filter(|line| line.starts_with("//!"))
        .filter_map(|line| line.split("→ ").nth(1))
        .collect();
    assert_eq!(drawn, leaves.map(|task| recommend(task).name()));
}

/// A loss called convex lies below its chords; a gradient called bounded is.
#[test]
fn shapes_are_what_they_are_said_to_be() {
    let mut wrong = BTreeSet::new();
    for subject in subjects() {
        // A function is no loss.
        let Some(kind) = LossKind::ALL.iter().find(|kind| kind.name() == subject.name) else { continue };
        let properties = kind.properties();
        for seed in 0..2_000 {
            let mut draw = Draw::new(seed, Mode::Realistic);
            let case = (subject.draw)(&mut draw);
            let here: Vec<f64> = case.inputs.iter().map(|x| f64::from(*x)).collect();
            let exact = (case.exact)(&here);
            if let GradientBound::Constant(bound) = properties.gradient {
                let steepest = exact.gradient.iter().fold(0.0, |most: f64, g| most.max(g.exact.abs()));
                if steepest > f64::from(bound) + 1e-9 {
                    wrong.insert((subject.name, subject.variant, "steeper than said"));
                }
            }
            if properties.convex {
                let (low, high) = (f64::from(case.domain.0), f64::from(case.domain.1));
                let there: Vec<f64> =
                    here.iter().map(|x| (x + f64::from(draw.float())).max(low).min(high)).collect();
                let middle: Vec<f64> = here.iter().zip(&there).map(|(x, y)| 0.5 * (x + y)).collect();
                let chord = 0.5 * (exact.value.exact + (case.exact)(&there).value.exact);
                if (case.exact)(&middle).value.exact > chord + 1e-9 * chord.abs().max(1.0) {
                    wrong.insert((subject.name, subject.variant, "not convex"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
