//! Lengths and distances that do not overflow or underflow on the way.

use crate::sum::sum;

/// Returns the largest of some numbers that are 0 or more, or NaN if one is NaN.
#[inline]
pub(crate) fn largest(sizes: impl Iterator<Item = f32>) -> f32 {
    sizes.fold(0.0, |most, size| if size > most || size.is_nan() { size } else { most })
}

/// Returns √Σ f(i, xᵢ)², within 3 ULP for exact f. It is infinite or NaN if an f is.
///
/// The squares are relative to a power of 2 near the largest f, which rounds nothing.
#[inline]
pub(crate) fn norm_of(x: &[f32], f: impl Fn(usize, f32) -> f32) -> f32 {
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

/// Returns the Euclidean distance ‖x − y‖ of two vectors of one length.
#[inline]
pub(crate) fn distance(x: &[f32], y: &[f32]) -> f32 {
    norm_of(x, |i, x| x - y.get(i).copied().unwrap_or(f32::NAN))
}

/// Returns 1/‖x‖, or 0 for a vector without direction, or NaN for a NaN.
#[inline]
pub(crate) fn inverse_norm(x: &[f32]) -> f32 {
    let norm = norm_of(x, |_, x| x);
    if norm < f32::MIN_POSITIVE || norm == f32::INFINITY { 0.0 } else { 1.0 / norm }
}
