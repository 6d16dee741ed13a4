//! Kullback–Leibler divergence of Gaussians with diagonal covariance.

use core::cell::Cell;

use crate::array::AnyTarget;
use crate::math::{exp, exp_m1_and_residual};
use crate::rowwise::Rowwise;
use crate::sum::{sum, sum_and_error};

/// Divergence of a Gaussian from the standard normal: Σ_d ½(μ_d² + e^v_d − 1 − v_d), with v = ln σ².
///
#[doc = card!(rows GaussianKl: "`[[f32; D]; 2]`: mean, log-variance", "`()`")]
///
/// A row is what an encoder puts out for one sample, `[mean, log_variance]`, each of D latent dimensions. There is no target
/// ([`no_targets`](crate::no_targets)). The gradient is μ_d and ½(e^v_d − 1). The result is in nats, and never negative. For
/// another prior than N(0, 1) see [`GaussianKlBetween`], for the whole objective [`Elbo`](crate::Elbo).
///
/// **Parameter**: `free_bits` (λ, in nats in spite of the name) is 0 unless [`with_free_bits`](Self::with_free_bits) sets it. The
/// divergence of every dimension becomes max(λ, ·): below λ a dimension is free, and its gradient is 0.
///
/// e^v − 1 − v is computed as such, without cancelling: value and gradient stay exact if the posterior is almost the prior. From v
/// = 89.42 on, ½e^v exceeds the range of `f32`: value and gradient are +∞, never NaN.
///
/// **Error**: value within 4 ULP, gradient within 2.5. **Source**: Kingma & Welling, *Auto-Encoding Variational Bayes* (2013),
/// arXiv:1312.6114, appendix B; free bits: Kingma et al. (2016), arXiv:1606.04934, eq. 15, here per sample and dimension.
///
/// **Run it**: `cargo run --release --example vae`.
///
/// ```
/// use microloss::{GaussianKl, Loss, Reduction};
///
/// let latent = [[[1.0], [0.5]]];
/// let mut gradient = latent;
/// let value = GaussianKl::new().value_and_gradient(
///     &latent, &[()], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.574_360_6).abs() < 1e-6);
/// let [[mean], [log_variance]] = gradient[0];
/// assert!(mean == 1.0 && (log_variance - 0.324_360_6).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GaussianKl<const D: usize> {
    free: f32,
}

impl<const D: usize> GaussianKl<D> {
    /// Creates the divergence without free bits.
    #[must_use]
    pub const fn new() -> Self {
        Self { free: 0.0 }
    }

    option! {
        /// Counts every dimension as at least `free_bits` nats, without a gradient while it is below.
        ///
        /// ```
        /// use microloss::{GaussianKl, Loss, Reduction};
        ///
        /// // The divergence is 0.57 nats, and 1 nat is free.
        /// let mut latent = [[[1.0], [0.5]]];
        /// let loss = GaussianKl::new().with_free_bits(1.0);
        /// let value =
        ///     loss.value_and_gradient_in_place(&mut latent, &[()], Reduction::Mean)?;
        /// assert_eq!((value, latent), (1.0, [[[0.0], [0.0]]]));
        /// # Ok::<(), microloss::Error>(())
        /// ```
        GaussianKl: with_free_bits / try_with_free_bits(self, free_bits: non_negative) => Self { free: free_bits }
    }
}

