//! Negative log-likelihood of a Gaussian, with predicted mean and variance.

use super::{Precision, error};
use crate::array::AnyTarget;
use crate::rowwise::Rowwise;

/// ½ ln 2π.
const CONSTANT: f32 = 0.918_938_5;

/// Gaussian negative log-likelihood: ½·(s + d²·e^−s), for a row [μ, s = ln σ²], with d = μ − t.
///
#[doc = card!(rows GaussianNll: "`[f32; 2]`, μ and ln σ²", "`f32`")]
///
/// The gradient is d·e^−s in μ and ½·(1 − d²·e^−s) in s. The network predicts the logarithm, so the variance stays positive
/// without a clamp; PyTorch's `GaussianNLLLoss` takes the variance itself. [`full`](Self::full) adds ½ ln 2π, the rest of the
/// density's logarithm. The loss can be negative, because densities can exceed 1.
///
/// If d = 0 exactly, the loss has no lower bound: limit s with [`ScaleFloor`](crate::ScaleFloor). Early in training the mean learns slowly
/// if s is large, so start with [`SquaredError`](crate::SquaredError). If the noise is the same everywhere, that loss is
/// enough. For readings with outliers, use [`LaplaceNll`](crate::LaplaceNll).
///
/// d = 0 costs ½s with gradient [0, ½], whatever s is. The results are NaN only if an input is NaN, or if prediction and target are
/// the same infinity.
///
/// **Error**: value and gradient within 6 ULP of their largest term. **Source**: Nix & Weigend, *Estimating the mean and
/// variance of the target probability distribution* (1994); in this form Kendall & Gal (2017), arXiv:1703.04977, eq. 8.
///
/// ```
/// use microloss::{GaussianNll, Loss, Reduction};
///
/// let prediction = [[2.5, core::f32::consts::LN_2]];
/// let mut gradient = [[0.0; 2]];
/// let value = GaussianNll::new()
///     .value_and_gradient(&prediction, &[1.0], Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.909_073_6).abs() < 1e-6);
/// assert!((gradient[0][0] - 0.75).abs() < 1e-6);
/// assert!((gradient[0][1] + 0.0625).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(GaussianNll)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GaussianNll {
    constant: f32,
}

impl GaussianNll {
    /// Creates the loss without its constant.
    #[must_use]
    pub const fn new() -> Self {
        Self { constant: 0.0 }
    }

    /// Adds ½ ln 2π, so that e^−loss is the density.
    ///
    /// ```
    /// use microloss::{GaussianNll, Loss, Reduction};
    ///
    /// // Everything but ½ ln 2π is 0 here.
    /// let loss = GaussianNll::new().full();
    /// let value = loss.value(&[[1.0, 0.0]], &[1.0], Reduction::Mean)?;
    /// assert!((value - 0.918_938_5).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn full(self) -> Self {
        Self { constant: CONSTANT }
    }

    /// Returns value and gradient. Both are computed from z = d/σ, which overflows only if the loss does.
    #[inline]
    fn of(&self, [mean, s]: [f32; 2], target: f32) -> (f32, [f32; 2]) {
        let ((d, unit), precision) = (error(mean, target), Precision::of(s));
        // An error of −0 has the slope 0.
        let z = precision.times(d) * unit + 0.0;
        let half = 0.5 * z * z;
        let value = if half == f32::INFINITY { half } else { (0.5 * s + half) + self.constant };
        (value, [precision.times(z), 0.5 - half])
    }
}

impl AnyTarget for GaussianNll {}

impl Rowwise for GaussianNll {
    type Row = [f32; 2];
    type Target = f32;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, row: &[f32; 2], target: &f32) -> f32 {
        self.of(*row, *target).0
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], target: &f32, scale: f32) -> f32 {
        let (value, slopes) = self.of(*row, *target);
        *row = slopes.map(|slope| slope * scale);
        value
    }
}
