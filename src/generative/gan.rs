//! Losses of the two players of a generative adversarial network.

use crate::array::AnyTarget;
use crate::binary::SigmoidCrossEntropy;
use crate::elementwise::{Elementwise, Point};
use crate::error::{Error, check_parameter};
use crate::pointwise::{Pointwise, rows_of_one};

/// Game that the two networks play. d is the discriminator's output, a logit or a score.
///
/// | | discriminator, real | discriminator, fake | generator |
/// |---|---|---|---|
/// | `Minimax` | softplus(−d) | softplus(d) | −softplus(d) |
/// | `NonSaturating` | softplus(−d) | softplus(d) | softplus(−d) |
/// | `LeastSquares` | ½(d − 1)² | ½d² | ½(d − 1)² |
/// | `Hinge` | max(0, 1 − d) | max(0, 1 + d) | −d |
/// | `Wasserstein` | −d | d | −d |
///
/// Start with `NonSaturating`, or with `Hinge` if the discriminator is normalised. `Minimax` is the game of the theory: its
/// generator learns almost nothing while the discriminator wins, as it does at the beginning of training. `Wasserstein` needs a
/// critic that is Lipschitz by other means (clipped weights or a gradient penalty, which this crate does not have).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Gan {
    /// Generator minimises ln(1 − D): Goodfellow et al. (2014), arXiv:1406.2661, eq. 1.
    Minimax,
    /// Generator maximises ln D: the same paper, §3.
    NonSaturating,
    /// Least squares: Mao et al. (2016), arXiv:1611.04076, eq. 2 with a = 0, b = c = 1.
    LeastSquares,
    /// Hinge: Lim & Ye (2017), arXiv:1705.02894; Miyato et al. (2018), arXiv:1802.05957, eq. 16 and 17.
    Hinge,
    /// Wasserstein distance: Arjovsky et al. (2017), arXiv:1701.07875, eq. 3.
    Wasserstein,
}

/// Loss of the discriminator, which is to call samples real or fake. [`Gan`] has the formulas.
///
#[doc = card!(rows GanDiscriminator: "`f32`, output d of the discriminator", "`bool`, `true` for a real sample")]
///
/// The output is a logit for `Minimax` and `NonSaturating`: D = σ(d), so do not apply a sigmoid. The papers add the mean over the
/// real and the mean over the fake samples. That takes two calls with `Mean`. If there are as many fake samples as real ones, one
/// call over both does it, with `Over` the number of real ones. If D = ½ everywhere, the sum is 2·ln 2, and the value of the game
/// is −2·ln 2.
///
/// **Parameter**: `epsilon` (ε) is 0 unless [`with_label_smoothing`](Self::with_label_smoothing) sets it; the paper uses 0.1. This
/// one-sided label smoothing asks for D = 1 − ε of real samples instead of 1, which keeps a discriminator from growing too sure.
/// Fake samples are never smoothed.
///
/// Kinks (points at which the slope jumps) have gradient 0. The game need not settle, and gives no likelihood: if a bound on one is
/// wanted, use [`Elbo`](crate::Elbo).
///
/// **Error**: value and gradient within 2.5 ULP (with smoothing 3.5 of the largest term). **Source**: see [`Gan`]; label smoothing:
/// Salimans et al. (2016), arXiv:1606.03498, §3.4.
///
/// **Run it**: `cargo run --release --example gan`.
///
/// ```
/// use microloss::{Gan, GanDiscriminator, Loss, Reduction};
///
/// // A discriminator that cannot tell: D = ½.
/// let loss = GanDiscriminator::new(Gan::NonSaturating);
/// let mut gradient = [0.0; 2];
/// let value = loss.value_and_gradient(
///     &[0.0, 0.0], &[true, false], Reduction::Over(1.0), &mut gradient,
/// )?;
/// assert!((-value - -1.386_294).abs() < 1e-6);
/// assert_eq!(gradient, [-0.5, 0.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(GanDiscriminator)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GanDiscriminator {
    gan: Gan,
    smoothing: f32,
}

impl GanDiscriminator {
    /// Creates the loss of this game, without label smoothing.
    #[must_use]
    pub const fn new(gan: Gan) -> Self {
        Self { gan, smoothing: 0.0 }
    }

    /// Asks for 1 − `epsilon` of real samples instead of 1 (0.1 in the paper).
    ///
    /// # Panics
    ///
    /// Panics if `epsilon` is not in [0, 1), or is not 0 for `Hinge` and `Wasserstein`, whose outputs are not probabilities. In a
    /// constant, this is a compile error.
    ///
    /// ```
    /// use microloss::{Gan, GanDiscriminator, Loss, Reduction};
    ///
    /// // ½ − 0.9 for the real sample, ½ for the fake.
    /// let mut gradient = [0.0; 2];
    /// let loss = GanDiscriminator::new(Gan::NonSaturating).with_label_smoothing(0.1);
    /// let (d, real, sum) = ([0.0, 0.0], [true, false], Reduction::Over(1.0));
    /// loss.gradient(&d, &real, sum, &mut gradient)?;
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

    /// Applies [`with_label_smoothing`](Self::with_label_smoothing) with a number that is known only at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] if `epsilon` is not in [0, 1), or is not 0 for `Hinge` and `Wasserstein`.
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
                // Computed with the roles of real and fake exchanged, for target ε: 1 − (1 − ε) would lose digits.
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
impl AnyTarget for GanDiscriminator {}

/// Loss of the generator, from the discriminator's outputs for its samples. [`Gan`] has the formulas.
///
#[doc = card!(rows GanGenerator: "`f32`, output d of the discriminator for a fake sample", "`()`")]
///
/// There is no target ([`no_targets`](crate::no_targets)). The gradient is that in d: take it back through the discriminator, whose
/// weights stay as they are, to the generator. The losses of `Minimax`, `Hinge` and `Wasserstein` can be negative. For the cases in
/// which to use another loss, see [`GanDiscriminator`].
///
/// **Error**: value and gradient within 2.5 ULP. **Source**: see [`Gan`].
///
/// **Run it**: `cargo run --release --example gan`.
///
/// ```
/// use microloss::{Gan, GanGenerator, Loss, Reduction};
///
/// // The discriminator is sure (D = 0.018). The generator of `Minimax` saturates:
/// // it hardly learns. The other does.
/// let (d, mean, mut gradient) = ([-4.0], Reduction::Mean, [0.0]);
/// GanGenerator::new(Gan::Minimax).gradient(&d, &[()], mean, &mut gradient)?;
/// assert!((gradient[0] + 0.017_986).abs() < 1e-6);
/// GanGenerator::new(Gan::NonSaturating).gradient(&d, &[()], mean, &mut gradient)?;
/// assert!((gradient[0] + 0.982_014).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(GanGenerator)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct GanGenerator {
    gan: Gan,
}

impl GanGenerator {
    /// Creates the loss of this game.
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
impl AnyTarget for GanGenerator {}

/// Returns a value with its fixed slope. The slope of NaN is NaN.
#[inline]
fn linear(value: f32, slope: f32) -> Point {
    Point { value, slope: if value.is_nan() { value } else { slope } }
}

/// Returns ½r² and its slope.
#[inline]
fn half_square(r: f32) -> Point {
    Point { value: 0.5 * r * r, slope: r }
}
