//! Arithmetic of 64 and 128 bits, and rounding.

use super::super::product::product;
use crate::machine::HAS_LONG_PRODUCTS;

/// Returns a product of signed numbers.
#[inline]
pub(super) fn signed(a: i32, b: i32) -> i64 {
    if HAS_LONG_PRODUCTS {
        return i64::from(a) * i64::from(b);
    }
    let (high, low) = product(a.cast_unsigned(), b.cast_unsigned());
    let high =
        high.cast_signed().wrapping_sub(if a < 0 { b } else { 0 }).wrapping_sub(if b < 0 { a } else { 0 });
    i64::from(high) << 32 | i64::from(low)
}

/// Returns the upper half of a product of signed numbers.
#[inline]
pub(super) fn signed_upper(a: i32, b: i32) -> i32 {
    (signed(a, b) >> 32) as i32
}

/// Returns a·b, which fits.
#[inline]
pub(super) fn times_small(a: u64, b: u32) -> u64 {
    let (high, low) = product(a as u32, b);
    u64::from((a >> 32) as u32 * b + high) << 32 | u64::from(low)
}

/// Returns the upper half of a product of 128 bits.
#[inline]
pub(super) fn upper_64(a: u64, b: u64) -> u64 {
    ((u128::from(a) * u128::from(b)) >> 64) as u64
}

/// Returns Σ aₖ·xᵏ from k = 1 on, in units of 2^−63, for an x in units of 2^−64 and coefficients in units of 2^−63.
#[inline]
pub(super) fn series(x: i64, coefficients: &[i64]) -> i64 {
    times(x, fit(x, coefficients))
}

/// Returns Σ aₖ·xᵏ⁻¹ in the same units.
#[inline(never)]
fn fit(x: i64, coefficients: &[i64]) -> i64 {
    coefficients.iter().rev().fold(0, |sum, c| c + times(x, sum))
}

/// Returns the upper half of a product of 128 bits.
fn times(x: i64, sum: i64) -> i64 {
    ((i128::from(x) * i128::from(sum)) >> 64) as i64
}

/// Rounds m·2^(e − 63), for an m of which the first bit is set. Exact results halfway between two numbers do not occur.
#[inline(never)]
pub(super) fn round(m: u64, e: i32) -> u32 {
    if e > 127 {
        return f32::INFINITY.to_bits();
    }
    // Subnormal results have fewer digits.
    let dropped = if e < -126 { 40 + (-126 - e) } else { 40 }.unsigned_abs();
    let kept = m.unbounded_shr(dropped) as u32 + (m.unbounded_shr(dropped - 1) & 1) as u32;
    // The first digit is the unit of the exponent, and so is a carry.
    if e < -126 { kept } else { ((e + 126).unsigned_abs() << 23) + kept }
}

/// Rounds m·2^(e − 63), for a normal result and an m whose error is below `error`, unless the error may decide.
#[inline]
pub(super) fn round_if_sure(m: u64, e: i32, error: u64) -> Option<u32> {
    let high = (m >> 32) as u32;
    // Halfway between two results, the last 40 bits are 2^39. Mostly, 8 of them say that m is far from there.
    let units = (error >> 32) as u32 + 1;
    let may_be_near = high.wrapping_add(units).wrapping_sub(0x80) & 0xFF < 2 * units;
    if may_be_near && (m & 0xFF_FFFF_FFFF).abs_diff(1 << 39) <= error {
        return None;
    }
    Some(((e + 126).unsigned_abs() << 23) + (((high >> 7) + 1) >> 1))
}

/// Returns the bits of x·(1 + Σ aₖ·xᵏ) for an |x| below 2^−2, from its bits and from coefficients in units of 2^−63.
///
/// So many first terms suffice for an error below 2^−28.
pub(super) fn near_0(x: u32, coefficients: &[i64], first: usize) -> u32 {
    let e = (x >> 23 & 0xFF) as i32 - 127;
    if e < -25 {
        // The next term is below half a unit.
        return x;
    }
    let m = x << 8 | 1 << 31;
    let size = i64::from(m) << (e + 33);
    let fixed = if x >> 31 == 0 { size } else { -size };
    let sign = x & 1 << 31;
    let quick = {
        let x = (fixed >> 32) as i32;
        let times = |sum: i32| signed_upper(x, sum);
        let sum = coefficients.iter().take(first).rev().fold(0, |sum, c| (c >> 32) as i32 + times(sum));
        (i64::from(m) << 30) + signed((m >> 1).cast_signed(), times(sum))
    };
    let (quick, shift) = (quick.cast_unsigned(), quick.leading_zeros());
    if let Some(bits) = round_if_sure(quick << shift, e + 2 - shift.cast_signed(), 1 << 35) {
        return sign | bits;
    }
    // The sum in units of 2^−127, then the result in units of 2^−61, rounded down: near a tie, 2^−63 would be too coarse for a small x.
    let c = i128::from(fixed) * i128::from(fit(fixed, coefficients));
    let significand = i128::from(m >> 8);
    let exact = (((significand << 38) + ((significand * (c >> 26)) >> 63)) as i64).cast_unsigned();
    let shift = exact.leading_zeros();
    sign | round(exact << shift, e + 2 - shift.cast_signed())
}
