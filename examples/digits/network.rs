//! A 64–32–10 network, its data and its training: `no_std`, fixed arrays, the same bits on every machine.

use microloss::{EmpiricalRisk, Error, Loss, Reduction, SoftmaxCrossEntropy};

/// Pixels of an image.
pub const INPUTS: usize = 64;
/// Units of the hidden layer.
pub const HIDDEN: usize = 32;
/// Digits.
pub const CLASSES: usize = 10;
/// Images per training step.
pub const BATCH: usize = 32;
/// All images.
pub const IMAGES: usize = 1797;
/// Every fifth image is held out: training never sees it.
const HOLD_OUT: usize = 5;
/// Images to train on.
pub const TRAINING: usize = IMAGES - IMAGES / HOLD_OUT;
/// Training steps per epoch. Images that do not fill a batch are left out of the epoch.
pub const STEPS: usize = TRAINING / BATCH;

const LEARNING_RATE: f32 = 0.05;
const MOMENTUM: f32 = 0.9;

/// Bytes of a record: the label, then two pixels a byte.
const RECORD: usize = 1 + INPUTS / 2;
static DIGITS: &[u8; IMAGES * RECORD] = include_bytes!("digits.bin");

/// Returns the pixels of an image, from 0 to 1, and its label.
fn image(index: usize) -> ([f32; INPUTS], u8) {
    let (records, _) = DIGITS.as_chunks::<RECORD>();
    let mut pixels = [0.0; INPUTS];
    let Some([label, packed @ ..]) = records.get(index) else { return (pixels, 0) };
    for (pair, byte) in pixels.as_chunks_mut::<2>().0.iter_mut().zip(packed) {
        *pair = [f32::from(byte & 15) / 15.0, f32::from(byte >> 4) / 15.0];
    }
    (pixels, *label)
}

/// Returns the images that training never sees.
pub fn held_out() -> impl Iterator<Item = usize> {
    (0..IMAGES).filter(|index| index % HOLD_OUT == HOLD_OUT - 1)
}

/// Returns the images to train on.
pub fn training() -> impl Iterator<Item = usize> {
    (0..IMAGES).filter(|index| index % HOLD_OUT != HOLD_OUT - 1)
}

/// Weights and biases of a layer. Their gradients and velocities have this type too.
#[derive(Clone, Copy)]
struct Layer<const I: usize, const O: usize> {
    weights: [[f32; I]; O],
    biases: [f32; O],
}

impl<const I: usize, const O: usize> Layer<I, O> {
    const ZERO: Self = Self { weights: [[0.0; I]; O], biases: [0.0; O] };

    /// Draws weights uniformly from ±`bound`.
    fn random(bound: f32, random: &mut Random) -> Self {
        let mut layer = Self::ZERO;
        for weight in layer.weights.as_flattened_mut() {
            *weight = bound * (2.0 * random.unit() - 1.0);
        }
        layer
    }

    fn forward(&self, input: &[f32; I]) -> [f32; O] {
        let mut output = self.biases;
        for (output, weights) in output.iter_mut().zip(&self.weights) {
            for (weight, input) in weights.iter().zip(input) {
                *output += weight * input;
            }
        }
        output
    }

    /// Adds the gradient of the parameters to `gradient`, and returns the gradient of the input.
    fn backward(&self, input: &[f32; I], output_gradient: &[f32; O], gradient: &mut Self) -> [f32; I] {
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
    fn update(&mut self, velocity: &mut Self, gradient: &Self) {
        let slopes = gradient.weights.as_flattened().iter().chain(&gradient.biases);
        let velocities = velocity.weights.as_flattened_mut().iter_mut().chain(&mut velocity.biases);
        let parameters = self.weights.as_flattened_mut().iter_mut().chain(&mut self.biases);
        for ((parameter, velocity), slope) in parameters.zip(velocities).zip(slopes) {
            *velocity = MOMENTUM * *velocity - LEARNING_RATE * slope;
            *parameter += *velocity;
        }
    }
}

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
        self.hidden.update(&mut self.hidden_velocity, &hidden_gradient);
        self.output.update(&mut self.output_velocity, &output_gradient);
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

/// A small generator of uniform numbers (Marsaglia's xorshift).
struct Random(u32);

impl Random {
    fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// Returns a number in [0, 1), with 24 bits.
    fn unit(&mut self) -> f32 {
        (self.bits() >> 8) as f32 / 16_777_216.0
    }

    /// Shuffles (Fisher and Yates).
    fn shuffle(&mut self, order: &mut [u16]) {
        for last in (1..order.len()).rev() {
            order.swap(last, self.bits() as usize % (last + 1));
        }
    }
}
