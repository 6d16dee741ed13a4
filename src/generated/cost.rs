//! Measurements that pages show. `cargo run --release --example refresh pages` writes this file.

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
        cost!(@ 8, 601, 632, 2480, 80, 204)
    };
    (AbsoluteError) => {
        cost!(@ 15, 441, 672, 2652, 80, 220)
    };
    (Huber) => {
        cost!(@ 23, 1088, 768, 2688, 84, 212)
    };
    (SmoothL1) => {
        cost!(@ 27, 1436, 776, 2728, 80, 220)
    };
    (PseudoHuber) => {
        cost!(@ 77, 2368, 1252, 3268, 104, 260)
    };
    (GeneralRobust) => {
        cost!(@ 478, 20427, 3060, 6080, 248, 396)
    };
    (LogCosh) => {
        cost!(@ 68, 3318, 1544, 3568, 192, 268)
    };
    (Quantile) => {
        cost!(@ 16, 546, 704, 2672, 80, 220)
    };
    (Quantiles) => {
        cost!(@ 28, 1254, 656, 2768, 72, 228)
    };
    (Expectile) => {
        cost!(@ 16, 741, 676, 2592, 84, 212)
    };
    (EpsilonInsensitive) => {
        cost!(@ 55, 1396, 956, 3092, 152, 252)
    };
    (SquaredEpsilonInsensitive) => {
        cost!(@ 53, 1643, 956, 3104, 152, 252)
    };
    (Periodic) => {
        cost!(@ 100, 4167, 1380, 3976, 160, 260)
    };
    (GaussianNll) => {
        cost!(@ 47, 1974, 1580, 4148, 184, 324)
    };
    (LaplaceNll) => {
        cost!(@ 51, 1947, 1740, 4416, 184, 324)
    };
    (PoissonNll) => {
        cost!(@ 64, 2705, 1220, 3544, 152, 244)
    };
    (GammaNll) => {
        cost!(@ 76, 2767, 1456, 3992, 168, 284)
    };
    (SigmoidCrossEntropy) => {
        cost!(@ 98, 3163, 1304, 3572, 160, 244)
    };
    (SigmoidFocal) => {
        cost!(@ 140, 4586, 1484, 4004, 168, 284)
    };
    (BernoulliNll) => {
        cost!(@ 101, 3904, 1740, 4088, 164, 292)
    };
    (Hinge) => {
        cost!(@ 20, 558, 700, 2784, 80, 220)
    };
    (SquaredHinge) => {
        cost!(@ 18, 825, 700, 2752, 80, 220)
    };
    (HingeEmbedding) => {
        cost!(@ 22, 396, 744, 2712, 80, 220)
    };
    (Perceptron) => {
        cost!(@ 22, 442, 708, 2696, 80, 212)
    };
    (ModifiedHuber) => {
        cost!(@ 22, 784, 732, 2848, 80, 220)
    };
    (SmoothedHinge) => {
        cost!(@ 34, 1321, 836, 2952, 80, 228)
    };
    (SoftmaxCrossEntropy) => {
        cost!(@ 67, 931, 1700, 3956, 184, 268)
    };
    (SoftmaxCrossEntropyDense) => {
        cost!(@ 131, 2401, 2320, 4596, 248, 348)
    };
    (SoftmaxFocal) => {
        cost!(@ 72, 1040, 2064, 4476, 200, 292)
    };
    (SoftmaxFocalDense) => {
        cost!(@ 382, 5037, 4080, 6584, 576, 620)
    };
    (GeneralizedCrossEntropy) => {
        cost!(@ 93, 1741, 2940, 5680, 200, 308)
    };
    (Poly1CrossEntropy) => {
        cost!(@ 68, 981, 1728, 3992, 184, 268)
    };
    (CrammerSingerHinge) => {
        cost!(@ 27, 172, 600, 2172, 76, 244)
    };
    (WestonWatkinsHinge) => {
        cost!(@ 30, 1074, 820, 2788, 152, 260)
    };
    (SoftmaxBrier) => {
        cost!(@ 107, 1675, 2036, 4156, 264, 372)
    };
    (Coral) => {
        cost!(@ 102, 2940, 1240, 3404, 224, 292)
    };
    (MultiLabelMargin) => {
        cost!(@ 214, 4302, 1312, 3220, 176, 324)
    };
    (Tversky) => {
        cost!(@ 32, 1847, 1032, 3200, 144, 300)
    };
    (SigmoidTversky) => {
        cost!(@ 112, 2981, 1472, 3572, 160, 260)
    };
    (SoftmaxTversky) => {
        cost!(@ 147, 2631, 3684, 5696, 356, 476)
    };
    (BoxIou) => {
        cost!(@ 109, 2171, 1832, 4512, 256, 652)
    };
    (BoxGiou) => {
        cost!(@ 153, 2822, 2280, 4708, 360, 652)
    };
    (SoftmaxKl) => {
        cost!(@ 260, 6496, 4856, 7888, 376, 500)
    };
    (SoftmaxReverseKl) => {
        cost!(@ 340, 11714, 3312, 5856, 240, 356)
    };
    (SoftmaxJensenShannon) => {
        cost!(@ 324, 12012, 3028, 5628, 240, 340)
    };
    (Distillation) => {
        cost!(@ 360, 6545, 4988, 7832, 376, 500)
    };
    (CategoricalNll) => {
        cost!(@ 16, 388, 888, 3148, 128, 220)
    };
    (KlDivergence) => {
        cost!(@ 120, 4056, 1428, 3856, 232, 340)
    };
    (JensenShannon) => {
        cost!(@ 167, 7026, 1824, 4316, 248, 332)
    };
    (EnergyNll) => {
        cost!(@ 85, 1070, 1896, 4316, 192, 284)
    };
    (EnergyPerceptron) => {
        cost!(@ 28, 161, 600, 2228, 76, 244)
    };
    (EnergyHinge) => {
        cost!(@ 28, 171, 600, 2228, 76, 252)
    };
    (ContrastiveDivergence) => {
        cost!(@ 8, 315, 724, 2556, 96, 236)
    };
    (LossAverseSquaredError) => {
        cost!(@ 16, 745, 656, 2588, 80, 220)
    };
    (LossAverseAbsoluteError) => {
        cost!(@ 16, 496, 692, 2684, 80, 228)
    };
    (ExpectedCost) => {
        cost!(@ 88, 1331, 2100, 4136, 216, 268)
    };
    (Contrastive) => {
        cost!(@ 16, 326, 2860, 4844, 204, 324)
    };
    (Triplet) => {
        cost!(@ 23, 638, 3276, 5308, 244, 412)
    };
    (LinearContrastive) => {
        cost!(@ 16, 325, 2820, 4764, 204, 324)
    };
    (CosineTriplet) => {
        cost!(@ 45, 1268, 3388, 5720, 312, 500)
    };
    (CosineEmbedding) => {
        cost!(@ 27, 1254, 3216, 5052, 244, 452)
    };
    (MarginRanking) => {
        cost!(@ 13, 343, 732, 2792, 84, 220)
    };
    (BradleyTerry) => {
        cost!(@ 76, 2015, 1612, 3664, 168, 252)
    };
    (Dpo) => {
        cost!(@ 75, 2730, 1660, 3828, 160, 244)
    };
    (SlicHinge) => {
        cost!(@ 32, 1239, 1116, 3036, 152, 244)
    };
    (Ipo) => {
        cost!(@ 27, 1251, 1052, 2896, 128, 236)
    };
    (Exo) => {
        cost!(@ 120, 3742, 2912, 5544, 176, 292)
    };
    (SimPo) => {
        cost!(@ 63, 2193, 1500, 3568, 176, 260)
    };
    (Kto) => {
        cost!(@ 116, 1816, 1336, 3356, 160, 236)
    };
    (Orpo) => {
        cost!(@ 146, 3592, 3136, 5908, 280, 348)
    };
    (Ppo) => {
        cost!(@ 77, 2914, 1320, 3760, 160, 268)
    };
    (ClippedValue) => {
        cost!(@ 32, 996, 732, 2664, 72, 220)
    };
    (KlPenalty) => {
        cost!(@ 73, 3815, 1380, 3852, 156, 236)
    };
    (EntropyBonus) => {
        cost!(@ 192, 2310, 2068, 4452, 192, 292)
    };
    (Reinforce) => {
        cost!(@ 75, 978, 1732, 4004, 192, 268)
    };
    (GaussianKl) => {
        cost!(@ 49, 2160, 2544, 4948, 260, 264)
    };
    (GaussianKlBetween) => {
        cost!(@ 52, 2120, 3000, 5644, 284, 340)
    };
    (GanDiscriminator) => {
        cost!(@ 92, 2919, 1284, 3476, 152, 252)
    };
    (GanGenerator) => {
        cost!(@ 86, 2926, 1264, 3460, 152, 236)
    };
    (NoisePrediction) => {
        cost!(@ 15, 795, 860, 2944, 104, 228)
    };
    (InfoNce) => {
        cost!(@ 195, 9235, 5032, 7808, 360, 580)
    };
    (NtXent) => {
        cost!(@ 646, 32284, 4596, 7256, 344, 508)
    };
    (SupervisedContrastive) => {
        cost!(@ 839, 33425, 5280, 8008, 360, 524)
    };
    (Clip) => {
        cost!(@ 365, 17173, 6248, 9768, 672, 812)
    };
    (SigLip) => {
        cost!(@ 220, 11468, 3912, 6400, 344, 564)
    };
    (CosineClassifier) => {
        cost!(@ 195, 8848, 5704, 9136, 368, 580)
    };
    (Ctc) => {
        cost!(@ 299, 2915, 5788, 8508, 520, 620)
    };
    ($loss:ident) => {
        ""
    };
}
