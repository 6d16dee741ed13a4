//! Decisions, weights and prospects: published numbers, and what doing both corrections would do.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use crate::subject::Figure;
use microloss::{
    Buffer, CostMatrix, Error, ExpectedCost, Loss, LossAverseAbsoluteError, LossAverseSquaredError, Prospect,
    Reduction, calibrated_logit, cost_threshold, effective_number_weights, inverse_frequency_weights, math,
    positive_weight_from_costs, potential_shaping,
};

const FRAUD: CostMatrix<2> = CostMatrix::new([[0.0, 2.0], [5000.0, 0.0]]);

/// A cost of 5 000 for a miss and 2 for a false alarm: three ways to the same decision.
#[test]
fn threshold_matrix_and_weight_agree() {
    let threshold = cost_threshold(2.0, 5000.0).unwrap();
    assert!((threshold - 2.0 / 5002.0).abs() < 1e-10);
    let weight = positive_weight_from_costs(2.0, 5000.0).unwrap();
    assert_eq!(weight, 2500.0);
    for i in 1..2000 {
        let p = i as f32 * 1e-6;
        let by_matrix = FRAUD.decide(&[1.0 - p, p]);
        assert_eq!(by_matrix, usize::from(p > threshold), "at {p}");
        // A weighted model says logit(p) + ln w; deciding it at ½ is the same decision.
        let weighted = (p / (1.0 - p)).ln() + weight.ln();
        assert_eq!(by_matrix, usize::from(weighted > 0.0), "at {p}");
        let calibrated = math::sigmoid(calibrated_logit(weighted, weight).unwrap());
        assert!((calibrated / p - 1.0).abs() < 1e-5, "{calibrated} for {p}");
    }
    assert_eq!(FRAUD.expected(&[0.999, 0.001]), [5.0, 1.998]);
    // The first of equals.
    assert_eq!(CostMatrix::new([[3.0, 1.0, 1.0]; 3]).decide(&[0.25, 0.25, 0.5]), 1);
}

/// The shaping of an episode telescopes: with γ = 1 it adds Φ(end) − Φ(start), whatever lies between.
#[test]
fn shaping_telescopes() {
    let potentials = [2.0, -7.5, 30.0, 0.25, 4.0];
    let total: f32 = potentials.windows(2).map(|step| potential_shaping(1.0, step[0], step[1])).sum();
    assert_eq!(total, 2.0);
    assert_eq!(potential_shaping(0.5, 3.0, 8.0), 1.0);
}

/// Right decisions may cost too: a surgery that was needed. Elkan's eq. 2 in full, against the matrix's own decision.
#[test]
fn threshold_of_a_whole_matrix() {
    assert_eq!(FRAUD.threshold(), cost_threshold(2.0, 5000.0).ok());
    let surgery = CostMatrix::new([[1.0, 5.0], [100.0, 20.0]]);
    // (5 − 1)/((5 − 1) + (100 − 20)).
    let threshold = surgery.threshold().unwrap();
    assert!((threshold - 4.0 / 84.0).abs() < 1e-8);
    for p in [0.5 * threshold, 0.999 * threshold, 1.001 * threshold, 0.9] {
        assert_eq!(surgery.decide(&[1.0 - p, p]), usize::from(p > threshold), "at {p}");
    }
    assert_eq!(CostMatrix::new([[1.0, 0.0], [5.0, 0.0]]).threshold(), None);
    assert!(CostMatrix::try_new([[0.0, 2e30], [0.0, 0.0]]).is_err());
}

#[test]
fn reasonable_costs() {
    assert!(FRAUD.is_reasonable());
    assert!(!CostMatrix::new([[1.0, 0.0], [5.0, 0.0]]).is_reasonable());
    assert!(!CostMatrix::new([[0.0, 0.0], [5.0, 0.0]]).is_reasonable());
}

