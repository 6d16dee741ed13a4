//! Sample weights and masks, around any loss.

use crate::batch::{InPlace, check, check_rows, denominator, value, value_and_gradient};
use crate::error::{Buffer, Error, check_length};
use crate::loss::Loss;
use crate::math::canonical;
use crate::reduction::{Divisor, Reduction};
use crate::rowwise::Rowwise;

/// Loss with one weight per row: Σᵢ wᵢ·ℓᵢ, and Σᵢ wᵢ·ℓᵢ / Σᵢ wᵢ under `Mean`.
///
/// **Parameter**: `weights` (w) holds one weight per row, in the row's order. Weights are finite and 0 or more.
///
/// A row of weight 0 counts as absent: its gradient is 0, even if its loss is NaN or its label is not a class. So weights of 0
/// and 1 are a mask. If every weight is 0, value and gradient are 0. If the loss has class weights too, both weights are
/// multiplied, also in the denominator.
///
/// # Errors
///
/// Returns the errors of [`Loss`], [`Error::Length`] if there is not one weight per row, and [`Error::Parameter`] if a weight is
/// negative or not finite.
///
/// ```
/// use microloss::{AbsoluteError, Loss, Reduction, Weighted};
///
/// let (prediction, target) = ([2.0, 4.0, f32::NAN], [0.0; 3]);
/// let mut gradient = [0.0; 3];
/// let value = Weighted::new(AbsoluteError::new(), &[1.0, 3.0, 0.0])
///     .value_and_gradient(&prediction, &target, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, (2.0 + 3.0 * 4.0) / 4.0);
/// assert_eq!(gradient, [0.25, 0.75, 0.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Weighted<'a, L> {
    loss: L,
    weights: &'a [f32],
}

impl<'a, L: Rowwise> Weighted<'a, L> {
    /// Creates the loss with these weights. Every call of the loss checks them.
    #[must_use]
    pub const fn new(loss: L, weights: &'a [f32]) -> Self {
        Self { loss, weights }
    }

    fn check(&self, targets: &[L::Target], reduction: Reduction) -> Result<(), Error> {
        check(&self.loss, targets.len(), targets, self.weights, reduction)?;
        self.check_weights(targets.len())
    }

    fn check_rows(&self, rows: &[L::Row], targets: &[L::Target], reduction: Reduction) -> Result<(), Error> {
        check_rows(&self.loss, rows, targets, self.weights, reduction)?;
        self.check_weights(rows.len())
    }

    fn check_weights(&self, rows: usize) -> Result<(), Error> {
        check_length(Buffer::Weights, rows, self.weights.len())?;
        match first_outside!(non_negative, self.weights) {
            None => Ok(()),
            Some(value) => {
                Err(Error::Parameter { name: "weights", requirement: words!(non_negative), value })
            }
        }
    }
}

impl<L: Rowwise> Loss for Weighted<'_, L> {
    type Prediction = L::Row;
    type Target = L::Target;

    fn value(&self, prediction: &[L::Row], target: &[L::Target], reduction: Reduction) -> Result<f32, Error> {
        self.check_rows(prediction, target, reduction)?;
        Ok(value(&self.loss, prediction, target, self.weights, reduction))
    }

    fn value_and_gradient(
        &self,
        prediction: &[L::Row],
        target: &[L::Target],
        reduction: Reduction,
        gradient: &mut [L::Row],
    ) -> Result<f32, Error> {
        self.check_rows(prediction, target, reduction)?;
        check_length(Buffer::Gradient, prediction.len(), gradient.len())?;
        Ok(value_and_gradient(&self.loss, prediction, target, self.weights, reduction, gradient))
    }

    fn value_and_gradient_in_place(
        &self,
        prediction: &mut [L::Row],
        target: &[L::Target],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        self.check_rows(prediction, target, reduction)?;
        Ok(value_and_gradient(&self.loss, InPlace, target, self.weights, reduction, prediction))
    }

    fn denominator(&self, target: &[L::Target]) -> Result<f32, Error> {
        self.check(target, Reduction::Mean)?;
        Ok(Divisor::new(denominator(&self.loss, target, self.weights)).value())
    }

    /// Writes the weighted loss of every row.
    fn terms(&self, prediction: &[L::Row], target: &[L::Target], terms: &mut [f32]) -> Result<(), Error> {
        self.check_rows(prediction, target, Reduction::Sum)?;
        check_length(Buffer::Terms, prediction.len(), terms.len())?;
        let rows = prediction.iter().zip(target).zip(self.weights);
        for (out, ((row, target), weight)) in terms.iter_mut().zip(rows) {
            *out = canonical(if *weight == 0.0 { 0.0 } else { *weight * self.loss.term(row, target) });
        }
        Ok(())
    }
}
