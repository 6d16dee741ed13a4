//! Faults found in losses of pairs, of policies and of batches of embeddings: each with its right value.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use crate::subject::bits;
use microloss::{
    AnyTarget, BradleyTerry, Buffer, Clip, ClippedValue, Contrastive, CosineEmbedding, Dpo, EntropyBonus,
    EpisodeEnd, Error, Exo, InfoNce, Ipo, KlEstimator, KlPenalty, Kto, Loss, MarginRanking, Mining, NtXent,
    Orpo, Ppo, Reduction, Row, SequenceLogProbability, SimPo, SlicHinge, SupervisedContrastive, Tempered,
    Triplet, Weighted, clip_by_norm, first_not_a_distribution, first_not_a_number, generalized_advantage,
    gradient_norm, looks_like_sigmoid_outputs, math, mine_triplets, no_targets, normalize_advantages,
    normalize_advantages_with_floor, sharpness_aware_perturbation,
};

#[track_caller]
fn close(got: f32, want: f64, within: f64) {
    assert!((f64::from(got) - want).abs() <= within * want.abs(), "{got:e} for {want:e}");
}

/// Value and gradient of rows.
fn of<L: Loss<Prediction: Row>, const N: usize>(
    loss: &L,
    rows: [L::Prediction; N],
    targets: &[L::Target],
    reduction: Reduction,
) -> (f32, [L::Prediction; N]) {
    let mut gradient = rows;
    (loss.value_and_gradient(&rows, targets, reduction, &mut gradient).unwrap(), gradient)
}

#[test]
fn a_ranking_has_a_side() {
    for bad in [0.0, -0.0, 0.5, 2.0, f32::NAN, f32::INFINITY, 1.0_f32.next_up()] {
        let mut gradient = [[42.0; 2]; 2];
        let loss = MarginRanking::new(1.0);
        let rows = [[5.0, 1.0], [f32::MAX, f32::MIN]];
        let refused = loss.value_and_gradient(&rows, &[-1.0, bad], Reduction::Sum, &mut gradient);
        match refused {
            Err(Error::Target { row: 1, value, requirement: "-1 or 1" }) => {
                assert_eq!(value.to_bits(), bad.to_bits());
            }
            other => panic!("{bad}: {other:?}"),
        }
        assert_eq!(gradient, [[42.0; 2]; 2]);
        // A row of weight 0 is not looked at.
        let weighted = Weighted::new(loss, &[1.0, 0.0]);
        assert_eq!(weighted.value(&rows, &[-1.0, bad], Reduction::Sum), Ok(5.0));
    }
    let loss = MarginRanking::new(1.0);
    assert_eq!(of(&loss, [[5.0, 1.0]; 2], &[1.0, -1.0], Reduction::Sum), (5.0, [[0.0; 2], [1.0, -1.0]]));
}

#[test]
fn a_divergence_is_not_negative() {
    for bad in [-3.0, -1e-45, f32::NAN, f32::INFINITY] {
        let refused = Kto::try_new(0.1, bad).unwrap_err();
        assert!(matches!(refused, Error::Parameter { name: "reference_point", .. }), "{refused:?}");
    }
    assert!(Kto::try_new(0.1, 0.0).is_ok());
}

/// Losses that accept every target: their array forms return numbers.
#[test]
fn arrays_without_an_error() {
    fn examine<L: AnyTarget<Prediction: Row + PartialEq + core::fmt::Debug>>(
        loss: &L,
        rows: [L::Prediction; 3],
        targets: &[L::Target; 3],
    ) {
        let reduction = Reduction::Mean;
        let (value, gradient) = of(loss, rows, targets, reduction);
        let (mut of_array, mut in_place) = (rows, rows);
        let array = loss.value_and_gradient_array(&rows, targets, reduction, &mut of_array);
        let placed = loss.value_and_gradient_in_place_array(&mut in_place, targets, reduction);
        let all = [value, array, placed, loss.value_array(&rows, targets, reduction)];
        assert_eq!(bits(&all), bits(&[value; 4]));
        assert_eq!((gradient, gradient), (of_array, in_place));
        let mut terms = [0.0; 3];
        loss.terms(&rows, targets, &mut terms).unwrap();
        assert_eq!(loss.terms_array(&rows, targets), terms);
        let mut untouched = rows;
        assert!(
            loss.value_and_gradient_array(&rows, targets, Reduction::Over(-1.0), &mut untouched).is_nan()
        );
        assert_eq!(untouched, rows);
    }
    let pairs = [[-1.0, -2.0], [-3.0, -0.5], [-0.25, -4.0]];
    examine(&BradleyTerry::new(), pairs, &[0.0, 1.0, -1.0]);
    examine(&Dpo::new(0.1), pairs, &pairs);
    examine(&Ipo::new(0.1), pairs, &pairs);
    examine(&SlicHinge::new(0.1), pairs, &pairs);
    examine(&Exo::new(0.1, 0.1), pairs, &pairs);
    examine(&SimPo::new(2.0, 0.5), pairs, &[[1, 2]; 3]);
    examine(&Orpo::new(0.1), pairs, &[(); 3]);
    let numbers = [-1.0, -0.5, -2.0];
    let verdict = microloss::Verdict { reference: -1.0, desirable: true };
    examine(&Kto::new(0.1, 0.0), numbers, &[verdict; 3]);
    let action = microloss::Action { log_probability: -1.0, advantage: 0.5 };
    examine(&Ppo::new(0.2), numbers, &[action; 3]);
    examine(&ClippedValue::new(0.2), numbers, &[microloss::Estimate { old: 0.0, outcome: 1.0 }; 3]);
    examine(&KlPenalty::new(KlEstimator::K3), numbers, &numbers);
    examine(&EntropyBonus::new(), pairs, &[(); 3]);
    let two = [[[1.0, 0.0], [0.0, 2.0]]; 3];
    examine(&Contrastive::new(3.0), two, &[true, false, true]);
    examine(&CosineEmbedding::new(0.0), two, &[true, false, true]);
    examine(&Triplet::new(1.0), [[[1.0, 0.0], [0.0, 2.0], [1.0, 1.0]]; 3], &[(); 3]);
}

