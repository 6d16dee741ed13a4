//! The parts that every board's program needs: the transport of the log, the end of the program, and the boot loader.
#![cfg(target_os = "none")]
#![no_std]

use cortex_m_semihosting::debug;
// On a board the debug probe reads the log from memory. In the emulator the log goes through semihosting.
#[cfg(not(board = "qemu"))]
use defmt_rtt as _;
#[cfg(board = "qemu")]
use defmt_semihosting as _;

/// The second-stage boot loader, for the flash chip of a Raspberry Pi Pico.
#[cfg(board = "rp2040")]
#[used]
// SAFETY: memory.x puts the section where the boot ROM looks for it.
#[unsafe(link_section = ".boot2")]
static BOOT2: [u8; 256] = rp2040_boot2::BOOT_LOADER_W25Q080;

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
