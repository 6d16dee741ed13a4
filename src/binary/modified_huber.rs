//! Modified Huber loss: a squared hinge that outliers cannot bend.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Modified Huber loss: max(0, 1 − y·s)² for y·s ≥ −1, and −4·y·s below, for a score s and a target y.
///
#[doc = card!(elementwise ModifiedHuber: "`f32`, a score", "`f32`, −1 or +1")]
///
/// The gradient is −2y·max(0, 1 − y·s) for y·s ≥ −1, and −4y below. It is continuous, and 4 at most: a wrong label pulls no harder, however
/// far out its sample lies.
///
/// The loss takes no exponential, and its minimiser still gives a probability: (1 + s)/2, limited to [0, 1]. If you need better
/// probabilities, use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy). If labels are clean, [`SquaredHinge`](crate::SquaredHinge) does
/// as well. If the width of the curve should be a parameter, use [`SmoothedHinge`](crate::SmoothedHinge).
///
/// Any target but −1 and +1 is refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// **Error**: value within 2 ULP, gradient within 1. **Source**: Zhang, *Statistical behavior and consistency of classification methods based
/// on convex risk minimization*, Annals of Statistics 32 (2004), doi:10.1214/aos/1079120130, §4.
///
/// ```
/// use microloss::{Loss, ModifiedHuber, Reduction};
///
/// let (score, target, mut gradient) = ([0.5, -3.0, 2.0], [1.0; 3], [0.0; 3]);
/// let value = ModifiedHuber::new()
///     .value_and_gradient(&score, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.25 + 12.0, [-1.0, -4.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(ModifiedHuber)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ModifiedHuber;

impl ModifiedHuber {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Elementwise for ModifiedHuber {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let margin = prediction * target;
        if margin < -1.0 {
            return Point { value: -4.0 * margin, slope: -4.0 * target };
        }
        let shortfall = if margin >= 1.0 { 0.0 } else { 1.0 - margin };
        Point { value: shortfall * shortfall, slope: -2.0 * shortfall * target }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        if (prediction * target).abs() < 1.0 { 2.0 } else { 0.0 }
    }
}
