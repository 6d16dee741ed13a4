//! The angle between two embeddings.

use crate::array::AnyTarget;
use crate::math::inverse_norm;
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Cosine embedding loss: 1 − cos(x₁, x₂) for a pair that belongs together, max(0, cos(x₁, x₂) − m) for other pairs.
///
#[doc = card!(rows CosineEmbedding: "`[[f32; D]; 2]`: `[x₁, x₂]`", "`bool`: `true` for a pair that belongs together")]
///
/// With unit vectors u the gradient of x₁ is ∓(u₂ − cos·u₁)/‖x₁‖. Lengths do not matter, so no gradient points along its own
/// embedding. A vector of length 0 (below 1.2e-38), or of a length beyond `f32::MAX`, has no direction: its cosine is 0, and so is
/// the gradient of both. An infinite number in a vector makes them NaN.
///
/// **Parameter**: `margin` (m) is the cosine that pairs that do not belong together may have. It is usually 0 to 0.5.
///
/// If lengths carry meaning, use [`Contrastive`](crate::Contrastive). For a whole batch at once, use [`NtXent`](crate::NtXent).
///
/// **Error**: value within 8 ULP of 1, gradient within 8 ULP of 1/‖x‖, for 4 dimensions. 1 − cos is computed as ½‖u₁ − u₂‖², which
/// does not cancel. **Source**: PyTorch's `CosineEmbeddingLoss`.
///
/// ```
/// use microloss::{CosineEmbedding, Loss, Reduction};
///
/// let pair = [[[2.0, 0.0], [0.0, 3.0]]];
/// let mut gradient = [[[0.0; 2]; 2]];
/// let loss = CosineEmbedding::new(0.0);
/// let value =
///     loss.value_and_gradient(&pair, &[true], Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 1.0);
/// assert_eq!(gradient, [[[0.0, -0.5], [-1.0 / 3.0, 0.0]]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(CosineEmbedding)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CosineEmbedding<const D: usize> {
    margin: f32,
}

impl<const D: usize> CosineEmbedding<D> {
    constructor! {
        /// Creates the loss with margin `margin`.
        CosineEmbedding: new / try_new(margin: cosine) => Self { margin }
    }
}

/// Returns the loss, its slope in the cosine, and the cosine.
fn standing(x: &[f32], y: &[f32], norms: (f32, f32), same: bool, margin: f32) -> (f32, f32, f32) {
    let at = |i: usize| y.get(i).copied().unwrap_or(f32::NAN) * norms.1;
    let cosine = sum(x, |i, x| (x * norms.0) * at(i));
    if same {
        let direction = norms.0 != 0.0 && norms.1 != 0.0;
        let half_square = 0.5 * sum(x, |i, x| (x * norms.0 - at(i)) * (x * norms.0 - at(i)));
        // An infinite or NaN element makes the cosine NaN.
        (if direction || cosine.is_nan() { half_square } else { 1.0 }, -1.0, cosine)
    } else {
        let excess = cosine - margin;
        if excess <= 0.0 { (0.0, 0.0, cosine) } else { (excess, 1.0, cosine) }
    }
}

/// Replaces a pair by its gradient and returns its loss.
// It takes one slice that holds both embeddings: two slices would need 16 to 32 bytes more stack in the loop over the batch.
fn gradient(pair: &mut [f32], same: bool, margin: f32, scale: f32) -> f32 {
    let (x, y) = pair.split_at_mut(pair.len() / 2);
    let norms = (inverse_norm(x), inverse_norm(y));
    let (term, slope, cosine) = standing(x, y, norms, same, margin);
    let still = slope == 0.0 || norms.0 == 0.0 || norms.1 == 0.0;
    if term.is_nan() || still {
        pair.fill(if term.is_nan() { f32::NAN } else { 0.0 });
        return term;
    }
    let scale = slope * scale;
    for (x, y) in x.iter_mut().zip(y) {
        let (u, v) = (*x * norms.0, *y * norms.1);
        *x = (v - cosine * u) * norms.0 * scale;
        *y = (u - cosine * v) * norms.1 * scale;
    }
    term
}

impl<const D: usize> Rowwise for CosineEmbedding<D> {
    type Row = [[f32; D]; 2];
    type Target = bool;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [x, y]: &[[f32; D]; 2], same: &bool) -> f32 {
        standing(x, y, (inverse_norm(x), inverse_norm(y)), *same, self.margin).0
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], same: &bool, scale: f32) -> f32 {
        gradient(row.as_flattened_mut(), *same, self.margin, scale)
    }
}

impl<const D: usize> AnyTarget for CosineEmbedding<D> {}
