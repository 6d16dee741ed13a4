//! Expected cost as a training loss.

use super::CostMatrix;
use crate::classification::{Label, check_label};
use crate::error::Error;
use crate::math::{Distribution, replace_by_softmax};
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::borrow::Borrow;
use core::marker::PhantomData;

/// Expected cost of a soft decision: Σₖ p_k·C_yk, with p = softmax(x).
///
#[doc = card!(rows ExpectedCost: "`[f32; K]`, logits", "the true class y: `u8`, `u16`, `u32` or `usize`")]
///
/// The gradient is p_k·(C_yk − Σⱼ pⱼ·C_yj). Masked logits (−∞) have p = 0.
///
/// **Parameter**: `costs` (C) is a [`CostMatrix`]. Its row y holds the cost of each decision if y is the truth.
///
/// The loss is bounded by the largest cost, and not convex. It optimises the decision and leaves the probabilities
/// uncalibrated. Its gradient also vanishes if the network is sure, and wrong. So start from a network trained with
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Error**: value and gradient within 8 ULP of the row's largest cost. **Source**: Elkan, *The Foundations of Cost-Sensitive
/// Learning*, IJCAI (2001), eq. 1; as a training loss: Galdran et al. (2020), arXiv:2010.00291.
///
/// **Run it**: `cargo run --release --example cost_matrix`.
///
/// ```
/// use microloss::{CostMatrix, ExpectedCost, Loss, Reduction};
///
/// let costs = CostMatrix::new([[0.0, 2.0], [8.0, 0.0]]);
/// let (logits, label, mut gradient) = ([[1.0, 1.0]], [1_u8], [[0.0; 2]]);
/// let value = ExpectedCost::new(&costs)
///     .value_and_gradient(&logits, &label, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (4.0, [[2.0, -2.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ExpectedCost<const K: usize, L = u8, C = &'static CostMatrix<K>> {
    costs: C,
    label: PhantomData<L>,
}

impl<const K: usize, L: Copy, C: Borrow<CostMatrix<K>>> ExpectedCost<K, L, C> {
    /// Creates the loss under these costs, borrowed or owned.
    #[must_use]
    pub const fn new(costs: C) -> Self {
        Self { costs, label: PhantomData }
    }

    /// Returns the cost of each decision if `label` is the truth; empty if `label` is not a class.
    #[inline]
    fn costs_of(&self, label: L) -> &[f32]
    where
        L: Label,
    {
        self.costs.borrow().of_class(label.index()).map_or(&[], <[f32; K]>::as_slice)
    }
}

impl<const K: usize, L: Label, C: Borrow<CostMatrix<K>>> Rowwise for ExpectedCost<K, L, C> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let q = Distribution::of(row);
        Standing::of(row, self.costs_of(*target), q.best, |x| q.probability(x)).value()
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        // Sequential calls, so their stack frames do not add up.
        let ((best, _), costs) = (replace_by_softmax(row), self.costs_of(*target));
        let standing = Standing::of(row, costs, best, |p| p);
        standing.gradient(row, costs, scale);
        standing.value()
    }
}

/// Cost of a row's softmax: Σ p_k·C_k = C_b + Σ p_k·(C_k − C_b), with b the best class.
///
/// Costs are relative to that of the best class. If the network is sure, they cancel except for the contributions of the others.
struct Standing {
    /// C_b.
    sure: f32,
    /// Σ p_k·(C_k − C_b).
    excess: f32,
}

impl Standing {
    /// Computes the cost of a row whose elements have these probabilities.
    #[cfg_attr(not(vectors), inline(never))]
    fn of(row: &[f32], costs: &[f32], best: usize, probability: impl Fn(f32) -> f32) -> Self {
        let sure = cost(costs, best);
        Self { sure, excess: sum(row, |k, x| probability(*x) * (cost(costs, k) - sure)) }
    }

    #[inline]
    fn value(&self) -> f32 {
        self.sure + self.excess
    }

    /// Replaces the probabilities by the gradient.
    #[cfg_attr(not(vectors), inline(never))]
    fn gradient(&self, row: &mut [f32], costs: &[f32], scale: f32) {
        for (k, p) in row.iter_mut().enumerate() {
            *p = *p * ((cost(costs, k) - self.sure) - self.excess) * scale;
        }
    }
}

/// Returns the cost of a decision, or NaN if the truth is not one of the classes.
#[inline]
fn cost(costs: &[f32], decision: usize) -> f32 {
    costs.get(decision).copied().unwrap_or(f32::NAN)
}
