//! Binary cross-entropy from probabilities.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};
use crate::machine::SELECTS;
use crate::math::{ln, ln_1p};

/// Binary cross-entropy from probabilities: −y·ln p − (1 − y)·ln(1 − p).
///
#[doc = card!(elementwise BernoulliNll: "`f32`, a probability p", "`f32`, y in [0, 1]")]
///
/// Use it for a model that ends in a probability. If you have the logit, use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy):
/// it keeps the digits that are lost when p is rounded to 1.
///
/// **Parameter**: the floor f (1e-12 by default) bounds the gradient; see [`with_floor`](Self::with_floor).
///
/// Below the floor each logarithm continues as its tangent, −ln q ≈ −ln f + (f − q)/f. So value and gradient are continuous,
/// stay finite (28.6 and 1e12 at q = 0), and are never 0 on the wrong side.
///
/// A target outside [0, 1] is refused, and so is a prediction that is not a probability: a logit, or NaN. Rounding may take p
/// out of [0, 1] by 1e-6. Then the loss is finite, and at least −1e-6.
///
/// **Error**: value within 1 ULP for y of 0 or 1, or 1.5 below the floor; gradient within 1. **Source**: Bishop, *Pattern
/// Recognition and Machine Learning* (2006), eq. 4.90.
///
/// ```
/// use microloss::{BernoulliNll, Loss, Reduction};
///
/// let mut gradient = [0.0];
/// let value = BernoulliNll::new()
///     .value_and_gradient(&[0.25], &[1.0], Reduction::Sum, &mut gradient)?;
/// assert!((value - 1.386_294).abs() < 1e-6);
/// assert_eq!(gradient, [-4.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(BernoulliNll)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct BernoulliNll {
    floor: f32,
}

impl Default for BernoulliNll {
    fn default() -> Self {
        Self::new()
    }
}

impl BernoulliNll {
    /// Creates the loss with floor 1e-12.
    #[must_use]
    pub const fn new() -> Self {
        Self { floor: 1e-12 }
    }

    option! {
        /// Sets the floor (at least 1.2e-38, the smallest normal number). Its reciprocal bounds the gradient.
        ///
        /// ```
        /// use microloss::{BernoulliNll, Elementwise};
        ///
        /// // At p = 0 with y = 1: −ln 0.1, plus 0.1/0.1.
        /// let point = BernoulliNll::new().with_floor(0.1).point(0.0, 1.0);
        /// assert!((point.value - 3.302_585).abs() < 1e-6);
        /// assert!((point.slope + 10.0).abs() < 1e-5);
        /// ```
        BernoulliNll: with_floor / try_with_floor(self, floor: normal_to_half) => Self { floor }
    }

    /// Returns −ln q and its derivative in q, for the probability q of the true side.
    ///
    /// Rounding has taken `lost` from q. `complement` is 1 − q.
    #[inline]
    fn of_true_side(&self, q: f32, lost: f32, complement: f32) -> Point {
        if q < self.floor {
            let excess = (self.floor - q) / self.floor;
            // Kept finite, so that 0 times it is 0.
            let excess = if excess > f32::MAX { f32::MAX } else { excess };
            return Point { value: excess - ln(self.floor), slope: -1.0 / self.floor };
        }
        // Near 1 the complement is the more exact of the two.
        let value = if q > 0.5 { -ln_1p(-complement) } else { -ln(q) };
        let inverse = 1.0 / q;
        Point { value, slope: inverse * lost * inverse - inverse }
    }

    /// Returns the loss of one side and its derivative, times the side's weight.
    ///
    /// With a hard label this skips the other side's logarithm, except in a vectorised loop, which computes both.
    #[inline]
    fn share(&self, weight: f32, q: f32, lost: f32, complement: f32) -> Point {
        if weight == 0.0 && !SELECTS {
            return Point { value: 0.0, slope: 0.0 };
        }
        let Point { value, slope } = self.of_true_side(q, lost, complement);
        Point { value: weight * value, slope: weight * slope }
    }
}

impl Elementwise for BernoulliNll {
    const TARGETS: Domain = Domain::Unit;
    const PREDICTIONS: Domain = Domain::RoundedUnit;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let complement = 1.0 - prediction;
        // 0, or NaN if the probability is infinite or NaN.
        let finite = 0.0 * prediction;
        let lost = (1.0 - complement) - prediction;
        let yes = self.share(target, prediction, 0.0, complement);
        let no = self.share(1.0 - target, complement, lost, prediction);
        Point { value: yes.value + no.value + finite, slope: yes.slope - no.slope + finite }
    }

    /// Returns y/p² + (1 − y)/(1 − p)², with 0 for a term below the floor.
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        // A side of weight 0 is skipped, so 0·∞ cannot arise.
        let side = |weight: f32, q: f32| if weight == 0.0 || q < self.floor { 0.0 } else { weight / (q * q) };
        side(target, prediction) + side(1.0 - target, 1.0 - prediction) + 0.0 * prediction
    }
}
