//! C interface to microloss.
//!
//! `src/faces.rs` and the header are generated: `cargo run --example generate`.
#![allow(clippy::missing_safety_doc, reason = "one promise for all, at the top of the header")]
#![cfg_attr(target_os = "none", no_std)]

// One line a parameter, as in the header.
#[rustfmt::skip]
mod faces;
mod memory;
mod risk;
mod softmax;
mod status;
mod target;

use core::ffi::{CStr, c_char};
use status::{CODES, Code, Refusal};

/// The rule that makes one number of the rows' losses. The gradient is that of this number.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Reduction {
    /// 0: the mean over the rows; 1: the sum; 2: the sum divided by `divisor`.
    pub kind: u32,
    /// Finite and 0 or more. If it is 0, value and gradient are 0. Only kind 2 reads it.
    pub divisor: f32,
}

impl Reduction {
    /// The mean.
    const MEAN: Self = Self { kind: 0, divisor: 0.0 };

    fn checked(self, position: u8) -> Result<microloss::Reduction, Refusal> {
        match self.kind {
            0 => Ok(microloss::Reduction::Mean),
            1 => Ok(microloss::Reduction::Sum),
            2 if self.divisor >= 0.0 && self.divisor <= f32::MAX => {
                Ok(microloss::Reduction::Over(self.divisor))
            }
            _ => Err(Refusal::new(Code::PARAMETER, position)),
        }
    }
}

/// Returns the refusal for an error of a constructor or a function, whose numbers have these names and positions.
#[inline(never)]
fn refused(error: microloss::Error, positions: &[(&str, u8)]) -> Refusal {
    match error {
        // The count comes first.
        microloss::Error::EmptyBatch => Refusal::new(Code::EMPTY_BATCH, 1),
        microloss::Error::Parameter { name, .. } => {
            let named = positions.iter().find(|(known, _)| *known == name);
            Refusal::new(Code::PARAMETER, named.map_or(0, |(_, position)| *position))
        }
        _ => Refusal::new(Code::PARAMETER, 0),
    }
}

/// Returns the words of a status.
#[unsafe(no_mangle)]
pub extern "C" fn microloss_status_message(status: i32) -> *const c_char {
    let words: &CStr = match CODES.iter().find(|(_, code, _)| *code == status & 0xFF) {
        Some((_, _, words)) => words,
        None if status == 0 => c"done",
        None => c"not a status of this library",
    };
    words.as_ptr()
}

/// Returns the version of the library: major·65536 + minor·256 + patch.
#[unsafe(no_mangle)]
pub extern "C" fn microloss_version() -> u32 {
    const fn number(digits: &str) -> u32 {
        let (digits, mut number, mut i) = (digits.as_bytes(), 0, 0);
        while i < digits.len() {
            number = 10 * number + (digits[i] - b'0') as u32;
            i += 1;
        }
        number
    }
    const {
        (number(env!("CARGO_PKG_VERSION_MAJOR")) << 16)
            | (number(env!("CARGO_PKG_VERSION_MINOR")) << 8)
            | number(env!("CARGO_PKG_VERSION_PATCH"))
    }
}

/// Returns the name of the back end, which computes exponentials and logarithms.
#[unsafe(no_mangle)]
pub extern "C" fn microloss_back_end() -> *const c_char {
    let name = if cfg!(feature = "branchless") {
        c"branchless"
    } else if cfg!(feature = "micromath") {
        c"micromath"
    } else {
        c"libm"
    };
    name.as_ptr()
}

/// Never runs, because nothing panics. The linker asks for it all the same.
#[cfg(target_os = "none")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
