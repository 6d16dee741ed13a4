//! The pictures are what the gallery draws, and every elementwise loss shows its own.
#![cfg(not(any(feature = "micromath", feature = "branchless")))]

#[path = "../examples/gallery.rs"]
#[expect(dead_code, reason = "`main` writes the pictures, which are here only compared")]
mod gallery;

use std::collections::BTreeSet;
use std::{fs, path::Path};

#[test]
fn no_picture_is_stale() {
    let pictures = gallery::pictures();
    let expected: Vec<(String, String)> =
        pictures.into_iter().map(|(name, svg)| (format!("{name}.svg"), svg)).collect();
    for (name, content) in &expected {
        let found = fs::read_to_string(Path::new(gallery::FOLDER).join(name)).unwrap_or_default();
        assert!(found == *content, "{name} is stale: `cargo run --example gallery` draws it anew");
    }
    let files =
        fs::read_dir(gallery::FOLDER).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| !name.ends_with(".rs")).collect();
    assert_eq!(files, expected.into_iter().map(|(name, _)| name).collect());
}

/// The text of every file below a folder.
fn sources(folder: &Path) -> String {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| if path.is_dir() { sources(&path) } else { fs::read_to_string(path).unwrap() })
        .collect()
}

#[test]
fn every_elementwise_loss_shows_its_picture() {
    let source = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let losses: BTreeSet<&str> = source
        .lines()
        .filter_map(|line| line.strip_prefix("impl Elementwise for "))
        .map(|rest| rest.trim_end_matches(" {"))
        .collect();
    assert!(losses.len() >= 17, "the losses were not found: {losses:?}");
    let pictures: BTreeSet<&str> = gallery::pictures().into_iter().map(|(name, _)| name).collect();
    let missing: Vec<_> = losses.difference(&pictures).collect();
    assert!(missing.is_empty(), "no picture: {missing:?}");
    let shown = |name: &&&str| {
        [format!("examples/gallery/{name}.svg\")]"), format!("picture!({name})]")]
            .iter()
            .any(|line| source.contains(line))
    };
    let unshown: Vec<_> = pictures.iter().filter(|name| !shown(name)).collect();
    assert!(unshown.is_empty(), "no page shows: {unshown:?}");
}

/// Shown where a page is white, and where it is black: every colour has a contrast of 3 to both.
#[test]
fn every_colour_shows_on_white_and_on_black() {
    let linear = |hex: &str| {
        let part = f64::from(u8::from_str_radix(hex, 16).unwrap()) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    for (name, svg) in gallery::pictures() {
        for colour in svg.split("=\"#").skip(1).map(|rest| &rest[..6]) {
            let parts = [&colour[..2], &colour[2..4], &colour[4..]].map(linear);
            let luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            assert!((0.1..=0.3).contains(&luminance), "{name}: #{colour} has luminance {luminance}");
        }
    }
}
