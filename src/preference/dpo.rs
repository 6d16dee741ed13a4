//! Direct preference optimisation, and its relatives that take the same four log-probabilities.

use super::{check_beta, lead};
use crate::binary::logistic;
use crate::error::{Error, check_parameter};
use crate::loss::{Point, Rowwise};
use crate::math::{ln, ln_1p, sigmoid, softplus};

/// Implements [`Rowwise`] for a loss whose `of_lead` gives value and slope as functions of the lead Δ.
macro_rules! of_lead {
    ($loss:ident) => {
        impl Rowwise for $loss {
            type Row = [f32; 2];
            type Target = [f32; 2];

            #[inline]
            fn term(&self, row: &[f32; 2], target: &[f32; 2]) -> f32 {
                self.of_lead(lead(*row, *target)).value
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; 2], target: &[f32; 2], scale: f32) -> f32 {
                let point = self.of_lead(lead(*row, *target));
                let slope = point.slope * scale;
                *row = [slope, -slope];
                point.value
            }
        }
    };
}

/// Direct preference optimisation: −ln σ(h), with h = β((π_c − ρ_c) − (π_r − ρ_r)).
///
/// A row is `[π_c, π_r]`, the policy's log-probabilities of the chosen and the rejected answer, each summed over its tokens;
/// its target `[ρ_c, ρ_r]` the same of the frozen reference. The gradient is ∓β·σ(−h). A small β lets the policy move far
/// from the reference, a large one holds it back; 0.1 is usual.
///
/// Where a share ε of the labels is wrong, [`conservative`](Dpo::conservative) gives
/// (1 − ε)·(−ln σ(h)) + ε·(−ln σ(−h)), which stops at h = ln((1 − ε)/ε); [`robust`](Dpo::robust) its unbiased estimate of the
/// loss under clean labels, −ln σ(h) − h·ε/(1 − 2ε), which has no lower bound.
///
/// Value and gradient within 4 ULP of the largest term, and 2 more per unit of h, which is rounded. Source: Rafailov et al. (2023),
/// arXiv:2305.18290, eq. 7; Mitchell, *A note on DPO with noisy preferences* (2023), eq. 3; Chowdhury et al. (2024),
/// arXiv:2403.00409.
///
/// ```
/// use microloss::{Dpo, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let (policy, reference) = ([[-10.0, -12.0]], [[-11.0, -11.0]]);
/// let value = Dpo::new(0.1).value_and_gradient(&policy, &reference, Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.598_138_9).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.045_016_6).abs() < 1e-7 && gradient[0][1] == -gradient[0][0]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[doc(alias("cDPO", "rDPO", "DPOTrainer", "sigmoid"))]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Dpo {
    beta: f32,
    noise: f32,
    robust: bool,
}

impl Dpo {
    /// The loss with KL coefficient `beta`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32) -> Self {
        match Self::try_new(beta) {
            Ok(loss) => loss,
            Err(_) => panic!("Dpo: beta must be a positive normal number"),
        }
    }

    /// The loss with a coefficient that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number.
    pub const fn try_new(beta: f32) -> Result<Self, Error> {
        match check_beta(beta) {
            Ok(()) => Ok(Self { beta, noise: 0.0, robust: false }),
            Err(error) => Err(error),
        }
    }

    /// Conservative DPO, for labels of which a share `epsilon` is wrong.
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` < ½; as a constant, it then does not compile.
    #[must_use]
    pub const fn conservative(self, epsilon: f32) -> Self {
        match self.try_conservative(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Dpo: epsilon must lie in [0, 0.5)"),
        }
    }

    /// [`conservative`](Self::conservative) for a share that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` < ½.
    pub const fn try_conservative(self, epsilon: f32) -> Result<Self, Error> {
        match check_parameter(epsilon >= 0.0 && epsilon < 0.5, "epsilon", "in [0, 0.5)", epsilon) {
            Ok(()) => Ok(Self { noise: epsilon, robust: false, ..self }),
            Err(error) => Err(error),
        }
    }

    /// Robust DPO, for labels of which a share `epsilon` is wrong.
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` < ½; as a constant, it then does not compile.
    #[must_use]
    pub const fn robust(self, epsilon: f32) -> Self {
        match self.try_robust(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Dpo: epsilon must lie in [0, 0.5)"),
        }
    }

    /// [`robust`](Self::robust) for a share that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` < ½.
    pub const fn try_robust(self, epsilon: f32) -> Result<Self, Error> {
        match self.try_conservative(epsilon) {
            Ok(loss) => Ok(Self { robust: true, ..loss }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        let point = if self.robust {
            let point = logistic(h, 0.0, 1.0);
            let tilt = self.noise / (1.0 - 2.0 * self.noise);
            if tilt == 0.0 {
                point
            } else {
                Point { value: point.value - tilt * h, slope: point.slope - tilt }
            }
        } else {
            logistic(h, self.noise, 1.0 - self.noise)
        };
        Point { slope: self.beta * point.slope, ..point }
    }
}

of_lead!(Dpo);

/// Sequence-likelihood calibration with a hinge: max(0, 1 − h), with h as in [`Dpo`].
///
/// Rows and targets as in [`Dpo`]. The gradient is ∓β while h < 1 and 0 from there on, the kink included.
///
/// Value within 4 ULP of the larger of 1 and h. Source: Zhao et al. (2023), arXiv:2305.10425; Liu et al. (2023),
/// arXiv:2309.06657, table 1.
///
/// ```
/// use microloss::{Loss, Reduction, SlicHinge};
///
/// let value = SlicHinge::new(0.1).value(&[[-10.0, -12.0]], &[[-11.0, -11.0]], Reduction::Mean)?;
/// assert!((value - 0.8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[doc(alias("SLiC"))]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SlicHinge {
    beta: f32,
}

