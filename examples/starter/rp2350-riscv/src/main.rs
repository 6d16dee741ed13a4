//! Learns three motions from the frames of a sensor, on the RISC-V cores of a Raspberry Pi Pico 2.
#![no_std]
#![no_main]

mod learn;
mod sensor;
mod size;

use defmt_rtt as _;
use rp235x_hal::{Clock, Timer, Watchdog};
use rp235x_hal::{block::*, clocks::init_clocks_and_plls, pac::Peripherals, timer::CopyableTimer0};

/// Tells the boot ROM the kind of core, and the addresses that `memory.x` gives to the start code and to the stack.
#[used]
#[unsafe(link_section = ".start_block")]
static IMAGE: Block<4> = {
    let [item, start, stack] = item_entry_point(0x1000_0100, 0x2008_0000);
    Block::new([item_image_type_exe(Security::Unspecified, Architecture::Riscv), item, start, stack])
};

#[rp235x_hal::entry]
fn main() -> ! {
    let mut p = defmt::unwrap!(Peripherals::take());
    let mut dog = Watchdog::new(p.WATCHDOG);
    // From the crystal of 12 MHz: 150 MHz.
    let set =
        init_clocks_and_plls(12_000_000, p.XOSC, p.CLOCKS, p.PLL_SYS, p.PLL_USB, &mut p.RESETS, &mut dog);
    let clocks = defmt::unwrap!(set.ok());
    let timer = Timer::<CopyableTimer0>::new_timer0(p.TIMER0, &mut p.RESETS, &clocks);
    defmt::info!("clock: {} Hz", clocks.system_clock.freq().to_Hz());
    size::log();

    let (mut sensor, mut learner) = (sensor::Sensor(1), learn::Learner::default());
    loop {
        let (frame, label) = sensor.read();
        let start = timer.get_counter();
        match learner.learn(&frame, label) {
            Ok(()) => defmt::debug!("a step of {} us", (timer.get_counter() - start).to_micros()),
            Err(error) => defmt::error!("{}", error),
        }
        while (timer.get_counter() - start).to_millis() < 100 {}
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    loop {}
}
