//! Losses that are squared near 0 and linear beyond: Huber loss, its scaled form smooth L1, and its smooth form.

use super::excess::{FAR, excess, far, reach};
use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::sqrt;
use crate::sum::two_sum;

/// Huber loss: ½d² for |d| ≤ δ and δ(|d| − ½δ) beyond, with d = p − t.
///
#[doc = card!(elementwise Huber)]
///
/// The gradient is d, clipped to ±δ. One outlier moves the mean gradient by at most δ/N.
///
/// **Parameter**: `delta` (δ) is the error from which a reading counts as an outlier, in units of the target. It is usually 1
/// to 1.5 standard deviations of the noise.
///
/// [`SmoothL1`] with β = δ is this loss divided by δ. If d is infinite, or overflows, the value is +∞ and the slope ±δ. If no
/// reading is wild, use [`SquaredError`](crate::SquaredError): it has no threshold to set.
///
/// **Error**: value within 2.5 ULP, gradient within 0.5. **Source**: Huber, *Robust Estimation of a Location Parameter*,
/// Annals of Mathematical Statistics 35 (1964), doi:10.1214/aoms/1177703732.
///
/// **Run it**: `cargo run --release --example sensors`.
///
/// ```
/// use microloss::{Huber, Loss, Reduction};
///
/// let (prediction, target) = ([1.5, 2.0, 0.0, 10.0], [1.0, 2.0, 3.0, 4.0]);
/// let mut terms = [0.0; 4];
/// Huber::new(3.0).terms(&prediction, &target, &mut terms)?;
/// assert_eq!(terms, [0.125, 0.0, 4.5, 13.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Huber)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Huber {
    delta: f32,
}

impl Huber {
    constructor! {
        /// Creates the loss with threshold `delta`.
        Huber: new / try_new(delta: positive) => Self { delta }
    }
}

impl AnyTarget for Huber {}

impl Elementwise for Huber {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        if reach(d) <= reach(self.delta) {
            return Point { value: 0.5 * d * d, slope: d };
        }
        let c = self.delta.copysign(d);
        if reach(d) >= reach(FAR) {
            return far(d, c, c);
        }
        let (_, lost) = two_sum(prediction, -target);
        Point { value: c * excess(d, lost, 0.5 * c), slope: c }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        if (prediction - target).abs() <= self.delta { 1.0 } else { 0.0 }
    }
}

/// Smooth L1 loss: ½d²/β for |d| ≤ β and |d| − ½β beyond, with d = p − t.
///
#[doc = card!(elementwise SmoothL1)]
///
/// The gradient is d/β, clipped to ±1. The loss is [`Huber`] with δ = β, divided by β. PyTorch's β = 0 is
/// [`AbsoluteError`](crate::AbsoluteError).
///
/// **Parameter**: `beta` (β) is the error from which the loss is linear, in units of the target. The paper and PyTorch use 1. If
/// you tune the threshold, use [`Huber`]: its loss of small errors does not depend on it.
///
/// **Error**: value within 2.5 ULP (3.5 for β above 1e38), gradient within 2.5. **Source**: Girshick, *Fast R-CNN* (2015),
/// arXiv:1504.08083, eq. 3.
///
/// ```
/// use microloss::{Loss, Reduction, SmoothL1};
///
/// let (prediction, target) = ([1.5, 2.0, 0.0, 10.0], [1.0, 2.0, 3.0, 4.0]);
/// let value = SmoothL1::new(3.0).value(&prediction, &target, Reduction::Mean)?;
/// assert!((value - 1.510_417).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SmoothL1)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SmoothL1 {
    pub(crate) beta: f32,
}

impl SmoothL1 {
    constructor! {
        /// Creates the loss with threshold `beta`.
        SmoothL1: new / try_new(beta: positive) => Self { beta }
    }
}

impl AnyTarget for SmoothL1 {}

impl Elementwise for SmoothL1 {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (d, lost) = two_sum(prediction, -target);
        if reach(d) <= reach(self.beta) {
            let lost = if self.beta >= FAR && reach(d) >= reach(FAR) { 0.0 } else { lost };
            let slope = d / self.beta;
            return Point { value: 0.5 * slope * d + lost * slope, slope };
        }
        let (slope, c) = (1.0_f32.copysign(d), self.beta.copysign(d));
        if reach(d) >= reach(FAR) {
            return far(d, slope, c);
        }
        Point { value: excess(d, lost, 0.5 * c).abs(), slope }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        if (prediction - target).abs() <= self.beta { 1.0 / self.beta } else { 0.0 }
    }
}

/// Pseudo-Huber loss: δ²(√(1 + (d/δ)²) − 1), with d = p − t.
///
#[doc = card!(elementwise PseudoHuber)]
///
/// The gradient is d / √(1 + (d/δ)²). The loss is like [`Huber`], but every derivative is continuous. If you do not need that,
/// use [`Huber`]: it takes no root and no division.
///
/// **Parameter**: `delta` (δ) is the error around which the loss turns from a square into a line, in units of the target. The
/// same loss in SciPy's `least_squares` (`soft_l1`) has 1 by default.
///
/// The value is computed as d · d / (1 + √(1 + (d/δ)²)), which does not cancel near 0. Beyond 10⁶ δ it is computed as δ(|d| − δ),
/// because the square would overflow. If d itself overflows, the value is +∞ and the slope ±δ.
///
/// **Error**: value within 3.5 ULP, gradient 3. **Source**: Charbonnier et al., *Deterministic edge-preserving regularization in
/// computed imaging*, IEEE Transactions on Image Processing 6 (1997), doi:10.1109/83.551699; Hartley & Zisserman, *Multiple View
/// Geometry* (2003), appendix 6.8.
///
/// ```
/// use microloss::{Loss, PseudoHuber, Reduction};
///
/// let (prediction, target, mut gradient) = ([1.5], [0.0], [0.0]);
/// let value = PseudoHuber::new(2.0)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (1.0, [1.2]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(PseudoHuber)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PseudoHuber {
    delta: f32,
}

impl PseudoHuber {
    constructor! {
        /// Creates the loss with scale `delta`.
        PseudoHuber: new / try_new(delta: positive) => Self { delta }
    }
}

/// Threshold of |x|: above it, √(1 + x²) is |x| to the last bit.
const LINEAR: f32 = 1e6;

impl AnyTarget for PseudoHuber {}

impl Elementwise for PseudoHuber {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        let x = d / self.delta;
        if x.abs() > LINEAR {
            return Point { value: self.delta * (d.abs() - self.delta), slope: self.delta.copysign(d) };
        }
        let root = sqrt(1.0 + x * x);
        let (value, slope) = (d * (d / (1.0 + root)), d / root);
        // An infinite value has no rounding error. It needs a large δ, so that most loops do not compare.
        if self.delta >= 1e19 && value == f32::INFINITY {
            return Point { value, slope };
        }
        // The square would double the rounding error of d. This removes the error, to first order.
        let (_, lost) = two_sum(prediction, -target);
        Point { value: value + lost * slope, slope }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let x = (prediction - target) / self.delta;
        let square = 1.0 + x * x;
        1.0 / (square * sqrt(square))
    }
}
