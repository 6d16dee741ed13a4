//! Tells the linker where QEMU's `virt` machine has its memory.

use std::{env::var, fs::write, path::PathBuf};

fn main() {
    let out = PathBuf::from(var("OUT_DIR").unwrap());
    let script = "ENTRY(start)
SECTIONS {
    . = 0x80000000;
    .text : { *(.text.start) *(.text .text.*) }
    .rodata : { *(.rodata .rodata.* .srodata .srodata.*) }
    .data : { *(.data .data.* .sdata .sdata.*) }
    .bss : { first_of_bss = .; *(.bss .bss.* .sbss .sbss.*) *(COMMON) . = ALIGN(4); end_of_bss = .; }
    . = ALIGN(16);
    . += 0x100000;
    top_of_stack = .;
}
";
    write(out.join("virt.ld"), script).unwrap();
    println!("cargo:rustc-link-arg-bins=-T{}", out.join("virt.ld").display());
    println!("cargo:rerun-if-changed=build.rs");
}
