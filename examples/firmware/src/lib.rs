//! What the firmware needs beside its subject: a console without formatting code, an instruction counter, and a measure
//! of the stack.
#![no_std]

pub mod console;
pub mod counter;
pub mod stack;

/// A failed firmware says so to the emulator; nothing is formatted, so that no formatting code is linked.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    console::print("panicked\n");
    console::exit(false)
}
