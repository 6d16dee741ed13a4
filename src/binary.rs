//! Losses of one yes-or-no decision: binary and multi-label classification.
//!
//! The `Sigmoid…` losses take logits x (any real number; p = σ(x)) and targets y in [0, 1]; the hinges take
//! scores and targets −1 or +1; [`BernoulliNll`] takes probabilities.

mod bernoulli;
mod cross_entropy;
mod focal;
mod hinge;
mod hinge_embedding;

pub use bernoulli::BernoulliNll;
pub use cross_entropy::SigmoidCrossEntropy;
pub(crate) use cross_entropy::logistic;
pub use focal::SigmoidFocal;
pub use hinge::{Hinge, SquaredHinge};
pub use hinge_embedding::HingeEmbedding;
