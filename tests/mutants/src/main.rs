//! Finds the mutants of `cargo mutants` that the tests catch: all mutants in one build, each switched on in turn.
//!
//! A build for every mutant takes seconds, a test that reaches it a tenth of one. So here every function is written with all
//! its mutants, and the environment's `MUTANT` says which is on. Every test is run once to see which mutants it reaches; every
//! mutant is then tried by the tests that reach it, the digests and then the fastest first, until one fails.
//!
//! Arguments: `--features F`, as cargo's; `--seconds S`, no test that takes longer; `--missed`, only what the last run missed;
//! otherwise parts of mutants' names, to try only those. UNKNOWN is what no test reaches, and what the compiler evaluates;
//! UNPLACED is what could not be written so: `cargo mutants --re` tries these, one build each.

mod instrument;

use instrument::{File, SWITCH};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// The integration tests that are run; the others train networks, or start cargo.
const TESTS: [&str; 4] = ["digests", "suite", "published", "micromath"];

/// A test, and what it reaches.
struct Test {
    binary: PathBuf,
    name: String,
    time: Duration,
    reaches: HashSet<usize>,
}

impl Test {
    fn to_json(&self) -> Value {
        json!([self.binary, self.name, self.time.as_secs_f64(), self.reaches])
    }

    fn from_json(value: &Value) -> Self {
        let text = |at: usize| value[at].as_str().unwrap();
        Self {
            binary: text(0).into(),
            name: text(1).to_string(),
            time: Duration::from_secs_f64(value[2].as_f64().unwrap()),
            reaches: value[3].as_array().unwrap().iter().map(|id| id.as_u64().unwrap() as usize).collect(),
        }
    }
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let work = root.join("target/mutants");
    let Arguments { features, missed, seconds, names } = arguments();
    let listed =
        run(Command::new("cargo").args(["mutants", "--no-config", "--list", "--json"]).current_dir(&root));
    let mut mutants: Vec<Value> = serde_json::from_slice(&listed).unwrap();
    // Another back end is in another file; and tests are not part of the crate.
    let back_end = |name: &str| format!("src/math/backend/{name}.rs");
    mutants.retain(|mutant| match features.as_str() {
        "micromath" => mutant["file"] == back_end("micromath"),
        features => ["micromath", "branchless"]
            .iter()
            .all(|name| mutant["file"] != back_end(name) || *name == features),
    });
    mutants.retain(|mutant| !mutant["name"].as_str().unwrap().contains(" tests::"));
    let name = |id: usize| mutants[id]["name"].as_str().unwrap();
    let outcomes = work.join(format!("outcomes-{features}.txt"));
    let last = if missed { fs::read_to_string(&outcomes).unwrap() } else { String::new() };
    let last: HashSet<&str> = last
        .lines()
        .filter_map(|line| line.strip_prefix("MISSED   ").or_else(|| line.strip_prefix("UNKNOWN  ")))
        .collect();
    let wanted = |id: &usize| {
        (names.is_empty() || names.iter().any(|part| name(*id).contains(part)))
            && (!missed || last.contains(name(*id)))
    };

    let mut unviable = BTreeSet::new();
    let (placed, binaries) = build(&root, &work, &mutants, &features, &mut unviable);
    println!("{} mutants, {} in the text, {} do not compile", mutants.len(), placed.len(), unviable.len());
    let tests = trace(&work, &binaries, &features);
    let spent: Duration = tests.iter().map(|test| test.time).sum();
    println!("{} tests, together {spent:.1?}", tests.len());