/// A certain row costs what its decision costs; costs that are all equal leave no gradient.
#[test]
fn expected_cost_at_its_ends() {
    let loss = ExpectedCost::new(&FRAUD);
    let of = |row: [f32; 2], label: u8| {
        let mut gradient = [row];
        (loss.value_and_gradient(&[row], &[label], Reduction::Sum, &mut gradient).unwrap(), gradient[0])
    };
    assert_eq!(of([0.0, f32::NEG_INFINITY], 1), (5000.0, [0.0, 0.0]));
    assert_eq!(of([f32::NEG_INFINITY, 0.0], 1), (0.0, [0.0, 0.0]));
    let (value, gradient) = of([-60.0, 0.0], 1);
    assert!(value > 0.0 && gradient[0] > 0.0 && gradient[1] < 0.0, "{value}, {gradient:?}");
    // Sure, and wrong: 5000·p·(1 − p) with p = σ(−40), and C − C̄ as written is 5000 − 5000.
    let (value, gradient) = of([0.0, -40.0], 1);
    let exact = (5000.0 * (-40.0_f64).exp()) as f32;
    assert_eq!(value, 5000.0);
    assert!(
        (gradient[0] / exact - 1.0).abs() < 1e-6 && gradient[1] == -gradient[0],
        "{gradient:?} for {exact}"
    );
    let label = Error::Label { row: 0, label: 2, classes: 2 };
    assert_eq!(loss.value(&[[0.0; 2]], &[2_u8], Reduction::Sum), Err(label));
}

#[test]
fn weights_from_counts() {
    let mut weights = [0.0; 4];
    inverse_frequency_weights(&[998, 2, 0, 1000], &mut weights).unwrap();
    for (weight, exact) in weights.iter().zip([2000.0 / (3.0 * 998.0), 2000.0 / 6.0, 0.0, 2.0 / 3.0]) {
        assert!((weight - exact).abs() <= 1e-6 * exact);
    }
    // Between no weighting and inverse frequency.
    effective_number_weights(&[998, 2, 0, 1000], 0.0, &mut weights).unwrap();
    assert_eq!(weights.map(|w| w > 0.0), [true, true, false, true]);
    assert_eq!(weights[0], weights[1]);
    for beta in [0.9_f32, 0.999, 0.999_999] {
        effective_number_weights(&[998, 2, 0, 1000], beta, &mut weights).unwrap();
        let exact = [998.0, 2.0, 0.0, 1000.0].map(|n| match n {
            0.0 => 0.0,
            n => (1.0 - f64::from(beta)) / (1.0 - f64::from(beta).powf(n)),
        });
        let total: f64 = exact.iter().sum();
        for (weight, exact) in weights.iter().zip(exact) {
            assert!((f64::from(*weight) - 4.0 * exact / total).abs() < 1e-5, "{beta}: {weights:?}");
        }
    }
    // No class has a sample: no class has a weight.
    effective_number_weights(&[0; 4], 0.5, &mut weights).unwrap();
    assert_eq!(weights, [0.0; 4]);
    let mut untouched = [42.0; 2];
    let length = Error::Length { buffer: Buffer::Weights, expected: 1, actual: 2 };
    assert_eq!(inverse_frequency_weights(&[1], &mut untouched), Err(length));
    assert_eq!(inverse_frequency_weights(&[], &mut []), Err(Error::EmptyBatch));
    for beta in [1.0, -0.1, f32::NAN] {
        assert!(effective_number_weights(&[1, 1], beta, &mut untouched).is_err());
    }
    assert_eq!(untouched, [42.0; 2]);
}

