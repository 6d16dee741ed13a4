//! Constructors that are written by hand; and `default()` is `new()`. `src/parameter.rs` tests those that its macros write.

use microloss::*;
use std::fmt::Debug;
use std::panic::catch_unwind;
use std::{fs, path::Path};

/// Constructors that check more than single numbers: file, function, and the test below that covers it.
const BY_HAND: &[(&str, &str, &str)] = &[
    ("src/decision/cost_matrix.rs", "try_new", "costs"),
    ("src/generative/gan.rs", "try_with_label_smoothing", "smoothing_of_an_adversary"),
    ("src/info_nce/clip.rs", "try_from_temperature", "temperature_of_clip"),
    ("src/regression/quantile.rs", "try_new", "ascending_levels"),
];

/// The constructor refuses `value` for the parameter `name`, and its twin panics with the name of its type.
fn refuses<T: Debug>(
    name: &str,
    value: f32,
    panics: &str,
    constructed: Result<T, Error>,
    twin: impl FnOnce() -> T + std::panic::UnwindSafe,
) {
    match constructed {
        Err(Error::Parameter { name: refused, value: bad, requirement }) => {
            assert_eq!((refused, bad.to_bits()), (name, value.to_bits()));
            assert!(!requirement.is_empty());
        }
        other => panic!("{name} = {value}: {other:?}"),
    }
    let panic = catch_unwind(twin).expect_err(panics);
    let message = panic.downcast_ref::<&str>().copied().unwrap_or_default();
    assert!(message.starts_with(panics), "{message}");
}

#[test]
fn costs() {
    for bad in [f32::NAN, f32::INFINITY, 1.1e30, -1.1e30] {
        let costs = [[0.0, bad], [0.0, 0.0]];
        refuses("costs", bad, "CostMatrix: ", CostMatrix::try_new(costs), move || CostMatrix::new(costs));
    }
    assert!(CostMatrix::try_new([[1e30, -1e30], [0.0, 0.0]]).is_ok());
}

#[test]
fn smoothing_of_an_adversary() {
    let of = |gan| GanDiscriminator::new(gan);
    for (gan, bad) in
        [(Gan::Minimax, 1.0), (Gan::Minimax, f32::NAN), (Gan::Hinge, 0.1), (Gan::Wasserstein, -0.1)]
    {
        let loss = of(gan);
        let constructed = loss.try_with_label_smoothing(bad);
        refuses("label_smoothing", bad, "GanDiscriminator: ", constructed, move || {
            loss.with_label_smoothing(bad)
        });
    }
    assert!(of(Gan::LeastSquares).try_with_label_smoothing(0.9).is_ok());
    assert!(of(Gan::Hinge).try_with_label_smoothing(0.0).is_ok());
}

#[test]
fn ascending_levels() {
    let quantiles =
        |taus, penalty| (Quantiles::try_new(taus, penalty), move || Quantiles::new(taus, penalty));
    for bad in [0.5, 1.0, 0.2, f32::NAN, f32::INFINITY] {
        let (constructed, twin) = quantiles([0.5, bad], 0.0);
        refuses("tau", bad, "Quantiles: ", constructed, twin);
    }
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        let (constructed, twin) = quantiles([0.5, 0.6], bad);
        refuses("crossing_penalty", bad, "Quantiles: ", constructed, twin);
    }
    assert!(Quantiles::try_new([0.5, 0.6, 0.9], f32::MAX).is_ok());
}

#[test]
fn temperature_of_clip() {
    for bad in [0.0, -1.0, 1e30, f32::NAN, f32::INFINITY] {
        let logarithm = -microloss::math::ln(bad);
        refuses("log_scale", logarithm, "Clip: log_scale", Clip::try_from_temperature(bad), move || {
            Clip::from_temperature(bad)
        });
    }
}

/// The files of `src` that define a function `try_…` themselves, and its name.
fn by_hand(folder: &Path, found: &mut Vec<(String, String)>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            by_hand(&path, found);
            continue;
        }
        let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_str().unwrap().to_string();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some((_, rest)) = line.split_once("fn try_") {
                let function = format!("try_{}", rest.split(['(', '<']).next().unwrap());
                // Those with arrays are calls, not constructors.
                if !function.ends_with("_array") {
                    found.push((name.clone(), function));
                }
            }
        }
    }
}

#[test]
fn what_no_macro_writes_has_a_test() {
    let mut found = Vec::new();
    by_hand(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found.sort();
    let listed = BY_HAND.iter().map(|(file, function, _)| (file.to_string(), function.to_string()));
    let listed: Vec<_> = listed.collect();
    let untested: Vec<_> = found.iter().filter(|function| !listed.contains(function)).collect();
    assert!(
        untested.is_empty(),
        "use the macros of src/parameter.rs, or test them in tests/suite/constructors.rs: {untested:?}"
    );
    assert_eq!(found, listed, "BY_HAND in tests/suite/constructors.rs lists others");
    let tests = include_str!("constructors.rs");
    for (_, _, test) in BY_HAND {
        assert!(tests.contains(&format!("fn {test}()")), "no test {test}");
    }
}

#[test]
fn default_is_new() {
    fn same<T: Default + PartialEq + Debug>(new: T) {
        assert_eq!(T::default(), new);
    }
    same(SigmoidCrossEntropy::new());
    same(BernoulliNll::new());
    same(SoftmaxCrossEntropy::<3, u8>::new());
    same(SoftmaxCrossEntropyDense::<3>::new());
    same(SequenceLogProbability::<3, u8>::new());
    same(EnergyPerceptron::<3, u8>::new());
    same(GaussianKl::<3>::new());
    same(GaussianKlBetween::<3>::new());
    same(NoisePrediction::<3>::new());
    same(Regret::<3>::new());
    same(EmpiricalRisk::new());
    same(BradleyTerry::new());
    same(ContrastiveDivergence::new());
    same(GaussianNll::new());
    same(LaplaceNll::new());
    same(PoissonNll::new());
}
