//! Preference optimisation by the reverse divergence.

use super::check_beta;
use crate::elementwise::Point;
use crate::error::{Error, check_parameter};
use crate::math::{exp_m1_and_residual, ln, ln_1p, ln_excess_near_0, sigmoids, softplus};

/// Efficient exact optimisation of pairs: KL(σ(h) ‖ 1 − ε), with h as in [`Dpo`](crate::Dpo).
///
/// Rows and targets as in [`Dpo`](crate::Dpo). σ(h)·(ln σ(h) − ln(1 − ε)) + σ(−h)·(ln σ(−h) − ln ε): the
/// reverse KL divergence, which seeks the mode, where DPO's forward one covers. The gradient is
/// ±β·σ(h)·σ(−h)·(h − ln((1 − ε)/ε)); it vanishes where h is very wrong, so start from a policy that is not,
/// or with [`Dpo`](crate::Dpo), whose gradient is largest there.
///
/// Never negative. Near the minimum it is taken from the distance to it, so that its digits do not cancel. Value and slope
/// within 9 and 5 ULP, and what rounding h costs: 2 ULP per unit of h, of the value or of (slope/β)·h, whichever is larger, and
/// what rounding ln((1 − ε)/ε) costs beside h. Source: Ji et al. (2024), arXiv:2402.00856, eq. 16.
///
/// ```
/// use microloss::{Exo, Loss, Reduction};
///
/// // At h = 0 the policy gives both answers ½: KL(½ ‖ ¾) = −½ ln(4·¾·¼).
/// let value = Exo::new(0.1, 0.25).value(&[[-3.0, -3.0]], &[[-3.0, -3.0]], Reduction::Mean)?;
/// assert!((value - 0.143_841).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Exo {
    beta: f32,
    epsilon: f32,
}

impl Exo {
    /// The loss with coefficient `beta` and label smoothing `epsilon`.
    ///
    /// # Panics
    ///
    /// Unless `beta` is a positive normal number and 0 < `epsilon` < 1; as a constant, it then does not
    /// compile.
    #[must_use]
    pub const fn new(beta: f32, epsilon: f32) -> Self {
        match Self::try_new(beta, epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("Exo: beta must be a positive normal number, and epsilon between 0 and 1"),
        }
    }

    /// The loss with parameters that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `beta` is a positive normal number and 0 < `epsilon` < 1.
    pub const fn try_new(beta: f32, epsilon: f32) -> Result<Self, Error> {
        match (
            check_beta(beta),
            check_parameter(epsilon > 0.0 && epsilon < 1.0, "epsilon", "in (0, 1)", epsilon),
        ) {
            (Ok(()), Ok(())) => Ok(Self { beta, epsilon }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }

    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        let (hit, miss) = sigmoids(h);
        let (ln_hit, ln_miss) = (ln_1p(-self.epsilon), ln(self.epsilon));
        let goal = ln_hit - ln_miss;
        let value = if (goal - h).abs() < 1.0 {
            // From the smaller of the two probabilities p, and the way d of its logit to the goal:
            // p(e^d − 1 − d) − (u − ln(1 + u)) with u = p(e^d − 1). The second is at most half of the first.
            let (p, way) = if hit < miss { (hit, goal - h) } else { (miss, h - goal) };
            let (exp_m1, residual) = exp_m1_and_residual(way);
            p * residual - ln_excess_near_0(p * exp_m1)
        } else {
            // A side of probability 0 takes no part.
            let side = |p: f32, ln_p: f32, ln_goal: f32| if p == 0.0 { 0.0 } else { p * (ln_p - ln_goal) };
            side(hit, -softplus(-h), ln_hit) + side(miss, -softplus(h), ln_miss)
        };
        let slope = hit * miss;
        let slope = if slope == 0.0 { 0.0 } else { self.beta * (slope * (h - goal)) };
        Point { value: if value < 0.0 { 0.0 } else { value }, slope }
    }
}

of_lead!(Exo);
