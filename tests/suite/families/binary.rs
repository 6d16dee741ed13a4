//! References of the binary losses.

use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{
    BernoulliNll, Elementwise, Hinge, ModifiedHuber, PerOutput, Perceptron, SigmoidCrossEntropy,
    SigmoidFocal, Smoothed, SmoothedHinge, SquaredHinge,
};

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("SigmoidCrossEntropy", "hard labels", (2.0, 2.5), |d| {
            let y = d.pick(&[0.0, 1.0]);
            cross_entropy(SigmoidCrossEntropy::new(), d.float(), y, 1.0, 0.0)
        }),
        subject("SigmoidCrossEntropy", "soft labels", (2.5, 3.5), |d| {
            let y = d.unit();
            cross_entropy(SigmoidCrossEntropy::new(), d.float(), y, 1.0, 0.0)
        }),
        subject("SigmoidCrossEntropy", "weight, smoothing", (5.0, 6.0), |d| {
            let (w, e) = (d.pick(&[0.0, 0.5, 3.0, 2500.0]), d.pick(&[0.0, 1e-6, 0.1, 1.0]));
            let loss = SigmoidCrossEntropy::new().with_positive_weight(w).with_label_smoothing(e);
            let y = d.probability();
            cross_entropy(loss, d.float(), y, f64::from(w), f64::from(e))
        }),
        subject("SigmoidFocal", "", (8.0, 8.0), |d| focal(d, Labels::Hard)),
        subject("SigmoidCrossEntropy", "per output", (5.0, 6.0), per_output),
        subject("SigmoidFocal", "smoothed", (8.0, 8.0), |d| focal(d, Labels::Smoothed)),
        subject("SigmoidFocal", "soft labels", (8.0, 10.0), |d| focal(d, Labels::Soft)),
        subject("Hinge", "", (1.0, 0.0), |d| hinge(d, false)),
        subject("SquaredHinge", "", (2.0, 1.0), |d| hinge(d, true)),
        subject("Perceptron", "", (0.0, 0.0), |d| {
            let y = d.pick(&[-1.0_f32, 1.0]);
            of_side(Perceptron::new(), d.float(), y, |m| if m > 0.0 { (0.0, 0.0) } else { (-m, -1.0) })
        }),
        subject("ModifiedHuber", "", (2.0, 1.0), |d| {
            let y = d.pick(&[-1.0_f32, 1.0]);
            of_side(ModifiedHuber::new(), d.float(), y, |m| {
                let q = (1.0 - m).max(0.0);
                if m < -1.0 { (-4.0 * m, -4.0) } else { (q * q, -2.0 * q) }
            })
        }),
        subject("SmoothedHinge", "", (2.5, 2.5), |d| {
            let (y, gamma) = (d.pick(&[-1.0_f32, 1.0]), d.between(0.1, 5.0));
            of_side(SmoothedHinge::new(gamma), d.float(), y, move |m| {
                let (q, g) = ((1.0 - m).max(0.0), f64::from(gamma));
                if q <= g { (q * q / (2.0 * g), -q / g) } else { (q - 0.5 * g, -1.0) }
            })
        }),
        subject("BernoulliNll", "", (1.0, 1.0), |d| {
            let y = d.pick(&[0.0, 1.0]);
            bernoulli(BernoulliNll::new(), d.probability(), y, 1e-12_f32)
        }),
        subject("BernoulliNll", "soft labels, floor", (3.0, 3.0), |d| {
            let y = d.unit();
            let floor = d.pick(&[f32::MIN_POSITIVE, 1e-7, 0.01, 0.5]);
            bernoulli(BernoulliNll::new().with_floor(floor), d.probability(), y, floor)
        }),
    ]
}

fn cross_entropy(loss: SigmoidCrossEntropy, x: f32, y: f32, weight: f64, smoothing: f64) -> Case {
    Case::of_row(loss, x, y, move |x, y| {
        let (x, y) = (x[0], f64::from(*y));
        let negative = (1.0 - y) * (1.0 - smoothing) + 0.5 * smoothing;
        let positive = weight * (y * (1.0 - smoothing) + 0.5 * smoothing);
        let value = positive * softplus(-x) + negative * softplus(x);
        let slope = Figure::sum(&[negative * sigmoid(x), -positive * sigmoid(-x)]).weighing(weight);
        Exact { value: Figure::from(value).weighing(weight), gradient: vec![slope] }
    })
}

