//! The contrastive loss of distances that are not squared.

use super::contrastive::shortfall;
use crate::array::AnyTarget;
use crate::math::distance;
use crate::rowwise::Rowwise;

/// Contrastive loss without squares: max(0, d − m₊) for a pair of one class, max(0, m − d) for other pairs, with d = ‖x₁ − x₂‖.
///
#[doc = card!(rows LinearContrastive: "`[[f32; D]; 2]`: `[x₁, x₂]`", "`bool`: `true` for a pair of one class")]
///
/// While the loss is positive, the gradient of x₁ is ±(x₁ − x₂)/d: a unit vector, however far apart the two are. That of x₂ is its
/// opposite. Otherwise both are 0, also at the kink, at d = 0, and for a distance beyond `f32::MAX`.
///
/// **Parameters**: `margin` (m) is the distance from which pairs of different classes are left alone.
/// [`with_positive_margin`](LinearContrastive::with_positive_margin) sets the distance m₊ below which pairs of one class are left alone;
/// it is 0 unless set. pytorch-metric-learning has 1 and 0, on directions: divide by the lengths first for its numbers.
///
/// [`Contrastive`](crate::Contrastive), which squares, pulls the farthest pairs hardest. Take this one if some labels are wrong, or
/// if a class may keep an extent: m₊ then stops it from collapsing into a point. If only the order of distances matters, use
/// [`Triplet`](crate::Triplet).
///
/// **Error**: value within 8 ULP of the largest of d and its margin, gradient within 8 ULP, for 4 dimensions. **Source**:
/// pytorch-metric-learning 2.9.0, `ContrastiveLoss`; the squares are those of Hadsell, Chopra & LeCun, CVPR (2006), eq. 4.
///
/// ```
/// use microloss::{LinearContrastive, Loss, Reduction};
///
/// let pair = [[3.0, 0.0], [0.0, 4.0]];
/// let batch = [pair, pair];
/// let mut gradient = batch;
/// let loss = LinearContrastive::new(6.0).with_positive_margin(0.5);
/// let same = [true, false];
/// let value =
///     loss.value_and_gradient(&batch, &same, Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 4.5 + 1.0);
/// assert_eq!(gradient[0], [[0.6, -0.8], [-0.6, 0.8]]);
/// assert_eq!(gradient[1], [[-0.6, 0.8], [0.6, -0.8]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LinearContrastive<const D: usize> {
    margins: Margins,
}

/// The distances at which pairs are left alone.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
struct Margins {
    positive: f32,
    negative: f32,
}

impl<const D: usize> LinearContrastive<D> {
    constructor! {
        /// Creates the loss with margin `margin` for pairs of different classes.
        LinearContrastive: new / try_new(margin: positive) => Self { margins: Margins { positive: 0.0, negative: margin } }
    }

    option! {
        /// Leaves pairs of one class alone below the distance `positive_margin`.
        ///
        /// ```
        /// use microloss::{LinearContrastive, Loss, Reduction};
        ///
        /// let loss = LinearContrastive::new(1.0).with_positive_margin(0.25);
        /// let pairs = [[[0.0], [0.2]], [[0.0], [0.5]]];
        /// let value = loss.value(&pairs, &[true, true], Reduction::Sum)?;
        /// assert_eq!(value, 0.25);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        LinearContrastive: with_positive_margin / try_with_positive_margin(self, positive_margin: non_negative) => Self {
            margins: Margins { positive: positive_margin, ..self.margins }
        }
    }
}

impl Margins {
    /// Returns by how much a distance is on the wrong side of its margin, or NaN for a NaN.
    #[inline]
    fn violation(self, d: f32, same: bool) -> f32 {
        if !same {
            shortfall(self.negative, d)
        } else if d <= self.positive {
            0.0
        } else {
            d - self.positive
        }
    }

    /// Replaces a pair by its gradient and returns its loss. All D share this machine code.
    fn gradient(self, pair: &mut [f32], same: bool, scale: f32) -> f32 {
        let (first, second) = pair.split_at_mut(pair.len() / 2);
        let d = distance(first, second);
        let violation = self.violation(d, same);
        let scale = if same { scale } else { -scale };
        let factor = scale / d;
        if violation.is_nan() {
            pair.fill(f32::NAN);
        } else if violation == 0.0 || d == 0.0 || d == f32::INFINITY {
            pair.fill(0.0);
        } else if factor.is_normal() {
            put(first, second, |difference| difference * factor);
        } else {
            put(first, second, |difference| scale * (difference / d));
        }
        violation
    }
}

/// Replaces two vectors by the slope of their difference, and by its opposite.
#[inline]
fn put(first: &mut [f32], second: &mut [f32], slope: impl Fn(f32) -> f32) {
    for (x, y) in first.iter_mut().zip(second) {
        let slope = slope(*x - *y);
        (*x, *y) = (slope, -slope);
    }
}

impl<const D: usize> Rowwise for LinearContrastive<D> {
    type Row = [[f32; D]; 2];
    type Target = bool;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [first, second]: &[[f32; D]; 2], same: &bool) -> f32 {
        self.margins.violation(distance(first, second), *same)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], same: &bool, scale: f32) -> f32 {
        self.margins.gradient(row.as_flattened_mut(), *same, scale)
    }
}

impl<const D: usize> AnyTarget for LinearContrastive<D> {}
