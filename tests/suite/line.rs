//! Every loss of one number, along the whole line of predictions: value and slope within the budgets of the precision table, and
//! no false 0, no negative loss, no NaN from a finite number.
//!
//! `MICROLOSS_EXHAUSTIVE=1 cargo test --release --test suite line -- --nocapture` tries all 2³² predictions of each.
#![cfg(not(feature = "micromath"))]

use crate::draw::line;
use crate::families::binary::{focal_of_side, hinge_of_side};
use crate::families::policy::k3;
use crate::families::regression::{huber, ln_cosh, pinball, pseudo_huber, sign};
use crate::families::{sigmoid, softplus, subjects};
use crate::subject::Figure;
use microloss::{
    AbsoluteError, BernoulliNll, Gan, GanDiscriminator, GanGenerator, Hinge, HingeEmbedding, Huber,
    KlEstimator, KlPenalty, LogCosh, LossAverseAbsoluteError, LossAverseSquaredError, PoissonNll,
    PseudoHuber, Quantile, Rowwise, SigmoidCrossEntropy, SigmoidFocal, SmoothL1, SquaredError, SquaredHinge,
};

/// What must not happen, and how often it did.
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
        // Beyond the largest number the next one would be 2¹²⁸.
        let limit = 2f64.powi(128);
        let exact = Figure { exact: figure.exact.clamp(-limit, limit), ..*figure };
        if f64::from(f32::MIN_POSITIVE) > exact.exact.abs() {
            return;
        }
        faults.false_zeros += u32::from(computed == 0.0 && exact.is_plain());
        let ulps = if computed.is_infinite() {
            (limit.copysign(f64::from(computed)) - exact.exact).abs() / 2f64.powi(104)
        } else {
            exact.ulps(computed)
        };
        if ulps > self.ulps {
            *self = Self { ulps, at };
        }
    }
}

/// Tries a loss with one target. `exact` gives value and slope of a prediction.
fn check<L: Rowwise<Row = f32>>(
    title: (&str, &str),
    loss: &L,
    target: &L::Target,
    exact: impl Fn(f64) -> (Figure, Figure),
) {
    let subjects = subjects();
    let subject = subjects.iter().find(|subject| (subject.name, subject.variant) == title).unwrap();
    // Probabilities end at 1.
    let domain = if title.0 == "BernoulliNll" { 0.0..=1.0 } else { f32::MIN..=f32::MAX };
    let (mut value, mut slope, mut faults) = (Worst::default(), Worst::default(), Faults::default());
    for x in line() {
        if x.is_nan() {
            let mut row = x;
            let term = loss.term_and_gradient(&mut row, target, 1.0);
            assert!(term.is_nan() && row.is_nan(), "{title:?} of NaN");
        }
        if !domain.contains(&x) {
            continue;
        }
        let mut row = x;
        let term = loss.term_and_gradient(&mut row, target, 1.0);
        faults.not_a_number += u32::from(term.is_nan() || row.is_nan());
        faults.negative += u32::from(subject.nonnegative && term < 0.0);
        let (exact_value, exact_slope) = exact(f64::from(x));
        value.see(&exact_value, term, x, &mut faults);
        slope.see(&exact_slope, row, x, &mut faults);
    }
    let (name, variant) = title;
    println!(
        "| {name} | {variant} | {:.2} at {:e} | {} | {:.2} at {:e} | {} |",
        value.ulps, value.at, subject.budget.0, slope.ulps, slope.at, subject.budget.1
    );
    assert_eq!(faults, Faults::default(), "{title:?}");
    assert!(value.ulps <= subject.budget.0, "{title:?}: value");
    assert!(slope.ulps <= subject.budget.1, "{title:?}: slope");
}

fn plain((value, slope): (f64, f64)) -> (Figure, Figure) {
    (value.into(), slope.into())
}

/// A loss of d = p − t, for the targets 0 and 1.
fn of_error<L: Rowwise<Row = f32, Target = f32>>(name: &str, loss: &L, exact: impl Fn(f64) -> (f64, f64)) {
    for target in [0.0, 1.0] {
        check((name, ""), loss, &target, |x| plain(exact(x - f64::from(target))));
    }
}

#[test]
fn errors() {
    of_error("SquaredError", &SquaredError::new(), |r| (r * r, 2.0 * r));
    of_error("AbsoluteError", &AbsoluteError::new(), |r| (r.abs(), sign(r)));
    of_error("LossAverseSquaredError", &LossAverseSquaredError::new(2.25), |r| {
        let weight = if r > 0.0 { 2.25 } else { 1.0 };
        (weight * r * r, 2.0 * weight * r)
    });
    of_error("LossAverseAbsoluteError", &LossAverseAbsoluteError::new(2.25), |r| {
        let weight = if r > 0.0 { 2.25 } else { 1.0 };
        (weight * r.abs(), weight * sign(r))
    });
    let tau = 0.9_f32;
    of_error("Quantile", &Quantile::new(tau), |r| pinball(r, f64::from(tau)));
}

