//! Errors beyond a threshold: by how much, to the last bit.

use crate::elementwise::Point;
use crate::sum::{sum_and_error, two_sum};

/// Returns |d| as an integer: its bits without the sign, times 2. So one comparison of integers compares sizes.
#[inline]
pub(super) fn reach(d: f32) -> u32 {
    d.to_bits() << 1
}

/// Returns d − `threshold`, rounded once, for a finite error d of the larger size and the same sign.
///
/// Rounding has taken `lost` from d. A plain subtraction would add that error to its own.
#[inline]
pub(super) fn excess(d: f32, lost: f32, threshold: f32) -> f32 {
    // The larger number stands first, so two more subtractions tell what rounding took.
    let excess = d - threshold;
    excess + (((d - excess) - threshold) + lost)
}

/// Size of an error from which the steps to its rounding error can overflow.
pub(super) const FAR: f32 = 1.701_411_8e38;

/// Returns the point of a linear part, slope·(d − ½c), for an error d of size [`FAR`] or more, infinite or NaN.
#[inline]
pub(super) fn far(d: f32, slope: f32, c: f32) -> Point {
    Point { value: slope * (d - 0.5 * c), slope: if d.is_nan() { d } else { slope } }
}

/// Returns |p − t| − `threshold`, rounded once: it is positive only if the exact difference is, though p − t may round to the threshold.
#[inline]
pub(super) fn beyond(prediction: f32, target: f32, threshold: f32) -> f32 {
    let (d, lost) = two_sum(prediction, -target);
    if reach(d) >= reach(FAR) {
        return far_beyond(prediction, target, threshold);
    }
    excess(d.abs(), if d < 0.0 { -lost } else { lost }, threshold)
}

/// Returns the same for errors of size [`FAR`] or more. Halves do not overflow on the way.
#[cold]
fn far_beyond(prediction: f32, target: f32, threshold: f32) -> f32 {
    let (half, lost) = sum_and_error(0.5 * prediction, -0.5 * target);
    let size = half.abs();
    if !size.is_finite() {
        return size;
    }
    2.0 * excess(size, if half < 0.0 { -lost } else { lost }, 0.5 * threshold)
}
