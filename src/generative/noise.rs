//! Loss of a diffusion model.

use crate::error::Error;
use crate::math::canonical;
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Mean squared error of predicted noise, weighted by the signal-to-noise ratio: w(SNR)·(1/D)·Σ_d (ε̂_d − ε_d)².
///
#[doc = card!(rows NoisePrediction: "`[f32; D]`, predicted noise", "[`Noise<D>`](crate::Noise): the noise mixed in, and the SNR")]
///
/// The gradient is 2w(ε̂ − ε)/D. `Mean` divides by the number of rows, not by the weights.
///
/// **Parameter**: `gamma` (γ) is 5 in the paper. w is 1 unless [`with_min_snr`](Self::with_min_snr) sets γ. Then w is min(SNR,
/// γ)/SNR, which takes weight from the almost noiseless steps: in these ε is hard to see and says little.
///
/// These weights are for a network that predicts ε. For one that predicts the clean signal w is min(SNR, γ), for one that predicts v
/// = √ᾱ·ε − √(1 − ᾱ)·x it is min(SNR, γ)/(SNR + 1). For those, wrap [`SquaredError`](crate::SquaredError) in
/// [`Weighted`](crate::Weighted) with `Over` the number of rows, because its `Mean` divides by the weights.
///
/// **Error**: value within 6 ULP, gradient within 4. **Source**: Ho et al., *Denoising Diffusion Probabilistic Models* (2020),
/// arXiv:2006.11239, eq. 14; weights: Hang et al., *Efficient Diffusion Training via Min-SNR Weighting Strategy* (2023),
/// arXiv:2303.09556, §3.4 and 4.2.
///
/// **Run it**: `cargo run --release --example diffusion`.
///
/// ```
/// use microloss::{Loss, Noise, NoisePrediction, Reduction};
///
/// let target = [Noise { noise: [1.0, -1.0], snr: 20.0 }];
/// let mut gradient = [[0.0; 2]];
/// let loss = NoisePrediction::new().with_min_snr(5.0);
/// let value = loss.value_and_gradient(
///     &[[2.0, 0.0]], &target, Reduction::Mean, &mut gradient,
/// )?;
/// assert_eq!((value, gradient), (0.25, [[0.25, 0.25]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct NoisePrediction<const D: usize> {
    /// Clip γ of the weights; infinite for no weighting.
    gamma: f32,
}

/// Noise that a diffusion model has to find, and the signal-to-noise ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Noise<const D: usize> {
    /// Noise ε that was mixed in.
    pub noise: [f32; D],
    /// Signal-to-noise ratio at the time step, 0 or more: [`signal_to_noise`] of ᾱ. A negative one, or NaN, is refused even without
    /// weighting, which does not use it.
    pub snr: f32,
}

/// Signal-to-noise ratio ᾱ/(1 − ᾱ) of the time step whose sample is √ᾱ·x + √(1 − ᾱ)·ε.
///
/// ᾱ lies in [0, 1], and the ratio is +∞ at 1. Below 0 or above 1 the result is a negative number or NaN, which [`NoisePrediction`]
/// refuses.
///
/// **Error**: within 1.5 ULP. **Source**: Kingma et al., *Variational Diffusion Models* (2021), arXiv:2107.00630, eq. 2.
///
/// ```
/// use microloss::signal_to_noise;
///
/// assert_eq!(signal_to_noise(0.75), 3.0);
/// ```
#[must_use]
pub const fn signal_to_noise(alpha_bar: f32) -> f32 {
    canonical(alpha_bar / (1.0 - alpha_bar))
}

impl<const D: usize> Default for NoisePrediction<D> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const D: usize> NoisePrediction<D> {
    /// Creates the loss with weight 1 at every time step.
    #[must_use]
    pub const fn new() -> Self {
        Self { gamma: f32::INFINITY }
    }

    option! {
        /// Weights rows by min(SNR, `gamma`)/SNR (5 in the paper).
        NoisePrediction: with_min_snr / try_with_min_snr(self, gamma: positive) => Self { gamma }
    }

    /// Returns the weight min(SNR, γ)/SNR, divided by D.
    #[inline]
    fn weight_of(&self, snr: f32) -> f32 {
        (if snr <= self.gamma { 1.0 } else { self.gamma / snr }) / if D == 0 { 1.0 } else { D as f32 }
    }
}

impl<const D: usize> Rowwise for NoisePrediction<D> {
    type Row = [f32; D];
    type Target = Noise<D>;
    const NAN_ONLY_WITH_VALUE: bool = true;

    /// Refuses a signal-to-noise ratio that is negative or NaN.
    #[inline]
    fn check(&self, row: usize, target: &Noise<D>) -> Result<(), Error> {
        if target.snr >= 0.0 {
            Ok(())
        } else {
            Err(Error::Target { row, value: target.snr, requirement: "0 or more" })
        }
    }

    #[inline]
    fn term(&self, row: &[f32; D], target: &Noise<D>) -> f32 {
        term(row, &target.noise, self.weight_of(target.snr))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; D], target: &Noise<D>, scale: f32) -> f32 {
        term_and_gradient(row, &target.noise, self.weight_of(target.snr), scale)
    }
}

/// Returns w·Σ_d (ε̂_d − ε_d)², and 0 for w = 0 whatever the row holds.
fn term(row: &[f32], noise: &[f32], weight: f32) -> f32 {
    if weight == 0.0 {
        return 0.0;
    }
    let residual = |d: usize, x: &f32| *x - noise.get(d).copied().unwrap_or(f32::NAN);
    let squares = sum(row, |d, x| {
        let r = residual(d, x);
        r * r
    });
    if squares <= f32::MAX {
        return weight * squares;
    }
    // The weight may bring a square back that is beyond `f32::MAX`.
    sum(row, |d, x| residual(d, x) * weight * residual(d, x))
}

/// Returns the loss of a row, and replaces the row by its gradient.
fn term_and_gradient(row: &mut [f32], noise: &[f32], weight: f32, scale: f32) -> f32 {
    let term = term(row, noise, weight);
    for (x, noise) in row.iter_mut().zip(noise) {
        *x = if weight == 0.0 { 0.0 } else { (*x - *noise) * (2.0 * weight) * scale };
    }
    term
}
