//! Symmetric divergence of a softmax and a target distribution.

use super::divergence::jensen;
use crate::domain::check_shares;
use crate::error::Error;
use crate::math::{Distribution, ln_1p, ln_ratio, replace_by_softmax, through_softmax};
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Jensen–Shannon divergence from logits: ½·KL(t‖m) + ½·KL(q‖m), with q = softmax(x), target t and m = (t + q)/2.
///
#[doc = card!(rows SoftmaxJensenShannon: "`[f32; K]`, logits", "`[f32; K]`, a distribution")]
///
/// The gradient is ½·q_k·(d_k − Σⱼ qⱼ·dⱼ) with d_k = ln(q_k/m_k). The loss lies between 0 and ln 2, so that a wrong or noisy target
/// costs a bounded amount. For the same reason the gradient vanishes if the model is surely wrong: to start training,
/// [`SoftmaxKl`](crate::SoftmaxKl) is the better choice. The loss is not convex in the logits.
///
/// A target that is negative, infinite or NaN is refused. Targets of 0 and logits of −∞ are allowed; a masked class has gradient 0.
/// A logit of +∞ makes its row NaN.
///
/// **Error**: value within 6 ULP of the largest of |t_k·ln(t_k/m_k)| and |q_k·ln(q_k/m_k)|, or 1e-14 if that is more, and never
/// negative; gradient within 10 ULP of half the largest q_k·|d_k − d_b| or q_k, with b the most probable class (for b itself, the
/// largest of the other classes), if no probability q lies between 0 and 1.2e-38, where numbers have fewer digits. **Source**: Lin
/// (1991), doi:10.1109/18.61115; as a loss Englesson & Azizpour (2021), arXiv:2105.04522.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxJensenShannon};
///
/// let mut gradient = [[0.0; 2]];
/// let value = SoftmaxJensenShannon::new().value_and_gradient(
///     &[[0.0, 0.0]], &[[0.9, 0.1]], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.101_749_2).abs() < 1e-6);
/// // ⅛·ln((0.5/0.7)/(0.5/0.3)) = ⅛·ln(3/7).
/// assert!((gradient[0][0] + 0.105_912_2).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxJensenShannon<const K: usize> {}

impl<const K: usize> SoftmaxJensenShannon<K> {
    /// Creates the loss. It has no parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for SoftmaxJensenShannon<K> {
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
        gradient(row, best, target, scale);
        term
    }
}

/// Returns the loss of a row. `probability` maps an element of the row to a probability.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], target: &[f32], probability: impl Fn(f32) -> f32) -> f32 {
    sum(row, |k, x| jensen(target.get(k).copied().unwrap_or(0.0), probability(*x)))
}

/// Replaces the probabilities by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(q: &mut [f32], best: usize, target: &[f32], scale: f32) {
    through_softmax(q, best, 0.5 * scale, |k, p| {
        let t = target.get(k).copied().unwrap_or(0.0);
        let both = t + p;
        // q/m = 1 + (q − t)/(q + t).
        let excess = (p - t) / both;
        if excess > -0.5 { ln_1p(excess) } else { ln_ratio(p, 0.5 * both) }
    });
}
