//! The inputs of the loop that vary: with or without weights, from a slice or in place.

use crate::rowwise::Row;
use crate::sum::BLOCK;

/// Sample weights, one by one or block by block.
pub(crate) trait Weights: Copy {
    /// The weights can be other than 1.
    const WEIGHTED: bool;
    /// The weights of a block of rows.
    type Block;
    fn blocks(self) -> impl Iterator<Item = Self::Block>;
    /// Returns the weight of a row of a block.
    fn of(block: &Self::Block, row: usize) -> f32;
    /// Returns the weights from a row on.
    fn from(self, row: usize) -> impl Iterator<Item = f32>;
}

/// Every weight is 1. A type of its own, so that the multiplication compiles away.
#[derive(Clone, Copy)]
pub(crate) struct Uniform;

impl Weights for Uniform {
    const WEIGHTED: bool = false;
    type Block = ();
    #[inline]
    fn blocks(self) -> impl Iterator<Item = ()> {
        core::iter::repeat(())
    }
    #[inline]
    fn of((): &(), _: usize) -> f32 {
        1.0
    }
    #[inline]
    fn from(self, _: usize) -> impl Iterator<Item = f32> {
        core::iter::repeat(1.0)
    }
}

impl<'a> Weights for &'a [f32] {
    const WEIGHTED: bool = true;
    type Block = &'a [f32; BLOCK];
    #[inline]
    fn blocks(self) -> impl Iterator<Item = &'a [f32; BLOCK]> {
        self.as_chunks().0.iter()
    }
    #[inline]
    fn of(block: &&'a [f32; BLOCK], row: usize) -> f32 {
        block[row]
    }
    #[inline]
    fn from(self, row: usize) -> impl Iterator<Item = f32> {
        rows_from(self, row).iter().copied()
    }
}

/// The rows of predictions, one by one or block by block.
pub(crate) trait Source<R> {
    /// A block of rows.
    type Block;
    fn blocks(&self) -> impl Iterator<Item = Self::Block>;
    /// Copies a row of a block into its gradient's place.
    fn put(block: &Self::Block, row: usize, gradient: &mut R);
    /// Returns the rows from one on, or `None` for each that already stands in its gradient's place.
    fn from<'b>(&'b self, row: usize) -> impl Iterator<Item = Option<&'b R>>
    where
        R: 'b;
}

/// The gradient's buffer already holds the predictions.
pub(crate) struct InPlace;

impl<R> Source<R> for InPlace {
    type Block = ();
    #[inline]
    fn blocks(&self) -> impl Iterator<Item = ()> {
        core::iter::repeat(())
    }
    #[inline]
    fn put((): &(), _: usize, _: &mut R) {}
    #[inline]
    fn from<'b>(&'b self, _: usize) -> impl Iterator<Item = Option<&'b R>>
    where
        R: 'b,
    {
        core::iter::repeat(None)
    }
}

impl<'a, R: Row> Source<R> for &'a [R] {
    type Block = &'a [R; BLOCK];
    #[inline]
    fn blocks(&self) -> impl Iterator<Item = &'a [R; BLOCK]> {
        self.as_chunks().0.iter()
    }
    #[inline]
    fn put(block: &&'a [R; BLOCK], row: usize, gradient: &mut R) {
        *gradient = block[row];
    }
    #[inline]
    fn from<'b>(&'b self, row: usize) -> impl Iterator<Item = Option<&'b R>>
    where
        R: 'b,
    {
        rows_from(self, row).iter().map(Some)
    }
}

/// Returns the rows of a batch from one on.
#[inline]
pub(super) fn rows_from<R>(rows: &[R], row: usize) -> &[R] {
    rows.get(row..).unwrap_or_default()
}
