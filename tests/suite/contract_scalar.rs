//! The contract of the losses of one number, and of a number with its scale: what is refused, and what holds at the ends of the line.
#![cfg(any(not(feature = "micromath"), feature = "branchless"))]

use crate::draw::{Draw, Mode};
use crate::families::regression::{huber, pinball, pseudo_huber};
use crate::families::{sigmoid, softplus};
use crate::subject::{Figure, bits, examine};
use microloss::{
    AbsoluteError, AnyTarget, BernoulliNll, Elementwise, Error, GammaNll, GaussianNll, Hinge, HingeEmbedding,
    Huber, LaplaceNll, LogCosh, Loss, ModifiedHuber, Perceptron, PoissonNll, Prospect, PseudoHuber,
    Quantiles, Reduction, SigmoidCrossEntropy, SigmoidFocal, SmoothL1, SmoothedHinge, SquaredError,
    SquaredHinge, Weighted, YesNo, math,
};

/// Cases per law.
const CASES: u64 = 200_000;

/// Every method refuses the second row with `error`, and writes nothing.
#[track_caller]
fn refuses<T: Copy>(
    loss: &impl Loss<Prediction = f32, Target = T>,
    rows: [f32; 2],
    targets: [T; 2],
    error: Error,
) {
    let (mut gradient, mut terms, mut in_place) = ([42.0; 2], [42.0; 2], rows);
    assert_eq!(loss.value(&rows, &targets, Reduction::Mean), Err(error));
    assert_eq!(loss.value_and_gradient(&rows, &targets, Reduction::Mean, &mut gradient), Err(error));
    assert_eq!(loss.value_and_gradient_in_place(&mut in_place, &targets, Reduction::Mean), Err(error));
    assert_eq!(loss.terms(&rows, &targets, &mut terms), Err(error));
    assert_eq!((bits(&gradient), bits(&terms)), (bits(&[42.0; 2]), bits(&[42.0; 2])));
    assert_eq!(bits(&in_place), bits(&rows));
}

/// A loss refuses targets that have no meaning, and accepts `good` ones.
#[track_caller]
fn refuses_targets(
    loss: &impl Loss<Prediction = f32, Target = f32>,
    requirement: &'static str,
    good: &[f32],
    bad: &[f32],
) {
    for target in good {
        assert!(loss.value(&[0.5], &[*target], Reduction::Sum).is_ok(), "{target}");
    }
    for value in bad {
        let targets = [1.0, *value];
        let refused = loss.value(&[0.5; 2], &targets, Reduction::Sum);
        // NaN is not equal to itself.
        assert!(
            matches!(refused, Err(Error::Target { row: 1, requirement: words, .. }) if words == requirement)
        );
        if !value.is_nan() {
            refuses(loss, [0.5; 2], targets, Error::Target { row: 1, value: *value, requirement });
        }
    }
}

#[test]
fn targets_without_a_meaning_are_refused() {
    let infinities = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY];
    let with = |others: &[f32]| [&infinities, others].concat();
    let (sides, other_sides) = ([-1.0, 1.0], with(&[0.0, -0.0, 0.5, 0.999_999_94, 2.0, -2.0]));
    refuses_targets(&Hinge::new(), "-1 or 1", &sides, &other_sides);
    refuses_targets(&SquaredHinge::new(), "-1 or 1", &sides, &other_sides);
    refuses_targets(&HingeEmbedding::new(1.0), "-1 or 1", &sides, &other_sides);
    refuses_targets(&Perceptron::new(), "-1 or 1", &sides, &other_sides);
    refuses_targets(&ModifiedHuber::new(), "-1 or 1", &sides, &other_sides);
    refuses_targets(&SmoothedHinge::new(1.0), "-1 or 1", &sides, &other_sides);
    let (shares, others) = ([0.0, -0.0, 1e-45, 0.3, 1.0], with(&[-1.0, -1e-45, 1.000_000_1, 2.0]));
    refuses_targets(&SigmoidCrossEntropy::new(), "in [0, 1]", &shares, &others);
    refuses_targets(&SigmoidFocal::new(2.0), "in [0, 1]", &shares, &others);
    refuses_targets(&BernoulliNll::new(), "in [0, 1]", &shares, &others);
    let counts = [0.0, -0.0, 0.5, 3.0, f32::MAX];
    refuses_targets(&GammaNll::new(), "finite and 0 or more", &counts, &with(&[-1.0, -1e-45]));
    refuses_targets(&PoissonNll::new(), "finite and 0 or more", &counts, &with(&[-1.0, -1e-45]));
    // A row of weight 0 is not looked at.
    let masked = Weighted::new(Hinge::new(), &[1.0, 0.0]).value(&[0.5; 2], &[1.0, 0.0], Reduction::Sum);
    assert_eq!(masked, Ok(0.5));
}

