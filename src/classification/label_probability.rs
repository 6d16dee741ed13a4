//! The probability that a row's softmax gives its label.

use crate::math::{DIRECT, Reference, exp_direct, exponentiate, ln_1p, ln_1p_direct, tempered};
use crate::sum::sum;

/// The label's probability p_y, from which the losses that need no margin follow.
///
/// With m the largest logit and S the sum of e^(x_j − m), over all classes but a label that is best: its probability is then
/// 1/(1 + S), and that it misses S/(1 + S). Neither is a difference of large numbers, so neither loses digits however confident the
/// prediction. Any other label has p_y ≤ ½ and −ln p_y ≥ ln 2, where nothing cancels.
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
    /// Of a row that has none: without classes, or with a label that names none.
    const NAN: Self = Self { loss: f32::NAN, hit: f32::NAN, miss: f32::NAN };

    /// Of a row of logits over the temperature, which stays as it is.
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

    /// Of a row of logits, which is replaced by p_k times `scale`, and −(1 − p_y) times it for the label.
    ///
    /// That is the gradient of every loss of p_y alone, `scale` times its slope.
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
        let scale = scale(&this);
        multiply(row, factor, scale);
        if let Some(x) = row.get_mut(label) {
            *x = -this.miss * scale;
        }
        this
    }

    /// From the label's logit and the largest, S, and the label's e^(x_y − m); with it the factor that makes probabilities of
    /// exponentials.
    #[inline(always)]
    fn new(own: f32, max: f32, sum: f32, e: f32) -> (Self, f32) {
        // Nothing but masked classes has no distribution.
        let max = if max == f32::NEG_INFINITY { f32::NAN } else { max };
        if own == max {
            let factor = 1.0 / (1.0 + sum);
            (Self { loss: ln_1p(sum), hit: factor, miss: sum * factor }, factor)
        } else {
            let factor = 1.0 / sum;
            let hit = e * factor;
            (Self { loss: (max - own) + ln_1p(sum - 1.0), hit, miss: 1.0 - hit }, factor)
        }
    }

    /// From the exponentials of the label and, their sum, of the other classes, which are relative to nothing.
    #[inline(always)]
    fn direct(e: f32, others: f32) -> (Self, f32) {
        let inverse_norm = 1.0 / (others + e);
        (
            Self { loss: ln_1p_direct(others / e), hit: e * inverse_norm, miss: others * inverse_norm },
            inverse_norm,
        )
    }
}

/// The largest of some logits; NaN is passed over. −∞ for none.
#[inline]
fn largest(row: impl Iterator<Item = f32>) -> f32 {
    row.fold(f32::NEG_INFINITY, |largest, x| if x > largest { x } else { largest })
}

/// Whether the back end takes the exponentials of these logits directly: all below its bound, which NaN is not. The quotient of two
/// exponentials has the errors of both, where that of a difference has one: the latter for two classes.
#[inline]
fn is_direct(row: impl ExactSizeIterator<Item = f32>) -> bool {
    let Some(bound) = DIRECT else { return false };
    // The bound, a power of 2, becomes 2: what reaches it has the upper bit of the exponent.
    let unit = 2.0 / bound;
    row.len() > 2 && row.fold(0, |reached, x| reached | (x * unit).to_bits()) & 2.0_f32.to_bits() == 0
}

/// Multiplies a row by the factor that makes probabilities of exponentials, and a scale.
#[inline(always)]
fn multiply(row: &mut [f32], factor: f32, scale: f32) {
    let mut by = |factor: f32| row.iter_mut().for_each(|x| *x *= factor);
    if DIRECT.is_none() || (scale.abs() > 1e-15 && scale.abs() < 1e15) {
        by(factor * scale);
    } else {
        // Of exponentials that are relative to nothing the factor may be so small, or large, that the product is no normal number.
        by(factor);
        by(scale);
    }
}
