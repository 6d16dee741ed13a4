//! Negative log-likelihoods: losses derived from a model of the noise in the data.
//!
//! Minimising a loss maximises the likelihood of the data under a noise model: the loss is the model's −ln density, up to a
//! factor and a constant. With prediction p, target t and d = p − t:
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

#[doc(alias("GaussianNLLLoss", "gaussian_nll_loss", "heteroscedastic", "log_variance"))]
pub use gaussian::GaussianNll;
#[doc(alias("LaplaceNLLLoss", "laplace_nll"))]
pub use laplace::LaplaceNll;
#[doc(alias("PoissonNLLLoss", "poisson_nll_loss", "Poisson", "log_poisson_loss", "log_input"))]
pub use poisson::PoissonNll;

/// Returns a·b, but 0 for 0·∞: an error of 0 costs nothing, however precise the prediction claims to be.
#[inline]
fn product(a: f32, b: f32) -> f32 {
    if (a == 0.0 && !b.is_nan()) || (b == 0.0 && !a.is_nan()) { 0.0 } else { a * b }
}

// One entry per loss; `crate::registry` explains the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! likelihood_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            likelihood {
                GaussianNll: rows(pair, number), new(),
                    convex: false, gradient: Unbounded, noise: Some("Gaussian of unknown variance");
                LaplaceNll: rows(pair, number), new(),
                    convex: false, gradient: Unbounded, noise: Some("Laplace of unknown scale");
                PoissonNll: elementwise(number, probability), new(),
                    convex: true, gradient: Unbounded, noise: Some("Poisson");
            }
        }
    };
}
