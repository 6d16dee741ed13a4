//! Products whose rounding errors are kept.

use crate::machine::SELECTS;
use crate::sum::two_sum;

/// Returns e^(a·(x + y)), for an `x` so large that rounding a·x would cost digits, and a `y` that is small beside it.
///
/// The product a·x is taken exactly, in two parts (Dekker, *A floating-point technique for extending the
/// available precision*, 1971). The exponential `exp` gets the leading part, and its slope is multiplied by the rest. a = 0 gives 1.
#[inline]
pub(crate) fn exp_of_product(exp: impl Fn(f32) -> f32, a: f32, x: f32, y: f32) -> f32 {
    if a == 0.0 && !SELECTS {
        return 1.0;
    }
    let product = a * x;
    // Beyond every finite exponential, or if the parts would overflow, there is nothing to correct.
    let plain = product.abs() > 256.0 || a.abs() > 1e30 || x > 1e30;
    if plain && !SELECTS {
        return exp(product + a * y);
    }
    let (exponent, rest) = two_sum(product, a * y);
    let correction = if plain { 0.0 } else { rest + product_error(a, x, product) };
    if a == 0.0 { 1.0 } else { exp(exponent) * (1.0 + correction) }
}

/// Returns a·x − product exactly, for `product` = a·x rounded.
#[inline]
fn product_error(a: f32, x: f32, product: f32) -> f32 {
    let ((a, a_low), (x, x_low)) = (split(a), split(x));
    ((a * x - product) + a * x_low + a_low * x) + a_low * x_low
}

/// Splits `x` into a sum of two numbers of 12 bits each (Veltkamp 1968).
#[inline]
fn split(x: f32) -> (f32, f32) {
    let scaled = 4097.0 * x;
    let high = scaled - (scaled - x);
    (high, x - high)
}