/// Three labels with a positive weight and a weight each.
fn per_output(d: &mut Draw) -> Case {
    const K: usize = 3;
    static WEIGHTS: [f32; K] = [1.5, 0.25, 1e-3];
    let positive: [f32; K] = core::array::from_fn(|_| d.pick(&[0.0, 0.5, 3.0, 2500.0]));
    let losses = positive.map(|weight| SigmoidCrossEntropy::new().with_positive_weight(weight));
    let target: [f32; K] = core::array::from_fn(|_| d.probability());
    let weighted = d.coin();
    let exact = move |x: &[f64], y: &[f32; K]| {
        let (mut value, mut gradient) = (0.0, Vec::new());
        for k in 0..K {
            let weight = if weighted { f64::from(WEIGHTS[k]) } else { 1.0 } / K as f64;
            let (yes, no) = (f64::from(positive[k]) * f64::from(y[k]), 1.0 - f64::from(y[k]));
            value += weight * (yes * softplus(-x[k]) + no * softplus(x[k]));
            let slopes = [weight * no * sigmoid(x[k]), -weight * yes * sigmoid(-x[k])];
            gradient.push(Figure::sum(&slopes).weighing(2500.0));
        }
        Exact { value: Figure::from(value).weighing(2500.0), gradient }
    };
    let (loss, row) = (PerOutput::new(losses), d.floats::<K>());
    let case = if weighted {
        Case::of_row(loss.with_weights(&WEIGHTS), row, target, exact)
    } else {
        Case::of_row(loss, row, target, exact)
    };
    // Beyond, a loss of 2500 times the logit overflows, and a third of it does not.
    case.within(-1e35, 1e35)
}

#[derive(Clone, Copy, PartialEq)]
enum Labels {
    Hard,
    Soft,
    Smoothed,
}

fn focal(d: &mut Draw, labels: Labels) -> Case {
    let gamma = d.pick(&[0.0, 0.5, 1.0, 2.0, 3.7, 5.0]);
    let alpha = d.pick(&[None, Some(0.25), Some(0.0), Some(1.0)]);
    let mut loss = SigmoidFocal::new(gamma);
    if let Some(alpha) = alpha {
        loss = loss.with_alpha(alpha);
    }
    let y = if labels == Labels::Soft { d.unit() } else { d.pick(&[0.0, 1.0]) };
    let epsilon = if labels == Labels::Smoothed { d.pick(&[0.0, 1e-6, 0.1, 1.0]) } else { 0.0 };
    let exact = move |x: &[f64], y: &f32| {
        let (y, gamma, epsilon) = (f64::from(*y), f64::from(gamma), f64::from(epsilon));
        let complement = (1.0 - y) * (1.0 - epsilon) + 0.5 * epsilon;
        let y = y * (1.0 - epsilon) + 0.5 * epsilon;
        let (negative, positive) = alpha.map_or((1.0, 1.0), |a| (f64::from(1.0 - a), f64::from(a)));
        let (yes, no) = (focal_of_side(x[0], gamma), focal_of_side(-x[0], gamma));
        let (positive, negative) = (positive * y, negative * complement);
        Exact {
            value: (positive * yes.0 + negative * no.0).into(),
            gradient: vec![Figure::sum(&[positive * yes.1, -negative * no.1])],
        }
    };
    match labels {
        Labels::Smoothed => Case::of_row(Smoothed::new(loss, epsilon), d.float(), y, exact),
        _ => Case::of_row(loss, d.float(), y, exact),
    }
}

/// The focal loss if the true side's logit is u.
pub fn focal_of_side(u: f64, gamma: f64) -> (f64, f64) {
    let q = sigmoid(-u);
    let focus = (-gamma * softplus(u)).exp();
    (focus * softplus(-u), -focus * (q + gamma * sigmoid(u) * softplus(-u)))
}

fn hinge(d: &mut Draw, squared: bool) -> Case {
    let (x, y) = (d.float(), d.pick(&[-1.0f32, 1.0]));
    let exact = move |x: &[f64], y: &f32| {
        let (value, slope) = hinge_of_side(x[0], f64::from(*y), squared);
        Exact { value: value.into(), gradient: vec![slope.into()] }
    };
    if squared {
        Case::of_row(SquaredHinge::new(), x, y, exact)
    } else {
        Case::of_row(Hinge::new(), x, y, exact)
    }
}

/// A case of a loss of the margin m = y·s. `exact` gives its value and slope.
fn of_side<L: Elementwise + core::fmt::Debug + 'static>(
    loss: L,
    score: f32,
    target: f32,
    exact: impl Fn(f64) -> (f64, f64) + 'static,
) -> Case {
    Case::of_row(loss, score, target, move |x, y| {
        let y = f64::from(*y);
        let (value, slope) = exact(x[0] * y);
        Exact { value: value.into(), gradient: vec![(slope * y).into()] }
    })
}

pub fn hinge_of_side(x: f64, y: f64, squared: bool) -> (f64, f64) {
    let shortfall = (1.0 - y * x).max(0.0);
    if squared {
        (shortfall * shortfall, -2.0 * y * shortfall)
    } else {
        (shortfall, if shortfall > 0.0 { -y } else { 0.0 })
    }
}

fn bernoulli(loss: BernoulliNll, p: f32, y: f32, floor: f32) -> Case {
    Case::of_row(loss, p, y, move |p, y| {
        let (p, y, f) = (p[0], f64::from(*y), f64::from(floor));
        let log = |q: f64, complement: f64| {
            if q < f {
                ((f - q) / f - f.ln(), -1.0 / f)
            } else {
                (if q > 0.5 { -(-complement).ln_1p() } else { -q.ln() }, -1.0 / q)
            }
        };
        let (yes, no) = (log(p, 1.0 - p), log(1.0 - p, p));
        Exact {
            value: (y * yes.0 + (1.0 - y) * no.0).into(),
            gradient: vec![Figure::sum(&[y * yes.1, -(1.0 - y) * no.1])],
        }
    })
    .within(0.0, 1.0)
}
