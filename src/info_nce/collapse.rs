//! The slope in the temperature after a collapse, which the usual sum would lose.

use super::similarity::Keys;
use crate::sum::{Total, sum};

/// Slope in the scale of a batch whose cosines are all alike: its embeddings have collapsed.
///
/// The slope is Σ s·c over all logits, with s the derivative in a logit and c its cosine. The s of a row sum to 0, so if the cosines
/// are alike, the sum cancels. Then it is taken of the differences from one cosine of the row.
pub(super) struct Collapse {
    alike: bool,
    slope: Total,
}

impl Collapse {
    /// Cosines of one row that differ by less than this are alike.
    const WIDTH: f32 = 1.0 / 128.0;

    pub(super) fn new<const M: usize>(norms: [&[f32]; M]) -> Self {
        // A vector without a direction does not lie near any other.
        let alike = norms.iter().all(|norms| norms.iter().all(|norm| *norm > 0.0));
        Self { alike, slope: Total::new() }
    }

    /// Looks at a row of logits. Most batches have not collapsed, and end this at their first row.
    pub(super) fn look(&mut self, row: &[f32], scale: f32) {
        let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
        for logit in row.iter().filter(|logit| **logit != f32::NEG_INFINITY) {
            if !self.alike {
                return;
            }
            (low, high) = (low.min(*logit), high.max(*logit));
            self.alike = high - low < Self::WIDTH * scale;
        }
    }

    /// Adds a row of derivatives. Key `reference` is the one from which the others differ.
    ///
    /// With v a key, w = v − v₀ and unit vectors, c − c₀ = u·w = w·((u − v₀) − ½w). No factor is a difference of rounded sums.
    pub(super) fn add<const D: usize>(
        &mut self,
        query: &[f32],
        keys: &Keys<'_>,
        row: &[f32],
        reference: usize,
    ) {
        let Some((origin, of_origin)) = keys.each::<D>().nth(reference).filter(|_| self.alike) else {
            return;
        };
        let origin = |k: usize| origin.get(k).map_or(f32::NAN, |x| x * of_origin);
        for (slope, (key, norm)) in row.iter().zip(keys.each::<D>()) {
            let cosine = sum(query, |k, u| {
                let v = origin(k);
                let w = key.get(k).map_or(f32::NAN, |x| x * norm) - v;
                w * ((u - v) - 0.5 * w)
            });
            self.slope.add(slope * cosine);
        }
    }

    /// Returns the slope: the one added up here if the batch has collapsed, else `plain`.
    pub(super) fn slope(self, plain: Total) -> f32 {
        if self.alike { self.slope.value() } else { plain.value() }
    }
}
