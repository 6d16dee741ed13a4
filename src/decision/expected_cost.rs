//! Training for the expected cost itself.

use super::CostMatrix;
use crate::classification::{Label, check_label};
use crate::error::Error;
use crate::loss::Rowwise;
use crate::math::Distribution;
use crate::sum::sum;
use core::marker::PhantomData;

/// Expected cost of a soft decision: Σₖ p_k·C_yk, with p = softmax(x).
///
/// A row holds K logits, the label y is the true class, C the costs: row y of the [`CostMatrix`] is what each decision costs
/// where y is the truth. The gradient is p_k·(C_yk − Σⱼ pⱼ·C_yj). Bounded by the largest cost and not convex: it optimises the
/// decision and leaves the probabilities uncalibrated; it also vanishes where the network is sure, and wrong. Start from a
/// network trained with [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// Masked logits (−∞) have p = 0. Value and gradient within 8 ULP of the largest term. Source: Elkan, *The Foundations of
/// Cost-Sensitive Learning*, IJCAI (2001), eq. 1; as a training loss: Galdran et al. (2020), arXiv:2010.00291.
///
/// ```
/// use microloss::{CostMatrix, ExpectedCost, Loss, Reduction};
///
/// let costs = CostMatrix::new([[0.0, 2.0], [8.0, 0.0]]);
/// let mut gradient = [[0.0; 2]];
/// let loss = ExpectedCost::new(&costs);
/// let value = loss.value_and_gradient(&[[1.0, 1.0]], &[1_u8], Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (4.0, [[2.0, -2.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ExpectedCost<'a, const K: usize, L = usize> {
    costs: &'a CostMatrix<K>,
    label: PhantomData<L>,
}

impl<'a, const K: usize, L: Label> ExpectedCost<'a, K, L> {
    /// The loss under these costs.
    #[must_use]
    pub const fn new(costs: &'a CostMatrix<K>) -> Self {
        Self { costs, label: PhantomData }
    }
}

impl<const K: usize, L: Label> Rowwise for ExpectedCost<'_, K, L> {
    type Row = [f32; K];
    type Target = L;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let Some(costs) = self.costs.of_class(target.index()) else { return f32::NAN };
        Standing::of(Distribution::of(row, 1.0), row, costs).value()
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        // Here, and not on top of the stack that `gradient` takes.
        let q = Distribution::of(row, 1.0);
        gradient(row, q, self.costs.of_class(target.index()).map(<[f32; K]>::as_slice), scale)
    }
}

/// What the row's softmax costs: Σ p_k·C_k = C_b + Σ p_k·(C_k − C_b), with b the best class.
///
/// Costs are taken relative to that of the best class: where the network is sure, all of them cancel but what the others add.
struct Standing {
    q: Distribution,
    /// C_b.
    sure: f32,
    /// Σ p_k·(C_k − C_b).
    excess: f32,
}

impl Standing {
    fn of(q: Distribution, row: &[f32], costs: &[f32]) -> Self {
        let sure = costs.get(q.best).copied().unwrap_or(0.0);
        let excess = sum(row, |k, x| q.probability(*x) * (costs.get(k).copied().unwrap_or(0.0) - sure));
        Self { q, sure, excess }
    }

    fn value(&self) -> f32 {
        self.sure + self.excess
    }
}

fn gradient(row: &mut [f32], q: Distribution, costs: Option<&[f32]>, scale: f32) -> f32 {
    let Some(costs) = costs else {
        // Here, and not where K is known: unrolled in the loop over the batch it would take 150 bytes of stack.
        row.fill(f32::NAN);
        return f32::NAN;
    };
    let standing = Standing::of(q, row, costs);
    for (x, cost) in row.iter_mut().zip(costs) {
        *x = standing.q.probability(*x) * ((cost - standing.sure) - standing.excess) * scale;
    }
    standing.value()
}
