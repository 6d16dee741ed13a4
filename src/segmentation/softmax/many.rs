//! Overlap of very many regions: what is on the stack grows with the pixels, not with the classes.

use super::SoftmaxTversky;
use crate::classification::Label;
use crate::kernel::ClassWeights;
use crate::math::{Reference, canonical, max, softmax_in_place};
use crate::segmentation::overlap::Overlap;
use crate::sum::{Total, sum};
use core::array::from_fn;

/// Classes beyond which a row is taken class by class, with the same bits. Such a row is longer than all that is on the stack by a
/// factor of 100.
pub(super) const MANY: usize = 1024;

/// The softmax of a pixel, which stays as it is.
struct Softmax {
    max: Reference,
    inverse_norm: f32,
}

impl Softmax {
    fn of(pixel: &[f32]) -> Self {
        let max = Reference::new(max(pixel).1);
        Self { max, inverse_norm: 1.0 / sum(pixel, |_, x| max.exp(*x)) }
    }

    fn probability(&self, x: f32) -> f32 {
        canonical(self.max.exp(x) * self.inverse_norm)
    }
}

/// The sums over all classes that the gradient of a pixel needs.
struct Pixel {
    best: usize,
    /// Derivative with respect to the probability of the best class.
    of_best: f32,
    /// Mean of the derivatives over the classes, less that of the best.
    mean: f32,
}

impl<const K: usize, const P: usize, L: Label, W: ClassWeights<K>, const PRESENT: bool>
    SoftmaxTversky<K, P, L, W, PRESENT>
{
    /// Returns the overlap of class k, from its probability at a pixel, and the probability of all classes but the label's.
    fn overlap_of_many(
        &self,
        k: usize,
        target: &[L; P],
        p: impl Fn(usize) -> f32,
        misses: &[f32; P],
    ) -> Overlap {
        let (mut overlap, mut errors) = (Total::new(), Total::new());
        for (i, (label, miss)) in target.iter().zip(misses).enumerate() {
            if self.is_ignored(label) {
            } else if label.index() == k {
                overlap.add(p(i));
                errors.add(self.index.error(p(i), *miss, 1.0));
            } else {
                errors.add(self.index.error(p(i), 0.0, 0.0));
            }
        }
        self.index.of(overlap.value(), errors.value())
    }

    pub(super) fn term_of_many(&self, row: &[[f32; K]; P], target: &[L; P]) -> f32 {
        let pixels: [Softmax; P] = from_fn(|i| Softmax::of(row.get(i).map_or(&[], <[f32; K]>::as_slice)));
        let p = |i: usize, k: usize| pixels.get(i).map_or(f32::NAN, |pixel| pixel.probability(at(row, i, k)));
        let misses = from_fn(|i| miss::<K>(target, i, |k| p(i, k)));
        let shares = self.shares(target);
        let losses = sum(&[(); K], |k, ()| {
            self.overlap_of_many(k, target, |i| p(i, k), &misses).times(self.share(k, target, &shares)).loss
        });
        losses / shares.divisor
    }

    pub(super) fn gradient_of_many(&self, row: &mut [[f32; K]; P], target: &[L; P], scale: f32) -> f32 {
        for (pixel, label) in row.iter_mut().zip(target) {
            if !self.is_ignored(label) {
                softmax_in_place(pixel, 1.0);
            }
        }
        let misses = from_fn(|i| miss::<K>(target, i, |k| at(row, i, k)));
        let shares = self.shares(target);
        let overlap = |row: &[[f32; K]; P], k| {
            self.overlap_of_many(k, target, |i| at(row, i, k), &misses).times(self.share(k, target, &shares))
        };
        let pixels: [Pixel; P] = from_fn(|i| {
            let slope = |k| slope(&overlap(row, k), target, i, k);
            let best = row.get(i).map_or(0, |pixel| max(pixel).0);
            let of_best = slope(best);
            let mean = sum(&[(); K], |k, ()| {
                let q = at(row, i, k);
                q * if q == 0.0 || k == best { 0.0 } else { slope(k) - of_best }
            });
            Pixel { best, of_best, mean }
        });
        let each = scale / shares.divisor;
        let losses = sum(&[(); K], |k, ()| {
            let overlap = overlap(row, k);
            for (i, (pixel, known)) in row.iter_mut().zip(&pixels).enumerate() {
                let Some(q) = pixel.get_mut(k) else { continue };
                let ignored = target.get(i).is_some_and(|label| self.is_ignored(label));
                let absent = *q == 0.0 || k == known.best;
                let relative = if absent { 0.0 } else { slope(&overlap, target, i, k) - known.of_best };
                *q = if ignored { 0.0 } else { *q * (relative - known.mean) * each };
            }
            overlap.loss
        });
        losses / shares.divisor
    }
}

/// Returns the number of class k at pixel i.
fn at<const K: usize>(row: &[[f32; K]], i: usize, k: usize) -> f32 {
    row.get(i).and_then(|pixel| pixel.get(k)).copied().unwrap_or(f32::NAN)
}

/// Returns the probability of all classes of pixel i but its label's.
fn miss<const K: usize>(target: &[impl Label], i: usize, p: impl Fn(usize) -> f32) -> f32 {
    let label = target.get(i).map_or(K, |label| label.index());
    sum(&[(); K], |k, ()| if k == label { 0.0 } else { p(k) })
}

/// Returns the derivative with respect to the probability of class k at pixel i.
fn slope(overlap: &Overlap, target: &[impl Label], i: usize, k: usize) -> f32 {
    if target.get(i).is_some_and(|label| label.index() == k) { -overlap.hit } else { overlap.miss }
}
