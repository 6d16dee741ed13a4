//! Laws, limits and mistakes of the losses of distances, label sets, regions and sequences.

use crate::between::between;
use crate::draw::{Draw, Mode};
use crate::subject::{Figure, bits};
use microloss::{
    Buffer, Ctc, Error, GeneralizedCrossEntropy, HingeEmbedding, Loss, MultiLabelMargin, Poly1CrossEntropy,
    Reduction, SigmoidTversky, SoftmaxCrossEntropy, SoftmaxTversky, Tversky, WestonWatkinsHinge,
};
use proptest::prelude::*;

const UNTOUCHED: f32 = 42.0;

proptest! {
    /// One label is the hinge of Weston and Watkins.
    #[test]
    fn one_label(x in any::<[i16; 5]>(), label in 0usize..5) {
        let row = x.map(|x| f32::from(x) / 1000.0);
        let target = core::array::from_fn(|k| k == label);
        let (mut a, mut b) = ([row], [row]);
        let set = MultiLabelMargin::new().value_and_gradient_in_place(&mut a, &[target], Reduction::Sum);
        let single = WestonWatkinsHinge::new(1.0).value_and_gradient_in_place(&mut b, &[label], Reduction::Sum);
        let (set, single) = (set.unwrap(), single.unwrap());
        prop_assert!((set - single).abs() <= 1e-6 * single);
        prop_assert!(a[0].iter().zip(b[0]).all(|(a, b)| (a - b).abs() <= 1e-6));
    }

    /// ε = 0 and q → 0 are cross-entropy; q = 1 is linear in the probability; no sample costs more than 1/q.
    #[test]
    fn cross_entropies(x in any::<[i16; 4]>(), label in 0u8..4, q in between(0.01, 1.0)) {
        let row = x.map(|x| f32::from(x) / 1000.0);
        let cross_entropy = SoftmaxCrossEntropy::new().value(&[row], &[label], Reduction::Sum).unwrap();
        let mut gradient = [row];
        SoftmaxCrossEntropy::new().value_and_gradient_in_place(&mut gradient, &[label], Reduction::Sum).unwrap();
        let mut own = [row];
        let value = Poly1CrossEntropy::new(0.0).value_and_gradient_in_place(&mut own, &[label], Reduction::Sum).unwrap();
        prop_assert_eq!(bits(&[value]), bits(&[cross_entropy]));
        prop_assert_eq!(bits(&own[0]), bits(&gradient[0]));
        // This one is computed from the margin; micromath's functions are off by more.
        let apart = if cfg!(feature = "micromath") { 4e-6 } else { 3.6e-7 };
        let mut own = [row];
        let value = GeneralizedCrossEntropy::new(f32::MIN_POSITIVE)
            .value_and_gradient_in_place(&mut own, &[label], Reduction::Sum)
            .unwrap();
        let near = |a: f32, b: f32| (a - b).abs() <= apart * b.abs() + 3e-45;
        prop_assert!(near(value, cross_entropy), "{} and {}", value, cross_entropy);
        prop_assert!(own[0].iter().zip(&gradient[0]).all(|(a, b)| near(*a, *b)), "{:?} and {:?}", own, gradient);
        let linear = GeneralizedCrossEntropy::new(1.0).value(&[row], &[label], Reduction::Sum).unwrap();
        prop_assert!((linear - (1.0 - (-cross_entropy).exp())).abs() <= 1e-6);
        let bounded = GeneralizedCrossEntropy::new(q).value(&[row], &[label], Reduction::Sum).unwrap();
        prop_assert!(bounded <= 1.000_001 / q && bounded <= 1.000_001 * cross_entropy);
    }

    /// The loss of overlap lies in [0, 1]; α = β = 1 is one minus the Jaccard index, which follows from Dice.
    #[test]
    fn overlap(p in any::<[u8; 6]>(), t in any::<[bool; 6]>()) {
        let row = [p.map(|p| f32::from(p) / 255.0)];
        let target = [t.map(|t| f32::from(u8::from(t)))];
        let dice = Tversky::dice().value(&row, &target, Reduction::Sum).unwrap();
        let jaccard = Tversky::new(1.0, 1.0).value(&row, &target, Reduction::Sum).unwrap();
        prop_assert!((0.0..=1.0).contains(&dice) && (0.0..=1.0).contains(&jaccard));
        prop_assert!((jaccard - 2.0 * dice / (1.0 + dice)).abs() <= 1e-6);
    }

    /// Two classes and a sigmoid see the same object: the mean over background and object is that of two
    /// regions.
    #[test]
    #[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
    fn two_classes(x in any::<[i16; 4]>(), t in any::<[bool; 4]>()) {
        let x = x.map(|x| f32::from(x) / 2000.0);
        let regions = [x, x.map(|x| -x)];
        let targets = [t.map(|t| f32::from(u8::from(t))), t.map(|t| f32::from(u8::from(!t)))];
        let apart = SigmoidTversky::dice().value(&regions, &targets, Reduction::Mean).unwrap();
        let together = SoftmaxTversky::dice()
            .value(&[x.map(|x| [0.0, x])], &[t.map(u8::from)], Reduction::Mean)
            .unwrap();
        prop_assert!((apart - together).abs() <= 1e-6);
    }

    /// The spellings of a sequence share the probability 1; gradients of a frame sum to 0.
    #[test]
    #[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
    fn ctc_is_a_distribution(x in any::<[[i16; 2]; 3]>()) {
        let logits = x.map(|frame| frame.map(|x| f32::from(x) / 5000.0));
        let ctc = Ctc::<2, u8>::new(0);
        let mut scratch = [0.0; Ctc::<2, u8>::scratch_len(3, 2)];
        let mut total = 0.0;
        for labels in [&[][..], &[1], &[1, 1]] {
            let mut gradient = logits;
            let value = ctc
                .value_and_gradient_in_place(&mut gradient, labels, Reduction::Sum, &mut scratch)
                .unwrap();
            total += (-value).exp();
            prop_assert!(gradient.iter().all(|frame| (frame[0] + frame[1]).abs() < 1e-6));
        }
        prop_assert!((total - 1.0).abs() < 1e-5, "{total}");
    }

    /// No labels: every frame must be blank, which is cross-entropy. So it is if all frames are needed.
    #[test]
    fn ctc_with_one_path(x in any::<[[i16; 3]; 4]>()) {
        let logits = x.map(|frame| frame.map(|x| f32::from(x) / 3000.0));
        let ctc = Ctc::<3, u8>::new(2);
        let mut scratch = [0.0; Ctc::<3, u8>::scratch_len(4, 4)];
        // The two take logarithms of other numbers, and micromath's are within 3e-3.
        let is_rough = cfg!(all(feature = "micromath", not(feature = "branchless")));
        let within = if is_rough { 3e-3 } else { 1e-6 };
        for (labels, path) in [(&[][..], [2_u8, 2, 2, 2]), (&[0, 1, 0, 1], [0, 1, 0, 1]), (&[0, 0, 1], [0, 2, 0, 1])] {
            let (mut a, mut b) = (logits, logits);
            let sequence =
                ctc.value_and_gradient_in_place(&mut a, labels, Reduction::Sum, &mut scratch).unwrap();
            let loss = SoftmaxCrossEntropy::new();
            let frames = loss.value_and_gradient_in_place(&mut b, &path, Reduction::Sum).unwrap();
            prop_assert!((sequence - frames).abs() <= within * frames.max(4.0), "{sequence} {frames}");
            let close = a.as_flattened().iter().zip(b.as_flattened()).all(|(a, b)| (a - b).abs() < 1e-6);
            prop_assert!(close, "{a:?} {b:?}");
        }
    }
}

