//! References of the multi-class losses.

use super::{ROUNDING, largest};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{
    CrammerSingerHinge, SoftmaxCrossEntropy, SoftmaxCrossEntropyDense, SoftmaxFocal, WestonWatkinsHinge,
};

/// Classes in the drawn cases.
const K: usize = 7;

/// Class weights, for the losses that borrow them.
static WEIGHTS: [f32; K] = [1.0, 0.5, 2.0, 0.0, 3.25, 1.5, 0.125];

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("SoftmaxCrossEntropy", "", (6.0, 6.0), |d| {
            let label = d.below(K) as u8;
            let loss = SoftmaxCrossEntropy::new();
            Case::of_row(loss, d.floats::<K>(), label, |x, y| label_exact(x, usize::from(*y), 1.0, None, 0.0))
        }),
        subject("SoftmaxCrossEntropy", "two classes", (2.5, 3.5), |d| {
            let label = d.below(2);
            let loss = SoftmaxCrossEntropy::new();
            Case::of_row(loss, d.floats::<2>(), label, |x, y| label_exact(x, *y, 1.0, None, 0.0))
        }),
        subject("SoftmaxCrossEntropy", "a temperature that rounds", (6.0, 6.0), |d| {
            let label = d.below(K) as u8;
            let temperature = d.pick(&ROUNDING);
            let loss = SoftmaxCrossEntropy::new().with_temperature(temperature);
            Case::of_row(loss, d.floats::<K>(), label, move |x, y| {
                let temperature = f64::from(temperature);
                let exact = label_exact(x, usize::from(*y), temperature, None, 0.0);
                exact.forgiving(3.0 * largest(x) / temperature)
            })
        }),
        subject("SoftmaxCrossEntropy", "weights, smoothing", (5.0, 8.0), |d| {
            let label = d.below(K) as u16;
            let smoothing = d.pick(&[0.0, 1e-6, 0.1, 1.0]);
            let loss =
                SoftmaxCrossEntropy::new().with_class_weights(&WEIGHTS).with_label_smoothing(smoothing);
            Case::of_row(loss, d.floats::<K>(), label, move |x, y| {
                label_exact(x, usize::from(*y), 1.0, Some(&WEIGHTS), f64::from(smoothing))
            })
        }),
        // The rest of the loss is that of a class that may be nearly certain.
        subject("SoftmaxCrossEntropy", "one class weighs, smoothing", (5.0, 8.0), |d| {
            static ONE: [f32; K] = [0.0, 0.0, 2.5, 0.0, 0.0, 0.0, 0.0];
            let smoothing = d.pick(&[1e-6, 0.1, 1.0]);
            let loss = SoftmaxCrossEntropy::new().with_class_weights(&ONE).with_label_smoothing(smoothing);
            let mut x = d.floats::<K>();
            x[2] += d.pick(&[0.0, 20.0, 80.0]);
            Case::of_row(loss, x, d.below(K), move |x, y| {
                label_exact(x, *y, 1.0, Some(&ONE), f64::from(smoothing))
            })
        }),
        subject("SoftmaxCrossEntropy", "smoothing of unmasked classes", (5.0, 8.0), unmasked),
        subject("SoftmaxCrossEntropyDense", "", (4.0, 7.0), |d| dense(d, false)),
        subject("SoftmaxCrossEntropyDense", "weights, smoothing", (6.0, 7.0), |d| dense(d, true)),
        subject("SoftmaxFocal", "γ to 3", (16.0, 16.0), |d| focal(d, &[0.0, 0.5, 1.0, 2.0, 3.0])),
        subject("SoftmaxFocal", "γ = 5", (28.0, 28.0), |d| focal(d, &[5.0])),
        subject("CrammerSingerHinge", "", (1.5, 0.0), |d| {
            let label = d.below(K) as u32;
            let margin = d.between(0.1, 3.0);
            Case::of_row(CrammerSingerHinge::new(margin), d.floats::<K>(), label, move |x, y| {
                crammer_singer(x, *y as usize, f64::from(margin))
            })
        }),
        subject("WestonWatkinsHinge", "", (6.0, 6.0), |d| {
            let label = d.below(K);
            let margin = d.between(0.1, 3.0);
            let squared = d.coin();
            let mut loss = WestonWatkinsHinge::new(margin).with_class_weights(&WEIGHTS);
            if squared {
                loss = loss.squared();
            }
            Case::of_row(loss, d.floats::<K>(), label, move |x, y| {
                weston_watkins(x, *y, f64::from(margin), squared)
            })
        }),
    ]
}

