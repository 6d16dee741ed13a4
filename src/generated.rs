//! Measurements and pictures that pages show. `cargo run --release --example refresh pages` writes this file.

/// Cost of a loss, in one sentence. Empty if it has not been measured, so that a new loss compiles.
macro_rules! cost {
    (@ $m4f:literal, $m0:literal, $flash:literal, $flash_m0:literal, $stack:literal, $stack_m0:literal) => {
        concat!(
            "Cost of value and gradient: ", $m4f, " instructions per element on a Cortex-M4F, ", $m0,
            " on a Cortex-M0; ", $flash, " and ", $flash_m0, " bytes of flash; ",
            $stack, " and ", $stack_m0, " bytes of stack.\n"
        )
    };
    (SquaredError) => {
        cost!(@ 8, 600, 940, 2740, 144, 204)
    };
    (AbsoluteError) => {
        cost!(@ 15, 443, 1040, 2852, 168, 220)
    };
    (Huber) => {
        cost!(@ 23, 1090, 1200, 2928, 160, 212)
    };
    (SmoothL1) => {
        cost!(@ 28, 1405, 1264, 2948, 176, 220)
    };
    (PseudoHuber) => {
        cost!(@ 76, 2372, 1708, 3444, 200, 252)
    };
    (LogCosh) => {
        cost!(@ 68, 3357, 1876, 3804, 256, 260)
    };
    (Quantile) => {
        cost!(@ 16, 547, 1096, 2876, 168, 220)
    };
    (Quantiles) => {
        cost!(@ 28, 1256, 748, 2908, 72, 228)
    };
    (SigmoidCrossEntropy) => {
        cost!(@ 94, 3218, 1636, 3660, 208, 244)
    };
    (SigmoidFocal) => {
        cost!(@ 136, 4633, 2084, 4088, 192, 276)
    };
    (BernoulliNll) => {
        cost!(@ 92, 3896, 1980, 3904, 244, 284)
    };
    (Hinge) => {
        cost!(@ 19, 556, 1020, 2892, 160, 220)
    };
    (SquaredHinge) => {
        cost!(@ 15, 823, 1008, 2900, 168, 212)
    };
    (SoftmaxCrossEntropy) => {
        cost!(@ 68, 1010, 1972, 4268, 176, 276)
    };
    (SoftmaxCrossEntropyDense) => {
        cost!(@ 122, 2469, 2460, 4780, 240, 340)
    };
    (SoftmaxFocal) => {
        cost!(@ 71, 1116, 2308, 4768, 184, 308)
    };
    (CrammerSingerHinge) => {
        cost!(@ 28, 179, 716, 2364, 76, 244)
    };
    (BradleyTerry) => {
        cost!(@ 76, 2046, 1888, 3832, 240, 252)
    };
    (Dpo) => {
        cost!(@ 74, 2757, 1804, 3976, 160, 244)
    };
    (SlicHinge) => {
        cost!(@ 32, 1239, 1236, 3296, 160, 236)
    };
    (Ipo) => {
        cost!(@ 27, 1250, 1172, 3140, 136, 236)
    };
    (Exo) => {
        cost!(@ 120, 3814, 3068, 5668, 168, 300)
    };
    (SimPo) => {
        cost!(@ 63, 2223, 1804, 3776, 248, 268)
    };
    (Kto) => {
        cost!(@ 116, 1872, 1720, 3532, 240, 228)
    };
    (Orpo) => {
        cost!(@ 142, 3442, 2864, 5696, 184, 316)
    };
    (Ppo) => {
        cost!(@ 78, 2918, 1912, 3912, 200, 260)
    };
    (ClippedValue) => {
        cost!(@ 32, 998, 1216, 2856, 176, 212)
    };
    (KlPenalty) => {
        cost!(@ 84, 3816, 1804, 4000, 180, 268)
    };
    (EntropyBonus) => {
        cost!(@ 219, 2634, 2344, 4740, 176, 276)
    };
    (ExpectedCost) => {
        cost!(@ 88, 1385, 2276, 4336, 208, 260)
    };
    (LossAverseSquaredError) => {
        cost!(@ 17, 748, 992, 2780, 160, 212)
    };
    (LossAverseAbsoluteError) => {
        cost!(@ 16, 497, 1080, 2876, 168, 220)
    };
    (Contrastive) => {
        cost!(@ 22, 522, 2368, 4304, 244, 256)
    };
    (Triplet) => {
        cost!(@ 55, 1396, 2600, 4584, 204, 308)
    };
    (CosineEmbedding) => {
        cost!(@ 40, 1407, 2920, 4876, 236, 356)
    };
    (MarginRanking) => {
        cost!(@ 11, 341, 1080, 2900, 168, 212)
    };
    (HingeEmbedding) => {
        cost!(@ 18, 395, 1112, 2812, 168, 212)
    };
    (MultiLabelMargin) => {
        cost!(@ 204, 4285, 1368, 3360, 168, 316)
    };
    (GeneralizedCrossEntropy) => {
        cost!(@ 93, 1821, 3220, 5996, 192, 308)
    };
    (Poly1CrossEntropy) => {
        cost!(@ 69, 1059, 1996, 4304, 176, 276)
    };
    (Tversky) => {
        cost!(@ 28, 2020, 976, 3056, 128, 252)
    };
    (SigmoidTversky) => {
        cost!(@ 110, 3595, 1520, 3684, 152, 260)
    };
    (SoftmaxTversky) => {
        cost!(@ 147, 2736, 3836, 5900, 356, 476)
    };
    (GaussianNll) => {
        cost!(@ 49, 1770, 1888, 3876, 200, 260)
    };
    (LaplaceNll) => {
        cost!(@ 57, 1764, 2088, 4088, 200, 268)
    };
    (PoissonNll) => {
        cost!(@ 60, 2704, 1548, 3660, 192, 236)
    };
    (SoftmaxKl) => {
        cost!(@ 274, 6299, 4188, 7088, 312, 396)
    };
    (SoftmaxReverseKl) => {
        cost!(@ 327, 11748, 3412, 5944, 248, 348)
    };
    (SoftmaxJensenShannon) => {
        cost!(@ 307, 12102, 3156, 5748, 248, 340)
    };
    (Distillation) => {
        cost!(@ 498, 7460, 4204, 7028, 304, 388)
    };
    (EnergyNll) => {
        cost!(@ 86, 1147, 2096, 4372, 176, 284)
    };
    (EnergyPerceptron) => {
        cost!(@ 31, 172, 744, 2392, 80, 244)
    };
    (EnergyHinge) => {
        cost!(@ 31, 181, 744, 2392, 80, 252)
    };
    (ContrastiveDivergence) => {
        cost!(@ 9, 314, 1100, 2816, 168, 236)
    };
    (GaussianKl) => {
        cost!(@ 49, 2162, 2692, 5180, 260, 272)
    };
    (GaussianKlBetween) => {
        cost!(@ 53, 2137, 3208, 5808, 292, 348)
    };
    (GanDiscriminator) => {
        cost!(@ 92, 2976, 1648, 3612, 192, 244)
    };
    (GanGenerator) => {
        cost!(@ 86, 2984, 1596, 3604, 176, 228)
    };
    (NoisePrediction) => {
        cost!(@ 15, 870, 784, 2872, 88, 228)
    };
    (WestonWatkinsHinge) => {
        cost!(@ 30, 1077, 952, 3040, 160, 260)
    };
    (InfoNce) => {
        cost!(@ 346, 9912, 5072, 7688, 328, 476)
    };
    (NtXent) => {
        cost!(@ 1215, 34410, 4768, 7636, 328, 468)
    };
    (SupervisedContrastive) => {
        cost!(@ 1410, 35527, 5616, 8584, 440, 532)
    };
    (Clip) => {
        cost!(@ 650, 18335, 6608, 9456, 560, 644)
    };
    (Ctc) => {
        cost!(@ 878, 10325, 5192, 7840, 328, 412)
    };
    ($loss:ident) => {
        ""
    };
}

/// Picture of a loss: its value and its gradient. Empty if there is none, so that a new loss compiles before it is drawn.
macro_rules! picture {
    (AbsoluteError) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/AbsoluteError.svg"))
    };
    (BernoulliNll) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/BernoulliNll.svg"))
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
    (SoftmaxCrossEntropy) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SoftmaxCrossEntropy.svg"))
    };
    (SoftmaxFocal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery/SoftmaxFocal.svg"))
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