#[test]
fn robust_errors() {
    let delta = 1.345_f32;
    let threshold = f64::from(delta);
    of_error("Huber", &Huber::new(delta), |r| huber(r, threshold));
    of_error("SmoothL1", &SmoothL1::new(delta), |r| {
        let (value, slope) = huber(r, threshold);
        (value / threshold, slope / threshold)
    });
    of_error("PseudoHuber", &PseudoHuber::new(1.0), |r| pseudo_huber(r, 1.0));
    of_error("PseudoHuber", &PseudoHuber::new(delta), |r| pseudo_huber(r, threshold));
}

#[test]
fn log_cosh() {
    of_error("LogCosh", &LogCosh::new(), |r| (ln_cosh(r), r.tanh()));
}

/// The side of a label: 1 for 1, −1 for 0.
fn side(label: f32) -> f64 {
    if label == 1.0 { 1.0 } else { -1.0 }
}

#[test]
fn sigmoid_cross_entropy() {
    for y in [0.0, 1.0] {
        let (loss, s) = (SigmoidCrossEntropy::new(), side(y));
        let exact = |x: f64| plain((softplus(-s * x), -s * sigmoid(-s * x)));
        check(("SigmoidCrossEntropy", "hard labels"), &loss, &y, exact);
    }
}

#[test]
fn sigmoid_focal() {
    for gamma in [0.5_f32, 2.0] {
        for y in [0.0, 1.0] {
            let s = side(y);
            check(("SigmoidFocal", ""), &SigmoidFocal::new(gamma), &y, |x| {
                let (value, slope) = focal_of_side(s * x, f64::from(gamma));
                plain((value, s * slope))
            });
        }
    }
}

#[test]
fn hinges() {
    for y in [-1.0, 1.0] {
        let of_side = |squared| move |x: f64| plain(hinge_of_side(x, f64::from(y), squared));
        check(("Hinge", ""), &Hinge::new(), &y, of_side(false));
        check(("SquaredHinge", ""), &SquaredHinge::new(), &y, of_side(true));
        check(("HingeEmbedding", ""), &HingeEmbedding::new(1.0), &y, |x| match y > 0.0 {
            true => plain((x, 1.0)),
            false => plain(((1.0 - x).max(0.0), if x < 1.0 { -1.0 } else { 0.0 })),
        });
    }
}

#[test]
fn likelihoods() {
    let floor = 1e-12_f32;
    for y in [0.0, 1.0] {
        check(("BernoulliNll", ""), &BernoulliNll::new().with_floor(floor), &y, |p| {
            let (q, complement, f) =
                (if y == 1.0 { p } else { 1.0 - p }, if y == 1.0 { 1.0 - p } else { p }, f64::from(floor));
            let (value, slope) = if q < f {
                ((f - q) / f - f.ln(), -1.0 / f)
            } else {
                (if q > 0.5 { -(-complement).ln_1p() } else { -q.ln() }, -1.0 / q)
            };
            plain((value, side(y) * slope))
        });
    }
    for t in [0.0_f32, 3.0] {
        let count = f64::from(t);
        let exact = |x: f64| (Figure::sum(&[x.exp(), -count * x]), Figure::sum(&[x.exp(), -count]));
        check(("PoissonNll", ""), &PoissonNll::new(), &t, exact);
    }
}

#[test]
fn adversaries() {
    let square = |r: f64| plain((0.5 * r * r, r));
    for real in [false, true] {
        let (goal, s) = if real { (1.0, 1.0) } else { (0.0, -1.0) };
        let game = |gan| GanDiscriminator::new(gan);
        let logistic = |x: f64| plain((softplus(-s * x), -s * sigmoid(-s * x)));
        check(("GanDiscriminator", "minimax, non-saturating"), &game(Gan::Minimax), &real, logistic);
        check(("GanDiscriminator", "least squares"), &game(Gan::LeastSquares), &real, |x| square(x - goal));
        check(("GanDiscriminator", "hinge"), &game(Gan::Hinge), &real, |x| plain(hinge_of_side(x, s, false)));
    }
    let game = |gan| GanGenerator::new(gan);
    check(("GanGenerator", "minimax"), &game(Gan::Minimax), &(), |x| plain((-softplus(x), -sigmoid(x))));
    let exact = |x: f64| plain((softplus(-x), -sigmoid(-x)));
    check(("GanGenerator", "non-saturating"), &game(Gan::NonSaturating), &(), exact);
    check(("GanGenerator", "least squares"), &game(Gan::LeastSquares), &(), |x| square(x - 1.0));
    check(("GanGenerator", "hinge, Wasserstein"), &game(Gan::Hinge), &(), |x| plain((-x, -1.0)));
}

#[test]
fn kl_penalties() {
    let of = |estimator| KlPenalty::new(estimator);
    check(("KlPenalty", "k1"), &of(KlEstimator::K1), &0.0, |d| plain((d, 1.0)));
    check(("KlPenalty", "k2"), &of(KlEstimator::K2), &0.0, |d| plain((0.5 * d * d, d)));
    check(("KlPenalty", "k3"), &of(KlEstimator::K3), &0.0, |d| plain(k3(d)));
}
