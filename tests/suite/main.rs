//! The suite: every public loss against an f64 reference that shares no code with it.
//!
//! `families` lists the losses, each with its reference and its budget; the other modules examine whatever is listed, and
//! `inventory` fails when something public is not. `cargo test --test suite -- --nocapture precision` prints the table.

mod between;
mod boxes;
mod constructors;
mod contract_classes;
mod contract_distributions;
mod contract_pairs;
mod contract_scalar;
mod corners;
mod curvature;
mod decision;
mod diagnostics;
mod draw;
mod energy;
mod extremes;
mod families;
mod generative;
mod gradients;
mod guide;
mod hard;
mod info_nce;
mod information;
mod inventory;
mod laws;
mod likelihood;
mod line;
mod metric;
mod mining;
mod named;
mod peers;
mod policy;
mod precision;
mod preference;
mod sampling;
mod seam;
mod shapes;
mod subject;
mod sums;
mod weights;
mod wrappers;
