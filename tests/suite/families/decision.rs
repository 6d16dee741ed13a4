//! References of the losses under unequal costs.

use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{CostMatrix, ExpectedCost, LossAverseAbsoluteError, LossAverseSquaredError};

/// Costs of three decisions in three classes, a benefit among them.
static COSTS: CostMatrix<3> = CostMatrix::new(C);
const C: [[f32; 3]; 3] = [[0.0, 1.0, 2.5], [5000.0, 0.0, 1.0], [0.5, 3.0, -1.0]];

pub fn subjects() -> Vec<Subject> {
    let elementwise = |name, budget, draw| Subject { name, variant: "", budget, nonnegative: true, draw };
    vec![
        Subject {
            name: "ExpectedCost",
            variant: "",
            budget: (8.0, 8.0),
            nonnegative: false,
            draw: |d| {
                let label = d.below(3) as u8;
                Case::of_row(ExpectedCost::new(&COSTS), d.floats::<3>(), label, |x, y| {
                    let costs = C[usize::from(*y)].map(f64::from);
                    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    let norm: f64 = x.iter().map(|x| (x - max).exp()).sum();
                    let p = |k: usize| (x[k] - max).exp() / norm;
                    let terms: Vec<f64> = (0..3).map(|k| p(k) * costs[k]).collect();
                    let slope = |k: usize| {
                        // p_k·Σⱼ pⱼ·(c_k − cⱼ): terms of both signs, for every decision but the best and the worst.
                        let terms: Vec<f64> = (0..3).map(|j| p(k) * (p(j) * (costs[k] - costs[j]))).collect();
                        Figure::sum(&terms).weighing(5000.0)
                    };
                    Exact {
                        value: Figure::sum(&terms).weighing(5000.0),
                        gradient: (0..3).map(slope).collect(),
                    }
                })
            },
        },
        elementwise("LossAverseSquaredError", (3.5, 2.0), |d| {
            let lambda = d.between(0.2, 5.0);
            let loss = LossAverseSquaredError::new(lambda);
            Case::of_row(loss, d.float(), d.float(), move |p, t| {
                let error = p[0] - f64::from(*t);
                let weight = if error > 0.0 { f64::from(lambda) } else { 1.0 };
                Exact {
                    value: (weight * error * error).into(),
                    gradient: vec![(2.0 * weight * error).into()],
                }
            })
        }),
        elementwise("LossAverseAbsoluteError", (2.0, 0.0), |d| {
            let lambda = d.between(0.2, 5.0);
            let loss = LossAverseAbsoluteError::new(lambda);
            Case::of_row(loss, d.float(), d.float(), move |p, t| {
                let error = p[0] - f64::from(*t);
                let (weight, sign) = if error > 0.0 { (f64::from(lambda), 1.0) } else { (1.0, -1.0) };
                let slope = if error == 0.0 { 0.0 } else { weight * sign };
                Exact { value: (weight * error.abs()).into(), gradient: vec![slope.into()] }
            })
        }),
    ]
}
