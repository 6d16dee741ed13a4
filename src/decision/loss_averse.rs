//! Errors that weigh more on one side.

use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::math::sign;

/// λ is positive and finite.
const fn check_lambda(lambda: f32) -> Result<(), Error> {
    check_parameter(
        lambda >= f32::MIN_POSITIVE && lambda <= f32::MAX,
        "lambda",
        "a positive normal number",
        lambda,
    )
}

/// Loss-averse squared error: λd² where the outcome falls short of the prediction, d² where it exceeds it, with d = p − t.
///
/// d > 0 is the disappointment: less came than was promised. λ = 2.25 is the aversion that Tversky and Kahneman measured. The
/// gradient is 2d times the same weight, and continuous. For an asymmetry of linear costs use [`Quantile`](crate::Quantile).
///
/// Value within 3.5 ULP, gradient 2.5. Source: expectile regression, Newey & Powell, Econometrica 55 (1987),
/// doi:10.2307/1911031, with τ = 1/(1 + λ) and scaled; λ: Tversky & Kahneman (1992), doi:10.1007/BF00122574.
///
/// ```
/// use microloss::{LossAverseSquaredError, Loss, Reduction};
///
/// let mut gradient = [0.0; 2];
/// let loss = LossAverseSquaredError::new(2.25);
/// let value = loss.value_and_gradient(&[2.0, -2.0], &[0.0; 2], Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (9.0 + 4.0, [9.0, -4.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(LossAverseSquaredError)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LossAverseSquaredError {
    lambda: f32,
}

/// Loss-averse absolute error: λ|d| where the outcome falls short of the prediction, |d| where it exceeds it, with d = p − t.
///
/// d > 0 is the disappointment: less came than was promised. The gradient is λ, −1, or 0 at d = 0. Its minimiser is the
/// quantile 1/(1 + λ); where a quantile is the aim, [`Quantile`](crate::Quantile) takes it as it is.
///
/// Value within 1.5 ULP, gradient exact. Source: Koenker & Bassett (1978), doi:10.2307/1913643, scaled; λ = 2.25: Tversky &
/// Kahneman (1992), doi:10.1007/BF00122574.
///
/// ```
/// use microloss::{LossAverseAbsoluteError, Loss, Reduction};
///
/// let value = LossAverseAbsoluteError::new(2.25).value(&[2.0, -2.0], &[0.0; 2], Reduction::Sum)?;
/// assert_eq!(value, 4.5 + 2.0);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(LossAverseAbsoluteError)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LossAverseAbsoluteError {
    lambda: f32,
}

impl LossAverseSquaredError {
    /// The loss with this aversion.
    ///
    /// # Panics
    ///
    /// Unless `lambda` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(lambda: f32) -> Self {
        match Self::try_new(lambda) {
            Ok(loss) => loss,
            Err(_) => panic!("LossAverseSquaredError: lambda must be a positive normal number"),
        }
    }

    /// The loss with an aversion that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `lambda` is a positive normal number.
    pub const fn try_new(lambda: f32) -> Result<Self, Error> {
        match check_lambda(lambda) {
            Ok(()) => Ok(Self { lambda }),
            Err(error) => Err(error),
        }
    }
}

impl LossAverseAbsoluteError {
    /// The loss with this aversion.
    ///
    /// # Panics
    ///
    /// Unless `lambda` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(lambda: f32) -> Self {
        match Self::try_new(lambda) {
            Ok(loss) => loss,
            Err(_) => panic!("LossAverseAbsoluteError: lambda must be a positive normal number"),
        }
    }

    /// The loss with an aversion that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `lambda` is a positive normal number.
    pub const fn try_new(lambda: f32) -> Result<Self, Error> {
        match check_lambda(lambda) {
            Ok(()) => Ok(Self { lambda }),
            Err(error) => Err(error),
        }
    }
}

/// What an error weighs.
#[inline]
fn weight(lambda: f32, d: f32) -> f32 {
    if d > 0.0 { lambda } else { 1.0 }
}

impl Elementwise for LossAverseSquaredError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let weighed = weight(self.lambda, d) * d;
        Point { value: weighed * d, slope: 2.0 * weighed }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        2.0 * weight(self.lambda, prediction - target)
    }
}

impl Elementwise for LossAverseAbsoluteError {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let weight = weight(self.lambda, d);
        Point { value: weight * d.abs(), slope: weight * sign(d) }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}
