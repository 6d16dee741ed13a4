//! Elementary functions and stable forms, compared with f64 on any bits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use microloss::math;

/// A function of the crate, the function in f64, and the allowed error in ULP.
type Case = (fn(f32) -> f32, fn(f64) -> f64, f64);

const CASES: [Case; 8] = [
    (math::exp, f64::exp, 0.92),
    (math::ln, f64::ln, 0.84),
    (math::ln_1p, f64::ln_1p, 0.84),
    (math::exp_m1, f64::exp_m1, 0.82),
    (math::tanh, f64::tanh, 2.19),
    (math::sqrt, f64::sqrt, 0.5),
    (math::sigmoid, |x| if x >= 0.0 { 1.0 / (1.0 + (-x).exp()) } else { x.exp() / (1.0 + x.exp()) }, 2.41),
    (math::softplus, |x| x.max(0.0) + (-x.abs()).exp().ln_1p(), 1.63),
];

fuzz_target!(|data: &[u8]| {
    let numbers: Vec<f32> = microloss_fuzz::words(data).map(f32::from_bits).collect();
    for x in &numbers {
        for (function, exact, budget) in CASES {
            let (got, want) = (function(*x), exact(f64::from(*x)));
            let rounded = want as f32;
            if rounded.is_normal() {
                let ulp = f64::from(rounded.abs().next_up() - rounded.abs());
                assert!(
                    (f64::from(got) - want).abs() <= (budget + 0.01) * ulp,
                    "{x:e}: {got:e} for {want:e}"
                );
            } else if rounded.is_nan() {
                assert!(got.is_nan(), "{x:e}: {got:e}");
            }
        }
    }
    if numbers.is_empty() || !numbers.iter().all(|x| x.is_finite()) {
        return;
    }
    let temperature = numbers[0];
    let mut p = vec![42.0; numbers.len()];
    match math::softmax(&numbers, temperature, &mut p) {
        Ok(()) => {
            let sum: f64 = p.iter().map(|p| f64::from(*p)).sum();
            assert!((sum - 1.0).abs() < 1e-5 && p.iter().all(|p| *p >= 0.0), "{p:?} of {numbers:?}");
        }
        Err(_) => assert!(p.iter().all(|p| *p == 42.0)),
    }
    if math::log_softmax(&numbers, temperature, &mut p).is_ok() {
        assert!(p.iter().all(|p| *p <= 0.0), "{p:?} of {numbers:?}");
    }
    let max = numbers.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let lse = math::log_sum_exp(&numbers);
    assert!(
        lse >= max && lse <= max + (numbers.len() as f32).ln() + 1e-6 * max.abs() + 1e-6,
        "{lse} of {numbers:?}"
    );
});
