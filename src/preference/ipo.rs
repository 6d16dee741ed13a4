//! Preference optimisation towards a fixed lead.

use super::check_beta;
use crate::elementwise::Point;
use crate::error::Error;

/// Identity preference optimisation: (Δ − 1/(2β))², with Δ = (π_c − ρ_c) − (π_r − ρ_r).
///
/// Rows and targets as in [`Dpo`](crate::Dpo). The gradient is ±2(Δ − 1/(2β)): the lead is driven to 1/(2β)
/// and not beyond, so that certain labels do not drive the policy away from the reference. The
/// gradient has no bound: where some labels are wrong use [`Dpo::conservative`](crate::Dpo::conservative), whose
/// gradient has one. The paper is silent on length: for long answers give per-token averages
/// ([`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean`), as TRL does.
///
/// Value within 3.5 ULP of |Δ − 1/(2β)| times the larger of its terms, gradient within 1 of the larger of
/// them. Source: Azar et al. (2023), arXiv:2310.12036, eq. 17.
///
/// ```
/// use microloss::{Ipo, Loss, Reduction};
///
/// let value = Ipo::new(0.1).value(&[[-10.0, -12.0]], &[[-11.0, -11.0]], Reduction::Mean)?;
/// assert_eq!(value, (2.0 - 5.0) * (2.0 - 5.0));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ipo {
    goal: f32,
}

impl Ipo {
    /// The loss with coefficient `beta`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32) -> Self {
        match Self::try_new(beta) {
            Ok(loss) => loss,
            Err(_) => panic!("Ipo: beta must be a positive normal number"),
        }
    }

    /// The loss with a coefficient that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number.
    pub const fn try_new(beta: f32) -> Result<Self, Error> {
        match check_beta(beta) {
            Ok(()) => Ok(Self { goal: 0.5 / beta }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let d = lead - self.goal;
        Point { value: d * d, slope: 2.0 * d }
    }
}

of_lead!(Ipo);
