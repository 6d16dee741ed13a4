//! Start, console and end on QEMU's `virt` machine.
#![no_std]

pub mod console;
#[macro_use]
#[path = "../../digest/losses.rs"]
pub mod losses;
#[path = "../../digest/print.rs"]
pub mod print;

use core::arch::global_asm;

// The stack, zeroes where they belong, the FPU if there is one, and then `main`.
global_asm!(
    ".section .text.start, \"ax\"",
    ".global start",
    "start:",
    "la sp, top_of_stack",
    "la t0, first_of_bss",
    "la t1, end_of_bss",
    "1: bgeu t0, t1, 2f",
    "sw zero, 0(t0)",
    "addi t0, t0, 4",
    "j 1b",
    "2: li t0, 0x6000",
    "csrs mstatus, t0",
    "call main",
    "3: j 3b",
);

/// Tells the emulator that the firmware failed. An image that cannot panic needs no handler.
#[cfg(not(feature = "no_panic"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    console::print("panicked\n");
    console::exit(false)
}