#[test]
fn a_probability_is_a_probability() {
    let loss = BernoulliNll::new();
    let requirement = "in [0, 1], within 1e-6";
    for value in [-0.83, 2.5, -2e-6, 1.000_002, f32::INFINITY] {
        refuses(&loss, [0.5, value], [1.0, 0.0], Error::Prediction { row: 1, value, requirement });
    }
    let nan = loss.value(&[f32::NAN], &[1.0], Reduction::Sum);
    assert!(matches!(nan, Err(Error::Prediction { row: 0, .. })), "{nan:?}");
    for floor in [f32::MIN_POSITIVE, 1e-12, 0.01, 0.5] {
        let loss = BernoulliNll::new().with_floor(floor);
        for p in [-1e-6, -1e-45, 1.0 + f32::EPSILON, 1.0 + 8.0 * f32::EPSILON] {
            for y in [0.0, 0.3, 1.0] {
                let got = examine(&loss, p, &y);
                assert!(
                    got.value.is_finite() && got.value >= -1e-6 && got.gradient[0].is_finite(),
                    "{got:?}"
                );
            }
        }
    }
}

/// Every method gives the bits of targets of `f32`.
fn is_the_loss<L: Elementwise + Copy>(loss: L, no: f32) {
    let mut draw = Draw::new(3, Mode::Realistic);
    for _ in 0..200 {
        let (p, yes) = (draw.unit(), draw.coin());
        let expected = examine(&loss, p, &if yes { 1.0 } else { no });
        assert_eq!(examine(&YesNo::new(loss), p, &yes), expected);
        assert_eq!(examine(&YesNo::new(loss), p, &u8::from(yes)), expected);
    }
    let rows = [0.25, 0.75];
    let label = |row, label| Error::Label { row, label, classes: 2 };
    refuses(&YesNo::new(loss), rows, [1_u8, 2], label(1, 2));
    refuses(&YesNo::new(loss), rows, [255_u8, 0], label(0, 255));
    let weights = [0.0, 2.0];
    let weighted = Weighted::new(YesNo::new(loss), &weights).value(&rows, &[255_u8, 0], Reduction::Mean);
    assert_eq!(weighted, loss.value(&[0.75], &[no], Reduction::Mean));
    let array = YesNo::new(loss).value_array(&rows, &[true, false], Reduction::Mean);
    assert_eq!(loss.value(&rows, &[1.0, no], Reduction::Mean), Ok(array));
}

#[test]
fn labels_of_yes_or_no() {
    is_the_loss(Hinge::new(), -1.0);
    is_the_loss(SquaredHinge::new(), -1.0);
    is_the_loss(HingeEmbedding::new(1.0), -1.0);
    is_the_loss(Perceptron::new(), -1.0);
    is_the_loss(ModifiedHuber::new(), -1.0);
    is_the_loss(SmoothedHinge::new(1.0), -1.0);
    is_the_loss(SigmoidCrossEntropy::new().with_positive_weight(3.0), 0.0);
    is_the_loss(SigmoidFocal::new(2.0), 0.0);
    is_the_loss(BernoulliNll::new(), 0.0);
    let refused = YesNo::new(BernoulliNll::new()).value(&[3.0], &[true], Reduction::Sum);
    assert!(matches!(refused, Err(Error::Prediction { row: 0, value: 3.0, .. })), "{refused:?}");
    assert!(YesNo::new(BernoulliNll::new()).value_array(&[3.0], &[true], Reduction::Sum).is_nan());
}

