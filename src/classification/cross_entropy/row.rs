//! Cross-entropy of one row.

use crate::kernel::LabelProbability;
use crate::math::{
    Reference, clip, exp_nonpositive, ln_1p_nonnegative, log_norm, max, replace_by_softmax_below, temper,
    tempered,
};
use crate::sum::sum;

/// Loss of one row against its label: the same machine code for every K and label type.
#[derive(Clone, Copy)]
pub(super) struct RowLoss<'a> {
    pub(super) label: usize,
    pub(super) class_weights: Option<&'a [f32]>,
    pub(super) smoothing: f32,
    /// True if only classes that are not masked share in the smoothing.
    pub(super) unmasked_only: bool,
    pub(super) inverse_temperature: f32,
}

/// Shares in the loss of a row: (1 − ε)·w_y for the label's own loss, and ε/K for w_k times that of every class.
struct Shares {
    label: f32,
    each: f32,
}

impl Shares {
    /// Returns ε/K times a sum over all classes, which may be infinite. A share of 0 takes no part.
    #[inline]
    fn of_all(&self, sum: f32) -> f32 {
        if self.each == 0.0 { 0.0 } else { self.each * sum }
    }
}

/// Parts of a smoothed loss, with logits x over the temperature and their maximum m.
struct Smoothed {
    /// (1 − ε)·w_y.
    label_share: f32,
    /// m − x_y.
    label_shortfall: f32,
    /// (ε/K)·Σₖ w_k.
    all_share: f32,
    /// (ε/K)·Σₖ w_k·(m − x_k).
    all_shortfall: f32,
    /// ln Σₖ e^(x_k − m).
    log_norm: f32,
}

impl Smoothed {
    /// Returns (1 − ε)·w_y·(−ln p_y) + (ε/K)·Σₖ w_k·(−ln p_k).
    #[inline]
    fn value(&self) -> f32 {
        // A share of 0 takes no part, so that 0·∞ cannot arise.
        let label = match self.label_share {
            0.0 => 0.0,
            share => share * (self.label_shortfall + self.log_norm),
        };
        label + (self.all_shortfall + self.all_share * self.log_norm)
    }
}

