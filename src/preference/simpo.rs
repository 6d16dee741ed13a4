//! Preference optimisation without a reference model.

use super::check_beta;
use crate::binary::logistic;
use crate::elementwise::Point;
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::difference;

/// Simple preference optimisation: −ln σ(β(π_c/n_c − π_r/n_r) − γ).
///
/// A row is `[π_c, π_r]`, the policy's log-probabilities of the chosen and the rejected answer, summed over
/// their tokens; its target `[n_c, n_r]`, their numbers of tokens (0 counts as 1). γ is the margin by which
/// the chosen answer ought to lead. The gradient is ∓β/n·σ(−…). Needs no reference model, and so half the
/// memory of [`Dpo`](crate::Dpo), which is the one to use
/// where the policy must stay near where it began: nothing here holds it.
///
/// Value and gradient within 3 ULP, and 8 more per unit of β times the larger average. Source: Meng et al. (2024),
/// arXiv:2405.14734, eq. 6.
///
/// ```
/// use microloss::{Loss, Reduction, SimPo};
///
/// // β(−1 + 3) − γ = 3.
/// let value = SimPo::new(2.0, 1.0).value(&[[-10.0, -60.0]], &[[10, 20]], Reduction::Mean)?;
/// assert!((value - 0.048_587).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SimPo {
    beta: f32,
    gamma: f32,
}

impl SimPo {
    /// The loss with scale `beta` (2 to 2.5 is usual) and margin `gamma` (0.3 to 1.6).
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number and `gamma` finite and 0 or more; as a constant, it then
    /// does not compile.
    #[must_use]
    pub const fn new(beta: f32, gamma: f32) -> Self {
        match Self::try_new(beta, gamma) {
            Ok(loss) => loss,
            Err(_) => panic!("SimPo: beta must be a positive normal number, and gamma finite, 0 or more"),
        }
    }

    /// The loss with parameters that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number and `gamma` finite and 0 or more.
    pub const fn try_new(beta: f32, gamma: f32) -> Result<Self, Error> {
        let finite = gamma >= 0.0 && gamma <= f32::MAX;
        match (check_beta(beta), check_parameter(finite, "gamma", "finite and 0 or more", gamma)) {
            (Ok(()), Ok(())) => Ok(Self { beta, gamma }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    /// Value, and slope with respect to the difference of the averages.
    #[inline]
    fn point(&self, row: [f32; 2], lengths: [f32; 2]) -> Point {
        let [chosen, rejected] = row;
        let [chosen_length, rejected_length] = lengths;
        let lead = difference(chosen / chosen_length, rejected / rejected_length);
        let point = logistic(self.beta * lead - self.gamma, 0.0, 1.0);
        Point { slope: self.beta * point.slope, ..point }
    }
}

/// Numbers of tokens, at least 1.
#[inline]
fn lengths(target: [u32; 2]) -> [f32; 2] {
    target.map(|n| n.max(1) as f32)
}

impl Rowwise for SimPo {
    type Row = [f32; 2];
    type Target = [u32; 2];

    #[inline]
    fn term(&self, row: &[f32; 2], target: &[u32; 2]) -> f32 {
        self.point(*row, lengths(*target)).value
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], target: &[u32; 2], scale: f32) -> f32 {
        let [chosen, rejected] = lengths(*target);
        let point = self.point(*row, [chosen, rejected]);
        let slope = point.slope * scale;
        *row = [slope / chosen, -slope / rejected];
        point.value
    }
}
