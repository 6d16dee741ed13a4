//! Learns three motions from the frames of a sensor, on a Raspberry Pi Pico or Pico 2, with embassy.
#![no_std]
#![no_main]

mod learn;
mod sensor;
mod size;

use embassy_executor::Spawner;
use embassy_sync::{blocking_mutex::raw::ThreadModeRawMutex, channel::Channel};
use embassy_time::{Duration, Instant, Ticker};
use {defmt_rtt as _, panic_probe as _};

/// Frames on their way from the sensor to the learner.
static FRAMES: Channel<ThreadModeRawMutex, (sensor::Frame, u8), 2> = Channel::new();

#[embassy_executor::task]
async fn sense() {
    let (mut sensor, mut pace) = (sensor::Sensor(1), Ticker::every(Duration::from_millis(100)));
    loop {
        FRAMES.send(sensor.read()).await;
        pace.next().await;
    }
}

#[embassy_executor::main]
async fn main(spawner: Spawner) {
    // From the crystal: 125 MHz on an RP2040, 150 MHz on an RP2350.
    embassy_rp::init(embassy_rp::config::Config::default());
    defmt::info!("clock: {} Hz", embassy_rp::clocks::clk_sys_freq());
    size::log();
    spawner.spawn(defmt::unwrap!(sense()));

    let mut learner = learn::Learner::default();
    loop {
        let (frame, label) = FRAMES.receive().await;
        let start = Instant::now();
        match learner.learn(&frame, label) {
            Ok(()) => defmt::debug!("a step of {} us", start.elapsed().as_micros()),
            Err(error) => defmt::error!("{}", error),
        }
    }
}
