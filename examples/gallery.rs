//! Draws what the losses look like, and what their digits are worth.
//!
//! `cargo run --example gallery`
//!
//! Writes SVG pictures into `examples/gallery`, named after the losses whose documentation shows them. Each has the value on the
//! left and the gradient on the right, in several settings of the loss's parameter; dots mark the gradient at a kink. Two more
//! compare relative errors with those of textbook forms. `tests/gallery.rs` fails while a picture there is not what this draws.

#[path = "gallery/accuracy.rs"]
mod accuracy;
#[path = "gallery/losses.rs"]
mod losses;
#[path = "gallery/plot.rs"]
mod plot;

/// Every picture: its name, which is that of a file without ending, and its SVG.
pub(crate) fn pictures() -> Vec<(&'static str, String)> {
    [losses::pictures(), accuracy::pictures()].concat()
}

/// What stands for the README's pictures on its page in the documentation, where no other file can be shown: the same references, which
/// win because they come first, to the pictures themselves.
pub(crate) fn references(pictures: &[(&str, String)]) -> String {
    let readme = include_str!("../README.md");
    let mut references = String::new();
    for (name, svg) in pictures {
        if readme.contains(&format!("[{name}]: examples/gallery/{name}.svg")) {
            references += &format!("[{name}]: data:image/svg+xml,");
            for c in svg.chars() {
                match c {
                    'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' | '/' | ':' | '=' | ',' | ';' => {
                        references.push(c)
                    }
                    _ => {
                        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                            references += &format!("%{byte:02X}");
                        }
                    }
                }
            }
            references.push('\n');
        }
    }
    references
}

/// The folder that pictures are in.
pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery");

pub(crate) fn main() -> std::io::Result<()> {
    let pictures = pictures();
    for (name, svg) in &pictures {
        std::fs::write(format!("{FOLDER}/{name}.svg"), svg)?;
    }
    std::fs::write(format!("{FOLDER}/references.md"), references(&pictures))?;
    println!("{} pictures in examples/gallery", pictures.len());
    Ok(())
}
