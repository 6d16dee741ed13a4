//! A softmax that is read element by element, for losses that have no room to store it.

use super::{Reference, ln_1p, tempered};
use crate::sum::sum;

/// The distribution pₖ ∝ e^(s·xₖ) of a row x: logits over a temperature (s = 1/T), or energies (s = −1/T).
///
/// A row whose largest s·x is infinite, or that holds a NaN, has no distribution: all of it is NaN.
#[derive(Clone, Copy)]
pub(crate) struct Distribution {
    /// |s| and its sign.
    inverse_temperature: f32,
    sign: f32,
    /// s·x at the best.
    max: f32,
    reference: Reference,
    /// The most probable element, the first of equals.
    pub(crate) best: usize,
    /// Σ over the others of e^(s·x − max).
    rest: f32,
    /// p of the best: 1/(1 + rest).
    inverse_norm: f32,
    /// ln(1 + rest).
    pub(crate) log_norm: f32,
}

impl Distribution {
    pub(crate) fn of(row: &[f32], scale: f32) -> Self {
        let sign = 1.0_f32.copysign(scale);
        let (best, max) = row.iter().enumerate().fold((0, f32::NEG_INFINITY), |best, (k, x)| {
            if x * sign > best.1 { (k, x * sign) } else { best }
        });
        let inverse_temperature = scale.abs();
        let max = tempered(max, inverse_temperature);
        let reference = Reference::new(max);
        let (rest, inverse_norm, log_norm) = (0.0, 1.0, 0.0);
        let this = Self { inverse_temperature, sign, max, reference, best, rest, inverse_norm, log_norm };
        let rest = sum(row, |k, x| if k == best { 0.0 } else { this.weight(*x) });
        let rest = if max.is_finite() { rest } else { f32::NAN };
        Self { rest, inverse_norm: 1.0 / (1.0 + rest), log_norm: ln_1p(rest), ..this }
    }

    /// s·x.
    #[inline]
    fn scaled(&self, x: f32) -> f32 {
        tempered(x * self.sign, self.inverse_temperature)
    }

    /// By how much an element's s·x falls short of the best.
    #[inline]
    pub(crate) fn shortfall(&self, x: f32) -> f32 {
        self.max - self.scaled(x)
    }

    /// e^(s·x − max).
    // Inlined, it would be as much flash as the loss around it; in a loop of vectors a call may not be.
    #[cfg_attr(not(feature = "branchless"), inline(never))]
    fn weight(&self, x: f32) -> f32 {
        self.reference.exp(self.scaled(x))
    }

    /// The probability of an element of the row.
    #[inline]
    pub(crate) fn probability(&self, x: f32) -> f32 {
        self.weight(x) * self.inverse_norm
    }

    /// The logarithm of that, also where the probability is no normal number.
    #[inline]
    pub(crate) fn log_probability(&self, x: f32) -> f32 {
        -self.shortfall(x) - self.log_norm
    }

    /// 1 − p of the k-th element, which has probability `p`: a sum where it would cancel.
    #[inline]
    pub(crate) fn miss(&self, k: usize, p: f32) -> f32 {
        if k == self.best { self.rest * self.inverse_norm } else { 1.0 - p }
    }
}
