//! The oracle of the fuzz targets: the references of the test suite (the other modules are links to it), and the laws that hold for
//! every input.

pub mod draw;
mod families;
pub mod subject;

use draw::{Draw, MEASURED};
use microloss::LossKind;
use std::cell::OnceCell;
use subject::Subject;

thread_local! {
    static SUBJECTS: OnceCell<Vec<Subject>> = const { OnceCell::new() };
}

/// Returns the little-endian words of the fuzzer's bytes.
pub fn words(data: &[u8]) -> impl Iterator<Item = u32> {
    data.as_chunks::<4>().0.iter().map(|word| u32::from_le_bytes(*word))
}

/// Examines a loss of one of the `families`. The bytes choose which, its parameters, targets and inputs.
///
/// A finite input never gives NaN, nor an infinite value in place of a finite one, nor a negative value of a loss that has none.
/// Every NaN is `f32::NAN`, and all methods agree to the bit (the subject's `run` compares them). If the inputs are moderate, there
/// is no false 0, and the error is at most twice that of the precision table: its bounds are those of random points, and a
/// fuzzer looks for the worst.
pub fn examine(families: &[&str], data: &[u8]) {
    let Some(([choice, mode, kind, ..], rest)) = data.split_first_chunk::<4>() else { return };
    let Some((seed, raw)) = rest.split_first_chunk::<8>() else { return };
    SUBJECTS.with(|subjects| {
        let subjects = subjects.get_or_init(self::families::subjects);
        let is_of_families = |kind: &&LossKind| families.contains(&kind.family());
        let names: Vec<&str> = LossKind::ALL.iter().filter(is_of_families).map(|kind| kind.name()).collect();
        let chosen: Vec<&Subject> = subjects.iter().filter(|subject| names.contains(&subject.name)).collect();
        assert!(!chosen.is_empty(), "no such family");
        let subject = chosen[usize::from(*choice) % chosen.len()];
        let mode = MEASURED[usize::from(*mode) % MEASURED.len()];
        let mut case = (subject.draw)(&mut Draw::new(u64::from_le_bytes(*seed), mode));
        let (low, high) = case.domain;
        let bits = kind % 3 == 0;
        if bits {
            // Losses of probabilities refuse any other number.
            let takes_any = low == f32::MIN;
            for (input, word) in case.extreme_inputs().iter_mut().zip(words(raw)) {
                let any = f32::from_bits(word);
                *input = if takes_any { any } else { any.max(low).min(high) };
            }
        } else if kind % 3 == 1 {
            // The bytes choose moderate numbers on a fine grid.
            for (input, word) in case.extreme_inputs().iter_mut().zip(words(raw)) {
                *input = ((f64::from(word) / f64::from(u32::MAX) * 200.0 - 100.0) as f32).max(low).min(high);
            }
        }
        let at = || format!("{} {} at {:?}", subject.name, subject.variant, case.inputs);
        let finite = case.inputs.iter().all(|x| x.is_finite() && *x >= low && *x <= high);
        let got = (case.run)(&case.inputs);
        for x in got.gradient.iter().chain([&got.value]).filter(|x| x.is_nan()) {
            assert!(!finite, "NaN from finite input: {}: {got:?}", at());
            assert_eq!(x.to_bits(), f32::NAN.to_bits(), "{}: {got:?}", at());
        }
        if finite {
            assert!(!subject.nonnegative || got.value >= 0.0, "negative: {}: {got:?}", at());
        }
        // Squares, distances and variances of larger numbers may overflow on the way to a finite result.
        if !finite || case.inputs.iter().any(|x| x.abs() > 1e18) {
            return;
        }
        let exact = (case.exact)(&case.inputs.iter().map(|x| f64::from(*x)).collect::<Vec<_>>());
        if exact.value.is_normal() && exact.value.exact.abs() < 0.5 * f64::from(f32::MAX) {
            assert!(got.value.is_finite(), "overflow: {}: {got:?}, {exact:?}", at());
        }
        if !bits {
            let pairs = exact.gradient.iter().zip(&got.gradient).map(|(e, g)| (e, *g, subject.budget.1));
            for (figure, computed, budget) in pairs.chain([(&exact.value, got.value, subject.budget.0)]) {
                if figure.is_normal() {
                    let ulps = figure.ulps(computed) - figure.forgiven;
                    assert!(ulps <= 2.0 * budget, "{ulps:.1} ULP: {}: {got:?}, {exact:?}", at());
                    assert!(computed != 0.0 || !figure.is_plain(), "false 0: {}: {got:?}", at());
                }
            }
        }
    });
}