/// A complete type of a field is short, and labels are bytes.
#[test]
fn sequences_of_arrays() {
    struct Head {
        answer: SequenceLogProbability<2>,
    }
    let head = Head { answer: SequenceLogProbability::new().ignoring(255) };
    let (logits, tokens, sum) = ([[0.5, 0.0], [3.0, 3.0], [9.0, 0.0]], [0, 1, 255], Reduction::Sum);
    let (mut slice, mut array, mut in_place) = ([[0.0; 2]; 3], [[0.0; 2]; 3], logits);
    let value = head.answer.value_and_gradient(&logits, &tokens, sum, 2.0, &mut slice);
    assert_eq!(head.answer.try_value_array(&logits, &tokens, sum), value);
    assert_eq!(head.answer.try_value_and_gradient_array(&logits, &tokens, sum, 2.0, &mut array), value);
    let placed = head.answer.try_value_and_gradient_in_place_array(&mut in_place, &tokens, sum, 2.0);
    assert_eq!((placed, array, in_place), (value, slice, slice));
    assert!(matches!(
        head.answer.try_value_array(&logits, &[0, 1, 2], sum),
        Err(Error::Label { row: 2, label: 2, classes: 2 })
    ));
}

#[test]
fn contrastive_arrays_have_the_bits_of_slices() {
    const N: usize = 4;
    const D: usize = 3;
    let mut draw = Draw::new(7, Mode::Realistic);
    let a: [[f32; D]; N] = core::array::from_fn(|_| draw.floats());
    let b: [[f32; D]; N + 1] = core::array::from_fn(|_| draw.floats());
    let (b4, labels, mean, bad) =
        (*b.first_chunk::<N>().unwrap(), [0_u8, 1, 0, 0], Reduction::Mean, Reduction::Over(-1.0));
    let nan = |tempered: Tempered| assert!(tempered.value.is_nan() && tempered.slope.is_nan());
    let (mut g, mut h, mut t) = ([[0.0; D]; N], [[0.0; D]; N + 1], [0.0; N]);
    let (mut g2, mut h2) = (g, h);

    let (loss, mut s) = (InfoNce::new(0.3), [0.0; InfoNce::scratch_len(N + 1, D)]);
    let slice = loss.value_and_gradient(&a, &b, mean, &mut g, &mut h, &mut s).unwrap();
    assert_eq!(loss.value_and_gradient_array(&a, &b, mean, &mut g2, &mut h2, &mut s), slice);
    assert_eq!((g2, h2), (g, h));
    assert_eq!(loss.value_array(&a, &b, mean, &mut s), slice.value);
    loss.terms(&a, &b, &mut t, &mut s).unwrap();
    assert_eq!(loss.terms_array(&a, &b, &mut s), t);
    assert!(loss.value_array(&a, &b, bad, &mut s).is_nan());
    nan(loss.value_and_gradient_array(&a, &b, bad, &mut g2, &mut h2, &mut s));
    assert_eq!((g2, h2), (g, h));

    let (loss, mut s) = (NtXent::new(0.3), [0.0; NtXent::fast_scratch_len(N, D)]);
    let slice = loss.value_and_gradient(&a, mean, &mut g, &mut s).unwrap();
    assert_eq!(loss.value_and_gradient_array(&a, mean, &mut g2, &mut s), slice);
    assert_eq!(g2, g);
    assert_eq!(loss.value_array(&a, mean, &mut s), slice.value);
    loss.terms(&a, &mut t, &mut s).unwrap();
    assert_eq!(loss.terms_array(&a, &mut s), t);
    nan(loss.value_and_gradient_array(&a, bad, &mut g2, &mut s));

    let (loss, mut s) = (SupervisedContrastive::new(0.3), [0.0; SupervisedContrastive::scratch_len(N, D)]);
    let slice = loss.value_and_gradient(&a, &labels, mean, &mut g, &mut s).unwrap();
    assert_eq!(loss.value_and_gradient_array(&a, &labels, mean, &mut g2, &mut s), slice);
    assert_eq!(g2, g);
    assert_eq!(loss.value_array(&a, &labels, mean, &mut s), slice.value);
    loss.terms(&a, &labels, &mut t, &mut s).unwrap();
    assert_eq!(loss.terms_array(&a, &labels, &mut s), t);
    nan(loss.value_and_gradient_array(&a, &labels, bad, &mut g2, &mut s));

    let (loss, mut s) = (Clip::from_temperature(0.3), [0.0; Clip::scratch_len(N, D)]);
    let (mut k, mut k2) = (g, g);
    let slice = loss.value_and_gradient(&a, &b4, mean, &mut g, &mut k, &mut s).unwrap();
    assert_eq!(loss.value_and_gradient_array(&a, &b4, mean, &mut g2, &mut k2, &mut s), slice);
    assert_eq!((g2, k2), (g, k));
    assert_eq!(loss.value_array(&a, &b4, mean, &mut s), slice.value);
    loss.terms(&a, &b4, &mut t, &mut s).unwrap();
    assert_eq!(loss.terms_array(&a, &b4, &mut s), t);
    nan(loss.value_and_gradient_array(&a, &b4, bad, &mut g2, &mut k2, &mut s));
}

