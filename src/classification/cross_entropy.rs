//! Cross-entropy of a categorical distribution given by logits, against a label.

mod row;

use self::row::RowLoss;
use super::{ClassWeights, Label, check_label, class_weights, ignoring};
use crate::batch::{Uniform, check, value};
use crate::error::Error;
use crate::reduction::Reduction;
use crate::rowwise::Rowwise;

/// Cross-entropy from logits and labels: −ln softmax(x/T)_y.
///
#[doc = card!(rows SoftmaxCrossEntropy: "`[f32; K]`, logits", "`L`, a label below K: `u8`, `u16`, `u32` or `usize`")]
///
/// With class weights w, label smoothing ε and W = Σ w, the loss of a row is (1 − ε)·w_y·(−ln p_y) + (ε/K)·Σₖ w_k·(−ln p_k). Its
/// gradient is ((1 − ε)·w_y + (ε/K)·W)·p_k − (1 − ε)·w_y·[k = y] − (ε/K)·w_k, over T. Under `Mean` the denominator is the sum of
/// w_y over the rows whose label is not ignored. All of this agrees with PyTorch's `CrossEntropyLoss` in every combination, with
/// one exception: a batch without a valid row, or whose labels weigh 0, gives 0. PyTorch divides by 0 there.
///
/// **Parameters**, all optional: class weights (1 unless set), a label to ignore, label smoothing ε (0 unless set; 0.1 in its
/// paper), temperature T (1 unless set).
///
/// Do not apply a softmax first: `cargo run --release --example double_softmax` shows the harm. A logit of −∞ masks its class:
/// p = 0 and gradient 0. If a masked class has a share of the target, as the label or under smoothing, the loss is +∞; for smoothing
/// there is [`with_unmasked_label_smoothing`](Self::with_unmasked_label_smoothing). A logit of
/// +∞ makes its row NaN, unless it is the label's; under smoothing it always does. A row of −∞ alone is NaN. Without smoothing a
/// label of weight 0 leaves its row out, whatever the row holds.
///
/// Use [`SoftmaxFocal`](crate::SoftmaxFocal) for severe imbalance, [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense)
/// for targets that are distributions, and [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) for independent labels.
///
/// **Error**: value and gradient within 6 ULP at any margin up to 87 (10 with weights and smoothing, of the largest term if terms
/// cancel). [Beyond](crate::classification#bounds), exponentials lose digits. Usual forms have no correct digit left from
/// a margin of 17 on. **Source**: Bridle, *Probabilistic Interpretation of Feedforward Classification Network Outputs* (1990);
/// label smoothing: Szegedy et al. (2015), arXiv:1512.00567, §7; temperature: Guo et al. (2017), arXiv:1706.04599, eq. 9.
///
/// **Run it**: `cargo run --release --example digits`.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
///
/// let (rows, labels) = ([[2.0, -1.0, 0.5]], [0_u8]);
/// let mut gradient = [[0.0; 3]];
/// let loss = SoftmaxCrossEntropy::new();
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.241_311_3).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.214_403).abs() < 1e-6);
/// assert!((gradient[0][2] - 0.175_290_4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(SoftmaxCrossEntropy)]
///
/// Relative error, the worst in each step, beside the forms of PyTorch (−log_softmax) and optax (logsumexp − logit):
///
#[doc = picture!(accuracy_cross_entropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxCrossEntropy<const K: usize, L = u8, W = ()> {
    class_weights: W,
    ignored: Option<L>,
    smoothing: f32,
    unmasked_only: bool,
    temperature: f32,
}

impl<const K: usize, L: Copy> Default for SoftmaxCrossEntropy<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Copy> SoftmaxCrossEntropy<K, L> {
    /// Creates the loss without class weights, smoothing or ignored label, at temperature 1.
    #[must_use]
    pub const fn new() -> Self {
        Self { class_weights: (), ignored: None, smoothing: 0.0, unmasked_only: false, temperature: 1.0 }
    }
}

