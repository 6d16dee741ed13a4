//! Cross-entropy of a categorical distribution given by logits, against a label.

use super::label_probability::LabelProbability;
use super::{Label, check_class_weights, check_label, ignoring};
use crate::batch::{Uniform, check, value};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::math::{
    check_temperature, exp_nonpositive, ln_1p, log_norm, max, replace_by_softmax_below, temper, tempered,
};
use crate::reduction::Reduction;
use crate::sum::sum;

/// Cross-entropy from logits and labels: −ln softmax(x/T)_y.
///
/// A row holds K logits, the label y is an integer below K (`u8`, `u16`, `u32` or `usize`); a field of a struct is a
/// `SoftmaxCrossEntropy<'static, K, u8>`. With class weights w, label smoothing ε and W = Σ w, the loss of a row is
/// (1 − ε)·w_y·(−ln p_y) + (ε/K)·Σₖ w_k·(−ln p_k), and its gradient
/// ((1 − ε)·w_y + (ε/K)·W)·p_k − (1 − ε)·w_y·[k = y] − (ε/K)·w_k, over T. Under `Mean` the denominator is the sum of w_y over the rows whose label is not ignored. All of this agrees with
/// PyTorch's `CrossEntropyLoss` in every combination, except that a batch without a valid row, or whose labels weigh 0, gives 0
/// where PyTorch divides by 0.
///
/// Do not apply a softmax first. A logit of −∞ masks its class: p = 0 and gradient 0, and where the class has a share of the
/// target, as the label or under smoothing, +∞ loss. A logit of +∞ makes its row NaN unless it is the label's, and under
/// smoothing always, and so does a row of −∞. Without smoothing a label of weight 0 leaves its row out, whatever it holds. For
/// severe imbalance see [`SoftmaxFocal`](crate::SoftmaxFocal), for targets that are distributions
/// [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense), for independent labels
/// [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// Value and gradient within 6 ULP at any margin up to 87 (10 with weights and smoothing, of the largest term where terms
/// cancel); beyond, exponentials are no normal numbers any more, and lose digits; usual forms have no correct digit left from a
/// margin of 17 on. Source: Bridle, *Probabilistic Interpretation of Feedforward Classification Network Outputs* (1990); label
/// smoothing: Szegedy et al. (2015), arXiv:1512.00567, §7; temperature: Guo et al. (2017), arXiv:1706.04599, eq. 9.
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
///
/// let mut gradient = [[0.0; 3]];
/// let loss = SoftmaxCrossEntropy::new();
/// let value = loss.value_and_gradient(&[[2.0, -1.0, 0.5]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert!((value - 0.241_311_3).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.214_403).abs() < 1e-6 && (gradient[0][2] - 0.175_290_4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = crate::generated::picture!(SoftmaxCrossEntropy)]
///
/// Relative error, the worst in each step, beside the forms of PyTorch (−log_softmax) and optax (logsumexp − logit):
///
#[doc = crate::generated::picture!(accuracy_cross_entropy)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxCrossEntropy<'a, const K: usize, L = usize> {
    class_weights: Option<&'a [f32; K]>,
    ignored: Option<L>,
    smoothing: f32,
    temperature: f32,
}

