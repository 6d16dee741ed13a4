//! Laws that hold for every batch: of any finite numbers, any length, any reduction.

use crate::between::between;
use crate::subject::bits;
use microloss::{
    AbsoluteError, BernoulliNll, CrammerSingerHinge, ElasticNet, Elementwise, Hinge, Huber, L1, L2, LogCosh,
    Loss, Penalty, PseudoHuber, Quantile, Quantiles, Reduction, Row, Rowwise, SigmoidCrossEntropy,
    SigmoidFocal, SmoothL1, SoftmaxCrossEntropy, SoftmaxCrossEntropyDense, SoftmaxFocal, SquaredError,
    SquaredHinge, Weighted, WestonWatkinsHinge,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Any finite number, or a moderate one.
fn number() -> impl Strategy<Value = f32> + Clone {
    let any = any::<u32>().prop_map(f32::from_bits).prop_filter("finite", |x| x.is_finite());
    prop_oneof![any, between(-100.0, 100.0), Just(0.0f32), Just(1.0f32), Just(-1.0f32)]
}

fn reduction() -> impl Strategy<Value = Reduction> {
    prop_oneof![
        Just(Reduction::Mean),
        Just(Reduction::Sum),
        Just(Reduction::Over(0.0)),
        between(0.1, 1e6).prop_map(Reduction::Over),
    ]
}

/// A batch of a few rows or, one in four, of up to 70: two whole blocks and a rest.
fn batch<R: std::fmt::Debug, T: std::fmt::Debug>(
    row: impl Strategy<Value = R> + Clone,
    target: impl Strategy<Value = T> + Clone,
) -> impl Strategy<Value = Vec<(R, T)>> {
    let rows = (row, target);
    prop_oneof![3 => vec(rows.clone(), 1..9), 1 => vec(rows, 1..70)]
}

fn flat<R: Row>(rows: &mut [R]) -> Vec<f32> {
    rows.iter_mut().flat_map(|row| row.elements_mut().to_vec()).collect()
}

/// Laws of any loss of rows.
fn examine<L: Rowwise>(loss: &L, rows: &[L::Row], targets: &[L::Target], reduction: Reduction)
where
    L::Row: std::fmt::Debug,
    L::Target: Clone,
{
    let value = loss.value(rows, targets, reduction).unwrap();
    let mut gradient = rows.to_vec();
    let fused = loss.value_and_gradient(rows, targets, reduction, &mut gradient).unwrap();
    assert_eq!(bits(&[value]), bits(&[fused]), "fused = value");
    let gradient = flat(&mut gradient);
    assert!(!value.is_nan() && !gradient.iter().any(|g| g.is_nan()), "NaN from finite input");

    let mut in_place = rows.to_vec();
    let in_place_value = loss.value_and_gradient_in_place(&mut in_place, targets, reduction).unwrap();
    assert_eq!(bits(&[value]), bits(&[in_place_value]), "in place = out of place");
    assert_eq!(bits(&gradient), bits(&flat(&mut in_place)), "in place = out of place");

    let mut terms = vec![f32::NAN; rows.len()];
    loss.terms(rows, targets, &mut terms).unwrap();
    for ((row, target), term) in rows.iter().zip(targets).zip(&terms) {
        let alone = loss.value(&[*row], std::slice::from_ref(target), Reduction::Sum).unwrap();
        assert_eq!(bits(&[alone]), bits(&[*term + 0.0]), "a term is the loss of its row alone");
    }
    if reduction == Reduction::Sum {
        let exact: f64 = terms.iter().map(|term| f64::from(*term)).sum();
        let error = (f64::from(value) - exact).abs();
        assert!(exact > 3e38 || error <= 4.0 * 1.2e-7 * exact.abs() + 1e-44, "sum {value:e} of {exact:e}");
    }

    // Reversed rows: the same gradients, reversed.
    let reversed: Vec<_> = rows.iter().rev().copied().collect();
    let reversed_targets: Vec<_> = targets.iter().rev().cloned().collect();
    let mut reversed_gradient = reversed.clone();
    loss.gradient(&reversed, &reversed_targets, reduction, &mut reversed_gradient).unwrap();
    reversed_gradient.reverse();
    // Only the mean's denominator sees the order of the rows, by a rounding error.
    if !matches!(reduction, Reduction::Mean) {
        assert_eq!(bits(&gradient), bits(&flat(&mut reversed_gradient)), "rows are independent");
    }

    // A weight of 1 changes nothing; rows of weight 0 are absent.
    let ones = vec![1.0; rows.len()];
    let weighted = Weighted::new(ByReference(loss), &ones);
    assert_eq!(bits(&[value]), bits(&[weighted.value(rows, targets, reduction).unwrap()]), "weight 1");
    let zeros = vec![0.0; rows.len()];
    let mut masked = rows.to_vec();
    let absent = Weighted::new(ByReference(loss), &zeros);
    assert_eq!(absent.value_and_gradient(rows, targets, reduction, &mut masked), Ok(0.0));
    assert!(flat(&mut masked).iter().all(|g| *g == 0.0), "weight 0");
}

/// A loss behind a reference.
#[derive(Clone, Copy)]
struct ByReference<'a, L>(&'a L);