#[test]
fn prospects() {
    let prospect = Prospect::TVERSKY_KAHNEMAN_1992;
    for (outcome, value) in
        [(100.0, 57.543_994), (-100.0, -129.473_99), (0.0, 0.0), (1.0, 1.0), (-1.0, -2.25)]
    {
        let got = prospect.point(outcome).value;
        assert!((f64::from(got) - value).abs() <= 2e-6 * value.abs(), "{got} for {value}");
    }
    let mut worst = (0.0_f64, 0.0_f64);
    for mode in [Mode::Spaced, Mode::Wide, Mode::Bits] {
        let mut draw = Draw::new(1, mode);
        for _ in 0..50_000 {
            let (alpha, beta, lambda) =
                (draw.between(0.01, 1.0), draw.between(0.01, 1.0), draw.between(0.5, 4.0));
            let x = draw.float();
            let got = Prospect::new(alpha, beta, lambda).point(x);
            let (exponent, weight) =
                if x >= 0.0 { (f64::from(alpha), 1.0) } else { (f64::from(beta), f64::from(lambda)) };
            let size = f64::from(x.abs());
            if size == 0.0 {
                assert_eq!((got.value, got.slope), (0.0, 0.0));
                continue;
            }
            let value: Figure = (weight * size.powf(exponent) * f64::from(x.signum())).into();
            let slope: Figure = (weight * exponent * size.powf(exponent - 1.0)).into();
            if value.is_normal() && !x.is_subnormal() {
                worst.0 = worst.0.max(value.ulps(got.value));
                if slope.is_normal() {
                    worst.1 = worst.1.max(slope.ulps(got.slope));
                }
            }
            assert!(!got.value.is_nan() && !got.slope.is_nan() && got.slope >= 0.0, "at {x:e}");
        }
    }
    // All digits count of an outcome below the normal numbers.
    for x in [1e-40_f32, 3e-39, 7e-42] {
        for alpha in [0.1_f32, 0.5, 0.88] {
            let got = Prospect::new(alpha, 1.0, 1.0).point(x);
            let exact = f64::from(x).powf(f64::from(alpha));
            assert!(Figure::from(exact).ulps(got.value) < 3.0, "{x:e}^{alpha}: {:e}", got.value);
        }
    }
    println!("Prospect: value {:.2} ULP, slope {:.2} ULP", worst.0, worst.1);
    assert!(worst.0 < 3.0 && worst.1 < 5.0, "{worst:?}");
    let linear = Prospect::new(1.0, 0.5, 2.0);
    assert_eq!((linear.point(f32::INFINITY).value, linear.point(f32::INFINITY).slope), (f32::INFINITY, 1.0));
    assert_eq!(
        (linear.point(f32::NEG_INFINITY).value, linear.point(f32::NEG_INFINITY).slope),
        (f32::NEG_INFINITY, 0.0)
    );
    assert_eq!(prospect.point(0.0).slope, 0.0);
    assert!(prospect.point(f32::NAN).value.is_nan() && prospect.point(f32::NAN).slope.is_nan());
    for bad in [0.0, 1.1, f32::NAN] {
        assert!(Prospect::try_new(bad, 0.5, 1.0).is_err() && Prospect::try_new(0.5, bad, 1.0).is_err());
    }
    assert!(Prospect::try_new(0.5, 0.5, 0.0).is_err());
}

/// The minimiser of the absolute one is the quantile 1/(1 + λ); with λ = 1 both are symmetric.
#[test]
fn aversion_moves_the_optimum() {
    let targets: Vec<f32> = (0..100).map(|i| i as f32).collect();
    let risk = |loss: &dyn Loss<Prediction = f32, Target = f32>, p: f32| {
        loss.value(&[p; 100], &targets, Reduction::Mean).unwrap()
    };
    let best = |loss: &dyn Loss<Prediction = f32, Target = f32>| {
        (0..100).map(|p| p as f32).min_by(|a, b| risk(loss, *a).total_cmp(&risk(loss, *b))).unwrap()
    };
    assert!((best(&LossAverseAbsoluteError::new(3.0)) - 25.0).abs() <= 1.0);
    assert!((best(&LossAverseAbsoluteError::new(1.0)) - 50.0).abs() <= 1.0);
    assert!(best(&LossAverseSquaredError::new(3.0)) < best(&LossAverseSquaredError::new(1.0)) - 5.0);
}

#[test]
fn parameters_outside_their_domain() {
    for bad in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert!(
            LossAverseAbsoluteError::try_new(bad).is_err() && LossAverseSquaredError::try_new(bad).is_err()
        );
        assert!(cost_threshold(bad, 1.0).is_err() && cost_threshold(1.0, bad).is_err());
        assert!(
            positive_weight_from_costs(bad, 1.0).is_err() && positive_weight_from_costs(1.0, bad).is_err()
        );
        assert!(calibrated_logit(0.0, bad).is_err());
    }
    assert!(CostMatrix::try_new([[0.0, f32::NAN], [0.0, 0.0]]).is_err());
}
