//! Measurements and pictures that pages show, as macros that are empty for a loss that has none yet.

#[macro_use]
mod cost;
#[macro_use]
mod picture;
