//! Negative log-likelihood of a Bernoulli distribution given by its probability.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::machine::SELECTS;
use crate::math::{ln, ln_1p};

/// Binary cross-entropy from probabilities: −y·ln p − (1 − y)·ln(1 − p).
///
/// For models that end in a probability. Where you have the logit, use
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy), which keeps the digits that rounding p to 1 has already lost.
///
/// Below the floor f (1e-12 unless set) each logarithm continues as its tangent, −ln q ≈ −ln f + (f − q)/f: value and
/// gradient stay finite (28.6 and 1e12 at q = 0), continuous, and never 0 on the wrong side. Probabilities outside
/// [0, 1] are not refused: the tangent of a side with weight pushes them back, and with a hard label on their side of it nothing
/// does: clamp them where they can leave. Infinite ones give NaN.
///
/// Value and gradient within 1 ULP for y of 0 or 1. Source: Bishop, *Pattern Recognition and Machine Learning* (2006), eq. 4.90.
///
/// ```
/// use microloss::{BernoulliNll, Loss, Reduction};
///
/// let mut gradient = [0.0];
/// let value = BernoulliNll::new().value_and_gradient(&[0.25], &[1.0], Reduction::Sum, &mut gradient)?;
/// assert!((value - 1.386_294).abs() < 1e-6);
/// assert_eq!(gradient, [-4.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(BernoulliNll)]
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
    /// The loss with floor 1e-12.
    #[must_use]
    pub const fn new() -> Self {
        Self { floor: 1e-12 }
    }

    /// The loss with another floor; its reciprocal bounds the gradient.
    ///
    /// # Panics
    ///
    /// Unless 1.2e-38 (the smallest normal number) ≤ `floor` ≤ ½; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{BernoulliNll, Elementwise};
    ///
    /// // At p = 0, of y = 1: −ln 0.1 and 0.1/0.1 more.
    /// let point = BernoulliNll::new().with_floor(0.1).point(0.0, 1.0);
    /// assert!((point.value - 3.302_585).abs() < 1e-6 && (point.slope + 10.0).abs() < 1e-5);
    /// ```
    #[must_use]
    pub const fn with_floor(self, floor: f32) -> Self {
        match self.try_with_floor(floor) {
            Ok(loss) => loss,
            Err(_) => panic!("BernoulliNll: the floor must be a normal number in (0, 0.5]"),
        }
    }

    /// [`with_floor`](Self::with_floor) for a floor that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 1.2e-38 ≤ `floor` ≤ ½.
    pub const fn try_with_floor(self, floor: f32) -> Result<Self, Error> {
        let holds = floor >= f32::MIN_POSITIVE && floor <= 0.5;
        match check_parameter(holds, "floor", "a normal number in (0, 0.5]", floor) {
            Ok(()) => Ok(Self { floor }),
            Err(error) => Err(error),
        }
    }

    /// −ln q where q is the probability of the true side, given with what rounding it has lost and with its
    /// complement; and the derivative in q.
    #[inline]
    fn of_true_side(&self, q: f32, lost: f32, complement: f32) -> Point {
        if q < self.floor {
            let excess = (self.floor - q) / self.floor;
            // Finite, so that 0 times it is 0.
            let excess = if excess > f32::MAX { f32::MAX } else { excess };
            return Point { value: excess - ln(self.floor), slope: -1.0 / self.floor };
        }
        // Near 1 the complement is the more exact of the two.
        let value = if q > 0.5 { -ln_1p(-complement) } else { -ln(q) };
        let inverse = 1.0 / q;
        Point { value, slope: inverse * lost * inverse - inverse }
    }

    /// A side's part, of this weight. A hard label spares the other side's logarithm, but in a loop of vectors, which takes both ways.
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
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let complement = 1.0 - prediction;
        // 0, or NaN where the probability is infinite or NaN.
        let finite = 0.0 * prediction;
        let lost = (1.0 - complement) - prediction;
        let yes = self.share(target, prediction, 0.0, complement);
        let no = self.share(1.0 - target, complement, lost, prediction);
        Point { value: yes.value + no.value + finite, slope: yes.slope - no.slope + finite }
    }

    /// y/p² + (1 − y)/(1 − p)², and 0 for a logarithm below the floor.
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        // A side without weight takes no part, so that 0·∞ cannot arise.
        let side = |weight: f32, q: f32| if weight == 0.0 || q < self.floor { 0.0 } else { weight / (q * q) };
        side(target, prediction) + side(1.0 - target, 1.0 - prediction) + 0.0 * prediction
    }
}
