//! The logarithm of 1 + x in plain arithmetic, and its parts: without a branch, table, call or fused operation.
//!
//! Worst error over all inputs: 0.84 ULP.

use crate::sum::two_sum;

/// ln 2 in two parts, the first of 15 bits: its products with an exponent are exact.
pub(super) const LN_2: (f32, f32) = (0.693_145_75, 1.428_606_8e-6);

/// Returns n·ln 2 + ln(1 + f) + lost, for √½ ≤ 1 + f ≤ √2.
#[inline(always)]
pub(super) fn assemble(n: f32, f: f32, lost: f32) -> f32 {
    // ln(1 + f) = f − (½f² − s·(½f² + R)) with s = f/(2 + f), and R in s²: relative error 2^−30.
    let s = f / (2.0 + f);
    let z = s * s;
    let half_square = 0.5 * f * f;
    let fit = 0.666_667_76 + z * (0.399_775_74 + z * 0.298_709_4);
    n * LN_2.0 + (f - (half_square - (s * (half_square + z * fit) + (n * LN_2.1 + lost))))
}

/// Splits off exponent n and significand m of a positive normal number m·2^n, with √½ ≤ m < √2.
#[inline(always)]
pub(super) fn split(x: f32) -> (i32, f32) {
    let bits = x.to_bits().wrapping_sub(core::f32::consts::FRAC_1_SQRT_2.to_bits());
    let n = bits.cast_signed() >> 23;
    (n, f32::from_bits((bits & 0x7F_FFFF) + core::f32::consts::FRAC_1_SQRT_2.to_bits()))
}

/// Returns ln(1 + x) for a finite x above −1 that is not −0.
#[inline(always)]
pub(crate) fn ln_1p(x: f32) -> f32 {
    let (u, lost) = two_sum(1.0, x);
    let (n, m) = split(u);
    let near = n == 0;
    assemble(n as f32, if near { x } else { m - 1.0 }, if near { 0.0 } else { lost / u })
}

/// Returns ln(1 + x) for x ≥ 0: the logarithm of a softmax.
///
/// It is a third of the code of libm's, which also serves numbers below 0.
#[cfg(not(vectors))]
#[inline(never)]
pub(crate) fn ln_1p_nonnegative(x: f32) -> f32 {
    if x < f32::INFINITY { ln_1p(x) } else { x }
}
