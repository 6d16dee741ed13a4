//! Measurements and pictures that pages show. `cargo run --release --example refresh pages` writes this file.

/// Cost of a loss, in one sentence.
macro_rules! cost {
    (SquaredError) => {
        "Cost of value and gradient: 8 instructions per element on a Cortex-M4F, 600 on a Cortex-M0; \
         940 and 2740 bytes of flash; 144 and 204 bytes of stack.\n"
    };
    (AbsoluteError) => {
        "Cost of value and gradient: 15 instructions per element on a Cortex-M4F, 443 on a Cortex-M0; \
         1040 and 2852 bytes of flash; 168 and 220 bytes of stack.\n"
    };
    (Huber) => {
        "Cost of value and gradient: 23 instructions per element on a Cortex-M4F, 1090 on a Cortex-M0; \
         1200 and 2928 bytes of flash; 160 and 212 bytes of stack.\n"
    };
    (SmoothL1) => {
        "Cost of value and gradient: 28 instructions per element on a Cortex-M4F, 1405 on a Cortex-M0; \
         1264 and 2948 bytes of flash; 176 and 220 bytes of stack.\n"
    };
    (PseudoHuber) => {
        "Cost of value and gradient: 76 instructions per element on a Cortex-M4F, 2372 on a Cortex-M0; \
         1708 and 3444 bytes of flash; 200 and 252 bytes of stack.\n"
    };
    (LogCosh) => {
        "Cost of value and gradient: 68 instructions per element on a Cortex-M4F, 3357 on a Cortex-M0; \
         1876 and 3804 bytes of flash; 256 and 260 bytes of stack.\n"
    };
    (Quantile) => {
        "Cost of value and gradient: 16 instructions per element on a Cortex-M4F, 547 on a Cortex-M0; \
         1096 and 2876 bytes of flash; 168 and 220 bytes of stack.\n"
    };
    (Quantiles) => {
        "Cost of value and gradient: 28 instructions per element on a Cortex-M4F, 1256 on a Cortex-M0; \
         748 and 2908 bytes of flash; 72 and 228 bytes of stack.\n"
    };
    (SigmoidCrossEntropy) => {
        "Cost of value and gradient: 94 instructions per element on a Cortex-M4F, 3218 on a Cortex-M0; \
         1636 and 3660 bytes of flash; 208 and 244 bytes of stack.\n"
    };
    (SigmoidFocal) => {
        "Cost of value and gradient: 136 instructions per element on a Cortex-M4F, 4633 on a Cortex-M0; \
         2084 and 4088 bytes of flash; 192 and 276 bytes of stack.\n"
    };
    (BernoulliNll) => {
        "Cost of value and gradient: 92 instructions per element on a Cortex-M4F, 3896 on a Cortex-M0; \
         1980 and 3904 bytes of flash; 244 and 284 bytes of stack.\n"
    };
    (Hinge) => {
        "Cost of value and gradient: 19 instructions per element on a Cortex-M4F, 556 on a Cortex-M0; \
         1020 and 2892 bytes of flash; 160 and 220 bytes of stack.\n"
    };
    (SquaredHinge) => {
        "Cost of value and gradient: 15 instructions per element on a Cortex-M4F, 823 on a Cortex-M0; \
         1008 and 2900 bytes of flash; 168 and 212 bytes of stack.\n"
    };
    (SoftmaxCrossEntropy) => {
        "Cost of value and gradient: 68 instructions per element on a Cortex-M4F, 1010 on a Cortex-M0; \
         1972 and 4268 bytes of flash; 176 and 276 bytes of stack.\n"
    };
    (SoftmaxCrossEntropyDense) => {
        "Cost of value and gradient: 122 instructions per element on a Cortex-M4F, 2469 on a Cortex-M0; \
         2460 and 4780 bytes of flash; 240 and 340 bytes of stack.\n"
    };
    (SoftmaxFocal) => {
        "Cost of value and gradient: 71 instructions per element on a Cortex-M4F, 1116 on a Cortex-M0; \
         2308 and 4768 bytes of flash; 184 and 308 bytes of stack.\n"
    };
    (CrammerSingerHinge) => {
        "Cost of value and gradient: 28 instructions per element on a Cortex-M4F, 179 on a Cortex-M0; \
         716 and 2364 bytes of flash; 76 and 244 bytes of stack.\n"
    };
    (BradleyTerry) => {
        "Cost of value and gradient: 76 instructions per element on a Cortex-M4F, 2046 on a Cortex-M0; \
         1888 and 3832 bytes of flash; 240 and 252 bytes of stack.\n"
    };
    (Dpo) => {
        "Cost of value and gradient: 74 instructions per element on a Cortex-M4F, 2757 on a Cortex-M0; \
         1804 and 3976 bytes of flash; 160 and 244 bytes of stack.\n"
    };
    (SlicHinge) => {
        "Cost of value and gradient: 32 instructions per element on a Cortex-M4F, 1239 on a Cortex-M0; \
         1236 and 3296 bytes of flash; 160 and 236 bytes of stack.\n"
    };
    (Ipo) => {
        "Cost of value and gradient: 27 instructions per element on a Cortex-M4F, 1250 on a Cortex-M0; \
         1172 and 3140 bytes of flash; 136 and 236 bytes of stack.\n"
    };
    (Exo) => {
        "Cost of value and gradient: 120 instructions per element on a Cortex-M4F, 3814 on a Cortex-M0; \
         3068 and 5668 bytes of flash; 168 and 300 bytes of stack.\n"
    };
    (SimPo) => {
        "Cost of value and gradient: 63 instructions per element on a Cortex-M4F, 2223 on a Cortex-M0; \
         1804 and 3776 bytes of flash; 248 and 268 bytes of stack.\n"
    };
    (Kto) => {
        "Cost of value and gradient: 116 instructions per element on a Cortex-M4F, 1872 on a Cortex-M0; \
         1720 and 3532 bytes of flash; 240 and 228 bytes of stack.\n"
    };
    (Orpo) => {
        "Cost of value and gradient: 142 instructions per element on a Cortex-M4F, 3442 on a Cortex-M0; \
         2864 and 5696 bytes of flash; 184 and 316 bytes of stack.\n"
    };
    (Ppo) => {
        "Cost of value and gradient: 78 instructions per element on a Cortex-M4F, 2918 on a Cortex-M0; \
         1912 and 3912 bytes of flash; 200 and 260 bytes of stack.\n"
    };
    (ClippedValue) => {
        "Cost of value and gradient: 32 instructions per element on a Cortex-M4F, 998 on a Cortex-M0; \
         1216 and 2856 bytes of flash; 176 and 212 bytes of stack.\n"
    };
    (KlPenalty) => {
        "Cost of value and gradient: 84 instructions per element on a Cortex-M4F, 3816 on a Cortex-M0; \
         1804 and 4000 bytes of flash; 180 and 268 bytes of stack.\n"
    };
    (EntropyBonus) => {
        "Cost of value and gradient: 219 instructions per element on a Cortex-M4F, 2634 on a Cortex-M0; \
         2344 and 4740 bytes of flash; 176 and 276 bytes of stack.\n"
    };
    (ExpectedCost) => {
        "Cost of value and gradient: 88 instructions per element on a Cortex-M4F, 1385 on a Cortex-M0; \
         2276 and 4336 bytes of flash; 208 and 260 bytes of stack.\n"
    };
    (LossAverseSquaredError) => {
        "Cost of value and gradient: 17 instructions per element on a Cortex-M4F, 748 on a Cortex-M0; \
         992 and 2780 bytes of flash; 160 and 212 bytes of stack.\n"
    };
    (LossAverseAbsoluteError) => {
        "Cost of value and gradient: 16 instructions per element on a Cortex-M4F, 497 on a Cortex-M0; \
         1080 and 2876 bytes of flash; 168 and 220 bytes of stack.\n"
    };
    (Contrastive) => {
        "Cost of value and gradient: 22 instructions per element on a Cortex-M4F, 522 on a Cortex-M0; \
         2368 and 4304 bytes of flash; 244 and 256 bytes of stack.\n"
    };
    (Triplet) => {
        "Cost of value and gradient: 55 instructions per element on a Cortex-M4F, 1396 on a Cortex-M0; \
         2600 and 4584 bytes of flash; 204 and 308 bytes of stack.\n"
    };
    (CosineEmbedding) => {
        "Cost of value and gradient: 40 instructions per element on a Cortex-M4F, 1407 on a Cortex-M0; \
         2920 and 4876 bytes of flash; 236 and 356 bytes of stack.\n"
    };
    (MarginRanking) => {
        "Cost of value and gradient: 11 instructions per element on a Cortex-M4F, 341 on a Cortex-M0; \
         1080 and 2900 bytes of flash; 168 and 212 bytes of stack.\n"
    };
    (HingeEmbedding) => {
        "Cost of value and gradient: 18 instructions per element on a Cortex-M4F, 395 on a Cortex-M0; \
         1112 and 2812 bytes of flash; 168 and 212 bytes of stack.\n"
    };
    (MultiLabelMargin) => {
        "Cost of value and gradient: 204 instructions per element on a Cortex-M4F, 4285 on a Cortex-M0; \
         1368 and 3360 bytes of flash; 168 and 316 bytes of stack.\n"
    };
    (GeneralizedCrossEntropy) => {
        "Cost of value and gradient: 93 instructions per element on a Cortex-M4F, 1821 on a Cortex-M0; \
         3220 and 5996 bytes of flash; 192 and 308 bytes of stack.\n"
    };
    (Poly1CrossEntropy) => {
        "Cost of value and gradient: 69 instructions per element on a Cortex-M4F, 1059 on a Cortex-M0; \
         1996 and 4304 bytes of flash; 176 and 276 bytes of stack.\n"
    };
    (Tversky) => {
        "Cost of value and gradient: 28 instructions per element on a Cortex-M4F, 2020 on a Cortex-M0; \
         976 and 3056 bytes of flash; 128 and 252 bytes of stack.\n"
    };
    (SigmoidTversky) => {
        "Cost of value and gradient: 110 instructions per element on a Cortex-M4F, 3595 on a Cortex-M0; \
         1520 and 3684 bytes of flash; 152 and 260 bytes of stack.\n"
    };
    (SoftmaxTversky) => {
        "Cost of value and gradient: 147 instructions per element on a Cortex-M4F, 2736 on a Cortex-M0; \
         3836 and 5900 bytes of flash; 356 and 476 bytes of stack.\n"
    };
    (GaussianNll) => {
        "Cost of value and gradient: 49 instructions per element on a Cortex-M4F, 1770 on a Cortex-M0; \
         1888 and 3876 bytes of flash; 200 and 260 bytes of stack.\n"
    };
    (LaplaceNll) => {
        "Cost of value and gradient: 57 instructions per element on a Cortex-M4F, 1764 on a Cortex-M0; \
         2088 and 4088 bytes of flash; 200 and 268 bytes of stack.\n"
    };
    (PoissonNll) => {
        "Cost of value and gradient: 60 instructions per element on a Cortex-M4F, 2704 on a Cortex-M0; \
         1548 and 3660 bytes of flash; 192 and 236 bytes of stack.\n"
    };
    (SoftmaxKl) => {
        "Cost of value and gradient: 274 instructions per element on a Cortex-M4F, 6299 on a Cortex-M0; \
         4188 and 7088 bytes of flash; 312 and 396 bytes of stack.\n"
    };
    (SoftmaxReverseKl) => {
        "Cost of value and gradient: 327 instructions per element on a Cortex-M4F, 11748 on a Cortex-M0; \
         3412 and 5944 bytes of flash; 248 and 348 bytes of stack.\n"
    };
    (SoftmaxJensenShannon) => {
        "Cost of value and gradient: 307 instructions per element on a Cortex-M4F, 12102 on a Cortex-M0; \
         3156 and 5748 bytes of flash; 248 and 340 bytes of stack.\n"
    };
    (Distillation) => {
        "Cost of value and gradient: 498 instructions per element on a Cortex-M4F, 7460 on a Cortex-M0; \
         4204 and 7028 bytes of flash; 304 and 388 bytes of stack.\n"
    };
    (EnergyNll) => {
        "Cost of value and gradient: 86 instructions per element on a Cortex-M4F, 1147 on a Cortex-M0; \
         2096 and 4372 bytes of flash; 176 and 284 bytes of stack.\n"
    };
    (EnergyPerceptron) => {
        "Cost of value and gradient: 31 instructions per element on a Cortex-M4F, 172 on a Cortex-M0; \
         744 and 2392 bytes of flash; 80 and 244 bytes of stack.\n"
    };
    (EnergyHinge) => {
        "Cost of value and gradient: 31 instructions per element on a Cortex-M4F, 181 on a Cortex-M0; \
         744 and 2392 bytes of flash; 80 and 252 bytes of stack.\n"
    };
    (ContrastiveDivergence) => {
        "Cost of value and gradient: 9 instructions per element on a Cortex-M4F, 314 on a Cortex-M0; \
         1100 and 2816 bytes of flash; 168 and 236 bytes of stack.\n"
    };
    (GaussianKl) => {
        "Cost of value and gradient: 49 instructions per element on a Cortex-M4F, 2162 on a Cortex-M0; \
         2692 and 5180 bytes of flash; 260 and 272 bytes of stack.\n"
    };
    (GaussianKlBetween) => {
        "Cost of value and gradient: 53 instructions per element on a Cortex-M4F, 2137 on a Cortex-M0; \
         3208 and 5808 bytes of flash; 292 and 348 bytes of stack.\n"
    };
    (GanDiscriminator) => {
        "Cost of value and gradient: 92 instructions per element on a Cortex-M4F, 2976 on a Cortex-M0; \
         1648 and 3612 bytes of flash; 192 and 244 bytes of stack.\n"
    };
    (GanGenerator) => {
        "Cost of value and gradient: 86 instructions per element on a Cortex-M4F, 2984 on a Cortex-M0; \
         1596 and 3604 bytes of flash; 176 and 228 bytes of stack.\n"
    };
    (NoisePrediction) => {
        "Cost of value and gradient: 15 instructions per element on a Cortex-M4F, 870 on a Cortex-M0; \
         784 and 2872 bytes of flash; 88 and 228 bytes of stack.\n"
    };
    (WestonWatkinsHinge) => {
        "Cost of value and gradient: 30 instructions per element on a Cortex-M4F, 1077 on a Cortex-M0; \
         952 and 3040 bytes of flash; 160 and 260 bytes of stack.\n"
    };
    (InfoNce) => {
        "Cost of value and gradient: 346 instructions per element on a Cortex-M4F, 9912 on a Cortex-M0; \
         5072 and 7688 bytes of flash; 328 and 476 bytes of stack.\n"
    };
    (NtXent) => {
        "Cost of value and gradient: 1215 instructions per element on a Cortex-M4F, 34410 on a Cortex-M0; \
         4768 and 7636 bytes of flash; 328 and 468 bytes of stack.\n"
    };
    (SupervisedContrastive) => {
        "Cost of value and gradient: 1410 instructions per element on a Cortex-M4F, 35527 on a Cortex-M0; \
         5616 and 8584 bytes of flash; 440 and 532 bytes of stack.\n"
    };
    (Clip) => {
        "Cost of value and gradient: 650 instructions per element on a Cortex-M4F, 18335 on a Cortex-M0; \
         6608 and 9456 bytes of flash; 560 and 644 bytes of stack.\n"
    };
    (Ctc) => {
        "Cost of value and gradient: 878 instructions per element on a Cortex-M4F, 10325 on a Cortex-M0; \
         5192 and 7840 bytes of flash; 328 and 412 bytes of stack.\n"
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
