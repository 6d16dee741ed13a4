//! The Tversky index, from sums over a region.

use crate::math::clip;

/// Tversky index: the weights of both errors, and the number that is added to numerator and denominator.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) struct Index {
    pub(super) alpha: f32,
    pub(super) beta: f32,
    pub(super) smooth: f32,
}

impl Index {
    /// Returns what a pixel adds to the errors: α·p·(1 − t) + β·(1 − p)·t.
    #[inline]
    pub(super) fn error(&self, p: f32, complement: f32, t: f32) -> f32 {
        self.alpha * p * (1.0 - t) + self.beta * complement * t
    }

    /// Returns the loss of a region from its overlap Σ p·t and its errors.
    #[inline]
    pub(super) fn of(self, overlap: f32, errors: f32) -> Overlap {
        let all = (overlap + errors) + self.smooth;
        if all == 0.0 {
            // Nothing there, nothing predicted.
            return Overlap { loss: 0.0, hit: 0.0, miss: 0.0 };
        }
        let (loss, index) = (errors / all, (overlap + self.smooth) / all);
        // Finite, so that the slopes of two classes have a difference.
        let slope = |s: f32| clip(s / all, 0.25 * f32::MAX);
        Overlap { loss, hit: slope(self.beta * index + loss), miss: slope(self.alpha * index) }
    }
}

/// Loss of a region, and its slopes.
#[derive(Clone, Copy)]
pub(super) struct Overlap {
    /// Loss errors/(overlap + errors + smooth): 1 minus the index, without the subtraction.
    pub(super) loss: f32,
    /// Minus the derivative with respect to the probability of a pixel inside.
    pub(super) hit: f32,
    /// Derivative with respect to the probability of a pixel outside.
    pub(super) miss: f32,
}

impl Overlap {
    /// Returns the share of the region in a mean.
    #[inline]
    pub(super) fn times(self, share: f32) -> Self {
        Self { loss: share * self.loss, hit: share * self.hit, miss: share * self.miss }
    }

    /// Returns the derivative with respect to a pixel's probability.
    #[inline]
    pub(super) fn slope(&self, t: f32) -> f32 {
        (1.0 - t) * self.miss - t * self.hit
    }
}
