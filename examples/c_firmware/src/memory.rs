//! Memory that C hands over: the checks, and every access after them.

use crate::status::{Code, Refusal};
use core::slice::{from_raw_parts, from_raw_parts_mut};
use microloss::{Loss, Rowwise, Weighted};

/// The most bytes in a row of a fixed width.
const WIDEST: usize = 8;

/// Returns `Ok` if so many rows can lie in memory. It comes before any span of them.
#[inline(always)]
pub fn fits(count: usize, position: u8) -> Result<(), Refusal> {
    if count <= isize::MAX as usize / WIDEST { Ok(()) } else { Err(Refusal::new(Code::SIZE, position)) }
}

/// The addresses that an argument stands for.
pub struct Span {
    start: usize,
    bytes: usize,
    /// The position, the alignment less 1, and what happens to the memory: a byte each, so that they are one constant.
    kind: u32,
}

const WRITTEN: u32 = 1 << 16;
/// The first span may be the same memory.
const REPLACES: u32 = 1 << 17;

impl Span {
    #[inline(always)]
    fn new<T>(position: u8, data: *const T, count: usize, access: u32) -> Self {
        let align = const { align_of::<T>() as u32 - 1 };
        Self {
            start: data.addr(),
            // It `fits`.
            bytes: count.wrapping_mul(size_of::<T>()),
            kind: position as u32 | (align << 8) | access,
        }
    }

    /// Returns the span of `count` values to read.
    #[inline(always)]
    pub fn read<T>(position: u8, data: *const T, count: usize) -> Self {
        Self::new(position, data, count, 0)
    }

    /// Returns the span of `count` values to read, or an empty one if the pointer is null.
    #[inline(always)]
    fn optional<T>(position: u8, data: *const T, count: usize) -> Self {
        if data.is_null() {
            Self { start: WIDEST, bytes: 0, kind: 0 }
        } else {
            Self::read(position, data, count)
        }
    }

    /// Returns the span of room for `count` values.
    #[inline(always)]
    pub fn write<T>(position: u8, data: *mut T, count: usize) -> Self {
        Self::new(position, data, count, WRITTEN)
    }

    /// Returns the span of room for `count` values, which may be that of the first span.
    #[inline(always)]
    pub fn replace<T>(position: u8, data: *mut T, count: usize) -> Self {
        Self::new(position, data, count, WRITTEN | REPLACES)
    }

    const fn position(&self) -> u8 {
        self.kind as u8
    }
}

/// Returns `Ok` if every span can exist (it is not null, is aligned and ends within memory), and none that is written shares a
/// byte with another. Not inlined: one copy for all faces.
#[inline(never)]
pub fn check(spans: &[Span]) -> Result<(), Refusal> {
    for (i, span) in spans.iter().enumerate() {
        let refuse = |code| Err(Refusal::new(code, span.position()));
        if span.start == 0 {
            return refuse(Code::NULL);
        }
        if span.start as u32 & (span.kind >> 8) & 0xFF != 0 {
            return refuse(Code::ALIGNMENT);
        }
        let end = span.start.wrapping_add(span.bytes);
        if end < span.start {
            return refuse(Code::SIZE);
        }
        for (j, other) in spans.iter().take(i).enumerate() {
            let replaces = span.kind & REPLACES != 0 && j == 0 && span.start == other.start;
            if (span.kind | other.kind) & WRITTEN != 0
                && !replaces
                && span.start < other.start.wrapping_add(other.bytes)
                && other.start < end
            {
                return Err(Refusal::new(Code::OVERLAP, span.position().max(other.position())));
            }
        }
    }
    Ok(())
}

/// Returns `count` values to read.
///
/// # Safety
///
/// [`check`] has accepted them, the pointer stands for as many values, and nothing writes them during the call.
#[inline(always)]
pub unsafe fn read<'a, T>(data: *const T, count: usize) -> &'a [T] {
    // SAFETY: by the caller's promise.
    unsafe { from_raw_parts(data, count) }
}

/// Returns `count` values to write.
///
/// # Safety
///
/// [`check`] has accepted them, the pointer stands for as many values, and nothing else touches them during the call.
#[inline(always)]
pub unsafe fn write<'a, T>(data: *mut T, count: usize) -> &'a mut [T] {
    // SAFETY: by the caller's promise.
    unsafe { from_raw_parts_mut(data, count) }
}

/// Returns the status of a call.
#[inline(always)]
pub fn status(call: impl FnOnce() -> Result<(), Refusal>) -> i32 {
    match call() {
        Ok(()) => 0,
        Err(refusal) => refusal.status(),
    }
}

