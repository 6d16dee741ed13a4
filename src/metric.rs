//! Losses of embeddings: they pull together what belongs together, and push the rest apart.
//!
//! A row holds the embeddings of one pair, `[x₁, x₂]`, or of one triplet, `[anchor, positive, negative]`. Each embedding is
//! `[f32; D]`, and has a gradient of the same shape. Distances are Euclidean; nothing is added to them. At distance 0 no direction
//! is better than another, so the slope there is 0. [`mine_triplets`](crate::mine_triplets) finds the triplets that are worth a step.
//! [`CosineEmbedding`] and [`CosineTriplet`] compare directions instead.
//!
//! Other libraries use the same names for different losses. [`Contrastive`] takes `true` for a pair of one class; Hadsell's Y is 0
//! for those. It has no factor ½; [`LinearContrastive`] does not square. [`Triplet`] takes distances; FaceNet squares them, as
//! [`squared`](Triplet::squared) does.

mod contrastive;
mod cosine;
mod cosine_triplet;
mod linear_contrastive;
mod ranking;
pub(crate) mod triplet;

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
#[doc(alias("TripletMarginWithDistanceLoss"))]
pub use cosine_triplet::CosineTriplet;
#[doc(alias("ContrastiveLoss", "siamese"))]
pub use linear_contrastive::LinearContrastive;
#[doc(alias("MarginRankingLoss", "margin_ranking_loss"))]
pub use ranking::MarginRanking;
#[doc(alias("TripletMarginLoss", "triplet_margin_loss", "FaceNet", "TripletMarginWithDistanceLoss"))]
pub use triplet::Triplet;

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
                LinearContrastive[K]: rows(two, coin), new(margin = 5.0).with_positive_margin(positive_margin = 0.5),
                    convex: false, gradient: Constant(1.0), noise: None;
                CosineTriplet[K]: rows(three, nothing), new(margin = 0.25),
                    convex: false, gradient: Unbounded, noise: None;
                CosineEmbedding[K]: rows(two, coin), new(margin = 0.25),
                    convex: false, gradient: Unbounded, noise: None;
                MarginRanking: rows(pair, sign), new(margin = 1.0),
                    convex: true, gradient: Constant(1.0), noise: None;
            }
        }
    };
}
