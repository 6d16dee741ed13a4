//! A linear model that learns by gradient descent, all rows at once.
#![allow(dead_code, reason = "each program takes what it needs")]

use microloss::{Error, Loss, Reduction};

/// A loss of single numbers.
pub type NumberLoss = dyn Loss<Prediction = f32, Target = f32>;

/// Weights and bias: the model predicts w·x + b.
#[derive(Clone, Copy, Debug)]
pub struct Linear<const D: usize> {
    pub weights: [f32; D],
    pub bias: f32,
}

impl<const D: usize> Linear<D> {
    pub fn new(bias: f32) -> Self {
        Self { weights: [0.0; D], bias }
    }

    pub fn predict(&self, x: &[f32; D]) -> f32 {
        self.bias + self.weights.iter().zip(x).map(|(w, x)| w * x).sum::<f32>()
    }

    pub fn predict_all(&self, inputs: &[[f32; D]]) -> Vec<f32> {
        inputs.iter().map(|x| self.predict(x)).collect()
    }

    /// Moves against the gradient: `slopes` are those of the loss in each prediction.
    pub fn descend(&mut self, inputs: &[[f32; D]], slopes: &[f32], rate: f32) {
        let mut by_weights = [0.0; D];
        for (slope, x) in slopes.iter().zip(inputs) {
            by_weights.iter_mut().zip(x).for_each(|(sum, x)| *sum += slope * x);
        }
        self.weights.iter_mut().zip(by_weights).for_each(|(w, g)| *w -= rate * g);
        self.bias -= rate * slopes.iter().sum::<f32>();
    }

    /// Takes a step on the mean loss, and returns the loss before it.
    pub fn step(
        &mut self,
        loss: &NumberLoss,
        inputs: &[[f32; D]],
        targets: &[f32],
        rate: f32,
    ) -> Result<f32, Error> {
        let mut slopes = self.predict_all(inputs);
        let value = loss.value_and_gradient_in_place(&mut slopes, targets, Reduction::Mean)?;
        self.descend(inputs, &slopes, rate);
        Ok(value)
    }
}
