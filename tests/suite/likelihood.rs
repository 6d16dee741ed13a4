//! The losses are the likelihoods that the table in `src/likelihood.rs` says they are.
#![cfg(not(feature = "micromath"))]

use microloss::{
    AbsoluteError, Error, GaussianNll, LaplaceNll, Loss, PoissonNll, Quantile, Reduction,
    SigmoidCrossEntropy, SoftmaxCrossEntropy, SquaredError,
};
use std::f64::consts::{LN_2, PI};

const ERRORS: [f32; 7] = [-3.0, -0.75, -0.01, 0.0, 0.5, 1.0, 20.0];

/// The loss of one row.
#[track_caller]
fn of<R, T>(loss: &impl Loss<Prediction = R, Target = T>, row: R, target: T) -> f64 {
    f64::from(loss.value(&[row], &[target], Reduction::Sum).unwrap())
}

#[track_caller]
fn near(got: f64, exact: f64) {
    assert!((got - exact).abs() <= 1e-6 * (1.0 + exact.abs()), "{got} for {exact}");
}

/// −ln of a density, by the density's own formula.
#[test]
fn squared_error_is_gaussian() {
    for d in ERRORS {
        for sigma in [0.5_f64, 1.0, 3.0] {
            let z = f64::from(d) / sigma;
            let log_density = -0.5 * z * z - (sigma * (2.0 * PI).sqrt()).ln();
            let constant = sigma.ln() + 0.5 * (2.0 * PI).ln();
            near(of(&SquaredError::new(), d, 0.0) / (2.0 * sigma * sigma) + constant, -log_density);
            let row = [d, (2.0 * sigma.ln()) as f32];
            near(of(&GaussianNll::new().full(), row, 0.0), -log_density);
            near(of(&GaussianNll::new(), row, 0.0), -log_density - 0.5 * (2.0 * PI).ln());
        }
    }
}

#[test]
fn absolute_error_is_laplace() {
    for d in ERRORS {
        for b in [0.5_f64, 1.0, 3.0] {
            let density = (-f64::from(d).abs() / b).exp() / (2.0 * b);
            near(of(&AbsoluteError::new(), d, 0.0) / b + b.ln() + LN_2, -density.ln());
            near(of(&LaplaceNll::new().full(), [d, b.ln() as f32], 0.0), -density.ln());
        }
    }
}

#[test]
fn pinball_is_asymmetric_laplace() {
    for d in ERRORS {
        for (tau, s) in [(0.5_f32, 1.0_f64), (0.9, 0.5), (0.1, 3.0)] {
            let t = f64::from(tau);
            // Koenker & Machado: τ(1 − τ)/s · e^(−ρ(u)/s), with u = target − prediction.
            let u = -f64::from(d) / s;
            let rho = u * (t - f64::from(u8::from(u < 0.0)));
            let density = t * (1.0 - t) / s * (-rho).exp();
            let constant = s.ln() - (t * (1.0 - t)).ln();
            near(of(&Quantile::new(tau), d, 0.0) / s + constant, -density.ln());
        }
    }
}

#[test]
fn cross_entropy_is_bernoulli_and_categorical() {
    for x in [-3.0_f32, 0.0, 0.4, 5.0] {
        let p = 1.0 / (1.0 + f64::from(-x).exp());
        near(of(&SigmoidCrossEntropy::new(), x, 1.0), -p.ln());
        near(of(&SigmoidCrossEntropy::new(), x, 0.0), -(1.0 - p).ln());
        let row = [x, 1.0, -0.5];
        let weights = row.map(|x| f64::from(x).exp());
        for (label, weight) in weights.iter().enumerate() {
            let probability = weight / weights.iter().sum::<f64>();
            near(of(&SoftmaxCrossEntropy::new(), row, label), -probability.ln());
        }
    }
}

/// Over all counts: −ln of e^−λ·λ^t/t!; Stirling's error is the last term of its series that is left out, 1/(12t).
#[test]
fn poisson_is_poisson() {
    for x in [-1.0_f32, 0.5, 3.0] {
        let mut ln_factorial = 0.0;
        for t in 0..60_u8 {
            ln_factorial += f64::from(t.max(1)).ln();
            let (rate, t) = (f64::from(x).exp(), f64::from(t));
            let exact = rate - t * f64::from(x) + ln_factorial;
            near(of(&PoissonNll::new(), x, t as f32), exact - ln_factorial);
            let missing = if t > 1.0 { exact - of(&PoissonNll::new().full(), x, t as f32) } else { 0.0 };
            let rounding = 1e-6 * (1.0 + exact);
            assert!(
                missing >= -rounding && missing <= 1.0 / (12.0 * t.max(1.0)) + rounding,
                "{missing} at {t}"
            );
        }
    }
}

#[test]
fn golden_numbers() {
    let row = [1.5, core::f32::consts::LN_2];
    near(of(&GaussianNll::new(), row, 0.0), 0.909_073_6);
    near(of(&GaussianNll::new().full(), row, 0.0), 1.828_012);
    near(of(&PoissonNll::new(), 0.5, 3.0), 0.148_721_3);
    near(of(&PoissonNll::new().full(), 0.5, 3.0), 1.912_803);
}

/// An error of 0 costs its logarithm only, however sure; any other costs +∞ from the end of the numbers on. Never NaN.
#[test]
fn certainty_has_limits() {
    fn both<L: Loss<Prediction = [f32; 2], Target = f32>>(loss: &L, row: [f32; 2]) -> (f32, [f32; 2]) {
        let mut gradient = [row];
        (loss.value_and_gradient(&[row], &[1.0], Reduction::Sum, &mut gradient).unwrap(), gradient[0])
    }
    let inf = f32::INFINITY;
    for s in [-1e38_f32, -1000.0, -177.0, 0.0, 1000.0, 1e38] {
        assert_eq!(both(&GaussianNll::new(), [1.0, s]), (0.5 * s, [0.0, 0.5]));
        assert_eq!(both(&LaplaceNll::new(), [1.0, s]), (s, [0.0, 1.0]));
    }
    assert_eq!(both(&GaussianNll::new(), [1.5, -400.0]), (inf, [inf, -inf]));
    assert_eq!(both(&LaplaceNll::new(), [0.5, -400.0]), (inf, [-inf, -inf]));
    // The prediction overflows away from the target, and is given no weight.
    assert_eq!(both(&GaussianNll::new(), [inf, 300.0]), (150.0, [0.0, 0.5]));
    assert_eq!(both(&GaussianNll::new(), [f32::MAX, 0.0]).0, inf);
    let poisson = |x: f32, t: f32| of(&PoissonNll::new(), x, t);
    assert_eq!(poisson(f32::NEG_INFINITY, 0.0), 0.0);
    assert_eq!(poisson(100.0, 3e38), f64::INFINITY);
    assert_eq!(of(&PoissonNll::new().full(), f32::NEG_INFINITY, 2.0), f64::INFINITY);
    assert_eq!(LaplaceNll::new().value(&[], &[], Reduction::Sum), Err(Error::EmptyBatch));
}
