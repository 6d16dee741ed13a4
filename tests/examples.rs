//! The examples run, and what they claim holds.
#![allow(clippy::duplicate_mod, reason = "each example is a program, and brings what it shares with others")]

#[path = "../examples/bandit.rs"]
mod bandit;
#[path = "../examples/centres.rs"]
mod centres;
#[path = "../examples/class_weights.rs"]
mod class_weights;
#[path = "../examples/clip.rs"]
mod clip;
#[path = "../examples/cost_matrix.rs"]
mod cost_matrix;
#[path = "../examples/diffusion.rs"]
mod diffusion;
#[path = "../examples/distillation.rs"]
mod distillation;
#[path = "../examples/double_softmax.rs"]
mod double_softmax;
#[path = "../examples/energies.rs"]
mod energies;
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
#[path = "../examples/logits_as_probabilities.rs"]
mod logits_as_probabilities;
#[path = "../examples/manual_focal.rs"]
mod manual_focal;
#[path = "../examples/margins.rs"]
mod margins;
#[path = "../examples/mode_collapse.rs"]
mod mode_collapse;
#[path = "../examples/nodules.rs"]
mod nodules;
#[path = "../examples/noisy_labels.rs"]
mod noisy_labels;
#[path = "../examples/power_demand.rs"]
mod power_demand;
#[path = "../examples/preferences.rs"]
mod preferences;
#[path = "../examples/regret.rs"]
mod regret;
#[path = "../examples/retrieval.rs"]
mod retrieval;
#[path = "../examples/reward_shaping.rs"]
mod reward_shaping;
#[path = "../examples/rlhf.rs"]
mod rlhf;
#[path = "../examples/safety_preference.rs"]
mod safety_preference;
#[path = "../examples/sensors.rs"]
mod sensors;
#[path = "../examples/sharpness.rs"]
mod sharpness;
#[path = "../examples/spam.rs"]
mod spam;
#[path = "../examples/sparsity.rs"]
mod sparsity;
#[path = "../examples/temperature.rs"]
mod temperature;
#[path = "../examples/uncertainty.rs"]
mod uncertainty;
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
    assert_eq!(sensors::flow::readings().1.len(), 1268);
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
    assert_eq!(power_demand::days::demand().len(), 365);
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

/// A small β ends far from the reference, a large one near it, each where the theory says: leads of ln 3/β or less.
#[test]
fn safety_preference() {
    safety_preference::main().unwrap();
    let reports = [0.1, 0.5, 2.0].map(|beta| safety_preference::train(beta).unwrap());
    let [small, middle, large] = reports.each_ref();
    assert!(small.divergence > 3.0 * middle.divergence && middle.divergence > 10.0 * large.divergence);
    assert!(small.after[0] > 0.99 && middle.after[0] > 0.5 && large.after[0] < 0.2, "{reports:?}");
    for report in &reports {
        assert!(report.after[0] > report.before[0] && report.accuracy == 0.75, "{report:?}");
        assert!(report.margin > 0.0 && report.reward > 0.0, "{report:?}");
    }
}

/// Both ways meet q·e^(r/β)/Z within 0.01 nats.
#[test]
fn rlhf() {
    rlhf::main().unwrap();
    for beta in [0.5, 1.0, 2.0] {
        let report = rlhf::align(beta).unwrap();
        assert!(report.divergence.iter().all(|nats| *nats < 0.01), "{report:?}");
        assert!(report.rewards.is_sorted_by(|a, b| a > b), "{report:?}");
        let moved: f32 = report.policies[0].iter().zip(report.policies[1]).map(|(p, q)| (p - q).abs()).sum();
        assert!(moved < 0.02, "{report:?}");
    }
}

/// The average falls at each tenfold number of rounds, at least as 1/√T does.
#[test]
fn regret() {
    regret::main().unwrap();
    let (course, best) = regret::play(10_000).unwrap();
    let averages = [10, 100, 1000, 10_000].map(|rounds| course[rounds - 1] / rounds as f32);
    assert!(averages.windows(2).all(|pair| pair[1] < 0.5 * pair[0]), "{averages:?}");
    assert!(averages[3] < averages[0] / 1000_f32.sqrt(), "{averages:?}");
    assert!((best - 0.7).abs() < 1e-6);
}

