//! Loss functions for training **on** a microcontroller: values and analytic gradients over your own arrays.
//!
//! No heap, no `unsafe`, no panic; `f32` throughout; the same bits on a Cortex-M0 and on a
//! desktop. It is not a network and not an optimiser: you bring both, as arrays.
//!
//! ```
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
//!
//! // Two rows of logits, three classes, a label for each row.
//! let (logits, labels) = ([[0.0, 0.0, 0.0], [9.0, 0.0, 0.0]], [2_u8, 0]);
//! let mut gradient = [[0.0; 3]; 2];
//! let value = SoftmaxCrossEntropy::new()
//!     .value_and_gradient(&logits, &labels, Reduction::Mean, &mut gradient)?;
//! assert!((value - 0.549_430).abs() < 1e-6);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! [`Loss`] has the methods of most losses, [`Reduction`] says how a batch is reduced, and
//! [`Error`] what was wrong with the arguments.
//!
//! # Where to go
//!
//! * [`guide`]: a loss for each task. [`guide::losses`]: all of them.
//! * [`guide::concepts`]: error, loss, cost, objective and risk; losses from noise.
//! * [`guide::coming_from`]: names in PyTorch, Keras, optax and AIfES. The search field
//!   finds them too.
//! * [`guide::recipes`]: a training step, a DMA buffer, micro-batches, several heads.
//! * [`guide::conventions`], [`guide::accuracy`], [`guide::cost`]: corner cases, digits,
//!   instructions.
//!
//! # Losses
//!
//! | family | you predict | losses |
//! |---|---|---|
//! | [`regression`] | a number | [`SquaredError`], [`AbsoluteError`], [`Huber`], [`SmoothL1`], [`PseudoHuber`], [`GeneralRobust`], [`LogCosh`] |
//! | | a number, in a dead zone free of cost | [`EpsilonInsensitive`], [`SquaredEpsilonInsensitive`] |
//! | | an angle, a phase, a time of day | [`Periodic`] |
//! | | a quantile, or several; an expectile | [`Quantile`], [`Quantiles`]; [`Expectile`] |
//! | [`likelihood`] | a number and its noise; a count; a positive number | [`GaussianNll`], [`LaplaceNll`]; [`PoissonNll`]; [`GammaNll`] |
//! | [`binary`] | yes or no, as a logit | [`SigmoidCrossEntropy`] (positive weight, label smoothing, soft labels), [`SigmoidFocal`] |
//! | | yes or no, as a probability | [`BernoulliNll`] |
//! | | yes or no, with a margin (SVM) | [`Hinge`], [`SquaredHinge`], [`SmoothedHinge`], [`ModifiedHuber`], [`Perceptron`] |
//! | | similar or not, as a distance | [`HingeEmbedding`] |
//! | [`classification`] | one of K classes, as logits | [`SoftmaxCrossEntropy`] (class weights, label smoothing, ignored label, temperature), [`SoftmaxFocal`] |
//! | | a distribution over K classes | [`SoftmaxCrossEntropyDense`], [`SoftmaxFocalDense`] |
//! | | one of K classes, by a bounded and proper score | [`SoftmaxBrier`] |
//! | | a rank: classes that have an order | [`Coral`] |
//! | | one of K classes, as scores | [`CrammerSingerHinge`], [`WestonWatkinsHinge`] |
//! | | one of K classes, from labels that may be wrong | [`GeneralizedCrossEntropy`], [`Poly1CrossEntropy`] |
//! | | a set of labels, as scores | [`MultiLabelMargin`] |
//! | | a sequence of labels without times (speech) | [`Ctc`] |
//! | [`segmentation`] | a region | [`Tversky`] (Dice), [`SigmoidTversky`], [`SoftmaxTversky`] |
//! | | a box | [`BoxIou`], [`BoxGiou`] |
//! | [`information`] | a distribution | [`SoftmaxKl`], [`SoftmaxReverseKl`], [`SoftmaxJensenShannon`] |
//! | | the same, as probabilities (an int8 softmax) | [`CategoricalNll`], [`KlDivergence`], [`JensenShannon`] |
//! | | the classes of a teacher | [`Distillation`] |
//! | [`decision`] | a decision with costs | [`ExpectedCost`] with a [`CostMatrix`], [`LossAverseSquaredError`], [`LossAverseAbsoluteError`] |
//! | [`metric`] | embeddings, from pairs or triplets | [`Contrastive`], [`LinearContrastive`], [`Triplet`], [`CosineTriplet`], [`CosineEmbedding`], [`MarginRanking`]; [`mine_triplets`], [`sample_triplets`] |
//! | [`info_nce`] | embeddings, from a whole batch | [`InfoNce`], [`NtXent`], [`SupervisedContrastive`], [`Clip`], [`SigLip`]; a vector for each class: [`CosineClassifier`] |
//! | [`generative`] | a latent code and its data (VAE) | [`Elbo`] of any likelihood, [`GaussianKl`], [`GaussianKlBetween`], [`reparameterize`] |
//! | | real or fake (GAN) | [`GanDiscriminator`], [`GanGenerator`]: minimax, non-saturating, least squares, hinge, Wasserstein |
//! | | the noise in a sample (diffusion) | [`NoisePrediction`] |
//! | [`energy`] | energies, low for likely answers | [`EnergyNll`], [`EnergyPerceptron`], [`EnergyHinge`], [`ContrastiveDivergence`]; [`sample`], [`top_k`], [`top_p`] |
//! | [`preference`] | the better of two answers | [`BradleyTerry`], [`Dpo`] (conservative, robust), [`SlicHinge`], [`Ipo`], [`Exo`], [`SimPo`], [`Kto`], [`Orpo`]; [`SequenceLogProbability`] |
//! | [`policy`] | actions (reinforcement learning) | [`Reinforce`], [`Ppo`], [`ClippedValue`], [`KlPenalty`], [`EntropyBonus`]; [`generalized_advantage`], [`q_learning_target`], [`rlhf_rewards`] |
//!
//! Value and gradient of four of them. The page of a loss of single numbers has its own picture; a dot marks the gradient
//! at a kink.
//!
#![doc = concat!(
    "<div style=\"display:flex;flex-wrap:wrap;gap:12px 24px\">\n",
    include_str!("../examples/gallery/regression.svg"),
    include_str!("../examples/gallery/regression_gradient.svg"),
    "</div>"
)]
//!
//! # Around the losses
//!
//! * Sample weights and masks: [`Weighted`]. Labels of type `bool` or `u8`, as they lie in flash: [`YesNo`]. Smoothed labels:
//!   [`Smoothed`]. A loss, or a weight, for every output of a row: [`PerOutput`]. A floor under a predicted noise: [`ScaleFloor`].
//! * Penalties on parameters: [`L1`], [`L2`], [`ElasticNet`].
//! * The mean over data that do not fit in memory: [`EmpiricalRisk`], [`generalization_gap`]. Regret: [`Regret`].
//! * Help if training does not work: [`diagnostics`]. Triplet mining: [`mining`].
//! * The stable functions that losses are made of: [`math`].
//! * Your own loss: implement [`Elementwise`] (value with slope, and the second derivative), or [`Rowwise`] for one row at a
//!   time.
//!
//! # Features
//!
//! `micromath`, `branchless`, `exact`, `heapless` and `defmt` are off by default: [`guide::cost`](guide::cost#features) says what each
//! brings and costs. Rust 1.88 or later.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// Macros for all modules: they come first.
#[macro_use]
mod generated;
#[macro_use]
mod page;
#[macro_use]
mod parameter;

