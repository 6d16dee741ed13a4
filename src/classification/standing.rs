//! How the label's logit stands against the other classes.

use crate::math::{exp, exp_of_difference, exp_of_product, ln, ln_1p, max};
use crate::sum::{sum, two_sum};

/// The label's logit x_y against the others, from which every label loss follows.
///
/// With b the best of the others, S = Σ_{j≠y} e^(x_j − b) and Δ = x_y − b, the probability that the label misses
/// is S/(S + e^Δ) and its loss ln(1 + S·e^−Δ). Neither is a difference of large numbers, and the rounding error
/// of Δ is carried, so neither loses digits however confident the prediction.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// Δ over the temperature, rounded.
    margin: f32,
    /// What rounding took from it.
    lost: f32,
    /// S.
    sum: f32,
    /// lse(x) − max(x).
    pub(super) log_norm: f32,
    /// 1 − p_y.
    pub(super) miss: f32,
    /// p_y.
    pub(super) hit: f32,
    /// p_j / e^(x_j − b), the same for every other class j.
    pub(super) others: f32,
}

impl Standing {
    /// Of a row of logits, which stays as it is.
    #[inline]
    pub(super) fn of(row: &[f32], label: usize, inverse_temperature: f32) -> Self {
        let logit = |j: usize, x: f32| if j == label { f32::NEG_INFINITY } else { x };
        let best = row.iter().enumerate().fold(f32::NEG_INFINITY, |best, (j, x)| {
            let x = logit(j, *x);
            if x > best { x } else { best }
        });
        let reference = reference(best);
        let others = sum(row, |j, x| exp_of_difference(logit(j, *x), reference, inverse_temperature));
        Self::new(at(row, label), best, others, inverse_temperature)
    }

    /// Of a row of logits, which is replaced by e^(x_j − b), and 0 for the label.
    #[inline]
    pub(super) fn exponentiate(row: &mut [f32], label: usize, inverse_temperature: f32) -> Self {
        let logit = at(row, label);
        if let Some(x) = row.get_mut(label) {
            *x = f32::NEG_INFINITY;
        }
        let (_, best) = max(row);
        let reference = reference(best);
        for x in row.iter_mut() {
            *x = exp_of_difference(*x, reference, inverse_temperature);
        }
        let others = sum(row, |_, x| *x);
        Self::new(logit, best, others, inverse_temperature)
    }

    #[inline]
    fn new(logit: f32, best: f32, sum: f32, inverse_temperature: f32) -> Self {
        let (difference, lost) = two_sum(logit, -best);
        let margin = difference * inverse_temperature;
        // Where the difference is infinite its rounding error has no meaning.
        let lost = if difference.is_finite() { lost * inverse_temperature } else { 0.0 };
        let e = exp(-margin.abs());
        if margin >= 0.0 {
            let e = e * (1.0 - lost);
            let odds = e * sum;
            let hit = 1.0 / (1.0 + odds);
            Self { margin, lost, sum, log_norm: ln_1p(odds), miss: odds * hit, hit, others: e * hit }
        } else {
            let e = e * (1.0 + lost);
            let others = 1.0 / (sum + e);
            let log_norm = ln_1p((sum - 1.0) + e);
            Self { margin, lost, sum, log_norm, miss: sum * others, hit: e * others, others }
        }
    }

    /// −ln p_y.
    #[inline]
    pub(super) fn loss(&self) -> f32 {
        if self.margin < 0.0 { (self.log_norm - self.lost) - self.margin } else { self.log_norm }
    }

    /// (1 − p_y)^γ, from the margin where that is large: its rounding error would grow γ-fold.
    #[inline]
    pub(super) fn miss_to_the(&self, gamma: f32) -> f32 {
        if self.margin >= 0.0 {
            exp_of_product(-gamma, self.margin, self.lost - ln(self.sum * self.hit))
        } else {
            exp_of_product(-gamma, 0.0, -ln(self.miss))
        }
    }
}

/// The label's own logit; a label without one makes the row NaN.
#[inline]
fn at(row: &[f32], label: usize) -> f32 {
    row.get(label).copied().unwrap_or(f32::NAN)
}

/// What logits are taken relative to: the best, or 0 where every other class is masked.
#[inline]
fn reference(best: f32) -> f32 {
    if best == f32::NEG_INFINITY { 0.0 } else { best }
}
