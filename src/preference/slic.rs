//! Calibration of likelihoods with a hinge.

use super::check_beta;
use crate::elementwise::Point;
use crate::error::Error;

/// Sequence-likelihood calibration with a hinge: max(0, 1 − h), with h as in [`Dpo`](crate::Dpo).
///
/// Rows and targets as in [`Dpo`](crate::Dpo). The gradient is ∓β while h < 1 and 0 from there on, the kink
/// included. Pairs beyond it teach nothing: where they are to, use [`Dpo`](crate::Dpo).
///
/// Value within 2 ULP of the larger of 1 and h. Source: Zhao et al. (2023), arXiv:2305.10425; Liu et al.
/// (2023), arXiv:2309.06657, the hinge-norm loss.
///
/// ```
/// use microloss::{Loss, Reduction, SlicHinge};
///
/// let value = SlicHinge::new(0.1).value(&[[-10.0, -12.0]], &[[-11.0, -11.0]], Reduction::Mean)?;
/// assert!((value - 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SlicHinge {
    beta: f32,
}

impl SlicHinge {
    /// The loss with coefficient `beta`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32) -> Self {
        match Self::try_new(beta) {
            Ok(loss) => loss,
            Err(_) => panic!("SlicHinge: beta must be a positive normal number"),
        }
    }

    /// The loss with a coefficient that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number.
    pub const fn try_new(beta: f32) -> Result<Self, Error> {
        match check_beta(beta) {
            Ok(()) => Ok(Self { beta }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        if h >= 1.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        Point { value: 1.0 - h, slope: if h.is_nan() { h } else { -self.beta } }
    }
}

of_lead!(SlicHinge);
