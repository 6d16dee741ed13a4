//! Energies and temperature: identities, limits, mistakes.

use crate::between::between;
#[cfg(any(not(feature = "micromath"), feature = "branchless"))]
use crate::{
    draw::{Draw, MEASURED},
    families::energy::{K, weights},
    families::{ROUNDING, largest},
    subject::Figure,
};
use microloss::{
    Buffer, ContrastiveDivergence, EnergyHinge, EnergyNll, EnergyPerceptron, Error, Label, Loss, Reduction,
    SoftmaxCrossEntropy, boltzmann, entropy, free_energy, free_energy_and_gradient, free_energy_slope,
    log_partition, math, temper,
};
use proptest::prelude::*;

/// micromath's exponential is within 2.4e-3.
const EXACT: f32 = if cfg!(feature = "micromath") { 6e-3 } else { 2e-6 };

#[track_caller]
fn near(got: f32, exact: f32) {
    assert!((got - exact).abs() <= EXACT * (1.0 + exact.abs()), "{got} for {exact}");
}

fn at(energies: [f32; 3], temperature: f32) -> [f32; 3] {
    let mut p = [0.0; 3];
    boltzmann(&energies, temperature, &mut p).unwrap();
    p
}

#[test]
fn golden_numbers() {
    for (p, exact) in at([1.0, 2.0, 3.0], 1.0).into_iter().zip([0.665_241, 0.244_728_5, 0.090_030_6]) {
        near(p, exact);
    }
    near(free_energy(&[1.0, 2.0, 3.0], 1.0).unwrap(), 0.592_394);
    // The temperatures of the softmax table, as energies.
    for (temperature, exact) in [
        (2.0, [0.589_797_8, 0.131_601_6, 0.278_600_7]),
        (1.5, [0.665_241, 0.090_030_6, 0.244_728_5]),
        (0.2, [0.999_446_9, 3.057e-7, 5.528e-4]),
    ] {
        for (p, exact) in at([-2.0, 1.0, -0.5], temperature).into_iter().zip(exact) {
            near(p, exact);
        }
    }
}

/// T → 0 is the argmin, shared by equals; T → ∞ is uniform; both ends exist.
#[test]
fn the_ends_of_the_temperature_scale() {
    let (inf, third) = (f32::INFINITY, 1.0 / 3.0);
    assert_eq!(at([1.0, 2.0, 3.0], 0.0), [1.0, 0.0, 0.0]);
    assert_eq!(at([1.0, 2.0, 1.0], 0.0), [0.5, 0.0, 0.5]);
    assert_eq!(at([1.0, -2.0, 1e38], inf), [third; 3]);
    assert_eq!(at([1.0, inf, 1e38], inf), [0.5, 0.0, 0.5]);
    assert_eq!(at([1.0, 2.0, 3.0], f32::MIN_POSITIVE), [1.0, 0.0, 0.0]);
    near(at([1.0, 2.0, 3.0], f32::MAX)[2], third);
    for energies in [[1.0, 2.0, 4.0], [-3.0, 0.5, 0.25]] {
        for (cold, hot) in [(0.0, 1e-3), (1e6, inf)] {
            for (a, b) in at(energies, cold).into_iter().zip(at(energies, hot)) {
                near(a, b);
            }
        }
    }
    // Lower temperature, less entropy: "temperature controls the entropy of the system".
    let entropies = [0.1, 0.5, 1.0, 2.0, 10.0].map(|temperature| entropy(&at([1.0, 2.0, 4.0], temperature)));
    assert!(entropies.is_sorted(), "{entropies:?}");
    for impossible in [[inf; 3], [f32::NEG_INFINITY, 0.0, 0.0], [f32::NAN, 0.0, 0.0]] {
        for temperature in [0.0, 1.0, inf] {
            let p = at(impossible, temperature);
            assert!(
                p.iter().all(|p| p.to_bits() == f32::NAN.to_bits()),
                "{impossible:?} {temperature}: {p:?}"
            );
        }
    }
}

