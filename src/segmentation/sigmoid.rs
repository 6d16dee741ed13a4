//! Overlap of a region given by logits.

use super::ignored::IgnoredTarget;
use super::overlap::Index;
use super::{constructors, ignoring};
use crate::error::Error;
use crate::math::exp_nonpositive;
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::cell::Cell;

/// Dice and Tversky loss from logits: [`Tversky`](crate::Tversky) of p = σ(x).
///
#[doc = card!(rows SigmoidTversky: "`[f32; P]`, a region of P logits", "`[f32; P]`, memberships in [0, 1]")]
///
/// Formula, parameters and empty masks are those of [`Tversky`](crate::Tversky); here "nothing predicted" means logits of about
/// −103 and below.
///
/// To leave a pixel out, give it a target that is [ignored](Self::ignoring). The logit −∞ with the target 0 does the same: it adds
/// nothing to any sum, and its gradient is 0.
///
/// The gradient has the factor σ(x)·σ(−x). It is computed without subtracting from 1, so it is never a false 0. It is small all the
/// same if the network is sure, also of something wrong: add a [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) early in
/// training.
///
/// **Error**: value within 5 ULP, gradient within 11 of its larger part, for |x| up to 87. **Source**: that of
/// [`Tversky`](crate::Tversky).
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidTversky};
///
/// let (x, t) = ([[0.0, 0.0]], [[1.0, 0.0]]);
/// let mut gradient = [[0.0; 2]];
/// let loss = SigmoidTversky::new(0.25, 0.75);
/// // TP = FP = FN = ½: 1 − ½/(½ + ⅛ + ⅜).
/// let value = loss.value_and_gradient(&x, &t, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[-0.21875, 0.03125]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SigmoidTversky<const P: usize, I = ()> {
    index: Index,
    ignored: I,
}

constructors!([const P: usize] SigmoidTversky<P> + [I: IgnoredTarget] <I> { ignored: () });
ignoring!(SigmoidTversky);

impl<const P: usize, I: IgnoredTarget> Rowwise for SigmoidTversky<P, I> {
    type Row = [f32; P];
    type Target = [f32; P];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn check(&self, row: usize, target: &[f32; P]) -> Result<(), Error> {
        self.ignored.check(row, target)
    }

    #[inline]
    fn term(&self, row: &[f32; P], target: &[f32; P]) -> f32 {
        term(self.index, self.ignored, row, target)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; P], target: &[f32; P], scale: f32) -> f32 {
        gradient(self.index, self.ignored, row, target, scale)
    }
}

/// Returns e^−|x| with the sign of x. Both probabilities follow from it, and it fits into the place of x.
#[inline]
fn signed_odds(x: f32) -> f32 {
    exp_nonpositive(-x.abs()).copysign(x)
}

/// Returns σ(x) and σ(−x).
#[inline]
fn probabilities(signed_odds: f32) -> (f32, f32) {
    let e = signed_odds.abs();
    let large = 1.0 / (1.0 + e);
    let small = e * large;
    if signed_odds.is_sign_positive() { (large, small) } else { (small, large) }
}

fn term(index: Index, ignored: impl IgnoredTarget, row: &[f32], target: &[f32]) -> f32 {
    let t = |i: usize| target.get(i).copied().unwrap_or(f32::NAN);
    let counted = |i: usize, part: f32| if ignored.ignores(t(i)) { 0.0 } else { part };
    let overlap = sum(row, |i, x| counted(i, probabilities(signed_odds(*x)).0 * t(i)));
    let errors = sum(row, |i, x| {
        let (p, complement) = probabilities(signed_odds(*x));
        counted(i, index.error(p, complement, t(i)))
    });
    index.of(overlap, errors).loss
}

fn gradient(index: Index, ignored: impl IgnoredTarget, row: &mut [f32], target: &[f32], scale: f32) -> f32 {
    let t = |i: usize| target.get(i).copied().unwrap_or(f32::NAN);
    let counted = |i: usize, part: f32| if ignored.ignores(t(i)) { 0.0 } else { part };
    let cells = Cell::from_mut(&mut *row).as_slice_of_cells();
    let overlap = sum(cells, |i, x| {
        x.set(signed_odds(x.get()));
        counted(i, probabilities(x.get()).0 * t(i))
    });
    let errors = sum(cells, |i, x| {
        let (p, complement) = probabilities(x.get());
        counted(i, index.error(p, complement, t(i)))
    });
    let overlap = index.of(overlap, errors);
    for (x, t) in row.iter_mut().zip(target) {
        let (p, complement) = probabilities(*x);
        *x = if ignored.ignores(*t) { 0.0 } else { overlap.slope(*t) * p * complement * scale };
    }
    overlap.loss
}
