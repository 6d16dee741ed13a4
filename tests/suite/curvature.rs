//! The second derivative of every elementwise loss against differences of its first, which `precision` holds to its reference.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use microloss::*;

/// Half the distance over which slopes are compared: a power of 2, so that it does not round.
const H: f32 = 1.0 / 256.0;

/// Draws a number by its name in the registry. A probability keeps its distance from 0 and 1 if it is a prediction, which moves.
fn drawn(d: &mut Draw, name: &str, is_prediction: bool) -> f32 {
    match name {
        "number" => d.float(),
        "sign" if d.coin() => 1.0,
        "sign" => -1.0,
        "probability" if is_prediction => d.between(0.1, 0.9),
        "probability" => d.probability(),
        _ => panic!("{name}: give it an arm in tests/suite/curvature.rs"),
    }
}

/// Compares at points that no kink is near, and checks that they are many.
fn compare(name: &str, loss: &impl Elementwise, draw: fn(&mut Draw) -> (f32, f32)) {
    let mut d = Draw::new(17, Mode::Realistic);
    let mut compared = 0;
    for _ in 0..2_000 {
        let (p, t) = draw(&mut d);
        // On a grid, so that p ± H is exact.
        let p = (p * 1024.0).round() / 1024.0;
        let slope = |p: f32| f64::from(loss.point(p, t).slope);
        let (left, here, right) = (slope(p - H), slope(p), slope(p + H));
        let (before, after) = ((here - left) / f64::from(H), (right - here) / f64::from(H));
        if (before - after).abs() > 0.05 * (1.0 + before.abs().max(after.abs())) {
            continue;
        }
        compared += 1;
        let (got, expected) = (f64::from(loss.curvature(p, t)), 0.5 * (before + after));
        let allowed = 2e-3 * expected.abs() + 1e-4 * (1.0 + here.abs());
        assert!((got - expected).abs() <= allowed, "{name} at {p}, {t}: {got} for {expected}");
    }
    assert!(compared > 1_500, "{name}: {compared} points");
}

macro_rules! compare_all {
    ($($kind:ident $name:ident($row:ident, $target:ident) = $loss:expr;)*) => {
        $(compare_all!(@$kind $name $row $target $loss);)*
    };
    (@elementwise $name:ident $row:ident $target:ident $loss:expr) => {
        compare(stringify!($name), &$loss, |d| {
            (drawn(d, stringify!($row), true), drawn(d, stringify!($target), false))
        });
    };
    (@$kind:ident $($rest:tt)*) => {};
}

#[test]
fn curvature_is_the_derivative_of_the_slope() {
    microloss::for_each_loss!(typical compare_all);
}

#[test]
fn curvature_of_other_settings() {
    let label = |d: &mut Draw| (d.float(), d.probability());
    let weighted = SigmoidCrossEntropy::new().with_positive_weight(3.0).with_label_smoothing(0.1);
    compare("SigmoidCrossEntropy", &weighted, label);
    for gamma in [0.0, 0.5, 2.0, 5.0] {
        compare("SigmoidFocal", &SigmoidFocal::new(gamma), label);
        compare("SigmoidFocal", &SigmoidFocal::new(gamma).with_alpha(0.25), label);
    }
    compare("SquaredHinge", &SquaredHinge::new(), |d| (d.float(), 0.5 * drawn(d, "sign", false)));
    let probability = |d: &mut Draw| (drawn(d, "probability", true), d.probability());
    compare("BernoulliNll", &BernoulliNll::new().with_floor(0.2), probability);
    compare("PoissonNll", &PoissonNll::new(), |d| (d.float(), d.below(5) as f32));
    for estimator in [KlEstimator::K1, KlEstimator::K2, KlEstimator::K3] {
        compare("KlPenalty", &KlPenalty::new(estimator), |d| (d.float(), d.float()));
        compare("KlPenalty", &KlPenalty::new(estimator), |d| (d.float(), 20.0 + d.float()));
    }
}

/// The second derivative is a number far out too, and with hyper-parameters far out.
#[test]
fn curvature_at_the_ends_of_the_line() {
    for gamma in [0.0, 2.0, 1e20, f32::MAX] {
        for x in [0.0, -82.0, 82.0, -104.0, 1e38, f32::MIN] {
            for y in [0.0, 0.5, 1.0] {
                let curvature = SigmoidFocal::new(gamma).curvature(x, y);
                assert!(curvature.is_finite(), "γ = {gamma:e} at {x}, {y}: {curvature}");
            }
        }
    }
}
