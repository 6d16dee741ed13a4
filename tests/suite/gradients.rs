//! The reference's gradients are the derivatives of the reference's values.
//!
//! Differences are taken of the f64 reference: differences of f32 results bottom out near 2e-5, and would hide an error
//! that value and gradient share. That the crate's gradients are the reference's is the precision table's business.

use crate::draw::{Draw, Mode};
use crate::families::subjects;

/// Cases per loss.
const CASES: u64 = 2_000;
/// Relative to the larger of the gradient and a rounding error of the value over the step.
const TOLERANCE: f64 = 1e-6;

#[test]
#[cfg_attr(any(feature = "micromath", feature = "branchless"), ignore = "no back end is called")]
fn gradients_are_derivatives() {
    for subject in subjects() {
        let (mut checked, mut skipped) = (0, 0);
        for seed in 0..CASES {
            let case = (subject.draw)(&mut Draw::new(seed, Mode::Realistic));
            let inputs: Vec<f64> = case.inputs.iter().map(|x| f64::from(*x)).collect();
            let exact = (case.exact)(&inputs);
            let here = case.slope_of_value * exact.value.exact;
            for (i, figure) in exact.gradient.iter().enumerate() {
                let value = |x: f64| {
                    let mut moved = inputs.clone();
                    moved[i] = x;
                    case.slope_of_value * (case.exact)(&moved).value.exact
                };
                let x = inputs[i];
                let h = 1e-3;
                let (before, after) = (value(x - h), value(x + h));
                let coarse = (after - before) / (2.0 * h);
                let fine = (value(x + h / 2.0) - value(x - h / 2.0)) / h;
                // Richardson's extrapolation; one-sided slopes that differ betray a kink within the step.
                let extrapolated = (4.0 * fine - coarse) / 3.0;
                let (left, right) = ((here - before) / h, (after - here) / h);
                let scale = figure.exact.abs().max(figure.scale).max(exact.value.exact.abs()).max(1e-3);
                if (coarse - fine).abs() > 1e-5 * scale || (left - right).abs() > 0.05 * scale {
                    skipped += 1;
                    continue;
                }
                checked += 1;
                assert!(
                    (extrapolated - figure.exact).abs() <= TOLERANCE * scale,
                    "{} {}: d/dx[{i}] is {extrapolated:e} by differences, {:e} by formula, at {inputs:?}",
                    subject.name,
                    subject.variant,
                    figure.exact,
                );
            }
        }
        assert!(checked > skipped, "{}: only {checked} of {}", subject.name, checked + skipped);
    }
}
