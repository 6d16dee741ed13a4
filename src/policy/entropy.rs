//! A reward for staying undecided.

use crate::array::AnyTarget;
use crate::math::{Reference, ln_1p_nonnegative, max, sum_of_exp_except};
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Entropy bonus as a loss: −H(p) = Σₖ p_k·ln p_k, with p = softmax(x).
///
#[doc = card!(rows EntropyBonus: "`[f32; K]`: logits", "`()`: there is none")]
///
/// Minimising it keeps a policy from settling too early. The value lies between −ln K, for even logits, and 0. The gradient is
/// p_k·(ln p_k + H): it grows with the number of classes, about as ¼·ln K, and not with the logits. Masked logits (−∞) have gradient
/// 0. To hold a policy near another one instead, use
/// [`KlPenalty`](crate::KlPenalty).
///
/// **Parameter**: none. The weight of the bonus is the factor you multiply it by.
///
/// **Error**: value within 4.5 ULP, gradient within 8 of its larger part: p_k·Σ p_j·(m − x_j) or p_k·(m − x_k), with m the largest
/// logit. Beyond m − x_k = 87, p_k is not a normal number any more, and its products lose digits. **Sources**: Williams & Peng, *Function Optimization using Connectionist Reinforcement Learning Algorithms* (1991); Mnih
/// et al. (2016), arXiv:1602.01783.
///
/// ```
/// use microloss::{EntropyBonus, Loss, Reduction};
///
/// let (loss, logits) = (EntropyBonus::new(), [[5.0, 5.0, 5.0, 5.0]]);
/// let value = loss.value(&logits, &[()], Reduction::Mean)?;
/// assert!((value + 4.0_f32.ln()).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EntropyBonus<const K: usize> {}

impl<const K: usize> EntropyBonus<K> {
    /// Creates the loss.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for EntropyBonus<K> {
    type Row = [f32; K];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    fn term(&self, row: &[f32; K], (): &()) -> f32 {
        -Entropy::of(row).value
    }

    fn term_and_gradient(&self, row: &mut [f32; K], (): &(), scale: f32) -> f32 {
        gradient(row, scale)
    }
}

impl<const K: usize> AnyTarget for EntropyBonus<K> {}

/// Entropy of a row's softmax, with the parts that the gradient needs.
struct Entropy {
    max: f32,
    inverse_norm: f32,
    /// Mean distance Σ p_k·(m − x_k) of the logits from their maximum m.
    shortfall: f32,
    value: f32,
}

impl Entropy {
    /// Computes H = Σ p_k·(m − x_k) + ln Σ e^(x_j − m). Neither term is negative.
    fn of(row: &[f32]) -> Self {
        let (best, max) = max(row);
        let rest = sum_of_exp_except(row, best, max, 1.0);
        let inverse_norm = 1.0 / (1.0 + rest);
        let reference = Reference::new(max);
        let shortfall = sum(row, |_, x| match reference.exp(*x) * inverse_norm {
            0.0 => 0.0,
            p => p * (max - *x),
        });
        // A row without a finite logit, or with an infinite one, has no distribution. A row without classes has entropy 0.
        let value =
            if max.is_infinite() && !row.is_empty() { f32::NAN } else { shortfall + ln_1p_nonnegative(rest) };
        Self { max, inverse_norm, shortfall, value }
    }
}

/// Replaces the logits by the gradient p_k·(ln p_k + H) = p_k·(Σ p_j·(m − x_j) − (m − x_k)), and returns −H.
///
/// The logarithm of the norm would cancel: the second form does without it.
fn gradient(row: &mut [f32], scale: f32) -> f32 {
    let Entropy { max, inverse_norm, shortfall, value } = Entropy::of(row);
    let reference = Reference::new(max);
    for x in row.iter_mut() {
        let p = reference.exp(*x) * inverse_norm;
        *x = if p == 0.0 { 0.0 } else { p * (shortfall - (max - *x)) * scale };
    }
    if value.is_nan() {
        row.fill(f32::NAN);
    }
    -value
}
