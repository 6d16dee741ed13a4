//! Negative log-likelihoods: what a loss says about the noise in the data.
//!
//! To minimise a loss is to maximise the likelihood of the data under a noise model, where the model's −ln density is
//! the loss up to a factor and a constant. With prediction p, target t and d = p − t:
//!
//! | loss | noise | −ln density |
//! |---|---|---|
//! | [`SquaredError`](crate::SquaredError) d² | Gaussian, variance σ² | d²/(2σ²) + ln σ + ½ ln 2π |
//! | [`AbsoluteError`](crate::AbsoluteError) \|d\| | Laplace, scale b | \|d\|/b + ln b + ln 2 |
//! | [`Quantile`](crate::Quantile) ρ | asymmetric Laplace, scale s (Koenker & Machado 1999) | ρ/s + ln s − ln τ(1 − τ) |
//! | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | Bernoulli, p = σ(x) | the loss itself |
//! | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | categorical, p = softmax(x) | the loss itself |
//! | [`PoissonNll`] e^x − t·x | Poisson, rate e^x | the loss + ln t! |
//!
//! The losses here are for networks that also predict how noisy a target is ([`GaussianNll`], [`LaplaceNll`]) or that
//! predict the rate of a count ([`PoissonNll`]).

mod gaussian;
mod laplace;
mod poisson;

pub use gaussian::GaussianNll;
pub use laplace::LaplaceNll;
pub use poisson::PoissonNll;

/// a·b, where 0·∞ is 0: an error of 0 costs nothing however precise the prediction claims to be.
#[inline]
fn product(a: f32, b: f32) -> f32 {
    if (a == 0.0 && !b.is_nan()) || (b == 0.0 && !a.is_nan()) { 0.0 } else { a * b }
}
