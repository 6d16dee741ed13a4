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
        cost!(@ 23, 1087, 1224, 2948, 168, 212)
    };
    (SmoothL1) => {
        cost!(@ 28, 1405, 1268, 2976, 176, 220)
    };
    (PseudoHuber) => {
        cost!(@ 76, 2370, 1708, 3432, 200, 252)
    };
    (GeneralRobust) => {
        cost!(@ 485, 20427, 3412, 6224, 264, 388)
    };
    (LogCosh) => {
        cost!(@ 68, 3354, 1876, 3804, 256, 260)
    };
    (Quantile) => {
        cost!(@ 16, 547, 1096, 2876, 168, 220)
    };
    (Quantiles) => {
        cost!(@ 28, 1256, 748, 2908, 72, 228)
    };
    (GaussianNll) => {
        cost!(@ 46, 1974, 1928, 4280, 272, 332)
    };
    (LaplaceNll) => {
        cost!(@ 53, 1947, 2112, 4532, 248, 332)
    };
    (PoissonNll) => {
        cost!(@ 80, 2705, 1820, 3984, 224, 236)
    };
    (SigmoidCrossEntropy) => {
        cost!(@ 98, 3222, 1884, 3980, 208, 244)
    };
    (SigmoidFocal) => {
        cost!(@ 140, 4638, 2336, 4336, 212, 276)
    };
    (BernoulliNll) => {
        cost!(@ 102, 3905, 2296, 4392, 244, 284)
    };
    (Hinge) => {
        cost!(@ 24, 563, 1300, 3144, 192, 220)
    };
    (SquaredHinge) => {
        cost!(@ 20, 831, 1288, 3148, 200, 212)
    };
    (HingeEmbedding) => {
        cost!(@ 24, 399, 1392, 3068, 200, 212)
    };
    (SoftmaxCrossEntropy) => {
        cost!(@ 68, 1010, 1992, 4288, 176, 276)
    };
    (SoftmaxCrossEntropyDense) => {
        cost!(@ 132, 2481, 2768, 5260, 248, 356)
    };
    (SoftmaxFocal) => {
        cost!(@ 73, 1120, 2396, 4832, 184, 308)
    };
    (GeneralizedCrossEntropy) => {
        cost!(@ 94, 1825, 3264, 6040, 192, 308)
    };
    (Poly1CrossEntropy) => {
        cost!(@ 70, 1060, 2032, 4324, 176, 276)
    };
    (CrammerSingerHinge) => {
        cost!(@ 26, 174, 716, 2364, 76, 244)
    };
    (WestonWatkinsHinge) => {
        cost!(@ 30, 1077, 952, 3040, 160, 260)
    };
    (MultiLabelMargin) => {
        cost!(@ 219, 4308, 1428, 3380, 176, 324)
    };
    (Tversky) => {
        cost!(@ 42, 2018, 1328, 3576, 152, 300)
    };
    (SigmoidTversky) => {
        cost!(@ 119, 3606, 1756, 4116, 188, 260)
    };
    (SoftmaxTversky) => {
        cost!(@ 147, 2736, 3836, 5900, 356, 476)
    };
    (SoftmaxKl) => {
        cost!(@ 302, 6831, 4928, 7812, 352, 436)
    };
    (SoftmaxReverseKl) => {
        cost!(@ 340, 11770, 3684, 6220, 248, 348)
    };
    (SoftmaxJensenShannon) => {
        cost!(@ 316, 12113, 3400, 5992, 248, 340)
    };
    (Distillation) => {
        cost!(@ 503, 7591, 4300, 7124, 304, 404)
    };
    (EnergyNll) => {
        cost!(@ 86, 1149, 2192, 4644, 176, 292)
    };
    (EnergyPerceptron) => {
        cost!(@ 28, 164, 716, 2404, 76, 244)
    };
    (EnergyHinge) => {
        cost!(@ 28, 173, 716, 2420, 76, 244)
    };
    (ContrastiveDivergence) => {
        cost!(@ 9, 314, 1100, 2816, 168, 236)
    };
    (LossAverseSquaredError) => {
        cost!(@ 17, 748, 992, 2780, 160, 212)
    };
    (LossAverseAbsoluteError) => {
        cost!(@ 16, 497, 1080, 2876, 168, 220)
    };
    (ExpectedCost) => {
        cost!(@ 88, 1385, 2276, 4336, 208, 260)
    };
    (Contrastive) => {
        cost!(@ 22, 522, 2368, 4304, 244, 256)
    };
    (Triplet) => {
        cost!(@ 55, 1396, 2604, 4572, 204, 308)
    };
    (CosineEmbedding) => {
        cost!(@ 40, 1407, 2920, 4876, 236, 356)
    };
    (MarginRanking) => {
        cost!(@ 14, 345, 1364, 3168, 200, 212)
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
        cost!(@ 155, 3619, 3304, 6084, 280, 356)
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
        cost!(@ 219, 2634, 2344, 4772, 176, 276)
    };
    (GaussianKl) => {
        cost!(@ 49, 2162, 2692, 5180, 260, 272)
    };
    (GaussianKlBetween) => {
        cost!(@ 52, 2123, 3092, 5776, 284, 340)
    };
    (GanDiscriminator) => {
        cost!(@ 92, 2976, 1648, 3600, 192, 252)
    };
    (GanGenerator) => {
        cost!(@ 86, 2984, 1596, 3604, 176, 228)
    };
    (NoisePrediction) => {
        cost!(@ 15, 797, 952, 3132, 104, 228)
    };
    (InfoNce) => {
        cost!(@ 351, 9925, 5640, 8328, 344, 500)
    };
    (NtXent) => {
        cost!(@ 1225, 34437, 5408, 8260, 336, 492)
    };
    (SupervisedContrastive) => {
        cost!(@ 1420, 35553, 6608, 9780, 488, 596)
    };
    (Clip) => {
        cost!(@ 660, 18361, 7536, 10464, 568, 700)
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
