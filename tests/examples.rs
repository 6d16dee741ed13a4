//! The examples run, and what they claim holds.
#![allow(clippy::duplicate_mod, reason = "each example is a program, and brings what it shares with others")]

#[path = "../examples/clip.rs"]
mod clip;
#[path = "../examples/double_softmax.rs"]
mod double_softmax;
#[path = "../examples/faces.rs"]
mod faces;
#[path = "../examples/fraud.rs"]
mod fraud;
#[path = "../examples/gan.rs"]
mod gan;
#[path = "../examples/house_prices.rs"]
mod house_prices;
#[path = "../examples/keywords.rs"]
mod keywords;
#[path = "../examples/nodules.rs"]
mod nodules;
#[path = "../examples/power_demand.rs"]
mod power_demand;
#[path = "../examples/safety_preference.rs"]
mod safety_preference;
#[path = "../examples/sensors.rs"]
mod sensors;
#[path = "../examples/spam.rs"]
mod spam;
#[path = "../examples/temperature.rs"]
mod temperature;
#[path = "../examples/vae.rs"]
mod vae;

#[test]
fn house_prices() {
    house_prices::main().unwrap();
    let report = house_prices::project().unwrap();
    assert_eq!((report.error, report.loss), (30.0, 900.0));
    let [first, last] = [report.cost[0], report.cost[report.cost.len() - 1]];
    // Once it is flat, it rounds.
    assert!(first > 20.0 * last && report.cost.is_sorted_by(|a, b| 1.0001 * a >= *b), "{report:?}");
    assert!(report.empirical_risk < last && last < report.empirical_risk + 0.1, "{report:?}");
    let [seen, unseen] = report.of_ten;
    assert!(unseen > 3.0 * seen && report.risk < 0.6 * unseen, "{report:?}");
}

#[test]
fn sensors() {
    sensors::main().unwrap();
    assert_eq!(sensors::readings().1.len(), 1268);
    let report = sensors::compare().unwrap();
    let [squared, absolute, huber] = report.rmse;
    assert!(huber < 0.5 * squared && absolute < 0.5 * squared, "{report:?}");
    assert!((0.03..0.04).contains(&report.faults), "{report:?}");
    let [squared, absolute, huber] = report.level.map(|level| (level - report.median).abs());
    assert!(squared > 2.0 && absolute < 1.0 && huber < 1.0, "{report:?}");
}

#[test]
fn power_demand() {
    power_demand::main().unwrap();
    assert_eq!(power_demand::demand().len(), 365);
    let reports = power_demand::compare().unwrap();
    let [squared, median, upper] = reports.map(|report| report.suffices);
    assert!((squared - 0.5).abs() < 0.05 && (median - 0.5).abs() < 0.05, "{reports:?}");
    assert!((upper - 0.9).abs() < 0.05, "{reports:?}");
    let [squared, median, upper] = reports.map(|report| report.cost.iter().sum::<f32>());
    assert!(upper < 0.75 * squared.min(median), "{reports:?}");
    assert!(reports[2].cost[0] < 0.5 * reports[0].cost[0], "{reports:?}");
}

#[test]
fn fraud() {
    fraud::main().unwrap();
    let reports = fraud::compare().unwrap();
    assert!((reports.plain.accuracy - 0.998).abs() < 1e-4 && reports.plain.caught == 0.0, "{reports:?}");
    assert!(reports.by_matrix.cost < 0.2 * reports.plain.cost, "{reports:?}");
    assert!(reports.weighted.cost < 0.2 * reports.plain.cost, "{reports:?}");
    assert!(reports.weighted.caught > 0.8 && reports.weighted.stopped < 0.01, "{reports:?}");
    let [said, calibrated] = reports.probability;
    assert!(said > 10.0 * 0.002 && calibrated < 0.002, "{reports:?}");
}

#[test]
fn nodules() {
    nodules::main().unwrap();
    for (p, claimed) in [(0.98, 0.0004), (0.70, 0.09), (0.20, 0.64)] {
        // micromath's exponentials are within 3e-3, and a factor is made of two.
        let bound = if cfg!(feature = "micromath") { 6e-3 * claimed } else { 1e-5 };
        assert!((nodules::factor(p) - claimed).abs() < bound, "{p}");
    }
    let reports = nodules::compare().unwrap();
    let [cross_entropy, focal, weights] = reports.map(|report| report.found);
    assert!(cross_entropy == 0.0 && focal > 0.2 && weights > 0.9, "{reports:?}");
    assert!((reports[0].background - 0.998).abs() < 5e-4, "{reports:?}");
    assert!((reports[2].background - 0.5).abs() < 1e-3, "{reports:?}");
    assert!(reports.iter().all(|report| report.false_alarms < 0.01), "{reports:?}");
}

#[test]
fn double_softmax() {
    double_softmax::main().unwrap();
    let report = double_softmax::compare().unwrap();
    let (floor, ceiling) = microloss::double_softmax_range(5);
    assert!(report.loss[0] < 0.05 && (floor..ceiling).contains(&report.loss[1]), "{report:?}");
    assert_eq!(report.suspicious, [false, true]);
    assert!(report.confidence[1] < 0.5 * report.confidence[0], "{report:?}");
}

#[test]
fn safety_preference() {
    safety_preference::main().unwrap();
    let reports = [0.1, 0.5, 2.0].map(|beta| safety_preference::train(beta).unwrap());
    for report in &reports {
        assert!(report.after[0] > 0.5 && report.before[0] < 0.2 && report.accuracy == 1.0, "{report:?}");
    }
    assert!(
        reports[0].divergence > reports[1].divergence && reports[1].divergence > reports[2].divergence,
        "{reports:?}"
    );
}

