//! Losses that compare the right answer's energy with that of one other.

use core::marker::PhantomData;

use crate::Label;
use crate::classification::check_label;
use crate::error::Error;
use crate::rowwise::Rowwise;

/// Perceptron loss over energies: Eᵧ − minₖ Eₖ.
///
#[doc = card!(rows EnergyPerceptron: "`[f32; K]`, energies of K answers", "`L`, the label y below K")]
///
/// The gradient is +1 at y and −1 at the lowest energy (the first of equals), and 0 if y is among the lowest. There is no margin:
/// all energies may become equal, which makes the loss 0 and the model useless. If that happens, use [`EnergyHinge`]. An energy of
/// +∞ is an impossible answer.
///
/// **Error**: exact to a ULP of the larger energy. **Source**: LeCun et al., *A Tutorial on Energy-Based Learning* (2006), §2.2.2;
/// Collins, *Discriminative Training Methods for Hidden Markov Models* (2002).
///
/// ```
/// use microloss::{EnergyPerceptron, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let value = EnergyPerceptron::new().value_and_gradient(
///     &[[1.5, 0.5, 3.0]], &[0_u8], Reduction::Mean, &mut gradient,
/// )?;
/// assert_eq!((value, gradient), (1.0, [[1.0, -1.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EnergyPerceptron<const K: usize, L = u8> {
    label: PhantomData<L>,
}

impl<const K: usize, L: Label> Default for EnergyPerceptron<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Label> EnergyPerceptron<K, L> {
    /// Creates the loss. It has no parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self { label: PhantomData }
    }
}

/// Hinge loss over energies: max(0, m + Eᵧ − min_{k≠y} Eₖ), with margin m.
///
#[doc = card!(rows EnergyHinge: "`[f32; K]`, energies of K answers", "`L`, the label y below K")]
///
/// While the loss is positive, the gradient is +1 at y and −1 at the most offending wrong answer, which has the lowest energy (the
/// first of equals). Otherwise it is 0, also at the kink, the point at which the loss reaches 0. The loss is
/// [`CrammerSingerHinge`](crate::CrammerSingerHinge) of the scores −E. For probabilities use [`EnergyNll`](crate::EnergyNll). An
/// energy of +∞ is an impossible answer.
///
/// **Parameter**: `margin` (m) is in units of the energy, usually 1 (the default of PyTorch's `MultiMarginLoss`).
///
/// **Error**: value within 2 ULP of the largest of its three terms; gradient exact, on the side of the kink on which the rounded
/// value lies. **Source**: LeCun et al., *A Tutorial on Energy-Based Learning* (2006), §2.2.3.
///
/// ```
/// use microloss::{EnergyHinge, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let value = EnergyHinge::new(1.0).value_and_gradient(
///     &[[0.5, 1.25, 3.0]], &[0_u8], Reduction::Mean, &mut gradient,
/// )?;
/// assert_eq!((value, gradient), (0.25, [[1.0, -1.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EnergyHinge<const K: usize, L = u8> {
    margin: f32,
    label: PhantomData<L>,
}

impl<const K: usize, L: Label> EnergyHinge<K, L> {
    constructor! {
        /// Creates the loss with this margin.
        EnergyHinge: new / try_new(margin: positive) => Self { margin, label: PhantomData }
    }
}

/// Implements the two losses, which differ in their margin.
macro_rules! with_margin {
    ($($loss:ident: |$self:ident| $margin:expr;)+) => {$(
        impl<const K: usize, L: Label> Rowwise for $loss<K, L> {
            type Row = [f32; K];
            type Target = L;
            const NAN_ONLY_WITH_VALUE: bool = true;

            #[inline]
            fn check(&self, row: usize, target: &L) -> Result<(), Error> {
                check_label(row, *target, K)
            }

            #[inline]
            fn term(&$self, row: &[f32; K], target: &L) -> f32 {
                against_lowest(row, target.index(), $margin).0
            }

            #[inline]
            fn term_and_gradient(&$self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
                term_and_gradient(row, target.index(), $margin, scale)
            }
        }
    )+};
}
with_margin! {
    EnergyPerceptron: |self| 0.0;
    EnergyHinge: |self| self.margin;
}

/// Returns max(0, m + Eᵧ − min_{k≠y} Eₖ), and the place of the lowest of the others.
fn against_lowest(row: &[f32], label: usize, margin: f32) -> (f32, usize) {
    let mut lowest = (row.len(), f32::INFINITY);
    let mut poison = 0.0;
    for (k, energy) in row.iter().enumerate() {
        if energy.is_nan() {
            poison = f32::NAN;
        }
        if k != label && *energy < lowest.1 {
            lowest = (k, *energy);
        }
    }
    let own = row.get(label).copied().unwrap_or(f32::NAN);
    let violation = margin + (own - lowest.1) + poison;
    (if violation <= 0.0 { 0.0 } else { violation }, lowest.0)
}

/// Returns the loss of a row, and replaces the row by its gradient.
fn term_and_gradient(row: &mut [f32], label: usize, margin: f32, scale: f32) -> f32 {
    let (term, lowest) = against_lowest(row, label, margin);
    row.fill(if term.is_nan() { f32::NAN } else { 0.0 });
    if term > 0.0 {
        for (k, slope) in [(lowest, -scale), (label, scale)] {
            if let Some(energy) = row.get_mut(k) {
                *energy = slope;
            }
        }
    }
    term
}
