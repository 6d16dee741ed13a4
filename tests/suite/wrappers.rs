//! Options and wrappers: a loss for every output, smoothed labels, a floor, pixels and classes that are left out, base 2.

use crate::subject::bits;
use microloss::*;

/// An output of weight 0 is absent, also if it holds NaN.
#[test]
fn outputs_of_weight_0_are_absent() {
    let loss = PerOutput::new([SigmoidCrossEntropy::new(); 3]).with_weights(&[2.0, 0.0, 1.0]);
    let mut gradient = [[9.0; 3]];
    let (row, target) = ([[0.5, f32::NAN, -1.0]], [[1.0, 1.0, 0.0]]);
    let value = loss.value_and_gradient(&row, &target, Reduction::Sum, &mut gradient).unwrap();
    assert!(value.is_finite() && gradient[0][1] == 0.0 && gradient[0][0] < 0.0 && gradient[0][2] > 0.0);
    let nothing = loss.with_weights(&[0.0; 3]);
    assert_eq!(nothing.value_and_gradient(&row, &target, Reduction::Mean, &mut gradient), Ok(0.0));
    assert_eq!(gradient, [[0.0; 3]]);
}

/// Equal losses of four outputs have the mean of the flat numbers, and a row of none is 0.
#[test]
fn equal_outputs_are_flat_numbers() {
    let (rows, targets) = ([[0.5, -2.0, 1.0, 4.0], [0.25, 0.0, -1.0, 3.0]], [[0.0; 4]; 2]);
    let huber = Huber::new(1.0);
    let value = PerOutput::new([huber; 4]).value(&rows, &targets, Reduction::Mean);
    assert_eq!(value, huber.value(rows.as_flattened(), targets.as_flattened(), Reduction::Mean));
    assert_eq!(PerOutput::<Huber, 0>::new([]).value(&[[]], &[[]], Reduction::Sum), Ok(0.0));
}

/// Targets and predictions are refused by the loss of their output.
#[test]
fn outputs_refuse_what_their_losses_refuse() {
    let labels = PerOutput::new([YesNo::<_, u8>::new(BernoulliNll::new()); 2]);
    let error = Error::Label { row: 1, label: 2, classes: 2 };
    assert_eq!(labels.value(&[[0.5; 2]; 2], &[[0, 1], [1, 2]], Reduction::Mean), Err(error));
    let refused = labels.value(&[[0.5, 3.0]], &[[0, 1]], Reduction::Mean);
    assert!(matches!(refused, Err(Error::Prediction { row: 0, value: 3.0, .. })));
    assert!(PerOutput::new([Hinge::new(); 2]).try_with_weights(&[1.0, -1.0]).is_err());
}

/// Without smoothing nothing changes; with it, the cross-entropy is that of the option, to rounding.
#[test]
fn smoothed_labels() {
    for (x, y) in [(0.5, 1.0), (-3.0, 1.0), (17.0, 0.0), (f32::NEG_INFINITY, 0.0), (2.0, 0.25)] {
        let plain = SigmoidFocal::new(1.5).point(x, y);
        let unchanged = Smoothed::new(SigmoidFocal::new(1.5), 0.0).point(x, y);
        assert_eq!(bits(&[plain.value + 0.0, plain.slope]), bits(&[unchanged.value, unchanged.slope]));
        let option = SigmoidCrossEntropy::new().with_label_smoothing(0.2).point(x, y);
        let wrapped = Smoothed::new(SigmoidCrossEntropy::new(), 0.2).point(x, y);
        let near = |a: f32, b: f32| a == b || (a - b).abs() <= 1e-6 * a.abs();
        assert!(near(option.value, wrapped.value) && near(option.slope, wrapped.slope), "{x} {y}");
    }
}

/// Above the floor the bits are those of the likelihood. −∞ is at the floor.
#[test]
fn floor_of_a_scale() {
    let (plain, floored) = (GaussianNll::new().full(), ScaleFloor::new(GaussianNll::new().full(), -1.0));
    let (mut a, mut b) = ([[2.0, -0.5]], [[2.0, -0.5]]);
    let value = plain.value_and_gradient_in_place(&mut a, &[0.5], Reduction::Sum);
    assert_eq!((value, a), (floored.value_and_gradient_in_place(&mut b, &[0.5], Reduction::Sum), b));
    let mut row = [[2.0, f32::NEG_INFINITY]];
    let value = floored.value_and_gradient_in_place(&mut row, &[0.5], Reduction::Sum).unwrap();
    assert!(value.is_finite() && row[0][0] > 0.0 && row[0][1] == 0.0);
    let laplace = ScaleFloor::new(LaplaceNll::new(), 0.0);
    assert_eq!(laplace.value_array(&[[1.0, -7.0]], &[0.0], Reduction::Sum), 1.0);
    assert!(ScaleFloor::try_new(GaussianNll::new(), f32::NAN).is_err());
}

