//! Expectile loss: a squared error that weighs the two sides differently.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};

/// Expectile loss: τ·d² if the prediction is low, (1 − τ)·d² if it is high, with d = p − t.
///
#[doc = card!(elementwise Expectile)]
///
/// The gradient is 2d times the same weight, and continuous. The minimiser is the τ-expectile: the number above which the targets pull as
/// hard as those below, if the upper ones have weight τ and the lower ones 1 − τ.
///
/// **Parameter**: `tau` (τ) is the expectile. 0.5 is the mean, and gives half the squared error; 0.9 lies high, in the upper tail.
///
/// An expectile depends on how far away targets are; a quantile depends on how many they are. For "nine in ten are below", use
/// [`Quantile`](crate::Quantile). If you know by how much more one side costs, use
/// [`LossAverseSquaredError`](crate::LossAverseSquaredError): it is this loss divided by τ, with λ = (1 − τ)/τ. One wild target can move
/// all of them.
///
/// If d overflows, value and gradient are infinite.
///
/// **Error**: value within 3.5 ULP, gradient 2.5. **Source**: Newey & Powell, *Asymmetric Least Squares Estimation and Testing*,
/// Econometrica 55 (1987), doi:10.2307/1911031.
///
/// ```
/// use microloss::{Expectile, Loss, Reduction};
///
/// let (prediction, target, mut gradient) = ([2.0, -2.0], [0.0; 2], [0.0; 2]);
/// let value = Expectile::new(0.75)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.25 * 4.0 + 0.75 * 4.0, [1.0, -3.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Expectile)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Expectile {
    tau: f32,
}

impl Expectile {
    constructor! {
        /// Creates the loss whose minimiser is the `tau`-expectile.
        Expectile: new / try_new(tau: open_unit) => Self { tau }
    }

    /// Returns the weight of an error d.
    #[inline]
    fn weight(self, d: f32) -> f32 {
        if d > 0.0 { 1.0 - self.tau } else { self.tau }
    }
}

impl AnyTarget for Expectile {}

impl Elementwise for Expectile {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let weighed = self.weight(d) * d;
        Point { value: weighed * d, slope: 2.0 * weighed }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        2.0 * self.weight(prediction - target)
    }
}