/// Whatever the draws, shaping saves steps, and both policies go to the goal from every room.
#[test]
fn reward_shaping() {
    reward_shaping::main().unwrap();
    for seed in 1..=20 {
        let [plain, shaped] = [false, true].map(|is_shaped| reward_shaping::learn(is_shaped, seed).unwrap());
        assert_eq!((plain.policy, shaped.policy), ([true; 15], [true; 15]), "{seed}");
        let [plain, shaped] = [plain, shaped].map(|report| report.steps.iter().sum::<f32>());
        assert!(shaped < 0.8 * plain, "{seed}: {shaped} of {plain}");
    }
}

#[test]
fn cost_matrix() {
    cost_matrix::main().unwrap();
    let reports = cost_matrix::compare().unwrap();
    let [likeliest, by_costs, trained] = reports;
    assert!(by_costs.right < likeliest.right && by_costs.cost < 0.7 * likeliest.cost, "{reports:?}");
    assert!(trained.cost < 0.9 * likeliest.cost && likeliest.right > 0.8, "{reports:?}");
}

/// The values agree. The gradient of `SoftmaxFocal` is the slope of that value, the other is not.
#[test]
fn manual_focal() {
    use microloss::{Loss, Reduction, SoftmaxFocal};

    manual_focal::main().unwrap();
    let report = manual_focal::compare().unwrap();
    assert!((report.value[0] - report.value[1]).abs() < 1e-6, "{report:?}");
    let step = 1e-2;
    let at = |shift: f32| {
        let mut logits = manual_focal::LOGITS;
        logits[1][1] += shift;
        SoftmaxFocal::new(2.0).value(&logits, &manual_focal::LABELS, Reduction::Mean).unwrap()
    };
    let slope = (at(step) - at(-step)) / (2.0 * step);
    assert!((report.gradient[1][1][1] - slope).abs() < 1e-3, "{slope}: {report:?}");
    assert!((report.gradient[0][1][1] - slope).abs() > 0.1, "{slope}: {report:?}");
}

#[test]
fn logits_as_probabilities() {
    use logits_as_probabilities::{LOGITS, floor, losses, main, refused};
    use microloss::{Error, looks_like_sigmoid_outputs, math::sigmoid};

    main().unwrap();
    assert!(matches!(refused(), Some(Error::Prediction { row: 0, value: 2.3, .. })), "{:?}", refused());
    let [right, same, wrong] = losses().unwrap();
    assert!((right - same).abs() < 1e-5 && wrong > 2.0 * right, "{right} {same} {wrong}");
    assert!((floor().unwrap() - (-1.0_f32).exp().ln_1p()).abs() < 1e-6);
    assert!(looks_like_sigmoid_outputs(&LOGITS.map(sigmoid)) && !looks_like_sigmoid_outputs(&LOGITS));
}

/// SAM reads more unseen digits and ends in a flatter place, from each start.
#[test]
fn sharpness() {
    for seed in 1..=3 {
        let [plain, sam] = [false, true].map(|is_sam| sharpness::train(is_sam, seed).unwrap());
        assert!(sam.right > plain.right + 0.03, "{seed}: {plain:?} {sam:?}");
        assert!(sam.sharpness < plain.sharpness && sam.loss > plain.loss, "{seed}: {plain:?} {sam:?}");
    }
    sharpness::main().unwrap();
}

#[test]
fn diffusion() {
    diffusion::main().unwrap();
    let report = diffusion::generate().unwrap();
    assert!((report.left - 0.3).abs() < 0.03, "{}", report.left);
    assert!((report.means[0] + 2.0).abs() < 0.1 && (report.means[1] - 1.0).abs() < 0.1, "{:?}", report.means);
    assert!(report.loss[1] < 0.4 * report.loss[0], "{:?}", report.loss);
}

/// A slow generator covers both hills from every start, a fast one has collapsed from the first.
#[test]
fn mode_collapse() {
    use mode_collapse::{main, play, spread};

    main().unwrap();
    for seed in 1..=3 {
        let (left, bins) = spread(&play(0.02, seed).unwrap());
        assert!((left - 0.3).abs() < 0.1 && bins >= 10, "{seed}: {left} {bins}");
    }
    let (left, bins) = spread(&play(0.3, 1).unwrap());
    assert!(left == 1.0 && bins == 1, "{left} {bins}");
}

#[test]
fn retrieval() {
    use retrieval::{contrastive, main, recall, supervised, triplets};

    main().unwrap();
    let random = recall(None, 0.0).unwrap();
    let ways = [(contrastive as retrieval::Slopes, 0.02), (triplets, 0.02), (supervised, 0.05)];
    for (slopes, rate) in ways {
        let learnt = recall(Some(slopes), rate).unwrap();
        assert!(learnt[0] > 2.0 * random[0] && learnt[0] > 0.8, "{learnt:?}, {random:?}");
        assert!(learnt.is_sorted() && learnt[2] > 0.94, "{learnt:?}");
    }
}

