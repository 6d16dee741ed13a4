//! The Tversky index, from sums over a region.

use crate::error::{Error, check_parameter};
use crate::math::clip;

/// Weights of the errors, and what is added above and below.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) struct Index {
    alpha: f32,
    beta: f32,
    smooth: f32,
}

impl Index {
    pub(super) const fn try_new(alpha: f32, beta: f32) -> Result<Self, Error> {
        let requirement = "in [0, 1000]";
        if let Err(error) = check_parameter(alpha >= 0.0 && alpha <= 1000.0, "alpha", requirement, alpha) {
            return Err(error);
        }
        match check_parameter(beta >= 0.0 && beta <= 1000.0, "beta", requirement, beta) {
            Ok(()) => Ok(Self { alpha, beta, smooth: 0.0 }),
            Err(error) => Err(error),
        }
    }

    pub(super) const fn try_with_smooth(self, smooth: f32) -> Result<Self, Error> {
        let finite = smooth >= 0.0 && smooth <= f32::MAX;
        match check_parameter(finite, "smooth", "finite and 0 or more", smooth) {
            Ok(()) => Ok(Self { smooth, ..self }),
            Err(error) => Err(error),
        }
    }

    /// What a pixel adds to the errors: α·p·(1 − t) + β·(1 − p)·t.
    #[inline]
    pub(super) fn error(&self, p: f32, complement: f32, t: f32) -> f32 {
        self.alpha * p * (1.0 - t) + self.beta * complement * t
    }

    /// The loss of a region with this overlap Σ p·t and these errors.
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

/// The loss of a region, and its slopes.
#[derive(Clone, Copy)]
pub(super) struct Overlap {
    /// errors/(overlap + errors + smooth): 1 minus the index, without the subtraction.
    pub(super) loss: f32,
    /// Minus the derivative in the probability of a pixel inside.
    pub(super) hit: f32,
    /// The derivative in the probability of a pixel outside.
    pub(super) miss: f32,
}

impl Overlap {
    /// The derivative in a pixel's probability.
    #[inline]
    pub(super) fn slope(&self, t: f32) -> f32 {
        (1.0 - t) * self.miss - t * self.hit
    }
}
