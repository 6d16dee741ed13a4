//! A margin loss of distances.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};

/// Hinge embedding loss of a distance d: d for pairs that belong together (y = 1), max(0, m − d) for others
/// (y = −1).
///
/// m is the margin. The gradient is 1 for y = 1; for y = −1 it is −1 where d < m and 0 elsewhere, the kink at
/// d = m included. Any y above 0 counts as 1. The prediction is whatever measures how far apart two things
/// are; the loss is negative only where that is. Where you have the embeddings rather than a distance,
/// [`Contrastive`](crate::Contrastive) saves you its derivative.
///
/// Value within 1 ULP, gradient exact. Source: Hadsell, Chopra & LeCun, *Dimensionality Reduction by Learning
/// an Invariant Mapping*, CVPR (2006), with distances instead of their squares; the form is PyTorch's.
///
/// ```
/// use microloss::{HingeEmbedding, Loss, Reduction};
///
/// let mut gradient = [0.0; 3];
/// let loss = HingeEmbedding::new(1.0);
/// let value = loss.value_and_gradient(&[0.5, 0.25, 2.0], &[1.0, -1.0, -1.0], Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5 + 0.75, [1.0, -1.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(HingeEmbedding)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct HingeEmbedding {
    margin: f32,
}

impl HingeEmbedding {
    /// The loss with this margin, usually 1.
    ///
    /// # Panics
    ///
    /// Unless `margin` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("HingeEmbedding: the margin must be finite and 0 or more"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `margin` is finite and 0 or more.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        let finite = margin >= 0.0 && margin <= f32::MAX;
        match check_parameter(finite, "margin", "finite and 0 or more", margin) {
            Ok(()) => Ok(Self { margin }),
            Err(error) => Err(error),
        }
    }
}

impl Elementwise for HingeEmbedding {
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
