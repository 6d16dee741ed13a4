//! The two players of a generative adversarial network.

use crate::binary::SigmoidCrossEntropy;
use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::pointwise::{Pointwise, rows_of_one};

/// Which game the two networks play. d is the discriminator's output, a logit or a score.
///
/// | | discriminator, real | discriminator, fake | generator |
/// |---|---|---|---|
/// | `Minimax` | softplus(−d) | softplus(d) | −softplus(d) |
/// | `NonSaturating` | softplus(−d) | softplus(d) | softplus(−d) |
/// | `LeastSquares` | ½(d − 1)² | ½d² | ½(d − 1)² |
/// | `Hinge` | max(0, 1 − d) | max(0, 1 + d) | −d |
/// | `Wasserstein` | −d | d | −d |
///
/// Start with `NonSaturating`, or `Hinge` where the discriminator is normalised. `Minimax` is the game of the
/// theory: its generator learns almost nothing while the discriminator wins, which is where training begins.
/// `Wasserstein` needs a critic that is Lipschitz by other means (clipped weights or a gradient penalty,
/// which this crate does not have).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Gan {
    /// The generator minimises ln(1 − D): Goodfellow et al. (2014), arXiv:1406.2661, eq. 1.
    Minimax,
    /// The generator maximises ln D: the same paper, §3.
    NonSaturating,
    /// Mao et al. (2016), arXiv:1611.04076, eq. 2 with a = 0, b = c = 1.
    LeastSquares,
    /// Lim & Ye (2017), arXiv:1705.02894; Miyato et al. (2018), arXiv:1802.05957, eq. 16 and 17.
    Hinge,
    /// Arjovsky et al. (2017), arXiv:1701.07875, eq. 3.
    Wasserstein,
}

/// Loss of the discriminator, from its outputs: what to call real, and what fake.
///
/// A row is one output d (a logit for `Minimax` and `NonSaturating`: D = σ(d), so do not apply a sigmoid),
/// its target `true` for a real sample and `false` for a fake one. [`Gan`] has the formulas. The papers add
/// the mean over the real and the mean over the fake samples: two calls with `Mean`, or one over both with
/// `Over` the number of real ones if there are as many fake. Where D = ½ everywhere that is 2·ln 2, and the
/// value of the game −2·ln 2.
///
/// One-sided label smoothing ε asks for D = 1 − ε of real samples instead of 1, which keeps a discriminator
/// from growing too sure; fake samples are never smoothed. Kinks have gradient 0. The game need not settle, and gives
/// no likelihood: where a bound on one is wanted use [`Elbo`](crate::Elbo).
///
/// Value and gradient within 2.5 ULP (3.5 of the largest term with smoothing). Sources: see [`Gan`]; label
/// smoothing: Salimans et al. (2016), arXiv:1606.03498, §3.4.
///
/// ```
/// use microloss::{Gan, GanDiscriminator, Loss, Reduction};
///
/// // A discriminator that cannot tell: D = ½.
/// let loss = GanDiscriminator::new(Gan::NonSaturating);
/// let mut gradient = [0.0; 2];
/// let value = loss.value_and_gradient(&[0.0, 0.0], &[true, false], Reduction::Over(1.0), &mut gradient)?;
/// assert!((-value - -1.386_294).abs() < 1e-6);
/// assert_eq!(gradient, [-0.5, 0.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GanDiscriminator {
    gan: Gan,
    smoothing: f32,
}

impl GanDiscriminator {
    /// The loss of this game, without label smoothing.
    #[must_use]
    pub const fn new(gan: Gan) -> Self {
        Self { gan, smoothing: 0.0 }
    }

