//! The bits of every loss are those in the tree, so that a change is seen in review.
//!
//! If the change is meant, `cargo run --release --example refresh digests` writes the new ones.

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
    assert!(
        changed.is_empty(),
        "tests/digests has other bits; if this is meant, run `cargo run --release --example refresh digests`: {changed:#?}"
    );
    assert_eq!(pinned.next(), None, "pinned, but not computed");
}

/// Sigmoid, softplus and log-cosh are no approximations with `micromath` either: what is made of nothing else has libm's bits.
#[test]
fn losses_of_a_sigmoid_have_the_same_bits_with_micromath() {
    let (libm, micromath) = (include_str!("digests/libm.txt"), include_str!("digests/micromath.txt"));
    for loss in ["LogCosh", "SigmoidCrossEntropy", "SigmoidFocal", "BradleyTerry", "Kto", "SigmoidTversky"] {
        let line = |pinned: &'static str| pinned.lines().find(|line| line[17..] == *loss);
        assert!(line(libm).is_some() && line(libm) == line(micromath), "{loss}");
    }
}
