//! The default back end: `libm`, whose `f32` functions are plain arithmetic, the same on every target.

pub(crate) use self::{exp as exp_direct, ln_1p as ln_1p_direct};
pub(crate) use super::integer::{Reference, exp_nonpositive, exp_of_difference};
pub(crate) use super::logarithm::ln_1p_nonnegative;

/// This back end always subtracts the maximum first.
pub(crate) const DIRECT: Option<f32> = None;

/// e^x. Worst error over all inputs: 0.92 ULP.
///
/// ```
/// assert!((microloss::math::exp(1.0) - core::f32::consts::E).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    ::libm::expf(x)
}

/// Natural logarithm. Worst error over all inputs: 0.84 ULP.
///
/// ```
/// assert!((microloss::math::ln(2.0) - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn ln(x: f32) -> f32 {
    ::libm::logf(x)
}

/// ln(1 + x), accurate for small x. Worst error over all inputs: 0.84 ULP.
///
/// ```
/// assert!((microloss::math::ln_1p(1.0) - core::f32::consts::LN_2).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn ln_1p(x: f32) -> f32 {
    ::libm::log1pf(x)
}
