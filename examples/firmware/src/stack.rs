//! How deep the stack has been.
//!
//! The free memory below the stack pointer is painted; what a call overwrites shows how far down it went.

unsafe extern "C" {
    /// The end of the statics, from the linker script: the stack grows down towards it.
    static mut __sheap: u32;
}

const PAINT: u32 = 0xA5A5_5A5A;

/// Bytes below the painting function's own frame that it leaves alone.
const MARGIN: usize = 256;

/// Words to paint at most: 64 kB.
const DEPTH: usize = 16 * 1024;

/// The stack pointer, roughly.
#[inline(always)]
fn pointer() -> usize {
    cortex_m::register::msp::read() as usize
}

/// Paints below the caller; returns what to give [`used`].
#[inline(never)]
pub fn paint() -> usize {
    let top = pointer() - MARGIN;
    let bottom = (&raw const __sheap as usize).max(top - 4 * DEPTH);
    let mut at = top & !3;
    while at > bottom {
        at -= 4;
        // SAFETY: between the statics and the stack pointer lies nothing that is in use.
        unsafe { (at as *mut u32).write_volatile(PAINT) };
    }
    top
}

/// Bytes of stack used below the caller since it was painted.
#[inline(never)]
pub fn used(top: usize) -> u32 {
    let mut at = (&raw const __sheap as usize).max(top - 4 * DEPTH).next_multiple_of(4);
    // SAFETY: as in `paint`; reading has no effect.
    while at < top && unsafe { (at as *const u32).read_volatile() } == PAINT {
        at += 4;
    }
    (top + MARGIN - at) as u32
}
