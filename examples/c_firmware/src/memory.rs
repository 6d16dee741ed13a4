//! Memory that C hands over: the checks, and every access after them.

use crate::status::{Code, Refusal};
use core::slice::{from_raw_parts, from_raw_parts_mut};
use microloss::{Loss, Rowwise, Weighted};

/// The addresses that an argument stands for.
pub struct Span {
    start: usize,
    count: usize,
    size: u8,
    align: u8,
    position: u8,
    access: Access,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
    /// Writes over the first span, if it starts at the same address.
    Replace,
}

impl Span {
    /// Returns the span of an argument that is not there.
    #[inline]
    const fn none() -> Self {
        Self { start: 0, count: 0, size: 0, align: 1, position: 0, access: Access::Read }
    }

    #[inline]
    fn new<T>(position: u8, data: *const T, count: usize, access: Access) -> Self {
        let (size, align) = const { (size_of::<T>() as u8, align_of::<T>() as u8) };
        Self { start: data.addr(), count, size, align, position, access }
    }

    /// Returns the span of `count` values to read. It is no argument if they have no size.
    #[inline]
    pub fn read<T>(position: u8, data: *const T, count: usize) -> Self {
        Self::new(position, data, count, Access::Read)
    }

    /// Returns the span of `count` values to read, or none if the pointer is null.
    #[inline]
    fn optional<T>(position: u8, data: *const T, count: usize) -> Self {
        if data.is_null() { Self::none() } else { Self::read(position, data, count) }
    }

    /// Returns the span of room for `count` values.
    #[inline]
    pub fn write<T>(position: u8, data: *mut T, count: usize) -> Self {
        Self::new(position, data, count, Access::Write)
    }

    /// Returns the span of room for `count` values, which may be that of the first span.
    #[inline]
    pub fn replace<T>(position: u8, data: *mut T, count: usize) -> Self {
        Self::new(position, data, count, Access::Replace)
    }

    /// Returns the address behind the span, if it can exist: not null, aligned, not longer than memory.
    fn end(&self) -> Result<usize, Refusal> {
        let refuse = |code| Err(Refusal::new(code, self.position));
        if self.start == 0 {
            return refuse(Code::NULL);
        }
        if self.start & (usize::from(self.align) - 1) != 0 {
            return refuse(Code::ALIGNMENT);
        }
        let bytes = self.count.checked_mul(usize::from(self.size)).filter(|bytes| *bytes <= isize::MAX as usize);
        match bytes.and_then(|bytes| self.start.checked_add(bytes)) {
            Some(end) => Ok(end),
            None => refuse(Code::SIZE),
        }
    }
}

