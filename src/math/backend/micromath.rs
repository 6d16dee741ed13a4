//! The `micromath` back end: its `exp` and `ln`, kept to the ranges where their error is bounded.
//!
//! Worst relative errors against f64 over all 2³² inputs (`tests/micromath.rs` prints them):
//!
//! | | as it is | guarded, here |
//! |---|---|---|
//! | `exp` | 2.4e-3; NaN for 90 851 finite x near 89; 0 below −88.03; ∞ for NaN | 2.4e-3 |
//! | `ln` | 509 near 1; 0.12 absolute below 1; garbage, or a panic under overflow checks, for negatives | 7e-4 |
//! | `ln_1p` | absent | 7e-4 |

pub(crate) use self::{exp as exp_direct, ln_1p as ln_1p_direct, ln_1p as ln_1p_nonnegative};
pub(crate) use super::integer::{Reference, exp_nonpositive, exp_of_difference};
use micromath::F32Ext;

/// This back end always subtracts the maximum first.
pub(crate) const DIRECT: Option<f32> = None;

/// e^x, within 3e-3 of it.
///
/// ```
/// assert!((microloss::math::exp(1.0) - core::f32::consts::E).abs() < 1e-2);
/// ```
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    /// 2^64 and its logarithm: a detour for results that are subnormal, or nearly.
    const DETOUR: (f32, f32) = (18_446_744_073_709_551_616.0, 44.361_42);
    if x.is_nan() {
        f32::NAN
    } else if x > 88.722_84 {
        f32::INFINITY
    } else if x > 87.0 {
        let root = F32Ext::exp(0.5 * x);
        root * root
    } else if x > -87.0 {
        F32Ext::exp(x)
    } else if x > -104.0 {
        F32Ext::exp(x + DETOUR.1) / DETOUR.0
    } else {
        0.0
    }
}

/// Natural logarithm, within a relative error of 3e-3.
///
/// ```
/// assert!((microloss::math::ln(2.0) - core::f32::consts::LN_2).abs() < 1e-2);
/// ```
#[inline]
#[must_use]
pub fn ln(x: f32) -> f32 {
    /// 2^32 and its logarithm: a detour for subnormals, whose reciprocal overflows.
    const DETOUR: (f32, f32) = (4_294_967_296.0, 22.180_71);
    if x.is_nan() || x < 0.0 {
        f32::NAN
    } else if x == 0.0 {
        f32::NEG_INFINITY
    } else if x == f32::INFINITY {
        x
    } else if (x - 1.0).abs() < 0.1 {
        near_1(x - 1.0)
    } else if x > 1.0 {
        F32Ext::ln(x)
    } else if x > 1e-30 {
        -F32Ext::ln(1.0 / x)
    } else {
        -F32Ext::ln(1.0 / (x * DETOUR.0)) - DETOUR.1
    }
}

/// ln(1 + x), within a relative error of 3e-3.
///
/// ```
/// assert!((microloss::math::ln_1p(1.0) - core::f32::consts::LN_2).abs() < 1e-2);
/// ```
#[inline]
#[must_use]
pub fn ln_1p(x: f32) -> f32 {
    if x.abs() < 0.1 { near_1(x) } else { ln(1.0 + x) }
}

/// Returns ln(1 + x) for |x| < 0.1: Padé's approximant of order 2/1, with a relative error below 3e-6 there.
#[inline]
fn near_1(x: f32) -> f32 {
    x * (6.0 + x) / (6.0 + 4.0 * x)
}
