//! The faces of losses and functions. `cargo run --example generate` writes this file; the header documents them.
#![allow(missing_docs, reason = "the header documents them")]
#![allow(clippy::too_many_arguments, reason = "C has no slices")]
#![allow(clippy::unnecessary_wraps, reason = "losses without parameters have the form of the others")]

use crate::memory::{self, Batch, Span, check, fits, read, status, write};
use crate::status::{Code, Refusal};
use crate::target::{Action, EpisodeEnd, Estimate, FromC, Verdict};
use crate::{Reduction, refused};
use core::ptr::{NonNull, null};
use microloss::{AbsoluteError, BernoulliNll, BoxGiou, BoxIou, BradleyTerry, ClippedValue, ContrastiveDivergence, Dpo, ElasticNet, EpsilonInsensitive, Exo, Expectile, GammaNll, Gan, GanDiscriminator, GanGenerator, GaussianNll, GeneralRobust, Hinge, HingeEmbedding, Huber, Ipo, KlEstimator, KlPenalty, Kto, L1, L2, LaplaceNll, LogCosh, LossAverseAbsoluteError, LossAverseSquaredError, MarginRanking, ModifiedHuber, Orpo, Penalty, Perceptron, Periodic, PoissonNll, Ppo, PseudoHuber, Quantile, SigmoidCrossEntropy, SigmoidFocal, SimPo, SlicHinge, SmoothL1, SmoothedHinge, SquaredEpsilonInsensitive, SquaredError, SquaredHinge};

fn choose_gan(code: u32) -> Option<Gan> {
    match code {
        0 => Some(Gan::Minimax),
        1 => Some(Gan::NonSaturating),
        2 => Some(Gan::LeastSquares),
        3 => Some(Gan::Hinge),
        4 => Some(Gan::Wasserstein),
        _ => None,
    }
}

fn choose_estimator(code: u32) -> Option<KlEstimator> {
    match code {
        0 => Some(KlEstimator::K1),
        1 => Some(KlEstimator::K2),
        2 => Some(KlEstimator::K3),
        _ => None,
    }
}

#[inline(always)]
fn squared_error(_: u8) -> Result<SquaredError, Refusal> {
    let loss = SquaredError::new();
    Ok(loss)
}

#[inline(always)]
fn absolute_error(_: u8) -> Result<AbsoluteError, Refusal> {
    let loss = AbsoluteError::new();
    Ok(loss)
}