impl<L: Rowwise> Rowwise for ByReference<'_, L> {
    type Row = L::Row;
    type Target = L::Target;
    fn is_weighted(&self) -> bool {
        self.0.is_weighted()
    }
    fn weight(&self, target: &L::Target) -> f32 {
        self.0.weight(target)
    }
    fn check(&self, row: usize, target: &L::Target) -> Result<(), microloss::Error> {
        self.0.check(row, target)
    }
    fn term(&self, row: &L::Row, target: &L::Target) -> f32 {
        self.0.term(row, target)
    }
    fn term_and_gradient(&self, row: &mut L::Row, target: &L::Target, scale: f32) -> f32 {
        self.0.term_and_gradient(row, target, scale)
    }
}

/// Laws of any elementwise loss beyond [`examine`].
fn examine_elementwise<L: Elementwise>(loss: &L, batch: &[(f32, f32)], reduction: Reduction) {
    let (prediction, target): (Vec<f32>, Vec<f32>) = batch.iter().copied().unzip();
    examine(loss, &prediction, &target, reduction);
    for (p, t) in batch {
        assert!(!loss.curvature(*p, *t).is_nan(), "curvature at {p}, {t}");
    }
    if let (Some(prediction), Some(target)) = (prediction.first_chunk::<5>(), target.first_chunk::<5>()) {
        let mut gradient = [0.0; 5];
        let mut of_array = [0.0; 5];
        let value = loss.value_and_gradient(prediction, target, reduction, &mut gradient).unwrap();
        let array = loss.try_value_and_gradient_array(prediction, target, reduction, &mut of_array).unwrap();
        assert_eq!(bits(&[value]), bits(&[array]), "array = slice");
        assert_eq!(bits(&gradient), bits(&of_array), "array = slice");
        let array = loss.try_value_array(prediction, target, reduction).unwrap();
        assert_eq!(bits(&[value]), bits(&[array]), "array = slice");
    }
}

/// Σ of a softmax gradient's row is 0, to rounding.
fn rows_sum_to_zero<const K: usize>(gradient: &[[f32; K]]) {
    for row in gradient {
        let sum: f64 = row.iter().map(|g| f64::from(*g)).sum();
        let size: f64 = row.iter().map(|g| f64::from(g.abs())).sum();
        assert!(sum.abs() <= 1e-5 * size + 1e-43, "{row:?} sums to {sum}");
    }
}

