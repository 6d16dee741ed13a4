//! Counts the most instructions that a starter's step takes, and a call of a loss for one sample.
#![no_std]
#![no_main]

mod counter;
#[path = "../../qemu/src/learn.rs"]
mod learn;
#[path = "../../qemu/src/sensor.rs"]
mod sensor;

use core::hint::black_box;
use defmt_semihosting as _;
use microloss::{Huber, Loss, SigmoidCrossEntropy, SoftmaxCrossEntropy, SquaredError};
use semihosting::process::exit;

#[cfg(target_arch = "arm")]
use cortex_m_rt::entry;
#[cfg(target_arch = "riscv32")]
use riscv_rt::entry;
// It brings the critical section of the log.
#[cfg(target_arch = "arm")]
use cortex_m as _;

/// Numbers of every kind: a network's, others of any size, and any bits.
struct Numbers(u32);

impl Numbers {
    fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    fn next(&mut self) -> f32 {
        let bits = self.bits();
        match self.bits() % 4 {
            0 => f32::from_bits(bits),
            1 => [0.0, -0.0, 1.0, f32::MAX, f32::MIN, f32::INFINITY, 88.8, -103.9][bits as usize % 8],
            // The sign, an exponent from -8 to 7 and any fraction.
            2 => f32::from_bits(bits & 0x807F_FFFF | (119 + bits.rotate_left(4) % 16) << 23),
            _ => bits as i32 as f32 / 1e9,
        }
    }
}

/// Returns the most instructions that a call takes, for many inputs.
fn worst(mut call: impl FnMut(&mut Numbers) -> u32) -> u32 {
    let mut numbers = Numbers(1);
    (0..3000).map(|_| call(&mut numbers)).max().unwrap_or(0)
}

#[entry]
fn main() -> ! {
    counter::start();
    let (mut sensor, mut learner) = (sensor::Sensor(1), learn::Learner::default());
    let mut step = 0;
    for frames in 1..=300 {
        let (frame, label) = sensor.read();
        let spent = counter::of(|| learner.learn(black_box(&frame), label));
        // Each fiftieth step writes to the log.
        step = if frames % 50 == 0 { step } else { step.max(spent) };
    }
    let squared = worst(|numbers| {
        let (p, t, mut slope) = (numbers.next(), numbers.next(), 0.0);
        counter::of(|| SquaredError::new().value_and_gradient_of_one(black_box(&p), &t, &mut slope))
    });
    let huber = worst(|numbers| {
        let (p, t, mut slope) = (numbers.next(), numbers.next(), 0.0);
        counter::of(|| Huber::new(1.0).value_and_gradient_of_one(black_box(&p), &t, &mut slope))
    });
    let sigmoid = worst(|numbers| {
        let (p, t, mut slope) = (numbers.next(), f32::from((numbers.bits() & 1) as u8), 0.0);
        counter::of(|| SigmoidCrossEntropy::new().value_and_gradient_of_one(black_box(&p), &t, &mut slope))
    });
    let softmax = worst(|numbers| {
        let (p, mut slopes) = ([(); 3].map(|()| numbers.next()), [0.0; 3]);
        let label = (numbers.bits() % 3) as u8;
        counter::of(|| {
            SoftmaxCrossEntropy::new().value_and_gradient_of_one(black_box(&p), &label, &mut slopes)
        })
    });
    defmt::info!("{} | {} | {} | {} | {}", step, squared, huber, sigmoid, softmax);
    exit(0)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    exit(1)
}