/// A sequence that no path spells, and what stands in for it.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn ctc_without_a_path() {
    let ctc = Ctc::<3, u32>::new(0);
    let mut scratch = [UNTOUCHED; Ctc::<3, u32>::scratch_len(2, 2)];
    let masked = [[0.0, f32::NEG_INFINITY, 0.0]; 2];
    for (logits, labels) in [([[0.5; 3]; 2], &[1, 1][..]), (masked, &[1]), (masked, &[2, 1])] {
        for (ctc, expected) in [(ctc, f32::INFINITY), (ctc.zero_infinity(), 0.0)] {
            let mut gradient = [[UNTOUCHED; 3]; 2];
            let value = ctc.value_and_gradient(&logits, labels, Reduction::Mean, &mut gradient, &mut scratch);
            assert_eq!((value, gradient), (Ok(expected), [[0.0; 3]; 2]));
            assert_eq!(ctc.value(&logits, labels, Reduction::Mean, &mut scratch), Ok(expected));
        }
    }
    // A masked class that nobody needs has no gradient.
    let mut gradient = masked;
    let value = ctc.value_and_gradient_in_place(&mut gradient, &[2], Reduction::Over(2.0), &mut scratch);
    assert!((value.unwrap() - 0.5 * (4.0_f32 / 3.0).ln()).abs() < 1e-6);
    assert!(gradient.iter().all(|frame| frame[1] == 0.0 && frame[2] < 0.0));
    // Divided as the value is.
    let mut undivided = masked;
    ctc.value_and_gradient_in_place(&mut undivided, &[2], Reduction::Sum, &mut scratch).unwrap();
    assert_eq!(gradient.map(|frame| frame.map(|slope| 2.0 * slope)), undivided);
    let value = ctc.value_and_gradient_in_place(&mut gradient, &[2], Reduction::Over(0.0), &mut scratch);
    assert_eq!((value, gradient), (Ok(0.0), [[0.0; 3]; 2]));
    let mut lost = [[f32::NAN, 1.0, 2.0]; 2];
    let value = ctc.value_and_gradient_in_place(&mut lost, &[2], Reduction::Over(0.0), &mut scratch);
    assert_eq!((value, lost), (Ok(0.0), [[0.0; 3]; 2]));
    // No distribution at all.
    for bad in [f32::NAN, f32::INFINITY] {
        let mut logits = [[0.0; 3], [0.0, bad, 0.0]];
        let value = ctc.value_and_gradient_in_place(&mut logits, &[2], Reduction::Sum, &mut scratch);
        assert!(value.unwrap().is_nan() && logits.as_flattened().iter().all(|g| g.is_nan()));
    }
    let value = ctc.value(&[[f32::NEG_INFINITY; 3]], &[], Reduction::Sum, &mut scratch);
    assert!(value.unwrap().is_nan());
    let mut logits = [[0.0; 3], [f32::NEG_INFINITY; 3]];
    let value = ctc.value_and_gradient_in_place(&mut logits, &[2], Reduction::Sum, &mut scratch);
    assert!(value.unwrap().is_nan() && logits.as_flattened().iter().all(|g| g.is_nan()));
}

