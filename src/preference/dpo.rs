//! Direct preference optimisation.

use super::check_beta;
use crate::binary::logistic;
use crate::elementwise::Point;
use crate::error::{Error, check_parameter};

/// Direct preference optimisation: −ln σ(h), with h = β((π_c − ρ_c) − (π_r − ρ_r)).
///
/// A row is `[π_c, π_r]`, the policy's log-probabilities of the chosen and the rejected answer, each summed
/// over its tokens; its target `[ρ_c, ρ_r]` the same of the frozen reference. The gradient is ∓β·σ(−h). A
/// small β lets the policy move far from the reference, a large one holds it back; 0.1 is usual. Certain labels
/// push h without end: [`Ipo`](crate::Ipo) stops it. Where no reference fits into memory use [`SimPo`](crate::SimPo),
/// for answers that are not in pairs [`Kto`](crate::Kto).
///
/// Where a share ε of the labels is wrong, [`conservative`](Dpo::conservative) gives
/// (1 − ε)·(−ln σ(h)) + ε·(−ln σ(−h)), which stops at h = ln((1 − ε)/ε); [`robust`](Dpo::robust) its unbiased
/// estimate of the loss under clean labels, −ln σ(h) − h·ε/(1 − 2ε), which has no lower bound.
///
/// Llama 2 is sometimes given as its example. That one was trained by rejection sampling and PPO
/// (arXiv:2307.09288, §3.2.3); it was Llama 3 that took DPO (arXiv:2407.21783).
///
/// Value and gradient within 4 ULP of the largest term, and 2 more per unit of h, which is rounded. Source:
/// Rafailov et al. (2023), arXiv:2305.18290, eq. 7; Mitchell, *A note on DPO with noisy preferences* (2023),
/// eq. 3; Chowdhury et al. (2024), arXiv:2403.00409.
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
    ///
    /// ```
    /// use microloss::{Dpo, Loss, Reduction};
    ///
    /// // A lead of ln 3 says ¾, which is as sure as the labels are.
    /// let mut gradient = [[1.0; 2]];
    /// let loss = Dpo::new(1.0).conservative(0.25);
    /// loss.gradient(&[[3_f32.ln(), 0.0]], &[[0.0, 0.0]], Reduction::Mean, &mut gradient)?;
    /// assert!(gradient[0][0].abs() < 1e-6 && gradient[0][1].abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
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
    ///
    /// ```
    /// use microloss::{Dpo, Loss, Reduction};
    ///
    /// // −ln ¾ − ln 3 · ¼/½.
    /// let value = Dpo::new(1.0).robust(0.25).value(&[[3_f32.ln(), 0.0]], &[[0.0, 0.0]], Reduction::Mean)?;
    /// assert!((value - (0.287_682_1 - 0.5 * 1.098_612_3)).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
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
