//! Calls every public function once, with inputs that the compiler does not know.
//!
//! On the host each call stands in a function of its own. The linker refuses the function if it can panic. Firmware calls the same
//! list. `check.sh` compares the names with those that rustdoc finds.

use super::inputs::{Inputs, K, Outputs, ROWS, batch, batch_mut, rows, rows_mut, target_batch, targets};
use core::hint::black_box;
use microloss::{self as loss, *};

const LEVELS: [f32; K] = {
    let (mut levels, mut i) = ([0.0; K], 0);
    while i < K {
        levels[i] = (i + 1) as f32 / (K + 1) as f32;
        i += 1;
    }
    levels
};
/// Triplets whose indices may be too large.
fn triplets(inputs: &Inputs<'_>) -> [TripletIndices; 3] {
    let (anchor, positive) = (inputs.count, inputs.other);
    [positive, anchor, anchor / 2].map(|negative| TripletIndices { anchor, positive, negative })
}

static COSTS: CostMatrix<K> = CostMatrix::new([[1.0; K]; K]);

/// The name of a function, and a call of it, which returns `None` if the inputs do not make its arguments.
pub type Call = (&'static str, fn(&Inputs<'_>, &mut Outputs<'_>) -> Option<()>);

/// Puts a call into a function of its own. The linker's message names the module, then the function.
macro_rules! call {
    ($module:ident, $function:ident, $name:expr, |$i:ident, $o:ident| $call:expr) => {{
        #[allow(non_snake_case, unused_variables)]
        mod $module {
            use super::*;
            #[cfg_attr(not(any(target_os = "none", debug_assertions)), no_panic::no_panic)]
            #[inline(never)]
            pub fn $function($i: &Inputs<'_>, $o: &mut Outputs<'_>) -> Option<()> {
                let _ = black_box($call);
                Some(())
            }
        }
        ($name, $module::$function as fn(&Inputs<'_>, &mut Outputs<'_>) -> Option<()>)
    }};
}

/// Takes entries `module: function(arguments);`.
macro_rules! functions {
    (|$i:ident, $o:ident| $($(#[$cfg:meta])* $module:ident: $function:ident($($argument:expr),*);)*) => {
        &[$($(#[$cfg])* call!($module, $function, stringify!($function), |$i, $o| $module::$function($($argument),*)),)*]
    };
}

/// Takes entries `Type[generics]::function(arguments);` or `Type[generics] as Trait::function(arguments);`.
macro_rules! methods {
    (|$i:ident, $o:ident| $($type:ident $([$($generic:tt)*])? $(as $trait:ident)? :: $function:ident($($argument:expr),*);)*) => {
        &[$(call!(
            $type,
            $function,
            concat!(stringify!($type), $(" as ", stringify!($trait),)? "::", stringify!($function)),
            |$i, $o| <$type $(<$($generic)*>)? $(as $trait)?>::$function($($argument),*)
        ),)*]
    };
}

/// Takes entries `Type: a loss of it;`, and calls all its functions of traits.
macro_rules! losses {
    (|$i:ident, $o:ident| $($type:ident: $loss:expr;)*) => {
        &[$(
            call!($type, value, concat!(stringify!($type), " as Loss::value"), |$i, $o| {
                Loss::value(&$loss, rows($i.numbers), targets($i), $i.reduction)
            }),
            call!($type, value_and_gradient, concat!(stringify!($type), " as Loss::value_and_gradient"), |$i, $o| {
                let gradient = rows_mut(&mut $o.gradient);
                Loss::value_and_gradient(&$loss, rows($i.numbers), targets($i), $i.reduction, gradient)
            }),
            call!(
                $type,
                value_and_gradient_in_place,
                concat!(stringify!($type), " as Loss::value_and_gradient_in_place"),
                |$i, $o| {
                    Loss::value_and_gradient_in_place(&$loss, rows_mut(&mut $o.gradient), targets($i), $i.reduction)
                }
            ),
            call!($type, gradient, concat!(stringify!($type), " as Loss::gradient"), |$i, $o| {
                Loss::gradient(&$loss, rows($i.numbers), targets($i), $i.reduction, rows_mut(&mut $o.gradient))
            }),
            call!($type, denominator, concat!(stringify!($type), " as Loss::denominator"), |$i, $o| {
                Loss::denominator(&$loss, targets($i))
            }),
            call!($type, terms, concat!(stringify!($type), " as Loss::terms"), |$i, $o| {
                Loss::terms(&$loss, rows($i.numbers), targets($i), rows_mut(&mut $o.terms))
            }),
            call!(
                $type,
                value_and_gradient_of_one,
                concat!(stringify!($type), " as Loss::value_and_gradient_of_one"),
                |$i, $o| {
                    let gradient = rows_mut(&mut $o.gradient).first_mut()?;
                    let (prediction, target) = (rows($i.numbers).first()?, targets($i).first()?);
                    Loss::value_and_gradient_of_one(&$loss, prediction, target, gradient)
                }
            ),
            call!($type, try_value_array, concat!(stringify!($type), " as Loss::try_value_array"), |$i, $o| {
                let prediction = batch::<_, ROWS>($i.numbers)?;
                Loss::try_value_array(&$loss, prediction, target_batch($i)?, $i.reduction)
            }),
            call!(
                $type,
                try_value_and_gradient_array,
                concat!(stringify!($type), " as Loss::try_value_and_gradient_array"),
                |$i, $o| {
                    let (prediction, target) = (batch::<_, ROWS>($i.numbers)?, target_batch($i)?);
                    let gradient = batch_mut(&mut $o.gradient)?;
                    Loss::try_value_and_gradient_array(&$loss, prediction, target, $i.reduction, gradient)
                }
            ),
            call!(
                $type,
                try_value_and_gradient_in_place_array,
                concat!(stringify!($type), " as Loss::try_value_and_gradient_in_place_array"),
                |$i, $o| {
                    let prediction = batch_mut::<_, ROWS>(&mut $o.gradient)?;
                    Loss::try_value_and_gradient_in_place_array(&$loss, prediction, target_batch($i)?, $i.reduction)
                }
            ),
            call!($type, try_terms_array, concat!(stringify!($type), " as Loss::try_terms_array"), |$i, $o| {
                Loss::try_terms_array(&$loss, batch::<_, ROWS>($i.numbers)?, target_batch($i)?)
            }),
            call!($type, is_weighted, concat!(stringify!($type), " as Rowwise::is_weighted"), |$i, $o| {
                Rowwise::is_weighted(&$loss)
            }),
            call!($type, accepts_all, concat!(stringify!($type), " as Rowwise::accepts_all"), |$i, $o| {
                Rowwise::accepts_all(&$loss, targets($i))
            }),
            call!($type, accepts_all_rows, concat!(stringify!($type), " as Rowwise::accepts_all_rows"), |$i, $o| {
                Rowwise::accepts_all_rows(&$loss, rows($i.numbers))
            }),
            call!($type, check_prediction, concat!(stringify!($type), " as Rowwise::check_prediction"), |$i, $o| {
                Rowwise::check_prediction(&$loss, $i.count, rows($i.numbers).first()?)
            }),
            call!($type, weight, concat!(stringify!($type), " as Rowwise::weight"), |$i, $o| {
                Rowwise::weight(&$loss, targets($i).first()?)
            }),
            call!($type, check, concat!(stringify!($type), " as Rowwise::check"), |$i, $o| {
                Rowwise::check(&$loss, $i.count, targets($i).first()?)
            }),
            call!($type, term, concat!(stringify!($type), " as Rowwise::term"), |$i, $o| {
                Rowwise::term(&$loss, rows($i.numbers).first()?, targets($i).first()?)
            }),
            call!($type, term_and_gradient, concat!(stringify!($type), " as Rowwise::term_and_gradient"), |$i, $o| {
                let row = rows_mut(&mut $o.gradient).first_mut()?;
                Rowwise::term_and_gradient(&$loss, row, targets($i).first()?, $i.z)
            }),
        )*]
    };
}

/// Takes entries `Type: a loss of it;`, and calls [`Weighted`] around it.
macro_rules! weighted {
    (|$i:ident, $o:ident| $($type:ident: $loss:expr;)*) => {
        &[$(
            call!($type, value, "Weighted as Loss::value", |$i, $o| {
                Weighted::new($loss, rows($i.weights)).value(rows($i.numbers), targets($i), $i.reduction)
            }),
            call!($type, value_and_gradient, "Weighted as Loss::value_and_gradient", |$i, $o| {
                let gradient = rows_mut(&mut $o.gradient);
                let loss = Weighted::new($loss, rows($i.weights));
                loss.value_and_gradient(rows($i.numbers), targets($i), $i.reduction, gradient)
            }),
            call!(
                $type,
                value_and_gradient_in_place,
                "Weighted as Loss::value_and_gradient_in_place",
                |$i, $o| {
                    let loss = Weighted::new($loss, rows($i.weights));
                    loss.value_and_gradient_in_place(rows_mut(&mut $o.gradient), targets($i), $i.reduction)
                }
            ),
            call!($type, gradient, "Weighted as Loss::gradient", |$i, $o| {
                let gradient = rows_mut(&mut $o.gradient);
                let loss = Weighted::new($loss, rows($i.weights));
                loss.gradient(rows($i.numbers), targets($i), $i.reduction, gradient)
            }),
            call!($type, denominator, "Weighted as Loss::denominator", |$i, $o| {
                Weighted::new($loss, rows($i.weights)).denominator(targets($i))
            }),
            call!($type, terms, "Weighted as Loss::terms", |$i, $o| {
                let loss = Weighted::new($loss, rows($i.weights));
                loss.terms(rows($i.numbers), targets($i), rows_mut(&mut $o.terms))
            }),
            call!($type, value_and_gradient_of_one, "Weighted as Loss::value_and_gradient_of_one", |$i, $o| {
                let gradient = rows_mut(&mut $o.gradient).first_mut()?;
                let loss = Weighted::new($loss, rows($i.weights));
                loss.value_and_gradient_of_one(rows($i.numbers).first()?, targets($i).first()?, gradient)
            }),
            call!($type, try_value_array, "Weighted as Loss::try_value_array", |$i, $o| {
                let (prediction, target) = (batch::<_, ROWS>($i.numbers)?, target_batch($i)?);
                Weighted::new($loss, rows($i.weights)).try_value_array(prediction, target, $i.reduction)
            }),
            call!($type, try_value_and_gradient_array, "Weighted as Loss::try_value_and_gradient_array", |$i, $o| {
                let (prediction, target) = (batch::<_, ROWS>($i.numbers)?, target_batch($i)?);
                let loss = Weighted::new($loss, rows($i.weights));
                loss.try_value_and_gradient_array(prediction, target, $i.reduction, batch_mut(&mut $o.gradient)?)
            }),
            call!(
                $type,
                try_value_and_gradient_in_place_array,
                "Weighted as Loss::try_value_and_gradient_in_place_array",
                |$i, $o| {
                    let prediction = batch_mut::<_, ROWS>(&mut $o.gradient)?;
                    let loss = Weighted::new($loss, rows($i.weights));
                    loss.try_value_and_gradient_in_place_array(prediction, target_batch($i)?, $i.reduction)
                }
            ),
            call!($type, try_terms_array, "Weighted as Loss::try_terms_array", |$i, $o| {
                let (prediction, target) = (batch::<_, ROWS>($i.numbers)?, target_batch($i)?);
                Weighted::new($loss, rows($i.weights)).try_terms_array(prediction, target)
            }),
        )*]
    };
}

/// Takes entries `Type: a loss of it;`, and calls the functions that only a loss of any targets has.
macro_rules! any_target {
    (|$i:ident, $o:ident| $($type:ident: $loss:expr;)*) => {
        &[$(
            call!($type, value_array, concat!(stringify!($type), " as AnyTarget::value_array"), |$i, $o| {
                AnyTarget::value_array(&$loss, batch::<_, ROWS>($i.numbers)?, target_batch($i)?, $i.reduction)
            }),
            call!(
                $type,
                value_and_gradient_array,
                concat!(stringify!($type), " as AnyTarget::value_and_gradient_array"),
                |$i, $o| {
                    let (prediction, target) = (batch::<_, ROWS>($i.numbers)?, target_batch($i)?);
                    let gradient = batch_mut(&mut $o.gradient)?;
                    AnyTarget::value_and_gradient_array(&$loss, prediction, target, $i.reduction, gradient)
                }
            ),
            call!(
                $type,
                value_and_gradient_in_place_array,
                concat!(stringify!($type), " as AnyTarget::value_and_gradient_in_place_array"),
                |$i, $o| {
                    let prediction = batch_mut::<_, ROWS>(&mut $o.gradient)?;
                    AnyTarget::value_and_gradient_in_place_array(&$loss, prediction, target_batch($i)?, $i.reduction)
                }
            ),
            call!($type, terms_array, concat!(stringify!($type), " as AnyTarget::terms_array"), |$i, $o| {
                AnyTarget::terms_array(&$loss, batch::<_, ROWS>($i.numbers)?, target_batch($i)?)
            }),
        )*]
    };
}

/// Takes entries `Type: a loss of it;`, and calls the functions that only an elementwise loss has.
macro_rules! elementwise {
    (|$i:ident, $o:ident| $($type:ident: $loss:expr;)*) => {
        &[$(
            call!($type, point, concat!(stringify!($type), " as Elementwise::point"), |$i, $o| {
                Elementwise::point(&$loss, $i.y, $i.z)
            }),
            call!($type, curvature, concat!(stringify!($type), " as Elementwise::curvature"), |$i, $o| {
                Elementwise::curvature(&$loss, $i.y, $i.z)
            }),
        )*]
    };
}

/// The lists of the losses in the registry. Their parameters are hidden from the compiler, so that the proof is for any.
macro_rules! registry {
    ($($kind:ident $name:ident($row:ident, $target:ident) = $loss:expr;)*) => {
        const ELEMENTWISE: &[&[Call]] = &[$(registry!(@points $kind $name black_box(const { $loss }))),*];
        const LOSSES: &[&[Call]] = &[$(registry!(@batches $kind $name black_box(const { $loss }))),*];
    };
    (@points elementwise $name:ident $loss:expr) => { elementwise!(|i, o| $name: $loss;) };
    (@points $kind:ident $name:ident $loss:expr) => { &[] };
    // Those with methods of their own stand among the methods.
    (@batches own $name:ident $loss:expr) => { &[] };
    (@batches $kind:ident $name:ident $loss:expr) => { losses!(|i, o| $name: $loss;) };
}
loss::for_each_loss!(typical registry);

/// A wrapper of elementwise losses is one itself.
const WRAPPED: &[Call] = elementwise! {
    |i, o|
    Smoothed: Smoothed::try_new(SigmoidFocal::try_new(i.x).ok()?, i.x).ok()?;
};

/// Settings with other code than the typical one, and with parameters of any size.
const VARIANTS: &[Call] = losses! {
    |i, o|
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, u8>::new()
        .try_with_class_weights(rows(i.weights).first()?).ok()?
        .try_with_label_smoothing(i.x).ok()?
        .try_with_temperature(i.y).ok()?
        .ignoring(i.count as u8);
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, u16>::new();
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, u32>::new();
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, usize>::new();
    SoftmaxCrossEntropyDense: SoftmaxCrossEntropyDense::<K>::new()
        .try_with_class_weights(rows(i.weights).first()?).ok()?
        .try_with_label_smoothing(i.x).ok()?;
    SoftmaxFocal: SoftmaxFocal::<K, u8>::try_new(i.x).ok()?
        .try_with_alpha(rows(i.weights).first()?).ok()?;
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, u8>::new().try_with_unmasked_label_smoothing(i.x).ok()?;
    SoftmaxFocalDense: SoftmaxFocalDense::<K>::try_new(i.x).ok()?
        .try_with_alpha(rows(i.weights).first()?).ok()?
        .try_with_label_smoothing(i.y).ok()?;
    Tversky: Tversky::<K>::try_new(i.x, i.y).ok()?.ignoring(i.z);
    SigmoidTversky: SigmoidTversky::<K>::try_new(i.x, i.y).ok()?.ignoring(i.z);
    SoftmaxTversky: SoftmaxTversky::<K, 4, u8>::try_new(i.x, i.y).ok()?
        .try_with_class_weights(rows(i.weights).first()?).ok()?
        .present_only();
    WestonWatkinsHinge: WestonWatkinsHinge::<K, u8>::try_new(i.x).ok()?
        .try_with_class_weights(rows(i.weights).first()?).ok()?;
    SoftmaxTversky: SoftmaxTversky::<K, 4, u8>::try_new(i.x, i.y).ok()?
        .try_with_smooth(i.z).ok()?
        .ignoring(i.count as u8);
    GaussianNll: GaussianNll::new().full();
    ScaleFloor: ScaleFloor::try_new(GaussianNll::new(), i.x).ok()?;
    ScaleFloor: ScaleFloor::try_new(LaplaceNll::new(), i.x).ok()?;
    Coral: Coral::<K, u8>::new().try_with_importance(rows(i.weights).first()?).ok()?;
    CategoricalNll: CategoricalNll::<K, u8>::new().try_with_floor(i.x).ok()?.ignoring(i.count as u8);
    KlDivergence: KlDivergence::<K>::new().try_with_floor(i.x).ok()?;
    SoftmaxBrier: SoftmaxBrier::<K, u8>::new().ignoring(i.count as u8);
    PerOutput: PerOutput::new([SigmoidFocal::try_new(i.x).ok()?; K])
        .try_with_weights(rows(i.weights).first()?).ok()?;
    Smoothed: Smoothed::try_new(SigmoidFocal::try_new(i.x).ok()?, i.y).ok()?;
    ExpectedCost: ExpectedCost::<K, u8, _>::new(i.costs);
    Triplet: Triplet::<K>::soft().squared();
    LinearContrastive: LinearContrastive::<K>::try_new(i.x).ok()?.try_with_positive_margin(i.y).ok()?;
    Dpo: Dpo::try_new(i.x).ok()?.try_robust(i.y).ok()?;
    Kto: Kto::try_new(i.x, i.y).ok()?.try_with_weights(i.y, i.z).ok()?;
    Ppo: Ppo::try_new(i.x).ok()?.try_with_range(i.x, i.y).ok()?.try_with_dual_clip(1.0 + i.z).ok()?;
    GanDiscriminator: GanDiscriminator::new(i.gan).try_with_label_smoothing(i.x).ok()?;
    NoisePrediction: NoisePrediction::<K>::new().try_with_min_snr(i.x).ok()?;
    GeneralRobust: GeneralRobust::try_new(i.x, i.y).ok()?;
    YesNo: YesNo::<_, bool>::new(Hinge::new());
    YesNo: YesNo::<_, u8>::new(SigmoidFocal::try_new(i.x).ok()?);
    YesNo: YesNo::<_, usize>::new(BernoulliNll::new());
};

/// The losses that accept every target.
const ANY_TARGET: &[Call] = any_target! {
    |i, o|
    ContrastiveDivergence: ContrastiveDivergence::new();
    Distillation: Distillation::<K>::try_new(i.x).ok()?;
    GanDiscriminator: GanDiscriminator::new(i.gan);
    GanGenerator: GanGenerator::new(i.gan);
    GaussianKl: GaussianKl::<K>::new();
    GaussianKlBetween: GaussianKlBetween::<K>::new();
    AbsoluteError: AbsoluteError::new();
    BradleyTerry: BradleyTerry::new();
    ClippedValue: ClippedValue::try_new(i.x).ok()?;
    PerOutput: PerOutput::new([AbsoluteError::new(); K]);
    ScaleFloor: ScaleFloor::try_new(GaussianNll::new(), i.x).ok()?;
    Contrastive: Contrastive::<K>::try_new(i.x).ok()?;
    CosineEmbedding: CosineEmbedding::<K>::try_new(i.x).ok()?;
    CosineTriplet: CosineTriplet::<K>::try_new(i.x).ok()?;
    Dpo: Dpo::try_new(i.x).ok()?;
    EntropyBonus: EntropyBonus::<K>::new();
    EpsilonInsensitive: EpsilonInsensitive::try_new(i.x).ok()?;
    Exo: Exo::try_new(i.x, i.y).ok()?;
    Expectile: Expectile::try_new(i.x).ok()?;
    GaussianNll: GaussianNll::new();
    GeneralRobust: GeneralRobust::try_new(i.x, i.y).ok()?;
    Huber: Huber::try_new(i.x).ok()?;
    Ipo: Ipo::try_new(i.x).ok()?;
    KlPenalty: KlPenalty::new(i.estimator);
    Kto: Kto::try_new(i.x, i.y).ok()?;
    LaplaceNll: LaplaceNll::new();
    LinearContrastive: LinearContrastive::<K>::try_new(i.x).ok()?;
    LogCosh: LogCosh::new();
    LossAverseAbsoluteError: LossAverseAbsoluteError::try_new(i.x).ok()?;
    LossAverseSquaredError: LossAverseSquaredError::try_new(i.x).ok()?;
    MultiLabelMargin: MultiLabelMargin::<K>::new();
    Orpo: Orpo::try_new(i.x).ok()?;
    Periodic: Periodic::try_new(i.x).ok()?;
    Ppo: Ppo::try_new(i.x).ok()?;
    PseudoHuber: PseudoHuber::try_new(i.x).ok()?;
    Quantile: Quantile::try_new(i.x).ok()?;
    Quantiles: Quantiles::<K>::try_new(LEVELS, i.x).ok()?;
    SimPo: SimPo::try_new(i.x, i.y).ok()?;
    SlicHinge: SlicHinge::try_new(i.x).ok()?;
    SmoothL1: SmoothL1::try_new(i.x).ok()?;
    SquaredEpsilonInsensitive: SquaredEpsilonInsensitive::try_new(i.x).ok()?;
    SquaredError: SquaredError::new();
    Triplet: Triplet::<K>::try_new(i.x).ok()?;
    YesNo: YesNo::<_, bool>::new(BernoulliNll::new());
};

const FUNCTIONS: &[Call] = functions! {
    |i, o|
    math: exp(i.x);
    math: ln(i.x);
    math: ln_1p(i.x);
    math: exp_m1(i.x);
    math: tanh(i.x);
    math: sqrt(i.x);
    math: sigmoid(i.x);
    math: softplus(i.x);
    math: log_sigmoid(i.x);
    math: log1m_exp(i.x);
    math: ln_cosh(i.x);
    math: exp_residual(i.x);
    math: log_sum_exp(rows(i.numbers));
    math: softmax(rows(i.numbers), i.x, rows_mut(&mut o.gradient));
    math: log_softmax(rows(i.numbers), i.x, rows_mut(&mut o.gradient));
    loss: cost_threshold(i.x, i.y);
    loss: positive_weight_from_costs(i.x, i.y);
    loss: calibrated_logit(i.x, i.y);
    loss: inverse_frequency_weights(targets(i), rows_mut(&mut o.gradient));
    loss: effective_number_weights(targets(i), i.x, rows_mut(&mut o.gradient));
    loss: potential_shaping(i.x, i.y, i.z);
    loss: no_targets(i.other);
    loss: looks_like_probabilities(rows(i.numbers));
    loss: looks_like_sigmoid_outputs(rows(i.numbers));
    loss: first_not_a_distribution(rows::<[f32; K]>(i.numbers));
    loss: first_not_a_number(rows(i.numbers));
    loss: double_softmax_range(i.count);
    loss: distance_from_uniform(rows(i.numbers));
    loss: gradient_norm(rows(i.numbers));
    loss: clip_by_norm(rows_mut(&mut o.gradient), i.x);
    loss: is_vanishing(rows(i.numbers), i.x);
    loss: sharpness_aware_perturbation(rows(i.numbers), i.x, rows_mut(&mut o.gradient));
    loss: boltzmann(rows(i.numbers), i.x, rows_mut(&mut o.gradient));
    loss: temper(rows_mut(&mut o.gradient), i.x);
    loss: log_partition(rows(i.numbers), i.x);
    loss: free_energy(rows(i.numbers), i.x);
    loss: free_energy_and_gradient(rows(i.numbers), i.x, rows_mut(&mut o.gradient));
    loss: free_energy_slope(rows(i.numbers), i.x);
    loss: top_k(rows_mut(&mut o.gradient), i.count);
    loss: top_p(rows_mut(&mut o.gradient), i.x);
    loss: sample(rows(i.numbers), i.x);
    loss: signal_to_noise(i.x);
    loss: reparameterize(rows::<[[f32; K]; 2]>(i.numbers), rows(i.others), rows_mut(&mut o.gradient));
    loss: reparameterize_add_gradient(
        rows::<[[f32; K]; 2]>(i.numbers), rows(i.others), rows(i.weights), rows_mut(&mut o.gradient)
    );
    loss: recommend(i.task);
    loss: mutual_information_bound(i.other, i.x);
    loss: kl_divergence(rows(i.numbers), rows(i.others));
    loss: kl_divergence_of_logs(rows(i.numbers), rows(i.others));
    loss: jensen_shannon(rows(i.numbers), rows(i.others));
    loss: entropy(rows(i.numbers));
    loss: cross_entropy(rows(i.numbers), rows(i.others));
    loss: nats_to_bits(i.x);
    loss: bits_to_nats(i.x);
    loss: mine_triplets(rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.mining, |triplet| {
        black_box(triplet);
    });
    #[cfg(feature = "heapless")]
    loss: mine_triplets_into(rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.mining, &mut o.triplets);
    loss: sample_triplets(rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.mining, || i.x, &mut [TripletIndices::default(); 5]);
    loss: triplets_value(&Triplet::<K>::soft(), rows(i.numbers), &triplets(i), i.reduction);
    loss: triplets_value_and_add_gradient(
        &CosineTriplet::<K>::try_new(i.x).ok()?, rows(i.numbers), &triplets(i), i.reduction, rows_mut(&mut o.gradient)
    );
    loss: pair_count(i.other);
    loss: triplet_count(i.count, i.other);
    loss: generalized_advantage(
        rows(i.numbers), rows(i.others), targets::<bool>(i), i.x, i.y, i.z, rows_mut(&mut o.gradient)
    );
    loss: generalized_advantage(
        rows(i.numbers), rows(i.others), targets::<EpisodeEnd>(i), i.x, i.y, i.z, rows_mut(&mut o.gradient)
    );
    loss: normalize_advantages(rows_mut(&mut o.gradient));
    loss: normalize_advantages_with_floor(rows_mut(&mut o.gradient), i.x);
    loss: leave_one_out_advantages(rows_mut(&mut o.gradient), i.count);
    loss: normalize_groups(rows_mut(&mut o.gradient), i.count, i.x);
    loss: q_learning_target(i.x, i.y, EpisodeEnd::Truncated { value: i.z }, rows(i.numbers));
    loss: sarsa_target(i.x, i.y, false, rows(i.numbers), i.count);
    loss: expected_sarsa_target(i.x, i.y, true, rows(i.numbers), rows(i.others));
    loss: rlhf_rewards(i.x, rows(i.numbers), rows(i.others), i.y, rows_mut(&mut o.gradient));
    loss: drifted(rows(i.numbers), rows(i.others));
    loss: implicit_reward(i.x, i.y, i.z);
    loss: preference_accuracy(rows(i.numbers), rows(i.others));
    loss: reward_margin(i.x, rows(i.numbers), rows(i.others));
    loss: generalization_gap(&risk(i), &o.risk);
};

fn risk(i: &Inputs<'_>) -> EmpiricalRisk {
    let mut risk = EmpiricalRisk::new();
    risk.add(i.x, i.y);
    risk
}

const METHODS: &[Call] = methods! {
    |i, o|
    u8 as Label::index(*targets::<u8>(i).first()?);
    u16 as Label::index(*targets::<u16>(i).first()?);
    u32 as Label::index(*targets::<u32>(i).first()?);
    usize as Label::index(*targets::<usize>(i).first()?);
    bool as Label::index(*targets::<bool>(i).first()?);
    f32 as Row::elements_mut(rows_mut(&mut o.gradient).first_mut()?);
    array as Row::elements_mut(rows_mut(&mut o.gradient).first_mut()?);
    array_of_arrays as Row::elements_mut(rows_mut(&mut o.gradient).first_mut()?);
    BoxGiou::new();
    BoxIou::new();
    EpsilonInsensitive::try_new(i.x);
    Expectile::try_new(i.x);
    GammaNll::new();
    L1::try_new(i.x);
    L1 as Penalty::point(&L1::try_new(i.x).ok()?, i.y);
    L1 as Penalty::value(&L1::try_new(i.x).ok()?, rows(i.numbers));
    L1 as Penalty::value_and_add_gradient(
        &L1::try_new(i.x).ok()?, rows(i.numbers), rows_mut(&mut o.gradient)
    );
    L2::try_new(i.x);
    L2 as Penalty::point(&L2::try_new(i.x).ok()?, i.y);
    L2 as Penalty::value(&L2::try_new(i.x).ok()?, rows(i.numbers));
    L2 as Penalty::value_and_add_gradient(
        &L2::try_new(i.x).ok()?, rows(i.numbers), rows_mut(&mut o.gradient)
    );
    ElasticNet::try_new(i.x, i.y);
    ElasticNet as Penalty::point(&ElasticNet::try_new(i.x, i.y).ok()?, i.z);
    ElasticNet as Penalty::value(&ElasticNet::try_new(i.x, i.y).ok()?, rows(i.numbers));
    ElasticNet as Penalty::value_and_add_gradient(
        &ElasticNet::try_new(i.x, i.y).ok()?, rows(i.numbers), rows_mut(&mut o.gradient)
    );
    EmpiricalRisk::new();
    EmpiricalRisk::add(&mut o.risk, i.x, i.y);
    EmpiricalRisk::merge(&mut o.risk, &risk(i));
    EmpiricalRisk::weight(&o.risk);
    EmpiricalRisk::mean(&o.risk);
    ModifiedHuber::new();
    Perceptron::new();
    Periodic::try_new(i.x);
    Regret[K]::new();
    Regret[K]::add(&mut o.regret, i.x, rows(i.numbers));
    Regret[K]::total(&o.regret);
    Regret[K]::average(&o.regret);
    Regret[K]::best_expert(&o.regret);
    Domain::contains(i.domain, i.x);
    LossKind::name(i.kind);
    LossKind::family(i.kind);
    LossKind::properties(i.kind);

    AbsoluteError::new();
    BernoulliNll::new();
    BernoulliNll::try_with_floor(BernoulliNll::new(), i.x);
    BradleyTerry::new();
    BradleyTerry::try_with_centring(BradleyTerry::new(), i.x);
    ClippedValue::try_new(i.x);
    Contrastive[K]::try_new(i.x);
    ContrastiveDivergence::new();
    ContrastiveDivergence::try_with_regularization(ContrastiveDivergence::new(), i.x);
    CosineEmbedding[K]::try_new(i.x);
    CosineTriplet[K]::try_new(i.x);
    CosineTriplet[K]::active(&CosineTriplet::try_new(i.x).ok()?, rows(i.numbers));
    LinearContrastive[K]::try_new(i.x);
    LinearContrastive[K]::try_with_positive_margin(LinearContrastive::try_new(i.x).ok()?, i.y);
    CostMatrix[K]::try_new(*rows(i.weights).first()?);
    CostMatrix[K]::expected(i.costs, rows(i.numbers).first()?);
    CostMatrix[K]::decide(i.costs, rows(i.numbers).first()?);
    CostMatrix[K]::is_reasonable(i.costs);
    CostMatrix[2]::threshold(&CostMatrix::try_new(*rows(i.weights).first()?).ok()?);
    CrammerSingerHinge[K, u8]::try_new(i.x);
    Distillation[K]::try_new(i.x);
    Dpo::try_new(i.x);
    Dpo::try_conservative(Dpo::try_new(i.x).ok()?, i.y);
    Dpo::try_robust(Dpo::try_new(i.x).ok()?, i.y);
    EnergyHinge[K, u8]::try_new(i.x);
    EnergyNll[K, u8]::try_new(i.x);
    EnergyNll[K, u8]::temperature_gradient(
        &EnergyNll::try_new(i.x).ok()?, rows(i.numbers), targets(i), i.reduction
    );
    EnergyPerceptron[K, u8]::new();
    EntropyBonus[K]::new();
    Exo::try_new(i.x, i.y);
    ExpectedCost[K, u8, _]::new(i.costs);
    GanDiscriminator::new(i.gan);
    GanDiscriminator::try_with_label_smoothing(GanDiscriminator::new(i.gan), i.x);
    GanGenerator::new(i.gan);
    GaussianKl[K]::new();
    GaussianKl[K]::try_with_free_bits(GaussianKl::new(), i.x);
    GaussianKlBetween[K]::new();
    GaussianKlBetween[K]::try_with_free_bits(GaussianKlBetween::new(), i.x);
    GaussianNll::new();
    GaussianNll::full(GaussianNll::new());
    GeneralizedCrossEntropy[K, u8]::ignoring(GeneralizedCrossEntropy::try_new(i.x).ok()?, i.count as u8);
    GeneralizedCrossEntropy[K, u8]::try_new(i.x);
    GeneralRobust::try_new(i.x, i.y);
    Hinge::new();
    HingeEmbedding::try_new(i.x);
    Huber::try_new(i.x);
    Ipo::try_new(i.x);
    KlPenalty::new(i.estimator);
    Kto::try_new(i.x, i.y);
    Kto::try_with_weights(Kto::try_new(i.x, i.y).ok()?, i.y, i.z);
    LaplaceNll::new();
    LaplaceNll::full(LaplaceNll::new());
    LogCosh::new();
    LossAverseAbsoluteError::try_new(i.x);
    LossAverseSquaredError::try_new(i.x);
    MarginRanking::try_new(i.x);
    KlDivergence[K]::new();
    KlDivergence[K]::try_with_floor(KlDivergence::new(), i.x);
    JensenShannon[K]::new();
    CategoricalNll[K, u8]::new();
    CategoricalNll[K, u8]::try_with_floor(CategoricalNll::new(), i.x);
    CategoricalNll[K, u8]::ignoring(CategoricalNll::new(), i.count as u8);
    Coral[K, u8]::new();
    Coral[K, u8]::try_with_importance(Coral::new(), rows(i.weights).first()?);
    Coral[K, u8]::try_with_owned_importance(Coral::new(), *rows(i.weights).first()?);
    SoftmaxBrier[K, u8]::new();
    SoftmaxBrier[K, u8]::ignoring(SoftmaxBrier::new(), i.count as u8);
    ScaleFloor[GaussianNll]::try_new(GaussianNll::new(), i.x);
    Smoothed[BernoulliNll]::try_new(BernoulliNll::new(), i.x);
    PerOutput[Hinge, K]::new([Hinge::new(); K]);
    PerOutput[Hinge, K]::try_with_weights(PerOutput::new([Hinge::new(); K]), rows(i.weights).first()?);
    PerOutput[Hinge, K]::try_with_owned_weights(PerOutput::new([Hinge::new(); K]), *rows(i.weights).first()?);
    MultiLabelMargin[K]::new();
    NoisePrediction[K]::new();
    NoisePrediction[K]::try_with_min_snr(NoisePrediction::new(), i.x);
    Orpo::try_new(i.x);
    PoissonNll::new();
    PoissonNll::full(PoissonNll::new());
    Poly1CrossEntropy[K, u8]::ignoring(Poly1CrossEntropy::try_new(i.x).ok()?, i.count as u8);
    Poly1CrossEntropy[K, u8]::try_new(i.x);
    Ppo::try_new(i.x);
    Ppo::try_with_dual_clip(Ppo::try_new(i.x).ok()?, i.z);
    Ppo::try_with_range(Ppo::try_new(i.x).ok()?, i.y, i.z);
    Prospect::try_new(i.x, i.y, i.z);
    Prospect::point(&Prospect::try_new(i.x, i.y, i.z).ok()?, *rows(i.numbers).first()?);
    PseudoHuber::try_new(i.x);
    Quantile::try_new(i.x);
    Quantiles[K]::try_new(*rows(i.weights).first()?, i.x);
    Reinforce[K, u8]::new();
    SigmoidCrossEntropy::new();
    SigmoidCrossEntropy::try_with_positive_weight(SigmoidCrossEntropy::new(), i.x);
    SigmoidCrossEntropy::try_with_label_smoothing(SigmoidCrossEntropy::new(), i.x);
    SigmoidFocal::try_new(i.x);
    SigmoidFocal::try_with_alpha(SigmoidFocal::try_new(i.x).ok()?, i.y);
    SigmoidTversky[K]::dice();
    SigmoidTversky[K]::ignoring(SigmoidTversky::dice(), i.x);
    SigmoidTversky[K]::try_new(i.x, i.y);
    SigmoidTversky[K]::try_with_smooth(SigmoidTversky::try_new(i.x, i.y).ok()?, i.z);
    SimPo::try_new(i.x, i.y);
    SlicHinge::try_new(i.x);
    SmoothedHinge::try_new(i.x);
    SmoothL1::try_new(i.x);
    SoftmaxCrossEntropy[K, u8]::new();
    SoftmaxCrossEntropy[K, u8]::try_with_class_weights(
        SoftmaxCrossEntropy::new(), rows(i.weights).first()?
    );
    SoftmaxCrossEntropy[K, u8]::try_with_owned_class_weights(
        SoftmaxCrossEntropy::new(), *rows(i.weights).first()?
    );
    SoftmaxCrossEntropy[K, u8]::try_with_label_smoothing(SoftmaxCrossEntropy::new(), i.x);
    SoftmaxCrossEntropy[K, u8]::try_with_unmasked_label_smoothing(SoftmaxCrossEntropy::new(), i.x);
    SoftmaxCrossEntropy[K, u8]::try_with_temperature(SoftmaxCrossEntropy::new(), i.x);
    SoftmaxCrossEntropy[K, u8]::ignoring(SoftmaxCrossEntropy::new(), i.count as u8);
    SoftmaxCrossEntropy[K, u8]::temperature_gradient(
        &SoftmaxCrossEntropy::new().try_with_temperature(i.x).ok()?, rows(i.numbers), targets(i), i.reduction
    );
    SoftmaxCrossEntropyDense[K]::new();
    SoftmaxCrossEntropyDense[K]::try_with_class_weights(
        SoftmaxCrossEntropyDense::new(), rows(i.weights).first()?
    );
    SoftmaxCrossEntropyDense[K]::try_with_owned_class_weights(
        SoftmaxCrossEntropyDense::new(), *rows(i.weights).first()?
    );
    SoftmaxCrossEntropyDense[K]::try_with_label_smoothing(SoftmaxCrossEntropyDense::new(), i.x);
    SoftmaxFocal[K, u8]::ignoring(SoftmaxFocal::try_new(i.x).ok()?, i.count as u8);
    SoftmaxFocal[K, u8]::try_new(i.x);
    SoftmaxFocal[K, u8]::try_with_alpha(SoftmaxFocal::try_new(i.x).ok()?, rows(i.weights).first()?);
    SoftmaxFocal[K, u8]::try_with_owned_alpha(SoftmaxFocal::try_new(i.x).ok()?, *rows(i.weights).first()?);
    SoftmaxFocalDense[K]::try_new(i.x);
    SoftmaxFocalDense[K]::try_with_alpha(SoftmaxFocalDense::try_new(i.x).ok()?, rows(i.weights).first()?);
    SoftmaxFocalDense[K]::try_with_owned_alpha(SoftmaxFocalDense::try_new(i.x).ok()?, *rows(i.weights).first()?);
    SoftmaxFocalDense[K]::try_with_label_smoothing(SoftmaxFocalDense::try_new(i.x).ok()?, i.y);
    SoftmaxJensenShannon[K]::new();
    SoftmaxKl[K]::new();
    SoftmaxReverseKl[K]::new();
    SoftmaxTversky[K, 4, u8]::dice();
    SoftmaxTversky[K, 4, u8]::try_new(i.x, i.y);
    SoftmaxTversky[K, 4, u8]::try_with_smooth(SoftmaxTversky::try_new(i.x, i.y).ok()?, i.z);
    SoftmaxTversky[K, 4, u8]::ignoring(SoftmaxTversky::dice(), i.count as u8);
    SoftmaxTversky[K, 4, u8]::present_only(SoftmaxTversky::dice());
    SoftmaxTversky[K, 4, u8]::try_with_class_weights(SoftmaxTversky::dice(), rows(i.weights).first()?);
    SoftmaxTversky[K, 4, u8]::try_with_owned_class_weights(SoftmaxTversky::dice(), *rows(i.weights).first()?);
    SquaredEpsilonInsensitive::try_new(i.x);
    SquaredError::new();
    SquaredHinge::new();
    Triplet[K]::try_new(i.x);
    Triplet[K]::soft();
    Triplet[K]::try_soft_with_margin(i.x);
    Triplet[K]::squared(Triplet::try_new(i.x).ok()?);
    Triplet[K]::with_swap(Triplet::try_new(i.x).ok()?);
    Triplet[K]::active(&Triplet::try_new(i.x).ok()?, rows(i.numbers));
    Tversky[K]::dice();
    Tversky[K]::ignoring(Tversky::dice(), i.x);
    Tversky[K]::try_new(i.x, i.y);
    Tversky[K]::try_with_smooth(Tversky::try_new(i.x, i.y).ok()?, i.z);
    Weighted['_, Huber]::new(Huber::try_new(i.x).ok()?, rows(i.weights));
    WestonWatkinsHinge[K, u8]::try_new(i.x);
    WestonWatkinsHinge[K, u8]::squared(WestonWatkinsHinge::try_new(i.x).ok()?);
    WestonWatkinsHinge[K, u8]::try_with_class_weights(
        WestonWatkinsHinge::try_new(i.x).ok()?, rows(i.weights).first()?
    );
    WestonWatkinsHinge[K, u8]::try_with_owned_class_weights(
        WestonWatkinsHinge::try_new(i.x).ok()?, *rows(i.weights).first()?
    );
    YesNo[_, bool]::new(Hinge::new());

    Clip::try_new(i.x);
    Clip::try_from_temperature(i.x);
    Clip::scratch_len(i.count, i.other);
    Clip::fast_scratch_len(i.count, i.other);
    Clip::value(
        &Clip::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.scratch)
    );
    Clip::value_and_gradient(
        &Clip::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient), rows_mut(&mut o.scratch)
    );
    Clip::terms(
        &Clip::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), rows_mut(&mut o.terms),
        rows_mut(&mut o.scratch)
    );
    Clip::value_array(
        &Clip::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, batch(i.others)?, i.reduction,
        batch_mut::<f32, { Clip::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    Clip::value_and_gradient_array(
        &Clip::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, batch(i.others)?, i.reduction,
        batch_mut(&mut o.gradient)?, batch_mut(&mut o.other_gradient)?,
        batch_mut::<f32, { Clip::fast_scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    Clip::terms_array(
        &Clip::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, batch(i.others)?,
        batch_mut::<f32, { Clip::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    SigLip::try_new(i.x, i.y);
    SigLip::negatives_only(SigLip::try_new(i.x, i.y).ok()?);
    SigLip::scratch_len(i.count, i.other);
    SigLip::fast_scratch_len(i.count, i.other);
    SigLip::value(
        &SigLip::try_new(i.x, i.y).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.scratch)
    );
    SigLip::value_and_gradient(
        &SigLip::try_new(i.x, i.y).ok()?.negatives_only(), rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient), rows_mut(&mut o.scratch)
    );
    SigLip::terms(
        &SigLip::try_new(i.x, i.y).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), rows_mut(&mut o.terms),
        rows_mut(&mut o.scratch)
    );
    CosineClassifier::try_new(i.x);
    CosineClassifier::try_with_cosine_margin(CosineClassifier::try_new(i.x).ok()?, i.y);
    CosineClassifier::try_with_angular_margin(CosineClassifier::try_new(i.x).ok()?, i.y);
    CosineClassifier::try_with_easy_angular_margin(CosineClassifier::try_new(i.x).ok()?, i.y);
    CosineClassifier::scratch_len(i.count, i.other);
    CosineClassifier::fast_scratch_len(i.count, i.other);
    CosineClassifier::value(
        &CosineClassifier::try_new(i.x).ok()?.try_with_angular_margin(i.y).ok()?, rows::<[f32; K]>(i.numbers),
        targets::<u8>(i), rows(i.others), i.reduction, rows_mut(&mut o.scratch)
    );
    CosineClassifier::value_and_gradient(
        &CosineClassifier::try_new(i.x).ok()?.try_with_angular_margin(i.y).ok()?, rows::<[f32; K]>(i.numbers),
        targets::<u8>(i), rows(i.others), i.reduction, rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient),
        rows_mut(&mut o.scratch)
    );
    CosineClassifier::terms(
        &CosineClassifier::try_new(i.x).ok()?.try_with_easy_angular_margin(i.y).ok()?, rows::<[f32; K]>(i.numbers),
        targets::<u8>(i), rows(i.others), rows_mut(&mut o.terms), rows_mut(&mut o.scratch)
    );
    InfoNce::try_new(i.x);
    InfoNce::negatives_only(InfoNce::try_new(i.x).ok()?);
    InfoNce::scratch_len(i.count, i.other);
    InfoNce::fast_scratch_len(i.count, i.other);
    InfoNce::value(
        &InfoNce::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.scratch)
    );
    InfoNce::value_and_gradient(
        &InfoNce::try_new(i.x).ok()?.negatives_only(), rows::<[f32; K]>(i.numbers), rows(i.others), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient), rows_mut(&mut o.scratch)
    );
    InfoNce::terms(
        &InfoNce::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows(i.others), rows_mut(&mut o.terms),
        rows_mut(&mut o.scratch)
    );
    InfoNce::value_array(
        &InfoNce::try_new(i.x).ok()?, batch::<[f32; K], 30>(i.numbers)?, batch::<_, ROWS>(i.others)?, i.reduction,
        batch_mut::<f32, { InfoNce::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    InfoNce::value_and_gradient_array(
        &InfoNce::try_new(i.x).ok()?, batch::<[f32; K], 30>(i.numbers)?, batch::<_, ROWS>(i.others)?, i.reduction,
        batch_mut(&mut o.gradient)?, batch_mut(&mut o.other_gradient)?,
        batch_mut::<f32, { InfoNce::fast_scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    InfoNce::terms_array(
        &InfoNce::try_new(i.x).ok()?, batch::<[f32; K], 30>(i.numbers)?, batch::<_, ROWS>(i.others)?,
        batch_mut::<f32, { InfoNce::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    NtXent::try_new(i.x);
    NtXent::scratch_len(i.count, i.other);
    NtXent::fast_scratch_len(i.count, i.other);
    NtXent::value(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), i.reduction, rows_mut(&mut o.scratch)
    );
    NtXent::value_and_gradient(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), i.reduction, rows_mut(&mut o.gradient),
        rows_mut(&mut o.scratch)
    );
    NtXent::terms(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), rows_mut(&mut o.terms), rows_mut(&mut o.scratch)
    );
    NtXent::pairs(targets::<u8>(i));
    NtXent::value_by_label(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.reduction,
        rows_mut(&mut o.scratch)
    );
    NtXent::value_and_gradient_by_label(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.scratch)
    );
    NtXent::terms_by_label(
        &NtXent::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i), rows_mut(&mut o.terms),
        rows_mut(&mut o.scratch)
    );
    NtXent::value_array(
        &NtXent::try_new(i.x).ok()?, batch::<[f32; K], 36>(i.numbers)?, i.reduction,
        batch_mut::<f32, { NtXent::scratch_len(36, K) }>(&mut o.scratch)?
    );
    NtXent::value_and_gradient_array(
        &NtXent::try_new(i.x).ok()?, batch::<[f32; K], 36>(i.numbers)?, i.reduction, batch_mut(&mut o.gradient)?,
        batch_mut::<f32, { NtXent::fast_scratch_len(36, K) }>(&mut o.scratch)?
    );
    NtXent::terms_array(
        &NtXent::try_new(i.x).ok()?, batch::<[f32; K], 36>(i.numbers)?,
        batch_mut::<f32, { NtXent::scratch_len(36, K) }>(&mut o.scratch)?
    );
    SupervisedContrastive::try_new(i.x);
    SupervisedContrastive::scratch_len(i.count, i.other);
    SupervisedContrastive::fast_scratch_len(i.count, i.other);
    SupervisedContrastive::anchors(targets::<u8>(i));
    SupervisedContrastive::value(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.reduction,
        rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::value_and_gradient(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::terms(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i),
        rows_mut(&mut o.terms), rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::scratch_len_against(i.count, i.other);
    SupervisedContrastive::anchors_against(targets::<u8>(i), targets::<u8>(i));
    SupervisedContrastive::value_against(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i),
        References { embeddings: rows(i.others), labels: targets(i) }, i.reduction, rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::value_and_gradient_against(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i),
        References { embeddings: rows(i.others), labels: targets(i) }, i.reduction, rows_mut(&mut o.gradient),
        (i.count > 1).then_some(rows_mut(&mut o.other_gradient)), rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::terms_against(
        &SupervisedContrastive::try_new(i.x).ok()?, rows::<[f32; K]>(i.numbers), targets::<u8>(i),
        References { embeddings: rows(i.others), labels: targets(i) }, rows_mut(&mut o.terms),
        rows_mut(&mut o.scratch)
    );
    SupervisedContrastive::value_array(
        &SupervisedContrastive::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, target_batch::<u8, _>(i)?,
        i.reduction, batch_mut::<f32, { SupervisedContrastive::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    SupervisedContrastive::value_and_gradient_array(
        &SupervisedContrastive::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, target_batch::<u8, _>(i)?,
        i.reduction, batch_mut(&mut o.gradient)?,
        batch_mut::<f32, { SupervisedContrastive::fast_scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    SupervisedContrastive::terms_array(
        &SupervisedContrastive::try_new(i.x).ok()?, batch::<[f32; K], ROWS>(i.numbers)?, target_batch::<u8, _>(i)?,
        batch_mut::<f32, { SupervisedContrastive::scratch_len(ROWS, K) }>(&mut o.scratch)?
    );
    Ctc[K, u8]::new(i.count as u8);
    Ctc[K, u8]::zero_infinity(Ctc::new(i.count as u8));
    Ctc[K, u8]::scratch_len(i.count, i.other);
    Ctc[K, u8]::value_scratch_len(i.other);
    Ctc[K, u8]::value(
        &Ctc::new(i.count as u8), rows(i.numbers), targets(i), i.reduction, rows_mut(&mut o.scratch)
    );
    Ctc[K, u8]::value_and_gradient(
        &Ctc::new(i.count as u8).zero_infinity(), rows(i.numbers), targets(i), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.scratch)
    );
    Ctc[K, u8]::value_and_gradient_in_place(
        &Ctc::new(i.count as u8), rows_mut(&mut o.gradient), targets(i), i.reduction, rows_mut(&mut o.scratch)
    );
    Ctc[K, u8]::try_value_array(
        &Ctc::new(i.count as u8), batch::<_, ROWS>(i.numbers)?, target_batch::<_, 9>(i)?, i.reduction,
        batch_mut::<f32, { Ctc::<K, u8>::value_scratch_len(9) }>(&mut o.scratch)?
    );
    Ctc[K, u8]::try_value_and_gradient_array(
        &Ctc::new(i.count as u8), batch::<_, ROWS>(i.numbers)?, target_batch::<_, 9>(i)?, i.reduction,
        batch_mut(&mut o.gradient)?, batch_mut::<f32, { Ctc::<K, u8>::scratch_len(ROWS, 9) }>(&mut o.scratch)?
    );
    Ctc[K, u8]::try_value_and_gradient_in_place_array(
        &Ctc::new(i.count as u8), batch_mut::<_, ROWS>(&mut o.gradient)?, target_batch::<_, 9>(i)?, i.reduction,
        batch_mut::<f32, { Ctc::<K, u8>::scratch_len(ROWS, 9) }>(&mut o.scratch)?
    );
    SequenceLogProbability[K, u8]::new();
    SequenceLogProbability[K, u8]::ignoring(SequenceLogProbability::new(), i.count as u8);
    SequenceLogProbability[K, u8]::value(
        &SequenceLogProbability::new(), rows(i.numbers), targets(i), i.reduction
    );
    SequenceLogProbability[K, u8]::value_and_gradient(
        &SequenceLogProbability::new().ignoring(i.count as u8), rows(i.numbers), targets(i), i.reduction, i.x,
        rows_mut(&mut o.gradient)
    );
    SequenceLogProbability[K, u8]::value_and_gradient_in_place(
        &SequenceLogProbability::new(), rows_mut(&mut o.gradient), targets(i), i.reduction, i.x
    );
    SequenceLogProbability[K, u8]::try_value_array(
        &SequenceLogProbability::new(), batch::<_, ROWS>(i.numbers)?, target_batch(i)?, i.reduction
    );
    SequenceLogProbability[K, u8]::try_value_and_gradient_array(
        &SequenceLogProbability::new(), batch::<_, ROWS>(i.numbers)?, target_batch(i)?, i.reduction, i.x,
        batch_mut(&mut o.gradient)?
    );
    SequenceLogProbability[K, u8]::try_value_and_gradient_in_place_array(
        &SequenceLogProbability::new(), batch_mut::<_, ROWS>(&mut o.gradient)?, target_batch(i)?, i.reduction, i.x
    );
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::new(SigmoidCrossEntropy::new(), GaussianKl::new());
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::try_with_beta(
        Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()), i.x
    );
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::value(
        &Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()).try_with_beta(i.x).ok()?,
        rows(i.numbers), targets(i), rows(i.others), i.reduction
    );
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::value_and_gradient(
        &Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()).try_with_beta(i.x).ok()?,
        rows(i.numbers), targets(i), rows(i.others), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient)
    );
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::try_value_array(
        &Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()),
        batch::<_, ROWS>(i.numbers)?, target_batch(i)?, batch::<_, ROWS>(i.others)?, i.reduction
    );
    Elbo[SigmoidCrossEntropy, GaussianKl<K>]::try_value_and_gradient_array(
        &Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()),
        batch::<_, ROWS>(i.numbers)?, target_batch(i)?, batch::<_, ROWS>(i.others)?, i.reduction,
        batch_mut(&mut o.gradient)?, batch_mut(&mut o.other_gradient)?
    );
    Elbo[GaussianNll, GaussianKl<K>]::value_array(
        &Elbo::new(GaussianNll::new(), GaussianKl::new()),
        batch::<_, ROWS>(i.numbers)?, target_batch(i)?, batch::<_, ROWS>(i.others)?, i.reduction
    );
    Elbo[GaussianNll, GaussianKl<K>]::value_and_gradient_array(
        &Elbo::new(GaussianNll::new(), GaussianKl::new()),
        batch::<_, ROWS>(i.numbers)?, target_batch(i)?, batch::<_, ROWS>(i.others)?, i.reduction,
        batch_mut(&mut o.gradient)?, batch_mut(&mut o.other_gradient)?
    );
    Elbo[GaussianNll, GaussianKlBetween<K>]::value_and_gradient(
        &Elbo::new(GaussianNll::new(), GaussianKlBetween::new()).try_with_beta(i.x).ok()?,
        rows(i.numbers), targets(i), rows(i.others), i.reduction,
        rows_mut(&mut o.gradient), rows_mut(&mut o.other_gradient)
    );
};

/// One loss for every kind of row and target, because the loop over a weighted batch is the same for all losses.
const WEIGHTED: &[Call] = weighted! {
    |i, o|
    Huber: Huber::try_new(i.x).ok()?;
    GanDiscriminator: GanDiscriminator::new(i.gan);
    Ppo: Ppo::try_new(i.x).ok()?;
    GaussianNll: GaussianNll::new();
    Orpo: Orpo::try_new(i.x).ok()?;
    SoftmaxCrossEntropy: SoftmaxCrossEntropy::<K, u8>::new().ignoring(i.count as u8);
    SoftmaxKl: SoftmaxKl::<K>::new();
    Triplet: Triplet::<K>::try_new(i.x).ok()?;
};

/// The kinds of rows that are arrays, by the names that rustdoc has for them.
#[allow(non_camel_case_types)]
type array = [f32; K];
#[allow(non_camel_case_types)]
type array_of_arrays = [[f32; K]; 4];

const DEFAULTS: &[Call] = methods! {
    |i, o|
    AbsoluteError as Default::default();
    BernoulliNll as Default::default();
    BoxGiou as Default::default();
    BoxIou as Default::default();
    BradleyTerry as Default::default();
    CategoricalNll[K, u8] as Default::default();
    ContrastiveDivergence as Default::default();
    Coral[K, u8] as Default::default();
    EmpiricalRisk as Default::default();
    EnergyPerceptron[K, u8] as Default::default();
    EntropyBonus[K] as Default::default();
    GammaNll as Default::default();
    GaussianKl[K] as Default::default();
    GaussianKlBetween[K] as Default::default();
    GaussianNll as Default::default();
    Hinge as Default::default();
    JensenShannon[K] as Default::default();
    KlDivergence[K] as Default::default();
    LaplaceNll as Default::default();
    LogCosh as Default::default();
    Mined as Default::default();
    ModifiedHuber as Default::default();
    MultiLabelMargin[K] as Default::default();
    NoisePrediction[K] as Default::default();
    Perceptron as Default::default();
    PoissonNll as Default::default();
    Regret[K] as Default::default();
    Reinforce[K, u8] as Default::default();
    SequenceLogProbability[K, u8] as Default::default();
    SigmoidCrossEntropy as Default::default();
    SoftmaxBrier[K, u8] as Default::default();
    SoftmaxCrossEntropy[K, u8] as Default::default();
    SoftmaxCrossEntropyDense[K] as Default::default();
    SoftmaxJensenShannon[K] as Default::default();
    SoftmaxKl[K] as Default::default();
    SoftmaxReverseKl[K] as Default::default();
    SquaredError as Default::default();
    SquaredHinge as Default::default();
    TripletIndices as Default::default();
};

/// The function that must fail to link. It stands alone, because others would only take time.
const NEGATIVE_CONTROL: &[Call] =
    &[call!(negative_control, index, "negative control", |i, o| rows::<f32>(i.numbers)[i.count])];

/// The list of all calls.
pub const CALLS: &[&[&[Call]]] = if cfg!(feature = "negative_control") {
    &[&[NEGATIVE_CONTROL]]
} else {
    &[&[FUNCTIONS, METHODS, DEFAULTS, WEIGHTED, VARIANTS, WRAPPED, ANY_TARGET], ELEMENTWISE, LOSSES]
};
