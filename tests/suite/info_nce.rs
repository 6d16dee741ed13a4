//! Contrastive losses over a batch: published numbers, what is refused, and what has nothing to compare.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use microloss::{
    Biased, Buffer, Clip, CosineClassifier, Error, InfoNce, NtXent, Reduction, References, SigLip,
    SupervisedContrastive, Tempered, mutual_information_bound,
};

/// Scratch for the largest of these batches: four pairs for `Clip`.
const ENOUGH: usize = Clip::scratch_len(4, 2);

#[track_caller]
fn close(got: f32, want: f64) {
    assert!((f64::from(got) - want).abs() <= 2e-6 * want.abs(), "{got} for {want}");
}

/// Views of two samples, then the other views of the same.
const VIEWS: [[f32; 2]; 4] = [[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];

#[test]
fn numbers_computed_elsewhere() {
    let mut scratch = [0.0; ENOUGH];
    close(NtXent::new(0.5).value(&VIEWS, Reduction::Mean, &mut scratch).unwrap(), 0.430_190_3);
    let mut rows = [0.0; 4];
    NtXent::new(0.5).terms(&VIEWS, &mut rows, &mut scratch).unwrap();
    for (row, exact) in rows.iter().zip([0.233_257_5, 0.627_123_1, 0.627_123_1, 0.233_257_5]) {
        close(*row, exact);
    }
    let (images, texts) = VIEWS.split_at(2);
    let clip = Clip::try_new(-(0.07f32.ln())).unwrap();
    close(clip.value(images, texts, Reduction::Mean, &mut scratch).unwrap(), 0.027_922_0);
    close(mutual_information_bound(512, 1.0), 5.238_325);
    // The denominator that some texts print, over the two pairs of each view: it can be negative.
    let loss = InfoNce::new(0.5).negatives_only();
    let value = loss.value(images, texts, Reduction::Mean, &mut scratch).unwrap();
    assert!(value < 0.0, "{value}");
    close(value, 0.5 * ((-0.6 - 0.8) / 0.5 + (0.6 - 0.8) / 0.5));
}

/// With the positive in the denominator the bound never exceeds ln N; without it there is none.
#[test]
fn the_bound_needs_the_positive() {
    let anchors = [[1.0, 0.0], [0.0, 1.0]];
    let mut scratch = [0.0; ENOUGH];
    let of = |loss: InfoNce, scratch: &mut [f32]| {
        loss.value(&anchors, &anchors, Reduction::Mean, scratch).unwrap()
    };
    let (with, without) =
        (of(InfoNce::new(0.1), &mut scratch), of(InfoNce::new(0.1).negatives_only(), &mut scratch));
    assert!(
        mutual_information_bound(2, with) <= 2.0f32.ln()
            && mutual_information_bound(2, without) > 2.0f32.ln()
    );
}

#[test]
fn one_has_nothing_to_compare() {
    let mut scratch = [0.0; ENOUGH];
    let nothing = Ok(Tempered { value: 0.0, slope: 0.0 });
    let one = [[3.0, 4.0]];
    let (mut a, mut b) = ([[42.0; 2]], [[42.0; 2]]);
    let loss = InfoNce::new(0.1);
    assert_eq!(loss.value_and_gradient(&one, &one, Reduction::Mean, &mut a, &mut b, &mut scratch), nothing);
    assert_eq!((a, b), ([[0.0; 2]], [[0.0; 2]]));
    // Neither are there negatives.
    let other = [[1.0, 0.0]];
    let loss = loss.negatives_only();
    assert_eq!(loss.value_and_gradient(&one, &other, Reduction::Mean, &mut a, &mut b, &mut scratch), nothing);
    let clip = Clip::new(1.0);
    assert_eq!(clip.value_and_gradient(&one, &one, Reduction::Mean, &mut a, &mut b, &mut scratch), nothing);
    assert_eq!((a, b), ([[0.0; 2]], [[0.0; 2]]));
    let mut both = [[42.0; 2]; 2];
    let pair = [[3.0, 4.0], [1.0, 0.0]];
    assert_eq!(NtXent::new(0.1).value_and_gradient(&pair, Reduction::Mean, &mut both, &mut scratch), nothing);
    assert_eq!(both, [[0.0; 2]; 2]);
    // Nobody has a positive.
    let loss = SupervisedContrastive::new(0.1);
    assert_eq!(loss.value_and_gradient(&pair, &[1_u8, 2], Reduction::Mean, &mut both, &mut scratch), nothing);
    assert_eq!(SupervisedContrastive::anchors(&[1_u8, 2, 1, 3, 1]), 3);
}

/// A vector of length 0 has cosine 0 with everything, and gradient 0.
#[test]
fn no_direction_no_gradient() {
    let embeddings = [[0.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
    let (mut gradient, mut scratch) = ([[42.0; 2]; 4], [0.0; ENOUGH]);
    NtXent::new(0.5).value_and_gradient(&embeddings, Reduction::Mean, &mut gradient, &mut scratch).unwrap();
    assert_eq!(gradient[0], [0.0; 2]);
    assert!(gradient[1] != [0.0; 2]);
}

/// Directions matter and lengths do not: gradients are orthogonal to their embeddings.
#[test]
fn gradients_are_orthogonal() {
    let (mut gradient, mut scratch) = ([[0.0; 2]; 4], [0.0; ENOUGH]);
    let long = VIEWS.map(|e| e.map(|x| 1000.0 * x));
    let loss = NtXent::new(0.2);
    let value = loss.value_and_gradient(&VIEWS, Reduction::Mean, &mut gradient, &mut scratch).unwrap();
    let mut of_long = gradient;
    let same = loss.value_and_gradient(&long, Reduction::Mean, &mut of_long, &mut scratch).unwrap();
    assert!((value.value - same.value).abs() < 1e-6);
    for ((e, g), l) in VIEWS.iter().zip(gradient).zip(of_long) {
        assert!((e[0] * g[0] + e[1] * g[1]).abs() < 1e-6);
        assert!((g[0] - 1000.0 * l[0]).abs() < 1e-5 && (g[1] - 1000.0 * l[1]).abs() < 1e-5);
    }
}

/// Two labels, two views each: supervised and self-supervised are the same.
#[test]
fn labels_of_pairs_are_views() {
    let mut scratch = [0.0; ENOUGH];
    let by_view = NtXent::new(0.3).value(&VIEWS, Reduction::Mean, &mut scratch).unwrap();
    let by_label =
        SupervisedContrastive::new(0.3).value(&VIEWS, &[0_u8, 1, 0, 1], Reduction::Mean, &mut scratch);
    assert!((by_view - by_label.unwrap()).abs() < 1e-6);
}

#[test]
fn refusals_leave_outputs_untouched() {
    let embeddings = VIEWS;
    let length = |buffer, expected, actual| Error::Length { buffer, expected, actual };
    let mut gradient = [[42.0; 2]; 4];
    let mut other = [[42.0; 2]; 4];
    let mut short = [0.0; 11];
    let loss = NtXent::new(0.5);
    let scratch = length(Buffer::Scratch, 12, 11);
    assert_eq!(loss.value(&embeddings, Reduction::Mean, &mut short), Err(scratch));
    assert_eq!(
        loss.value_and_gradient(&embeddings, Reduction::Mean, &mut gradient, &mut short),
        Err(scratch)
    );
    assert_eq!(
        loss.value(&embeddings[..3], Reduction::Mean, &mut short),
        Err(length(Buffer::Embeddings, 4, 3))
    );
    assert_eq!(loss.value::<2>(&[], Reduction::Mean, &mut short), Err(Error::EmptyBatch));
    let mut enough = [0.0; ENOUGH];
    let wrong = loss.value_and_gradient(&embeddings, Reduction::Mean, &mut gradient[..3], &mut enough);
    assert_eq!(wrong, Err(length(Buffer::Gradient, 4, 3)));
    assert!(loss.value(&embeddings, Reduction::Over(-1.0), &mut enough).is_err());

    let loss = InfoNce::new(0.5);
    let few = loss.value(&embeddings, &embeddings[..2], Reduction::Mean, &mut enough);
    assert_eq!(few, Err(length(Buffer::Candidates, 4, 2)));
    let refused = loss.value_and_gradient(
        &embeddings,
        &embeddings,
        Reduction::Mean,
        &mut gradient,
        &mut other,
        &mut [0.0; 9],
    );
    assert_eq!(refused, Err(length(Buffer::Scratch, 10, 9)));
    let clip = Clip::new(0.0);
    let refused = clip.value_and_gradient(
        &embeddings,
        &embeddings,
        Reduction::Mean,
        &mut gradient,
        &mut other[..1],
        &mut enough,
    );
    assert_eq!(refused, Err(length(Buffer::Gradient, 4, 1)));
    assert!(clip.value(&embeddings, &embeddings[..3], Reduction::Mean, &mut enough).is_err());
    let supervised = SupervisedContrastive::new(0.5);
    let refused =
        supervised.value_and_gradient(&embeddings, &[0_u8; 3], Reduction::Mean, &mut gradient, &mut enough);
    assert_eq!(refused, Err(length(Buffer::Target, 4, 3)));
    assert_eq!((gradient, other), ([[42.0; 2]; 4], [[42.0; 2]; 4]));

    let (mut short, mut terms) = ([42.0; 3], [42.0; 4]);
    let of_terms = Err(length(Buffer::Terms, 4, 3));
    assert_eq!(NtXent::new(0.5).terms(&embeddings, &mut short, &mut enough), of_terms);
    assert_eq!(loss.terms(&embeddings, &embeddings, &mut short, &mut enough), of_terms);
    assert_eq!(clip.terms(&embeddings, &embeddings, &mut short, &mut enough), of_terms);
    assert_eq!(supervised.terms(&embeddings, &[0_u8; 4], &mut short, &mut enough), of_terms);
    assert_eq!(NtXent::new(0.5).terms(&embeddings, &mut terms, &mut [0.0; 11]), Err(scratch));
    assert_eq!(loss.terms(&embeddings, &embeddings[..2], &mut terms, &mut enough), few.map(|_| ()));
    assert_eq!(supervised.terms(&embeddings, &[0_u8; 3], &mut terms, &mut enough), refused.map(|_| ()));
    assert!(clip.terms(&embeddings, &embeddings[..3], &mut terms, &mut enough).is_err());
    assert_eq!((short, terms), ([42.0; 3], [42.0; 4]));

    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(InfoNce::try_new(bad).is_err() && NtXent::try_new(bad).is_err());
        assert!(SupervisedContrastive::try_new(bad).is_err());
    }
    assert!(Clip::try_new(61.0).is_err() && Clip::try_new(f32::NAN).is_err());
}

/// At a low temperature nothing overflows, and a confident batch keeps its digits.
#[test]
fn low_temperatures() {
    let mut scratch = [0.0; ENOUGH];
    let separated = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    let value = NtXent::new(0.0125).value(&separated, Reduction::Mean, &mut scratch).unwrap();
    close(value, 2.0 * (-80.0f64).exp());
    let value = NtXent::new(1e-30).value(&VIEWS, Reduction::Mean, &mut scratch).unwrap();
    assert!(value.is_finite() && value >= 0.0);
}

/// The terms add up to the reduced value, and an anchor without a positive has none.
#[test]
fn terms_add_up() {
    let (mut terms, mut scratch) = ([f32::NAN; 4], [0.0; ENOUGH]);
    let sum = |terms: &[f32; 4]| terms.iter().map(|term| f64::from(*term)).sum::<f64>();
    let nt_xent = NtXent::new(0.3);
    nt_xent.terms(&VIEWS, &mut terms, &mut scratch).unwrap();
    close(nt_xent.value(&VIEWS, Reduction::Sum, &mut scratch).unwrap(), sum(&terms));
    let mut others = VIEWS;
    others.reverse();
    for loss in [InfoNce::new(0.3), InfoNce::new(0.3).negatives_only()] {
        loss.terms(&VIEWS, &others, &mut terms, &mut scratch).unwrap();
        close(loss.value(&VIEWS, &others, Reduction::Sum, &mut scratch).unwrap(), sum(&terms));
    }
    let clip = Clip::new(1.0);
    clip.terms(&VIEWS, &others, &mut terms, &mut scratch).unwrap();
    close(clip.value(&VIEWS, &others, Reduction::Sum, &mut scratch).unwrap(), sum(&terms));
    let (supervised, labels) = (SupervisedContrastive::new(0.3), [7_u8, 1, 7, 7]);
    supervised.terms(&VIEWS, &labels, &mut terms, &mut scratch).unwrap();
    assert_eq!(terms[1], 0.0);
    close(supervised.value(&VIEWS, &labels, Reduction::Sum, &mut scratch).unwrap(), sum(&terms));
}

/// Results that overflow are infinite and not NaN: the lowest temperature, the shortest embeddings, the smallest divisor.
#[test]
fn finite_input_gives_no_nan() {
    let embeddings = [[1e-37, 0.0], [0.0, 1.0], [0.8e-37, 0.6e-37], [-0.6, 0.8]];
    let (one, other) = embeddings.split_at(2);
    let (mut gradient, mut scratch) = ([[0.0; 2]; 4], [0.0; ENOUGH]);
    for tau in [1e-30, 1e-10, 0.1, 1e30] {
        for n in [1.2e-38, 1e-20, 1.0, 1e38] {
            let divided = Reduction::Over(n);
            let finite = |fused: Result<Tempered, Error>, gradient: &[[f32; 2]]| {
                let Tempered { value, slope } = fused.unwrap();
                assert!(!value.is_nan() && !slope.is_nan(), "τ = {tau:e}, over {n:e}");
                assert!(gradient.as_flattened().iter().all(|g| !g.is_nan()), "τ = {tau:e}, over {n:e}");
            };
            let fused =
                NtXent::new(tau).value_and_gradient(&embeddings, divided, &mut gradient, &mut scratch);
            finite(fused, &gradient);
            let supervised = SupervisedContrastive::new(tau);
            let labels = [0_u8, 1, 1, 1];
            let fused =
                supervised.value_and_gradient(&embeddings, &labels, divided, &mut gradient, &mut scratch);
            finite(fused, &gradient);
            for loss in [InfoNce::new(tau), InfoNce::new(tau).negatives_only()] {
                let (a, b) = gradient.split_at_mut(2);
                finite(loss.value_and_gradient(one, other, divided, a, b, &mut scratch), &gradient);
            }
            let (a, b) = gradient.split_at_mut(2);
            let clip = Clip::new(if tau < 1.0 { 60.0 } else { -60.0 });
            finite(clip.value_and_gradient(one, other, divided, a, b, &mut scratch), &gradient);
        }
    }
}

/// Room for the directions saves work and changes no bit.
#[test]
fn more_memory_same_bits() {
    let mut draw = Draw::new(31, Mode::Realistic);
    let mut set = || -> [[f32; 5]; 6] { core::array::from_fn(|_| draw.floats()) };
    let (a, b) = (set(), set());
    let labels = [3_u8, 1, 3, 1, 1, 2];
    let (info, nt) = (InfoNce::new(0.2), NtXent::new(0.2));
    let (supervised, clip) = (SupervisedContrastive::new(0.2), Clip::new(1.5));
    let run = |lengths: [usize; 4]| {
        let mut scratch = lengths.map(|length| vec![f32::NAN; length]);
        let [s, t, u, v] = &mut scratch;
        let mut g = [[[0.0; 5]; 6]; 6];
        let [c, d, e, f, h, i] = &mut g;
        let answers = [
            info.value_and_gradient(&a, &b, Reduction::Mean, c, d, s),
            nt.value_and_gradient(&a, Reduction::Mean, e, t),
            supervised.value_and_gradient(&a, &labels, Reduction::Mean, f, u),
            clip.value_and_gradient(&a, &b, Reduction::Mean, h, i, v),
        ];
        let answers = answers.map(|answer| answer.map(|t| [t.value.to_bits(), t.slope.to_bits()]));
        (answers, g.as_flattened().as_flattened().iter().map(|x| x.to_bits()).collect::<Vec<_>>())
    };
    let lengths = [
        [InfoNce::scratch_len(6, 5), InfoNce::fast_scratch_len(6, 5)],
        [NtXent::scratch_len(6, 5), NtXent::fast_scratch_len(6, 5)],
        [SupervisedContrastive::scratch_len(6, 5), SupervisedContrastive::fast_scratch_len(6, 5)],
        [Clip::scratch_len(6, 5), Clip::fast_scratch_len(6, 5)],
    ];
    assert_eq!(lengths, [[17, 47], [22, 52], [22, 52], [23, 83]]);
    let least = run(lengths.map(|[least, _]| least));
    assert!(least.0.iter().all(Result::is_ok));
    assert_eq!(run(lengths.map(|[_, fast]| fast)), least);
    // Not quite enough for the directions is enough for the rest.
    assert_eq!(run(lengths.map(|[_, fast]| fast - 1)), least);
}

/// No rows are an error, and a denominator of 0 leaves nothing: value, slope and gradients are 0.
#[test]
fn nothing_to_compare() {
    let (none, mut scratch): (&[[f32; 2]], _) = (&[], [0.0; 16]);
    let nothing = Err(Error::EmptyBatch);
    assert_eq!(InfoNce::new(0.5).value(none, &VIEWS, Reduction::Mean, &mut scratch), nothing);
    assert_eq!(Clip::new(1.0).value(none, none, Reduction::Mean, &mut scratch), nothing);
    let supervised = SupervisedContrastive::new(0.5);
    assert_eq!(supervised.value(none, &[] as &[u8], Reduction::Mean, &mut scratch), nothing);

    // Embeddings without a number are all alike, whatever the working memory held.
    let mut memory = [f32::NAN; 16];
    let value = InfoNce::new(0.5).value::<0>(&[[]; 2], &[[]; 2], Reduction::Mean, &mut memory);
    close(value.unwrap(), core::f64::consts::LN_2);

    let (over, zero) = (Reduction::Over(0.0), Ok(Tempered { value: 0.0, slope: 0.0 }));
    let (mut a, mut b) = ([[42.0; 2]; 4], [[42.0; 2]; 4]);
    let done = InfoNce::new(0.5).value_and_gradient(&VIEWS, &VIEWS, over, &mut a, &mut b, &mut scratch);
    assert_eq!((done, a, b), (zero, [[0.0; 2]; 4], [[0.0; 2]; 4]));
    (a, b) = ([[42.0; 2]; 4], [[42.0; 2]; 4]);
    let done = Clip::new(1.0).value_and_gradient(&VIEWS, &VIEWS, over, &mut a, &mut b, &mut scratch);
    assert_eq!((done, a, b), (zero, [[0.0; 2]; 4], [[0.0; 2]; 4]));
    a = [[42.0; 2]; 4];
    let done = NtXent::new(0.5).value_and_gradient(&VIEWS, over, &mut a, &mut scratch);
    assert_eq!((done, a), (zero, [[0.0; 2]; 4]));
}

/// Six embeddings that are not alike.
const SIX: [[f32; 2]; 6] = [[1.0, 0.25], [-0.5, 2.0], [3.0, -1.0], [0.5, 0.5], [-2.0, -0.25], [0.125, -1.0]];

fn near(got: &[f32], expected: &[f32]) {
    assert_eq!(got.len(), expected.len());
    let is_near = |(got, expected): (&f32, &f32)| (got - expected).abs() < 4e-6 * expected.abs().max(1.0);
    assert!(got.iter().zip(expected).all(is_near), "{got:?} is not {expected:?}");
}

/// Tiles of the matrix of pairs add up to the whole: value, both slopes, and every gradient.
#[test]
fn sig_lip_adds_up_over_micro_batches() {
    let (images, texts) = (&SIX[..4], [[0.5, 1.0], [2.0, 0.0], [-1.0, 1.0], [1.0, 1.0]]);
    let loss = SigLip::new(1.5, -2.0);
    let mut scratch = [f32::NAN; SigLip::scratch_len(4, 2)];
    let (mut of_images, mut of_texts) = ([[0.0; 2]; 4], [[0.0; 2]; 4]);
    let whole = loss
        .value_and_gradient(images, &texts, Reduction::Mean, &mut of_images, &mut of_texts, &mut scratch)
        .unwrap();
    let (mut value, mut slopes, mut image_sums, mut text_sums) =
        (0.0, [0.0; 2], [[0.0; 2]; 4], [[0.0; 2]; 4]);
    for (rows, columns) in [(0..2, 0..2), (0..2, 2..4), (2..4, 0..2), (2..4, 2..4)] {
        let tile = if rows == columns { loss } else { loss.negatives_only() };
        let (mut i, mut t) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
        let over = Reduction::Over(4.0);
        let part = tile
            .value_and_gradient(
                &images[rows.clone()],
                &texts[columns.clone()],
                over,
                &mut i,
                &mut t,
                &mut scratch,
            )
            .unwrap();
        value += part.value;
        slopes = [slopes[0] + part.log_scale, slopes[1] + part.bias];
        for (sums, part) in [(&mut image_sums[rows], i), (&mut text_sums[columns], t)] {
            sums.as_flattened_mut().iter_mut().zip(part.as_flattened()).for_each(|(sum, g)| *sum += g);
        }
    }
    near(&[value, slopes[0], slopes[1]], &[whole.value, whole.log_scale, whole.bias]);
    near(image_sums.as_flattened(), of_images.as_flattened());
    near(text_sums.as_flattened(), of_texts.as_flattened());
    // Texts without an image of their own are negatives.
    let more = loss.value(&images[..1], &texts[..2], Reduction::Sum, &mut scratch).unwrap();
    let parts = loss.value(&images[..1], &texts[..1], Reduction::Sum, &mut scratch).unwrap()
        + loss.negatives_only().value(&images[..1], &texts[1..2], Reduction::Sum, &mut scratch).unwrap();
    near(&[more], &[parts]);
}

/// If every label occurs twice, an anchor has one positive: then labels tell what the places tell.
#[test]
fn views_by_label_are_views_by_place() {
    let (loss, labels) = (NtXent::new(0.3), [4_u8, 1, 7, 4, 1, 7]);
    let mut scratch = [f32::NAN; NtXent::scratch_len(6, 2)];
    let (mut by_place, mut by_label) = ([[0.0; 2]; 6], [[0.0; 2]; 6]);
    let place = loss.value_and_gradient(&SIX, Reduction::Mean, &mut by_place, &mut scratch).unwrap();
    let label = loss
        .value_and_gradient_by_label(&SIX, &labels, Reduction::Mean, &mut by_label, &mut scratch)
        .unwrap();
    near(&[label.value, label.slope], &[place.value, place.slope]);
    near(by_label.as_flattened(), by_place.as_flattened());
    // Without a negative there is nothing to push, and without a positive nothing to pull.
    let nothing = Tempered { value: 0.0, slope: 0.0 };
    for labels in [[1_u8; 6], [1, 2, 3, 4, 5, 6]] {
        let mut gradient = [[42.0; 2]; 6];
        let done =
            loss.value_and_gradient_by_label(&SIX, &labels, Reduction::Mean, &mut gradient, &mut scratch);
        assert_eq!((done, gradient), (Ok(nothing), [[0.0; 2]; 6]), "{labels:?}");
    }
    assert_eq!((NtXent::pairs(&[1_u8; 6]), NtXent::pairs(&[1_u8, 2])), (30, 0));
}

/// Against references with a label each, the loss is that of anchors and candidates.
#[test]
fn references_are_candidates() {
    let (samples, stored) = SIX.split_at(2);
    let mut scratch = [f32::NAN; InfoNce::fast_scratch_len(4, 2)];
    let (mut a, mut c, mut e, mut r) = ([[0.0; 2]; 2], [[0.0; 2]; 4], [[0.0; 2]; 2], [[0.0; 2]; 4]);
    let pairs = InfoNce::new(0.3)
        .value_and_gradient(samples, stored, Reduction::Mean, &mut a, &mut c, &mut scratch)
        .unwrap();
    let (loss, references) =
        (SupervisedContrastive::new(0.3), References { embeddings: stored, labels: &[5_u8, 6, 7, 8] });
    for len in [SupervisedContrastive::scratch_len_against(4, 2), scratch.len()] {
        let (mean, scratch) = (Reduction::Mean, &mut scratch[..len]);
        let done = loss
            .value_and_gradient_against(samples, &[5, 6], references, mean, &mut e, Some(&mut r), scratch)
            .unwrap();
        near(&[done.value, done.slope], &[pairs.value, pairs.slope]);
        near(e.as_flattened(), a.as_flattened());
        near(r.as_flattened(), c.as_flattened());
    }
    // Samples of classes that are not stored are left out.
    let value = |labels: [u8; 2], reduction, scratch: &mut [f32]| {
        loss.value_against(samples, &labels, references, reduction, scratch)
    };
    let both = value([5, 6], Reduction::Sum, &mut scratch).unwrap();
    let first = value([5, 1], Reduction::Mean, &mut scratch).unwrap();
    let second = value([1, 6], Reduction::Mean, &mut scratch).unwrap();
    near(&[first + second], &[both]);
    assert_eq!(value([1, 2], Reduction::Mean, &mut scratch), Ok(0.0));
}

/// At a cosine of 1 and of −1 the angle has no direction: everything is finite, and nothing pulls sideways.
#[test]
fn angular_margins_at_both_ends() {
    let classes = [[2.0, 0.0], [0.0, 1.0]];
    let mut scratch = [f32::NAN; CosineClassifier::scratch_len(2, 2)];
    let hard = CosineClassifier::new(64.0).with_angular_margin(0.5);
    let easy = CosineClassifier::new(64.0).with_easy_angular_margin(0.5);
    let mut of = |loss: CosineClassifier, embedding: [f32; 2]| {
        let (mut e, mut c) = ([[42.0; 2]], [[42.0; 2]; 2]);
        let value = loss
            .value_and_gradient(&[embedding], &[0_u8], &classes, Reduction::Sum, &mut e, &mut c, &mut scratch)
            .unwrap();
        assert!(e.as_flattened().iter().chain(c.as_flattened()).all(|g| g.is_finite()), "{e:?} {c:?}");
        (value, e[0], c)
    };
    // cos(0 + m): sure of the label, and still.
    for loss in [hard, easy] {
        let (value, e, c) = of(loss, [3.0, 0.0]);
        assert!(value < 1e-20 && e[0] == 0.0 && c[0] == [0.0; 2], "{value} {e:?} {c:?}");
    }
    // −1 − m·sin m, beyond θ = π − m, or −1.
    near(&[of(hard, [-3.0, 0.0]).0], &[64.0 * (1.0 + 0.5 * 0.5_f32.sin())]);
    near(&[of(easy, [-3.0, 0.0]).0], &[64.0]);
    // An embedding without direction is at a right angle to all: φ = −sin m, and cosine 0.
    let (value, e, _) = of(hard, [0.0, 0.0]);
    near(&[value], &[64.0 * 0.5_f32.sin()]);
    assert_eq!(e, [0.0; 2]);
    // Near the label's vector, the pull of the angle is that of sin(θ + m), though 1 − c² has rounded to 0.
    let small = CosineClassifier::new(1.0).with_angular_margin(0.5);
    let (value, e, _) = of(small, [1.0, 1e-4]);
    let phi = (0.5_f32 + 1e-4).cos();
    let miss = 1.0 / (1.0 + (phi - 1e-4).exp());
    near(&[value, e[1]], &[-(1.0 - miss).ln(), miss * ((0.5_f32 + 1e-4).sin() + 1.0)]);
}

/// An angle of 0 is no margin; a class more changes what the others are compared with, and no more.
#[test]
fn cosine_classifiers_without_a_margin() {
    let (classes, labels) = ([[1.0, 0.5], [-1.0, 0.5], [0.0, -1.0]], [0_u8, 1, 2, 0, 1, 2]);
    let mut scratch = [f32::NAN; CosineClassifier::fast_scratch_len(3, 2)];
    let plain = CosineClassifier::new(8.0);
    let short = CosineClassifier::scratch_len(3, 2);
    for loss in [
        plain,
        plain.with_cosine_margin(0.0),
        plain.with_angular_margin(0.0),
        plain.with_easy_angular_margin(0.0),
    ] {
        let (mut e, mut c) = ([[0.0; 2]; 6], [[0.0; 2]; 3]);
        let mean = Reduction::Mean;
        let value =
            loss.value_and_gradient(&SIX, &labels, &classes, mean, &mut e, &mut c, &mut scratch).unwrap();
        let (mut f, mut d, mut terms) = ([[0.0; 2]; 6], [[0.0; 2]; 3], [0.0; 6]);
        let less = &mut scratch[..short];
        assert_eq!(loss.value_and_gradient(&SIX, &labels, &classes, mean, &mut f, &mut d, less), Ok(value));
        assert_eq!((f, d), (e, c), "a short scratch gives the same bits");
        loss.terms(&SIX, &labels, &classes, &mut terms, less).unwrap();
        near(&[value], &[terms.iter().sum::<f32>() / 6.0]);
        near(&[value], &[plain.value(&SIX, &labels, &classes, mean, less).unwrap()]);
    }
    // Two embeddings of one class, and two of the vectors' lengths, are as far from it as their directions.
    let longer = classes.map(|class| class.map(|x| 4.0 * x));
    let value = |classes: &[[f32; 2]], scratch: &mut [f32]| {
        plain.value(&SIX, &labels, classes, Reduction::Sum, scratch)
    };
    assert_eq!(value(&classes, &mut scratch), value(&longer, &mut scratch));
}

#[test]
fn the_newer_losses_refuse() {
    let (one, two) = ([[1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]]);
    let mut scratch = [0.0; ENOUGH];
    let loss = CosineClassifier::new(8.0);
    let value = |embeddings: &[[f32; 2]], labels: &[u8], reduction, scratch: &mut [f32]| {
        loss.value(embeddings, labels, &two, reduction, scratch)
    };
    assert_eq!(value(&[], &[], Reduction::Mean, &mut scratch), Err(Error::EmptyBatch));
    assert_eq!(
        value(&one, &[2], Reduction::Mean, &mut scratch),
        Err(Error::Label { row: 0, label: 2, classes: 2 })
    );
    let length = |buffer, expected, actual| Error::Length { buffer, expected, actual };
    assert_eq!(value(&one, &[0, 1], Reduction::Mean, &mut scratch), Err(length(Buffer::Target, 1, 2)));
    assert_eq!(value(&one, &[0], Reduction::Mean, &mut scratch[..5]), Err(length(Buffer::Scratch, 6, 5)));
    assert!(value(&one, &[0], Reduction::Over(-1.0), &mut scratch).is_err());
    let (mut e, mut c) = ([[42.0; 2]], [[42.0; 2]; 2]);
    let mut short = |e: &mut [[f32; 2]], c: &mut [[f32; 2]], over| {
        loss.value_and_gradient(&one, &[0_u8], &two, over, e, c, &mut scratch)
    };
    assert_eq!(short(&mut [], &mut c, Reduction::Mean), Err(length(Buffer::Gradient, 1, 0)));
    assert_eq!(short(&mut e, &mut c[..1], Reduction::Mean), Err(length(Buffer::Gradient, 2, 1)));
    assert_eq!((e, c), ([[42.0; 2]], [[42.0; 2]; 2]));
    assert_eq!((short(&mut e, &mut c, Reduction::Over(0.0)), e, c), (Ok(0.0), [[0.0; 2]], [[0.0; 2]; 2]));
    assert_eq!(loss.terms(&one, &[0_u8], &two, &mut [], &mut scratch), Err(length(Buffer::Terms, 1, 0)));

    let sig = SigLip::new(0.0, 0.0);
    assert_eq!(sig.value(&two, &one, Reduction::Mean, &mut scratch), Err(length(Buffer::Candidates, 2, 1)));
    assert!(sig.negatives_only().value(&two, &one, Reduction::Mean, &mut scratch).is_ok());
    assert_eq!(sig.value::<2>(&[], &one, Reduction::Mean, &mut scratch), Err(Error::EmptyBatch));
    assert_eq!(sig.terms(&one, &two, &mut [], &mut scratch), Err(length(Buffer::Terms, 1, 0)));
    let nothing = Biased { value: 0.0, log_scale: 0.0, bias: 0.0 };
    let done = sig.value_and_gradient(&one, &two, Reduction::Over(0.0), &mut e, &mut c, &mut scratch);
    assert_eq!((done, e, c), (Ok(nothing), [[0.0; 2]], [[0.0; 2]; 2]));

    let (nt, labels) = (NtXent::new(0.5), [0_u8]);
    assert_eq!(
        nt.value_by_label(&two, &labels, Reduction::Mean, &mut scratch),
        Err(length(Buffer::Target, 2, 1))
    );
    assert_eq!(nt.value_by_label::<2, u8>(&[], &[], Reduction::Mean, &mut scratch), Err(Error::EmptyBatch));
    assert_eq!(nt.terms_by_label(&one, &labels, &mut [], &mut scratch), Err(length(Buffer::Terms, 1, 0)));

    let (supervised, stored) =
        (SupervisedContrastive::new(0.5), References { embeddings: &two, labels: &labels });
    let refused = supervised.value_against(&one, &labels, stored, Reduction::Mean, &mut scratch);
    assert_eq!(refused, Err(length(Buffer::Target, 2, 1)));
    let stored = References { embeddings: &one, labels: &labels };
    let mean = Reduction::Mean;
    let refused = supervised.value_and_gradient_against(
        &one,
        &labels,
        stored,
        mean,
        &mut e,
        Some(&mut c),
        &mut scratch,
    );
    assert_eq!(refused, Err(length(Buffer::Gradient, 1, 2)));
    assert_eq!(
        supervised.terms_against(&one, &labels, stored, &mut [], &mut scratch),
        Err(length(Buffer::Terms, 1, 0))
    );
    for bad in [-0.1, f32::NAN, f32::INFINITY] {
        assert!(CosineClassifier::try_new(bad).is_err() && SigLip::try_new(0.0, bad + 1e31).is_err());
        assert!(loss.try_with_cosine_margin(bad).is_err() && loss.try_with_angular_margin(bad).is_err());
        assert!(loss.try_with_easy_angular_margin(bad).is_err());
    }
}
