//! Measures how deep the stack has been.
//!
//! The free memory below the stack pointer is painted. A call overwrites the paint as far down as its stack goes.

unsafe extern "C" {
    /// The end of the statics, from the linker script: the stack grows down towards it.
    static mut __sheap: u32;
}

const PAINT: u32 = 0xA5A5_5A5A;

/// Bytes below the stack pointer that stay unpainted, because the painting function's own frame may lie there.
const MARGIN: usize = 32;

/// The painted memory.
pub struct Paint {
    top: usize,
    bottom: usize,
}

impl Paint {
    /// Paints so many bytes below the caller, but at most down to the statics.
    #[inline(never)]
    pub fn new(bytes: usize) -> Self {
        let top = cortex_m::register::msp::read() as usize - MARGIN;
        let bottom = (&raw const __sheap as usize).max(top.saturating_sub(bytes));
        let mut at = top;
        while at > bottom {
            at -= 4;
            // SAFETY: nothing between the statics and the stack pointer is in use.
            unsafe { (at as *mut u32).write_volatile(PAINT) };
        }
        Self { top, bottom }
    }

    /// Returns the bytes of stack used below the caller since it painted. It cannot tell less than [`MARGIN`].
    #[inline(never)]
    pub fn used(&self) -> u32 {
        let mut at = self.bottom;
        // SAFETY: as in `new`; reading has no effect.
        while at < self.top && unsafe { (at as *const u32).read_volatile() } == PAINT {
            at += 4;
        }
        (self.top + MARGIN - at) as u32
    }
}
