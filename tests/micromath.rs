//! The `micromath` back end: within 3e-3 of the exact functions for every `f32`, without a panic or a false 0.
//!
//! Every 997th bit pattern is tried; with `MICROLOSS_EXHAUSTIVE` in the environment, all 2³² of them.
#![cfg(all(feature = "micromath", not(any(feature = "exact", feature = "branchless"))))]

use microloss::math::{exp, ln, ln_1p};

/// Tries a function on bit patterns from the whole line; prints its worst relative error.
fn check(name: &str, function: fn(f32) -> f32, exact: fn(f64) -> f64) {
    let step = if std::env::var_os("MICROLOSS_EXHAUSTIVE").is_some() { 1 } else { 997 };
    let mut worst = (0.0, 0.0);
    for bits in (0..=u32::MAX).step_by(step) {
        let x = f32::from_bits(bits);
        let (got, want) = (function(x), exact(f64::from(x)));
        if !want.is_finite() || want.abs() > f64::from(f32::MAX) {
            let rounded = want as f32;
            assert!(
                got == rounded || (got.is_nan() && rounded.is_nan()),
                "{name}({x:e}) = {got:e}, not {want:e}"
            );
            continue;
        }
        // Below the normal numbers the last place is all the accuracy there is.
        let error = (f64::from(got) - want).abs();
        if want.abs() < f64::from(f32::MIN_POSITIVE) {
            assert!(error <= 3e-3 * want.abs() + 1.5e-45, "{name}({x:e}) = {got:e}, not {want:e}");
        } else if error > worst.0 * want.abs() {
            worst = (error / want.abs(), x);
        }
    }
    println!("{name}: worst relative error {:.3e} at {:e}", worst.0, worst.1);
    assert!(worst.0 <= 3e-3, "{name}: {worst:?}");
}

#[test]
fn exponential() {
    check("exp", exp, f64::exp);
}

#[test]
fn logarithm() {
    check("ln", ln, f64::ln);
}

#[test]
fn logarithm_of_1_plus() {
    check("ln_1p", ln_1p, f64::ln_1p);
}

/// Points at which `micromath` itself returns nonsense.
#[test]
fn special_points() {
    assert!(exp(f32::NAN).is_nan() && ln(f32::NAN).is_nan() && ln(-1.0).is_nan() && ln_1p(-1.5).is_nan());
    assert_eq!((exp(0.0), ln(1.0), ln_1p(0.0)), (1.0, 0.0, 0.0));
    assert_eq!((ln(0.0), ln_1p(-1.0)), (f32::NEG_INFINITY, f32::NEG_INFINITY));
    assert_eq!(
        (exp(f32::NEG_INFINITY), exp(f32::INFINITY), ln(f32::INFINITY)),
        (0.0, f32::INFINITY, f32::INFINITY)
    );
    assert!(exp(88.9) == f32::INFINITY && exp(88.7) < f32::MAX && exp(-103.0) > 0.0);
}

/// `micromath`'s own `ln` overflows below 0. Only overflow checks turn that into a panic: the tests above need them.
#[test]
#[cfg_attr(not(debug_assertions), ignore = "a release build checks no overflow")]
fn overflow_checks_reach_micromath() {
    assert!(std::panic::catch_unwind(|| micromath::F32Ext::ln(std::hint::black_box(-1.0_f32))).is_err());
}
