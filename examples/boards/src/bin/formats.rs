//! Logs one value of every public type. On a desktop `Debug` prints the same lines, so that the two can be compared.
#![cfg_attr(target_os = "none", no_std, no_main)]

use microloss::{
    AbsoluteError, Action, BernoulliNll, BradleyTerry, Buffer, Clip, ClippedValue, Contrastive,
    ContrastiveDivergence, CosineEmbedding, CostMatrix, CrammerSingerHinge, Ctc, Distillation, Dpo,
    ElasticNet, Elbo, ElboTerms, EmpiricalRisk, EnergyHinge, EnergyNll, EnergyPerceptron, EntropyBonus,
    Error, Estimate, Exo, ExpectedCost, Gan, GanDiscriminator, GanGenerator, GaussianKl, GaussianKlBetween,
    GaussianNll, GeneralizedCrossEntropy, GradientBound, Hinge, HingeEmbedding, Huber, InfoNce, Ipo,
    KlEstimator, KlPenalty, Kto, L1, L2, LaplaceNll, LogCosh, LossAverseAbsoluteError,
    LossAverseSquaredError, LossKind, MarginRanking, Mined, Mining, MultiLabelMargin, Noise, NoisePrediction,
    NtXent, Orpo, Point, PoissonNll, Poly1CrossEntropy, Ppo, Properties, Prospect, PseudoHuber, Quantile,
    Quantiles, Reduction, Regret, SequenceLogProbability, SigmoidCrossEntropy, SigmoidFocal, SigmoidTversky,
    SimPo, SlicHinge, SmoothL1, SoftmaxCrossEntropy, SoftmaxCrossEntropyDense, SoftmaxFocal,
    SoftmaxJensenShannon, SoftmaxKl, SoftmaxReverseKl, SoftmaxTversky, SquaredError, SquaredHinge,
    SupervisedContrastive, Task, Tempered, Triplet, TripletIndices, Tversky, Verdict, Weighted,
    WestonWatkinsHinge,
};

static COSTS: CostMatrix<2> = CostMatrix::new([[0.0, 1.0], [40.0, 0.5]]);
static WEIGHTS: [f32; 2] = [1.0, 0.25];

#[cfg(target_os = "none")]
macro_rules! log {
    ($($value:expr;)*) => {$(
        defmt::info!("{}", $value);
    )*};
}
#[cfg(not(target_os = "none"))]
macro_rules! log {
    ($($value:expr;)*) => {$(
        println!("{:?}", $value);
    )*};
}

