//! Value function of prospect theory: a model of how people value gains and losses.

use crate::elementwise::Point;
use crate::math::{canonical, power};

/// Value function of prospect theory: x^α for a gain x ≥ 0, −λ·(−x)^β for a loss.
///
/// Maximise this value; it is not a loss. It is concave for gains, convex for losses, and steeper for losses. The slope is
/// αx^(α−1) for gains and λβ(−x)^(β−1) for losses. At 0 the true slope is infinite for exponents below 1. Here it is 0: a step
/// along it then stays in place instead of becoming infinite.
///
/// **Parameters**: `alpha` (α) and `beta` (β) are the exponents for gains and losses, `lambda` (λ) is the loss aversion. The
/// medians measured in 1992 are α = β = 0.88 and λ = 2.25; the theory of 1979 gives no numbers.
///
/// **Error**: value within 3.5 ULP, slope within 5, if x^α and its products with α and with α/x are normal numbers. **Source**:
/// Tversky & Kahneman, *Advances in Prospect Theory*, Journal of Risk and Uncertainty 5 (1992), doi:10.1007/BF00122574.
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
    /// Value function with α = β = 0.88 and λ = 2.25.
    pub const TVERSKY_KAHNEMAN_1992: Self = Self::new(0.88, 0.88, 2.25);

    constructor! {
        /// Creates the value function with exponents `alpha` for gains and `beta` for losses, and loss aversion `lambda`.
        ///
        /// ```
        /// use microloss::Prospect;
        ///
        /// let linear = Prospect::new(1.0, 1.0, 2.0);
        /// assert_eq!(linear.point(3.0).value, 3.0);
        /// assert_eq!(linear.point(-3.0).value, -6.0);
        /// ```
        Prospect: new / try_new(alpha: unit_without_0, beta: unit_without_0, lambda: positive) =>
            Self { alpha, beta, lambda }
    }

    /// Returns value and slope for an outcome relative to the reference point.
    #[must_use]
    pub fn point(&self, outcome: f32) -> Point {
        let (exponent, weight) = if outcome >= 0.0 { (self.alpha, 1.0) } else { (self.beta, self.lambda) };
        let size = outcome.abs();
        if size == 0.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        if !size.is_finite() {
            // The slope of a power below 1 tends to 0.
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
