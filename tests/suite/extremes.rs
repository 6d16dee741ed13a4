//! Inputs from the ends of the number line, for every listed loss.

use crate::draw::{Draw, Mode, cases};
use crate::families::subjects;
use crate::subject::{Figure, Outcome, Subject, bits};
use std::collections::BTreeMap;

const SPECIAL: [f32; 20] = [
    0.0,
    -0.0,
    f32::MIN_POSITIVE,
    -1e-45,
    1e-45,
    1.0,
    -1.0,
    88.7,
    -88.7,
    104.0,
    -104.0,
    1e10,
    -1e10,
    1e19,
    -1e19,
    1e38,
    f32::MAX,
    f32::MIN,
    f32::EPSILON,
    16.7,
];

#[test]
fn finite_inputs_never_give_nan() {
    for subject in subjects() {
        for seed in 0..cases() {
            let mut draw = Draw::new(seed, Mode::Bits);
            let mut case = (subject.draw)(&mut draw);
            // Half of the cases: any bits; the other half: special values among realistic ones.
            if seed % 2 == 0 {
                draw.mode = Mode::Realistic;
                for input in case.extreme_inputs() {
                    *input = if draw.coin() { draw.pick(&SPECIAL) } else { draw.float() };
                }
            }
            let (low, high) = case.domain;
            for input in case.extreme_inputs() {
                *input = input.max(low).min(high);
            }
            let got = (case.run)(&case.inputs);
            let at = || format!("{} {} at {:?}", subject.name, subject.variant, case.inputs);
            assert!(!got.value.is_nan(), "{}: {got:?}", at());
            assert!(!got.gradient.iter().any(|g| g.is_nan()), "{}: {got:?}", at());
            assert!(!subject.nonnegative || got.value >= 0.0, "{}: {got:?}", at());
        }
    }
}

const ON_THE_WAY: &str = "a sum or a difference on the way overflows: guide::conventions";

/// Losses that may be +∞ before the exact number is, and why.
const MAY_OVERFLOW: &[(&str, &str)] = &[
    ("Distillation", "logits over the temperature overflow: documented"),
    ("Elbo", ON_THE_WAY),
    ("GaussianKlBetween", ON_THE_WAY),
    ("GeneralRobust", "d overflows: documented"),
    ("Huber", "d = p − t overflows: documented"),
    ("InfoNce", ON_THE_WAY),
    ("Ipo", "the reference loses every digit of a difference of differences"),
    ("LossAverseAbsoluteError", "d overflows: documented"),
    ("LossAverseSquaredError", "d overflows: documented"),
    ("MultiLabelMargin", ON_THE_WAY),
    ("NtXent", ON_THE_WAY),
    ("PoissonNll", "the rate overflows: documented"),
    ("PseudoHuber", "d overflows: documented"),
    ("Quantile", "d overflows: documented"),
    ("Quantiles", "a difference overflows: documented"),
    ("Reinforce", ON_THE_WAY),
    ("SoftmaxCrossEntropy", ON_THE_WAY),
    ("SoftmaxCrossEntropyDense", ON_THE_WAY),
    ("SoftmaxFocal", ON_THE_WAY),
    ("SoftmaxFocalDense", ON_THE_WAY),
    ("SoftmaxKl", ON_THE_WAY),
    ("Triplet", ON_THE_WAY),
    ("WestonWatkinsHinge", ON_THE_WAY),
];

/// True if a number is infinite although the exact one, and its largest term, are clearly not.
fn is_false_infinity(got: f32, exact: &Figure) -> bool {
    got.is_infinite() && exact.exact.abs().max(exact.scale) < 0.999 * f64::from(f32::MAX)
}

/// Extreme numbers among inputs and targets alike: no NaN, and no false infinity, but in the gradient of a loss that overflows itself.
#[test]
fn extreme_pairs() {
    let mut faults = BTreeMap::new();
    for subject in subjects() {
        for seed in 0..cases() {
            let mut case = (subject.draw)(&mut Draw::new(seed, Mode::Extreme));
            let (low, high) = case.domain;
            for input in case.extreme_inputs() {
                *input = input.max(low).min(high);
            }
            let got = (case.run)(&case.inputs);
            let exact = (case.exact)(&case.inputs.iter().map(|x| f64::from(*x)).collect::<Vec<_>>());
            let slopes = || got.gradient.iter().zip(&exact.gradient);
            let may_overflow = MAY_OVERFLOW.iter().any(|(name, _)| *name == subject.name);
            let is_finite = exact.value.exact.abs() <= f64::from(f32::MAX);
            let kind = if got.value.is_nan() || got.gradient.iter().any(|g| g.is_nan()) {
                "NaN"
            } else if subject.nonnegative && got.value < 0.0 {
                "negative"
            } else if is_false_infinity(got.value, &exact.value) && !may_overflow {
                "false infinity"
            } else if slopes().any(|(got, exact)| is_false_infinity(*got, exact))
                && is_finite
                && !may_overflow
            {
                "false infinity in the gradient"
            } else {
                continue;
            };
            let target = case.describe.as_ref().map_or(String::new(), |describe| describe());
            faults.entry((subject.title(), kind)).or_insert_with(|| {
                format!("{} {kind}: {:?} | {target}: {got:?} for {exact:?}", subject.title(), case.inputs)
            });
        }
    }
    assert!(faults.is_empty(), "{:#?}", faults.values());
}

