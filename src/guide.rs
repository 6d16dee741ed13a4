//! The guide: a loss for each task, concepts, names from other libraries, conventions, accuracy, cost and recipes.
//!
//! | page | about |
//! |---|---|
//! | [`losses`] | all losses, by family |
//! | [`concepts`] | error, loss, cost, objective and risk; noise and likelihood; generative models; preferences; landscapes |
//! | [`coming_from`] | names in PyTorch, Keras, optax, scikit-learn and others |
//! | [`conventions`] | batches, reductions, corner cases, errors, the same bits |
//! | [`accuracy`] | errors in ULP, beside PyTorch and optax |
//! | [`cost`] | instructions, flash, stack; the features |
//! | [`recipes`] | short programs that use a loss in firmware |
//! | [`device`] | programs for a device: one sample, new classes, deadlines, interrupts, flash |
//! | [`any_loss`] | a loss of your own, code for every loss, a choice at run time |
//!
//! # Choose a loss
//!
//! Find what you predict. The reason is in brackets:
//!
//! * **a number**
//!   * readings are clean → [`SquaredError`](crate::SquaredError)
//!     (its mean is the best guess for Gaussian noise)
//!   * up to half of the readings may be wild → [`AbsoluteError`](crate::AbsoluteError)
//!     (its median is the best guess for Laplace noise)
//!   * some readings are wild → [`Huber`](crate::Huber)
//!     (a wild reading pulls with a bounded force)
//!   * small errors do not matter → [`EpsilonInsensitive`](crate::EpsilonInsensitive)
//!     (errors below ε have no slope)
//!   * an angle, a phase, a time of day: it wraps → [`Periodic`](crate::Periodic)
//!     (359° and 1° are two degrees apart)
//!   * a percentile is wanted → [`Quantile`](crate::Quantile)
//!     (too low and too high cost τ to 1 − τ)
//!   * a smooth curvature is needed → [`LogCosh`](crate::LogCosh)
//!     (its second derivative exists everywhere)
//!   * its noise is wanted too → [`GaussianNll`](crate::GaussianNll)
//!     (it is the likelihood with the deviation as an output)
//!   * a count of events → [`PoissonNll`](crate::PoissonNll)
//!     (a count is as noisy as the root of its mean)
//!   * a positive number with a long tail: energy, rain, a duration → [`GammaNll`](crate::GammaNll)
//!     (errors count relative to the number)
//! * **a class**
//!   * yes or no, or several labels at once → [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy)
//!     (each label is a coin with its own probability)
//!   * one of several → [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy)
//!     (the probabilities of the classes add up to 1)
//!   * yes or no, and yes is rare → [`SigmoidFocal`](crate::SigmoidFocal)
//!     (the many easy rows fade, and the few hard ones count)
//!   * one of several, some of them rare → [`SoftmaxFocal`](crate::SoftmaxFocal)
//!     (the same, class by class)
//!   * with the widest margin → [`Hinge`](crate::Hinge)
//!     (only rows near the boundary count)
//!   * yes or no, without an exponential: a core without an FPU → [`ModifiedHuber`](crate::ModifiedHuber)
//!     (its slope is linear, and bounded on the far side)
//!   * some labels are wrong → [`GeneralizedCrossEntropy`](crate::GeneralizedCrossEntropy)
//!     (one wrong label costs at most 1/q)
//!   * it is a rank: classes have an order → [`Coral`](crate::Coral)
//!     (a mistake by two ranks costs more than one by one)
//!   * the network ends in a softmax that stays, as an int8 one → [`CategoricalNll`](crate::CategoricalNll)
//!     (it takes the probabilities, and a floor where they round to 0)
//!   * some mistakes cost more than others → [`ExpectedCost`](crate::ExpectedCost)
//!     (it is the cost that the decisions will have)
//!   * taught by a larger network → [`Distillation`](crate::Distillation)
//!     (the likely mistakes of the teacher teach too)
//! * **many classes at once**
//!   * for each pixel: a region → [`SigmoidTversky`](crate::SigmoidTversky)
//!     (it counts the overlap, so a large background does not drown a small region)
//!   * a sequence without times → [`Ctc`](crate::Ctc)
//!     (it sums over all times at which the classes may have come)
//!   * where an object is: a box → [`BoxGiou`](crate::BoxGiou)
//!     (the overlap has no slope for boxes that are apart; the area between them has)
//! * **an embedding**
//!   * from pairs → [`Contrastive`](crate::Contrastive)
//!     (a pair is near, or farther apart than a margin)
//!   * from triplets → [`Triplet`](crate::Triplet)
//!     (only the order of distances counts)
//!   * from a large batch → [`NtXent`](crate::NtXent)
//!     (all others of the batch are negatives, without mining)
//!   * for faces, voices and other classes that are added later → [`CosineClassifier`](crate::CosineClassifier)
//!     (a class is one more vector, and the margin leaves room for it)
//! * **the data itself** (generative models)
//!   * with a variational auto-encoder → [`Elbo`](crate::Elbo)
//!     (it bounds the likelihood, which has no closed form)
//!   * against a discriminator → [`GanDiscriminator`](crate::GanDiscriminator)
//!     (a second network learns the difference from real data)
//!   * by removing noise (diffusion) → [`NoisePrediction`](crate::NoisePrediction)
//!     (a squared error at every level of noise is enough)
//! * **what people prefer**
//!   * with a reward model → [`Ppo`](crate::Ppo)
//!     (the clip keeps a step small enough for the rewards to stay true)
//!   * from rewards, one step after each action: a thermostat, a bandit → [`Reinforce`](crate::Reinforce)
//!     (the gradient of the expected reward needs no model of the world)
//!   * from comparisons alone → [`Dpo`](crate::Dpo)
//!     (the policy is its own reward model)
//!
//! [`losses`] has those that are not in this tree. [`recommend`] walks the tree at compile time.
//!
//! # Goals
//!
//! A loss suits a goal for a reason:
//!
//! | goal | losses | reason |
//! |---|---|---|
//! | accuracy | [`SquaredError`](crate::SquaredError), cross-entropy | maximum likelihood for Gaussian and multinomial noise |
//! | robustness | [`AbsoluteError`](crate::AbsoluteError), [`Huber`](crate::Huber) | maximum likelihood for noise with heavy tails |
//! | distributions | [`SoftmaxKl`](crate::SoftmaxKl), [`Elbo`](crate::Elbo) | information theory, variational inference |
//! | unequal costs | [`Quantile`](crate::Quantile), focal, weights, [`ExpectedCost`](crate::ExpectedCost) | decision theory |
//! | geometry | [`Triplet`](crate::Triplet), [`NtXent`](crate::NtXent) | metric learning, mutual information |
//! | preferences | [`Dpo`](crate::Dpo), [`Ppo`](crate::Ppo) | models of what people choose |

