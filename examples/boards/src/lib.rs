//! The parts that every board's program needs: the clock, the transport of the log, and the end of the program.
#![cfg(target_os = "none")]
#![no_std]

use cortex_m_semihosting::debug;
// On a board the debug probe reads the log from memory. In the emulator the log goes through semihosting.
#[cfg(not(board = "qemu"))]
use defmt_rtt as _;
#[cfg(board = "qemu")]
use defmt_semihosting as _;

/// Sets the clock where the one after reset is slow: 125 MHz on an RP2040, 150 MHz on an RP2350. An nRF52 always runs at 64 MHz, and an
/// STM32F4 starts at 16 MHz.
pub fn start() {
    #[cfg(any(board = "rp2040", board = "rp2350"))]
    embassy_rp::init(embassy_rp::config::Config::default());
}

/// Ends the program, and with it probe-rs or the emulator.
pub fn exit(success: bool) -> ! {
    defmt::flush();
    debug::exit(if success { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {
        cortex_m::asm::nop();
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    defmt::error!("panicked");
    exit(false)
}
