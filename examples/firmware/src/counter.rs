//! Counts instructions with the boards' timer.
//!
//! With `-icount shift=6` every instruction advances the emulator's clock by 64 ns, and the 25 MHz timer by 1.6 ticks.

/// Registers of the CMSDK timer 0: control, value, reload.
const CONTROL: *mut u32 = 0x4000_0000 as *mut u32;
const VALUE: *mut u32 = 0x4000_0004 as *mut u32;
const RELOAD: *mut u32 = 0x4000_0008 as *mut u32;

/// Starts the timer. It counts down from its largest value, for 2.7 billion instructions.
pub fn start() {
    // SAFETY: these are the registers of a timer that nothing else in this firmware uses.
    unsafe {
        RELOAD.write_volatile(u32::MAX);
        VALUE.write_volatile(u32::MAX);
        CONTROL.write_volatile(1);
    }
}

/// Returns the ticks since the start.
pub fn ticks() -> u32 {
    // SAFETY: reading the value has no effect.
    u32::MAX - unsafe { VALUE.read_volatile() }
}

/// Returns the instructions in so many ticks.
pub const fn instructions(ticks: u32) -> u32 {
    (ticks as u64 * 40 / 64) as u32
}