/// Returns `Ok` if every span can exist, and none that is written shares a byte with another. Not inlined: one copy for all faces.
#[inline(never)]
pub fn check(spans: &[Span]) -> Result<(), Refusal> {
    for (i, span) in spans.iter().enumerate() {
        if span.size == 0 {
            continue;
        }
        let end = span.end()?;
        for (j, other) in spans.iter().take(i).enumerate() {
            if other.size == 0 || (span.access == Access::Read && other.access == Access::Read) {
                continue;
            }
            let replaces = span.access == Access::Replace && j == 0 && span.start == other.start;
            if !replaces && span.start < other.end()? && other.start < end {
                return Err(Refusal::new(Code::OVERLAP, span.position.max(other.position)));
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
#[inline]
pub unsafe fn read<'a, T>(data: *const T, count: usize) -> &'a [T] {
    // SAFETY: by the caller's promise.
    unsafe { from_raw_parts(data, count) }
}

/// Returns `count` values to write.
///
/// # Safety
///
/// [`check`] has accepted them, the pointer stands for as many values, and nothing else touches them during the call.
#[inline]
pub unsafe fn write<'a, T>(data: *mut T, count: usize) -> &'a mut [T] {
    // SAFETY: by the caller's promise.
    unsafe { from_raw_parts_mut(data, count) }
}

/// Returns the status of a call.
#[inline]
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
    #[inline]
    const fn count_position(&self) -> u8 {
        if self.weighted && size_of::<O>() > 0 { 2 } else { 1 }
    }

    #[inline]
    const fn target_position(&self) -> u8 {
        if size_of::<L::Target>() > 0 { self.first + 1 } else { self.first }
    }

    #[inline]
    const fn weight_position(&self) -> u8 {
        self.target_position() + self.weighted as u8
    }

    #[inline]
    const fn reduction_position(&self) -> u8 {
        self.weight_position() + 1
    }

    #[inline]
    fn options_span(&self) -> Span {
        Span::optional(1, self.options, 1)
    }

    #[inline]
    fn weight_span(&self) -> Span {
        Span::optional(self.weight_position(), self.weights, self.count)
    }

    #[inline]
    fn prediction_span(&self) -> Span {
        Span::read(self.first, self.predictions, self.count)
    }

    #[inline]
    fn target_span(&self) -> Span {
        Span::read(self.target_position(), self.targets, self.count)
    }

    /// # Safety
    ///
    /// [`check`] has accepted the options.
    #[inline]
    unsafe fn options(&self) -> Option<O> {
        if self.options.is_null() {
            None
        } else {
            // SAFETY: by the caller's promise. They are read once, so that nobody changes them after they were checked.
            Some(unsafe { self.options.read() })
        }
    }

    /// Returns the refusal for an error of the loss, after its parameters and the reduction were accepted.
    fn refusal(&self, error: microloss::Error) -> Refusal {
        let (code, position) = match error {
            microloss::Error::EmptyBatch => (Code::EMPTY_BATCH, self.count_position()),
            microloss::Error::Label { .. } => (Code::LABEL, self.target_position()),
            microloss::Error::Target { .. } => (Code::TARGET, self.target_position()),
            microloss::Error::Prediction { .. } => (Code::PREDICTION, self.first),
            // What is left to refuse is a sample weight.
            _ => (Code::PARAMETER, self.weight_position()),
        };
        Refusal::new(code, position)
    }

    /// Computes the value.
    ///
    /// # Safety
    ///
    /// Each pointer is null, or misaligned, or stands for as many values as the count says. Nothing else writes them during the
    /// call, and nothing else reads what the call writes.
    #[inline]
    pub unsafe fn value(
        self,
        loss: impl FnOnce(Option<O>) -> Result<L, Refusal>,
        value: *mut f32,
    ) -> i32 {
        status(|| {
            check(&[
                self.prediction_span(),
                self.target_span(),
                self.options_span(),
                self.weight_span(),
                Span::write(self.reduction_position() + 1, value, 1),
            ])?;
            let reduction = self.reduction.checked(self.reduction_position())?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest. Nothing is written while the slices live.
            let result = unsafe {
                let loss = loss(self.options())?;
                let (rows, targets) = (read(self.predictions, self.count), read(self.targets, self.count));
                if self.weights.is_null() {
                    loss.value(rows, targets, reduction)
                } else {
                    Weighted::new(loss, read(self.weights, self.count)).value(rows, targets, reduction)
                }
            };
            let result = result.map_err(|error| self.refusal(error))?;
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
    #[inline]
    pub unsafe fn value_and_gradient(
        self,
        loss: impl FnOnce(Option<O>) -> Result<L, Refusal>,
        gradient: *mut L::Row,
        value: *mut f32,
    ) -> i32 {
        status(|| {
            let position = self.reduction_position() + 1;
            check(&[
                self.prediction_span(),
                Span::replace(position, gradient, self.count),
                self.target_span(),
                self.options_span(),
                self.weight_span(),
                Span::write(position + 1, value, 1),
            ])?;
            let reduction = self.reduction.checked(self.reduction_position())?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest. The slice of predictions is gone before
            // the gradient is written.
            let result = unsafe {
                let loss = loss(self.options())?;
                let targets = read(self.targets, self.count);
                let weights = if self.weights.is_null() { None } else { Some(read(self.weights, self.count)) };
                if gradient.cast_const() != self.predictions {
                    accept(&loss, read(self.predictions, self.count), targets, weights)
                        .map_err(|error| self.refusal(error))?;
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
            let result = result.map_err(|error| self.refusal(error))?;
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
    #[inline]
    pub unsafe fn terms(self, loss: impl FnOnce(Option<O>) -> Result<L, Refusal>, terms: *mut f32) -> i32 {
        status(|| {
            check(&[
                self.prediction_span(),
                self.target_span(),
                self.options_span(),
                self.weight_span(),
                Span::write(self.weight_position() + 1, terms, self.count),
            ])?;
            // SAFETY: `check` has accepted the spans, and the caller promises the rest; what is written lies apart.
            let result = unsafe {
                let loss = loss(self.options())?;
                let (rows, targets) = (read(self.predictions, self.count), read(self.targets, self.count));
                let terms = write(terms, self.count);
                if self.weights.is_null() {
                    loss.terms(rows, targets, terms)
                } else {
                    Weighted::new(loss, read(self.weights, self.count)).terms(rows, targets, terms)
                }
            };
            result.map_err(|error| self.refusal(error))
        })
    }
}

/// Computes the denominator of the mean. The arguments follow one another: count, parameters, targets, weights, denominator.
///
/// # Safety
///
/// The conditions of [`Batch::value`].
#[inline]
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

/// Returns the error of the call that follows: a number of rows, a target, a prediction or a weight that it refuses.
#[inline]
fn accept<L: Rowwise>(
    loss: &L,
    rows: &[L::Row],
    targets: &[L::Target],
    weights: Option<&[f32]>,
) -> Result<(), microloss::Error> {
    if rows.is_empty() {
        return Err(microloss::Error::EmptyBatch);
    }
    if let Some(weights) = weights {
        Weighted::new(WeightsAlone, weights).denominator(microloss::no_targets(rows.len()))?;
    }
    for (i, (row, target)) in rows.iter().zip(targets).enumerate() {
        // A row of weight 0 counts as absent.
        if weights.and_then(|weights| weights.get(i)) != Some(&0.0) {
            loss.check(i, target)?;
            loss.check_prediction(i, row)?;
        }
    }
    Ok(())
}

/// A loss without targets, to look at sample weights alone.
struct WeightsAlone;

impl Rowwise for WeightsAlone {
    type Row = f32;
    type Target = ();

    fn term(&self, _: &f32, (): &()) -> f32 {
        0.0
    }

    fn term_and_gradient(&self, _: &mut f32, (): &(), _: f32) -> f32 {
        0.0
    }
}