/// Value and gradient of CTC with blank 0, in logarithms of f64: forward and backward over the states.
fn ctc_exact<const K: usize>(logits: &[[f32; K]], labels: &[u8]) -> (f64, Vec<[f64; K]>) {
    let class = |state: usize| if state.is_multiple_of(2) { 0 } else { usize::from(labels[state / 2]) };
    let (frames, states) = (logits.len(), 2 * labels.len() + 1);
    let lse = |terms: &[f64]| {
        let max = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if max == f64::NEG_INFINITY {
            max
        } else {
            // The largest term is 1: the others keep their digits beside it.
            let at = terms.iter().position(|x| *x == max).unwrap_or(0);
            let others = terms.iter().enumerate().filter(|(i, _)| *i != at);
            max + others.map(|(_, x)| (x - max).exp()).sum::<f64>().ln_1p()
        }
    };
    let log_p = |row: &[f32; K]| {
        let max = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let row = row.map(|x| f64::from(x) - f64::from(max));
        row.map(|x| x - lse(&row))
    };
    let log_p: Vec<[f64; K]> = logits.iter().map(log_p).collect();
    let skips = |s: usize| s % 2 == 1 && s > 1 && class(s) != class(s - 2);
    let mut alpha = vec![vec![f64::NEG_INFINITY; states]; frames];
    let mut beta = alpha.clone();
    for t in 0..frames {
        for s in 0..states {
            let from =
                |back: usize| if t > 0 && s >= back { alpha[t - 1][s - back] } else { f64::NEG_INFINITY };
            let start = if t == 0 && s < 2 { 0.0 } else { f64::NEG_INFINITY };
            let skipped = if skips(s) { from(2) } else { f64::NEG_INFINITY };
            alpha[t][s] = lse(&[start, from(0), from(1), skipped]) + log_p[t][class(s)];
        }
    }
    for t in (0..frames).rev() {
        for s in 0..states {
            let to = |on: usize| {
                if t + 1 < frames && s + on < states {
                    beta[t + 1][s + on] + log_p[t + 1][class(s + on)]
                } else {
                    f64::NEG_INFINITY
                }
            };
            let end = if t + 1 == frames && s + 2 >= states { 0.0 } else { f64::NEG_INFINITY };
            let skipped = if s + 2 < states && skips(s + 2) { to(2) } else { f64::NEG_INFINITY };
            beta[t][s] = lse(&[end, to(0), to(1), skipped]);
        }
    }
    let last = &alpha[frames - 1];
    let total = lse(&last[states.saturating_sub(2)..]);
    let mut gradient: Vec<[f64; K]> = log_p.iter().map(|row| row.map(f64::exp)).collect();
    for t in 0..frames {
        for s in 0..states {
            gradient[t][class(s)] -= (alpha[t][s] + beta[t][s] - total).exp();
        }
    }
    (-total, gradient)
}

