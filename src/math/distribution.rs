//! A softmax that is computed element by element, for losses that have no memory to store it.

use super::{Reference, exponentiate, least, ln_1p_nonnegative, max, max_of, sum_of_exp_except, tempered};
use crate::sum::sum;

/// The distribution pₖ ∝ e^(s·xₖ) of a row x: its softmax (s = 1). If `SCALED`, it is that of logits over a temperature (s = 1/T) or of
/// energies (s = −1/T).
///
/// If the largest s·x is infinite, or an x is NaN, every probability is NaN.
#[derive(Clone, Copy)]
pub(crate) struct Distribution<const SCALED: bool = false> {
    /// s.
    scale: f32,
    /// The largest s·x.
    max: Reference,
    /// The most probable element, the first of equals.
    pub(crate) best: usize,
    /// Σ of e^(s·x − max) over the others.
    rest: f32,
    /// p of the best: 1/(1 + rest).
    inverse_norm: f32,
    /// ln(1 + rest).
    pub(crate) log_norm: f32,
}

impl Distribution {
    /// Prepares the softmax of a row.
    #[inline]
    pub(crate) fn of(row: &[f32]) -> Self {
        Self::new(row, 1.0)
    }
}

impl Distribution<true> {
    /// Prepares the softmax of s·x.
    #[inline]
    pub(crate) fn scaled(row: &[f32], scale: f32) -> Self {
        Self::new(row, scale)
    }
}

impl<const SCALED: bool> Distribution<SCALED> {
    // A call: its stack is free again before the loss around it takes its own.
    #[cfg_attr(not(vectors), inline(never))]
    fn new(row: &[f32], scale: f32) -> Self {
        let this = Self::below_largest(row, scale);
        this.with_rest(sum(row, |k, x| if k == this.best { 0.0 } else { this.weight(*x) }))
    }

    /// Prepares the softmax of s·x for an s above 0, and replaces the row by its weights, which a loss then does not compute again.
    ///
    /// The second result is false, and the row stays as it was, if a probability may be so small that its logarithm has more digits.
    #[cfg_attr(not(vectors), inline(never))]
    pub(crate) fn replacing(row: &mut [f32], scale: f32) -> (Self, bool) {
        let this = Self::below_largest(row, scale);
        let least = least(row);
        let replaces = this.shortfall(least) < 60.0;
        if replaces {
            row.iter_mut().for_each(|x| *x = this.weight(*x));
        }
        let weight = |x: f32| if replaces { x } else { this.weight(x) };
        (this.with_rest(sum(row, |k, x| if k == this.best { 0.0 } else { weight(*x) })), replaces)
    }

    /// Finds the largest s·x.
    #[inline]
    fn below_largest(row: &[f32], scale: f32) -> Self {
        let sign = 1.0_f32.copysign(scale);
        let (best, max) = max_of(row, |_, x| x * sign);
        let max = Reference::new(tempered(max, scale.abs()));
        Self { scale, max, best, rest: 0.0, inverse_norm: 1.0, log_norm: 0.0 }
    }

    /// Adds the sum of the weights of the others.
    #[inline]
    fn with_rest(self, rest: f32) -> Self {
        let rest = if self.max.value().is_finite() { rest } else { f32::NAN };
        Self { rest, inverse_norm: 1.0 / (1.0 + rest), log_norm: ln_1p_nonnegative(rest), ..self }
    }

    /// Returns the probability of an element of a row. If the row was replaced, the element is its weight.
    #[inline]
    pub(crate) fn probability_of(&self, element: f32, replaced: bool) -> f32 {
        if replaced { element * self.inverse_norm } else { self.probability(element) }
    }

    /// Returns s·x.
    #[inline]
    fn scale(&self, x: f32) -> f32 {
        if SCALED { tempered(x, self.scale) } else { x }
    }

    /// Returns the distance of an element's s·x to the largest.
    #[inline]
    pub(crate) fn shortfall(&self, x: f32) -> f32 {
        self.max.value() - self.scale(x)
    }

    /// Returns e^(s·x − max).
    #[inline]
    fn weight(&self, x: f32) -> f32 {
        self.max.exp(self.scale(x))
    }

    /// Returns the probability of an element of the row.
    // Inlined, it would take as much flash as the loss around it.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline(never))]
    pub(crate) fn probability(&self, x: f32) -> f32 {
        self.weight(x) * self.inverse_norm
    }

    /// Returns the logarithm of the probability, also if the probability itself is not a normal number.
    #[inline]
    pub(crate) fn log_probability(&self, x: f32) -> f32 {
        -self.shortfall(x) - self.log_norm
    }

    /// Returns 1 − p of the k-th element, which has probability `p`. For the best, whose 1 − p would cancel, it is a sum.
    #[inline]
    pub(crate) fn miss(&self, k: usize, p: f32) -> f32 {
        if k == self.best { self.rest * self.inverse_norm } else { 1.0 - p }
    }
}

/// Returns lse(x/T) − max(x/T), from the place of the maximum and the maximum over T. An infinite maximum gives NaN.
#[inline]
pub(crate) fn log_norm(row: &[f32], best: usize, max: f32, inverse_temperature: f32) -> f32 {
    if max.is_finite() {
        ln_1p_nonnegative(sum_of_exp_except(row, best, max, inverse_temperature))
    } else {
        f32::NAN
    }
}

/// Replaces a row by its softmax. Returns the most probable element, the first of equals, and Σ of e^(x − max) over the others.
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn replace_by_softmax(row: &mut [f32]) -> (usize, f32) {
    let (best, max) = max(row);
    (best, replace_by_softmax_below(row, best, max))
}

/// Replaces a row by its softmax, from the maximum and its place, without a call. Returns Σ of e^(x − max) over the others.
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

/// Returns two factors whose product is a·b. If a·b is a normal number, they are a·b and 1. Otherwise they are a and b: one after the
/// other, finite factors make no NaN of a finite number, not of 0 either.
#[inline]
pub(crate) fn factors(a: f32, b: f32) -> (f32, f32) {
    let both = a * b;
    if (f32::MIN_POSITIVE..=f32::MAX).contains(&both.abs()) { (both, 1.0) } else { (a, b) }
}

/// Replaces probabilities q by the gradient, in the logits, of a function F of them: q_k·(F′_k − Σⱼ qⱼ·F′ⱼ), times `scale`.
///
/// `slope(k, q_k)` is F′_k. Slopes are taken relative to that of `best`, the most probable class, so its own gradient is a sum over
/// the others and not a difference. A class of probability 0 has gradient 0, whatever its slope.
pub(crate) fn through_softmax(q: &mut [f32], best: usize, scale: f32, slope: impl Fn(usize, f32) -> f32) {
    let of_best = q.get(best).map_or(0.0, |q| slope(best, *q));
    let relative = |k: usize, q: f32| if q == 0.0 || k == best { 0.0 } else { slope(k, q) - of_best };
    let mean = sum(q, |k, q| q * relative(k, *q));
    for (k, q) in q.iter_mut().enumerate() {
        *q = *q * (relative(k, *q) - mean) * scale;
    }
}
