//! Divergence of a softmax from a target distribution.

use core::cell::Cell;

use crate::math::{Distribution, Others, divergence, divergence_of_logs, ln};
use crate::rowwise::Rowwise;
use crate::sum::{sum, total};

/// KL(t‖q) from logits: Σₖ t_k·ln(t_k/q_k), with q = softmax(x) and a target distribution t.
///
/// The gradient is q − t, as that of [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense), from which the loss
/// differs by the target's entropy: this one reaches 0, where q = t, so that its value says how much is left to learn.
/// For targets that are another network's logits use [`Distillation`](crate::Distillation); where the model should
/// rather miss a mode than spread over what the target excludes, [`SoftmaxReverseKl`](crate::SoftmaxReverseKl).
///
/// A target whose sum is S counts as S times the loss of t/S, gradient S·q − t: targets of 0 mask a row of finite logits. S
/// must be finite. 0·ln 0 is 0: a masked logit (−∞) costs nothing, gradient 0, where the target is 0, and +∞ elsewhere. A logit
/// of +∞ makes its row NaN.
///
/// Value within 6 ULP of the largest |t_k·ln(t_k/q_k)|, or 3e-14 of the target's sum where that is more, never
/// negative; gradient within 8 of the larger of its two parts
/// q_k·Σ_{j≠k} t_j and t_k·Σ_{j≠k} q_j. Source: Kullback & Leibler (1951), doi:10.1214/aoms/1177729694.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxKl};
///
/// let mut gradient = [[0.0; 2]];
/// let value =
///     SoftmaxKl::new().value_and_gradient(&[[0.0, 0.0]], &[[0.9, 0.1]], Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.368_064_2).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.4).abs() < 1e-6 && (gradient[0][1] - 0.4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxKl<const K: usize> {}

impl<const K: usize> SoftmaxKl<K> {
    /// The loss; it has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for SoftmaxKl<K> {
    type Row = [f32; K];
    type Target = [f32; K];

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        term(row, &Distribution::of(row), target, |x| *x, |_, _| {})
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let q = Distribution::of(row);
        let cells = Cell::from_mut(row.as_mut_slice()).as_slice_of_cells();
        let term = term(cells, &q, target, Cell::get, Cell::set);
        gradient(row, &q, target, scale);
        term
    }
}

/// The loss of a row, whose elements are read before the probability is written in their place.
#[cfg_attr(not(vectors), inline(never))]
fn term<T>(
    row: &[T],
    q: &Distribution,
    target: &[f32],
    read: impl Fn(&T) -> f32,
    write: impl Fn(&T, f32),
) -> f32 {
    let total = total(target);
    sum(row, |k, element| {
        let t = target.get(k).copied().unwrap_or(0.0);
        let x = read(element);
        let p = q.probability(x);
        write(element, p);
        let share = total * p;
        if (p < f32::MIN_POSITIVE || share < f32::MIN_POSITIVE) && t > share {
            of_log(x, q, t, total)
        } else {
            divergence(t, share)
        }
    })
}

/// What a class adds whose probability, or its share of the total, has lost digits; its logarithm has not.
#[cold]
#[cfg_attr(not(vectors), inline(never))]
fn of_log(x: f32, q: &Distribution, t: f32, total: f32) -> f32 {
    divergence_of_logs(t, q.log_probability(x) - (ln(t) - ln(total)))
}

/// Replaces the probabilities by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], q: &Distribution, target: &[f32], scale: f32) {
    let others = Others::of(target, |_, t| t);
    for (k, p) in row.iter_mut().enumerate() {
        let t = target.get(k).copied().unwrap_or(0.0);
        *p = (*p * others.than(k, t) - t * q.miss(k, *p)) * scale;
    }
}
