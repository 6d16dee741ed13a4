//! The loop over a batch, from which every method of [`Loss`] follows.
//!
//! A loss tells what one row costs ([`Rowwise`]). Everything else is here, once: checks, weights, the denominator, the sum, the
//! gradient in its own buffer or in that of the predictions. So value, gradient, and their forms cannot disagree.
//!
//! A call goes through four steps:
//!
//! 1. [`check_rows`] looks at all arguments, before anything is written.
//! 2. [`divisor`] finds the number to divide by. If it is 0, no row is valid: value and gradient are 0, whatever the rows hold.
//! 3. The loop takes one row after the other. The gradient of a row needs no other row, so it is written at once, already
//!    divided: [`term_and_gradient`] hands the loss the factor `scale`. The terms go into the sum.
//! 4. The sum is divided. Every NaN becomes `f32::NAN`, since the sign and the payload of a NaN differ between cores.
//!
//! **The sum has one order** ([`crate::sum`]): it depends on the number of rows alone, so every target computes the same bits. Terms
//! of short rows go round-robin into eight running sums, the *lanes*. After 32 terms, a *block*, the lanes are added to the total.
//! Terms of long rows are added to the total one by one.
//!
//! **The loop has two shapes**, which give the same bits. If the machine has vectors or an FPU, and the crate is not built for size,
//! whole blocks of short rows have a loop of their own, in which all lengths are constants. The rows behind the last block, and all
//! rows on other machines, are taken one by one. [`crate::machine`] says why, and decides.
//!
//! Two parts of the loop vary, each a trait with two types. [`Weights`] are a slice, or [`Uniform`]. The rows' [`Source`] is a
//! slice, or the gradient's own buffer ([`InPlace`]). Both hand out blocks or single rows, so that no index is checked in the loop.

mod inputs;

pub(crate) use self::inputs::{InPlace, Uniform};
use self::inputs::{Source, Weights, rows_from};
use crate::error::{Buffer, Error, check_length};
use crate::loss::Loss;
use crate::machine::{goes_by_blocks, is_short};
use crate::math::canonical;
use crate::reduction::{Divisor, Reduction};
use crate::rowwise::{Row, Rowwise};
use crate::sum::{BLOCK, Blocks, LANES, Lanes, NOTHING, Total, of_block};

/// Refuses targets or a reduction that are wrong. The target of a row of weight 0 does not matter.
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
    if loss.accepts_all(targets) {
        return Ok(());
    }
    for (row, (target, weight)) in targets.iter().zip(weights.from(0)).enumerate() {
        if weight != 0.0 {
            loss.check(row, target)?;
        }
    }
    Ok(())
}

/// Refuses predictions that are wrong, beside what [`check`] refuses.
pub(crate) fn check_rows<L: Rowwise, W: Weights>(
    loss: &L,
    rows: &[L::Row],
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> Result<(), Error> {
    check(loss, rows.len(), targets, weights, reduction)?;
    if loss.accepts_all_rows(rows) {
        return Ok(());
    }
    for (row, (prediction, weight)) in rows.iter().zip(weights.from(0)).enumerate() {
        if weight != 0.0 {
            loss.check_prediction(row, prediction)?;
        }
    }
    Ok(())
}

/// Adds the i-th term since the last block, to its lane or to the sum.
#[inline(always)]
fn add<L: Rowwise>(sum: &mut Blocks, lanes: &mut Lanes, i: usize, term: f32) {
    if !is_short::<L>() {
        sum.add_one(term);
        return;
    }
    lanes[i % LANES] += term;
    if !goes_by_blocks::<L>() && i % BLOCK == BLOCK - 1 {
        sum.add(lanes);
        *lanes = NOTHING;
    }
}

/// Returns the denominator of the mean.
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

/// Returns the number that the sum is divided by.
fn divisor<L: Rowwise, W: Weights>(
    loss: &L,
    targets: &[L::Target],
    weights: W,
    reduction: Reduction,
) -> Divisor {
    match reduction {
        Reduction::Mean if loss.is_weighted() || W::WEIGHTED => {
            Divisor::new(denominator(loss, targets, weights))
        }
        _ => reduction.divisor(targets.len()),
    }
}

/// Returns the reduced loss of checked arguments.
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
    if goes_by_blocks::<L>() {
        let blocks = rows.as_chunks::<BLOCK>().0.iter().zip(targets.as_chunks::<BLOCK>().0);
        for ((rows, targets), weights) in blocks.zip(weights.blocks()) {
            sum.add(&of_block(|i| term(&rows[i], &targets[i], W::of(&weights, i))));
        }
        done = rows.len() / BLOCK * BLOCK;
    }
    let rest = rows_from(rows, done).iter().zip(rows_from(targets, done)).zip(weights.from(done));
    let mut lanes = NOTHING;
    for (i, ((row, target), weight)) in rest.enumerate() {
        let term = term(row, target, weight);
        add::<L>(&mut sum, &mut lanes, i, term);
    }
    finish::<L>(sum, &lanes, divisor(loss, targets, weights, reduction)).0
}

