//! Sums, means and accumulators: their error does not grow with the number of terms.

use microloss::{AbsoluteError, EmpiricalRisk, L1, Loss, Penalty, Reduction, Regret, generalization_gap};
use microloss::{InfoNce, SoftmaxCrossEntropy, SoftmaxCrossEntropyDense};

/// Relative error of what exponentials are in.
const BOUND: f64 = if cfg!(all(feature = "micromath", not(feature = "branchless"))) { 6e-3 } else { 1e-6 };

/// A deterministic sequence in (0, 1].
fn noise(n: usize) -> impl Iterator<Item = f32> {
    (0..n as u64).map(|i| ((i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) + 1) as f32 / (1 << 24) as f32)
}

/// Error of the sum of the absolute values, in ULP of the exact sum.
fn error(terms: &[f32]) -> f64 {
    let zeros = vec![0.0; terms.len()];
    let sum = AbsoluteError::new().value(terms, &zeros, Reduction::Sum).unwrap();
    // Exact: f64 has 29 bits to spare, and 2²⁴ terms use 24.
    let exact: f64 = terms.iter().map(|x| f64::from(x.abs())).sum();
    let ulp = f64::from((exact as f32).next_up()) - f64::from(exact as f32);
    (f64::from(sum) - exact).abs() / ulp
}

/// Random, constant, alternating large and small, ascending, descending, one giant first or last.
fn orders(n: usize) -> Vec<(&'static str, Vec<f32>)> {
    let mut ascending: Vec<f32> = noise(n).map(|x| x * x * x * x).collect();
    ascending.sort_by(f32::total_cmp);
    let descending = ascending.iter().rev().copied().collect();
    let giant = |at: usize| {
        let mut terms: Vec<f32> = noise(n).collect();
        terms[at] = 1e9;
        terms
    };
    vec![
        ("random", noise(n).collect()),
        ("half", vec![0.5; n]),
        ("a third", vec![1.0 / 3.0; n]),
        ("just above one", vec![1.0 + f32::EPSILON; n]),
        ("alternating", (0..n).map(|i| if i % 2 == 0 { 1e4 } else { 1.1e-4 }).collect()),
        ("lanes apart", (0..n).map(|i| if i % 8 == 0 { 1e5 } else { 0.3 }).collect()),
        ("ascending", ascending),
        ("descending", descending),
        ("giant first", giant(0)),
        ("giant last", giant(n - 1)),
    ]
}

#[test]
fn sums_are_within_4_ulp() {
    let mut worst: f64 = 0.0;
    for n in [1, 2, 7, 8, 9, 31, 32, 33, 63, 100, 1000, 10_000, 100_003, 1_000_000] {
        for (name, terms) in orders(n) {
            let error = error(&terms);
            worst = worst.max(error);
            assert!(error <= 4.0, "{n} terms, {name}: {error:.2} ULP");
        }
    }
    let n = (1 << 24) + 3;
    for terms in [noise(n).collect::<Vec<f32>>(), vec![0.5; n], vec![1.0 / 3.0; n]] {
        worst = worst.max(error(&terms));
    }
    println!("worst error of a sum: {worst:.2} ULP");
    assert!(worst <= 4.0, "{worst}");
}

/// Six roundings in a block, each of them half a unit of a sum that is a little less than a power of 2: what no order of ordinary terms
/// comes near, terms that are made for it do.
#[test]
fn no_block_is_off_by_more_than_6_ulp() {
    // Half a unit of 1, and the number below it.
    let (h, l) = (5.960_464_5e-8_f32, 5.960_464e-8_f32);
    let terms = [
        [1.150_360_2, 1.056_975_5, 1.0533, 1.064_551_5, 1.031_163_2, 1.002_183, 1.051_045_4, 0.510_327_34],
        [l, l, l, l, h, h, h, 8.940_696e-8],
        [l, l, 1.788_139_3e-7, l, h, h, h, 8.940_697e-8],
        [l, l, h, l, h, h, h, 8.940_696e-8],
    ];
    let terms = terms.as_flattened();
    let error = error(terms);
    assert!((4.0..=6.0).contains(&error), "{error:.2} ULP");
}

/// A penalty, which sums a row and not a batch, is as exact.
#[test]
fn long_rows_are_within_4_ulp() {
    for (name, terms) in orders(1_000_000) {
        let exact: f64 = terms.iter().map(|x| f64::from(*x)).sum();
        let ulp = f64::from((exact as f32).next_up()) - f64::from(exact as f32);
        let error = (f64::from(L1::new(1.0).value(&terms)) - exact).abs() / ulp;
        assert!(error <= 4.0, "{name}: {error:.2} ULP");
    }
}

/// The rounding errors of blocks and of the rest join the sum.
#[test]
fn lost_units_come_back() {
    let mut terms = [0.0; 65];
    (terms[0], terms[32], terms[64]) = (16_777_216.0, 1.0, 1.0);
    assert_eq!(AbsoluteError::new().value(&terms, &[0.0; 65], Reduction::Sum), Ok(16_777_218.0));
}

