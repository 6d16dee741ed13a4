//! How people value gains and losses.

use crate::elementwise::Point;
use crate::error::{Error, check_parameter};
use crate::math::{canonical, power};

/// The value function of prospect theory: x^α for a gain x ≥ 0, −λ·(−x)^β for a loss.
///
/// Concave for gains, convex for losses, and steeper for losses: λ = 2.25 and α = β = 0.88 are the medians measured in 1992 (the
/// theory of 1979 gives no numbers). A value to be maximised, not a loss. The slope is αx^(α−1) or λβ(−x)^(β−1). At 0, where it
/// is infinite for exponents below 1, it is given as 0: a step along it goes nowhere, instead of nowhere finite.
///
/// Value within 3.5 ULP, slope within 5, where x^α is a normal number. Source: Tversky & Kahneman, *Advances in Prospect Theory*,
/// Journal of Risk and Uncertainty 5 (1992), doi:10.1007/BF00122574.
///
/// ```
/// use microloss::Prospect;
///
/// let prospect = Prospect::TVERSKY_KAHNEMAN_1992;
/// assert!((prospect.point(100.0).value - 57.544).abs() < 1e-3);
/// assert!((prospect.point(-100.0).value + 129.474).abs() < 1e-3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Prospect {
    alpha: f32,
    beta: f32,
    lambda: f32,
}

impl Prospect {
    /// α = β = 0.88, λ = 2.25.
    pub const TVERSKY_KAHNEMAN_1992: Self = Self::new(0.88, 0.88, 2.25);

    /// The value function with exponents `alpha` for gains and `beta` for losses, and loss aversion `lambda`.
    ///
    /// # Panics
    ///
    /// Unless both exponents lie in (0, 1] and `lambda` is a positive normal number; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::Prospect;
    ///
    /// let linear = Prospect::new(1.0, 1.0, 2.0);
    /// assert_eq!((linear.point(3.0).value, linear.point(-3.0).value), (3.0, -6.0));
    /// ```
    #[must_use]
    pub const fn new(alpha: f32, beta: f32, lambda: f32) -> Self {
        match Self::try_new(alpha, beta, lambda) {
            Ok(prospect) => prospect,
            Err(_) => {
                panic!("Prospect: exponents must lie in (0, 1], and lambda be a positive normal number")
            }
        }
    }

    /// The value function with parameters that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless both exponents lie in (0, 1] and `lambda` is a positive normal number.
    pub const fn try_new(alpha: f32, beta: f32, lambda: f32) -> Result<Self, Error> {
        const fn check_exponent(name: &'static str, exponent: f32) -> Result<(), Error> {
            check_parameter(exponent > 0.0 && exponent <= 1.0, name, "in (0, 1]", exponent)
        }
        let lambda_holds = lambda >= f32::MIN_POSITIVE && lambda <= f32::MAX;
        match (
            check_exponent("alpha", alpha),
            check_exponent("beta", beta),
            check_parameter(lambda_holds, "lambda", "a positive normal number", lambda),
        ) {
            (Ok(()), Ok(()), Ok(())) => Ok(Self { alpha, beta, lambda }),
            (Err(error), _, _) | (_, Err(error), _) | (_, _, Err(error)) => Err(error),
        }
    }

    /// Value and slope of an outcome relative to the reference point.
    #[must_use]
    pub fn point(&self, outcome: f32) -> Point {
        let (exponent, weight) = if outcome >= 0.0 { (self.alpha, 1.0) } else { (self.beta, self.lambda) };
        let size = outcome.abs();
        if size == 0.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        if !size.is_finite() {
            // A power below 1 flattens out.
            let slope = if exponent < 1.0 { 0.0 } else { weight };
            return Point {
                value: canonical(outcome),
                slope: if outcome.is_nan() { f32::NAN } else { slope },
            };
        }
        let power = power(size, exponent);
        Point { value: (weight * power).copysign(outcome), slope: weight * (exponent * power / size) }
    }
}
