//! Label smoothing, around any loss of yes or no.

use crate::domain::Domain;
use crate::elementwise::{Elementwise, Point};

/// Loss of yes or no whose targets are smoothed: y becomes y(1 − ε) + ε/2.
///
/// It gives label smoothing to the losses of targets in [0, 1] that have no option for it:
/// [`SigmoidFocal`](crate::SigmoidFocal), [`BernoulliNll`](crate::BernoulliNll). Any other loss does not compile.
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) has the option itself. Inside of [`YesNo`](crate::YesNo) it smooths labels of type
/// `bool` or `u8`.
///
/// **Parameter**: `label_smoothing` (ε) is usually 0.05 to 0.2. With ε = 0 value and gradient have the bits of the loss itself.
///
/// It is computed as (1 − ε)·ℓ(x, y) + ε·ℓ(x, ½), which is the same for a loss that is linear in its target, as these are. So ε/2 keeps its
/// digits beside 1, and the loss is evaluated twice. Keras' `BinaryFocalCrossentropy` is not linear: it mixes the probabilities of
/// both sides before the power γ, so that its numbers differ if ε is not 0.
///
/// **Error**: that of the loss, and 2 ULP of the larger part. **Source**: Szegedy et al. (2015), arXiv:1512.00567, §7.
///
/// ```
/// use microloss::{Loss, Reduction, SigmoidFocal, Smoothed, YesNo};
///
/// // At x = 0 either side costs ¼·ln 2; the slopes are −s and s, and the label
/// // counts as 0.95.
/// let focal = SigmoidFocal::new(2.0);
/// let loss = YesNo::new(Smoothed::new(focal, 0.1));
/// let (mut gradient, mut plain) = ([0.0], [0.0]);
/// let value = loss.value_and_gradient(&[0.0], &[true], Reduction::Mean, &mut gradient)?;
/// focal.gradient(&[0.0], &[1.0], Reduction::Mean, &mut plain)?;
/// assert!((value - 0.25 * core::f32::consts::LN_2).abs() < 1e-7);
/// assert!((gradient[0] - (0.95 - 0.05) * plain[0]).abs() < 1e-7);
/// # Ok::<(), microloss::Error>(())
/// ```
///
/// ```compile_fail,E0080
/// use microloss::{Hinge, Smoothed};
///
/// Smoothed::new(Hinge::new(), 0.1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Smoothed<L> {
    loss: L,
    label_smoothing: f32,
}

impl<L: Elementwise + Copy> Smoothed<L> {
    /// Compiles for targets in [0, 1] alone.
    const IS_OF_UNIT: () = assert!(
        matches!(L::TARGETS, Domain::Unit),
        "Smoothed takes losses whose targets are in [0, 1]: the targets of this loss are others"
    );

    constructor! {
        /// Creates the loss.
        Smoothed: new / try_new(loss: around L, label_smoothing: unit) => {
            let () = Self::IS_OF_UNIT;
            Self { loss, label_smoothing }
        }
    }

    /// Returns (1 − ε) times `of` the target, plus ε times `of` ½. A part of share 0 is not computed.
    #[inline]
    fn mix(&self, target: f32, of: impl Fn(f32) -> Point) -> Point {
        let part = |share: f32, target: f32| {
            if share == 0.0 {
                return Point { value: 0.0, slope: 0.0 };
            }
            let Point { value, slope } = of(target);
            Point { value: share * value, slope: share * slope }
        };
        let (own, even) = (part(1.0 - self.label_smoothing, target), part(self.label_smoothing, 0.5));
        Point { value: own.value + even.value, slope: own.slope + even.slope }
    }
}

impl<L: Elementwise + Copy> Elementwise for Smoothed<L> {
    const TARGETS: Domain = L::TARGETS;
    const PREDICTIONS: Domain = L::PREDICTIONS;

    #[inline]
    fn point(&self, prediction: f32, target: f32) -> Point {
        self.mix(target, |target| self.loss.point(prediction, target))
    }

    #[inline]
    fn curvature(&self, prediction: f32, target: f32) -> f32 {
        self.mix(target, |target| Point { value: self.loss.curvature(prediction, target), slope: 0.0 }).value
    }
}