impl<const K: usize, L: Label> Default for SoftmaxCrossEntropy<'_, K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'a, const K: usize, L: Label> SoftmaxCrossEntropy<'a, K, L> {
    /// The loss without class weights, smoothing or ignored label, at temperature 1.
    #[must_use]
    pub const fn new() -> Self {
        Self { class_weights: None, ignored: None, smoothing: 0.0, temperature: 1.0 }
    }

    /// Weighs rows by their label's class, and divides the mean by the sum of those weights.
    ///
    /// # Panics
    ///
    /// Unless every weight is finite and 0 or more; as a constant, it then does not compile.
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
    #[must_use]
    pub const fn with_class_weights(self, weights: &'a [f32; K]) -> Self {
        match self.try_with_class_weights(weights) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxCrossEntropy: class weights must be finite and 0 or more"),
        }
    }

    /// [`with_class_weights`](Self::with_class_weights) for weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every weight is finite and 0 or more.
    pub const fn try_with_class_weights(self, weights: &'a [f32; K]) -> Result<Self, Error> {
        match check_class_weights("class_weights", weights) {
            Ok(()) => Ok(Self { class_weights: Some(weights), ..self }),
            Err(error) => Err(error),
        }
    }

    /// Spreads `epsilon` of every target evenly over all K classes.
    ///
    /// # Panics
    ///
    /// Unless 0 ≤ `epsilon` ≤ 1; as a constant, it then does not compile.
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
    #[must_use]
    pub const fn with_label_smoothing(self, epsilon: f32) -> Self {
        match self.try_with_label_smoothing(epsilon) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxCrossEntropy: label smoothing must lie in [0, 1]"),
        }
    }

    /// [`with_label_smoothing`](Self::with_label_smoothing) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 0 ≤ `epsilon` ≤ 1.
    pub const fn try_with_label_smoothing(self, epsilon: f32) -> Result<Self, Error> {
        match check_parameter(epsilon >= 0.0 && epsilon <= 1.0, "label_smoothing", "in [0, 1]", epsilon) {
            Ok(()) => Ok(Self { smoothing: epsilon, ..self }),
            Err(error) => Err(error),
        }
    }

    /// Divides the logits by `temperature`. A quotient beyond `f32::MAX` counts as that.
    ///
    /// It is a product with 1/T, both rounded unless T is a power of 2: value and gradient then lose up to 4 ULP per unit of the
    /// largest |x|/T.
    ///
    /// # Panics
    ///
    /// Unless `temperature` is a positive normal number; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxCrossEntropy};
    ///
    /// // At T = 2 the logits are ln 3 and 0, the probabilities ¾ and ¼.
    /// let loss = SoftmaxCrossEntropy::new().with_temperature(2.0);
    /// let value = loss.value(&[[2.0 * 3_f32.ln(), 0.0]], &[0_u8], Reduction::Mean)?;
    /// assert!((value - (4.0_f32 / 3.0).ln()).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_temperature(self, temperature: f32) -> Self {
        match self.try_with_temperature(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("SoftmaxCrossEntropy: the temperature must be a positive normal number"),
        }
    }

    /// [`with_temperature`](Self::with_temperature) for a value that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `temperature` is a positive normal number.
    pub const fn try_with_temperature(self, temperature: f32) -> Result<Self, Error> {
        match check_temperature(temperature) {
            Ok(()) => Ok(Self { temperature, ..self }),
            Err(error) => Err(error),
        }
    }

    /// The derivative of the reduced loss with respect to the temperature, for calibration.
    ///
    /// (1/T²)·Σₖ qₖ·(x_k − Σⱼ p_j x_j) for a row with target weights q: negative where the model is
    /// surer than the labels bear out, so that a warmer softmax would lose less.
    ///
    /// # Errors
    ///
    /// As [`Loss::value`](crate::Loss::value).
    ///
    /// ```
    /// use microloss::{Reduction, SoftmaxCrossEntropy};
    ///
    /// let loss = SoftmaxCrossEntropy::new();
    /// let slope = loss.temperature_gradient(&[[2.0, -1.0, 0.5]], &[0_u8], Reduction::Mean)?;
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

    /// The row as the core sees it: without its type. `None` if it is ignored.
    #[inline]
    fn core(&self, label: &L) -> Option<Core<'_>> {
        if self.is_ignored(label) {
            return None;
        }
        Some(Core {
            label: label.index(),
            class_weights: self.class_weights.map(<[f32; K]>::as_slice),
            smoothing: self.smoothing,
            inverse_temperature: 1.0 / self.temperature,
        })
    }
}

ignoring!(['a, const K: usize, L: Label] SoftmaxCrossEntropy<'a, K, L>);

impl<const K: usize, L: Label> Rowwise for SoftmaxCrossEntropy<'_, K, L> {
    type Row = [f32; K];
    type Target = L;

    #[inline]
    fn is_weighted(&self) -> bool {
        self.class_weights.is_some() || self.ignored.is_some()
    }

    #[inline]
    fn weight(&self, target: &L) -> f32 {
        self.core(target).map_or(0.0, |core| core.weight())
    }

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        if self.is_ignored(target) { Ok(()) } else { check_label(row, *target, K) }
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.core(target).map_or(0.0, |core| core.term(row))
    }

    #[inline(always)]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let Some(core) = self.core(target) else {
            row.fill(0.0);
            return 0.0;
        };
        core.term_and_gradient(row, scale)
    }
}

/// dℓ/dT as a loss, so that it is reduced like one.
struct TemperatureSlope<'a, T>(&'a T);

impl<const K: usize, L: Label> Rowwise for TemperatureSlope<'_, SoftmaxCrossEntropy<'_, K, L>> {
    type Row = [f32; K];
    type Target = L;

    fn is_weighted(&self) -> bool {
        self.0.is_weighted()
    }

    fn weight(&self, target: &L) -> f32 {
        self.0.weight(target)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.0.core(target).map_or(0.0, |core| core.temperature_slope(row))
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, _: f32) -> f32 {
        self.term(row, target)
    }
}

/// One row's work, the same machine code for every K and label type.
#[derive(Clone, Copy)]
struct Core<'a> {
    label: usize,
    class_weights: Option<&'a [f32]>,
    smoothing: f32,
    inverse_temperature: f32,
}