/// Long sequences keep their digits: 2 000 frames that are all but sure of their 100 labels, sure of nothing, or of anything.
#[test]
fn ctc_of_long_sequences() {
    const FRAMES: usize = 2_000;
    let labels: Vec<u8> = (0..100).map(|i| 1 + i % 3).collect();
    let mut draw = Draw::new(5, Mode::Realistic);
    let mut scratch = vec![0.0; Ctc::<4, u8>::scratch_len(FRAMES, labels.len())];
    let mut gradient = vec![[0.0; 4]; FRAMES];
    // The size of the logits, and the errors of value, as a share of it, and gradient. Sure frames are exact with every back end.
    let all =
        [(None, 1.4e-6, 1e-6), (Some(0.0), 2e-7, 2e-6), (Some(3.0), 1e-7, 1e-5), (Some(100.0), 1e-7, 2e-6)];
    let cases = if cfg!(feature = "micromath") { &all[..1] } else { &all[..] };
    for &(size, of_value, of_gradient) in cases {
        let mut logit = |t: usize, k: usize| match size {
            None => {
                if k == usize::from(labels[t / 20]) {
                    6.0
                } else {
                    0.0
                }
            }
            Some(size) => size * (2.0 * draw.unit() - 1.0),
        };
        let logits: Vec<[f32; 4]> = (0..FRAMES).map(|t| core::array::from_fn(|k| logit(t, k))).collect();
        let (exact, slopes) = ctc_exact(&logits, &labels);
        let ctc = Ctc::<4, u8>::new(0);
        let value =
            ctc.value_and_gradient(&logits, &labels, Reduction::Sum, &mut gradient, &mut scratch).unwrap();
        assert_eq!(ctc.value(&logits, &labels, Reduction::Sum, &mut scratch), Ok(value));
        assert!((f64::from(value) - exact).abs() <= of_value * exact, "{size:?}: {value} for {exact}");
        let errors = gradient.as_flattened().iter().zip(slopes.as_flattened());
        let worst = errors.map(|(g, exact)| (f64::from(*g) - exact).abs()).fold(0.0, f64::max);
        println!(
            "logits within {size:?}: value {:.1e} of itself, gradient {worst:.1e}",
            (f64::from(value) - exact).abs() / exact
        );
        assert!(worst <= of_gradient, "{size:?}: {worst}");
        if size.is_none() {
            // torch.nn.functional.ctc_loss in float64, PyTorch 2.8.0.
            let torch = [13.831_541_512_013_574, -0.004_902_614_616_318_068, 0.002_460_455_597_662_016_5];
            for (exact, torch) in [exact, slopes[0][1], slopes[1_010][1]].iter().zip(torch) {
                assert!((exact - torch).abs() < 1e-12, "{exact} for {torch}");
            }
        }
    }
}

