//! Conventions: batches, reductions, corner cases, errors, and the bits of a result.
//!
//! # Batches and arguments
//!
//! * A batch is a slice with one entry for each row: `&[f32]`, or `&[[f32; K]]`
//!   with the classes or dimensions of a sample last. References to arrays and to
//!   `heapless::Vec`s coerce.
//! * Arguments come in this order: inputs, reduction, outputs. An output is
//!   exactly as long as the call requires.
//! * K is a const generic. The compiler infers it from the array.
//!   [`try_value_array`](crate::Loss::try_value_array) and its like take whole arrays:
//!   lengths that differ, or N = 0, do not compile. Losses that accept every target
//!   have them without `try_`: [`AnyTarget`](crate::AnyTarget).
//! * Labels are `u8`, `u16`, `u32` or `usize`. Give one literal a suffix (`2_u8`):
//!   a bare `2` is an `i32`, which is not a label.
//! * `Softmax…` and `Sigmoid…` take logits. Do not apply a softmax or sigmoid
//!   first; [`diagnostics`](crate::diagnostics) finds such a mistake.
//! * Most losses implement [`Loss`](crate::Loss). The others need working memory or
//!   return more than one number. Their methods have the same names:
//!   [`InfoNce`](crate::InfoNce), [`NtXent`](crate::NtXent),
//!   [`SupervisedContrastive`](crate::SupervisedContrastive),
//!   [`Clip`](crate::Clip), [`SigLip`](crate::SigLip),
//!   [`CosineClassifier`](crate::CosineClassifier), [`Ctc`](crate::Ctc), [`Elbo`](crate::Elbo),
//!   [`SequenceLogProbability`](crate::SequenceLogProbability).
//! * The gradient can take the place of the predictions:
//!   [`Loss::value_and_gradient_in_place`](crate::Loss::value_and_gradient_in_place).
//!
//! One sample is a batch of one row. Vectors are a batch of numbers, once flattened:
//!
//! ```
//! use core::slice::from_ref;
//! use microloss::{Loss, Reduction, SoftmaxCrossEntropy, SquaredError};
//!
//! let logits = [0.0, 0.0];
//! let loss = SoftmaxCrossEntropy::new();
//! let value = loss.value(from_ref(&logits), &[1_u8], Reduction::Mean)?;
//! assert_eq!(value, core::f32::consts::LN_2);
//!
//! let (outputs, inputs) = ([[1.0, 2.0], [3.0, 4.0]], [[0.0; 2]; 2]);
//! let value = SquaredError::new().value(
//!     outputs.as_flattened(),
//!     inputs.as_flattened(),
//!     Reduction::Mean,
//! )?;
//! assert_eq!(value, 7.5);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # Reductions
//!
//! * [`Reduction::Mean`](crate::Reduction::Mean) divides by the number of rows. If
//!   rows have weights, it divides by the sum of the weights.
//! * `Over(n)` divides by `n`. It is for a batch in pieces: let n be the sum of
//!   [`Loss::denominator`](crate::Loss::denominator) over the pieces, and the
//!   gradients add up to the gradient of the batch. The contrastive losses are the
//!   exception: each piece knows only its own negatives. [`SigLip`](crate::SigLip), and
//!   losses against vectors that are given, add up.
//! * If every row is ignored or has weight 0, value and gradient are 0.
//!
//! # Corner cases
//!
//! * There is no hidden ½ and no hidden ε.
//! * At a kink, a point at which the slope jumps, the gradient is 0. In a tie the first
//!   element counts, unless the page of the loss says otherwise.
//! * NaN in gives NaN out. An infinite input gives the limit of the formula.
//! * A row of finite predictions never gives NaN, with two exceptions: weights,
//!   parameters and reduction whose product exceeds `f32::MAX`, and +∞ and −∞ in one
//!   sum, of two rows or of the parts of one.
//! * A result can be infinite if a difference or a sum on the way to it exceeds
//!   `f32::MAX`, such as p − t.
//! * Every NaN that a [`Loss`](crate::Loss) returns or writes is `f32::NAN`.
//!
//! # Errors and panics
//!
//! Every call checks its arguments before it writes. If something is wrong, it returns
//! an [`Error`](crate::Error) with the numbers, and the outputs are untouched:
//!
//! | wrong | for example |
//! |---|---|
//! | a buffer | a gradient of another length; an empty batch |
//! | a label | 3 of the classes 0 to 2 |
//! | a target without a meaning | 0 for a hinge, which wants −1 or 1; −1 for a sigmoid; a negative share; NaN among these |
//! | a prediction without a meaning | a logit, if the loss takes probabilities |
//!
//! [`Elementwise::TARGETS`](crate::Elementwise::TARGETS) tells the targets that a loss
//! of single numbers accepts. Predictions that are logits or scores are never refused.
//! [`diagnostics`](crate::diagnostics) finds mistakes that no check can refuse:
//! probabilities passed as logits, distributions that do not sum to 1, the first row
//! whose loss is not a number. A row of weight 0 is not looked at.
//!
//! No public function panics, except constructors: they panic if a parameter is
//! invalid, which in a constant is a compile error. Their `try_` twins return the
//! error. The linker proves it, on the host and in firmware:
//! `tests/no_panic/check.sh`.
//!
//! # The same bits
//!
//! Results have the same bits on every target: plain `f32` arithmetic in a fixed
//! order. There are four exceptions: x87 arithmetic, a flush-to-zero mode that the
//! firmware switches on, 32-bit Arm NEON, which always flushes to zero, and AltiVec on
//! PowerPC, which does so unless told otherwise.
//! `examples/firmware/digests.sh` compares seven emulated Cortex-M cores with the
//! host, `examples/riscv/digests.sh` three RISC-V cores, and `examples/hosted/digests.sh`
//! WebAssembly, 64-bit Arm, 32-bit x86 and IBM Z, which is big-endian.
