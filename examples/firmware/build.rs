//! Puts the memory map where the linker finds it, and the build's settings where the firmware can print them.

use std::env::var;

fn main() {
    println!("cargo:rustc-link-search={}", var("CARGO_MANIFEST_DIR").unwrap());
    println!("cargo:rerun-if-changed=memory.x");
    println!("cargo:rustc-env=OPT_LEVEL={}", var("OPT_LEVEL").unwrap());
    let core = match var("TARGET").unwrap().as_str() {
        "thumbv6m-none-eabi" => "M0",
        "thumbv7m-none-eabi" => "M3",
        "thumbv7em-none-eabi" => "M4",
        "thumbv7em-none-eabihf" => "M4F",
        "thumbv8m.main-none-eabihf" => "M33",
        other => panic!("unknown target {other}"),
    };
    println!("cargo:rustc-env=CORE={core}");
}
