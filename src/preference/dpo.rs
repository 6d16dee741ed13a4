//! Direct preference optimisation.

use super::lead::{Lead, rows_of_pairs};
use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::kernel::logistic;

/// Direct preference optimisation: −ln σ(h), with h = β((π_c − ρ_c) − (π_r − ρ_r)).
///
#[doc = card!(
    rows Dpo: "`[f32; 2]`: the policy's log-probabilities `[π_c, π_r]` of the chosen and the rejected answer",
    "`[f32; 2]`: the frozen reference's `[ρ_c, ρ_r]`"
)]
///
/// Each log-probability is summed over the tokens of its answer ([`SequenceLogProbability`](crate::SequenceLogProbability)).
/// The gradient is ∓β·σ(−h). Certain labels push h without end: [`Ipo`](crate::Ipo) stops it. If no reference fits into
/// memory, use [`SimPo`](crate::SimPo); for answers that are not in pairs, [`Kto`](crate::Kto).
///
/// **Parameter**: `beta` (β) is the KL coefficient. A small β lets the policy move far from the reference, a large one holds
/// it back; 0.1 is usual.
///
/// If a share ε of the labels is wrong, use a variant:
///
/// * [`conservative`](Self::conservative) gives (1 − ε)·(−ln σ(h)) + ε·(−ln σ(−h)), and stops at h = ln((1 − ε)/ε).
/// * [`robust`](Self::robust) gives the unbiased estimate of the loss under clean labels, −ln σ(h) − h·ε/(1 − 2ε). It has no
///   lower bound.
///
/// Llama 2 is sometimes given as an example of DPO. It was trained by rejection sampling and PPO (arXiv:2307.09288, §3.2.3);
/// Llama 3 took DPO (arXiv:2407.21783).
///
/// **Error**: value and gradient within 4 ULP of the largest term, and 2 more per unit of h, which is rounded. **Sources**:
/// Rafailov et al. (2023), arXiv:2305.18290, eq. 7; Mitchell, *A note on DPO with noisy preferences* (2023), eq. 3; Chowdhury
/// et al. (2024), arXiv:2403.00409.
///
/// **Run it**: `cargo run --release --example safety_preference`.
///
/// ```
/// use microloss::{Dpo, Loss, Reduction};
///
/// let (policy, reference) = ([[-10.0, -12.0]], [[-11.0, -11.0]]);
/// let (loss, mean) = (Dpo::new(0.1), Reduction::Mean);
/// let mut g = [[0.0; 2]];
/// let value = loss.value_and_gradient(&policy, &reference, mean, &mut g)?;
/// assert!((value - 0.598_138_9).abs() < 1e-6);
/// assert!((g[0][0] + 0.045_016_6).abs() < 1e-7 && g[0][1] == -g[0][0]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Dpo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Dpo {
    beta: f32,
    noise: f32,
    robust: bool,
}

impl Dpo {
    constructor! {
        /// Creates the loss with KL coefficient `beta`.
        Dpo: new / try_new(beta: positive) => Self { beta, noise: 0.0, robust: false }
    }

    option! {
        /// Makes the loss conservative, for a share `epsilon` of wrong labels.
        ///
        /// ```
        /// use microloss::{Dpo, Loss, Reduction};
        ///
        /// // A lead of ln 3 says ¾, which is as sure as the labels are.
        /// let (policy, reference) = ([[3_f32.ln(), 0.0]], [[0.0, 0.0]]);
        /// let mut gradient = [[1.0; 2]];
        /// let loss = Dpo::new(1.0).conservative(0.25);
        /// loss.gradient(&policy, &reference, Reduction::Mean, &mut gradient)?;
        /// assert!(gradient[0][0].abs() < 1e-6 && gradient[0][1].abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Dpo: conservative / try_conservative(self, epsilon: below_half) => {
            Self { noise: epsilon, robust: false, ..self }
        }
    }

    option! {
        /// Makes the loss robust, for a share `epsilon` of wrong labels.
        ///
        /// ```
        /// use microloss::{Dpo, Loss, Reduction};
        ///
        /// // −ln ¾ − ln 3 · ¼/½.
        /// let (policy, reference) = ([[3_f32.ln(), 0.0]], [[0.0, 0.0]]);
        /// let loss = Dpo::new(1.0).robust(0.25);
        /// let value = loss.value(&policy, &reference, Reduction::Mean)?;
        /// assert!((value - (0.287_682_1 - 0.5 * 1.098_612_3)).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Dpo: robust / try_robust(self, epsilon: below_half) => Self { noise: epsilon, robust: true, ..self }
    }
}

impl Lead for Dpo {
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

rows_of_pairs!(Dpo);

impl AnyTarget for Dpo {}
