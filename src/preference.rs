//! Losses of comparisons: this answer was preferred to that one.
//!
//! All of them take log-probabilities of whole answers, which [`SequenceLogProbability`] makes of a network's
//! logits, or rewards. A row is `[chosen, rejected]`. With the policy's log-probabilities π and those of a
//! frozen reference ρ, the implicit rewards are β(π − ρ), and h = β((π_c − ρ_c) − (π_r − ρ_r)) is the margin
//! by which the chosen answer leads.
//!
//! | loss | per pair | when |
//! |---|---|---|
//! | [`BradleyTerry`] | −ln σ(r_c − r_r − m) | a reward model |
//! | [`Dpo`] | −ln σ(h) | the default |
//! | [`Dpo`], conservative | (1 − ε)·(−ln σ(h)) + ε·(−ln σ(−h)) | a share ε of the labels is wrong |
//! | [`Dpo`], robust | the same, unbiased | ε is known |
//! | [`SlicHinge`] | max(0, 1 − h) | only pairs within the margin shall count |
//! | [`Ipo`] | (h/β − 1/(2β))² | labels are certain, and h must not run away |
//! | [`Exo`] | KL(σ(h) ‖ 1 − ε) | mode seeking |
//! | [`SimPo`] | −ln σ(β(π_c/n_c − π_r/n_r) − γ) | no reference model fits in memory |
//! | [`Orpo`] | −π_c − λ·ln σ(log odds ratio) | no reference, and no fine-tuning before |
//! | [`Kto`] | 1 − σ(±β(π − ρ − z)) | single answers, good or bad, without pairs |

/// Implements `Rowwise` for a loss whose `of_lead` gives value and slope as functions of the lead Δ.
macro_rules! of_lead {
    ($loss:ident) => {
        impl crate::loss::Rowwise for $loss {
            type Row = [f32; 2];
            type Target = [f32; 2];

            const ONE_COPY: bool = true;

            #[inline]
            fn term(&self, row: &[f32; 2], target: &[f32; 2]) -> f32 {
                self.of_lead(super::lead(*row, *target)).value
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; 2], target: &[f32; 2], scale: f32) -> f32 {
                let point = self.of_lead(super::lead(*row, *target));
                let slope = point.slope * scale;
                *row = [slope, -slope];
                point.value
            }
        }
    };
}

mod bradley_terry;
mod dpo;
mod exo;
mod ipo;
mod kto;
mod orpo;
mod reward;
mod sequence;
mod simpo;
mod slic;

#[doc(alias("reward_model", "RewardTrainer", "center_rewards_coefficient"))]
pub use bradley_terry::BradleyTerry;
#[doc(alias("cDPO", "rDPO", "DPOTrainer", "sigmoid"))]
pub use dpo::Dpo;
#[doc(alias("exo_pair"))]
pub use exo::Exo;
pub use ipo::Ipo;
#[doc(alias("KTOTrainer"))]
pub use kto::Kto;
pub use kto::Verdict;
#[doc(alias("ORPOTrainer"))]
pub use orpo::Orpo;
pub use reward::{implicit_reward, preference_accuracy, reward_margin};
#[doc(alias("logps", "log_prob", "selective_log_softmax"))]
pub use sequence::SequenceLogProbability;
#[doc(alias("CPO", "CPOTrainer"))]
pub use simpo::SimPo;
#[doc(alias("SLiC"))]
pub use slic::SlicHinge;

use crate::error::{Error, check_parameter};
use crate::math::difference;
use crate::sum::two_sum;

/// β is a positive normal number.
const fn check_beta(beta: f32) -> Result<(), Error> {
    check_parameter(beta >= f32::MIN_POSITIVE && beta <= f32::MAX, "beta", "a positive normal number", beta)
}

/// (π_c − ρ_c) − (π_r − ρ_r), rounded once: the log-probabilities of long answers are large, and their
/// differences small.
#[inline]
fn lead(policy: [f32; 2], reference: [f32; 2]) -> f32 {
    let [chosen, rejected] = policy;
    let [chosen_reference, rejected_reference] = reference;
    let (of_chosen, lost_chosen) = two_sum(chosen, -chosen_reference);
    let (of_rejected, lost_rejected) = two_sum(rejected, -rejected_reference);
    let (lead, lost) = two_sum(of_chosen, -of_rejected);
    let lead = lead + ((lost_chosen - lost_rejected) + lost);
    if lead.is_finite() {
        lead
    } else {
        difference(difference(chosen, chosen_reference), difference(rejected, rejected_reference))
    }
}

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! preference_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            preference {
                BradleyTerry: rows(pair, number), new().with_centring(coefficient = 0.01),
                    convex: true, gradient: Unbounded, noise: Some("Bernoulli, of comparisons");
                Dpo: rows(pair, pair), new(beta = 0.1).conservative(epsilon = 0.1),
                    convex: true, gradient: Parameter, noise: Some("Bernoulli, of comparisons");
                SlicHinge: rows(pair, pair), new(beta = 0.1),
                    convex: true, gradient: Parameter, noise: None;
                Ipo: rows(pair, pair), new(beta = 0.1),
                    convex: true, gradient: Unbounded, noise: None;
                Exo: rows(pair, pair), new(beta = 1.0, epsilon = 0.1),
                    convex: false, gradient: Parameter, noise: None;
                SimPo: rows(pair, lengths), new(beta = 2.0, gamma = 0.5),
                    convex: true, gradient: Parameter, noise: None;
                Kto: rows(number, verdict), new(beta = 0.1, reference_point = 0.5),
                    convex: false, gradient: Parameter, noise: None;
                Orpo: rows(pair, nothing), new(lambda = 0.1),
                    convex: false, gradient: Unbounded, noise: None;
                SequenceLogProbability[K, u8]: own(row, label), new(),
                    convex: false, gradient: Constant(1.0), noise: Some("categorical");
            }
        }
    };
}