#[test]
fn tempering_probabilities() {
    let tempered = |mut p: [f32; 3], temperature| {
        temper(&mut p, temperature).unwrap();
        p
    };
    let p: [f32; 3] = [0.6, 0.3, 0.1];
    for (temperature, exact) in [
        (1.0, p),
        (0.5, [0.36 / 0.46, 0.09 / 0.46, 0.01 / 0.46]),
        (2.0, p.map(|x| x.sqrt() / p.iter().map(|x| x.sqrt()).sum::<f32>())),
    ] {
        for (a, b) in tempered(p, temperature).into_iter().zip(exact) {
            near(a, b);
        }
    }
    assert_eq!(tempered([0.4, 0.2, 0.4], 0.0), [0.5, 0.0, 0.5]);
    assert_eq!(tempered([0.9, 0.0, 0.1], f32::INFINITY), [0.5, 0.0, 0.5]);
    for nothing in [[0.0; 3], [-1.0, 0.5, 0.5], [f32::NAN, 0.5, 0.5], [f32::INFINITY, 0.5, 0.5]] {
        for temperature in [0.0, 1.0, f32::INFINITY] {
            let p = tempered(nothing, temperature);
            assert!(p.iter().all(|p| p.is_nan()), "{nothing:?} {temperature}: {p:?}");
        }
    }
}

proptest! {
    /// p = softmax(−E/T); F = −T·ln Z; ∂F/∂T = −H(p); all by different routes.
    #[test]
    fn thermodynamics(e in proptest::array::uniform3(between(-20.0, 20.0)), t in between(0.25, 8.0)) {
        let p = at(e, t);
        let mut q = [0.0; 3];
        math::softmax(&e.map(|e| -e), t, &mut q).unwrap();
        for (p, q) in p.into_iter().zip(q) {
            prop_assert!((p - q).abs() <= EXACT);
        }
        let free = free_energy(&e, t).unwrap();
        prop_assert!((free + t * log_partition(&e, t).unwrap()).abs() <= EXACT * 40.0);
        let slope = free_energy_slope(&e, t).unwrap();
        prop_assert!(slope <= 0.0 && (slope + entropy(&p)).abs() <= 10.0 * EXACT, "{slope} {}", entropy(&p));
        // F ≤ min E, and F = ⟨E⟩ − T·H.
        let mean: f32 = p.iter().zip(e).map(|(p, e)| p * e).sum();
        prop_assert!((free - (mean + t * slope)).abs() <= 60.0 * EXACT);
        let mut gradient = [0.0; 3];
        prop_assert_eq!(free_energy_and_gradient(&e, t, &mut gradient), Ok(free));
        prop_assert_eq!(gradient, p);
    }

    /// −ln p_y is cross-entropy of −E, and F(all) against E_y: (E_y − F)/T.
    #[test]
    fn likelihood_of_energies(e in proptest::array::uniform3(between(-20.0, 20.0)), y in 0_u8..3, t in between(0.25, 8.0)) {
        let loss = EnergyNll::new(t);
        let value = loss.value(&[e], &[y], Reduction::Sum).unwrap();
        let free = free_energy(&e, t).unwrap();
        prop_assert!((value - (e[y.index()] - free) / t).abs() <= 100.0 * EXACT);
        let logits = SoftmaxCrossEntropy::new().with_temperature(t);
        let x = [e.map(|e| -e)];
        prop_assert_eq!(value, logits.value(&x, &[y], Reduction::Sum).unwrap());
        let slope = loss.temperature_gradient(&[e, e], &[y, y], Reduction::Mean);
        let of_logits = logits.temperature_gradient(&x, &[y], Reduction::Sum).unwrap();
        prop_assert!((slope.unwrap() - of_logits).abs() <= 100.0 * EXACT * (1.0 + of_logits.abs()));
    }

    /// The perceptron is the hinge as its margin vanishes.
    #[test]
    fn perceptron_is_a_hinge_without_margin(e in proptest::array::uniform3(between(-20.0, 20.0)), y in 0_u8..3) {
        let perceptron = EnergyPerceptron::new().value(&[e], &[y], Reduction::Sum).unwrap();
        let hinge = EnergyHinge::new(f32::MIN_POSITIVE).value(&[e], &[y], Reduction::Sum).unwrap();
        prop_assert_eq!(perceptron, hinge);
        let lowest = e.iter().copied().fold(f32::INFINITY, f32::min);
        prop_assert!((perceptron - (e[y.index()] - lowest)).abs() <= 1e-5);
    }
}