/// Maximum, Σ over all but its index of e^(x − max), and that index.
fn log_sum_exp_parts(x: &[f64]) -> (f64, f64, usize) {
    let best = (0..x.len()).fold(0, |best, k| if x[k] > x[best] { k } else { best });
    let rest = (0..x.len()).filter(|k| *k != best).map(|k| (x[k] - x[best]).exp()).sum();
    (x[best], rest, best)
}

/// −ln p_k, as (max − x_k) + ln(1 + rest).
pub fn negative_log_probability(x: &[f64], k: usize) -> f64 {
    let (max, rest, _) = log_sum_exp_parts(x);
    (max - x[k]) + f64::ln_1p(rest)
}

/// 1 − p_k, as a sum.
pub fn miss(x: &[f64], k: usize) -> f64 {
    let (max, rest, _) = log_sum_exp_parts(x);
    (0..x.len()).filter(|j| *j != k).map(|j| (x[j] - max).exp()).sum::<f64>() / (1.0 + rest)
}

pub fn probability(x: &[f64], k: usize) -> f64 {
    (-negative_log_probability(x, k)).exp()
}

/// Cross-entropy against a label, with class weights and smoothing.
fn label_exact(x: &[f64], y: usize, temperature: f64, weights: Option<&[f32]>, smoothing: f64) -> Exact {
    let n = x.len();
    let weight = |k: usize| weights.map_or(1.0, |w| f64::from(w[k]));
    let z: Vec<f64> = x.iter().map(|x| x / temperature).collect();
    let own = (1.0 - smoothing) * weight(y);
    let each = smoothing / n as f64;
    let mut value = own * negative_log_probability(&z, y);
    for k in 0..n {
        value += each * weight(k) * negative_log_probability(&z, k);
    }
    let total: f64 = (0..n).map(weight).sum();
    let gradient = (0..n)
        .map(|k| {
            let label = if k == y { -own * miss(&z, y) } else { own * probability(&z, k) };
            let terms = [label, each * total * probability(&z, k), -each * weight(k)];
            let terms = terms.map(|term| term / temperature);
            Figure::sum(&terms).weighing(own + each * total)
        })
        .collect();
    Exact { value: Figure::from(value).weighing(own + each * total), gradient }
}

/// Smoothing over the classes whose logit is not −∞: those are the loss's classes.
fn unmasked(d: &mut Draw) -> Case {
    let label = d.below(K);
    let smoothing = d.pick(&[1e-6, 0.1, 1.0]);
    let mut row = d.floats::<K>();
    for k in (0..K).filter(|k| *k != label) {
        if d.below(3) == 0 {
            row[k] = f32::NEG_INFINITY;
        }
    }
    let exact = |weights: Option<&'static [f32; K]>| {
        move |x: &[f64], y: &usize| {
            let counted: Vec<usize> = (0..K).filter(|k| x[*k] > f64::NEG_INFINITY).collect();
            let z: Vec<f64> = counted.iter().map(|k| x[*k]).collect();
            let weights = weights.map(|weights| counted.iter().map(|k| weights[*k]).collect::<Vec<_>>());
            let y = counted.iter().position(|k| k == y).unwrap();
            let Exact { value, gradient } = label_exact(&z, y, 1.0, weights.as_deref(), f64::from(smoothing));
            let mut all = vec![Figure::from(0.0); K];
            for (k, figure) in counted.iter().zip(gradient) {
                all[*k] = figure;
            }
            Exact { value, gradient: all }
        }
    };
    let loss = SoftmaxCrossEntropy::new().with_unmasked_label_smoothing(smoothing);
    let case = if d.coin() {
        Case::of_row(loss.with_class_weights(&WEIGHTS), row, label, exact(Some(&WEIGHTS)))
    } else {
        Case::of_row(loss, row, label, exact(None))
    };
    // A masked logit stays one.
    case.within(f32::NEG_INFINITY, f32::MAX)
}

