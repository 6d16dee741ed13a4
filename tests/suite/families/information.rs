//! References of the losses that are divergences.

use super::{ROUNDING, largest};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{Distillation, SoftmaxJensenShannon, SoftmaxKl, SoftmaxReverseKl};

/// Classes in the drawn cases.
pub const K: usize = 6;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("SoftmaxKl", "", (6.0, 8.0), |d| {
            let target = distribution(d);
            Case::of_row(SoftmaxKl::new(), d.floats::<K>(), target, |x, t| kl(x, &exactly(t), 1.0))
        }),
        subject("SoftmaxKl", "sum other than 1", (6.0, 8.0), |d| {
            let target = core::array::from_fn(|_| d.probability());
            Case::of_row(SoftmaxKl::new(), d.floats::<K>(), target, |x, t| kl(x, &exactly(t), 1.0))
        }),
        subject("SoftmaxReverseKl", "", (8.0, 13.0), |d| {
            let target = core::array::from_fn(|_| d.unit() / K as f32 + 1e-6);
            Case::of_row(SoftmaxReverseKl::new(), d.floats::<K>(), target, |x, t| {
                let total: f64 = exactly(t).iter().sum();
                reverse(x, &exactly(t).map(|t| t / total))
            })
        }),
        subject("SoftmaxJensenShannon", "", (4.5, 7.5), |d| {
            let target = distribution(d);
            Case::of_row(SoftmaxJensenShannon::new(), d.floats::<K>(), target, |x, t| {
                jensen_shannon(x, &exactly(t))
            })
        }),
        subject("Distillation", "", (8.0, 8.0), |d| {
            let temperature = d.pick(&[1.0, 2.0, 0.5, 4.0]);
            distillation(d, temperature, 0.0)
        }),
        subject("Distillation", "a temperature that rounds", (8.0, 8.0), |d| {
            let temperature = d.pick(&ROUNDING);
            distillation(d, temperature, 3.0)
        }),
    ]
}

/// Division by the temperature costs so many ULP `per_unit` of the largest quotient, and a divergence of its square.
fn distillation(d: &mut Draw, temperature: f32, per_unit: f64) -> Case {
    let teacher = d.floats::<K>();
    Case::of_row(Distillation::new(temperature), d.floats::<K>(), teacher, move |x, y| {
        let temperature = f64::from(temperature);
        let p: Vec<f64> = x.iter().map(|x| x / temperature).collect();
        let teacher = y.map(|y| f64::from(y) / temperature);
        let (t, misses) = softmax(&teacher);
        let mut exact = kl(&p, &t, temperature);
        let (student, student_misses) = softmax(&p);
        for k in 0..K {
            let parts = [student[k] * misses[k], -t[k] * student_misses[k]];
            exact.gradient[k] = Figure::sum(&parts.map(|part| part * temperature));
        }
        let unit = largest(&p).max(largest(&teacher));
        if per_unit > 0.0 {
            // 8 ULP of it are 1e-14·u².
            exact.value.scale = exact.value.scale.max(1e-14 * (unit * temperature).powi(2) * 2f64.powi(21));
        }
        exact.forgiving(per_unit * unit)
    })
}

/// One class, or any distribution as near to the sum 1 as an `f32` gets.
pub fn distribution(d: &mut Draw) -> [f32; K] {
    let mut target = [0.0; K];
    if d.coin() {
        target[d.below(K)] = 1.0;
        return target;
    }
    let weights: [f32; K] = core::array::from_fn(|_| if d.below(5) == 0 { 0.0 } else { d.unit() + 1e-3 });
    let total: f32 = weights.iter().sum();
    if total > 0.0 { weights.map(|w| w / total) } else { distribution(d) }
}

pub fn exactly(t: &[f32; K]) -> [f64; K] {
    t.map(f64::from)
}

/// ln Σ e^x less the maximum, and the maximum.
fn log_norm(x: &[f64]) -> (f64, f64) {
    let best = (0..x.len()).fold(0, |best, k| if x[k] > x[best] { k } else { best });
    let rest: f64 = (0..x.len()).filter(|k| *k != best).map(|k| (x[k] - x[best]).exp()).sum();
    (rest.ln_1p(), x[best])
}

fn log_softmax(x: &[f64]) -> Vec<f64> {
    let (log_norm, max) = log_norm(x);
    x.iter().map(|x| (x - max) - log_norm).collect()
}

/// pₖ, and 1 − pₖ as a sum.
fn softmax(x: &[f64]) -> ([f64; K], [f64; K]) {
    let p: Vec<f64> = log_softmax(x).iter().map(|x| x.exp()).collect();
    let miss = |k: usize| (0..K).filter(|j| *j != k).map(|j| p[j]).sum();
    (core::array::from_fn(|k| p[k]), core::array::from_fn(miss))
}