/// Kinks have slope 0; equals at the bottom share nothing: the first is meant.
#[test]
fn kinks() {
    let of = |energies: [f32; 3]| {
        let mut gradient = [energies];
        let loss = EnergyPerceptron::new();
        (
            loss.value_and_gradient(&[energies], &[0_u8], Reduction::Sum, &mut gradient).unwrap(),
            gradient[0].map(|g| g + 0.0),
        )
    };
    assert_eq!(of([1.0, 1.0, 2.0]), (0.0, [0.0; 3]));
    assert_eq!(of([2.0, 1.0, 1.0]), (1.0, [1.0, -1.0, 0.0]));
    assert_eq!(of([2.0, f32::INFINITY, 3.0]), (0.0, [0.0; 3]));
    let mut gradient = [[0.0; 2]];
    let value =
        EnergyHinge::new(1.0).value_and_gradient(&[[1.0, 2.0]], &[0_u8], Reduction::Sum, &mut gradient);
    assert_eq!((value, gradient[0].map(f32::abs)), (Ok(0.0), [0.0; 2]));
}

/// Samples like the data: no slope in the mean. Opposite ends of the line: no ∞ − ∞.
#[test]
fn contrastive_divergence() {
    let loss = ContrastiveDivergence::new();
    assert_eq!(loss.value(&[[1.0, 2.0], [2.0, 1.0]], &[(); 2], Reduction::Mean), Ok(0.0));
    let regular = loss.with_regularization(0.5);
    // (2 − 3) + ½(2² + 3²), and its slopes 1 + 2·½·2 and −1 + 2·½·3.
    let mut gradient = [[0.0; 2]];
    let value = regular.value_and_gradient(&[[2.0, 3.0]], &[()], Reduction::Sum, &mut gradient);
    assert_eq!((value, gradient), (Ok(5.5), [[3.0, 2.0]]));
    assert_eq!(regular.value(&[[f32::MIN, f32::MAX]], &[()], Reduction::Sum), Ok(f32::INFINITY));
    assert_eq!(loss.value(&[[f32::INFINITY, 0.0]], &[()], Reduction::Sum), Ok(f32::INFINITY));
}

#[test]
fn cold_free_energy() {
    assert_eq!(free_energy(&[2.0, 1.0, 1.0], 0.0), Ok(1.0));
    // An energy beyond every multiple of the temperature is improbable, not the lowest.
    assert_eq!(free_energy(&[-1.0, f32::MAX], 0.25), Ok(-1.0));
    near(free_energy_slope(&[2.0, 1.0, 1.0], 0.0).unwrap(), -core::f32::consts::LN_2);
    near(free_energy_slope(&[2.0, 1.0, 1.0], 1e-3).unwrap(), -core::f32::consts::LN_2);
    assert_eq!(free_energy(&[f32::INFINITY, 7.0], 0.5), Ok(7.0));
    // Alone at the bottom, far below the others: no entropy.
    assert_eq!(free_energy_slope(&[1.0, 1000.0], 0.0), Ok(0.0));
    for none in [[f32::INFINITY; 2], [f32::NAN, 1.0]] {
        for temperature in [0.0, 1.0] {
            assert!(free_energy(&none, temperature).unwrap().is_nan());
            assert!(free_energy_slope(&none, temperature).unwrap().is_nan());
        }
    }
}

