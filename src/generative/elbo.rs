//! Objective of a variational auto-encoder.

use crate::array::AnyTarget;
use crate::batch::{self, Uniform, check_rows};
use crate::error::{Buffer, Error, check_length};
use crate::loss::{Loss, no_targets};
use crate::math::canonical;
use crate::reduction::Reduction;
use crate::rowwise::{Row, Rowwise};

/// Negative evidence lower bound: reconstruction + β·divergence. The two terms are reported apart.
///
#[doc = card!(own Elbo: "prediction of `L`, latent row of `K`", "target of `L`",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), and for arrays \
    [`value_array`](Self::value_array), [`value_and_gradient_array`](Self::value_and_gradient_array)")]
///
/// The reconstruction is any [`Loss`] that is the negative log-likelihood of the data:
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) for pixels that are yes or no, a Gaussian one for measurements (½ of
/// [`SquaredError`](crate::SquaredError) at variance 1, up to a constant). The divergence is [`GaussianKl`](crate::GaussianKl) or any
/// other loss of latent rows without targets. The evidence lower bound itself is maximised; the value returned here is to be
/// minimised.
///
/// **Both terms are sums within a sample.** Under [`Mean`](Reduction::Mean) both are divided by the number of latent rows, even if
/// the reconstruction has a row for every pixel. The frequent average of the reconstruction over the pixels is a β that depends on
/// the size of the image.
///
/// **Parameter**: `beta` (β) is 1 for the bound. A larger one trades reconstruction for disentangled latents. Raise it from 0
/// (annealing) if the latents collapse to the prior. β = 0 leaves the divergence out altogether, but reports it.
///
/// If nothing is to be drawn from the latents, the reconstruction alone trains an auto-encoder. If samples matter and the likelihood
/// does not, use [`GanGenerator`](crate::GanGenerator).
///
/// The gradient in the latents is that of the divergence alone. The decoder's part comes back through
/// [`reparameterize_add_gradient`](crate::reparameterize_add_gradient).
///
/// **Error**: those of the two losses, and one rounding each. **Source**: Kingma & Welling (2013), arXiv:1312.6114, eq. 10; β:
/// Higgins et al., *β-VAE*, ICLR (2017), eq. 4.
///
/// **Run it**: `cargo run --release --example vae`.
///
/// ```
/// use microloss::{Elbo, GaussianKl, Reduction, SigmoidCrossEntropy};
///
/// // One sample: two pixels from a decoder, one latent dimension from an encoder.
/// let (logits, pixels, latent) = ([0.0, 0.0], [1.0, 0.0], [[[1.0], [0.5]]]);
/// let elbo =
///     Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()).with_beta(2.0);
/// let (mut pixel_gradient, mut latent_gradient) = ([0.0; 2], [[[0.0]; 2]]);
/// let terms = elbo.value_and_gradient(
///     &logits, &pixels, &latent, Reduction::Mean,
///     &mut pixel_gradient, &mut latent_gradient,
/// )?;
/// assert!((terms.reconstruction - 2.0 * 0.693_147_2).abs() < 1e-6);
/// assert!((terms.divergence - 0.574_360_6).abs() < 1e-6);
/// let negative_elbo = 1.386_294_4 + 2.0 * 0.574_360_6;
/// assert!((terms.negative_elbo - negative_elbo).abs() < 1e-6);
/// assert_eq!((pixel_gradient, latent_gradient[0][0]), ([-0.5, 0.5], [2.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Elbo<L, K> {
    likelihood: L,
    divergence: K,
    beta: f32,
}

/// Terms of an [`Elbo`] and their weighted sum.
///
/// ```
/// use microloss::{Elbo, ElboTerms, GaussianKl, Reduction, SquaredError};
///
/// // A pixel that is off by 2, and a latent that is off by 1.
/// let elbo = Elbo::new(SquaredError::new(), GaussianKl::new()).with_beta(3.0);
/// let terms = elbo.value(&[2.0], &[0.0], &[[[1.0], [0.0]]], Reduction::Mean)?;
/// let expected =
///     ElboTerms { reconstruction: 4.0, divergence: 0.5, negative_elbo: 5.5 };
/// assert_eq!(terms, expected);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ElboTerms {
    /// Negative log-likelihood of the data.
    pub reconstruction: f32,
    /// Divergence of the latents from their prior, without β.
    pub divergence: f32,
    /// Sum reconstruction + β·divergence, which training minimises.
    pub negative_elbo: f32,
}

