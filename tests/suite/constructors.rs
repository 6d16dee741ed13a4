//! What `try_…` refuses, its twin that cannot return an error refuses with its own message; and `default()` is `new()`.

use microloss::*;
use std::fmt::Debug;
use std::panic::catch_unwind;

/// The message of each bad value, which may come from run-time data and so cannot be left to the compiler.
#[test]
fn bad_values_panic_with_their_name() {
    macro_rules! refused {
        ($($message:literal: $construct:expr;)*) => {$(
            let panic = catch_unwind(|| { let _ = $construct; }).expect_err($message);
            let message = panic.downcast_ref::<&str>().copied().unwrap_or_default();
            assert!(message.starts_with($message), "{message} for {}", $message);
        )*};
    }
    let bad = std::hint::black_box(f32::NAN);
    let weights: &'static [f32; 2] = &[1.0, f32::NAN];
    refused! {
        "Huber: delta must be": Huber::new(bad);
        "SmoothL1: beta must be": SmoothL1::new(bad);
        "PseudoHuber: delta must be": PseudoHuber::new(bad);
        "Quantile: tau must lie": Quantile::new(bad);
        "Quantiles: taus must ascend": Quantiles::new([0.5, bad], 0.0);
        "SigmoidCrossEntropy: the positive weight": SigmoidCrossEntropy::new().with_positive_weight(bad);
        "SigmoidCrossEntropy: label smoothing": SigmoidCrossEntropy::new().with_label_smoothing(bad);
        "SigmoidFocal: gamma must be": SigmoidFocal::new(bad);
        "SigmoidFocal: alpha must lie": SigmoidFocal::new(1.0).with_alpha(bad);
        "BernoulliNll: the floor must be": BernoulliNll::new().with_floor(bad);
        "HingeEmbedding: the margin must be": HingeEmbedding::new(bad);
        "SoftmaxCrossEntropy: class weights": SoftmaxCrossEntropy::<2>::new().with_class_weights(weights);
        "SoftmaxCrossEntropy: label smoothing": SoftmaxCrossEntropy::<2>::new().with_label_smoothing(bad);
        "SoftmaxCrossEntropy: the temperature": SoftmaxCrossEntropy::<2>::new().with_temperature(bad);
        "SoftmaxCrossEntropyDense: class weights":
            SoftmaxCrossEntropyDense::<2>::new().with_class_weights(weights);
        "SoftmaxCrossEntropyDense: label smoothing":
            SoftmaxCrossEntropyDense::<2>::new().with_label_smoothing(bad);
        "SoftmaxFocal: gamma must be": SoftmaxFocal::<2>::new(bad);
        "SoftmaxFocal: every alpha must be": SoftmaxFocal::<2>::new(1.0).with_alpha(weights);
        "GeneralizedCrossEntropy: q must be": GeneralizedCrossEntropy::<2>::new(bad);
        "Poly1CrossEntropy: epsilon must be": Poly1CrossEntropy::<2>::new(bad);
        "CrammerSingerHinge: the margin": CrammerSingerHinge::<2>::new(bad);
        "WestonWatkinsHinge: the margin": WestonWatkinsHinge::<2>::new(bad);
        "WestonWatkinsHinge: class weights": WestonWatkinsHinge::<2>::new(1.0).with_class_weights(weights);
        "Tversky: alpha and beta must lie": Tversky::<2>::new(bad, 1.0);
        "SigmoidTversky: smooth must be": SigmoidTversky::<2>::dice().with_smooth(bad);
        "SoftmaxTversky: alpha and beta must lie": SoftmaxTversky::<2, 2>::new(1.0, bad);
        "Contrastive: the margin must be": Contrastive::<2>::new(bad);
        "CosineEmbedding: the margin must lie": CosineEmbedding::<2>::new(bad);
        "MarginRanking: the margin must be": MarginRanking::new(bad);
        "Triplet: the margin must be": Triplet::<2>::new(bad);
        "InfoNce: the temperature must be": InfoNce::new(bad);
        "NtXent: the temperature must be": NtXent::new(bad);
        "SupervisedContrastive: the temperature": SupervisedContrastive::new(bad);
        "Clip: the log-scale must lie": Clip::new(bad);
        "Distillation: the temperature": Distillation::<2>::new(bad);
        "EnergyNll: the temperature": EnergyNll::<2>::new(bad);
        "EnergyHinge: the margin": EnergyHinge::<2>::new(bad);
        "ContrastiveDivergence: alpha must be": ContrastiveDivergence::new().with_regularization(bad);
        "BradleyTerry: the centring coefficient": BradleyTerry::new().with_centring(bad);
        "Dpo: beta must be": Dpo::new(bad);
        "Dpo: epsilon must lie": Dpo::new(1.0).conservative(bad);
        "Dpo: epsilon must lie": Dpo::new(1.0).robust(bad);
        "SlicHinge: beta must be": SlicHinge::new(bad);
        "Ipo: beta must be": Ipo::new(bad);
        "Exo: beta must be": Exo::new(bad, 0.1);
        "SimPo: beta must be": SimPo::new(bad, 0.0);
        "Kto: beta must be": Kto::new(bad, 0.0);
        "Kto: weights must be": Kto::new(1.0, 0.0).with_weights(bad, 1.0);
        "Orpo: lambda must be": Orpo::new(bad);
        "Ppo: epsilon must lie": Ppo::new(bad);
        "Ppo: the dual clip must be": Ppo::new(0.2).with_dual_clip(bad);
        "ClippedValue: epsilon must be": ClippedValue::new(bad);
        "L1: lambda must be": L1::new(bad);
        "L2: lambda must be": L2::new(bad);
        "ElasticNet: l1 and l2 must be": ElasticNet::new(bad, 1.0);
        "Ppo: low must lie": Ppo::new(0.2).with_range(bad, 0.2);
        "CostMatrix: every cost": CostMatrix::new([[0.0, bad], [0.0, 0.0]]);
        "LossAverseSquaredError: lambda": LossAverseSquaredError::new(bad);
        "LossAverseAbsoluteError: lambda": LossAverseAbsoluteError::new(bad);
        "Prospect: exponents must lie": Prospect::new(bad, 0.5, 1.0);
        "Elbo: beta must be": Elbo::new(SquaredError::new(), GaussianKl::<2>::new()).with_beta(bad);
        "GaussianKl: free bits must be": GaussianKl::<2>::new().with_free_bits(bad);
        "GaussianKlBetween: free bits must be": GaussianKlBetween::<2>::new().with_free_bits(bad);
        "GanDiscriminator: label smoothing": GanDiscriminator::new(Gan::Minimax).with_label_smoothing(bad);
        "NoisePrediction: gamma must be": NoisePrediction::<2>::new().with_min_snr(bad);
    }
}

#[test]
fn default_is_new() {
    fn same<T: Default + PartialEq + Debug>(new: T) {
        assert_eq!(T::default(), new);
    }
    same(SigmoidCrossEntropy::new());
    same(BernoulliNll::new());
    same(SoftmaxCrossEntropy::<3, u8>::new());
    same(SoftmaxCrossEntropyDense::<3>::new());
    same(SequenceLogProbability::<3, u8>::new());
    same(EnergyPerceptron::<3, u8>::new());
    same(GaussianKl::<3>::new());
    same(GaussianKlBetween::<3>::new());
    same(NoisePrediction::<3>::new());
    same(Regret::<3>::new());
    same(EmpiricalRisk::new());
    same(BradleyTerry::new());
    same(ContrastiveDivergence::new());
    same(GaussianNll::new());
    same(LaplaceNll::new());
    same(PoissonNll::new());
}
