//! Rows that weigh more than others, and rows that are absent.

use microloss::{
    BernoulliNll, Elementwise, Error, GeneralizedCrossEntropy, Kto, Loss, Poly1CrossEntropy, Reduction,
    Rowwise, SoftmaxCrossEntropy, SoftmaxFocal, SquaredError, Verdict, Weighted,
};

const ROWS: [[f32; 3]; 4] = [[0.5, -1.0, 2.0], [7.0, -3.0, 0.0], [1.0, 1.0, 1.0], [0.0, 4.0, -2.0]];
/// The third is of no class.
const LABELS: [u8; 4] = [2, 0, 255, 1];

/// Value and gradient of a loss that leaves out the third row are those of the others.
fn leaves_out<L: Loss<Prediction = [f32; 3], Target = u8>>(
    whole: &L,
    present: &impl Loss<Prediction = [f32; 3], Target = u8>,
) {
    let (rows, labels) = ([ROWS[0], ROWS[1], ROWS[3]], [LABELS[0], LABELS[1], LABELS[3]]);
    for reduction in [Reduction::Mean, Reduction::Sum, Reduction::Over(7.0)] {
        let (mut gradient, mut expected) = ([[42.0; 3]; 4], [[42.0; 3]; 3]);
        let value = whole.value_and_gradient(&ROWS, &LABELS, reduction, &mut gradient);
        assert_eq!(value, present.value_and_gradient(&rows, &labels, reduction, &mut expected));
        assert_eq!(gradient, [expected[0], expected[1], [0.0; 3], expected[2]]);
        assert_eq!(whole.value(&ROWS, &LABELS, reduction), value);
    }
    let (mut terms, mut expected) = ([42.0; 4], [42.0; 3]);
    whole.terms(&ROWS, &LABELS, &mut terms).unwrap();
    present.terms(&rows, &labels, &mut expected).unwrap();
    assert_eq!(terms, [expected[0], expected[1], 0.0, expected[2]]);
    assert_eq!(whole.denominator(&LABELS), present.denominator(&labels));
    let label = Err(Error::Label { row: 2, label: 255, classes: 3 });
    assert_eq!(present.value(&ROWS, &LABELS, Reduction::Mean), label);
    assert_eq!(present.denominator(&LABELS), label);
}

#[test]
fn an_ignored_label_is_absent() {
    leaves_out(&SoftmaxCrossEntropy::new().ignoring(255), &SoftmaxCrossEntropy::new());
    leaves_out(&SoftmaxFocal::new(2.0).ignoring(255), &SoftmaxFocal::new(2.0));
    leaves_out(&GeneralizedCrossEntropy::new(0.7).ignoring(255), &GeneralizedCrossEntropy::new(0.7));
    leaves_out(&Poly1CrossEntropy::new(1.0).ignoring(255), &Poly1CrossEntropy::new(1.0));
    let alpha = &[0.5, 2.0, 1.0];
    leaves_out(
        &SoftmaxFocal::new(2.0).with_alpha(alpha).ignoring(255),
        &SoftmaxFocal::new(2.0).with_alpha(alpha),
    );
}

/// A row of weight 0 is absent even if its label is not a class.
#[test]
fn a_row_of_weight_0_is_absent() {
    let weights = [1.0, 1.0, 0.0, 1.0];
    leaves_out(&Weighted::new(SoftmaxCrossEntropy::new(), &weights), &SoftmaxCrossEntropy::new());
    leaves_out(&Weighted::new(SoftmaxFocal::new(2.0), &weights), &SoftmaxFocal::new(2.0));
    let weights = [1.0, 1.0, 1e-45, 1.0];
    let present = Weighted::new(SoftmaxCrossEntropy::new(), &weights).value(&ROWS, &LABELS, Reduction::Sum);
    assert_eq!(present, Err(Error::Label { row: 2, label: 255, classes: 3 }));
}

/// The pieces of a batch, each reduced over the denominators of all, add up to it.
fn adds_up<L: Loss<Prediction = [f32; 3], Target = u8>>(loss: &L, pieces: [&L; 2]) {
    let ((left, right), (of_left, of_right)) = (ROWS.split_at(1), LABELS.split_at(1));
    let all = pieces[0].denominator(of_left).unwrap() + pieces[1].denominator(of_right).unwrap();
    assert_eq!(Ok(all), loss.denominator(&LABELS));
    let over = Reduction::Over(all);
    let sum = pieces[0].value(left, of_left, over).unwrap() + pieces[1].value(right, of_right, over).unwrap();
    let whole = loss.value(&ROWS, &LABELS, Reduction::Mean).unwrap();
    assert!((sum - whole).abs() <= 2.0 * f32::EPSILON * whole, "{sum} and {whole}");
}

