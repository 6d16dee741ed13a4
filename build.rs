//! Names three choices that attributes need; `src/machine.rs` says what they mean and why.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(vectors, exact, small)");
    // Loops over the functions of the first back end become vectors. It takes precedence.
    if std::env::var_os("CARGO_FEATURE_BRANCHLESS").is_some() {
        println!("cargo::rustc-cfg=vectors");
    } else if std::env::var_os("CARGO_FEATURE_EXACT").is_some() {
        println!("cargo::rustc-cfg=exact");
    }
    // The crate is built for size.
    if std::env::var("OPT_LEVEL").is_ok_and(|level| level == "s" || level == "z") {
        println!("cargo::rustc-cfg=small");
    }
}
