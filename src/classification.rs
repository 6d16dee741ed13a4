//! Losses of one choice among K classes, from a row of K logits or scores.
//!
//! The `Softmax…` losses take logits (any real numbers; p = softmax(x)). K is a constant of the type, N is the length of a slice.
//! The hinges take scores, which have no probability.
//!
//! **Labels** are `u8` unless the type says otherwise: a field of a struct has the type `SoftmaxCrossEntropy<3>`. [`Label`] says what else
//! can be one. **Class weights** are `()`, none, unless a third parameter says otherwise: `SoftmaxCrossEntropy<3, u8, [f32; 3]>` keeps
//! those that the device computed, `SoftmaxCrossEntropy<3, u8, &'static [f32; 3]>` borrows constants.
//!
//! **One class**: a softmax over K = 1 is certain, so that the loss is 0 and the gradient 0, or −0. For yes or no use
//! [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy), or K = 2. A row without classes, K = 0, has loss 0; every label of it is refused.
//!
//! # Bounds
//!
//! An error that a page of this crate states in ULP holds if every factor of the result is a normal number. An exponential below
//! 1.2e-38, of a margin beyond 87, is not: it has lost digits, and a factor above 1 (a weight, ε, 1/T, a reduction) can lift it into
//! a normal number that lacks them.

mod brier;
mod coral;
mod cross_entropy;
mod ctc;
mod dense;
mod focal;
mod focal_dense;
mod generalized;
mod hinge;
mod multi_label;
mod poly;

#[doc(alias("brier_score_loss", "BrierScore", "brier_score", "multiclass_brier_score"))]
pub use brier::SoftmaxBrier;
#[doc(alias("coral_loss", "CoralLoss", "OrdinalCrossEntropy", "ordinal regression", "rank"))]
pub use coral::Coral;
#[doc(alias(
    "CCE",
    "CrossEntropyLoss",
    "cross_entropy",
    "SparseCategoricalCrossentropy",
    "sparse_categorical_crossentropy",
    "softmax_cross_entropy_with_integer_labels",
    "ignore_index",
    "label_smoothing",
    "NLLLoss",
    "nll_loss",
    "smooth_labels",
    "ailoss_crossentropy_sparse8_f32_default",
    "nll"
))]
pub use cross_entropy::SoftmaxCrossEntropy;
#[doc(alias("CTCLoss", "ctc_loss", "keyword spotting", "zero_infinity"))]
pub use ctc::Ctc;
#[doc(alias(
    "CategoricalCrossentropy",
    "categorical_crossentropy",
    "softmax_cross_entropy",
    "SoftTargetCrossEntropy",
    "safe_softmax_cross_entropy",
    "ailoss_crossentropy_f32_default",
    "ranking_softmax_loss"
))]
pub use dense::SoftmaxCrossEntropyDense;
#[doc(alias("FocalLoss", "CategoricalFocalCrossentropy", "categorical_focal_crossentropy"))]
pub use focal::SoftmaxFocal;
#[doc(alias(
    "FocalLoss",
    "CategoricalFocalCrossentropy",
    "categorical_focal_crossentropy",
    "soft focal",
    "label_smoothing"
))]
pub use focal_dense::SoftmaxFocalDense;
#[doc(alias("GCE", "CategoricalGeneralizedCrossEntropy", "noisy labels", "truncated"))]
pub use generalized::GeneralizedCrossEntropy;
#[doc(alias("multiclass_hinge_loss", "CategoricalHinge", "categorical_hinge"))]
pub use hinge::CrammerSingerHinge;
#[doc(alias("MultiMarginLoss", "multi_margin_loss"))]
pub use hinge::WestonWatkinsHinge;
#[doc(alias("MultiLabelMarginLoss", "multilabel_margin_loss"))]
pub use multi_label::MultiLabelMargin;
#[doc(alias("poly_loss_cross_entropy", "PolyLoss"))]
pub use poly::Poly1CrossEntropy;

use crate::error::Error;
use crate::kernel::ClassWeights;

/// A class label: `u8`, `u16`, `u32`, `usize`, or an `enum` of yours.
///
/// ```
/// use microloss::{Label, Loss, Reduction, SoftmaxCrossEntropy};
///
/// #[derive(Clone, Copy, PartialEq)]
/// enum Gesture {
///     Still,
///     Wave,
///     Tap,
/// }
///
/// impl Label for Gesture {
///     fn index(self) -> usize {
///         self as usize
///     }
/// }
///
/// let loss = SoftmaxCrossEntropy::<3, Gesture>::new().ignoring(Gesture::Still);
/// let (logits, labels) = ([[0.0, 9.0, 9.0]; 2], [Gesture::Wave, Gesture::Still]);
/// let value = loss.value(&logits, &labels, Reduction::Mean)?;
/// assert!((value - core::f32::consts::LN_2).abs() < 1e-4);
/// # Ok::<(), microloss::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a class label",
    note = "labels are `u8`, `u16`, `u32`, `usize`, or an `enum` that implements `Label`; an integer without a suffix is an `i32`: write `0_u8`",
    note = "for one-hot or soft targets, of type `[f32; K]`, use `SoftmaxCrossEntropyDense`"
)]
pub trait Label: Copy + PartialEq {
    /// Returns the label as an index. A label that does not fit is out of range for any number of classes.
    fn index(self) -> usize;
}

macro_rules! label {
    ($($integer:ty)+) => {$(
        impl Label for $integer {
            #[inline]
            fn index(self) -> usize {
                usize::try_from(self).unwrap_or(usize::MAX)
            }
        }
    )+};
}
label!(u8 u16 u32 usize);

