//! Prints the digests of `examples/digest.rs`, computed on the core.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::{console, losses};

#[entry]
fn main() -> ! {
    losses::digests(|name, digest| {
        console::print_hex_digits((digest >> 32) as u32);
        console::print_hex_digits(digest as u32);
        console::print(" ");
        console::print(name);
        console::print("\n");
    });
    console::exit(true)
}