/// Divergence between two Gaussians that a network puts out: KL(N(μ, e^v) ‖ N(m, e^w)).
///
#[doc = card!(rows GaussianKlBetween: "`[[f32; D]; 4]`: mean, log-variance, prior mean, prior log-variance", "`()`")]
///
/// A row is `[mean, log_variance, prior_mean, prior_log_variance]`, each of D dimensions. There is no target
/// ([`no_targets`](crate::no_targets)). With δ = v − w and z = (μ − m)·e^(−w/2) the loss is Σ_d ½(z² + e^δ − 1 − δ), and its
/// gradients are z·e^(−w/2), ½(e^δ − 1), −z·e^(−w/2) and −½(e^δ − 1 + z²). If the prior is fixed, ignore the last two; if it is
/// N(0, 1), use [`GaussianKl`].
///
/// **Parameter**: `free_bits` (λ), as in [`GaussianKl`].
///
/// The loss is never negative. It is +∞ if ½e^δ, ½z² or a difference exceeds the range of `f32`, and never NaN for finite input.
/// Equal means have z = 0, for any variance.
///
/// **Error**: value within 8 ULP, gradient within 9 of its largest term. **Source**: Kingma & Welling (2013), arXiv:1312.6114,
/// appendix B, for a prior of any mean and variance; free bits: Kingma et al. (2016), arXiv:1606.04934, eq. 15.
///
/// ```
/// use microloss::{GaussianKlBetween, Loss, Reduction};
///
/// // The same variance, means one standard deviation (2) apart: ½.
/// let ln_4 = 4.0_f32.ln();
/// let row = [[3.0], [ln_4], [1.0], [ln_4]];
/// let value = GaussianKlBetween::new().value(&[row], &[()], Reduction::Mean)?;
/// assert!((value - 0.5).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GaussianKlBetween<const D: usize> {
    free: f32,
}

impl<const D: usize> GaussianKlBetween<D> {
    /// Creates the divergence without free bits.
    #[must_use]
    pub const fn new() -> Self {
        Self { free: 0.0 }
    }

    option! {
        /// Counts every dimension as at least `free_bits` nats, without a gradient while it is below.
        GaussianKlBetween: with_free_bits / try_with_free_bits(self, free_bits: non_negative) => Self { free: free_bits }
    }
}

impl<const D: usize> AnyTarget for GaussianKl<D> {}

impl<const D: usize> Rowwise for GaussianKl<D> {
    /// Mean and logarithm of the variance.
    type Row = [[f32; D]; 2];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [mean, log_variance]: &[[f32; D]; 2], (): &()) -> f32 {
        standard_term(mean, log_variance, self.free)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 2], (): &(), scale: f32) -> f32 {
        standard_term_and_gradient(cells(row.as_flattened_mut()), self.free, scale)
    }
}

impl<const D: usize> AnyTarget for GaussianKlBetween<D> {}

impl<const D: usize> Rowwise for GaussianKlBetween<D> {
    /// Mean and logarithm of the variance of the posterior, followed by those of the prior.
    type Row = [[f32; D]; 4];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [mean, log_variance, prior_mean, prior_log_variance]: &[[f32; D]; 4], (): &()) -> f32 {
        between_term([mean, log_variance, prior_mean, prior_log_variance], self.free)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 4], (): &(), scale: f32) -> f32 {
        between_term_and_gradient(cells(row.as_flattened_mut()), self.free, scale)
    }
}

/// Returns the row as cells, so that one loop can read it and write its gradient.
#[inline]
fn cells(row: &mut [f32]) -> &[Cell<f32>] {
    Cell::from_mut(row).as_slice_of_cells()
}

/// Returns the loss of a dimension, and `true` if it has a gradient.
#[inline]
fn floored(divergence: f32, free: f32) -> (f32, bool) {
    if free > 0.0 && divergence <= free { (free, false) } else { (divergence, true) }
}

/// Returns ½(e^x − 1) and ½(e^x − 1 − x), which leave the range of `f32` later than e^x does.
#[inline]
fn half_slope_and_residual(x: f32) -> (f32, f32) {
    if x > 88.0 {
        // x is below half a unit in the last place of e^x.
        let e = exp(0.5 * x);
        let half = e * (0.5 * e);
        return (half, half);
    }
    let (slope, residual) = exp_m1_and_residual(x);
    (0.5 * slope, 0.5 * residual)
}

/// Returns ½(μ² + e^v − 1 − v) and ½(e^v − 1).
#[inline]
fn standard(mean: f32, log_variance: f32) -> (f32, f32) {
    let (slope, above) = half_slope_and_residual(log_variance);
    (0.5 * mean * mean + above, slope)
}

