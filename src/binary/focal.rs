//! Focal loss: cross-entropy that concentrates on the hard samples.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};
use crate::machine::SELECTS;
use crate::math::{exp_nonpositive, exp_of_product, ln_1p_unit};

/// Binary focal loss from logits: −α_t·(1 − p_t)^γ·ln p_t.
///
#[doc = card!(elementwise SigmoidFocal: "`f32`, a logit x", "`f32`, y in [0, 1]")]
///
/// p_t is the probability that x gives to the true side: σ(x) for y = 1, σ(−x) for y = 0. The weight α_t is α for y = 1 and 1 − α
/// for y = 0. A target between 0 and 1 mixes the two losses in that proportion. Any other target is refused.
///
/// **Parameters**: `gamma` (γ) moves the focus to hard samples, `alpha` (α) weights the positives. The paper uses γ = 2 and
/// α = 0.25. Without [`with_alpha`](Self::with_alpha) both sides have weight 1; with γ = 0 the loss is then
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy), with the same value bit for bit for y of 0 and 1.
///
/// For few positives among very many negatives (1 : 1000), reduce with [`Reduction::Over`](crate::Reduction::Over) the number
/// of positives, as the paper does, but with 1 if there are none: over 0, value and gradient are 0, and false alarms teach
/// nothing. For balanced classes use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy): focal loss only slows training.
///
/// With u = ±x the logit of the true side, the gradient is ∓α_t·σ(−u)^γ·(σ(−u) + γ·σ(u)·softplus(−u)). It divides by nothing,
/// so it is finite for every γ ≥ 0 and every logit, also for γ < 1, when the textbook form is 0/0. The second derivative is
/// negative if the loss flattens out: guard a Newton-type step that uses [`curvature`](Elementwise::curvature).
///
/// **Error**: value and gradient within 8 ULP for γ ≤ 5 (10 of the larger term for y between 0 and 1). **Source**: Lin et al.,
/// *Focal Loss for Dense Object Detection* (2017), arXiv:1708.02002, eq. 5 and appendix B.
///
/// **Run it**: `cargo run --release --example nodules`.
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidFocal};
///
/// let mut gradient = [0.0];
/// let loss = SigmoidFocal::new(2.0).with_alpha(0.25);
/// let value =
///     loss.value_and_gradient(&[2.0], &[1.0], Reduction::Sum, &mut gradient)?;
/// assert!((value - 4.508_907e-4).abs() < 1e-9);
/// assert!((gradient[0] + 1.217_735e-3).abs() < 1e-9);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SigmoidFocal)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SigmoidFocal {
    gamma: f32,
    negative_weight: f32,
    positive_weight: f32,
}

impl SigmoidFocal {
    constructor! {
        /// Creates the loss with focusing parameter `gamma`, and without α.
        ///
        /// γ = 2 needs half the instructions of other values. Loops that the feature `branchless` vectorises on a desktop
        /// profit only if `gamma` is a constant.
        SigmoidFocal: new / try_new(gamma: non_negative) =>
            Self { gamma, negative_weight: 1.0, positive_weight: 1.0 }
    }

    option! {
        /// Weights positives by `alpha` and negatives by 1 − `alpha` (0.25 in the paper).
        SigmoidFocal: with_alpha / try_with_alpha(self, alpha: unit) =>
            Self { negative_weight: 1.0 - alpha, positive_weight: alpha, ..self }
    }

    /// Returns the loss of a side with this weight and logit `u`, and its derivative in `u`.
    // A call would keep the compiler from vectorising the loop.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn side(&self, weight: f32, u: f32, both: Both) -> Point {
        // A side of weight 0 is skipped, so ∞·0 cannot arise. A vectorised loop computes it anyway, and discards it.
        let absent = weight == 0.0;
        if absent && !SELECTS {
            return Point { value: 0.0, slope: 0.0 };
        }
        let point = self.of_true_side(u, both);
        let share = |x: f32| if absent { 0.0 } else { weight * x };
        Point { value: share(point.value), slope: share(point.slope) }
    }

    /// Returns the factors of the loss if the true side's logit is `u`.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn focus(&self, u: f32, Both { log_norm, tail }: Both) -> Focus {
        let positive = if u > 0.0 { u } else { 0.0 };
        let negative = if u < 0.0 { -u } else { 0.0 };
        // σ(−u) and σ(u). The larger is computed as 1 − tail, not as a quotient close to 1.
        let (miss, hit) = if u >= 0.0 { (tail, 1.0 - tail) } else { (1.0 - tail, tail) };
        // σ(−u)^γ = e^(−γ·softplus(u)), with softplus(u) in two parts. The paper's γ = 2 avoids the exponential.
        let focus = if self.gamma == 2.0 {
            miss * miss
        } else {
            exp_of_product(exp_nonpositive, -self.gamma, positive, log_norm)
        };
        Focus { focus, miss, hit, entropy: negative + log_norm }
    }

    /// Returns the loss if the true side's logit is `u`, and its derivative in `u`.
    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn of_true_side(&self, u: f32, both: Both) -> Point {
        let Focus { focus, miss, hit, entropy } = self.focus(u, both);
        let pull = if hit == 0.0 { 0.0 } else { self.gamma * hit * entropy };
        Point { value: focus * entropy, slope: -focus * (miss + pull) }
    }
}

/// Terms that x and −x share: ln(1 + e^−|x|) and σ(−|x|).
#[derive(Clone, Copy)]
struct Both {
    log_norm: f32,
    tail: f32,
}

impl Both {
    #[cfg_attr(vectors, inline(always))]
    // Not inlined, so its stack is free again before a side takes its own.
    #[cfg_attr(not(vectors), inline(never))]
    fn of(x: f32) -> Self {
        let e = exp_nonpositive(-x.abs());
        Self { log_norm: ln_1p_unit(e), tail: e / (1.0 + e) }
    }
}

/// Factors of the loss for the true side's logit u: σ(−u)^γ, σ(−u), σ(u) and softplus(−u).
struct Focus {
    focus: f32,
    miss: f32,
    hit: f32,
    entropy: f32,
}

impl Elementwise for SigmoidFocal {
    const TARGETS: Domain = Domain::Unit;

    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (negative, positive) = (self.negative_weight * (1.0 - target), self.positive_weight * target);
        let both = Both::of(prediction);
        let (yes, no) = (self.side(positive, prediction, both), self.side(negative, -prediction, both));
        Point { value: yes.value + no.value, slope: yes.slope - no.slope }
    }

    /// Returns the second derivative. It is negative for a sample so wrong that its focus no longer grows: the loss flattens out.
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let both = Both::of(prediction);
        let side = |weight: f32, u: f32| {
            let Focus { focus, miss, hit, entropy } = self.focus(u, both);
            // Without focus the curvature is 0, even if γ makes another factor infinite.
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
