//! Counts instructions, by a clock that the emulator advances with each.

use core::hint::black_box;

/// Starts the clock.
#[cfg(target_arch = "arm")]
pub fn start() {
    use cortex_m::peripheral::{Peripherals, syst::SystClkSource};
    let mut timer = defmt::unwrap!(Peripherals::take()).SYST;
    timer.set_clock_source(SystClkSource::Core);
    timer.set_reload(0xFF_FFFF);
    timer.clear_current();
    timer.enable_counter();
}
#[cfg(target_arch = "riscv32")]
pub fn start() {}

#[cfg(target_arch = "arm")]
fn ticks() -> u32 {
    0xFF_FFFF - cortex_m::peripheral::SYST::get_current()
}
#[cfg(target_arch = "riscv32")]
fn ticks() -> u32 {
    riscv::register::minstret::read() as u32
}

#[inline(never)]
fn ticks_of(task: impl FnOnce()) -> u32 {
    let start = ticks();
    task();
    ticks().wrapping_sub(start) & 0xFF_FFFF
}

/// Returns the instructions of a task.
pub fn of<T>(task: impl FnOnce() -> T) -> u32 {
    let nothing = ticks_of(|| ());
    // SAFETY: these instructions do nothing.
    let nops = ticks_of(|| unsafe { core::arch::asm!(".rept 400", "nop", ".endr") }) - nothing;
    let spent = ticks_of(|| {
        black_box(task());
    });
    ((spent - nothing) * 400 + nops / 2) / nops
}
