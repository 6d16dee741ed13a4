//! Prints the digests of `examples/digest.rs`, computed on the core.
#![no_std]
#![no_main]

use microloss_riscv::{console, print::print_digests};

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    print_digests(console::print);
    console::exit(true)
}
