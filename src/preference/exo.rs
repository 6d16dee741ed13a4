//! Preference optimisation by the reverse divergence.

use super::lead::{Lead, rows_of_pairs};
use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::math::{exp_m1_and_residual, ln, ln_1p, ln_excess_near_0, sigmoids, softplus};

/// Efficient exact optimisation of pairs: KL(σ(h) ‖ 1 − ε), with h as in [`Dpo`](crate::Dpo).
///
#[doc = card!(
    rows Exo: "`[f32; 2]`: the policy's `[π_c, π_r]`, as in [`Dpo`](crate::Dpo)",
    "`[f32; 2]`: the reference's `[ρ_c, ρ_r]`"
)]
///
/// The value is σ(h)·(ln σ(h) − ln(1 − ε)) + σ(−h)·(ln σ(−h) − ln ε). This reverse KL divergence seeks the mode; DPO's forward
/// one covers it. The gradient is ±β·σ(h)·σ(−h)·(h − ln((1 − ε)/ε)). It vanishes if h is very wrong. So start from a policy
/// that is not, or with [`Dpo`](crate::Dpo), whose gradient is largest there.
///
/// **Parameters**: `beta` (β) is the coefficient of h; `epsilon` (ε) is the label smoothing.
///
/// The value is never negative. Near the minimum it is computed from the distance to it, so that its digits do not cancel.
///
/// **Error**: value within 9 ULP and slope within 5, and the cost of two roundings. Rounding h costs 2 ULP per unit of h, of
/// the value or of (slope/β)·h, whichever is larger. Rounding ln((1 − ε)/ε) adds its own cost to that of h.
/// **Source**: Ji et al. (2024), arXiv:2402.00856, eq. 16.
///
/// ```
/// use microloss::{Exo, Loss, Reduction};
///
/// // At h = 0 the policy gives both answers ½: KL(½ ‖ ¾) = −½ ln(4·¾·¼).
/// let (policy, reference) = ([[-3.0, -3.0]], [[-3.0, -3.0]]);
/// let loss = Exo::new(0.1, 0.25);
/// let value = loss.value(&policy, &reference, Reduction::Mean)?;
/// assert!((value - 0.143_841).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Exo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Exo {
    beta: f32,
    epsilon: f32,
}

impl Exo {
    constructor! {
        /// Creates the loss with coefficient `beta` and label smoothing `epsilon`.
        Exo: new / try_new(beta: positive, epsilon: open_unit) => Self { beta, epsilon }
    }
}

impl Lead for Exo {
    #[inline]
    fn of_lead(&self, lead: f32) -> Point {
        let h = self.beta * lead;
        let (hit, miss) = sigmoids(h);
        let (ln_hit, ln_miss) = (ln_1p(-self.epsilon), ln(self.epsilon));
        let goal = ln_hit - ln_miss;
        let value = if (goal - h).abs() < 1.0 {
            // p is the smaller of the two probabilities, and d the way of its logit to the goal. The value is
            // p(e^d − 1 − d) − (u − ln(1 + u)) with u = p(e^d − 1). The second part is at most half of the first.
            let (p, way) = if hit < miss { (hit, goal - h) } else { (miss, h - goal) };
            let (exp_m1, residual) = exp_m1_and_residual(way);
            p * residual - ln_excess_near_0(p * exp_m1)
        } else {
            // A side of probability 0 adds nothing.
            let side = |p: f32, ln_p: f32, ln_goal: f32| if p == 0.0 { 0.0 } else { p * (ln_p - ln_goal) };
            side(hit, -softplus(-h), ln_hit) + side(miss, -softplus(h), ln_miss)
        };
        let slope = hit * miss;
        let slope = if slope == 0.0 { 0.0 } else { self.beta * (slope * (h - goal)) };
        Point { value: if value < 0.0 { 0.0 } else { value }, slope }
    }
}

rows_of_pairs!(Exo);

impl AnyTarget for Exo {}
