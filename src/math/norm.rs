//! Lengths and distances that do not overflow or underflow on the way.

use crate::sum::{sum, sum_zip};

/// Returns the largest of some numbers that are 0 or more, or NaN if one is NaN.
#[inline]
pub(crate) fn largest(sizes: impl Iterator<Item = f32>) -> f32 {
    sizes.fold(0.0, |most, size| if size > most || size.is_nan() { size } else { most })
}

/// Sums of squares whose root is the norm: no square has overflowed, and those that underflow are too small to count. 2⁻¹⁰⁰ to 2¹²⁶.
const SAFE: core::ops::RangeInclusive<f32> = 7.888_609e-31..=8.507_059e37;

/// Returns √Σ f(i, xᵢ)², within 3 ULP for exact f. It is infinite or NaN if an f is.
#[inline]
pub(crate) fn norm_of(x: &[f32], f: impl Fn(usize, f32) -> f32) -> f32 {
    let squares = sum(x, |i, x| {
        let f = f(i, *x);
        f * f
    });
    if SAFE.contains(&squares) { super::sqrt(squares) } else { norm_of_extremes(x, f) }
}

/// Returns the norm of numbers whose squares can overflow or underflow, and the bits of [`norm_of`] for others.
///
/// The squares are relative to a power of 2 near the largest f, which rounds nothing.
#[cold]
#[inline(never)]
fn norm_of_extremes(x: &[f32], f: impl Fn(usize, f32) -> f32) -> f32 {
    let largest = largest(x.iter().enumerate().map(|(i, x)| f(i, *x).abs()));
    if largest == 0.0 || !largest.is_finite() {
        return super::canonical(largest);
    }
    let exponent = largest.to_bits() & 0x7F80_0000;
    let unit = if exponent == 0 { f32::MIN_POSITIVE } else { f32::from_bits(exponent) };
    // The unit is a power of 2, so the product is the quotient.
    let per_unit = 1.0 / unit;
    let squares = sum(x, |i, x| {
        let share = f(i, *x) * per_unit;
        share * share
    });
    unit * super::sqrt(squares)
}

/// Returns the squared Euclidean distance ‖x − y‖² of two vectors of one length.
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn squared_distance(x: &[f32], y: &[f32]) -> f32 {
    sum_zip(x, y, |x, y| {
        let d = x - y;
        d * d
    })
}

/// Returns the Euclidean distance ‖x − y‖ of two vectors of one length.
#[inline]
pub(crate) fn distance(x: &[f32], y: &[f32]) -> f32 {
    let squares = squared_distance(x, y);
    if SAFE.contains(&squares) {
        return super::sqrt(squares);
    }
    norm_of_extremes(x, |i, x| x - y.get(i).copied().unwrap_or(f32::NAN))
}

/// Returns 1/‖x‖, or 0 for a vector without direction, or NaN for a NaN.
#[inline]
pub(crate) fn inverse_norm(x: &[f32]) -> f32 {
    let norm = norm_of(x, |_, x| x);
    if norm < f32::MIN_POSITIVE || norm == f32::INFINITY { 0.0 } else { 1.0 / norm }
}