/// Centres are the mean, the median and percentiles of the flows.
#[test]
fn centres() {
    use microloss::{
        AbsoluteError, GammaNll, GeneralRobust, Huber, PoissonNll, Quantile, SmoothL1, SquaredError,
    };

    centres::main().unwrap();
    let (as_is, mut sorted): (fn(f32) -> f32, _) = (|x| x, centres::flow::readings().1);
    sorted.sort_by(f32::total_cmp);
    let mean = sorted.iter().sum::<f32>() / sorted.len() as f32;
    let percentile = |share: f32| sorted[(share * sorted.len() as f32) as usize];
    let near = |centre: Result<f32, microloss::Error>, expected: f32| {
        let centre = centre.unwrap();
        assert!((centre - expected).abs() < 0.02, "{centre} for {expected}");
    };
    near(centres::centre(&SquaredError::new(), as_is), mean);
    near(centres::centre(&PoissonNll::new(), f32::ln), mean);
    near(centres::centre(&GammaNll::new(), f32::ln), mean);
    near(centres::centre(&AbsoluteError::new(), as_is), percentile(0.5));
    near(centres::centre(&Quantile::new(0.9), as_is), percentile(0.9));
    let huber = centres::centre(&Huber::new(3.0), as_is).unwrap();
    near(centres::centre(&SmoothL1::new(3.0), as_is), huber);
    let robust = centres::centre(&GeneralRobust::new(-2.0, 3.0), as_is).unwrap();
    assert!((robust - percentile(0.5)).abs() < 0.1 && percentile(0.5) - mean > 2.0, "{robust} {mean}");
}

/// Some losses have reached their goal after 1 000 steps, the others go on.
#[test]
fn preferences() {
    preferences::main().unwrap();
    for (name, [early, late]) in preferences::compare().unwrap() {
        let [early, late] = [early, late].map(|pair| preferences::lead(&pair));
        let goal = match name.split([',', ' ']).next().unwrap() {
            "Ipo" | "SlicHinge" => Some(2.0),
            "Exo" => Some(9_f32.ln()),
            "Dpo" if name.contains("conservative") => Some(9_f32.ln()),
            _ => None,
        };
        match goal {
            // The hinge's slope does not shrink, so it comes to within a step.
            Some(goal) => assert!((early - goal).abs() < 0.1 && (late - goal).abs() < 0.1, "{name}: {late}"),
            None => assert!(late > early + 0.5, "{name}: {early} {late}"),
        }
    }
}

/// The bounded loss keeps most under wrong labels, and loses nothing under right ones.
#[test]
fn noisy_labels() {
    noisy_labels::main().unwrap();
    let reports = noisy_labels::compare().unwrap();
    let of = |name: &str| reports.iter().find(|report| report.0.starts_with(name)).unwrap().1;
    let bounded = of("Generalized");
    assert!(bounded[1] > 0.9, "{reports:?}");
    for (name, [right, noisy]) in &reports {
        assert!(*right > 0.92 && bounded[1] >= *noisy && bounded[0] > right - 0.02, "{name}: {reports:?}");
    }
    assert!(of("SoftmaxFocal")[1] < of("SoftmaxCrossEntropy")[1], "{reports:?}");
}

#[test]
fn margins() {
    use microloss::LossKind;

    margins::main().unwrap();
    let reports = margins::compare().unwrap();
    assert!(reports.iter().all(|(_, report)| report.right > 0.9), "{reports:?}");
    let active = |kind| reports.iter().find(|report| report.0 == kind).unwrap().1.active;
    assert!(active(LossKind::SigmoidCrossEntropy) > 0.9 && active(LossKind::Hinge) < 0.3, "{reports:?}");
    let exact = (-2.0_f32).exp().ln_1p() + 1_f32.exp().ln_1p();
    assert!((margins::of_probabilities(&[2.0, -1.0], &[1.0, 1.0]).unwrap() - 0.5 * exact).abs() < 1e-6);
}

