//! The contract of the losses of distributions, energies and generative models: what is refused, and every promise at its edges.

use crate::draw::{Draw, Mode};
use crate::subject::bits;
use core::fmt::Debug;
use microloss::{
    AnyTarget, ContrastiveDivergence, Distillation, Elbo, ElboTerms, EnergyHinge, EnergyNll,
    EnergyPerceptron, Error, Gan, GanDiscriminator, GanGenerator, GaussianKl, GaussianKlBetween, Loss, Noise,
    NoisePrediction, Reduction, Row, Rowwise, SigmoidCrossEntropy, SoftmaxJensenShannon, SoftmaxKl,
    SoftmaxReverseKl, Weighted, bits_to_nats, jensen_shannon, kl_divergence, kl_divergence_of_logs,
    nats_to_bits, no_targets, signal_to_noise, top_k, top_p,
};
use std::thread;

/// micromath's functions are within 3e-3.
const EXACT: f64 = if cfg!(feature = "micromath") { 1e-2 } else { 1e-6 };

#[track_caller]
fn near(got: f32, exact: f64) {
    let is_near = (f64::from(got) - exact).abs() <= EXACT * exact.abs();
    assert!(is_near || f64::from(got) == exact, "{got:e} for {exact:e}");
}

const UNTOUCHED: f32 = 42.0;

