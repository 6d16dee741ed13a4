//! Tools that the firmware's programs share: a console without formatting code, an instruction counter, a measure of the stack,
//! and the list of losses to measure.
#![no_std]

pub mod batch;
pub mod console;
pub mod counter;
#[macro_use]
#[path = "../../digest/losses.rs"]
pub mod losses;
#[path = "../../digest/print.rs"]
pub mod print;
pub mod stack;
pub mod subjects;

/// Tells the emulator that the firmware failed. It formats nothing, so that no formatting code is linked.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    console::print("panicked\n");
    console::exit(false)
}
