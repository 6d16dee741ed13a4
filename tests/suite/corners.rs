//! Inputs at the ends of `f32`, or out of the ordinary, at which a promise of the documentation once did not hold.

use microloss::math::{exp_residual, log_softmax, softmax};
use microloss::{
    BernoulliNll, Elementwise, Loss, Quantiles, Reduction, Regret, SequenceLogProbability,
    SoftmaxCrossEntropy, SoftmaxFocal, SoftmaxReverseKl, SquaredError, Weighted, generalized_advantage,
    is_vanishing, kl_divergence_of_logs, reparameterize_add_gradient, temper,
};

/// An infinite quantile has no neighbour if it is the first, and does not cross one that is as large.
#[test]
fn infinite_quantiles() {
    let run = |row: [f32; 2]| {
        let mut gradient = [row];
        let loss = Quantiles::new([0.1, 0.5], 1.0);
        let value = loss.value_and_gradient_in_place(&mut gradient, &[0.0], Reduction::Sum).unwrap();
        assert_eq!(loss.value(&[row], &[0.0], Reduction::Sum).unwrap().to_bits(), value.to_bits());
        (value, gradient[0])
    };
    assert_eq!(run([f32::NEG_INFINITY, 0.0]), (f32::INFINITY, [-0.1, 0.0]));
    assert_eq!(run([f32::INFINITY; 2]), (f32::INFINITY, [0.9, 0.5]));
    assert_eq!(run([f32::INFINITY, 1.0]), (f32::INFINITY, [1.9, -0.5]));
    let (value, [first, second]) = run([f32::NAN, 0.0]);
    assert!(value.is_nan() && first.is_nan() && second.is_nan());
}

/// A margin and its rounding error, each times γ, are infinite of either sign.
#[test]
fn focal_loss_of_a_huge_gamma_is_a_number() {
    for (gamma, row) in [(5e7, [3e38, 9e30, 0.0]), (5e7, [-9e30, -3e38, -3e38]), (f32::MAX, [3e38, 1.0, 0.0])]
    {
        let mut gradient = [row];
        let loss = SoftmaxFocal::<3, u8>::new(gamma);
        let value = loss.value_and_gradient_in_place(&mut gradient, &[0], Reduction::Sum);
        assert_eq!((value, gradient), (Ok(0.0), [[0.0, -0.0, -0.0]]), "{gamma} {row:?}");
    }
}

/// Smoothing, and the slope in the temperature, see the logits over the temperature.
#[test]
fn temperatures_that_bring_logits_into_range() {
    let value = |temperature, epsilon, row: [f32; 2], label: u8| {
        let loss = SoftmaxCrossEntropy::new().with_temperature(temperature).with_label_smoothing(epsilon);
        let mut gradient = [row];
        let fused = loss.value_and_gradient(&[row], &[label], Reduction::Sum, &mut gradient).unwrap();
        assert_eq!(loss.value(&[row], &[label], Reduction::Sum).unwrap().to_bits(), fused.to_bits());
        fused
    };
    let within = if cfg!(feature = "micromath") { 3e-3 } else { 1e-6 };
    let near = |got: f32, exact: f32| assert!((got / exact - 1.0).abs() < within, "{got:e} for {exact:e}");
    // Both quotients are beyond `f32::MAX`, and count as that.
    near(value(1.2e-38, 1e-3, [20.0, 10.0], 0), core::f32::consts::LN_2);
    near(value(1e30, 0.5, [3e38, -3e38], 0), 1.5e8);
    near(value(10.0, 0.5, [3e38, -3e38], 0), 1.5e37);
    for (temperature, exact) in [(1e30, -6e-22), (10.0, -6e36)] {
        let loss = SoftmaxCrossEntropy::new().with_temperature(temperature);
        near(loss.temperature_gradient(&[[3e38, -3e38]], &[1_u8], Reduction::Sum).unwrap(), exact);
    }
}

/// A side without weight has no curvature, and an infinite probability none either.
#[test]
fn curvature_of_bernoulli() {
    let loss = BernoulliNll::new().with_floor(1.2e-38);
    assert_eq!((loss.curvature(1e-20, 0.0), loss.curvature(1.0, 1.0)), (1.0, 1.0));
    assert!(loss.curvature(f32::INFINITY, 1.0).is_nan() && loss.curvature(f32::NEG_INFINITY, 0.0).is_nan());
}

#[test]
fn infinite_arguments_of_math() {
    assert_eq!(
        (exp_residual(f32::INFINITY), exp_residual(f32::NEG_INFINITY)),
        (f32::INFINITY, f32::INFINITY)
    );
    let (mut p, mut log_p) = ([0.0; 2], [0.0; 2]);
    softmax(&[f32::INFINITY, 0.0], 1.0, &mut p).unwrap();
    log_softmax(&[f32::INFINITY, 0.0], 1.0, &mut log_p).unwrap();
    assert!(p.iter().chain(&log_p).all(|p| p.is_nan()), "{p:?} {log_p:?}");
}

