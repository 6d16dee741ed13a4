//! Accuracy: the digits of values and gradients, measured.
//!
//! A textbook softmax cross-entropy in `f32` has no correct digit left once a
//! prediction is right by a margin of 17: value and gradient are 0. Here both keep
//! their digits down to 1e-38.
//!
#![doc = include_str!("../../examples/gallery/accuracy_cross_entropy.svg")]
//!
//! Log-cosh near 0:
//!
#![doc = include_str!("../../examples/gallery/accuracy_log_cosh.svg")]
//!
//! `cargo run --release --example refresh pictures` draws both.
//!
//! # Worst errors
//!
//! The table has the worst errors in ULP (units in the last place), over a million
//! points for each loss: predictions and targets up to ±100, evenly spread, spread
//! over the exponents, and special values. If terms of both signs cancel, the unit is
//! an ULP of the largest term.
//!
//! The other columns are PyTorch 2.8 and optax 0.2.8 in `f32`, at 8 000 of these
//! points for each loss (`tests/peers/measure.py`). 1e7 means that no digit is
//! correct.
//!
//! | loss | value / gradient | PyTorch | optax |
//! |---|---|---|---|
//! | [`SquaredError`](crate::SquaredError) | 1.9 / 0.5 | 1.83 / 0.50 | 1.83 / 0.50 |
//! | [`AbsoluteError`](crate::AbsoluteError) | 0.5 / 0 | 0.50 / 0.00 | – |
//! | [`Huber`](crate::Huber) | 1.9 / 0.5 | 2.80 / 0.50 | 2.33 / 8.4e6 |
//! | [`SmoothL1`](crate::SmoothL1) | 1.8 / 1.5 | 2.49 / 1.60 | – |
//! | [`PseudoHuber`](crate::PseudoHuber) | 3.2 / 2.7 | – | – |
//! | [`LogCosh`](crate::LogCosh) | 1.8 / 1.9 | – | 5.5e11 / 1.1e7 |
//! | [`Quantile`](crate::Quantile) | 2.0 / 0.5 | – | – |
//! | [`Hinge`](crate::Hinge) | 0.5 / 0 | – | 0.50 / 0.00 |
//! | [`SquaredHinge`](crate::SquaredHinge) | 1.9 / 0.5 | – | – |
//! | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | 1.6 / 2.2 | 1.7e7 / 1.7e7 | 2.21 / 7.98 |
//! | `SigmoidCrossEntropy`, soft labels | 2.0 / 2.7 | 126.89 / 177.81 | 2.50 / 7.93 |
//! | [`SigmoidFocal`](crate::SigmoidFocal), γ ≤ 5 | 6.2 / 7.2 | – | 66.90 / 1.1e7 |
//! | [`BernoulliNll`](crate::BernoulliNll) | 0.8 / 1.0 | – | – |
//! | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | 2.8 / 4.3 | 1.7e7 / 1.7e7 | 1.7e7 / 1.7e7 |
//! | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | 2.8 / 5.5 | 1.7e7 / 1.7e7 | 1.7e7 / 1.7e7 |
//! | [`SoftmaxFocal`](crate::SoftmaxFocal), γ ≤ 3, 7 classes | 13 / 15 | – | – |
//! | a sum of up to 2²⁴ terms | 0.9 | | |
//!
//! # How it is tested
//!
//! * `MICROLOSS_CASES=250000 cargo test --test suite precision -- --nocapture` prints
//!   the table for every loss, with the bounds that the tests enforce.
//!   `cargo test --test suite sums -- --nocapture` prints its last line.
//! * Losses of one number are tried along the whole line, at every 2003rd `f32`, or
//!   with `MICROLOSS_EXHAUSTIVE=1` at all 2³²: no false 0, no negative loss, no NaN.
//! * `tests/published.rs` compares 947 vectors with PyTorch, optax, scikit-learn,
//!   SciPy and mpmath.
//! * `tests/suite/hard.rs` holds 2820 hard cases, known to 25 digits, to the same
//!   bounds.