/// Losses that refuse a NaN prediction: their predictions are probabilities.
const OF_PROBABILITIES: [&str; 5] =
    ["BernoulliNll", "CategoricalNll", "JensenShannon", "KlDivergence", "Tversky"];

/// Losses that may give a row, or a class of it, no weight: it is absent then, whatever it holds.
pub const MAY_BE_ABSENT: [&str; 7] = [
    "MultiLabelMargin",
    "SequenceLogProbability",
    "SigmoidFocal",
    "SigmoidTversky",
    "SoftmaxCrossEntropy",
    "SoftmaxFocal",
    "WestonWatkinsHinge",
];

fn takes_any_number() -> impl Iterator<Item = Subject> {
    subjects().into_iter().filter(|subject| !OF_PROBABILITIES.contains(&subject.name))
}

#[test]
fn nan_flows_through() {
    for subject in takes_any_number() {
        for seed in 0..200 {
            let case = (subject.draw)(&mut Draw::new(seed, Mode::Realistic));
            let before = (case.run)(&case.inputs);
            for at in 0..case.inputs.len() - case.parameters {
                for nan in [f32::NAN, -f32::NAN, f32::from_bits(0x7F80_0001), f32::from_bits(0xFFC1_2345)] {
                    let mut inputs = case.inputs.clone();
                    inputs[at] = nan;
                    let got = (case.run)(&inputs);
                    let name = (subject.name, subject.variant);
                    if before.gradient[at] == 0.0 && !got.value.is_nan() {
                        assert!(MAY_BE_ABSENT.contains(&subject.name), "{name:?} lost NaN in {at}: {got:?}");
                        continue;
                    }
                    assert_eq!(got.value.to_bits(), f32::NAN.to_bits(), "{name:?} with NaN in {at}: {got:?}");
                    for slope in got.gradient.iter().filter(|slope| slope.is_nan()) {
                        assert_eq!(slope.to_bits(), f32::NAN.to_bits(), "{name:?}: {got:?}");
                    }
                    assert!(got.gradient[at].is_nan(), "{name:?} with NaN in {at}: {got:?}");
                }
            }
        }
    }
}

/// Every NaN that a loss returns is `f32::NAN` if each input is one of `choices`, which may contain the input drawn. `expected`
/// checks an outcome further, and is told its case.
fn canonical<const N: usize>(choices: impl Fn(f32) -> [f32; N], expected: impl Fn(&Outcome, &str)) {
    for subject in takes_any_number() {
        for seed in 0..2_000 {
            let mut draw = Draw::new(seed, Mode::Realistic);
            let mut case = (subject.draw)(&mut draw);
            for input in case.extreme_inputs() {
                *input = draw.pick(&choices(*input));
            }
            let got = (case.run)(&case.inputs);
            let at = format!("{} {} at {:?}: {got:?}", subject.name, subject.variant, case.inputs);
            for x in got.gradient.iter().chain([&got.value]).filter(|x| x.is_nan()) {
                assert_eq!(bits(&[*x]), bits(&[f32::NAN]), "{at}");
            }
            expected(&got, &at);
        }
    }
}

#[test]
fn infinite_inputs_give_canonical_results() {
    let choices = |input| [f32::INFINITY, f32::NEG_INFINITY, input, input];
    canonical(choices, |got, at| {
        if got.gradient.iter().any(|g| g.is_nan()) {
            assert!(got.value.is_nan(), "NaN gradient of a loss that is none: {at}");
        }
    });
}

/// Every NaN is canonical beyond the domain too: there the value may be infinite and a gradient NaN.
#[test]
fn every_nan_is_canonical_outside_the_domain() {
    canonical(|input| [2e38, -2e38, -f32::NAN, input, input, input], |_, _| {});
}
