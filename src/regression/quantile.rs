//! The pinball loss, for one quantile and for several at once.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::sign;

/// τ lies strictly between 0 and 1.
const fn check_tau(tau: f32) -> Result<(), Error> {
    check_parameter(tau > 0.0 && tau < 1.0, "tau", "strictly between 0 and 1", tau)
}

/// Value and slope of the pinball loss.
#[inline]
fn pinball(tau: f32, prediction: f32, target: f32) -> Point {
    let d = prediction - target;
    let weight = if d > 0.0 { 1.0 - tau } else { tau };
    Point { value: weight * d.abs(), slope: weight * sign(d) }
}

/// Quantile (pinball) loss: τ·(t − p) where the prediction is low, (1 − τ)·(p − t) where it is high.
///
/// The gradient with respect to p is −τ below the target, 1 − τ above it, and 0 at the target, where the loss
/// has a kink. Its minimiser is the τ-quantile: with τ = 0.9, nine targets in ten lie below the prediction.
/// τ = ½ is half the absolute error. For the mean use [`SquaredError`](crate::SquaredError); for several quantiles
/// of one target [`Quantiles`], which can penalise that they cross.
///
/// Value within 2 ULP, gradient within 0.5. Source: Koenker & Bassett, *Regression Quantiles*, Econometrica 46
/// (1978), doi:10.2307/1913643.
///
/// ```
/// use microloss::{Loss, Quantile};
///
/// let mut terms = [0.0; 4];
/// Quantile::new(0.9).terms(&[1.5, 2.0, 0.0, 10.0], &[1.0, 2.0, 3.0, 4.0], &mut terms)?;
/// for (term, exact) in terms.iter().zip([0.05, 0.0, 2.7, 0.6]) {
///     assert!((term - exact).abs() < 1e-6);
/// }
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(Quantile)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Quantile {
    tau: f32,
}

impl Quantile {
    /// The loss whose minimiser is the `tau`-quantile.
    ///
    /// # Panics
    ///
    /// Unless 0 < `tau` < 1; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(tau: f32) -> Self {
        match Self::try_new(tau) {
            Ok(loss) => loss,
            Err(_) => panic!("Quantile: tau must lie strictly between 0 and 1"),
        }
    }

    /// The loss with a quantile that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 < `tau` < 1.
    pub const fn try_new(tau: f32) -> Result<Self, Error> {
        match check_tau(tau) {
            Ok(()) => Ok(Self { tau }),
            Err(error) => Err(error),
        }
    }
}

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
/// A row of predictions holds the quantiles in the order of `taus`, which ascend. Quantile curves fitted
/// one by one can cross (a predicted median above the predicted 90th percentile); the second sum, with
/// λ = `crossing_penalty`, is the amount by which neighbours do. λ = 0 switches it off.
/// The gradient at every kink is 0. Where the noise is Gaussian, [`GaussianNll`](crate::GaussianNll) learns every
/// quantile from two outputs.
///
/// Source: Wen et al., *A Multi-Horizon Quantile Recurrent Forecaster* (2017), arXiv:1711.11053;
/// crossing penalty after Takeuchi et al., *Nonparametric Quantile Estimation*, JMLR 7 (2006).
///
/// ```
/// use microloss::{Loss, Quantiles, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let loss = Quantiles::new([0.25, 0.5, 0.75], 1.0);
/// let value = loss.value_and_gradient(&[[3.0, 2.0, 5.0]], &[4.0], Reduction::Sum, &mut gradient)?;
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
    /// The loss for these quantiles and this weight of crossings.
    ///
    /// # Panics
    ///
    /// Unless every τ lies strictly between 0 and 1, they ascend, and the penalty is finite and 0 or more; as a
    /// constant, it then does not compile.
    #[must_use]
    pub const fn new(taus: [f32; Q], crossing_penalty: f32) -> Self {
        match Self::try_new(taus, crossing_penalty) {
            Ok(loss) => loss,
            Err(_) => {
                panic!("Quantiles: taus must ascend within (0, 1); the penalty must be finite, 0 or more")
            }
        }
    }

    /// The loss with parameters that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every τ lies strictly between 0 and 1, they ascend, and the penalty is finite
    /// and 0 or more.
    pub const fn try_new(taus: [f32; Q], crossing_penalty: f32) -> Result<Self, Error> {
        let mut q = 0;
        let mut below = 0.0;
        while q < Q {
            let tau = taus[q];
            if let Err(error) = check_tau(tau) {
                return Err(error);
            }
            if let Err(error) = check_parameter(tau > below, "tau", "greater than the one before", tau) {
                return Err(error);
            }
            below = tau;
            q += 1;
        }
        let finite = crossing_penalty >= 0.0 && crossing_penalty <= f32::MAX;
        match check_parameter(finite, "crossing_penalty", "finite and 0 or more", crossing_penalty) {
            Ok(()) => Ok(Self { taus, crossing_penalty }),
            Err(error) => Err(error),
        }
    }

    /// The penalty on two neighbours, and its derivative with respect to the lower one.
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

/// The penalty where the difference is NaN: none on infinite quantiles that are equal.
#[cold]
fn undecided(low: f32, high: f32) -> Point {
    let value = if low == high { 0.0 } else { f32::NAN };
    Point { value, slope: value }
}

impl<const Q: usize> Rowwise for Quantiles<Q> {
    type Row = [f32; Q];
    type Target = f32;

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
