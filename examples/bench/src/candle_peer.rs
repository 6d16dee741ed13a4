//! candle, with automatic differentiation for the gradient.

use crate::{Run, data::Rows};
use candle_core::{Device, Result, Tensor, Var};

const NAME: &str = "candle";

/// Makes a loss from its value, which is a composition of tensors.
fn differentiated<'a>(
    prediction: Tensor,
    target: Tensor,
    value: impl Fn(&Tensor, &Tensor) -> Result<Tensor> + 'a,
) -> Run<'a> {
    let prediction = Var::from_tensor(&prediction).unwrap();
    let run = move || {
        let value = value(prediction.as_tensor(), &target).unwrap();
        let gradients = value.backward().unwrap();
        assert!(gradients.get(prediction.as_tensor()).is_some());
        value.to_scalar::<f32>().unwrap()
    };
    (NAME, Box::new(run))
}

fn elementwise<'a>(
    prediction: &[f32],
    target: &[f32],
    value: impl Fn(&Tensor, &Tensor) -> Result<Tensor> + 'a,
) -> Run<'a> {
    let tensor = |x: &[f32]| Tensor::from_slice(x, x.len(), &Device::Cpu).unwrap();
    differentiated(tensor(prediction), tensor(target), value)
}

/// Returns ln(1 + e^−|x|).
fn tail(x: &Tensor) -> Result<Tensor> {
    (x.abs()?.neg()?.exp()? + 1.0)?.log()
}

pub fn squared_error<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, candle_nn::loss::mse)
}

pub fn huber<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let size = (p - t)?.abs()?;
        let inside = size.minimum(1.0)?;
        // ½c² + (|d| − c), with c = min(|d|, 1).
        ((inside.sqr()? * 0.5)? + (size - inside)?)?.mean_all()
    })
}

pub fn log_cosh<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let d = (p - t)?;
        ((d.abs()? + tail(&(&d * 2.0)?)?)? - f64::from(std::f32::consts::LN_2))?.mean_all()
    })
}

pub fn sigmoid_cross_entropy<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| ((x.relu()? - (x * y)?)? + tail(x)?)?.mean_all())
}

pub fn focal<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| {
        // The logit of the true class.
        let u = (x * ((y * 2.0)? - 1.0)?)?;
        let miss = candle_nn::ops::sigmoid(&u.neg()?)?;
        let entropy = (u.neg()?.relu()? + tail(&u)?)?;
        (miss.sqr()? * entropy)?.mean_all()
    })
}

pub fn softmax_cross_entropy<const K: usize>(rows: &Rows<K>) -> Run<'_> {
    let logits =
        Tensor::from_slice(rows.logits.as_flattened(), (rows.logits.len(), K), &Device::Cpu).unwrap();
    let labels = Tensor::from_slice(&rows.labels, rows.labels.len(), &Device::Cpu).unwrap();
    differentiated(logits, labels, candle_nn::loss::cross_entropy)
}