/// A loss near 0 keeps its digits: every frame is nearly sure of its label, and labels follow each other without a blank between.
#[test]
#[cfg_attr(feature = "micromath", ignore = "logarithms of the default back end")]
fn ctc_near_0() {
    const FRAMES: usize = 24;
    let labels = [1, 2, 3, 1, 3];
    let mut draw = Draw::new(7, Mode::Realistic);
    let mut scratch = [0.0; Ctc::<4, u8>::scratch_len(FRAMES, 5)];
    let mut worst = 0.0_f64;
    for case in 0..2_000 {
        let sure = [8.0, 12.0, 17.0, 30.0][case % 4];
        let mut logit = |t: usize, k: usize| {
            let x = draw.unit() - 0.5;
            if k == usize::from(labels[t * labels.len() / FRAMES]) { x + sure } else { x }
        };
        let logits: [[f32; 4]; FRAMES] = core::array::from_fn(|t| core::array::from_fn(|k| logit(t, k)));
        let mut gradient = [[0.0; 4]; FRAMES];
        let ctc = Ctc::<4, u8>::new(0);
        let value =
            ctc.value_and_gradient(&logits, &labels, Reduction::Sum, &mut gradient, &mut scratch).unwrap();
        assert_eq!(ctc.value(&logits, &labels, Reduction::Sum, &mut scratch), Ok(value));
        let exact = ctc_exact(&logits, &labels).0;
        worst = worst.max((f64::from(value) / exact - 1.0).abs());
    }
    println!("CTC near 0: {worst:.1e} of the value");
    assert!(worst < 5e-7, "{worst}");
}

/// Empty masks, empty sets, kinks.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn limits() {
    // Nothing there, nothing predicted; then something predicted, without and with smooth.
    let (empty, mut p) = ([[0.0; 2]], [[0.0; 2]]);
    assert_eq!(Tversky::dice().value_and_gradient_in_place(&mut p, &empty, Reduction::Sum), Ok(0.0));
    assert_eq!(p, [[0.0; 2]]);
    let mut p = [[1.0, 0.0]];
    assert_eq!(Tversky::dice().value_and_gradient_in_place(&mut p, &empty, Reduction::Sum), Ok(1.0));
    assert_eq!(p, [[0.0; 2]]);
    let mut p = [[1.0, 0.0]];
    let smooth = Tversky::dice().with_smooth(0.5);
    assert_eq!(smooth.value_and_gradient_in_place(&mut p, &empty, Reduction::Sum), Ok(0.5));
    assert_eq!(p, [[0.25; 2]]);
    // A perfect prediction, and logits that are almost one: 2e-9, and 1 − p is 0.
    assert_eq!(Tversky::dice().value(&[[1.0, 0.0]], &[[1.0, 0.0]], Reduction::Sum), Ok(0.0));
    let mut x = [[20.0, -20.0]];
    let value = SigmoidTversky::dice().value_and_gradient_in_place(&mut x, &[[1.0, 0.0]], Reduction::Sum);
    assert!((value.unwrap() / 2.061_154e-9 - 1.0).abs() < 1e-5);
    assert!(x[0][0] < 0.0 && x[0][1] > 0.0);
    // An ignored pixel is not there; nor are any, if every pixel is ignored.
    let (mut with, mut without) = ([[[1.0, -2.0], [f32::NAN, 3.0], [0.5, 0.0]]], [[[1.0, -2.0], [0.5, 0.0]]]);
    let masked = SoftmaxTversky::dice().with_smooth(1.0).ignoring(9_u8);
    let value = masked.value_and_gradient_in_place(&mut with, &[[0, 9, 1]], Reduction::Sum).unwrap();
    let dice = SoftmaxTversky::dice().with_smooth(1.0);
    assert_eq!(dice.value_and_gradient_in_place(&mut without, &[[0_u8, 1]], Reduction::Sum), Ok(value));
    assert_eq!(with[0], [without[0][0], [0.0; 2], without[0][1]]);
    let ignoring = SoftmaxTversky::<2, 1, u8>::dice().ignoring(255);
    let mut x = [[[f32::NAN, 1.0]]];
    assert_eq!(ignoring.value_and_gradient_in_place(&mut x, &[[255]], Reduction::Sum), Ok(0.0));
    assert_eq!(x, [[[0.0; 2]]]);
    // All classes, or none, belong.
    for all in [true, false] {
        let mut s = [[1.0, 5.0]];
        let value = MultiLabelMargin::new().value_and_gradient_in_place(&mut s, &[[all; 2]], Reduction::Sum);
        assert_eq!((value, s), (Ok(0.0), [[0.0; 2]]));
    }
    // Exactly at the margin.
    let mut s = [[2.0, 1.0]];
    let value = MultiLabelMargin::new().value_and_gradient_in_place(&mut s, &[[true, false]], Reduction::Sum);
    assert_eq!((value, s), (Ok(0.0), [[0.0; 2]]));
    // A hair within it, and a hair beyond: differences that both round to 1.
    for (other, slope) in [(1e-9, 0.5), (-1e-9, 0.0)] {
        let mut s = [[1.0, other]];
        let value =
            MultiLabelMargin::new().value_and_gradient_in_place(&mut s, &[[true, false]], Reduction::Sum);
        assert_eq!((value.unwrap() > 0.0, s[0][1]), (slope > 0.0, slope), "{other}");
    }
    let mut d = [1.0];
    let value = HingeEmbedding::new(1.0).value_and_gradient_in_place(&mut d, &[-1.0], Reduction::Sum);
    assert_eq!((value, d), (Ok(0.0), [0.0]));
    // A masked label: 1/q without a gradient.
    let mut x = [[f32::NEG_INFINITY, 0.0]];
    let value =
        GeneralizedCrossEntropy::new(0.5).value_and_gradient_in_place(&mut x, &[0_u8], Reduction::Sum);
    assert_eq!((value, x), (Ok(2.0), [[0.0; 2]]));
}

