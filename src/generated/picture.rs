//! Pictures that pages show. `cargo run --release --example refresh pages` writes this file.

/// Picture of a loss: its value and its gradient. Empty if there is none, so that a new loss compiles before it is drawn.
macro_rules! picture {
    // Side by side, or one below the other if the page is narrow.
    (@ $($file:literal)*) => {
        concat!(
            "<div style=\"display:flex;flex-wrap:wrap;gap:12px 24px\">\n",
            $(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/", $file, ".svg")),)*
            "</div>"
        )
    };
    (AbsoluteError) => {
        picture!(@ "AbsoluteError" "AbsoluteError_gradient")
    };
    (BernoulliNll) => {
        picture!(@ "BernoulliNll" "BernoulliNll_gradient")
    };
    (BradleyTerry) => {
        picture!(@ "BradleyTerry" "BradleyTerry_gradient")
    };
    (ClippedValue) => {
        picture!(@ "ClippedValue" "ClippedValue_gradient")
    };
    (Contrastive) => {
        picture!(@ "Contrastive" "Contrastive_gradient")
    };
    (CosineEmbedding) => {
        picture!(@ "CosineEmbedding" "CosineEmbedding_gradient")
    };
    (Dpo) => {
        picture!(@ "Dpo" "Dpo_gradient")
    };
    (EpsilonInsensitive) => {
        picture!(@ "EpsilonInsensitive" "EpsilonInsensitive_gradient")
    };
    (Exo) => {
        picture!(@ "Exo" "Exo_gradient")
    };
    (Expectile) => {
        picture!(@ "Expectile" "Expectile_gradient")
    };
    (GammaNll) => {
        picture!(@ "GammaNll" "GammaNll_gradient")
    };
    (GanDiscriminator) => {
        picture!(@ "GanDiscriminator" "GanDiscriminator_gradient")
    };
    (GanGenerator) => {
        picture!(@ "GanGenerator" "GanGenerator_gradient")
    };
    (GaussianNll) => {
        picture!(@ "GaussianNll" "GaussianNll_gradient")
    };
    (GeneralRobust) => {
        picture!(@ "GeneralRobust" "GeneralRobust_gradient")
    };
    (GeneralizedCrossEntropy) => {
        picture!(@ "GeneralizedCrossEntropy" "GeneralizedCrossEntropy_gradient")
    };
    (Hinge) => {
        picture!(@ "Hinge" "Hinge_gradient")
    };
    (HingeEmbedding) => {
        picture!(@ "HingeEmbedding" "HingeEmbedding_gradient")
    };
    (Huber) => {
        picture!(@ "Huber" "Huber_gradient")
    };
    (Ipo) => {
        picture!(@ "Ipo" "Ipo_gradient")
    };
    (KlPenalty) => {
        picture!(@ "KlPenalty" "KlPenalty_gradient")
    };
    (Kto) => {
        picture!(@ "Kto" "Kto_gradient")
    };
    (LaplaceNll) => {
        picture!(@ "LaplaceNll" "LaplaceNll_gradient")
    };
    (LogCosh) => {
        picture!(@ "LogCosh" "LogCosh_gradient")
    };
    (LossAverseAbsoluteError) => {
        picture!(@ "LossAverseAbsoluteError" "LossAverseAbsoluteError_gradient")
    };
    (LossAverseSquaredError) => {
        picture!(@ "LossAverseSquaredError" "LossAverseSquaredError_gradient")
    };
    (MarginRanking) => {
        picture!(@ "MarginRanking" "MarginRanking_gradient")
    };
    (ModifiedHuber) => {
        picture!(@ "ModifiedHuber" "ModifiedHuber_gradient")
    };
    (Orpo) => {
        picture!(@ "Orpo" "Orpo_gradient")
    };
    (Perceptron) => {
        picture!(@ "Perceptron" "Perceptron_gradient")
    };
    (Periodic) => {
        picture!(@ "Periodic" "Periodic_gradient")
    };
    (PoissonNll) => {
        picture!(@ "PoissonNll" "PoissonNll_gradient")
    };
    (Poly1CrossEntropy) => {
        picture!(@ "Poly1CrossEntropy" "Poly1CrossEntropy_gradient")
    };
    (Ppo) => {
        picture!(@ "Ppo" "Ppo_gradient")
    };
    (PseudoHuber) => {
        picture!(@ "PseudoHuber" "PseudoHuber_gradient")
    };
    (Quantile) => {
        picture!(@ "Quantile" "Quantile_gradient")
    };
    (Reinforce) => {
        picture!(@ "Reinforce" "Reinforce_gradient")
    };
    (SigmoidCrossEntropy) => {
        picture!(@ "SigmoidCrossEntropy" "SigmoidCrossEntropy_gradient")
    };
    (SigmoidFocal) => {
        picture!(@ "SigmoidFocal" "SigmoidFocal_gradient")
    };
    (SimPo) => {
        picture!(@ "SimPo" "SimPo_gradient")
    };
    (SlicHinge) => {
        picture!(@ "SlicHinge" "SlicHinge_gradient")
    };
    (SmoothL1) => {
        picture!(@ "SmoothL1" "SmoothL1_gradient")
    };
    (SmoothedHinge) => {
        picture!(@ "SmoothedHinge" "SmoothedHinge_gradient")
    };
    (SoftmaxBrier) => {
        picture!(@ "SoftmaxBrier" "SoftmaxBrier_gradient")
    };
    (SoftmaxCrossEntropy) => {
        picture!(@ "SoftmaxCrossEntropy" "SoftmaxCrossEntropy_gradient")
    };
    (SoftmaxFocal) => {
        picture!(@ "SoftmaxFocal" "SoftmaxFocal_gradient")
    };
    (SquaredEpsilonInsensitive) => {
        picture!(@ "SquaredEpsilonInsensitive" "SquaredEpsilonInsensitive_gradient")
    };
    (SquaredError) => {
        picture!(@ "SquaredError" "SquaredError_gradient")
    };
    (SquaredHinge) => {
        picture!(@ "SquaredHinge" "SquaredHinge_gradient")
    };
    (Triplet) => {
        picture!(@ "Triplet" "Triplet_gradient")
    };
    (accuracy_cross_entropy) => {
        picture!(@ "accuracy_cross_entropy")
    };
    (accuracy_log_cosh) => {
        picture!(@ "accuracy_log_cosh")
    };
    (boltzmann) => {
        picture!(@ "boltzmann")
    };
    (regression) => {
        picture!(@ "regression" "regression_gradient")
    };
    ($loss:ident) => {
        ""
    };
}
