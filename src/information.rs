//! Entropy, divergences, and the losses made of them.
//!
//! Everything is in nats (natural logarithms); [`nats_to_bits`] converts. The cross-entropy of p = 0.1 is 2.30 nats, which are 3.32
//! bits. For fixed p, H(p, q) = H(p) + KL(p‖q): minimising the cross-entropy, minimising the divergence and maximising the
//! likelihood are the same thing.
//!
//! | | of two distributions | loss of logits, with gradient | loss of probabilities, with gradient |
//! |---|---|---|---|
//! | cross-entropy | [`cross_entropy`] | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy), [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | [`CategoricalNll`] |
//! | KL(t‖q) | [`kl_divergence`], [`kl_divergence_of_logs`] | [`SoftmaxKl`], [`Distillation`] | [`KlDivergence`] |
//! | KL(q‖t) | [`kl_divergence`], swapped | [`SoftmaxReverseKl`] | |
//! | Jensen–Shannon | [`jensen_shannon`] | [`SoftmaxJensenShannon`] | [`JensenShannon`] |
//!
//! Take a loss of logits if you have them. Those of probabilities are for a network whose softmax cannot be left out, such as one
//! that is quantised to int8.
//!
//! Divergences are sums of terms p·ln(p/q) − p + q. No term is negative, so the result is never negative, and it is exactly 0 for
//! equal distributions. The textbook sum of p·ln(p/q) has terms of both signs, and no digits left if the distributions are close.

mod categorical;
mod distillation;
mod divergence;
mod entropy;
mod given;
mod jensen_shannon;
mod kl;
mod reverse_kl;

#[doc(alias(
    "SparseCategoricalCrossentropy",
    "sparse_categorical_crossentropy",
    "int8 softmax",
    "NLLLoss",
    "LogLoss"
))]
pub use categorical::CategoricalNll;
#[doc(alias("distillation", "KLDivLoss", "teacher", "soft_targets"))]
pub use distillation::Distillation;
#[doc(alias("JSD", "jensenshannon"))]
pub use divergence::jensen_shannon;
#[doc(alias("kl_div", "KLDivergence", "relative_entropy", "rel_entr"))]
pub use divergence::kl_divergence;
#[doc(alias("log_target", "kl_divergence_with_log_targets"))]
pub use divergence::kl_divergence_of_logs;
#[doc(alias("perplexity"))]
pub use entropy::cross_entropy;
#[doc(alias("entr", "shannon"))]
pub use entropy::entropy;
pub use entropy::{bits_to_nats, nats_to_bits};
#[doc(alias("JSD", "js_divergence"))]
pub use given::JensenShannon;
#[doc(alias(
    "KLDivLoss",
    "kl_div",
    "CategoricalCrossentropy",
    "categorical_crossentropy",
    "generalized_kl_divergence",
    "int8 softmax"
))]
pub use given::KlDivergence;
#[doc(alias("JSD", "js_divergence", "GKDTrainer"))]
pub use jensen_shannon::SoftmaxJensenShannon;
#[doc(alias("KLDivLoss", "kl_div", "KLDivergence", "kl_divergence", "batchmean"))]
pub use kl::SoftmaxKl;
#[doc(alias("KLDivLoss", "reverse_kl", "mode_seeking", "MiniLLM"))]
pub use reverse_kl::SoftmaxReverseKl;

/// The floor under a probability, unless it is set.
const FLOOR: f32 = 1e-12;

// One entry per loss: `crate::registry` explains it.
#[doc(hidden)]
#[macro_export]
macro_rules! information_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            information {
                SoftmaxKl[K]: rows(row, distribution), new(),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                SoftmaxReverseKl[K]: rows(row, distribution), new(),
                    convex: false, gradient: Unbounded, noise: None;
                SoftmaxJensenShannon[K]: rows(row, distribution), new(),
                    convex: false, gradient: Constant(1.0), noise: None;
                Distillation[K]: rows(row, row), new(temperature = 3.0),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                CategoricalNll[K, u8]: rows(distribution, label), new(),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                KlDivergence[K]: rows(distribution, distribution), new(),
                    convex: true, gradient: Parameter, noise: Some("categorical");
                JensenShannon[K]: rows(distribution, distribution), new(),
                    convex: true, gradient: Constant(44.0), noise: None;
            }
        }
    };
}
