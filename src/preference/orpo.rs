//! Fine-tuning and preference optimisation in one.

use crate::binary::logistic;
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::{exp, exp_m1, log1m_exp};

/// Odds-ratio preference optimisation: −π_c − λ·ln σ(logit π_c − logit π_r), for log-probabilities per token.
///
/// A row is `[π_c, π_r]`, the policy's mean log-probabilities per token of the chosen and the rejected answer
/// ([`SequenceLogProbability`](crate::SequenceLogProbability) under `Mean`), 0 or less; above 0 they count as 0. There is no
/// target: `()` for every row. The first term is fine-tuning on the chosen answer; the second compares odds, with
/// ln(p/(1 − p)) taken as π − ln(1 − e^π). Equal log-probabilities have odds ratio 1, at π = 0 too; a rejected answer of
/// probability 1 beside a chosen one below has loss +∞.
///
/// Value within 2 ULP, gradient 4, and λ times 4 more per unit of the larger log-odds. Source: Hong et al. (2024), arXiv:2403.07691, eq. 6 and 7.
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

/// At most 0; NaN stays NaN.
#[inline]
fn log_probability(x: f32) -> f32 {
    if x > 0.0 { 0.0 } else { x }
}

/// ln of the odds ratio.
#[inline]
fn log_odds_ratio(chosen: f32, rejected: f32) -> f32 {
    if chosen == rejected { 0.0 } else { (chosen - rejected) - (log1m_exp(chosen) - log1m_exp(rejected)) }
}

impl Rowwise for Orpo {
    type Row = [f32; 2];
    type Target = ();

    #[inline]
    fn term(&self, row: &[f32; 2], (): &()) -> f32 {
        let [chosen, rejected] = row.map(log_probability);
        let comparison = logistic(log_odds_ratio(chosen, rejected), 0.0, 1.0).value;
        -chosen + if self.lambda == 0.0 { 0.0 } else { self.lambda * comparison }
    }

    fn term_and_gradient(&self, row: &mut [f32; 2], (): &(), scale: f32) -> f32 {
        let term = self.term(row, &());
        let [chosen, rejected] = row.map(log_probability);
        // σ(−ln odds ratio)/(1 − p_c) is p_r/(p_r·(1 − p_c) + p_c·(1 − p_r)); both p may be relative to the larger.
        let larger = if chosen > rejected { chosen } else { rejected };
        let (p_chosen, p_rejected) = (exp(chosen - larger), exp(rejected - larger));
        let (miss_chosen, miss_rejected) = (-exp_m1(chosen), -exp_m1(rejected));
        let both = p_rejected * miss_chosen + p_chosen * miss_rejected;
        let (up, down) = if both > 0.0 {
            let up = p_rejected / both;
            (up, if up == 0.0 { 0.0 } else { up * (miss_chosen / miss_rejected) })
        } else {
            // Both certain: as for equal answers that are not.
            (0.5, 0.5)
        };
        let (up, down) = if self.lambda == 0.0 { (0.0, 0.0) } else { (self.lambda * up, self.lambda * down) };
        *row = if term.is_nan() { [f32::NAN; 2] } else { [(-1.0 - up) * scale, down * scale] };
        term
    }
}
