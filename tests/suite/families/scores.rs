//! References of the Brier score and of ordinal ranks.

use super::classification::{miss, probability};
use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{Coral, SoftmaxBrier};

/// Classes, or thresholds, in the drawn cases.
const K: usize = 5;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![subject("SoftmaxBrier", "", (7.0, 13.0), brier), subject("Coral", "", (4.0, 4.0), coral)]
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
