//! Log-cosh loss.

use crate::array::AnyTarget;
use crate::elementwise::{Elementwise, Point};
use crate::math::{LN_COSH_NEAR_0, exp_nonpositive, ln_cosh_and_tanh};
use crate::sum::two_sum;

/// Log-cosh loss: ln cosh d, with d = p − t.
///
#[doc = card!(elementwise LogCosh)]
///
/// The gradient is tanh d. The loss is ½d² near 0 and |d| − ln 2 far away, and every derivative is continuous. Use it with
/// second-order methods, which suffer from the jump in Huber's curvature. Its scale is fixed at 1. For another scale, divide
/// predictions and targets by the error you consider large, or use [`PseudoHuber`](crate::PseudoHuber).
///
/// **Error**: value and gradient within 2.5 ULP, also near 0. The usual form |d| + ln(1 + e^−2|d|) − ln 2 loses every digit
/// there. **Source**: Saleh & Saleh, *Statistical Properties of the log-cosh Loss Function Used in Machine Learning* (2022),
/// arXiv:2208.04564.
///
/// ```
/// use microloss::{LogCosh, Loss, Reduction};
///
/// let (prediction, target, mut gradient) = ([0.5, -3.0], [0.0; 2], [0.0; 2]);
/// let value = LogCosh::new()
///     .value_and_gradient(&prediction, &target, Reduction::Sum, &mut gradient)?;
/// assert!((value - (0.120_114_5 + 2.309_329)).abs() < 1e-6);
/// assert!((gradient[0] - 0.462_117_2).abs() < 1e-6);
/// assert!((gradient[1] + 0.995_054_8).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(LogCosh)]
///
/// The second picture shows relative errors, the worst in each step: of this crate, of Keras and optax (in effect one form),
/// and of the formula itself.
///
#[doc = picture!(accuracy_log_cosh)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct LogCosh;

impl LogCosh {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self
    }
}

impl AnyTarget for LogCosh {}

impl Elementwise for LogCosh {
    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        let (d, lost) = two_sum(prediction, -target);
        let (value, slope) = ln_cosh_and_tanh(d);
        // Near 0 the square would double the rounding error of d. This removes the error, to first order.
        Point { value: if d.abs() < LN_COSH_NEAR_0 { value + lost * slope } else { value }, slope }
    }

    /// Returns 1 − tanh² d, computed as 4e/(1 + e)² with e = e^−2|d|, which does not cancel.
    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        let e = exp_nonpositive(-2.0 * (prediction - target).abs());
        4.0 * e / ((1.0 + e) * (1.0 + e))
    }
}
