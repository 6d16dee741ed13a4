//! The examples are listed, and use most of what is public.

use std::collections::BTreeSet;
use std::{fs, path::Path};

/// Programs that work on the crate itself.
const TOOLS: [&str; 2] = ["refresh", "digest"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The Rust files in a folder, by name without the ending.
fn rust_files(folder: &str) -> BTreeSet<String> {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter_map(|name| name.strip_suffix(".rs").map(str::to_string)).collect()
}

/// The rows of a table of examples: the name, and the rest.
fn rows(page: &str) -> Vec<(String, String)> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| [`")?.split_once("`]("));
    let rows = rows.filter_map(|(name, rest)| Some((name, rest.split_once(".rs) | ")?.1)));
    rows.map(|(name, rest)| (name.to_string(), rest.to_string())).collect()
}

#[test]
fn every_example_is_listed() {
    let all = rows(&read("examples/README.md"));
    let listed: BTreeSet<String> = all.iter().map(|row| row.0.clone()).collect();
    let mut files = rust_files("examples");
    for tool in TOOLS {
        assert!(files.remove(tool), "{tool}");
    }
    assert_eq!(listed, files, "rows of examples/README.md, and files");
    let shown = rows(&read("README.md"));
    assert!(shown.len() >= 10, "the table of README.md was not read");
    for row in shown {
        assert!(all.contains(&row), "README.md and examples/README.md differ: {row:?}");
    }
}

/// The lines of pages that say how to run an example.
#[test]
fn every_example_that_a_page_names_exists() {
    fn files(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { files(&path, found) } else { found.push(fs::read_to_string(path).unwrap()) }
        }
    }
    let (examples, mut sources) = (rust_files("examples"), Vec::new());
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    let calls = sources.iter().flat_map(|source| source.split("--example ").skip(1));
    let named: BTreeSet<&str> =
        calls.map(|call| call.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()).collect();
    let missing: Vec<_> = named.iter().filter(|name| !examples.contains(**name)).collect();
    assert!(named.len() > 10 && missing.is_empty(), "{missing:?} of {named:?}");
}

/// The public names that are not modules.
fn public_names() -> BTreeSet<String> {
    let api = read("tests/public_api.txt");
    let items = api.lines().filter_map(|line| {
        let item = line.strip_prefix("#[non_exhaustive] ").unwrap_or(line).strip_prefix("pub ")?;
        let kinds = ["const fn ", "fn ", "struct ", "enum ", "trait ", "const "];
        let path = kinds.iter().find_map(|kind| item.strip_prefix(kind))?;
        let path = path.starts_with("microloss::").then(|| path.split(['<', '(', ' ']).next())??;
        let path = path.trim_end_matches(':');
        // Methods, variants and constants of a type are named with it.
        let (owner, name) = path.rsplit_once("::")?;
        let is_module = owner.rsplit("::").next()?.starts_with(char::is_lowercase);
        is_module.then(|| name.to_string())
    });
    items.collect()
}

#[test]
fn examples_use_most_public_names() {
    let mut words = BTreeSet::new();
    for folder in ["examples", "examples/digits", "examples/shared"] {
        for file in rust_files(folder) {
            if TOOLS.contains(&file.as_str()) {
                continue;
            }
            for line in read(&format!("{folder}/{file}.rs")).lines() {
                let code = line.split("//").next().unwrap();
                words.extend(code.split(|c: char| !c.is_alphanumeric() && c != '_').map(str::to_string));
            }
        }
    }
    let names = public_names();
    let unused: Vec<&String> = names.difference(&words).collect();
    let used = names.len() - unused.len();
    println!("{used} of {} public names are used by an example; not used: {unused:?}", names.len());
    assert!(names.len() > 180 && used >= 115, "{used} of {}: {unused:?}", names.len());
}
