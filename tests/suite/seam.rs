//! The elementary functions and stable forms, over the whole line.
#![cfg(any(not(feature = "micromath"), feature = "exact", feature = "branchless"))]

use crate::draw::{Draw, MEASURED, line};
use crate::families::regression::ln_cosh;
use crate::families::{sigmoid, softplus};
use crate::subject::Figure;
use microloss::math;

/// Tries a function on bit patterns from the whole line, and holds it to a budget in ULP wherever the exact result is
/// normal; if that is a NaN, an infinity or a 0, so must the result be.
fn check(name: &str, function: fn(f32) -> f32, budget: f64, exact: fn(f64) -> f64) {
    let mut worst = (0.0, 0.0);
    for x in line() {
        let (got, want) = (function(x), exact(f64::from(x)));
        let rounded = want as f32;
        if rounded.is_nan() || rounded.is_infinite() || want == 0.0 {
            assert!(
                got == rounded || (got.is_nan() && rounded.is_nan()),
                "{name}({x:e}) = {got:e}, not {want:e}"
            );
            continue;
        }
        let figure = Figure::from(want);
        assert!(got != 0.0 || !figure.is_normal(), "{name}({x:e}) is a false 0: {want:e}");
        let ulps = figure.ulps(got);
        if figure.is_normal() && ulps > worst.0 {
            worst = (ulps, x);
        }
    }
    println!("| `{name}` | {:.2} at {:e} | {budget} |", worst.0, worst.1);
    assert!(worst.0 <= budget, "{name}: {worst:?}");
}

#[test]
fn elementary_functions() {
    // The back end's own: libm's, or the polynomials'.
    let [exp, ln] = if cfg!(feature = "branchless") {
        [0.99, 0.85]
    } else if cfg!(feature = "exact") {
        // The rest is the reference's own error. Which f32 is the nearest, `tests/exact.rs` decides.
        [0.500_001, 0.500_001]
    } else {
        [0.92, 0.84]
    };
    check("exp", math::exp, exp, f64::exp);
    check("ln", math::ln, ln, f64::ln);
    check("ln_1p", math::ln_1p, ln, f64::ln_1p);
    check("exp_m1", math::exp_m1, 0.82, f64::exp_m1);
    check("tanh", math::tanh, 2.19, f64::tanh);
    check("sqrt", math::sqrt, 0.5, f64::sqrt);
}

#[test]
fn stable_forms() {
    let soft = if cfg!(feature = "branchless") { 1.85 } else { 1.64 };
    check("sigmoid", math::sigmoid, 2.41, sigmoid);
    check("softplus", math::softplus, soft, softplus);
    check("log_sigmoid", math::log_sigmoid, soft, |x| -softplus(-x));
    check("ln_cosh", math::ln_cosh, 2.1, ln_cosh);
    check("log1m_exp", math::log1m_exp, 2.0, |x| {
        if x > 0.0 {
            f64::NAN
        } else if x > -0.69 {
            (-x.exp_m1()).ln()
        } else {
            (-x.exp()).ln_1p()
        }
    });
    check("exp_residual", math::exp_residual, 3.0, |x| {
        if x.abs() < 1.0 {
            // Taylor's series to x¹⁹/19!.
            0.5 * x * x * (3..=19).rev().fold(1.0, |sum, k| 1.0 + sum * x / f64::from(k))
        } else {
            x.exp_m1() - x
        }
    });
}

/// The row functions: 5 ULP at temperature 1. At others 1/T is rounded, and two logits over T: each costs the exponential up
/// to one ULP per unit of the largest.
#[test]
fn row_functions() {
    for mode in MEASURED {
        for seed in 0..20_000 {
            let mut draw = Draw::new(seed, mode);
            let temperature = draw.pick(&[1.0, 0.2, 3.0, 70.0]);
            let x = draw.floats::<9>();
            let z = x.map(|x| f64::from(x) / f64::from(temperature));
            let (mut p, mut log_p) = ([0.0; 9], [0.0; 9]);
            math::softmax(&x, temperature, &mut p).unwrap();
            math::log_softmax(&x, temperature, &mut log_p).unwrap();
            let max = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let best = z.iter().position(|z| *z == max).unwrap();
            let rest: f64 = (0..9).filter(|k| *k != best).map(|k| (z[k] - max).exp()).sum();
            let size = if temperature == 1.0 { 0.0 } else { z.iter().fold(0.0, |a: f64, z| a.max(z.abs())) };
            for k in 0..9 {
                let log = (z[k] - max) - rest.ln_1p();
                let (exact, exact_log) = (Figure::from(log.exp()), Figure::sum(&[z[k] - max, -rest.ln_1p()]));
                let (off, off_log) = (exact.ulps(p[k]), exact_log.ulps(log_p[k]));
                assert!(
                    !exact.is_normal() || off <= 5.0 + 3.0 * size,
                    "p = {} of {x:?}/{temperature}: {off}",
                    p[k]
                );
                let close = (f64::from(log_p[k]) - log).abs() <= 1.2e-7 * 3.0 * size;
                assert!(off_log <= 5.0 || close, "ln p = {} of {x:?}/{temperature}: {off_log}", log_p[k]);
            }
            if temperature == 1.0 {
                let lse = Figure::sum(&[max, rest.ln_1p()]);
                assert!(lse.ulps(math::log_sum_exp(&x)) <= 5.0, "log_sum_exp {x:?}");
            }
        }
    }
}

#[test]
fn rows_at_the_ends_of_the_line() {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    assert_eq!(math::log_sum_exp(&[]), -inf);
    assert_eq!(math::log_sum_exp(&[-inf, -inf]), -inf);
    assert_eq!(math::log_sum_exp(&[1.0, inf]), inf);
    assert!(math::log_sum_exp(&[1.0, nan]).is_nan() && math::log_sum_exp(&[inf, nan]).is_nan());
    assert_eq!(math::log_sum_exp(&[f32::MAX, f32::MIN]), f32::MAX);
    let mut p = [0.0; 3];
    math::softmax(&[-inf, 1.0, 1.0], 1.0, &mut p).unwrap();
    assert_eq!(p, [0.0, 0.5, 0.5]);
    math::softmax(&[3e38, -3e38, 3e38], 1e-3, &mut p).unwrap();
    assert_eq!(p, [0.5, 0.0, 0.5]);
    math::softmax(&[-inf; 3], 1.0, &mut p).unwrap();
    assert!(p.iter().all(|p| p.to_bits() == f32::NAN.to_bits()));
    math::log_softmax(&[-inf, 0.0, 0.0], 1.0, &mut p).unwrap();
    assert_eq!((p[0], p[1]), (-inf, -core::f32::consts::LN_2));
}