/// An expert whose loss is NaN is passed over, at any place.
#[test]
fn regret_passes_over_nan() {
    for (losses, best) in [([f32::NAN, 1.0], 1), ([1.0, f32::NAN], 0)] {
        let mut regret = Regret::<2>::new();
        regret.add(3.0, &losses).unwrap();
        assert_eq!((regret.best_expert(), regret.total()), (Some(best), Some(2.0)));
    }
}

/// The root mean square is finite though the norm overflows.
#[test]
fn vanishing_gradients_of_any_size() {
    assert!(is_vanishing(&[3e38; 4], 3.2e38) && !is_vanishing(&[3e38; 4], 2.8e38));
    assert!(
        !is_vanishing(&[], 1.0) && !is_vanishing(&[f32::NAN], 1.0) && !is_vanishing(&[f32::INFINITY], 1.0)
    );
}

/// `Over` takes the number that `Mean` divides by.
#[test]
fn denominators_are_those_that_divide() {
    for weight in [3e38, 1e-39] {
        let loss = SoftmaxCrossEntropy::new().with_class_weights(&[0.0, 0.0]);
        assert_eq!(loss.denominator(&[0_u8, 1]), Ok(0.0));
        let weights = [weight; 2];
        let loss = SoftmaxCrossEntropy::new().with_class_weights(&weights);
        let (logits, labels) = ([[0.0, 1.0], [0.5, 0.0]], [0_u8, 1]);
        let over = Reduction::Over(loss.denominator(&labels).unwrap());
        assert_eq!(loss.value(&logits, &labels, over), loss.value(&logits, &labels, Reduction::Mean));
        let loss = Weighted::new(SquaredError::new(), &weights);
        let over = Reduction::Over(loss.denominator(&[0.0; 2]).unwrap());
        let value = |reduction| loss.value(&[1.0, 0.5], &[0.0; 2], reduction);
        assert_eq!(value(over), value(Reduction::Mean));
    }
}

/// At temperature 0 probabilities are compared, whose logarithms may be one number.
#[test]
fn the_most_probable_of_neighbours() {
    let mut p = [1.0 / 3.0_f32.next_up(), 1.0 / 3.0, 0.0];
    p[1] = p[0].next_up();
    temper(&mut p, 0.0).unwrap();
    assert_eq!(p, [0.0, 1.0, 0.0]);
}

/// A target that rounds to 0 of the sum excludes its class from value and gradient alike.
#[test]
fn reverse_kl_of_a_target_that_rounds_to_0() {
    let mut gradient = [[0.0; 2]];
    let value =
        SoftmaxReverseKl::new().value_and_gradient_in_place(&mut gradient, &[[1e-45, 2.0]], Reduction::Sum);
    assert_eq!((value, gradient), (Ok(f32::INFINITY), [[f32::INFINITY, f32::NEG_INFINITY]]));
}

/// A probability below the smallest number has a logarithm all the same.
#[test]
fn logarithms_of_probabilities_that_underflow() {
    let impossible = f32::NEG_INFINITY;
    for log_p in [-103.0, -200.0] {
        assert_eq!(kl_divergence_of_logs(&[0.0, log_p], &[0.0, impossible]), Ok(f32::INFINITY), "{log_p}");
    }
    assert_eq!(kl_divergence_of_logs(&[impossible], &[impossible]), Ok(0.0));
    for (log_p, log_q) in [(-103.972, -102.969), (-103.9, -102.0), (-200.0, -90.0)] {
        assert!(kl_divergence_of_logs(&[log_p], &[log_q]).unwrap() >= 0.0, "{log_p} {log_q}");
    }
}

/// A row of weight 0 takes no part, whatever its own weight.
#[test]
fn nothing_of_what_is_infinite() {
    let mut gradient = [[[0.0], [0.0]]];
    reparameterize_add_gradient(&[[[0.0], [0.0]]], &[[0.0]], &[[f32::INFINITY]], &mut gradient).unwrap();
    assert_eq!(gradient, [[[f32::INFINITY], [0.0]]]);

    let mut advantages = [0.0; 2];
    let rewards = [1.0, f32::INFINITY];
    generalized_advantage(&rewards, &[0.5; 2], &[false; 2], 0.0, 0.9, 0.0, &mut advantages).unwrap();
    assert_eq!(advantages, [1.0 + 0.9 * 0.5 - 0.5, f32::INFINITY]);

    let mut logits = [[0.0; 2]; 2];
    let sequence = SequenceLogProbability::new().ignoring(255);
    sequence.value_and_gradient_in_place(&mut logits, &[255_u8, 0], Reduction::Sum, f32::INFINITY).unwrap();
    assert_eq!(logits, [[0.0; 2], [f32::INFINITY, f32::NEG_INFINITY]]);
}