#[test]
fn pieces_add_up_over_their_denominators() {
    let plain = SoftmaxCrossEntropy::new().ignoring(255);
    adds_up(&plain, [&plain, &plain]);
    let heavy = plain.with_class_weights(&[0.25, 3.0, 1.5]);
    adds_up(&heavy, [&heavy, &heavy]);
    let weights = [2.0, 0.5, 1.0, 4.0];
    let weighted = |weights| Weighted::new(heavy, weights);
    adds_up(&weighted(&weights), [&weighted(&weights[..1]), &weighted(&weights[1..])]);
    assert_eq!(plain.denominator(&[]), Err(Error::EmptyBatch));
}

/// 0 times a factor that would overflow is 0, and what is not 0 keeps its sign.
#[test]
fn factors_beyond_the_numbers() {
    let over = Reduction::Over(0.1);
    let mut gradient = [42.0; 2];
    let loss = Weighted::new(SquaredError::new(), &[3e38, 3e38]);
    loss.value_and_gradient(&[1.0, 2.0], &[1.0, 1.0], over, &mut gradient).unwrap();
    assert_eq!(gradient, [0.0, f32::INFINITY]);

    // Factors whose product is not a normal number, of a gradient that is one.
    for (weight, over, prediction) in [(800.0, 2e-37, -6e-4), (1e-30, 1e10, 1e20_f32)] {
        let loss = Weighted::new(SquaredError::new(), core::slice::from_ref(&weight));
        let mut gradient = [42.0];
        loss.value_and_gradient(&[prediction], &[0.0], Reduction::Over(over), &mut gradient).unwrap();
        let exact = 2.0 * f64::from(prediction) * f64::from(weight) / f64::from(over);
        assert!((f64::from(gradient[0]) - exact).abs() <= 3e-7 * exact.abs(), "{gradient:?} for {exact:e}");
    }

    let certain = [[f32::MAX, f32::MIN]];
    let cold = SoftmaxCrossEntropy::new().with_temperature(f32::MIN_POSITIVE);
    assert_eq!(cold.temperature_gradient(&certain, &[0_u8], Reduction::Sum), Ok(0.0));

    let verdict = Verdict { reference: -1e30, desirable: true };
    let kto = Kto::new(1e20, 0.0).with_weights(1e20, 1.0);
    let mut row = 0.0;
    kto.term_and_gradient(&mut row, &verdict, 1.0);
    assert_eq!(row, 0.0);
}

/// A logarithm that overflows beyond the probabilities, and has no weight.
#[test]
fn a_side_without_weight_takes_no_part() {
    let loss = BernoulliNll::new().with_floor(f32::MIN_POSITIVE);
    for (p, y) in [(-5.0, 0.0), (6.0, 1.0)] {
        let point = loss.point(p, y);
        let near = (point.value + 6.0_f32.ln()).abs() < if cfg!(feature = "micromath") { 1e-2 } else { 1e-6 };
        assert!(near && point.slope.is_finite(), "{point:?}");
    }
    assert_eq!(loss.point(-5.0, 1.0).value, f32::MAX);
}

/// Equal logits whose exponentials are huge or tiny, over a divisor that is so too: their factors one by one.
#[test]
fn far_divisors_keep_the_digits() {
    for (logit, n) in [(30.0_f32, 1e30_f32), (-30.0, 1e-30), (30.0, 1e-30), (-30.0, 1e30)] {
        let mut gradient = [[0.0; 3]];
        let loss = SoftmaxCrossEntropy::new();
        loss.value_and_gradient(&[[logit; 3]], &[0_u8], Reduction::Over(n), &mut gradient).unwrap();
        for (got, share) in gradient[0].into_iter().zip([-2.0, 1.0, 1.0]) {
            let exact = share / 3.0 / f64::from(n);
            assert!((f64::from(got) - exact).abs() <= 4e-7 * exact.abs(), "{got:e} for {exact:e}");
        }
    }
}

/// A denominator that is not 0 never counts as 0: below the smallest normal number, it counts as that.
#[test]
fn subnormal_denominators_divide() {
    let largest = 1.0 / f32::MIN_POSITIVE;
    for over in [1e-45, 1e-40, f32::MIN_POSITIVE] {
        let mut gradient = [0.0];
        let value =
            SquaredError::new().value_and_gradient(&[1.0], &[0.0], Reduction::Over(over), &mut gradient);
        assert_eq!((value, gradient), (Ok(largest), [2.0 * largest]), "over {over:e}");
    }
    let weights = [1e-45];
    let weighted = Weighted::new(SquaredError::new(), &weights);
    assert_eq!(weighted.denominator(&[0.0]), Ok(f32::MIN_POSITIVE));
    assert_eq!(weighted.value(&[1.0], &[0.0], Reduction::Mean), Ok(1e-45 / f32::MIN_POSITIVE));
}
