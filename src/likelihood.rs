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
//! | [`GammaNll`] x + t·e^−x | Gamma, mean e^x, shape k | k times the loss, + constants of t and k |
//!
//! The losses here are for networks that also predict how noisy a target is ([`GaussianNll`], [`LaplaceNll`]) or that
//! predict the rate of a count ([`PoissonNll`]) or the mean of a positive number ([`GammaNll`]). [`ScaleFloor`] bounds the predicted
//! noise from below.

mod floor;
mod gamma;
mod gaussian;
mod laplace;
mod poisson;

#[doc(alias("eps", "variance floor", "min_scale"))]
pub use floor::ScaleFloor;
#[doc(alias("Gamma", "mean_gamma_deviance", "HalfGammaLoss", "Tweedie"))]
pub use gamma::GammaNll;
#[doc(alias("GaussianNLLLoss", "gaussian_nll_loss", "heteroscedastic", "log_variance"))]
pub use gaussian::GaussianNll;
#[doc(alias("LaplaceNLLLoss", "laplace_nll"))]
pub use laplace::LaplaceNll;
#[doc(alias(
    "PoissonNLLLoss",
    "poisson_nll_loss",
    "Poisson",
    "log_poisson_loss",
    "log_input",
    "mean_poisson_deviance",
    "PoissonLoss",
    "PoissonNllLoss"
))]
pub use poisson::PoissonNll;

use crate::math::exp;

/// e^(−s/2): the reciprocal of a standard deviation of which the network predicts s = ln σ².
///
/// If it is not a normal number, it is kept as two factors that are. A product with it then overflows, or loses digits, only if the
/// result does.
#[derive(Clone, Copy)]
struct Precision {
    first: f32,
    second: f32,
}

impl Precision {
    #[inline]
    fn of(s: f32) -> Self {
        let exponent = -0.5 * s;
        let first = exp(exponent);
        if (f32::MIN_POSITIVE..=f32::MAX).contains(&first) {
            Self { first, second: 1.0 }
        } else {
            Self::beyond(exponent, first)
        }
    }

    #[cold]
    fn beyond(exponent: f32, whole: f32) -> Self {
        // e^±60.125, which hardly needs rounding, and the rest. A whole that is 0 leaves nothing of any error.
        let (first, rest) =
            if exponent > 0.0 { (1.294_063_9e26, -60.125) } else { (7.727_593_6e-27, 60.125) };
        Self { first, second: if whole == 0.0 { whole } else { exp(exponent + rest) } }
    }

    /// Returns x·e^(−s/2), but 0 for 0·∞: an error of 0 costs nothing, however precise the prediction claims to be.
    #[inline]
    fn times(self, x: f32) -> f32 {
        let product = x * self.first;
        if self.second == 1.0 {
            return product;
        }
        let is_0 = (product == 0.0 && !self.second.is_nan()) || (self.second == 0.0 && !product.is_nan());
        if is_0 { 0.0 } else { product * self.second }
    }
}

/// Returns the error d = p − t and 1; or ½d and 2 if d overflows, because its product with a small number may not.
#[inline]
fn error(prediction: f32, target: f32) -> (f32, f32) {
    let d = prediction - target;
    if d.is_infinite() { (0.5 * prediction - 0.5 * target, 2.0) } else { (d, 1.0) }
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
                GammaNll: elementwise(number, probability), new(),
                    convex: true, gradient: Unbounded, noise: Some("Gamma");
            }
        }
    };
}
