//! The English of documentation and comments: subject before verb, and no question word at the head of a sentence.

use std::{fs, path::Path};

/// First words that make a reader read a sentence twice.
const HEADS: [&str; 5] = ["What", "Where", "Whether", "Which", "Of"];

/// A paragraph or list item, and whether it is the summary of an item.
struct Paragraph {
    text: String,
    line: usize,
    summary: bool,
}

/// The comment on a line: its marker and its text.
fn comment(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let marker = ["///", "//!", "//"].into_iter().find(|marker| line.starts_with(marker))?;
    Some((marker, line[marker.len()..].trim()))
}

/// The prose of a file, without code blocks, tables and headings. `rust`: only its comments are prose.
fn paragraphs(source: &str, rust: bool) -> Vec<Paragraph> {
    let (mut found, mut fenced, mut before): (Vec<Paragraph>, bool, &str) = (Vec::new(), false, "");
    let mut open = false;
    for (at, line) in source.lines().enumerate() {
        let (marker, text) = if rust { comment(line).unwrap_or_default() } else { ("md", line.trim()) };
        let first = marker != before && marker.len() == 3;
        open &= marker == before;
        before = marker;
        fenced &= !first;
        if text.starts_with("```") {
            fenced = !fenced;
        }
        if fenced || text.is_empty() || text.starts_with(['|', '#', '`', '[', '<', '!']) && !open {
            open = open && fenced && !text.is_empty();
            continue;
        }
        let item = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['*', '-', '.']);
        let item = (item.len() < text.len()).then(|| item.strip_prefix(' ')).flatten();
        match (open && item.is_none(), found.last_mut()) {
            (true, Some(paragraph)) => paragraph.text += &format!(" {text}"),
            _ => found.push(Paragraph {
                text: item.unwrap_or(text).to_string(),
                line: at + 1,
                summary: first && rust,
            }),
        }
        open = true;
    }
    found
}

/// The sentences of a paragraph.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let ends = ends
        .filter(|&at| text[at..].strip_prefix(' ').is_some_and(|rest| !rest.starts_with(char::is_lowercase)));
    let mut start = 0;
    ends.chain([text.len()]).map(move |end| {
        let sentence = text[start..end].trim();
        start = end;
        sentence
    })
}

fn has_bad_head(sentence: &str) -> bool {
    HEADS.contains(&sentence.split(|c: char| !c.is_alphabetic()).next().unwrap())
}

/// The Rust and Markdown files at and below a path.
fn files(path: &Path, found: &mut Vec<String>) {
    if path.is_symlink() || path.ends_with("target") {
        return;
    }
    if path.is_dir() {
        let mut below: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        below.sort();
        below.iter().for_each(|path| files(path, found));
    } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "md") {
        found.push(path.to_str().unwrap().to_string());
    }
}

#[test]
fn sentences_start_with_their_subject() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let mut paths = Vec::new();
    for part in [
        "README.md",
        "src",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "ARCHITECTURE.md",
        "examples",
        "tests",
        "fuzz",
    ] {
        files(&Path::new(root).join(part), &mut paths);
    }
    assert!(paths.len() > 150, "the files were not found");
    let (mut all, mut bad, mut bad_summaries) = (0, 0, Vec::new());
    for path in &paths {
        let name = &path[root.len()..];
        let (mut here, mut bad_here) = (0, Vec::new());
        for Paragraph { text, line, summary } in
            paragraphs(&fs::read_to_string(path).unwrap(), name.ends_with(".rs"))
        {
            here += sentences(&text).count();
            bad_here.extend(sentences(&text).filter(|sentence| has_bad_head(sentence)).map(|_| line));
            if summary && (has_bad_head(&text) || text.starts_with("The same")) {
                bad_summaries.push(format!("{name}:{line}: {text}"));
            }
        }
        if name.starts_with("src/") || name == "README.md" {
            (all, bad) = (all + here, bad + bad_here.len());
        }
        if !bad_here.is_empty() {
            println!("{name}: {} of {here} sentences, in paragraphs at lines {bad_here:?}", bad_here.len());
        }
    }
    println!("README.md and src: {bad} of {all} sentences start with one of {HEADS:?}");
    assert!(bad_summaries.is_empty(), "a summary starts with a noun or a verb: {bad_summaries:#?}");
    assert!(all > 1000 && 200 * bad <= all, "more than 0.5 %: {bad} of {all}");
}

#[test]
fn paragraphs_are_found() {
    let source = "//! What one is. Of\n//! two. Yes.\n\n/// * Which\n/// | What |\n/// ```\n/// // Of code.\n/// ```\nfn f() {} // no\n// Where. 1.5 What\n";
    let found = paragraphs(source, true);
    let lines: Vec<_> = found.iter().map(|paragraph| (paragraph.line, paragraph.summary)).collect();
    assert_eq!(lines, [(1, true), (4, true), (10, false)]);
    let heads: Vec<_> = found
        .iter()
        .map(|paragraph| sentences(&paragraph.text).filter(|s| has_bad_head(s)).count())
        .collect();
    assert_eq!(heads, [2, 1, 1]);
}
