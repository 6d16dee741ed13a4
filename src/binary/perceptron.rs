//! Perceptron loss: the cost of being on the wrong side.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Perceptron loss: max(0, −y·s), for a score s and a target y.
///
#[doc = card!(elementwise Perceptron: "`f32`, a score", "`f32`, −1 or +1")]
///
/// The gradient is −y if y·s ≤ 0, and 0 otherwise. At y·s = 0, where the slope jumps, it is that of a wrong answer, as in Rosenblatt's
/// rule and in scikit-learn: otherwise training could not start from weights of 0. optax takes half of it there.
///
/// A step of stochastic gradient descent adds the inputs of each sample that was wrong to the weights of a linear layer, or subtracts them.
/// So it suits online learning on a core without an FPU. Samples on the right side have no influence, however near the border is. If a
/// margin is wanted, use [`Hinge`](crate::Hinge); for probabilities, use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy); for several
/// classes, use [`EnergyPerceptron`](crate::EnergyPerceptron).
///
/// Any target but −1 and +1 is refused. For labels of 0 and 1, or `bool`, use [`YesNo`](crate::YesNo).
///
/// **Error**: value and gradient exact. **Source**: Rosenblatt, *The Perceptron*, Psychological Review 65 (1958), doi:10.1037/h0042519.
///
/// ```
/// use microloss::{Loss, Perceptron, Reduction};
///
/// let (score, target, mut gradient) = ([0.25, -0.5, 0.0], [1.0; 3], [0.0; 3]);
/// let value = Perceptron::new()
///     .value_and_gradient(&score, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [0.0, -1.0, -1.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Perceptron)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Perceptron;

impl Perceptron {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl Elementwise for Perceptron {
    const TARGETS: Domain = Domain::Sign;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let margin = prediction * target;
        if margin > 0.0 {
            Point { value: 0.0, slope: 0.0 }
        } else {
            // 0 − 0 is +0.
            Point { value: 0.0 - margin, slope: if margin.is_nan() { margin } else { -target } }
        }
    }

    #[inline]
    fn curvature(&self, _: f32, _: f32) -> f32 {
        0.0
    }
}