/// Both gradients' lengths are checked before either is written.
#[test]
fn refused_gradients_stay_as_they_are() {
    let (views, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; InfoNce::scratch_len(2, 2)]);
    let (mut anchors, mut short) = ([[42.0; 2]; 2], [[42.0; 2]; 1]);
    let loss = InfoNce::new(0.5);
    let refused =
        loss.value_and_gradient(&views, &views, Reduction::Mean, &mut anchors, &mut short, &mut scratch);
    assert_eq!(refused, Err(Error::Length { buffer: Buffer::Gradient, expected: 2, actual: 1 }));
    assert_eq!((anchors, short), ([[42.0; 2]; 2], [[42.0; 2]; 1]));
}

/// A slope that is a number, of a quotient that is not; and one that is not, which stays finite.
#[test]
fn slopes_of_sure_answers() {
    let slope = |lambda, rejected, reduction, n: usize| {
        let loss = Orpo::new(lambda);
        let mut rows = vec![[-1.0, rejected]; n];
        let value = loss.value_and_gradient_in_place(&mut rows, no_targets(n), reduction).unwrap();
        assert!(!value.is_nan());
        rows[0]
    };
    let [chosen, rejected] = slope(0.1, -8.19401e-40, Reduction::Sum, 1);
    close(chosen, -1.0 - 0.1 / (1.0 - (-1.0_f64).exp()), 1e-6);
    close(rejected, 0.1 / f64::from(8.19401e-40_f32), 1e-6);
    close(slope(1.0, -2.9e-39, Reduction::Mean, 1000)[1], 1e-3 / f64::from(2.9e-39_f32), 1e-6);
    close(slope(1e-6, -1e-45, Reduction::Mean, 10)[1], 1e-7 / f64::from(1e-45_f32), 1e-6);
    assert_eq!(slope(1.0, -1e-45, Reduction::Sum, 1)[1], f32::MAX);
    assert_eq!(slope(0.1, 0.0, Reduction::Sum, 1)[1], f32::MAX);
    // Both answers all but certain: here the chosen one's slope is the large one.
    for (chosen, rejected) in [(-1e-40_f32, -3e-40_f32), (-3e-40, -1e-40), (-2e-40, -2e-40)] {
        let (_, [[up, down]]) = of(&Orpo::new(0.01), [[chosen, rejected]], &[()], Reduction::Sum);
        let (c, r) = (f64::from(-chosen), f64::from(-rejected));
        // σ(−L) = c/(c + r) for odds that are 1/c and 1/r.
        close(up, -0.01 / (c + r), 1e-6);
        close(down, 0.01 * c / (c + r) / r, 1e-6);
    }
    // A rejected answer of margin 80 to 200: the network's logits keep a finite gradient.
    let sequence = SequenceLogProbability::<2>::new();
    for margin in [80.0, 88.73, 90.0, 103.0, 104.5, 200.0] {
        let logits = [[margin, 0.0]];
        let rejected = sequence.value(&logits, &[0], Reduction::Mean).unwrap();
        let (_, [[_, upstream]]) = of(&Orpo::new(0.1), [[-1.0, rejected]], &[()], Reduction::Sum);
        let mut gradient = [[0.0; 2]];
        sequence.value_and_gradient(&logits, &[0], Reduction::Mean, upstream, &mut gradient).unwrap();
        if margin <= 90.0 {
            close(gradient[0][0], 0.1, 1e-4);
            close(gradient[0][1], -0.1, 1e-4);
        }
        assert!(gradient[0].iter().all(|g| g.is_finite()), "{margin}: {gradient:?}");
    }
}

