//! Divergence of a softmax from a target distribution.

use crate::domain::check_shares;
use crate::error::Error;
use crate::math::{
    Distribution, Others, divergence, divergence_by_selection, divergence_of_logs, factors, ln,
};
use crate::rowwise::Rowwise;
use crate::sum::{sum, sum_replacing, total};

/// Kullback–Leibler divergence KL(t‖q) from logits: Σₖ t_k·ln(t_k/q_k), with q = softmax(x) and a target distribution t.
///
#[doc = card!(rows SoftmaxKl: "`[f32; K]`, logits", "`[f32; K]`, a distribution")]
///
/// The gradient is q − t, as for [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense). The two losses differ by the
/// target's entropy: this one reaches 0, at q = t, so that its value says how much is left to learn. If the targets are another
/// network's logits, use [`Distillation`](crate::Distillation). If the model should rather miss a mode than spread over what the
/// target excludes, use [`SoftmaxReverseKl`](crate::SoftmaxReverseKl).
///
/// A target that is negative, infinite or NaN is refused. A target whose sum is S counts as S times the loss of t/S, with gradient
/// S·q − t. So targets of 0 mask a row of finite logits. 0·ln 0 is 0: a masked logit (−∞) costs nothing and has gradient 0 if its
/// target is 0, and costs +∞ otherwise. A logit of +∞ makes its row NaN.
///
/// **Error**: value within 6 ULP of the largest |t_k·ln(t_k/q_k)|, or 3e-14 of the target's sum if that is more, and never
/// negative; gradient within 8 ULP of the larger of its two parts, q_k·Σ_{j≠k} t_j and t_k·Σ_{j≠k} q_j, if no probability q lies
/// between 0 and 1.2e-38, where numbers have fewer digits. **Source**: Kullback & Leibler (1951), doi:10.1214/aoms/1177729694.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxKl};
///
/// let mut gradient = [[0.0; 2]];
/// let value = SoftmaxKl::new().value_and_gradient(
///     &[[0.0, 0.0]], &[[0.9, 0.1]], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.368_064_2).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.4).abs() < 1e-6);
/// assert!((gradient[0][1] - 0.4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxKl<const K: usize> {}

impl<const K: usize> SoftmaxKl<K> {
    /// Creates the loss. It has no parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for SoftmaxKl<K> {
    type Row = [f32; K];
    type Target = [f32; K];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &[f32; K]) -> Result<(), Error> {
        check_shares(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        term(row, &Distribution::of(row), &Goal::of(target))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let (q, replaced) = Distribution::replacing(row, 1.0);
        term_and_gradient(row, replaced, &q, &Goal::of(target), scale)
    }
}

/// The target of a row, divided by a power of 2 if its sum is so large that it might overflow.
#[derive(Clone, Copy)]
struct Goal<'a> {
    target: &'a [f32],
    /// 1, or 2⁻⁶⁴.
    unit: f32,
    /// The sum of the targets, times the unit.
    total: f32,
}

impl<'a> Goal<'a> {
    #[inline]
    fn of(target: &'a [f32]) -> Self {
        let total = total(target);
        if total <= 1e38 { Self { target, unit: 1.0, total } } else { Self::large(target) }
    }

    #[cold]
    #[inline(never)]
    fn large(target: &'a [f32]) -> Self {
        const UNIT: f32 = 1.0 / (1_u128 << 64) as f32;
        Self { target, unit: UNIT, total: sum(target, |_, t| *t * UNIT) }
    }

    /// Returns the target of class `k`, times the unit.
    #[inline]
    fn at(&self, k: usize) -> f32 {
        self.target.get(k).copied().unwrap_or(0.0) * self.unit
    }
}

/// Returns the loss of a row of logits.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], q: &Distribution, goal: &Goal<'_>) -> f32 {
    sum(row, |k, x| part(*x, q.probability(*x), q, goal.at(k), goal.total)) / goal.unit
}

/// Returns the loss of a row of logits, or of their weights if they are `replaced`, and replaces it by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn term_and_gradient(row: &mut [f32], replaced: bool, q: &Distribution, goal: &Goal<'_>, scale: f32) -> f32 {
    let others = Others::of(goal.target, |_, t| t * goal.unit);
    let (first, second) = factors(scale, 1.0 / goal.unit);
    let slope = move |k: usize, p: f32, t: f32| (p * others.than(k, t) - t * q.miss(k, p)) * first;
    let selecting = move |k: usize, x: f32, t: f32| {
        let (p, t) = (q.probability_of(x, replaced), t * goal.unit);
        let share = goal.total * p;
        let (term, known) = divergence_by_selection(t, share);
        (term, slope(k, p, t), known & (p >= f32::MIN_POSITIVE) & (share >= f32::MIN_POSITIVE))
    };
    let term = sum_replacing(row, goal.target, selecting, |k, x, t| {
        let (p, t) = (q.probability_of(x, replaced), t * goal.unit);
        (part(x, p, q, t, goal.total), slope(k, p, t))
    });
    if second != 1.0 {
        row.iter_mut().for_each(|slope| *slope *= second);
    }
    term / goal.unit
}

/// Returns the loss of one class with logit `x`, probability `p` and target `t`. The targets sum to `total`.
#[inline]
fn part(x: f32, p: f32, q: &Distribution, t: f32, total: f32) -> f32 {
    let share = total * p;
    if (p < f32::MIN_POSITIVE || share < f32::MIN_POSITIVE) && t > share {
        part_of_logs(x, q, t, total)
    } else {
        divergence(t, share)
    }
}

/// Returns the same from the logarithm of the probability, which has its digits if the probability or its share of the total is
/// subnormal.
#[cold]
#[cfg_attr(not(vectors), inline(never))]
fn part_of_logs(x: f32, q: &Distribution, t: f32, total: f32) -> f32 {
    divergence_of_logs(t, q.log_probability(x) - (ln(t) - ln(total)))
}
