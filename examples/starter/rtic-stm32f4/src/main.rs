//! Learns three motions from the frames of a sensor, on an STM32F411, with RTIC.
#![no_std]
#![no_main]

mod learn;
mod sensor;
mod size;

use {defmt_rtt as _, panic_probe as _};

rtic_monotonics::systick_monotonic!(Clock, 1000);

#[rtic::app(device = stm32f4xx_hal::pac, dispatchers = [SPI4, SPI5])]
mod app {
    use super::{Clock, learn::Learner, sensor, size};
    use rtic_monotonics::{Timebase, fugit::ExtU32};
    use rtic_sync::channel::{Receiver, Sender};
    use stm32f4xx_hal::{rcc::*, time::Hertz};

    type Sample = (sensor::Frame, u8);

    #[shared]
    struct Shared {}

    #[local]
    struct Local {}

    #[init]
    fn init(context: init::Context) -> (Shared, Local) {
        // 100 MHz, the most that an STM32F411 has, from its internal 16 MHz: this needs no crystal.
        let rcc = context.device.RCC.freeze(Config::hsi().sysclk(Hertz::MHz(100)));
        Clock::start(context.core.SYST, rcc.clocks.sysclk().raw());
        size::log();
        let (frames, received) = rtic_sync::make_channel!(Sample, 2);
        defmt::assert!(sense::spawn(frames).is_ok() && train::spawn(received).is_ok());
        (Shared {}, Local {})
    }

    /// Reads the sensor on time: it interrupts the training.
    #[task(priority = 2)]
    async fn sense(_: sense::Context, mut frames: Sender<'static, Sample, 2>) {
        let mut sensor = sensor::Sensor(1);
        while frames.send(sensor.read()).await.is_ok() {
            Clock::delay(100.millis()).await;
        }
    }

    #[task(priority = 1)]
    async fn train(_: train::Context, mut frames: Receiver<'static, Sample, 2>) {
        let mut learner = Learner::default();
        while let Ok((frame, label)) = frames.recv().await {
            learner.learn(&frame, label).unwrap_or_else(|error| defmt::error!("{}", error));
        }
    }
}
