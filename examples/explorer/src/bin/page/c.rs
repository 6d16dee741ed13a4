//! The call in C, from the header of the static library.

use crate::json::{array, object, text};
use crate::sliders::row;
use microloss_explorer::losses::Entry;

const HEADER: &str = include_str!("../../../../c_firmware/include/microloss.h");

/// The name in C: words with underscores.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// The arguments of a function, type and name apart, if the header has it.
fn arguments(function: &str) -> Option<Vec<(&'static str, &'static str)>> {
    let head = format!("microloss_status {function}(");
    let start = HEADER.find(&head)? + head.len();
    let end = start + HEADER[start..].find(')')?;
    HEADER[start..end].split(',').map(str::trim).map(|argument| argument.rsplit_once([' ', '*'])).collect()
}

/// The type of an argument's elements, without `const` and `*`.
fn element(kind: &str) -> &str {
    kind.trim_start_matches("const ").trim_end_matches([' ', '*'])
}

/// Parts of the call; null if the library has no such function.
pub fn call(entry: &Entry) -> String {
    let name = format!("microloss_{}", snake(entry.name));
    let Some(plain) = arguments(&name) else { return "null".into() };
    let targets = plain.iter().find(|(_, name)| ["targets", "labels"].contains(name));
    let names = |arguments: &[(&str, &str)]| array(arguments.iter().map(|(_, name)| text(name)));
    let with =
        arguments(&format!("{name}_with")).filter(|with| with.iter().any(|(_, name)| *name == "options"));
    object([
        ("function", text(&name)),
        ("arguments", names(&plain)),
        ("with", with.map_or("null".into(), |with| names(&with))),
        ("width", row(entry).replace("{x + 2}", "x").split(',').count().to_string()),
        ("target", targets.map_or("null".into(), |(kind, _)| text(element(kind)))),
    ])
}
