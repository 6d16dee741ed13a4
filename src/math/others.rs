//! Leave-one-out sums.

use super::{clip, max_of};
use crate::sum::sum;

/// The sums Σ_{j≠k} f(j, xⱼ) of numbers that are 0 or more, for every k. For the largest, where a difference from the total would
/// cancel, it is a sum. A sum beyond `f32::MAX` counts as that.
#[derive(Clone, Copy)]
pub(crate) struct Others {
    largest: usize,
    rest: f32,
    total: f32,
}

impl Others {
    /// Adds up f of all elements, and of all but the largest.
    pub(crate) fn of(x: &[f32], f: impl Fn(usize, f32) -> f32) -> Self {
        let (largest, most) = max_of(x, &f);
        let rest = clip(sum(x, |k, x| if k == largest { 0.0 } else { f(k, *x) }), f32::MAX);
        Self { largest, rest, total: clip(most + rest, f32::MAX) }
    }

    /// Returns the sum over all elements.
    #[inline]
    pub(crate) fn total(&self) -> f32 {
        self.total
    }

    /// Returns the sum without the k-th element, whose f is `own`.
    #[inline]
    pub(crate) fn than(&self, k: usize, own: f32) -> f32 {
        if k == self.largest { self.rest } else { self.total - own }
    }
}
