//! A few of microloss's losses behind a C interface.
//!
//! What a caller promises stands at the top of the header, and so in `cbindgen.toml`.
#![allow(clippy::missing_safety_doc, reason = "one promise for all, at the top of the header")]
#![cfg_attr(target_os = "none", no_std)]

mod memory;

use microloss::{Error, Huber, Loss, SigmoidCrossEntropy, SoftmaxCrossEntropy, SquaredError};

/// What became of a call. Whatever it is other than OK, nothing has been written.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Value and gradient have been written.
    Ok = 0,
    /// A pointer is null.
    Null = 1,
    /// A pointer is not a multiple of its type's alignment.
    Alignment = 2,
    /// A buffer has another length than the predictions, or one larger than memory; or the logits are no whole rows.
    Length = 3,
    /// An output shares memory with another buffer.
    Overlap = 4,
    /// A parameter, or the reduction, is outside its domain.
    Parameter = 5,
    /// There is no row.
    EmptyBatch = 6,
    /// The library is not built for that number of classes; it is for 2 to 10, unless its list has been changed.
    Classes = 7,
    /// A label is not below the number of classes.
    Label = 8,
}

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        match error {
            Error::EmptyBatch => Self::EmptyBatch,
            Error::Length { .. } => Self::Length,
            Error::Label { .. } => Self::Label,
            // What a later version may add refuses a parameter as well.
            _ => Self::Parameter,
        }
    }
}

/// How the losses of the rows become one number; the gradient is that of this number.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Reduction {
    /// 0: the mean over the rows; 1: the sum; 2: the sum divided by `divisor`, as of `(microloss_reduction){ 2, n }`.
    pub kind: u32,
    /// Finite and 0 or more; over 0, value and gradient are 0. Read for kind 2 only.
    pub divisor: f32,
}

/// The reduction to the mean over the rows.
pub const MICROLOSS_MEAN: Reduction = Reduction { kind: 0, divisor: 0.0 };
/// The reduction to the sum over the rows.
pub const MICROLOSS_SUM: Reduction = Reduction { kind: 1, divisor: 0.0 };

impl Reduction {
    fn checked(self) -> Result<microloss::Reduction, Status> {
        match self.kind {
            0 => Ok(microloss::Reduction::Mean),
            1 => Ok(microloss::Reduction::Sum),
            2 => Ok(microloss::Reduction::Over(self.divisor)),
            _ => Err(Status::Parameter),
        }
    }
}

/// Numbers to read.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Floats {
    /// The first.
    pub data: *const f32,
    /// How many.
    pub length: usize,
}

/// Room for numbers to write.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FloatsMut {
    /// The first.
    pub data: *mut f32,
    /// How many.
    pub length: usize,
}

/// Labels to read, one a row.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Labels {
    /// The first.
    pub data: *const u8,
    /// How many.
    pub length: usize,
}

impl Floats {
    fn parts(self) -> (*const f32, usize) {
        (self.data, self.length)
    }
}

impl Labels {
    fn parts(self) -> (*const u8, usize) {
        (self.data, self.length)
    }
}

/// The rows of so many logits each.
fn rows<const K: usize>(logits: &[f32]) -> Result<&[[f32; K]], Status> {
    match logits.as_chunks() {
        (rows, []) => Ok(rows),
        _ => Err(Status::Length),
    }
}

/// The rows of so many logits each, to overwrite.
fn rows_mut<const K: usize>(logits: &mut [f32]) -> Result<&mut [[f32; K]], Status> {
    match logits.as_chunks_mut() {
        (rows, []) => Ok(rows),
        _ => Err(Status::Length),
    }
}

/// Evaluates an expression with the number of classes as a constant. Each number in the list is 2 kB of code: take out
/// what you do not use, add what you need.
macro_rules! with_classes {
    ($classes:expr, $K:ident => $result:expr) => {
        with_classes!($classes, $K => $result, 2 3 4 5 6 7 8 9 10)
    };
    ($classes:expr, $K:ident => $result:expr, $($k:literal)+) => {
        match $classes {
            $($k => {
                const $K: usize = $k;
                Ok($result?)
            })+
            _ => Err(Status::Classes),
        }
    };
}

/// Squared error: (p - t)^2. Its value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(SquaredError::new().value(p, t, reduction.checked()?)?)
        })
    }
}

/// The same: its value, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value_and_gradient(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(SquaredError::new().value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// The same; the gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value_and_gradient_in_place(
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(SquaredError::new().value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Huber: d^2 / 2 up to a distance d of delta (above 0), beyond it delta * (d - delta / 2). Its value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value(
    delta: f32,
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(Huber::try_new(delta)?.value(p, t, reduction.checked()?)?)
        })
    }
}

/// The same: its value, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value_and_gradient(
    delta: f32,
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(Huber::try_new(delta)?.value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// The same; the gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value_and_gradient_in_place(
    delta: f32,
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(Huber::try_new(delta)?.value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Cross-entropy of yes or no from logits, against targets from 0 to 1. Do not apply a sigmoid first. Its value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(SigmoidCrossEntropy::new().value(p, t, reduction.checked()?)?)
        })
    }
}

/// The same: its value, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value_and_gradient(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(SigmoidCrossEntropy::new().value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// The same; the gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value_and_gradient_in_place(
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(SigmoidCrossEntropy::new().value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Cross-entropy of one of `classes` classes from logits, row after row, against a label a row. Do not apply a softmax
/// first. Its value.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value(
    classes: usize,
    logits: Floats,
    labels: Labels,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value(logits, labels.parts(), value, |logits, labels| {
            let reduction = reduction.checked()?;
            with_classes!(classes, K => SoftmaxCrossEntropy::<K, u8>::new().value(rows(logits)?, labels, reduction))
        })
    }
}

/// The same: its value, and its gradient with respect to the logits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value_and_gradient(
    classes: usize,
    logits: Floats,
    labels: Labels,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient(logits, labels.parts(), gradient, value, |logits, labels, gradient| {
            let reduction = reduction.checked()?;
            with_classes!(classes, K => {
                let (logits, gradient) = (rows(logits)?, rows_mut(gradient)?);
                SoftmaxCrossEntropy::<K, u8>::new().value_and_gradient(logits, labels, reduction, gradient)
            })
        })
    }
}

/// The same; the gradient takes the place of the logits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value_and_gradient_in_place(
    classes: usize,
    logits: FloatsMut,
    labels: Labels,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller's promise is handed on.
    unsafe {
        memory::value_and_gradient_in_place(logits, labels.parts(), value, |logits, labels| {
            let reduction = reduction.checked()?;
            with_classes!(classes, K => {
                let logits = rows_mut(logits)?;
                SoftmaxCrossEntropy::<K, u8>::new().value_and_gradient_in_place(logits, labels, reduction)
            })
        })
    }
}

/// Nothing panics; the linker asks for it all the same.
#[cfg(target_os = "none")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
