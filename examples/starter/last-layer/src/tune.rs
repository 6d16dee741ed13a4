//! The last layer of a frozen network learns from what the device sees.

use crate::network::{BIASES, CLASSES, FEATURES, LAST};
use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy};

/// Frames that are kept to learn from. Their features are integers of 8 bits: a quarter of `f32`s.
const KEPT: usize = 32;
const RATE: f32 = 0.2;
/// The value of the lowest bit of a feature.
const UNIT: f32 = 1.0 / 128.0;

pub struct Tuner {
    weights: [[f32; FEATURES]; CLASSES],
    biases: [f32; CLASSES],
    features: [[i8; FEATURES]; KEPT],
    labels: [u8; KEPT],
    frames: usize,
}

impl Tuner {
    pub const fn new() -> Self {
        let (features, labels) = ([[0; FEATURES]; KEPT], [0; KEPT]);
        Self { weights: LAST, biases: BIASES, features, labels, frames: 0 }
    }

    /// Returns a number for each class.
    fn logits(&self, features: &[i8; FEATURES]) -> [f32; CLASSES] {
        let mut logits = self.biases;
        for (logit, weights) in logits.iter_mut().zip(&self.weights) {
            *logit += UNIT * weights.iter().zip(features).map(|(w, &x)| w * f32::from(x)).sum::<f32>();
        }
        logits
    }

    /// Returns the most likely class.
    pub fn guess(&self, features: &[i8; FEATURES]) -> Option<u8> {
        let logits = (0..).zip(self.logits(features));
        logits.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(class, _)| class)
    }

    /// Keeps the features of a frame in place of the oldest, and takes a step of gradient descent over all that are kept.
    pub fn learn(&mut self, features: [i8; FEATURES], label: u8) -> Result<f32, Error> {
        let kept = self.features.iter_mut().zip(&mut self.labels).nth(self.frames % KEPT);
        kept.into_iter().for_each(|kept| (*kept.0, *kept.1) = (features, label));
        self.frames += 1;

        // The loss turns the logits into their gradient, in place.
        let mut rows = self.features.each_ref().map(|features| self.logits(features));
        let (rows, _) = rows.split_at_mut(self.frames.min(KEPT));
        let (labels, _) = self.labels.split_at(rows.len());
        let loss = SoftmaxCrossEntropy::new().value_and_gradient_in_place(rows, labels, Reduction::Mean)?;
        for (row, features) in rows.iter().zip(&self.features) {
            for ((weights, bias), slope) in self.weights.iter_mut().zip(&mut self.biases).zip(row) {
                weights.iter_mut().zip(features).for_each(|(w, &x)| *w -= RATE * UNIT * slope * f32::from(x));
                *bias -= RATE * slope;
            }
        }
        Ok(loss)
    }
}
