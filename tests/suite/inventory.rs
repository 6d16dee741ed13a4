//! Every public name is examined by the suite, or stands here with the reason for its absence.

use crate::families::subjects;
use microloss::LossKind;
use std::collections::BTreeSet;
use std::{fs, path::Path};

/// Public names that are not losses.
const NOT_LOSSES: &[(&str, &str)] = &[
    ("Buffer", "error"),
    ("Error", "error"),
    ("Reduction", "contract"),
    ("Point", "contract"),
    ("Loss", "contract"),
    ("Rowwise", "contract"),
    ("Elementwise", "contract"),
    ("Row", "contract"),
    ("Label", "contract"),
    ("AnyTarget", "contract: contract_scalar.rs"),
    ("Domain", "contract: src/domain.rs"),
    ("no_targets", "contract: its documentation"),
    ("Weighted", "wrapper: laws.rs"),
    ("YesNo", "wrapper: contract_scalar.rs"),
    ("PerOutput", "wrapper: families/binary.rs"),
    ("Smoothed", "wrapper: families/binary.rs"),
    ("ScaleFloor", "wrapper: families/likelihood.rs"),
    ("Penalty", "penalty: laws.rs"),
    ("L1", "penalty: laws.rs"),
    ("L2", "penalty: laws.rs"),
    ("ElasticNet", "penalty: laws.rs"),
    ("EmpiricalRisk", "accumulator: sums.rs"),
    ("Regret", "accumulator: sums.rs"),
    ("generalization_gap", "accumulator: sums.rs"),
    ("CostMatrix", "costs of ExpectedCost: decision.rs"),
    ("Prospect", "value, not a loss: decision.rs"),
    ("calibrated_logit", "decision.rs"),
    ("cost_threshold", "decision.rs"),
    ("effective_number_weights", "decision.rs"),
    ("inverse_frequency_weights", "decision.rs"),
    ("positive_weight_from_costs", "decision.rs"),
    ("potential_shaping", "one line: its documentation"),
    ("clip_by_norm", "diagnostics.rs"),
    ("distance_from_uniform", "diagnostics.rs"),
    ("double_softmax_range", "diagnostics.rs"),
    ("gradient_norm", "diagnostics.rs"),
    ("is_vanishing", "diagnostics.rs"),
    ("looks_like_probabilities", "diagnostics.rs"),
    ("looks_like_sigmoid_outputs", "contract_pairs.rs"),
    ("first_not_a_distribution", "contract_pairs.rs"),
    ("first_not_a_number", "contract_pairs.rs"),
    ("sharpness_aware_perturbation", "diagnostics.rs"),
    ("Biased", "result of SigLip: info_nce.rs"),
    ("References", "argument of SupervisedContrastive: families/info_nce.rs"),
    ("Tempered", "result of the contrastive losses: info_nce.rs"),
    ("mutual_information_bound", "info_nce.rs"),
    ("Mined", "mining.rs"),
    ("Mining", "mining.rs"),
    ("TripletIndices", "mining.rs"),
    ("mine_triplets", "mining.rs"),
    ("mine_triplets_into", "mining.rs"),
    ("pair_count", "mining.rs"),
    ("sample_triplets", "mining.rs"),
    ("triplets_value", "mining.rs"),
    ("triplets_value_and_add_gradient", "mining.rs"),
    ("triplet_count", "mining.rs"),
    ("GradientBound", "guide: guide.rs"),
    ("LossKind", "guide: guide.rs"),
    ("Properties", "guide: guide.rs"),
    ("Task", "guide: guide.rs"),
    ("recommend", "guide: guide.rs"),
    ("Verdict", "target of Kto"),
    ("Action", "target of Ppo"),
    ("Estimate", "target of ClippedValue"),
    ("Choice", "target of Reinforce"),
    ("q_learning_target", "not a loss: policy.rs"),
    ("sarsa_target", "not a loss: policy.rs"),
    ("expected_sarsa_target", "not a loss: policy.rs"),
    ("leave_one_out_advantages", "not a loss: policy.rs"),
    ("normalize_groups", "not a loss: policy.rs"),
    ("KlEstimator", "choice of KlPenalty"),
    ("LOG_RATIO_BOUND", "constant: policy.rs"),
    ("drifted", "measure: policy.rs"),
    ("generalized_advantage", "not a loss: policy.rs"),
    ("normalize_advantages", "not a loss: policy.rs"),
    ("normalize_advantages_with_floor", "not a loss: contract_pairs.rs"),
    ("EpisodeEnd", "argument of generalized_advantage: contract_pairs.rs"),
    ("rlhf_rewards", "not a loss: policy.rs"),
    ("implicit_reward", "measure: preference.rs"),
    ("preference_accuracy", "measure: preference.rs"),
    ("reward_margin", "measure: preference.rs"),
    ("ElboTerms", "result: families/generative.rs"),
    ("Gan", "hyper-parameter: families/generative.rs"),
    ("Noise", "target: families/generative.rs"),
    ("signal_to_noise", "conversion: generative.rs"),
    ("reparameterize", "sampling: generative.rs"),
    ("reparameterize_add_gradient", "sampling: generative.rs"),
    ("entropy", "of a distribution: information.rs"),
    ("cross_entropy", "of distributions: information.rs"),
    ("kl_divergence", "of distributions: information.rs"),
    ("kl_divergence_of_logs", "of distributions: information.rs"),
    ("jensen_shannon", "of distributions: information.rs"),
    ("nats_to_bits", "unit: information.rs"),
    ("bits_to_nats", "unit: information.rs"),
    ("boltzmann", "distribution: energy.rs"),
    ("log_partition", "normaliser: energy.rs"),
    ("free_energy_and_gradient", "surface of free_energy: families/energy.rs"),
    ("free_energy_slope", "derivative in the temperature: energy.rs"),
    ("temper", "distribution: energy.rs"),
    ("top_k", "truncation: sampling.rs"),
    ("top_p", "truncation: sampling.rs"),
    ("sample", "drawing: sampling.rs"),
];

