//! The bits of every loss are those in the tree, so that a change of one is seen in review.
//!
//! Where the change is meant:
//!
//! ```sh
//! cargo run --release --example digest > tests/digests/libm.txt
//! cargo run --release --example digest --features micromath > tests/digests/micromath.txt
//! cargo run --release --example digest --features branchless > tests/digests/branchless.txt
//! ```

#[path = "../examples/digest/losses.rs"]
mod losses;

#[cfg(not(any(feature = "micromath", feature = "branchless")))]
const PINNED: &str = include_str!("digests/libm.txt");
#[cfg(all(feature = "micromath", not(feature = "branchless")))]
const PINNED: &str = include_str!("digests/micromath.txt");
#[cfg(feature = "branchless")]
const PINNED: &str = include_str!("digests/branchless.txt");

#[test]
fn every_loss_has_its_bits() {
    let mut pinned = PINNED.lines();
    let mut changed = Vec::new();
    losses::digests(|name, digest| {
        let line = format!("{digest:016X} {name}");
        if pinned.next() != Some(&line) {
            changed.push(line);
        }
    });
    assert!(changed.is_empty(), "other bits than those in tests/digests: {changed:#?}");
    assert_eq!(pinned.next(), None, "pinned, but not computed");
}
