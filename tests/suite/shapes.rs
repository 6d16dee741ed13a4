//! Mistakes: the `Error` that names each, with its numbers, and outputs untouched.

use microloss::*;

/// Fills every output. An error must leave it there.
const UNTOUCHED: f32 = 42.0;

/// Checks that every method refuses with `error`, and writes nothing.
fn refuses<L: Loss<Prediction = R, Target = T>, R: Row, T>(
    loss: &L,
    rows: &mut [R],
    targets: &[T],
    reduction: Reduction,
    gradient: &mut [R],
    error: Error,
) {
    gradient.iter_mut().for_each(|row| row.elements_mut().fill(UNTOUCHED));
    let before: Vec<Vec<f32>> = rows.iter_mut().map(|row| row.elements_mut().to_vec()).collect();
    let mut terms = vec![UNTOUCHED; rows.len()];
    assert_eq!(loss.value_and_gradient(rows, targets, reduction, gradient), Err(error));
    assert_eq!(loss.gradient(rows, targets, reduction, gradient), Err(error));
    assert!(gradient.iter_mut().all(|row| row.elements_mut().iter().all(|g| *g == UNTOUCHED)));
    let about_gradient = matches!(error, Error::Length { buffer: Buffer::Gradient, .. });
    if !about_gradient {
        assert_eq!(loss.value(rows, targets, reduction), Err(error));
        assert_eq!(loss.value_and_gradient_in_place(rows, targets, reduction), Err(error));
        if !matches!(error, Error::Parameter { name: "Over", .. }) {
            assert_eq!(loss.terms(rows, targets, &mut terms), Err(error));
        }
    }
    let after: Vec<Vec<f32>> = rows.iter_mut().map(|row| row.elements_mut().to_vec()).collect();
    assert_eq!(before, after);
    assert!(terms.iter().all(|term| *term == UNTOUCHED));
}

#[test]
fn lengths() {
    let loss = SquaredError::new();
    let length = |buffer, expected, actual| Error::Length { buffer, expected, actual };
    refuses(&loss, &mut [], &[], Reduction::Mean, &mut [], Error::EmptyBatch);
    let target = length(Buffer::Target, 2, 1);
    refuses(&loss, &mut [1.0, 2.0], &[0.0], Reduction::Mean, &mut [0.0; 2], target);
    let gradient = length(Buffer::Gradient, 2, 3);
    refuses(&loss, &mut [1.0, 2.0], &[0.0; 2], Reduction::Mean, &mut [0.0; 3], gradient);
    let gradient = length(Buffer::Gradient, 2, 1);
    refuses(&loss, &mut [1.0, 2.0], &[0.0; 2], Reduction::Mean, &mut [0.0; 1], gradient);
    let mut terms = [UNTOUCHED];
    let refused = loss.terms(&[1.0, 2.0], &[0.0; 2], &mut terms);
    assert_eq!((refused, terms), (Err(length(Buffer::Terms, 2, 1)), [UNTOUCHED]));
    let short = [1.0];
    let weights = length(Buffer::Weights, 2, 1);
    let weighted = Weighted::new(loss, &short);
    refuses(&weighted, &mut [1.0, 2.0], &[0.0; 2], Reduction::Mean, &mut [0.0; 2], weights);
}

#[test]
fn labels() {
    let rows = || [[1.0, 2.0, 3.0]; 3];
    let mut gradient = rows();
    let error = Error::Label { row: 1, label: 3, classes: 3 };
    let labels = [2_u8, 3, 9];
    refuses(&SoftmaxCrossEntropy::new(), &mut rows(), &labels, Reduction::Mean, &mut gradient, error);
    refuses(&SoftmaxFocal::new(2.0), &mut rows(), &labels, Reduction::Mean, &mut gradient, error);
    refuses(&CrammerSingerHinge::new(1.0), &mut rows(), &labels, Reduction::Mean, &mut gradient, error);
    refuses(&WestonWatkinsHinge::new(1.0), &mut rows(), &labels, Reduction::Mean, &mut gradient, error);
    let smoothed = SoftmaxCrossEntropy::new().ignoring(9).with_label_smoothing(0.5);
    refuses(&smoothed, &mut rows(), &labels, Reduction::Sum, &mut gradient, error);
    let temperature = smoothed.temperature_gradient(&rows(), &labels, Reduction::Sum);
    assert_eq!(temperature, Err(error));
    // A label beyond `usize`, or its end, is out of range like any other.
    let far = Error::Label { row: 0, label: usize::MAX, classes: 3 };
    assert_eq!(SoftmaxCrossEntropy::new().value(&[[0.0; 3]], &[usize::MAX], Reduction::Sum), Err(far));
}

