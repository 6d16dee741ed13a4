//! Entropy, divergences and their losses: identities, limits, and what rounding may not do.

use crate::between::between;
use crate::draw::{Draw, Mode};
use microloss::{
    Buffer, Distillation, Error, Loss, Reduction, Rowwise, SoftmaxCrossEntropyDense, SoftmaxJensenShannon,
    SoftmaxKl, SoftmaxReverseKl, bits_to_nats, cross_entropy, entropy, jensen_shannon, kl_divergence,
    kl_divergence_of_logs, nats_to_bits,
};
use proptest::prelude::*;
use std::f64::consts::{LN_2, LN_10, LOG2_10};

/// micromath's logarithms are within 7e-4.
const EXACT: f64 = if cfg!(feature = "micromath") { 3e-3 } else { 1e-6 };

#[track_caller]
fn near(got: f32, exact: f64) {
    assert!((f64::from(got) - exact).abs() <= EXACT * (1.0 + exact.abs()), "{got} for {exact}");
}

/// A distribution of six classes, some of them impossible.
fn distribution() -> impl Strategy<Value = [f32; 6]> {
    let weight = prop_oneof![Just(0.0_f32), between(1e-6, 1.0), between(1e-30, 1e-20)];
    proptest::array::uniform6(weight).prop_filter_map("no class", |weights| {
        let total: f32 = weights.iter().sum();
        (total > 1e-3).then(|| weights.map(|w| w / total))
    })
}

#[test]
fn golden_numbers() {
    let (p, q) = ([0.5, 0.5], [0.9, 0.1]);
    near(kl_divergence(&p, &q).unwrap(), 0.510_825_6);
    near(kl_divergence(&q, &p).unwrap(), 0.368_064_2);
    near(entropy(&p), LN_2);
    near(cross_entropy(&p, &q).unwrap(), 1.203_973);
    near(jensen_shannon(&p, &q).unwrap(), 0.101_749_2);
    for (p, nats, bits) in
        [(0.1, LN_10, LOG2_10), (0.7, 0.356_674_9, 0.514_573_2), (0.98, 0.020_202_71, 0.029_146_35)]
    {
        let loss = cross_entropy(&[1.0, 0.0], &[p, 1.0 - p]).unwrap();
        near(loss, nats);
        near(nats_to_bits(loss), bits);
        near(bits_to_nats(nats_to_bits(loss)), nats);
    }
}

/// Sums that are 0, and sums of several blocks with an infinite one.
#[test]
fn sums_at_their_ends() {
    assert_eq!(kl_divergence(&[0.0; 3], &[-0.0; 3]).unwrap().to_bits(), 0);
    let mut q = [0.01; 100];
    q[40] = 0.0;
    assert_eq!(kl_divergence(&[0.01; 100], &q), Ok(f32::INFINITY));
}

/// Rows of several blocks, which a loop of vectors takes if their numbers are ordinary: the value alone, which is computed without one,
/// has the same bits, and the gradient is p·Σt − t, or T·(p − t).
#[test]
fn long_rows_have_the_bits_of_single_terms() {
    let mut draw = Draw::new(7, Mode::Realistic);
    for round in 0..200 {
        let mut row: [f32; 100] = core::array::from_fn(|_| 2.0 * draw.float());
        let teacher: [f32; 100] = core::array::from_fn(|_| 2.0 * draw.float());
        let mut target = teacher.map(f32::exp);
        // In some rounds a block has a class that the loop does not know: it is certain, impossible, or hardly possible.
        match round % 4 {
            0 => row[40] = f32::NEG_INFINITY,
            1 => target[70] = 0.0,
            2 => target[99] = 1e-44,
            _ => {}
        }
        check_long_row(&SoftmaxKl::new(), 1.0, row, target, |p, t, sum| p * sum - t, target.map(f64::from));
        let soft = softmax(&teacher.map(|x| f64::from(x) / 4.0));
        check_long_row(&Distillation::new(4.0), 4.0, row, teacher, |p, t, _| 4.0 * (p - t), soft);
    }
}

