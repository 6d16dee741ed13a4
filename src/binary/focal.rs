//! Cross-entropy that turns its attention to the hard samples.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::machine::SELECTS;
use crate::math::{exp_nonpositive, exp_of_product, ln_1p_unit};

/// Binary focal loss from logits: −α_t·(1 − p_t)^γ·ln p_t.
///
/// x is a logit and p_t the probability it gives to the true side: σ(x) for y = 1, σ(−x) for y = 0. The weight
/// α_t is α for y = 1 and 1 − α for y = 0, or 1 for both unless set. A target between 0 and 1 mixes the two losses
/// in that proportion. γ = 0 with α unset is [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy): for y of 0 and 1 the same
/// value, bit for bit.
///
/// With u = ±x the logit of the true side, the gradient is ∓α_t·σ(−u)^γ·(σ(−u) + γ·σ(u)·softplus(−u)), which
/// divides by nothing: finite for every γ ≥ 0 and every logit, also for γ < 1 where the textbook form is 0/0.
/// The second derivative is negative where the loss flattens out: guard a Newton-type step that takes
/// [`curvature`](Elementwise::curvature).
///
/// For few positives among very many negatives (1 : 1000), reduce with
/// [`Reduction::Over`](crate::Reduction::Over) the number of positives, as the paper does. When the classes are
/// balanced it only slows training: use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// Value and gradient within 8 ULP for γ ≤ 5 (10 of the larger term for y between 0 and 1). Source: Lin et al., *Focal Loss
/// for Dense Object Detection* (2017), arXiv:1708.02002, eq. 5 and appendix B.
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidFocal};
///
/// let mut gradient = [0.0];
/// let loss = SigmoidFocal::new(2.0).with_alpha(0.25);
/// let value = loss.value_and_gradient(&[2.0], &[1.0], Reduction::Sum, &mut gradient)?;
/// assert!((value - 4.508_907e-4).abs() < 1e-9);
/// assert!((gradient[0] + 1.217_735e-3).abs() < 1e-9);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(SigmoidFocal)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SigmoidFocal {
    gamma: f32,
    negative_weight: f32,
    positive_weight: f32,
}

impl SigmoidFocal {
    /// The loss with focusing parameter `gamma` and α unset. The paper's 2 takes half the instructions of another one; of a loop of
    /// vectors (feature `branchless`, on a desktop) only as a constant.
    ///
    /// # Panics
    ///
    /// Unless `gamma` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(gamma: f32) -> Self {
        match Self::try_new(gamma) {
            Ok(loss) => loss,
            Err(_) => panic!("SigmoidFocal: gamma must be finite and 0 or more"),
        }
    }

    /// The loss with a focusing parameter that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `gamma` is finite and 0 or more.
    pub const fn try_new(gamma: f32) -> Result<Self, Error> {
        match check_parameter(gamma >= 0.0 && gamma <= f32::MAX, "gamma", "finite and 0 or more", gamma) {
            Ok(()) => Ok(Self { gamma, negative_weight: 1.0, positive_weight: 1.0 }),
            Err(error) => Err(error),
        }
    }

    /// Weighs positives by `alpha` and negatives by 1 − `alpha` (0.25 in the paper).
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `alpha` ≤ 1; as a constant, it then does not compile.
    #[must_use]
    pub const fn with_alpha(self, alpha: f32) -> Self {
        match self.try_with_alpha(alpha) {
            Ok(loss) => loss,
            Err(_) => panic!("SigmoidFocal: alpha must lie in [0, 1]"),
        }
    }

    /// [`with_alpha`](Self::with_alpha) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `alpha` ≤ 1.
    pub const fn try_with_alpha(self, alpha: f32) -> Result<Self, Error> {
        match check_parameter(alpha >= 0.0 && alpha <= 1.0, "alpha", "in [0, 1]", alpha) {
            Ok(()) => Ok(Self { negative_weight: 1.0 - alpha, positive_weight: alpha, ..self }),
            Err(error) => Err(error),
        }
    }

    /// The loss of a side of this weight, whose logit is `u`, and its derivative with respect to `u`.
    // A call would keep the loop from becoming vectors.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn side(&self, weight: f32, u: f32, both: Both) -> Point {
        // A side without weight takes no part, so that ∞·0 cannot arise; in a vector it is computed all the same.
        let absent = weight == 0.0;
        if absent && !SELECTS {
            return Point { value: 0.0, slope: 0.0 };
        }
        let point = self.of_true_side(u, both);
        let share = |x: f32| if absent { 0.0 } else { weight * x };
        Point { value: share(point.value), slope: share(point.slope) }
    }

    /// What the loss is made of where the true side's logit is `u`.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn focus(&self, u: f32, Both { log_norm, tail }: Both) -> Focus {
        let positive = if u > 0.0 { u } else { 0.0 };
        let negative = if u < 0.0 { -u } else { 0.0 };
        // σ(−u) and σ(u); the larger one is not the quotient's neighbour of 1 but 1 less the tail.
        let (miss, hit) = if u >= 0.0 { (tail, 1.0 - tail) } else { (1.0 - tail, tail) };
        // σ(−u)^γ = e^(−γ·softplus(u)), with softplus(u) in two parts. The paper's γ needs no exponential.
        let focus = if self.gamma == 2.0 {
            miss * miss
        } else {
            exp_of_product(exp_nonpositive, -self.gamma, positive, log_norm)
        };
        Focus { focus, miss, hit, entropy: negative + log_norm }
    }

    /// The loss where the true side's logit is `u`, and its derivative with respect to `u`.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn of_true_side(&self, u: f32, both: Both) -> Point {
        let Focus { focus, miss, hit, entropy } = self.focus(u, both);
        let pull = if hit == 0.0 { 0.0 } else { self.gamma * hit * entropy };
        Point { value: focus * entropy, slope: -focus * (miss + pull) }
    }
}

/// What a logit x and −x have in common: ln(1 + e^−|x|) and σ(−|x|).
#[derive(Clone, Copy)]
struct Both {
    log_norm: f32,
    tail: f32,
}

impl Both {
    #[cfg_attr(vectors, inline(always))]
    // Not inlined: what it takes of the stack is not there while a side takes its own.
    #[cfg_attr(not(vectors), inline(never))]
    fn of(x: f32) -> Self {
        let e = exp_nonpositive(-x.abs());
        Self { log_norm: ln_1p_unit(e), tail: e / (1.0 + e) }
    }
}

/// For the true side's logit u: σ(−u)^γ, σ(−u), σ(u) and softplus(−u).
struct Focus {
    focus: f32,
    miss: f32,
    hit: f32,
    entropy: f32,
}

impl Elementwise for SigmoidFocal {
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (negative, positive) = (self.negative_weight * (1.0 - target), self.positive_weight * target);
        let both = Both::of(prediction);
        let (yes, no) = (self.side(positive, prediction, both), self.side(negative, -prediction, both));
        Point { value: yes.value + no.value, slope: yes.slope - no.slope }
    }

    /// Negative where the loss flattens out: for a sample so wrong that its focus no longer grows.
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let both = Both::of(prediction);
        let side = |weight: f32, u: f32| {
            let Focus { focus, miss, hit, entropy } = self.focus(u, both);
            // What has no focus has no curvature, whatever γ makes of the rest.
            if weight == 0.0 || focus == 0.0 || hit == 0.0 {
                return 0.0;
            }
            let pull = self.gamma * hit;
            weight * (focus * (hit * miss + pull * (2.0 * miss + entropy * (pull - miss))))
        };
        side(self.positive_weight * target, prediction)
            + side(self.negative_weight * (1.0 - target), -prediction)
    }
}