#[test]
fn reductions_and_weights() {
    for n in [f32::NAN, f32::INFINITY, -1.0] {
        let loss = SquaredError::new();
        let refused = loss.value(&[1.0], &[0.0], Reduction::Over(n));
        let Err(Error::Parameter { name: "Over", value, .. }) = refused else { panic!("{refused:?}") };
        assert_eq!(value.to_bits(), n.to_bits());
        let weights = [1.0, n];
        let mut gradient = [UNTOUCHED; 2];
        let weighted = Weighted::new(loss, &weights);
        let refused = weighted.value_and_gradient(&[1.0; 2], &[0.0; 2], Reduction::Mean, &mut gradient);
        assert!(matches!(refused, Err(Error::Parameter { name: "weights", .. })), "{refused:?}");
        assert_eq!(gradient, [UNTOUCHED; 2]);
    }
}

#[test]
fn temperatures() {
    for bad in [0.0, -1.0, 1e-40, f32::NAN, f32::NEG_INFINITY, f32::INFINITY] {
        for refused in [math::softmax(&[1.0], bad, &mut [0.0]), math::log_softmax(&[1.0], bad, &mut [0.0])] {
            let Err(Error::Parameter { name: "temperature", value, .. }) = refused else {
                panic!("{bad}: {refused:?}")
            };
            assert_eq!(value.to_bits(), bad.to_bits());
        }
    }
    for good in [f32::MIN_POSITIVE, 1.0, f32::MAX] {
        assert!(math::softmax(&[1.0], good, &mut [0.0]).is_ok(), "{good}");
        assert!(math::log_softmax(&[1.0], good, &mut [0.0]).is_ok(), "{good}");
    }
}

#[test]
fn other_buffers() {
    let mut gradient = [UNTOUCHED; 3];
    let short = Error::Length { buffer: Buffer::Gradient, expected: 2, actual: 3 };
    assert_eq!(L2::new(1.0).value_and_add_gradient(&[1.0; 2], &mut gradient), Err(short));
    assert_eq!(gradient, [UNTOUCHED; 3]);
    let experts = Error::Length { buffer: Buffer::Experts, expected: 2, actual: 1 };
    let mut regret = Regret::<2>::new();
    assert_eq!(regret.add(1.0, &[0.5]), Err(experts));
    assert_eq!(regret, Regret::new());
    assert_eq!(math::softmax(&[], 1.0, &mut []), Err(Error::EmptyBatch));
    let mut p = [UNTOUCHED];
    let short = Err(Error::Length { buffer: Buffer::Probabilities, expected: 2, actual: 1 });
    assert!(math::softmax(&[1.0, 2.0], 1.0, &mut p) == short && p == [UNTOUCHED]);
    assert!(math::log_softmax(&[1.0, 2.0], 1.0, &mut p) == short && p == [UNTOUCHED]);
}

/// Messages name what was expected, what came, and what to do.
#[test]
fn messages() {
    let length = Error::Length { buffer: Buffer::Gradient, expected: 32, actual: 31 };
    let text = "the gradient buffer has length 31, but 32 is needed: pass exactly 32";
    assert_eq!(length.to_string(), text);
    for (buffer, name) in [
        (Buffer::Target, "target"),
        (Buffer::Terms, "terms"),
        (Buffer::Weights, "weights"),
        (Buffer::Experts, "experts"),
        (Buffer::Output, "output"),
        (Buffer::Embeddings, "embeddings"),
        (Buffer::Candidates, "candidates"),
        (Buffer::Probabilities, "probabilities"),
    ] {
        assert_eq!(buffer.to_string(), name);
    }
    let scratch = Error::Length { buffer: Buffer::Scratch, expected: 32, actual: 31 };
    let text = "the scratch buffer has length 31, but 32 is needed: pass at least 32";
    assert_eq!(scratch.to_string(), text);
    let embeddings = Error::Length { buffer: Buffer::Embeddings, expected: 32, actual: 31 };
    let text = "the embeddings buffer has length 31, but 32 is needed: pass an even number, as 32";
    assert_eq!(embeddings.to_string(), text);
    let label = Error::Label { row: 4, label: 12, classes: 10 };
    assert_eq!(label.to_string(), "row 4 has label 12, but there are 10 classes: pass one from 0 to 9");
    let label = Error::Label { row: 4, label: 0, classes: 0 };
    assert_eq!(label.to_string(), "row 4 has label 0, but there are 0 classes: pass rows that have some");
    assert_eq!(Error::EmptyBatch.to_string(), "the batch has no rows: pass at least one");
    let parameter = Huber::try_new(-1.0).unwrap_err();
    assert_eq!(parameter.to_string(), "delta is -1, but must be a positive normal number");
}

