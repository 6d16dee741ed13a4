//! The hard cases: inputs at which `f32` arithmetic goes wrong, and the exact results to 25 digits.
//!
//! `tests/hard/make.py` computed them and wrote `tests/hard/cases.txt`. They share neither code nor references with the suite, only
//! the budgets, which are those of the precision table.
#![cfg(not(feature = "micromath"))]

#[path = "../published/evaluate.rs"]
mod evaluate;

use crate::families::subjects;
use crate::subject::{Figure, Subject};
use evaluate::{Vector, evaluate, words};
use microloss::LossKind;
use std::collections::{BTreeMap, BTreeSet};

const CASES: &str = include_str!("../hard/cases.txt");

/// The allowed error of a number that is smaller than its rounding errors, in ULP of the latter.
const CANCELLING: f64 = 4.0;

/// A number, or `number@size`: ULP are counted of the size.
fn figure(word: &str) -> Figure {
    let number = |text: &str| text.parse::<f64>().unwrap_or_else(|_| panic!("{text} is no number"));
    let (exact, size) = word.split_once('@').unwrap_or((word, "0"));
    Figure { scale: number(size), ..number(exact).into() }
}

/// The error of a number, as a multiple of the allowed one.
fn excess(figure: &Figure, computed: f32, budget: f64) -> f64 {
    if (figure.exact as f32).is_infinite() {
        return if computed == figure.exact as f32 { 0.0 } else { f64::INFINITY };
    }
    let ulps = figure.ulps(computed);
    // A budget of 0 is of something exact.
    if ulps == 0.0 { 0.0 } else { ulps / if figure.is_plain() { budget } else { budget.max(CANCELLING) } }
}

#[test]
fn every_hard_case_is_within_its_budget() {
    let subjects = subjects();
    let (mut count, mut failed) = (BTreeMap::new(), Vec::new());
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let case = Vector::parse(line);
        let title = line.split(" | ").next().unwrap();
        let subject = subjects.iter().find(|subject| subject.title() == title);
        let Subject { budget, .. } = subject.unwrap_or_else(|| panic!("no such subject: {line}"));
        let outcome = evaluate(&case);
        for (what, exact, computed, budget) in [
            ("value", case.value, outcome.value, budget.0),
            ("gradient", case.gradient, outcome.gradient, budget.1),
        ] {
            let exact: Vec<Figure> = words(exact).map(figure).collect();
            assert_eq!(exact.len(), computed.len(), "{line}");
            for (i, (exact, computed)) in exact.iter().zip(computed).enumerate() {
                let excess = excess(exact, computed, budget);
                if excess > 1.0 || excess.is_nan() {
                    let ulps = exact.ulps(computed);
                    failed.push(format!("{what} {i}: {computed:e}, {ulps:.2} ULP of {budget} in: {line}"));
                }
            }
        }
        *count.entry(case.loss).or_insert(0) += 1;
    }
    assert!(failed.is_empty(), "{} failed\n{}", failed.len(), failed.join("\n"));
    let kinds = LossKind::ALL.iter().map(|kind| kind.name());
    let names: BTreeSet<&str> = subjects.iter().map(|subject| subject.name).chain(kinds).collect();
    for name in names {
        let cases = count.get(name).copied().unwrap_or(0);
        assert!(cases >= 8, "{name} has {cases} of 8 hard cases: add them in tests/hard/*.py");
    }
    let all: u32 = count.values().sum();
    let announced = CASES.lines().find_map(|line| line.strip_prefix("# cases: "));
    assert_eq!(announced, Some(all.to_string().as_str()));
    for page in [include_str!("../../README.md"), include_str!("../../src/guide/accuracy.rs")] {
        assert!(
            page.contains(&format!("{all} hard cases")),
            "README or guide::accuracy count otherwise than {all}"
        );
    }
}
