//! Losses of embeddings: what belongs together shall lie close, what does not apart.
//!
//! A row holds the embeddings of one pair, `[x₁, x₂]`, or of one triplet, `[anchor, positive, negative]`, each `[f32; D]`; the
//! gradient has the same shape, one for each of them. Distances are Euclidean, and have slope 0 at distance 0, where no direction
//! is better than another; nothing is added to them. Which triplets are worth a step: [`mine_triplets`](crate::mine_triplets).
//!
//! The same names mean different things elsewhere. [`Contrastive`] takes `true` for a pair of one class; Hadsell's Y is 0 for
//! those. It has no factor ½. [`Triplet`] takes distances; FaceNet squares them, which is
//! [`squared`](Triplet::squared).

mod contrastive;
mod cosine;
mod ranking;
mod triplet;

#[doc(alias("ContrastiveLoss", "siamese"))]
pub use contrastive::Contrastive;
#[doc(alias(
    "CosineEmbeddingLoss",
    "cosine_similarity",
    "cosine_distance",
    "CosineSimilarity",
    "cosine_embedding_loss"
))]
pub use cosine::CosineEmbedding;
pub(crate) use cosine::inverse_norm;
#[doc(alias("MarginRankingLoss", "margin_ranking_loss"))]
pub use ranking::MarginRanking;
#[doc(alias("TripletMarginLoss", "triplet_margin_loss", "FaceNet", "TripletMarginWithDistanceLoss"))]
pub use triplet::Triplet;

use crate::error::{Error, check_parameter};

/// Margins between embeddings are positive normal numbers.
const fn check_margin(margin: f32) -> Result<(), Error> {
    let holds = margin >= f32::MIN_POSITIVE && margin <= f32::MAX;
    check_parameter(holds, "margin", "a positive normal number", margin)
}

// One entry a loss: `crate::registry` says what it means.
#[doc(hidden)]
#[macro_export]
macro_rules! metric_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            metric {
                Contrastive[K]: rows(two, coin), new(margin = 5.0),
                    convex: false, gradient: Unbounded, noise: None;
                Triplet[K]: rows(three, nothing), new(margin = 5.0).with_swap(),
                    convex: false, gradient: Unbounded, noise: None;
                CosineEmbedding[K]: rows(two, coin), new(margin = 0.25),
                    convex: false, gradient: Unbounded, noise: None;
                MarginRanking: rows(pair, sign), new(margin = 1.0),
                    convex: true, gradient: Constant(1.0), noise: None;
            }
        }
    };
}
