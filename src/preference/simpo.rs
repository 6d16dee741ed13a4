//! Preference optimisation without a reference model.

use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::kernel::logistic;
use crate::math::difference;
use crate::rowwise::Rowwise;

/// Simple preference optimisation: −ln σ(β(π_c/n_c − π_r/n_r) − γ).
///
#[doc = card!(
    rows SimPo: "`[f32; 2]`: the policy's log-probabilities `[π_c, π_r]` of the chosen and the rejected answer",
    "`[u32; 2]`: their numbers of tokens `[n_c, n_r]`"
)]
///
/// Each log-probability is summed over the tokens of its answer. A number of tokens of 0 counts as 1: such an answer has
/// log-probability 0, the best there is, so leave its pair out ([`Weighted`](crate::Weighted) with weight 0). The gradient is
/// ∓β/n·σ(−…). This loss needs no reference model, and so half the memory of [`Dpo`](crate::Dpo). Nothing in it holds the
/// policy: if it must stay near its start, use [`Dpo`](crate::Dpo).
///
/// **Parameters**: `beta` (β) is the scale, usually 2 to 2.5. `gamma` (γ) is the margin by which the chosen answer ought to
/// lead, usually 0.3 to 1.6.
///
/// **Error**: value and gradient within 3 ULP, and 8 more per unit of β times the larger average. **Source**: Meng et al.
/// (2024), arXiv:2405.14734, eq. 6.
///
/// ```
/// use microloss::{Loss, Reduction, SimPo};
///
/// // β(−1 + 3) − γ = 3.
/// let loss = SimPo::new(2.0, 1.0);
/// let value = loss.value(&[[-10.0, -60.0]], &[[10, 20]], Reduction::Mean)?;
/// assert!((value - 0.048_587).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SimPo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SimPo {
    beta: f32,
    gamma: f32,
}

impl SimPo {
    constructor! {
        /// Creates the loss with scale `beta` and margin `gamma`.
        SimPo: new / try_new(beta: positive, gamma: non_negative) => Self { beta, gamma }
    }

    /// Returns the value, and the slope with respect to the difference of the averages.
    #[inline]
    fn point(&self, row: [f32; 2], lengths: [f32; 2]) -> Point {
        let [chosen, rejected] = row;
        let [chosen_length, rejected_length] = lengths;
        let lead = difference(chosen / chosen_length, rejected / rejected_length);
        let point = logistic(self.beta * lead - self.gamma, 0.0, 1.0);
        Point { slope: self.beta * point.slope, ..point }
    }
}

/// Returns the numbers of tokens, at least 1.
#[inline]
fn lengths(target: [u32; 2]) -> [f32; 2] {
    target.map(|n| n.max(1) as f32)
}

impl Rowwise for SimPo {
    type Row = [f32; 2];
    type Target = [u32; 2];
    const NAN_ONLY_WITH_VALUE: bool = true;

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

impl AnyTarget for SimPo {}
