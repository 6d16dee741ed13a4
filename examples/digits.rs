//! Trains a network to read handwritten digits, with the code that `examples/firmware` runs on a Cortex-M4F.
//!
//! `cargo run --release --example digits` trains for 30 epochs. With `-- --steps N` it trains for N steps, as the firmware does,
//! and prints the same two lines.

#[path = "digits/network.rs"]
mod network;

use microloss::{EmpiricalRisk, generalization_gap};
use network::{BATCH, STEPS, Training, held_out, training};
use std::error::Error;

const EPOCHS: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut model = Training::new();
    match arguments.next().as_deref() {
        Some("--steps") => {
            let steps: usize = arguments.next().ok_or("--steps needs a number")?.parse()?;
            for _ in 0..steps {
                model.step::<BATCH>()?;
            }
        }
        Some(other) => return Err(format!("unknown argument {other}: there is --steps N").into()),
        None => {
            println!("epoch  training loss  generalisation gap  held-out accuracy");
            for epoch in 1..=EPOCHS {
                for _ in 0..STEPS {
                    model.step::<BATCH>()?;
                }
                report(epoch, &model)?;
            }
        }
    }
    let (risk, correct) = model.evaluate(held_out())?;
    println!("held-out accuracy: {:.1} %", percent(&risk, correct));
    println!("final loss bits: {:#010X}", risk.mean().unwrap_or(f32::NAN).to_bits());
    Ok(())
}

/// Prints a line of progress.
fn report(epoch: usize, model: &Training) -> Result<(), Box<dyn Error>> {
    let (seen, _) = model.evaluate(training())?;
    let (unseen, correct) = model.evaluate(held_out())?;
    let mean = seen.mean().ok_or("no training images")?;
    let gap = generalization_gap(&seen, &unseen).ok_or("no held-out images")?;
    println!("{epoch:5}  {mean:13.4}  {gap:18.4}  {:15.1} %", percent(&unseen, correct));
    Ok(())
}

fn percent(risk: &EmpiricalRisk, correct: usize) -> f32 {
    100.0 * correct as f32 / risk.weight()
}
