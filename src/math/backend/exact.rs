//! The `exact` back end: elementary functions, correctly rounded, in integers. Every result is the `f32` nearest to the exact number.
//!
//! Each function first computes 8 more bits than an `f32` has. If the error of that may decide about the last bit, 60 bits follow,
//! which always decide: for one exponential in 130, for one logarithm in 60.

mod exponential;
mod logarithm;
mod wide;

pub(crate) use self::{exp as exp_direct, ln_1p as ln_1p_direct, ln_1p as ln_1p_nonnegative};
pub(crate) use super::integer::{Reference, exp_nonpositive, exp_of_difference};

/// This back end always subtracts the maximum first.
pub(crate) const DIRECT: Option<f32> = None;

/// e^x, correctly rounded.
///
/// ```
/// assert_eq!(microloss::math::exp(1.0), core::f32::consts::E);
/// ```
#[inline]
#[must_use]
pub fn exp(x: f32) -> f32 {
    f32::from_bits(exponential::exp(x.to_bits()))
}

/// Natural logarithm, correctly rounded.
///
/// ```
/// assert_eq!(microloss::math::ln(2.0), core::f32::consts::LN_2);
/// ```
#[inline]
#[must_use]
pub fn ln(x: f32) -> f32 {
    f32::from_bits(logarithm::ln(x.to_bits()))
}

/// ln(1 + x), correctly rounded.
///
/// ```
/// assert_eq!(microloss::math::ln_1p(1.0), core::f32::consts::LN_2);
/// ```
#[inline]
#[must_use]
pub fn ln_1p(x: f32) -> f32 {
    f32::from_bits(logarithm::ln_1p(x.to_bits()))
}

/// Returns e^x − 1, correctly rounded.
#[inline]
pub(crate) fn exp_m1(x: f32) -> f32 {
    f32::from_bits(exponential::exp_m1(x.to_bits()))
}
