//! The triplet loss of angles.

use crate::array::AnyTarget;
use crate::math::inverse_norm;
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Triplet loss on cosine distance: max(0, d(a, p) − d(a, n) + m), with d = 1 − cos.
///
#[doc = card!(rows CosineTriplet: "`[[f32; D]; 3]`: `[anchor, positive, negative]`", "`()`: there is none")]
///
/// With unit vectors u and cosines c, the gradient of the anchor is ((uₙ − uₚ) − (cₙ − cₚ)·uₐ)/‖a‖ while the loss is positive, that of
/// the positive −(uₐ − cₚ·uₚ)/‖p‖, and that of the negative (uₐ − cₙ·uₙ)/‖n‖. Otherwise they are 0, the kink included. Lengths do not
/// matter, so no gradient points along its own embedding. A vector of length 0 (below 1.2e-38), or of a length beyond `f32::MAX`, has
/// no direction: its cosines are 0, and they pull at nothing. An infinite number in a vector makes the triplet NaN.
///
/// **Parameter**: `margin` (m) is the lead in the cosine that the positive should have over the negative. It is usually 0.1 to 0.5, and
/// 2 at most: cosines do not differ by more.
///
/// Voices and faces are compared by the cosine; this loss trains what the comparison sees. If lengths carry meaning, use
/// [`Triplet`](crate::Triplet). On embeddings of length 1 this loss is half of [`Triplet::squared`](crate::Triplet::squared) with twice
/// the margin, but its gradient keeps the length as it is. If there is room for a vector for each class, use
/// [`CosineClassifier`](crate::CosineClassifier): it needs no triplets.
///
/// [`active`](CosineTriplet::active) counts the triplets with a loss, for [`Reduction::Over`](crate::Reduction::Over).
/// [`mine_triplets`](crate::mine_triplets) compares Euclidean distances. With embeddings of length 1 and √(2m) for its margin,
/// [`Mining::Active`](crate::Mining::Active) finds every triplet that has a loss, and some that have none.
///
/// **Error**: value within 8 ULP of the largest of both distances and the margin, gradient within 10 ULP of 1/‖x‖, for 4 dimensions.
/// Distances are computed as ½‖u₁ − u₂‖², which does not cancel. **Source**: Schroff et al. (2015), arXiv:1503.03832, eq. 3, with the
/// distance of PyTorch's `TripletMarginWithDistanceLoss` example.
///
/// ```
/// use microloss::{CosineTriplet, Loss, Reduction};
///
/// let triplet = [[2.0, 0.0], [0.0, 3.0], [0.6, 0.8]];
/// let mut gradient = [[[0.0; 2]; 3]];
/// let loss = CosineTriplet::new(0.5);
/// let value =
///     loss.value_and_gradient(&[triplet], &[()], Reduction::Sum, &mut gradient)?;
/// assert!((value - (1.0 - 0.4 + 0.5)).abs() < 1e-6);
/// let [[anchor, positive, _]] = gradient;
/// assert!(anchor[0].abs() < 1e-6 && (anchor[1] + 0.1).abs() < 1e-6);
/// assert!((positive[0] + 1.0 / 3.0).abs() < 1e-6 && positive[1].abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CosineTriplet<const D: usize> {
    margin: f32,
}

impl<const D: usize> CosineTriplet<D> {
    constructor! {
        /// Creates the loss with margin `margin`.
        CosineTriplet: new / try_new(margin: positive) => Self { margin }
    }

    /// Counts the triplets with a loss above 0.
    ///
    /// ```
    /// use microloss::CosineTriplet;
    ///
    /// let easy = [[1.0, 0.0], [2.0, 0.0], [0.0, 1.0]];
    /// let hard = [[1.0, 0.0], [0.0, 1.0], [2.0, 0.0]];
    /// assert_eq!(CosineTriplet::new(0.5).active(&[easy, hard]), 1);
    /// ```
    #[must_use]
    pub fn active(&self, triplets: &[[[f32; D]; 3]]) -> usize {
        triplets.iter().filter(|triplet| self.term(triplet, &()) > 0.0).count()
    }
}

/// The loss of a triplet, and what its gradient is made of.
struct Standing {
    value: f32,
    /// 1/‖x‖ of anchor, positive and negative, or 0 for one without direction.
    norms: [f32; 3],
    to_positive: f32,
    to_negative: f32,
}

impl Standing {
    fn of(anchor: &[f32], positive: &[f32], negative: &[f32], margin: f32) -> Self {
        let norms = [inverse_norm(anchor), inverse_norm(positive), inverse_norm(negative)];
        let [of_anchor, of_positive, of_negative] = norms;
        let to_positive = cosine_distance(anchor, positive, [of_anchor, of_positive]);
        let to_negative = cosine_distance(anchor, negative, [of_anchor, of_negative]);
        let violation = to_positive - to_negative + margin;
        let value = if violation <= 0.0 { 0.0 } else { violation };
        Self { value, norms, to_positive, to_negative }
    }
}

/// Returns 1 − cos as ½‖u − v‖², or 1 if a vector has no direction, or NaN for a NaN.
fn cosine_distance(x: &[f32], y: &[f32], [of_x, of_y]: [f32; 2]) -> f32 {
    let half_square = 0.5
        * sum(x, |i, x| {
            let difference = x * of_x - y.get(i).copied().unwrap_or(f32::NAN) * of_y;
            difference * difference
        });
    if (of_x != 0.0 && of_y != 0.0) || half_square.is_nan() { half_square } else { 1.0 }
}

/// Replaces a triplet by its gradients and returns its loss. All D share this machine code.
fn gradient(triplet: [&mut [f32]; 3], margin: f32, scale: f32) -> f32 {
    let [anchor, positive, negative] = triplet;
    let Standing { value, norms, to_positive, to_negative } =
        Standing::of(anchor, positive, negative, margin);
    if value.is_nan() || value == 0.0 {
        for x in [anchor, positive, negative] {
            x.fill(value);
        }
        return value;
    }
    // A vector without direction has the unit vector 0 and the distance 1: nothing pulls at it, and it pulls at nothing.
    let [of_anchor, of_positive, of_negative] = norms;
    let apart = to_positive - to_negative;
    for ((a, p), n) in anchor.iter_mut().zip(positive).zip(negative) {
        let (u, v, w) = (*a * of_anchor, *p * of_positive, *n * of_negative);
        *a = ((w - v) - apart * u) * of_anchor * scale;
        // c·v − u, with 1 − c for c: of directions that are near each other, no digits cancel.
        *p = ((v - u) - to_positive * v) * of_positive * scale;
        *n = ((u - w) + to_negative * w) * of_negative * scale;
    }
    value
}

impl<const D: usize> Rowwise for CosineTriplet<D> {
    type Row = [[f32; D]; 3];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [anchor, positive, negative]: &[[f32; D]; 3], (): &()) -> f32 {
        Standing::of(anchor, positive, negative, self.margin).value
    }

    #[inline]
    fn term_and_gradient(
        &self,
        [anchor, positive, negative]: &mut [[f32; D]; 3],
        (): &(),
        scale: f32,
    ) -> f32 {
        gradient([anchor, positive, negative], self.margin, scale)
    }
}

impl<const D: usize> AnyTarget for CosineTriplet<D> {}
