//! Every public name is either examined by the suite or listed here with the reason why not.

use crate::families::subjects;
use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

/// Public names that are no losses.
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
    ("Weighted", "wrapper: laws.rs"),
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
    ("Tempered", "result of the contrastive losses: info_nce.rs"),
    ("mutual_information_bound", "info_nce.rs"),
    ("Mined", "mining.rs"),
    ("Mining", "mining.rs"),
    ("TripletIndices", "mining.rs"),
    ("mine_triplets", "mining.rs"),
    ("mine_triplets_into", "mining.rs"),
    ("pair_count", "mining.rs"),
    ("triplet_count", "mining.rs"),
    ("GradientBound", "guide: guide.rs"),
    ("LossKind", "guide: guide.rs"),
    ("Properties", "guide: guide.rs"),
    ("Task", "guide: guide.rs"),
    ("recommend", "guide: guide.rs"),
    ("Verdict", "target of Kto"),
    ("Action", "target of Ppo"),
    ("Estimate", "target of ClippedValue"),
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

/// The names that `src/lib.rs` re-exports.
fn public_names() -> BTreeSet<String> {
    let lib = include_str!("../../src/lib.rs");
    let mut names = BTreeSet::new();
    for statement in lib.split("pub use ").skip(1) {
        let statement = statement.split(';').next().unwrap();
        let list = statement.split("::").last().unwrap();
        for name in list.split(|c: char| !c.is_alphanumeric() && c != '_') {
            if !name.is_empty() {
                names.insert(name.to_string());
            }
        }
    }
    names
}

#[test]
fn every_public_name_is_examined() {
    let examined: BTreeSet<String> = subjects().iter().map(|subject| subject.name.to_string()).collect();
    let excused: BTreeSet<String> = NOT_LOSSES.iter().map(|(name, _)| (*name).to_string()).collect();
    let public = public_names();
    assert!(public.len() > 30, "the re-exports were not found: {public:?}");
    let covered: BTreeSet<String> = examined.union(&excused).cloned().collect();
    let missing: Vec<_> = public.difference(&covered).collect();
    assert!(missing.is_empty(), "public, but neither examined nor excused: {missing:?}");
    let stale: Vec<_> = covered.difference(&public).collect();
    assert!(stale.is_empty(), "examined or excused, but not public: {stale:?}");
}

/// The public items of a file that no example in its documentation uses; `try_…` stands beside what it checks.
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

/// What follows the last `::` outside of angle brackets, and the name before its own.
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
        for line in text.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
            let Some((before, name)) = line.split_once("fn ") else { continue };
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
/// `cargo +nightly public-api --all-features -sss | LC_ALL=C sort -u > tests/public_api.txt` makes it anew, after
/// `cargo install cargo-public-api --locked`. The tool wants a nightly of its own age: here it is only seen whether that was
/// forgotten, by names.
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

/// What a file defines of names in backticks, by name: a line `[`name`]: target` each.
fn definitions(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.strip_prefix("[`")?.split_once("`]: ")).collect()
}

/// Every name that the README links has a page: on docs.rs where the README stands alone, of this very version (`src/links.md`) in the
/// documentation, of which it is the first page.
#[test]
fn every_name_in_the_readme_is_a_link() {
    let readme = include_str!("../../README.md");
    let (pages, here) = (definitions(readme), definitions(include_str!("../../src/links.md")));
    let text = readme.lines().filter(|line| !line.starts_with("[`"));
    let names: BTreeSet<&str> = text
        .flat_map(|line| line.split("[`").skip(1))
        .filter_map(|rest| Some(rest.split_once("`]")?.0))
        .collect();
    assert!(names.len() > 80, "the README was not read: {names:?}");
    assert_eq!(names, pages.keys().copied().collect());
    assert_eq!(names, here.keys().copied().collect());
    let listed = include_str!("../public_api.txt");
    let is_listed = |kind: &str, path: &str| {
        let item = format!("{kind} microloss::{path}");
        // A name that goes on is another item, and one behind which a path goes on is a part of it.
        let ends = |rest: &str| {
            let generics = if rest.starts_with('<') { rest.find('>').map_or(0, |end| end + 1) } else { 0 };
            !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
                && !rest[generics..].starts_with("::")
        };
        listed.lines().any(|line| line.match_indices(&item).any(|(at, _)| ends(&line[at + item.len()..])))
    };
    for (name, page) in pages {
        assert_eq!(here[name], name);
        let page = page.strip_prefix("https://docs.rs/microloss/latest/microloss/").unwrap();
        let path = name.replace("::", "/");
        let found = if let Some(module) = page.strip_suffix("/index.html") {
            module == path && is_listed("pub mod", name)
        } else if let Some((owner, member)) = name.split_once("::") {
            ["trait", "enum"].iter().any(|kind| page.starts_with(&format!("{kind}.{owner}.html#")))
                && page.ends_with(&format!(".{member}"))
                && (is_listed("pub fn", name) || is_listed("pub", name))
        } else {
            let (kind, rest) = page.split_once('.').unwrap();
            rest == format!("{name}.html") && is_listed(kind, name)
        };
        assert!(found, "{name} is not at {page}");
    }
}
