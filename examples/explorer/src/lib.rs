//! Every loss of the crate as a function of one number: for the page as WebAssembly, and for its test on the host.
#![cfg_attr(target_family = "wasm", no_std)]

pub mod curve;
#[cfg(target_family = "wasm")]
mod exports;
pub mod losses;
pub mod options;

/// Steps across a panel. A power of two, so that round numbers are met.
pub const STEPS: usize = 512;

#[cfg(target_family = "wasm")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
