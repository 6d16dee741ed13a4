//! Margin losses for K classes.

use super::{ClassWeights, Label, check_label, class_weights};
use crate::error::Error;
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::marker::PhantomData;

/// Returns the label's score, or NaN for a label without one.
#[inline]
fn score<const K: usize>(row: &[f32; K], label: usize) -> f32 {
    row.get(label).copied().unwrap_or(f32::NAN)
}

/// Multi-class hinge of Crammer and Singer: max(0, m + max_{j≠y} s_j − s_y), with margin m.
///
#[doc = card!(rows CrammerSingerHinge: "`[f32; K]`, scores", "`L`, a label below K")]
///
/// While the loss is positive, the gradient is +1 at the best other class (the first of equals), −1 at y, and 0 elsewhere. If the
/// loss is 0, at the kink too, the gradient is 0. Only the strongest rival learns; [`WestonWatkinsHinge`] counts them all. For
/// probabilities use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Parameter**: `margin` (m) is usually 1.
///
/// **Error**: value within 2 ULP of the largest of its three terms, gradient exact, on the side of the kink on which the rounded
/// value lies. **Source**: Crammer & Singer, *On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines*, JMLR 2
/// (2001).
///
/// ```
/// use microloss::{CrammerSingerHinge, Loss, Reduction};
///
/// let (rows, labels) = ([[2.0, 1.5, -1.0]], [0_u8]);
/// let mut gradient = [[0.0; 3]];
/// let loss = CrammerSingerHinge::new(1.0);
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[-1.0, 1.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CrammerSingerHinge<const K: usize, L = u8> {
    margin: f32,
    label: PhantomData<L>,
}

impl<const K: usize, L: Copy> CrammerSingerHinge<K, L> {
    constructor! {
        /// Creates the loss with this `margin`.
        CrammerSingerHinge: new / try_new(margin: positive) => Self { margin, label: PhantomData }
    }

    /// Returns the loss, and the best of the other classes.
    #[inline]
    fn against_best(&self, row: &[f32; K], label: usize) -> (f32, usize) {
        let mut best = (K, f32::NEG_INFINITY);
        let mut poison = 0.0;
        for (j, s) in row.iter().enumerate() {
            if s.is_nan() {
                poison = f32::NAN;
            }
            if j != label && *s > best.1 {
                best = (j, *s);
            }
        }
        let violation = self.margin + (best.1 - score(row, label)) + poison;
        (if violation <= 0.0 { 0.0 } else { violation }, best.0)
    }
}

impl<const K: usize, L: Label> Rowwise for CrammerSingerHinge<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.against_best(row, target.index()).0
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let (term, best) = self.against_best(row, target.index());
        row.fill(if term.is_nan() { f32::NAN } else { 0.0 });
        if term > 0.0 {
            for (class, slope) in [(best, scale), (target.index(), -scale)] {
                if let Some(x) = row.get_mut(class) {
                    *x = slope;
                }
            }
        }
        term
    }
}

/// Multi-class hinge of Weston and Watkins: (w_y/K)·Σ_{j≠y} max(0, m − s_y + s_j)^p, with margin m and p = 1 or 2.
///
#[doc = card!(rows WestonWatkinsHinge: "`[f32; K]`, scores", "`L`, a label below K")]
///
/// The gradient of class j is p·max(0, …)^(p−1)·w_y/K, that of y is minus their sum. It is 0 at every kink. The division by K (not
/// K − 1) is PyTorch's `MultiMarginLoss`; the paper has none.
///
/// **Parameters**: `margin` (m) is usually 1. The power p is 1, or 2 by [`squared`](Self::squared). Class weights w are 1 unless
/// set.
///
/// If only the strongest rival matters use [`CrammerSingerHinge`], for probabilities
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Error**: value and gradient within 6 ULP of the largest term. **Source**: Weston & Watkins, *Support Vector Machines for
/// Multi-Class Pattern Recognition*, ESANN (1999).
///
/// ```
/// use microloss::{Loss, Reduction, WestonWatkinsHinge};
///
/// let (rows, labels) = ([[2.0, 1.5, -1.0, 3.0]], [0_u8]);
/// let mut gradient = [[0.0; 4]];
/// let loss = WestonWatkinsHinge::new(1.0);
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, (0.5 + 2.0) / 4.0);
/// assert_eq!(gradient, [[-0.5, 0.25, 0.0, 0.25]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct WestonWatkinsHinge<const K: usize, L = u8, W = ()> {
    margin: f32,
    squared: bool,
    class_weights: W,
    label: PhantomData<L>,
}

