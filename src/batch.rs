//! The loop over a batch, from which every surface of every loss is derived.

use crate::error::{Buffer, Error, check_length};
use crate::loss::{Reduction, Row, Rowwise};
use crate::math::canonical;
use crate::sum::{BLOCK, LANES, Lanes, Total};

/// Everything that can be wrong with predictions, targets and reduction.
pub(crate) fn check<L: Rowwise>(
    loss: &L,
    rows: usize,
    targets: &[L::Target],
    reduction: Reduction,
) -> Result<(), Error> {
    if rows == 0 {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, rows, targets.len())?;
    reduction.check()?;
    targets.iter().enumerate().try_for_each(|(row, target)| loss.check(row, target))
}

/// Sample weights: a slice, or [`Uniform`].
pub(crate) trait Weights: Copy {
    /// Whether the weights are other than 1.
    const WEIGHTED: bool;
    fn blocks(&self) -> impl Iterator<Item = &[f32; BLOCK]>;
    fn rest(&self) -> impl Iterator<Item = &f32>;
}

/// Every row weighs 1; the compiler removes the multiplication.
#[derive(Clone, Copy)]
pub(crate) struct Uniform;

impl Weights for Uniform {
    const WEIGHTED: bool = false;
    #[inline]
    fn blocks(&self) -> impl Iterator<Item = &[f32; BLOCK]> {
        core::iter::repeat(&[1.0; BLOCK])
    }
    #[inline]
    fn rest(&self) -> impl Iterator<Item = &f32> {
        core::iter::repeat(&1.0)
    }
}

impl Weights for &[f32] {
    const WEIGHTED: bool = true;
    #[inline]
    fn blocks(&self) -> impl Iterator<Item = &[f32; BLOCK]> {
        self.as_chunks().0.iter()
    }
    #[inline]
    fn rest(&self) -> impl Iterator<Item = &f32> {
        self.as_chunks::<BLOCK>().1.iter()
    }
}

/// Where the rows come from: a slice, or the gradient's own buffer.
pub(crate) trait Source<R> {
    fn blocks<'a>(&'a self) -> impl Iterator<Item = Option<&'a [R; BLOCK]>>
    where
        R: 'a;
    fn rest<'a>(&'a self) -> impl Iterator<Item = Option<&'a R>>
    where
        R: 'a;
}

/// The gradient's buffer already holds the predictions.
pub(crate) struct InPlace;

impl<R> Source<R> for InPlace {
    #[inline]
    fn blocks<'a>(&'a self) -> impl Iterator<Item = Option<&'a [R; BLOCK]>>
    where
        R: 'a,
    {
        core::iter::repeat(None)
    }
    #[inline]
    fn rest<'a>(&'a self) -> impl Iterator<Item = Option<&'a R>>
    where
        R: 'a,
    {
        core::iter::repeat(None)
    }
}

impl<R> Source<R> for &[R] {
    #[inline]
    fn blocks<'a>(&'a self) -> impl Iterator<Item = Option<&'a [R; BLOCK]>>
    where
        R: 'a,
    {
        self.as_chunks().0.iter().map(Some)
    }
    #[inline]
    fn rest<'a>(&'a self) -> impl Iterator<Item = Option<&'a R>>
    where
        R: 'a,
    {
        self.as_chunks::<BLOCK>().1.iter().map(Some)
    }
}

/// The denominator of a reduction. Dividing by 0 gives 0: nothing valid in the batch.
#[derive(Clone, Copy, Debug)]
struct Divisor(f32);

impl Divisor {
    /// Whether nothing in the batch is valid, so that value and gradient are 0.
    #[inline]
    fn is_zero(self) -> bool {
        self.0 == 0.0
    }

    /// The factor of the gradient.
    #[inline]
    fn scale(self) -> f32 {
        1.0 / self.0
    }

    /// The reduced value; a NaN of any kind becomes `f32::NAN`.
    #[inline]
    fn reduce(self, sum: f32) -> f32 {
        canonical(if self.is_zero() { 0.0 } else { sum / self.0 })
    }
}

