//! Tells the linker where to find `memory.x`, and which scripts to use.

fn main() {
    println!("cargo:rerun-if-changed=memory.x");
    println!("cargo:rustc-link-search={}", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    for script in ["memory.x", "link.x", "device.x", "defmt.x"] {
        println!("cargo:rustc-link-arg-bins=-T{script}");
    }
}
