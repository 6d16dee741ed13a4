//! Losses of boxes: how well a predicted box covers the true one.

use super::rectangles::Overlap;
use crate::error::Error;
use crate::rowwise::Rowwise;

/// IoU loss of boxes: 1 − I/U, with the areas I of the intersection and U of the union.
///
#[doc = card!(
    rows BoxIou: "`[f32; 4]`, the corners x₁, y₁, x₂, y₂",
    "`[f32; 4]`, the corners of the true box, x₁ ≤ x₂ and y₁ ≤ y₂"
)]
///
/// The loss is in [0, 1], and does not depend on the unit of length. An edge inside of the true box is pulled outward, and an edge
/// outside is pushed back. An edge that lies on the true one has gradient 0.
///
/// Boxes that do not touch have loss 1 and gradient 0, so nothing is learnt from them: use [`BoxGiou`]. For the first epochs,
/// [`SmoothL1`](crate::SmoothL1) of the coordinates learns faster than either.
///
/// Boxes that touch have the gradient of boxes that overlap. A prediction without area has one too, if it lies in the true box and has a
/// width or a height. Two boxes without area have loss 1 and gradient 0.
///
/// A prediction with x₂ < x₁ or y₂ < y₁ counts as the box between these corners, and each number has the gradient of the edge that it is.
/// So a network may learn its corners in any order: sort them before you use them. Such a target is refused, and so is one that is not
/// finite. A prediction that is not finite has loss and gradient NaN.
///
/// **Error**: value within 4 ULP, gradient within 10 of its largest term. All sums are of areas, and do not cancel. **Source**: Yu et
/// al., *UnitBox* (2016), doi:10.1145/2964284.2967274, without the logarithm.
///
/// ```
/// use microloss::{BoxIou, Loss, Reduction};
///
/// // The right half of the true box is covered: I = 2, U = 4.
/// let (boxes, truth) = ([[1.0, 0.0, 2.0, 2.0]], [[0.0, 0.0, 2.0, 2.0]]);
/// let mut gradient = [[0.0; 4]];
/// let value = BoxIou::new()
///     .value_and_gradient(&boxes, &truth, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[0.5, 0.0, 0.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct BoxIou;

impl BoxIou {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

/// Generalised IoU loss of boxes: 1 − I/U + (C − U)/C, with the areas I of the intersection, U of the union and C of the hull.
///
#[doc = card!(
    rows BoxGiou: "`[f32; 4]`, the corners x₁, y₁, x₂, y₂",
    "`[f32; 4]`, the corners of the true box, x₁ ≤ x₂ and y₁ ≤ y₂"
)]
///
/// The hull is the smallest box around both. The loss is in [0, 2], and does not depend on the unit of length. Boxes that do not touch
/// cost more the farther they are apart, and have a gradient towards each other. If they overlap much, it is nearly [`BoxIou`].
///
/// If boxes always overlap, [`BoxIou`] takes fewer instructions. For the first epochs, [`SmoothL1`](crate::SmoothL1) of the coordinates
/// learns faster: the gradient of this loss first grows a box until it touches.
///
/// An edge that lies on the true one has gradient 0. Boxes that touch have the gradient of boxes that overlap. Two boxes without area
/// cost 2 if their hull has an area, and 1 if it has none; a point inside of the true box has gradient 0. Corners in another order, and
/// numbers that are not finite, count as in [`BoxIou`].
///
/// **Error**: value within 4 ULP, gradient within 10 of its largest term. **Source**: Rezatofighi et al., *Generalized Intersection over
/// Union* (2019), arXiv:1902.09630, algorithm 2.
///
/// ```
/// use microloss::{BoxGiou, Loss, Reduction};
///
/// // Squares of side 1 with a gap of 2: U = 2, C = 4.
/// let (boxes, truth) = ([[0.0, 0.0, 1.0, 1.0]], [[3.0, 0.0, 4.0, 1.0]]);
/// let mut gradient = [[0.0; 4]];
/// let value = BoxGiou::new()
///     .value_and_gradient(&boxes, &truth, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (1.5, [[0.125, 0.0, -0.25, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct BoxGiou;

impl BoxGiou {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

/// Refuses a target that is no box.
fn check(row: usize, target: &[f32; 4]) -> Result<(), Error> {
    let [x1, y1, x2, y2] = *target;
    for (low, high) in [(x1, x2), (y1, y2)] {
        for value in [low, high] {
            if !value.is_finite() {
                return Err(Error::Target { row, value, requirement: "finite" });
            }
        }
        if high < low {
            return Err(Error::Target { row, value: high, requirement: "the larger one of two corners" });
        }
    }
    Ok(())
}

/// Writes the loss of rows. `$of_hull` tells if the rest of the hull counts.
macro_rules! rows_of_boxes {
    ($name:ident, $of_hull:literal) => {
        impl Rowwise for $name {
            type Row = [f32; 4];
            type Target = [f32; 4];

            #[inline]
            fn check(&self, row: usize, target: &[f32; 4]) -> Result<(), Error> {
                check(row, target)
            }

            #[inline]
            fn term(&self, row: &[f32; 4], target: &[f32; 4]) -> f32 {
                Overlap::of(row, target).map_or(f32::NAN, |overlap| overlap.loss($of_hull))
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; 4], target: &[f32; 4], scale: f32) -> f32 {
                let Some(overlap) = Overlap::of(row, target) else {
                    *row = [f32::NAN; 4];
                    return f32::NAN;
                };
                *row = overlap.gradient($of_hull).map(|slope| slope * scale);
                overlap.loss($of_hull)
            }
        }
    };
}

rows_of_boxes!(BoxIou, false);
rows_of_boxes!(BoxGiou, true);