/// A row of three blocks: every class has its own share and weight, and the label may stand in any block.
#[test]
fn classes_of_every_block_keep_their_place() {
    const K: usize = 96;
    let logits: [f32; K] = core::array::from_fn(|k| (k as f32 * 0.7).sin() * 4.0);
    let weights: [f32; K] = core::array::from_fn(|k| 0.5 + k as f32);
    let target: [f32; K] = core::array::from_fn(|k| ((k * k) % 7) as f32 / 256.0);
    let norm = logits.iter().map(|x| f64::from(*x).exp()).sum::<f64>().ln();
    let surprise = |k: usize| norm - f64::from(logits[k]);
    let near =
        |got: f32, exact: f64| assert!((f64::from(got) - exact).abs() < BOUND * exact, "{got} {exact}");

    let dense = SoftmaxCrossEntropyDense::new().with_class_weights(&weights);
    let exact = (0..K).map(|k| f64::from(target[k]) * f64::from(weights[k]) * surprise(k)).sum();
    near(dense.value(&[logits], &[target], Reduction::Sum).unwrap(), exact);
    for label in [5, 40, 77, 95_u8] {
        let loss = SoftmaxCrossEntropy::new();
        near(loss.value(&[logits], &[label], Reduction::Sum).unwrap(), surprise(label.into()));
        let mut gradient = [[0.0; K]];
        let value = loss.value_and_gradient(&[logits], &[label], Reduction::Sum, &mut gradient).unwrap();
        near(value, surprise(label.into()));
        for (k, slope) in gradient[0].iter().enumerate() {
            let p = (-surprise(k)).exp();
            let exact = if k == usize::from(label) { p - 1.0 } else { p };
            assert!((f64::from(*slope) - exact).abs() < BOUND * exact.abs(), "{label}, {k}: {slope} {exact}");
        }
    }
}

/// Inner products of long embeddings are compensated too: a plain sum of equal terms drifts.
#[test]
fn inner_products_of_long_embeddings() {
    const D: usize = 12_288;
    let ones = [1.0; D];
    let half: [f32; D] = core::array::from_fn(|i| if i < D / 2 { 1.0 } else { 0.0 });
    let mut scratch = vec![0.0; InfoNce::scratch_len(2, D)];
    let loss = InfoNce::new(0.1).value(&[ones, half], &[ones, half], Reduction::Sum, &mut scratch).unwrap();
    let exact = 2.0 * (10.0 * (0.5_f64.sqrt() - 1.0)).exp().ln_1p();
    assert!((f64::from(loss) - exact).abs() < 10.0 * BOUND * exact, "{} {exact}", loss);
}

#[test]
fn any_split_into_batches_gives_the_same_mean() {
    let terms: Vec<f32> = noise(10_000).collect();
    let zeros = vec![0.0; terms.len()];
    let whole = AbsoluteError::new().value(&terms, &zeros, Reduction::Mean).unwrap();
    for size in [1, 3, 8, 32, 100, 999, 10_000] {
        let mut risk = EmpiricalRisk::new();
        let mut halves = [EmpiricalRisk::new(), EmpiricalRisk::new()];
        for (i, chunk) in terms.chunks(size).enumerate() {
            let sum = AbsoluteError::new().value(chunk, &zeros[..chunk.len()], Reduction::Sum).unwrap();
            risk.add(sum, chunk.len() as f32);
            halves[i % 2].add(sum, chunk.len() as f32);
        }
        let [mut merged, other] = halves;
        merged.merge(&other);
        for mean in [risk.mean().unwrap(), merged.mean().unwrap()] {
            let apart = (i64::from(mean.to_bits()) - i64::from(whole.to_bits())).abs();
            assert!(apart <= 1, "batches of {size}: {mean:e} against {whole:e}");
        }
        assert_eq!(risk.weight(), 10_000.0);
    }
}

/// The gradient of micro-batches under `Over` the batch's size is the gradient of the batch.
#[test]
fn micro_batches_add_up() {
    let (prediction, target) = ([0.5, -2.0, 3.0, 0.25, 9.0], [0.0; 5]);
    let mut whole = [0.0; 5];
    let loss = microloss::LogCosh::new();
    loss.gradient(&prediction, &target, Reduction::Mean, &mut whole).unwrap();
    let mut parts = [0.0; 5];
    for range in [0..2, 2..5] {
        let over = Reduction::Over(5.0);
        loss.gradient(&prediction[range.clone()], &target[range.clone()], over, &mut parts[range]).unwrap();
    }
    assert_eq!(whole, parts);
}

#[test]
fn empty_estimates_have_no_mean() {
    let mut empty = EmpiricalRisk::new();
    assert_eq!(empty.mean(), None);
    assert_eq!(generalization_gap(&empty, &empty), None);
    empty.merge(&EmpiricalRisk::new());
    assert_eq!((empty.mean(), empty.weight()), (None, 0.0));
    assert_eq!(Regret::<3>::new().total(), None);
    assert_eq!(Regret::<0>::new().average(), None);
}

#[test]
fn the_gap_is_what_held_out_data_lose_more() {
    let (mut training, mut held_out) = (EmpiricalRisk::new(), EmpiricalRisk::new());
    training.add(8.0, 4.0);
    held_out.add(35.0, 5.0);
    assert_eq!(generalization_gap(&training, &held_out), Some(5.0));
    assert_eq!(generalization_gap(&training, &EmpiricalRisk::new()), None);
}

#[test]
fn regret_is_against_the_best_expert() {
    let mut regret = Regret::<3>::new();
    for round in 0..1000 {
        // The best expert, the second, loses 0.1 a round; the learner loses 1 in the first ten rounds, then 0.1.
        let own = if round < 10 { 1.0 } else { 0.1 };
        regret.add(own, &[0.5, 0.1, 0.9]).unwrap();
    }
    assert_eq!(regret.best_expert(), Some(1));
    // The first of equals.
    let mut tied = Regret::<3>::new();
    tied.add(2.0, &[3.0, 1.0, 1.0]).unwrap();
    assert_eq!((tied.best_expert(), tied.total()), (Some(1), Some(1.0)));
    assert!((regret.total().unwrap() - 9.0).abs() < 1e-4);
    assert!((regret.average().unwrap() - 0.009).abs() < 1e-6);
}
