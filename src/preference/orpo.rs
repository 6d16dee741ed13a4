//! Fine-tuning and preference optimisation in one.

use crate::array::AnyTarget;
use crate::math::{clip, exp_m1, exp_of_difference, ln, ln_1p};
use crate::rowwise::Rowwise;

/// Odds-ratio preference optimisation: −π_c − λ·ln σ(L), with the log-odds ratio L = logit π_c − logit π_r.
///
#[doc = card!(
    rows Orpo: "`[f32; 2]`: the policy's mean log-probabilities per token, `[π_c, π_r]`, of the chosen and the rejected answer",
    "`()`: there is none"
)]
///
/// [`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean` gives the log-probabilities. They are 0 or less; above
/// 0 they count as 0. The first term is fine-tuning on the chosen answer. The second compares odds p/(1 − p). The gradient is
/// −1 − λσ(−L)/(1 − p_c) and λσ(−L)/(1 − p_r). It grows if both answers are nearly certain, and saturates at ±`f32::MAX`: times
/// the slope of such a log-probability, which is tiny or 0, it stays finite.
///
/// Equal log-probabilities have odds ratio 1. This holds at π = 0 too: the gradient is then −1 − λ/2 and λ/2. A rejected
/// answer of probability 1 beside a chosen one below 1 has loss +∞, unless λ is 0. An answer without a token has log-probability
/// 0, so it counts as certain: leave such pairs out ([`Weighted`](crate::Weighted) with weight 0). For a policy that has been
/// fine-tuned already use [`SimPo`](crate::SimPo).
///
/// **Parameter**: `lambda` (λ) is the weight of the comparison, 0.1 in the paper.
///
/// **Error**: value within 4.5 ULP, gradient within 6.5. **Source**: Hong et al. (2024), arXiv:2403.07691, eq. 6 and 7.
///
/// ```
/// use microloss::{Loss, Orpo, Reduction};
///
/// // Odds 1 and 1/3: −ln ½ + 0.1·ln(1 + 1/3).
/// let row = [0.5_f32.ln(), 0.25_f32.ln()];
/// let value = Orpo::new(0.1).value(&[row], &[()], Reduction::Mean)?;
/// assert!((value - (0.693_147 + 0.028_768)).abs() < 1e-5);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Orpo)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Orpo {
    lambda: f32,
}

impl Orpo {
    constructor! {
        /// Creates the loss with weight `lambda` of the comparison.
        Orpo: new / try_new(lambda: non_negative) => Self { lambda }
    }
}

/// Loss of a comparison: −ln σ(L) for the log-odds ratio L, with its derivatives in −π_c and in π_r.
struct Comparison {
    value: f32,
    up: f32,
    down: f32,
}

impl Comparison {
    /// Computes the loss from the odds of the smaller probability over those of the larger, so nothing cancels.
    #[inline]
    fn of(chosen: f32, rejected: f32) -> Self {
        // `0.0 - x` gives 0, and not −0, for x = 0.
        let (miss_chosen, miss_rejected) = (0.0 - exp_m1(chosen), 0.0 - exp_m1(rejected));
        if chosen == rejected {
            // Two certain answers count as two rare ones.
            let miss = if miss_chosen == 0.0 { 1.0 } else { miss_chosen };
            return Self { value: core::f32::consts::LN_2, up: 0.5 / miss, down: 0.5 / miss };
        }
        if chosen > rejected {
            let ratio = exp_of_difference(rejected, chosen);
            let odds = ratio * (miss_chosen / miss_rejected);
            let down = odds / (1.0 + odds) / miss_rejected;
            return Self { value: ln_1p(odds), up: ratio / miss_rejected / (1.0 + odds), down };
        }
        let odds = exp_of_difference(chosen, rejected) * (miss_rejected / miss_chosen);
        let share = 1.0 / (1.0 + odds);
        let misses = miss_chosen / miss_rejected;
        // The quotient overflows only if its divisor is subnormal.
        let ln_misses = if misses.is_finite() { ln(misses) } else { ln(miss_chosen) - ln(miss_rejected) };
        let value = ln_1p(odds) + (ln_misses + (rejected - chosen));
        Self { value, up: share / miss_chosen, down: share / miss_rejected }
    }
}

/// Returns the slopes with the infinite ones replaced, of a rejected answer so sure that a quotient overflows: the factor comes first.
///
/// With m = 1 − p and p_r ≈ 1, the slopes over λ are 1/(m_c + m_r) and m_c/(m_c + m_r)/m_r. m_r ≈ −π_r, and so is m_c if it counts.
#[cold]
#[inline(never)]
fn bounded(row: [f32; 2], slopes: [f32; 2], lambda: f32, scale: f32) -> [f32; 2] {
    // 2^100 makes a subnormal number normal.
    const UNIT: f32 = 1.267_650_6e30;
    // `0.0 - x` gives 0, and not −0, for x = 0.
    let [miss_chosen, miss_rejected] = row.map(|x| if x > 0.0 { 0.0 } else { (0.0 - x).min(1.0) * UNIT });
    let both = miss_chosen + miss_rejected;
    let factor = |slope: f32| slope.min(f32::MAX) * (lambda * scale) * UNIT;
    let [up, down] = [-scale - factor(1.0 / both), factor(miss_chosen / both / miss_rejected)];
    let bound = |slope: f32, again: f32| {
        // An answer that is not sure has an infinite slope only from a huge λ.
        let is_sure = miss_rejected < 1e-4 * UNIT;
        if slope.is_infinite() { clip(if is_sure { again } else { slope }, f32::MAX) } else { slope }
    };
    [bound(slopes[0], up), bound(slopes[1], down)]
}

impl Orpo {
    /// Returns the chosen answer's log-probability, at most 0, and the comparison times λ.
    #[inline]
    fn comparison(&self, row: [f32; 2]) -> (f32, Comparison) {
        // NaN stays NaN.
        let [chosen, rejected] = row.map(|x| if x > 0.0 { 0.0 } else { x });
        if self.lambda == 0.0 {
            // A comparison without weight is left out, so that ∞·0 cannot arise.
            return (chosen, Comparison { value: 0.0, up: 0.0, down: 0.0 });
        }
        let Comparison { value, up, down } = Comparison::of(chosen, rejected);
        let lambda = self.lambda;
        (chosen, Comparison { value: lambda * value, up: lambda * up, down: lambda * down })
    }
}

impl Rowwise for Orpo {
    type Row = [f32; 2];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    const ONE_COPY: bool = true;

    #[inline]
    fn term(&self, row: &[f32; 2], (): &()) -> f32 {
        let (chosen, comparison) = self.comparison(*row);
        comparison.value - chosen
    }

    fn term_and_gradient(&self, row: &mut [f32; 2], (): &(), scale: f32) -> f32 {
        let (chosen, Comparison { value, up, down }) = self.comparison(*row);
        let term = value - chosen;
        let slopes = [(-1.0 - up) * scale, down * scale];
        *row = if term.is_nan() {
            [f32::NAN; 2]
        } else if (slopes[0] - slopes[1]).is_infinite() {
            // Both have their own sign, so neither hides the other.
            bounded(*row, slopes, self.lambda, scale)
        } else {
            slopes
        };
        term
    }
}

impl AnyTarget for Orpo {}
