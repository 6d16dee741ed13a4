//! One number a loss, from its bits on thousands of inputs: equal wherever it runs.
//!
//! `examples/firmware/digests.sh` and `examples/riscv/digests.sh` run the same on emulated cores and compare.

#[path = "digest/losses.rs"]
mod losses;

fn main() {
    losses::digests(|name, digest| println!("{digest:016X} {name}"));
}
