//! Every public name is either examined by the suite or listed here with the reason why not.

use crate::families::subjects;
use std::collections::BTreeSet;
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
