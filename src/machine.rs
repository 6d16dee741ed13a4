//! Choices that change code size and speed, and no result. Each has the measurement that decided it.
//!
//! The contract, the losses and the kernels do not know these reasons. They use the names below, or one of four attributes:
//!
//! | attribute | where it stands |
//! |---|---|
//! | `#[cfg_attr(not(vectors), inline(never))]` | a kernel that a loss calls more than once. As a call, it takes its flash and its stack once: A loop of vectors cannot contain a call. |
//! | `#[cfg_attr(vectors, inline(always))]` with `#[cfg_attr(not(vectors), inline)]` | the way from the loop over a batch to the exponential. If one call is left there, the loop stays scalar. |
//! | `#[cfg_attr(not(small), inline)]` | a function that all losses share. Built for size, one loss alone still takes it in, and six losses share one copy: 0.4 kB less. |
//! | `#[inline(never)]` | the path that is rarely taken, so that its registers need not be saved on the other path. |
//!
//! `build.rs` sets `cfg(vectors)` if the back end is `branchless`, `cfg(exact)` if it is `exact`, and
//! `cfg(small)` if the crate is built for size. The figures come from `examples/firmware/resources.sh` and
//! `examples/bench`.

use crate::rowwise::Rowwise;

/// The machine has vectors, and the compiler uses them: a desktop.
///
/// There, the loop over a block first computes all terms and then adds them: with nothing else in it, it becomes vectors. A
/// microcontroller adds each term at once, which saves the way through memory: 10 of the 34 instructions of `Huber`.
pub(crate) const HAS_VECTORS: bool = !cfg!(target_os = "none");

/// Loops over exponentials and logarithms become vectors.
///
/// Then both sides of a condition are computed and one is selected by a mask. Elsewhere a branch skips the other side.
pub(crate) const SELECTS: bool = cfg!(vectors) && HAS_VECTORS;

/// The core has the registers of an FPU.
const HAS_FPU: bool = cfg!(target_abi = "eabihf");

/// The crate is built for size, at opt-level `s` or `z`: one loop for all rows, and one look at each target.
pub(crate) const IS_SMALL: bool = cfg!(small);

/// The core multiplies 32 by 32 bits to 64. A Cortex-M0 does not, nor has it atomics. It takes 17 instructions by halves, and 37 by the
/// compiler's function, beside the call.
#[cfg(not(vectors))]
pub(crate) const HAS_LONG_PRODUCTS: bool = !cfg!(all(target_arch = "arm", not(target_has_atomic = "32")));

/// The terms of these rows go into lanes: rows of one or two numbers.
///
/// For longer rows, lanes cost 0.2 to 0.4 kB of flash and 32 to 116 bytes of stack, and no loop becomes vectors.
pub(crate) const fn is_short<L: Rowwise>() -> bool {
    size_of::<L::Row>() <= 2 * size_of::<f32>()
}

/// The loop over a batch is written out for whole blocks: for short rows, if there are vectors or the registers of an FPU.
///
/// On a Cortex-M4F this costs 0.1 to 0.7 kB of flash and up to 200 bytes of stack. An element of `SquaredError` then takes 8
/// instructions and not 21, one of `SigmoidCrossEntropy` 94 and not 112. Built for size, the loop that also takes the last rows takes
/// all: `SquaredError` then has 0.3 kB less flash, and 22 instructions. Losses that ask for `ONE_COPY` win nothing:
/// `Exo` takes 250 instructions with it and 249 without, and 336 bytes more.
pub(crate) const fn goes_by_blocks<L: Rowwise>() -> bool {
    is_short::<L>() && !IS_SMALL && (HAS_VECTORS || HAS_FPU && !L::ONE_COPY)
}
