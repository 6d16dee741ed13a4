//! Negative log-likelihood of the right answer, from energies.

use crate::Label;
use crate::classification::SoftmaxCrossEntropy;
use crate::error::Error;
use crate::loss::Loss;
use crate::reduction::Reduction;
use crate::rowwise::Rowwise;

/// Negative log-likelihood over energies: Eᵧ/T + ln Σₖ e^(−Eₖ/T), which is −ln pᵧ.
///
#[doc = card!(rows EnergyNll: "`[f32; K]`, energies of K answers", "`L`, the label y below K")]
///
/// The gradient ([k = y] − pₖ)/T pushes the right answer's energy down and every other one's up, by its probability. This is
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of the logits −E, with its accuracy. The loss sums over all answers: if there
/// are too many, sample with [`ContrastiveDivergence`](crate::ContrastiveDivergence).
///
/// **Parameter**: `temperature` (T) is 1 for p ∝ e^−E. LeCun's form is T times this loss.
///
/// An energy of +∞ is impossible: p = 0 and gradient 0 (the loss is +∞ if it is the label's). An energy of −∞ makes its row NaN
/// unless it is the label's.
///
/// **Error**: value and gradient within 6 ULP. 1/T rounds unless T is a power of 2; this adds 3·max|E|/T ULP. E/T beyond `f32::MAX`
/// counts as `f32::MAX`. **Source**: LeCun et al., *A Tutorial on Energy-Based Learning* (2006), §2.2.4.
///
/// ```
/// use microloss::{EnergyNll, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let value = EnergyNll::new(1.0).value_and_gradient(
///     &[[1.0, 2.0, 3.0]], &[0_u8], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.407_606).abs() < 1e-6);
/// assert!((gradient[0][0] - 0.334_759).abs() < 1e-6);
/// assert!((gradient[0][1] + 0.244_728_5).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EnergyNll<const K: usize, L = usize> {
    of_logits: SoftmaxCrossEntropy<K, L>,
}

impl<const K: usize, L: Label> EnergyNll<K, L> {
    constructor! {
        /// Creates the loss at this temperature.
        EnergyNll: new / try_new(temperature: positive) =>
            Self { of_logits: SoftmaxCrossEntropy::new().with_temperature(temperature) }
    }

    /// Returns the derivative of the reduced loss with respect to the temperature: (Σ p·E − Eᵧ)/T² for a row.
    ///
    /// # Errors
    ///
    /// The errors of [`Loss::value`].
    ///
    /// ```
    /// use microloss::{EnergyNll, Reduction};
    ///
    /// let slope = EnergyNll::new(1.0).temperature_gradient(
    ///     &[[1.0, 2.0, 3.0]], &[0_u8], Reduction::Mean,
    /// )?;
    /// assert!((slope - 0.424_790).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn temperature_gradient(
        &self,
        energies: &[[f32; K]],
        labels: &[L],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        TemperatureSlope(self).value(energies, labels, reduction)
    }
}

impl<const K: usize, L: Label> Rowwise for EnergyNll<K, L> {
    type Row = [f32; K];
    type Target = L;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        self.of_logits.check(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.of_logits.term(&row.map(|energy| -energy), target)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        row.iter_mut().for_each(|energy| *energy = -*energy);
        self.of_logits.term_and_gradient(row, target, -scale)
    }
}

/// Derivative dℓ/dT in the form of a loss, so that it is reduced like one.
struct TemperatureSlope<'a, T>(&'a T);

impl<const K: usize, L: Label> Rowwise for TemperatureSlope<'_, EnergyNll<K, L>> {
    type Row = [f32; K];
    type Target = L;

    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        self.0.check(row, target)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let logits = [row.map(|energy| -energy)];
        // The label has been checked. Nothing else can be refused.
        self.0.of_logits.temperature_gradient(&logits, &[*target], Reduction::Sum).unwrap_or(f32::NAN)
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, _: f32) -> f32 {
        self.term(row, target)
    }
}
