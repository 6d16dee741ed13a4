//! The `branchless` back end: polynomials without a branch, table, call or fused operation, so that a desktop compiler makes
//! vectors of them.
//!
//! Scalar and vector code give the same bits. Worst errors in ULP over all inputs, as the exhaustive test of the seam prints them:
//! `exp` 0.98, `ln` and `ln_1p` 0.84.

pub(crate) use self::ln_1p as ln_1p_nonnegative;
pub(crate) use super::logarithm::ln_1p as ln_1p_direct;
use super::logarithm::{LN_2, assemble, split};
use crate::sum::two_sum;

/// The |x| below which e^x needs neither a limit nor a detour, nor do quotients of sums of such exponentials. If all logits of a row
/// are smaller, no maximum is subtracted.
pub(crate) const DIRECT: Option<f32> = Some(32.0);

/// Rounds `x`/ln 2 to an integer. The second result holds it, plus `BIAS`, in its last bits.
#[inline(always)]
fn round<const BIAS: u32>(x: f32) -> (f32, u32) {
    // Adding 1.5·2^23 rounds to an integer.
    let round = 12_582_912.0 + BIAS as f32;
    let rounded = x * core::f32::consts::LOG2_E + round;
    (rounded - round, rounded.to_bits())
}

/// Returns e^r for |r| ≤ ½ ln 2, as 1 + r + r²·q(r): relative error 2^−28.
#[inline(always)]
fn exp_near_0(r: f32) -> f32 {
    let q =
        0.499_999_94 + r * (0.166_665_21 + r * (0.041_668_39 + r * (0.008_368_717 + r * 0.001_381_459_8)));
    1.0 + (r + r * r * q)
}

/// e^x.
///
/// ```
/// assert!((microloss::math::exp(1.0) - core::f32::consts::E).abs() < 1e-6);
/// ```
#[inline(always)]
#[must_use]
pub fn exp(x: f32) -> f32 {
    let x = if x > 89.0 { 89.0 } else { x };
    let x = if x < -104.0 { -104.0 } else { x };
    let (n, bits) = round::<254>(x);
    let e = exp_near_0(x - n * LN_2.0 - n * LN_2.1);
    // 2^n in two factors, so that neither overflows or is subnormal unless the product is. The bias makes both positive.
    let biased = bits & 0x1FF;
    let half = biased >> 1;
    e * f32::from_bits(half << 23) * f32::from_bits((biased - half) << 23)
}

/// Returns e^x for x ≤ 0.
#[inline(always)]
pub(crate) fn exp_nonpositive(x: f32) -> f32 {
    let x = limited(x);
    let (n, bits) = round::<DETOUR>(x);
    scaled(exp_near_0(x - n * LN_2.0 - n * LN_2.1), bits)
}

/// Returns e^x for |x| below [`DIRECT`].
#[inline(always)]
pub(crate) fn exp_direct(x: f32) -> f32 {
    let (n, bits) = round::<0>(x);
    // Times a power of 2. All numbers are normal, so the exponents add up.
    f32::from_bits(exp_near_0(x - n * LN_2.0 - n * LN_2.1).to_bits().wrapping_add(bits << 23))
}

/// A bias for exponentials of numbers that are not positive: they are computed times 2^64, which is never subnormal.
const DETOUR: u32 = 127 + 64;

/// Multiplies `e` by the power of 2 that `round::<DETOUR>` left in the last bits.
#[inline(always)]
fn scaled(e: f32, bits: u32) -> f32 {
    e * f32::from_bits(bits << 23) * f32::from_bits((127 - 64) << 23)
}

/// Returns x, or at least a number whose exponential is just below half the smallest `f32`.
#[inline(always)]
fn limited(x: f32) -> f32 {
    if x < -104.0 { -104.0 } else { x }
}

/// A number to subtract from others before the exponential.
///
/// Rounding a difference d costs its exponential up to |d| ULP. Here the rounding error joins the reduced argument.
#[derive(Clone, Copy)]
pub(crate) struct Reference(f32);

impl Reference {
    #[inline(always)]
    pub(crate) fn new(value: f32) -> Self {
        Self(value)
    }

    #[inline(always)]
    pub(crate) fn value(self) -> f32 {
        self.0
    }

    /// Returns e^(x − reference), for an x that is not larger. Worst error over all differences: 1 ULP.
    ///
    /// −∞ gives 0; NaN, and +∞ in both, give NaN.
    #[inline(always)]
    pub(crate) fn exp(self, x: f32) -> f32 {
        let (difference, lost) = two_sum(x, -self.0);
        // An infinite difference has no rounding error. If a difference is limited, its rounding error does not count.
        let lost = if difference < -104.0 { 0.0 } else { lost };
        let difference = limited(difference);
        let (n, bits) = round::<DETOUR>(difference);
        scaled(exp_near_0((difference - n * LN_2.0) + (lost - n * LN_2.1)), bits)
    }
}

/// Returns e^(x − reference), for a reference that is not smaller and is used once.
#[inline(always)]
pub(crate) fn exp_of_difference(x: f32, reference: f32) -> f32 {
    Reference::new(reference).exp(x)
}

/// Natural logarithm.
///
/// ```
/// assert!((microloss::math::ln(2.0) - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[inline(always)]
#[must_use]
pub fn ln(x: f32) -> f32 {
    let subnormal = x < f32::MIN_POSITIVE;
    let (n, m) = split(if subnormal { x * 8_388_608.0 } else { x });
    let n = if subnormal { n - 23 } else { n };
    let ln = assemble(n as f32, m - 1.0, 0.0);
    ends(x, ln)
}

/// ln(1 + x), accurate for small x.
///
/// ```
/// assert!((microloss::math::ln_1p(1.0) - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[inline(always)]
#[must_use]
pub fn ln_1p(x: f32) -> f32 {
    let u = 1.0 + x;
    // x itself also if it is −0.
    ends(u, if u == 1.0 { x } else { ln_1p_direct(x) })
}

/// Returns `ln`, or the logarithm of an x that is 0, negative or infinite.
#[inline(always)]
fn ends(x: f32, ln: f32) -> f32 {
    let ln = if x == 0.0 { f32::NEG_INFINITY } else { ln };
    let ln = if x < 0.0 { f32::NAN } else { ln };
    if x < f32::INFINITY { ln } else { x }
}
