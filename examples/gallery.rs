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

/// The folder that pictures are in.
pub(crate) const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/gallery");

pub(crate) fn main() -> std::io::Result<()> {
    let pictures = pictures();
    for (name, svg) in &pictures {
        std::fs::write(format!("{FOLDER}/{name}.svg"), svg)?;
    }
    println!("{} pictures in examples/gallery", pictures.len());
    Ok(())
}