    let mut lines = Vec::new();
    let mut counts = BTreeMap::new();
    for id in (0..mutants.len()).filter(wanted) {
        let outcome = if unviable.contains(&id) {
            "UNVIABLE".to_string()
        } else if !placed.contains(&id) {
            "UNPLACED".to_string()
        } else {
            let quick = tests.iter().filter(|test| test.time <= seconds);
            let mut reaching = quick.filter(|test| test.reaches.contains(&id)).peekable();
            match (reaching.peek().is_some(), reaching.find(|test| fails(test, &work, id))) {
                (_, Some(test)) => format!("CAUGHT   {}:", test.name),
                (true, None) => "MISSED  ".to_string(),
                (false, None) => "UNKNOWN ".to_string(),
            }
        };
        *counts.entry(outcome[..8].to_string()).or_insert(0) += 1;
        let line = format!("{outcome} {}", name(id));
        if !outcome.starts_with("CAUGHT") && !outcome.starts_with("UNVIABLE") {
            println!("{id} {line}");
        }
        lines.push(line);
    }
    fs::write(outcomes, lines.join("\n") + "\n").unwrap();
    println!("{counts:?}");
}

struct Arguments {
    features: String,
    missed: bool,
    seconds: Duration,
    names: Vec<String>,
}

fn arguments() -> Arguments {
    let mut parsed =
        Arguments { features: String::new(), missed: false, seconds: Duration::MAX, names: Vec::new() };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--features" => parsed.features = arguments.next().unwrap(),
            "--missed" => parsed.missed = true,
            "--seconds" => {
                parsed.seconds = Duration::from_secs_f64(arguments.next().unwrap().parse().unwrap())
            }
            _ => parsed.names.push(argument),
        }
    }
    parsed
}

/// The output of a command, which must succeed.
fn run(command: &mut Command) -> Vec<u8> {
    let output = command.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "{command:?}");
    output.stdout
}

/// Builds the tests with all mutants but those that do not compile; returns the mutants that are in, and the test binaries.
fn build(
    root: &Path,
    work: &Path,
    mutants: &[Value],
    features: &str,
    unviable: &mut BTreeSet<usize>,
) -> (BTreeSet<usize>, Vec<PathBuf>) {
    fs::create_dir_all(work.join("src/guide")).unwrap();
    for part in ["Cargo.toml", "Cargo.lock", "README.md", "src/guide/losses.md", "tests", "examples"] {
        run(Command::new("cp").arg("-auT").arg(root.join(part)).arg(work.join(part)));
    }
    // Mutants that did not compile last time will not now.
    let remembered = work.join("unviable.txt");
    let known = fs::read_to_string(&remembered).unwrap_or_default();
    let known: HashSet<&str> = known.lines().collect();
    unviable.extend((0..mutants.len()).filter(|id| known.contains(mutants[*id]["name"].as_str().unwrap())));
    let files = String::from_utf8(run(Command::new("find").args(["src", "-name", "*.rs"]).current_dir(root)))
        .unwrap();
    loop {
        let mut placed = BTreeSet::new();
        for file in files.lines() {
            let source = fs::read_to_string(root.join(file)).unwrap();
            let here =
                mutants.iter().enumerate().filter(|(id, m)| m["file"] == *file && !unviable.contains(id));
            let mut instrumented = File::new(&source, here);
            let mut text = instrumented.instrument();
            if file == "src/lib.rs" {
                text = format!("#![feature(core_intrinsics, const_eval_select)]\n{text}{SWITCH}");
            }
            write(&work.join(file), &text);
            placed.extend(instrumented.placed);
        }

        let mut cargo = Command::new("cargo");
        cargo
            .args(["test", "--no-run", "--message-format", "json", "--lib", "--features", features])
            .current_dir(work);
        cargo.args(TESTS.iter().flat_map(|test| ["--test", test]));
        cargo
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "--cap-lints allow")
            .env("CARGO_TARGET_DIR", work.join("target"));
        let output = cargo.stderr(Stdio::null()).output().unwrap();
        let messages =
            output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
        let messages: Vec<Value> = messages.collect();
        if output.status.success() {
            let names = unviable.iter().map(|id| mutants[*id]["name"].as_str().unwrap().to_string() + "\n");
            fs::write(remembered, names.collect::<String>()).unwrap();
            let binaries =
                messages.iter().filter_map(|message| message["executable"].as_str().map(PathBuf::from));
            return (placed, binaries.collect());
        }
        let before = unviable.len();
        for message in messages.iter().filter(|message| message["message"]["level"] == "error") {
            for span in message["message"]["spans"].as_array().into_iter().flatten() {
                let found = ids(work, span);
                unviable.extend(&found);
                if found.is_empty() && span["is_primary"] == true {
                    eprintln!("{}", message["message"]["rendered"].as_str().unwrap());
                }
            }
        }
        assert!(unviable.len() > before, "errors that no mutant explains");
    }
}

