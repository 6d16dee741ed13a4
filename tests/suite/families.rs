//! Every public loss, with its reference in f64 written from the formula in its source, and its budget.

pub mod binary;
mod boxes;
mod classification;
mod decision;
pub mod energy;
mod generative;
mod info_nce;
pub mod information;
pub mod likelihood;
mod metric;
mod peers;
pub mod policy;
mod preference;
mod probabilities;
pub mod regression;
mod scores;

use crate::subject::Subject;

/// All of them.
pub fn subjects() -> Vec<Subject> {
    let families = [
        regression::subjects(),
        binary::subjects(),
        classification::subjects(),
        boxes::subjects(),
        likelihood::subjects(),
        information::subjects(),
        energy::subjects(),
        preference::subjects(),
        policy::subjects(),
        decision::subjects(),
        metric::subjects(),
        info_nce::subjects(),
        generative::subjects(),
        peers::subjects(),
        probabilities::subjects(),
        scores::subjects(),
    ];
    families.into_iter().flatten().collect()
}

/// Temperatures by which to divide rounds: no powers of 2.
pub const ROUNDING: [f32; 5] = [0.1, 0.7, 1.7, 3.0, 10.0];

/// The size of the largest number.
pub fn largest(x: &[f64]) -> f64 {
    x.iter().fold(0.0, |largest, x| largest.max(x.abs()))
}

/// ln(1 + e^x) in f64.
pub fn softplus(x: f64) -> f64 {
    x.max(0.0) + (-x.abs()).exp().ln_1p()
}

/// 1 / (1 + e^−x) in f64.
pub fn sigmoid(x: f64) -> f64 {
    if x >= 0.0 { 1.0 / (1.0 + (-x).exp()) } else { x.exp() / (1.0 + x.exp()) }
}
