//! Generated files are what `cargo run --release --example refresh` writes.
//!
//! Those that need more than rustup are not computed here. Other tests look at what they list: `suite/hard.rs` at the hard cases,
//! `suite/inventory.rs` at the public API, `digests.rs` at the bits of a back end.
#![cfg(not(any(feature = "micromath", feature = "exact", feature = "branchless")))]

#[path = "../examples/refresh.rs"]
#[expect(dead_code, reason = "`main` writes the files, which are only compared here")]
mod refresh;

use microloss::LossKind;
use refresh::pictures::{FOLDER, losses::typical_pictures, pictures};
use refresh::{ROOT, pages::sources};
use std::collections::BTreeSet;
use std::{fs, path::Path};

/// Fails if a file is not what a part of `refresh` writes.
fn assert_fresh(is_fresh: bool, path: &str, part: &str) {
    assert!(is_fresh, "{path} is stale: run `cargo run --release --example refresh {part}`");
}

#[test]
fn no_file_is_stale() {
    for (part, files) in
        [("pictures", refresh::pictures::files()), ("pages", refresh::pages::files().unwrap())]
    {
        for (path, content) in files {
            let found = fs::read_to_string(Path::new(ROOT).join(&path));
            assert_fresh(found.is_ok_and(|found| found == content), &path, part);
        }
    }
}

#[test]
fn every_file_of_the_gallery_is_drawn() {
    let drawn: BTreeSet<String> = refresh::pictures::files().into_iter().map(|(path, _)| path).collect();
    for file in fs::read_dir(Path::new(ROOT).join(FOLDER)).unwrap() {
        let path = format!("{FOLDER}/{}", file.unwrap().file_name().into_string().unwrap());
        assert!(path.ends_with(".rs") || drawn.contains(&path), "nothing draws {path}: delete it");
    }
}

/// The names in a list of digests.
fn losses_of(digests: &str) -> Vec<&str> {
    digests.lines().filter_map(|line| Some(line.split_once(' ')?.1)).collect()
}

#[test]
fn every_back_end_has_digests_of_the_same_losses() {
    let libm = losses_of(include_str!("digests/libm.txt"));
    assert_fresh(
        losses_of(include_str!("digests/micromath.txt")) == libm,
        "tests/digests/micromath.txt",
        "digests",
    );
    assert_fresh(
        losses_of(include_str!("digests/branchless.txt")) == libm,
        "tests/digests/branchless.txt",
        "digests",
    );
    assert_fresh(losses_of(include_str!("digests/exact.txt")) == libm, "tests/digests/exact.txt", "digests");
}

#[test]
fn every_digest_has_its_measurements() {
    let table = include_str!("../examples/firmware/README.md");
    let measured: Vec<&str> = table
        .lines()
        .filter(|line| line.matches(" | ").count() == 11 && !line.starts_with("| |"))
        .filter_map(|line| line.split(" | ").next()?.strip_prefix("| "))
        .filter(|name| *name != "loss")
        .collect();
    let mut losses = losses_of(include_str!("digests/libm.txt"));
    // Two pass their rows on to others; a comma names a setting that is only digested.
    losses.retain(|name| !["math", "Elbo", "SequenceLogProbability"].contains(name) && !name.contains(','));
    assert_fresh(measured == losses, "examples/firmware/README.md", "resources");
}

#[test]
fn every_picture_is_shown() {
    let source = sources(&Path::new(ROOT).join("src")).unwrap();
    let is_shown = |name: &str| source.contains(&format!("picture!({name})]"));
    let unshown: Vec<_> =
        pictures().into_iter().map(|(name, _)| name).filter(|name| !is_shown(name)).collect();
    assert_eq!(
        unshown,
        ["regression"],
        "only the README shows that one: write `#[doc = picture!(…)]` for the others"
    );
}

#[test]
fn every_elementwise_loss_has_a_typical_picture() {
    let source = sources(&Path::new(ROOT).join("src")).unwrap();
    let pictures: BTreeSet<&str> = typical_pictures().into_iter().map(|(name, _)| name).collect();
    for kind in LossKind::ALL {
        let is_elementwise = source.contains(&format!("impl Elementwise for {} {{", kind.name()));
        assert_eq!(is_elementwise, pictures.contains(kind.name()), "{}: the registry's kind", kind.name());
    }
}

/// The parts of all pictures, each with its name.
fn parts() -> impl Iterator<Item = (&'static str, String)> {
    let all = [pictures(), typical_pictures()].concat();
    all.into_iter().flat_map(|(name, parts)| parts.into_iter().map(move |svg| (name, svg)))
}

/// Every colour of a curve has a contrast of 3 or more to a white page and to a black one.
#[test]
fn every_curve_shows_on_white_and_on_black() {
    let linear = |hex: &str| {
        let part = f64::from(u8::from_str_radix(hex, 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    for (name, svg) in parts() {
        for colour in svg.lines().skip(1).flat_map(|line| line.split("=\"#").skip(1).map(|rest| &rest[..6])) {
            // The card of an image of its own.
            if colour.starts_with("fff\"") {
                continue;
            }
            let parts = [&colour[..2], &colour[2..4], &colour[4..]].map(linear);
            let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            assert!((0.1..=0.3).contains(&luminance), "{name}: #{colour} has luminance {luminance}");
        }
    }
}

/// Text has 14 pixels on a phone 390 pixels wide, and the contrast of the page's own text, or that of dark grey on a white card.
#[test]
fn every_text_can_be_read() {
    for (name, svg) in parts() {
        let (root, rest) = svg.split_once('\n').unwrap();
        let number = |key: &str| -> f64 {
            root.split_once(&format!(" {key}=\"")).unwrap().1.split('"').next().unwrap().parse().unwrap()
        };
        let units: f64 =
            root.split_once("viewBox=\"0 0 ").unwrap().1.split(' ').next().unwrap().parse().unwrap();
        let scale = number("width").min(358.0) / units;
        assert!(scale * number("font-size") >= 14.0, "{name}: {root}");
        let is_card =
            root.contains("fill=\"#333\"") && rest.starts_with("<rect width=\"100%\" height=\"100%\"");
        assert!(is_card || root.contains("fill=\"currentColor\""), "{name}: {root}");
        for text in rest.lines().filter(|line| line.starts_with("<text")) {
            assert!(!text.contains("fill=") && !text.contains("font-size="), "{name}: {text}");
        }
    }
}
