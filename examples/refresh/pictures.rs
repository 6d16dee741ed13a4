//! Pictures of the losses, and of the digits that are right.
//!
//! A picture has the name of the loss whose page shows it: one file has the value, and another the gradient, in several settings of the
//! loss's parameter. A page shows them side by side, or one below the other on a phone. Dots mark the gradient at a kink, the point
//! where it jumps, and rings the place at which a parameter acts. Two more compare relative errors with those of textbook forms.

#[path = "../gallery/accuracy.rs"]
mod accuracy;
#[path = "../gallery/losses.rs"]
pub(crate) mod losses;
#[path = "../gallery/plot.rs"]
mod plot;
#[path = "../gallery/rows.rs"]
mod rows;
#[path = "../gallery/setting.rs"]
mod setting;

use super::Files;
use setting::Picture;

/// Folder of the pictures.
pub(crate) const FOLDER: &str = "examples/gallery";

/// Every picture: its name, and the SVG of its parts.
pub(crate) fn pictures() -> Vec<Picture> {
    [losses::pictures(), accuracy::pictures()].concat()
}

/// The pictures as files: the second part is the gradient.
pub(crate) fn files() -> Files {
    let named = |(name, parts): Picture| -> Files {
        ["", "_gradient"]
            .iter()
            .zip(parts)
            .map(|(part, svg)| (format!("{FOLDER}/{name}{part}.svg"), svg))
            .collect()
    };
    pictures().into_iter().flat_map(named).collect()
}
