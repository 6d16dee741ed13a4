//! Losses of triplets that are indices into a batch.

use super::TripletIndices;
use crate::error::{Buffer, Error, check_length};
use crate::math::canonical;
use crate::reduction::Reduction;
use crate::rowwise::Rowwise;
use crate::sum::Total;

/// Returns the reduced loss of triplets of a batch, without a copy of them.
///
/// `loss` is any loss of triplets: [`Triplet`](crate::Triplet), [`CosineTriplet`](crate::CosineTriplet), or your own. `Mean` divides by
/// the number of triplets.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no triplets, [`Error::Label`] if an index is not that of an embedding (`row` is the triplet,
/// `label` the index, `classes` the number of embeddings), [`Error::Parameter`] for a bad [`Reduction::Over`].
///
/// ```
/// use microloss::{Reduction, Triplet, TripletIndices, triplets_value};
///
/// let embeddings = [[0.0], [1.0], [1.5]];
/// let triplets = [TripletIndices { anchor: 0, positive: 1, negative: 2 }];
/// let value = triplets_value(&Triplet::new(1.0), &embeddings, &triplets, Reduction::Mean)?;
/// assert_eq!(value, 1.0 - 1.5 + 1.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn triplets_value<const D: usize, L: Rowwise<Row = [[f32; D]; 3], Target = ()>>(
    loss: &L,
    embeddings: &[[f32; D]],
    triplets: &[TripletIndices],
    reduction: Reduction,
) -> Result<f32, Error> {
    check(embeddings, triplets, reduction)?;
    let mut total = Total::new();
    for triplet in triplets {
        if let Some(row) = triplet.of(embeddings) {
            total.add(loss.term(&row, &()));
        }
    }
    Ok(reduction.divisor(triplets.len()).reduce(total.value()))
}

/// Returns the reduced loss of triplets of a batch, and adds its gradient to that of the embeddings.
///
/// Embeddings stand in several triplets, so gradients are added: fill `gradient` with 0 first. The mined list is all that is needed
/// beside it. One triplet at a time is copied to the stack, 12·D bytes.
///
/// # Errors
///
/// The errors of [`triplets_value`], and [`Error::Length`] for a gradient of another length than the embeddings. Nothing is then added.
///
/// ```
/// use microloss::{
///     Reduction, Triplet, TripletIndices, triplets_value_and_add_gradient,
/// };
///
/// // The anchor of both triplets is pulled to the right twice, and pushed
/// // from either negative.
/// let embeddings = [[0.0], [1.0], [1.5], [-1.5]];
/// let triplet = TripletIndices { anchor: 0, positive: 1, negative: 2 };
/// let triplets = [triplet, TripletIndices { negative: 3, ..triplet }];
/// let mut gradient = [[0.0]; 4];
/// let value = triplets_value_and_add_gradient(
///     &Triplet::new(1.0),
///     &embeddings,
///     &triplets,
///     Reduction::Sum,
///     &mut gradient,
/// )?;
/// assert_eq!((value, gradient), (1.0, [[-2.0], [2.0], [-1.0], [1.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn triplets_value_and_add_gradient<const D: usize, L: Rowwise<Row = [[f32; D]; 3], Target = ()>>(
    loss: &L,
    embeddings: &[[f32; D]],
    triplets: &[TripletIndices],
    reduction: Reduction,
    gradient: &mut [[f32; D]],
) -> Result<f32, Error> {
    check(embeddings, triplets, reduction)?;
    check_length(Buffer::Gradient, embeddings.len(), gradient.len())?;
    let divisor = reduction.divisor(triplets.len());
    if divisor.is_zero() {
        return Ok(0.0);
    }
    let mut total = Total::new();
    for triplet in triplets {
        let Some(mut row) = triplet.of(embeddings) else { continue };
        total.add(loss.term_and_gradient(&mut row, &(), divisor.scale()));
        for (i, slopes) in triplet.indices().into_iter().zip(&row) {
            if let Some(sums) = gradient.get_mut(i) {
                sums.iter_mut().zip(slopes).for_each(|(sum, slope)| *sum = canonical(*sum + slope));
            }
        }
    }
    Ok(divisor.reduce(total.value()))
}

fn check<const D: usize>(
    embeddings: &[[f32; D]],
    triplets: &[TripletIndices],
    reduction: Reduction,
) -> Result<(), Error> {
    if triplets.is_empty() {
        return Err(Error::EmptyBatch);
    }
    let classes = embeddings.len();
    for (row, triplet) in triplets.iter().enumerate() {
        if let Some(label) = triplet.indices().into_iter().find(|i| *i >= classes) {
            return Err(Error::Label { row, label, classes });
        }
    }
    reduction.check()
}

impl TripletIndices {
    fn indices(self) -> [usize; 3] {
        [self.anchor, self.positive, self.negative]
    }

    /// Returns the embeddings of the triplet.
    fn of<const D: usize>(self, embeddings: &[[f32; D]]) -> Option<[[f32; D]; 3]> {
        let [anchor, positive, negative] = self.indices().map(|i| embeddings.get(i).copied());
        Some([anchor?, positive?, negative?])
    }
}
