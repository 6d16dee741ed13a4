//! The guide: a loss for each task, names from other libraries, conventions, accuracy, cost and recipes.
//!
//! | page | about |
//! |---|---|
//! | [`losses`] | all losses, by family |
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
//! Find what you predict:
//!
//! * **a number**
//!   * readings are clean → [`SquaredError`](crate::SquaredError)
//!   * some readings are wild → [`Huber`](crate::Huber)
//!   * small errors do not matter → [`EpsilonInsensitive`](crate::EpsilonInsensitive)
//!   * an angle, a phase, a time of day: it wraps → [`Periodic`](crate::Periodic)
//!   * a percentile is wanted → [`Quantile`](crate::Quantile)
//!   * a smooth curvature is needed → [`LogCosh`](crate::LogCosh)
//!   * its noise is wanted too → [`GaussianNll`](crate::GaussianNll)
//!   * a count of events → [`PoissonNll`](crate::PoissonNll)
//!   * a positive number with a long tail: energy, rain, a duration → [`GammaNll`](crate::GammaNll)
//! * **a class**
//!   * yes or no, or several labels at once → [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy)
//!   * one of several → [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy)
//!   * yes or no, and yes is rare → [`SigmoidFocal`](crate::SigmoidFocal)
//!   * one of several, some of them rare → [`SoftmaxFocal`](crate::SoftmaxFocal)
//!   * with the widest margin → [`Hinge`](crate::Hinge)
//!   * yes or no, without an exponential: a core without an FPU → [`ModifiedHuber`](crate::ModifiedHuber)
//!   * some labels are wrong → [`GeneralizedCrossEntropy`](crate::GeneralizedCrossEntropy)
//!   * some mistakes cost more than others → [`ExpectedCost`](crate::ExpectedCost)
//!   * taught by a larger network → [`Distillation`](crate::Distillation)
//! * **many classes at once**
//!   * for each pixel: a region → [`SigmoidTversky`](crate::SigmoidTversky)
//!   * a sequence without times → [`Ctc`](crate::Ctc)
//!   * where an object is: a box → [`BoxGiou`](crate::BoxGiou)
//! * **an embedding**
//!   * from pairs → [`Contrastive`](crate::Contrastive)
//!   * from triplets → [`Triplet`](crate::Triplet)
//!   * from a large batch → [`NtXent`](crate::NtXent)
//! * **the data itself** (generative models)
//!   * with a variational auto-encoder → [`Elbo`](crate::Elbo)
//!   * against a discriminator → [`GanDiscriminator`](crate::GanDiscriminator)
//!   * by removing noise (diffusion) → [`NoisePrediction`](crate::NoisePrediction)
//! * **what people prefer**
//!   * with a reward model → [`Ppo`](crate::Ppo)
//!   * from rewards, one step after each action: a thermostat, a bandit → [`Reinforce`](crate::Reinforce)
//!   * from comparisons alone → [`Dpo`](crate::Dpo)
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
pub mod conventions;
pub mod cost;
pub mod device;
pub mod recipes;

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
        Task::UnequalCosts => LossKind::ExpectedCost,
        Task::Teacher => LossKind::Distillation,
        Task::Region => LossKind::SigmoidTversky,
        Task::Sequence => LossKind::Ctc,
        Task::Boxes => LossKind::BoxGiou,
        Task::Pairs => LossKind::Contrastive,
        Task::Triplets => LossKind::Triplet,
        Task::Batch => LossKind::NtXent,
        Task::AutoEncoder => LossKind::Elbo,
        Task::Adversary => LossKind::GanDiscriminator,
        Task::Denoising => LossKind::NoisePrediction,
        Task::RewardModel => LossKind::Ppo,
        Task::Rewards => LossKind::Reinforce,
        Task::Comparisons => LossKind::Dpo,
    }
}

/// Properties of a loss as a function of its predictions.
///
/// ```
/// use microloss::{GradientBound, LossKind, Properties};
///
/// let Properties { convex, gradient, noise } = LossKind::AbsoluteError.properties();
/// assert_eq!((convex, gradient, noise), (true, GradientBound::Constant(1.0), Some("Laplace")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Properties {
    /// True if the loss is convex in the predictions of a row, for all its parameters.
    pub convex: bool,
    /// The bound of the gradient of a row, for each element and at the default scale.
    pub gradient: GradientBound,
    /// The noise for which this is the maximum-likelihood loss, if there is one.
    pub noise: Option<&'static str>,
}

/// The bound of a gradient.
///
/// ```
/// use microloss::{GradientBound, LossKind};
///
/// assert_eq!(LossKind::SquaredError.properties().gradient, GradientBound::Unbounded);
/// assert_eq!(LossKind::Hinge.properties().gradient, GradientBound::Constant(1.0));
/// assert_eq!(LossKind::Huber.properties().gradient, GradientBound::Parameter);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum GradientBound {
    /// No bound: the gradient grows with the predictions.
    Unbounded,
    /// Bounded by this number.
    Constant(f32),
    /// Bounded by a parameter of the loss (threshold, weight, floor, cost, temperature or number of classes) or by the sum of a row's
    /// target, which is 1 for a distribution.
    Parameter,
}

macro_rules! kinds {
    ($($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($($draw:tt)*),
        $new:ident($($parameters:tt)*) $(.$option:ident($($arguments:tt)*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        /// Every loss of the crate, by name and what is known of it; it builds none: [how to choose one at run
        /// time](crate::guide::any_loss#a-loss-chosen-at-run-time).
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        #[non_exhaustive]
        pub enum LossKind {
            $($(#[doc = concat!("[`", stringify!($name), "`](crate::", stringify!($name), ")")] $name,)*)*
        }

        impl LossKind {
            /// All of them.
            ///
            /// ```
            /// use microloss::LossKind;
            ///
            /// let poisson = LossKind::ALL.iter().find(|kind| kind.properties().noise == Some("Poisson"));
            /// assert_eq!(poisson.map(|kind| kind.name()), Some("PoissonNll"));
            /// ```
            pub const ALL: &'static [Self] = &[$($(Self::$name,)*)*];

            /// The name of its type.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$name => stringify!($name),)*)*
                }
            }

            /// The module that it stands in.
            ///
            /// ```
            /// use microloss::LossKind;
            ///
            /// assert_eq!(LossKind::Huber.family(), "regression");
            /// ```
            #[must_use]
            pub const fn family(self) -> &'static str {
                match self {
                    $($(Self::$name)|* => stringify!($family),)*
                }
            }

            /// Returns the properties of the loss.
            #[must_use]
            pub const fn properties(self) -> Properties {
                match self {
                    $($(Self::$name => Properties { convex: $convex, gradient: $gradient, noise: $noise },)*)*
                }
            }
        }
    };
}

use GradientBound::{Constant, Parameter, Unbounded};

crate::for_each_loss!(kinds);
