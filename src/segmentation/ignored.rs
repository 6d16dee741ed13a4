//! The target of pixels that a region leaves out.

use crate::domain::{Domain, check_memberships};
use crate::error::Error;

/// Target of the pixels that are left out: `()` for none, or an `f32`.
///
/// ```
/// use microloss::SigmoidTversky;
///
/// /// A last layer that learns from masks with unknown pixels.
/// struct Head {
///     loss: SigmoidTversky<16, f32>,
/// }
/// let head = Head { loss: SigmoidTversky::dice().ignoring(255.0) };
/// // Other `IgnoredTarget`s take the place of this one.
/// assert_eq!(head.loss.ignoring(-1.0), SigmoidTversky::dice().ignoring(-1.0));
/// ```
pub trait IgnoredTarget: Copy {
    /// Returns true if a pixel with this target is left out.
    #[doc(hidden)]
    fn ignores(&self, target: f32) -> bool;

    /// Refuses memberships outside of [0, 1], but not of pixels that are left out.
    #[doc(hidden)]
    fn check(&self, row: usize, memberships: &[f32]) -> Result<(), Error>;
}

impl IgnoredTarget for () {
    #[inline]
    fn ignores(&self, _: f32) -> bool {
        false
    }

    #[inline]
    fn check(&self, row: usize, memberships: &[f32]) -> Result<(), Error> {
        check_memberships(row, memberships)
    }
}

impl IgnoredTarget for f32 {
    #[inline]
    fn ignores(&self, target: f32) -> bool {
        target == *self || (self.is_nan() && target.is_nan())
    }

    #[inline]
    fn check(&self, row: usize, memberships: &[f32]) -> Result<(), Error> {
        let mut counted = memberships.iter().filter(|membership| !self.ignores(**membership));
        counted.try_for_each(|membership| Domain::Unit.check_target(row, *membership))
    }
}
