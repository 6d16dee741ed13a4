//! Instructions per element of the fused value and gradient, one line a loss:
//! `loss,shape,core,back end,opt-level,instructions per element`.
#![no_std]
#![no_main]

use core::hint::black_box;
use cortex_m_rt::entry;
use microloss::{
    Huber, LogCosh, Loss, Reduction, SigmoidCrossEntropy, SigmoidFocal, SoftmaxCrossEntropy, SquaredError,
};
use microloss_firmware::{console, counter};

/// Elements of a batch; as rows, 32 of 10.
const N: usize = 320;
const K: usize = 10;

/// Inputs and outputs.
struct Batch {
    prediction: [f32; N],
    target: [f32; N],
    decision: [f32; N],
    logits: [[f32; K]; N / K],
    labels: [u8; N / K],
    slope: [f32; N],
    gradient: [[f32; K]; N / K],
}

/// What is counted: the fused value and gradient of one loss.
type Subject = fn(&mut Batch) -> f32;

/// The losses, and the shape they are called with.
const SUBJECTS: [(&str, &str, Subject); 6] = [
    ("SquaredError", "320", |b| elementwise(&SquaredError::new(), &b.prediction, &b.target, &mut b.slope)),
    ("Huber", "320", |b| elementwise(&Huber::new(3.0), &b.prediction, &b.target, &mut b.slope)),
    ("LogCosh", "320", |b| elementwise(&LogCosh::new(), &b.prediction, &b.target, &mut b.slope)),
    ("SigmoidCrossEntropy", "320", |b| {
        elementwise(&SigmoidCrossEntropy::new(), &b.prediction, &b.decision, &mut b.slope)
    }),
    ("SigmoidFocal", "320", |b| {
        elementwise(&SigmoidFocal::new(2.0), &b.prediction, &b.decision, &mut b.slope)
    }),
    ("SoftmaxCrossEntropy", "32x10", |b| {
        let loss = SoftmaxCrossEntropy::new();
        loss.value_and_gradient(&b.logits, &b.labels, Reduction::Mean, &mut b.gradient).unwrap_or(f32::NAN)
    }),
];

#[inline(always)]
fn elementwise(
    loss: &impl Loss<Prediction = f32, Target = f32>,
    prediction: &[f32; N],
    target: &[f32; N],
    slope: &mut [f32; N],
) -> f32 {
    loss.value_and_gradient(prediction, target, Reduction::Mean, slope).unwrap_or(f32::NAN)
}

/// Numbers like a network's: bell-shaped, with a standard deviation of 1.7.
struct Random(u32);

impl Random {
    fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / 16_777_216.0
    }

    fn number(&mut self) -> f32 {
        3.0 * (self.unit() + self.unit() + self.unit() + self.unit() - 2.0)
    }
}

#[entry]
fn main() -> ! {
    counter::start();
    let mut random = Random(1);
    let mut decision = false;
    let mut batch = Batch {
        prediction: core::array::from_fn(|_| random.number()),
        target: core::array::from_fn(|_| random.number()),
        decision: core::array::from_fn(|_| {
            decision = !decision;
            if decision { 1.0 } else { 0.0 }
        }),
        logits: core::array::from_fn(|_| core::array::from_fn(|_| random.number())),
        labels: core::array::from_fn(|row| (row % K) as u8),
        slope: [0.0; N],
        gradient: [[0.0; K]; N / K],
    };
    let idle = ticks(|_| 0.0, &mut batch);
    console::print("loss,shape,core,back end,opt-level,instructions per element\n");
    for (loss, shape, subject) in SUBJECTS {
        let ticks = ticks(subject, &mut batch) - idle;
        console::print(loss);
        console::print(",");
        console::print(shape);
        console::print(concat!(",", env!("CORE"), ","));
        console::print(if cfg!(feature = "micromath") { "micromath" } else { "libm" });
        console::print(concat!(",", env!("OPT_LEVEL"), ","));
        console::print_tenths(counter::instructions(ticks) * 10 / (REPETITIONS * N as u32));
        console::print("\n");
    }
    console::exit(true)
}

const REPETITIONS: u32 = 20;

#[inline(never)]
fn ticks(subject: Subject, batch: &mut Batch) -> u32 {
    let start = counter::ticks();
    for _ in 0..REPETITIONS {
        black_box(subject(black_box(&mut *batch)));
    }
    counter::ticks() - start
}