pub mod accuracy;
pub mod any_loss;
pub mod coming_from;
pub mod concepts;
pub mod conventions;
pub mod cost;
pub mod device;
mod kind;
pub mod recipes;

pub use kind::{GradientBound, LossKind, Properties};

pub mod losses {
    #![doc = include_str!("guide/losses.md")]
}

/// A task that a loss is for, the argument of [`recommend`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Task {
    /// A number, from readings that are clean.
    Regression,
    /// A number, though up to half of the readings may be wild.
    MedianRegression,
    /// A number, though some readings are wild.
    RobustRegression,
    /// A number, if small errors do not matter.
    TolerantRegression,
    /// An angle, a phase or another number that wraps.
    Angle,
    /// A percentile of a number.
    Percentile,
    /// A number, by a method that uses second derivatives.
    SmoothRegression,
    /// A number and its noise.
    UncertainRegression,
    /// A count of events.
    Counts,
    /// A positive number with a long tail.
    PositiveNumbers,
    /// Yes or no; several independent labels.
    Labels,
    /// One of several classes.
    Classes,
    /// Yes or no, if yes is rare.
    RareLabels,
    /// One of several classes, some of them rare.
    RareClasses,
    /// A class, with the widest margin.
    MaximumMargin,
    /// Yes or no, without an exponential.
    CheapLabels,
    /// One of several classes, from labels that are sometimes wrong.
    NoisyLabels,
    /// One of several classes that have an order: a rank.
    Ranks,
    /// One of several classes, from probabilities: a softmax that cannot be left out.
    Probabilities,
    /// One of several classes, if some mistakes cost more than others.
    UnequalCosts,
    /// One of several classes, taught by a larger network.
    Teacher,
    /// A region: the pixels that belong to it.
    Region,
    /// A sequence of classes, at unknown times.
    Sequence,
    /// A box around an object.
    Boxes,
    /// Embeddings, from pairs.
    Pairs,
    /// Embeddings, from triplets.
    Triplets,
    /// Embeddings, from a large batch.
    Batch,
    /// Classes that have an embedding each, and are added later.
    Enrolment,
    /// The data, with a variational auto-encoder.
    AutoEncoder,
    /// The data, against a discriminator.
    Adversary,
    /// The data, by removing noise: diffusion.
    Denoising,
    /// A policy, with a reward model.
    RewardModel,
    /// A policy, from rewards, one step after each action.
    Rewards,
    /// A policy, from comparisons alone.
    Comparisons,
}