/// Returns the weighted loss of one row, which becomes its gradient. A row of weight 0 is absent, whatever it holds.
#[cfg_attr(vectors, inline(always))]
#[cfg_attr(not(vectors), inline)]
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
    // If the product of the factors is not a normal number, they are applied one by one: it would overflow or lose digits.
    let both = scale * weight;
    let (first, second) =
        if (f32::MIN_POSITIVE..=f32::MAX).contains(&both) { (both, 1.0) } else { (scale, weight) };
    let term = weight * loss.term_and_gradient(row, target, first);
    if second != 1.0 {
        row.elements_mut().iter_mut().for_each(|slope| *slope *= second);
    }
    term
}

/// Returns the reduced loss of checked arguments, and writes its gradient.
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
    if goes_by_blocks::<L>() {
        done = gradient.len() / BLOCK * BLOCK;
        let blocks = gradient.as_chunks_mut::<BLOCK>().0.iter_mut().zip(targets.as_chunks::<BLOCK>().0);
        for (((gradient, targets), rows), weights) in blocks.zip(source.blocks()).zip(weights.blocks()) {
            sum.add(&of_block(|i| {
                S::put(&rows, i, &mut gradient[i]);
                term_and_gradient(loss, &mut gradient[i], &targets[i], scale, W::of(&weights, i))
            }));
        }
    }
    let rest = gradient.get_mut(done..).unwrap_or_default().iter_mut().zip(rows_from(targets, done));
    let mut lanes = NOTHING;
    for (i, (((gradient, target), row), weight)) in
        rest.zip(source.from(done)).zip(weights.from(done)).enumerate()
    {
        // One by one: to copy all at once would be a call of memcpy, 0.7 kB of flash and 0.1 kB of stack.
        if let Some(row) = row {
            *gradient = *row;
        }
        let term = term_and_gradient(loss, gradient, target, scale, weight);
        add::<L>(&mut sum, &mut lanes, i, term);
    }
    let (value, is_finite) = finish::<L>(sum, &lanes, divisor);
    if !L::NAN_ONLY_WITH_VALUE || !is_finite {
        canonicalise(gradient);
    }
    value
}

/// Returns the reduced sum, with the terms that are left in the lanes, and whether the sum is finite.
#[inline]
fn finish<L: Rowwise>(sum: Blocks, rest: &Lanes, divisor: Divisor) -> (f32, bool) {
    if is_short::<L>() {
        finish_lanes(sum, rest, divisor)
    } else {
        let sum = sum.value();
        (divisor.reduce(sum), sum.is_finite())
    }
}

/// Returns what [`finish`] does for short rows: the same code for all losses.
#[cfg_attr(not(small), inline)]
fn finish_lanes(sum: Blocks, rest: &Lanes, divisor: Divisor) -> (f32, bool) {
    let sum = sum.finish(rest);
    (divisor.reduce(sum), sum.is_finite())
}

/// Replaces every NaN, of any sign and payload, by `f32::NAN`.
#[cold]
pub(crate) fn canonicalise<R: Row>(rows: &mut [R]) {
    rows.iter_mut().for_each(|row| canonicalise_row(row.elements_mut()));
}

/// Replaces every NaN of a row.
#[cold]
fn canonicalise_row(row: &mut [f32]) {
    for element in row {
        if element.is_nan() {
            *element = f32::NAN;
        }
    }
}

impl<L: Rowwise> Loss for L {
    type Prediction = L::Row;
    type Target = L::Target;

    fn value(&self, prediction: &[L::Row], target: &[L::Target], reduction: Reduction) -> Result<f32, Error> {
        check_rows(self, prediction, target, Uniform, reduction)?;
        Ok(value(self, prediction, target, Uniform, reduction))
    }

    fn value_and_gradient(
        &self,
        prediction: &[L::Row],
        target: &[L::Target],
        reduction: Reduction,
        gradient: &mut [L::Row],
    ) -> Result<f32, Error> {
        check_rows(self, prediction, target, Uniform, reduction)?;
        check_length(Buffer::Gradient, prediction.len(), gradient.len())?;
        Ok(value_and_gradient(self, prediction, target, Uniform, reduction, gradient))
    }

    fn value_and_gradient_in_place(
        &self,
        prediction: &mut [L::Row],
        target: &[L::Target],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        check_rows(self, prediction, target, Uniform, reduction)?;
        Ok(value_and_gradient(self, InPlace, target, Uniform, reduction, prediction))
    }

    fn denominator(&self, target: &[L::Target]) -> Result<f32, Error> {
        check(self, target.len(), target, Uniform, Reduction::Mean)?;
        Ok(Divisor::new(denominator(self, target, Uniform)).value())
    }

    fn terms(&self, prediction: &[L::Row], target: &[L::Target], terms: &mut [f32]) -> Result<(), Error> {
        check_rows(self, prediction, target, Uniform, Reduction::Sum)?;
        check_length(Buffer::Terms, prediction.len(), terms.len())?;
        for ((term, row), target) in terms.iter_mut().zip(prediction).zip(target) {
            *term = canonical(self.term(row, target));
        }
        Ok(())
    }
}