impl Core<'_> {
    #[inline]
    fn weight_of(&self, class: usize) -> f32 {
        self.class_weights.map_or(1.0, |weights| weights.get(class).copied().unwrap_or(0.0))
    }

    #[inline]
    fn weight(&self) -> f32 {
        self.weight_of(self.label)
    }

    /// The weight of the label's own loss, and that of every class's loss under smoothing.
    #[inline]
    fn shares(&self, classes: usize) -> (f32, f32) {
        ((1.0 - self.smoothing) * self.weight(), self.smoothing / classes as f32)
    }

    /// Σₖ w_k.
    fn total_weight(&self, classes: usize) -> f32 {
        self.class_weights.map_or(classes as f32, |weights| sum(weights, |_, w| *w))
    }

    /// Σₖ w_k·(m − x_k), for logits over the temperature and their maximum m: what smoothing adds beside the normaliser.
    fn shortfall(&self, row: &[f32], max: f32, inverse_temperature: f32) -> f32 {
        sum(row, |k, x| match self.weight_of(k) {
            0.0 => 0.0,
            weight => weight * (max - tempered(*x, inverse_temperature)),
        })
    }

    fn term(&self, row: &[f32]) -> f32 {
        if self.smoothing == 0.0 {
            let weight = self.weight();
            if weight == 0.0 {
                return 0.0;
            }
            return weight * LabelProbability::of(row, self.label, self.inverse_temperature).loss;
        }
        let Some(own) = row.get(self.label) else { return f32::NAN };
        let (best, max) = max(row);
        let (max, own) = (tempered(max, self.inverse_temperature), tempered(*own, self.inverse_temperature));
        let log_norm = log_norm(row, best, max, self.inverse_temperature);
        let (_, each) = self.shares(row.len());
        let all = each * self.total_weight(row.len());
        let shortfall = self.shortfall(row, max, self.inverse_temperature);
        self.smoothed(max - own, each * shortfall, all, log_norm)
    }

    // Inlined, that a loss without smoothing leaves no code of it.
    #[inline]
    fn term_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        let scale = scale * self.inverse_temperature;
        if self.smoothing == 0.0 {
            self.label_and_gradient(row, scale)
        } else {
            self.smoothed_and_gradient(row, scale)
        }
    }

    // Inlined where two losses are made of it, too: a call would cost each 2 instructions an element.
    #[inline(always)]
    fn label_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        let weight = self.weight();
        if weight == 0.0 {
            row.fill(0.0);
            return 0.0;
        }
        temper(row, self.inverse_temperature);
        weight * LabelProbability::replace(row, self.label, |_| weight * scale).loss
    }

    fn smoothed_and_gradient(&self, row: &mut [f32], scale: f32) -> f32 {
        temper(row, self.inverse_temperature);
        let Some(own) = row.get(self.label).copied() else {
            row.fill(f32::NAN);
            return f32::NAN;
        };
        let (best, max) = max(row);
        let shortfall = self.shortfall(row, max, 1.0);
        let rest = replace_by_softmax_below(row, best, max);
        let (share, each) = self.shares(row.len());
        let all = each * self.total_weight(row.len());
        let miss_of_best = rest * (1.0 / (1.0 + rest));
        for (k, p) in row.iter_mut().enumerate() {
            // 1 − p of the best cancels, and of no other class.
            let miss = if k == best { miss_of_best } else { 1.0 - *p };
            let label = share * if k == self.label { -miss } else { *p };
            *p = (label + (all * *p - each * self.weight_of(k))) * scale;
        }
        self.smoothed(max - own, each * shortfall, all, ln_1p(rest))
    }

    /// own·(−ln p_y) + Σₖ each·w_k·(−ln p_k): from how far the label's logit falls short of the largest, and those of all classes times
    /// each·w_k, whose sum is `all`.
    #[inline]
    fn smoothed(&self, of_label: f32, of_all: f32, all: f32, log_norm: f32) -> f32 {
        let own = (1.0 - self.smoothing) * self.weight();
        // A share of 0 takes no part, so that 0·∞ cannot arise.
        let label = if own == 0.0 { 0.0 } else { own * (of_label + log_norm) };
        label + (of_all + all * log_norm)
    }

    /// (1/T)·(Σ q · E_p(m − x) − Σₖ qₖ·(m − x_k)), for logits x over the temperature and their maximum m: both parts are positive.
    fn temperature_slope(&self, row: &[f32]) -> f32 {
        let (own, each) = self.shares(row.len());
        let logit = |x: f32| tempered(x, self.inverse_temperature);
        let max = logit(max(row).1);
        let weight = |x: f32| exp_nonpositive(logit(x) - max);
        let norm = sum(row, |_, x| weight(*x));
        let mean = sum(row, |_, x| match weight(*x) {
            0.0 => 0.0,
            e => e * (max - logit(*x)),
        }) / norm;
        let mut slope = 0.0;
        if own != 0.0 {
            let at_label = max - logit(row.get(self.label).copied().unwrap_or(f32::NAN));
            slope += own * (mean - at_label);
        }
        if each != 0.0 {
            let all = self.total_weight(row.len()) * mean;
            slope += each * (all - self.shortfall(row, max, self.inverse_temperature));
        }
        slope * self.inverse_temperature
    }
}
