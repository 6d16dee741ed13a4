//! Which of two scores is the larger.

use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;

/// Margin ranking loss: max(0, m − y·(x₁ − x₂)), for y = 1 if x₁ ought to be the larger, −1 if x₂.
///
/// A row is `[x₁, x₂]`. The gradient is ∓y while the loss is positive, and 0 elsewhere, the kink included. For scores that are
/// log-odds use [`BradleyTerry`](crate::BradleyTerry), which is smooth.
///
/// Value within 3 ULP of the larger of m and the scores, gradient exact, on the side of the kink where the rounded value lies. Source:
/// Herbrich, Graepel & Obermayer, *Large Margin Rank Boundaries for Ordinal Regression* (2000).
///
/// ```
/// use microloss::{Loss, MarginRanking, Reduction};
///
/// let mut gradient = [[0.0; 2]; 2];
/// let loss = MarginRanking::new(1.0);
/// let value = loss.value_and_gradient(&[[0.5, 0.0], [2.0, 0.0]], &[1.0; 2], Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[-1.0, 1.0], [0.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct MarginRanking {
    margin: f32,
}

impl MarginRanking {
    /// The loss with this margin; 0 asks for the right order alone, and is what PyTorch takes by default.
    ///
    /// # Panics
    ///
    /// Unless `margin` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("MarginRanking: the margin must be finite and 0 or more"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `margin` is finite and 0 or more.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        match check_parameter(margin >= 0.0 && margin <= f32::MAX, "margin", "finite and 0 or more", margin) {
            Ok(()) => Ok(Self { margin }),
            Err(error) => Err(error),
        }
    }
}

impl Rowwise for MarginRanking {
    type Row = [f32; 2];
    type Target = f32;

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
