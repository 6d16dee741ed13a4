//! Cross-entropy of a Bernoulli distribution given by its logit.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::math::{exp_nonpositive, ln_1p_unit};

/// Binary cross-entropy from logits: −w·y·ln σ(x) − (1 − y)·ln(1 − σ(x)).
///
/// x is a logit, y a target in [0, 1] (soft labels are allowed), w the positive weight (1 unless set).
/// Label smoothing ε replaces y by y(1 − ε) + ε/2. For several labels per sample, every label is an element.
/// Targets outside [0, 1] are not refused; the loss is then not bounded below.
///
/// Computed as (w·y + 1 − y)·ln(1 + e^−|x|) + |x|·(x > 0 ? 1 − y : w·y): no term is negative, so no digit
/// is lost, and value and gradient of a confident prediction stay above 0 down to 1e-38. The gradient is
/// (1 − y)·σ(x) − w·y·σ(−x). Do not apply a sigmoid first: for probabilities there is
/// [`BernoulliNll`](crate::BernoulliNll). Where exactly one of several classes is right use
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy), where positives are rare [`SigmoidFocal`](crate::SigmoidFocal).
///
/// Value and gradient within 2.5 ULP; with soft labels the gradient is within 3.5 ULP of the larger of its two parts, with weight
/// and smoothing both are within 6 while σ(−|x|) is a normal number, for |x| up to 87. Source: Bishop, *Pattern Recognition and
/// Machine Learning* (2006), eq. 4.90.
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidCrossEntropy};
///
/// let mut gradient = [0.0; 2];
/// let loss = SigmoidCrossEntropy::new();
/// let value = loss.value_and_gradient(&[2.0, 2.0], &[1.0, 0.0], Reduction::Sum, &mut gradient)?;
/// assert!((value - (0.126_928 + 2.126_928)).abs() < 1e-6);
/// assert!((gradient[0] + 0.119_202_9).abs() < 1e-7 && (gradient[1] - 0.880_797_1).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(SigmoidCrossEntropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SigmoidCrossEntropy {
    positive_weight: f32,
    smoothing: f32,
}

impl Default for SigmoidCrossEntropy {
    fn default() -> Self {
        Self::new()
    }
}

impl SigmoidCrossEntropy {
    /// The loss with positive weight 1 and no label smoothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { positive_weight: 1.0, smoothing: 0.0 }
    }

    /// Multiplies the loss of the positive part of every target.
    ///
    /// # Panics
    ///
    /// Unless `weight` is finite and 0 or more; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Elementwise, SigmoidCrossEntropy};
    ///
    /// let point = SigmoidCrossEntropy::new().with_positive_weight(3.0).point(0.0, 1.0);
    /// assert_eq!((point.value, point.slope), (3.0 * core::f32::consts::LN_2, -1.5));
    /// ```
    #[must_use]
    pub const fn with_positive_weight(self, weight: f32) -> Self {
        match self.try_with_positive_weight(weight) {
            Ok(loss) => loss,
            Err(_) => panic!("SigmoidCrossEntropy: the positive weight must be finite and 0 or more"),
        }
    }

    /// [`with_positive_weight`](Self::with_positive_weight) for a weight that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `weight` is finite and 0 or more.
    pub const fn try_with_positive_weight(self, weight: f32) -> Result<Self, Error> {
        let finite = weight >= 0.0 && weight <= f32::MAX;
        match check_parameter(finite, "positive_weight", "finite and 0 or more", weight) {
            Ok(()) => Ok(Self { positive_weight: weight, ..self }),
            Err(error) => Err(error),
        }
    }

    /// Moves every target towards ½: y(1 − ε) + ε/2.
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` ≤ 1; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Elementwise, SigmoidCrossEntropy};
    ///
    /// // y = 1 counts as 0.9.
    /// let point = SigmoidCrossEntropy::new().with_label_smoothing(0.2).point(0.0, 1.0);
    /// assert!((point.slope - (0.5 - 0.9)).abs() < 1e-6);
    /// ```
    #[must_use]
    pub const fn with_label_smoothing(self, epsilon: f32) -> Self {
        match self.try_with_label_smoothing(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("SigmoidCrossEntropy: label smoothing must lie in [0, 1]"),
        }
    }

    /// [`with_label_smoothing`](Self::with_label_smoothing) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` ≤ 1.
    pub const fn try_with_label_smoothing(self, epsilon: f32) -> Result<Self, Error> {
        match check_parameter(epsilon >= 0.0 && epsilon <= 1.0, "label_smoothing", "in [0, 1]", epsilon) {
            Ok(()) => Ok(Self { smoothing: epsilon, ..self }),
            Err(error) => Err(error),
        }
    }
}

impl Elementwise for SigmoidCrossEntropy {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (negative, positive) = self.shares(target);
        logistic(prediction, negative, positive)
    }

    /// (w·y + 1 − y)·σ(x)·σ(−x).
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let (negative, positive) = self.shares(target);
        let e = exp_nonpositive(-prediction.abs());
        (negative + positive) * e / ((1.0 + e) * (1.0 + e))
    }
}

impl SigmoidCrossEntropy {
    /// Weights of −ln(1 − p) and −ln p: 1 − y and w·y, smoothed.
    ///
    /// Smoothed apart, so that the small one of the two keeps its digits.
    #[inline]
    fn shares(&self, target: f32) -> (f32, f32) {
        let (keep, spread) = (1.0 - self.smoothing, 0.5 * self.smoothing);
        ((1.0 - target) * keep + spread, self.positive_weight * (target * keep + spread))
    }
}

/// positive·(−ln σ(x)) + negative·(−ln σ(−x)), and its derivative in x.
#[inline]
pub(crate) fn logistic(x: f32, negative: f32, positive: f32) -> Point {
    let e = exp_nonpositive(-x.abs());
    // The share that the sign of the logit speaks against; without weight it takes no part, so that ∞·0 cannot arise.
    let against = if x >= 0.0 { negative } else { positive };
    let both = negative + positive;
    let certain = if against == 0.0 { 0.0 } else { x.abs() * against };
    let value = both * ln_1p_unit(e) + certain;
    let tail = both * e / (1.0 + e);
    Point { value, slope: if x >= 0.0 { against - tail } else { tail - against } }
}
