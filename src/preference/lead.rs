//! Losses that depend on a pair of answers only through the lead of the chosen one.

use crate::elementwise::Point;
use crate::math::difference;
use crate::sum::two_sum;

/// A loss of the lead Δ = (π_c − ρ_c) − (π_r − ρ_r).
///
/// [`rows_of_pairs!`] writes `Rowwise`.
pub(super) trait Lead {
    /// Returns the value, and its slope with respect to `lead`. If the value is NaN, so must the slope be.
    fn of_lead(&self, lead: f32) -> Point;
}

/// Implements `Rowwise` for a loss that has [`Lead`]: `rows_of_pairs!(Dpo);`.
macro_rules! rows_of_pairs {
    ($loss:ty) => {
        impl $crate::rowwise::Rowwise for $loss {
            type Row = [f32; 2];
            type Target = [f32; 2];
            const NAN_ONLY_WITH_VALUE: bool = true;

            const ONE_COPY: bool = true;

            #[inline]
            fn term(&self, row: &[f32; 2], target: &[f32; 2]) -> f32 {
                self.of_lead($crate::preference::lead::lead(*row, *target)).value
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; 2], target: &[f32; 2], scale: f32) -> f32 {
                let point = self.of_lead($crate::preference::lead::lead(*row, *target));
                let slope = point.slope * scale;
                *row = [slope, -slope];
                point.value
            }
        }
    };
}
pub(super) use rows_of_pairs;

/// Returns (π_c − ρ_c) − (π_r − ρ_r), rounded once.
///
/// The log-probabilities of long answers are large, and their differences small.
#[inline]
pub(super) fn lead(policy: [f32; 2], reference: [f32; 2]) -> f32 {
    let [chosen, rejected] = policy;
    let [chosen_reference, rejected_reference] = reference;
    let (of_chosen, lost_chosen) = two_sum(chosen, -chosen_reference);
    let (of_rejected, lost_rejected) = two_sum(rejected, -rejected_reference);
    let (lead, lost) = two_sum(of_chosen, -of_rejected);
    let lead = lead + ((lost_chosen - lost_rejected) + lost);
    if lead.is_finite() {
        lead
    } else {
        difference(difference(chosen, chosen_reference), difference(rejected, rejected_reference))
    }
}