/// NaN or infinity in one row leaves the others alone.
#[test]
fn other_rows_keep_their_gradient() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let mut rows = [[0.5, -1.0, 2.0]; 41];
        let labels = [1_u8; 41];
        let loss = SoftmaxCrossEntropy::new();
        let mut clean = rows;
        loss.gradient(&rows, &labels, Reduction::Mean, &mut clean).unwrap();
        rows[33][1] = bad;
        let mut gradient = rows;
        loss.gradient(&rows, &labels, Reduction::Mean, &mut gradient).unwrap();
        for i in (0..41).filter(|i| *i != 33) {
            assert_eq!(gradient[i], clean[i], "{bad} in another row");
        }
        let (mut prediction, target) = ([1.0; 41], [0.0; 41]);
        prediction[7] = bad;
        let mut gradient = [0.0; 41];
        let value =
            SquaredError::new().value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient);
        assert!(!value.unwrap().is_finite());
        assert!((0..41).filter(|i| *i != 7).all(|i| gradient[i] == 2.0));
    }
}

/// Value and gradient are 0 if nothing in the batch is valid; other libraries return NaN.
#[test]
fn nothing_valid_is_zero() {
    let rows = [[1.0, f32::NAN], [f32::INFINITY, 0.0]];
    let mut gradient = [[UNTOUCHED; 2]; 2];
    let ignoring = SoftmaxCrossEntropy::new().ignoring(255_u8);
    let value = ignoring.value_and_gradient(&rows, &[255, 255], Reduction::Mean, &mut gradient);
    assert_eq!((value, gradient), (Ok(0.0), [[0.0; 2]; 2]));
    let none = [0.0; 2];
    let weightless = SoftmaxCrossEntropy::new().with_class_weights(&none);
    let value = weightless.value_and_gradient(&rows, &[0_u8, 1], Reduction::Mean, &mut gradient);
    assert_eq!((value, gradient), (Ok(0.0), [[0.0; 2]; 2]));
    let mut slope = [UNTOUCHED];
    let value = SquaredError::new().value_and_gradient(&[3e38], &[-3e38], Reduction::Over(0.0), &mut slope);
    assert_eq!((value, slope), (Ok(0.0), [0.0]));
}

/// A row without classes, which no label fits, is refused in a batch, and gives NaN by itself.
#[test]
fn rows_without_classes() {
    fn check<L: Rowwise<Row = [f32; 0], Target = u8>>(loss: &L) {
        assert_eq!(
            loss.value(&[[]], &[0], Reduction::Mean),
            Err(Error::Label { row: 0, label: 0, classes: 0 })
        );
        assert!(loss.term_and_gradient(&mut [], &0, 1.0).is_nan());
    }
    check(&SoftmaxCrossEntropy::new());
    check(&SoftmaxFocal::new(2.0));
    check(&GeneralizedCrossEntropy::new(0.7));
    check(&Poly1CrossEntropy::new(1.0));
    // The most embeddings that there can be: one more would be an even number.
    let (embeddings, scratch) = (&[[]; usize::MAX], &mut [0.0; 4]);
    let odd = Error::Length { buffer: Buffer::Embeddings, expected: usize::MAX - 1, actual: usize::MAX };
    assert_eq!(NtXent::new(0.5).value(embeddings, Reduction::Mean, scratch), Err(odd));
}

/// The sum of a weighted loss adds its terms; a row of weight 0 has none, whatever it holds.
#[test]
fn weighted_terms() {
    let (prediction, weights) = ([f32::NAN, 2.0, 4.0, -1.0], [0.0, 1.0, 0.5, 3.0]);
    let mut terms = [UNTOUCHED; 4];
    let weighted = Weighted::new(SquaredError::new(), &weights);
    weighted.terms(&prediction, &[0.0; 4], &mut terms).unwrap();
    assert_eq!(terms, [0.0, 4.0, 8.0, 3.0]);
    assert_eq!(weighted.value(&prediction, &[0.0; 4], Reduction::Sum), Ok(15.0));
    let (mut gradient, mut in_place) = ([UNTOUCHED; 4], prediction);
    let value = weighted.value_and_gradient(&prediction, &[0.0; 4], Reduction::Sum, &mut gradient);
    let also = weighted.value_and_gradient_in_place(&mut in_place, &[0.0; 4], Reduction::Sum);
    assert_eq!((value, also, gradient), (Ok(15.0), Ok(15.0), [0.0, 4.0, 4.0, -6.0]));
    assert_eq!(in_place, gradient);
}

/// A row whose label `check` would have refused gives NaN, and no panic.
#[test]
fn unchecked_labels() {
    static COSTS: CostMatrix<2> = CostMatrix::new([[0.0, 2.0], [5.0, 0.0]]);
    fn nan<L: Rowwise<Row = [f32; 2], Target = u8>>(loss: L) {
        let mut row = [0.5, -1.0];
        assert!(loss.term(&row, &2).is_nan() && loss.term_and_gradient(&mut row, &2, 1.0).is_nan());
        assert!(row.iter().all(|slope| slope.is_nan()), "{row:?}");
    }
    nan(SoftmaxFocal::new(2.0));
    nan(Poly1CrossEntropy::new(1.0));
    nan(GeneralizedCrossEntropy::new(0.7));
    nan(ExpectedCost::new(&COSTS));
}
