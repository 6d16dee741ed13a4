//! Which loss for which task.
//!
//! What do you predict?
//!
//! * **a number**
//!   * readings are clean → [`SquaredError`](crate::SquaredError)
//!   * some readings are wild → [`Huber`](crate::Huber)
//!   * a percentile is wanted → [`Quantile`](crate::Quantile)
//!   * a smooth curvature is needed → [`LogCosh`](crate::LogCosh)
//!   * and how noisy it is → [`GaussianNll`](crate::GaussianNll)
//!   * it counts events → [`PoissonNll`](crate::PoissonNll)
//! * **a class**
//!   * yes or no, or several labels at once → [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy)
//!   * one of several → [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy)
//!   * yes or no, and yes is rare → [`SigmoidFocal`](crate::SigmoidFocal)
//!   * one of several, some of them rare → [`SoftmaxFocal`](crate::SoftmaxFocal)
//!   * the widest margin counts → [`Hinge`](crate::Hinge)
//!   * some labels are wrong → [`GeneralizedCrossEntropy`](crate::GeneralizedCrossEntropy)
//!   * some mistakes cost more than others → [`ExpectedCost`](crate::ExpectedCost)
//!   * as a larger network does → [`Distillation`](crate::Distillation)
//! * **many classes at once**
//!   * of the pixels of a region → [`SigmoidTversky`](crate::SigmoidTversky)
//!   * of a sequence, somewhere in time → [`Ctc`](crate::Ctc)
//! * **an embedding**
//!   * from pairs → [`Contrastive`](crate::Contrastive)
//!   * from triplets → [`Triplet`](crate::Triplet)
//!   * from a large batch → [`NtXent`](crate::NtXent)
//! * **the data itself**
//!   * by a variational auto-encoder → [`Elbo`](crate::Elbo)
//!   * against a discriminator → [`GanDiscriminator`](crate::GanDiscriminator)
//!   * by taking noise away → [`NoisePrediction`](crate::NoisePrediction)
//! * **what people prefer**
//!   * with a reward model → [`Ppo`](crate::Ppo)
//!   * from comparisons alone → [`Dpo`](crate::Dpo)
//!
//! What is not among them stands in the table of [the first page](crate#losses). Names from elsewhere: [`coming_from`]. How
//! to plug a loss in: [`recipes`].
//!
//! [`recommend`] walks this tree at compile time. Why a loss suits a goal:
//!
//! | goal | losses | because |
//! |---|---|---|
//! | accuracy | [`SquaredError`](crate::SquaredError), cross-entropy | maximum likelihood for Gaussian and multinomial noise |
//! | robustness | [`AbsoluteError`](crate::AbsoluteError), [`Huber`](crate::Huber) | maximum likelihood for noise with heavy tails |
//! | distributions | [`SoftmaxKl`](crate::SoftmaxKl), [`Elbo`](crate::Elbo) | information theory, variational inference |
//! | unequal costs | [`Quantile`](crate::Quantile), focal, weights, [`ExpectedCost`](crate::ExpectedCost) | decision theory |
//! | geometry | [`Triplet`](crate::Triplet), [`NtXent`](crate::NtXent) | metric learning, mutual information |
//! | preferences | [`Dpo`](crate::Dpo), [`Ppo`](crate::Ppo) | models of what people choose |

pub mod coming_from;
pub mod recipes;

/// A question that a loss answers, with what distinguishes the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Task {
    /// A number, from readings that are clean.
    Regression,
    /// A number, though some readings are wild.
    RobustRegression,
    /// A percentile of a number.
    Percentile,
    /// A number, by a method that uses second derivatives.
    SmoothRegression,
    /// A number, and how noisy it is.
    UncertainRegression,
    /// How many events there will be.
    Counts,
    /// Yes or no; several independent labels.
    Labels,
    /// One of several classes.
    Classes,
    /// Yes or no, where yes is rare.
    RareLabels,
    /// One of several classes, some of them rare.
    RareClasses,
    /// A class, with the widest margin.
    MaximumMargin,
    /// One of several classes, from labels some of which are wrong.
    NoisyLabels,
    /// One of several classes, where some mistakes cost more than others.
    UnequalCosts,
    /// One of several classes, as a larger network tells them apart.
    Teacher,
    /// Which pixels belong to a region.
    Region,
    /// A sequence of classes, somewhere in time.
    Sequence,
    /// Embeddings, from pairs.
    Pairs,
    /// Embeddings, from triplets.
    Triplets,
    /// Embeddings, from a large batch.
    Batch,
    /// The data, by a variational auto-encoder.
    AutoEncoder,
    /// The data, against a discriminator.
    Adversary,
    /// The data, by taking noise away: diffusion.
    Denoising,
    /// A policy, with a reward model.
    RewardModel,
    /// A policy, from comparisons alone.
    Comparisons,
}

/// The loss that the decision tree recommends.
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
        Task::Percentile => LossKind::Quantile,
        Task::SmoothRegression => LossKind::LogCosh,
        Task::UncertainRegression => LossKind::GaussianNll,
        Task::Counts => LossKind::PoissonNll,
        Task::Labels => LossKind::SigmoidCrossEntropy,
        Task::Classes => LossKind::SoftmaxCrossEntropy,
        Task::RareLabels => LossKind::SigmoidFocal,
        Task::RareClasses => LossKind::SoftmaxFocal,
        Task::MaximumMargin => LossKind::Hinge,
        Task::NoisyLabels => LossKind::GeneralizedCrossEntropy,
        Task::UnequalCosts => LossKind::ExpectedCost,
        Task::Teacher => LossKind::Distillation,
        Task::Region => LossKind::SigmoidTversky,
        Task::Sequence => LossKind::Ctc,
        Task::Pairs => LossKind::Contrastive,
        Task::Triplets => LossKind::Triplet,
        Task::Batch => LossKind::NtXent,
        Task::AutoEncoder => LossKind::Elbo,
        Task::Adversary => LossKind::GanDiscriminator,
        Task::Denoising => LossKind::NoisePrediction,
        Task::RewardModel => LossKind::Ppo,
        Task::Comparisons => LossKind::Dpo,
    }
}

/// What is known of a loss as a function of its predictions.
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
    /// Whether it is convex in the predictions of a row, whatever its parameters.
    pub convex: bool,
    /// What bounds the gradient of a row, element by element and at its default scale.
    pub gradient: GradientBound,
    /// The noise whose maximum-likelihood loss it is, if any.
    pub noise: Option<&'static str>,
}

/// What bounds a gradient.
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
    /// Nothing: it grows with the predictions.
    Unbounded,
    /// This number.
    Constant(f32),
    /// A parameter of the loss: its threshold, weight, floor, cost, temperature or number of classes; or the sum of a row's
    /// target, 1 for a distribution.
    Parameter,
}

macro_rules! kinds {
    ($($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($($draw:tt)*),
        $new:ident($($parameters:tt)*) $(.$option:ident($($arguments:tt)*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        /// Every loss of the crate, by name and what is known of it; it builds none: [how to choose one at run
        /// time](crate::guide::recipes#a-loss-chosen-at-run-time).
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

            /// What is known of it.
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
