//! Smoothed hinge loss: a hinge without a kink.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};
use crate::regression::SmoothL1;

/// Smoothed hinge loss: q²/(2γ) for q ≤ γ and q − γ/2 beyond, with q = max(0, 1 − y·s), for a score s and a target y.
///
#[doc = card!(elementwise SmoothedHinge: "`f32`, a score", "`f32`, −1 or +1")]
///
/// The gradient is −y·min(1, q/γ): that of [`Hinge`](crate::Hinge), but continuous, so that a large step does not jump from side to side of
/// the margin.
///
/// **Parameter**: `gamma` (γ) is the width of the curve before the margin. 1 is usual (Rennie and Srebro). The smaller it is, the nearer
/// the loss is to [`Hinge`](crate::Hinge), which needs no division. For probabilities, use
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// Any target but −1 and +1 is refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// **Error**: value within 2.5 ULP, gradient within 2.5. **Source**: Rennie & Srebro, *Loss Functions for Preference Levels: Regression with
/// Discrete Ordered Labels*, IJCAI workshop (2005), §3.2; with γ: Shalev-Shwartz & Zhang (2013), arXiv:1209.1873.
///
/// ```
/// use microloss::{Loss, Reduction, SmoothedHinge};
///
/// let (score, target, mut gradient) = ([0.5, -2.0, 2.0], [1.0; 3], [0.0; 3]);
/// let value = SmoothedHinge::new(1.0)
///     .value_and_gradient(&score, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.125 + 2.5, [-0.5, -1.0, 0.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SmoothedHinge)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SmoothedHinge {
    /// Smooth L1 of the margin, with target 1.
    curve: SmoothL1,
}

impl SmoothedHinge {
    constructor! {
        /// Creates the loss with a curve of width `gamma`, usually 1.
        SmoothedHinge: new / try_new(gamma: positive) => Self { curve: SmoothL1 { beta: gamma } }
    }
}

impl Elementwise for SmoothedHinge {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let margin = prediction * target;
        if margin >= 1.0 {
            return Point { value: 0.0, slope: 0.0 };
        }
        let Point { value, slope } = self.curve.point(margin, 1.0);
        Point { value, slope: slope * target }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let margin = prediction * target;
        if margin < 1.0 { self.curve.curvature(margin, 1.0) } else { 0.0 }
    }
}