#[test]
fn losses_without_parameters_are_values() {
    assert_eq!(SquaredError.point(3.0, 1.0), SquaredError::new().point(3.0, 1.0));
    assert_eq!(AbsoluteError.value(&[3.0], &[1.0], Reduction::Sum), Ok(2.0));
    assert_eq!((Hinge, SquaredHinge, LogCosh), (Hinge::new(), SquaredHinge::new(), LogCosh::new()));
}

/// Rounding of d = p − t at the end of the line: the step to its rounding error overflows.
#[test]
fn errors_near_the_largest_number() {
    let unit = 2.0_f32.powi(104);
    let within = |got: f32, exact: f64, at: &str| {
        let error = Figure::from(exact).ulps(got);
        assert!(
            error <= 2.5 || exact > f64::from(f32::MAX) && got == f32::INFINITY,
            "{got:e} for {exact:e}: {at}"
        );
    };
    for k in 0..200 {
        let small = -(k as f32 + 0.5) * unit;
        for (p, t) in
            [(small, f32::MIN), (-small, f32::MAX), (f32::MIN, small), (small, -1.9e38), (small, 3e38)]
        {
            let d = f64::from(p) - f64::from(t);
            for scale in [1e-3, 1.0, 1e36, 2e38, f32::MAX] {
                let wide = f64::from(scale);
                let at = format!("{p:e}, {t:e}, scale {scale:e}");
                let got = Huber::new(scale).point(p, t);
                within(got.value, huber(d, wide).0, &at);
                assert!(!got.slope.is_nan());
                let got = SmoothL1::new(scale).point(p, t);
                within(got.value, huber(d, wide).0 / wide, &at);
                within(got.slope, huber(d, wide).1 / wide, &at);
                let got = PseudoHuber::new(scale).point(p, t);
                let (value, slope) = pseudo_huber(d, wide);
                within(got.value, value, &at);
                within(got.slope, slope, &at);
            }
        }
    }
    assert_eq!(PseudoHuber::new(1.068_208_4e20).point(1.032_022_2e26, 6.533_838e21).value, f32::INFINITY);
}

#[test]
fn smooth_l1_of_a_huge_threshold() {
    let mut draw = Draw::new(5, Mode::Realistic);
    for _ in 0..CASES {
        let (beta, d) = (draw.between(1e38, 3.4e38), draw.between(-8.0, 8.0));
        let exact = Figure::from(huber(f64::from(d), f64::from(beta)).0 / f64::from(beta));
        let error = exact.ulps(SmoothL1::new(beta).point(d, 0.0).value);
        assert!(error <= 3.5, "{error} ULP at beta {beta:e}, d {d}");
    }
}

