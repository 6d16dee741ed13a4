// Of two definitions of a link the first counts: pictures and pages that stand here, before those of the README for elsewhere.
#![doc = include_str!("../examples/gallery/references.md")]
#![doc = include_str!("links.md")]
#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod batch;
pub mod binary;
pub mod classification;
mod cost;
mod ctc;
pub mod decision;
pub mod diagnostics;
pub mod energy;
mod error;
pub mod generative;
pub mod guide;
pub mod info_nce;
pub mod information;
pub mod likelihood;
mod loss;
pub mod math;
pub mod metric;
pub mod mining;
pub mod policy;
pub mod preference;
pub mod regression;
mod risk;
pub mod segmentation;
mod sum;
mod weighted;

#[doc(inline)]
pub use binary::{BernoulliNll, Hinge, HingeEmbedding, SigmoidCrossEntropy, SigmoidFocal, SquaredHinge};
#[doc(inline)]
pub use classification::{
    CrammerSingerHinge, GeneralizedCrossEntropy, Label, MultiLabelMargin, Poly1CrossEntropy,
    SoftmaxCrossEntropy, SoftmaxCrossEntropyDense, SoftmaxFocal, WestonWatkinsHinge,
};
#[doc(inline)]
pub use cost::{ElasticNet, L1, L2, Penalty};
#[doc(inline)]
pub use ctc::Ctc;
#[doc(inline)]
pub use decision::{
    CostMatrix, ExpectedCost, LossAverseAbsoluteError, LossAverseSquaredError, Prospect, calibrated_logit,
    cost_threshold, effective_number_weights, inverse_frequency_weights, positive_weight_from_costs,
    potential_shaping,
};
#[doc(inline)]
pub use diagnostics::{
    clip_by_norm, distance_from_uniform, double_softmax_range, gradient_norm, is_vanishing,
    looks_like_probabilities, sharpness_aware_perturbation,
};
#[doc(inline)]
pub use energy::{
    ContrastiveDivergence, EnergyHinge, EnergyNll, EnergyPerceptron, boltzmann, free_energy,
    free_energy_and_gradient, free_energy_slope, log_partition, sample, temper, top_k, top_p,
};
#[doc(inline)]
pub use error::{Buffer, Error};
#[doc(inline)]
pub use generative::{
    Elbo, ElboTerms, Gan, GanDiscriminator, GanGenerator, GaussianKl, GaussianKlBetween, Noise,
    NoisePrediction, reparameterize, reparameterize_add_gradient, signal_to_noise,
};
#[doc(inline)]
pub use guide::{GradientBound, LossKind, Properties, Task, recommend};
#[doc(inline)]
pub use info_nce::{Clip, InfoNce, NtXent, SupervisedContrastive, Tempered, mutual_information_bound};
#[doc(inline)]
pub use information::{
    Distillation, SoftmaxJensenShannon, SoftmaxKl, SoftmaxReverseKl, bits_to_nats, cross_entropy, entropy,
    jensen_shannon, kl_divergence, kl_divergence_of_logs, nats_to_bits,
};
#[doc(inline)]
pub use likelihood::{GaussianNll, LaplaceNll, PoissonNll};
#[doc(inline)]
pub use loss::{Elementwise, Loss, Point, Reduction, Row, Rowwise};
#[doc(inline)]
pub use metric::{Contrastive, CosineEmbedding, MarginRanking, Triplet};
#[cfg(feature = "heapless")]
#[doc(inline)]
pub use mining::mine_triplets_into;
#[doc(inline)]
pub use mining::{Mined, Mining, TripletIndices, mine_triplets, pair_count, triplet_count};
#[doc(inline)]
pub use policy::{
    Action, ClippedValue, EntropyBonus, Estimate, KlEstimator, KlPenalty, LOG_RATIO_BOUND, Ppo, drifted,
    generalized_advantage, normalize_advantages, rlhf_rewards,
};
#[doc(inline)]
pub use preference::{
    BradleyTerry, Dpo, Exo, Ipo, Kto, Orpo, SequenceLogProbability, SimPo, SlicHinge, Verdict,
    implicit_reward, preference_accuracy, reward_margin,
};
#[doc(inline)]
pub use regression::{
    AbsoluteError, Huber, LogCosh, PseudoHuber, Quantile, Quantiles, SmoothL1, SquaredError,
};
#[doc(inline)]
pub use risk::{EmpiricalRisk, Regret, generalization_gap};
#[doc(inline)]
pub use segmentation::{SigmoidTversky, SoftmaxTversky, Tversky};
#[doc(inline)]
pub use weighted::Weighted;
