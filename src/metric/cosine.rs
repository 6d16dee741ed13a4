//! The angle between two embeddings.

use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::norm_of;
use crate::sum::sum;

/// Cosine embedding loss: 1 − cos(x₁, x₂) for a pair that belongs together, max(0, cos(x₁, x₂) − m) for one that does not.
///
/// A row is `[x₁, x₂]`; the target is `true` for a pair that belongs together. With unit vectors u the gradient of x₁ is
/// ∓(u₂ − cos·u₁)/‖x₁‖; lengths do not matter, so none is along the embedding itself. A vector of length 0 (below 1.2e-38), or
/// of a length beyond `f32::MAX`, has no direction: its cosine is 0, and so is the gradient of both.
/// An infinite number in it makes them NaN.
/// Where lengths carry meaning use [`Contrastive`](crate::Contrastive); for a whole batch at once [`NtXent`](crate::NtXent).
///
/// 1 − cos is computed as ½‖u₁ − u₂‖², which does not cancel. Value within 8 ULP of 1 and gradient within 8 of 1/‖x‖, for 4
/// dimensions. Source: PyTorch's `CosineEmbeddingLoss`.
///
/// ```
/// use microloss::{CosineEmbedding, Loss, Reduction};
///
/// let mut gradient = [[[0.0; 2]; 2]];
/// let loss = CosineEmbedding::new(0.0);
/// let value = loss.value_and_gradient(&[[[2.0, 0.0], [0.0, 3.0]]], &[true], Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (1.0, [[[0.0, -0.5], [-1.0 / 3.0, 0.0]]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CosineEmbedding<const D: usize> {
    margin: f32,
}

impl<const D: usize> CosineEmbedding<D> {
    /// The loss with this margin, between −1 and 1; 0 is usual.
    ///
    /// # Panics
    ///
    /// Unless −1 ≤ `margin` ≤ 1; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("CosineEmbedding: the margin must lie in [-1, 1]"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless −1 ≤ `margin` ≤ 1.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        match check_parameter(margin >= -1.0 && margin <= 1.0, "margin", "in [-1, 1]", margin) {
            Ok(()) => Ok(Self { margin }),
            Err(error) => Err(error),
        }
    }
}

/// 1/‖x‖, or 0 for a vector without direction; NaN for NaN.
#[inline]
pub(crate) fn inverse_norm(x: &[f32]) -> f32 {
    let norm = norm_of(x, |_, x| x);
    if norm < f32::MIN_POSITIVE || norm == f32::INFINITY { 0.0 } else { 1.0 / norm }
}

/// Loss, slope along the cosine, and the cosine.
fn standing(x: &[f32], y: &[f32], norms: (f32, f32), same: bool, margin: f32) -> (f32, f32, f32) {
    let at = |i: usize| y.get(i).copied().unwrap_or(f32::NAN) * norms.1;
    let cosine = sum(x, |i, x| (x * norms.0) * at(i));
    if same {
        let direction = norms.0 != 0.0 && norms.1 != 0.0;
        let half_square = 0.5 * sum(x, |i, x| (x * norms.0 - at(i)) * (x * norms.0 - at(i)));
        // An infinite or NaN element shows in the cosine.
        (if direction || cosine.is_nan() { half_square } else { 1.0 }, -1.0, cosine)
    } else {
        let excess = cosine - margin;
        if excess <= 0.0 { (0.0, 0.0, cosine) } else { (excess, 1.0, cosine) }
    }
}

// Of both rows, one behind the other: two slices would take 16 to 32 bytes more of stack in the loop over the batch.
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

    #[inline]
    fn term(&self, [x, y]: &[[f32; D]; 2], same: &bool) -> f32 {
        standing(x, y, (inverse_norm(x), inverse_norm(y)), *same, self.margin).0
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], same: &bool, scale: f32) -> f32 {
        gradient(row.as_flattened_mut(), *same, self.margin, scale)
    }
}
