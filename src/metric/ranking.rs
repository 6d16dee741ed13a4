//! Margin ranking of two scores.

use crate::domain::Domain;
use crate::error::Error;
use crate::rowwise::Rowwise;

/// Margin ranking loss: max(0, m − y·(x₁ − x₂)).
///
#[doc = card!(rows MarginRanking: "`[f32; 2]`: `[x₁, x₂]`", "`f32`, y: 1 if x₁ should be the larger, −1 if x₂ should")]
///
/// The gradient is ∓y while the loss is positive, and 0 elsewhere, the kink included. A target other than −1 and 1 is refused.
///
/// **Parameter**: `margin` (m) is the lead that the right score should have. 0, PyTorch's default, asks for the right order alone.
///
/// If scores are log-odds, use [`BradleyTerry`](crate::BradleyTerry), which is smooth.
///
/// **Error**: value within 3 ULP of the largest of m and the scores. The gradient is exact, on the side of the kink on which the
/// rounded value lies. **Source**: Herbrich, Graepel & Obermayer, *Large Margin Rank Boundaries for Ordinal Regression* (2000).
///
/// ```
/// use microloss::{Loss, MarginRanking, Reduction};
///
/// let scores = [[0.5, 0.0], [2.0, 0.0]];
/// let mut gradient = [[0.0; 2]; 2];
/// let loss = MarginRanking::new(1.0);
/// let target = [1.0; 2];
/// let value =
///     loss.value_and_gradient(&scores, &target, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[-1.0, 1.0], [0.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(MarginRanking)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct MarginRanking {
    margin: f32,
}

impl MarginRanking {
    constructor! {
        /// Creates the loss with margin `margin`.
        MarginRanking: new / try_new(margin: non_negative) => Self { margin }
    }
}

impl Rowwise for MarginRanking {
    type Row = [f32; 2];
    type Target = f32;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn accepts_all(&self, targets: &[f32]) -> bool {
        Domain::Sign.surely_contains(targets)
    }

    #[inline]
    fn check(&self, row: usize, target: &f32) -> Result<(), Error> {
        Domain::Sign.check_target(row, *target)
    }

    #[inline]
    fn term(&self, [first, second]: &[f32; 2], target: &f32) -> f32 {
        let violation = self.margin - target * (first - second);
        if violation <= 0.0 { 0.0 } else { violation }
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; 2], target: &f32, scale: f32) -> f32 {
        let term = self.term(row, target);
        let slope = if term > 0.0 { target * scale } else { term };
        *row = [-slope, slope];
        term
    }
}
