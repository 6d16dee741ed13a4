//! The contrastive loss of pairs.

use crate::array::AnyTarget;
use crate::math::distance;
use crate::rowwise::Rowwise;

/// Contrastive loss: d² for a pair of one class, max(0, m − d)² for other pairs, with d = ‖x₁ − x₂‖.
///
#[doc = card!(rows Contrastive: "`[[f32; D]; 2]`: `[x₁, x₂]`", "`bool`: `true` for a pair of one class")]
///
/// The gradient of x₁ is 2(x₁ − x₂) for one class, −2(m − d)·(x₁ − x₂)/d within the margin, and 0 beyond; that of x₂ is its
/// opposite. Two embeddings of different classes that coincide have gradient 0.
///
/// **Parameter**: `margin` (m) is the distance from which pairs of different classes are left alone. It is often 1.
///
/// For Hadsell's and Caffe's scale, multiply by ½, or use [`Reduction::Over`](crate::Reduction::Over) twice the number. For distances
/// that are not squared, as in pytorch-metric-learning, or if near pairs of one class should be left alone, use
/// [`LinearContrastive`](crate::LinearContrastive). If only the order of distances matters, use [`Triplet`](crate::Triplet): it needs no
/// absolute distance.
///
/// **Error**: value and gradient within 8 ULP for 4 dimensions, or 8 ULP of the margin if m − d cancels, unless d is subnormal. d²
/// overflows from d = 1.85e19 on. **Source**: Hadsell, Chopra & LeCun, *Dimensionality Reduction by Learning an Invariant Mapping*,
/// CVPR (2006), eq. 4, with Y = 0 for one class.
///
/// **Run it**: `cargo run --release --example retrieval`.
///
/// ```
/// use microloss::{Contrastive, Loss, Reduction};
///
/// let pair = [[3.0, 0.0], [0.0, 4.0]];
/// let batch = [pair, pair];
/// let mut gradient = batch;
/// let loss = Contrastive::new(6.0);
/// let same = [true, false];
/// let value =
///     loss.value_and_gradient(&batch, &same, Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 25.0 + 1.0);
/// assert_eq!(gradient[0], [[6.0, -8.0], [-6.0, 8.0]]);
/// assert_eq!(gradient[1], [[-1.2, 1.6], [1.2, -1.6]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Contrastive)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Contrastive<const D: usize> {
    margin: f32,
}

impl<const D: usize> Contrastive<D> {
    constructor! {
        /// Creates the loss with margin `margin`.
        Contrastive: new / try_new(margin: positive) => Self { margin }
    }
}

/// Returns max(0, m − d), or NaN for a NaN.
#[inline]
pub(super) fn shortfall(margin: f32, d: f32) -> f32 {
    if d >= margin { 0.0 } else { margin - d }
}

fn value(first: &[f32], second: &[f32], same: bool, margin: f32) -> f32 {
    let d = distance(first, second);
    let size = if same { d } else { shortfall(margin, d) };
    size * size
}

/// Replaces a pair by its gradient and returns its loss. All D share this machine code.
// It takes one slice that holds both embeddings: two slices would need 16 to 32 bytes more stack in the loop over the batch.
fn gradient(pair: &mut [f32], same: bool, margin: f32, scale: f32) -> f32 {
    let (first, second) = pair.split_at_mut(pair.len() / 2);
    let d = distance(first, second);
    let size = if same { d } else { shortfall(margin, d) };
    let factor = if same { 2.0 * scale } else { -2.0 * (size / d) * scale };
    if !same && size == 0.0 {
        pair.fill(0.0);
    } else if d <= f32::MAX && factor.is_normal() {
        for (x, y) in first.iter_mut().zip(second) {
            let slope = (*x - *y) * factor;
            (*x, *y) = (slope, -slope);
        }
    } else {
        gradient_of_extremes(pair, same, [d, size], scale);
    }
    size * size
}

/// Replaces a pair by its gradient, whose numbers have any size.
#[cold]
#[inline(never)]
fn gradient_of_extremes(pair: &mut [f32], same: bool, [d, size]: [f32; 2], scale: f32) {
    let (first, second) = pair.split_at_mut(pair.len() / 2);
    for (x, y) in first.iter_mut().zip(second) {
        let difference = *x - *y;
        let slope = if same {
            2.0 * difference * scale
        } else if d == 0.0 {
            0.0
        } else {
            -2.0 * (size * (difference / d)) * scale
        };
        // A difference of finite numbers may be infinite: it still points from one to the other. Only `size` tells of a NaN.
        (*x, *y) = if size.is_nan() { (f32::NAN, f32::NAN) } else { (slope, -slope) };
    }
}

impl<const D: usize> Rowwise for Contrastive<D> {
    type Row = [[f32; D]; 2];
    type Target = bool;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [first, second]: &[[f32; D]; 2], same: &bool) -> f32 {
        value(first, second, *same, self.margin)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], same: &bool, scale: f32) -> f32 {
        gradient(row.as_flattened_mut(), *same, self.margin, scale)
    }
}

impl<const D: usize> AnyTarget for Contrastive<D> {}
