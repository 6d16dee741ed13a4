//! Entropy, cross-entropy, and their units.

use super::divergence::over_probabilities;
use crate::error::Error;
use crate::math::{canonical, ln};
use crate::sum::sum;

/// Entropy −Σₖ pₖ·ln pₖ in nats; 0·ln 0 is 0.
///
/// Lies between 0 (certain) and ln K (uniform). The probabilities need not sum to 1: each contributes its own term. A negative one
/// gives NaN.
///
/// **Error**: within 3 ULP for probabilities in [0, 1]. **Source**: Shannon, *A Mathematical Theory of Communication* (1948), §6.
///
/// ```
/// use microloss::{entropy, nats_to_bits};
///
/// assert_eq!(nats_to_bits(entropy(&[0.5, 0.25, 0.25, 0.0])), 1.5);
/// ```
#[must_use]
pub fn entropy(p: &[f32]) -> f32 {
    canonical(sum(p, |_, p| if *p == 0.0 { 0.0 } else { *p * -ln(*p) }))
}

/// Cross-entropy −Σₖ pₖ·ln qₖ of two distributions, in nats: H(p) + KL(p‖q).
///
/// 0·ln 0 is 0. If q = 0 for a class with p > 0, the result is +∞. A negative probability gives NaN. To train, start from logits:
/// [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) keeps the digits that are lost if q rounds to 1.
///
/// **Error**: within 3 ULP for probabilities in [0, 1]. **Source**: Cover & Thomas, *Elements of Information Theory* (2006), theorem
/// 5.4.3.
///
/// # Errors
///
/// [`Error::Length`] if the distributions have different numbers of classes.
///
/// ```
/// use microloss::cross_entropy;
///
/// assert!((cross_entropy(&[0.5, 0.5], &[0.9, 0.1])? - 1.203_973).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn cross_entropy(p: &[f32], q: &[f32]) -> Result<f32, Error> {
    over_probabilities(p, q, |p, q| if p == 0.0 { 0.0 * q } else { p * -ln(q) })
}

/// Converts nats to bits: divides by ln 2.
///
/// ```
/// use microloss::nats_to_bits;
///
/// // −ln 0.1 = 2.3026 nats are −log₂ 0.1 = 3.3219 bits. A text that says
/// // "2.30 bits to encode this is spam" means nats.
/// assert!((nats_to_bits(2.302_585) - 3.321_928).abs() < 1e-6);
/// ```
#[must_use]
pub const fn nats_to_bits(nats: f32) -> f32 {
    canonical(nats * core::f32::consts::LOG2_E)
}

/// Converts bits to nats: multiplies by ln 2.
///
/// ```
/// assert_eq!(microloss::bits_to_nats(1.0), core::f32::consts::LN_2);
/// ```
#[must_use]
pub const fn bits_to_nats(bits: f32) -> f32 {
    canonical(bits * core::f32::consts::LN_2)
}