/// Checks a loss of one row against the gradient that a function of p, t and Σt returns.
fn check_long_row<L: Rowwise<Row = [f32; 100], Target = [f32; 100]>>(
    loss: &L,
    temperature: f64,
    row: [f32; 100],
    target: [f32; 100],
    slope: impl Fn(f64, f64, f64) -> f64,
    t: [f64; 100],
) {
    let mut gradient = [[0.0; 100]];
    let value = loss.value(&[row], &[target], Reduction::Sum).unwrap();
    let fused = loss.value_and_gradient(&[row], &[target], Reduction::Sum, &mut gradient).unwrap();
    assert_eq!(value.to_bits(), fused.to_bits());
    let p = softmax(&row.map(|x| f64::from(x) / temperature));
    let sum = t.iter().sum();
    for ((p, t), got) in p.iter().zip(t).zip(gradient.as_flattened()) {
        let size = slope(*p, 0.0, sum).abs() + slope(0.0, t, sum).abs();
        assert!((f64::from(*got) - slope(*p, t, sum)).abs() <= EXACT * size + 1e-44, "{got} for {p}, {t}");
    }
}

fn softmax(x: &[f64; 100]) -> [f64; 100] {
    let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights = x.map(|x| (x - max).exp());
    let sum: f64 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

/// Terms are infinite even beside one that is finite.
#[test]
fn negative_probabilities_give_nan() {
    assert!(entropy(&[0.5, -0.1]).is_nan());
    for (p, q) in
        [(-0.5, 0.5), (0.5, -0.5), (0.0, -0.1), (-0.1, 0.0), (-1.0, -1.0), (-1.0, -3.0), (-3.0, -1.0)]
    {
        for divergence in [kl_divergence, cross_entropy, jensen_shannon] {
            assert!(divergence(&[p, 0.5], &[q, 0.5]).unwrap().is_nan(), "{p} {q}");
        }
    }
}

/// The functions against f64, in every way of drawing: relative to the largest term of the plain sum.
#[test]
#[cfg(not(feature = "micromath"))]
fn functions_are_within_their_budgets() {
    use crate::draw::{Draw, MEASURED};
    use crate::families::information::{excess, jensen_shannon_of};
    use crate::subject::Figure;
    use microloss::math;
    let mut worst = [0.0_f64; 5];
    for mode in MEASURED {
        for seed in 0..20_000 {
            let mut draw = Draw::new(seed, mode);
            let mut distribution = || {
                let mut p = [0.0; 6];
                math::softmax(&draw.floats::<6>(), 1.0, &mut p).unwrap();
                p
            };
            let (p, q) = (distribution(), distribution());
            let (e, f) = (p.map(f64::from), q.map(f64::from));
            let plain = |p: f64, log: f64| if p == 0.0 { 0.0 } else { p * log };
            let entropies: Vec<f64> = (0..6).map(|k| plain(e[k], -e[k].ln())).collect();
            let crossed: Vec<f64> = (0..6).map(|k| plain(e[k], -f[k].ln())).collect();
            let logs: [[f32; 6]; 2] = core::array::from_fn(|_| {
                let mut log = [0.0; 6];
                math::log_softmax(&draw.floats::<6>(), 1.0, &mut log).unwrap();
                log
            });
            let [a, b] = logs.map(|log| log.map(f64::from));
            // The size of the plain sum's terms, and the sum of those that are never negative.
            let divergence = |p: [f64; 6], q: [f64; 6], log: &dyn Fn(usize) -> f64| {
                let terms: Vec<f64> = (0..6).map(|k| plain(p[k], log(k))).collect();
                Figure { exact: (0..6).map(|k| excess(p[k], q[k], log(k))).sum(), ..Figure::sum(&terms) }
            };
            let of_logs = divergence(a.map(f64::exp), b.map(f64::exp), &|k| a[k] - b[k]);
            let pairs = [
                (Figure::sum(&entropies), entropy(&p)),
                (Figure::sum(&crossed), cross_entropy(&p, &q).unwrap()),
                (divergence(e, f, &|k| e[k].ln() - f[k].ln()), kl_divergence(&p, &q).unwrap()),
                (jensen_shannon_of(&f, &e), jensen_shannon(&p, &q).unwrap()),
                (of_logs, kl_divergence_of_logs(&logs[0], &logs[1]).unwrap()),
            ];
            for ((figure, got), worst) in pairs.into_iter().zip(&mut worst) {
                assert!(got >= 0.0, "{got} of {p:?}, {q:?}");
                // Below this a term has too few digits of its own.
                if figure.exact.is_finite() && figure.scale > 1e-36 {
                    *worst = worst.max(figure.ulps(got));
                }
            }
        }
    }
    println!("entropy, cross_entropy, kl_divergence, jensen_shannon, kl_divergence_of_logs: {worst:.2?} ULP");
    for (worst, budget) in worst.into_iter().zip([3.0, 3.0, 4.0, 4.0, 6.0]) {
        assert!(worst <= budget, "{worst} of {budget}");
    }
}

proptest! {
    /// H(p, q) = H(p) + KL(p‖q), up to what the sums of p and q differ by.
    #[test]
    fn cross_entropy_is_entropy_and_divergence(p in distribution(), q in distribution()) {
        let cross = cross_entropy(&p, &q).unwrap();
        let parts = entropy(&p) + kl_divergence(&p, &q).unwrap();
        prop_assert!(cross == parts || (cross - parts).abs() <= EXACT as f32 * (1.0 + cross), "{cross}, {parts}");
    }

    /// Divergences are 0 or more, 0 for equals, and none but Jensen–Shannon's is symmetric.
    #[test]
    fn divergences_are_nonnegative(p in distribution(), q in distribution(), near in -3_i32..4) {
        let nudged = p.map(|p| f32::from_bits(p.to_bits().saturating_add_signed(near)));
        for other in [q, nudged] {
            prop_assert!(kl_divergence(&p, &other).unwrap() >= 0.0);
            prop_assert!(kl_divergence(&other, &p).unwrap() >= 0.0);
            let (js, mirrored) = (jensen_shannon(&p, &other).unwrap(), jensen_shannon(&other, &p).unwrap());
            prop_assert!(js >= 0.0 && f64::from(js) <= 2_f64.ln() * (1.0 + EXACT) && js == mirrored);
        }
        prop_assert_eq!(kl_divergence(&p, &p), Ok(0.0));
        prop_assert_eq!(jensen_shannon(&p, &p), Ok(0.0));
        let logs = p.map(f32::ln);
        prop_assert_eq!(kl_divergence_of_logs(&logs, &logs), Ok(0.0));
        prop_assert!(kl_divergence_of_logs(&logs, &q.map(f32::ln)).unwrap() >= 0.0);
    }

    /// The loss of logits is cross-entropy less the target's entropy, with the same gradient.
    #[test]
    fn kl_is_cross_entropy_less_entropy(x in proptest::array::uniform6(between(-9.0, 9.0)), t in distribution()) {
        let (mut of_kl, mut of_cross) = ([x], [x]);
        let kl = SoftmaxKl::new().value_and_gradient(&[x], &[t], Reduction::Sum, &mut of_kl).unwrap();
        let dense = SoftmaxCrossEntropyDense::new();
        let cross = dense.value_and_gradient(&[x], &[t], Reduction::Sum, &mut of_cross).unwrap();
        let bound = 3.0 * EXACT as f32;
        prop_assert!((kl - (cross - entropy(&t))).abs() <= bound * (1.0 + cross));
        for (a, b) in of_kl[0].iter().zip(of_cross[0]) {
            prop_assert!((a - b).abs() <= bound, "{a} {b}");
        }
    }

    /// Logits that are the target's logarithms leave nothing to learn.
    #[test]
    fn nothing_is_left_where_distributions_agree(t in distribution()) {
        let x = t.map(f32::ln);
        fn left<L>(loss: &L, x: [f32; 6], t: [f32; 6]) -> f32
        where
            L: Rowwise<Row = [f32; 6], Target = [f32; 6]>,
        {
            let mut gradient = [x];
            let value = loss.value_and_gradient(&[x], &[t], Reduction::Sum, &mut gradient).unwrap();
            gradient[0].iter().fold(value, |most, g| if g.abs() > most { g.abs() } else { most })
        }
        // A logit's rounding error is one of its probability.
        let bound = 4.0 * EXACT as f32;
        prop_assert!(left(&SoftmaxKl::new(), x, t) <= bound);
        prop_assert!(left(&SoftmaxReverseKl::new(), x, t) <= bound);
        prop_assert!(left(&SoftmaxJensenShannon::new(), x, t) <= bound);
        prop_assert!(left(&Distillation::new(3.0), x, x) <= bound);
    }

    /// Gradients in logits sum to 0: adding a constant to a row changes nothing.
    #[test]
    fn gradients_sum_to_zero(x in proptest::array::uniform6(between(-30.0, 30.0)), t in proptest::array::uniform6(between(1e-6, 1.0))) {
        fn sums<L: Rowwise<Row = [f32; 6], Target = [f32; 6]>>(loss: &L, x: [f32; 6], t: [f32; 6]) {
            let mut gradient = [x];
            loss.gradient(&[x], &[t], Reduction::Sum, &mut gradient).unwrap();
            let sum: f64 = gradient[0].iter().map(|g| f64::from(*g)).sum();
            let size: f64 = gradient[0].iter().map(|g| f64::from(g.abs())).sum();
            assert!(sum.abs() <= 20.0 * EXACT * (size + 1e-6), "{gradient:?}");
        }
        sums(&SoftmaxKl::new(), x, t);
        sums(&SoftmaxReverseKl::new(), x, t);
        sums(&SoftmaxJensenShannon::new(), x, t);
        sums(&Distillation::new(2.0), x, t);
    }
}

fn of<L: Loss<Prediction = [f32; 3], Target = [f32; 3]>>(
    loss: &L,
    x: [f32; 3],
    t: [f32; 3],
) -> (f32, [f32; 3]) {
    let mut gradient = [x];
    (loss.value_and_gradient(&[x], &[t], Reduction::Sum, &mut gradient).unwrap(), gradient[0])
}

/// 0·ln 0 is 0; p > 0 = q is +∞; a masked class takes no part; a sure one has no distribution.
#[test]
fn zeros_and_masks() {
    let (inf, nothing) = (f32::INFINITY, f32::NEG_INFINITY);
    assert_eq!(entropy(&[1.0, 0.0]), 0.0);
    assert_eq!(entropy(&[]), 0.0);
    assert_eq!(cross_entropy(&[0.0, 1.0], &[0.0, 1.0]), Ok(0.0));
    assert_eq!(cross_entropy(&[0.5, 0.5], &[0.0, 1.0]), Ok(inf));
    assert_eq!(kl_divergence(&[0.5, 0.5], &[0.0, 1.0]), Ok(inf));
    assert_eq!(kl_divergence_of_logs(&[0.0, nothing], &[0.0, nothing]), Ok(0.0));
    assert_eq!(kl_divergence_of_logs(&[0.0, nothing], &[nothing, 0.0]), Ok(inf));
    let masked = [0.0, 0.0, nothing];
    let half = [0.5, 0.5, 0.0];
    assert_eq!(of(&SoftmaxKl::new(), masked, half), (0.0, [0.0; 3]));
    assert_eq!(of(&SoftmaxReverseKl::new(), masked, half), (0.0, [0.0; 3]));
    assert_eq!(of(&SoftmaxJensenShannon::new(), masked, half), (0.0, [0.0; 3]));
    assert_eq!(of(&Distillation::new(2.0), masked, masked), (0.0, [0.0; 3]));
    assert_eq!(of(&SoftmaxKl::new(), masked, [0.5, 0.25, 0.25]), (inf, [0.0, 0.25, -0.25]));
    // A teacher that allows what the student masks.
    assert_eq!(of(&Distillation::new(2.0), masked, [0.0; 3]).0, inf);
    // A target that excludes everything.
    assert_eq!(of(&SoftmaxReverseKl::new(), [0.0; 3], [0.0; 3]).0, inf);
    // Classes that the target excludes, and others.
    assert_eq!(of(&SoftmaxReverseKl::new(), [0.0; 3], half), (inf, [-inf, -inf, inf]));
    assert_eq!(of(&SoftmaxReverseKl::new(), masked, [0.0, 1.0, 0.0]), (inf, [inf, -inf, 0.0]));
    // Nothing in common: the most there is, and no slope to learn from.
    let (most, slopes) = of(&SoftmaxJensenShannon::new(), [200.0, 0.0, nothing], [0.0, 1.0, 0.0]);
    assert!((most - core::f32::consts::LN_2).abs() < 1e-3 && slopes == [0.0; 3]);
    for sure in [[inf, 0.0, 0.0], [nothing; 3]] {
        for (value, gradient) in
            [of(&SoftmaxKl::new(), sure, half), of(&Distillation::new(1.0), sure, [0.0; 3])]
        {
            assert!(value.is_nan() && gradient.iter().all(|g| g.is_nan()), "{value} {gradient:?}");
        }
    }
    // A row whose targets are 0 does not count.
    assert_eq!(of(&SoftmaxKl::new(), [3.0, -1.0, 0.5], [0.0; 3]), (0.0, [0.0; 3]));
}

/// If softmax is sure to 1e-30, the loss is the rest, not the 0 that 1 − p would give.
#[test]
fn sure_predictions_keep_their_digits() {
    for margin in [17.0_f32, 40.0, 80.0] {
        let (value, gradient) = of(&SoftmaxKl::new(), [margin, 0.0, 0.0], [1.0, 0.0, 0.0]);
        let exact = (2.0 * f64::from(-margin).exp()).ln_1p();
        let bound = if cfg!(feature = "micromath") { 3e-3 } else { 1e-6 };
        assert!((f64::from(value) - exact).abs() <= bound * exact, "{value:e} for {exact:e}");
        assert!((f64::from(gradient[0]) + exact).abs() <= bound * exact);
    }
}

/// A probability of one bit, which a target's weight makes a normal number again: the logarithm has all digits.
#[test]
fn a_heavy_target_on_a_subnormal_probability() {
    let value = SoftmaxKl::new().value(&[[0.0, -103.0]], &[[0.0, 1e10]], Reduction::Sum).unwrap();
    near(value, 103e10);
}

/// T²·KL of tempered distributions; towards T → ∞ the gradient is that of half the squared difference of logits, over K.
#[test]
fn distillation_at_high_temperature_matches_logits() {
    let (student, teacher) = ([1.0_f32, -2.0, 1.0], [0.5_f32, 1.0, -1.5]);
    let (_, gradient) = of(&Distillation::new(1000.0), student, teacher);
    for k in 0..3 {
        let exact = (student[k] - teacher[k]) / 3.0;
        let bound = if cfg!(feature = "micromath") { 2.0 } else { 2e-3 };
        assert!((gradient[k] - exact).abs() <= bound, "{} for {exact}", gradient[k]);
    }
    assert_eq!(of(&Distillation::new(4.0), teacher, teacher), (0.0, [0.0; 3]));
}

#[test]
fn mistakes_are_named() {
    let lengths = Error::Length { buffer: Buffer::Probabilities, expected: 2, actual: 1 };
    assert_eq!(kl_divergence(&[0.5; 2], &[1.0]), Err(lengths));
    assert_eq!(kl_divergence_of_logs(&[0.0; 2], &[0.0]), Err(lengths));
    assert_eq!(jensen_shannon(&[0.5; 2], &[1.0]), Err(lengths));
    assert_eq!(cross_entropy(&[0.5; 2], &[1.0]), Err(lengths));
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-40] {
        let refused = Distillation::<2>::try_new(bad);
        assert!(matches!(refused, Err(Error::Parameter { name: "temperature", .. })), "{refused:?}");
    }
    for nan in [[f32::NAN, 1.0], [-f32::NAN, 1.0]] {
        let results = [Ok(entropy(&nan)), kl_divergence(&nan, &[0.5; 2]), kl_divergence(&[0.0, 1.0], &nan)];
        assert!(results.iter().all(|x| x.unwrap().to_bits() == f32::NAN.to_bits()), "{results:?}");
    }
}
