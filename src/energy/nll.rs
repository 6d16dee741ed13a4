//! Negative log-likelihood of the right answer, from energies.

use core::marker::PhantomData;

use crate::Label;
use crate::batch::{Uniform, check, value};
use crate::classification::check_label;
use crate::error::Error;
use crate::kernel::LabelProbability;
use crate::math::{exp_nonpositive, factors, temper};
use crate::reduction::Reduction;
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Negative log-likelihood over energies: Eᵧ/T + ln Σₖ e^(−Eₖ/T), which is −ln pᵧ.
///
#[doc = card!(rows EnergyNll: "`[f32; K]`, energies of K answers", "`L`, the label y below K")]
///
/// The gradient ([k = y] − pₖ)/T pushes the right answer's energy down and every other one's up, by its probability. This is
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of the logits −E, with its accuracy. The loss sums over all answers: if
/// there are too many, sample with [`ContrastiveDivergence`](crate::ContrastiveDivergence).
///
/// **Parameter**: `temperature` (T) is 1 for p ∝ e^−E. LeCun's form is T times this loss.
///
/// An energy of +∞ is impossible: p = 0 and gradient 0 (the loss is +∞ if it is the label's). An energy of −∞ makes its row NaN
/// unless it is the label's.
///
/// **Error**: value and gradient within 6 ULP, the gradient if no probability lies between 0 and 1.2e-38, where numbers have fewer
/// digits. 1/T rounds unless T is a power of 2; this adds 3·max|E|/T ULP. E/T beyond `f32::MAX` counts as `f32::MAX`. **Source**:
/// LeCun et al., *A Tutorial on Energy-Based Learning* (2006), §2.2.4.
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
pub struct EnergyNll<const K: usize, L = u8> {
    temperature: f32,
    label: PhantomData<L>,
}

impl<const K: usize, L: Label> EnergyNll<K, L> {
    constructor! {
        /// Creates the loss at this temperature.
        EnergyNll: new / try_new(temperature: positive) =>
            Self { temperature, label: PhantomData }
    }

    /// Returns the derivative of the reduced loss with respect to the temperature: Σₖ pₖ·(Eₖ − Eᵧ)/T² for a row.
    ///
    /// **Error**: within 6 ULP of the sum of the sizes of its terms, and 2 more per unit of the largest (E − min E)/T, if no
    /// probability lies between 0 and 1.2e-38.
    ///
    /// # Errors
    ///
    /// The errors of [`Loss::value`](crate::Loss::value).
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
        check(self, energies.len(), labels, Uniform, reduction)?;
        Ok(value(&TemperatureSlope(self), energies, labels, Uniform, reduction))
    }
}

impl<const K: usize, L: Label> Rowwise for EnergyNll<K, L> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        // Energies are the negatives of logits. So is 1/T, which saves a copy of the row.
        LabelProbability::of(row, target.index(), -1.0 / self.temperature).loss
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        if self.temperature == 1.0 {
            row.iter_mut().for_each(|energy| *energy = -*energy);
        } else {
            temper(row, -1.0 / self.temperature);
        }
        let (first, second) = factors(-scale, 1.0 / self.temperature);
        let term = LabelProbability::replace(row, target.index(), |_| first).loss;
        if second != 1.0 {
            row.iter_mut().for_each(|slope| *slope *= second);
        }
        term
    }
}

/// Derivative dℓ/dT in the form of a loss, so that it is reduced like one.
struct TemperatureSlope<'a, T>(&'a T);

impl<const K: usize, L: Label> Rowwise for TemperatureSlope<'_, EnergyNll<K, L>> {
    type Row = [f32; K];
    type Target = L;

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        temperature_slope(row, target.index(), 1.0 / self.0.temperature)
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, _: f32) -> f32 {
        self.term(row, target)
    }
}

/// Returns Σₖ pₖ·(Eₖ − Eᵧ)/T². Energies are subtracted before they are divided: the difference of close ones is exact.
fn temperature_slope(row: &[f32], label: usize, inverse_temperature: f32) -> f32 {
    let own = row.get(label).copied().unwrap_or(f32::NAN);
    let lowest =
        row.iter().fold(f32::INFINITY, |lowest, energy| if *energy < lowest { *energy } else { lowest });
    let weight = |energy: f32| exp_nonpositive((lowest - energy) * inverse_temperature);
    let norm = sum(row, |_, energy| weight(*energy));
    let mean = sum(row, |k, energy| match weight(*energy) {
        0.0 => 0.0,
        _ if k == label => 0.0,
        weight => weight * ((*energy - own) * inverse_temperature),
    });
    mean / norm * inverse_temperature
}
