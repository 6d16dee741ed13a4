//! Divergence of a target distribution from a softmax.

use crate::domain::check_shares;
use crate::error::Error;
use crate::math::{Distribution, divergence, ln_ratio, replace_by_softmax, through_softmax};
use crate::rowwise::Rowwise;
use crate::sum::{sum, total};

/// Reverse Kullback–Leibler divergence KL(q‖t) from logits: Σₖ q_k·ln(q_k/t_k), with q = softmax(x) and a target distribution t.
///
#[doc = card!(rows SoftmaxReverseKl: "`[f32; K]`, logits", "`[f32; K]`, a distribution")]
///
/// The gradient is q_k·(d_k − Σⱼ qⱼ·dⱼ) with d_k = ln(q_k/t_k). The loss is mode-seeking: it punishes probability on classes where
/// the target has none, and forgives a missed mode. [`SoftmaxKl`](crate::SoftmaxKl) does the opposite, and is convex; this loss is
/// not.
///
/// A target that is negative, infinite or NaN is refused. Targets are divided by their sum. A sum beyond `f32::MAX` makes
/// every share 0. A target of 0 gives +∞ unless q has rounded to 0. The gradient is then
/// +∞ on the classes that the target excludes, −∞ on the rest and 0 on masked ones. To avoid that, give every target a floor, or
/// mask the class's logit with −∞: 0·ln 0 is 0. A logit of +∞ makes its row NaN. A target below 1.2e-38 of the sum loses digits,
/// and may count as 0.
///
/// **Error**: value within 8 ULP of the largest |q_k·ln(q_k/t_k)|, or 3e-14 if that is more, and never negative; gradient within 13
/// ULP of the largest q_k·|d_k − d_b| or q_k, with b the most probable class (for b itself, the largest over the other classes), if
/// no probability q lies between 0 and 1.2e-38, where numbers have fewer digits. **Source**: Kullback & Leibler (1951),
/// doi:10.1214/aoms/1177729694; for distillation Gu et al. (2023), arXiv:2306.08543.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxReverseKl};
///
/// let mut gradient = [[0.0; 2]];
/// let value = SoftmaxReverseKl::new().value_and_gradient(
///     &[[0.0, 0.0]], &[[0.9, 0.1]], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.510_825_6).abs() < 1e-6);
/// // ½·(ln(½/0.9) − 0.5108) = −½·ln 3.
/// assert!((gradient[0][0] + 0.549_306_1).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxReverseKl<const K: usize> {}

impl<const K: usize> SoftmaxReverseKl<K> {
    /// Creates the loss. It has no parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for SoftmaxReverseKl<K> {
    type Row = [f32; K];
    type Target = [f32; K];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &[f32; K]) -> Result<(), Error> {
        check_shares(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        let q = Distribution::of(row);
        term(row, target, |x| q.probability(x))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let (best, _) = replace_by_softmax(row);
        let term = term(row, target, |q| q);
        gradient(row, best, target, term, scale);
        term
    }
}

/// Returns the loss of a row. `probability` maps an element of the row to a probability.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], target: &[f32], probability: impl Fn(f32) -> f32) -> f32 {
    let total = total(target);
    sum(row, |k, x| divergence(probability(*x), share(target, k, total)))
}

/// Returns the target of class `k` divided by the sum of all targets, and 0 for a target of 0, also if all are 0.
#[inline]
fn share(target: &[f32], k: usize, total: f32) -> f32 {
    let t = target.get(k).copied().unwrap_or(0.0);
    if t == 0.0 { 0.0 } else { t / total }
}

/// Replaces the probabilities by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(q: &mut [f32], best: usize, target: &[f32], term: f32, scale: f32) {
    if term == f32::INFINITY {
        let total = total(target);
        // The limit of the gradient for targets that fall to 0.
        for (k, q) in q.iter_mut().enumerate() {
            *q = match (*q, share(target, k, total)) {
                (0.0, _) => 0.0,
                (_, 0.0) => f32::INFINITY,
                _ => f32::NEG_INFINITY,
            };
        }
        return;
    }
    through_softmax(q, best, scale, |k, p| ln_ratio(p, target.get(k).copied().unwrap_or(0.0)));
}
