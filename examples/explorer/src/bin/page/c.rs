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

/// An argument as the call writes it; `{name}` stands for a number of the setting.
fn argument(entry: &Entry, name: &str) -> String {
    match name {
        "options" => "&options",
        "count" | "rows" => "1",
        "classes" | "dimension" | "levels" | "pixels" => "2",
        "predictions" | "targets" | "gradient" => name,
        "labels" => "targets",
        "reduction" => "microloss_mean()",
        "value" => "&value",
        "taus" => "(const float[]){0.1f, 0.9f}",
        "costs" => "(const float[]){0.0f, 1.0f, 5.0f, 0.0f}",
        // Dice is the loss with equal weights.
        "alpha" | "beta" if entry.new == "dice" => "0.5f",
        _ if entry.parameters.iter().any(|(parameter, _)| *parameter == name) => {
            return format!("{{{name}}}");
        }
        _ => panic!("{}: an argument `{name}` needs a line here", entry.name),
    }
    .into()
}

/// Parts of the call; null if the library has no such function.
pub fn call(entry: &Entry) -> String {
    let name = format!("microloss_{}", snake(entry.name));
    // A function of the same name that is no loss reduces nothing.
    let is_loss = |arguments: &Vec<(&str, &str)>| arguments.iter().any(|(_, name)| *name == "reduction");
    let Some(plain) = arguments(&name).filter(is_loss) else { return "null".into() };
    let targets = plain.iter().find(|(_, name)| ["targets", "labels"].contains(name));
    // An array that only the longer function takes is optional.
    let is_optional = |kind: &str, name: &str| {
        kind.starts_with("const") && name != "options" && !plain.iter().any(|(_, plain)| *plain == name)
    };
    let written = |arguments: &[(&str, &str)]| {
        array(arguments.iter().map(|(kind, name)| {
            text(&if is_optional(kind, name) { "NULL".into() } else { argument(entry, name) })
        }))
    };
    let with =
        arguments(&format!("{name}_with")).filter(|with| with.iter().any(|(_, name)| *name == "options"));
    object([
        ("function", text(&name)),
        ("arguments", written(&plain)),
        ("with", with.map_or("null".into(), |with| written(&with))),
        ("width", row(entry).split(',').count().to_string()),
        ("target", targets.map_or("null".into(), |(kind, _)| text(element(kind)))),
    ])
}
