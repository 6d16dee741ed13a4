//! The contract: what a loss is, and how the losses of a batch become one number.

use crate::batch::{InPlace, Uniform, check, denominator, value, value_and_gradient};
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::canonical;

/// How the losses of a batch become one number.
///
/// The gradient is that of the reduced value: under [`Mean`](Reduction::Mean) it is divided by the
/// same denominator as the value. The terms are added exactly enough that the result is within 6 ULP of
/// their exact sum for any batch size, usually within 1; where terms have both signs, of the sum of their sizes, which must stay
/// below `f32::MAX`, or the value is infinite or NaN.
///
/// ```
/// use microloss::{Loss, Reduction, SquaredError};
///
/// let (prediction, target) = ([1.0, 2.0], [0.0, 0.0]);
/// let loss = SquaredError::new();
/// assert_eq!(loss.value(&prediction, &target, Reduction::Sum), Ok(5.0));
/// assert_eq!(loss.value(&prediction, &target, Reduction::Mean), Ok(2.5));
/// assert_eq!(loss.value(&prediction, &target, Reduction::Over(10.0)), Ok(0.5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Reduction {
    /// The sum divided by the number of rows, or by the sum of their weights where there are weights.
    /// Where that is 0 (every row ignored), value and gradient are 0. A sum of weights below 1.2e-38 counts as that, one beyond
    /// `f32::MAX` likewise.
    Mean,
    /// The sum.
    Sum,
    /// The sum divided by this number: when a batch comes in pieces, what `Mean` would divide the whole by
    /// ([`Loss::denominator`]); or the number of positives. Must be finite and ≥ 0; over 0, value and gradient are 0, and a
    /// number below 1.2e-38 counts as that.
    Over(f32),
}

impl Reduction {
    /// The denominator for so many terms of equal weight.
    pub(crate) fn divisor(self, terms: usize) -> Divisor {
        Divisor::new(match self {
            Self::Mean => terms as f32,
            Self::Sum => 1.0,
            Self::Over(n) => n,
        })
    }

    /// `Ok` if the denominator is one.
    pub(crate) fn check(self) -> Result<(), Error> {
        match self {
            Self::Over(n) => check_parameter(n >= 0.0 && n.is_finite(), "Over", "finite and 0 or more", n),
            Self::Mean | Self::Sum => Ok(()),
        }
    }
}

/// The denominator of a reduction. Dividing by 0 gives 0: nothing valid in the batch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Divisor(f32);

impl Divisor {
    /// A denominator that is no normal number, whose reciprocal might be none, counts as the nearest that is; 0 stays 0.
    pub(crate) fn new(n: f32) -> Self {
        let smallest = if n > 0.0 && n < f32::MIN_POSITIVE { f32::MIN_POSITIVE } else { n };
        Self(if smallest > f32::MAX { f32::MAX } else { smallest })
    }

    /// The number to divide by.
    pub(crate) fn value(self) -> f32 {
        self.0
    }

    /// Whether nothing in the batch is valid, so that value and gradient are 0.
    #[inline]
    pub(crate) fn is_zero(self) -> bool {
        self.0 == 0.0
    }

    /// The factor of the gradient.
    #[inline]
    pub(crate) fn scale(self) -> f32 {
        1.0 / self.0
    }

    /// The reduced value; a NaN of any kind becomes `f32::NAN`.
    #[inline]
    pub(crate) fn reduce(self, sum: f32) -> f32 {
        canonical(if self.is_zero() { 0.0 } else { sum / self.0 })
    }
}