/// The names that a file of `src` makes public: those of its `pub use`, those that it defines, and those of the modules whose all
/// names it takes.
fn public_names_of(file: &str, names: &mut BTreeSet<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let source = fs::read_to_string(path).unwrap();
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        words.map(str::to_string).collect()
    };
    for statement in source.split("\npub use ").skip(1) {
        let statement = statement.split(';').next().unwrap();
        match statement.strip_suffix("::*") {
            Some(module) => public_names_of(&format!("{module}.rs"), names),
            None => names.extend(words(statement.split("::").last().unwrap())),
        }
    }
    for item in source.lines().filter_map(|line| line.strip_prefix("pub ")) {
        let words = words(item);
        let mut words = words.iter().skip_while(|word| *word == "const").peekable();
        match words.next().unwrap().as_str() {
            "fn" | "struct" | "enum" | "trait" => names.extend(words.next().cloned()),
            "mod" | "use" => {}
            constant => {
                names.insert(constant.to_string());
            }
        }
    }
}

/// The names at the root of the crate.
fn public_names() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    public_names_of("lib.rs", &mut names);
    names
}

/// Every family of losses is fuzzed.
#[test]
fn every_family_has_a_fuzz_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let targets: String =
        fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let is_fuzzed = |family: &str| targets.contains(&format!("\"{family}\""));
    let missing: Vec<_> = LossKind::ALL.iter().filter(|kind| !is_fuzzed(kind.family())).collect();
    assert!(missing.is_empty(), "add their family to FAMILIES of a file in fuzz/fuzz_targets: {missing:?}");
}

#[test]
fn every_public_name_is_examined() {
    let kinds = LossKind::ALL.iter().map(|kind| kind.name().to_string());
    let subjects = subjects();
    let functions = subjects.iter().map(|subject| subject.name.to_string());
    let examined: BTreeSet<String> = kinds.chain(functions).collect();
    let excused: BTreeSet<String> = NOT_LOSSES.iter().map(|(name, _)| (*name).to_string()).collect();
    let public = public_names();
    assert!(public.len() > 30, "the re-exports were not found: {public:?}");
    let covered: BTreeSet<String> = examined.union(&excused).cloned().collect();
    let missing: Vec<_> = public.difference(&covered).collect();
    assert!(
        missing.is_empty(),
        "no subject in tests/suite/families, nor excused in tests/suite/inventory.rs: {missing:?}"
    );
    let stale: Vec<_> = covered.difference(&public).collect();
    assert!(
        stale.is_empty(),
        "in tests/suite/families or tests/suite/inventory.rs, but not public: {stale:?}"
    );
}

/// The public items of a file that no example in its documentation uses, without twins `try_…`.
fn without_example(source: &str) -> Vec<&str> {
    let (mut inside, mut examples) = (false, BTreeSet::new());
    let words = |text| str::split(text, |c: char| !c.is_alphanumeric() && c != '_');
    let lines = || source.lines().map(str::trim_start);
    for line in lines().filter_map(|line| line.strip_prefix("///").or(line.strip_prefix("//!"))) {
        if line.trim_start().starts_with("```") {
            inside = !inside;
        } else if inside {
            examples.extend(words(line));
        }
    }
    let items = lines().filter_map(|line| line.strip_prefix("pub ")).filter_map(|item| {
        let mut words = words(item.strip_prefix("const fn").unwrap_or(item)).filter(|word| !word.is_empty());
        let first = words.next()?;
        match first {
            "fn" | "struct" | "enum" | "trait" | "const" => words.next(),
            _ => item.starts_with("const fn").then_some(first),
        }
    });
    items.filter(|name| !name.starts_with("try_") && !examples.contains(name)).collect()
}

#[test]
fn every_public_item_has_an_example() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    let (mut files, mut missing) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                let source = fs::read_to_string(&path).unwrap();
                let names = without_example(&source);
                missing.extend(names.into_iter().map(|name| format!("{name} in {}", path.display())));
            }
        }
    }
    assert!(files > 80, "the sources were not found: {files} files");
    assert!(missing.is_empty(), "public, but in no example: {missing:#?}");
}