/// Returns `Ok` if the label names one of `classes`.
#[inline]
pub(crate) fn check_label<L: Label>(row: usize, label: L, classes: usize) -> Result<(), Error> {
    let label = label.index();
    if label < classes { Ok(()) } else { Err(Error::Label { row, label, classes }) }
}

/// Writes the option `ignoring` of a loss of labels, whose struct has a field `ignored`.
///
/// Constructors and options take every `Copy` type as a label, so that the compiler refuses another type once: where the loss is used.
macro_rules! ignoring {
    ([$($generics:tt)*] $name:ident<$($parameter:tt),*>) => {
        impl<$($generics)*> $name<$($parameter),*> {
            /// Leaves out rows with this label: they have loss 0 and gradient 0, and do not count in the mean.
            ///
            /// The label need not name a class.
            ///
            /// ```
            /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
            ///
            /// let mut gradient = [[1.0; 2]; 2];
            /// let loss = SoftmaxCrossEntropy::new().ignoring(255_u8);
            /// let (rows, labels) = ([[0.0, 0.0], [9.0, 0.0]], [0, 255]);
            /// let value =
            ///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
            /// assert_eq!(value, core::f32::consts::LN_2);
            /// assert_eq!(gradient, [[-0.5, 0.5], [0.0, 0.0]]);
            /// # Ok::<(), microloss::Error>(())
            /// ```
            #[must_use]
            #[allow(clippy::needless_update, reason = "a loss may have no other field")]
            pub const fn ignoring(self, label: L) -> Self {
                Self { ignored: Some(label), ..self }
            }

            #[inline]
            fn is_ignored(&self, label: &L) -> bool
            where
                L: PartialEq,
            {
                self.ignored.as_ref() == Some(label)
            }
        }
    };
}
pub(crate) use ignoring;

/// Writes the options that give a loss class weights, borrowed and owned. The struct's other fields are listed, and a parameter behind
/// the weights.
macro_rules! class_weights {
    (
        $(#[$doc:meta])*
        [$($generics:tt)*] $name:ident<$($parameter:tt),*> $(+ <$last:ident>)? { $($field:ident),* }:
            $with:ident / $try_with:ident, $with_owned:ident / $try_with_owned:ident($weights:ident)
    ) => {
        impl<'a, $($generics)*, W: ClassWeights<K>> $name<$($parameter,)* W $(, $last)?> {
            option! {
                $(#[$doc])*
                $name: $with / $try_with(self, $weights: non_negative of &'a [f32; K])
                    -> $name<$($parameter,)* &'a [f32; K] $(, $last)?> => $name { $weights, $($field: self.$field),* }
            }
        }

        impl<$($generics)*, W: ClassWeights<K>> $name<$($parameter,)* W $(, $last)?> {
            option! {
                #[doc = concat!(
                    "As [`", stringify!($with), "`](Self::", stringify!($with), "), for weights that the loss keeps: ",
                    "those that the device computes."
                )]
                $name: $with_owned / $try_with_owned(self, $weights: non_negative of [f32; K])
                    -> $name<$($parameter,)* [f32; K] $(, $last)?> => $name { $weights, $($field: self.$field),* }
            }
        }
    };
}
pub(crate) use class_weights;

/// Writes the methods of `Rowwise` that follow from `ignoring`, for a row of K logits that otherwise weighs 1.
macro_rules! ignored_rows {
    () => {
        #[inline]
        fn is_weighted(&self) -> bool {
            self.ignored.is_some()
        }

        #[inline]
        fn weight(&self, target: &L) -> f32 {
            if self.is_ignored(target) { 0.0 } else { 1.0 }
        }

        #[inline]
        fn check(&self, row: usize, target: &L) -> Result<(), Error> {
            if self.is_ignored(target) { Ok(()) } else { check_label(row, *target, K) }
        }
    };
}
pub(crate) use ignored_rows;

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! classification_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            classification {
                SoftmaxCrossEntropy[K, u8]: rows(row, label), new(),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                SoftmaxCrossEntropyDense[K]: rows(row, distribution), new(),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                SoftmaxFocal[K, u8]: rows(row, label), new(gamma = 2.0),
                    convex: false, gradient: Parameter, noise: None;
                SoftmaxFocalDense[K]: rows(row, distribution), new(gamma = 2.0),
                    convex: false, gradient: Parameter, noise: None;
                GeneralizedCrossEntropy[K, u8]: rows(row, label), new(q = 0.7),
                    convex: false, gradient: Constant(1.0), noise: None;
                Poly1CrossEntropy[K, u8]: rows(row, label), new(epsilon = 2.0),
                    convex: false, gradient: Parameter, noise: None;
                CrammerSingerHinge[K, u8]: rows(row, label), new(margin = 1.0),
                    convex: true, gradient: Constant(1.0), noise: None;
                WestonWatkinsHinge[K, u8]: rows(row, label), new(margin = 1.0).squared(),
                    convex: true, gradient: Unbounded, noise: None;
                SoftmaxBrier[K, u8]: rows(row, label), new(),
                    convex: false, gradient: Constant(1.0), noise: None;
                Coral[K, u8]: rows(row, label), new(),
                    convex: true, gradient: Parameter, noise: Some("Bernoulli, for each threshold");
                MultiLabelMargin[K]: rows(row, coins), new(),
                    convex: true, gradient: Constant(1.0), noise: None;
                Ctc[K, u8]: own(row, label), new(blank = 0),
                    convex: false, gradient: Constant(1.0), noise: Some("categorical, unaligned");
            }
        }
    };
}