/// Answers without a token have weight 0: then they cost nothing, however sure.
#[test]
fn answers_without_a_token_can_be_left_out() {
    let rows = [[-0.4, 0.0], [-1.0, -2.0]];
    assert_eq!(Orpo::new(0.1).value(&rows, &[(); 2], Reduction::Mean), Ok(f32::INFINITY));
    let weighted = Weighted::new(Orpo::new(0.1), &[0.0, 1.0]);
    let alone = Orpo::new(0.1).value(&rows[1..], &[()], Reduction::Mean);
    assert_eq!(weighted.value(&rows, &[(); 2], Reduction::Mean), alone);
}

/// The slope of each loss in the logarithm of its scale 1/τ, in f64 from cosines: −τ times the slope in τ.
mod slopes {
    pub fn unit(x: &[f32]) -> Vec<f64> {
        let x: Vec<f64> = x.iter().map(|x| f64::from(*x)).collect();
        let norm = x.iter().map(|x| x * x).sum::<f64>().sqrt();
        x.iter().map(|x| x / norm).collect()
    }

    pub fn dot(x: &[f64], y: &[f64]) -> f64 {
        x.iter().zip(y).map(|(x, y)| x * y).sum()
    }

    /// Σ p·c over the candidates less the mean over the positives, times the scale.
    pub fn row(scale: f64, cosine: impl Fn(usize) -> f64, candidates: &[usize], positives: &[usize]) -> f64 {
        let reference = cosine(positives[0]);
        let e = |j: &usize| (scale * (cosine(*j) - reference)).exp();
        let norm: f64 = candidates.iter().map(e).sum();
        let all: f64 = candidates.iter().map(|j| e(j) / norm * (cosine(*j) - reference)).sum();
        let own: f64 = positives.iter().map(|j| cosine(*j) - reference).sum();
        scale * (all - own / positives.len() as f64)
    }

    /// The largest distance of two directions.
    pub fn width(units: &[Vec<f64>]) -> f64 {
        let distance =
            |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt();
        units.iter().flat_map(|x| units.iter().map(move |y| distance(x, y))).fold(0.0, f64::max)
    }
}

