//! What a board needs beside its subject: where its log goes, how it ends, and how it starts.
#![cfg(target_os = "none")]
#![no_std]

use cortex_m_semihosting::debug;
// The log goes out through memory that the debug probe reads, and from the emulator through semihosting.
#[cfg(not(board = "qemu"))]
use defmt_rtt as _;
#[cfg(board = "qemu")]
use defmt_semihosting as _;

/// The second-stage boot loader, for the flash chip of a Raspberry Pi Pico.
#[cfg(board = "rp2040")]
#[used]
// SAFETY: memory.x gives the section the place where the boot ROM looks for it.
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
