//! One loss for a family of robust losses, with its shape as a parameter.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::{exp, exp_m1, ln, ln_1p, power};

/// General robust loss: (|α − 2|/α)·((u²/|α − 2| + 1)^(α/2) − 1), with u = (p − t)/c.
///
#[doc = card!(elementwise GeneralRobust)]
///
/// The gradient is (u/c)·(u²/|α − 2| + 1)^(α/2 − 1). The shape α takes the loss through well-known ones; the formula's limits are
/// computed at 2, 0 and −∞:
///
/// | α | loss | also called |
/// |---|---|---|
/// | 2 | ½u² | squared error, L2 |
/// | 1 | √(u² + 1) − 1 | pseudo-Huber, Charbonnier |
/// | 0 | ln(½u² + 1) | Cauchy, Lorentzian |
/// | −2 | 2u²/(u² + 4) | Geman–McClure |
/// | −∞ | 1 − e^(−½u²) | Welsch, Leclerc |
///
/// **Parameters**: `alpha` (α) is 2 or less, −∞ included: the smaller it is, the less an outlier counts. `scale` (c) is the error from
/// which that begins, in units of the target. Usual: α = 1 or 0, and c about the standard deviation of the noise. From α = 1 on,
/// the loss is convex. Below 0 it is bounded: a far outlier has gradient 0, and so teaches nothing.
///
/// An infinite error gives the limits of the formula: the value +∞ from α = 0 on, the slope 0 below α = 1. An α below −1e12 counts
/// as −∞, and a difference p − t beyond `f32::MAX` as infinite. If the outliers are few and α need not be chosen, use [`Huber`](crate::Huber): it takes no logarithm.
///
/// **Error**: value within 12 ULP, gradient within 12, the gradient plus 6 for each unit of
/// (1 − α/2)·ln(u²/|α − 2| + 1) if α < 0, where it vanishes. **Source**:
/// Barron, *A General and Adaptive Robust Loss Function*, CVPR 2019, arXiv:1701.03077, eq. 8 and 9.
///
/// ```
/// use microloss::{Elementwise, GeneralRobust};
///
/// // Cauchy: ln(½·2² + 1) = ln 3, with slope 2/(½·2² + 1).
/// let cauchy = GeneralRobust::new(0.0, 1.0).point(2.0, 0.0);
/// assert!((cauchy.value - 3.0_f32.ln()).abs() < 1e-6);
/// assert!((cauchy.slope - 2.0 / 3.0).abs() < 1e-6);
/// // Geman–McClure: an outlier of a million costs 2, and pulls no more.
/// let outlier = GeneralRobust::new(-2.0, 1.0).point(1e6, 0.0);
/// assert!((outlier.value - 2.0).abs() < 1e-6 && outlier.slope < 1e-16);
/// ```
///
#[doc = picture!(GeneralRobust)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GeneralRobust {
    alpha: f32,
    scale: f32,
}

/// The α below which the loss is that of −∞: the two differ by less than 1e-10.
const LOWEST: f32 = -1e12;

/// The u² below which all shapes agree to the last bit.
const NEAR: f32 = 1e-8;

/// The u²/|α − 2| from which adding 1 changes nothing.
const FAR: f32 = 1e18;

/// Returns x^a for 0 ≤ a ≤ 1.
// A call: the loss uses it five times.
#[cfg_attr(not(vectors), inline(never))]
fn grow(x: f32, a: f32) -> f32 {
    power(x, a)
}

impl GeneralRobust {
    constructor! {
        /// Creates the loss with shape `alpha` and scale `scale`.
        GeneralRobust: new / try_new(alpha: up_to_2, scale: positive) => Self { alpha, scale }
    }

    /// Returns |α − 2|.
    #[inline]
    fn gap(&self) -> f32 {
        2.0 - self.alpha
    }

    /// Returns the value from g = (y + 1)^(α/2) and y + 1 = e^`log`, with y = u²/|α − 2|.
    #[inline]
    fn value(&self, grown: f32, log: f32) -> f32 {
        let half = 0.5 * self.alpha;
        if half == 0.0 {
            log
        } else if grown >= 2.0 {
            self.gap() / self.alpha * (grown - 1.0)
        } else {
            // g − 1 would cancel.
            self.gap() / self.alpha * exp_m1(half * log)
        }
    }

    /// Returns value and slope for a u² that is far beyond |α − 2|, from powers of d and c: u² may overflow.
    #[cold]
    #[inline(never)]
    fn far(&self, d: f32) -> Point {
        let (size, half) = (d.abs(), 0.5 * self.alpha);
        let log = 2.0 * (ln(size) - ln(self.scale)) - ln(self.gap());
        if half < 0.0 {
            let grown = exp(half * log);
            return Point { value: self.value(grown, log), slope: grown * (self.gap() / d) };
        }
        // The square of the root may overflow where the slope does not.
        let root = grow(size, half) / grow(self.scale, half);
        let share = grow(self.gap(), half);
        Point {
            value: self.value(root * (root / share), log),
            slope: (root * (root / d)) * (self.gap() / share),
        }
    }

    /// Returns value and slope for an infinite or NaN d.
    #[cold]
    #[inline(never)]
    fn wild(&self, d: f32) -> Point {
        let value = if self.alpha >= 0.0 { d.abs() } else { self.gap() / -self.alpha };
        let slope = if self.alpha > 1.0 {
            d
        } else if self.alpha == 1.0 {
            (1.0 / self.scale).copysign(d)
        } else {
            0.0
        };
        if d.is_nan() { Point { value: d, slope: d } } else { Point { value, slope } }
    }
}

impl Elementwise for GeneralRobust {
    fn point(&self, prediction: f32, target: f32) -> Point {
        let d = prediction - target;
        if !d.is_finite() {
            return if self.alpha < LOWEST && !d.is_nan() {
                Point { value: 1.0, slope: 0.0 }
            } else {
                self.wild(d)
            };
        }
        let u = d / self.scale;
        let square = u * u;
        // Near 0, every shape is ½u².
        if self.alpha == 2.0 || square < NEAR {
            return Point { value: 0.5 * square, slope: u / self.scale };
        }
        if self.alpha < LOWEST {
            let weight = exp(-0.5 * square);
            let slope = if weight == 0.0 { 0.0 } else { u * weight / self.scale };
            return Point { value: -exp_m1(-0.5 * square), slope };
        }
        let y = square / self.gap();
        // Not for NaN, which is ∞/∞ for the largest gaps.
        let is_near = y < FAR;
        if !is_near {
            return self.far(d);
        }
        let (log, half) = (ln_1p(y), 0.5 * self.alpha);
        let (grown, weight) = if half >= 0.0 {
            (grow(1.0 + y, half), 1.0 / grow(1.0 + y, 1.0 - half))
        } else {
            (exp(half * log), exp((half - 1.0) * log))
        };
        Point {
            value: self.value(grown, log),
            slope: if weight == 0.0 { 0.0 } else { u * weight / self.scale },
        }
    }

    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let u = (prediction - target) / self.scale;
        let per_square = 1.0 / self.scale / self.scale;
        let square = u * u;
        if self.alpha == 2.0 {
            return per_square;
        }
        if self.alpha < LOWEST {
            return per_square * (1.0 - square) * exp(-0.5 * square);
        }
        let (gap, y) = (self.gap(), square / self.gap());
        let weight = exp((0.5 * self.alpha - 1.0) * ln_1p(y));
        if weight == 0.0 { 0.0 } else { per_square * weight * ((1.0 + y * (1.0 - gap)) / (1.0 + y)) }
    }
}

impl AnyTarget for GeneralRobust {}
