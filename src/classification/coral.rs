//! Ordinal regression: classes that have an order.

use super::{ClassWeights, Label, check_label, class_weights};
use crate::error::Error;
use crate::kernel::logistic;
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::cell::Cell;
use core::marker::PhantomData;

/// CORAL, for ranks that have an order: −Σₖ λₖ·ln σ(±xₖ), with + for the thresholds below the label's rank y, k < y.
///
#[doc = card!(rows Coral: "`[f32; K]`, logits of K thresholds", "`L`, a rank from 0 to K")]
///
/// Ranks are grades, stages of wear, levels of comfort: K + 1 of them have K thresholds between. Logit k says that the rank is above
/// k. The last layer has one output f, whose weights all thresholds share, and a bias for each: xₖ = f + bₖ. Then the gradient of f is
/// the sum of the row's, and the biases keep their order, so that no two thresholds contradict each other. The predicted rank
/// is the number of logits above 0.
///
/// The gradient is λₖ·σ(xₖ), or −λₖ·σ(−xₖ) for k < y.
///
/// **Parameter**: `importance` (λ) weights the thresholds, and is 1 unless set.
///
/// A mistake by two ranks costs about twice that of one. If the classes have no order, use
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). If the distances between ranks mean something, as degrees do, use
/// [`Huber`](crate::Huber). If the costs of mistakes are known, use [`ExpectedCost`](crate::ExpectedCost).
///
/// A logit of −∞ on the wrong side costs +∞, with a finite gradient. A threshold of importance 0 has loss 0 and gradient 0. The loss is
/// convex in the logits.
///
/// **Error**: value and gradient within 4 ULP for |x| up to 87, if the λ are normal numbers or 0. **Source**: Cao, Mirjalili & Raschka,
/// *Rank consistent ordinal regression for neural networks with application to age estimation* (2020), arXiv:1901.07884, eq. 4.
///
/// ```
/// use microloss::{Coral, Loss, Reduction};
///
/// // Ranks 0 to 3; the true one is 2. At x = 0 each threshold costs ln 2.
/// let mut gradient = [[0.0; 3]];
/// let loss = Coral::new();
/// let value =
///     loss.value_and_gradient(&[[0.0; 3]], &[2_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - 3.0 * core::f32::consts::LN_2).abs() < 1e-6);
/// assert_eq!(gradient, [[-0.5, -0.5, 0.5]]);
///
/// // One output and three biases: the predicted rank.
/// let (f, biases) = (0.5, [1.0, 0.25, -1.0]);
/// assert_eq!(biases.iter().filter(|b| f + **b > 0.0).count(), 2);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Coral<const K: usize, L = u8, W = ()> {
    importance: W,
    label: PhantomData<L>,
}

impl<const K: usize, L: Copy> Default for Coral<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Copy> Coral<K, L> {
    /// Creates the loss with every λ 1.
    #[must_use]
    pub const fn new() -> Self {
        Self { importance: (), label: PhantomData }
    }
}

class_weights! {
    /// Weights the thresholds by their `importance`.
    ///
    /// ```
    /// use microloss::{Coral, Loss, Reduction};
    ///
    /// let loss = Coral::new().with_importance(&[1.0, 3.0]);
    /// let value = loss.value(&[[0.0, 0.0]], &[1_u8], Reduction::Mean)?;
    /// assert!((value - 4.0 * core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [const K: usize, L: Copy] Coral<K, L> { label }:
        with_importance / try_with_importance,
        with_owned_importance / try_with_owned_importance(importance)
}

impl<const K: usize, L: Label, W: ClassWeights<K>> Rowwise for Coral<K, L, W> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K.saturating_add(1))
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        term(row, target.index(), self.importance.weights())
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        gradient(row, target.index(), self.importance.weights(), scale)
    }
}

/// Returns the weights of both sides of a threshold: λ for that of the rank, and 0 for the other.
#[inline]
fn sides(threshold: usize, rank: usize, importance: Option<&[f32]>) -> (f32, f32) {
    let weight = importance.map_or(1.0, |weights| weights.get(threshold).copied().unwrap_or(0.0));
    if threshold < rank { (0.0, weight) } else { (weight, 0.0) }
}

#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], rank: usize, importance: Option<&[f32]>) -> f32 {
    sum(row, |k, x| {
        let (negative, positive) = sides(k, rank, importance);
        logistic(*x, negative, positive).value
    })
}

/// Replaces a row by its gradient. Returns the loss.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], rank: usize, importance: Option<&[f32]>, scale: f32) -> f32 {
    sum(Cell::from_mut(row).as_slice_of_cells(), |k, x| {
        let (negative, positive) = sides(k, rank, importance);
        let point = logistic(x.get(), negative, positive);
        x.set(point.slope * scale);
        point.value
    })
}
