//! Binary cross-entropy from logits.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};
use crate::kernel::logistic;
use crate::math::exp_nonpositive;

/// Binary cross-entropy from logits: −w·y·ln σ(x) − (1 − y)·ln(1 − σ(x)).
///
#[doc = card!(elementwise SigmoidCrossEntropy: "`f32`, a logit x", "`f32`, y in [0, 1]")]
///
/// The gradient is (1 − y)·σ(x) − w·y·σ(−x). For several labels per sample, every label is an element. Soft labels (0 < y < 1)
/// are allowed. Any target outside [0, 1] is refused. For labels in flash as `bool` or `u8`, use [`YesNo`](crate::YesNo).
///
/// **Parameters**: the positive weight w is 1 by default ([`with_positive_weight`](Self::with_positive_weight)). Label
/// smoothing ε replaces y by y(1 − ε) + ε/2; it is 0 by default, and 0.1 is usual
/// ([`with_label_smoothing`](Self::with_label_smoothing)).
///
/// Do not apply a sigmoid first: for probabilities there is [`BernoulliNll`](crate::BernoulliNll). If exactly one of several
/// classes is right, use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). If positives are rare, use
/// [`SigmoidFocal`](crate::SigmoidFocal).
///
/// The value is computed as (w·y + 1 − y)·ln(1 + e^−|x|) + |x|·(x > 0 ? 1 − y : w·y). No term is negative, so no digit is lost.
/// Value and gradient of a confident prediction stay above 0 down to 1e-38.
///
/// **Error**: value and gradient within 2.5 ULP. With soft labels the gradient is within 3.5 ULP of the larger of its two
/// parts. With weight and smoothing both are within 6 ULP for |x| up to 87, if the weights of the two logarithms, smoothed, are
/// normal numbers or 0. **Source**: Bishop, *Pattern Recognition and Machine Learning* (2006), eq. 4.90.
///
/// **Run it**: `cargo run --release --example spam`.
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidCrossEntropy};
///
/// let (logit, target, mut gradient) = ([2.0, 2.0], [1.0, 0.0], [0.0; 2]);
/// let value = SigmoidCrossEntropy::new()
///     .value_and_gradient(&logit, &target, Reduction::Sum, &mut gradient)?;
/// assert!((value - (0.126_928 + 2.126_928)).abs() < 1e-6);
/// assert!((gradient[0] + 0.119_202_9).abs() < 1e-7);
/// assert!((gradient[1] - 0.880_797_1).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SigmoidCrossEntropy)]
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
    /// Creates the loss with positive weight 1 and without label smoothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { positive_weight: 1.0, smoothing: 0.0 }
    }

    option! {
        /// Multiplies the loss of the positive part of every target.
        ///
        /// ```
        /// use microloss::{Elementwise, SigmoidCrossEntropy};
        ///
        /// let loss = SigmoidCrossEntropy::new().with_positive_weight(3.0);
        /// let point = loss.point(0.0, 1.0);
        /// assert_eq!(point.value, 3.0 * core::f32::consts::LN_2);
        /// assert_eq!(point.slope, -1.5);
        /// ```
        SigmoidCrossEntropy: with_positive_weight / try_with_positive_weight(
            self,
            positive_weight: non_negative
        ) => Self { positive_weight, ..self }
    }

    option! {
        /// Moves every target towards ½: y(1 − ε) + ε/2, with ε = `label_smoothing`.
        ///
        /// ```
        /// use microloss::{Elementwise, SigmoidCrossEntropy};
        ///
        /// // y = 1 counts as 0.9.
        /// let loss = SigmoidCrossEntropy::new().with_label_smoothing(0.2);
        /// assert!((loss.point(0.0, 1.0).slope - (0.5 - 0.9)).abs() < 1e-6);
        /// ```
        SigmoidCrossEntropy: with_label_smoothing / try_with_label_smoothing(
            self,
            label_smoothing: unit
        ) => Self { smoothing: label_smoothing, ..self }
    }
}

impl Elementwise for SigmoidCrossEntropy {
    const TARGETS: Domain = Domain::Unit;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (negative, positive) = self.shares(target);
        logistic(prediction, negative, positive)
    }

    /// Returns (w·y + 1 − y)·σ(x)·σ(−x).
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let (negative, positive) = self.shares(target);
        let e = exp_nonpositive(-prediction.abs());
        (negative + positive) * e / ((1.0 + e) * (1.0 + e))
    }
}

impl SigmoidCrossEntropy {
    /// Returns the weights of −ln(1 − p) and −ln p: 1 − y and w·y, smoothed.
    ///
    /// Each is smoothed separately, so the smaller one keeps its digits.
    #[inline]
    fn shares(&self, target: f32) -> (f32, f32) {
        let (keep, spread) = (1.0 - self.smoothing, 0.5 * self.smoothing);
        ((1.0 - target) * keep + spread, self.positive_weight * (target * keep + spread))
    }
}
