//! Names a choice that attributes need; `src/machine.rs` says what it means and why.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(vectors)");
    // Loops over the functions of this back end become vectors.
    if std::env::var_os("CARGO_FEATURE_BRANCHLESS").is_some() {
        println!("cargo::rustc-cfg=vectors");
    }
}