/// Returns the loss that the decision tree recommends.
///
/// ```
/// use microloss::{LossKind, Task, recommend};
///
/// const LOSS: LossKind = recommend(Task::RobustRegression);
/// assert_eq!(LOSS, LossKind::Huber);
/// assert!(LOSS.properties().convex);
/// ```
#[must_use]
pub const fn recommend(task: Task) -> LossKind {
    match task {
        Task::Regression => LossKind::SquaredError,
        Task::MedianRegression => LossKind::AbsoluteError,
        Task::RobustRegression => LossKind::Huber,
        Task::TolerantRegression => LossKind::EpsilonInsensitive,
        Task::Angle => LossKind::Periodic,
        Task::Percentile => LossKind::Quantile,
        Task::SmoothRegression => LossKind::LogCosh,
        Task::UncertainRegression => LossKind::GaussianNll,
        Task::Counts => LossKind::PoissonNll,
        Task::PositiveNumbers => LossKind::GammaNll,
        Task::Labels => LossKind::SigmoidCrossEntropy,
        Task::Classes => LossKind::SoftmaxCrossEntropy,
        Task::RareLabels => LossKind::SigmoidFocal,
        Task::RareClasses => LossKind::SoftmaxFocal,
        Task::MaximumMargin => LossKind::Hinge,
        Task::CheapLabels => LossKind::ModifiedHuber,
        Task::NoisyLabels => LossKind::GeneralizedCrossEntropy,
        Task::Ranks => LossKind::Coral,
        Task::Probabilities => LossKind::CategoricalNll,
        Task::UnequalCosts => LossKind::ExpectedCost,
        Task::Teacher => LossKind::Distillation,
        Task::Region => LossKind::SigmoidTversky,
        Task::Sequence => LossKind::Ctc,
        Task::Boxes => LossKind::BoxGiou,
        Task::Pairs => LossKind::Contrastive,
        Task::Triplets => LossKind::Triplet,
        Task::Batch => LossKind::NtXent,
        Task::Enrolment => LossKind::CosineClassifier,
        Task::AutoEncoder => LossKind::Elbo,
        Task::Adversary => LossKind::GanDiscriminator,
        Task::Denoising => LossKind::NoisePrediction,
        Task::RewardModel => LossKind::Ppo,
        Task::Rewards => LossKind::Reinforce,
        Task::Comparisons => LossKind::Dpo,
    }
}
