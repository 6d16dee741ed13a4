//! Learns three motions from the frames of a sensor, on an nRF52840, with embassy.
#![no_std]
#![no_main]

mod learn;
mod sensor;
mod size;

use cortex_m::peripheral::DWT;
use embassy_executor::Spawner;
use embassy_sync::{blocking_mutex::raw::ThreadModeRawMutex, channel::Channel};
use embassy_time::{Duration, Ticker};
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
    // The core always runs at 64 MHz; the crystal makes that exact.
    let mut clocks = embassy_nrf::config::Config::default();
    clocks.hfclk_source = embassy_nrf::config::HfclkSource::ExternalXtal;
    embassy_nrf::init(clocks);
    size::log();
    spawner.spawn(defmt::unwrap!(sense()));

    let mut core = defmt::unwrap!(cortex_m::Peripherals::take());
    core.DCB.enable_trace();
    core.DWT.enable_cycle_counter();
    let mut learner = learn::Learner::default();
    loop {
        let (frame, label) = FRAMES.receive().await;
        let start = DWT::cycle_count();
        match learner.learn(&frame, label) {
            Ok(()) => defmt::debug!("a step of {} cycles", DWT::cycle_count().wrapping_sub(start)),
            Err(error) => defmt::error!("{}", error),
        }
    }
}