/// Variances whose square root is not a normal number: value and slopes are infinite only if they are.
#[test]
fn likelihoods_of_extreme_scales() {
    let mut draw = Draw::new(7, Mode::Realistic);
    let mut finite = 0;
    for i in 0..CASES {
        let s = if i % 2 == 0 { draw.between(-300.0, -170.0) } else { draw.between(165.0, 230.0) };
        let size = if s < 0.0 {
            10_f32.powf(draw.between(-44.8, -20.0))
        } else {
            10_f32.powf(draw.between(25.0, 38.5))
        };
        let (p, t) = if draw.coin() { (size, 0.0) } else { (0.4 * size, -0.6 * size) };
        let (d, s64) = (f64::from(p) - f64::from(t), f64::from(s));
        let square = 0.5 * d * d * (-s64).exp();
        let ratio = d * (-s64).exp();
        let sum = |terms: &[f64]| Figure::sum(terms);
        let exact = [
            (sum(&[0.5 * s64, square]), sum(&[ratio]), sum(&[0.5, -square]), 6.0),
            (sum(&[s64, ratio]), sum(&[(-s64).exp()]), sum(&[1.0, -ratio]), 5.0),
        ];
        let got = [examine(&GaussianNll::new(), [p, s], &t), examine(&LaplaceNll::new(), [p, s], &t)];
        for ((value, mean, scale, allowed), got) in exact.into_iter().zip(got) {
            let slopes = [(mean, got.gradient[0]), (scale, got.gradient[1])];
            for (exact, got) in [(value, got.value)].into_iter().chain(slopes) {
                if exact.scale > f64::from(f32::MAX) {
                    assert!(
                        got.is_infinite() || exact.scale < 3.404e38,
                        "{got:e} for {exact:?} at {p:e} {t:e} {s}"
                    );
                    continue;
                }
                finite += 1;
                let error = exact.ulps(got);
                assert!(error <= allowed, "{error} ULP: {got:e} for {exact:?} at {p:e} {t:e} {s}");
            }
        }
    }
    assert!(finite > CASES, "{finite} numbers");
    // Of the report, with its exact values.
    let of = |d: f32, s: f32| GaussianNll::new().value(&[[d, s]], &[0.0], Reduction::Sum).unwrap();
    assert!((of(1e-37, -177.46) - 498.6).abs() < 0.1);
    assert!((of(8.962_816e-38, -253.664_08) / 5.87e35 - 1.0).abs() < 1e-3);
    let laplace = LaplaceNll::new().value(&[[1e-42, -177.46]], &[0.0], Reduction::Sum).unwrap();
    assert!((laplace / 1.2e35 - 1.0).abs() < 0.1);
}

/// Exponents, aversions and outcomes of every size, if no factor of the slope is subnormal.
#[test]
fn prospects_of_extreme_outcomes() {
    let mut draw = Draw::new(11, Mode::Realistic);
    let mut worst = 0.0_f64;
    for _ in 0..CASES {
        let beta = if draw.coin() { draw.between(0.001, 1.0) } else { 10_f32.powf(draw.between(-38.0, 0.0)) };
        let (lambda, size) = (10_f32.powf(draw.between(-37.0, 38.0)), 10_f32.powf(draw.between(-44.8, 38.5)));
        let power = f64::from(size).powf(f64::from(beta));
        let factors = [power, power * f64::from(beta), power * f64::from(beta) / f64::from(size)];
        if factors
            .iter()
            .any(|factor| *factor < f64::from(f32::MIN_POSITIVE) || *factor > f64::from(f32::MAX))
        {
            continue;
        }
        let got = Prospect::new(0.5, beta, lambda).point(-size);
        let slope = Figure::from(f64::from(lambda) * f64::from(beta) * power / f64::from(size));
        if slope.exact > f64::from(f32::MAX) {
            assert!(got.slope > 3.4e38);
        } else {
            let error = slope.ulps(got.slope);
            worst = worst.max(error);
            assert!(error <= 5.0, "{error} ULP at beta {beta:e}, lambda {lambda:e}, -{size:e}");
        }
    }
    println!("slope of a prospect: {worst:.2} ULP");
}