fn formats() {
    log! {
        Error::EmptyBatch;
        Error::Length { buffer: Buffer::Scratch, expected: 64, actual: 63 };
        Error::Label { row: 3, label: 10, classes: 10 };
        Huber::try_new(-1.5);
        Buffer::Target;
        Reduction::Mean;
        Reduction::Over(128.0);
        Point { value: 0.1, slope: -1e-30 };
        Point { value: f32::NAN, slope: f32::NEG_INFINITY };
        SquaredError::new();
        AbsoluteError::new();
        Huber::new(1.5);
        SmoothL1::new(1.5);
        PseudoHuber::new(1.5);
        LogCosh::new();
        Quantile::new(0.9);
        Quantiles::new([0.1, 0.5, 0.9], 1.0);
        SigmoidCrossEntropy::new().with_positive_weight(2500.0).with_label_smoothing(0.1);
        SigmoidFocal::new(2.0).with_alpha(0.25);
        BernoulliNll::new().with_floor(1e-7);
        Hinge::new();
        SquaredHinge::new();
        HingeEmbedding::new(1.0);
        SoftmaxCrossEntropy::<2, u8>::new();
        SoftmaxCrossEntropy::<2, u8>::new().with_class_weights(&WEIGHTS).with_label_smoothing(0.1).ignoring(255);
        SoftmaxCrossEntropyDense::<2>::new();
        SoftmaxFocal::<2, u8>::new(2.5);
        CrammerSingerHinge::<2, u8>::new(1.0);
        WestonWatkinsHinge::<2, u8>::new(1.0).squared();
        GeneralizedCrossEntropy::<2, u8>::new(0.7);
        Poly1CrossEntropy::<2, u8>::new(2.0);
        MultiLabelMargin::<2>::new();
        Contrastive::<2>::new(5.0);
        Triplet::<2>::new(5.0).with_swap();
        CosineEmbedding::<2>::new(0.25);
        MarginRanking::new(1.0);
        Mining::Hardest;
        Mining::SemiHard { margin: 0.2 };
        TripletIndices { anchor: 0, positive: 1, negative: 2 };
        Mined { found: 6, skipped: 1, truncated: true };
        InfoNce::new(0.1);
        NtXent::new(0.1);
        SupervisedContrastive::new(0.1);
        Clip::new(2.66);
        Tempered { value: 0.5, slope: -0.25 };
        BradleyTerry::new().with_centring(0.01);
        Dpo::new(0.1).conservative(0.1);
        SlicHinge::new(0.1);
        Ipo::new(0.1);
        Exo::new(0.1, 0.1);
        SimPo::new(2.0, 0.5);
        Kto::new(0.1, 0.5);
        Verdict { reference: -3.0, desirable: true };
        Orpo::new(0.1);
        SequenceLogProbability::<2, u8>::new().ignoring(0);
        Ppo::new(0.2).with_dual_clip(3.0);
        Action { log_probability: -1.0, advantage: 2.0 };
        ClippedValue::new(0.5);
        Estimate { old: 1.0, outcome: 2.0 };
        KlEstimator::K3;
        KlPenalty::new(KlEstimator::K3);
        EntropyBonus::<2>::new();
        GaussianNll::new().full();
        LaplaceNll::new();
        PoissonNll::new();
        SoftmaxKl::<2>::new();
        SoftmaxReverseKl::<2>::new();
        SoftmaxJensenShannon::<2>::new();
        Distillation::<2>::new(3.0);
        EnergyNll::<2, u8>::new(1.5);
        EnergyPerceptron::<2, u8>::new();
        EnergyHinge::<2, u8>::new(1.0);
        ContrastiveDivergence::new().with_regularization(0.01);
        CostMatrix::new([[0.0, 1.0], [40.0, 0.5]]);
        ExpectedCost::<2, u8>::new(&COSTS);
        LossAverseSquaredError::new(2.25);
        LossAverseAbsoluteError::new(2.25);
        Prospect::new(0.88, 0.88, 2.25);
        Tversky::<2>::new(0.3, 0.7);
        SigmoidTversky::<2>::dice();
        SoftmaxTversky::<2, 3, u8>::dice();
        Ctc::<2, u8>::new(0).zero_infinity();
        GaussianKl::<2>::new();
        GaussianKlBetween::<2>::new();
        Elbo::new(GaussianNll::new(), GaussianKl::<2>::new()).with_beta(4.0);
        ElboTerms { reconstruction: 1.0, divergence: 0.5, negative_elbo: 1.5 };
        Gan::NonSaturating;
        GanDiscriminator::new(Gan::LeastSquares).with_label_smoothing(0.1);
        GanGenerator::new(Gan::Minimax);
        NoisePrediction::<2>::new().with_min_snr(5.0);
        Noise { noise: [1.0, -1.0], snr: 0.5 };
        Weighted::new(Huber::new(1.0), &WEIGHTS);
        L1::new(0.01);
        L2::new(0.01);
        ElasticNet::new(0.01, 0.02);
        EmpiricalRisk::new();
        Regret::<2>::new();
        Task::Regression;
        LossKind::Huber;
        GradientBound::Constant(1.0);
        Properties { convex: true, gradient: GradientBound::Unbounded, noise: Some("Gaussian") };
    }
}

#[cfg(target_os = "none")]
#[cortex_m_rt::entry]
fn main() -> ! {
    formats();
    microloss_boards::exit(true)
}

#[cfg(not(target_os = "none"))]
fn main() {
    formats();
}
