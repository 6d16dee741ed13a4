//! Likelihood of the right answer among energies.

use crate::Label;
use crate::classification::SoftmaxCrossEntropy;
use crate::error::Error;
use crate::loss::Loss;
use crate::reduction::Reduction;
use crate::rowwise::Rowwise;

/// Negative log-likelihood over energies: Eᵧ/T + ln Σₖ e^(−Eₖ/T), which is −ln pᵧ.
///
/// A row holds the energies of K answers, the label y is an integer below K. The gradient ([k = y] − pₖ)/T pushes the
/// right answer's energy down and every other one's up, by its probability. This is
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of the logits −E, with its accuracy; LeCun's form is T times it.
/// An energy of +∞ is impossible: p = 0, gradient 0 (+∞ loss if it is the label's). An energy of −∞ makes its row NaN
/// unless it is the label's. To sum over all answers is the price of this loss: where there are too many, sample with
/// [`ContrastiveDivergence`](crate::ContrastiveDivergence).
///
/// Value and gradient within 6 ULP, and 3·max|E|/T more where 1/T rounds, as it does unless T is a power of 2. E/T beyond
/// `f32::MAX` counts as that. Source: LeCun et al., *A Tutorial on Energy-Based Learning* (2006), §2.2.4.
///
/// ```
/// use microloss::{EnergyNll, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let loss = EnergyNll::new(1.0);
/// let value = loss.value_and_gradient(&[[1.0, 2.0, 3.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.407_606).abs() < 1e-6);
/// assert!((gradient[0][0] - 0.334_759).abs() < 1e-6 && (gradient[0][1] + 0.244_728_5).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EnergyNll<const K: usize, L = usize> {
    of_logits: SoftmaxCrossEntropy<K, L>,
}

impl<const K: usize, L: Label> EnergyNll<K, L> {
    /// The loss at this temperature.
    ///
    /// # Panics
    ///
    /// Unless `temperature` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(temperature: f32) -> Self {
        match Self::try_new(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("EnergyNll: the temperature must be a positive normal number"),
        }
    }

    /// The loss at a temperature that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `temperature` is a positive normal number.
    pub const fn try_new(temperature: f32) -> Result<Self, Error> {
        match SoftmaxCrossEntropy::new().try_with_temperature(temperature) {
            Ok(of_logits) => Ok(Self { of_logits }),
            Err(error) => Err(error),
        }
    }

    /// The derivative of the reduced loss with respect to the temperature: (Σ p·E − Eᵧ)/T² for a row.
    ///
    /// # Errors
    ///
    /// As [`Loss::value`].
    ///
    /// ```
    /// use microloss::{EnergyNll, Reduction};
    ///
    /// let slope = EnergyNll::new(1.0).temperature_gradient(&[[1.0, 2.0, 3.0]], &[0_u8], Reduction::Mean)?;
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

/// dℓ/dT as a loss, so that it is reduced like one.
struct TemperatureSlope<'a, T>(&'a T);

impl<const K: usize, L: Label> Rowwise for TemperatureSlope<'_, EnergyNll<K, L>> {
    type Row = [f32; K];
    type Target = L;

    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        self.0.check(row, target)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let logits = [row.map(|energy| -energy)];
        // The label has been checked; nothing else can be refused.
        self.0.of_logits.temperature_gradient(&logits, &[*target], Reduction::Sum).unwrap_or(f32::NAN)
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, _: f32) -> f32 {
        self.term(row, target)
    }
}
