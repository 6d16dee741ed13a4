//! Errors on a circle: headings, phases, rotor angles.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::{remainder, sine_ratio_and_cosine};
use crate::sum::two_sum;
use core::f32::consts::PI;

/// Periodic loss: 1 − cos(2π·d/P), for a period P, with d = p − t.
///
#[doc = card!(elementwise Periodic)]
///
/// The gradient is (2π/P)·sin(2π·d/P). The prediction may be any number: 350° and −10° are the same angle. Near 0 the loss is
/// ½·(2π·d/P)². Half a period away it is 2, the maximum, with gradient 0: a prediction that is exactly opposite is not pushed to
/// either side.
///
/// **Parameter**: `period` (P) is one turn, in units of the target: 360, 2π, 24 hours, or 4096 steps of an encoder. As 2π in `f32` is not the
/// exact number, predict turns (P = 1) or degrees if angles are large.
///
/// If targets never come near the place at which they wrap, use [`SquaredError`](crate::SquaredError): it is convex, and cheaper. A wild
/// reading costs 2 at most here, so the loss is robust too.
///
/// Prediction and target lose their whole periods by long division, which is exact; the sine of the rest is a polynomial. Both are
/// integers and products, so the bits are the same everywhere. An infinite prediction or target has no place on the circle: value and
/// slope are NaN.
///
/// **Error**: value and gradient within 6 ULP, however many periods away, and also near the maximum. **Source**: Mardia & Jupp,
/// *Directional Statistics* (1999), doi:10.1002/9780470316979: −ln density of the von Mises distribution (κ = 1) without its constant.
///
/// ```
/// use microloss::{Loss, Periodic, Reduction};
///
/// // Headings of 350° and −270°, for targets of 10° and 0°: 20° off, and a quarter.
/// let (prediction, target, mut gradient) = ([350.0, -270.0], [10.0, 0.0], [0.0; 2]);
/// let value = Periodic::new(360.0)
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert!((value - (0.060_307_4 + 1.0)).abs() < 1e-6);
/// assert!((gradient[0] + 0.005_969_4).abs() < 1e-7);
/// assert!((gradient[1] - 0.017_453_3).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Periodic)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Periodic {
    period: f32,
}

/// Part of a turn below which the loss vanishes: its square is below the smallest number.
const TINY: f32 = 7.888_609e-31;

/// 2⁶⁴.
const UNIT: f32 = 18_446_744_073_709_551_616.0;

impl Periodic {
    constructor! {
        /// Creates the loss with this period.
        Periodic: new / try_new(period: positive) => Self { period }
    }

    /// Returns (2π/P)²·d, for a d so small that d/P may be a subnormal number, with few digits. 2⁶⁴ times it is none.
    #[cold]
    fn slope_at_0(self, d: f32) -> f32 {
        d * UNIT / self.period * (4.0 * PI * PI) / self.period / UNIT
    }
}

impl AnyTarget for Periodic {}

impl Elementwise for Periodic {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let period = self.period;
        let half = 0.5 * period;
        let (rounded, lost) = two_sum(remainder(prediction, period), -remainder(target, period));
        // Both are within half a period, so their difference is within one. This subtraction is exact.
        let nearest = if rounded.abs() > half { rounded - period.copysign(rounded) } else { rounded };
        let (size, lost) = (nearest.abs(), if nearest < 0.0 { -lost } else { lost });
        // Beyond a quarter turn, the rest to the half one: sine and cosine change places, and neither cancels.
        let is_behind = size > 0.25 * period;
        let rest = if is_behind { (half - size) - lost } else { size + lost };
        let part = rest / period;
        let (value, slope) = if part.abs() < TINY && !is_behind {
            (0.0, self.slope_at_0(rest))
        } else {
            let (ratio, cosine) = sine_ratio_and_cosine(part * part);
            let sine = part * ratio;
            let leg = if is_behind { cosine } else { sine };
            (2.0 * leg * leg, 4.0 * PI * (sine * cosine) / period)
        };
        // A slope of 0 has no sign, at either end.
        Point { value, slope: if nearest < 0.0 { 0.0 - slope } else { slope + 0.0 } }
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let cosine = 1.0 - self.point(prediction, target).value;
        4.0 * PI * PI * cosine / self.period / self.period
    }
}
