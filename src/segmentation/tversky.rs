//! Overlap of a region given by probabilities.

use super::ignored::IgnoredTarget;
use super::overlap::Index;
use super::{constructors, ignoring};
use crate::domain::{Domain, check_probabilities};
use crate::error::Error;
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Dice and Tversky loss from probabilities: 1 − (TP + s)/(TP + α·FP + β·FN + s).
///
#[doc = card!(rows Tversky: "`[f32; P]`, a region of P probabilities p in [0, 1]", "`[f32; P]`, memberships t in [0, 1]")]
///
/// p is the probability that a pixel belongs to the object. The membership t is usually 0 or 1. TP = Σ p·t is the overlap,
/// FP = Σ p·(1 − t) the part predicted in vain, FN = Σ (1 − p)·t the part missed.
///
/// **Parameters**: **Dice** is α = β = ½: 1 − (2·TP + 2s)/(Σ p + Σ t + 2s). If a peer adds its `smooth` to these sums, half of it is
/// this `smooth` (s). β > α finds small objects at the price of false alarms;
/// the paper found α = 0.3, β = 0.7 best. s is 0 unless set.
///
/// For several classes pass one row for each (`Mean` is then the mean over classes), or, with logits,
/// [`SoftmaxTversky`](crate::SoftmaxTversky). If you have logits, use [`SigmoidTversky`](crate::SigmoidTversky): it keeps the digits
/// that rounding p to 1 has lost.
///
/// Both p and t must lie in [0, 1]; others are refused. A pixel without an annotation has a target that is
/// [ignored](Self::ignoring): smp's `ignore_index`, or a mask that is multiplied into both p and t. A p that rounding has taken out of it, by 1e-6 at most, passes.
///
/// **Empty masks**: nothing there and nothing predicted is loss 0, and gradient 0 while s is 0. Nothing there but something
/// predicted is loss 1 (0 if α·p is 0) without a gradient while s is 0; a smooth of 1 (pixel) gives it one.
///
/// The loss treats every region alike, however small its object: that is its point. Its gradient is rough, so it is usually added
/// to a cross-entropy ([`BernoulliNll`](crate::BernoulliNll)) rather than used alone.
///
/// It is computed as errors/(overlap + errors + s), so no digit is lost if the prediction is almost right.
///
/// **Error**: value within 4 ULP, gradient within 8 of its larger part. **Source**: Salehi et al., *Tversky loss function for image
/// segmentation* (2017), arXiv:1706.05721, eq. 3; Dice: Sudre et al. (2017), arXiv:1707.03237.
///
/// ```
/// use microloss::{Loss, Reduction, Tversky};
///
/// let (p, t) = ([[1.0, 0.5, 0.5, 0.0]], [[1.0, 1.0, 0.0, 0.0]]);
/// let mut gradient = [[0.0; 4]];
/// let loss = Tversky::dice();
/// // 1 − 2·1.5/(2 + 2).
/// let value = loss.value_and_gradient(&p, &t, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 0.25);
/// assert_eq!(gradient, [[-0.3125, -0.3125, 0.1875, 0.1875]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Tversky<const P: usize, I = ()> {
    index: Index,
    ignored: I,
}

constructors!([const P: usize] Tversky<P> + [I: IgnoredTarget] <I> { ignored: () });
ignoring!(Tversky);

impl<const P: usize, I: IgnoredTarget> Rowwise for Tversky<P, I> {
    type Row = [f32; P];
    type Target = [f32; P];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn accepts_all(&self, targets: &[[f32; P]]) -> bool {
        Domain::Unit.surely_contains(targets.as_flattened())
    }

    #[inline]
    fn check(&self, row: usize, target: &[f32; P]) -> Result<(), Error> {
        self.ignored.check(row, target)
    }

    #[inline]
    fn accepts_all_rows(&self, rows: &[[f32; P]]) -> bool {
        Domain::RoundedUnit.surely_contains(rows.as_flattened())
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &[f32; P]) -> Result<(), Error> {
        check_probabilities(row, prediction)
    }

    #[inline]
    fn term(&self, row: &[f32; P], target: &[f32; P]) -> f32 {
        let (overlap, errors) = sums(self.index, self.ignored, row, target);
        self.index.of(overlap, errors).loss
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; P], target: &[f32; P], scale: f32) -> f32 {
        gradient(self.index, self.ignored, row, target, scale)
    }
}

/// Returns overlap and errors of a region.
fn sums(index: Index, ignored: impl IgnoredTarget, row: &[f32], target: &[f32]) -> (f32, f32) {
    let t = |i: usize| target.get(i).copied().unwrap_or(f32::NAN);
    let counted = |i: usize, part: f32| if ignored.ignores(t(i)) { 0.0 } else { part };
    (sum(row, |i, p| counted(i, *p * t(i))), sum(row, |i, p| counted(i, index.error(*p, 1.0 - *p, t(i)))))
}

fn gradient(index: Index, ignored: impl IgnoredTarget, row: &mut [f32], target: &[f32], scale: f32) -> f32 {
    let (overlap, errors) = sums(index, ignored, row, target);
    let overlap = index.of(overlap, errors);
    for (p, t) in row.iter_mut().zip(target) {
        *p = if ignored.ignores(*t) { 0.0 } else { overlap.slope(*t) * scale };
    }
    overlap.loss
}
