//! The kinds of losses, and what is known of each.

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
