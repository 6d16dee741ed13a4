//! Prints the digests of `examples/digest.rs`, computed on the core.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::{console, print::print_digests};

#[entry]
fn main() -> ! {
    print_digests(console::print);
    console::exit(true)
}
