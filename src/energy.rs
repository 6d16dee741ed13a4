//! Energies: a low energy is a high probability.
//!
//! The [`boltzmann`] distribution p ∝ e^(−E/T) turns energies into probabilities; softmax is the same with logits x = −E. Training an
//! energy-based model pushes the energy of data down and that of everything else up:
//!
//! | loss | pushes up | LeCun et al. (2006) |
//! |---|---|---|
//! | [`EnergyNll`] −ln p_y | every other answer, by its probability | §2.2.4 |
//! | [`EnergyPerceptron`] E_y − min E | the best answer; without a margin | §2.2.2 |
//! | [`EnergyHinge`] max(0, m + E_y − min E_{k≠y}) | the most offending wrong answer, up to a margin | §2.2.3 |
//! | [`ContrastiveDivergence`] E⁺ − E⁻ | samples that the model itself drew | |
//!
//! Temperature, [`top_k`], [`top_p`] and [`sample`] turn a network's logits into a choice:
//!
//! | order | steps |
//! |---|---|
//! | truncate, then temper | [`softmax`](crate::math::softmax) at 1, `top_k` or `top_p`, [`temper`], `sample` |
//! | temper, then truncate (Hugging Face) | `softmax` at T, `top_k` or `top_p`, `sample` |
//!
//! With `top_k` both orders give the same, because the temperature does not reorder probabilities, unless rounding makes two of them
//! equal or 0. With `top_p` they differ: a high temperature applied first flattens the distribution and lets more of its tail into
//! the nucleus.

mod boltzmann;
mod contrastive;
mod free_energy;
mod margin;
mod nll;
mod sampling;

#[doc(alias("Gibbs", "softmin"))]
pub use boltzmann::boltzmann;
pub use boltzmann::temper;
#[doc(alias("CD", "EBM", "contrastive_divergence"))]
pub use contrastive::ContrastiveDivergence;
#[doc(alias("softmin", "energy_score"))]
pub use free_energy::free_energy;
#[doc(alias("logsumexp", "partition_function"))]
pub use free_energy::log_partition;
pub use free_energy::{free_energy_and_gradient, free_energy_slope};
#[doc(alias("margin", "EBM"))]
pub use margin::EnergyHinge;
#[doc(alias("perceptron", "EBM", "multiclass_perceptron_loss"))]
pub use margin::EnergyPerceptron;
#[doc(alias("EBM", "energy_based"))]
pub use nll::EnergyNll;
#[doc(alias("multinomial", "categorical"))]
pub use sampling::sample;
#[doc(alias("TopKLogitsWarper"))]
pub use sampling::top_k;
#[doc(alias("nucleus", "TopPLogitsWarper"))]
pub use sampling::top_p;

// One entry per loss: `crate::registry` explains it.
#[doc(hidden)]
#[macro_export]
macro_rules! energy_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            energy {
                EnergyNll[K, u8]: rows(row, label), new(temperature = 1.5),
                    convex: true, gradient: Parameter, noise: Some("Boltzmann");
                EnergyPerceptron[K, u8]: rows(row, label), new(),
                    convex: true, gradient: Constant(1.0), noise: None;
                EnergyHinge[K, u8]: rows(row, label), new(margin = 1.0),
                    convex: true, gradient: Constant(1.0), noise: None;
                ContrastiveDivergence: rows(pair, nothing), new(),
                    convex: true, gradient: Unbounded, noise: Some("Boltzmann");
            }
        }
    };
}