/// After a collapse the slopes in the temperature keep their digits: errors in ULP of d/τ², and of 1/τ² before.
#[test]
fn slopes_of_collapsed_embeddings() {
    const N: usize = 16;
    const D: usize = 3;
    let mut draw = Draw::new(17, Mode::Realistic);
    let mut worst = [0.0_f64; 2];
    for case in 0..1200 {
        // Few anchors average few errors.
        let n = [2, 4, N][case / 3 % 3];
        let width = [0.0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.02, 0.1, 1.0, 30.0][case % 10];
        let tau = [0.07_f32, 0.01, 0.5][case % 3];
        let scale = 1.0 / f64::from(tau);
        let centre = [0.6_f32, 0.8, 0.1].map(|x| x * [1.0, 37.0, 1e-20][case % 3]);
        let mut near = || -> [f32; D] {
            let size: f32 = centre.iter().map(|x| x.abs()).sum();
            core::array::from_fn(|k| centre[k] + 0.2 * width * size * draw.float() / 3.0)
        };
        let e: Vec<[f32; D]> = (0..n).map(|_| near()).collect();
        let f: Vec<[f32; D]> = (0..n).map(|_| near()).collect();
        let labels: Vec<u8> = (0..n).map(|i| (i % (n / 2).min(3)) as u8).collect();
        let units: Vec<Vec<f64>> = e.iter().chain(&f).map(|x| slopes::unit(x)).collect();
        let cosine = |i: usize, j: usize| slopes::dot(&units[i], &units[j]);
        let others = |i: usize| (0..n).filter(|j| *j != i).collect::<Vec<_>>();
        let (first, second): (Vec<usize>, Vec<usize>) = ((0..n).collect(), (n..2 * n).collect());
        let mean = |row: &dyn Fn(usize) -> f64| (0..n).map(row).sum::<f64>() / n as f64;
        let pairs = mean(&|i| slopes::row(scale, |j| cosine(i, j), &second, &[n + i]));
        let back = mean(&|i| slopes::row(scale, |j| cosine(n + i, j), &first, &[i]));
        let views = mean(&|i| slopes::row(scale, |j| cosine(i, j), &others(i), &[(i + n / 2) % n]));
        let same = mean(&|i| {
            let positives: Vec<usize> = others(i).into_iter().filter(|j| labels[*j] == labels[i]).collect();
            slopes::row(scale, |j| cosine(i, j), &others(i), &positives)
        });
        let (mut g, mut h, mut s) = ([[0.0; D]; N], [[0.0; D]; N], [0.0; 512]);
        let info = InfoNce::new(tau)
            .value_and_gradient(&e, &f, Reduction::Mean, &mut g[..n], &mut h[..n], &mut s)
            .unwrap();
        let clip = Clip::from_temperature(tau)
            .value_and_gradient(&e, &f, Reduction::Mean, &mut g[..n], &mut h[..n], &mut s)
            .unwrap();
        let nt = NtXent::new(tau).value_and_gradient(&e, Reduction::Mean, &mut g[..n], &mut s).unwrap();
        let supervised = SupervisedContrastive::new(tau)
            .value_and_gradient(&e, &labels, Reduction::Mean, &mut g[..n], &mut s)
            .unwrap();
        let d = slopes::width(&units);
        let both = 0.5 * (pairs + back);
        let tau = f64::from(tau);
        for (name, got, exact, unit) in [
            ("InfoNce", info.slope, -pairs * scale, 1.0 / (tau * tau)),
            ("NtXent", nt.slope, -views * scale, 1.0 / (tau * tau)),
            ("SupervisedContrastive", supervised.slope, -same * scale, 1.0 / (tau * tau)),
            ("Clip", clip.slope, both, scale),
        ] {
            let (collapsed, unit) = (d < 1.0 / 16.0, if d < 1.0 / 16.0 { unit * d } else { unit });
            let error = (f64::from(got) - exact).abs();
            if d == 0.0 {
                assert_eq!(got, 0.0, "{name}");
                continue;
            }
            let ulps = error / (unit * f64::from(f32::EPSILON));
            worst[usize::from(collapsed)] = worst[usize::from(collapsed)].max(ulps);
            let bound = if collapsed { 1.0 } else { 4.0 };
            assert!(ulps <= bound, "{name}, d = {d:e}, τ = {tau}: {got:e} for {exact:e}, {ulps} ULP");
        }
    }
    println!("slopes in the temperature: {:.2} ULP of 1/τ², collapsed {:.2} ULP of d/τ²", worst[0], worst[1]);
}

/// The forms of the public report: equal embeddings have slope 0, and memory for directions changes no bit.
#[test]
fn equal_embeddings_have_slope_0() {
    let e = [[0.6, 0.8, 0.1]; 16];
    let mut gradient = e;
    let mut small = [0.0; NtXent::scratch_len(16, 3)];
    let tempered =
        NtXent::new(0.07).value_and_gradient(&e, Reduction::Mean, &mut gradient, &mut small).unwrap();
    assert_eq!(tempered.slope, 0.0);
    close(tempered.value, 15.0_f64.ln(), 1e-6);
    let mut draw = Draw::new(3, Mode::Realistic);
    let near: [[f32; 3]; 16] =
        core::array::from_fn(|_| core::array::from_fn(|k| e[0][k] + 1e-3 * draw.float()));
    let mut fast = [0.0; NtXent::fast_scratch_len(16, 3)];
    let loss = NtXent::new(0.07);
    let one = loss.value_and_gradient(&near, Reduction::Mean, &mut gradient, &mut small).unwrap();
    let other = loss.value_and_gradient(&near, Reduction::Mean, &mut gradient, &mut fast).unwrap();
    assert_eq!(bits(&[one.value, one.slope]), bits(&[other.value, other.slope]));
}

