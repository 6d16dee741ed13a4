//! Measurements and pictures that the pages of losses show, and the guide's table of all losses.

use super::{Files, ROOT, pictures};
use microloss::{GradientBound, LossKind, Properties};
use std::collections::BTreeMap;
use std::{fs, io, path::Path};

/// Figures of a loss, as the measured table writes them.
struct Cost {
    instructions: [f64; 2],
    flash: [String; 2],
    stack: [String; 2],
}

/// Figures of every loss, on a Cortex-M4F and a Cortex-M0, from the table that `examples/firmware/resources.sh` writes.
fn costs() -> io::Result<Vec<(String, Cost)>> {
    let table = fs::read_to_string(Path::new(ROOT).join("examples/firmware/README.md"))?;
    let cost = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, name, _, flash, stack, _, instructions, _, flash_m0, stack_m0, _, instructions_m0, _, _] =
            cells[..]
        else {
            return None;
        };
        let cost = Cost {
            instructions: [instructions.parse().ok()?, instructions_m0.parse().ok()?],
            flash: [flash.into(), flash_m0.into()],
            stack: [stack.into(), stack_m0.into()],
        };
        // Variants such as `Triplet (squared)` have no page.
        (!name.contains(' ')).then(|| (name.to_string(), cost))
    };
    Ok(table.lines().filter_map(cost).collect())
}

/// `src/generated/cost.rs`: the costs.
fn cost_macro(costs: &[(String, Cost)]) -> String {
    let mut arms = String::new();
    for (name, Cost { instructions: [m4f, m0], flash, stack }) in costs {
        arms += &format!(
            "    ({name}) => {{
        cost!(@ {m4f:.0}, {m0:.0}, {}, {}, {}, {})
    }};\n",
            flash[0], flash[1], stack[0], stack[1],
        );
    }
    format!(
        "//! Measurements that pages show. `cargo run --release --example refresh pages` writes this file.

/// Cost of a loss, in one sentence. Empty if it has not been measured, so that a new loss compiles.
macro_rules! cost {{
    (@ $m4f:literal, $m0:literal, $flash:literal, $flash_m0:literal, $stack:literal, $stack_m0:literal) => {{
        concat!(
            \"Cost of value and gradient: \", $m4f, \" instructions per element on a Cortex-M4F, \", $m0,
            \" on a Cortex-M0; \", $flash, \" and \", $flash_m0, \" bytes of flash; \",
            $stack, \" and \", $stack_m0, \" bytes of stack.\\n\"
        )
    }};
{arms}    ($loss:ident) => {{
        \"\"
    }};
}}
"
    )
}

/// `src/generated/picture.rs`: the pictures in the tree.
fn picture_macro() -> io::Result<String> {
    let files = fs::read_dir(Path::new(ROOT).join(pictures::FOLDER))?;
    let names: io::Result<Vec<_>> =
        files.map(|file| Ok(file?.file_name().into_string().unwrap_or_default())).collect();
    let mut names = names?;
    names.sort();
    let mut arms = String::new();
    for name in names.iter().filter_map(|name| name.strip_suffix(".svg")) {
        let gradient = format!("{name}_gradient");
        if names.contains(&format!("{gradient}.svg")) {
            arms += &format!("    ({name}) => {{\n        picture!(@ \"{name}\" \"{gradient}\")\n    }};\n");
        } else if !name.ends_with("_gradient") {
            arms += &format!("    ({name}) => {{\n        picture!(@ \"{name}\")\n    }};\n");
        }
    }
    let folder = pictures::FOLDER;
    Ok(format!(
        "//! Pictures that pages show. `cargo run --release --example refresh pages` writes this file.

/// Picture of a loss: its value and its gradient. Empty if there is none, so that a new loss compiles before it is drawn.
macro_rules! picture {{
    // Side by side, or one below the other if the page is narrow.
    (@ $($file:literal)*) => {{
        concat!(
            \"<div style=\\\"display:flex;flex-wrap:wrap;gap:12px 24px\\\">\\n\",
            $(include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{folder}/\", $file, \".svg\")),)*
            \"</div>\"
        )
    }};
{arms}    ($loss:ident) => {{
        \"\"
    }};
}}
"
    ))
}

/// The text of every file below a folder.
pub(crate) fn sources(folder: &Path) -> io::Result<String> {
    let mut text = String::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        text += &if path.is_dir() { sources(&path)? } else { fs::read_to_string(path)? };
    }
    Ok(text)
}

