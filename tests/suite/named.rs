//! The cases that textbook forms lose, by name: confident softmax and sigmoid predictions, log-cosh near 0, focal losses far out.
#![cfg(not(feature = "micromath"))]

use crate::families::{sigmoid, softplus};
use crate::subject::Figure;
use microloss::{
    Elementwise, LogCosh, Loss, Reduction, SigmoidCrossEntropy, SigmoidFocal, SoftmaxCrossEntropy,
    SoftmaxCrossEntropyDense, SoftmaxFocal, SoftmaxKl,
};

#[track_caller]
fn close(what: &str, got: f32, exact: f64, budget: f64) {
    let figure = Figure::from(exact);
    if figure.is_normal() {
        let ulps = figure.ulps(got);
        assert!(ulps <= budget, "{what}: {got:e} for {exact:e}, {ulps:.2} ULP");
    } else {
        assert!(f64::from(got).abs() <= 1.2e-38, "{what}: {got:e} for {exact:e}");
    }
}

#[test]
fn softmax_cross_entropy_by_margin() {
    for margin in [5.0_f32, 10.0, 16.0, 17.0, 40.0, 80.0] {
        for base in [0.0_f32, 0.3, -7.7, 100.1] {
            let x = [base + margin, base, base - 1.5, base];
            let rest: f64 = x[1..].iter().map(|x_j| (f64::from(*x_j) - f64::from(x[0])).exp()).sum();
            let mut gradient = [[0.0; 4]];
            let value =
                SoftmaxCrossEntropy::new().value_and_gradient(&[x], &[0_u8], Reduction::Sum, &mut gradient);
            close("confident and right", value.unwrap(), rest.ln_1p(), 6.0);
            close("its gradient", gradient[0][0], -rest / (1.0 + rest), 6.0);
            let p_1 = (f64::from(x[1]) - f64::from(x[0])).exp() / (1.0 + rest);
            close("another's gradient", gradient[0][1], p_1, 6.0);

            let value =
                SoftmaxCrossEntropy::new().value_and_gradient(&[x], &[1_u8], Reduction::Sum, &mut gradient);
            let wrong = (f64::from(x[0]) - f64::from(x[1])) + rest.ln_1p();
            close("confident and wrong", value.unwrap(), wrong, 6.0);
            close("its gradient", gradient[0][1], -(1.0 - p_1), 6.0);
        }
    }
}

/// The part that the target leaves to the other classes is far below the rounding error of its sum, and far above the rest of the
/// gradient.
#[test]
fn softmax_cross_entropy_of_nearly_one_hot_targets() {
    for left in [1e-8_f32, 1e-9, 1e-12] {
        let (x, target) = ([60.0_f32, 0.0, -1.0], [1.0_f32, left, 0.0]);
        let rest = (-60_f64).exp() + (-61_f64).exp();
        let exact = (f64::from(left) - rest) / (1.0 + rest);
        let mut gradient = [[0.0; 3]];
        SoftmaxCrossEntropyDense::new().gradient(&[x], &[target], Reduction::Sum, &mut gradient).unwrap();
        close("gradient of the likeliest", gradient[0][0], exact, 8.0);
        SoftmaxKl::new().gradient(&[x], &[target], Reduction::Sum, &mut gradient).unwrap();
        close("likewise of the divergence", gradient[0][0], exact, 8.0);
    }
}

#[test]
fn log_cosh_near_0() {
    for x in [1e-4_f32, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 1e-10, 1e-19] {
        let z = f64::from(x) * f64::from(x);
        let exact = z / 2.0 - z * z / 12.0 + z * z * z / 45.0 - 17.0 * z.powi(4) / 2520.0
            + 31.0 * z.powi(5) / 14175.0;
        for sign in [1.0, -1.0] {
            let point = LogCosh::new().point(sign * x, 0.0);
            close("log-cosh", point.value, exact, 2.5);
            close("its gradient", point.slope, f64::from(sign * x).tanh(), 2.5);
        }
    }
}

#[test]
fn sigmoid_cross_entropy_far_out() {
    for x in [20.0_f32, -20.0, 80.0, -80.0, 16.7, -16.7] {
        for y in [0.0, 1.0] {
            let point = SigmoidCrossEntropy::new().point(x, y);
            let side = if y == 1.0 { f64::from(x) } else { -f64::from(x) };
            close("sigmoid cross-entropy", point.value, softplus(-side), 2.5);
            close("its gradient", point.slope, if y == 1.0 { -sigmoid(-side) } else { sigmoid(-side) }, 2.5);
        }
    }
}

#[test]
fn focal_far_out() {
    for x in [20.0_f32, -20.0, 100.0, -100.0, 29.0, -29.0] {
        for gamma in [0.0_f32, 0.5, 2.0] {
            let (u, g) = (f64::from(x), f64::from(gamma));
            let focus = (-g * softplus(u)).exp();
            let point = SigmoidFocal::new(gamma).point(x, 1.0);
            close("focal", point.value, focus * softplus(-u), 16.0);
            let slope = -focus * (sigmoid(-u) + g * sigmoid(u) * softplus(-u));
            close("its gradient", point.slope, slope, 16.0);
            let mut gradient = [[0.0; 2]];
            let loss = SoftmaxFocal::new(gamma);
            let value = loss.value_and_gradient(&[[x, 0.0]], &[0_u8], Reduction::Sum, &mut gradient).unwrap();
            close("softmax focal", value, focus * softplus(-u), 16.0);
            close("its gradient", gradient[0][0], slope, 16.0);
            close("another's gradient", gradient[0][1], -slope, 16.0);
        }
    }
}

/// A γ so large, or a logit so large beside a small γ, that splitting it would overflow.
#[test]
fn focal_at_the_ends_of_the_line() {
    let (u, gamma) = (-82.0_f32, 1e36_f32);
    let point = SigmoidFocal::new(gamma).point(u, 1.0);
    let focus = (-f64::from(gamma) * softplus(f64::from(u))).exp();
    close("focal", point.value, focus * softplus(-f64::from(u)), 16.0);
    let point = SigmoidFocal::new(1e-36).point(1e36, 1.0);
    assert_eq!((point.value, point.slope), (0.0, 0.0));
    let point = SigmoidFocal::new(1e-36).point(-1e36, 1.0);
    close("focal", point.value, 1e36, 2.0);
}

/// The share of a small sum underflows though the probability does not: the loss was +∞.
#[test]
fn kl_of_a_small_sum() {
    let (logits, target) = ([[0.0, 0.0, -86.5]], [[1e-9, 0.0, 1e-44]]);
    let value = SoftmaxKl::new().value(&logits, &target, Reduction::Sum).unwrap();
    close("KL", value, f64::from(1e-9_f32) * core::f64::consts::LN_2, 4.0);
}

/// The others' exponentials underflow beside a certain class, and the logarithm of the norm is 0: a share of 0 takes no part.
#[test]
fn certain_class_and_absent_ones() {
    let value = SoftmaxCrossEntropyDense::new().value(&[[200.0, 0.0]], &[[1.0, 0.0]], Reduction::Sum);
    assert_eq!(value, Ok(0.0));
}