/// A death, a time limit, and the same by the reward, as Stable-Baselines3 has it.
#[test]
fn time_limits_are_no_deaths() {
    let (mut death, mut limit, mut by_reward) = ([0.0], [0.0], [0.0]);
    generalized_advantage(&[1.0], &[5.0], &[true], 100.0, 0.99, 0.95, &mut death).unwrap();
    let truncated = [EpisodeEnd::Truncated { value: 100.0 }];
    generalized_advantage(&[1.0], &[5.0], &truncated, 7.0, 0.99, 0.95, &mut limit).unwrap();
    let reward = [1.0 + 0.99 * 100.0];
    generalized_advantage(&reward, &[5.0], &[true], 7.0, 0.99, 0.95, &mut by_reward).unwrap();
    assert_eq!((death, limit, by_reward), ([-4.0], [95.0], [95.0]));

    // Against the definition, with all kinds of ends.
    let mut draw = Draw::new(8, Mode::Realistic);
    for _ in 0..300 {
        let n = 1 + draw.below(12);
        let rewards: Vec<f32> = (0..n).map(|_| draw.float()).collect();
        let values: Vec<f32> = (0..n).map(|_| draw.float()).collect();
        let ends: Vec<EpisodeEnd> = (0..n)
            .map(|_| match draw.below(4) {
                0 => EpisodeEnd::Terminated,
                1 => EpisodeEnd::Truncated { value: draw.float() },
                _ => EpisodeEnd::Continues,
            })
            .collect();
        let (next, gamma, lambda) = (draw.float(), draw.unit(), draw.unit());
        let mut advantages = vec![0.0; n];
        generalized_advantage(&rewards, &values, &ends, next, gamma, lambda, &mut advantages).unwrap();
        for (t, got) in advantages.iter().enumerate() {
            let (mut exact, mut factor) = (0.0, 1.0);
            for l in t..n {
                let after = if l + 1 < n { values[l + 1] } else { next };
                let (next, ended) = match ends[l] {
                    EpisodeEnd::Continues => (after, false),
                    EpisodeEnd::Terminated => (0.0, true),
                    EpisodeEnd::Truncated { value } => (value, true),
                };
                exact += factor
                    * (f64::from(rewards[l]) + f64::from(gamma) * f64::from(next) - f64::from(values[l]));
                if ended {
                    break;
                }
                factor *= f64::from(gamma) * f64::from(lambda);
            }
            assert!((f64::from(*got) - exact).abs() < 2e-5, "{got} for {exact}");
        }
    }
}

/// Stable-Baselines3 and CleanRL store the end of a step one step later.
#[test]
fn ends_that_are_one_step_late() {
    let (rewards, values) = ([1.0, 0.5, 2.0], [0.25, 1.0, 0.5]);
    let (dones, next_done, next_value) = ([false, false, true], false, 4.0);
    // CleanRL's loop.
    let (mut expected, mut last) = ([0.0_f32; 3], 0.0);
    for t in (0..3).rev() {
        let (alive, value) = if t == 2 { (!next_done, next_value) } else { (!dones[t + 1], values[t + 1]) };
        let alive = if alive { 1.0 } else { 0.0 };
        last = rewards[t] + 0.5 * value * alive - values[t] + 0.25 * alive * last;
        expected[t] = last;
    }
    let ends = [dones[1], dones[2], next_done];
    let mut advantages = [0.0; 3];
    generalized_advantage(&rewards, &values, &ends, next_value, 0.5, 0.5, &mut advantages).unwrap();
    assert_eq!(advantages, expected);
}

#[test]
fn a_floor_under_the_deviation() {
    let narrow = [0.35, 0.35, 0.350_000_02, 0.35];
    let (mut wide, mut floored) = (narrow, narrow);
    normalize_advantages(&mut wide).unwrap();
    close(wide[2], 3.0_f64.sqrt(), 1e-3);
    normalize_advantages_with_floor(&mut floored, 1e-4).unwrap();
    let step = f64::from(0.350_000_02_f32) - f64::from(0.35_f32);
    close(floored[2], 0.75 * step / f64::from(1e-4_f32), 1e-2);
    close(floored[0], -0.25 * step / f64::from(1e-4_f32), 2e-2);
    // A floor below the deviation changes no bit, and every size has one.
    for size in [1e-38_f32, 1e-30, 1.0, 1e30, 1e38] {
        let drawn = [1.0, 3.0, 2.0, -1.0].map(|x: f32| x * size);
        let (mut plain, mut low, mut high) = (drawn, drawn, drawn);
        normalize_advantages(&mut plain).unwrap();
        normalize_advantages_with_floor(&mut low, 0.5 * size).unwrap();
        normalize_advantages_with_floor(&mut high, 2.0 * size).unwrap();
        assert_eq!(bits(&plain), bits(&low));
        for (got, exact) in high.iter().zip([-0.125, 0.875, 0.375, -1.125]) {
            close(*got, exact, 1e-5);
        }
    }
    let mut untouched = [1.0, 2.0];
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        assert!(normalize_advantages_with_floor(&mut untouched, bad).is_err());
    }
    assert_eq!(untouched, [1.0, 2.0]);
    assert_eq!(normalize_advantages_with_floor(&mut [], 0.1), Err(Error::EmptyBatch));
    let mut equal = [7.0; 3];
    normalize_advantages_with_floor(&mut equal, 0.1).unwrap();
    assert_eq!(equal, [0.0; 3]);
}

