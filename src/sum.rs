//! The one way in which this crate adds.
//!
//! Terms go round-robin into [`LANES`] running sums, the *lanes*. After [`BLOCK`] terms, a *block*, the lanes are added as a fixed
//! tree. The sum of the block joins the total, whose rounding error is kept (Knuth's two-sum). So
//!
//! * the order depends on the number of terms alone: every target computes the same bits;
//! * a desktop compiler turns the lanes into a vector;
//! * the error does not grow with the number of terms.
//!
//! The terms of long rows are computed one by one, and join the total one by one.

use crate::machine::{HAS_VECTORS, SELECTS};
use core::cell::Cell;

/// Running sums within a block. Eight fill one AVX vector, or a quarter of the registers of a Cortex-M4F.
pub(crate) const LANES: usize = 8;

/// Terms per block: four a lane, so the sum of a block has seen six roundings at most.
pub(crate) const BLOCK: usize = 4 * LANES;

/// The partial sums of a block.
pub(crate) type Lanes = [f32; LANES];

/// Lanes to which nothing has been added. A number added to −0 stays as it is, so a compiler that unrolls the loop leaves the first
/// additions out. Nor does it call memclr, 0.2 kB of flash, to clear them. The sum of such lanes may be −0: 0 is added to it, or it is
/// added to a total.
pub(crate) const NOTHING: Lanes = [-0.0; LANES];

/// A compensated running total.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Total {
    sum: f32,
    error: f32,
}

impl Total {
    /// Creates an empty total.
    pub(crate) const fn new() -> Self {
        Self { sum: 0.0, error: 0.0 }
    }

    /// Adds another total.
    pub(crate) fn merge(&mut self, other: Self) {
        self.add(other.sum);
        self.add(other.error);
    }

    /// Adds one number and keeps the rounding error.
    #[inline]
    pub(crate) fn add(&mut self, x: f32) {
        let (sum, error) = two_sum(self.sum, x);
        let error = self.error + error;
        // The error joins the sum at once: left alone, it would grow and lose digits of its own.
        self.sum = sum + error;
        self.error = error - (self.sum - sum);
        if !self.sum.is_finite() {
            *self = Self { sum, error: 0.0 };
        }
    }

    /// Returns the sum.
    #[inline]
    pub(crate) fn value(self) -> f32 {
        self.sum + self.error
    }
}

/// A running total for many additions, of blocks or of long rows: the error joins the sum after [`SETTLE`] additions, not after
/// each.
#[derive(Clone, Copy, Default)]
pub(crate) struct Blocks {
    total: Total,
    /// Additions since the error last joined the sum.
    pending: u32,
}

/// Additions after which the error joins the sum. If it never did, the error would grow and lose digits of its own. If it did every
/// time, an addition would wait for eight others: on a desktop, half the time of a squared error.
const SETTLE: u32 = 16;

impl Blocks {
    /// Adds the lanes of a block.
    #[cfg_attr(not(small), inline)]
    pub(crate) fn add(&mut self, lanes: &Lanes) {
        self.add_one(tree(lanes));
    }

    /// Adds one number.
    #[inline]
    pub(crate) fn add_one(&mut self, x: f32) {
        let (sum, error) = two_sum(self.total.sum, x);
        let error = self.total.error + error;
        self.total = Total { sum, error };
        self.pending += 1;
        if self.pending == SETTLE {
            self.pending = 0;
            if sum.is_finite() {
                let settled = sum + error;
                self.total = Total { sum: settled, error: error - (settled - sum) };
            }
        }
    }

    /// Returns the sum, with the lanes of the terms behind the last block.
    #[inline]
    pub(crate) fn finish(self, rest: &Lanes) -> f32 {
        let (sum, error) = two_sum(self.total.sum, tree(rest));
        Self { total: Total { sum, error: self.total.error + error }, ..self }.value()
    }

    /// Returns the sum. An infinite sum has no rounding error.
    #[inline]
    pub(crate) fn value(self) -> f32 {
        if self.total.sum.is_finite() { self.total.value() } else { self.total.sum }
    }
}

/// Returns the lanes of a block whose terms a function computes.
#[inline(always)]
pub(crate) fn of_block(mut term: impl FnMut(usize) -> f32) -> Lanes {
    let mut lanes = NOTHING;
    if !HAS_VECTORS {
        for chunk in 0..BLOCK / LANES {
            for (lane, sum) in lanes.iter_mut().enumerate() {
                *sum += term(chunk * LANES + lane);
            }
        }
    } else {
        let mut terms = [0.0; BLOCK];
        for (i, value) in terms.iter_mut().enumerate() {
            *value = term(i);
        }
        for terms in terms.as_chunks::<LANES>().0 {
            for (sum, term) in lanes.iter_mut().zip(terms) {
                *sum += term;
            }
        }
    }
    lanes
}

/// Returns `a + b` rounded, and the exact rounding error (Knuth 1969).
#[inline]
pub(crate) fn two_sum(a: f32, b: f32) -> (f32, f32) {
    let sum = a + b;
    let rounded_b = sum - a;
    let error = (a - (sum - rounded_b)) + (b - rounded_b);
    (sum, error)
}

