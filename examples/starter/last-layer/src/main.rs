//! Fine-tunes the last layer of a frozen network, on an emulated Cortex-M4F.
#![no_std]
#![no_main]

mod network;
mod sensor;
mod size;
mod tune;

use semihosting::process::exit;
// They bring the log and its critical section.
use {cortex_m as _, defmt_semihosting as _};

const FRAMES: u32 = 200;

/// Returns how many of the next frames the network knows.
fn right(sensor: &mut sensor::Sensor, tuner: &tune::Tuner) -> u32 {
    let mut right = 0;
    for _ in 0..FRAMES {
        let (frame, label) = sensor.read();
        right += u32::from(tuner.guess(&network::features(&frame)) == Some(label));
    }
    right
}

#[cortex_m_rt::entry]
fn main() -> ! {
    size::log();
    let (mut sensor, mut tuner) = (sensor::Sensor(1), tune::Tuner::new());
    defmt::info!("as it comes: {} of {} right", right(&mut sensor, &tuner), FRAMES);
    for frames in 1..=100 {
        let (frame, label) = sensor.read();
        match tuner.learn(network::features(&frame), label) {
            Ok(loss) if frames % 25 == 0 => defmt::info!("{} frames: loss {}", frames, loss),
            Ok(_) => {}
            Err(error) => defmt::error!("{}", error),
        }
    }
    let right = right(&mut sensor, &tuner);
    defmt::info!("after that: {} of {} right", right, FRAMES);
    exit(i32::from(right < FRAMES * 19 / 20))
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    exit(1)
}
