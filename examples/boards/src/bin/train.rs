//! Trains the network of `examples/digits.rs`, from the same file, and logs the progress.
#![no_std]
#![no_main]

#[path = "../../../digits/network.rs"]
mod network;

use cortex_m_rt::entry;
use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy};
use microloss_boards::{exit, start};
use network::{BATCH, CLASSES, STEPS, TRAINING, Training, held_out};

const EPOCHS: usize = 3;

/// Steps between two lines of the log.
const INTERVAL: usize = 4;

#[entry]
fn main() -> ! {
    start();
    let trained = train();
    if let Err(error) = trained {
        defmt::error!("{}", error);
    }
    exit(trained.is_ok())
}

fn train() -> Result<(), Error> {
    let Some(model) = cortex_m::singleton!(: Training = Training::new()) else {
        return Err(Error::EmptyBatch);
    };
    let loss = SoftmaxCrossEntropy::<CLASSES, u8>::new();
    defmt::info!("{} on {} images, {} steps of {} an epoch", loss, TRAINING, STEPS, BATCH);
    for epoch in 1..=EPOCHS {
        for step in 1..=STEPS {
            let value = model.step::<BATCH>()?;
            if step % INTERVAL == 0 {
                defmt::info!("epoch {}, step {}: loss {}", epoch, step, value);
            }
        }
        let (risk, correct) = model.evaluate(held_out())?;
        let mean = risk.mean().unwrap_or(f32::NAN);
        defmt::info!("epoch {}: {} of {} held-out images right", epoch, correct, held_out().count());
        defmt::info!("held-out loss {}, bits {=u32:#010X}", mean, mean.to_bits());
    }
    // A mistake, to show its log: an eleventh digit does not exist.
    defmt::warn!("a label of 10: {}", loss.value(&[[0.0; CLASSES]], &[10], Reduction::Mean));
    Ok(())
}
