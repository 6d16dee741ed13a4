//! The probability that a row's softmax gives its label.
//!
//! A loss of p_y is computed from one of two kernels:
//!
//! * `LabelProbability` serves losses of −ln p_y, p_y and 1 − p_y themselves: cross-entropy, Poly-1, InfoNCE. Its exponentials are
//!   relative to the largest logit. If the back end allows it they are relative to nothing, and the maximum is saved.
//! * `LabelMargin` serves losses that raise p_y or 1 − p_y to a power: focal loss, generalised cross-entropy. The exponent γ
//!   multiplies the relative error of its base, and p_y^q can be a normal number although p_y has underflowed. If the base is
//!   small, the power is therefore taken from the margin between the label's logit and the best of the others, with what rounding
//!   took from that margin.
//!
//! There are two because the margin has a price that the first kind of loss need not pay: the label is moved out of the row, the
//! exponentials are relative to the best of the others, and never to nothing.

use crate::math::{
    DIRECT, Reference, clip, exp_direct, exponentiate, ln_1p_direct, ln_1p_nonnegative, tempered,
};
use crate::sum::sum;

/// Probability p_y of the label, for losses that need no margin.
///
/// Let m be the largest logit and S the sum of e^(x_j − m) over all classes, except the label if the label is the best. Then the
/// best label has probability 1/(1 + S), and misses with probability S/(1 + S). Neither is a difference of large numbers, so
/// neither loses digits however confident the prediction. Any other label has p_y ≤ ½ and −ln p_y ≥ ln 2: nothing cancels there.
#[derive(Clone, Copy)]
pub(crate) struct LabelProbability {
    /// −ln p_y.
    pub(crate) loss: f32,
    /// p_y.
    pub(crate) hit: f32,
    /// 1 − p_y.
    pub(crate) miss: f32,
}

impl LabelProbability {
    /// Result for a row without classes, or for a label that does not name one.
    const NAN: Self = Self { loss: f32::NAN, hit: f32::NAN, miss: f32::NAN };

    /// Computes p_y of a row of logits over the temperature. The row stays as it is.
    #[inline]
    pub(crate) fn of(row: &[f32], label: usize, inverse_temperature: f32) -> Self {
        let logit = |x: f32| tempered(x, inverse_temperature);
        let Some(own) = row.get(label).map(|x| logit(*x)) else { return Self::NAN };
        if is_direct(row.iter().map(|x| logit(*x))) {
            let others = sum(row, |k, x| if k == label { 0.0 } else { exp_direct(logit(*x)) });
            return Self::direct(exp_direct(own), others).0;
        }
        let max = largest(row.iter().map(|x| logit(*x)));
        let reference = Reference::new(max);
        let sum = sum(row, |k, x| if own == max && k == label { 0.0 } else { reference.exp(logit(*x)) });
        Self::new(own, max, sum, reference.exp(own)).0
    }

    /// Replaces a row of logits by p_k times `scale`, and the label's by −(1 − p_y) times `scale`. Returns p_y.
    ///
    /// That is the gradient of every loss of p_y alone, if `scale` includes the loss's slope. A scale beyond `f32::MAX` counts as that, so
    /// that a probability of 0 has gradient 0.
    #[inline(always)]
    pub(crate) fn replace(row: &mut [f32], label: usize, scale: impl FnOnce(&Self) -> f32) -> Self {
        let Some(own) = row.get(label).copied() else {
            row.fill(f32::NAN);
            return Self::NAN;
        };
        let (this, factor) = if is_direct(row.iter().copied()) {
            for x in row.iter_mut() {
                *x = exp_direct(*x);
            }
            let Some(x) = row.get_mut(label) else { return Self::NAN };
            let e = core::mem::take(x);
            Self::direct(e, sum(row, |_, x| *x))
        } else {
            let max = largest(row.iter().copied());
            exponentiate(row, max);
            let Some(x) = row.get_mut(label) else { return Self::NAN };
            let e = *x;
            if own == max {
                *x = 0.0;
            }
            Self::new(own, max, sum(row, |_, x| *x), e)
        };
        let scale = clip(scale(&this), f32::MAX);
        multiply(row, factor, scale);
        if let Some(x) = row.get_mut(label) {
            *x = -this.miss * scale;
        }
        this
    }

    /// Computes p_y from the label's logit, the largest logit, S, and the label's e^(x_y − m).
    ///
    /// The second result is the factor that makes exponentials into probabilities.
    #[inline(always)]
    fn new(own: f32, max: f32, sum: f32, e: f32) -> (Self, f32) {
        // A row of nothing but masked classes does not have a distribution.
        let max = if max == f32::NEG_INFINITY { f32::NAN } else { max };
        if own == max {
            let factor = 1.0 / (1.0 + sum);
            (Self { loss: ln_1p_nonnegative(sum), hit: factor, miss: sum * factor }, factor)
        } else {
            let factor = 1.0 / sum;
            let hit = e * factor;
            (Self { loss: (max - own) + ln_1p_nonnegative(sum - 1.0), hit, miss: 1.0 - hit }, factor)
        }
    }

    /// Computes p_y from the label's exponential and the sum of the others, which are relative to nothing.
    ///
    /// The second result is the factor that makes exponentials into probabilities.
    #[inline(always)]
    fn direct(e: f32, others: f32) -> (Self, f32) {
        let inverse_norm = 1.0 / (others + e);
        (
            Self { loss: ln_1p_direct(others / e), hit: e * inverse_norm, miss: others * inverse_norm },
            inverse_norm,
        )
    }
}

/// Returns the largest of some logits, or −∞ if there are none. NaN is passed over.
#[inline]
fn largest(row: impl Iterator<Item = f32>) -> f32 {
    row.fold(f32::NEG_INFINITY, |largest, x| if x > largest { x } else { largest })
}

/// Tells if the back end takes the exponentials of these logits directly: all are below its bound, which NaN is not.
///
/// A quotient of two exponentials has the errors of both; the exponential of a difference has one error. Two classes therefore
/// take the difference.
#[inline]
fn is_direct(row: impl ExactSizeIterator<Item = f32>) -> bool {
    let Some(bound) = DIRECT else { return false };
    // The bound, a power of 2, becomes 2: a number that reaches it has the upper bit of the exponent.
    let unit = 2.0 / bound;
    row.len() > 2 && row.fold(0, |reached, x| reached | (x * unit).to_bits()) & 2.0_f32.to_bits() == 0
}

/// Multiplies a row by a scale and by the factor that makes exponentials into probabilities.
#[inline(always)]
fn multiply(row: &mut [f32], factor: f32, scale: f32) {
    let mut by = |factor: f32| row.iter_mut().for_each(|x| *x *= factor);
    if DIRECT.is_none() || (scale.abs() > 1e-15 && scale.abs() < 1e15) {
        by(factor * scale);
    } else {
        // For exponentials relative to nothing the factor may be so small, or so large, that the product is not a normal number.
        by(factor);
        by(scale);
    }
}
