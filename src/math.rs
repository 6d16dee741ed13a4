//! Elementary functions in one place, and the stable forms that losses are made of.
//!
//! Every loss calls these functions, so one feature changes the back end of all losses. They are public because a loss of your own
//! needs them too. Errors are in ULP of the exact result, measured over every finite `f32` with the default back end;
//! `MICROLOSS_EXHAUSTIVE=1 cargo test --release --test suite -- seam --nocapture` prints them.

mod backend;
mod circle;
mod distribution;
mod exact;
mod excess;
mod norm;
mod number;
mod others;
mod power;
mod softmax;
mod stable;

pub use self::backend::{exp, ln, ln_1p};
pub use self::softmax::{log_softmax, log_sum_exp, softmax};
pub use self::stable::{exp_residual, ln_cosh, log_sigmoid, log1m_exp, sigmoid, softplus};

pub(crate) use self::backend::{
    DIRECT, Reference, exp_direct, exp_nonpositive, exp_of_difference, ln_1p_direct, ln_1p_nonnegative,
};
pub(crate) use self::circle::{remainder, sine_and_cosine, sine_ratio_and_cosine};
pub(crate) use self::distribution::{
    Distribution, factors, log_norm, replace_by_softmax, replace_by_softmax_below, through_softmax,
};
pub(crate) use self::exact::exp_of_product;
pub(crate) use self::excess::{
    divergence, divergence_by_selection, divergence_of_logs, entropy_deficit, ln_excess_near_0, ln_ratio,
    log_above_tangent,
};
pub(crate) use self::norm::{distance, inverse_norm, largest, norm_of, squared_distance};
pub(crate) use self::number::{canonical, clip, difference, sign};
pub(crate) use self::others::Others;
pub(crate) use self::power::power;
pub(crate) use self::softmax::{
    exponentiate, least, max, max_of, softmax_in_place, sum_of_exp_except, temper, tempered,
};
pub(crate) use self::stable::{
    LN_COSH_NEAR_0, exp_m1_and_residual, ln_1p_unit, ln_cosh_and_tanh, polynomial, sigmoids,
};

/// e^x − 1, accurate for small x. Worst error over all inputs: 0.82 ULP.
///
/// ```
/// assert_eq!(microloss::math::exp_m1(1e-10), 1e-10);
/// ```
#[inline]
#[must_use]
pub fn exp_m1(x: f32) -> f32 {
    backend::exp_m1(x)
}

/// Hyperbolic tangent. Worst error over all inputs: 2.19 ULP.
///
/// ```
/// assert!((microloss::math::tanh(1.0) - 0.761_594_2).abs() < 1e-6);
/// ```
#[inline]
#[must_use]
pub fn tanh(x: f32) -> f32 {
    ::libm::tanhf(x)
}

/// Square root, correctly rounded.
///
/// ```
/// assert_eq!(microloss::math::sqrt(2.25), 1.5);
/// ```
#[inline]
#[must_use]
pub fn sqrt(x: f32) -> f32 {
    ::libm::sqrtf(x)
}
