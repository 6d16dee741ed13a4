//! Preference optimisation from single answers.

use super::check_beta;
use crate::elementwise::Point;
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::{difference, sigmoids};

/// What is known of one answer.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Verdict {
    /// The reference's log-probability of the answer.
    pub reference: f32,
    /// Whether the answer is desirable.
    pub desirable: bool,
}

/// Kahneman–Tversky optimisation: λ_D·σ(−β(π − ρ − z)) for a desirable answer, λ_U·σ(β(π − ρ − z)) for an
/// undesirable one.
///
/// A row is π, the policy's log-probability of one answer; its target a [`Verdict`]. z is the reference
/// point, an estimate of the KL divergence between policy and reference over the batch, 0 or more, through
/// which no gradient flows. The gradient is ∓λβ·σ(h)·σ(−h): an answer that is very good or very bad already
/// has no influence, as in prospect theory. Bounded by λ. Where answers come in pairs,
/// [`Dpo`](crate::Dpo) learns from the comparison.
///
/// The paper takes for z the mean of π − ρ ([`KlPenalty`](crate::KlPenalty) by `K1`) over answers to other
/// questions of the batch, or 0 if that is negative.
///
/// Value and gradient within 3 ULP, and 3 more per unit of β·(|π| + |ρ| + |z|). Source: Ethayarajh et
/// al. (2024), arXiv:2402.01306, eq. 8.
///
/// ```
/// use microloss::{Kto, Loss, Reduction, Verdict};
///
/// let verdicts = [true, false].map(|desirable| Verdict { reference: -5.0, desirable });
/// let mut gradient = [0.0; 2];
/// let loss = Kto::new(0.5, 0.0);
/// let value = loss.value_and_gradient(&[-5.0, -5.0], &verdicts, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5 + 0.5, [-0.125, 0.125]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Kto {
    beta: f32,
    reference_point: f32,
    desirable: f32,
    undesirable: f32,
}

impl Kto {
    /// The loss with coefficient `beta`, reference point z, and both weights 1.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number and z finite; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32, reference_point: f32) -> Self {
        match Self::try_new(beta, reference_point) {
            Ok(loss) => loss,
            Err(_) => panic!("Kto: beta must be a positive normal number, and the reference point finite"),
        }
    }

    /// The loss with parameters that arrive at run time, as the reference point does.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number and z finite.
    pub const fn try_new(beta: f32, reference_point: f32) -> Result<Self, Error> {
        let finite = reference_point.is_finite();
        match (check_beta(beta), check_parameter(finite, "reference_point", "finite", reference_point)) {
            (Ok(()), Ok(())) => Ok(Self { beta, reference_point, desirable: 1.0, undesirable: 1.0 }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// Weighs desirable and undesirable answers, to even out their numbers.
    ///
    /// # Panics
    ///
    /// Unless both are finite and 0 or more; as constants, they then do not compile.
    ///
    /// ```
    /// use microloss::{Kto, Loss, Reduction, Verdict};
    ///
    /// let verdicts = [true, false].map(|desirable| Verdict { reference: -5.0, desirable });
    /// let value = Kto::new(0.5, 0.0).with_weights(2.0, 0.5).value(&[-5.0, -5.0], &verdicts, Reduction::Sum)?;
    /// assert_eq!(value, 2.0 * 0.5 + 0.5 * 0.5);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_weights(self, desirable: f32, undesirable: f32) -> Self {
        match self.try_with_weights(desirable, undesirable) {
            Ok(loss) => loss,
            Err(_) => panic!("Kto: weights must be finite and 0 or more"),
        }
    }

    /// [`with_weights`](Self::with_weights) for weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless both are finite and 0 or more.
    pub const fn try_with_weights(self, desirable: f32, undesirable: f32) -> Result<Self, Error> {
        const fn check(name: &'static str, weight: f32) -> Result<(), Error> {
            check_parameter(weight >= 0.0 && weight <= f32::MAX, name, "finite and 0 or more", weight)
        }
        match (check("desirable", desirable), check("undesirable", undesirable)) {
            (Ok(()), Ok(())) => Ok(Self { desirable, undesirable, ..self }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    #[inline]
    fn point(&self, policy: f32, verdict: &Verdict) -> Point {
        let h = self.beta * difference(difference(policy, verdict.reference), self.reference_point);
        let (weight, sign) = if verdict.desirable { (self.desirable, -1.0) } else { (self.undesirable, 1.0) };
        let (value, rest) = sigmoids(sign * h);
        Point { value: weight * value, slope: sign * weight * (self.beta * (value * rest)) }
    }
}

impl Rowwise for Kto {
    type Row = f32;
    type Target = Verdict;

    #[inline]
    fn term(&self, row: &f32, verdict: &Verdict) -> f32 {
        self.point(*row, verdict).value
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut f32, verdict: &Verdict, scale: f32) -> f32 {
        let point = self.point(*row, verdict);
        *row = point.slope * scale;
        point.value
    }
}