/// Weight and smoothing of every size, if the weights of both logarithms are normal or 0.
#[test]
fn cross_entropy_with_weight_and_smoothing() {
    let mut draw = Draw::new(13, Mode::Realistic);
    for _ in 0..CASES {
        let w = 10_f32.powf(draw.between(-37.5, 30.0));
        let e = if draw.coin() { 0.0 } else { 10_f32.powf(draw.between(-37.0, 0.0)) };
        let (x, y) = (draw.between(-87.0, 87.0), draw.pick(&[0.0, 1.0, draw_unit(w)]));
        let (wide, smoothing) = (f64::from(w), f64::from(e));
        let negative = f64::from(1.0 - y) * (1.0 - smoothing) + 0.5 * smoothing;
        let positive = wide * (f64::from(y) * (1.0 - smoothing) + 0.5 * smoothing);
        if [negative, positive].iter().any(|weight| *weight > 0.0 && *weight < f64::from(f32::MIN_POSITIVE)) {
            continue;
        }
        let got = SigmoidCrossEntropy::new().with_positive_weight(w).with_label_smoothing(e).point(x, y);
        let x = f64::from(x);
        let value = Figure::from(positive * softplus(-x) + negative * softplus(x));
        let slope = Figure::sum(&[negative * sigmoid(x), -positive * sigmoid(-x)]);
        for (exact, got) in [(value, got.value), (slope, got.slope)] {
            let error = exact.ulps(got);
            let normal = exact.is_normal() || exact.scale < f64::from(f32::MAX);
            assert!(
                !normal || error <= 6.0,
                "{error} ULP: {got:e} for {exact:?}, w {w:e}, ε {e:e}, {x}, {y}"
            );
        }
    }
}

/// A soft label made of the bits of another number.
fn draw_unit(seed: f32) -> f32 {
    (seed.to_bits() & 0xFFFF) as f32 / 65_536.0
}

#[test]
fn probabilities_below_the_floor() {
    let mut draw = Draw::new(17, Mode::Realistic);
    let (mut below, mut above) = (0.0_f64, 0.0_f64);
    for _ in 0..CASES {
        let (p, y, floor) = (draw.unit(), draw.pick(&[0.0, 1.0]), draw.between(0.01, 0.5));
        let got = BernoulliNll::new().with_floor(floor).point(p, y);
        let (q, f) = (if y == 1.0 { f64::from(p) } else { 1.0 - f64::from(p) }, f64::from(floor));
        let (value, slope) = if q < f { ((f - q) / f - f.ln(), 1.0 / f) } else { (-q.ln(), 1.0 / q) };
        let worst = if q < f { &mut below } else { &mut above };
        *worst = worst.max(Figure::from(value).ulps(got.value));
        assert!(Figure::from(slope).ulps(got.slope.abs()) <= 1.0, "slope at {p}, {y}, floor {floor}");
    }
    println!("BernoulliNll: {above:.2} ULP, below the floor {below:.2}");
    assert!(above <= 1.0 && below <= 1.5, "{above}, {below} below the floor");
}

#[test]
fn no_negative_zero() {
    let zero = [0.0_f32.to_bits()];
    for d in [-0.0, -1e-45, 1e-45, -1e-30] {
        assert_eq!(bits(&LogCosh.try_terms_array(&[d], &[0.0]).unwrap()), zero);
        assert_eq!(bits(&[math::ln_cosh(d)]), zero);
    }
}

/// More than three quantiles, of which several neighbours cross.
#[test]
fn crossings_of_many_quantiles() {
    let taus = [0.1, 0.25, 0.5, 0.75, 0.875, 0.95];
    let loss = Quantiles::new(taus, 0.75);
    let mut draw = Draw::new(19, Mode::Realistic);
    for _ in 0..2_000 {
        let (p, t) = (draw.floats::<6>(), draw.float());
        let got = examine(&loss, p, &t);
        let (mut value, mut slopes) = (0.0, [0.0; 6]);
        for q in 0..6 {
            let (v, s) = pinball(f64::from(p[q]) - f64::from(t), f64::from(taus[q]));
            (value, slopes[q]) = (value + v, slopes[q] + s);
        }
        for low in 0..5 {
            let excess = f64::from(p[low]) - f64::from(p[low + 1]);
            if excess > 0.0 {
                value += 0.75 * excess;
                slopes[low] += 0.75;
                slopes[low + 1] -= 0.75;
            }
        }
        assert!((f64::from(got.value) - value).abs() <= 1e-5 * value, "{p:?} {t}: {got:?}");
        for (got, exact) in got.gradient.iter().zip(slopes) {
            assert!((f64::from(*got) - exact).abs() < 1e-6, "{p:?} {t}: {got} for {exact}");
        }
    }
}