/// A softmax in base 2 of the integers of q7 is the softmax at temperature 1/ln 2.
#[test]
#[cfg(not(feature = "micromath"))]
fn softmax_in_base_2() {
    let temperature = core::f32::consts::LOG2_E;
    assert_eq!(1.0 / temperature, core::f32::consts::LN_2);
    let loss = SoftmaxCrossEntropy::new().with_temperature(temperature);
    for x in [[3_i8, 2, 2, -128], [127, 120, -5, 126], [0, 1, 2, 3], [-8, 0, -1, -8]] {
        let powers = x.map(|x| f64::from(x).exp2());
        let sum: f64 = powers.iter().sum();
        let mut p = [0.0; 4];
        math::softmax(&x.map(f32::from), temperature, &mut p).unwrap();
        for label in 0..4_u8 {
            let mut gradient = [x.map(f32::from)];
            let value = loss.value_and_gradient_in_place(&mut gradient, &[label], Reduction::Sum).unwrap();
            let share = powers[usize::from(label)] / sum;
            let near = |a: f32, b: f64, size: f64| (f64::from(a) - b).abs() <= 4e-5 * size;
            assert!(near(value, -share.ln(), share.ln().abs()), "{x:?} {label}: {value}");
            for k in 0..4 {
                let is = f64::from(u8::from(k == usize::from(label)));
                let slope = core::f64::consts::LN_2 * (powers[k] / sum - is);
                assert!(near(gradient[0][k], slope, slope.abs() + 1e-9), "{x:?} {label}: {gradient:?}");
                assert!(near(p[k], powers[k] / sum, powers[k] / sum));
            }
        }
    }
}

/// A rank may be the number of thresholds, and no more.
#[test]
fn ranks_of_coral() {
    let loss = Coral::new();
    assert!(loss.value(&[[0.5, -0.5]], &[2_u8], Reduction::Mean).is_ok());
    let error = Error::Label { row: 0, label: 3, classes: 3 };
    assert_eq!(loss.value(&[[0.5, -0.5]], &[3], Reduction::Mean), Err(error));
    // An impossible threshold has a finite gradient.
    let mut row = [[f32::NEG_INFINITY, 0.0]];
    assert_eq!(loss.value_and_gradient_in_place(&mut row, &[1], Reduction::Sum), Ok(f32::INFINITY));
    assert_eq!(row, [[-1.0, 0.5]]);
}

/// Logits are not probabilities; a probability that rounding has moved passes, with a finite loss.
#[test]
fn given_probabilities() {
    let refused = CategoricalNll::new().value(&[[2.0, -1.0]], &[0_u8], Reduction::Mean);
    assert!(matches!(refused, Err(Error::Prediction { row: 0, value: 2.0, .. })));
    let target = [[1.0, 0.0]];
    assert!(KlDivergence::new().value(&[[f32::NAN, 0.0]], &target, Reduction::Mean).is_err());
    assert!(JensenShannon::new().value(&[[0.5, 0.5]], &[[-1.0, 2.0]], Reduction::Mean).is_err());
    for p in [[1.0 + 1e-6, -1e-6], [-1e-6, 1.0 + 1e-6]] {
        let (mut a, mut b, mut c) = ([p], [p], [p]);
        let values = [
            CategoricalNll::new().value_and_gradient_in_place(&mut a, &[0_u8], Reduction::Sum).unwrap(),
            KlDivergence::new().value_and_gradient_in_place(&mut b, &target, Reduction::Sum).unwrap(),
            JensenShannon::new().value_and_gradient_in_place(&mut c, &target, Reduction::Sum).unwrap(),
        ];
        assert!(values.iter().all(|value| value.is_finite() && *value >= -2.1e-6), "{values:?}");
        assert!([a, b, c].as_flattened().as_flattened().iter().all(|slope| slope.is_finite()));
    }
}

/// A pixel that is left out adds nothing, whatever it holds; other targets outside of [0, 1] are refused.
#[test]
fn ignored_pixels() {
    let (x, t) = ([[2.0, f32::NAN, -1.0, 0.5]], [[1.0, -1.0, 0.0, 1.0]]);
    let loss = SigmoidTversky::new(0.3, 0.7).ignoring(-1.0);
    let mut gradient = [[9.0; 4]];
    let value = loss.value_and_gradient(&x, &t, Reduction::Sum, &mut gradient).unwrap();
    let others = SigmoidTversky::new(0.3, 0.7).value(&[[2.0, -1.0, 0.5]], &[[1.0, 0.0, 1.0]], Reduction::Sum);
    assert!((value - others.unwrap()).abs() < 1e-6 && gradient[0][1] == 0.0, "{gradient:?}");
    let refused = loss.value(&x, &[[1.0, -1.0, 2.0, 1.0]], Reduction::Sum);
    assert!(matches!(refused, Err(Error::Target { value: 2.0, .. })));
    let by_nan = Tversky::dice().ignoring(f32::NAN);
    let value = by_nan.value(&[[1.0, 0.5, 0.25]], &[[1.0, f32::NAN, 0.0]], Reduction::Sum);
    assert_eq!(value, Ok(0.125 / 1.125));
    // Nothing is left: the region is empty.
    let mut row = [[0.5, 0.25]];
    let nothing = Tversky::dice().ignoring(255.0);
    assert_eq!(nothing.value_and_gradient_in_place(&mut row, &[[255.0; 2]], Reduction::Sum), Ok(0.0));
    assert_eq!(row, [[0.0; 2]]);
}