/// Returns `a + b` rounded, and the rounding error. The error is 0 if it has no meaning: near `f32::MAX` the steps to it can overflow
/// although the sum is finite.
#[inline]
pub(crate) fn sum_and_error(a: f32, b: f32) -> (f32, f32) {
    let (sum, error) = two_sum(a, b);
    (sum, if error.is_finite() { error } else { 0.0 })
}

/// Adds the lanes of a block as a tree.
#[inline]
fn tree(lanes: &Lanes) -> f32 {
    let [a, b, c, d, e, f, g, h] = *lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// Returns the sum of `term(i, x)` over the elements x of a row and their indices i, in the order described above.
#[inline]
pub(crate) fn sum<T>(row: &[T], mut term: impl FnMut(usize, &T) -> f32) -> f32 {
    sum_of_blocks(row, |first, block| sum_of_block(first, block, &mut term))
}

/// Returns the sum of a row, from the sums of its blocks. `of_block` gets the index of the first element, and the block.
#[inline(always)]
fn sum_of_blocks<T>(row: &[T], mut of_block: impl FnMut(usize, &[T]) -> f32) -> f32 {
    let mut total = Blocks::default();
    for (i, block) in row.chunks(BLOCK).enumerate() {
        let sum = of_block(i * BLOCK, block);
        // Most rows are one block, with nothing to compensate.
        if row.len() <= BLOCK {
            return sum + 0.0;
        }
        total.add_one(sum);
    }
    total.value()
}

/// Returns the sum of `term(i, x)` over a block, whole or not.
#[inline(always)]
fn sum_of_block<T>(first: usize, block: &[T], term: &mut impl FnMut(usize, &T) -> f32) -> f32 {
    if HAS_VECTORS && let Ok(block) = <&[T; BLOCK]>::try_from(block) {
        return tree(&of_block(|i| term(first + i, &block[i])));
    }
    let mut lanes = NOTHING;
    for (i, x) in block.iter().enumerate() {
        lanes[i % LANES] += term(first + i, x);
    }
    tree(&lanes)
}

/// Returns the sum of the terms of two rows of one length, in the same order, and replaces the elements of the first.
///
/// `step` gets an index and both numbers, and returns the term and the number that takes the element's place. If loops of
/// exponentials become vectors, whole blocks are first left to `selecting`, which has no branch. It knows only some numbers, and says so
/// third. If it knows all of a block, its results are taken: the same bits.
#[inline(always)]
pub(crate) fn sum_replacing(
    row: &mut [f32],
    other: &[f32],
    selecting: impl Fn(usize, f32, f32) -> (f32, f32, bool),
    step: impl Fn(usize, f32, f32) -> (f32, f32),
) -> f32 {
    let mut one_by_one = |k: usize, cell: &Cell<f32>| {
        let (term, element) = step(k, cell.get(), other.get(k).copied().unwrap_or(f32::NAN));
        cell.set(element);
        term
    };
    sum_of_blocks(Cell::from_mut(row).as_slice_of_cells(), |first, cells| {
        if SELECTS
            && let Ok(block) = <&[Cell<f32>; BLOCK]>::try_from(cells)
            && let Some(other) = other.get(first..).and_then(|rest| rest.first_chunk::<BLOCK>())
        {
            let (mut elements, mut unknown) = (block.each_ref().map(Cell::get), 0);
            let lanes = of_block(|i| {
                let (term, element, known) = selecting(first + i, elements[i], other[i]);
                elements[i] = element;
                unknown += u32::from(!known);
                term
            });
            if unknown == 0 {
                block.iter().zip(elements).for_each(|(cell, element)| cell.set(element));
                return tree(&lanes);
            }
        }
        sum_of_block(first, cells, &mut one_by_one)
    })
}

/// Returns the sum of a row.
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn total(row: &[f32]) -> f32 {
    sum(row, |_, x| *x)
}

/// Returns the sum of `term(x, y)` over two rows of one length, in the same order.
#[inline(always)]
pub(crate) fn sum_zip(x: &[f32], y: &[f32], term: impl Fn(f32, f32) -> f32) -> f32 {
    let of_block = |x: &[f32], y: &[f32]| {
        let mut lanes = NOTHING;
        let ((x, x_rest), (y, y_rest)) = (x.as_chunks::<LANES>(), y.as_chunks::<LANES>());
        for (x, y) in x.iter().zip(y) {
            for ((sum, x), y) in lanes.iter_mut().zip(x).zip(y) {
                *sum += term(*x, *y);
            }
        }
        for ((sum, x), y) in lanes.iter_mut().zip(x_rest).zip(y_rest) {
            *sum += term(*x, *y);
        }
        tree(&lanes)
    };
    if x.len() <= BLOCK {
        return of_block(x, y) + 0.0;
    }
    // An embedding has few blocks, so this is the total that takes less stack.
    let mut total = Total::default();
    let ((x, x_rest), (y, y_rest)) = (x.as_chunks::<BLOCK>(), y.as_chunks::<BLOCK>());
    for (x, y) in x.iter().zip(y) {
        total.add(of_block(x, y));
    }
    if !x_rest.is_empty() {
        total.add(of_block(x_rest, y_rest));
    }
    total.value()
}
