//! Gives the linker the path of the board's memory map, and the source the name of the board.
//! The linker's arguments stand here and not among the flags of rustc, so that other packages share what is compiled for this one.

use std::env::var;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=boards");
    println!("cargo:rerun-if-env-changed=BOARD");
    if var("CARGO_CFG_TARGET_OS").unwrap() != "none" {
        return;
    }
    let board = var("BOARD").expect("BOARD is set in .cargo/config.toml");
    println!("cargo:rustc-cfg=board=\"{board}\"");
    println!("cargo:rustc-link-search={}/boards/{board}", var("CARGO_MANIFEST_DIR").unwrap());
    // An RP2040 has a second boot loader, which its HAL puts at the start of the flash.
    for script in ["link.x", "defmt.x", "link-rp.x"].iter().take(if board == "rp2040" { 3 } else { 2 }) {
        println!("cargo:rustc-link-arg-bins=-T{script}");
    }
}