/// A loss over a batch: value, gradient, both in one pass, or one value a row.
///
/// Every loss has it that needs the caller's predictions and targets alone. [`InfoNce`](crate::InfoNce), [`NtXent`](crate::NtXent),
/// [`SupervisedContrastive`](crate::SupervisedContrastive), [`Clip`](crate::Clip), [`Ctc`](crate::Ctc), [`Elbo`](crate::Elbo) and
/// [`SequenceLogProbability`](crate::SequenceLogProbability) take or return more, by methods of the same names. Code for any loss
/// takes a reference, `&(impl Loss + ?Sized)` or `&dyn Loss`: references implement nothing themselves.
///
/// Predictions and targets are slices with one entry a row: `[f32]`, `[[f32; K]]`, or labels. Arrays,
/// and `heapless::Vec`s, coerce; flat storage goes through `as_chunks::<K>().0`.
///
/// # Errors
///
/// Every method returns, before anything is written:
/// [`Error::EmptyBatch`] for a batch without rows; [`Error::Length`] for buffers that disagree;
/// [`Error::Label`] for a label outside its classes; [`Error::Parameter`] for a bad [`Reduction::Over`], or for a number of a
/// target that means nothing.
///
/// # Not a number
///
/// A NaN among the predictions flows through: the value becomes NaN and so does the gradient of what it stands for, while
/// other rows keep theirs. An infinite prediction gives what the formula tends to: an infinite value beside a finite slope for
/// [`Huber`](crate::Huber), 0 where it is right beyond doubt, NaN where nothing is to be said. A row of finite predictions never gives
/// NaN, but where its weights, parameters and reduction multiply beyond `f32::MAX`; +∞ and −∞ add up to one, of two rows or of parts
/// of their sum. Every NaN returned is `f32::NAN`, so that even these bits agree between targets.
///
/// ```
/// use microloss::{Huber, Loss, Reduction};
///
/// // A training loop need not know which loss it runs.
/// fn step(loss: &dyn Loss<Prediction = f32, Target = f32>, prediction: &mut [f32], target: &[f32]) -> f32 {
///     let mut gradient = [0.0; 2];
///     let value = loss.value_and_gradient(prediction, target, Reduction::Mean, &mut gradient).unwrap();
///     for (p, g) in prediction.iter_mut().zip(gradient) {
///         *p -= 0.5 * g;
///     }
///     value
/// }
/// let mut prediction = [1.0, 4.0];
/// assert_eq!(step(&Huber::new(1.0), &mut prediction, &[0.0, 0.0]), 2.0);
/// assert_eq!(prediction, [0.75, 3.75]);
/// ```
pub trait Loss {
    /// One row of predictions; its gradient has the same type.
    type Prediction;
    /// The target of one row.
    type Target;

    /// The reduced loss.
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn value(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
    ) -> Result<f32, Error>;

    /// The reduced loss, and its gradient with respect to the predictions.
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn value_and_gradient(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
        gradient: &mut [Self::Prediction],
    ) -> Result<f32, Error>;

    /// The reduced loss; the predictions are replaced by their gradient.
    ///
    /// The same bits as [`value_and_gradient`](Loss::value_and_gradient), for a device that has no second buffer.
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn value_and_gradient_in_place(
        &self,
        prediction: &mut [Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
    ) -> Result<f32, Error>;

    /// The gradient of the reduced loss.
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn gradient(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        reduction: Reduction,
        gradient: &mut [Self::Prediction],
    ) -> Result<(), Error> {
        self.value_and_gradient(prediction, target, reduction, gradient).map(|_| ())
    }

    /// What [`Mean`](Reduction::Mean) divides by: the number of rows, or the sum of their weights where there are weights, or the nearest
    /// normal number where that is none. The sum
    /// of it over the pieces of a batch is the number to reduce every piece [`Over`](Reduction::Over).
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
    ///
    /// let (logits, labels) = ([[0.5, 0.0], [9.0, 0.0], [0.0, 2.0]], [1_u8, 255, 0]);
    /// let loss = SoftmaxCrossEntropy::new().with_class_weights(&[1.0, 3.0]).ignoring(255);
    /// let all = loss.denominator(&labels[..2])? + loss.denominator(&labels[2..])?;
    /// assert_eq!(all, 3.0 + 1.0);
    ///
    /// let pieces = loss.value(&logits[..2], &labels[..2], Reduction::Over(all))?
    ///     + loss.value(&logits[2..], &labels[2..], Reduction::Over(all))?;
    /// assert_eq!(pieces, loss.value(&logits, &labels, Reduction::Mean)?);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn denominator(&self, target: &[Self::Target]) -> Result<f32, Error>;

    /// The loss of every row, unreduced (reduction "none").
    #[allow(clippy::missing_errors_doc, reason = "stands on the trait")]
    fn terms(
        &self,
        prediction: &[Self::Prediction],
        target: &[Self::Target],
        terms: &mut [f32],
    ) -> Result<(), Error>;
}

/// The loss of one row, from which [`Loss`] derives every surface.
///
/// Implement this for a loss of your own whose rows are wider than one number, and [`Elementwise`]
/// where they are one number.
///
/// ```
/// use microloss::{Loss, Reduction, Rowwise};
///
/// /// ½‖p − t‖² of points in the plane.
/// struct HalfSquare;
///
/// impl Rowwise for HalfSquare {
///     type Row = [f32; 2];
///     type Target = [f32; 2];
///
///     fn term(&self, row: &[f32; 2], target: &[f32; 2]) -> f32 {
///         let [x, y] = [row[0] - target[0], row[1] - target[1]];
///         0.5 * (x * x + y * y)
///     }
///     fn term_and_gradient(&self, row: &mut [f32; 2], target: &[f32; 2], scale: f32) -> f32 {
///         let term = self.term(row, target);
///         *row = [(row[0] - target[0]) * scale, (row[1] - target[1]) * scale];
///         term
///     }
/// }
///
/// let mut rows = [[3.0, 4.0], [1.0, 1.0]];
/// let value = HalfSquare.value_and_gradient_in_place(&mut rows, &[[0.0, 0.0], [1.0, 1.0]], Reduction::Mean);
/// assert_eq!((value, rows), (Ok(6.25), [[1.5, 2.0], [0.0, 0.0]]));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no loss of rows",
    note = "a loss has `Rowwise` itself, by `Elementwise` or directly, and a reference to one has not: pass `loss`, not `&loss`"
)]
pub trait Rowwise {
    /// A row of predictions.
    type Row: Row;
    /// The target of a row.
    type Target;

