//! One dense layer that learns from each frame of a sensor. This file is the same for every board.

use crate::sensor::Frame;
use microloss::{Error, Loss, SoftmaxCrossEntropy};

const CLASSES: usize = 3;
const RATE: f32 = 0.1;

/// The layer, and how well it does: means of the loss and of the right guesses, over the last 32 frames or so.
#[derive(Default)]
pub struct Learner {
    weights: [[f32; 9]; CLASSES],
    bias: [f32; CLASSES],
    frames: u32,
    loss: f32,
    pub right: f32,
}

impl Learner {
    /// Guesses the class of a frame, and then takes a step of gradient descent towards the label.
    pub fn learn(&mut self, frame: &Frame, label: u8) -> Result<(), Error> {
        let features = features(frame);
        let mut logits = self.bias;
        for (logit, weights) in logits.iter_mut().zip(&self.weights) {
            *logit += weights.iter().zip(features.as_flattened()).map(|(w, x)| w * x).sum::<f32>();
        }
        let mut slopes = [0.0; CLASSES];
        let loss = SoftmaxCrossEntropy::new().value_and_gradient_of_one(&logits, &label, &mut slopes)?;
        for ((weights, bias), slope) in self.weights.iter_mut().zip(&mut self.bias).zip(slopes) {
            weights.iter_mut().zip(features.as_flattened()).for_each(|(w, x)| *w -= RATE * slope * x);
            *bias -= RATE * slope;
        }

        let guess = (0..).zip(logits).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(class, _)| class);
        self.frames += 1;
        self.loss += (loss - self.loss) / self.frames.min(32) as f32;
        self.right += (f32::from(guess == Some(label)) - self.right) / self.frames.min(32) as f32;
        if self.frames.is_multiple_of(50) {
            defmt::info!("{} frames: loss {}, right {}", self.frames, self.loss, self.right);
        }
        Ok(())
    }
}

/// Returns for each axis the mean in g; the mean distance from it, and the mean change between readings, in tenths of g.
fn features(frame: &Frame) -> [[f32; 3]; 3] {
    frame.each_ref().map(|axis| {
        let mean = axis.iter().sum::<i32>() / axis.len() as i32;
        let distance: i32 = axis.iter().map(|reading| (reading - mean).abs()).sum();
        let change: i32 = axis.iter().zip(axis.iter().skip(1)).map(|(a, b)| (b - a).abs()).sum();
        [mean as f32 / 1000.0, distance as f32 / 3200.0, change as f32 / 3200.0]
    })
}