/// The name of a function in a path: behind the last `::` outside of angle brackets, before its own generics.
fn function_name(path: &str) -> &str {
    let (mut depth, mut start) = (0, 0);
    for (at, c) in path.char_indices() {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            ':' if depth == 0 => start = at + 1,
            '(' if depth == 0 => break,
            _ => {}
        }
    }
    path[start..].split(['<', '(']).next().unwrap()
}

/// The functions of all files below a folder: those that say `pub`, and all.
fn functions(folder: &Path, public: &mut BTreeSet<String>, all: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            functions(&path, public, all);
            continue;
        }
        let text = fs::read_to_string(path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            // `Type: new / try_new(…)`: a macro of `src/parameter.rs` writes both.
            let mut rest = line;
            while let Some((before, twin)) = rest.split_once(" / try_") {
                let new = before.rsplit(' ').next().unwrap().to_string();
                let twin = twin.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
                public.extend([format!("try_{twin}"), new]);
                rest = &rest[before.len() + 3..];
            }
            let Some((before, name)) = line.split_once("fn ") else { continue };
            if name.starts_with('$') {
                continue;
            }
            let name = function_name(name).to_string();
            if ["pub ", "pub const "].contains(&before) {
                public.insert(name.clone());
            }
            all.insert(name);
        }
    }
}

/// `tests/public_api.txt`, in which a change of a signature is seen in review, knows every public function, and no other.
///
/// `cargo run --release --example refresh api` writes it, with a nightly toolchain. This test only compares names.
#[test]
fn the_listed_api_is_that_of_the_source() {
    let listed = include_str!("../public_api.txt");
    let names = listed.lines().filter_map(|line| line.split_once("fn microloss::"));
    let names: BTreeSet<String> = names.map(|(_, path)| function_name(path).to_string()).collect();
    let (mut public, mut all) = (BTreeSet::new(), BTreeSet::new());
    functions(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut public, &mut all);
    assert!(public.len() > 100, "the source was not read");
    let missing: Vec<_> = public.difference(&names).collect();
    assert!(missing.is_empty(), "public, but not in tests/public_api.txt: {missing:?}");
    all.extend(public);
    let stale: Vec<_> = names.difference(&all).collect();
    assert!(stale.is_empty(), "in tests/public_api.txt, but not in the source: {stale:?}");
    for name in public_names() {
        let word = format!("microloss::{name}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let found = listed
            .lines()
            .any(|line| line.match_indices(&word).any(|(at, _)| ends(&line[at + word.len()..])));
        assert!(found, "re-exported, but not in tests/public_api.txt: {name}");
    }
}

/// True if the public API has the item, which is written as `struct microloss::regression::Huber`.
fn is_listed(item: &str) -> bool {
    let ends =
        |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') && !rest.starts_with("::");
    let mut lines = include_str!("../public_api.txt").lines();
    lines.any(|line| line.match_indices(item).any(|(at, _)| ends(&line[at + item.len()..])))
}

/// Links of the README: those to docs.rs lead to public items, the others to files of the repository.
#[test]
fn every_link_of_the_readme_leads_somewhere() {
    let readme = include_str!("../../README.md");
    let links = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
    let (mut pages, mut files) = (0, 0);
    for link in links {
        if let Some(page) = link.strip_prefix("https://docs.rs/microloss/latest/") {
            pages += 1;
            let (folder, file) = page.split('#').next().unwrap().rsplit_once('/').unwrap();
            let folder = folder.replace('/', "::");
            let item = match file.split('.').collect::<Vec<_>>()[..] {
                ["index", _] => format!("mod {folder}"),
                [kind, name, _] => format!("{kind} {folder}::{name}"),
                _ => panic!("{link} is not a page"),
            };
            assert!(is_listed(&item), "{item} is not public: {link}");
        } else {
            files += 1;
            let found = Path::new(env!("CARGO_MANIFEST_DIR")).join(link).exists();
            assert!(found, "{link} does not exist");
        }
    }
    assert!(pages > 15 && files > 20, "the README was not read: {pages} pages, {files} files");
}

/// The README counts the losses, and copies its costs from the table of the firmware.
#[test]
fn the_readme_is_up_to_date() {
    let readme = include_str!("../../README.md");
    assert!(
        readme.contains(&format!("of {} losses", microloss::LossKind::ALL.len())),
        "another number of losses"
    );

    let cells = |line: &str| line.split('|').map(|cell| cell.trim().to_string()).collect::<Vec<_>>();
    let firmware = include_str!("../../examples/firmware/README.md");
    let rows = readme.lines().filter(|line| line.starts_with("   | ")).map(cells);
    let rows: Vec<_> = rows.filter(|row| row[1] != "loss").collect();
    assert_eq!(rows.len(), 5, "the costs were not found");
    for row in rows {
        let line = firmware.lines().find(|line| line.starts_with(&format!("| {} |", row[1])));
        let measured = cells(line.unwrap());
        // Flash, stack and typical instructions on either core.
        let expected = [3, 4, 6, 8, 9, 11].map(|column| measured[column].clone());
        assert_eq!(row[2..8], expected, "{}", row[1]);
    }
}
