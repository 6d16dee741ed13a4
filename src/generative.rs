//! Losses of generative models: variational auto-encoders, adversarial networks, diffusion.
//!
//! | model | what is trained | loss |
//! |---|---|---|
//! | variational auto-encoder | encoder and decoder | [`Elbo`]: a likelihood loss + β·[`GaussianKl`] |
//! | with a learned prior | encoder, prior and decoder | [`Elbo`] with [`GaussianKlBetween`] |
//! | adversarial network | discriminator, generator | [`GanDiscriminator`], [`GanGenerator`] |
//! | diffusion model | the network that predicts the noise | [`NoisePrediction`] |

mod divergence;
mod elbo;
mod gan;
mod noise;
mod reparameterize;

pub use divergence::{GaussianKl, GaussianKlBetween};
pub use elbo::{Elbo, ElboTerms};
pub use gan::{Gan, GanDiscriminator, GanGenerator};
pub use noise::{Noise, NoisePrediction, signal_to_noise};
pub use reparameterize::{reparameterize, reparameterize_add_gradient};
