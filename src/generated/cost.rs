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
        cost!(@ 8, 601, 596, 2444, 72, 204)
    };
    (AbsoluteError) => {
        cost!(@ 15, 441, 636, 2604, 72, 220)
    };
    (Huber) => {
        cost!(@ 23, 1088, 724, 2644, 80, 212)
    };
    (SmoothL1) => {
        cost!(@ 27, 1436, 740, 2672, 72, 220)
    };
    (PseudoHuber) => {
        cost!(@ 77, 2368, 1228, 3224, 104, 252)
    };
    (GeneralRobust) => {
        cost!(@ 478, 20427, 3020, 6028, 248, 388)
    };
    (LogCosh) => {
        cost!(@ 68, 3318, 1496, 3524, 184, 260)
    };
    (Quantile) => {
        cost!(@ 16, 546, 668, 2632, 72, 220)
    };
    (Quantiles) => {
        cost!(@ 28, 1254, 656, 2768, 72, 228)
    };
    (Expectile) => {
        cost!(@ 16, 741, 632, 2548, 80, 212)
    };
    (EpsilonInsensitive) => {
        cost!(@ 55, 1396, 920, 3044, 152, 252)
    };
    (SquaredEpsilonInsensitive) => {
        cost!(@ 53, 1643, 920, 3056, 152, 252)
    };
    (Periodic) => {
        cost!(@ 100, 4167, 1332, 3940, 152, 252)
    };
    (GaussianNll) => {
        cost!(@ 47, 1974, 1492, 4072, 176, 324)
    };
    (LaplaceNll) => {
        cost!(@ 51, 1947, 1680, 4368, 176, 324)
    };
    (PoissonNll) => {
        cost!(@ 64, 2705, 1164, 3516, 152, 244)
    };
    (GammaNll) => {
        cost!(@ 76, 2767, 1432, 3940, 168, 284)
    };
    (SigmoidCrossEntropy) => {
        cost!(@ 98, 3163, 1272, 3520, 160, 244)
    };
    (SigmoidFocal) => {
        cost!(@ 140, 4581, 1464, 3964, 168, 276)
    };
    (BernoulliNll) => {
        cost!(@ 101, 3904, 1720, 4072, 156, 284)
    };
    (Hinge) => {
        cost!(@ 20, 558, 664, 2740, 84, 220)
    };
    (SquaredHinge) => {
        cost!(@ 18, 825, 664, 2684, 84, 220)
    };
    (HingeEmbedding) => {
        cost!(@ 22, 396, 712, 2660, 84, 220)
    };
    (Perceptron) => {
        cost!(@ 22, 442, 672, 2648, 84, 212)
    };
    (ModifiedHuber) => {
        cost!(@ 22, 784, 696, 2792, 84, 220)
    };
    (SmoothedHinge) => {
        cost!(@ 34, 1321, 792, 2908, 76, 228)
    };
    (SoftmaxCrossEntropy) => {
        cost!(@ 67, 931, 1700, 3956, 184, 268)
    };
    (SoftmaxCrossEntropyDense) => {
        cost!(@ 131, 2401, 2320, 4600, 248, 348)
    };
    (SoftmaxFocal) => {
        cost!(@ 72, 1040, 2064, 4476, 200, 292)
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
    (MultiLabelMargin) => {
        cost!(@ 214, 4302, 1312, 3220, 176, 324)
    };
    (Tversky) => {
        cost!(@ 32, 2005, 1032, 3200, 144, 300)
    };
    (SigmoidTversky) => {
        cost!(@ 118, 3552, 1472, 3572, 160, 260)
    };
    (SoftmaxTversky) => {
        cost!(@ 147, 2631, 3684, 5696, 356, 476)
    };
    (BoxIou) => {
        cost!(@ 109, 2171, 1712, 4432, 184, 604)
    };
    (BoxGiou) => {
        cost!(@ 153, 2822, 2156, 4604, 312, 604)
    };
    (SoftmaxKl) => {
        cost!(@ 256, 6454, 4840, 7888, 376, 500)
    };
    (SoftmaxReverseKl) => {
        cost!(@ 340, 11715, 3312, 5856, 240, 356)
    };
    (SoftmaxJensenShannon) => {
        cost!(@ 316, 12058, 3028, 5628, 240, 340)
    };
    (Distillation) => {
        cost!(@ 356, 6508, 4984, 7828, 376, 500)
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
        cost!(@ 8, 315, 668, 2500, 84, 228)
    };
    (LossAverseSquaredError) => {
        cost!(@ 16, 745, 620, 2548, 72, 212)
    };
    (LossAverseAbsoluteError) => {
        cost!(@ 16, 496, 656, 2640, 72, 220)
    };
    (ExpectedCost) => {
        cost!(@ 88, 1330, 2100, 4136, 216, 268)
    };
    (Contrastive) => {
        cost!(@ 16, 326, 2860, 4844, 204, 324)
    };
    (Triplet) => {
        cost!(@ 23, 638, 3276, 5308, 244, 412)
    };
    (CosineEmbedding) => {
        cost!(@ 27, 1210, 3216, 5052, 244, 452)
    };
    (MarginRanking) => {
        cost!(@ 13, 343, 684, 2732, 72, 220)
    };
    (BradleyTerry) => {
        cost!(@ 76, 2015, 1548, 3600, 160, 252)
    };
    (Dpo) => {
        cost!(@ 75, 2730, 1600, 3772, 160, 244)
    };
    (SlicHinge) => {
        cost!(@ 32, 1239, 1056, 2980, 152, 236)
    };
    (Ipo) => {
        cost!(@ 27, 1251, 996, 2836, 128, 236)
    };
    (Exo) => {
        cost!(@ 120, 3742, 2852, 5484, 176, 292)
    };
    (SimPo) => {
        cost!(@ 63, 2193, 1456, 3520, 176, 260)
    };
    (Kto) => {
        cost!(@ 116, 1816, 1260, 3248, 152, 228)
    };
    (Orpo) => {
        cost!(@ 146, 3592, 3068, 5848, 280, 340)
    };
    (Ppo) => {
        cost!(@ 77, 2914, 1280, 3720, 160, 260)
    };
    (ClippedValue) => {
        cost!(@ 32, 996, 720, 2628, 84, 212)
    };
    (KlPenalty) => {
        cost!(@ 73, 3815, 1332, 3756, 148, 268)
    };
    (EntropyBonus) => {
        cost!(@ 184, 2335, 2068, 4452, 192, 292)
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
        cost!(@ 92, 2919, 1244, 3432, 144, 244)
    };
    (GanGenerator) => {
        cost!(@ 86, 2926, 1224, 3404, 152, 228)
    };
    (NoisePrediction) => {
        cost!(@ 15, 795, 860, 2944, 104, 228)
    };
    (InfoNce) => {
        cost!(@ 195, 9234, 5300, 8056, 400, 612)
    };
    (NtXent) => {
        cost!(@ 646, 32284, 4584, 7232, 344, 516)
    };
    (SupervisedContrastive) => {
        cost!(@ 839, 33424, 5260, 7964, 360, 524)
    };
    (Clip) => {
        cost!(@ 365, 17173, 6184, 9768, 672, 804)
    };
    (Ctc) => {
        cost!(@ 299, 2915, 5664, 8272, 496, 596)
    };
    ($loss:ident) => {
        ""
    };
}
