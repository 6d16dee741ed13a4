//! Pictures of the losses, and of the digits that are right.
//!
//! A picture has the name of the loss whose page shows it. It has the value on the left and the gradient on the right, in several
//! settings of the loss's parameter; dots mark the gradient at a kink, the point where it jumps. Two more compare relative errors
//! with those of textbook forms.

#[path = "../gallery/accuracy.rs"]
mod accuracy;
#[path = "../gallery/losses.rs"]
pub(crate) mod losses;
#[path = "../gallery/plot.rs"]
mod plot;
#[path = "../gallery/setting.rs"]
mod setting;

use super::Files;

/// Folder of the pictures.
pub(crate) const FOLDER: &str = "examples/gallery";

/// Every picture: its name and its SVG.
pub(crate) fn pictures() -> Vec<(&'static str, String)> {
    [losses::pictures(), accuracy::pictures()].concat()
}

/// The pictures as files, and the README's references to them if `src/lib.rs` shows those.
pub(crate) fn files() -> Files {
    let pictures = pictures();
    let mut files: Files =
        pictures.iter().map(|(name, svg)| (format!("{FOLDER}/{name}.svg"), svg.clone())).collect();
    if include_str!("../../src/lib.rs").contains("gallery/references.md") {
        files.push((format!("{FOLDER}/references.md"), references(&pictures)));
    }
    files
}

/// References to the README's pictures for its page in the documentation, which cannot show other files: they hold the pictures
/// themselves. Rustdoc takes the first definition of a link, so they stand before the README's.
fn references(pictures: &[(&str, String)]) -> String {
    let readme = include_str!("../../README.md");
    let is_shown = |name: &str| readme.contains(&format!("[{name}]: {FOLDER}/{name}.svg"));
    let plain = |c: u8| c.is_ascii_alphanumeric() || b"-./:=,;".contains(&c);
    let escaped = |c| if plain(c) { char::from(c).to_string() } else { format!("%{c:02X}") };
    pictures
        .iter()
        .filter(|(name, _)| is_shown(name))
        .map(|(name, svg)| {
            format!("[{name}]: data:image/svg+xml,{}\n", svg.bytes().map(escaped).collect::<String>())
        })
        .collect()
}
