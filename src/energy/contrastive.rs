//! Contrastive divergence: the energy of data falls, that of samples rises.

use crate::array::AnyTarget;
use crate::rowwise::Rowwise;

/// Contrastive divergence: E⁺ − E⁻, for the energies E⁺ of a data point and E⁻ of a sample that the model drew.
///
#[doc = card!(rows ContrastiveDivergence: "`[f32; 2]`: E⁺, E⁻", "`()`")]
///
/// The gradient [1, −1] pushes the data's energy down and the sample's up. If the samples come from p ∝ e^−E, its mean is the
/// gradient of −ln p, without the partition function. Pairs are arbitrary, because only means count. The value tells nothing about
/// progress: it is 0 if data and samples agree, and it has no lower bound. If all answers can be listed, use
/// [`EnergyNll`](crate::EnergyNll).
///
/// **Parameter**: `alpha` (α) is 0 unless [`with_regularization`](Self::with_regularization) sets it. Then the loss gets the term
/// α·(E⁺² + E⁻²), which keeps energies from drifting off.
///
/// **Error**: value within 4 ULP of its largest term; gradient exact, and with α within 2 ULP of its larger term. **Source**:
/// Hinton, *Training Products of Experts by Minimizing Contrastive Divergence* (2002), doi:10.1162/089976602760128018; with α Du &
/// Mordatch (2019), arXiv:1903.08689.
///
/// ```
/// use microloss::{ContrastiveDivergence, Loss, Reduction};
///
/// let loss = ContrastiveDivergence::new().with_regularization(0.1);
/// let mut gradient = [[0.0; 2]];
/// let value = loss.value_and_gradient(
///     &[[2.0, 1.0]], &[()], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 1.5).abs() < 1e-6);
/// assert!((gradient[0][0] - 1.4).abs() < 1e-6);
/// assert!((gradient[0][1] + 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ContrastiveDivergence {
    alpha: f32,
}

impl ContrastiveDivergence {
    /// Creates the loss without regularisation.
    #[must_use]
    pub const fn new() -> Self {
        Self { alpha: 0.0 }
    }

    option! {
        /// Adds `alpha` times the sum of the squared energies.
        ContrastiveDivergence: with_regularization / try_with_regularization(self, alpha: non_negative) => Self { alpha }
    }

    /// Returns E·(1 + α·E), for the energy of data or minus the energy of a sample. The sum of the parts could be ∞ − ∞.
    #[inline]
    fn part(&self, energy: f32) -> f32 {
        if self.alpha == 0.0 { energy } else { energy * (1.0 + self.alpha * energy) }
    }
}

impl AnyTarget for ContrastiveDivergence {}

impl Rowwise for ContrastiveDivergence {
    type Row = [f32; 2];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [data, sample]: &[f32; 2], (): &()) -> f32 {
        self.part(*data) + self.part(-*sample)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], (): &(), scale: f32) -> f32 {
        let term = self.term(row, &());
        let [data, sample] = *row;
        // A NaN in one energy makes the loss NaN, and therefore both slopes.
        let poison = if term.is_nan() { f32::NAN } else { 0.0 };
        let pull = |energy: f32| if self.alpha == 0.0 { 0.0 } else { 2.0 * (self.alpha * energy) };
        *row = [pull(data) + 1.0, pull(sample) - 1.0].map(|slope| (slope + poison) * scale);
        term
    }
}
