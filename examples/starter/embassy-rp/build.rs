//! Tells the linker which scripts to use, and where the chip has its memory.

use std::{env::var, fs::write};

const RP2040: &str = "MEMORY {
    BOOT2 : ORIGIN = 0x10000000, LENGTH = 0x100
    FLASH : ORIGIN = 0x10000100, LENGTH = 2048K - 0x100
    RAM : ORIGIN = 0x20000000, LENGTH = 264K
}";
const RP2350: &str = "MEMORY {
    FLASH : ORIGIN = 0x10000000, LENGTH = 4096K
    RAM : ORIGIN = 0x20000000, LENGTH = 512K
}
/* The boot ROM looks for this block in the first 4 kB. */
SECTIONS {
    .start_block : ALIGN(4) { KEEP(*(.start_block)); } > FLASH
} INSERT AFTER .vector_table;
_stext = ADDR(.start_block) + SIZEOF(.start_block);";

fn main() {
    let out = var("OUT_DIR").unwrap();
    let old = var("TARGET").unwrap() == "thumbv6m-none-eabi";
    write(format!("{out}/memory.x"), if old { RP2040 } else { RP2350 }).unwrap();
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-link-search={out}");
    for script in ["link.x", "link-rp.x", "defmt.x"] {
        // An RP2350 needs no second boot loader.
        if old || script != "link-rp.x" {
            println!("cargo:rustc-link-arg-bins=-T{script}");
        }
    }
}