proptest! {
    #[test]
    fn regression(batch in batch(number(), number()), r in reduction(), s in between(0.01, 10.0), tau in between(0.01, 0.99)) {
        examine_elementwise(&SquaredError::new(), &batch, r);
        examine_elementwise(&AbsoluteError::new(), &batch, r);
        examine_elementwise(&Huber::new(s), &batch, r);
        examine_elementwise(&SmoothL1::new(s), &batch, r);
        examine_elementwise(&PseudoHuber::new(s), &batch, r);
        examine_elementwise(&LogCosh::new(), &batch, r);
        examine_elementwise(&Quantile::new(tau), &batch, r);
    }

    #[test]
    fn quantiles(batch in batch([number(), number(), number()], number()), r in reduction(), penalty in between(0.0, 3.0)) {
        let (rows, targets): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        examine(&Quantiles::new([0.1, 0.5, 0.9], penalty), &rows, &targets, r);
    }

    #[test]
    fn binary(batch in batch(number(), between(0.0, 1.0)), r in reduction(), w in between(0.0, 3000.0), e in between(0.0, 1.0), g in between(0.0, 6.0)) {
        let loss = SigmoidCrossEntropy::new().with_positive_weight(w).with_label_smoothing(e);
        examine_elementwise(&loss, &batch, r);
        examine_elementwise(&SigmoidFocal::new(g).with_alpha(e), &batch, r);
        let probabilities: Vec<_> = batch.iter().map(|(x, y)| (x.abs().min(1.0), *y)).collect();
        examine_elementwise(&BernoulliNll::new(), &probabilities, r);
        let signs: Vec<_> = batch.iter().map(|(x, y)| (*x, if *y < 0.5 { -1.0 } else { 1.0 })).collect();
        examine_elementwise(&Hinge::new(), &signs, r);
        examine_elementwise(&SquaredHinge::new(), &signs, r);
    }

    #[test]
    fn labels(batch in batch(proptest::array::uniform5(number()), 0u8..6), r in reduction(), w in proptest::array::uniform5(between(0.0, 4.0)), e in between(0.0, 1.0), t in between(0.01, 100.0), g in between(0.0, 6.0)) {
        let (rows, targets): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        let loss = SoftmaxCrossEntropy::new().ignoring(5);
        examine(&loss, &rows, &targets, r);
        let mut gradient = rows.clone();
        loss.gradient(&rows, &targets, r, &mut gradient).unwrap();
        rows_sum_to_zero(&gradient);
        examine(&loss.with_class_weights(&w).with_label_smoothing(e).with_temperature(t), &rows, &targets, r);
        let slope = loss.with_temperature(t).temperature_gradient(&rows, &targets, r).unwrap();
        prop_assert!(!slope.is_nan());
        let targets: Vec<_> = targets.into_iter().map(|y| y % 5).collect();
        examine(&SoftmaxFocal::new(g).with_alpha(&w), &rows, &targets, r);
        examine(&CrammerSingerHinge::new(1.0), &rows, &targets, r);
        examine(&WestonWatkinsHinge::new(1.0).with_class_weights(&w), &rows, &targets, r);
        examine(&WestonWatkinsHinge::new(0.5).squared(), &rows, &targets, r);
    }

    #[test]
    fn distributions(batch in batch(proptest::array::uniform5(number()), proptest::array::uniform5(between(0.0, 1.0))), r in reduction(), w in proptest::array::uniform5(between(0.0, 4.0)), e in between(0.0, 1.0)) {
        let (rows, targets): (Vec<_>, Vec<_>) = batch.into_iter().unzip();
        examine(&SoftmaxCrossEntropyDense::new(), &rows, &targets, r);
        examine(&SoftmaxCrossEntropyDense::new().with_class_weights(&w).with_label_smoothing(e), &rows, &targets, r);
    }

    #[test]
    fn weights_are_repetitions(batch in batch(between(-9.0, 9.0), between(-9.0, 9.0)), seed in any::<u64>()) {
        let (prediction, target): (Vec<f32>, Vec<f32>) = batch.iter().copied().unzip();
        let weights: Vec<f32> = (0..batch.len()).map(|i| ((seed >> (i % 60)) % 4) as f32).collect();
        let repeat = |x: &[f32]| -> Vec<f32> {
            x.iter().zip(&weights).flat_map(|(x, w)| std::iter::repeat_n(*x, *w as usize)).collect()
        };
        let value = Weighted::new(Huber::new(1.0), &weights).value(&prediction, &target, Reduction::Mean).unwrap();
        let repeated = repeat(&prediction);
        if !repeated.is_empty() {
            let exact = Huber::new(1.0).value(&repeated, &repeat(&target), Reduction::Mean).unwrap();
            prop_assert!((value - exact).abs() <= 1e-6 * exact);
        }
    }

    #[test]
    fn penalties_add_their_gradient(parameters in vec(number(), 0..70), l1 in between(0.0, 10.0), l2 in between(0.0, 10.0)) {
        let mut separate = vec![0.0; parameters.len()];
        let mut together = separate.clone();
        L1::new(l1).value_and_add_gradient(&parameters, &mut separate).unwrap();
        L2::new(l2).value_and_add_gradient(&parameters, &mut separate).unwrap();
        let net = ElasticNet::new(l1, l2);
        let value = net.value_and_add_gradient(&parameters, &mut together).unwrap();
        prop_assert_eq!(bits(&separate), bits(&together));
        prop_assert_eq!(bits(&[value]), bits(&[net.value(&parameters)]));
        prop_assert!(value >= 0.0);
    }
}

/// γ = 0 is cross-entropy: the value of a sigmoid's bit for bit, the rest to the rounding errors of two ways to it.
#[test]
fn focal_without_focus_is_cross_entropy() {
    let apart = if cfg!(feature = "micromath") { 4e-6 } else { 3.6e-7 };
    for i in -2000..2000 {
        let x = i as f32 * 0.05;
        for y in [0.0, 1.0] {
            let focal = SigmoidFocal::new(0.0).point(x, y);
            let plain = SigmoidCrossEntropy::new().point(x, y);
            assert_eq!(bits(&[focal.value]), bits(&[plain.value]), "at {x}, {y}");
            assert!((focal.slope - plain.slope).abs() <= 2.4e-7 * plain.slope.abs(), "at {x}, {y}");
        }
        let rows = [[x, 1.0, -2.0]];
        let focal = SoftmaxFocal::new(0.0).value(&rows, &[0_u8], Reduction::Sum).unwrap();
        let plain = SoftmaxCrossEntropy::new().value(&rows, &[0_u8], Reduction::Sum).unwrap();
        assert!((focal - plain).abs() <= apart * plain + 3e-45, "at {x}: {focal} and {plain}");
    }
}

/// The type of the labels changes no bit.
#[test]
fn every_label_type_gives_the_same_bits() {
    let rows = [[0.5, -1.0, 2.0], [7.0, -3.0, 0.0]];
    let of = |value: Result<f32, microloss::Error>| value.unwrap().to_bits();
    let expected = of(SoftmaxCrossEntropy::new().value(&rows, &[2_u8, 0], Reduction::Mean));
    assert_eq!(expected, of(SoftmaxCrossEntropy::new().value(&rows, &[2_u16, 0], Reduction::Mean)));
    assert_eq!(expected, of(SoftmaxCrossEntropy::new().value(&rows, &[2_u32, 0], Reduction::Mean)));
    assert_eq!(expected, of(SoftmaxCrossEntropy::new().value(&rows, &[2_usize, 0], Reduction::Mean)));
}
