//! Values and gradients as PyTorch, optax, scikit-learn, SciPy and mpmath compute them for the same inputs.
//!
//! `published/make.py` asked them and wrote `published/vectors.txt`, which names versions, command and the source of every
//! line. Every number must agree to a relative [`TOLERANCE`].
#![cfg(not(feature = "micromath"))]

#[path = "published/evaluate.rs"]
mod evaluate;

use evaluate::{Vector, evaluate, words};
use microloss::LossKind;

/// 8 to 16 ULP (one is between 6e-8 and 1.2e-7 of a number): the 6 that most losses promise at most, and 4 for the sum.
const TOLERANCE: f64 = 1e-6;

const VECTORS: &str = include_str!("published/vectors.txt");

#[test]
fn every_published_vector_is_reproduced() {
    let mut checked = 0;
    let mut mismatches = Vec::new();
    for line in VECTORS.lines().filter(|line| !line.starts_with('#')) {
        mismatches.extend(verify(&Vector::parse(line)));
        checked += 1;
    }
    assert!(mismatches.is_empty(), "{} mismatches\n{}", mismatches.len(), mismatches.join("\n"));
    let announced = VECTORS.lines().find_map(|line| line.strip_prefix("# vectors: "));
    assert_eq!(announced, Some(checked.to_string().as_str()));
    for page in [include_str!("../README.md"), include_str!("../src/guide/accuracy.rs")] {
        assert!(page.contains(&format!("{checked} vectors")), "README or guide::accuracy count otherwise");
    }
}

#[test]
fn every_loss_is_published() {
    let is_published = |name: &str| VECTORS.lines().any(|line| line.split([',', ' ']).next() == Some(name));
    let cases = include_str!("hard/cases.txt");
    let unpublished = cases.lines().find_map(|line| line.strip_prefix("# unpublished: ")).unwrap();
    let is_unknown = |name: &&str| !is_published(name) && !unpublished.split(' ').any(|loss| loss == *name);
    let missing: Vec<&str> = LossKind::ALL.iter().map(|kind| kind.name()).filter(is_unknown).collect();
    assert!(
        missing.is_empty(),
        "no vectors in tests/published/*.py, nor in UNPUBLISHED of tests/hard/*.py: {missing:?}"
    );
}

/// The mismatches of one line.
fn verify(v: &Vector<'_>) -> Vec<String> {
    let numbers = |text| words(text).map(|word| word.parse().expect(v.line)).collect::<Vec<f64>>();
    let (value, gradient, outcome) = (numbers(v.value), numbers(v.gradient), evaluate(v));
    let largest = gradient.iter().fold(0.0, |largest: f64, g| largest.max(g.abs()));
    let mut mismatches = off("value", &outcome.value, &value, 0.0);
    let part = if subtracts(v) { largest } else { 0.0 };
    mismatches.extend(off("gradient", &outcome.gradient, &gradient, part));
    mismatches.iter().map(|mismatch| format!("{mismatch} in: {}", v.line)).collect()
}

/// True if the gradient is a difference: of distributions, of unit vectors, or of a cost and its mean. Parts that are near each
/// other cancel, and the precision is that of the parts. These are not in the file; the largest element stands for them.
fn subtracts(v: &Vector<'_>) -> bool {
    const OF_DISTRIBUTIONS: [&str; 9] = [
        "SoftmaxCrossEntropyDense",
        "SoftmaxFocalDense",
        "SoftmaxKl",
        "SoftmaxReverseKl",
        "SoftmaxJensenShannon",
        "Distillation",
        "Ctc",
        "SoftmaxTversky",
        "ExpectedCost",
    ];
    const OF_VECTORS: [&str; 9] = [
        "Triplet",
        "CosineTriplet",
        "CosineEmbedding",
        "InfoNce",
        "NtXent",
        "SupervisedContrastive",
        "Clip",
        "SigLip",
        "CosineClassifier",
    ];
    OF_DISTRIBUTIONS.contains(&v.loss)
        || OF_VECTORS.contains(&v.loss)
        || v.parameter("smoothing").is_some_and(|epsilon| epsilon > 0.0)
}

/// Mismatches: numbers of `ours` that are further from `theirs` than the tolerance of it, or of `part` if that is larger.
///
/// The smallest step of an f32 is always allowed, as subnormal numbers have few digits.
fn off(what: &str, ours: &[f32], theirs: &[f64], part: f64) -> Vec<String> {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let mut mismatches = Vec::new();
    for (i, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        let error = (f64::from(*ours) - theirs).abs();
        let allowed = (TOLERANCE * theirs.abs().max(part)).max(f64::from(f32::from_bits(1)));
        if error > allowed || error.is_nan() {
            mismatches.push(format!("{what} {i}: {ours:e} for {theirs:e}"));
        }
    }
    mismatches
}
