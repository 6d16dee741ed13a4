//! The softmax cross-entropy of a list of numbers of classes: each is code of its own, because a row is an array.

use crate::Reduction;
use crate::memory::{Span, check, fits, read, status, write};
use crate::status::{Code, Refusal};
use core::ptr::copy_nonoverlapping;
use microloss::{Error, Loss, Rowwise, SoftmaxCrossEntropy};

/// Positions of the arguments.
const ROWS: u8 = 1;
const CLASSES: u8 = 2;
const LOGITS: u8 = 3;
const LABELS: u8 = 4;
const REDUCTION: u8 = 5;

/// Evaluates an expression with the number of classes as a constant. Each number in the list is 1 kB of code a face: remove
/// those that you do not use, and add those that you need.
macro_rules! with_classes {
    ($classes:expr, $K:ident => $result:expr) => {
        with_classes!($classes, $K => $result, 2 3 4 5 6 7 8 9 10)
    };
    ($classes:expr, $K:ident => $result:expr, $($k:literal)+) => {
        match $classes {
            $($k => {
                const $K: usize = $k;
                $result.map_err(refusal)
            })+
            _ => Err(Refusal::new(Code::CLASSES, CLASSES)),
        }
    };
}

fn refusal(error: Error) -> Refusal {
    match error {
        Error::EmptyBatch => Refusal::new(Code::EMPTY_BATCH, ROWS),
        _ => Refusal::new(Code::LABEL, LABELS),
    }
}

/// Returns the number of logits.
fn logits(rows: usize, classes: usize) -> Result<usize, Refusal> {
    let count = rows.checked_mul(classes).ok_or(Refusal::new(Code::SIZE, ROWS))?;
    fits(rows, ROWS)?;
    fits(count, ROWS).map(|()| count)
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_softmax_cross_entropy_value(
    rows: usize,
    classes: usize,
    predictions: *const f32,
    labels: *const u8,
    reduction: Reduction,
    value: *mut f32,
) -> i32 {
    status(|| {
        check(&[
            Span::read(LOGITS, predictions, logits(rows, classes)?),
            Span::read(LABELS, labels, rows),
            Span::write(REDUCTION + 1, value, 1),
        ])?;
        let reduction = reduction.checked(REDUCTION)?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe {
            with_classes!(classes, K => SoftmaxCrossEntropy::<K, u8>::new().value(
                read(predictions.cast::<[f32; K]>(), rows),
                read(labels, rows),
                reduction,
            ))
        }?;
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}

#[unsafe(no_mangle)]
unsafe extern "C" fn microloss_softmax_cross_entropy(
    rows: usize,
    classes: usize,
    predictions: *const f32,
    labels: *const u8,
    reduction: Reduction,
    gradient: *mut f32,
    value: *mut f32,
) -> i32 {
    status(|| {
        let count = logits(rows, classes)?;
        check(&[
            Span::read(LOGITS, predictions, count),
            Span::replace(REDUCTION + 1, gradient, count),
            Span::read(LABELS, labels, rows),
            Span::write(REDUCTION + 2, value, 1),
        ])?;
        let reduction = reduction.checked(REDUCTION)?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe {
            with_classes!(classes, K => {
                let loss = SoftmaxCrossEntropy::<K, u8>::new();
                let labels = read(labels, rows);
                // Nothing is written before all labels are accepted.
                match labels.iter().enumerate().try_for_each(|(row, label)| loss.check(row, label)) {
                    Ok(()) => {
                        if gradient.cast_const() != predictions {
                            copy_nonoverlapping(predictions, gradient, count);
                        }
                        loss.value_and_gradient_in_place(write(gradient.cast::<[f32; K]>(), rows), labels, reduction)
                    }
                    Err(error) => Err(error),
                }
            })
        }?;
        // SAFETY: `check` has accepted the span.
        unsafe { value.write(result) };
        Ok(())
    })
}
