//! A floor under a predicted scale, around a likelihood.

use crate::array::AnyTarget;
use crate::error::Error;
use crate::loss::Loss;
use crate::rowwise::Rowwise;

/// Likelihood of a row [μ, s] whose s does not count as less than a floor: the loss of [μ, max(s, floor)].
///
/// It is for [`GaussianNll`](crate::GaussianNll), s = ln σ², and [`LaplaceNll`](crate::LaplaceNll), s = ln b, or a likelihood of your
/// own. Without a floor these have no lower bound: a network that fits some targets exactly sends s to −∞, and the gradient in μ,
/// d·e^−s, grows without bound for the others. With the floor the loss is bounded, and the gradient in μ is at most |d|·e^−floor.
///
/// **Parameter**: `floor` is the least s. A variance of ε, the `eps` of PyTorch's `GaussianNLLLoss`, is the floor ln ε: −13.8 for its
/// 1e-6. Take the square of what the sensor resolves, or of the noise that you know to be there.
///
/// At and below the floor the gradient in s is 0: that of this loss, which does not change there. PyTorch has the same values, and
/// the same gradient in μ, but passes the variance's gradient at the floor on, as if the variance still moved: s then falls without end
/// while d is small. So that s starts above the floor, start its bias at 0 or at the logarithm of the targets' variance.
///
/// If the noise is known and the same everywhere, [`SquaredError`](crate::SquaredError) is enough.
///
/// **Error**: that of the likelihood. **Source**: the value is that of PyTorch 2.8's `gaussian_nll_loss`, with the logarithm of its
/// `eps`.
///
/// ```
/// use microloss::{GaussianNll, Loss, Reduction, ScaleFloor};
///
/// // σ² = e⁻⁹ counts as 1, and d is 2.
/// let loss = ScaleFloor::new(GaussianNll::new(), 0.0);
/// let mut gradient = [[0.0; 2]];
/// let value =
///     loss.value_and_gradient(&[[3.0, -9.0]], &[1.0], Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (2.0, [[2.0, 0.0]]));
///
/// // Above the floor nothing changes.
/// let (rows, targets) = ([[3.0, 0.5]], [1.0]);
/// let value = loss.value(&rows, &targets, Reduction::Mean)?;
/// assert_eq!(value, GaussianNll::new().value(&rows, &targets, Reduction::Mean)?);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ScaleFloor<L> {
    loss: L,
    floor: f32,
}

impl<L: Rowwise<Row = [f32; 2]> + Copy> ScaleFloor<L> {
    constructor! {
        /// Creates the loss, with the least logarithm of the scale.
        ScaleFloor: new / try_new(loss: around L, floor: log_scale) => Self { loss, floor }
    }
}

impl<L: Rowwise<Row = [f32; 2]> + AnyTarget> AnyTarget for ScaleFloor<L> where Self: Loss {}

impl<L: Rowwise<Row = [f32; 2]>> Rowwise for ScaleFloor<L> {
    type Row = [f32; 2];
    type Target = L::Target;
    const NAN_ONLY_WITH_VALUE: bool = L::NAN_ONLY_WITH_VALUE;

    #[inline]
    fn is_weighted(&self) -> bool {
        self.loss.is_weighted()
    }

    #[inline]
    fn weight(&self, target: &L::Target) -> f32 {
        self.loss.weight(target)
    }

    #[inline]
    fn accepts_all(&self, targets: &[L::Target]) -> bool {
        self.loss.accepts_all(targets)
    }

    #[inline]
    fn check(&self, row: usize, target: &L::Target) -> Result<(), Error> {
        self.loss.check(row, target)
    }

    #[inline]
    fn term(&self, [location, s]: &[f32; 2], target: &L::Target) -> f32 {
        let s = if *s <= self.floor { self.floor } else { *s };
        self.loss.term(&[*location, s], target)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], target: &L::Target, scale: f32) -> f32 {
        let [_, s] = row;
        let is_below = *s <= self.floor;
        if is_below {
            *s = self.floor;
        }
        let term = self.loss.term_and_gradient(row, target, scale);
        if is_below {
            let [_, slope] = row;
            *slope = 0.0;
        }
        term
    }
}
