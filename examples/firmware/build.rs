//! Writes the memory map where the linker finds it, and the build's settings where the firmware can print them.

use std::{env::var, fs::write, path::PathBuf};

fn main() {
    let out = PathBuf::from(var("OUT_DIR").unwrap());
    println!("cargo:rustc-link-search={}", out.display());
    println!("cargo:rustc-env=OPT_LEVEL={}", var("OPT_LEVEL").unwrap());
    // The boards that QEMU emulates: the micro:bit for a Cortex-M0, MPS2 and MPS3 boards for the others. The M33's has its
    // memory elsewhere than the M55's, which runs the same code: `BOARD=an547` asks for the latter's map, `BOARD=an385` for a larger one for the M0's code.
    let board = var("BOARD").unwrap_or_default();
    let (core, flash, ram) = match var("TARGET").unwrap().as_str() {
        "thumbv6m-none-eabi" if board == "an385" => ("M0", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv6m-none-eabi" => ("M0", (0, "256K"), (0x2000_0000, "16K")),
        "thumbv7m-none-eabi" => ("M3", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7em-none-eabi" => ("M4", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv7em-none-eabihf" => ("M4F", (0, "4M"), (0x2000_0000, "4M")),
        "thumbv8m.main-none-eabihf" if board == "an547" => ("M55", (0, "512K"), (0x2000_0000, "512K")),
        "thumbv8m.main-none-eabihf" => ("M33", (0x1000_0000, "4M"), (0x3800_0000, "4M")),
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
