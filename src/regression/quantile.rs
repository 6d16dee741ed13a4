//! Pinball loss, for one quantile and for several at once.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::math::sign;
use crate::rowwise::Rowwise;

/// Value and slope of the pinball loss.
#[inline]
fn pinball(tau: f32, prediction: f32, target: f32) -> Point {
    let d = prediction - target;
    let weight = if d > 0.0 { 1.0 - tau } else { tau };
    Point { value: weight * d.abs(), slope: weight * sign(d) }
}

/// Quantile (pinball) loss: τ·(t − p) if the prediction is low, (1 − τ)·(p − t) if it is high.
///
#[doc = card!(elementwise Quantile)]
///
/// The gradient with respect to p is −τ below the target, 1 − τ above it, and 0 at the target, where the slope jumps. The
/// minimiser is the τ-quantile: with τ = 0.9, nine targets in ten lie below the prediction.
///
/// **Parameter**: `tau` (τ) is the quantile. 0.5 is the median, and gives half the absolute error; 0.1 and 0.9 enclose 80 % of
/// the targets.
///
/// For the mean, use [`SquaredError`](crate::SquaredError). For several quantiles of one target, use [`Quantiles`]: it can
/// penalise crossings. If p − t overflows, the value is +∞.
///
/// **Error**: value within 2 ULP, gradient within 0.5. **Source**: Koenker & Bassett, *Regression Quantiles*, Econometrica 46
/// (1978), doi:10.2307/1913643.
///
/// **Run it**: `cargo run --release --example power_demand`.
///
/// ```
/// use microloss::{Loss, Quantile};
///
/// let (prediction, target) = ([1.5, 2.0, 0.0, 10.0], [1.0, 2.0, 3.0, 4.0]);
/// let mut terms = [0.0; 4];
/// Quantile::new(0.9).terms(&prediction, &target, &mut terms)?;
/// for (term, exact) in terms.iter().zip([0.05, 0.0, 2.7, 0.6]) {
///     assert!((term - exact).abs() < 1e-6);
/// }
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Quantile)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Quantile {
    tau: f32,
}

impl Quantile {
    constructor! {
        /// Creates the loss whose minimiser is the `tau`-quantile.
        Quantile: new / try_new(tau: open_unit) => Self { tau }
    }
}

impl AnyTarget for Quantile {}

impl Elementwise for Quantile {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        pinball(self.tau, prediction, target)
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}

/// Several quantiles of one target at once: Σ_q pinball(τ_q) + λ Σ_q max(0, p_q − p_{q+1}).
///
#[doc = card!(rows Quantiles: "`[f32; Q]`, the quantiles in the order of `taus`", "`f32`")]
///
/// Quantile curves that are fitted one by one can cross: a predicted median can lie above the predicted 90th percentile. The
/// second sum is the amount by which neighbours cross. The gradient at every kink (a point where the slope jumps) is 0. If a
/// difference overflows, the value is +∞.
///
/// **Parameters**: `taus` (τ) are the quantiles, in ascending order; 0.1, 0.5 and 0.9 are usual. `crossing_penalty` (λ) weights
/// the crossings; 0 switches the second sum off.
///
/// If the noise is Gaussian, use [`GaussianNll`](crate::GaussianNll): it learns every quantile from two outputs.
///
/// **Source**: Wen et al., *A Multi-Horizon Quantile Recurrent Forecaster* (2017), arXiv:1711.11053; crossing penalty after
/// Takeuchi et al., *Nonparametric Quantile Estimation*, JMLR 7 (2006).
///
/// ```
/// use microloss::{Loss, Quantiles, Reduction};
///
/// let (prediction, target) = ([[3.0, 2.0, 5.0]], [4.0]);
/// let mut gradient = [[0.0; 3]];
/// let value = Quantiles::new([0.25, 0.5, 0.75], 1.0)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!(value, 0.25 * 1.0 + 0.5 * 2.0 + 0.25 * 1.0 + (3.0 - 2.0));
/// assert_eq!(gradient, [[-0.25 + 1.0, -0.5 - 1.0, 0.25]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Quantiles<const Q: usize> {
    taus: [f32; Q],
    crossing_penalty: f32,
}

impl<const Q: usize> Quantiles<Q> {
    /// Creates the loss for the quantiles `taus`. Crossings have the weight `crossing_penalty`.
    ///
    /// # Panics
    ///
    /// Panics if a number in `taus` is not in (0, 1) or not greater than the one before.
    /// Panics if `crossing_penalty` is not finite and 0 or more.
    /// In a constant, this is a compile error.
    #[must_use]
    pub const fn new(taus: [f32; Q], crossing_penalty: f32) -> Self {
        match Self::try_new(taus, crossing_penalty) {
            Ok(loss) => loss,
            Err(_) => {
                panic!("Quantiles: taus must ascend within (0, 1); the penalty must be finite, 0 or more")
            }
        }
    }

    /// As [`new`](Self::new), for numbers that are known only at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] if a number in `taus` is not in (0, 1) or not greater than the one before.
    /// [`Error::Parameter`] if `crossing_penalty` is not finite and 0 or more.
    pub const fn try_new(taus: [f32; Q], crossing_penalty: f32) -> Result<Self, Error> {
        let mut q = 0;
        let mut below = 0.0;
        while q < Q {
            let tau = taus[q];
            if let Err(error) = check!(tau: open_unit) {
                return Err(error);
            }
            if let Err(error) = check_parameter(tau > below, "tau", "greater than the one before", tau) {
                return Err(error);
            }
            below = tau;
            q += 1;
        }
        match check!(crossing_penalty: non_negative) {
            Ok(()) => Ok(Self { taus, crossing_penalty }),
            Err(error) => Err(error),
        }
    }

    /// Returns the penalty on two neighbours, and its derivative with respect to the lower one.
    #[inline]
    fn crossing(&self, low: f32, high: f32) -> Point {
        let excess = low - high;
        if excess <= 0.0 || self.crossing_penalty == 0.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        let slope = self.crossing_penalty;
        if excess > 0.0 { Point { value: slope * excess, slope } } else { undecided(low, high) }
    }
}

/// Penalty if the difference is NaN: 0 for two equal infinite quantiles, NaN otherwise.
#[cold]
fn undecided(low: f32, high: f32) -> Point {
    let value = if low == high { 0.0 } else { f32::NAN };
    Point { value, slope: value }
}

impl<const Q: usize> AnyTarget for Quantiles<Q> {}

impl<const Q: usize> Rowwise for Quantiles<Q> {
    type Row = [f32; Q];
    type Target = f32;
    const NAN_ONLY_WITH_VALUE: bool = true;

    fn term(&self, row: &[f32; Q], target: &f32) -> f32 {
        let mut term = 0.0;
        let mut low = f32::NEG_INFINITY;
        for (p, tau) in row.iter().zip(&self.taus) {
            term += pinball(*tau, *p, *target).value + self.crossing(low, *p).value;
            low = *p;
        }
        term
    }

    fn term_and_gradient(&self, row: &mut [f32; Q], target: &f32, scale: f32) -> f32 {
        let mut term = 0.0;
        let mut low = f32::NEG_INFINITY;
        let mut low_slope: Option<&mut f32> = None;
        for (p, tau) in row.iter_mut().zip(&self.taus) {
            let (point, crossing) = (pinball(*tau, *p, *target), self.crossing(low, *p));
            term += point.value + crossing.value;
            low = *p;
            *p = (point.slope - crossing.slope) * scale;
            if let Some(slope) = low_slope {
                *slope += crossing.slope * scale;
            }
            low_slope = Some(p);
        }
        term
    }
}
