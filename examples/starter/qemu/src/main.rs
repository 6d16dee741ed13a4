//! Learns three motions from the frames of a sensor, on an emulated Cortex-M4F.
#![no_std]
#![no_main]

mod learn;
mod sensor;
mod size;

// They bring the log and its critical section.
use semihosting::process::exit;
use {cortex_m as _, defmt_semihosting as _};

#[cortex_m_rt::entry]
fn main() -> ! {
    size::log();
    // The emulated core has no clock to set up.
    let (mut sensor, mut learner) = (sensor::Sensor(1), learn::Learner::default());
    for _ in 0..300 {
        let (frame, label) = sensor.read();
        learner.learn(&frame, label).unwrap_or_else(|error| defmt::error!("{}", error));
    }
    exit(i32::from(learner.right < 0.95))
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    exit(1)
}
