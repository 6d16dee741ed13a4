//! Losses of one yes-or-no decision: binary and multi-label classification.
//!
//! The `Sigmoid…` losses take logits x (any real number; p = σ(x)) and targets y in [0, 1]. The hinges take
//! scores and targets −1 or +1. [`BernoulliNll`] takes probabilities. Around any of them, [`YesNo`](crate::YesNo) takes labels as
//! `bool` or `u8`.

mod bernoulli;
mod cross_entropy;
mod focal;
mod hinge;
mod hinge_embedding;
mod modified_huber;
mod perceptron;
mod smoothed_hinge;

#[doc(alias("BCELoss", "binary_cross_entropy", "BinaryCrossentropy"))]
pub use bernoulli::BernoulliNll;
#[doc(alias(
    "BCE",
    "BCEWithLogitsLoss",
    "binary_cross_entropy_with_logits",
    "BinaryCrossentropy",
    "binary_crossentropy",
    "sigmoid_binary_cross_entropy",
    "pos_weight",
    "log_loss",
    "logistic",
    "SoftMarginLoss",
    "soft_margin_loss",
    "MultiLabelSoftMarginLoss",
    "multilabel_soft_margin_loss",
    "ailoss_crossentropy_f32_default",
    "LogitMarginLoss",
    "BinaryCrossEntropyLoss",
    "binary_cross_entropy_with_logit"
))]
pub use cross_entropy::SigmoidCrossEntropy;
#[doc(alias("sigmoid_focal_loss", "BinaryFocalCrossentropy", "binary_focal_crossentropy", "RetinaNet"))]
pub use focal::SigmoidFocal;
#[doc(alias("hinge_loss", "HingeLoss", "SVM", "L1HingeLoss"))]
pub use hinge::Hinge;
#[doc(alias("squared_hinge", "L2HingeLoss"))]
pub use hinge::SquaredHinge;
#[doc(alias("HingeEmbeddingLoss", "hinge_embedding_loss"))]
pub use hinge_embedding::HingeEmbedding;
#[doc(alias("modified_huber", "ModifiedHuberLoss"))]
pub use modified_huber::ModifiedHuber;
#[doc(alias("perceptron_loss", "PerceptronLoss", "Rosenblatt"))]
pub use perceptron::Perceptron;
#[doc(alias("SmoothedL1HingeLoss", "smooth hinge"))]
pub use smoothed_hinge::SmoothedHinge;

// One entry per loss; `crate::registry` explains the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! binary_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            binary {
                SigmoidCrossEntropy: elementwise(number, probability), new(),
                    convex: true, gradient: Parameter, noise: Some("Bernoulli");
                SigmoidFocal: elementwise(number, probability), new(gamma = 2.0).with_alpha(alpha = 0.25),
                    convex: false, gradient: Parameter, noise: None;
                BernoulliNll: elementwise(probability, probability), new(),
                    convex: true, gradient: Parameter, noise: Some("Bernoulli");
                Hinge: elementwise(number, sign), new(),
                    convex: true, gradient: Constant(1.0), noise: None;
                SquaredHinge: elementwise(number, sign), new(),
                    convex: true, gradient: Unbounded, noise: None;
                HingeEmbedding: elementwise(number, sign), new(margin = 1.0),
                    convex: true, gradient: Constant(1.0), noise: None;
                Perceptron: elementwise(number, sign), new(),
                    convex: true, gradient: Constant(1.0), noise: None;
                ModifiedHuber: elementwise(number, sign), new(),
                    convex: true, gradient: Constant(4.0), noise: None;
                SmoothedHinge: elementwise(number, sign), new(gamma = 0.5),
                    convex: true, gradient: Constant(1.0), noise: None;
            }
        }
    };
}