/// p·ln(p/q) − p + q in f64, by its series if the two are near.
pub fn excess(p: f64, q: f64, log_ratio: f64) -> f64 {
    if p == 0.0 {
        return q;
    }
    let u = -log_ratio;
    if u.abs() > 1e-3 {
        return p * log_ratio - p + q;
    }
    p * u * u * (1.0 / 2.0 + u * (1.0 / 6.0 + u * (1.0 / 24.0 + u * (1.0 / 120.0 + u / 720.0))))
}

/// T²·S·KL(t/S‖softmax(x)), and x has been divided by T.
fn kl(x: &[f64], t: &[f64; K], temperature: f64) -> Exact {
    let total: f64 = t.iter().sum();
    let log_q = log_softmax(x);
    let (q, misses) = softmax(x);
    // Subnormal terms have few digits, also once they have been multiplied and added.
    let (mut value, mut scale, mut weight) = (0.0, 0.0_f64, 2.0 * K as f64);
    for k in 0..K {
        let log_ratio = t[k].ln() - total.ln() - log_q[k];
        value += excess(t[k], total * q[k], log_ratio);
        if t[k] > 0.0 {
            scale = scale.max((t[k] * log_ratio).abs());
            weight = weight.max(log_ratio.abs());
        }
    }
    let square = temperature * temperature;
    let gradient = (0..K).map(|k| {
        let others: f64 = (0..K).filter(|j| *j != k).map(|j| t[j]).sum();
        Figure::sum(&[q[k] * others, -t[k] * misses[k]])
    });
    let value = Figure {
        exact: value * square,
        scale: scale * square,
        forgiven: 0.0,
        weight: weight * square.max(1.0),
    };
    Exact { value, gradient: gradient.collect() }
}

/// The gradient q_k·(slope_k − Σ q·slope), and the size of its parts.
///
/// Slopes are logarithms of quotients: a rounding error of the quotient is one of 1, times `unit`, however small the slope.
fn through_softmax(q: &[f64; K], slopes: &[f64], unit: f64) -> Vec<Figure> {
    let best = best(q);
    let relative = |k: usize| if q[k] == 0.0 { 0.0 } else { slopes[k] - slopes[best] };
    let size = |k: usize| if k == best { 0.0 } else { relative(k).abs().max(unit) };
    let mean_size = (0..K).map(|k| q[k] * size(k)).fold(0.0, f64::max);
    // A subnormal probability has few digits, also once it has been multiplied.
    let weight = (0..K).map(|k| relative(k).abs()).fold(1.0, f64::max);
    let figure = |k: usize| {
        // Pairwise differences are exact if the mean would cancel.
        let exact: f64 = (0..K).map(|j| q[j] * (relative(k) - relative(j))).sum();
        Figure { exact: q[k] * exact, scale: q[k] * size(k).max(mean_size), forgiven: 0.0, weight }
    };
    (0..K).map(figure).collect()
}

fn best(q: &[f64; K]) -> usize {
    (0..K).fold(0, |best, k| if q[k] > q[best] { k } else { best })
}

fn reverse(x: &[f64], t: &[f64; K]) -> Exact {
    let log_q = log_softmax(x);
    let q = softmax(x).0;
    let d: Vec<f64> = (0..K).map(|k| log_q[k] - t[k].ln()).collect();
    let value = (0..K).map(|k| excess(q[k], t[k], d[k])).sum();
    let scale = (0..K).map(|k| (q[k] * d[k]).abs()).fold(0.0, f64::max);
    Exact {
        value: Figure { exact: value, scale, forgiven: 0.0, weight: 1.0 },
        gradient: through_softmax(&q, &d, 1.0),
    }
}

/// The Jensen–Shannon divergence of two distributions, and the size of its parts.
pub fn jensen_shannon_of(q: &[f64; K], t: &[f64; K]) -> Figure {
    let (mut value, mut scale) = (0.0, 0.0_f64);
    for k in 0..K {
        let m = 0.5 * (t[k] + q[k]);
        let parts = [t[k], q[k]].map(|part| if part > 0.0 { part * (part / m).ln() } else { 0.0 });
        let r = (q[k] - t[k]) / (q[k] + t[k]);
        value += if r.abs() < 1e-2 {
            m * r * r * (0.5 + r * r * (1.0 / 12.0 + r * r / 30.0))
        } else {
            0.5 * (parts[0] + parts[1])
        };
        scale = scale.max(parts[0].abs()).max(parts[1].abs());
    }
    Figure { exact: value, scale, forgiven: 0.0, weight: 1.0 }
}

fn jensen_shannon(x: &[f64], t: &[f64; K]) -> Exact {
    let q = softmax(x).0;
    let slope = |k: usize| 0.5 * ((q[k] - t[k]) / (q[k] + t[k])).ln_1p();
    // If q is small beside t, the logarithm's argument cancels.
    let slope = |k: usize| if q[k] < 0.1 * t[k] { 0.5 * (2.0 * q[k] / (q[k] + t[k])).ln() } else { slope(k) };
    let slopes: Vec<f64> = (0..K).map(slope).collect();
    Exact { value: jensen_shannon_of(&q, t), gradient: through_softmax(&q, &slopes, 0.5) }
}
