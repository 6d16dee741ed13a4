//! Hinge losses: 0 beyond the margin.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Hinge loss: max(0, 1 − y·s), for a score s and a target y.
///
#[doc = card!(elementwise Hinge: "`f32`, a score", "`f32`, −1 or +1")]
///
/// The gradient is −y if y·s < 1, and 0 otherwise, including the point y·s = 1, where the slope jumps. Any target but −1 and +1 is
/// refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// This is the loss of the support vector machine. Samples beyond the margin have no influence at all, so the scores are not
/// probabilities. If you need those, use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// **Error**: value within 1 ULP, gradient exact. **Source**: Cortes & Vapnik, *Support-Vector Networks*, Machine Learning 20
/// (1995), doi:10.1007/BF00994018.
///
/// ```
/// use microloss::{Hinge, Loss, Reduction};
///
/// let (score, target, mut gradient) = ([0.25, -0.5, 2.0], [1.0; 3], [0.0; 3]);
/// let value = Hinge::new()
///     .value_and_gradient(&score, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.75 + 1.5, [-1.0, -1.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Hinge)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Hinge;

impl Hinge {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Elementwise for Hinge {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let margin = prediction * target;
        let shortfall = shortfall(margin);
        Point { value: shortfall, slope: if margin < 1.0 { -target } else { shortfall } }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}

/// Squared hinge loss: max(0, 1 − y·s)², for a score s and a target y.
///
#[doc = card!(elementwise SquaredHinge: "`f32`, a score", "`f32`, −1 or +1")]
///
/// The gradient is −2y·max(0, 1 − y·s). Unlike that of [`Hinge`], it is continuous; large violations weigh more. If labels may be
/// wrong, use [`Hinge`], which they move less. For probabilities, use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// Any target but −1 and +1 is refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// **Error**: value and gradient within 2.5 ULP. **Source**: Lee & Mangasarian, *SSVM: A Smooth Support Vector Machine*,
/// Computational Optimization and Applications 20 (2001), doi:10.1023/A:1011215321374.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredHinge};
///
/// let (score, target, mut gradient) = ([0.5, 2.0], [1.0; 2], [0.0; 2]);
/// let value = SquaredHinge::new()
///     .value_and_gradient(&score, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.25, [-1.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SquaredHinge)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SquaredHinge;

impl SquaredHinge {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Elementwise for SquaredHinge {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let shortfall = shortfall(prediction * target);
        Point { value: shortfall * shortfall, slope: -2.0 * shortfall * target }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        if prediction * target < 1.0 { 2.0 * target * target } else { 0.0 }
    }
}

/// Returns max(0, 1 − y·s). NaN stays NaN.
#[inline]
fn shortfall(margin: f32) -> f32 {
    if margin >= 1.0 { 0.0 } else { 1.0 - margin }
}
