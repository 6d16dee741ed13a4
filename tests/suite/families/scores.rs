//! References of the Brier score, of ordinal ranks, and of the focal loss of soft labels.

use super::classification::{miss, negative_log_probability, probability};
use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{Coral, SoftmaxBrier, SoftmaxFocalDense};

/// Classes, or thresholds, in the drawn cases.
const K: usize = 5;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("SoftmaxBrier", "", (7.0, 13.0), brier),
        subject("Coral", "", (4.0, 4.0), coral),
        subject("SoftmaxFocalDense", "γ to 3", (16.0, 16.0), |d| focal(d, &[0.0, 0.5, 1.0, 2.0, 3.0])),
        subject("SoftmaxFocalDense", "γ = 5", (28.0, 28.0), |d| focal(d, &[5.0])),
    ]
}

fn brier(d: &mut Draw) -> Case {
    let label = d.below(K) as u8;
    Case::of_row(SoftmaxBrier::new(), d.floats::<K>(), label, |x, y| {
        let y = usize::from(*y);
        let p: Vec<f64> = (0..K).map(|k| probability(x, k)).collect();
        let g = |k: usize| if k == y { -miss(x, y) } else { p[k] };
        let value: f64 = (0..K).map(|k| g(k) * g(k)).sum();
        let slope = |j: usize| {
            let others = (0..K).filter(|k| *k != j);
            let parts = others.flat_map(|k| [2.0 * p[j] * p[k] * g(j), -2.0 * p[j] * p[k] * g(k)]);
            // A probability may be subnormal and the slope not.
            Figure::sum(&parts.collect::<Vec<_>>()).weighing(4.0)
        };
        Exact { value: Figure::from(value).weighing(K as f64), gradient: (0..K).map(slope).collect() }
    })
}

fn coral(d: &mut Draw) -> Case {
    static IMPORTANCE: [f32; K] = [1.0, 0.5, 0.0, 3.25, 100.0];
    let rank = d.below(K + 1);
    let weighted = d.coin();
    let exact = move |x: &[f64], rank: &usize| {
        let (mut value, mut gradient) = (0.0, Vec::new());
        for k in 0..K {
            let weight = if weighted { f64::from(IMPORTANCE[k]) } else { 1.0 };
            let above = k < *rank;
            value += weight * softplus(if above { -x[k] } else { x[k] });
            let slope = if above { -sigmoid(-x[k]) } else { sigmoid(x[k]) };
            gradient.push(Figure::from(weight * slope).weighing(weight));
        }
        Exact { value: Figure::from(value).weighing(100.0), gradient }
    };
    let row = d.floats::<K>();
    if weighted {
        Case::of_row(Coral::new().with_importance(&IMPORTANCE), row, rank, exact)
    } else {
        Case::of_row(Coral::new(), row, rank, exact)
    }
}

fn focal(d: &mut Draw, gammas: &[f32]) -> Case {
    static ALPHA: [f32; K] = [1.0, 0.5, 2.0, 0.0, 3.25];
    let gamma = d.pick(gammas);
    let smoothing = d.pick(&[0.0, 0.0, 0.1, 1.0]);
    let mut target = [0.0; K];
    if d.coin() {
        target[d.below(K)] = 1.0;
    } else {
        target = core::array::from_fn(|_| d.unit() / K as f32);
    }
    let weighted = d.coin();
    let exact = move |x: &[f64], t: &[f32; K]| {
        let (gamma, epsilon) = (f64::from(gamma), f64::from(smoothing));
        let (mut value, mut slopes) = (0.0, [0.0; K]);
        for k in 0..K {
            let alpha = if weighted { f64::from(ALPHA[k]) } else { 1.0 };
            let share = alpha * ((1.0 - epsilon) * f64::from(t[k]) + epsilon / K as f64);
            let (loss, q, p) = (negative_log_probability(x, k), miss(x, k), probability(x, k));
            let focus = if gamma == 0.0 { 1.0 } else { q.powf(gamma) };
            let ratio = if q < 1e-300 { 1.0 } else { loss / q };
            if share > 0.0 {
                value += share * focus * loss;
                slopes[k] = share * focus * (1.0 + gamma * p * ratio);
            }
        }
        let gradient = (0..K).map(|j| {
            let others: f64 = (0..K).filter(|k| *k != j).map(|k| slopes[k]).sum();
            Figure::sum(&[probability(x, j) * others, -slopes[j] * miss(x, j)]).weighing(4.0)
        });
        Exact { value: Figure::from(value).weighing(4.0), gradient: gradient.collect() }
    };
    let (loss, row) = (SoftmaxFocalDense::new(gamma).with_label_smoothing(smoothing), d.floats::<K>());
    if weighted {
        Case::of_row(loss.with_alpha(&ALPHA), row, target, exact)
    } else {
        Case::of_row(loss, row, target, exact)
    }
}
