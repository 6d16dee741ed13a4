//! Negative log-likelihood of a Laplace distribution, with predicted median and scale.

use super::{Precision, error};
use crate::array::AnyTarget;
use crate::math::sign;
use crate::rowwise::Rowwise;

/// Laplace negative log-likelihood: s + |d|·e^−s, for a row [μ, s = ln b], with d = μ − t.
///
#[doc = card!(rows LaplaceNll: "`[f32; 2]`, μ and ln b", "`f32`")]
///
/// The gradient in μ is sign(d)·e^−s, and 0 at d = 0, where the slope jumps. The gradient in s is 1 − |d|·e^−s.
/// [`full`](Self::full) adds ln 2. The loss can be negative, because densities can exceed 1.
///
/// Outliers move it less than [`GaussianNll`](crate::GaussianNll): the gradient in μ does not grow with d. If the scale is not
/// predicted, use [`AbsoluteError`](crate::AbsoluteError). If d = 0 exactly, the loss has no lower bound: limit s with
/// [`ScaleFloor`](crate::ScaleFloor).
///
/// d = 0 costs s with gradient [0, 1], whatever s is. The results are NaN only if an input is NaN, or if prediction and target are
/// the same infinity.
///
/// **Error**: value and gradient within 5 ULP of their largest term. **Source**: Laplace (1774); with a predicted scale as in
/// Kendall & Gal (2017), arXiv:1703.04977.
///
/// ```
/// use microloss::{LaplaceNll, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let value = LaplaceNll::new()
///     .value_and_gradient(&[[3.0, 0.0]], &[1.0], Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (2.0, [[1.0, -1.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(LaplaceNll)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LaplaceNll {
    constant: f32,
}

impl LaplaceNll {
    /// Creates the loss without its constant.
    #[must_use]
    pub const fn new() -> Self {
        Self { constant: 0.0 }
    }

    /// Adds ln 2, so that e^−loss is the density.
    ///
    /// ```
    /// use microloss::{LaplaceNll, Loss, Reduction};
    ///
    /// // Everything but ln 2 is 0 here.
    /// let loss = LaplaceNll::new().full();
    /// let value = loss.value(&[[1.0, 0.0]], &[1.0], Reduction::Mean)?;
    /// assert_eq!(value, core::f32::consts::LN_2);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn full(self) -> Self {
        Self { constant: core::f32::consts::LN_2 }
    }

    /// Returns value and gradient. 1/b is computed as a square, so |d|/b overflows only if the loss does.
    #[inline]
    fn of(&self, [median, s]: [f32; 2], target: f32) -> (f32, [f32; 2]) {
        let ((d, unit), root) = (error(median, target), Precision::of(s));
        let ratio = root.times(root.times(d.abs())) * unit;
        let value = if ratio == f32::INFINITY { ratio } else { (s + ratio) + self.constant };
        // An error of −0 has the slope 0.
        (value, [root.times(root.times(sign(d))) + 0.0, 1.0 - ratio])
    }
}

impl AnyTarget for LaplaceNll {}

impl Rowwise for LaplaceNll {
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
