//! Preference optimisation from single answers.

use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::math::{difference, sigmoids};
use crate::pointwise::{Pointwise, rows_of_one};

/// Knowledge about one answer.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Verdict {
    /// The reference's log-probability of the answer.
    pub reference: f32,
    /// True if the answer is desirable.
    pub desirable: bool,
}

/// Kahneman–Tversky optimisation: λ_D·σ(−h) for a desirable answer, λ_U·σ(h) for an undesirable one, with h = β(π − ρ − z).
///
#[doc = card!(
    rows Kto: "`f32`: the policy's log-probability π of one answer",
    "[`Verdict`]: the reference's ρ, and if the answer is desirable"
)]
///
/// The gradient is ∓λβ·σ(h)·σ(−h). An answer that is very good or very bad already has no influence, as in prospect theory. The
/// value is bounded by λ. If answers come in pairs, use [`Dpo`](crate::Dpo), which learns from the comparison.
///
/// **Parameters**: `beta` (β) is the coefficient of h. `reference_point` (z) is an estimate of the KL divergence between policy
/// and reference over the batch, 0 or more; no gradient flows through it. The paper uses the mean of π − ρ
/// ([`KlPenalty`](crate::KlPenalty) by `K1`) over answers to other questions of the batch, or 0 if that is negative. A negative z
/// is refused: a divergence is not negative, and a turned sign would pass unseen. Clamp the estimate at 0, as the paper and TRL
/// do. λ_D and λ_U are 1 unless set by [`with_weights`](Self::with_weights).
///
/// **Error**: value and gradient within 3 ULP, and 3 more per unit of β·(|π| + |ρ| + |z|). **Source**: Ethayarajh et al. (2024),
/// arXiv:2402.01306, eq. 8.
///
/// ```
/// use microloss::{Kto, Loss, Reduction, Verdict};
///
/// let desirable = Verdict { reference: -5.0, desirable: true };
/// let verdicts = [desirable, Verdict { desirable: false, ..desirable }];
/// let (loss, policy, sum) = (Kto::new(0.5, 0.0), [-5.0, -5.0], Reduction::Sum);
/// let mut gradient = [0.0; 2];
/// let value = loss.value_and_gradient(&policy, &verdicts, sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5 + 0.5, [-0.125, 0.125]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Kto)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Kto {
    beta: f32,
    reference_point: f32,
    desirable: f32,
    undesirable: f32,
}

impl Kto {
    constructor! {
        /// Creates the loss with coefficient `beta`, reference point z, and both weights 1.
        ///
        /// The reference point is usually known only at run time: use [`try_new`](Self::try_new).
        ///
        /// ```
        /// use microloss::Kto;
        ///
        /// let estimate = -0.25; // the mean of π − ρ
        /// assert!(Kto::try_new(0.1, estimate).is_err());
        /// assert_eq!(Kto::try_new(0.1, estimate.max(0.0)), Ok(Kto::new(0.1, 0.0)));
        /// ```
        Kto: new / try_new(beta: positive, reference_point: non_negative) => {
            Self { beta, reference_point, desirable: 1.0, undesirable: 1.0 }
        }
    }

    option! {
        /// Weights desirable and undesirable answers, to even out their numbers.
        ///
        /// ```
        /// use microloss::{Kto, Loss, Reduction, Verdict};
        ///
        /// let desirable = Verdict { reference: -5.0, desirable: true };
        /// let verdicts = [desirable, Verdict { desirable: false, ..desirable }];
        /// let loss = Kto::new(0.5, 0.0).with_weights(2.0, 0.5);
        /// let value = loss.value(&[-5.0, -5.0], &verdicts, Reduction::Sum)?;
        /// assert_eq!(value, 2.0 * 0.5 + 0.5 * 0.5);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Kto: with_weights / try_with_weights(self, desirable: non_negative, undesirable: non_negative) => {
            Self { desirable, undesirable, ..self }
        }
    }
}

impl Pointwise for Kto {
    #[inline]
    fn point(&self, policy: f32, verdict: &Verdict) -> Point {
        let h = self.beta * difference(difference(policy, verdict.reference), self.reference_point);
        let (weight, sign) = if verdict.desirable { (self.desirable, -1.0) } else { (self.undesirable, 1.0) };
        let (value, rest) = sigmoids(sign * h);
        Point { value: weight * value, slope: sign * weight * (self.beta * (value * rest)) }
    }
}

rows_of_one!(Kto, Verdict);

impl AnyTarget for Kto {}
