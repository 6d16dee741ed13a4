//! A dense layer: `no_std`, fixed arrays.
#![allow(dead_code, reason = "each program takes what it needs")]

use super::random::Random;

/// Weights and biases of a layer. Their gradients and velocities have this type too.
#[derive(Clone, Copy)]
pub struct Layer<const I: usize, const O: usize> {
    pub weights: [[f32; I]; O],
    pub biases: [f32; O],
}

impl<const I: usize, const O: usize> Layer<I, O> {
    pub const ZERO: Self = Self { weights: [[0.0; I]; O], biases: [0.0; O] };

    /// Draws weights uniformly from ±`bound`.
    pub fn random(bound: f32, random: &mut Random) -> Self {
        let mut layer = Self::ZERO;
        for weight in layer.weights.as_flattened_mut() {
            *weight = bound * random.signed();
        }
        layer
    }

    pub fn forward(&self, input: &[f32; I]) -> [f32; O] {
        let mut output = self.biases;
        for (output, weights) in output.iter_mut().zip(&self.weights) {
            for (weight, input) in weights.iter().zip(input) {
                *output += weight * input;
            }
        }
        output
    }

    /// Adds the gradient of the parameters to `gradient`, and returns the gradient of the input.
    pub fn backward(&self, input: &[f32; I], output_gradient: &[f32; O], gradient: &mut Self) -> [f32; I] {
        let mut input_gradient = [0.0; I];
        for (((weights, slopes), bias), slope) in
            self.weights.iter().zip(&mut gradient.weights).zip(&mut gradient.biases).zip(output_gradient)
        {
            *bias += slope;
            for (((weight, sum), input), input_gradient) in
                weights.iter().zip(slopes).zip(input).zip(&mut input_gradient)
            {
                *sum += slope * input;
                *input_gradient += slope * weight;
            }
        }
        input_gradient
    }

    /// Takes a step of gradient descent with momentum.
    pub fn update(&mut self, velocity: &mut Self, gradient: &Self, rate: f32, momentum: f32) {
        let slopes = gradient.weights.as_flattened().iter().chain(&gradient.biases);
        let velocities = velocity.weights.as_flattened_mut().iter_mut().chain(&mut velocity.biases);
        let parameters = self.weights.as_flattened_mut().iter_mut().chain(&mut self.biases);
        for ((parameter, velocity), slope) in parameters.zip(velocities).zip(slopes) {
            *velocity = momentum * *velocity - rate * slope;
            *parameter += *velocity;
        }
    }
}
