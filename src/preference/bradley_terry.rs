//! Training a reward model from comparisons.

use crate::array::AnyTarget;
use crate::kernel::logistic;
use crate::math::difference;
use crate::rowwise::Rowwise;

/// Bradley–Terry loss of a reward model: −ln σ(r_c − r_r − m) + c·(r_c + r_r)².
///
#[doc = card!(
    rows BradleyTerry: "`[f32; 2]`: the rewards `[r_c, r_r]` of the chosen and the rejected answer",
    "`f32`: the margin m"
)]
///
/// m is the margin by which the chosen answer ought to lead: 0 if the comparisons are not graded. The gradient is
/// ∓σ(−(r_c − r_r − m)) + 2c(r_c + r_r). Rewards are defined up to a constant; the second term keeps their sum near 0.
/// To train a policy without a reward model use [`Dpo`](crate::Dpo).
///
/// **Parameter**: c is the [centring](Self::with_centring) coefficient, 0 unless set.
///
/// **Error**: value and gradient within 2.5 ULP of the largest term, and 4 more per unit of the largest reward or the margin.
/// **Sources**: Bradley & Terry, *Rank Analysis of Incomplete Block Designs*, Biometrika 39 (1952); Ouyang et al. (2022),
/// arXiv:2203.02155, eq. 1; margin: Touvron et al. (2023), arXiv:2307.09288, eq. 2; centring: Eisenstein et al. (2023),
/// arXiv:2312.09244, eq. 2.
///
/// **Run it**: `cargo run --release --example rlhf`.
///
/// ```
/// use microloss::{BradleyTerry, Loss, Reduction};
///
/// let loss = BradleyTerry::new();
/// let value = loss.value(&[[1.0, 0.2]], &[0.3], Reduction::Mean)?;
/// assert!((value - 0.474_077).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(BradleyTerry)]
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct BradleyTerry {
    centring: f32,
}

impl BradleyTerry {
    /// Creates the loss without centring.
    #[must_use]
    pub const fn new() -> Self {
        Self { centring: 0.0 }
    }

    option! {
        /// Adds `centring` times the squared sum of the two rewards (0.01 is usual).
        ///
        /// ```
        /// use microloss::{BradleyTerry, Loss, Reduction};
        ///
        /// // ln 2 + ½·(1 + 1)².
        /// let loss = BradleyTerry::new().with_centring(0.5);
        /// let value = loss.value(&[[1.0, 1.0]], &[0.0], Reduction::Mean)?;
        /// assert!((value - 2.693_147_2).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        BradleyTerry: with_centring / try_with_centring(self, centring: non_negative) => Self { centring }
    }

    /// Returns the value, and the slopes along the difference and along the sum of the rewards.
    #[inline]
    fn slopes(&self, row: [f32; 2], margin: f32) -> (f32, f32, f32) {
        let [chosen, rejected] = row;
        let point = logistic(difference(difference(chosen, rejected), margin), 0.0, 1.0);
        if self.centring == 0.0 {
            return (point.value, point.slope, 0.0);
        }
        let sum = difference(chosen, -rejected);
        let pull = self.centring * sum;
        (point.value + pull * sum, point.slope, 2.0 * pull)
    }
}

impl Rowwise for BradleyTerry {
    type Row = [f32; 2];
    type Target = f32;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, row: &[f32; 2], margin: &f32) -> f32 {
        self.slopes(*row, *margin).0
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], margin: &f32, scale: f32) -> f32 {
        let (value, difference, sum) = self.slopes(*row, *margin);
        *row = [(sum + difference) * scale, (sum - difference) * scale];
        value
    }
}

impl AnyTarget for BradleyTerry {}
