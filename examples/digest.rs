//! One number a loss, from its bits on thousands of inputs: equal wherever it runs.
//!
//! `digests.sh` in `examples/firmware`, `examples/riscv` and `examples/hosted` runs the same elsewhere and compares.

#[path = "digest/losses.rs"]
mod losses;

fn main() {
    losses::digests(|name, digest| println!("{digest:016X} {name}"));
}
