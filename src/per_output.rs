//! A loss of its own for every number of a row: several labels, or several readings.

use crate::array::AnyTarget;
use crate::classification::class_weights;
use crate::error::Error;
use crate::kernel::ClassWeights;
use crate::math::factors;
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::cell::Cell;

/// Loss of a row of K outputs, each with a loss of its own: (1/K)·Σₖ wₖ·ℓₖ(xₖ, tₖ).
///
/// It is for a multi-label row whose labels are not equally rare, a positive weight for each, and for a row of readings in different
/// units, a threshold for each. The losses ℓ are of one kind and differ in their parameters. The gradient of an output is
/// wₖ·ℓₖ′(xₖ, tₖ)/K.
///
/// `Mean` divides by rows, and each row by K: by the number of elements together, as for the flat numbers. `Sum` is 1/K of
/// PyTorch's. The weights w are 1 unless [set](Self::with_weights); they do not enter the denominator, as `weight` of PyTorch's
/// `BCEWithLogitsLoss` does not. An output of weight 0 counts as absent, whatever it holds. If all outputs have the same loss and
/// weight, pass the flat numbers to that loss: `as_flattened()` costs nothing. For a weight per sample there is
/// [`Weighted`](crate::Weighted), around this loss too.
///
/// **Error**: that of the losses, and 2 ULP of the largest term.
///
/// # Errors
///
/// Those of [`Loss`](crate::Loss), for the targets and predictions of every ℓₖ.
///
/// ```
/// use microloss::{Loss, PerOutput, Reduction, SigmoidCrossEntropy};
///
/// // The second label is rare: each of its positives counts three times.
/// let label = SigmoidCrossEntropy::new();
/// const RARE: SigmoidCrossEntropy = SigmoidCrossEntropy::new().with_positive_weight(3.0);
/// let loss = PerOutput::new([label, RARE]);
/// let mut gradient = [[0.0; 2]];
/// let value = loss
///     .value_and_gradient(&[[0.0, 0.0]], &[[1.0, 1.0]], Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 0.5 * (1.0 + 3.0) * core::f32::consts::LN_2);
/// assert_eq!(gradient, [[-0.25, -0.75]]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
/// Labels may be `bool`, by [`YesNo`](crate::YesNo), and readings may have a threshold each:
///
/// ```
/// use microloss::{Huber, Loss, PerOutput, Reduction, SigmoidFocal, YesNo};
///
/// let labels = PerOutput::new([YesNo::new(SigmoidFocal::new(2.0)); 3]);
/// assert!(labels.value(&[[0.0; 3]], &[[true, false, true]], Reduction::Mean).is_ok());
///
/// // Volts and degrees.
/// let readings = PerOutput::new([Huber::new(0.25), Huber::new(2.0)]);
/// let value = readings.value(&[[1.0, 3.0]], &[[0.0, 0.0]], Reduction::Sum)?;
/// assert_eq!(value, 0.5 * (0.25 * (1.0 - 0.125) + 2.0 * (3.0 - 1.0)));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct PerOutput<L, const K: usize, W = ()> {
    losses: [L; K],
    weights: W,
}

impl<L: Rowwise<Row = f32> + Copy, const K: usize> PerOutput<L, K> {
    /// Creates the loss, with a loss of one number for every output.
    #[must_use]
    pub const fn new(losses: [L; K]) -> Self {
        Self { losses, weights: () }
    }
}

class_weights! {
    /// Weights the outputs of every row.
    ///
    /// ```
    /// use microloss::{AbsoluteError, Loss, PerOutput, Reduction};
    ///
    /// let loss = PerOutput::new([AbsoluteError::new(); 2]).with_weights(&[1.0, 4.0]);
    /// let value = loss.value(&[[1.0, 0.5]], &[[0.0, 0.0]], Reduction::Mean)?;
    /// assert_eq!(value, 0.5 * (1.0 + 4.0 * 0.5));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [L: Rowwise<Row = f32> + Copy, const K: usize] PerOutput<L, K> { losses }:
        with_weights / try_with_weights, with_owned_weights / try_with_owned_weights(weights)
}

impl<L: Rowwise<Row = f32> + AnyTarget + Copy, const K: usize, W: ClassWeights<K>> AnyTarget
    for PerOutput<L, K, W>
where
    Self: crate::loss::Loss,
{
}

impl<L: Rowwise<Row = f32> + Copy, const K: usize, W: ClassWeights<K>> PerOutput<L, K, W> {
    /// Returns wₖ/K.
    #[inline]
    fn share(&self, output: usize) -> f32 {
        let weight =
            self.weights.weights().map_or(1.0, |weights| weights.get(output).copied().unwrap_or(0.0));
        weight / K as f32
    }

    /// Returns the sum over the outputs of their share times `term(x, loss, target, share)`. An output of share 0 has the term 0.
    #[inline]
    fn sum<X>(&self, row: &[X], target: &[L::Target], term: impl Fn(&X, &L, &L::Target, f32) -> f32) -> f32 {
        sum(row, |k, x| match (self.losses.get(k), target.get(k)) {
            (Some(loss), Some(target)) => {
                let share = self.share(k);
                let term = term(x, loss, target, share);
                if share == 0.0 { 0.0 } else { share * term }
            }
            _ => f32::NAN,
        })
    }
}

impl<L: Rowwise<Row = f32> + Copy, const K: usize, W: ClassWeights<K>> Rowwise for PerOutput<L, K, W> {
    type Row = [f32; K];
    type Target = [L::Target; K];
    const NAN_ONLY_WITH_VALUE: bool = L::NAN_ONLY_WITH_VALUE;

    #[inline]
    fn check(&self, row: usize, target: &[L::Target; K]) -> Result<(), Error> {
        self.losses.iter().zip(target).try_for_each(|(loss, target)| loss.check(row, target))
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &[f32; K]) -> Result<(), Error> {
        self.losses.iter().zip(prediction).try_for_each(|(loss, x)| loss.check_prediction(row, x))
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[L::Target; K]) -> f32 {
        self.sum(row, target, |x, loss, target, share| if share == 0.0 { 0.0 } else { loss.term(x, target) })
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[L::Target; K], scale: f32) -> f32 {
        let cells = Cell::from_mut(row as &mut [f32]).as_slice_of_cells();
        self.sum(cells, target, |cell, loss, target, share| {
            if share == 0.0 {
                cell.set(0.0);
                return 0.0;
            }
            let (first, second) = factors(scale, share);
            let mut slope = cell.get();
            let term = loss.term_and_gradient(&mut slope, target, first);
            cell.set(slope * second);
            term
        })
    }
}