/// A batch as C hands it over. The arguments follow one another: options, count, parameters, predictions, targets, weights,
/// reduction, outputs.
pub struct Batch<L: Rowwise, O> {
    /// The options, or null.
    pub options: *const O,
    /// The number of rows.
    pub count: usize,
    /// The position of the predictions among the arguments.
    pub first: u8,
    /// The predictions.
    pub predictions: *const L::Row,
    /// The targets. They are no argument if they have no size.
    pub targets: *const L::Target,
    /// The sample weights, or null. They are an argument if `weighted`.
    pub weights: *const f32,
    /// True if the function has an argument for sample weights.
    pub weighted: bool,
    /// The reduction.
    pub reduction: crate::Reduction,
}

impl<L: Rowwise, O: Copy> Batch<L, O> {
    /// The position of the count: behind the options, if there are any.
    #[inline(always)]
    const fn count_position(&self) -> u8 {
        if self.weighted && size_of::<O>() > 0 { 2 } else { 1 }
    }

    #[inline(always)]
    const fn target_position(&self) -> u8 {
        if size_of::<L::Target>() > 0 { self.first + 1 } else { self.first }
    }

    #[inline(always)]
    const fn weight_position(&self) -> u8 {
        self.target_position() + self.weighted as u8
    }

    #[inline(always)]
    const fn reduction_position(&self) -> u8 {
        self.weight_position() + 1
    }

    /// Checks all memory: that of the inputs, and of the first outputs, which are one or two.
    #[inline(always)]
    fn check(&self, gradient: Option<Span>, output: Span) -> Result<(), Refusal> {
        fits(self.count, self.count_position())?;
        let predictions = Span::read(self.first, self.predictions, self.count);
        let targets = Span::read(self.target_position(), self.targets, self.count);
        if self.weighted {
            let options = Span::optional(1, self.options, 1);
            let weights = Span::optional(self.weight_position(), self.weights, self.count);
            match gradient {
                Some(gradient) => check(&[predictions, gradient, targets, options, weights, output]),
                None => check(&[predictions, targets, options, weights, output]),
            }
        } else {
            match gradient {
                Some(gradient) => check(&[predictions, gradient, targets, output]),
                None => check(&[predictions, targets, output]),
            }
        }
    }

    /// Refuses what the loss refuses, before anything is written: an empty batch, targets, predictions and weights.
    #[inline(always)]
    fn accept(
        &self,
        loss: &L,
        rows: &[L::Row],
        targets: &[L::Target],
        weights: Option<&[f32]>,
    ) -> Result<(), Refusal> {
        if rows.is_empty() {
            return Err(Refusal::new(Code::EMPTY_BATCH, self.count_position()));
        }
        if weights.is_some_and(|weights| !weights.iter().all(|weight| *weight >= 0.0 && *weight <= f32::MAX))
        {
            return Err(Refusal::new(Code::PARAMETER, self.weight_position()));
        }
        for (i, (row, target)) in rows.iter().zip(targets).enumerate() {
            // A row of weight 0 counts as absent.
            if weights.and_then(|weights| weights.get(i)) != Some(&0.0) {
                loss.check(i, target).map_err(|_| Refusal::new(Code::TARGET, self.target_position()))?;
                loss.check_prediction(i, row).map_err(|_| Refusal::new(Code::PREDICTION, self.first))?;
            }
        }
        Ok(())
    }

    /// # Safety
    ///
    /// [`check`] has accepted the options.
    #[inline(always)]
    unsafe fn options(&self) -> Option<O> {
        if self.options.is_null() {
            None
        } else {
            // SAFETY: by the caller's promise. They are read once, so that nobody changes them after they were checked.
            Some(unsafe { self.options.read() })
        }
    }

    /// # Safety
    ///
    /// [`check`] has accepted the weights, and the caller promises the rest.
    #[inline(always)]
    unsafe fn weights<'a>(&self) -> Option<&'a [f32]> {
        // SAFETY: by the caller's promise.
        if self.weights.is_null() { None } else { Some(unsafe { read(self.weights, self.count) }) }
    }

    /// Computes the value.
    ///
    /// # Safety
    ///
    /// Each pointer is null, or misaligned, or stands for as many values as the count says. Nothing else writes them during the
    /// call, and nothing else reads what the call writes.
    #[inline(always)]
    pub unsafe fn value(self, loss: impl FnOnce(Option<O>) -> Result<L, Refusal>, value: *mut f32) -> i32 {
        status(|| {
            self.check(None, Span::write(self.reduction_position() + 1, value, 1))?;
            let reduction = self.reduction.checked(self.reduction_position())?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest. Nothing is written while the slices live.
            let result = unsafe {
                let loss = loss(self.options())?;
                let (rows, targets) = (read(self.predictions, self.count), read(self.targets, self.count));
                let weights = self.weights();
                self.accept(&loss, rows, targets, weights)?;
                match weights {
                    None => loss.value(rows, targets, reduction),
                    Some(weights) => Weighted::new(loss, weights).value(rows, targets, reduction),
                }
            };
            let result = result.map_err(|_| Refusal::UNEXPECTED)?;
            // SAFETY: `check` has accepted the span.
            unsafe { value.write(result) };
            Ok(())
        })
    }