#[inline(always)]
fn huber(first: u8, delta: f32) -> Result<Huber, Refusal> {
    let loss = Huber::try_new(delta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn smooth_l1(first: u8, beta: f32) -> Result<SmoothL1, Refusal> {
    let loss = SmoothL1::try_new(beta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn pseudo_huber(first: u8, delta: f32) -> Result<PseudoHuber, Refusal> {
    let loss = PseudoHuber::try_new(delta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn general_robust(first: u8, alpha: f32, scale: f32) -> Result<GeneralRobust, Refusal> {
    let loss = GeneralRobust::try_new(alpha, scale).map_err(|error| refused(error, &[("alpha", first), ("scale", first + 1)]))?;
    Ok(loss)
}

#[inline(always)]
fn log_cosh(_: u8) -> Result<LogCosh, Refusal> {
    let loss = LogCosh::new();
    Ok(loss)
}

#[inline(always)]
fn quantile(first: u8, tau: f32) -> Result<Quantile, Refusal> {
    let loss = Quantile::try_new(tau).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn expectile(first: u8, tau: f32) -> Result<Expectile, Refusal> {
    let loss = Expectile::try_new(tau).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn epsilon_insensitive(first: u8, epsilon: f32) -> Result<EpsilonInsensitive, Refusal> {
    let loss = EpsilonInsensitive::try_new(epsilon).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn squared_epsilon_insensitive(first: u8, epsilon: f32) -> Result<SquaredEpsilonInsensitive, Refusal> {
    let loss = SquaredEpsilonInsensitive::try_new(epsilon).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn periodic(first: u8, period: f32) -> Result<Periodic, Refusal> {
    let loss = Periodic::try_new(period).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn gaussian_nll(_: u8, options: Option<GaussianNllOptions>) -> Result<GaussianNll, Refusal> {
    let loss = GaussianNll::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct GaussianNllOptions {
    full: u32,
}

impl GaussianNllOptions {
    fn apply(self, loss: GaussianNll) -> Option<GaussianNll> {
        let mut loss = loss;
        match self.full {
            0 => {}
            1 => loss = loss.full(),
            _ => return None,
        }
        Some(loss)
    }
}

#[inline(always)]
fn laplace_nll(_: u8, options: Option<LaplaceNllOptions>) -> Result<LaplaceNll, Refusal> {
    let loss = LaplaceNll::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct LaplaceNllOptions {
    full: u32,
}

impl LaplaceNllOptions {
    fn apply(self, loss: LaplaceNll) -> Option<LaplaceNll> {
        let mut loss = loss;
        match self.full {
            0 => {}
            1 => loss = loss.full(),
            _ => return None,
        }
        Some(loss)
    }
}

#[inline(always)]
fn poisson_nll(_: u8, options: Option<PoissonNllOptions>) -> Result<PoissonNll, Refusal> {
    let loss = PoissonNll::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct PoissonNllOptions {
    full: u32,
}

impl PoissonNllOptions {
    fn apply(self, loss: PoissonNll) -> Option<PoissonNll> {
        let mut loss = loss;
        match self.full {
            0 => {}
            1 => loss = loss.full(),
            _ => return None,
        }
        Some(loss)
    }
}

#[inline(always)]
fn gamma_nll(_: u8) -> Result<GammaNll, Refusal> {
    let loss = GammaNll::new();
    Ok(loss)
}

#[inline(always)]
fn sigmoid_cross_entropy(_: u8, options: Option<SigmoidCrossEntropyOptions>) -> Result<SigmoidCrossEntropy, Refusal> {
    let loss = SigmoidCrossEntropy::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct SigmoidCrossEntropyOptions {
    positive_weight: f32,
    label_smoothing: f32,
}

impl SigmoidCrossEntropyOptions {
    fn apply(self, loss: SigmoidCrossEntropy) -> Option<SigmoidCrossEntropy> {
        let mut loss = loss;
        if self.positive_weight != 0.0 {
            loss = loss.try_with_positive_weight(self.positive_weight).ok()?;
        }
        if self.label_smoothing != 0.0 {
            loss = loss.try_with_label_smoothing(self.label_smoothing).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn sigmoid_focal(first: u8, gamma: f32, options: Option<SigmoidFocalOptions>) -> Result<SigmoidFocal, Refusal> {
    let loss = SigmoidFocal::try_new(gamma).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct SigmoidFocalOptions {
    alpha: f32,
}

impl SigmoidFocalOptions {
    fn apply(self, loss: SigmoidFocal) -> Option<SigmoidFocal> {
        let mut loss = loss;
        if self.alpha != 0.0 {
            loss = loss.try_with_alpha(self.alpha).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn bernoulli_nll(_: u8, options: Option<BernoulliNllOptions>) -> Result<BernoulliNll, Refusal> {
    let loss = BernoulliNll::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct BernoulliNllOptions {
    floor: f32,
}

impl BernoulliNllOptions {
    fn apply(self, loss: BernoulliNll) -> Option<BernoulliNll> {
        let mut loss = loss;
        if self.floor != 0.0 {
            loss = loss.try_with_floor(self.floor).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn hinge(_: u8) -> Result<Hinge, Refusal> {
    let loss = Hinge::new();
    Ok(loss)
}

#[inline(always)]
fn squared_hinge(_: u8) -> Result<SquaredHinge, Refusal> {
    let loss = SquaredHinge::new();
    Ok(loss)
}

#[inline(always)]
fn hinge_embedding(first: u8, margin: f32) -> Result<HingeEmbedding, Refusal> {
    let loss = HingeEmbedding::try_new(margin).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn perceptron(_: u8) -> Result<Perceptron, Refusal> {
    let loss = Perceptron::new();
    Ok(loss)
}

#[inline(always)]
fn modified_huber(_: u8) -> Result<ModifiedHuber, Refusal> {
    let loss = ModifiedHuber::new();
    Ok(loss)
}

#[inline(always)]
fn smoothed_hinge(first: u8, gamma: f32) -> Result<SmoothedHinge, Refusal> {
    let loss = SmoothedHinge::try_new(gamma).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn box_iou(_: u8) -> Result<BoxIou, Refusal> {
    let loss = BoxIou::new();
    Ok(loss)
}

#[inline(always)]
fn box_giou(_: u8) -> Result<BoxGiou, Refusal> {
    let loss = BoxGiou::new();
    Ok(loss)
}

#[inline(always)]
fn contrastive_divergence(_: u8, options: Option<ContrastiveDivergenceOptions>) -> Result<ContrastiveDivergence, Refusal> {
    let loss = ContrastiveDivergence::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct ContrastiveDivergenceOptions {
    regularization: f32,
}

impl ContrastiveDivergenceOptions {
    fn apply(self, loss: ContrastiveDivergence) -> Option<ContrastiveDivergence> {
        let mut loss = loss;
        if self.regularization != 0.0 {
            loss = loss.try_with_regularization(self.regularization).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn loss_averse_squared_error(first: u8, lambda: f32) -> Result<LossAverseSquaredError, Refusal> {
    let loss = LossAverseSquaredError::try_new(lambda).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn loss_averse_absolute_error(first: u8, lambda: f32) -> Result<LossAverseAbsoluteError, Refusal> {
    let loss = LossAverseAbsoluteError::try_new(lambda).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn margin_ranking(first: u8, margin: f32) -> Result<MarginRanking, Refusal> {
    let loss = MarginRanking::try_new(margin).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn bradley_terry(_: u8, options: Option<BradleyTerryOptions>) -> Result<BradleyTerry, Refusal> {
    let loss = BradleyTerry::new();
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct BradleyTerryOptions {
    centring: f32,
}

impl BradleyTerryOptions {
    fn apply(self, loss: BradleyTerry) -> Option<BradleyTerry> {
        let mut loss = loss;
        if self.centring != 0.0 {
            loss = loss.try_with_centring(self.centring).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn dpo(first: u8, beta: f32, options: Option<DpoOptions>) -> Result<Dpo, Refusal> {
    let loss = Dpo::try_new(beta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(loss)
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct DpoOptions {
    conservative: f32,
    robust: f32,
}

impl DpoOptions {
    fn apply(self, loss: Dpo) -> Option<Dpo> {
        let mut loss = loss;
        if self.conservative != 0.0 {
            loss = loss.try_conservative(self.conservative).ok()?;
        }
        if self.robust != 0.0 {
            loss = loss.try_robust(self.robust).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn slic_hinge(first: u8, beta: f32) -> Result<SlicHinge, Refusal> {
    let loss = SlicHinge::try_new(beta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn ipo(first: u8, beta: f32) -> Result<Ipo, Refusal> {
    let loss = Ipo::try_new(beta).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn exo(first: u8, beta: f32, epsilon: f32) -> Result<Exo, Refusal> {
    let loss = Exo::try_new(beta, epsilon).map_err(|error| refused(error, &[("beta", first), ("epsilon", first + 1)]))?;
    Ok(loss)
}

#[inline(always)]
fn sim_po(first: u8, beta: f32, gamma: f32) -> Result<SimPo, Refusal> {
    let loss = SimPo::try_new(beta, gamma).map_err(|error| refused(error, &[("beta", first), ("gamma", first + 1)]))?;
    Ok(loss)
}

#[inline(always)]
fn kto(first: u8, beta: f32, reference_point: f32, options: Option<KtoOptions>) -> Result<FromC<Kto, Verdict>, Refusal> {
    let loss = Kto::try_new(beta, reference_point).map_err(|error| refused(error, &[("beta", first), ("reference_point", first + 1)]))?;
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(FromC::new(loss))
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct KtoOptions {
    desirable: f32,
    undesirable: f32,
}

impl KtoOptions {
    fn apply(self, loss: Kto) -> Option<Kto> {
        let mut loss = loss;
        if self.desirable != 0.0 || self.undesirable != 0.0 {
            loss = loss.try_with_weights(self.desirable, self.undesirable).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn orpo(first: u8, lambda: f32) -> Result<Orpo, Refusal> {
    let loss = Orpo::try_new(lambda).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(loss)
}

#[inline(always)]
fn ppo(first: u8, epsilon: f32, options: Option<PpoOptions>) -> Result<FromC<Ppo, Action>, Refusal> {
    let loss = Ppo::try_new(epsilon).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(FromC::new(loss))
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct PpoOptions {
    low: f32,
    high: f32,
    dual_clip: f32,
}

impl PpoOptions {
    fn apply(self, loss: Ppo) -> Option<Ppo> {
        let mut loss = loss;
        if self.low != 0.0 || self.high != 0.0 {
            loss = loss.try_with_range(self.low, self.high).ok()?;
        }
        if self.dual_clip != 0.0 {
            loss = loss.try_with_dual_clip(self.dual_clip).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn clipped_value(first: u8, epsilon: f32) -> Result<FromC<ClippedValue, Estimate>, Refusal> {
    let loss = ClippedValue::try_new(epsilon).map_err(|_| Refusal::new(Code::PARAMETER, first))?;
    Ok(FromC::new(loss))
}

#[inline(always)]
fn kl_penalty(first: u8, estimator: u32) -> Result<KlPenalty, Refusal> {
    let loss = KlPenalty::new(choose_estimator(estimator).ok_or(Refusal::new(Code::PARAMETER, first))?);
    Ok(loss)
}

#[inline(always)]
fn gan_discriminator(first: u8, gan: u32, options: Option<GanDiscriminatorOptions>) -> Result<FromC<GanDiscriminator, u8>, Refusal> {
    let loss = GanDiscriminator::new(choose_gan(gan).ok_or(Refusal::new(Code::PARAMETER, first))?);
    let loss = match options {
        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,
        None => loss,
    };
    Ok(FromC::new(loss))
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct GanDiscriminatorOptions {
    label_smoothing: f32,
}

impl GanDiscriminatorOptions {
    fn apply(self, loss: GanDiscriminator) -> Option<GanDiscriminator> {
        let mut loss = loss;
        if self.label_smoothing != 0.0 {
            loss = loss.try_with_label_smoothing(self.label_smoothing).ok()?;
        }
        Some(loss)
    }
}

#[inline(always)]
fn gan_generator(first: u8, gan: u32) -> Result<GanGenerator, Refusal> {
    let loss = GanGenerator::new(choose_gan(gan).ok_or(Refusal::new(Code::PARAMETER, first))?);
    Ok(loss)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredError, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| squared_error(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredError, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| squared_error(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| squared_error(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| squared_error(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| squared_error(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SquaredError>(|| squared_error(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<AbsoluteError, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| absolute_error(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<AbsoluteError, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| absolute_error(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<AbsoluteError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| absolute_error(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<AbsoluteError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| absolute_error(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<AbsoluteError, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| absolute_error(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_absolute_error_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<AbsoluteError>(|| absolute_error(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber(count: usize, delta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Huber, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| huber(2, delta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value(count: usize, delta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Huber, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| huber(2, delta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_with(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Huber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| huber(2, delta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value_with(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Huber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| huber(2, delta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_terms(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Huber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| huber(2, delta), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_denominator(count: usize, delta: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Huber>(|| huber(2, delta), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1(count: usize, beta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothL1, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| smooth_l1(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1_value(count: usize, beta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothL1, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| smooth_l1(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1_with(count: usize, beta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothL1, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| smooth_l1(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1_value_with(count: usize, beta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothL1, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| smooth_l1(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1_terms(count: usize, beta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothL1, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| smooth_l1(2, beta), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smooth_l1_denominator(count: usize, beta: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SmoothL1>(|| smooth_l1(2, beta), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber(count: usize, delta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PseudoHuber, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| pseudo_huber(2, delta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber_value(count: usize, delta: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PseudoHuber, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| pseudo_huber(2, delta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber_with(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PseudoHuber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| pseudo_huber(2, delta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber_value_with(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PseudoHuber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| pseudo_huber(2, delta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber_terms(count: usize, delta: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PseudoHuber, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| pseudo_huber(2, delta), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pseudo_huber_denominator(count: usize, delta: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<PseudoHuber>(|| pseudo_huber(2, delta), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust(count: usize, alpha: f32, scale: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GeneralRobust, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| general_robust(2, alpha, scale), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust_value(count: usize, alpha: f32, scale: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GeneralRobust, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| general_robust(2, alpha, scale), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust_with(count: usize, alpha: f32, scale: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GeneralRobust, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| general_robust(2, alpha, scale), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust_value_with(count: usize, alpha: f32, scale: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GeneralRobust, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|_| general_robust(2, alpha, scale), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust_terms(count: usize, alpha: f32, scale: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GeneralRobust, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| general_robust(2, alpha, scale), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_general_robust_denominator(count: usize, alpha: f32, scale: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<GeneralRobust>(|| general_robust(2, alpha, scale), count, 4, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LogCosh, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| log_cosh(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LogCosh, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| log_cosh(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LogCosh, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| log_cosh(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LogCosh, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| log_cosh(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LogCosh, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| log_cosh(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_cosh_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<LogCosh>(|| log_cosh(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile(count: usize, tau: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Quantile, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| quantile(2, tau), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile_value(count: usize, tau: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Quantile, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| quantile(2, tau), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile_with(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Quantile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| quantile(2, tau), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile_value_with(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Quantile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| quantile(2, tau), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile_terms(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Quantile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| quantile(2, tau), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_quantile_denominator(count: usize, tau: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Quantile>(|| quantile(2, tau), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile(count: usize, tau: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Expectile, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| expectile(2, tau), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile_value(count: usize, tau: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Expectile, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| expectile(2, tau), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile_with(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Expectile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| expectile(2, tau), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile_value_with(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Expectile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| expectile(2, tau), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile_terms(count: usize, tau: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Expectile, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| expectile(2, tau), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_expectile_denominator(count: usize, tau: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Expectile>(|| expectile(2, tau), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<EpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| epsilon_insensitive(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive_value(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<EpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| epsilon_insensitive(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<EpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| epsilon_insensitive(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive_value_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<EpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| epsilon_insensitive(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive_terms(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<EpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| epsilon_insensitive(2, epsilon), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_epsilon_insensitive_denominator(count: usize, epsilon: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<EpsilonInsensitive>(|| epsilon_insensitive(2, epsilon), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredEpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| squared_epsilon_insensitive(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive_value(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredEpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| squared_epsilon_insensitive(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredEpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| squared_epsilon_insensitive(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive_value_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredEpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| squared_epsilon_insensitive(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive_terms(count: usize, epsilon: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredEpsilonInsensitive, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| squared_epsilon_insensitive(2, epsilon), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_epsilon_insensitive_denominator(count: usize, epsilon: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SquaredEpsilonInsensitive>(|| squared_epsilon_insensitive(2, epsilon), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic(count: usize, period: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Periodic, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| periodic(2, period), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic_value(count: usize, period: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Periodic, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| periodic(2, period), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic_with(count: usize, period: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Periodic, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| periodic(2, period), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic_value_with(count: usize, period: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Periodic, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| periodic(2, period), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic_terms(count: usize, period: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Periodic, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| periodic(2, period), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_periodic_denominator(count: usize, period: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Periodic>(|| periodic(2, period), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GaussianNll, GaussianNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| gaussian_nll(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll_value(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GaussianNll, GaussianNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| gaussian_nll(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll_with(options: *const GaussianNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GaussianNll, GaussianNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| gaussian_nll(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll_value_with(options: *const GaussianNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GaussianNll, GaussianNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| gaussian_nll(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll_terms(options: *const GaussianNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GaussianNll, GaussianNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| gaussian_nll(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gaussian_nll_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<GaussianNll>(|| gaussian_nll(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LaplaceNll, LaplaceNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| laplace_nll(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll_value(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LaplaceNll, LaplaceNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| laplace_nll(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll_with(options: *const LaplaceNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LaplaceNll, LaplaceNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| laplace_nll(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll_value_with(options: *const LaplaceNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LaplaceNll, LaplaceNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| laplace_nll(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll_terms(options: *const LaplaceNllOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LaplaceNll, LaplaceNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| laplace_nll(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_laplace_nll_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<LaplaceNll>(|| laplace_nll(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PoissonNll, PoissonNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| poisson_nll(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PoissonNll, PoissonNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| poisson_nll(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll_with(options: *const PoissonNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PoissonNll, PoissonNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| poisson_nll(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll_value_with(options: *const PoissonNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PoissonNll, PoissonNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| poisson_nll(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll_terms(options: *const PoissonNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<PoissonNll, PoissonNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| poisson_nll(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_poisson_nll_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<PoissonNll>(|| poisson_nll(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GammaNll, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| gamma_nll(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GammaNll, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| gamma_nll(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GammaNll, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| gamma_nll(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GammaNll, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| gamma_nll(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GammaNll, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| gamma_nll(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gamma_nll_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<GammaNll>(|| gamma_nll(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidCrossEntropy, SigmoidCrossEntropyOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| sigmoid_cross_entropy(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidCrossEntropy, SigmoidCrossEntropyOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| sigmoid_cross_entropy(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_with(options: *const SigmoidCrossEntropyOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidCrossEntropy, SigmoidCrossEntropyOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| sigmoid_cross_entropy(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value_with(options: *const SigmoidCrossEntropyOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidCrossEntropy, SigmoidCrossEntropyOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| sigmoid_cross_entropy(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_terms(options: *const SigmoidCrossEntropyOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidCrossEntropy, SigmoidCrossEntropyOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| sigmoid_cross_entropy(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SigmoidCrossEntropy>(|| sigmoid_cross_entropy(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidFocal, SigmoidFocalOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| sigmoid_focal(2, gamma, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal_value(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidFocal, SigmoidFocalOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| sigmoid_focal(2, gamma, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal_with(options: *const SigmoidFocalOptions, count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidFocal, SigmoidFocalOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| sigmoid_focal(3, gamma, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal_value_with(options: *const SigmoidFocalOptions, count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidFocal, SigmoidFocalOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|options| sigmoid_focal(3, gamma, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal_terms(options: *const SigmoidFocalOptions, count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SigmoidFocal, SigmoidFocalOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| sigmoid_focal(3, gamma, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_focal_denominator(count: usize, gamma: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SigmoidFocal>(|| sigmoid_focal(2, gamma, None), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BernoulliNll, BernoulliNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| bernoulli_nll(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BernoulliNll, BernoulliNllOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| bernoulli_nll(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll_with(options: *const BernoulliNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BernoulliNll, BernoulliNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| bernoulli_nll(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll_value_with(options: *const BernoulliNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BernoulliNll, BernoulliNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| bernoulli_nll(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll_terms(options: *const BernoulliNllOptions, count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BernoulliNll, BernoulliNllOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| bernoulli_nll(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bernoulli_nll_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<BernoulliNll>(|| bernoulli_nll(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Hinge, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| hinge(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Hinge, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| hinge(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Hinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| hinge(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Hinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| hinge(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Hinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| hinge(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Hinge>(|| hinge(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredHinge, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| squared_hinge(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredHinge, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| squared_hinge(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredHinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| squared_hinge(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredHinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| squared_hinge(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SquaredHinge, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| squared_hinge(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_hinge_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SquaredHinge>(|| squared_hinge(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding(count: usize, margin: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<HingeEmbedding, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| hinge_embedding(2, margin), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding_value(count: usize, margin: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<HingeEmbedding, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| hinge_embedding(2, margin), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding_with(count: usize, margin: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<HingeEmbedding, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| hinge_embedding(2, margin), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding_value_with(count: usize, margin: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<HingeEmbedding, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| hinge_embedding(2, margin), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding_terms(count: usize, margin: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<HingeEmbedding, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| hinge_embedding(2, margin), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_hinge_embedding_denominator(count: usize, margin: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<HingeEmbedding>(|| hinge_embedding(2, margin), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Perceptron, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| perceptron(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Perceptron, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| perceptron(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Perceptron, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| perceptron(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Perceptron, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| perceptron(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Perceptron, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| perceptron(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_perceptron_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Perceptron>(|| perceptron(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ModifiedHuber, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| modified_huber(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber_value(count: usize, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ModifiedHuber, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| modified_huber(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ModifiedHuber, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| modified_huber(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber_value_with(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ModifiedHuber, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| modified_huber(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber_terms(count: usize, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ModifiedHuber, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| modified_huber(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_modified_huber_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<ModifiedHuber>(|| modified_huber(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothedHinge, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| smoothed_hinge(2, gamma), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge_value(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothedHinge, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| smoothed_hinge(2, gamma), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge_with(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothedHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| smoothed_hinge(2, gamma), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge_value_with(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothedHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| smoothed_hinge(2, gamma), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge_terms(count: usize, gamma: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SmoothedHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| smoothed_hinge(2, gamma), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_smoothed_hinge_denominator(count: usize, gamma: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SmoothedHinge>(|| smoothed_hinge(2, gamma), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], reduction: Reduction, gradient: *mut [f32; 4], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxIou, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| box_iou(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou_value(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxIou, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| box_iou(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou_with(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 4], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxIou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| box_iou(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou_value_with(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxIou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| box_iou(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou_terms(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxIou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| box_iou(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_iou_denominator(count: usize, targets: *const [f32; 4], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<BoxIou>(|| box_iou(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], reduction: Reduction, gradient: *mut [f32; 4], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxGiou, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| box_giou(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou_value(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxGiou, ()> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| box_giou(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou_with(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 4], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxGiou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| box_giou(2), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou_value_with(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxGiou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction }.value(|_| box_giou(2), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou_terms(count: usize, predictions: *const [f32; 4], targets: *const [f32; 4], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BoxGiou, ()> { options: null(), count, first: 2, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| box_giou(2), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_box_giou_denominator(count: usize, targets: *const [f32; 4], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<BoxGiou>(|| box_giou(2), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence(count: usize, predictions: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ContrastiveDivergence, ContrastiveDivergenceOptions> { options: null(), count, first: 2, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value_and_gradient(|options| contrastive_divergence(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence_value(count: usize, predictions: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ContrastiveDivergence, ContrastiveDivergenceOptions> { options: null(), count, first: 2, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value(|options| contrastive_divergence(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence_with(options: *const ContrastiveDivergenceOptions, count: usize, predictions: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ContrastiveDivergence, ContrastiveDivergenceOptions> { options, count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value_and_gradient(|options| contrastive_divergence(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence_value_with(options: *const ContrastiveDivergenceOptions, count: usize, predictions: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ContrastiveDivergence, ContrastiveDivergenceOptions> { options, count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value(|options| contrastive_divergence(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence_terms(options: *const ContrastiveDivergenceOptions, count: usize, predictions: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<ContrastiveDivergence, ContrastiveDivergenceOptions> { options, count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| contrastive_divergence(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_contrastive_divergence_denominator(count: usize, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<ContrastiveDivergence>(|| contrastive_divergence(2, None), count, 2, NonNull::dangling().as_ptr(), weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseSquaredError, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| loss_averse_squared_error(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error_value(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseSquaredError, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| loss_averse_squared_error(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error_with(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseSquaredError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| loss_averse_squared_error(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error_value_with(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseSquaredError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| loss_averse_squared_error(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error_terms(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseSquaredError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| loss_averse_squared_error(2, lambda), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_squared_error_denominator(count: usize, lambda: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<LossAverseSquaredError>(|| loss_averse_squared_error(2, lambda), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseAbsoluteError, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| loss_averse_absolute_error(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error_value(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseAbsoluteError, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| loss_averse_absolute_error(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error_with(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseAbsoluteError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| loss_averse_absolute_error(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error_value_with(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseAbsoluteError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| loss_averse_absolute_error(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error_terms(count: usize, lambda: f32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<LossAverseAbsoluteError, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| loss_averse_absolute_error(2, lambda), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_loss_averse_absolute_error_denominator(count: usize, lambda: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<LossAverseAbsoluteError>(|| loss_averse_absolute_error(2, lambda), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking(count: usize, margin: f32, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<MarginRanking, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| margin_ranking(2, margin), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking_value(count: usize, margin: f32, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<MarginRanking, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| margin_ranking(2, margin), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking_with(count: usize, margin: f32, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<MarginRanking, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| margin_ranking(2, margin), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking_value_with(count: usize, margin: f32, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<MarginRanking, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| margin_ranking(2, margin), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking_terms(count: usize, margin: f32, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<MarginRanking, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| margin_ranking(2, margin), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_margin_ranking_denominator(count: usize, margin: f32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<MarginRanking>(|| margin_ranking(2, margin), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BradleyTerry, BradleyTerryOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| bradley_terry(2, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry_value(count: usize, predictions: *const [f32; 2], targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BradleyTerry, BradleyTerryOptions> { options: null(), count, first: 2, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| bradley_terry(2, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry_with(options: *const BradleyTerryOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BradleyTerry, BradleyTerryOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| bradley_terry(3, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry_value_with(options: *const BradleyTerryOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BradleyTerry, BradleyTerryOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|options| bradley_terry(3, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry_terms(options: *const BradleyTerryOptions, count: usize, predictions: *const [f32; 2], targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<BradleyTerry, BradleyTerryOptions> { options, count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| bradley_terry(3, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_bradley_terry_denominator(count: usize, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<BradleyTerry>(|| bradley_terry(2, None), count, 2, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Dpo, DpoOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| dpo(2, beta, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo_value(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Dpo, DpoOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| dpo(2, beta, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo_with(options: *const DpoOptions, count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Dpo, DpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| dpo(3, beta, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo_value_with(options: *const DpoOptions, count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Dpo, DpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|options| dpo(3, beta, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo_terms(options: *const DpoOptions, count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Dpo, DpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| dpo(3, beta, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_dpo_denominator(count: usize, beta: f32, targets: *const [f32; 2], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Dpo>(|| dpo(2, beta, None), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SlicHinge, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| slic_hinge(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge_value(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SlicHinge, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| slic_hinge(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge_with(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SlicHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| slic_hinge(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge_value_with(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SlicHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| slic_hinge(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge_terms(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SlicHinge, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| slic_hinge(2, beta), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_slic_hinge_denominator(count: usize, beta: f32, targets: *const [f32; 2], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SlicHinge>(|| slic_hinge(2, beta), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Ipo, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| ipo(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo_value(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Ipo, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| ipo(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo_with(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Ipo, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| ipo(2, beta), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo_value_with(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Ipo, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| ipo(2, beta), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo_terms(count: usize, beta: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Ipo, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| ipo(2, beta), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ipo_denominator(count: usize, beta: f32, targets: *const [f32; 2], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Ipo>(|| ipo(2, beta), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo(count: usize, beta: f32, epsilon: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Exo, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| exo(2, beta, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo_value(count: usize, beta: f32, epsilon: f32, predictions: *const [f32; 2], targets: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Exo, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| exo(2, beta, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo_with(count: usize, beta: f32, epsilon: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Exo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| exo(2, beta, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo_value_with(count: usize, beta: f32, epsilon: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Exo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|_| exo(2, beta, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo_terms(count: usize, beta: f32, epsilon: f32, predictions: *const [f32; 2], targets: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Exo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| exo(2, beta, epsilon), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_exo_denominator(count: usize, beta: f32, epsilon: f32, targets: *const [f32; 2], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Exo>(|| exo(2, beta, epsilon), count, 4, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po(count: usize, beta: f32, gamma: f32, predictions: *const [f32; 2], targets: *const [u32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SimPo, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| sim_po(2, beta, gamma), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po_value(count: usize, beta: f32, gamma: f32, predictions: *const [f32; 2], targets: *const [u32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SimPo, ()> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| sim_po(2, beta, gamma), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po_with(count: usize, beta: f32, gamma: f32, predictions: *const [f32; 2], targets: *const [u32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SimPo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| sim_po(2, beta, gamma), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po_value_with(count: usize, beta: f32, gamma: f32, predictions: *const [f32; 2], targets: *const [u32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SimPo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|_| sim_po(2, beta, gamma), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po_terms(count: usize, beta: f32, gamma: f32, predictions: *const [f32; 2], targets: *const [u32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<SimPo, ()> { options: null(), count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| sim_po(2, beta, gamma), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sim_po_denominator(count: usize, beta: f32, gamma: f32, targets: *const [u32; 2], weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<SimPo>(|| sim_po(2, beta, gamma), count, 4, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto(count: usize, beta: f32, reference_point: f32, predictions: *const f32, targets: *const Verdict, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Kto, Verdict>, KtoOptions> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| kto(2, beta, reference_point, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto_value(count: usize, beta: f32, reference_point: f32, predictions: *const f32, targets: *const Verdict, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Kto, Verdict>, KtoOptions> { options: null(), count, first: 4, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| kto(2, beta, reference_point, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto_with(options: *const KtoOptions, count: usize, beta: f32, reference_point: f32, predictions: *const f32, targets: *const Verdict, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Kto, Verdict>, KtoOptions> { options, count, first: 5, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| kto(3, beta, reference_point, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto_value_with(options: *const KtoOptions, count: usize, beta: f32, reference_point: f32, predictions: *const f32, targets: *const Verdict, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Kto, Verdict>, KtoOptions> { options, count, first: 5, predictions, targets, weights, weighted: true, reduction }.value(|options| kto(3, beta, reference_point, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto_terms(options: *const KtoOptions, count: usize, beta: f32, reference_point: f32, predictions: *const f32, targets: *const Verdict, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Kto, Verdict>, KtoOptions> { options, count, first: 5, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| kto(3, beta, reference_point, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kto_denominator(count: usize, beta: f32, reference_point: f32, targets: *const Verdict, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<FromC<Kto, Verdict>>(|| kto(2, beta, reference_point, None), count, 4, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo(count: usize, lambda: f32, predictions: *const [f32; 2], reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Orpo, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value_and_gradient(|_| orpo(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo_value(count: usize, lambda: f32, predictions: *const [f32; 2], reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Orpo, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value(|_| orpo(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo_with(count: usize, lambda: f32, predictions: *const [f32; 2], weights: *const f32, reduction: Reduction, gradient: *mut [f32; 2], value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Orpo, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value_and_gradient(|_| orpo(2, lambda), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo_value_with(count: usize, lambda: f32, predictions: *const [f32; 2], weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Orpo, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value(|_| orpo(2, lambda), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo_terms(count: usize, lambda: f32, predictions: *const [f32; 2], weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<Orpo, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| orpo(2, lambda), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_orpo_denominator(count: usize, lambda: f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<Orpo>(|| orpo(2, lambda), count, 3, NonNull::dangling().as_ptr(), weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo(count: usize, epsilon: f32, predictions: *const f32, targets: *const Action, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Ppo, Action>, PpoOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| ppo(2, epsilon, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo_value(count: usize, epsilon: f32, predictions: *const f32, targets: *const Action, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Ppo, Action>, PpoOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| ppo(2, epsilon, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo_with(options: *const PpoOptions, count: usize, epsilon: f32, predictions: *const f32, targets: *const Action, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Ppo, Action>, PpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| ppo(3, epsilon, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo_value_with(options: *const PpoOptions, count: usize, epsilon: f32, predictions: *const f32, targets: *const Action, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Ppo, Action>, PpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|options| ppo(3, epsilon, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo_terms(options: *const PpoOptions, count: usize, epsilon: f32, predictions: *const f32, targets: *const Action, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<Ppo, Action>, PpoOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| ppo(3, epsilon, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_ppo_denominator(count: usize, epsilon: f32, targets: *const Action, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<FromC<Ppo, Action>>(|| ppo(2, epsilon, None), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value(count: usize, epsilon: f32, predictions: *const f32, targets: *const Estimate, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<ClippedValue, Estimate>, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| clipped_value(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value_value(count: usize, epsilon: f32, predictions: *const f32, targets: *const Estimate, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<ClippedValue, Estimate>, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| clipped_value(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const Estimate, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<ClippedValue, Estimate>, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| clipped_value(2, epsilon), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value_value_with(count: usize, epsilon: f32, predictions: *const f32, targets: *const Estimate, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<ClippedValue, Estimate>, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| clipped_value(2, epsilon), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value_terms(count: usize, epsilon: f32, predictions: *const f32, targets: *const Estimate, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<ClippedValue, Estimate>, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| clipped_value(2, epsilon), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clipped_value_denominator(count: usize, epsilon: f32, targets: *const Estimate, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<FromC<ClippedValue, Estimate>>(|| clipped_value(2, epsilon), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty(count: usize, estimator: u32, predictions: *const f32, targets: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<KlPenalty, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|_| kl_penalty(2, estimator), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty_value(count: usize, estimator: u32, predictions: *const f32, targets: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<KlPenalty, ()> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|_| kl_penalty(2, estimator), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty_with(count: usize, estimator: u32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<KlPenalty, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|_| kl_penalty(2, estimator), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty_value_with(count: usize, estimator: u32, predictions: *const f32, targets: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<KlPenalty, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction }.value(|_| kl_penalty(2, estimator), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty_terms(count: usize, estimator: u32, predictions: *const f32, targets: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<KlPenalty, ()> { options: null(), count, first: 3, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| kl_penalty(2, estimator), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_penalty_denominator(count: usize, estimator: u32, targets: *const f32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<KlPenalty>(|| kl_penalty(2, estimator), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator(count: usize, gan: u32, predictions: *const f32, targets: *const u8, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<GanDiscriminator, u8>, GanDiscriminatorOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value_and_gradient(|options| gan_discriminator(2, gan, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator_value(count: usize, gan: u32, predictions: *const f32, targets: *const u8, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<GanDiscriminator, u8>, GanDiscriminatorOptions> { options: null(), count, first: 3, predictions, targets, weights: null(), weighted: false, reduction }.value(|options| gan_discriminator(2, gan, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator_with(options: *const GanDiscriminatorOptions, count: usize, gan: u32, predictions: *const f32, targets: *const u8, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<GanDiscriminator, u8>, GanDiscriminatorOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value_and_gradient(|options| gan_discriminator(3, gan, options), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator_value_with(options: *const GanDiscriminatorOptions, count: usize, gan: u32, predictions: *const f32, targets: *const u8, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<GanDiscriminator, u8>, GanDiscriminatorOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction }.value(|options| gan_discriminator(3, gan, options), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator_terms(options: *const GanDiscriminatorOptions, count: usize, gan: u32, predictions: *const f32, targets: *const u8, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<FromC<GanDiscriminator, u8>, GanDiscriminatorOptions> { options, count, first: 4, predictions, targets, weights, weighted: true, reduction: Reduction::MEAN }.terms(|options| gan_discriminator(3, gan, options), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_discriminator_denominator(count: usize, gan: u32, targets: *const u8, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<FromC<GanDiscriminator, u8>>(|| gan_discriminator(2, gan, None), count, 3, targets, weights, denominator) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator(count: usize, gan: u32, predictions: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GanGenerator, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value_and_gradient(|_| gan_generator(2, gan), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator_value(count: usize, gan: u32, predictions: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GanGenerator, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights: null(), weighted: false, reduction }.value(|_| gan_generator(2, gan), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator_with(count: usize, gan: u32, predictions: *const f32, weights: *const f32, reduction: Reduction, gradient: *mut f32, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GanGenerator, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value_and_gradient(|_| gan_generator(2, gan), gradient, value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator_value_with(count: usize, gan: u32, predictions: *const f32, weights: *const f32, reduction: Reduction, value: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GanGenerator, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction }.value(|_| gan_generator(2, gan), value) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator_terms(count: usize, gan: u32, predictions: *const f32, weights: *const f32, terms: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { Batch::<GanGenerator, ()> { options: null(), count, first: 3, predictions, targets: NonNull::dangling().as_ptr(), weights, weighted: true, reduction: Reduction::MEAN }.terms(|_| gan_generator(2, gan), terms) }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gan_generator_denominator(count: usize, gan: u32, weights: *const f32, denominator: *mut f32) -> i32 {
    // SAFETY: the caller's promise, at the top of the header.
    unsafe { memory::denominator::<GanGenerator>(|| gan_generator(2, gan), count, 3, NonNull::dangling().as_ptr(), weights, denominator) }
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_exp(x: f32) -> f32 {
    microloss::math::exp(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_exp_m1(x: f32) -> f32 {
    microloss::math::exp_m1(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_exp_residual(x: f32) -> f32 {
    microloss::math::exp_residual(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_ln(x: f32) -> f32 {
    microloss::math::ln(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_ln_1p(x: f32) -> f32 {
    microloss::math::ln_1p(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_ln_cosh(x: f32) -> f32 {
    microloss::math::ln_cosh(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_log1m_exp(x: f32) -> f32 {
    microloss::math::log1m_exp(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_log_sigmoid(x: f32) -> f32 {
    microloss::math::log_sigmoid(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_sigmoid(x: f32) -> f32 {
    microloss::math::sigmoid(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_softplus(x: f32) -> f32 {
    microloss::math::softplus(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_sqrt(x: f32) -> f32 {
    microloss::math::sqrt(x)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_tanh(x: f32) -> f32 {
    microloss::math::tanh(x)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_sum_exp(count: usize, x: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, x, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::math::log_sum_exp(read(x, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax(count: usize, logits: *const f32, temperature: f32, probabilities: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, logits, count), Span::write(4, probabilities, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::math::softmax(read(logits, count), temperature, write(probabilities, count)) }.map_err(|error| refused(error, &[("logits", 2), ("temperature", 3), ("probabilities", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_softmax(count: usize, logits: *const f32, temperature: f32, log_probabilities: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, logits, count), Span::write(4, log_probabilities, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::math::log_softmax(read(logits, count), temperature, write(log_probabilities, count)) }.map_err(|error| refused(error, &[("logits", 2), ("temperature", 3), ("log_probabilities", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_boltzmann(count: usize, energies: *const f32, temperature: f32, probabilities: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, energies, count), Span::write(4, probabilities, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::boltzmann(read(energies, count), temperature, write(probabilities, count)) }.map_err(|error| refused(error, &[("energies", 2), ("temperature", 3), ("probabilities", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_temper(count: usize, probabilities: *mut f32, temperature: f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, probabilities, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::temper(write(probabilities, count), temperature) }.map_err(|error| refused(error, &[("probabilities", 2), ("temperature", 3)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_free_energy(count: usize, energies: *const f32, temperature: f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, energies, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::free_energy(read(energies, count), temperature) }.map_err(|error| refused(error, &[("energies", 2), ("temperature", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_free_energy_and_gradient(count: usize, energies: *const f32, temperature: f32, gradient: *mut f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, energies, count), Span::write(4, gradient, count), Span::write(5, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::free_energy_and_gradient(read(energies, count), temperature, write(gradient, count)) }.map_err(|error| refused(error, &[("energies", 2), ("temperature", 3), ("gradient", 4)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_free_energy_slope(count: usize, energies: *const f32, temperature: f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, energies, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::free_energy_slope(read(energies, count), temperature) }.map_err(|error| refused(error, &[("energies", 2), ("temperature", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_log_partition(count: usize, energies: *const f32, temperature: f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, energies, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::log_partition(read(energies, count), temperature) }.map_err(|error| refused(error, &[("energies", 2), ("temperature", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sample(count: usize, probabilities: *const f32, u: f32, result: *mut usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, probabilities, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::sample(read(probabilities, count), u) }.map_err(|error| refused(error, &[("probabilities", 2), ("u", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_top_k(count: usize, probabilities: *mut f32, k: usize, result: *mut usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, probabilities, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::top_k(write(probabilities, count), k) }.map_err(|error| refused(error, &[("probabilities", 2), ("k", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_top_p(count: usize, probabilities: *mut f32, p: f32, result: *mut usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, probabilities, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::top_p(write(probabilities, count), p) }.map_err(|error| refused(error, &[("probabilities", 2), ("p", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_entropy(count: usize, p: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, p, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::entropy(read(p, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_cross_entropy(count: usize, p: *const f32, q: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, p, count), Span::read(3, q, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::cross_entropy(read(p, count), read(q, count)) }.map_err(|error| refused(error, &[("p", 2), ("q", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_divergence(count: usize, p: *const f32, q: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, p, count), Span::read(3, q, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::kl_divergence(read(p, count), read(q, count)) }.map_err(|error| refused(error, &[("p", 2), ("q", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_kl_divergence_of_logs(count: usize, log_p: *const f32, log_q: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, log_p, count), Span::read(3, log_q, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::kl_divergence_of_logs(read(log_p, count), read(log_q, count)) }.map_err(|error| refused(error, &[("log_p", 2), ("log_q", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_jensen_shannon(count: usize, p: *const f32, q: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, p, count), Span::read(3, q, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::jensen_shannon(read(p, count), read(q, count)) }.map_err(|error| refused(error, &[("p", 2), ("q", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_bits_to_nats(bits: f32) -> f32 {
    microloss::bits_to_nats(bits)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_nats_to_bits(nats: f32) -> f32 {
    microloss::nats_to_bits(nats)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_mutual_information_bound(candidates: usize, loss: f32) -> f32 {
    microloss::mutual_information_bound(candidates, loss)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_looks_like_probabilities(count: usize, row: *const f32, result: *mut u32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, row, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::looks_like_probabilities(read(row, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(u32::from(result)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_looks_like_sigmoid_outputs(count: usize, predictions: *const f32, result: *mut u32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, predictions, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::looks_like_sigmoid_outputs(read(predictions, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(u32::from(result)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_first_not_a_number(count: usize, terms: *const f32, result: *mut usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, terms, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::first_not_a_number(read(terms, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result.unwrap_or(usize::MAX)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_distance_from_uniform(count: usize, probabilities: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, probabilities, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::distance_from_uniform(read(probabilities, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_double_softmax_range(classes: usize, result: *mut [f32; 2]) -> i32 {
    status(|| {
        check(&[Span::write(2, result, 1)])?;
        let result_at = result;
        let result = microloss::double_softmax_range(classes);
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(<[f32; 2]>::from(result)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_gradient_norm(count: usize, gradient: *const f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, gradient, count), Span::write(3, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::gradient_norm(read(gradient, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_clip_by_norm(count: usize, gradient: *mut f32, bound: f32, result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, gradient, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::clip_by_norm(write(gradient, count), bound) }.map_err(|error| refused(error, &[("gradient", 2), ("bound", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_is_vanishing(count: usize, gradient: *const f32, threshold: f32, result: *mut u32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, gradient, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::is_vanishing(read(gradient, count), threshold) };
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(u32::from(result)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sharpness_aware_perturbation(count: usize, gradient: *const f32, rho: f32, perturbation: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, gradient, count), Span::write(4, perturbation, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::sharpness_aware_perturbation(read(gradient, count), rho, write(perturbation, count)) }.map_err(|error| refused(error, &[("gradient", 2), ("rho", 3), ("perturbation", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_cost_threshold(false_positive: f32, false_negative: f32, result: *mut f32) -> i32 {
    status(|| {
        check(&[Span::write(3, result, 1)])?;
        let result_at = result;
        let result = microloss::cost_threshold(false_positive, false_negative).map_err(|error| refused(error, &[("false_positive", 1), ("false_negative", 2)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_positive_weight_from_costs(false_positive: f32, false_negative: f32, result: *mut f32) -> i32 {
    status(|| {
        check(&[Span::write(3, result, 1)])?;
        let result_at = result;
        let result = microloss::positive_weight_from_costs(false_positive, false_negative).map_err(|error| refused(error, &[("false_positive", 1), ("false_negative", 2)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_calibrated_logit(logit: f32, positive_weight: f32, result: *mut f32) -> i32 {
    status(|| {
        check(&[Span::write(3, result, 1)])?;
        let result_at = result;
        let result = microloss::calibrated_logit(logit, positive_weight).map_err(|error| refused(error, &[("logit", 1), ("positive_weight", 2)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_inverse_frequency_weights(count: usize, counts: *const u32, weights: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, counts, count), Span::write(3, weights, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::inverse_frequency_weights(read(counts, count), write(weights, count)) }.map_err(|error| refused(error, &[("counts", 2), ("weights", 3)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_effective_number_weights(count: usize, counts: *const u32, beta: f32, weights: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, counts, count), Span::write(4, weights, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::effective_number_weights(read(counts, count), beta, write(weights, count)) }.map_err(|error| refused(error, &[("counts", 2), ("beta", 3), ("weights", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_potential_shaping(gamma: f32, potential: f32, next_potential: f32) -> f32 {
    microloss::potential_shaping(gamma, potential, next_potential)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_signal_to_noise(alpha_bar: f32) -> f32 {
    microloss::signal_to_noise(alpha_bar)
}

#[unsafe(no_mangle)]
pub extern "C" fn microloss_implicit_reward(beta: f32, policy: f32, reference: f32) -> f32 {
    microloss::implicit_reward(beta, policy, reference)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_preference_accuracy(count: usize, policy: *const [f32; 2], reference: *const [f32; 2], result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, policy, count), Span::read(3, reference, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::preference_accuracy(read(policy, count), read(reference, count)) }.map_err(|error| refused(error, &[("policy", 2), ("reference", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_reward_margin(count: usize, beta: f32, policy: *const [f32; 2], reference: *const [f32; 2], result: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, policy, count), Span::read(4, reference, count), Span::write(5, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::reward_margin(beta, read(policy, count), read(reference, count)) }.map_err(|error| refused(error, &[("beta", 2), ("policy", 3), ("reference", 4)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_drifted(count: usize, log_probabilities: *const f32, old: *const f32, result: *mut usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, log_probabilities, count), Span::read(3, old, count), Span::write(4, result, 1)])?;
        let result_at = result;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { microloss::drifted(read(log_probabilities, count), read(old, count)) }.map_err(|error| refused(error, &[("log_probabilities", 2), ("old", 3)]))?;
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_generalized_advantage(count: usize, rewards: *const f32, values: *const f32, ends: *const EpisodeEnd, next_value: f32, gamma: f32, lambda: f32, advantages: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(2, rewards, count), Span::read(3, values, count), Span::read(4, ends, count), Span::write(8, advantages, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { EpisodeEnd::known(read(ends, count), 4)? };
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::generalized_advantage(read(rewards, count), read(values, count), read(ends, count), next_value, gamma, lambda, write(advantages, count)) }.map_err(|error| refused(error, &[("rewards", 2), ("values", 3), ("ends", 4), ("next_value", 5), ("gamma", 6), ("lambda", 7), ("advantages", 8)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_leave_one_out_advantages(count: usize, rewards: *mut f32, group: usize) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, rewards, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::leave_one_out_advantages(write(rewards, count), group) }.map_err(|error| refused(error, &[("rewards", 2), ("group", 3)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_normalize_groups(count: usize, rewards: *mut f32, group: usize, floor: f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, rewards, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::normalize_groups(write(rewards, count), group, floor) }.map_err(|error| refused(error, &[("rewards", 2), ("group", 3), ("floor", 4)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_normalize_advantages(count: usize, advantages: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, advantages, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::normalize_advantages(write(advantages, count)) }.map_err(|error| refused(error, &[("advantages", 2)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_normalize_advantages_with_floor(count: usize, advantages: *mut f32, floor: f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::write(2, advantages, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::normalize_advantages_with_floor(write(advantages, count), floor) }.map_err(|error| refused(error, &[("advantages", 2), ("floor", 3)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_rlhf_rewards(count: usize, score: f32, policy: *const f32, reference: *const f32, beta: f32, rewards: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, policy, count), Span::read(4, reference, count), Span::write(6, rewards, count)])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        unsafe { microloss::rlhf_rewards(score, read(policy, count), read(reference, count), beta, write(rewards, count)) }.map_err(|error| refused(error, &[("score", 2), ("policy", 3), ("reference", 4), ("beta", 5), ("rewards", 6)]))?;
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_pair_count(embeddings: usize, result: *mut usize) -> i32 {
    status(|| {
        check(&[Span::write(2, result, 1)])?;
        let result_at = result;
        let result = microloss::pair_count(embeddings);
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result.unwrap_or(usize::MAX)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_triplet_count(classes: usize, per_class: usize, result: *mut usize) -> i32 {
    status(|| {
        check(&[Span::write(3, result, 1)])?;
        let result_at = result;
        let result = microloss::triplet_count(classes, per_class);
        // SAFETY: `check` has accepted the span.
        unsafe { result_at.write(result.unwrap_or(usize::MAX)) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_l1(count: usize, lambda: f32, parameters: *const f32, gradient: *mut f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, parameters, count), Span::write(4, gradient, count), Span::write(5, value, 1)])?;
        let penalty = L1::try_new(lambda).map_err(|error| refused(error, &[("lambda", 2)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value_and_add_gradient(read(parameters, count), write(gradient, count)).map_err(|error| refused(error, &[]))? };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_l1_value(count: usize, lambda: f32, parameters: *const f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, parameters, count), Span::write(4, value, 1)])?;
        let penalty = L1::try_new(lambda).map_err(|error| refused(error, &[("lambda", 2)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value(read(parameters, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_l2(count: usize, lambda: f32, parameters: *const f32, gradient: *mut f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, parameters, count), Span::write(4, gradient, count), Span::write(5, value, 1)])?;
        let penalty = L2::try_new(lambda).map_err(|error| refused(error, &[("lambda", 2)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value_and_add_gradient(read(parameters, count), write(gradient, count)).map_err(|error| refused(error, &[]))? };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_l2_value(count: usize, lambda: f32, parameters: *const f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(3, parameters, count), Span::write(4, value, 1)])?;
        let penalty = L2::try_new(lambda).map_err(|error| refused(error, &[("lambda", 2)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value(read(parameters, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_elastic_net(count: usize, l1: f32, l2: f32, parameters: *const f32, gradient: *mut f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(4, parameters, count), Span::write(5, gradient, count), Span::write(6, value, 1)])?;
        let penalty = ElasticNet::try_new(l1, l2).map_err(|error| refused(error, &[("l1", 2), ("l2", 3)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value_and_add_gradient(read(parameters, count), write(gradient, count)).map_err(|error| refused(error, &[]))? };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_elastic_net_value(count: usize, l1: f32, l2: f32, parameters: *const f32, value: *mut f32) -> i32 {
    status(|| {
        fits(count, 1)?;
        check(&[Span::read(4, parameters, count), Span::write(5, value, 1)])?;
        let penalty = ElasticNet::try_new(l1, l2).map_err(|error| refused(error, &[("l1", 2), ("l2", 3)]))?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe { penalty.value(read(parameters, count)) };
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}
