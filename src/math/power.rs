//! Powers x^a without libm's `powf`, whose tables take 2 kB of flash.

use super::{exp, exp_of_product, ln};

/// ln 2 in 15 bits, so that its product with an exponent is exact; the rest is [`LN_2_LOW`].
const LN_2_HIGH: f32 = 0.693_145_75;
const LN_2_LOW: f32 = 1.428_606_8e-6;

/// 2^23: it makes a subnormal number normal.
const NORMALISING: f32 = 8_388_608.0;

/// Returns x^a for a positive finite x and 0 ≤ a ≤ 1, within 2.5 ULP if the result is normal.
///
/// A plain e^(a·ln x) loses two ULP per unit of ln x: 180 at the ends of the line. Here x = m·2^n, with m between √½ and √2, and
/// a·n·ln 2 is taken exactly. The part that is left to round is small.
#[inline]
pub(crate) fn power(x: f32, a: f32) -> f32 {
    let (normal, shift) = if x < f32::MIN_POSITIVE { (x * NORMALISING, 23) } else { (x, 0) };
    // The bits of a positive number as an integer, counted from √½, so that a number near 1 has exponent 0.
    let bits = normal.to_bits() as i32;
    let n = (bits - core::f32::consts::FRAC_1_SQRT_2.to_bits() as i32) >> 23;
    let m = f32::from_bits((bits - (n << 23)) as u32);
    let n = (n - shift) as f32;
    exp_of_product(exp, a, n * LN_2_HIGH, ln(m) + n * LN_2_LOW)
}