class_weights! {
    /// Weights rows by their label's class, and divides the mean by the sum of those weights.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
    ///
    /// let loss = SoftmaxCrossEntropy::new().with_class_weights(&[1.0, 3.0]);
    /// let (logits, labels) = ([[0.0, 0.0], [0.0, 0.0]], [0_u8, 1]);
    /// // ln 2 and 3·ln 2, over 1 + 3.
    /// let value = loss.value(&logits, &labels, Reduction::Mean)?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [const K: usize, L: Copy] SoftmaxCrossEntropy<K, L> { ignored, smoothing, unmasked_only, temperature }:
        with_class_weights / try_with_class_weights,
        with_owned_class_weights / try_with_owned_class_weights(class_weights)
}

impl<const K: usize, L: Copy, W: ClassWeights<K>> SoftmaxCrossEntropy<K, L, W> {
    option! {
        /// Spreads `label_smoothing` of every target evenly over all K classes.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
        ///
        /// // The target is ¾ and ¼.
        /// let mut gradient = [[0.0; 2]];
        /// let loss = SoftmaxCrossEntropy::new().with_label_smoothing(0.5);
        /// loss.gradient(&[[0.0, 0.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
        /// assert_eq!(gradient, [[-0.25, 0.25]]);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        SoftmaxCrossEntropy: with_label_smoothing / try_with_label_smoothing(self, label_smoothing: unit) => Self {
            smoothing: label_smoothing, unmasked_only: false, ..self
        }
    }

    option! {
        /// Spreads `label_smoothing` of every target evenly over those of its classes that are not masked by a logit of −∞.
        ///
        /// It is for rows with actions that are not allowed, or labels of another head: with
        /// [`with_label_smoothing`](Self::with_label_smoothing) a masked class has a share of the target, and costs +∞. The share is ε over
        /// the number of unmasked classes. A masked label still costs +∞.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
        ///
        /// // The target is ¾ and ¼ of two classes; the third does not count.
        /// let logits = [[0.0, 0.0, f32::NEG_INFINITY]];
        /// let mut gradient = [[0.0; 3]];
        /// let loss = SoftmaxCrossEntropy::new().with_unmasked_label_smoothing(0.5);
        /// let value = loss
        ///     .value_and_gradient(&logits, &[0_u8], Reduction::Mean, &mut gradient)?;
        /// assert_eq!(value, core::f32::consts::LN_2);
        /// assert_eq!(gradient, [[-0.25, 0.25, 0.0]]);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        SoftmaxCrossEntropy: with_unmasked_label_smoothing / try_with_unmasked_label_smoothing(
            self,
            label_smoothing: unit
        ) => Self { smoothing: label_smoothing, unmasked_only: true, ..self }
    }

    option! {
        /// Divides the logits by `temperature`. A quotient beyond `f32::MAX` counts as that.
        ///
        /// The division is a product with 1/T. If T is not a power of 2, both are rounded, and value and gradient lose up to 4 ULP
        /// per unit of the largest |x|/T.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
        ///
        /// // At T = 2 the logits are ln 3 and 0, the probabilities ¾ and ¼.
        /// let loss = SoftmaxCrossEntropy::new().with_temperature(2.0);
        /// let logits = [[2.0 * 3_f32.ln(), 0.0]];
        /// let value = loss.value(&logits, &[0_u8], Reduction::Mean)?;
        /// assert!((value - (4.0_f32 / 3.0).ln()).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        ///
        /// **Softmax in base 2**: CMSIS-NN's `arm_softmax_q7` and `arm_softmax_q15` compute 2^x / Σ 2^x of the integers x as they are stored.
        /// That is the softmax at T = 1/ln 2, `core::f32::consts::LOG2_E`, whose reciprocal is ln 2 as exactly as an `f32` can be.
        /// The gradient has the factor ln 2. They round probabilities to powers of 2 and take logits far below the largest as absent (q7: by 8
        /// or more), which the loss does not. `arm_softmax_s8` is in base e.
        ///
        /// ```
        /// use core::f32::consts::{LN_2, LOG2_E};
        /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
        ///
        /// // 2³ : 2² : 2² is ½ : ¼ : ¼.
        /// let logits = [[3_i8, 2, 2].map(f32::from)];
        /// let loss = SoftmaxCrossEntropy::new().with_temperature(LOG2_E);
        /// let mut gradient = [[0.0; 3]];
        /// let value = loss
        ///     .value_and_gradient(&logits, &[1_u8], Reduction::Mean, &mut gradient)?;
        /// assert!((value - 2.0 * LN_2).abs() < 1e-6);
        /// assert!((gradient[0][1] + 0.75 * LN_2).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        SoftmaxCrossEntropy: with_temperature / try_with_temperature(self, temperature: positive) => Self {
            temperature, ..self
        }
    }
}