/// Within 87 of the largest logit the bounds hold to the end of the line; beyond, an exponential has few digits.
#[test]
fn the_entropy_of_sure_rows() {
    let mut draw = Draw::new(21, Mode::Wide);
    for _ in 0..20_000 {
        let x = -draw.between(0.0, 87.0);
        let (value, [[_, slope]]) = of(&EntropyBonus::new(), [[0.0, x]], &[()], Reduction::Sum);
        let (d, e) = (f64::from(-x), f64::from(x).exp());
        let p = e / (1.0 + e);
        let ulps = |got: f32, exact: f64, size: f64| {
            (f64::from(got) - exact).abs() / f64::from((size as f32).next_up() - size as f32)
        };
        let entropy = p * d + e.ln_1p();
        assert!(ulps(value, -entropy, entropy) <= 4.5, "{x}: {value:e} for {entropy:e}");
        let larger = (p * d).max(p * p * d);
        assert!(ulps(slope, p * (p * d - d), larger) <= 8.0, "{x}");
    }
    // Rows without classes have entropy 0, and no gradient.
    assert_eq!(EntropyBonus::<0>::new().value(&[[]; 2], &[(); 2], Reduction::Mean), Ok(0.0));
    assert!(EntropyBonus::new().value(&[[f32::NEG_INFINITY; 2]], &[()], Reduction::Sum).unwrap().is_nan());
}

/// However far logits lie apart, the gradient stays below a number that depends on the classes alone.
#[test]
fn the_gradient_of_an_entropy_is_bounded() {
    let mut steepest = 0.0_f32;
    for mode in [Mode::Realistic, Mode::Wide, Mode::Spaced, Mode::Listed, Mode::Bits] {
        let mut draw = Draw::new(22, mode);
        for _ in 0..20_000 {
            let (_, [row]) = of(&EntropyBonus::new(), [draw.floats::<3>()], &[()], Reduction::Sum);
            steepest = row.iter().fold(steepest, |most, g| most.max(g.abs()));
        }
    }
    assert!(steepest > 0.3 && steepest < 0.338, "{steepest}");
}

/// Two infinite distances are equally far, for mining as for the loss.
#[test]
fn active_triplets_are_those_with_a_loss() {
    let far = [[3e38], [-3e38], [-3.1e38]];
    let labels = [0_u8, 0, 1];
    let mut rows = Vec::new();
    let mined = mine_triplets(&far, &labels, Mining::Active { margin: 1.0 }, |t| {
        rows.push([far[t.anchor], far[t.positive], far[t.negative]]);
    });
    assert_eq!(mined.unwrap().found, 2);
    assert_eq!(Triplet::new(1.0).active(&rows), 2);

    let mut draw = Draw::new(13, Mode::Bits);
    for _ in 0..2_000 {
        let huge = [3e38, -3e38, 1.5e38, f32::MAX, f32::INFINITY, 0.0];
        let embeddings: Vec<[f32; 2]> =
            (0..6).map(|_| [draw.pick(&huge), if draw.coin() { draw.float() } else { 0.0 }]).collect();
        let labels: Vec<u8> = (0..6).map(|_| draw.below(2) as u8).collect();
        let margin = draw.pick(&[0.0, 1.0, 1e38]);
        let mined = mine_triplets(&embeddings, &labels, Mining::Active { margin }, |_| {}).unwrap();
        let mut all = Vec::new();
        for a in 0..6 {
            for p in (0..6).filter(|p| *p != a && labels[*p] == labels[a]) {
                for n in (0..6).filter(|n| labels[*n] != labels[a]) {
                    all.push([embeddings[a], embeddings[p], embeddings[n]]);
                }
            }
        }
        if let Ok(loss) = Triplet::try_new(margin) {
            assert_eq!(loss.active(&all), mined.found, "{embeddings:?} {labels:?} {margin}");
        }
    }
}

/// Squares that are both infinite, or both 0, do not hide which negative is nearer.
#[test]
fn a_swap_is_decided_by_distances() {
    // From the anchor 3e19, from the positive 2e19: both squares are infinite.
    let huge = [[[0.0], [1e19], [3e19]]];
    let loss = Triplet::new(1.0).squared().with_swap();
    let plain = Triplet::new(1.0).squared();
    assert_eq!(
        (loss.value(&huge, &[()], Reduction::Sum), plain.value(&huge, &[()], Reduction::Sum)),
        (Ok(0.0), Ok(0.0))
    );
    // From the anchor 2e-23, from the positive 1e-23: both squares are 0, and the positive's own is not pulled.
    let small = [[[0.0], [1e-23], [2e-23]]];
    let (value, [[[a], [p], [n]]]) = of(&loss, small, &[()], Reduction::Sum);
    assert_eq!(value, 1.0);
    // Near: 2(a − p) pulls anchor and positive; far: 2(p − n) pushes positive and negative.
    close(a, -2e-23, 1e-6);
    close(n, -2e-23, 1e-6);
    close(p, 2e-23 + 2e-23, 1e-6);
    let (_, [[[a], [p], [n]]]) = of(&plain, small, &[()], Reduction::Sum);
    close(a, -2e-23 + 4e-23, 1e-6);
    close(p, 2e-23, 1e-6);
    close(n, -4e-23, 1e-6);
}