/// What the sum is divided by.
fn divisor<L: Rowwise, W: Weights>(
    loss: &L,
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> Divisor {
    let mean = || {
        if !loss.is_weighted() && !W::WEIGHTED {
            return targets.len() as f32;
        }
        let mut total = Total::default();
        let (blocks, rest) = targets.as_chunks::<BLOCK>();
        for (targets, weights) in blocks.iter().zip(weights.blocks()) {
            for (target, weight) in targets.iter().zip(weights) {
                total.add(loss.weight(target) * weight);
            }
        }
        for (target, weight) in rest.iter().zip(weights.rest()) {
            total.add(loss.weight(target) * weight);
        }
        total.value()
    };
    Divisor(match reduction {
        Reduction::Mean => mean(),
        Reduction::Sum => 1.0,
        Reduction::Over(n) => n,
    })
}

/// The reduced loss of checked arguments.
#[inline]
pub(crate) fn value<L: Rowwise, W: Weights>(
    loss: &L,
    rows: &[L::Row],
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> f32 {
    let term = |row: &L::Row, target: &L::Target, weight: f32| {
        // A row of weight 0 is absent, whatever it holds.
        if weight == 0.0 { 0.0 } else { weight * loss.term(row, target) }
    };
    let mut total = Total::default();
    let (row_blocks, rest_rows) = rows.as_chunks::<BLOCK>();
    let (target_blocks, rest_targets) = targets.as_chunks::<BLOCK>();
    for ((rows, targets), weights) in row_blocks.iter().zip(target_blocks).zip(weights.blocks()) {
        let mut lanes = Lanes::default();
        for chunk in 0..BLOCK / LANES {
            for (lane, sum) in lanes.iter_mut().enumerate() {
                let i = chunk * LANES + lane;
                *sum += term(&rows[i], &targets[i], weights[i]);
            }
        }
        total.add_lanes(&lanes);
    }
    let mut lanes = Lanes::default();
    for (i, ((row, target), weight)) in rest_rows.iter().zip(rest_targets).zip(weights.rest()).enumerate() {
        lanes[i % LANES] += term(row, target, *weight);
    }
    total.add_lanes(&lanes);
    divisor(loss, targets, weights, reduction).reduce(total.value())
}

/// The reduced loss and gradient of checked arguments: the one loop.
#[inline]
pub(crate) fn value_and_gradient<L: Rowwise, W: Weights>(
    loss: &L,
    source: impl Source<L::Row>,
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
    gradient: &mut [L::Row],
) -> f32 {
    let divisor = divisor(loss, targets, weights, reduction);
    if divisor.is_zero() {
        gradient.iter_mut().for_each(|row| row.elements_mut().fill(0.0));
        return 0.0;
    }
    let scale = divisor.scale();
    let term = |row: Option<&L::Row>, target: &L::Target, weight: f32, gradient: &mut L::Row| {
        if weight == 0.0 {
            gradient.elements_mut().fill(0.0);
            return 0.0;
        }
        if let Some(row) = row {
            *gradient = *row;
        }
        weight * loss.term_and_gradient(gradient, target, scale * weight)
    };
    let mut total = Total::default();
    let (target_blocks, rest_targets) = targets.as_chunks::<BLOCK>();
    let (gradient_blocks, rest_gradient) = gradient.as_chunks_mut::<BLOCK>();
    for (((rows, targets), weights), gradient) in
        source.blocks().zip(target_blocks).zip(weights.blocks()).zip(gradient_blocks)
    {
        let mut lanes = Lanes::default();
        for chunk in 0..BLOCK / LANES {
            for (lane, sum) in lanes.iter_mut().enumerate() {
                let i = chunk * LANES + lane;
                *sum += term(rows.map(|rows| &rows[i]), &targets[i], weights[i], &mut gradient[i]);
            }
        }
        total.add_lanes(&lanes);
    }
    let mut lanes = Lanes::default();
    for (i, (((row, target), weight), gradient)) in
        source.rest().zip(rest_targets).zip(weights.rest()).zip(rest_gradient).enumerate()
    {
        lanes[i % LANES] += term(row, target, *weight, gradient);
    }
    total.add_lanes(&lanes);
    let sum = total.value();
    if sum.is_nan() {
        canonicalise(gradient);
    }
    divisor.reduce(sum)
}

/// Replaces every NaN, whatever its sign and payload, by `f32::NAN`.
#[cold]
pub(crate) fn canonicalise<R: Row>(rows: &mut [R]) {
    for element in rows.iter_mut().flat_map(Row::elements_mut) {
        if element.is_nan() {
            *element = f32::NAN;
        }
    }
}