fn refuses<L, T: Clone + Debug>(loss: L, good: T, bad: T, value: f32, requirement: &'static str)
where
    L: Rowwise<Row = [f32; 2], Target = T>,
{
    let (rows, targets) = ([[0.5, -0.5]; 2], [good.clone(), bad]);
    let is_refused = |got: Result<f32, Error>| match got {
        Err(Error::Target { row: 1, value: found, requirement: words }) => {
            assert_eq!((bits(&[found]), words), (bits(&[value]), requirement));
        }
        _ => panic!("{value}: {got:?}"),
    };
    let (mut gradient, mut in_place) = ([[UNTOUCHED; 2]; 2], rows);
    let mut terms = [UNTOUCHED; 2];
    is_refused(loss.value(&rows, &targets, Reduction::Mean));
    is_refused(loss.value_and_gradient(&rows, &targets, Reduction::Mean, &mut gradient));
    is_refused(loss.value_and_gradient_in_place(&mut in_place, &targets, Reduction::Mean));
    is_refused(loss.terms(&rows, &targets, &mut terms).map(|()| 0.0));
    is_refused(loss.denominator(&targets));
    assert_eq!((gradient, in_place, terms), ([[UNTOUCHED; 2]; 2], rows, [UNTOUCHED; 2]));
    // A row of weight 0 is not looked at.
    let alone = loss.value(&rows[..1], &targets[..1], Reduction::Sum);
    assert_eq!(Weighted::new(loss, &[1.0, 0.0]).value(&rows, &targets, Reduction::Sum), alone);
}

#[test]
fn targets_are_distributions() {
    for bad in [-0.1, -f32::MIN_POSITIVE, f32::NAN, -f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let requirement = "finite and 0 or more";
        refuses(SoftmaxKl::new(), [0.25, 0.75], [1.0, bad], bad, requirement);
        refuses(SoftmaxReverseKl::new(), [0.25, 0.75], [1.0, bad], bad, requirement);
        refuses(SoftmaxJensenShannon::new(), [0.25, 0.75], [1.0, bad], bad, requirement);
    }
    for bad in [-1.0, -1e-45, f32::NAN, f32::NEG_INFINITY] {
        let noise = |snr| Noise { noise: [0.0; 2], snr };
        refuses(NoisePrediction::new().with_min_snr(5.0), noise(f32::INFINITY), noise(bad), bad, "0 or more");
    }
    // −0 is 0, and the sum need not be 1.
    for target in [[-0.0, 1.0], [0.0, 0.0], [f32::MAX, 3.0]] {
        assert!(SoftmaxKl::new().value(&[[0.5, -0.5]], &[target], Reduction::Mean).is_ok());
    }
}

/// A row whose loss is finite has no NaN in its gradient, for any factor: the loop may rely on it. A finite row never has one.
fn no_needless_nan<L: Rowwise<Row: Debug, Target: Debug> + Debug>(
    loss: &L,
    draw: &mut Draw,
    row: L::Row,
    target: &L::Target,
) {
    const { assert!(L::NAN_ONLY_WITH_VALUE) };
    let finite =
        [0.0, -0.0, 1.0, -1.0, 1e-45, -1e-38, 0.3, 88.0, -91.5, 104.0, -1e19, 1e30, 3e38, f32::MAX, f32::MIN];
    let other = [f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
    let with_others = draw.coin();
    let mut input = row;
    for x in input.elements_mut() {
        *x = match draw.below(8) {
            0 | 1 => draw.pick(&finite),
            2 if with_others => draw.pick(&other),
            3 => draw.pick(&finite) * 0.5,
            _ => draw.float(),
        };
    }
    let is_finite = input.elements_mut().iter().all(|x| x.is_finite());
    for scale in [1e-30, 3e-39, 1e-45, 1.0, 1e10, 1e30, 1e38, f32::MAX] {
        let mut gradient = input;
        let term = loss.term_and_gradient(&mut gradient, target, scale);
        let at = || format!("{loss:?} of {input:?} for {target:?}, {scale:e}: {term:e}, {gradient:?}");
        let has_nan = gradient.clone().elements_mut().iter().any(|x| x.is_nan());
        assert!(!has_nan || !term.is_finite(), "{}", at());
        assert!(!is_finite || (!term.is_nan() && !has_nan), "{}", at());
    }
}

#[test]
fn finite_losses_have_no_nan_in_their_gradients() {
    const K: usize = 3;
    let hard = [f32::MIN_POSITIVE, 1e-30, 1e-10, 0.3, 1.0, 2.0, 1e10, 1e30, 3e38, f32::MAX];
    for seed in 0..60_000 {
        let mode = if seed % 2 == 0 { Mode::Realistic } else { Mode::Bits };
        let draw = &mut Draw::new(seed, mode);
        let parameter = draw.pick(&hard);
        let row = [0.0; K];
        let share = |draw: &mut Draw| match draw.below(6) {
            0 => 0.0,
            1 => draw.pick(&[1e-45, 1e-38, 1e30, 1.7e38, f32::MAX]),
            _ => draw.unit(),
        };
        let shares: [f32; K] = core::array::from_fn(|_| share(draw));
        let label = draw.below(K) as u8;
        no_needless_nan(&SoftmaxKl::new(), draw, row, &shares);
        no_needless_nan(&SoftmaxReverseKl::new(), draw, row, &shares);
        no_needless_nan(&SoftmaxJensenShannon::new(), draw, row, &shares);
        let teacher = draw.floats::<K>();
        no_needless_nan(&Distillation::new(parameter), draw, row, &teacher);
        no_needless_nan(&EnergyNll::new(parameter), draw, row, &label);
        no_needless_nan(&EnergyPerceptron::new(), draw, row, &label);
        no_needless_nan(&EnergyHinge::new(parameter), draw, row, &label);
        no_needless_nan(&ContrastiveDivergence::new(), draw, [0.0; 2], &());
        no_needless_nan(&ContrastiveDivergence::new().with_regularization(parameter), draw, [0.0; 2], &());
        let free = draw.pick(&[0.0, 0.47, 1e30]);
        no_needless_nan(&GaussianKl::new().with_free_bits(free), draw, [row; 2], &());
        no_needless_nan(&GaussianKlBetween::new().with_free_bits(free), draw, [row; 4], &());
        let gan =
            draw.pick(&[Gan::Minimax, Gan::NonSaturating, Gan::LeastSquares, Gan::Hinge, Gan::Wasserstein]);
        no_needless_nan(&GanDiscriminator::new(gan), draw, 0.0, &(label == 0));
        no_needless_nan(&GanGenerator::new(gan), draw, 0.0, &());
        let target =
            Noise { noise: draw.floats::<K>(), snr: draw.pick(&[0.0, 1e-30, 1.0, 1e30, f32::INFINITY]) };
        no_needless_nan(&NoisePrediction::new(), draw, row, &target);
        no_needless_nan(&NoisePrediction::new().with_min_snr(parameter), draw, row, &target);
    }
}

/// Factors of the reduction and the temperature that overflow together leave a probability of 0 alone.
#[test]
fn factors_that_overflow() {
    let of = |gradient: [[f32; 2]; 1]| bits(&gradient[0]);
    let mut gradient = [[0.0; 2]];
    let over = Reduction::Over(1e-10);
    let value = EnergyNll::new(1e-30).value_and_gradient(&[[0.0, 1000.0]], &[0_u8], over, &mut gradient);
    assert_eq!((value, of(gradient)), (Ok(0.0), bits(&[0.0, -0.0])));
    // 1e-30·1e30·1e30.
    let value = EnergyNll::new(1e-30).value_and_gradient(
        &[[0.0, 69e-30]],
        &[0_u8],
        Reduction::Over(1e-30),
        &mut gradient,
    );
    near(value.unwrap() * 1e-30, (-69_f64).exp());
    assert!(gradient[0][0] > 1e29 && gradient[0][1] < -1e29, "{gradient:?}");
    let value = Distillation::new(3e38).value_and_gradient(
        &[[1.0, 1.0]],
        &[[0.0, 0.0]],
        Reduction::Over(0.1),
        &mut gradient,
    );
    assert_eq!((value, gradient), (Ok(0.0), [[0.0; 2]]));
}

/// Targets near `f32::MAX`, whose sums overflow on the way to a finite result.
#[test]
fn targets_near_the_largest_number() {
    let max = f64::from(f32::MAX);
    let kl = |row: [f32; 2], target| SoftmaxKl::new().value(&[row], &[target], Reduction::Sum).unwrap();
    near(kl([-0.2, 0.0], [f32::MAX, 0.0]), max * f64::from(0.2_f32).exp().ln_1p());
    near(kl([0.0, 0.5], [f32::MAX, f32::MAX]), max * 2.0 * (0.25_f64.cosh().ln()) * (0.5_f32 / 0.5) as f64);
    assert_eq!(kl([0.0, 0.0], [f32::MAX, f32::MAX]), 0.0);
    assert_eq!(kl([20.0, 0.0], [f32::MAX, f32::MAX]), f32::INFINITY);
    let mut gradient = [[0.0; 2]];
    let over = Reduction::Over(8.0);
    SoftmaxKl::new().gradient(&[[0.0, 3_f32.ln()]], &[[f32::MAX, f32::MAX]], over, &mut gradient).unwrap();
    near(gradient[0][0], -0.5 * max / 8.0);
    near(gradient[0][1], 0.5 * max / 8.0);
    for size in [1.0, 1.6e38] {
        let value = SoftmaxReverseKl::new().value(&[[0.0, 0.5]], &[[size, size]], Reduction::Sum).unwrap();
        let q = 1.0 / (1.0 + 0.5_f64.exp());
        near(value, q * (2.0 * q).ln() + (1.0 - q) * (2.0 - 2.0 * q).ln());
    }
    for k in 1..4000 {
        let q = (k as f32 + 0.5) * 2_f32.powi(104);
        let exact = max * (max / f64::from(q)).ln() - max + f64::from(q);
        near(kl_divergence(&[f32::MAX], &[q]).unwrap(), if exact > max { f64::INFINITY } else { exact });
    }
    near(kl_divergence(&[f32::MAX], &[0.2 * f32::MAX]).unwrap(), max * (5_f64.ln() - 0.8));
    near(kl_divergence(&[f32::MAX], &[0.9 * f32::MAX]).unwrap(), max * ((1.0 / 0.9_f64).ln() - 0.1));
    assert_eq!(jensen_shannon(&[f32::MAX], &[f32::MAX]), Ok(0.0));
    near(
        jensen_shannon(&[f32::MAX], &[0.5 * f32::MAX]).unwrap(),
        0.5 * max * ((4.0 / 3.0_f64).ln() + 0.5 * (2.0 / 3.0_f64).ln()),
    );
    assert_eq!(kl_divergence(&[1e-45], &[0.0]), Ok(f32::INFINITY));
    assert!(kl_divergence(&[f32::INFINITY], &[f32::INFINITY]).unwrap().is_nan());
    assert_eq!(kl_divergence_of_logs(&[100.0], &[100.0]), Ok(0.0));
    assert_eq!(kl_divergence_of_logs(&[100.0], &[90.0]), Ok(f32::INFINITY));
    assert_eq!(kl_divergence_of_logs(&[100.0], &[103.0]), Ok(f32::INFINITY));
}

/// The difference of the log-variances is finite, and the steps to its rounding error overflow.
#[test]
fn log_variances_near_the_largest_number() {
    for k in 0..64 {
        let a = (k as f32 + 0.5) * 2_f32.powi(104);
        for row in [[[0.0], [-a], [0.0], [f32::MAX]], [[0.0], [a], [0.0], [f32::MIN]]] {
            let mut gradient = [row];
            let value = GaussianKlBetween::<1>::new().value_and_gradient(
                &[row],
                &[()],
                Reduction::Sum,
                &mut gradient,
            );
            assert!(
                value.unwrap() > 1e38 && !gradient.as_flattened().as_flattened().iter().any(|x| x.is_nan()),
                "{row:?}"
            );
        }
    }
}

/// The error of a square that overflows, before its weight brings it back.
#[test]
fn weights_bring_large_squares_back() {
    let target = [Noise { noise: [0.0], snr: 1.0 }];
    let loss = NoisePrediction::new().with_min_snr(1e-30);
    let mut gradient = [[0.0]];
    let value = loss.value_and_gradient(&[[2e19]], &target, Reduction::Sum, &mut gradient).unwrap();
    near(value, 4e8);
    near(gradient[0][0], 4e-11);
    loss.gradient(&[[3e38]], &target, Reduction::Sum, &mut gradient).unwrap();
    near(gradient[0][0], 6e8);
    let target = [Noise { noise: [0.0; 4], snr: 1.0 }];
    near(NoisePrediction::new().value(&[[1.2e19; 4]], &target, Reduction::Sum).unwrap(), 1.44e38);
    let none = Noise { noise: [], snr: 1.0 };
    assert_eq!(NoisePrediction::<0>::new().value(&[[]], &[none], Reduction::Sum), Ok(0.0));
}

/// The slope in the temperature, against f64.
#[test]
#[cfg_attr(miri, ignore = "nothing that Miri has not seen, and slow there")]
#[cfg(any(not(feature = "micromath"), feature = "branchless"))]
fn slope_in_the_temperature_keeps_its_digits() {
    const K: usize = 4;
    let exact = |e: [f32; K], label: usize, temperature: f32| {
        let (e, t) = (e.map(f64::from), f64::from(temperature));
        let lowest = e.iter().copied().fold(f64::INFINITY, f64::min);
        let weights = e.map(|x| ((lowest - x) / t).exp());
        let norm: f64 = weights.iter().sum();
        let terms: Vec<f64> = (0..K).map(|k| weights[k] / norm * (e[k] - e[label]) / (t * t)).collect();
        let size: f64 = terms.iter().map(|x| x.abs()).sum();
        let largest = e.iter().map(|x| (x - lowest) / t).fold(0.0, f64::max);
        (terms.iter().sum::<f64>(), size, largest)
    };
    // Close rivals at T ≠ 1: the slope of the logits of a report about calibration.
    let e = [0.248_402_71, -0.765_356_4, -0.763_998_6, 0.678_223_5];
    let slope = EnergyNll::new(0.1).temperature_gradient(&[e], &[1_u8], Reduction::Sum).unwrap();
    near(slope, exact(e, 1, 0.1).0);
    near(slope, 0.069_485_505);
    let mut worst = [0.0_f64; 2];
    for seed in 0..200_000 {
        let mut draw = Draw::new(seed, crate::draw::MEASURED[seed as usize % 4]);
        let (temperature, label) = (draw.between(0.05, 6.0), draw.below(K));
        let mut e = draw.floats::<K>();
        if draw.coin() {
            let near = draw.float();
            e = e.map(|e| near + 1e-3 * e);
        }
        let got = EnergyNll::new(temperature).temperature_gradient(&[e], &[label], Reduction::Sum).unwrap();
        let (exact, size, largest) = exact(e, label, temperature);
        if size > 1e-36 && size < 1e38 {
            let ulps = (f64::from(got) - exact).abs() / 2_f64.powi(size.log2().floor() as i32 - 23);
            worst[0] = worst[0].max(ulps - 2.0 * largest);
            worst[1] = worst[1].max(if largest < 1.0 { ulps } else { 0.0 });
            assert!(
                ulps <= 6.0 + 2.0 * largest,
                "{e:?} {label} {temperature}: {got:e} for {exact:e}, {ulps} {largest}"
            );
        }
    }
    println!("slope in T: {worst:.2?} ULP, beyond 2 per unit and for small ones");
}

/// K = 250 000 in a thread whose stack is smaller than a row.
#[test]
#[cfg_attr(miri, ignore = "slow there")]
fn no_row_is_copied_onto_the_stack() {
    const K: usize = 250_000;

    fn boxed(x: impl Fn(usize) -> f32) -> Box<[f32]> {
        (0..K).map(x).collect()
    }
    fn every_form<L: Rowwise>(loss: &L, rows: &mut [L::Row], targets: &[L::Target], gradient: &mut [L::Row]) {
        let value = loss.value(rows, targets, Reduction::Mean).unwrap();
        let fused = loss.value_and_gradient(rows, targets, Reduction::Mean, gradient).unwrap();
        loss.terms(rows, targets, &mut [0.0]).unwrap();
        let in_place = loss.value_and_gradient_in_place(rows, targets, Reduction::Mean).unwrap();
        assert_eq!(bits(&[value, value]), bits(&[fused, in_place]));
        assert!(value.is_finite(), "{value}");
    }
    fn of_rows<L: Rowwise<Row = [f32; K]>>(loss: L, targets: &[L::Target]) {
        let mut rows = boxed(|k| (k % 17) as f32 * 0.3);
        let mut gradient = boxed(|_| 0.0);
        let (rows, gradient) = (rows.as_chunks_mut::<K>().0, gradient.as_chunks_mut::<K>().0);
        every_form(&loss, rows, targets, gradient);
    }
    let all = || {
        let target = boxed(|_| 1.0 / K as f32);
        let target = target.as_chunks::<K>().0;
        of_rows(SoftmaxKl::new(), target);
        of_rows(SoftmaxReverseKl::new(), target);
        of_rows(SoftmaxJensenShannon::new(), target);
        of_rows(Distillation::new(3.0), target);
        for temperature in [1.0, 0.7] {
            of_rows(EnergyNll::<K, u32>::new(temperature), &[3]);
        }
        of_rows(EnergyPerceptron::<K, u32>::new(), &[3]);
        of_rows(EnergyHinge::<K, u32>::new(1.0), &[3]);
        let energies = boxed(|k| (k % 17) as f32 * 0.3);
        let rows = energies.as_chunks::<K>().0;
        let slope = EnergyNll::<K, u32>::new(0.7).temperature_gradient(rows, &[3], Reduction::Sum);
        assert!(slope.unwrap().is_finite());
        // Half of a row is the mean, the other half the logarithm of the variance.
        let (mut rows, mut gradient) = (boxed(|_| 0.5), boxed(|_| 0.0));
        let rows = rows.as_chunks_mut::<{ K / 2 }>().0.as_chunks_mut::<2>().0;
        let gradient = gradient.as_chunks_mut::<{ K / 2 }>().0.as_chunks_mut::<2>().0;
        every_form(&GaussianKl::new(), rows, no_targets(1), gradient);
        let (mut rows, mut gradient) = (boxed(|k| (k % 3) as f32), boxed(|_| 0.0));
        let rows = rows.as_chunks_mut::<{ K / 4 }>().0.as_chunks_mut::<4>().0;
        let gradient = gradient.as_chunks_mut::<{ K / 4 }>().0.as_chunks_mut::<4>().0;
        every_form(&GaussianKlBetween::new(), rows, no_targets(1), gradient);
    };
    thread::Builder::new().stack_size(256 << 10).spawn(all).unwrap().join().unwrap();
    // A target of noise holds a row, so it is in static memory.
    static NOISE: [Noise<K>; 1] = [Noise { noise: [0.25; K], snr: 1.0 }];
    let noise = || of_rows(NoisePrediction::new().with_min_snr(5.0), &NOISE);
    thread::Builder::new().stack_size(256 << 10).spawn(noise).unwrap().join().unwrap();
}

/// Every NaN is `f32::NAN`, of functions too.
#[test]
fn nans_of_functions_are_canonical() {
    let is_canonical = |x: f32| assert_eq!(bits(&[x]), bits(&[f32::NAN]));
    for nan in [-f32::NAN, f32::from_bits(0x7F80_0001), f32::from_bits(0xFFC1_2345), f32::NAN] {
        is_canonical(nats_to_bits(nan));
        is_canonical(bits_to_nats(nan));
        is_canonical(signal_to_noise(nan));
    }
    is_canonical(signal_to_noise(f32::INFINITY));
    let infinite = [f32::INFINITY, 0.5, 0.25];
    let (mut of_k, mut of_p) = (infinite, infinite);
    top_k(&mut of_k, 2).unwrap();
    top_p(&mut of_p, 0.5).unwrap();
    for x in of_k.into_iter().chain(of_p).filter(|x| x.is_nan()) {
        is_canonical(x);
    }
    assert!(of_k[0].is_nan());
}

/// The point that was off by 4.79 ULP, and others like it.
#[test]
#[cfg(not(feature = "micromath"))]
fn divergence_of_logs_is_within_its_bound() {
    let measure = |log_p: &[f32], log_q: &[f32]| {
        let (mut exact, mut largest) = (0.0, 0.0_f64);
        for (p, q) in log_p.iter().zip(log_q).map(|(p, q)| (f64::from(*p), f64::from(*q))) {
            exact += p.exp() * ((q - p).exp_m1() - (q - p));
            largest = largest.max((p.exp() * (p - q)).abs());
        }
        let got = kl_divergence_of_logs(log_p, log_q).unwrap();
        let ulp = 2_f64.powi(largest.log2().floor() as i32 - 23);
        (f64::from(got) - exact).abs() / ulp
    };
    let reported =
        measure(&[-1.405_722_3, -1.942_513, -0.491_894_6], &[-1.709_594_6, -0.890_000_2, -0.895_495_6]);
    let mut worst = reported;
    for seed in 0..300_000 {
        let mut draw = Draw::new(seed, Mode::Realistic);
        let mut log = || {
            let (mut log, x) = ([0.0; 3], draw.floats::<3>());
            microloss::math::log_softmax(&x, 1.0, &mut log).unwrap();
            log
        };
        worst = worst.max(measure(&log(), &log()));
    }
    println!("divergence of logs: {reported:.2}, worst {worst:.2} ULP");
    assert!(worst <= 6.0, "{worst}");
}

/// Infallible where every target is accepted: the same bits as of slices. A bad denominator makes everything NaN.
#[test]
fn arrays_of_the_bound() {
    let (logits, teacher, latent) = ([[2.0, -1.0]; 2], [[0.0; 2]; 2], [[[1.0], [0.5]]]);
    let elbo = Elbo::new(Distillation::new(2.0), GaussianKl::new()).with_beta(2.0);
    let of_slices = elbo.value(&logits, &teacher, &latent, Reduction::Mean).unwrap();
    assert_eq!(elbo.value_array(&logits, &teacher, &latent, Reduction::Mean), of_slices);
    let (mut a, mut b) = ([[0.0; 2]; 2], latent);
    let fused = elbo.value_and_gradient_array(&logits, &teacher, &latent, Reduction::Mean, &mut a, &mut b);
    assert_eq!((fused, b[0][0]), (of_slices, [2.0]));
    assert!(a[0][0] > 0.5 && a[0] == a[1]);
    let (mut a, mut b) = ([[UNTOUCHED; 2]; 2], [[[UNTOUCHED]; 2]]);
    let bad = Reduction::Over(-1.0);
    let ElboTerms { reconstruction, divergence, negative_elbo, .. } =
        elbo.value_and_gradient_array(&logits, &teacher, &latent, bad, &mut a, &mut b);
    assert_eq!(bits(&[reconstruction, divergence, negative_elbo]), bits(&[f32::NAN; 3]));
    assert_eq!((a, b), ([[UNTOUCHED; 2]; 2], [[[UNTOUCHED]; 2]]));
    // Pixels may be wrong.
    let (elbo, pixels) = (Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()), [2.0, -1.0]);
    let of_slices = elbo.value(&pixels, &[0.0; 2], &latent, Reduction::Mean);
    assert_eq!(elbo.try_value_array(&pixels, &[0.0; 2], &latent, Reduction::Mean), of_slices);
    let mut a = [0.0; 2];
    let fused =
        elbo.try_value_and_gradient_array(&pixels, &[0.0; 2], &latent, Reduction::Mean, &mut a, &mut b);
    assert_eq!(fused, of_slices);
}

#[test]
fn losses_that_accept_every_target() {
    fn infallible<L: AnyTarget>(loss: L, row: L::Prediction, target: L::Target) {
        assert_eq!(loss.value_array(&[row], &[target], Reduction::Over(0.0)), 0.0);
    }
    infallible(Distillation::new(2.0), [0.0; 2], [f32::NAN; 2]);
    infallible(ContrastiveDivergence::new(), [0.0; 2], ());
    infallible(GaussianKl::new(), [[0.0; 2]; 2], ());
    infallible(GaussianKlBetween::new(), [[0.0; 2]; 4], ());
    infallible(GanDiscriminator::new(Gan::Hinge), 0.0, true);
    infallible(GanGenerator::new(Gan::Hinge), 0.0, ());
}

/// The types of fields, without a type of labels.
#[test]
fn labels_are_bytes_by_default() {
    struct Model {
        nll: EnergyNll<3>,
        perceptron: EnergyPerceptron<3>,
        hinge: EnergyHinge<3>,
    }
    let model =
        Model { nll: EnergyNll::new(1.0), perceptron: EnergyPerceptron::new(), hinge: EnergyHinge::new(1.0) };
    let (rows, label) = ([[1.0, 0.5, 3.0]], [0_u8]);
    assert!(model.nll.value(&rows, &label, Reduction::Sum).unwrap() > 0.5);
    assert_eq!(model.perceptron.value(&rows, &label, Reduction::Sum), Ok(0.5));
    assert_eq!(model.hinge.value(&rows, &label, Reduction::Sum), Ok(1.5));
}
