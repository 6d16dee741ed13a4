//! Logs one value of every public type. On a desktop `Debug` prints the same lines, so that the two can be compared.
#![cfg_attr(target_os = "none", no_std, no_main)]

use microloss::Buffer::Scratch;
use microloss::*;

/// Classes.
const K: usize = 2;
const LEVELS: [f32; K] = [0.1, 0.9];
static COSTS: CostMatrix<K> = CostMatrix::new([[0.0, 1.0], [40.0, 0.5]]);
static WEIGHTS: [f32; K] = [1.0, 0.25];

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

/// Logs errors. Their `Debug` is a sentence, where a log shows the fields, as they stand in the source.
#[cfg(target_os = "none")]
macro_rules! log_errors {
    ($($variant:ident $({ $($fields:tt)* })?;)*) => {
        log! { $(Error::$variant $({ $($fields)* })?;)* }
    };
}
#[cfg(not(target_os = "none"))]
macro_rules! log_errors {
    ($($variant:ident $({ $($fields:tt)* })?;)*) => {$(
        let _ = Error::$variant $({ $($fields)* })?;
        // A long one is broken into lines.
        println!("{}", stringify!($variant $({ $($fields)* })?).replace('\n', " "));
    )*};
}

macro_rules! log_losses {
    ($($kind:ident $name:ident($row:ident, $target:ident) = $loss:expr;)*) => {
        log! { $($loss;)* }
    };
}

fn formats() {
    microloss::for_each_loss!(typical log_losses);
    log_errors! {
        EmptyBatch;
        Length { buffer: Scratch, expected: 64, actual: 63 };
        Label { row: 3, label: 10, classes: 10 };
        Target { row: 0, value: 0.5, requirement: "-1 or 1" };
        Prediction { row: 1, value: -0.5, requirement: "0 to 1" };
        Parameter { name: "delta", requirement: "a positive normal number", value: -1.5 };
    }
    log! {
        Buffer::Target;
        Reduction::Mean;
        Reduction::Over(128.0);
        Point { value: 0.1, slope: -1e-30 };
        Point { value: f32::NAN, slope: f32::NEG_INFINITY };
        SigmoidCrossEntropy::new().with_positive_weight(2500.0).with_label_smoothing(0.1);
        BernoulliNll::new().with_floor(1e-7);
        SoftmaxCrossEntropy::<K, u8>::new().with_class_weights(&WEIGHTS).with_label_smoothing(0.1).ignoring(255);
        SoftmaxFocal::<K, u8>::new(2.0).with_owned_alpha(WEIGHTS);
        YesNo::<_, bool>::new(Hinge::new());
        Smoothed::new(SigmoidFocal::new(2.0), 0.1);
        PerOutput::new([Hinge::new(); K]).with_owned_weights(WEIGHTS);
        ScaleFloor::new(GaussianNll::new(), -13.8);
        Domain::RoundedUnit;
        Mining::Hardest;
        Mining::SemiHard { margin: 0.2 };
        TripletIndices { anchor: 0, positive: 1, negative: 2 };
        Mined { found: 6, skipped: 1, truncated: true };
        Tempered { value: 0.5, slope: -0.25 };
        Biased { value: 0.5, log_scale: -0.25, bias: 0.125 };
        References { embeddings: &[[1.0, 2.0]], labels: &[7_u8] };
        CosineClassifier::new(64.0).with_angular_margin(0.5);
        Verdict { reference: -3.0, desirable: true };
        SequenceLogProbability::<K, u8>::new().ignoring(0);
        Action { log_probability: -1.0, advantage: 2.0 };
        Estimate { old: 1.0, outcome: 2.0 };
        Choice { action: 1_u8, advantage: -2.0 };
        EpisodeEnd::Truncated { value: 0.5 };
        KlEstimator::K3;
        GaussianNll::new().full();
        ContrastiveDivergence::new().with_regularization(0.01);
        CostMatrix::new([[0.0, 1.0], [40.0, 0.5]]);
        Prospect::new(0.88, 0.88, 2.25);
        Ctc::<K, u8>::new(0).zero_infinity();
        Elbo::new(GaussianNll::new(), GaussianKl::<K>::new()).with_beta(4.0);
        ElboTerms { reconstruction: 1.0, divergence: 0.5, negative_elbo: 1.5 };
        Gan::NonSaturating;
        GanDiscriminator::new(Gan::LeastSquares).with_label_smoothing(0.1);
        NoisePrediction::<K>::new().with_min_snr(5.0);
        Noise { noise: [1.0, -1.0], snr: 0.5 };
        Weighted::new(Huber::new(1.0), &WEIGHTS);
        L1::new(0.01);
        L2::new(0.01);
        ElasticNet::new(0.01, 0.02);
        EmpiricalRisk::new();
        Regret::<K>::new();
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
