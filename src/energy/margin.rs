//! Losses that compare the right answer's energy with that of one other.

use crate::Label;
use crate::classification::CrammerSingerHinge;
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
pub struct EnergyPerceptron<const K: usize, L = usize> {
    hinge: CrammerSingerHinge<K, L>,
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
        Self { hinge: CrammerSingerHinge::without_margin() }
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
pub struct EnergyHinge<const K: usize, L = usize> {
    hinge: CrammerSingerHinge<K, L>,
}

impl<const K: usize, L: Label> EnergyHinge<K, L> {
    constructor! {
        /// Creates the loss with this margin.
        EnergyHinge: new / try_new(margin: positive) => Self { hinge: CrammerSingerHinge::new(margin) }
    }
}

/// Implements the losses of energies by their hinge loss of the scores −E.
macro_rules! of_scores {
    ($($loss:ident)+) => {$(
        impl<const K: usize, L: Label> Rowwise for $loss<K, L> {
            type Row = [f32; K];
            type Target = L;

            #[inline]
            fn check(&self, row: usize, target: &L) -> Result<(), Error> {
                self.hinge.check(row, target)
            }

            #[inline]
            fn term(&self, row: &[f32; K], target: &L) -> f32 {
                self.hinge.term(&row.map(|energy| -energy), target)
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
                row.iter_mut().for_each(|energy| *energy = -*energy);
                self.hinge.term_and_gradient(row, target, -scale)
            }
        }
    )+};
}
of_scores!(EnergyPerceptron EnergyHinge);
