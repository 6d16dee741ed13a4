//! Data down, samples up.

use crate::error::{Error, check_parameter};
use crate::rowwise::Rowwise;

/// Contrastive divergence: E⁺ − E⁻, for a row [E⁺ of a data point, E⁻ of a sample that the model drew].
///
/// The gradient [1, −1] pushes the data's energy down and the sample's up: in the mean that is the gradient of −ln p
/// when the samples come from p ∝ e^−E, without the partition function. Pairs are arbitrary, only means count; targets
/// are `()`. Its value tells nothing about progress (0 when data and samples agree) and has no lower bound:
/// [`with_regularization`](Self::with_regularization) adds α·(E⁺² + E⁻²), which keeps energies from drifting off. Where
/// all answers can be listed use [`EnergyNll`](crate::EnergyNll).
///
/// Value within 4 ULP of its largest term; gradient exact, and within 2 ULP of its larger term with α. Source: Hinton,
/// *Training Products of Experts by Minimizing Contrastive Divergence* (2002), doi:10.1162/089976602760128018; with α
/// Du & Mordatch (2019), arXiv:1903.08689.
///
/// ```
/// use microloss::{ContrastiveDivergence, Loss, Reduction};
///
/// let loss = ContrastiveDivergence::new().with_regularization(0.1);
/// let mut gradient = [[0.0; 2]];
/// let value = loss.value_and_gradient(&[[2.0, 1.0]], &[()], Reduction::Mean, &mut gradient)?;
/// assert!((value - 1.5).abs() < 1e-6);
/// assert!((gradient[0][0] - 1.4).abs() < 1e-6 && (gradient[0][1] + 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ContrastiveDivergence {
    alpha: f32,
}

impl ContrastiveDivergence {
    /// The loss without regularisation.
    #[must_use]
    pub const fn new() -> Self {
        Self { alpha: 0.0 }
    }

    /// Adds `alpha` times the sum of the squared energies.
    ///
    /// # Panics
    ///
    /// Unless `alpha` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn with_regularization(self, alpha: f32) -> Self {
        match self.try_with_regularization(alpha) {
            Ok(loss) => loss,
            Err(_) => panic!("ContrastiveDivergence: alpha must be finite and 0 or more"),
        }
    }

    /// [`with_regularization`](Self::with_regularization) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `alpha` is finite and 0 or more.
    pub const fn try_with_regularization(self, alpha: f32) -> Result<Self, Error> {
        match check_parameter(alpha >= 0.0 && alpha <= f32::MAX, "alpha", "finite and 0 or more", alpha) {
            Ok(()) => Ok(Self { alpha }),
            Err(error) => Err(error),
        }
    }

    /// E·(1 + α·E) for data and samples of energy −E: a product, as the sum of parts could be ∞ − ∞.
    #[inline]
    fn part(&self, energy: f32) -> f32 {
        if self.alpha == 0.0 { energy } else { energy * (1.0 + self.alpha * energy) }
    }
}

impl Rowwise for ContrastiveDivergence {
    type Row = [f32; 2];
    type Target = ();

    #[inline]
    fn term(&self, [data, sample]: &[f32; 2], (): &()) -> f32 {
        self.part(*data) + self.part(-*sample)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], (): &(), scale: f32) -> f32 {
        let term = self.term(row, &());
        let [data, sample] = *row;
        // A NaN in one energy makes the loss NaN, and so both slopes.
        let poison = if term.is_nan() { f32::NAN } else { 0.0 };
        let pull = |energy: f32| if self.alpha == 0.0 { 0.0 } else { 2.0 * (self.alpha * energy) };
        *row = [pull(data) + 1.0, pull(sample) - 1.0].map(|slope| (slope + poison) * scale);
        term
    }
}
