//! Burn over its ndarray back end, with automatic differentiation for the gradient.

use crate::{Run, data::Rows};
use burn::{
    backend::{Autodiff, NdArray},
    tensor::{Int, Tensor, TensorData, activation},
};

const NAME: &str = "burn";

type Backend = Autodiff<NdArray<f32>>;
type Vector = Tensor<Backend, 1>;

/// Makes a loss from its value, which is a composition of tensors.
fn differentiated<'a, const D: usize>(
    prediction: Tensor<Backend, D>,
    value: impl Fn(Tensor<Backend, D>) -> Vector + 'a,
) -> Run<'a> {
    let run = move || {
        let prediction = prediction.clone().detach().require_grad();
        let value = value(prediction.clone());
        let gradients = value.backward();
        assert!(prediction.grad(&gradients).is_some());
        value.into_scalar()
    };
    (NAME, Box::new(run))
}

fn elementwise<'a>(
    prediction: &[f32],
    target: &[f32],
    value: impl Fn(Vector, Vector) -> Vector + 'a,
) -> Run<'a> {
    let device = Default::default();
    let target = Vector::from_floats(target, &device);
    differentiated(Vector::from_floats(prediction, &device), move |x| value(x, target.clone()).mean())
}

/// Returns ln(1 + e^−|x|).
fn tail(x: Vector) -> Vector {
    x.abs().neg().exp().log1p()
}

pub fn squared_error<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let d = p - t;
        d.clone() * d
    })
}

pub fn huber<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let size = (p - t).abs();
        let inside = size.clone().clamp_max(1.0);
        // ½c² + (|d| − c), with c = min(|d|, 1).
        inside.clone() * inside.clone() * 0.5 + (size - inside)
    })
}

pub fn log_cosh<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |p, t| {
        let d = p - t;
        d.clone().abs() + tail(d * 2.0) - std::f32::consts::LN_2
    })
}

pub fn sigmoid_cross_entropy<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| activation::relu(x.clone()) - x.clone() * y + tail(x))
}

pub fn focal<'a>(prediction: &'a [f32], target: &'a [f32]) -> Run<'a> {
    elementwise(prediction, target, |x, y| {
        // The logit of the true class.
        let u = x * (y * 2.0 - 1.0);
        let miss = activation::sigmoid(u.clone().neg());
        miss.clone() * miss * (activation::relu(u.clone().neg()) + tail(u))
    })
}

pub fn softmax_cross_entropy<const K: usize>(rows: &Rows<K>) -> Run<'_> {
    let device = Default::default();
    let logits = TensorData::new(rows.logits.as_flattened().to_vec(), [rows.logits.len(), K]);
    let labels: Vec<i64> = rows.labels.iter().map(|label| i64::from(*label)).collect();
    let labels = Tensor::<Backend, 1, Int>::from_data(TensorData::new(labels, [rows.labels.len()]), &device);
    let labels = labels.reshape([rows.labels.len(), 1]);
    differentiated(Tensor::from_data(logits, &device), move |x| {
        -activation::log_softmax(x, 1).gather(1, labels.clone()).mean()
    })
}
