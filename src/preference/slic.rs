//! Calibration of likelihoods with a hinge.

use super::lead::{Lead, rows_of_pairs};
use crate::array::AnyTarget;
use crate::elementwise::Point;

/// Sequence-likelihood calibration with a hinge: max(0, 1 − h), with h as in [`Dpo`](crate::Dpo).
///
#[doc = card!(
    rows SlicHinge: "`[f32; 2]`: the policy's `[π_c, π_r]`, as in [`Dpo`](crate::Dpo)",
    "`[f32; 2]`: the reference's `[ρ_c, ρ_r]`"
)]
///
/// The gradient is ∓β for h < 1 and 0 for h ≥ 1. Pairs beyond 1 teach nothing. If they are to teach, use
/// [`Dpo`](crate::Dpo).
///
/// **Parameter**: `beta` (β) is the coefficient of h.
///
/// **Error**: value within 2 ULP of the larger of 1 and h. **Sources**: Zhao et al. (2023), arXiv:2305.10425; Liu et al.
/// (2023), arXiv:2309.06657, the hinge-norm loss.
///
/// ```
/// use microloss::{Loss, Reduction, SlicHinge};
///
/// let (policy, reference) = ([[-10.0, -12.0]], [[-11.0, -11.0]]);
/// let value = SlicHinge::new(0.1).value(&policy, &reference, Reduction::Mean)?;
/// assert!((value - 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SlicHinge)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SlicHinge {
    beta: f32,
}

impl SlicHinge {
    constructor! {
        /// Creates the loss with coefficient `beta`.
        SlicHinge: new / try_new(beta: positive) => Self { beta }
    }
}

impl Lead for SlicHinge {
    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        if h >= 1.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        Point { value: 1.0 - h, slope: if h.is_nan() { h } else { -self.beta } }
    }
}

rows_of_pairs!(SlicHinge);

impl AnyTarget for SlicHinge {}