impl RowLoss<'_> {
    #[inline]
    fn weight_of(&self, class: usize) -> f32 {
        self.class_weights.map_or(1.0, |weights| weights.get(class).copied().unwrap_or(0.0))
    }

    /// Returns w_y.
    #[inline]
    pub(super) fn weight(&self) -> f32 {
        self.weight_of(self.label)
    }

    /// Returns true if a class with this logit has no share in the smoothing.
    #[inline]
    fn leaves_out(&self, x: f32) -> bool {
        self.unmasked_only && x == f32::NEG_INFINITY
    }

    /// Returns the number of classes that share in the smoothing.
    #[inline]
    fn classes(&self, row: &[f32]) -> f32 {
        if self.unmasked_only {
            row.iter().filter(|x| !self.leaves_out(**x)).count() as f32
        } else {
            row.len() as f32
        }
    }

    #[inline]
    fn shares(&self, classes: f32) -> Shares {
        Shares { label: (1.0 - self.smoothing) * self.weight(), each: self.smoothing / classes }
    }

    /// Returns Σₖ w_k, a finite number, over the classes that share in the smoothing.
    fn total_weight(&self, row: &[f32]) -> f32 {
        let Some(weights) = self.class_weights else { return self.classes(row) };
        let shares_in = |k: usize| row.get(k).is_none_or(|x| !self.leaves_out(*x));
        clip(sum(weights, |k, w| if !self.unmasked_only || shares_in(k) { *w } else { 0.0 }), f32::MAX)
    }

    /// Returns Σₖ w_k·(m − x_k), for logits x over the temperature and their maximum m.
    fn shortfall(&self, row: &[f32], max: f32, inverse_temperature: f32) -> f32 {
        sum(row, |k, x| match self.weight_of(k) {
            0.0 => 0.0,
            _ if self.leaves_out(*x) => 0.0,
            weight => weight * (max - tempered(*x, inverse_temperature)),
        })
    }

    pub(super) fn term(&self, row: &[f32]) -> f32 {
        if self.smoothing == 0.0 {
            let weight = self.weight();
            if weight == 0.0 {
                return 0.0;
            }
            return weight * LabelProbability::of(row, self.label, self.inverse_temperature).loss;
        }
        let Some(own) = row.get(self.label) else { return f32::NAN };
        let (best, max) = max(row);
        let (max, own) = (tempered(max, self.inverse_temperature), tempered(*own, self.inverse_temperature));
        let log_norm = log_norm(row, best, max, self.inverse_temperature);
        let shares = self.shares(self.classes(row));
        let smoothed = Smoothed {
            label_share: shares.label,
            label_shortfall: max - own,
            all_share: shares.each * self.total_weight(row),
            all_shortfall: shares.of_all(self.shortfall(row, max, self.inverse_temperature)),
            log_norm,
        };
        smoothed.value()
    }

    // Inlined, so that a loss without smoothing leaves no code of it.
    #[inline]
    pub(super) fn term_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        let scale = scale * self.inverse_temperature;
        if self.smoothing == 0.0 {
            self.label_and_gradient(row, scale)
        } else {
            self.smoothed_and_gradient(row, scale)
        }
    }

    // Inlined even if two losses are made of it: a call would cost each 2 instructions per element.
    #[inline(always)]
    fn label_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        let weight = self.weight();
        if weight == 0.0 {
            row.fill(0.0);
            return 0.0;
        }
        temper(row, self.inverse_temperature);
        weight * LabelProbability::replace(row, self.label, |_| weight * scale).loss
    }

    fn smoothed_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        temper(row, self.inverse_temperature);
        let Some(own) = row.get(self.label).copied() else {
            row.fill(f32::NAN);
            return f32::NAN;
        };
        let (best, max) = max(row);
        let shortfall = self.shortfall(row, max, 1.0);
        let shares = self.shares(self.classes(row));
        let total_weight = self.total_weight(row);
        let rest = if self.unmasked_only {
            replace_unmasked_by_softmax(row, best, max)
        } else {
            replace_by_softmax_below(row, best, max)
        };
        let smoothed = Smoothed {
            label_share: shares.label,
            label_shortfall: max - own,
            all_share: shares.each * total_weight,
            all_shortfall: shares.of_all(shortfall),
            log_norm: ln_1p_nonnegative(rest),
        };
        let miss_of_best = rest * (1.0 / (1.0 + rest));
        let scale = clip(scale, f32::MAX);
        for (k, p) in row.iter_mut().enumerate() {
            // 1 − p cancels for the best class, and for no other.
            let miss = if k == best { miss_of_best } else { 1.0 - *p };
            let label = shares.label * if k == self.label { -miss } else { *p };
            // A class that is left out has the probability −0.
            let is_left_out = self.unmasked_only && *p == 0.0 && p.is_sign_negative();
            let own = if is_left_out { 0.0 } else { shares.each * self.weight_of(k) };
            *p = (label + (smoothed.all_share * *p - own)) * scale;
        }
        smoothed.value()
    }

    /// Returns dℓ/dT: (1/T)·(Σ q · E_p(m − x) − Σₖ qₖ·(m − x_k)), for logits x over the temperature and their maximum m.
    ///
    /// Both parts are positive. Differences are taken before they are divided by T: that of close logits is exact.
    pub(super) fn temperature_slope(&self, row: &[f32]) -> f32 {
        let shares = self.shares(self.classes(row));
        let max = max(row).1;
        let below = |x: f32| {
            let difference = max - x;
            if difference.is_finite() {
                difference * self.inverse_temperature
            } else {
                tempered(max, self.inverse_temperature) - tempered(x, self.inverse_temperature)
            }
        };
        let norm = sum(row, |_, x| exp_nonpositive(-below(*x)));
        let mean = sum(row, |_, x| match (below(*x), exp_nonpositive(-below(*x))) {
            (_, 0.0) => 0.0,
            (below, e) => e * below,
        }) / norm;
        let mut slope = 0.0;
        if shares.label != 0.0 {
            slope += shares.label * (mean - row.get(self.label).map_or(f32::NAN, |x| below(*x)));
        }
        if shares.each != 0.0 {
            let shortfall = sum(row, |k, x| match self.weight_of(k) {
                0.0 => 0.0,
                _ if self.leaves_out(*x) => 0.0,
                weight => weight * below(*x),
            });
            slope += shares.each * (self.total_weight(row) * mean - shortfall);
        }
        slope * self.inverse_temperature
    }
}

/// Replaces a row by its softmax, as `replace_by_softmax_below`, but a masked logit by −0: a probability of 0 that has underflowed is
/// positive.
fn replace_unmasked_by_softmax(row: &mut [f32], best: usize, max: f32) -> f32 {
    let reference = Reference::new(max);
    for x in row.iter_mut() {
        *x = if *x == f32::NEG_INFINITY { -0.0 } else { reference.exp(*x) };
    }
    let rest = sum(row, |k, e| if k == best { 0.0 } else { *e });
    let rest = if max.is_finite() { rest } else { f32::NAN };
    let inverse_norm = 1.0 / (1.0 + rest);
    row.iter_mut().for_each(|p| *p *= inverse_norm);
    rest
}
