//! `src/faces.rs`.

use crate::face::Face;
use crate::losses::{CHOICES, Losses};

const HEAD: &str = "//! The faces of losses and functions. `cargo run --example generate` writes this file; the header documents them.
#![allow(missing_docs, reason = \"the header documents them\")]
#![allow(clippy::too_many_arguments, reason = \"C has no slices\")]
#![allow(clippy::unnecessary_wraps, reason = \"losses without parameters have the form of the others\")]

use crate::memory::{self, Batch, Span, check, fits, read, status, write};
use crate::status::{Code, Refusal};
use crate::target::{Action, EpisodeEnd, Estimate, FromC, Verdict};
use crate::{Reduction, refused};
use core::ptr::{NonNull, null};
use microloss::*;

";

/// Writes the file.
pub fn file(losses: &Losses, functions: &[Face], penalties: &[Face]) -> String {
    // The crate has these names too: those of C are meant.
    let mut text = HEAD.replace("use microloss::*;", &format!("use microloss::{{{}}};", imports(losses)));
    for choice in CHOICES {
        text += &format!(
            "fn choose_{}(code: u32) -> Option<{}> {{\n    match code {{\n",
            choice.name, choice.rust
        );
        for (i, variant) in choice.variants.iter().enumerate() {
            text += &format!("        {i} => Some({}::{variant}),\n", choice.rust);
        }
        text += "        _ => None,\n    }\n}\n\n";
    }
    text += &losses.items;
    for face in losses.faces.iter().filter(|face| !face.body.is_empty()) {
        text += &function(
            face,
            "    // SAFETY: the caller's promise, at the top of the header.\n    unsafe { ",
            " }\n",
        );
    }
    for face in functions.iter().chain(penalties).filter(|face| !face.body.is_empty()) {
        text += &function(face, "    ", "\n");
    }
    text.trim_end().to_string() + "\n"
}

fn imports(losses: &Losses) -> String {
    let mut names: Vec<&str> = losses.names.clone();
    names.extend(CHOICES.iter().map(|choice| choice.rust));
    names.extend(["ElasticNet", "L1", "L2", "Penalty"]);
    names.sort_unstable();
    names.join(", ")
}

fn function(face: &Face, before: &str, after: &str) -> String {
    let arguments: Vec<_> =
        face.arguments.iter().map(|argument| format!("{}: {}", argument.name, argument.rust())).collect();
    let result = if face.returns_number { "f32" } else { "i32" };
    let no_pointers = face.arguments.iter().all(|argument| !argument.is_pointer());
    let safety = if no_pointers { "" } else { "unsafe " };
    format!(
        "#[unsafe(no_mangle)]\npub {safety}extern \"C\" fn microloss_{}({}) -> {result} {{\n{before}{}{after}}}\n\n",
        face.name,
        arguments.join(", "),
        face.body
    )
}
