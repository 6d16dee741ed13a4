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

#[doc(alias("VAE", "kl_divergence", "KLD", "free_bits"))]
pub use divergence::GaussianKl;
pub use divergence::GaussianKlBetween;
#[doc(alias("VAE", "beta-VAE", "ELBO", "Trace_ELBO", "autoencoder"))]
pub use elbo::Elbo;
pub use elbo::ElboTerms;
pub use gan::Gan;
#[doc(alias("GAN", "LSGAN", "WGAN", "critic", "adversarial"))]
pub use gan::GanDiscriminator;
#[doc(alias("GAN", "LSGAN", "WGAN", "adversarial"))]
pub use gan::GanGenerator;
#[doc(alias("DDPM", "diffusion", "denoising", "min_snr_gamma", "snr_gamma"))]
pub use noise::NoisePrediction;
pub use noise::{Noise, signal_to_noise};
#[doc(alias("rsample", "reparameterise", "reparametrize"))]
pub use reparameterize::reparameterize;
pub use reparameterize::reparameterize_add_gradient;

// One entry per loss: `crate::registry` explains it.
#[doc(hidden)]
#[macro_export]
macro_rules! generative_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            generative {
                GaussianKl[K]: rows(two, nothing), new(),
                    convex: true, gradient: Unbounded, noise: Some("Gaussian");
                GaussianKlBetween[K]: rows(four, nothing), new(),
                    convex: false, gradient: Unbounded, noise: Some("Gaussian");
                Elbo[_, _]: own(number, number), new(reconstruction = GaussianNll::new(), divergence = GaussianKl::<K>::new()),
                    convex: false, gradient: Unbounded, noise: None;
                GanDiscriminator: rows(number, coin), new(gan = Gan::NonSaturating),
                    convex: true, gradient: Unbounded, noise: None;
                GanGenerator: rows(number, nothing), new(gan = Gan::Minimax),
                    convex: false, gradient: Unbounded, noise: None;
                NoisePrediction[K]: rows(row, noise), new(),
                    convex: true, gradient: Unbounded, noise: Some("Gaussian");
            }
        }
    };
}
