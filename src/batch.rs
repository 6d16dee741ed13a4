//! The loop over a batch, from which every surface of every loss is derived.

use crate::error::{Buffer, Error, check_length};
use crate::loss::{Divisor, Reduction, Row, Rowwise};
use crate::sum::{BLOCK, Blocks, LANES, Lanes, TERMS_FIRST, Total, of_block};

/// Everything that can be wrong with predictions, targets and reduction. The target of a row of weight 0 does not matter.
pub(crate) fn check<L: Rowwise, W: Weights>(
    loss: &L,
    rows: usize,
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> Result<(), Error> {
    if rows == 0 {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, rows, targets.len())?;
    reduction.check()?;
    for (row, (target, weight)) in targets.iter().zip(weights.from(0)).enumerate() {
        if weight != 0.0 {
            loss.check(row, target)?;
        }
    }
    Ok(())
}

/// Sample weights, row by row or block by block: a slice, or [`Uniform`].
pub(crate) trait Weights: Copy {
    /// Whether the weights are other than 1.
    const WEIGHTED: bool;
    /// The weights of a block of rows.
    type Block;
    fn blocks(self) -> impl Iterator<Item = Self::Block>;
    /// The weight of a block's row.
    fn of(block: &Self::Block, row: usize) -> f32;
    /// The weights from a row on.
    fn from(self, row: usize) -> impl Iterator<Item = f32>;
}

/// Every row weighs 1: a type of its own, so that no multiplication is left.
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
        from(self, row).iter().copied()
    }
}

/// Where the rows come from, one by one or block by block: a slice, or the gradient's own buffer.
pub(crate) trait Source<R> {
    /// A block of rows.
    type Block;
    fn blocks(&self) -> impl Iterator<Item = Self::Block>;
    /// Puts a block's row where its gradient will stand.
    fn put(block: &Self::Block, row: usize, gradient: &mut R);
    /// The rows from one on, unless they already stand where their gradients will.
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
        from(self, row).iter().map(Some)
    }
}

/// The rows of a batch from one on.
#[inline]
fn from<R>(rows: &[R], row: usize) -> &[R] {
    rows.get(row..).unwrap_or_default()
}

/// Whether the terms of rows go into lanes: those of one or two numbers. For longer ones lanes cost 0.2 to 0.4 kB of flash and 32 to
/// 116 bytes of stack, for what is no loop of vectors.
const fn is_short<R>() -> bool {
    size_of::<R>() <= 2 * size_of::<f32>()
}

/// Whether rows go block by block: where a compiler has vectors, or registers of an FPU, for such a loop to use. Others go
/// one by one: a second copy of their code, for the rows behind the last block, costs more flash and stack than it saves
/// instructions.
#[inline(always)]
fn goes_by_blocks<L: Rowwise>(loss: &L) -> bool {
    is_short::<L::Row>() && (TERMS_FIRST || cfg!(target_abi = "eabihf") && !loss.wants_one_copy())
}

/// Adds the term of the i-th row since the last block to its lane, or to the sum.
#[inline(always)]
fn add<L: Rowwise>(loss: &L, sum: &mut Blocks, lanes: &mut Lanes, i: usize, term: f32) {
    if !is_short::<L::Row>() {
        sum.add_one(term);
        return;
    }
    lanes[i % LANES] += term;
    if !goes_by_blocks(loss) && i % BLOCK == BLOCK - 1 {
        sum.add(lanes);
        *lanes = Lanes::default();
    }
}

/// What a mean divides by.
pub(crate) fn denominator<L: Rowwise, W: Weights>(loss: &L, targets: &[L::Target], weights: W) -> f32 {
    if !loss.is_weighted() && !W::WEIGHTED {
        return targets.len() as f32;
    }
    let mut total = Total::default();
    for (target, weight) in targets.iter().zip(weights.from(0)) {
        total.add(if weight == 0.0 { 0.0 } else { loss.weight(target) * weight });
    }
    total.value()
}

/// What the sum is divided by.
fn divisor<L: Rowwise, W: Weights>(
    loss: &L,
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> Divisor {
    match reduction {
        Reduction::Mean => Divisor::new(denominator(loss, targets, weights)),
        Reduction::Sum | Reduction::Over(_) => reduction.divisor(targets.len()),
    }
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
    let (mut sum, mut done) = (Blocks::default(), 0);
    if goes_by_blocks(loss) {
        let blocks = rows.as_chunks::<BLOCK>().0.iter().zip(targets.as_chunks::<BLOCK>().0);
        for ((rows, targets), weights) in blocks.zip(weights.blocks()) {
            sum.add(&of_block(|i| term(&rows[i], &targets[i], W::of(&weights, i))));
        }
        done = rows.len() / BLOCK * BLOCK;
    }
    let rest = from(rows, done).iter().zip(from(targets, done)).zip(weights.from(done));
    let mut lanes = Lanes::default();
    for (i, ((row, target), weight)) in rest.enumerate() {
        let term = term(row, target, weight);
        add(loss, &mut sum, &mut lanes, i, term);
    }
    divisor(loss, targets, weights, reduction).reduce(sum.finish(&lanes))
}

/// One row's weighted loss; the row becomes its gradient. A row of weight 0 is absent, whatever it holds.
// A call would keep a loop of exponentials from becoming vectors.
#[cfg_attr(feature = "branchless", inline(always))]
#[cfg_attr(not(feature = "branchless"), inline)]
fn term_and_gradient<L: Rowwise>(
    loss: &L,
    row: &mut L::Row,
    target: &L::Target,
    scale: f32,
    weight: f32,
) -> f32 {
    if weight == 0.0 {
        row.elements_mut().fill(0.0);
        return 0.0;
    }
    // One by one where their product is no normal number, and would overflow or lose digits.
    let both = scale * weight;
    let (first, second) =
        if (f32::MIN_POSITIVE..=f32::MAX).contains(&both) { (both, 1.0) } else { (scale, weight) };
    let term = weight * loss.term_and_gradient(row, target, first);
    if second != 1.0 {
        row.elements_mut().iter_mut().for_each(|slope| *slope *= second);
    }
    term
}

/// The reduced loss and gradient of checked arguments: the one loop.
#[inline]
pub(crate) fn value_and_gradient<L: Rowwise, S: Source<L::Row>, W: Weights>(
    loss: &L,
    source: S,
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
    let (mut sum, mut done) = (Blocks::default(), 0);
    if goes_by_blocks(loss) {
        done = gradient.len() / BLOCK * BLOCK;
        let blocks = gradient.as_chunks_mut::<BLOCK>().0.iter_mut().zip(targets.as_chunks::<BLOCK>().0);
        for (((gradient, targets), rows), weights) in blocks.zip(source.blocks()).zip(weights.blocks()) {
            sum.add(&of_block(|i| {
                S::put(&rows, i, &mut gradient[i]);
                term_and_gradient(loss, &mut gradient[i], &targets[i], scale, W::of(&weights, i))
            }));
        }
    }
    let rest = gradient.get_mut(done..).unwrap_or_default().iter_mut().zip(from(targets, done));
    let mut lanes = Lanes::default();
    for (i, (((gradient, target), row), weight)) in
        rest.zip(source.from(done)).zip(weights.from(done)).enumerate()
    {
        // One by one: all at once would be a call of memcpy, 0.7 kB of flash and 0.1 kB of stack.
        if let Some(row) = row {
            *gradient = *row;
        }
        let term = term_and_gradient(loss, gradient, target, scale, weight);
        add(loss, &mut sum, &mut lanes, i, term);
    }
    let sum = sum.finish(&lanes);
    if !sum.is_finite() {
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
