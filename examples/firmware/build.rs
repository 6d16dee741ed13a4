//! Writes the memory map for the linker, and passes the build's settings to the firmware, which prints them.

use std::{env::var, fs::write, path::PathBuf};

fn main() {
    let out = PathBuf::from(var("OUT_DIR").unwrap());
    println!("cargo:rustc-link-search={}", out.display());
    println!("cargo:rustc-env=OPT_LEVEL={}", var("OPT_LEVEL").unwrap());
    // QEMU emulates the boards MPS2 and MPS3. Code for a Cortex-M0 runs on the M3's board, unless `BOARD=microbit` asks for the map of a
    // smaller one. `BOARD=an500` is the M7, which differs from the M4F in name only. `BOARD=an547` is the M55: it starts from 512 kB at
    // 0x1000_0000, too few for all losses at once, so the image lies in the memory behind, and `digests.sh` puts its vectors there.
    let board = var("BOARD").unwrap_or_default();
    let (core, flash, ram) = match var("TARGET").unwrap().as_str() {
        "thumbv6m-none-eabi" if board == "microbit" => ("M0", (0, "256K"), (0x2000_0000, "16K")),
        "thumbv6m-none-eabi" => ("M0", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7m-none-eabi" => ("M3", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7em-none-eabi" => ("M4", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7em-none-eabihf" if board == "an500" => ("M7", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7em-none-eabihf" => ("M4F", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv8m.main-none-eabihf" if board == "an547" => ("M55", (0x1100_0000, "2M"), (0x3000_0000, "512K")),
        "thumbv8m.main-none-eabihf" => ("M33", (0x1000_0000, "4M"), (0x3000_0000, "32K")),
        other => panic!("unknown target {other}"),
    };
    println!("cargo:rustc-env=CORE={core}");
    let map = format!(
        "MEMORY {{ FLASH : ORIGIN = {}, LENGTH = {}  RAM : ORIGIN = {}, LENGTH = {} }}",
        flash.0, flash.1, ram.0, ram.1
    );
    write(out.join("memory.x"), map).unwrap();
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=BOARD");
}