#[test]
fn faces() {
    faces::main().unwrap();
    let report = faces::compare().unwrap();
    assert!(report.untrained < 0.7 && report.random.accuracy > 0.9, "{report:?}");
    assert!(report.random.active[1] < 0.25 && report.hardest.active[1] > 0.5, "{report:?}");
    assert!(1.0 - report.hardest.accuracy < 0.5 * (1.0 - report.random.accuracy), "{report:?}");
    assert_eq!(report.triplets, 32 * 3 * 28);
}

#[test]
fn clip() {
    clip::main().unwrap();
    let report = clip::align().unwrap();
    assert!(report.named[0] < 0.1 && report.found[0] < 0.1, "{report:?}");
    assert!(report.named[1] > 0.9 && report.found[1] > 0.9, "{report:?}");
    assert!(report.loss[0] > 5.0 && report.loss[1] < 0.2, "{report:?}");
    assert!((2.659..=4.605).contains(&report.log_scale), "{report:?}");
}

#[test]
fn spam() {
    spam::main().unwrap();
    let exact = [
        (0.1, 10_f64.ln(), 10_f64.log2()),
        (0.7, 0.356_674_9, 0.514_573_2),
        (0.98, 0.020_202_71, 0.029_146_35),
    ];
    for (p, nats, bits) in exact {
        // A rounding error of the logit, 3.9 for 0.98, is one of its loss; micromath's exponential is within 3e-3.
        let bound = if cfg!(feature = "micromath") { 3e-3 } else { 5e-6 };
        let near = |got: f32, exact: f64| (f64::from(got) - exact).abs() <= bound * exact.max(0.1);
        let cost = spam::cost(p).unwrap();
        assert!(near(cost[0], nats) && near(cost[1], bits), "{p}: {cost:?}");
    }
    let report = spam::learn().unwrap();
    assert!((report.bits[0] - 1.0).abs() < 1e-6 && report.bits[400] < 0.3, "{report:?}");
    assert!(report.right > 0.92, "{report:?}");
}

/// Cold is sure, hot is even; truncation removes the tail, and less of it if the temperature came first; draws follow the
/// distribution, within 4 standard deviations √(p(1 − p)/n).
#[test]
fn temperature() {
    use microloss::entropy;
    use temperature::{at, frequencies, left, tempered_then_truncated, three, truncated_then_tempered};

    temperature::main().unwrap();
    let rows = [0.2, 1.0, 1.5].map(|t| at(t).unwrap());
    assert!(rows[0][0] > 0.98 && rows[2][0] < 0.45, "{rows:?}");
    assert!(rows.iter().all(|p| p.iter().rev().is_sorted()), "the best stays the best: {rows:?}");
    let entropies = rows.map(|p| entropy(&p));
    assert!(entropies.is_sorted() && entropies[0] < 0.11 && entropies[2] > 1.4, "{entropies:?}");

    assert_eq!(left(&three(1.5).unwrap()), 3);
    let (first, last) =
        (truncated_then_tempered(0.85, 1.5).unwrap(), tempered_then_truncated(0.85, 1.5).unwrap());
    assert_eq!((left(&first), left(&last)), (3, 4));

    for (frequency, p) in frequencies(&last, 20_000).unwrap().iter().zip(last) {
        assert!((frequency - p).abs() <= 4.0 * (p * (1.0 - p) / 20_000.0).sqrt(), "{frequency} for {p}");
    }
}

/// At the end of the game the discriminator cannot tell, whichever of the two losses the generator has.
#[test]
fn gan() {
    use gan::{DEVIATION, MEAN, play};

    gan::main();
    for kind in [microloss::Gan::NonSaturating, microloss::Gan::Minimax] {
        let report = play(kind);
        assert!((report.mean - MEAN).abs() < 0.1, "{kind:?}: {report:?}");
        assert!((report.deviation - DEVIATION).abs() < 0.1, "{kind:?}: {report:?}");
        for d in [report.real, report.fake] {
            assert!((d - 0.5).abs() < 0.02, "{kind:?}: {report:?}");
        }
        assert!((report.loss - 2.0 * core::f32::consts::LN_2).abs() < 0.02, "{kind:?}: {report:?}");
    }
}

/// The bound reaches the exact likelihood at β = 1, and β trades one of its terms for the other.
#[test]
fn vae() {
    vae::main();
    let [loose, bound, tight] = [0.25, 1.0, 4.0].map(vae::train);
    let gap = bound.negative_elbo - bound.exact;
    // Below 0 only by the noise of the 200 draws.
    assert!((-0.01..0.02).contains(&gap), "{bound:?}");
    // The data's own entropy, 1 + ½ ln det of their covariance: 2.03 for infinitely many samples.
    assert!((bound.exact - 1.9).abs() < 0.25, "{bound:?}");
    assert!(loose.divergence > bound.divergence && bound.divergence > tight.divergence);
    assert!(loose.reconstruction < bound.reconstruction && bound.reconstruction < tight.reconstruction);
    assert!(bound.negative_elbo < loose.negative_elbo.min(tight.negative_elbo));
}

#[test]
fn keywords() {
    keywords::main().unwrap();
    let report = keywords::learn().unwrap();
    let [untrained, trained] = report.right;
    assert!(untrained < 0.5 && trained > 0.95 && report.loss[1] < 0.1 * report.loss[0], "{report:?}");
}
