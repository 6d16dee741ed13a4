//! Every loss of one number, along the whole line of predictions: value and slope within the budgets of the precision table, and
//! no false 0, no negative loss, no NaN from a finite number.
//!
//! `MICROLOSS_EXHAUSTIVE=1 cargo test --release --test suite line -- --nocapture` tries all 2³² predictions of each.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode, line};
use crate::extremes::MAY_BE_ABSENT;
use crate::families::regression::{of_error, pseudo_huber};
use crate::families::subjects;
use crate::subject::{Case, Figure, Subject, Sweep};
use microloss::PseudoHuber;
use std::collections::BTreeSet;

/// Settings of a subject: cases with other hyper-parameters or targets, if it has so many.
const SETTINGS: usize = 3;

/// Counts of faults.
#[derive(Debug, Default, PartialEq)]
struct Faults {
    false_zeros: u32,
    negative: u32,
    not_a_number: u32,
}

/// The worst error of value or slope.
#[derive(Clone, Copy, Default)]
struct Worst {
    ulps: f64,
    at: f32,
}

impl Worst {
    fn see(&mut self, figure: &Figure, computed: f32, at: f32, faults: &mut Faults) {
        // The number after the largest would be 2¹²⁸.
        let limit = 2f64.powi(128);
        let exact = Figure { exact: figure.exact.clamp(-limit, limit), ..*figure };
        // A subnormal number has few digits, and so has its product.
        if f64::from(f32::MIN_POSITIVE) > exact.exact.abs() / exact.weight.max(1.0) {
            return;
        }
        faults.false_zeros += u32::from(computed == 0.0 && exact.is_plain());
        let ulps = if computed.is_infinite() {
            (limit.copysign(f64::from(computed)) - exact.exact).abs() / 2f64.powi(104)
        } else {
            exact.ulps(computed) - exact.forgiven
        };
        if ulps > self.ulps {
            *self = Self { ulps, at };
        }
    }
}

/// Different settings of a subject with one input.
fn settings(subject: &Subject) -> Vec<(Case, Sweep)> {
    let mut seen = BTreeSet::new();
    let cases = (0..8 * SETTINGS as u64).map(|seed| (subject.draw)(&mut Draw::new(seed, Mode::Whole)));
    let cases = cases.filter_map(|mut case| case.sweep.take().map(|sweep| (case, sweep)));
    cases.filter(|(case, _)| seen.insert(case.describe.as_ref().unwrap()())).take(SETTINGS).collect()
}

/// Tries every prediction of one setting.
fn check(subject: &Subject, case: &Case, sweep: &Sweep) {
    let title = format!("{}: {}", subject.title(), case.describe.as_ref().unwrap()());
    let (low, high) = case.domain;
    let (mut value, mut slope, mut faults) = (Worst::default(), Worst::default(), Faults::default());
    for x in line() {
        if x.is_nan() && !MAY_BE_ABSENT.contains(&subject.name) {
            let (term, derivative) = sweep(x);
            assert!(term.is_nan() && derivative.is_nan(), "{title}: of NaN");
        }
        if !(low..=high).contains(&x) {
            continue;
        }
        let (term, derivative) = sweep(x);
        faults.not_a_number += u32::from(term.is_nan() || derivative.is_nan());
        faults.negative += u32::from(subject.nonnegative && term < 0.0);
        let exact = (case.exact)(&[f64::from(x)]);
        value.see(&exact.value, term, x, &mut faults);
        slope.see(&exact.gradient[0], derivative, x, &mut faults);
    }
    println!(
        "| {title} | {:.2} at {:e} | {} | {:.2} at {:e} | {} |",
        value.ulps, value.at, subject.budget.0, slope.ulps, slope.at, subject.budget.1
    );
    assert_eq!(faults, Faults::default(), "{title}");
    assert!(value.ulps <= subject.budget.0, "{title}: value, {:.2} ULP at {:e}", value.ulps, value.at);
    assert!(slope.ulps <= subject.budget.1, "{title}: slope, {:.2} ULP at {:e}", slope.ulps, slope.at);
}

macro_rules! elementwise_names {
    ($($kind:ident $name:ident($row:ident, $target:ident) = $loss:expr;)*) => {
        [$((stringify!($kind), stringify!($name))),*].into_iter().filter(|(kind, _)| *kind == "elementwise")
    };
}

#[test]
fn every_loss_of_one_number() {
    let mut tried = BTreeSet::new();
    for subject in subjects() {
        for (case, sweep) in settings(&subject) {
            check(&subject, &case, &sweep);
            tried.insert(subject.name);
        }
    }
    let names = microloss::for_each_loss!(typical elementwise_names).map(|(_, name)| name);
    let missing: Vec<&str> = names.filter(|name| !tried.contains(name)).collect();
    assert!(missing.is_empty(), "no subject with one input in tests/suite/families: {missing:?}");
}

/// A threshold of 1 divides by nothing.
#[test]
fn pseudo_huber_of_threshold_1() {
    let subject = subjects().into_iter().find(|subject| subject.name == "PseudoHuber").unwrap();
    for target in [0.0, 1.0] {
        let mut case = of_error(PseudoHuber::new(1.0), 0.0, target, |r| pseudo_huber(r, 1.0));
        let sweep = case.sweep.take().unwrap();
        check(&subject, &case, &sweep);
    }
}
