//! Facts from the crate's own files: the decision tree, the summaries of losses, and their measured cost.

use crate::json::{array, object, text};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The decision tree of `src/guide.rs`: branches, and their leaves.
pub fn tree() -> String {
    let guide = read("src/guide.rs");
    let mut branches: Vec<(String, Vec<String>)> = Vec::new();
    for line in guide.lines() {
        if let Some(branch) = line.strip_prefix("//! * **") {
            branches.push((branch.replace("**", ""), Vec::new()));
        } else if let Some((leaf, rest)) =
            line.strip_prefix("//!   * ").and_then(|leaf| leaf.split_once(" → [`"))
        {
            let loss = rest.split('`').next().unwrap_or_default();
            let (_, leaves) = branches.last_mut().expect("a leaf grows on a branch");
            leaves.push(object([("if", text(leaf)), ("loss", text(loss))]));
        }
    }
    assert!(
        branches.len() > 3 && branches.iter().all(|(_, leaves)| !leaves.is_empty()),
        "the tree of the guide"
    );
    array(
        branches.into_iter().map(|(name, leaves)| object([("name", text(&name)), ("leaves", array(leaves))])),
    )
}

/// All Rust files below a folder.
fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The summary of a loss's page, without links.
pub fn summary(loss: &str) -> String {
    let mut files = Vec::new();
    rust_files(&root().join("src"), &mut files);
    for file in files {
        let source = fs::read_to_string(file).unwrap();
        let lines: Vec<&str> = source.lines().collect();
        let head = format!("pub struct {loss}");
        let is_head = |line: &&str| {
            line.trim_start().strip_prefix(&head).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let Some(at) = lines.iter().position(is_head) else { continue };
        let above = lines[..at].iter().rposition(|line| line.trim().is_empty());
        let summary: Vec<&str> = lines[above.map_or(0, |above| above + 1)..at]
            .iter()
            .skip_while(|line| !line.trim_start().starts_with("/// "))
            .map_while(|line| line.trim_start().strip_prefix("/// "))
            .collect();
        return plain(&summary.join(" "));
    }
    panic!("no struct {loss}")
}

/// Markdown without links and code marks.
fn plain(markdown: &str) -> String {
    let mut text = markdown.replace("[`", "").replace("`](", "](").replace("`]", "");
    while let Some(open) = text.find("](") {
        let close = text[open..].find(')').map_or(text.len(), |close| open + close + 1);
        text.replace_range(open..close, "");
    }
    text.replace('`', "")
}

/// The measured cost of a loss, from the firmware's table; null before it is measured.
pub fn cost(loss: &str) -> String {
    let table = read("examples/firmware/README.md");
    let row = table.lines().find_map(|line| line.strip_prefix(&format!("| {loss} |")));
    let Some(row) = row else { return "null".into() };
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    let core = |flash: usize, stack: usize, instructions: usize| {
        object([
            ("flash", cells[flash].into()),
            ("stack", cells[stack].into()),
            ("instructions", cells[instructions].into()),
        ])
    };
    object([("Cortex-M4F", core(1, 2, 4)), ("Cortex-M0", core(6, 7, 9))])
}