impl ElboTerms {
    const NAN: Self = Self { reconstruction: f32::NAN, divergence: f32::NAN, negative_elbo: f32::NAN };
}

impl<L, K> Elbo<L, K> {
    /// Creates the bound of this likelihood and divergence, with β = 1.
    #[must_use]
    pub const fn new(likelihood: L, divergence: K) -> Self {
        Self { likelihood, divergence, beta: 1.0 }
    }
}

impl<L: Copy, K: Copy> Elbo<L, K> {
    option! {
        /// Weights the divergence by `beta`. For annealing, which changes it at run time, use the `try_` twin.
        Elbo: with_beta / try_with_beta(self, beta: non_negative) => Self { beta, ..self }
    }
}

impl<L: Loss, K: Rowwise<Target = ()>> Elbo<L, K> {
    /// Returns both terms and their weighted sum.
    ///
    /// # Errors
    ///
    /// The errors of [`Loss::value`]: of the reconstruction with its rows, and of the divergence with the latents.
    pub fn value(
        &self,
        prediction: &[L::Prediction],
        target: &[L::Target],
        latent: &[K::Row],
        reduction: Reduction,
    ) -> Result<ElboTerms, Error> {
        let no_targets = no_targets(latent.len());
        check_rows(&self.divergence, latent, no_targets, Uniform, reduction)?;
        let reduction = per_sample(reduction, latent.len());
        let reconstruction = self.likelihood.value(prediction, target, reduction)?;
        let divergence = batch::value(&self.divergence, latent, no_targets, Uniform, reduction);
        Ok(self.terms(reconstruction, divergence))
    }

    /// Returns both terms and their weighted sum; writes the gradient in the predictions, and that of β·divergence in the latents.
    ///
    /// # Errors
    ///
    /// The errors of [`Loss::value_and_gradient`]: of the reconstruction with its rows, and of the divergence with the latents. No
    /// gradient has been written then.
    pub fn value_and_gradient(
        &self,
        prediction: &[L::Prediction],
        target: &[L::Target],
        latent: &[K::Row],
        reduction: Reduction,
        gradient: &mut [L::Prediction],
        latent_gradient: &mut [K::Row],
    ) -> Result<ElboTerms, Error> {
        let no_targets = no_targets(latent.len());
        check_rows(&self.divergence, latent, no_targets, Uniform, reduction)?;
        check_length(Buffer::Gradient, latent.len(), latent_gradient.len())?;
        let reduction = per_sample(reduction, latent.len());
        let reconstruction = self.likelihood.value_and_gradient(prediction, target, reduction, gradient)?;
        let divergence = batch::value_and_gradient(
            &self.divergence,
            latent,
            no_targets,
            Uniform,
            reduction,
            latent_gradient,
        );
        for slope in latent_gradient.iter_mut().flat_map(Row::elements_mut) {
            *slope = if self.beta == 0.0 { 0.0 } else { canonical(*slope * self.beta) };
        }
        Ok(self.terms(reconstruction, divergence))
    }

    /// Returns both terms of arrays: a wrong length, or an empty array, does not compile.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value) that are left.
    pub fn try_value_array<const P: usize, const N: usize>(
        &self,
        prediction: &[L::Prediction; P],
        target: &[L::Target; P],
        latent: &[K::Row; N],
        reduction: Reduction,
    ) -> Result<ElboTerms, Error> {
        const { assert!(P > 0 && N > 0, "a batch has at least one row") }
        self.value(prediction, target, latent, reduction)
    }

