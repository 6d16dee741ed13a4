//! Words and names from the crate's sources.

use std::path::Path;
use std::{fs, io};

/// The crate's sources and its list of public items.
pub struct Source {
    /// All files of `src`.
    text: String,
    /// The code of these files on one line, without comments.
    flat: String,
    /// `tests/public_api.txt`.
    api: String,
}

fn files(folder: &Path, text: &mut String) -> io::Result<()> {
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, text)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            *text += &fs::read_to_string(path)?;
            text.push('\n');
        }
    }
    Ok(())
}

/// Returns the text without the links of rustdoc, and with C's names for Rust's.
pub fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        plain += before;
        match after.split_once(']') {
            // A link has a name in backticks, or an address behind it.
            Some((name, behind)) if name.starts_with('`') || behind.starts_with('(') => {
                plain += name;
                rest = match behind.strip_prefix('(').and_then(|address| address.split_once(')')) {
                    Some((_, behind)) => behind,
                    None => behind,
                };
            }
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain += rest;
    for (rust, c) in [
        ("`f32`: ", ""),
        ("`f32`, ", ""),
        ("`[f32; 2]`: ", ""),
        ("`[f32; 2]`, ", ""),
        ("`[u32; 2]`: ", ""),
        ("`f32`", "a number"),
        ("empty slice", "empty array"),
        ("**", ""),
        ("`", ""),
    ] {
        plain = plain.replace(rust, c);
    }
    plain
}

impl Source {
    /// Reads the sources of the crate in this folder.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut text = String::new();
        files(&root.join("src"), &mut text)?;
        let code: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect();
        let flat = code.join(" ").replace("( ", "(").replace(", )", ")");
        Ok(Self { text, flat, api: fs::read_to_string(root.join("tests/public_api.txt"))? })
    }

    /// Returns the first paragraph of the documentation above the first line that starts so, behind `after`.
    pub fn summary(&self, after: &str, start: &str) -> String {
        let from = self.text.find(after).unwrap_or_else(|| panic!("no `{after}` in src"));
        let lines: Vec<&str> = self.text[from..].lines().map(str::trim).collect();
        let starts = |line: &&str| {
            line.strip_prefix(start)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        let at = lines.iter().position(starts).unwrap_or_else(|| panic!("no `{start}` behind `{after}`"));
        let block = lines[..at].iter().rposition(|line| {
            line.is_empty() || line.starts_with("option!") || line.starts_with("constructor!")
        });
        let paragraph: Vec<&str> = lines[block.map_or(0, |block| block + 1)..at]
            .iter()
            .map_while(|line| line.strip_prefix("/// "))
            .collect();
        assert!(!paragraph.is_empty(), "no documentation above `{start}`");
        plain(&paragraph.join(" "))
    }

    /// Returns the first paragraph of the documentation of a public function.
    pub fn function(&self, name: &str) -> String {
        let starts = [format!("pub fn {name}"), format!("pub const fn {name}")];
        let start = starts
            .iter()
            .find(|start| ["(", "<"].iter().any(|after| self.text.contains(&format!("\n{start}{after}"))));
        self.summary("", start.unwrap_or_else(|| panic!("no function {name} in src")))
    }

    /// Returns the words of the domain that a public function checks a number for, if it does so itself.
    pub fn checked(&self, function: &str, number: &str) -> Option<&str> {
        let start = [format!("pub fn {function}("), format!("pub const fn {function}(")]
            .iter()
            .find_map(|start| self.text.find(start.as_str()))?;
        let body = self.text[start..].split_once("\n}\n")?.0;
        let (_, rest) = body.split_once(&format!("check!({number}: "))?;
        Some(self.words(rest.split_once(')')?.0))
    }

    /// Returns the words of a domain.
    fn words(&self, domain: &str) -> &str {
        let line = format!(" {}: \"", domain.trim());
        let words = self.flat.split_once(&line).and_then(|(_, rest)| rest.split_once('"'));
        words.unwrap_or_else(|| panic!("no domain {domain}")).0
    }

    /// Returns the words of a row and of its target, from the `card!` of the loss.
    pub fn shapes(&self, name: &str) -> [String; 2] {
        let card = ["elementwise", "rows"].iter().find_map(|form| {
            let rest = self.flat.split_once(&format!("card!({form} {name}"))?.1;
            rest.starts_with([')', ':']).then_some(rest)
        });
        let Some(card) = card.filter(|card| card.starts_with(':')) else {
            return ["a number".into(), "the true number".into()];
        };
        let mut texts = card.split('"').skip(1).step_by(2);
        [plain(texts.next().unwrap_or_default()), plain(texts.next().unwrap_or_default())]
    }

    /// Returns the words of the domains of a constructor's or an option's parameters.
    pub fn domains(&self, loss: &str, method: &str) -> Vec<String> {
        let Some((_, rest)) = self.flat.split_once(&format!(" {loss}: {method} / try_{}(", method)) else {
            return Vec::new();
        };
        let parameters = rest.trim_start().split_once(')').map_or("", |(parameters, _)| parameters);
        let named = parameters.split(",").filter_map(|parameter| parameter.split_once(": "));
        named.map(|(_, domain)| self.words(domain).to_string()).collect()
    }

    /// Returns the options of a loss, by name: methods that take it and return it.
    pub fn options(&self, loss: &str) -> Vec<String> {
        let start = format!("pub const fn microloss::{loss}::");
        let method = |line: &str| {
            let (name, rest) = line.strip_prefix(&start)?.split_once('(')?;
            (rest.starts_with("self") && !name.starts_with("try_")).then(|| name.to_string())
        };
        self.api.lines().filter_map(method).collect()
    }

    /// Returns the names of all public functions that are no methods.
    pub fn functions(&self) -> Vec<String> {
        let name = |line: &str| {
            let line = line.strip_prefix("pub ")?;
            let path = line.strip_prefix("const ").unwrap_or(line).strip_prefix("fn microloss::")?;
            let path = &path[..path.find(['(', '<'])?];
            let small = path.split("::").all(|part| part.starts_with(|c: char| c.is_lowercase()));
            small.then(|| path.rsplit("::").next().unwrap_or(path).to_string())
        };
        let mut names: Vec<String> = self.api.lines().filter_map(name).collect();
        names.sort();
        names.dedup();
        names
    }
}