fn standard_term(mean: &[f32], log_variance: &[f32], free: f32) -> f32 {
    sum(mean, |d, mean| {
        let log_variance = log_variance.get(d).copied().unwrap_or(f32::NAN);
        floored(standard(*mean, log_variance).0, free).0
    })
}

/// Returns the loss of a row, means before log-variances, and replaces the row by its gradient.
fn standard_term_and_gradient(row: &[Cell<f32>], free: f32, scale: f32) -> f32 {
    let Some((means, log_variances)) = row.split_at_checked(row.len() / 2) else { return f32::NAN };
    sum(means, |d, mean| {
        let Some(log_variance) = log_variances.get(d) else { return f32::NAN };
        let (divergence, slope) = standard(mean.get(), log_variance.get());
        let (term, learns) = floored(divergence, free);
        mean.set(if learns { mean.get() * scale } else { 0.0 });
        log_variance.set(if learns { slope * scale } else { 0.0 });
        term
    })
}

/// One dimension of the divergence between two Gaussians.
struct Between {
    divergence: f32,
    /// ∂/∂μ, which is −∂/∂m.
    mean: f32,
    /// ∂/∂v.
    log_variance: f32,
    /// ∂/∂w.
    prior_log_variance: f32,
}

impl Between {
    #[inline]
    fn new(mean: f32, log_variance: f32, prior_mean: f32, prior_log_variance: f32) -> Self {
        let (delta, lost) = sum_and_error(log_variance, -prior_log_variance);
        let (mut half, mut above) = half_slope_and_residual(delta);
        // The exponential multiplies the rounding error of δ. If it is infinite, the error has no meaning.
        if half.is_finite() {
            above += lost * half;
            half += lost * (half + 0.5);
        }
        let (z, slope) = standardized(mean - prior_mean, prior_log_variance);
        Self {
            divergence: 0.5 * z * z + above,
            mean: slope,
            log_variance: half,
            prior_log_variance: -(half + 0.5 * z * z),
        }
    }
}

/// Returns d·e^(−w/2) and d·e^−w. Both are 0 for d = 0, however large the exponential is.
#[inline]
fn standardized(d: f32, w: f32) -> (f32, f32) {
    if d == 0.0 {
        return (0.0, 0.0);
    }
    let half = -0.5 * w;
    if half.abs() <= 40.0 {
        let e = exp(half);
        return (d * e, d * (e * e));
    }
    // Products in two steps overflow and underflow only if the result does.
    let e = exp(0.5 * half);
    if e == 0.0 && !d.is_nan() {
        return (0.0, 0.0);
    }
    (d * e * e, d * e * e * e * e)
}

fn between_term([mean, log_variance, prior_mean, prior_log_variance]: [&[f32]; 4], free: f32) -> f32 {
    sum(mean, |d, mean| {
        let [v, m, w] = [log_variance, prior_mean, prior_log_variance]
            .map(|part| part.get(d).copied().unwrap_or(f32::NAN));
        floored(Between::new(*mean, v, m, w).divergence, free).0
    })
}

/// Returns the loss of a row of four parts, one behind the other, and replaces the row by its gradient.
fn between_term_and_gradient(row: &[Cell<f32>], free: f32, scale: f32) -> f32 {
    let dimension = row.len() / 4;
    let Some((means, others)) = row.split_at_checked(dimension) else { return f32::NAN };
    sum(means, |d, mean| {
        let [v, m, w] = [0, 1, 2].map(|part| others.get(part * dimension + d));
        let (Some(v), Some(m), Some(w)) = (v, m, w) else { return f32::NAN };
        let between = Between::new(mean.get(), v.get(), m.get(), w.get());
        let (term, learns) = floored(between.divergence, free);
        let slope = |slope: f32| if learns { slope * scale } else { 0.0 };
        mean.set(slope(between.mean));
        v.set(slope(between.log_variance));
        m.set(slope(-between.mean));
        w.set(slope(between.prior_log_variance));
        term
    })
}
