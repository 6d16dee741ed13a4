//! The contrastive loss of pairs.

use super::check_margin;
use crate::error::Error;
use crate::loss::Rowwise;
use crate::math::distance;

/// Contrastive loss of a pair: d² if both are of one class, max(0, m − d)² if not, with d = ‖x₁ − x₂‖.
///
/// A row is `[x₁, x₂]`; the target is `true` for a pair of one class. The gradient of x₁ is 2(x₁ − x₂), or
/// −2(m − d)·(x₁ − x₂)/d within the margin, and that of x₂ its opposite; two embeddings of different classes that coincide have
/// gradient 0. Multiply by ½, or use [`Reduction::Over`](crate::Reduction::Over) twice the number, for Hadsell's and Caffe's scale.
/// Where only the order of distances matters use [`Triplet`](crate::Triplet), which needs no absolute distance.
///
/// Value and gradient within 8 ULP for 4 dimensions, of the margin where m − d cancels, unless d is subnormal. d² overflows
/// from d = 1.85e19 on. Source: Hadsell, Chopra & LeCun, *Dimensionality Reduction by Learning an Invariant Mapping*, CVPR
/// (2006), eq. 4, with Y = 0 for one class.
///
/// ```
/// use microloss::{Contrastive, Loss, Reduction};
///
/// let pair = [[3.0, 0.0], [0.0, 4.0]];
/// let mut gradient = [pair, pair];
/// let loss = Contrastive::new(6.0);
/// let value = loss.value_and_gradient(&[pair, pair], &[true, false], Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 25.0 + 1.0);
/// assert_eq!(gradient[0], [[6.0, -8.0], [-6.0, 8.0]]);
/// assert_eq!(gradient[1], [[-1.2, 1.6], [1.2, -1.6]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Contrastive<const D: usize> {
    margin: f32,
}

impl<const D: usize> Contrastive<D> {
    /// The loss with this margin.
    ///
    /// # Panics
    ///
    /// Unless `margin` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("Contrastive: the margin must be a positive normal number"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `margin` is a positive normal number.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        match check_margin(margin) {
            Ok(()) => Ok(Self { margin }),
            Err(error) => Err(error),
        }
    }
}

/// max(0, m − d); NaN stays NaN.
#[inline]
fn shortfall(margin: f32, d: f32) -> f32 {
    if d >= margin { 0.0 } else { margin - d }
}

fn value(first: &[f32], second: &[f32], same: bool, margin: f32) -> f32 {
    let d = distance(first, second);
    let size = if same { d } else { shortfall(margin, d) };
    size * size
}

/// One pair's work, the same machine code for every D.
// Of both rows, one behind the other: two slices would take 16 to 32 bytes more of stack in the loop over the batch.
fn gradient(pair: &mut [f32], same: bool, margin: f32, scale: f32) -> f32 {
    let (first, second) = pair.split_at_mut(pair.len() / 2);
    let d = distance(first, second);
    let size = if same { d } else { shortfall(margin, d) };
    for (x, y) in first.iter_mut().zip(second) {
        let difference = *x - *y;
        let slope = if same {
            2.0 * difference * scale
        } else if d == 0.0 || size == 0.0 {
            0.0
        } else {
            -2.0 * (size * (difference / d)) * scale
        };
        // A difference of finite numbers may be infinite: it still points from one to the other.
        (*x, *y) = if size.is_nan() { (f32::NAN, f32::NAN) } else { (slope, -slope) };
    }
    size * size
}

impl<const D: usize> Rowwise for Contrastive<D> {
    type Row = [[f32; D]; 2];
    type Target = bool;

    #[inline]
    fn term(&self, [first, second]: &[[f32; D]; 2], same: &bool) -> f32 {
        value(first, second, *same, self.margin)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], same: &bool, scale: f32) -> f32 {
        gradient(row.as_flattened_mut(), *same, self.margin, scale)
    }
}
