//! Tells the linker where the emulated machine has its memory.

use std::{env::var, fs::write};

const ALIASES: &str = r#"
REGION_ALIAS("REGION_TEXT", FLASH); REGION_ALIAS("REGION_RODATA", FLASH);
REGION_ALIAS("REGION_DATA", RAM); REGION_ALIAS("REGION_BSS", RAM);
REGION_ALIAS("REGION_HEAP", RAM); REGION_ALIAS("REGION_STACK", RAM);
"#;

fn main() {
    let (out, target) = (var("OUT_DIR").unwrap(), var("TARGET").unwrap());
    let riscv = target.starts_with("riscv");
    let (flash, ram) = match target.as_str() {
        "thumbv8m.main-none-eabihf" => ("0x10000000, LENGTH = 4M", "0x30000000, LENGTH = 32K"),
        _ if riscv => ("0x80000000, LENGTH = 1M", "0x80100000, LENGTH = 1M"),
        _ => ("0x00000000, LENGTH = 4M", "0x20000000, LENGTH = 4M"),
    };
    let map = format!("MEMORY {{ FLASH : ORIGIN = {flash}\nRAM : ORIGIN = {ram} }}\n");
    write(format!("{out}/memory.x"), map + if riscv { ALIASES } else { "" }).unwrap();
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-link-search={out}");
    // The script of cortex-m-rt includes memory.x, that of riscv-rt does not.
    for script in ["memory.x", "link.x", "defmt.x"].into_iter().skip(usize::from(!riscv)) {
        println!("cargo:rustc-link-arg-bins=-T{script}");
    }
}