    /// Whether rows weigh differently in the mean: whether [`weight`](Rowwise::weight) is other than 1.
    #[inline]
    fn is_weighted(&self) -> bool {
        false
    }

    /// Whether the loss of a row is so much code that there should be one copy of it. On a microcontroller with an FPU the
    /// loop over rows of one or two numbers is written out unless this is so, for 0.1 to 0.7 kB of flash and up to 200 bytes
    /// of stack: a row of [`SquaredError`](crate::SquaredError) then takes 8 instructions and not 21, of
    /// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) 94 and not 112, but of [`Exo`](crate::Exo) 250 and not 249
    /// (`resources.sh` in `examples/firmware`, with either answer). The bits are the same.
    #[inline]
    fn wants_one_copy(&self) -> bool {
        false
    }

    /// The weight of a row in the denominator of the mean. Asked for only where [`is_weighted`](Rowwise::is_weighted) says so; the
    /// terms have it in them already.
    #[inline]
    fn weight(&self, target: &Self::Target) -> f32 {
        let _ = target;
        1.0
    }

    /// Refuses a target that has no meaning, before anything is written.
    ///
    /// # Errors
    ///
    /// [`Error::Label`] for a label outside its classes, [`Error::Parameter`] for a number that means nothing.
    #[inline]
    fn check(&self, row: usize, target: &Self::Target) -> Result<(), Error> {
        let _ = (row, target);
        Ok(())
    }

    /// The loss of a row.
    fn term(&self, row: &Self::Row, target: &Self::Target) -> f32;

    /// The loss of a row, the same bits as [`term`](Rowwise::term); the row is replaced by its gradient
    /// times `scale`. Where the loss is NaN, so must the gradient be.
    fn term_and_gradient(&self, row: &mut Self::Row, target: &Self::Target, scale: f32) -> f32;
}

/// A row of numbers: `f32`, `[f32; K]`, `[[f32; K]; M]`, or a struct around one of them, such as `struct Pose([f32; 3])`.
///
/// ```
/// use microloss::Row;
///
/// let mut row = [[1.0, 2.0], [3.0, 4.0]];
/// row.elements_mut().iter_mut().for_each(|x| *x *= 10.0);
/// assert_eq!(row, [[10.0, 20.0], [30.0, 40.0]]);
/// ```
pub trait Row: Copy {
    /// The numbers.
    fn elements_mut(&mut self) -> &mut [f32];
}

impl Row for f32 {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        core::slice::from_mut(self)
    }
}

impl<const K: usize> Row for [f32; K] {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        self
    }
}

impl<const K: usize, const M: usize> Row for [[f32; K]; M] {
    #[inline]
    fn elements_mut(&mut self) -> &mut [f32] {
        self.as_flattened_mut()
    }
}

/// Value and slope of an elementwise loss at one prediction.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Point {
    /// The loss.
    pub value: f32,
    /// Its derivative with respect to the prediction.
    pub slope: f32,
}

/// A loss of one prediction and one target: value with slope, and the second derivative, are all one writes to add one.
///
/// ```
/// use microloss::{Elementwise, Loss, Point, Reduction};
///
/// /// ¼ (p − t)⁴
/// struct Quartic;
///
/// impl Elementwise for Quartic {
///     fn point(&self, prediction: f32, target: f32) -> Point {
///         let d = prediction - target;
///         Point { value: 0.25 * d * d * d * d, slope: d * d * d }
///     }
///     fn curvature(&self, prediction: f32, target: f32) -> f32 {
///         let d = prediction - target;
///         3.0 * d * d
///     }
/// }
///
/// let mut gradient = [0.0; 2];
/// let value = Quartic.value_and_gradient(&[2.0, 1.0], &[0.0, 1.0], Reduction::Mean, &mut gradient);
/// assert_eq!(value, Ok(2.0));
/// assert_eq!(gradient, [4.0, 0.0]);
/// ```
pub trait Elementwise {
    /// Value and slope. Where the value is NaN, so must the slope be.
    fn point(&self, prediction: f32, target: f32) -> Point;

