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

pub use contrastive::Contrastive;
pub use cosine::CosineEmbedding;
pub(crate) use cosine::inverse_norm;
pub use ranking::MarginRanking;
pub use triplet::Triplet;

use crate::error::{Error, check_parameter};

/// Margins between embeddings are positive normal numbers.
const fn check_margin(margin: f32) -> Result<(), Error> {
    let holds = margin >= f32::MIN_POSITIVE && margin <= f32::MAX;
    check_parameter(holds, "margin", "a positive normal number", margin)
}
