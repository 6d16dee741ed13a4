//! A softmax that is read element by element, for losses that have no room to store it.

use super::{Reference, exponentiate, ln_1p, max, sum_of_exp_except, tempered};
use crate::sum::sum;

/// The distribution pₖ ∝ e^(s·xₖ) of a row x: its softmax (s = 1) or, `SCALED`, that of logits over a temperature (s = 1/T) or of
/// energies (s = −1/T).
///
/// A row whose largest s·x is infinite, or that holds a NaN, has no distribution: all of it is NaN.
#[derive(Clone, Copy)]
pub(crate) struct Distribution<const SCALED: bool = false> {
    /// s.
    scale: f32,
    /// s·x at the best.
    max: Reference,
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
    /// The softmax of a row.
    #[inline]
    pub(crate) fn of(row: &[f32]) -> Self {
        Self::new(row, 1.0)
    }
}

impl Distribution<true> {
    /// Of s·x.
    #[inline]
    pub(crate) fn scaled(row: &[f32], scale: f32) -> Self {
        Self::new(row, scale)
    }
}

impl<const SCALED: bool> Distribution<SCALED> {
    // Not inlined: what it takes of the stack is not there while the loss around it takes its own.
    #[cfg_attr(not(vectors), inline(never))]
    fn new(row: &[f32], scale: f32) -> Self {
        let sign = 1.0_f32.copysign(scale);
        let (best, max) = row.iter().enumerate().fold((0, f32::NEG_INFINITY), |best, (k, x)| {
            if x * sign > best.1 { (k, x * sign) } else { best }
        });
        let max = Reference::new(tempered(max, scale.abs()));
        let mut this = Self { scale, max, best, rest: 0.0, inverse_norm: 1.0, log_norm: 0.0 };
        let rest = sum(row, |k, x| if k == best { 0.0 } else { this.weight(*x) });
        this.rest = if max.value().is_finite() { rest } else { f32::NAN };
        this.inverse_norm = 1.0 / (1.0 + this.rest);
        this.log_norm = ln_1p(this.rest);
        this
    }

    /// s·x.
    #[inline]
    fn scale(&self, x: f32) -> f32 {
        if SCALED { tempered(x, self.scale) } else { x }
    }

    /// By how much an element's s·x falls short of the best.
    #[inline]
    pub(crate) fn shortfall(&self, x: f32) -> f32 {
        self.max.value() - self.scale(x)
    }

    /// e^(s·x − max).
    #[inline]
    fn weight(&self, x: f32) -> f32 {
        self.max.exp(self.scale(x))
    }

    /// The probability of an element of the row.
    // Inlined, it would be as much flash as the loss around it; in a loop of vectors a call may not be.
    #[cfg_attr(not(vectors), inline(never))]
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

/// lse(x/T) − max(x/T), from the place of the maximum and the maximum over T; NaN where that is infinite.
#[inline]
pub(crate) fn log_norm(row: &[f32], best: usize, max: f32, inverse_temperature: f32) -> f32 {
    if max.is_finite() { ln_1p(sum_of_exp_except(row, best, max, inverse_temperature)) } else { f32::NAN }
}

/// Replaces a row by its softmax; returns the most probable element, the first of equals, and Σ over the others of e^(x − max).
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn replace_by_softmax(row: &mut [f32]) -> (usize, f32) {
    let (best, max) = max(row);
    (best, replace_by_softmax_below(row, best, max))
}

/// The same from the place of the maximum and the maximum, without a call.
#[inline(always)]
pub(crate) fn replace_by_softmax_below(row: &mut [f32], best: usize, max: f32) -> f32 {
    exponentiate(row, max);
    let rest = sum(row, |k, e| if k == best { 0.0 } else { *e });
    let rest = if max.is_finite() { rest } else { f32::NAN };
    let inverse_norm = 1.0 / (1.0 + rest);
    for p in row.iter_mut() {
        *p *= inverse_norm;
    }
    rest
}

/// Replaces probabilities q by the gradient, in the logits, of a function F of them: q_k·(F′_k − Σⱼ qⱼ·F′ⱼ), times `scale`.
///
/// `slope(k, q_k)` is F′_k. Slopes are taken relative to that of the most probable class, `best`, whose own gradient is then a
/// sum over the others and not a difference. A class without probability has gradient 0, whatever its slope.
pub(crate) fn through_softmax(q: &mut [f32], best: usize, scale: f32, slope: impl Fn(usize, f32) -> f32) {
    let of_best = q.get(best).map_or(0.0, |q| slope(best, *q));
    let relative = |k: usize, q: f32| if q == 0.0 || k == best { 0.0 } else { slope(k, q) - of_best };
    let mean = sum(q, |k, q| q * relative(k, *q));
    for (k, q) in q.iter_mut().enumerate() {
        *q = *q * (relative(k, *q) - mean) * scale;
    }
}
