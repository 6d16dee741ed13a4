//! Contrastive losses over a whole batch: each anchor must find the candidate that belongs to it.
//!
//! All of them take embeddings of any length and compare their directions. The logits are cosines divided by a temperature τ. The
//! gradients go through the normalisation, to every embedding and to τ. An embedding of length 0 (below 1.2e-38), or of a length beyond
//! `f32::MAX`, has no direction: its cosines are 0, and so is its gradient. An infinite number in it makes them NaN.
//!
//! | loss | anchors | candidates of an anchor | positives |
//! |---|---|---|---|
//! | [`InfoNce`] | one set | another set, maybe larger | the candidate of the same index |
//! | [`NtXent`] | both views of every sample | all other embeddings | the other view |
//! | [`NtXent`], [by label](NtXent::value_by_label) | every embedding | one of the same label, and all of others | that one |
//! | [`SupervisedContrastive`] | every embedding | all other embeddings | all of the same label |
//! | [`SupervisedContrastive`], [against references](SupervisedContrastive::value_against) | every embedding | stored references | those of the same label |
//! | [`Clip`] | images, and texts | texts, and images | the one of the same index |
//! | [`SigLip`] | images | each text alone: yes or no | the one of the same index |
//! | [`CosineClassifier`] | every embedding | a vector for each class | that of the label |
//!
//! # Working memory
//!
//! With N candidates of D dimensions the caller gives O(N + D) numbers, `scratch_len`: a row of logits, the lengths, and one direction.
//! The matrix of logits would need O(N²); only one row of it exists at a time. With more room, `fast_scratch_len`, the losses also keep
//! the directions of all candidates, and need not scale them anew for every anchor. The bits are the same. For [`InfoNce`] with
//! N = D = 32 this takes 12 % fewer instructions on a Cortex-M4F and 22 % fewer on a Cortex-M0 (`examples/firmware/bench.sh`).
//!
//! If N and D are known at compile time, use the methods whose names end in `_array`. The compiler checks every length, that of the
//! scratch too, so they cannot fail. A bad [`Reduction::Over`](crate::Reduction::Over) is the one mistake that is left: the result is then
//! NaN, and nothing is written.

mod arrays;
mod by_label;
mod classifier;
mod clip;
mod collapse;
mod margin;
mod nt_xent;
mod pairs;
mod products;
mod references;
mod sig_lip;
mod similarity;
mod supervised;

#[doc(alias(
    "ArcFace",
    "ArcFaceLoss",
    "CosFace",
    "CosFaceLoss",
    "AM-Softmax",
    "NormFace",
    "NormalizedSoftmaxLoss",
    "prototypical"
))]
pub use classifier::CosineClassifier;

#[doc(alias("CLIP", "ClipLoss", "logit_scale"))]
pub use clip::Clip;
#[doc(alias("NT-Xent", "ntxent", "NTXentLoss", "SimCLR"))]
pub use nt_xent::NtXent;
#[doc(alias("InfoNCE", "MoCo", "CPC", "NPairs"))]
pub use pairs::InfoNce;
pub use references::References;
pub use sig_lip::Biased;
#[doc(alias("SigLIP", "SigLipLoss"))]
pub use sig_lip::SigLip;
#[doc(alias("SupCon", "SupConLoss"))]
pub use supervised::SupervisedContrastive;

use crate::math::{canonical, ln};

/// A reduced loss and its derivative with respect to the temperature, or for [`Clip`] to the logarithm of the scale.
///
/// A learned temperature stays positive if its logarithm u = ln τ is learned instead. The slope in u is τ times that in τ, so
/// `u -= rate * tau * slope`, and τ is [`exp`](crate::math::exp)`(u)`.
///
/// ```
/// use microloss::{InfoNce, Reduction, Tempered};
///
/// let pair = [[1.0, 0.0], [0.0, 1.0]];
/// let (mut anchors, mut candidates) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
/// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
/// let loss = InfoNce::new(1.0);
/// let Tempered { value, slope } = loss.value_and_gradient(
///     &pair,
///     &pair,
///     Reduction::Mean,
///     &mut anchors,
///     &mut candidates,
///     &mut scratch,
/// )?;
/// assert!((value - 0.313_261_7).abs() < 1e-6); // ln(1 + 1/e)
/// // The probability of the wrong candidate. A lower temperature would make
/// // the softmax surer.
/// assert!((slope - 0.268_941_4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Tempered {
    /// The reduced loss.
    pub value: f32,
    /// The derivative with respect to the temperature, or for [`Clip`] to the logarithm of the scale.
    pub slope: f32,
}

/// Returns a lower bound on the mutual information of anchor and positive, in nats: ln N − ℓ, for the mean loss ℓ of an [`InfoNce`]
/// with N candidates.
///
/// It holds only with the positive in the denominator, and never exceeds ln N.
///
/// Source: van den Oord, Li & Vinyals (2018), arXiv:1807.03748, §2.3 and appendix A.1.
///
/// ```
/// let bound = microloss::mutual_information_bound(512, 1.0);
/// assert!((bound - 5.238_325).abs() < 1e-5);
/// ```
#[must_use]
pub fn mutual_information_bound(candidates: usize, loss: f32) -> f32 {
    canonical(ln(candidates as f32) - loss)
}

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! info_nce_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            info_nce {
                InfoNce: own(row, nothing), new(temperature = 0.1),
                    convex: false, gradient: Unbounded, noise: None;
                NtXent: own(row, nothing), new(temperature = 0.1),
                    convex: false, gradient: Unbounded, noise: None;
                SupervisedContrastive: own(row, label), new(temperature = 0.1),
                    convex: false, gradient: Unbounded, noise: None;
                Clip: own(row, nothing), new(log_scale = 2.66),
                    convex: false, gradient: Unbounded, noise: None;
                SigLip: own(row, nothing), new(log_scale = 2.3, bias = -10.0),
                    convex: false, gradient: Unbounded, noise: None;
                CosineClassifier: own(row, label), new(scale = 8.0).with_angular_margin(margin = 0.5),
                    convex: false, gradient: Unbounded, noise: None;
            }
        }
    };
}
