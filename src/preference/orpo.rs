//! Fine-tuning and preference optimisation in one.

use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::{exp_m1, exp_of_difference, ln, ln_1p};

/// Odds-ratio preference optimisation: −π_c − λ·ln σ(logit π_c − logit π_r), for log-probabilities per token.
///
/// A row is `[π_c, π_r]`, the policy's mean log-probabilities per token of the chosen and the rejected answer
/// ([`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean`), 0 or less; above 0 they count as
/// 0. There is no target: `()` for every row. The first term is fine-tuning on the chosen answer; the second
/// compares odds p/(1 − p). The gradient is −1 − λσ(−L)/(1 − p_c) and λσ(−L)/(1 − p_r), with L the log-odds
/// ratio; it grows without bound where both answers are nearly certain. Equal log-probabilities have odds
/// ratio 1, at π = 0 too, where the gradient is −1 − λ/2 and λ/2; a rejected answer of probability 1 beside a
/// chosen one below has loss +∞, unless λ is 0. For a policy that has been fine-tuned already use [`SimPo`](crate::SimPo).
///
/// Value within 4.5 ULP, gradient within 6.5. Source: Hong et al. (2024), arXiv:2403.07691, eq. 6 and 7.
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
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Orpo {
    lambda: f32,
}

impl Orpo {
    /// The loss with weight `lambda` of the comparison (0.1 in the paper).
    ///
    /// # Panics
    ///
    /// Unless `lambda` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(lambda: f32) -> Self {
        match Self::try_new(lambda) {
            Ok(loss) => loss,
            Err(_) => panic!("Orpo: lambda must be finite and 0 or more"),
        }
    }

    /// The loss with a weight that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `lambda` is finite and 0 or more.
    pub const fn try_new(lambda: f32) -> Result<Self, Error> {
        match check_parameter(lambda >= 0.0 && lambda <= f32::MAX, "lambda", "finite and 0 or more", lambda) {
            Ok(()) => Ok(Self { lambda }),
            Err(error) => Err(error),
        }
    }
}

/// The loss of a comparison, −ln σ(L) for the log-odds ratio L, and its derivatives in −π_c and in π_r.
struct Comparison {
    value: f32,
    up: f32,
    down: f32,
}

impl Comparison {
    /// From the odds of the smaller probability over those of the larger: nothing cancels.
    #[inline]
    fn of(chosen: f32, rejected: f32) -> Self {
        // 0 less, so that nothing missing is 0 and not −0.
        let (miss_chosen, miss_rejected) = (0.0 - exp_m1(chosen), 0.0 - exp_m1(rejected));
        if chosen == rejected {
            // Both certain counts as both rare.
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
        // The quotient overflows only where its divisor is subnormal.
        let ln_misses = if misses.is_finite() { ln(misses) } else { ln(miss_chosen) - ln(miss_rejected) };
        let value = ln_1p(odds) + (ln_misses + (rejected - chosen));
        Self { value, up: share / miss_chosen, down: share / miss_rejected }
    }
}

impl Orpo {
    #[inline]
    fn comparison(&self, row: [f32; 2]) -> (f32, Comparison) {
        // At most 0; NaN stays NaN.
        let [chosen, rejected] = row.map(|x| if x > 0.0 { 0.0 } else { x });
        if self.lambda == 0.0 {
            // Without weight it takes no part, so that ∞·0 cannot arise.
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

    const ONE_COPY: bool = true;

    #[inline]
    fn term(&self, row: &[f32; 2], (): &()) -> f32 {
        let (chosen, comparison) = self.comparison(*row);
        comparison.value - chosen
    }

    fn term_and_gradient(&self, row: &mut [f32; 2], (): &(), scale: f32) -> f32 {
        let (chosen, Comparison { value, up, down }) = self.comparison(*row);
        let term = value - chosen;
        *row = if term.is_nan() { [f32::NAN; 2] } else { [(-1.0 - up) * scale, down * scale] };
        term
    }
}