/// Writes a file, unless that is what it says: cargo looks at its date.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// The mutants within what the compiler complains of.
fn ids(work: &Path, span: &Value) -> BTreeSet<usize> {
    let file = span["file_name"].as_str().unwrap();
    let Ok(text) = fs::read_to_string(work.join(file)) else { return BTreeSet::new() };
    let number = |key: &str| span[key].as_u64().unwrap() as usize;
    let line = text.lines().nth(number("line_start") - 1).unwrap();
    let whole = line.starts_with("if crate::mutant::on(");
    let (start, end) = (number("byte_start"), number("byte_end"));
    let all = |text: &str| -> BTreeSet<usize> {
        let found = text.split("crate::mutant::on(").skip(1);
        found.filter_map(|rest| rest.split(')').next().unwrap().parse().ok()).collect()
    };
    let within = all(if whole { line } else { &text[start..end] });
    if !within.is_empty() {
        return within;
    }
    // One case of several: its number stands before it.
    let before = &text[text[..start].rfind('\n').map_or(0, |at| at + 1)..start];
    before.rfind("crate::mutant::on(").map_or(BTreeSet::new(), |at| all(&before[at..]))
}

/// A run of one test.
fn command(binary: &Path, test: &str, work: &Path) -> Command {
    let mut command = Command::new(binary);
    command.args(["--exact", test, "--test-threads", "1"]).current_dir(work);
    command
        .env("MICROLOSS_CASES", "1000")
        .env("PROPTEST_CASES", "64")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Every test, the fastest first, with the mutants it reaches.
fn trace(work: &Path, binaries: &[PathBuf], features: &str) -> Vec<Test> {
    let (trace, cache) = (work.join("trace.txt"), work.join(format!("traced-{features}.json")));
    let built = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let mut tests = Vec::new();
    if binaries.iter().all(|binary| built(binary) < built(&cache)) {
        let traced: Vec<Value> = serde_json::from_slice(&fs::read(&cache).unwrap()).unwrap();
        return traced.iter().map(Test::from_json).collect();
    }
    for binary in binaries {
        let list = run(Command::new(binary).args(["--list", "--format", "terse"]));
        for name in String::from_utf8(list).unwrap().lines().filter_map(|line| line.strip_suffix(": test")) {
            let _ = fs::remove_file(&trace);
            let start = Instant::now();
            let status = command(binary, name, work).env("MUTANT_TRACE", &trace).status().unwrap();
            assert!(status.success(), "{name} fails without a mutant");
            let reached = fs::read_to_string(&trace).unwrap_or_default();
            tests.push(Test {
                binary: binary.clone(),
                name: name.to_string(),
                time: start.elapsed(),
                reaches: reached.lines().map(|id| id.parse().unwrap()).collect(),
            });
        }
    }
    // The digests, which catch most, before all others.
    tests.sort_by_key(|test| (test.name != "every_loss_has_its_bits", test.time));
    let traced: Vec<Value> = tests.iter().map(Test::to_json).collect();
    fs::write(cache, serde_json::to_vec(&traced).unwrap()).unwrap();
    tests
}

/// True if a test fails, or does not end, with a mutant on.
fn fails(test: &Test, work: &Path, id: usize) -> bool {
    let mut child = command(&test.binary, &test.name, work).env("MUTANT", id.to_string()).spawn().unwrap();
    let end = Instant::now() + 10 * test.time + Duration::from_secs(10);
    while Instant::now() < end {
        if let Some(status) = child.try_wait().unwrap() {
            return !status.success();
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    true
}
