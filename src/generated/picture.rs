//! Pictures that pages show. `cargo run --release --example refresh pages` writes this file.

/// Picture of a loss: its value and its gradient. Empty if there is none, so that a new loss compiles before it is drawn.
macro_rules! picture {
    (AbsoluteError) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/AbsoluteError.svg"))
    };
    (BernoulliNll) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/BernoulliNll.svg"))
    };
    (EpsilonInsensitive) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/EpsilonInsensitive.svg"))
    };
    (Expectile) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Expectile.svg"))
    };
    (GammaNll) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/GammaNll.svg"))
    };
    (GeneralRobust) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/GeneralRobust.svg"))
    };
    (GeneralizedCrossEntropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/GeneralizedCrossEntropy.svg"))
    };
    (Hinge) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Hinge.svg"))
    };
    (HingeEmbedding) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/HingeEmbedding.svg"))
    };
    (Huber) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Huber.svg"))
    };
    (KlPenalty) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/KlPenalty.svg"))
    };
    (LogCosh) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/LogCosh.svg"))
    };
    (LossAverseAbsoluteError) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/LossAverseAbsoluteError.svg"))
    };
    (LossAverseSquaredError) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/LossAverseSquaredError.svg"))
    };
    (ModifiedHuber) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/ModifiedHuber.svg"))
    };
    (Perceptron) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Perceptron.svg"))
    };
    (Periodic) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Periodic.svg"))
    };
    (PoissonNll) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/PoissonNll.svg"))
    };
    (Poly1CrossEntropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Poly1CrossEntropy.svg"))
    };
    (PseudoHuber) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/PseudoHuber.svg"))
    };
    (Quantile) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/Quantile.svg"))
    };
    (SigmoidCrossEntropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SigmoidCrossEntropy.svg"))
    };
    (SigmoidFocal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SigmoidFocal.svg"))
    };
    (SmoothL1) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SmoothL1.svg"))
    };
    (SmoothedHinge) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SmoothedHinge.svg"))
    };
    (SoftmaxCrossEntropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SoftmaxCrossEntropy.svg"))
    };
    (SoftmaxFocal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SoftmaxFocal.svg"))
    };
    (SquaredEpsilonInsensitive) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SquaredEpsilonInsensitive.svg"))
    };
    (SquaredError) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SquaredError.svg"))
    };
    (SquaredHinge) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SquaredHinge.svg"))
    };
    (accuracy_cross_entropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/accuracy_cross_entropy.svg"))
    };
    (accuracy_log_cosh) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/accuracy_log_cosh.svg"))
    };
    (regression) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/regression.svg"))
    };
    ($loss:ident) => {
        ""
    };
}