/// Every mistake is refused by name, and nothing is written.
#[test]
fn mistakes() {
    let ctc = Ctc::<3, u8>::new(0);
    let logits = [[0.0; 3]; 2];
    let label = Error::Label { row: 1, label: 3, classes: 3 };
    let scratch = |expected, actual| Error::Length { buffer: Buffer::Scratch, expected, actual };
    let parameter = |name, requirement, value| Error::Parameter { name, requirement, value };
    let over = parameter("Over", "finite and 0 or more", -1.0);
    for (ctc, labels, reduction, available, error) in [
        (ctc, &[1, 3][..], Reduction::Sum, 15, label),
        (ctc, &[1, 0], Reduction::Sum, 15, parameter("labels", "other than the blank", 0.0)),
        (Ctc::new(3), &[1, 2], Reduction::Sum, 15, parameter("blank", "below the number of classes", 3.0)),
        (ctc, &[1, 2], Reduction::Over(-1.0), 15, over),
        (ctc, &[1, 2], Reduction::Sum, 14, scratch(15, 14)),
    ] {
        let mut room = [UNTOUCHED; 15];
        let mut gradient = [[UNTOUCHED; 3]; 2];
        let room = &mut room[..available];
        assert_eq!(ctc.value_and_gradient(&logits, labels, reduction, &mut gradient, room), Err(error));
        assert_eq!(ctc.value_and_gradient_in_place(&mut gradient, labels, reduction, room), Err(error));
        if available == 15 {
            assert_eq!(ctc.value(&logits, labels, reduction, room), Err(error));
        }
        assert_eq!(gradient, [[UNTOUCHED; 3]; 2]);
        assert!(room.iter().all(|x| *x == UNTOUCHED));
    }
    assert_eq!(ctc.value(&logits, &[1, 2], Reduction::Sum, &mut [0.0; 9]), Err(scratch(10, 9)));
    assert_eq!(ctc.value(&[], &[], Reduction::Sum, &mut [0.0; 4]), Err(Error::EmptyBatch));
    let short = ctc.value_and_gradient(&logits, &[], Reduction::Sum, &mut [[0.0; 3]], &mut [0.0; 9]);
    assert_eq!(short, Err(Error::Length { buffer: Buffer::Gradient, expected: 2, actual: 1 }));
    assert_eq!(Ctc::<3, u8>::scratch_len(usize::MAX, 3), usize::MAX);

    let mut rows = [[UNTOUCHED; 2]; 2];
    let label = Err(Error::Label { row: 1, label: 2, classes: 2 });
    let generalized = GeneralizedCrossEntropy::new(0.5);
    assert_eq!(generalized.value_and_gradient_in_place(&mut rows, &[0_u8, 2], Reduction::Sum), label);
    let poly = Poly1CrossEntropy::new(1.0);
    assert_eq!(poly.value_and_gradient_in_place(&mut rows, &[0_u8, 2], Reduction::Sum), label);
    let mut pixels = [rows, rows];
    let dice = SoftmaxTversky::dice();
    assert_eq!(dice.value_and_gradient_in_place(&mut pixels, &[[0_u8, 1], [0, 2]], Reduction::Sum), label);
    assert_eq!((rows, pixels), ([[UNTOUCHED; 2]; 2], [[[UNTOUCHED; 2]; 2]; 2]));

    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -1.1] {
        assert!(HingeEmbedding::try_new(bad).is_err());
        assert!(GeneralizedCrossEntropy::<2, u8>::try_new(bad).is_err());
        assert!(Poly1CrossEntropy::<2, u8>::try_new(bad).is_err());
        assert!(Tversky::<2>::try_new(bad, 0.5).is_err() && Tversky::<2>::try_new(0.5, bad).is_err());
        assert!(SigmoidTversky::<2>::dice().try_with_smooth(bad).is_err());
        assert!(SoftmaxTversky::<2, 2, u8>::dice().try_with_smooth(bad).is_err());
    }
    for q in [0.0, 1e-40, 1.1] {
        assert!(GeneralizedCrossEntropy::<2, u8>::try_new(q).is_err());
    }
    assert!(Tversky::<2>::try_new(1001.0, 0.0).is_err() && Tversky::<2>::try_new(1000.0, 0.0).is_ok());
    assert!(Poly1CrossEntropy::<2, u8>::try_new(-1.0).is_ok());
}