impl<const K: usize, L: Label, W: ClassWeights<K>> SoftmaxCrossEntropy<K, L, W> {
    /// Returns the derivative of the reduced loss with respect to the temperature, for calibration.
    ///
    /// For a row with target weights q it is (1/T²)·Σₖ qₖ·(x_k − Σⱼ p_j x_j). It is negative if the model is surer than the labels
    /// bear out: a warmer softmax would then lose less.
    ///
    /// **Error**: with m the largest logit, within 8 ULP of the larger of its parts Σₖ qₖ·Σⱼ p_j·(m − x_j)/T² and
    /// Σₖ qₖ·(m − x_k)/T², and 1.5 more per unit of the largest (m − x_k)/T, up to 104.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Loss::value`](crate::Loss::value).
    ///
    /// ```
    /// use microloss::{Reduction, SoftmaxCrossEntropy};
    ///
    /// let loss = SoftmaxCrossEntropy::new();
    /// let rows = [[2.0, -1.0, 0.5]];
    /// let slope = loss.temperature_gradient(&rows, &[0_u8], Reduction::Mean)?;
    /// assert!((slope - 0.380_273).abs() < 1e-5);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn temperature_gradient(
        &self,
        logits: &[[f32; K]],
        labels: &[L],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        check(self, logits.len(), labels, Uniform, reduction)?;
        Ok(value(&TemperatureSlope(self), logits, labels, Uniform, reduction))
    }

    /// Returns the loss of one row without its type parameters, or `None` if the label is ignored.
    #[inline]
    fn of_row(&self, label: &L) -> Option<RowLoss<'_>> {
        if self.is_ignored(label) {
            return None;
        }
        Some(RowLoss {
            label: label.index(),
            class_weights: self.class_weights.weights(),
            smoothing: self.smoothing,
            unmasked_only: self.unmasked_only,
            inverse_temperature: 1.0 / self.temperature,
        })
    }
}

ignoring!([const K: usize, L: Copy, W: ClassWeights<K>] SoftmaxCrossEntropy<K, L, W>);

impl<const K: usize, L: Label, W: ClassWeights<K>> Rowwise for SoftmaxCrossEntropy<K, L, W> {
    type Row = [f32; K];
    type Target = L;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn is_weighted(&self) -> bool {
        self.class_weights.weights().is_some() || self.ignored.is_some()
    }

    #[inline]
    fn weight(&self, target: &L) -> f32 {
        self.of_row(target).map_or(0.0, |loss| loss.weight())
    }

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        if self.is_ignored(target) { Ok(()) } else { check_label(row, *target, K) }
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.of_row(target).map_or(0.0, |loss| loss.term(row))
    }

    #[inline(always)]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let Some(loss) = self.of_row(target) else {
            row.fill(0.0);
            return 0.0;
        };
        loss.term_and_gradient(row, scale)
    }
}

/// Derivative dℓ/dT in the shape of a loss, so that it is reduced like one.
struct TemperatureSlope<'a, T>(&'a T);

impl<const K: usize, L: Label, W: ClassWeights<K>> Rowwise
    for TemperatureSlope<'_, SoftmaxCrossEntropy<K, L, W>>
{
    type Row = [f32; K];
    type Target = L;

    fn is_weighted(&self) -> bool {
        self.0.is_weighted()
    }

    fn weight(&self, target: &L) -> f32 {
        self.0.weight(target)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.0.of_row(target).map_or(0.0, |loss| loss.temperature_slope(row))
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, _: f32) -> f32 {
        self.term(row, target)
    }
}