fn dense(d: &mut Draw, weighted: bool) -> Case {
    let loss = SoftmaxCrossEntropyDense::new();
    let smoothing = if weighted { d.pick(&[0.0, 0.1, 1.0]) } else { 0.0 };
    let mut target = [0.0; K];
    if d.coin() {
        target[d.below(K)] = 1.0;
    } else {
        target = core::array::from_fn(|_| d.unit() / K as f32);
    }
    let exact = move |x: &[f64], t: &[f32; K]| {
        let share = |k: usize| {
            let weight = if weighted { f64::from(WEIGHTS[k]) } else { 1.0 };
            weight * ((1.0 - f64::from(smoothing)) * f64::from(t[k]) + f64::from(smoothing) / K as f64)
        };
        let mut value = 0.0;
        for k in 0..K {
            if share(k) > 0.0 {
                value += share(k) * negative_log_probability(x, k);
            }
        }
        let gradient = (0..K).map(|k| {
            let others: f64 = (0..K).filter(|j| *j != k).map(share).sum();
            Figure::sum(&[probability(x, k) * others, -share(k) * miss(x, k)])
        });
        Exact { value: value.into(), gradient: gradient.collect() }
    };
    let row = d.floats::<K>();
    if weighted {
        let loss = loss.with_class_weights(&WEIGHTS).with_label_smoothing(smoothing);
        Case::of_row(loss, row, target, exact)
    } else {
        Case::of_row(loss, row, target, exact)
    }
}

fn focal(d: &mut Draw, gammas: &[f32]) -> Case {
    let gamma = d.pick(gammas);
    let loss = SoftmaxFocal::new(gamma);
    let weighted = d.coin();
    let label = d.below(K) as u8;
    let exact = move |x: &[f64], y: &u8| {
        let (y, gamma) = (usize::from(*y), f64::from(gamma));
        let alpha = if weighted { f64::from(WEIGHTS[y]) } else { 1.0 };
        let (loss, q, p) = (negative_log_probability(x, y), miss(x, y), probability(x, y));
        let focus = if gamma == 0.0 { 1.0 } else { q.powf(gamma) };
        let ratio = if q < 1e-300 { 1.0 } else { loss / q };
        let slope = alpha * focus * (1.0 + gamma * p * ratio);
        let gradient = (0..K).map(|k| {
            let slope = if k == y { -slope * q } else { slope * probability(x, k) };
            Figure::from(slope).weighing(alpha)
        });
        Exact { value: Figure::from(alpha * focus * loss).weighing(alpha), gradient: gradient.collect() }
    };
    let row = d.floats::<K>();
    if weighted {
        Case::of_row(loss.with_alpha(&WEIGHTS), row, label, exact)
    } else {
        Case::of_row(loss, row, label, exact)
    }
}

fn crammer_singer(x: &[f64], y: usize, margin: f64) -> Exact {
    let best =
        (0..K).filter(|k| *k != y).fold(K, |best, k| if best == K || x[k] > x[best] { k } else { best });
    let mut value = Figure::sum(&[margin, x[best], -x[y]]);
    let mut gradient = vec![Figure::from(0.0); K];
    if value.exact > 0.0 {
        gradient[best] = 1.0.into();
        gradient[y] = (-1.0).into();
    } else {
        value = Figure { exact: 0.0, ..value };
    }
    Exact { value, gradient }
}

fn weston_watkins(x: &[f64], y: usize, margin: f64, squared: bool) -> Exact {
    let weight = f64::from(WEIGHTS[y]) / K as f64;
    let power = |v: f64| if squared { (v * v, 2.0 * v) } else { (v, 1.0) };
    let mut value = Vec::new();
    let mut gradient = vec![Figure::from(0.0); K];
    let mut label = Vec::new();
    for k in (0..K).filter(|k| *k != y) {
        let violation = margin - x[y] + x[k];
        // The size of the numbers whose difference the violation is.
        let size = margin.max(x[y].abs()).max(x[k].abs());
        if violation > 0.0 {
            let (v, s) = power(violation);
            value.push(weight * v);
            label.push(-weight * s);
            gradient[k] = Figure {
                exact: weight * s,
                scale: weight * if squared { 2.0 * size } else { s },
                forgiven: 0.0,
                weight: 1.0,
            };
            value.push(weight * power(size).0);
            value.push(-weight * power(size).0);
            if squared {
                label.push(weight * 2.0 * size);
                label.push(-weight * 2.0 * size);
            }
        }
    }
    gradient[y] = Figure::sum(&label);
    Exact { value: Figure::sum(&value), gradient }
}