/// Regions so faint that both slopes of a pixel reach their bound: their difference is a number, and so is 0 times it.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn faint_regions() {
    let mut pixels = [[[-95.6, -88.4, 0.0], [-200.0, -200.0, 0.0]]];
    let loss = SoftmaxTversky::new(1000.0, 0.0);
    let value = loss.value_and_gradient_in_place(&mut pixels, &[[1_u8, 0]], Reduction::Sum);
    assert!(value.is_ok_and(f32::is_finite));
    assert!(pixels.as_flattened().as_flattened().iter().all(|slope| slope.is_finite()), "{pixels:?}");
}

/// A region so faint that its slopes reach their bound has a gradient all the same.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn the_faintest_regions_have_a_gradient() {
    let loss = SigmoidTversky::new(1.0, 0.0);
    for (logit, size) in [(-86.0, 0.249_99..0.250_01), (-90.0, 0.01..0.25), (-100.0, 1e-7..0.25)] {
        let mut pixels = [[logit; 2]];
        let value = loss.value_and_gradient_in_place(&mut pixels, &[[1.0, 0.0]], Reduction::Sum).unwrap();
        let [inside, outside] = pixels[0];
        assert!((value - 0.5).abs() < 1e-6 && size.contains(&outside) && inside == -outside, "{pixels:?}");
    }
}

/// A loss without its tangent, up to the end of its series: −ln p − (1 − p), to the last places.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn poly_without_its_tangent() {
    let mut worst: f64 = 0.0;
    for i in 0..2_000 {
        let x = 0.2 + i as f32 * 1e-3;
        let miss = 1.0 / (1.0 + f64::from(x).exp());
        let value = Poly1CrossEntropy::new(-1.0).value(&[[x, 0.0]], &[0_u8], Reduction::Sum).unwrap();
        worst = worst.max(Figure::from(-(-miss).ln_1p() - miss).ulps(value));
    }
    assert!(worst <= 14.0, "{worst} ULP");
}
