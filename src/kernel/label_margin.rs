//! The margin between the label's logit and the other classes. `label_probability.rs` says which losses need it, and why.

use crate::math::{
    Reference, clip, exp_of_difference, exp_of_product, exponentiate, ln, ln_1p_nonnegative, tempered,
};
use crate::sum::{sum, sum_and_error};

/// Logit x_y of the label against the others, from which every label loss follows.
///
/// Let b be the best of the others and S = Σ_{j≠y} e^(x_j − b). Then the label misses with probability S/(S + e^(x_y − b)), and its
/// loss is ln(1 + S·e^(b − x_y)). Neither is a difference of large numbers, so neither loses digits however confident the
/// prediction.
#[derive(Clone, Copy)]
pub(crate) struct LabelMargin {
    /// x_y.
    own: f32,
    /// b.
    best: f32,
    /// S.
    sum: f32,
    /// lse(x) − max(x).
    log_norm: f32,
    /// −ln p_y.
    loss: f32,
    /// 1 − p_y.
    pub(crate) miss: f32,
    /// p_y.
    pub(crate) hit: f32,
    /// p_j over the exponential of class j in S: the same number for every class j but the label.
    others: f32,
}

impl LabelMargin {
    /// Result for a row without classes, or for a label that does not name one.
    const NAN: Self = Self {
        own: f32::NAN,
        best: f32::NAN,
        sum: f32::NAN,
        log_norm: f32::NAN,
        loss: f32::NAN,
        miss: f32::NAN,
        hit: f32::NAN,
        others: f32::NAN,
    };

    /// Computes the margin of a row of logits over the temperature. The row stays as it is.
    #[inline]
    pub(crate) fn of(row: &[f32], label: usize, inverse_temperature: f32) -> Self {
        let (Some((last, others)), Some(own)) = (row.split_last(), row.get(label)) else { return Self::NAN };
        // The last class takes the place of the label: the order of `replace`.
        let logit = |j: usize, x: f32| tempered(if j == label { *last } else { x }, inverse_temperature);
        let best = others.iter().enumerate().fold(f32::NEG_INFINITY, |best, (j, x)| {
            let x = logit(j, *x);
            if x > best { x } else { best }
        });
        let reference = Reference::new(reference(best));
        let sum = sum(others, |j, x| reference.exp(logit(j, *x)));
        Self::new(tempered(*own, inverse_temperature), best, sum)
    }

    /// Replaces a row of logits by p_k times `scale`, and the label's by −(1 − p_y) times `scale`. Returns the margin.
    ///
    /// That is the gradient of every loss of p_y alone, if `scale` includes the loss's slope. A scale beyond `f32::MAX` counts as that, so
    /// that a probability of 0 has gradient 0.
    #[inline(always)]
    pub(crate) fn replace(row: &mut [f32], label: usize, scale: impl FnOnce(&Self) -> f32) -> Self {
        let Some(last) = row.len().checked_sub(1).filter(|last| label <= *last) else {
            row.fill(f32::NAN);
            return Self::NAN;
        };
        // The label goes last, so that the others before it have no gap.
        row.swap(label, last);
        let Some((own, others)) = row.split_last_mut() else { return Self::NAN };
        let best = others.iter().fold(f32::NEG_INFINITY, |best, x| if *x > best { *x } else { best });
        exponentiate(others, reference(best));
        let margin = Self::new(*own, best, sum(others, |_, x| *x));
        let scale = clip(scale(&margin), f32::MAX);
        let factor = margin.others * scale;
        for x in others {
            *x *= factor;
        }
        *own = -margin.miss * scale;
        row.swap(label, last);
        margin
    }

    #[inline(always)]
    fn new(own: f32, best: f32, sum: f32) -> Self {
        let ahead = own >= best;
        let (high, low) = if ahead { (own, best) } else { (best, own) };
        let e = Reference::new(high).exp(low);
        let (log_norm, miss, hit, others);
        if ahead {
            let odds = e * sum;
            log_norm = ln_1p_nonnegative(odds);
            hit = 1.0 / (1.0 + odds);
            miss = odds * hit;
            others = e * hit;
        } else {
            log_norm = ln_1p_nonnegative((sum - 1.0) + e);
            others = 1.0 / (sum + e);
            miss = sum * others;
            hit = e * others;
        }
        let loss = if ahead { log_norm } else { (best - own) + log_norm };
        Self { own, best, sum, log_norm, loss, miss, hit, others }
    }

    /// Returns −ln p_y.
    #[inline]
    pub(crate) fn loss(&self) -> f32 {
        self.loss
    }

    /// Returns p_y^q. If the label is behind, it comes from the margin.
    #[inline]
    pub(crate) fn hit_to_the(&self, q: f32) -> f32 {
        if self.own >= self.best {
            power_of_e(q, 0.0, self.log_norm)
        } else {
            let (margin, lost) = sum_and_error(self.best, -self.own);
            power_of_e(q, margin, lost + self.log_norm)
        }
    }

    /// Returns (1 − p_y)^γ. If the label is ahead, it comes from the margin: the rounding error of 1 − p_y would grow γ-fold.
    #[inline]
    pub(crate) fn miss_to_the(&self, gamma: f32) -> f32 {
        if gamma == 2.0 {
            // γ = 2, as in the paper, needs neither logarithm nor exponential.
            self.miss * self.miss
        } else if self.own >= self.best {
            let (margin, lost) = sum_and_error(self.own, -self.best);
            power_of_e(gamma, margin, lost - ln(self.sum * self.hit))
        } else {
            power_of_e(gamma, 0.0, -ln(self.miss))
        }
    }
}

/// Returns the number that logits are taken relative to: the best, or 0 if every other class is masked.
#[inline]
fn reference(best: f32) -> f32 {
    if best == f32::NEG_INFINITY { 0.0 } else { best }
}

/// Returns e^(−a·(x + y)), with the exponential that the row has taken already. x + y is 0 or more, but for rounding.
fn power_of_e(a: f32, x: f32, y: f32) -> f32 {
    // If a·x is infinite, y does not count. It may be infinite of the other sign.
    let y = if a * x > f32::MAX { 0.0 } else { y };
    // The correction of a power that is 0 may be negative. The sum makes 0 of −0.
    exp_of_product(|power| exp_of_difference(if power > 0.0 { 0.0 } else { power }, 0.0), -a, x, y) + 0.0
}
