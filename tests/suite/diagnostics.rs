//! Diagnostics: the softmax too many, and norms from the ends of the line.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use microloss::{
    Buffer, Error, Loss, Reduction, SoftmaxCrossEntropy, clip_by_norm, distance_from_uniform,
    double_softmax_range, gradient_norm, is_vanishing, looks_like_probabilities, math,
    sharpness_aware_perturbation,
};

/// Whatever the network says, a second softmax keeps the loss within its range, and the input looks like probabilities.
#[test]
fn a_second_softmax_shows() {
    let (floor, ceiling) = double_softmax_range(5);
    let mut draw = Draw::new(3, Mode::Wide);
    let (mut least, mut most) = (f32::INFINITY, 0.0);
    for _ in 0..5_000 {
        let logits = draw.floats::<5>();
        let mut p = [0.0; 5];
        math::softmax(&logits, 1.0, &mut p).unwrap();
        assert!(looks_like_probabilities(&p) && !looks_like_probabilities(&logits));
        for label in 0..5_u8 {
            let loss = SoftmaxCrossEntropy::new().value(&[p], &[label], Reduction::Mean).unwrap();
            (least, most) = (loss.min(least), loss.max(most));
        }
    }
    assert!(least >= floor - 1e-6 && least < floor + 0.01, "{least} against {floor}");
    assert!(most <= ceiling + 1e-6 && most > ceiling - 0.01, "{most} against {ceiling}");
    for (classes, floor, ceiling) in
        [(2, 0.313, 1.313), (3, 0.551, 1.551), (100, 3.622, 4.622), (1000, 5.909, 6.909)]
    {
        let range = double_softmax_range(classes);
        assert!((range.0 - floor).abs() < 1e-3 && (range.1 - ceiling).abs() < 1e-3, "{classes}: {range:?}");
    }
    assert!(!looks_like_probabilities(&[]) && !looks_like_probabilities(&[f32::NAN, 1.0]));
    assert!(!looks_like_probabilities(&[0.4, 0.4]) && !looks_like_probabilities(&[1.5, -0.5]));
}

#[test]
fn distance_from_the_uniform_distribution() {
    assert_eq!(distance_from_uniform(&[0.25; 4]), 0.0);
    assert_eq!(distance_from_uniform(&[1.0, 0.0, 0.0, 0.0]), 0.75);
    assert_eq!(distance_from_uniform(&[]), 0.0);
    assert!(distance_from_uniform(&[0.5, f32::NAN]).is_nan());
}

#[test]
fn norms_from_the_ends_of_the_line() {
    let mut draw = Draw::new(9, Mode::Bits);
    for _ in 0..20_000 {
        let gradient = draw.floats::<7>();
        let exact = gradient.iter().map(|g| f64::from(*g).powi(2)).sum::<f64>().sqrt();
        let norm = f64::from(gradient_norm(&gradient));
        assert!(
            norm == f64::from(exact as f32) || (norm - exact).abs() <= 4e-7 * exact,
            "{norm:e} for {exact:e}"
        );
    }
    assert_eq!(gradient_norm(&[1e-45, 0.0]), 1e-45);
    assert_eq!(gradient_norm(&[f32::INFINITY, 1.0]), f32::INFINITY);
    assert!(gradient_norm(&[1.0, f32::NAN]).is_nan() && gradient_norm(&[f32::INFINITY, f32::NAN]).is_nan());
}

#[test]
fn clipping_keeps_the_direction() {
    for size in [1e-30_f32, 1.0, 1e30] {
        let mut gradient = [3.0 * size, -4.0 * size];
        let norm = clip_by_norm(&mut gradient, 2.5 * size).unwrap();
        assert!((norm / size - 5.0).abs() < 1e-5 && (gradient[0] / size - 1.5).abs() < 1e-5);
        assert!((gradient[1] / size + 2.0).abs() < 1e-5);
        let mut short = gradient;
        clip_by_norm(&mut short, 100.0 * size).unwrap();
        assert_eq!(short, gradient);
    }
    // At its bound a gradient is left alone, to the bit.
    let mut draw = Draw::new(4, Mode::Realistic);
    for _ in 0..1_000 {
        let gradient = draw.floats::<3>();
        let mut clipped = gradient;
        let norm = gradient_norm(&gradient);
        assert_eq!(clip_by_norm(&mut clipped, norm), Ok(norm));
        assert_eq!(clipped, gradient);
    }
    let mut broken = [1.0, f32::NAN];
    assert!(clip_by_norm(&mut broken, 1.0).unwrap().is_nan());
    assert_eq!(broken, [0.0; 2]);
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        let mut untouched = [42.0];
        assert!(clip_by_norm(&mut untouched, bad).is_err() && untouched == [42.0]);
        assert!(sharpness_aware_perturbation(&[1.0], bad, &mut untouched).is_err() && untouched == [42.0]);
    }
}

#[test]
fn perturbations_have_length_rho() {
    let mut out = [42.0; 2];
    let length = Error::Length { buffer: Buffer::Output, expected: 1, actual: 2 };
    assert_eq!(sharpness_aware_perturbation(&[1.0], 0.1, &mut out), Err(length));
    sharpness_aware_perturbation(&[0.0, 0.0], 0.1, &mut out).unwrap();
    assert_eq!(out, [0.0; 2]);
    sharpness_aware_perturbation(&[-1e-38, 1e-38], 0.1, &mut out).unwrap();
    assert!((gradient_norm(&out) - 0.1).abs() < 1e-7);
    assert!(
        is_vanishing(&[0.0; 3], 1e-20)
            && !is_vanishing(&[1e-3; 100], 1e-4)
            && is_vanishing(&[1e-3; 100], 1e-2)
    );
    // Below the threshold, not at it.
    assert!(!is_vanishing(&[2.0; 4], 2.0) && is_vanishing(&[2.0; 4], 2.000_001));
}