impl<const K: usize, L: Copy> WestonWatkinsHinge<K, L> {
    constructor! {
        /// Creates the loss with this `margin` and p = 1.
        WestonWatkinsHinge: new / try_new(margin: positive) => Self {
            margin, squared: false, class_weights: (), label: PhantomData
        }
    }
}

class_weights! {
    /// Weights rows by their label's class. `Mean` divides by the number of rows all the same, as PyTorch does.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, WestonWatkinsHinge};
    ///
    /// let weights = [2.0, 1.0, 1.0, 1.0];
    /// let loss = WestonWatkinsHinge::new(1.0).with_class_weights(&weights);
    /// let value = loss.value(&[[2.0, 1.5, -1.0, 3.0]], &[0_u8], Reduction::Mean)?;
    /// assert_eq!(value, 2.0 * (0.5 + 2.0) / 4.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [const K: usize, L: Copy] WestonWatkinsHinge<K, L> { margin, squared, label }:
        with_class_weights / try_with_class_weights,
        with_owned_class_weights / try_with_owned_class_weights(class_weights)
}

impl<const K: usize, L: Copy, W: ClassWeights<K>> WestonWatkinsHinge<K, L, W> {
    /// Sets p = 2.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, WestonWatkinsHinge};
    ///
    /// let loss = WestonWatkinsHinge::new(1.0).squared();
    /// let value = loss.value(&[[2.0, 1.5, -1.0, 3.0]], &[0_u8], Reduction::Mean)?;
    /// assert_eq!(value, (0.5 * 0.5 + 2.0 * 2.0) / 4.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn squared(self) -> Self {
        Self { squared: true, ..self }
    }

    /// Returns w_y / K.
    #[inline]
    fn weight_of(&self, label: usize) -> f32 {
        self.class_weights.weights().map_or(1.0, |weights| weights.get(label).copied().unwrap_or(0.0))
            / K as f32
    }

    /// Returns max(0, m − s_y + s_j). NaN stays NaN.
    #[inline]
    fn violation(&self, own: f32, other: f32) -> f32 {
        let violation = self.margin + (other - own);
        if violation <= 0.0 { 0.0 } else { violation }
    }

    /// Returns violation^p and its derivative.
    #[inline]
    fn power(&self, violation: f32) -> (f32, f32) {
        if self.squared {
            (violation * violation, 2.0 * violation)
        } else if violation > 0.0 {
            (violation, 1.0)
        } else {
            (violation, violation)
        }
    }
}

impl<const K: usize, L: Label, W: ClassWeights<K>> Rowwise for WestonWatkinsHinge<K, L, W> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let label = target.index();
        let weight = self.weight_of(label);
        if weight == 0.0 {
            return 0.0;
        }
        let own = score(row, label);
        let violations =
            sum(row, |j, s| if j == label { 0.0 } else { self.power(self.violation(own, *s)).0 });
        weight * violations
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let label = target.index();
        let weight = self.weight_of(label);
        if weight == 0.0 {
            row.fill(0.0);
            return 0.0;
        }
        let term = self.term(row, target);
        let own = score(row, label);
        for (j, s) in row.iter_mut().enumerate() {
            let slope = if j == label { 0.0 } else { self.power(self.violation(own, *s)).1 };
            *s = weight * slope * scale;
        }
        let others = sum(row, |_, slope| *slope);
        if let Some(x) = row.get_mut(label) {
            *x = -others;
        }
        term
    }
}