/// Equal weights change nothing but rounding. If no class is left, the loss is 0. Very many classes have the results of few.
#[test]
fn classes_of_a_region() {
    let (rows, labels) = ([[[0.5, -1.0, 2.0], [0.0, 3.0, 1.0]]], [[2_u8, 1]]);
    let loss = SoftmaxTversky::dice().with_smooth(0.5);
    let near = |a: f32, b: f32| (a - b).abs() <= 1e-6 * a.abs();
    let plain = loss.value(&rows, &labels, Reduction::Sum).unwrap();
    let equal = loss.with_class_weights(&[3e38; 3]).value(&rows, &labels, Reduction::Sum).unwrap();
    assert!(near(plain, equal), "{plain} {equal}");
    for (weights, labels) in [([0.0; 3], labels), ([1.0, 0.0, 0.0], labels)] {
        let mut gradient = [[[9.0; 3]; 2]];
        let loss = loss.with_class_weights(&weights).present_only();
        assert_eq!(loss.value_and_gradient(&rows, &labels, Reduction::Sum, &mut gradient), Ok(0.0));
        assert_eq!(gradient, [[[0.0; 3]; 2]]);
    }

    const MANY: usize = 1030;
    let row: [[[f32; MANY]; 2]; 1] =
        [core::array::from_fn(|i| core::array::from_fn(|k| ((7 * k + 13 * i) % 31) as f32 * 0.1))];
    let weights: [f32; MANY] = core::array::from_fn(|k| (k % 3) as f32);
    let loss = SoftmaxTversky::<MANY, 2, u16>::dice().with_smooth(0.5).with_class_weights(&weights);
    let labels = [[1_u16, 4]];
    let mut gradient = row;
    let value = loss.value_and_gradient(&row, &labels, Reduction::Sum, &mut gradient).unwrap();
    let exact: f64 = {
        let p = |i: usize| {
            let powers = row[0][i].map(|x| f64::from(x).exp());
            let norm: f64 = powers.iter().sum();
            powers.map(|power| power / norm)
        };
        let (a, b) = (p(0), p(1));
        let of = |k: usize| {
            let hits = if k == 1 { a[1] } else { 0.0 } + if k == 4 { b[4] } else { 0.0 };
            let size = a[k] + b[k] + f64::from(u8::from(k == 1 || k == 4));
            1.0 - (hits + 0.5) / (0.5 * size + 0.5)
        };
        let total: f64 = weights.iter().map(|weight| f64::from(*weight)).sum();
        (0..MANY).map(|k| f64::from(weights[k]) * of(k)).sum::<f64>() / total
    };
    assert!((f64::from(value) - exact).abs() <= 1e-5 * exact, "{value} {exact}");
    let sums = gradient[0].map(|pixel| pixel.iter().sum::<f32>());
    assert!(gradient[0][0][1] < 0.0 && sums.iter().all(|sum| sum.abs() < 1e-6), "{sums:?}");
}

/// A soft focal loss of one-hot targets is that of labels, and without a focus it is the cross-entropy. NaN stays NaN.
#[test]
fn focal_loss_of_soft_labels() {
    let near = |a: f32, b: f32| (a - b).abs() <= 2e-6 * a.abs() + 1e-12;
    let (row, one_hot, soft) = ([[0.5, -1.0, 3.0]], [[0.0, 1.0, 0.0]], [[0.25, 0.25, 0.5]]);
    let mut gradients = [[[0.0; 3]]; 4];
    let [a, b, c, d] = &mut gradients;
    let values = [
        SoftmaxFocalDense::new(1.5).value_and_gradient(&row, &one_hot, Reduction::Sum, a),
        SoftmaxFocal::new(1.5).value_and_gradient(&row, &[1_u8], Reduction::Sum, b),
        SoftmaxFocalDense::new(0.0).value_and_gradient(&row, &soft, Reduction::Sum, c),
        SoftmaxCrossEntropyDense::new().value_and_gradient(&row, &soft, Reduction::Sum, d),
    ];
    let [one, label, plain, dense] = values.map(Result::unwrap);
    assert!(near(one, label) && near(plain, dense), "{values:?}");
    for k in 0..3 {
        assert!(near(a[0][k], b[0][k]) && near(c[0][k], d[0][k]), "{gradients:?}");
    }
    let mut row = [[f32::NAN, 0.0, 1.0]];
    let nothing = [[0.0; 3]];
    let value = SoftmaxFocalDense::new(2.0).value_and_gradient_in_place(&mut row, &nothing, Reduction::Sum);
    assert!(value.unwrap().is_nan() && row[0].iter().all(|slope| slope.is_nan()));
}