/// The row and the target of a loss, in Markdown: the first two texts of the `card!` on its page.
fn shapes(code: &str, kind: LossKind) -> Option<[String; 2]> {
    let name = kind.name();
    let card = ["elementwise", "rows", "own"].iter().find_map(|form| {
        let rest = code.split_once(&format!("card!({form} {name}"))?.1;
        rest.starts_with([')', ':']).then_some(rest)
    })?;
    if card.starts_with(')') {
        return Some(["`f32`".into(), "`f32`".into()]);
    }
    let mut texts = card.split('"').skip(1).step_by(2);
    let mut next = || Some(linked(texts.next()?).replace("Self::", &format!("crate::{name}::")));
    Some([next()?, next()?])
}

/// The text with a path behind every link that has none: the guide is another module than the loss.
fn linked(text: &str) -> String {
    let mut parts = text.split("[`");
    let mut linked = parts.next().unwrap_or_default().to_string();
    for part in parts {
        linked += "[`";
        match part.split_once("`]") {
            Some((name, rest)) if !rest.starts_with('(') => {
                linked += &format!("{name}`](crate::{}){rest}", name.split('<').next().unwrap_or(name));
            }
            _ => linked += part,
        }
    }
    linked
}

/// `src/guide/losses.md`: all losses by family.
fn table(costs: &[(String, Cost)]) -> io::Result<String> {
    let source = sources(&Path::new(ROOT).join("src"))?;
    // Without comments and the line breaks of rustfmt.
    let code: Vec<&str> = source.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
    let code = code.join(" ").replace("card!( ", "card!(");
    let costs: BTreeMap<&str, &Cost> = costs.iter().map(|(name, cost)| (name.as_str(), cost)).collect();
    let none = || "–".to_string();
    let mut table = "<!-- `cargo run --release --example refresh pages` writes this file. -->
Convex: in the predictions of a row, whatever the parameters. Gradient: what bounds it, element by element. Noise: its
maximum-likelihood loss is this one. Instructions (per element of the prediction) and flash (bytes) are those of value and
gradient, on a Cortex-M4F and a Cortex-M0.
"
    .to_string();
    let mut family = "";
    for kind in LossKind::ALL {
        if family != kind.family() {
            family = kind.family();
            table += &format!(
                "\n### [{family}](crate::{family})\n
| loss | one row | its target | convex | gradient | noise | instructions | flash |
|---|---|---|---|---|---|---|---|\n"
            );
        }
        let Properties { convex, gradient, noise } = kind.properties();
        let [row, target] = shapes(&code, *kind).unwrap_or_else(|| [none(), none()]);
        let gradient = match gradient {
            GradientBound::Unbounded => "unbounded".to_string(),
            GradientBound::Constant(bound) => format!("{bound}"),
            GradientBound::Parameter => "a parameter".to_string(),
        };
        let cost = costs.get(kind.name());
        table += &format!(
            "| [`{name}`](crate::{name}) | {row} | {target} | {} | {gradient} | {} | {} | {} |\n",
            if convex { "yes" } else { "no" },
            noise.unwrap_or("–"),
            cost.map_or_else(none, |Cost { instructions: [m4f, m0], .. }| format!("{m4f:.0}, {m0:.0}")),
            cost.map_or_else(none, |cost| cost.flash.join(", ")),
            name = kind.name(),
        );
    }
    Ok(table)
}

/// `README.md` with the number of losses and the measured rows of its table.
fn readme(costs: &[(String, Cost)]) -> io::Result<String> {
    let text = fs::read_to_string(Path::new(ROOT).join("README.md"))?;
    let count = LossKind::ALL.len();
    let mut lines = Vec::new();
    for line in text.lines() {
        let row = costs.iter().find(|(name, _)| line.trim_start().starts_with(&format!("| {name} | ")));
        lines.push(match row {
            Some((name, Cost { instructions: [m4f, m0], flash, stack })) => format!(
                "   | {name} | {} | {} | {m4f:.1} | {} | {} | {m0:.1} |",
                flash[0], stack[0], flash[1], stack[1],
            ),
            None => ["gradients of ", "**", "[All "]
                .iter()
                .fold(line.to_string(), |line, before| counted(&line, before, count).unwrap_or(line)),
        });
    }
    Ok(lines.join("\n") + "\n")
}

/// The line with `count` for the number behind `before`, if one stands there before " losses" or ", by family".
fn counted(line: &str, before: &str, count: usize) -> Option<String> {
    let (start, rest) = line.split_once(before)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).filter(|end| *end > 0)?;
    let after = &rest[end..];
    (after.starts_with(" losses") || after.starts_with(", by family"))
        .then(|| format!("{start}{before}{count}{after}"))
}

/// The files of `src/generated`, the table of the guide, and the figures of the README.
pub(crate) fn files() -> io::Result<Files> {
    let costs = costs()?;
    Ok(vec![
        ("src/generated/cost.rs".into(), cost_macro(&costs)),
        ("src/generated/picture.rs".into(), picture_macro()?),
        ("src/guide/losses.md".into(), table(&costs)?),
        ("README.md".into(), readme(&costs)?),
    ])
}
