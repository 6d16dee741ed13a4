//! Learns three motions from the frames of a sensor, on an ESP32-C3.
#![no_std]
#![no_main]

mod learn;
mod sensor;

use defmt_rtt as _;
use esp_hal::{clock::CpuClock, delay::Delay, time::Instant};

// The boot loader reads this description of the program.
esp_bootloader_esp_idf::esp_app_desc!();

#[esp_hal::main]
fn main() -> ! {
    // 160 MHz, the most that it has.
    esp_hal::init(esp_hal::Config::default().with_cpu_clock(CpuClock::max()));
    let (mut sensor, mut learner) = (sensor::Sensor(1), learn::Learner::default());
    loop {
        let (frame, label) = sensor.read();
        let start = Instant::now();
        match learner.learn(&frame, label) {
            Ok(()) => defmt::debug!("a step of {} us", start.elapsed().as_micros()),
            Err(error) => defmt::error!("{}", error),
        }
        Delay::new().delay_millis(100);
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    loop {}
}