    /// Asks for 1 − `epsilon` of real samples instead of 1 (0.1 in the paper).
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` < 1, and 0 for `Hinge` and `Wasserstein`, whose outputs are no probabilities; as
    /// a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Gan, GanDiscriminator, Loss, Reduction};
    ///
    /// // ½ − 0.9 for the real sample, ½ for the fake.
    /// let mut gradient = [0.0; 2];
    /// let loss = GanDiscriminator::new(Gan::NonSaturating).with_label_smoothing(0.1);
    /// loss.gradient(&[0.0, 0.0], &[true, false], Reduction::Over(1.0), &mut gradient)?;
    /// assert!((gradient[0] + 0.4).abs() < 1e-6 && gradient[1] == 0.5);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_label_smoothing(self, epsilon: f32) -> Self {
        match self.try_with_label_smoothing(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("GanDiscriminator: label smoothing must lie in [0, 1), and be 0 for scores"),
        }
    }

    /// [`with_label_smoothing`](Self::with_label_smoothing) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` < 1, and 0 for `Hinge` and `Wasserstein`.
    pub const fn try_with_label_smoothing(self, epsilon: f32) -> Result<Self, Error> {
        let (holds, requirement) = match self.gan {
            Gan::Hinge | Gan::Wasserstein => (epsilon == 0.0, "0 for hinge and Wasserstein"),
            _ => (epsilon >= 0.0 && epsilon < 1.0, "in [0, 1)"),
        };
        match check_parameter(holds, "label_smoothing", requirement, epsilon) {
            Ok(()) => Ok(Self { smoothing: epsilon, ..self }),
            Err(error) => Err(error),
        }
    }
}

impl Pointwise for GanDiscriminator {
    #[inline]
    fn point(&self, d: f32, real: &bool) -> Point {
        let real = *real;
        match self.gan {
            Gan::Minimax | Gan::NonSaturating if real => {
                // From the side of the fakes, of which ε is the share: 1 − (1 − ε) would have lost digits.
                let point = SigmoidCrossEntropy::new().point(-d, self.smoothing);
                Point { slope: -point.slope, ..point }
            }
            Gan::Minimax | Gan::NonSaturating => SigmoidCrossEntropy::new().point(d, 0.0),
            Gan::LeastSquares => half_square(d - if real { 1.0 - self.smoothing } else { 0.0 }),
            Gan::Hinge => {
                let side = if real { -1.0 } else { 1.0 };
                let violation = 1.0 + side * d;
                if violation <= 0.0 { Point { value: 0.0, slope: 0.0 } } else { linear(violation, side) }
            }
            Gan::Wasserstein => {
                let side = if real { -1.0 } else { 1.0 };
                linear(side * d, side)
            }
        }
    }
}

rows_of_one!(GanDiscriminator, bool);

/// Loss of the generator, from what the discriminator says of its samples.
///
/// A row is one output d of the discriminator for a fake sample; there is no target (`&[(); N]`). The
/// gradient is that in d: take it back through the discriminator, whose weights stay as they are, to the
/// generator. [`Gan`] has the formulas; those of `Minimax`, `Hinge` and `Wasserstein` can be negative.
/// When not to use it: as [`GanDiscriminator`].
///
/// Value and gradient within 2.5 ULP. Sources: see [`Gan`].
///
/// ```
/// use microloss::{Gan, GanGenerator, Loss, Reduction};
///
/// // The discriminator is sure (D = 0.018): the saturating generator hardly learns, the other does.
/// let mut gradient = [0.0];
/// GanGenerator::new(Gan::Minimax).gradient(&[-4.0], &[()], Reduction::Mean, &mut gradient)?;
/// assert!((gradient[0] + 0.017_986).abs() < 1e-6);
/// GanGenerator::new(Gan::NonSaturating).gradient(&[-4.0], &[()], Reduction::Mean, &mut gradient)?;
/// assert!((gradient[0] + 0.982_014).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GanGenerator {
    gan: Gan,
}

impl GanGenerator {
    /// The loss of this game.
    #[must_use]
    pub const fn new(gan: Gan) -> Self {
        Self { gan }
    }
}

impl Pointwise for GanGenerator {
    #[inline]
    fn point(&self, d: f32, (): &()) -> Point {
        match self.gan {
            Gan::Minimax => {
                let loss = SigmoidCrossEntropy::new().point(d, 0.0);
                Point { value: -loss.value, slope: -loss.slope }
            }
            Gan::NonSaturating => SigmoidCrossEntropy::new().point(d, 1.0),
            Gan::LeastSquares => half_square(d - 1.0),
            Gan::Hinge | Gan::Wasserstein => linear(-d, -1.0),
        }
    }
}

rows_of_one!(GanGenerator, ());

/// A value that grows with a fixed slope; NaN has none.
#[inline]
fn linear(value: f32, slope: f32) -> Point {
    Point { value, slope: if value.is_nan() { value } else { slope } }
}

/// ½r².
#[inline]
fn half_square(r: f32) -> Point {
    Point { value: 0.5 * r * r, slope: r }
}
