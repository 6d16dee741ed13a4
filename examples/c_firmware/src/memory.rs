//! Memory that C hands over: the checks, and every access after them.

use crate::{Floats, FloatsMut, Status};
use core::ops::Range;
use core::slice::{from_raw_parts, from_raw_parts_mut};

/// Computes the loss of two slices. Writes nothing unless the loss is `Ok`.
///
/// # Safety
///
/// Each pointer is null, or misaligned, or stands for as many values as its length says (`value`: for room for one value).
/// Nothing else writes these values during the call.
pub unsafe fn value<T>(
    prediction: Floats,
    target: (*const T, usize),
    value: *mut f32,
    loss: impl FnOnce(&[f32], &[T]) -> Result<f32, Status>,
) -> Status {
    status(|| {
        let inputs = [addresses(prediction.data, prediction.length)?, addresses(target.0, target.1)?];
        apart(&addresses(value, 1)?, &inputs)?;
        // SAFETY: the slices exist by `addresses` and the caller's promise; nothing is written while they live.
        let result = unsafe {
            loss(from_raw_parts(prediction.data, prediction.length), from_raw_parts(target.0, target.1))
        }?;
        // SAFETY: `value` is aligned and, by the caller's promise, room for a number.
        unsafe { value.write(result) };
        Ok(())
    })
}

/// Computes the loss and the gradient of two slices.
///
/// # Safety
///
/// The conditions of [`value`], and nothing else reads the gradient during the call.
pub unsafe fn value_and_gradient<T>(
    prediction: Floats,
    target: (*const T, usize),
    gradient: FloatsMut,
    value: *mut f32,
    loss: impl FnOnce(&[f32], &[T], &mut [f32]) -> Result<f32, Status>,
) -> Status {
    status(|| {
        let inputs = [addresses(prediction.data, prediction.length)?, addresses(target.0, target.1)?];
        let written = addresses(gradient.data, gradient.length)?;
        apart(&written, &inputs)?;
        let result = addresses(value, 1)?;
        apart(&result, &inputs)?;
        apart(&result, &[written])?;
        // SAFETY: the slices exist by `addresses` and the caller's promise; the one that is written lies apart from the others.
        let result = unsafe {
            loss(
                from_raw_parts(prediction.data, prediction.length),
                from_raw_parts(target.0, target.1),
                from_raw_parts_mut(gradient.data, gradient.length),
            )
        }?;
        // SAFETY: `value` is aligned and, by the caller's promise, room for a number.
        unsafe { value.write(result) };
        Ok(())
    })
}

/// Computes the loss of two slices. The first becomes the gradient.
///
/// # Safety
///
/// The conditions of [`value`], and nothing else reads the predictions during the call.
pub unsafe fn value_and_gradient_in_place<T>(
    prediction: FloatsMut,
    target: (*const T, usize),
    value: *mut f32,
    loss: impl FnOnce(&mut [f32], &[T]) -> Result<f32, Status>,
) -> Status {
    status(|| {
        let written = addresses(prediction.data, prediction.length)?;
        let read = addresses(target.0, target.1)?;
        let result = addresses(value, 1)?;
        apart(&written, &[read.clone(), result.clone()])?;
        apart(&result, &[read])?;
        // SAFETY: the slices exist by `addresses` and the caller's promise; the one that is written lies apart from the other.
        let result = unsafe {
            loss(from_raw_parts_mut(prediction.data, prediction.length), from_raw_parts(target.0, target.1))
        }?;
        // SAFETY: `value` is aligned and, by the caller's promise, room for a number.
        unsafe { value.write(result) };
        Ok(())
    })
}

fn status(call: impl FnOnce() -> Result<(), Status>) -> Status {
    call().err().unwrap_or(Status::Ok)
}

/// Returns the addresses of so many values, if a slice of them can exist: not null, aligned, not longer than memory.
fn addresses<T>(data: *const T, length: usize) -> Result<Range<usize>, Status> {
    if data.is_null() {
        return Err(Status::Null);
    }
    if !data.is_aligned() {
        return Err(Status::Alignment);
    }
    let bytes = length.checked_mul(size_of::<T>()).filter(|bytes| *bytes <= isize::MAX as usize);
    let end = bytes.and_then(|bytes| data.addr().checked_add(bytes)).ok_or(Status::Length)?;
    Ok(data.addr()..end)
}

/// Returns an error if `written` shares a byte with one of the others.
fn apart(written: &Range<usize>, others: &[Range<usize>]) -> Result<(), Status> {
    let shares = |other: &Range<usize>| written.start < other.end && other.start < written.end;
    if others.iter().any(shares) { Err(Status::Overlap) } else { Ok(()) }
}
