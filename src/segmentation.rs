//! Losses of overlap: how well a predicted region covers the true one.
//!
//! | loss | predictions | targets |
//! |---|---|---|
//! | [`Tversky`] | P probabilities in [0, 1] | P memberships in [0, 1] |
//! | [`SigmoidTversky`] | P logits | P memberships in [0, 1] |
//! | [`SoftmaxTversky`] | P × K logits | P labels |
//! | [`BoxIou`], [`BoxGiou`] | a box, by two corners | a box |
//!
//! A pixel without an annotation is left out by `ignoring`; the background, and classes that are absent, by options of
//! [`SoftmaxTversky`].
//!
//! Except for boxes, a region (an image, a patch, a stretch of time) is one row. Each of these losses is Dice if made by `dice()`, and any Tversky index if made
//! by `new`.
//!
//! **An image of H lines of W pixels, passed as `[[f32; W]; H]`, is H regions.** To pass it as one region, write
//! `image.as_flattened().as_chunks::<{ W * H }>().0`. For a flat `[f32; P]` write `core::slice::from_ref(&image)`. Neither copies.
//!
//! ```
//! use microloss::{Loss, Reduction, Tversky};
//!
//! let (image, mask) = ([[1.0, 0.0], [0.5, 0.5]], [[1.0, 0.0], [0.0, 1.0]]);
//! let regions = image.as_flattened().as_chunks::<4>().0;
//! let masks = mask.as_flattened().as_chunks::<4>().0;
//! let loss = Tversky::dice();
//! // TP = 1.5, FP = FN = ½; by lines it is ¼, the mean of 0 and ½.
//! assert_eq!(loss.value(regions, masks, Reduction::Mean), Ok(0.25));
//! let region = core::slice::from_ref(&regions[0]);
//! assert_eq!(loss.value(region, masks, Reduction::Mean), Ok(0.25));
//! ```

mod boxes;
mod ignored;
mod overlap;
mod rectangles;
mod sigmoid;
mod softmax;
mod tversky;

#[doc(alias("GIoU", "GIoULoss", "generalized_box_iou_loss", "giou_loss", "generalized_iou"))]
pub use boxes::BoxGiou;
#[doc(alias("IoU", "IoULoss", "iou_loss", "box_iou", "Jaccard", "bounding box"))]
pub use boxes::BoxIou;
#[doc(alias(
    "Dice",
    "DiceLoss",
    "dice_loss",
    "binary_dice_loss",
    "sigmoid dice",
    "soft dice",
    "TverskyLoss",
    "ignore_index"
))]
pub use sigmoid::SigmoidTversky;
#[doc(alias("Dice", "DiceLoss", "dice_loss", "multiclass_generalized_dice_loss", "GeneralizedDice"))]
pub use softmax::SoftmaxTversky;
#[doc(alias("Dice", "DiceLoss", "dice_loss", "binary_dice_loss", "F1", "IoU", "Jaccard"))]
pub use tversky::Tversky;

/// Writes the constructors that the losses of overlap share. A struct's further parameters follow, then its other fields with their
/// start values.
macro_rules! constructors {
    (
        [$($generics:tt)*] $name:ident<$($parameter:ident),*> + [$($more:tt)*] <$($other:ident),*>
            { $($field:ident: $start:expr),* }
    ) => {
        impl<$($generics)*> $name<$($parameter),*> {
            /// Creates the Dice loss: false positives and misses count half each.
            ///
            /// ```
            /// use microloss::Tversky;
            ///
            /// assert_eq!(Tversky::<16>::dice(), Tversky::new(0.5, 0.5));
            /// ```
            #[must_use]
            pub const fn dice() -> Self {
                Self::new(0.5, 0.5)
            }

            constructor! {
                /// Creates the Tversky loss with weight `alpha` for false positives and `beta` for misses, usually 1 in sum.
                $name: new / try_new(alpha: overlap_weight, beta: overlap_weight) => Self {
                    index: $crate::segmentation::overlap::Index { alpha, beta, smooth: 0.0 }
                    $(, $field: $start)*
                }
            }
        }

        impl<$($generics)*, $($more)*> $name<$($parameter,)* $($other),*> {
            option! {
                /// Adds `smooth` to numerator and denominator of the index, in pixels. It is 0 unless set.
                ///
                /// ```
                /// use microloss::{Loss, Reduction, Tversky};
                ///
                /// // Nothing there, one pixel predicted: 1 − 1/(½ + 1).
                /// let loss = Tversky::dice().with_smooth(1.0);
                /// let value = loss.value(&[[1.0, 0.0]], &[[0.0, 0.0]], Reduction::Mean)?;
                /// assert!((value - 1.0 / 3.0).abs() < 1e-6);
                /// # Ok::<(), microloss::Error>(())
                /// ```
                $name: with_smooth / try_with_smooth(self, smooth: non_negative) => Self {
                    index: $crate::segmentation::overlap::Index { smooth, ..self.index }
                    $(, $field: self.$field)*
                }
            }
        }
    };
}
use constructors;

/// Writes the option `ignoring` of a loss whose targets are memberships.
macro_rules! ignoring {
    ($name:ident) => {
        impl<const P: usize, I: IgnoredTarget> $name<P, I> {
            /// Leaves out pixels with this target: they add nothing to any sum, and have gradient 0.
            ///
            /// The target need not be a membership: 255, −1 and NaN are usual.
            ///
            /// ```
            /// use microloss::{Loss, Reduction, Tversky};
            ///
            /// // The last pixel is not annotated. TP = 1 and FP = ½ remain.
            /// let (p, t) = ([[1.0, 0.5, 0.9]], [[1.0, 0.0, 255.0]]);
            /// let mut gradient = [[0.0; 3]];
            /// let loss = Tversky::dice().ignoring(255.0);
            /// let value =
            ///     loss.value_and_gradient(&p, &t, Reduction::Mean, &mut gradient)?;
            /// assert!((value - 0.2).abs() < 1e-6);
            /// assert_eq!(gradient[0][2], 0.0);
            /// # Ok::<(), microloss::Error>(())
            /// ```
            #[must_use]
            pub const fn ignoring(self, target: f32) -> $name<P, f32> {
                $name { index: self.index, ignored: target }
            }
        }
    };
}
use ignoring;

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! segmentation_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            segmentation {
                Tversky[K]: rows(distribution, distribution), new(alpha = 0.3, beta = 0.7),
                    convex: false, gradient: Unbounded, noise: None;
                SigmoidTversky[K]: rows(row, distribution), dice(),
                    convex: false, gradient: Parameter, noise: None;
                SoftmaxTversky[K, 3, u8]: rows(three, labels), dice(),
                    convex: false, gradient: Parameter, noise: None;
                BoxIou: rows(corners, rectangle), new(),
                    convex: false, gradient: Unbounded, noise: None;
                BoxGiou: rows(corners, rectangle), new(),
                    convex: false, gradient: Unbounded, noise: None;
            }
        }
    };
}
