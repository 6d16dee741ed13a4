//! Cross-entropy of one row.

use crate::kernel::LabelProbability;
use crate::math::{
    clip, exp_nonpositive, ln_1p_nonnegative, log_norm, max, replace_by_softmax_below, temper, tempered,
};
use crate::sum::sum;

/// Loss of one row against its label: the same machine code for every K and label type.
#[derive(Clone, Copy)]
pub(super) struct RowLoss<'a> {
    pub(super) label: usize,
    pub(super) class_weights: Option<&'a [f32]>,
    pub(super) smoothing: f32,
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

    #[inline]
    fn shares(&self, classes: usize) -> Shares {
        Shares { label: (1.0 - self.smoothing) * self.weight(), each: self.smoothing / classes as f32 }
    }

    /// Returns Σₖ w_k, a finite number.
    fn total_weight(&self, classes: usize) -> f32 {
        self.class_weights.map_or(classes as f32, |weights| clip(sum(weights, |_, w| *w), f32::MAX))
    }

    /// Returns Σₖ w_k·(m − x_k), for logits x over the temperature and their maximum m.
    fn shortfall(&self, row: &[f32], max: f32, inverse_temperature: f32) -> f32 {
        sum(row, |k, x| match self.weight_of(k) {
            0.0 => 0.0,
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
        let shares = self.shares(row.len());
        let smoothed = Smoothed {
            label_share: shares.label,
            label_shortfall: max - own,
            all_share: shares.each * self.total_weight(row.len()),
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
        let rest = replace_by_softmax_below(row, best, max);
        let shares = self.shares(row.len());
        let smoothed = Smoothed {
            label_share: shares.label,
            label_shortfall: max - own,
            all_share: shares.each * self.total_weight(row.len()),
            all_shortfall: shares.of_all(shortfall),
            log_norm: ln_1p_nonnegative(rest),
        };
        let miss_of_best = rest * (1.0 / (1.0 + rest));
        let scale = clip(scale, f32::MAX);
        for (k, p) in row.iter_mut().enumerate() {
            // 1 − p cancels for the best class, and for no other.
            let miss = if k == best { miss_of_best } else { 1.0 - *p };
            let label = shares.label * if k == self.label { -miss } else { *p };
            *p = (label + (smoothed.all_share * *p - shares.each * self.weight_of(k))) * scale;
        }
        smoothed.value()
    }

    /// Returns dℓ/dT: (1/T)·(Σ q · E_p(m − x) − Σₖ qₖ·(m − x_k)), for logits x over the temperature and their maximum m.
    ///
    /// Both parts are positive. Differences are taken before they are divided by T: that of close logits is exact.
    pub(super) fn temperature_slope(&self, row: &[f32]) -> f32 {
        let shares = self.shares(row.len());
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
                weight => weight * below(*x),
            });
            slope += shares.each * (self.total_weight(row.len()) * mean - shortfall);
        }
        slope * self.inverse_temperature
    }
}
