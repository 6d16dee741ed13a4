//! Losses of overlap: how well a predicted region covers the true one.
//!
//! | loss | predictions | targets |
//! |---|---|---|
//! | [`Tversky`] | P probabilities in [0, 1] | P memberships in [0, 1] |
//! | [`SigmoidTversky`] | P logits | P memberships in [0, 1] |
//! | [`SoftmaxTversky`] | P × K logits | P labels |
//!
//! A region (an image, a patch, a stretch of time) is one row. Each loss is Dice by `dice()`, and any Tversky
//! index by `new`.
//!
//! **An image of H lines of W pixels, passed as `[[f32; W]; H]`, is H regions.** As one region it is
//! `image.as_flattened().as_chunks::<{ W * H }>().0`, and a flat `[f32; P]` is `core::slice::from_ref(&image)`; neither copies.
//!
//! ```
//! use microloss::{Loss, Reduction, Tversky};
//!
//! let (image, mask) = ([[1.0, 0.0], [0.5, 0.5]], [[1.0, 0.0], [0.0, 1.0]]);
//! let (regions, masks) = (image.as_flattened().as_chunks::<4>().0, mask.as_flattened().as_chunks::<4>().0);
//! // TP = 1.5, FP = FN = ½; by lines it is ¼, the mean of 0 and ½.
//! assert_eq!(Tversky::dice().value(regions, masks, Reduction::Mean), Ok(0.25));
//! assert_eq!(Tversky::dice().value(core::slice::from_ref(&regions[0]), masks, Reduction::Mean), Ok(0.25));
//! ```

mod overlap;
mod sigmoid;
mod softmax;
mod tversky;

#[doc(alias("Dice", "DiceLoss", "dice_loss", "binary_dice_loss", "sigmoid dice", "soft dice"))]
pub use sigmoid::SigmoidTversky;
#[doc(alias("Dice", "DiceLoss", "dice_loss", "multiclass_generalized_dice_loss", "GeneralizedDice"))]
pub use softmax::SoftmaxTversky;
#[doc(alias("Dice", "DiceLoss", "dice_loss", "binary_dice_loss", "F1", "IoU", "Jaccard"))]
pub use tversky::Tversky;

/// The constructors that the losses of overlap share: `$rest` are their other fields.
macro_rules! constructors {
    ([$($generics:tt)*] $name:ident<$($parameter:ident),*> $({ $($field:ident: $start:expr),* })?) => {
        impl<$($generics)*> $name<$($parameter),*> {
            /// Dice: false positives and misses count half each.
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

            /// The Tversky index with weight `alpha` for false positives and `beta` for misses, usually 1 in
            /// sum.
            ///
            /// # Panics
            ///
            /// Unless both lie in [0, 1000]; as a constant, it then does not compile.
            #[must_use]
            pub const fn new(alpha: f32, beta: f32) -> Self {
                match Self::try_new(alpha, beta) {
                    Ok(loss) => loss,
                    Err(_) => panic!(concat!(stringify!($name), ": alpha and beta must lie in [0, 1000]")),
                }
            }

            /// [`new`](Self::new) for weights that arrive at run time.
            ///
            /// # Errors
            ///
            /// [`Error::Parameter`](crate::Error::Parameter) unless both lie in [0, 1000].
            pub const fn try_new(alpha: f32, beta: f32) -> Result<Self, crate::Error> {
                match $crate::segmentation::overlap::Index::try_new(alpha, beta) {
                    Ok(index) => Ok(Self { index $($(, $field: $start)*)? }),
                    Err(error) => Err(error),
                }
            }

            /// Adds `smooth` to numerator and denominator of the index, in pixels; 0 unless set.
            ///
            /// # Panics
            ///
            /// Unless `smooth` is finite and 0 or more; as a constant, it then does not compile.
            ///
            /// ```
            /// use microloss::{Loss, Reduction, Tversky};
            ///
            /// // Nothing there, one pixel predicted: 1 − 1/(½ + 1).
            /// let value = Tversky::dice().with_smooth(1.0).value(&[[1.0, 0.0]], &[[0.0, 0.0]], Reduction::Mean)?;
            /// assert!((value - 1.0 / 3.0).abs() < 1e-6);
            /// # Ok::<(), microloss::Error>(())
            /// ```
            #[must_use]
            pub const fn with_smooth(self, smooth: f32) -> Self {
                match self.try_with_smooth(smooth) {
                    Ok(loss) => loss,
                    Err(_) => panic!(concat!(stringify!($name), ": smooth must be finite and 0 or more")),
                }
            }

            /// [`with_smooth`](Self::with_smooth) for a number that arrives at run time.
            ///
            /// # Errors
            ///
            /// [`Error::Parameter`](crate::Error::Parameter) unless `smooth` is finite and 0 or more.
            pub const fn try_with_smooth(self, smooth: f32) -> Result<Self, crate::Error> {
                match self.index.try_with_smooth(smooth) {
                    Ok(index) => Ok(Self { index $($(, $field: self.$field)*)? }),
                    Err(error) => Err(error),
                }
            }
        }
    };
}
use constructors;

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
            }
        }
    };
}