mod array;
mod batch;
pub mod binary;
pub mod classification;
mod cost;
pub mod decision;
pub mod diagnostics;
mod domain;
mod elementwise;
pub mod energy;
mod error;
pub mod generative;
pub mod guide;
pub mod info_nce;
pub mod information;
mod kernel;
pub mod likelihood;
mod loss;
mod machine;
pub mod math;
pub mod metric;
pub mod mining;
mod per_output;
mod pointwise;
pub mod policy;
pub mod preference;
mod reduction;
mod registry;
pub mod regression;
mod risk;
mod rowwise;
pub mod segmentation;
mod smoothed;
mod sum;
mod weighted;
mod yes_no;

#[doc(no_inline)]
pub use binary::*;
#[doc(no_inline)]
pub use classification::*;
#[doc(no_inline)]
pub use decision::*;
#[doc(no_inline)]
pub use diagnostics::*;
#[doc(no_inline)]
pub use energy::*;
#[doc(no_inline)]
pub use generative::*;
#[doc(no_inline)]
pub use guide::{GradientBound, LossKind, Properties, Task, recommend};
#[doc(no_inline)]
pub use info_nce::*;
#[doc(no_inline)]
pub use information::*;
#[doc(no_inline)]
pub use likelihood::*;
#[doc(no_inline)]
pub use metric::*;
#[doc(no_inline)]
pub use mining::*;
#[doc(no_inline)]
pub use policy::*;
#[doc(no_inline)]
pub use preference::*;
#[doc(no_inline)]
pub use regression::*;
#[doc(no_inline)]
pub use segmentation::*;

pub use array::AnyTarget;
#[doc(alias("elastic net", "L1L2", "l1_l2"))]
pub use cost::ElasticNet;
#[doc(alias("lasso", "l1_penalty"))]
pub use cost::L1;
#[doc(alias("ridge", "weight_decay", "l2_penalty"))]
pub use cost::L2;
pub use cost::Penalty;
pub use domain::Domain;
pub use elementwise::{Elementwise, Point};
pub use error::{Buffer, Error};
pub use loss::{Loss, no_targets};
#[doc(alias("BCEWithLogitsLoss", "binary_cross_entropy_with_logits", "multi-label", "multi-output"))]
pub use per_output::PerOutput;
pub use reduction::Reduction;
pub use risk::{EmpiricalRisk, Regret, generalization_gap};
pub use rowwise::{Row, Rowwise};
#[doc(alias("label_smoothing"))]
pub use smoothed::Smoothed;
#[doc(alias("sample_weight", "mask"))]
pub use weighted::Weighted;
pub use yes_no::YesNo;

/// The README's code, compiled and run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
