//! Gives the linker the path of the board's memory map, and the source the name of the board.

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
}
