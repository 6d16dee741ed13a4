//! The guide knows every loss, and its claims about their shapes hold.

use crate::draw::{Draw, Mode};
use crate::families::subjects;
use microloss::{EntropyBonus, GradientBound, Loss, LossKind, Reduction, Task, recommend};
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

#[test]
fn every_loss_has_a_kind_and_every_kind_a_loss() {
    // Names that begin with a small letter are functions.
    let names = subjects().into_iter().map(|subject| subject.name);
    let examined: BTreeSet<&str> = names.filter(|name| name.starts_with(char::is_uppercase)).collect();
    let known: BTreeSet<&str> = LossKind::ALL.iter().map(|kind| kind.name()).collect();
    let unexamined: Vec<_> = known.difference(&examined).collect();
    assert!(unexamined.is_empty(), "no subject in tests/suite/families: {unexamined:?}");
    let unknown: Vec<_> = examined.difference(&known).collect();
    assert!(unknown.is_empty(), "no entry in the `…_losses!` of a family's file in src: {unknown:?}");
    assert_eq!(known.len(), LossKind::ALL.len());
}

#[test]
fn every_leaf_of_the_tree() {
    use Task::*;
    let tree = include_str!("../../src/guide.rs");
    let leaves = [
        Regression,
        MedianRegression,
        RobustRegression,
        TolerantRegression,
        Angle,
        Percentile,
        SmoothRegression,
        UncertainRegression,
        Counts,
        PositiveNumbers,
        Labels,
        Classes,
        RareLabels,
        RareClasses,
        MaximumMargin,
        CheapLabels,
        NoisyLabels,
        Ranks,
        Probabilities,
        UnequalCosts,
        Teacher,
        Region,
        Sequence,
        Boxes,
        Pairs,
        Triplets,
        Batch,
        Enrolment,
        AutoEncoder,
        Adversary,
        Denoising,
        RewardModel,
        Rewards,
        Comparisons,
    ];
    // The page has the same leaves in the same order, each a link to its loss.
    let drawn: Vec<&str> = tree
        .lines()
        .filter(|line| line.starts_with("//!"))
        .filter_map(|line| line.split("→ ").nth(1))
        .collect();
    let links = leaves.map(|task| recommend(task).name()).map(|name| format!("[`{name}`](crate::{name})"));
    assert_eq!(drawn, links);
    // Each has a reason, on the line below it.
    let lines: Vec<&str> = tree.lines().collect();
    let bare: Vec<_> = lines
        .windows(2)
        .filter(|pair| pair[0].contains("→ [`") && !pair[1].starts_with("//!     ("))
        .map(|pair| pair[0])
        .collect();
    assert!(bare.is_empty(), "leaves without a reason below them: {bare:#?}");
}

/// A convex loss lies below its chords. A gradient with a constant bound keeps it.
#[test]
fn shapes_are_what_they_are_said_to_be() {
    let mut wrong = BTreeSet::new();
    for subject in subjects() {
        // Functions are not losses.
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

/// The gradient of an entropy grows with the number of classes: here one of 100 has half the probability.
#[test]
fn no_constant_bounds_the_gradient_of_an_entropy() {
    let mut row = [[0.0; 100]];
    row[0][0] = 99.0_f32.ln();
    EntropyBonus::new().value_and_gradient_in_place(&mut row, &[()], Reduction::Sum).unwrap();
    assert!(row[0][0] > 1.1, "{}", row[0][0]);
    assert_eq!(LossKind::EntropyBonus.properties().gradient, GradientBound::Parameter);
}

/// The aliases of every public item below a folder, by its name. They stand before `pub use` or before the item itself.
fn aliases(folder: &Path, found: &mut BTreeMap<String, BTreeSet<String>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            aliases(&path, found);
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for attribute in source.split("#[doc(alias(").skip(1) {
            let (aliases, rest) = attribute.split_once("))]").unwrap();
            let item = rest.lines().find_map(|line| line.trim_start().strip_prefix("pub ")).unwrap();
            let item = item.strip_prefix("use ").map_or(item, |path| path.rsplit("::").next().unwrap());
            let mut words = item.split(|c: char| !c.is_alphanumeric() && c != '_');
            let name = words.find(|word| !["const", "struct", "fn"].contains(word)).unwrap();
            let names = found.entry(name.to_string()).or_default();
            names.extend(aliases.split('"').skip(1).step_by(2).map(str::to_string));
        }
    }
}

/// Every name of the tables is an alias of the item beside it. `tests/search.sh` looks it up in the search index itself.
#[test]
fn every_name_from_elsewhere_can_be_searched() {
    let mut known = BTreeMap::new();
    aliases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut known);
    let page = include_str!("../../src/guide/coming_from.rs");
    let tables = page.split_once("# PyTorch").unwrap().1;
    let mut names = 0;
    for row in tables.lines().filter(|line| line.starts_with("//! | `") && line.contains("(crate::")) {
        let here = row.split("[`").nth(1).unwrap().split('`').next().unwrap();
        for name in row.split(" | ").nth(1).unwrap().split('`').skip(1).step_by(2) {
            names += 1;
            let searchable = name.eq_ignore_ascii_case(here)
                || known.get(here).is_some_and(|aliases| aliases.contains(name));
            assert!(searchable, "{name} is not an alias of {here}: add it to its `pub use` in src");
        }
    }
    assert!(names > 90, "the tables were not read: {names} names");
}