    /// Returns both terms of arrays, and writes both gradients: a wrong length, or an empty array, does not compile.
    ///
    /// # Errors
    ///
    /// The errors of [`value_and_gradient`](Self::value_and_gradient) that are left.
    pub fn try_value_and_gradient_array<const P: usize, const N: usize>(
        &self,
        prediction: &[L::Prediction; P],
        target: &[L::Target; P],
        latent: &[K::Row; N],
        reduction: Reduction,
        gradient: &mut [L::Prediction; P],
        latent_gradient: &mut [K::Row; N],
    ) -> Result<ElboTerms, Error> {
        const { assert!(P > 0 && N > 0, "a batch has at least one row") }
        self.value_and_gradient(prediction, target, latent, reduction, gradient, latent_gradient)
    }

    fn terms(&self, reconstruction: f32, divergence: f32) -> ElboTerms {
        let weighted = if self.beta == 0.0 { 0.0 } else { self.beta * divergence };
        ElboTerms { reconstruction, divergence, negative_elbo: canonical(reconstruction + weighted) }
    }
}

/// Methods that cannot fail: the reconstruction and the divergence accept every target. A bad [`Reduction::Over`] makes all terms
/// NaN, and nothing is written then.
impl<L: AnyTarget, K: Rowwise<Target = ()> + AnyTarget> Elbo<L, K> {
    /// Returns both terms of arrays: a wrong length, or an empty array, does not compile.
    ///
    /// ```
    /// use microloss::{Elbo, GaussianKl, Reduction, SquaredError};
    ///
    /// let elbo = Elbo::new(SquaredError::new(), GaussianKl::new());
    /// let terms = elbo.value_array(&[2.0], &[0.0], &[[[1.0], [0.0]]], Reduction::Mean);
    /// assert_eq!(terms.negative_elbo, 4.5);
    /// ```
    ///
    /// ```compile_fail
    /// use microloss::{Elbo, GaussianKl, Reduction, SquaredError};
    ///
    /// let elbo = Elbo::new(SquaredError::new(), GaussianKl::new());
    /// elbo.value_array(&[2.0, 1.0], &[0.0], &[[[1.0], [0.0]]], Reduction::Mean);
    /// ```
    pub fn value_array<const P: usize, const N: usize>(
        &self,
        prediction: &[L::Prediction; P],
        target: &[L::Target; P],
        latent: &[K::Row; N],
        reduction: Reduction,
    ) -> ElboTerms {
        self.try_value_array(prediction, target, latent, reduction).unwrap_or(ElboTerms::NAN)
    }

    /// Returns both terms of arrays, and writes both gradients: a wrong length, or an empty array, does not compile.
    ///
    /// ```
    /// use microloss::{Elbo, GaussianKl, Reduction, SquaredError};
    ///
    /// let elbo = Elbo::new(SquaredError::new(), GaussianKl::new());
    /// let (mut gradient, mut latent_gradient) = ([0.0], [[[0.0]; 2]]);
    /// let terms = elbo.value_and_gradient_array(
    ///     &[2.0], &[0.0], &[[[1.0], [0.0]]], Reduction::Mean,
    ///     &mut gradient, &mut latent_gradient,
    /// );
    /// assert_eq!((terms.negative_elbo, gradient), (4.5, [4.0]));
    /// assert_eq!(latent_gradient, [[[1.0], [0.0]]]);
    /// ```
    pub fn value_and_gradient_array<const P: usize, const N: usize>(
        &self,
        prediction: &[L::Prediction; P],
        target: &[L::Target; P],
        latent: &[K::Row; N],
        reduction: Reduction,
        gradient: &mut [L::Prediction; P],
        latent_gradient: &mut [K::Row; N],
    ) -> ElboTerms {
        self.try_value_and_gradient_array(prediction, target, latent, reduction, gradient, latent_gradient)
            .unwrap_or(ElboTerms::NAN)
    }
}

/// Turns `Mean` into a mean over samples, because the reconstruction may have another number of rows.
fn per_sample(reduction: Reduction, samples: usize) -> Reduction {
    match reduction {
        Reduction::Mean => Reduction::Over(samples as f32),
        other => other,
    }
}