    /// The second derivative with respect to the prediction, for Newton-type steps. Where it does not
    /// exist, that of one side.
    fn curvature(&self, prediction: f32, target: f32) -> f32;

    /// [`Loss::value`] for lengths known at compile time, which cannot fail. `N = 0` does not compile;
    /// a [`Reduction::Over`] that `Loss::value` refuses divides as it is, +∞ as `f32::MAX`.
    ///
    /// ```
    /// use microloss::{AbsoluteError, Elementwise, Reduction};
    ///
    /// assert_eq!(AbsoluteError::new().value_array(&[1.0, -3.0], &[0.0; 2], Reduction::Mean), 2.0);
    /// ```
    fn value_array<const N: usize>(
        &self,
        prediction: &[f32; N],
        target: &[f32; N],
        reduction: Reduction,
    ) -> f32
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        value(self, prediction, target, Uniform, reduction)
    }

    /// [`Loss::value_and_gradient`] for lengths known at compile time, which cannot fail. `N = 0` does not
    /// compile; a [`Reduction::Over`] that `Loss::value_and_gradient` refuses divides as it is, +∞
    /// as `f32::MAX`.
    ///
    /// ```
    /// use microloss::{AbsoluteError, Elementwise, Reduction};
    ///
    /// let mut gradient = [0.0; 2];
    /// let loss = AbsoluteError::new();
    /// let value = loss.value_and_gradient_array(&[1.0, -3.0], &[0.0; 2], Reduction::Mean, &mut gradient);
    /// assert_eq!((value, gradient), (2.0, [0.5, -0.5]));
    /// ```
    fn value_and_gradient_array<const N: usize>(
        &self,
        prediction: &[f32; N],
        target: &[f32; N],
        reduction: Reduction,
        gradient: &mut [f32; N],
    ) -> f32
    where
        Self: Sized,
    {
        const { assert!(N > 0, "a batch has at least one row") }
        value_and_gradient(self, prediction.as_slice(), target, Uniform, reduction, gradient)
    }
}

impl<E: Elementwise> Rowwise for E {
    type Row = f32;
    type Target = f32;

    #[inline]
    fn term(&self, row: &f32, target: &f32) -> f32 {
        self.point(*row, *target).value
    }

    #[cfg_attr(feature = "branchless", inline(always))]
    #[cfg_attr(not(feature = "branchless"), inline)]
    fn term_and_gradient(&self, row: &mut f32, target: &f32, scale: f32) -> f32 {
        let point = self.point(*row, *target);
        *row = point.slope * scale;
        point.value
    }
}

impl<L: Rowwise> Loss for L {
    type Prediction = L::Row;
    type Target = L::Target;

    fn value(&self, prediction: &[L::Row], target: &[L::Target], reduction: Reduction) -> Result<f32, Error> {
        check(self, prediction.len(), target, Uniform, reduction)?;
        Ok(value(self, prediction, target, Uniform, reduction))
    }

    fn value_and_gradient(
        &self,
        prediction: &[L::Row],
        target: &[L::Target],
        reduction: Reduction,
        gradient: &mut [L::Row],
    ) -> Result<f32, Error> {
        check(self, prediction.len(), target, Uniform, reduction)?;
        check_length(Buffer::Gradient, prediction.len(), gradient.len())?;
        Ok(value_and_gradient(self, prediction, target, Uniform, reduction, gradient))
    }

    fn value_and_gradient_in_place(
        &self,
        prediction: &mut [L::Row],
        target: &[L::Target],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        check(self, prediction.len(), target, Uniform, reduction)?;
        Ok(value_and_gradient(self, InPlace, target, Uniform, reduction, prediction))
    }

    fn denominator(&self, target: &[L::Target]) -> Result<f32, Error> {
        check(self, target.len(), target, Uniform, Reduction::Mean)?;
        Ok(Divisor::new(denominator(self, target, Uniform)).value())
    }

    fn terms(&self, prediction: &[L::Row], target: &[L::Target], terms: &mut [f32]) -> Result<(), Error> {
        check(self, prediction.len(), target, Uniform, Reduction::Sum)?;
        check_length(Buffer::Terms, prediction.len(), terms.len())?;
        for ((term, row), target) in terms.iter_mut().zip(prediction).zip(target) {
            *term = canonical(self.term(row, target));
        }
        Ok(())
    }
}