/// Temperatures by which to divide rounds: the documented bounds of what has no gradient.
#[test]
#[cfg_attr(miri, ignore = "nothing that Miri has not seen, and slow there")]
#[cfg(any(not(feature = "micromath"), feature = "branchless"))]
fn temperatures_that_round() {
    for (seed, mode) in MEASURED.into_iter().enumerate() {
        let mut draw = Draw::new(seed as u64, mode);
        for temperature in ROUNDING.into_iter().cycle().take(50_000) {
            let energies = draw.floats::<K>();
            let (t, e) = (f64::from(temperature), energies.map(f64::from));
            let (shares, rest, lowest) = weights(&e, t);
            let excess: f64 = (0..K).map(|k| shares[k] * (e[k] - e[lowest]) / t).sum();
            let check = |exact: Figure, got: f32, allowed: f64| {
                let ulps = exact.ulps(got);
                let near = ulps <= allowed || !exact.is_normal();
                assert!(near, "{energies:?}, {temperature}: {ulps} of {allowed}");
            };
            let largest = largest(&e) / t;
            let log_partition = log_partition(&energies, temperature).unwrap();
            check(Figure::sum(&[-e[lowest] / t, rest.ln_1p()]), log_partition, 3.0 + 3.0 * largest);
            let slope = free_energy_slope(&energies, temperature).unwrap();
            check(Figure::from(-(rest.ln_1p() + excess / (1.0 + rest))), slope, 8.0 + 3.0 * largest);

            let p = [(); K].map(|()| draw.probability());
            let powers = p.map(|p| f64::from(p).powf(1.0 / t));
            let mut tempered = p;
            temper(&mut tempered, temperature).unwrap();
            for (k, got) in tempered.into_iter().enumerate().filter(|(k, _)| p[*k] > 0.0) {
                let exact = Figure::from(powers[k] / powers.iter().sum::<f64>());
                check(exact, got, 4.0 + 4.0 * f64::from(p[k]).ln().abs() / t);
            }
        }
    }
}

#[test]
fn mistakes_are_named() {
    let mut out = [42.0; 2];
    assert_eq!(boltzmann(&[], 1.0, &mut []), Err(Error::EmptyBatch));
    assert_eq!(temper(&mut [], 1.0), Err(Error::EmptyBatch));
    assert_eq!(free_energy(&[], 1.0), Err(Error::EmptyBatch));
    assert_eq!(log_partition(&[], 1.0), Err(Error::EmptyBatch));
    let short = |buffer| Error::Length { buffer, expected: 3, actual: 2 };
    assert_eq!(boltzmann(&[1.0; 3], 1.0, &mut out), Err(short(Buffer::Probabilities)));
    assert_eq!(free_energy_and_gradient(&[1.0; 3], 1.0, &mut out), Err(short(Buffer::Gradient)));
    let bad =
        |result: Result<f32, Error>| matches!(result, Err(Error::Parameter { name: "temperature", .. }));
    for t in [-1.0, 1e-40, f32::NAN, f32::NEG_INFINITY] {
        assert!(bad(boltzmann(&[1.0; 2], t, &mut out).map(|()| 0.0)));
        assert!(bad(temper(&mut out, t).map(|()| 0.0)));
    }
    for t in [-1.0, 1e-40, f32::NAN, f32::INFINITY] {
        assert!(bad(free_energy(&[1.0; 2], t)) && bad(free_energy_slope(&[1.0; 2], t)));
        assert!(bad(log_partition(&[1.0; 2], t)) && bad(free_energy_and_gradient(&[1.0; 2], t, &mut out)));
        assert!(bad(EnergyNll::<2>::try_new(t).map(|_| 0.0)));
    }
    assert!(bad(log_partition(&[1.0; 2], 0.0)) && bad(EnergyNll::<2>::try_new(0.0).map(|_| 0.0)));
    assert_eq!(out, [42.0; 2]);
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        assert!(EnergyHinge::<2>::try_new(bad).is_err());
        let refused = ContrastiveDivergence::new().try_with_regularization(bad);
        assert!(matches!(refused, Err(Error::Parameter { name: "alpha", .. })));
    }
    let label = Error::Label { row: 0, label: 2, classes: 2 };
    assert_eq!(EnergyNll::new(1.0).value(&[[0.0; 2]], &[2_u8], Reduction::Sum), Err(label));
    assert_eq!(EnergyHinge::new(1.0).value(&[[0.0; 2]], &[2_u8], Reduction::Sum), Err(label));
    assert_eq!(EnergyPerceptron::new().value(&[[0.0; 2]], &[2_u8], Reduction::Sum), Err(label));
    assert_eq!(EnergyNll::new(1.0).temperature_gradient(&[[0.0; 2]], &[2_u8], Reduction::Sum), Err(label));
}
