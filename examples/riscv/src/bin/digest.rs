//! Prints the digests of `examples/digest.rs`, computed on the core.
#![no_std]
#![no_main]

use microloss_riscv::{console, losses};

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    losses::digests(|name, digest| {
        console::print_hex_digits((digest >> 32) as u32);
        console::print_hex_digits(digest as u32);
        console::print(" ");
        console::print(name);
        console::print("\n");
    });
    console::exit(true)
}