/// Two pulls on one vector that are both infinite: their sum is known all the same.
#[test]
fn pulls_that_overflow_give_no_nan() {
    let triplet = [[[1e19, 0.0], [1.0, 2.0], [1.5, -2.0]]];
    let over = Reduction::Over(1.2e-38);
    let (_, [[a, p, n]]) = of(&Triplet::new(1e38).squared(), triplet, &[()], over);
    let scale = 1.0 / f64::from(1.2e-38_f32);
    close(a[0], 2.0 * scale * 0.5, 1e-6);
    assert_eq!(a[1], f32::NEG_INFINITY);
    assert_eq!((p[0], n[0]), (f32::NEG_INFINITY, f32::INFINITY));
    let mut draw = Draw::new(33, Mode::Spaced);
    for _ in 0..50_000 {
        let size = draw.pick(&[1.0, 1e9, 1e18, 1e-20]);
        let row: [[f32; 2]; 3] = core::array::from_fn(|_| draw.floats::<2>().map(|x| x * size));
        let over = Reduction::Over(draw.pick(&[1.2e-38, 1e-30, 1.0, 1e38]));
        for loss in [Triplet::new(1e30), Triplet::soft(), Triplet::new(1.0)] {
            for loss in [loss, loss.with_swap(), loss.squared(), loss.squared().with_swap()] {
                let (value, [gradient]) = of(&loss, [row], &[()], over);
                assert!(!value.is_nan());
                assert!(gradient.as_flattened().iter().all(|g| !g.is_nan()), "{loss:?} {row:?} {gradient:?}");
            }
        }
    }
}

#[test]
fn clip_takes_either() {
    for tau in [0.07_f32, 0.01, 1.0, 20.0] {
        let (by_temperature, by_scale) = (Clip::from_temperature(tau), Clip::new(-math::ln(tau)));
        assert_eq!(by_temperature, by_scale);
        assert_eq!(Clip::try_from_temperature(tau), Ok(by_scale));
    }
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e-30] {
        assert!(Clip::try_from_temperature(bad).is_err(), "{bad}");
    }
}

/// A norm beyond `f32::MAX` still has a direction.
#[test]
fn norms_beyond_the_line() {
    let mut gradient = [3e38, 3e38];
    assert_eq!(clip_by_norm(&mut gradient, 1.0), Ok(f32::INFINITY));
    close(gradient[0], 0.5_f64.sqrt(), 1e-6);
    close(gradient[1], 0.5_f64.sqrt(), 1e-6);
    let mut many = [f32::MAX; 1000];
    many[0] = f32::MIN;
    assert_eq!(clip_by_norm(&mut many, 3e38), Ok(f32::INFINITY));
    close(gradient_norm(&many), f64::from(3e38_f32), 1e-6);
    close(many[0], -f64::from(3e38_f32) / 1000.0_f64.sqrt(), 1e-6);
    for bad in [f32::INFINITY, f32::NAN] {
        let mut broken = [f32::MAX, bad];
        assert_eq!(clip_by_norm(&mut broken, 1.0).unwrap().to_bits(), bad.to_bits());
        assert_eq!(broken, [0.0; 2]);
        sharpness_aware_perturbation(&[f32::MAX, bad], 0.5, &mut broken).unwrap();
        assert_eq!(broken, [0.0; 2]);
    }
    let mut perturbation = [0.0; 2];
    sharpness_aware_perturbation(&[3e38, -3e38], 0.5, &mut perturbation).unwrap();
    close(perturbation[0], 0.5 * 0.5_f64.sqrt(), 1e-6);
    close(perturbation[1], -0.5 * 0.5_f64.sqrt(), 1e-6);
}

#[test]
fn what_cannot_be_refused_is_found() {
    let mut draw = Draw::new(44, Mode::Realistic);
    for _ in 0..1_000 {
        let logits = draw.floats::<16>();
        assert!(looks_like_sigmoid_outputs(&logits.map(math::sigmoid)));
        assert!(!looks_like_sigmoid_outputs(&logits));
    }
    assert!(!looks_like_sigmoid_outputs(&[]) && !looks_like_sigmoid_outputs(&[0.5, f32::NAN]));
    assert!(
        looks_like_sigmoid_outputs(&[0.0, 1.0, -0.0]) && !looks_like_sigmoid_outputs(&[1.0_f32.next_up()])
    );

    assert_eq!(first_not_a_distribution::<2>(&[]), None);
    assert_eq!(first_not_a_distribution(&[[0.5, 0.5], [0.2, 0.2], [2.0, -1.0]]), Some(1));
    assert_eq!(first_not_a_distribution(&[[2.0, -1.0]]), Some(0));
    assert_eq!(first_not_a_number(&[0.0, f32::INFINITY, -f32::NAN, f32::NAN]), Some(2));
    assert_eq!(first_not_a_number(&[0.0, f32::INFINITY]), None);
}
