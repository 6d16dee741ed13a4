//! Hinge loss of distances.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Hinge embedding loss: d for a pair that belongs together (y = 1), max(0, m − d) for another (y = −1).
///
#[doc = card!(elementwise HingeEmbedding: "`f32`, a distance d", "`f32`, −1 or +1")]
///
/// The gradient is 1 for y = 1. For y = −1 it is −1 if d < m, and 0 otherwise, including the point d = m, where the slope
/// jumps. Any target but −1 and +1 is refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// **Parameter**: `margin` (m) is the distance from which other pairs cost nothing. It is usually 1, as in PyTorch.
///
/// The prediction can be any measure of how far apart two things are. The loss is negative only if that measure is. If you have
/// the embeddings, use [`Contrastive`](crate::Contrastive): it computes the distance and its derivative for you.
///
/// **Error**: value within 1 ULP, gradient exact. **Source**: Hadsell, Chopra & LeCun, *Dimensionality Reduction by Learning
/// an Invariant Mapping*, CVPR (2006), with distances instead of their squares; the form is PyTorch's.
///
/// ```
/// use microloss::{HingeEmbedding, Loss, Reduction};
///
/// let (distance, target) = ([0.5, 0.25, 2.0], [1.0, -1.0, -1.0]);
/// let mut gradient = [0.0; 3];
/// let value = HingeEmbedding::new(1.0)
///     .value_and_gradient(&distance, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5 + 0.75, [1.0, -1.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(HingeEmbedding)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct HingeEmbedding {
    margin: f32,
}

impl HingeEmbedding {
    constructor! {
        /// Creates the loss with this margin, usually 1.
        HingeEmbedding: new / try_new(margin: non_negative) => Self { margin }
    }
}

impl Elementwise for HingeEmbedding {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (value, slope) = if target > 0.0 { (prediction, 1.0) } else { (self.margin - prediction, -1.0) };
        if value.is_nan() {
            return Point { value, slope: value };
        }
        if target > 0.0 || value > 0.0 { Point { value, slope } } else { Point { value: 0.0, slope: 0.0 } }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}
