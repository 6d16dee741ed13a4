//! Losses of a predicted number p against the true number t. Throughout, d = p − t.
//!
//! | loss | ℓ(d) | ℓ′(d) | noise it assumes |
//! |---|---|---|---|
//! | [`SquaredError`] | d² | 2d | Gaussian |
//! | [`AbsoluteError`] | \|d\| | sign d | Laplace |
//! | [`Huber`] | ½d² to δ, linear beyond | d clipped to ±δ | Gaussian with heavy tails |
//! | [`SmoothL1`] | Huber(β) / β | the same, clipped to ±1 | |
//! | [`PseudoHuber`] | δ²(√(1 + (d/δ)²) − 1) | d / √(1 + (d/δ)²) | |
//! | [`LogCosh`] | ln cosh d | tanh d | hyperbolic secant |
//! | [`Quantile`] | τ or 1 − τ times \|d\| | −τ or 1 − τ | asymmetric Laplace |

mod huber;
mod log_cosh;
mod quantile;
mod squared_error;

pub use huber::{Huber, PseudoHuber, SmoothL1};
pub use log_cosh::LogCosh;
pub use quantile::{Quantile, Quantiles};
pub use squared_error::{AbsoluteError, SquaredError};
