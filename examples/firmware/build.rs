//! Writes the memory map for the linker, and passes the build's settings to the firmware, which prints them.

use std::{
    env::var,
    fs::write,
    path::{Path, PathBuf},
    process::Command,
};

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
        "thumbv8m.main-none-eabihf" if board == "an547" => {
            ("M55", (0x1100_0000, "2M"), (0x3000_0000, "512K"))
        }
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
    if var("CARGO_FEATURE_PLAIN_C").is_ok() {
        compile_c(core, &out);
    }
}

/// Compiles the losses in C that the crate is compared with, and links them with newlib's mathematics.
fn compile_c(core: &str, out: &Path) {
    let cpu: &[&str] = match core {
        "M0" => &["-mcpu=cortex-m0"],
        "M3" => &["-mcpu=cortex-m3"],
        "M4F" => &["-mcpu=cortex-m4", "-mfloat-abi=hard", "-mfpu=fpv4-sp-d16"],
        other => panic!("no flags of gcc for {other}"),
    };
    let gcc = || {
        let mut gcc = Command::new("arm-none-eabi-gcc");
        gcc.args(cpu).args(["-mthumb"]);
        gcc
    };
    let object = out.join("plain.o");
    let level = format!("-O{}", var("OPT_LEVEL").unwrap());
    let flags = [
        "-std=c99",
        "-Wall",
        "-Wextra",
        "-Werror",
        "-fno-math-errno",
        "-ffunction-sections",
        "-c",
        "c/plain.c",
        "-o",
    ];
    assert!(gcc().arg(level).args(flags).arg(&object).status().unwrap().success());
    println!("cargo:rustc-link-arg-bin=against_c={}", object.display());
    for library in ["libm.a", "libc.a", "libgcc.a"] {
        let found = gcc().arg(format!("-print-file-name={library}")).output().unwrap().stdout;
        println!("cargo:rustc-link-arg-bin=against_c={}", String::from_utf8(found).unwrap().trim());
    }
    println!("cargo:rerun-if-changed=c/plain.c");
}
