//! Losses of preferences: people preferred one answer to another.
//!
//! All of them take rewards, or log-probabilities of whole answers, which [`SequenceLogProbability`] computes from a network's
//! logits. A row is `[chosen, rejected]`. π are the policy's log-probabilities, ρ those of a frozen reference. The implicit
//! rewards are β(π − ρ), and the chosen answer leads by h = β((π_c − ρ_c) − (π_r − ρ_r)).
//!
//! | loss | per pair | when to use it |
//! |---|---|---|
//! | [`BradleyTerry`] | −ln σ(r_c − r_r − m) | a reward model |
//! | [`Dpo`] | −ln σ(h) | the default |
//! | [`Dpo`], conservative | (1 − ε)·(−ln σ(h)) + ε·(−ln σ(−h)) | a share ε of the labels is wrong |
//! | [`Dpo`], robust | the unbiased form of it | ε is known |
//! | [`SlicHinge`] | max(0, 1 − h) | only pairs within the margin are to count |
//! | [`Ipo`] | (h/β − 1/(2β))² | labels are certain, and h must not run away |
//! | [`Exo`] | KL(σ(h) ‖ 1 − ε) | mode seeking |
//! | [`SimPo`] | −ln σ(β(π_c/n_c − π_r/n_r) − γ) | a reference model does not fit in memory |
//! | [`Orpo`] | −π_c − λ·ln σ(log odds ratio) | there is neither a reference nor fine-tuning before |
//! | [`Kto`] | 1 − σ(±β(π − ρ − z)) | single answers, good or bad, without pairs |

mod bradley_terry;
mod dpo;
mod exo;
mod ipo;
mod kto;
mod lead;
mod orpo;
mod reward;
mod sequence;
mod simpo;
mod slic;

#[doc(alias("reward_model", "RewardTrainer", "center_rewards_coefficient"))]
pub use bradley_terry::BradleyTerry;
#[doc(alias("cDPO", "rDPO", "DPOTrainer", "sigmoid", "robust", "sigmoid_norm"))]
pub use dpo::Dpo;
#[doc(alias("exo_pair"))]
pub use exo::Exo;
pub use ipo::Ipo;
#[doc(alias("KTOTrainer", "apo_zero"))]
pub use kto::Kto;
pub use kto::Verdict;
#[doc(alias("ORPOTrainer"))]
pub use orpo::Orpo;
pub use reward::{implicit_reward, preference_accuracy, reward_margin};
#[doc(alias("logps", "log_prob", "selective_log_softmax"))]
pub use sequence::SequenceLogProbability;
#[doc(alias("CPO", "CPOTrainer"))]
pub use simpo::SimPo;
#[doc(alias("SLiC", "hinge"))]
pub use slic::SlicHinge;

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! preference_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            preference {
                BradleyTerry: rows(pair, number), new().with_centring(centring = 0.01),
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
