//! Textbook formulas in plain ndarray code.

use crate::{Run, data::Rows};
use ndarray::{Array1, Array2, ArrayView1, Axis, Zip};
use std::hint::black_box;

const NAME: &str = "ndarray";

/// Makes a loss from the formulas of its value and slope.
fn elementwise<'a>(
    prediction: &'a [f32],
    target: &'a [f32],
    point: impl Fn(f32, f32) -> (f32, f32) + 'a,
) -> Run<'a> {
    let (prediction, target) = (ArrayView1::from(prediction), ArrayView1::from(target));
    let mut gradient = Array1::zeros(prediction.len());
    let scale = 1.0 / prediction.len() as f32;
    let run = move || {
        // The sum is an f64, because a running sum in f32 stagnates.
        let mut sum = 0.0_f64;
        Zip::from(&mut gradient).and(black_box(&prediction)).and(&target).for_each(|slope, p, t| {
            let (value, derivative) = point(*p, *t);
            sum += f64::from(value);
            *slope = derivative * scale;
        });
        sum as f32 * scale
    };
    (NAME, Box::new(run))
}

pub fn squared_error<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| ((p - t) * (p - t), 2.0 * (p - t)))
}

pub fn huber<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let d = p - t;
        if d.abs() <= 1.0 { (0.5 * d * d, d) } else { (d.abs() - 0.5, d.signum()) }
    })
}

pub fn log_cosh<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let d = p - t;
        (d + (-2.0 * d).exp().ln_1p() - std::f32::consts::LN_2, d.tanh())
    })
}

pub fn sigmoid_cross_entropy<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| {
        (x.max(0.0) - x * y + (-x.abs()).exp().ln_1p(), 1.0 / (1.0 + (-x).exp()) - y)
    })
}

pub fn focal<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| {
        let p = 1.0 / (1.0 + (-x).exp());
        let entropy = x.max(0.0) - x * y + (-x.abs()).exp().ln_1p();
        let miss = if y == 1.0 { 1.0 - p } else { p };
        let sign = if y == 1.0 { -1.0 } else { 1.0 };
        (miss * miss * entropy, sign * miss * miss * (2.0 * (1.0 - miss) * entropy + miss))
    })
}

pub fn softmax_cross_entropy<const K: usize>(rows: &Rows<K>) -> Run<'_> {
    let logits = Array2::from(rows.logits.clone());
    let run = move || {
        let logits = black_box(&logits);
        let max = logits.map_axis(Axis(1), |row| row.fold(f32::NEG_INFINITY, |a, b| a.max(*b)));
        let mut gradient = logits - &max.insert_axis(Axis(1));
        let own: f32 =
            rows.labels.iter().enumerate().map(|(row, label)| gradient[[row, *label as usize]]).sum();
        gradient.mapv_inplace(f32::exp);
        let sums = gradient.sum_axis(Axis(1));
        let value = sums.mapv(f32::ln).sum() - own;
        gradient /= &sums.insert_axis(Axis(1));
        for (row, label) in rows.labels.iter().enumerate() {
            gradient[[row, *label as usize]] -= 1.0;
        }
        let scale = 1.0 / rows.labels.len() as f32;
        gradient *= scale;
        black_box(&gradient);
        value * scale
    };
    (NAME, Box::new(run))
}
