//! Entropy, divergences, and the losses that are made of them.
//!
//! Everything is in nats (natural logarithms); [`nats_to_bits`] converts. A cross-entropy of 2.30 for p = 0.1 is 2.30
//! nats, which are 3.32 bits. For fixed p, H(p, q) = H(p) + KL(p‖q): minimising the cross-entropy, minimising the
//! divergence and maximising the likelihood are the same thing.
//!
//! | | of two distributions | loss of logits, with gradient |
//! |---|---|---|
//! | cross-entropy | [`cross_entropy`] | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) |
//! | KL(t‖q) | [`kl_divergence`], [`kl_divergence_of_logs`] | [`SoftmaxKl`], [`Distillation`] |
//! | KL(q‖t) | [`kl_divergence`], swapped | [`SoftmaxReverseKl`] |
//! | Jensen–Shannon | [`jensen_shannon`] | [`SoftmaxJensenShannon`] |
//!
//! Divergences are sums of terms p·ln(p/q) − p + q, none of which is negative: the result cannot be, and it is exactly
//! 0 for equal distributions. The textbook sum p·ln(p/q) has terms of both signs, and for near distributions no digits
//! left.

mod distillation;
mod divergence;
mod entropy;
mod jensen_shannon;
mod kl;
mod reverse_kl;

pub use distillation::Distillation;
pub use divergence::{jensen_shannon, kl_divergence, kl_divergence_of_logs};
pub use entropy::{bits_to_nats, cross_entropy, entropy, nats_to_bits};
pub use jensen_shannon::SoftmaxJensenShannon;
pub use kl::SoftmaxKl;
pub use reverse_kl::SoftmaxReverseKl;
