//! Losses of a predicted number p against the true number t. Throughout, d = p − t.
//!
//! | loss | ℓ(d) | ℓ′(d) | noise it assumes |
//! |---|---|---|---|
//! | [`SquaredError`] | d² | 2d | Gaussian |
//! | [`AbsoluteError`] | \|d\| | sign d | Laplace |
//! | [`Huber`] | ½d² to δ, linear beyond | d clipped to ±δ | Gaussian with heavy tails |
//! | [`SmoothL1`] | Huber(β) / β | d/β clipped to ±1 | |
//! | [`PseudoHuber`] | δ²(√(1 + (d/δ)²) − 1) | d / √(1 + (d/δ)²) | |
//! | [`GeneralRobust`] | (\|α − 2\|/α)·((u²/\|α − 2\| + 1)^(α/2) − 1), u = d/c | (u/c)·(u²/\|α − 2\| + 1)^(α/2 − 1) | |
//! | [`LogCosh`] | ln cosh d | tanh d | hyperbolic secant |
//! | [`Quantile`] | τ or 1 − τ times \|d\| | −τ or 1 − τ | asymmetric Laplace |
//! | [`Expectile`] | τ or 1 − τ times d² | 2d times the same | asymmetric Gaussian |
//! | [`EpsilonInsensitive`] | max(0, \|d\| − ε) | sign d beyond ε, else 0 | |
//! | [`SquaredEpsilonInsensitive`] | max(0, \|d\| − ε)² | 2·sign d·max(0, \|d\| − ε) | |
//! | [`Periodic`] | 1 − cos(2π·d/P) | (2π/P)·sin(2π·d/P) | von Mises |

mod excess;
mod expectile;
mod general;
mod huber;
mod insensitive;
mod log_cosh;
mod periodic;
mod quantile;
mod squared_error;

#[doc(alias("ExpectileLoss", "asymmetric least squares", "ALS"))]
pub use expectile::Expectile;
#[doc(alias("AdaptiveLossFunction", "Barron", "Cauchy", "Charbonnier", "Geman-McClure", "Welsch"))]
pub use general::GeneralRobust;
#[doc(alias("HuberLoss", "huber_loss"))]
pub use huber::Huber;
#[doc(alias("Charbonnier"))]
pub use huber::PseudoHuber;
#[doc(alias("SmoothL1Loss", "smooth_l1_loss"))]
pub use huber::SmoothL1;
#[doc(alias("epsilon_insensitive", "L1EpsilonInsLoss", "EpsilonInsLoss", "SVR", "dead zone"))]
pub use insensitive::EpsilonInsensitive;
#[doc(alias("squared_epsilon_insensitive", "L2EpsilonInsLoss"))]
pub use insensitive::SquaredEpsilonInsensitive;
#[doc(alias("log_cosh", "logcosh", "LogitDistLoss"))]
pub use log_cosh::LogCosh;
#[doc(alias("PeriodicLoss", "von Mises", "angle", "heading", "circular", "cyclic"))]
pub use periodic::Periodic;
#[doc(alias("pinball", "PinballLoss", "QuantileLoss", "quantile_loss", "mean_pinball_loss"))]
pub use quantile::Quantile;
#[doc(alias("MultiQuantile", "MQLoss"))]
pub use quantile::Quantiles;
#[doc(alias(
    "MAE",
    "MAPE",
    "L1Loss",
    "l1_loss",
    "MeanAbsoluteError",
    "mean_absolute_error",
    "L1",
    "L1DistLoss"
))]
pub use squared_error::AbsoluteError;
#[doc(alias(
    "MSE",
    "RMSE",
    "MSELoss",
    "mse_loss",
    "MeanSquaredError",
    "mean_squared_error",
    "l2_loss",
    "squared_error",
    "L2",
    "ailoss_mse_f32_default",
    "L2DistLoss",
    "MseLoss",
    "mse"
))]
pub use squared_error::SquaredError;

// One entry per loss; `crate::registry` explains the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! regression_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            regression {
                SquaredError: elementwise(number, number), new(),
                    convex: true, gradient: Unbounded, noise: Some("Gaussian");
                AbsoluteError: elementwise(number, number), new(),
                    convex: true, gradient: Constant(1.0), noise: Some("Laplace");
                Huber: elementwise(number, number), new(delta = 1.5),
                    convex: true, gradient: Parameter, noise: Some("Gaussian with heavy tails");
                SmoothL1: elementwise(number, number), new(beta = 1.5),
                    convex: true, gradient: Constant(1.0), noise: None;
                PseudoHuber: elementwise(number, number), new(delta = 1.5),
                    convex: true, gradient: Parameter, noise: None;
                GeneralRobust: elementwise(number, number), new(alpha = 0.5, scale = 1.5),
                    convex: false, gradient: Unbounded, noise: None;
                LogCosh: elementwise(number, number), new(),
                    convex: true, gradient: Constant(1.0), noise: Some("hyperbolic secant");
                Quantile: elementwise(number, number), new(tau = 0.9),
                    convex: true, gradient: Constant(1.0), noise: Some("asymmetric Laplace");
                Quantiles[K]: rows(row, number), new(taus = LEVELS, crossing_penalty = 1.0),
                    convex: true, gradient: Parameter, noise: Some("asymmetric Laplace");
                Expectile: elementwise(number, number), new(tau = 0.9),
                    convex: true, gradient: Unbounded, noise: Some("asymmetric Gaussian");
                EpsilonInsensitive: elementwise(number, number), new(epsilon = 0.5),
                    convex: true, gradient: Constant(1.0), noise: None;
                SquaredEpsilonInsensitive: elementwise(number, number), new(epsilon = 0.5),
                    convex: true, gradient: Unbounded, noise: None;
                Periodic: elementwise(number, number), new(period = 5.0),
                    convex: false, gradient: Parameter, noise: Some("von Mises");
            }
        }
    };
}
