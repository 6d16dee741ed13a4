//! One number a loss, from its bits on thousands of inputs: equal wherever it runs.
//!
//! `examples/firmware/digests.sh` runs the same on seven emulated cores and compares.

#[path = "digest/losses.rs"]
mod losses;

fn main() {
    losses::digests(|name, digest| println!("{digest:016X} {name}"));
}
