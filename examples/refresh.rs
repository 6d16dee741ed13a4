//! Writes the generated files of the repository.
//!
//! `cargo run --release --example refresh` writes those that need only rustup, and names the others. Arguments choose parts:
//! `cargo run --release --example refresh pictures digests`. `tests/generated.rs` fails if a file is stale, and names its part.

#[path = "refresh/pages.rs"]
pub(crate) mod pages;
#[path = "refresh/pictures.rs"]
pub(crate) mod pictures;

use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::{error::Error, fs, path::Path};

/// The folder of the crate.
pub(crate) const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Generated files: their paths below [`ROOT`], and what they contain.
pub(crate) type Files = Vec<(String, String)>;

/// A part of the generated files.
struct Part {
    name: &'static str,
    /// Installed besides rustup. A part that needs something is written only on demand.
    needs: &'static str,
    files: fn() -> Result<Files, Box<dyn Error>>,
}

/// All parts. Each stands behind those that it reads.
const PARTS: [Part; 7] = [
    Part { name: "digests", needs: "", files: digests },
    Part { name: "resources", needs: "qemu-system-arm, `rustup component add llvm-tools`", files: resources },
    Part { name: "pictures", needs: "", files: || Ok(pictures::files()) },
    Part { name: "pages", needs: "", files: || Ok(pages::files()?) },
    Part { name: "api", needs: "", files: api },
    Part { name: "cases", needs: "python3, `pip install mpmath==1.3.0`", files: cases },
    Part {
        name: "vectors",
        needs: "python3, and the packages that tests/published/make.py names",
        files: vectors,
    },
];

/// Returns what a command prints that is run in the folder of the crate.
fn output(command: &str) -> Result<String, Box<dyn Error>> {
    println!("$ {command}");
    let mut words = command.split(' ');
    let program = words.next().unwrap_or_default();
    let output = Command::new(program).args(words).current_dir(ROOT).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("{program}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("`{command}` failed").into())
    }
}

/// The bits of every loss, with each back end.
fn digests() -> Result<Files, Box<dyn Error>> {
    let of = |(name, features): (&str, String)| {
        let digests = output(&format!("cargo run --quiet --release --example digest{features}"))?;
        Ok((format!("tests/digests/{name}.txt"), digests))
    };
    let features = ["micromath", "branchless", "exact"].map(|name| (name, format!(" --features {name}")));
    [("libm", String::new())].into_iter().chain(features).map(of).collect()
}

/// Flash, stack and instructions of every loss: the script writes its table itself.
fn resources() -> Result<Files, Box<dyn Error>> {
    output("examples/firmware/resources.sh --write")?;
    Ok(Files::new())
}

/// The public API. The tool reads what nightly's rustdoc writes: another nightly may need another version of it.
fn api() -> Result<Files, Box<dyn Error>> {
    const VERSION: &str = "0.52.0";
    if !output("cargo public-api --version").is_ok_and(|installed| installed.trim().ends_with(VERSION)) {
        output(&format!("cargo install --quiet --locked cargo-public-api@{VERSION}"))?;
    }
    let listed = output("rustup run nightly cargo public-api --all-features -sss").map_err(|error| {
        format!("{error}; nightly comes with `rustup toolchain install nightly --profile minimal`")
    })?;
    let lines: BTreeSet<&str> = listed.lines().collect();
    let sorted = lines.into_iter().map(|line| format!("{line}\n")).collect();
    Ok(vec![("tests/public_api.txt".into(), sorted)])
}

/// The hard cases.
fn cases() -> Result<Files, Box<dyn Error>> {
    Ok(vec![("tests/hard/cases.txt".into(), output("python3 tests/hard/make.py")?)])
}

/// The losses and gradients that other libraries compute.
fn vectors() -> Result<Files, Box<dyn Error>> {
    Ok(vec![("tests/published/vectors.txt".into(), output("python3 tests/published/make.py")?)])
}

/// Writes a part's files, if they differ from those in the tree.
fn write(part: &Part) -> Result<(), Box<dyn Error>> {
    for (path, content) in (part.files)()? {
        let file = Path::new(ROOT).join(&path);
        if fs::read_to_string(&file).ok().as_ref() != Some(&content) {
            fs::write(file, content)?;
            println!("{path} has changed");
        }
    }
    println!("{}: up to date", part.name);
    Ok(())
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    if cfg!(any(feature = "micromath", feature = "exact", feature = "branchless")) {
        return Err("the pictures are those of the default back end: run without features".into());
    }
    let chosen: Vec<String> = std::env::args().skip(1).collect();
    let names = PARTS.map(|part| part.name);
    if let Some(other) = chosen.iter().find(|name| !names.contains(&name.as_str())) {
        return Err(format!("unknown part {other}: there are {}", names.join(", ")).into());
    }
    let mut failed = Vec::new();
    for part in &PARTS {
        let Part { name, needs, .. } = part;
        if chosen.is_empty() && !needs.is_empty() {
            println!("{name}: skipped. `cargo run --release --example refresh {name}` needs {needs}");
        } else if (chosen.is_empty() || chosen.iter().any(|chosen| chosen == name))
            && let Err(error) = write(part)
        {
            let needs = if needs.is_empty() { String::new() } else { format!("; it needs {needs}") };
            failed.push(format!("{name}: {error}{needs}"));
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n").into()) }
}