#[test]
fn faces() {
    faces::main().unwrap();
    let report = faces::compare().unwrap();
    assert!(report.untrained < 0.7 && report.random.accuracy > 0.9, "{report:?}");
    assert!(report.random.active[1] < 0.25 && report.hardest.active[1] > 0.5, "{report:?}");
    assert!(1.0 - report.hardest.accuracy < 0.8 * (1.0 - report.random.accuracy), "{report:?}");
    assert!(report.better >= 10 && report.triplets == 32 * 3 * 28, "{report:?}");
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

    gan::main().unwrap();
    for kind in [microloss::Gan::NonSaturating, microloss::Gan::Minimax] {
        let report = play(kind).unwrap();
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
    vae::main().unwrap();
    let [loose, bound, tight] = [0.25, 1.0, 4.0].map(|beta| vae::train(beta).unwrap());
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

/// The likelihood and contrastive divergence meet the shares; losses with a margin do not.
#[test]
fn energies() {
    use energies::{judge, main, with_all_answers, with_samples};
    use microloss::{EnergyHinge, EnergyNll};

    main().unwrap();
    for energies in [with_all_answers(&EnergyNll::new(1.0)), with_samples()] {
        let (p, divergence) = judge(&energies.unwrap()).unwrap();
        assert!(divergence < 0.002, "{p:?}");
    }
    let (p, divergence) = judge(&with_all_answers(&EnergyHinge::new(1.0)).unwrap()).unwrap();
    assert!(divergence > 0.1 && p[1..].iter().all(|other| p[0] > *other), "{p:?}");
}

/// A high temperature takes most over from the teacher, and every opinion more than labels do.
#[test]
fn distillation() {
    distillation::main().unwrap();
    let reports = distillation::compare().unwrap();
    let [teacher, labels, others @ .., hot] = reports.as_slice() else { panic!("{reports:?}") };
    assert!(teacher.1.right > 0.94 && hot.1.right > labels.1.right + 0.1, "{reports:?}");
    for (name, report) in others {
        assert!(labels.1.right < report.right && report.right < hot.1.right, "{name}: {reports:?}");
        assert!(report.divergence > hot.1.divergence, "{name}: {reports:?}");
    }
}

/// Each interval holds most days; the percentiles' is the narrowest.
#[test]
fn uncertainty() {
    uncertainty::main().unwrap();
    let reports = uncertainty::compare().unwrap();
    assert!(reports.iter().all(|report| (0.8..0.95).contains(&report.within)), "{reports:?}");
    let [gaussian, laplace, percentiles] = reports.map(|report| report.width);
    assert!(percentiles < laplace && laplace < gaussian, "{reports:?}");
}

/// With a baseline every run finds the best setting, by gradients of a fifth of the length.
#[test]
fn bandit() {
    use bandit::{Baseline, learn, main, successes};

    main().unwrap();
    assert!(successes(Baseline::None, 0.0).unwrap() < 30);
    let plain = learn(Baseline::None, 0.0, 1).unwrap();
    for baseline in [Baseline::LeaveOneOut, Baseline::Normalized] {
        assert_eq!(successes(baseline, 0.0).unwrap(), 40, "{baseline:?}");
        assert!(learn(baseline, 0.0, 1).unwrap().length < 0.25 * plain.length, "{baseline:?}");
    }
    let [sure, kept] = [0.0, 0.05].map(|bonus| learn(Baseline::LeaveOneOut, bonus, 1).unwrap().entropy);
    assert!(kept > 1.2 * sure, "{kept} {sure}");
}

#[test]
fn class_weights() {
    class_weights::main().unwrap();
    let reports = class_weights::compare().unwrap();
    let [none, inverse, effective] = reports.map(|(_, right)| right);
    assert!(none[1] < 0.1 && inverse[1] > 0.6 && effective[1] > 0.6, "{reports:?}");
    assert!(none[0] > 0.99 && inverse[0] > 0.95 && effective[0] > 0.95, "{reports:?}");
    // Ratios of the weights: counts of about 140 and 4, and their effective numbers.
    let [inverse, effective] = [reports[1].0, reports[2].0].map(|weights| weights[1] / weights[0]);
    assert!(inverse > 30.0 && (15.0..25.0).contains(&effective), "{reports:?}");
}

#[test]
fn sparsity() {
    sparsity::main().unwrap();
    let reports = sparsity::compare().unwrap();
    let [none, small, mild, strong, mixed] = reports.map(|(_, report)| report);
    assert!(none.left == 63 && small.left == 63 && small.largest < 0.5 * none.largest, "{reports:?}");
    assert!(strong.left < 20 && mild.left < 50 && strong.left < mixed.left && mixed.left < 40, "{reports:?}");
    assert!(mild.right > none.right - 0.01 && strong.right > 0.85, "{reports:?}");
}