    /// Computes the value and the gradient, which may replace the predictions.
    ///
    /// There is one loop, the one in place, for less flash: other predictions are copied, once all arguments are accepted.
    ///
    /// # Safety
    ///
    /// The conditions of [`value`](Self::value).
    #[inline(always)]
    pub unsafe fn value_and_gradient(
        self,
        loss: impl FnOnce(Option<O>) -> Result<L, Refusal>,
        gradient: *mut L::Row,
        value: *mut f32,
    ) -> i32 {
        status(|| {
            let position = self.reduction_position() + 1;
            self.check(
                Some(Span::replace(position, gradient, self.count)),
                Span::write(position + 1, value, 1),
            )?;
            let reduction = self.reduction.checked(self.reduction_position())?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest. The slice of predictions is gone before
            // the gradient is written.
            let result = unsafe {
                let loss = loss(self.options())?;
                let targets = read(self.targets, self.count);
                let weights = self.weights();
                self.accept(&loss, read(self.predictions, self.count), targets, weights)?;
                if gradient.cast_const() != self.predictions {
                    core::ptr::copy_nonoverlapping(self.predictions, gradient, self.count);
                }
                let rows = write(gradient, self.count);
                match weights {
                    None => loss.value_and_gradient_in_place(rows, targets, reduction),
                    Some(weights) => {
                        Weighted::new(loss, weights).value_and_gradient_in_place(rows, targets, reduction)
                    }
                }
            };
            let result = result.map_err(|_| Refusal::UNEXPECTED)?;
            // SAFETY: `check` has accepted the span.
            unsafe { value.write(result) };
            Ok(())
        })
    }

    /// Writes the loss of every row.
    ///
    /// # Safety
    ///
    /// The conditions of [`value`](Self::value).
    #[inline(always)]
    pub unsafe fn terms(self, loss: impl FnOnce(Option<O>) -> Result<L, Refusal>, terms: *mut f32) -> i32 {
        status(|| {
            self.check(None, Span::write(self.weight_position() + 1, terms, self.count))?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest; what is written lies apart.
            let result = unsafe {
                let loss = loss(self.options())?;
                let (rows, targets) = (read(self.predictions, self.count), read(self.targets, self.count));
                let weights = self.weights();
                self.accept(&loss, rows, targets, weights)?;
                let terms = write(terms, self.count);
                match weights {
                    None => loss.terms(rows, targets, terms),
                    Some(weights) => Weighted::new(loss, weights).terms(rows, targets, terms),
                }
            };
            result.map_err(|_| Refusal::UNEXPECTED)
        })
    }
}

/// Computes the denominator of the mean. The arguments follow one another: count, parameters, targets, weights, denominator.
///
/// # Safety
///
/// The conditions of [`Batch::value`].
#[inline(always)]
pub unsafe fn denominator<L: Rowwise>(
    loss: impl FnOnce() -> Result<L, Refusal>,
    count: usize,
    first: u8,
    targets: *const L::Target,
    weights: *const f32,
    denominator: *mut f32,
) -> i32 {
    status(|| {
        let position = if size_of::<L::Target>() > 0 { first + 1 } else { first };
        fits(count, 1)?;
        check(&[
            Span::read(first, targets, count),
            Span::optional(position, weights, count),
            Span::write(position + 1, denominator, 1),
        ])?;
        // SAFETY: `check` has accepted the spans, and the caller promises the rest.
        let result = unsafe {
            let (loss, targets) = (loss()?, read(targets, count));
            if weights.is_null() {
                loss.denominator(targets)
            } else {
                Weighted::new(loss, read(weights, count)).denominator(targets)
            }
        };
        let result = result.map_err(|error| match error {
            microloss::Error::EmptyBatch => Refusal::new(Code::EMPTY_BATCH, 1),
            microloss::Error::Parameter { .. } => Refusal::new(Code::PARAMETER, position),
            _ => Refusal::new(Code::TARGET, first),
        })?;
        // SAFETY: `check` has accepted the span.
        unsafe { denominator.write(result) };
        Ok(())
    })
}
