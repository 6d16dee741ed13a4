//! Prints the digests of `examples/digest.rs`, computed where this program runs.

#[path = "../../digest/losses.rs"]
mod losses;

fn main() {
    losses::digests(|name, digest| println!("{digest:016X} {name}"));
}
