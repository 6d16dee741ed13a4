//! Preference optimisation towards a fixed lead.

use super::lead::{Lead, rows_of_pairs};
use crate::array::AnyTarget;
use crate::elementwise::Point;

/// Identity preference optimisation: (Δ − 1/(2β))², with Δ = (π_c − ρ_c) − (π_r − ρ_r).
///
#[doc = card!(
    rows Ipo: "`[f32; 2]`: the policy's `[π_c, π_r]`, as in [`Dpo`](crate::Dpo)",
    "`[f32; 2]`: the reference's `[ρ_c, ρ_r]`"
)]
///
/// The gradient is ±2(Δ − 1/(2β)). It drives the lead to 1/(2β) and not beyond, so certain labels do not drive the policy away
/// from the reference. The gradient has no bound. If some labels are wrong, use
/// [`Dpo::conservative`](crate::Dpo::conservative), whose gradient has one.
///
/// **Parameter**: `beta` (β) sets the goal 1/(2β) of the lead.
///
/// The paper does not speak of length. For long answers pass averages per token
/// ([`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean`), as TRL does.
///
/// **Error**: value within 3.5 ULP of |Δ − 1/(2β)| times the larger of its terms; gradient within 1 of the larger of them.
/// **Source**: Azar et al. (2023), arXiv:2310.12036, eq. 17.
///
/// ```
/// use microloss::{Ipo, Loss, Reduction};
///
/// let (policy, reference) = ([[-10.0, -12.0]], [[-11.0, -11.0]]);
/// let value = Ipo::new(0.1).value(&policy, &reference, Reduction::Mean)?;
/// assert_eq!(value, (2.0 - 5.0) * (2.0 - 5.0));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Ipo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ipo {
    goal: f32,
}

impl Ipo {
    constructor! {
        /// Creates the loss with coefficient `beta`.
        Ipo: new / try_new(beta: positive) => Self { goal: 0.5 / beta }
    }
}

impl Lead for Ipo {
    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let d = lead - self.goal;
        Point { value: d * d, slope: 2.0 * d }
    }
}

rows_of_pairs!(Ipo);

impl AnyTarget for Ipo {}
