//! The bits of every loss are those in the tree, so that a change is seen in review.
//!
//! If the change is meant, `cargo run --release --example refresh digests` writes the new ones.

#[path = "../examples/digest/losses.rs"]
mod losses;

use microloss::LossKind;
use std::collections::BTreeMap;

#[cfg(not(any(feature = "micromath", feature = "exact", feature = "branchless")))]
const PINNED: &str = include_str!("digests/libm.txt");
#[cfg(all(feature = "micromath", not(any(feature = "exact", feature = "branchless"))))]
const PINNED: &str = include_str!("digests/micromath.txt");
#[cfg(all(feature = "exact", not(feature = "branchless")))]
const PINNED: &str = include_str!("digests/exact.txt");
#[cfg(feature = "branchless")]
const PINNED: &str = include_str!("digests/branchless.txt");

/// Digests by name, as pinned and as computed.
fn digests() -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let pinned = PINNED.lines().map(|line| (line[17..].to_string(), line[..16].to_string())).collect();
    let mut computed = BTreeMap::new();
    losses::digests(|name, digest| {
        computed.insert(name.to_string(), format!("{digest:016X}"));
    });
    (pinned, computed)
}

#[test]
fn every_loss_has_its_bits() {
    let (pinned, computed) = digests();
    // A loss that is pinned, but not computed, fails the next test.
    let is_loss = |name: &str| LossKind::ALL.iter().any(|kind| kind.name() == name);
    let gone = pinned.keys().filter(|name| !computed.contains_key(*name) && !is_loss(name));
    let differing = computed.keys().filter(|name| pinned.get(*name) != computed.get(*name)).chain(gone);
    let differing: Vec<String> = differing
        .map(|name| format!("{name}: pinned {:?}, computed {:?}", pinned.get(name), computed.get(name)))
        .collect();
    assert!(
        differing.is_empty(),
        "{differing:#?}\nif this is meant: cargo run --release --example refresh digests"
    );
}

#[test]
fn every_loss_has_a_digest() {
    let (_, computed) = digests();
    let names = LossKind::ALL.iter().map(|kind| kind.name());
    let missing: Vec<&str> = names.filter(|name| !computed.contains_key(*name)).collect();
    assert!(missing.is_empty(), "no digest in examples/digest/losses.rs: {missing:?}");
}

/// With `micromath` and `exact`, sigmoid, softplus and log-cosh are computed as with libm: losses made of nothing else have libm's bits.
#[test]
fn losses_of_a_sigmoid_have_the_same_bits_with_micromath_and_exact() {
    let libm = include_str!("digests/libm.txt");
    let others = [include_str!("digests/micromath.txt"), include_str!("digests/exact.txt")];
    for loss in ["LogCosh", "SigmoidCrossEntropy", "SigmoidFocal", "BradleyTerry", "Kto", "SigmoidTversky"] {
        let line = |pinned: &'static str| pinned.lines().find(|line| line[17..] == *loss);
        assert!(line(libm).is_some() && others.iter().all(|other| line(libm) == line(other)), "{loss}");
    }
}
