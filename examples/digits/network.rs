//! A 64–32–10 network, its data and its training: `no_std`, fixed arrays, the same bits on every machine.

#[path = "images.rs"]
pub mod images;
#[path = "../shared/layer.rs"]
mod layer;
#[path = "../shared/random.rs"]
mod random;

pub use images::*;

use layer::Layer;
use microloss::{EmpiricalRisk, Error, Loss, Reduction, SoftmaxCrossEntropy};
use random::Random;

/// Units of the hidden layer.
pub const HIDDEN: usize = 32;
/// Digits.
pub const CLASSES: usize = 10;
/// Images per training step.
pub const BATCH: usize = 32;
/// Training steps per epoch. Images that do not fill a batch are left out of the epoch.
pub const STEPS: usize = TRAINING / BATCH;

const LEARNING_RATE: f32 = 0.05;
const MOMENTUM: f32 = 0.9;

/// The loss of the network's output.
const LOSS: SoftmaxCrossEntropy<CLASSES> = SoftmaxCrossEntropy::new();

/// The network, and everything that training keeps between two steps.
pub struct Training {
    hidden: Layer<INPUTS, HIDDEN>,
    output: Layer<HIDDEN, CLASSES>,
    hidden_velocity: Layer<INPUTS, HIDDEN>,
    output_velocity: Layer<HIDDEN, CLASSES>,
    order: [u16; TRAINING],
    next: usize,
    random: Random,
}

impl Training {
    /// Creates a network with small random weights.
    pub fn new() -> Self {
        let mut random = Random(0x2545_F491);
        let mut order = [0; TRAINING];
        for (slot, index) in order.iter_mut().zip(training()) {
            *slot = index as u16;
        }
        Self {
            // √(6 / inputs): He's initialisation.
            hidden: Layer::random(0.306, &mut random),
            output: Layer::random(0.433, &mut random),
            hidden_velocity: Layer::ZERO,
            output_velocity: Layer::ZERO,
            order,
            next: TRAINING,
            random,
        }
    }

    fn activate(&self, pixels: &[f32; INPUTS]) -> [f32; HIDDEN] {
        let mut hidden = self.hidden.forward(pixels);
        for unit in &mut hidden {
            if *unit < 0.0 {
                *unit = 0.0;
            }
        }
        hidden
    }

    /// Takes a step on the next `B` images: forward, loss, backward, update. Returns the batch's mean loss.
    pub fn step<const B: usize>(&mut self) -> Result<f32, Error> {
        if self.next + B > TRAINING {
            self.random.shuffle(&mut self.order);
            self.next = 0;
        }
        let mut labels = [0; B];
        let mut hidden = [[0.0; HIDDEN]; B];
        let mut logits = [[0.0; CLASSES]; B];
        let batch = self.order.get(self.next..self.next + B).unwrap_or_default();
        for (((index, label), hidden), logits) in
            batch.iter().zip(&mut labels).zip(&mut hidden).zip(&mut logits)
        {
            let pixels;
            (pixels, *label) = image(usize::from(*index));
            *hidden = self.activate(&pixels);
            *logits = self.output.forward(hidden);
        }

        let value = LOSS.value_and_gradient_in_place(&mut logits, &labels, Reduction::Mean)?;

        let mut hidden_gradient = Layer::ZERO;
        let mut output_gradient = Layer::ZERO;
        for ((index, hidden), slope) in batch.iter().zip(&hidden).zip(&logits) {
            let mut slope = self.output.backward(hidden, slope, &mut output_gradient);
            for (slope, unit) in slope.iter_mut().zip(hidden) {
                if *unit == 0.0 {
                    *slope = 0.0;
                }
            }
            let (pixels, _) = image(usize::from(*index));
            self.hidden.backward(&pixels, &slope, &mut hidden_gradient);
        }
        self.hidden.update(&mut self.hidden_velocity, &hidden_gradient, LEARNING_RATE, MOMENTUM);
        self.output.update(&mut self.output_velocity, &output_gradient, LEARNING_RATE, MOMENTUM);
        self.next += B;
        Ok(value)
    }

    /// Returns the mean loss over some images, and the number of images that the network gets right.
    pub fn evaluate(&self, images: impl Iterator<Item = usize>) -> Result<(EmpiricalRisk, usize), Error> {
        let mut risk = EmpiricalRisk::new();
        let mut correct = 0;
        for index in images {
            let (pixels, label) = image(index);
            let logits = self.output.forward(&self.activate(&pixels));
            risk.add(LOSS.value(&[logits], &[label], Reduction::Sum)?, 1.0);
            let best = logits.iter().enumerate().fold((0, f32::NEG_INFINITY), |best, (class, logit)| {
                if *logit > best.1 { (class, *logit) } else { best }
            });
            correct += usize::from(best.0 == usize::from(label));
        }
        Ok((risk, correct))
    }
}
