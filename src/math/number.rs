//! Small functions of numbers that let NaN through.

/// Returns `x`, or `f32::NAN` for a NaN of any sign and payload.
#[inline]
pub(crate) const fn canonical(x: f32) -> f32 {
    if x.is_nan() { f32::NAN } else { x }
}

/// Returns a − b. The difference of finite numbers stays finite, so that a difference of differences is never NaN.
#[inline]
pub(crate) fn difference(a: f32, b: f32) -> f32 {
    let d = a - b;
    if d.is_infinite() && a.is_finite() && b.is_finite() { f32::MAX.copysign(d) } else { d }
}

/// Returns −1, 0 or 1. NaN stays NaN.
#[inline]
pub(crate) fn sign(x: f32) -> f32 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        x * 0.0
    }
}

/// Returns `x`, limited to [−bound, bound], for a bound of 0 or more. NaN stays NaN.
///
/// Sizes compare as their bits do: by one comparison of integers. Floats take two, and each is a call on a core without an FPU.
#[inline]
pub(crate) fn clip(x: f32, bound: f32) -> f32 {
    let beyond = x.abs().to_bits().wrapping_sub(bound.to_bits() + 1);
    if beyond < f32::INFINITY.to_bits() - bound.to_bits() { bound.copysign(x) } else { x }
}
