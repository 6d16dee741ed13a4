//! References of the losses of given probabilities.

use super::information::{K, distribution, exactly, excess, jensen_shannon_of};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{CategoricalNll, JensenShannon, KlDivergence};
use std::f64::consts::LN_2;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("CategoricalNll", "", (1.0, 1.0), |d| categorical(d, 1e-12)),
        subject("CategoricalNll", "floor", (1.5, 1.0), |d| {
            let floor = d.pick(&FLOORS);
            categorical(d, floor)
        }),
        subject("KlDivergence", "", (3.5, 1.5), |d| kullback(d, 1e-12)),
        subject("KlDivergence", "floor", (3.5, 1.5), |d| {
            let floor = d.pick(&FLOORS);
            kullback(d, floor)
        }),
        subject("JensenShannon", "", (4.0, 4.0), |d| {
            let (row, target) = (row(d), distribution(d));
            Case::of_row(JensenShannon::new(), row, target, |p, t| jensen_shannon(p, &exactly(t)))
                .within(0.0, 1.0)
        }),
    ]
}

const FLOORS: [f32; 5] = [f32::MIN_POSITIVE, 1e-7, 1.0 / 512.0, 0.01, 0.5];

/// Probabilities, of which some are 0 or 1: they need not sum to 1.
fn row(d: &mut Draw) -> [f32; K] {
    core::array::from_fn(|_| d.probability())
}

fn categorical(d: &mut Draw, floor: f32) -> Case {
    let (row, label) = (row(d), d.below(K) as u8);
    let loss = CategoricalNll::new().with_floor(floor);
    Case::of_row(loss, row, label, move |p, y| {
        let (floor, p) = (f64::from(floor), p[usize::from(*y)]);
        let (value, slope) =
            if p < floor { ((floor - p) / floor - floor.ln(), -1.0 / floor) } else { (-p.ln(), -1.0 / p) };
        let gradient = (0..K).map(|k| Figure::from(if k == usize::from(*y) { slope } else { 0.0 }));
        Exact { value: value.into(), gradient: gradient.collect() }
    })
    .within(0.0, 1.0)
}

fn kullback(d: &mut Draw, floor: f32) -> Case {
    let (row, target) = (row(d), distribution(d));
    let loss = KlDivergence::new().with_floor(floor);
    Case::of_row(loss, row, target, move |p, t| {
        let (mut value, mut scale, mut gradient) = (0.0, 0.0_f64, Vec::new());
        for (p, t) in p.iter().zip(exactly(t)) {
            if t == 0.0 {
                value += p;
                gradient.push(1.0.into());
                continue;
            }
            let at = p.max(t.min(f64::from(floor)));
            let log_ratio = (t / at).ln();
            value += excess(t, at, log_ratio) + (t / at - 1.0) * (at - p);
            scale = scale.max((t * log_ratio).abs());
            gradient.push(((at - t) / at).into());
        }
        Exact { value: Figure { scale, ..value.into() }, gradient }
    })
    .within(0.0, 1.0)
}

fn jensen_shannon(p: &[f64], t: &[f64; K]) -> Exact {
    let value = jensen_shannon_of(&core::array::from_fn(|k| p[k]), t);
    let gradient = p.iter().zip(t).map(|(p, t)| {
        let p = p.max(f64::from(f32::MIN_POSITIVE));
        let log = if p < 0.1 * t { (2.0 * p / (p + t)).ln() } else { ((p - t) / (p + t)).ln_1p() };
        Figure::from(0.5 * if *t == 0.0 { LN_2 } else { log })
    });
    Exact { value, gradient: gradient.collect() }
}