impl SlicHinge {
    /// The loss with coefficient `beta`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32) -> Self {
        match Self::try_new(beta) {
            Ok(loss) => loss,
            Err(_) => panic!("SlicHinge: beta must be a positive normal number"),
        }
    }

    /// The loss with a coefficient that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number.
    pub const fn try_new(beta: f32) -> Result<Self, Error> {
        match check_beta(beta) {
            Ok(()) => Ok(Self { beta }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        if h >= 1.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        Point { value: 1.0 - h, slope: if h.is_nan() { h } else { -self.beta } }
    }
}

of_lead!(SlicHinge);

/// Identity preference optimisation: (Δ − 1/(2β))², with Δ = (π_c − ρ_c) − (π_r − ρ_r).
///
/// Rows and targets as in [`Dpo`]. The gradient is ±2(Δ − 1/(2β)): the lead is driven to 1/(2β) and not beyond, so that certain
/// labels do not drive the policy away from the reference. The paper is silent on length: for long answers give per-token
/// averages ([`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean`), as TRL does.
///
/// Value within 4 ULP of |Δ − 1/(2β)| times the larger of its terms, gradient within 4 of the larger of them. Source: Azar et al. (2023), arXiv:2310.12036, eq. 17.
///
/// ```
/// use microloss::{Ipo, Loss, Reduction};
///
/// let value = Ipo::new(0.1).value(&[[-10.0, -12.0]], &[[-11.0, -11.0]], Reduction::Mean)?;
/// assert_eq!(value, (2.0 - 5.0) * (2.0 - 5.0));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ipo {
    goal: f32,
}

impl Ipo {
    /// The loss with coefficient `beta`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32) -> Self {
        match Self::try_new(beta) {
            Ok(loss) => loss,
            Err(_) => panic!("Ipo: beta must be a positive normal number"),
        }
    }

    /// The loss with a coefficient that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number.
    pub const fn try_new(beta: f32) -> Result<Self, Error> {
        match check_beta(beta) {
            Ok(()) => Ok(Self { goal: 0.5 / beta }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let d = lead - self.goal;
        Point { value: d * d, slope: 2.0 * d }
    }
}

of_lead!(Ipo);

/// Efficient exact optimisation of pairs: KL(σ(h) ‖ 1 − ε), with h as in [`Dpo`].
///
/// Rows and targets as in [`Dpo`]. σ(h)·(ln σ(h) − ln(1 − ε)) + σ(−h)·(ln σ(−h) − ln ε): the reverse KL divergence, which seeks the
/// mode, where DPO's forward one covers. The gradient is ±β·σ(h)·σ(−h)·(h − ln((1 − ε)/ε)); it vanishes where h is very wrong,
/// so start from a policy that is not.
///
/// Value within 8 ULP of its largest term and never negative, gradient within 8, and 2 more per unit of h. Source: Ji et al. (2024),
/// arXiv:2402.00856, eq. 16.
///
/// ```
/// use microloss::{Exo, Loss, Reduction};
///
/// // At h = 0 the policy gives both answers ½: KL(½ ‖ ¾) = −½ ln(4·¾·¼).
/// let value = Exo::new(0.1, 0.25).value(&[[-3.0, -3.0]], &[[-3.0, -3.0]], Reduction::Mean)?;
/// assert!((value - 0.143_841).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Exo {
    beta: f32,
    epsilon: f32,
}

impl Exo {
    /// The loss with coefficient `beta` and label smoothing `epsilon`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number and 0 < `epsilon` < 1; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(beta: f32, epsilon: f32) -> Self {
        match Self::try_new(beta, epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Exo: beta must be a positive normal number, and epsilon between 0 and 1"),
        }
    }

    /// The loss with parameters that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number and 0 < `epsilon` < 1.
    pub const fn try_new(beta: f32, epsilon: f32) -> Result<Self, Error> {
        match (
            check_beta(beta),
            check_parameter(epsilon > 0.0 && epsilon < 1.0, "epsilon", "in (0, 1)", epsilon),
        ) {
            (Ok(()), Ok(())) => Ok(Self { beta, epsilon }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        let (hit, miss) = (sigmoid(h), sigmoid(-h));
        let (ln_hit, ln_miss) = (ln_1p(-self.epsilon), ln(self.epsilon));
        // A side of probability 0 takes no part.
        let side = |p: f32, ln_p: f32, ln_goal: f32| if p == 0.0 { 0.0 } else { p * (ln_p - ln_goal) };
        let value = side(hit, -softplus(-h), ln_hit) + side(miss, -softplus(h), ln_miss);
        let slope = hit * miss;
        let slope = if slope == 0.0 { 0.0 } else { self.beta * (slope * (h - (ln_hit - ln_miss))) };
        Point { value: if value < 0.0 { 0.0 } else { value }, slope }
    }
}

of_lead!(Exo);
