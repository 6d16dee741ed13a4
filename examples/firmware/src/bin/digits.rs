//! Trains the network of `examples/digits.rs`, from the same file, on the core.
#![no_std]
#![no_main]

#[path = "../../../digits/network.rs"]
mod network;

use cortex_m_rt::entry;
use microloss::Error;
use microloss_firmware::{console, counter, stack::Paint};
use network::{BATCH, STEPS, Training, held_out};

/// So few epochs take a few seconds to emulate.
const EPOCHS: usize = 3;

#[entry]
fn main() -> ! {
    console::exit(train().is_ok())
}

/// Takes a step, with a stack frame of its own below the paint.
#[inline(never)]
fn step(model: &mut Training) -> Result<f32, Error> {
    model.step::<BATCH>()
}

fn train() -> Result<(), Error> {
    counter::start();
    let Some(model) = cortex_m::singleton!(: Training = Training::new()) else {
        return Err(Error::EmptyBatch);
    };
    let paint = Paint::new(64 * 1024);
    let start = counter::ticks();
    for _ in 0..EPOCHS * STEPS {
        step(model)?;
    }
    let ticks = counter::ticks() - start;

    let steps = (EPOCHS * STEPS) as u32;
    console::print("steps: ");
    console::print_number(steps);
    console::print("\ninstructions per training step: ");
    console::print_number(counter::instructions(ticks) / steps);
    console::print("\nstack high-water mark of a step, bytes: ");
    console::print_number(paint.used());

    let (risk, correct) = model.evaluate(held_out())?;
    let images = held_out().count() as u32;
    console::print("\nheld-out accuracy: ");
    console::print_tenths((2000 * correct as u32 + images).checked_div(2 * images).unwrap_or(0));
    console::print(" %\nfinal loss bits: ");
    console::print_hex(risk.mean().unwrap_or(f32::NAN).to_bits());
    console::print("\n");
    Ok(())
}
