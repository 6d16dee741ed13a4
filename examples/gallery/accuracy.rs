//! Relative errors of this crate's forms and of textbook forms.

use super::plot::{Axis, Curve, Page, Panel, draw};
use super::setting::Picture;
use microloss::{LogCosh, Loss, Reduction, SoftmaxCrossEntropy, math};

/// Steps along the horizontal axis, and arguments in each step. The worst one is shown.
const STEPS: i32 = 80;
const TRIES: i32 = 64;
/// Relative errors below this are drawn as this.
const FLOOR: f64 = 1e-9;

/// A name, and a form, which returns the computed and the exact value for an argument.
type Form<'a> = (&'a str, &'a dyn Fn(f64) -> (f32, f64));

/// Returns the worst relative error of a form in every step, as a power of ten.
fn errors(from: f64, to: f64, (_, form): Form<'_>) -> Curve {
    let worst = |step: i32| {
        (0..TRIES)
            .map(|i| from + (to - from) * f64::from(step * TRIES + i) / f64::from(STEPS * TRIES))
            .map(form)
            .map(|(computed, exact)| ((f64::from(computed) - exact) / exact).abs())
            .fold(FLOOR, f64::max)
    };
    let middle = |step: i32| from + (to - from) * (f64::from(step) + 0.5) / f64::from(STEPS);
    let line = (0..STEPS).map(|step| (middle(step), libm::log10(worst(step)))).collect();
    Curve { lines: vec![line], ..Curve::default() }
}

/// Draws the errors of several forms.
fn picture(x: Axis, worst: f64, forms: &[Form<'_>]) -> String {
    let names: Vec<String> = forms.iter().map(|(name, _)| name.to_string()).collect();
    let curves = forms.iter().map(|form| errors(x.from, x.to, *form)).collect();
    let y = Axis { from: -9.0, to: worst, is_log: true, ..Axis::default() };
    // The README shows one of them as an image.
    draw("relative error", &names, &Panel { x, y, curves }, Page::Card)
}

/// Returns ten logits and their exact cross-entropy. The label's logit leads by a margin.
fn logits(margin: f64) -> ([f32; 10], f64) {
    let mut row = core::array::from_fn(|k| -0.1 * k as f32);
    row[0] = margin as f32;
    let rest: f64 = row[1..].iter().map(|x| libm::exp(f64::from(*x) - f64::from(row[0]))).sum();
    (row, libm::log1p(rest))
}

/// Draws the errors of cross-entropy against the margin.
fn cross_entropy() -> String {
    let sum = |row: &[f32], most: f32| row.iter().map(|x| math::exp(x - most)).sum::<f32>();
    let ours = |margin| {
        let (row, exact) = logits(margin);
        let value = SoftmaxCrossEntropy::new().value(&[row], &[0_u8], Reduction::Sum);
        (value.expect("a label below ten"), exact)
    };
    let by_log_softmax = |margin| {
        let (row, exact) = logits(margin);
        let most = row.iter().copied().fold(f32::MIN, f32::max);
        (-((row[0] - most) - math::ln(sum(&row, most))), exact)
    };
    let by_difference = |margin| {
        let (row, exact) = logits(margin);
        let most = row.iter().copied().fold(f32::MIN, f32::max);
        ((most + math::ln(sum(&row, most))) - row[0], exact)
    };
    let label = "margin of the label, ten classes".to_string();
    picture(
        Axis { label, from: 0.0, to: 40.0, is_log: false },
        1.0,
        &[("microloss", &ours), ("−log_softmax", &by_log_softmax), ("logsumexp − logit", &by_difference)],
    )
}

/// Returns ln cosh d in f64. Near 0 it sums a series, whose next term is below 1e-16 of the value.
fn ln_cosh(d: f64) -> f64 {
    let z = d * d;
    if d < 1e-2 {
        z / 2.0 - z * z / 12.0 + z * z * z / 45.0 - 17.0 * z * z * z * z / 2520.0
    } else {
        d + libm::log1p(libm::exp(-2.0 * d)) - core::f64::consts::LN_2
    }
}

/// Draws the errors of log-cosh near 0.
fn log_cosh() -> String {
    let at = |power: f64| libm::exp10(power) as f32;
    let ours = |power| {
        let d = at(power);
        let value = LogCosh::new().value(&[d], &[0.0], Reduction::Sum);
        (value.expect("one error"), ln_cosh(f64::from(d)))
    };
    let by_softplus = |power| {
        let d = at(power);
        (d + math::ln_1p(math::exp(-2.0 * d)) - core::f32::consts::LN_2, ln_cosh(f64::from(d)))
    };
    let by_cosh = |power| {
        let d = at(power);
        (math::ln(0.5 * (math::exp(d) + math::exp(-d))), ln_cosh(f64::from(d)))
    };
    picture(
        Axis { label: "error d".to_string(), from: -5.0, to: 1.0, is_log: true },
        4.0,
        &[("microloss", &ours), ("d + softplus(−2d) − ln 2", &by_softplus), ("ln cosh d", &by_cosh)],
    )
}

pub(crate) fn pictures() -> Vec<Picture> {
    vec![("accuracy_cross_entropy", vec![cross_entropy()]), ("accuracy_log_cosh", vec![log_cosh()])]
}
