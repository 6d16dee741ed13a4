//! A C interface to a few of microloss's losses.
//!
//! The promises of a caller stand at the top of the header, which comes from `cbindgen.toml`.
#![allow(clippy::missing_safety_doc, reason = "one promise for all, at the top of the header")]
#![cfg_attr(target_os = "none", no_std)]

mod memory;

use microloss::{Error, Huber, Loss, SigmoidCrossEntropy, SoftmaxCrossEntropy, SquaredError};

/// The result of a call. If it is not OK, nothing has been written.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Value and gradient have been written.
    Ok = 0,
    /// A pointer is null.
    Null = 1,
    /// A pointer is not aligned for its type.
    Alignment = 2,
    /// A buffer is not as long as the predictions, or is longer than memory; or the logits do not fill whole rows.
    Length = 3,
    /// An output shares memory with another buffer.
    Overlap = 4,
    /// A parameter, or the reduction, is outside its domain.
    Parameter = 5,
    /// The batch has no rows.
    EmptyBatch = 6,
    /// The library is not built for this number of classes. It is built for 2 to 10, unless you change its list.
    Classes = 7,
    /// A label is not below the number of classes.
    Label = 8,
    /// A target is outside the domain of the loss.
    Target = 9,
}

impl From<Error> for Status {
    fn from(error: Error) -> Self {
        match error {
            Error::EmptyBatch => Self::EmptyBatch,
            Error::Length { .. } => Self::Length,
            Error::Label { .. } => Self::Label,
            Error::Target { .. } => Self::Target,
            // An error that a later version adds refuses a parameter too.
            _ => Self::Parameter,
        }
    }
}

/// The rule that makes one number of the rows' losses. The gradient is that of this number.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Reduction {
    /// 0: the mean over the rows; 1: the sum; 2: the sum divided by `divisor`, as in `(microloss_reduction){ 2, n }`.
    pub kind: u32,
    /// Finite and 0 or more. If it is 0, value and gradient are 0. Only kind 2 reads it.
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
    /// The first number.
    pub data: *const f32,
    /// The number of numbers.
    pub length: usize,
}

/// Room for numbers to write.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FloatsMut {
    /// The first number.
    pub data: *mut f32,
    /// The number of numbers.
    pub length: usize,
}

/// Labels to read, one a row.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Labels {
    /// The first label.
    pub data: *const u8,
    /// The number of labels.
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

/// Divides logits into rows of K.
fn rows<const K: usize>(logits: &[f32]) -> Result<&[[f32; K]], Status> {
    match logits.as_chunks() {
        (rows, []) => Ok(rows),
        _ => Err(Status::Length),
    }
}

/// Divides logits into rows of K, to overwrite them.
fn rows_mut<const K: usize>(logits: &mut [f32]) -> Result<&mut [[f32; K]], Status> {
    match logits.as_chunks_mut() {
        (rows, []) => Ok(rows),
        _ => Err(Status::Length),
    }
}

/// Evaluates an expression with the number of classes as a constant. Each number in the list is 2 kB of code: remove those
/// that you do not use, and add those that you need.
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

/// Value of the squared error: (p - t)^2.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(SquaredError::new().value(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the squared error, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value_and_gradient(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(SquaredError::new().value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// Value of the squared error. Its gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_squared_error_value_and_gradient_in_place(
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(SquaredError::new().value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the Huber loss: d^2 / 2 up to a distance d of delta (above 0), delta * (d - delta / 2) beyond.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value(
    delta: f32,
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(Huber::try_new(delta)?.value(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the Huber loss, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value_and_gradient(
    delta: f32,
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(Huber::try_new(delta)?.value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// Value of the Huber loss. Its gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_huber_value_and_gradient_in_place(
    delta: f32,
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(Huber::try_new(delta)?.value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the cross-entropy of yes or no, from logits and targets from 0 to 1. Do not apply a sigmoid first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value(prediction, target.parts(), value, |p, t| {
            Ok(SigmoidCrossEntropy::new().value(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the cross-entropy of yes or no, and its gradient with respect to the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value_and_gradient(
    prediction: Floats,
    target: Floats,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient(prediction, target.parts(), gradient, value, |p, t, g| {
            Ok(SigmoidCrossEntropy::new().value_and_gradient(p, t, reduction.checked()?, g)?)
        })
    }
}

/// Value of the cross-entropy of yes or no. Its gradient takes the place of the predictions.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_sigmoid_cross_entropy_value_and_gradient_in_place(
    prediction: FloatsMut,
    target: Floats,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value_and_gradient_in_place(prediction, target.parts(), value, |p, t| {
            Ok(SigmoidCrossEntropy::new().value_and_gradient_in_place(p, t, reduction.checked()?)?)
        })
    }
}

/// Value of the cross-entropy of one of `classes` classes, from logits, row after row, and a label for each row. Do not
/// apply a softmax first.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value(
    classes: usize,
    logits: Floats,
    labels: Labels,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
    unsafe {
        memory::value(logits, labels.parts(), value, |logits, labels| {
            let reduction = reduction.checked()?;
            with_classes!(classes, K => SoftmaxCrossEntropy::<K, u8>::new().value(rows(logits)?, labels, reduction))
        })
    }
}

/// Value of the cross-entropy of one of `classes` classes, and its gradient with respect to the logits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value_and_gradient(
    classes: usize,
    logits: Floats,
    labels: Labels,
    reduction: Reduction,
    gradient: FloatsMut,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
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

/// Value of the cross-entropy of one of `classes` classes. Its gradient takes the place of the logits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn microloss_softmax_cross_entropy_value_and_gradient_in_place(
    classes: usize,
    logits: FloatsMut,
    labels: Labels,
    reduction: Reduction,
    value: *mut f32,
) -> Status {
    // SAFETY: the caller promises what `memory` asks for.
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

/// Never runs, because nothing panics. The linker asks for it all the same.
#[cfg(target_os = "none")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
