//! Classes that have a vector each, and a margin around it.

use super::margin::Margin;
use super::products::{carry, logits};
use super::similarity::{
    Gradients, Keys, Losses, Memory, Scratch, positive_included, project, project_all, write_direction,
};
use crate::classification::{Label, check_label};
use crate::error::{Buffer, Error, check_length};
use crate::math::inverse_norm;
use crate::reduction::Reduction;

/// Cosine classifier: cross-entropy of the logits s·cos(x, w_k), with a vector w_k for every class; CosFace and ArcFace with a margin.
///
#[doc = card!(own CosineClassifier: "`[f32; D]`, an embedding", "`L`, a label of any integer type; and the vectors of all classes",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// Embeddings are compared with the directions of the class vectors, which are learned too: both get a gradient. A class is added
/// by one more vector, such as the mean of its first embeddings (enrolment), and its number need not be known at compile time. The
/// class of an embedding is that of the largest cosine. With c = cos(x, w_y), the label's logit is s·φ(c):
///
/// | setting | φ(c) | known as |
/// |---|---|---|
/// | [`new`](CosineClassifier::new) | c | `NormFace`, normalised softmax |
/// | [`with_cosine_margin`](CosineClassifier::with_cosine_margin) | c − m | `CosFace`, AM-Softmax |
/// | [`with_angular_margin`](CosineClassifier::with_angular_margin) | cos(θ + m) with θ = arccos c, and c − m·sin m beyond θ = π − m | `ArcFace` |
/// | [`with_easy_angular_margin`](CosineClassifier::with_easy_angular_margin) | cos(θ + m) up to θ = π/2, then c | `ArcFace`, easy margin |
///
/// cos(θ + m) is computed as c·cos m − √(1 − c²)·sin m, without trigonometry: cos m and sin m are constants of the loss, and √(1 − c²)
/// comes from the distance of the two directions, which does not cancel. So value and gradient are finite at c = ±1. There the two
/// directions coincide, and none is better: if they are within 2⁻²⁰ of each other, the angle has no gradient, and the margin counts as
/// that of a fixed angle. Arccos has slope ∞ there, and libraries that use it give NaN, or clip. At θ = π − m, or at π/2, φ jumps.
///
/// **Parameters**: `scale` (s) is 64 in `CosFace` and `ArcFace`; 10 to 30 for few classes or small batches. The margin m is 0.35 (a cosine) in
/// `CosFace`, and 0.5 (radians) in `ArcFace`. Without a margin, start there: a margin slows down the first steps. pytorch-metric-learning gives the
/// angle in degrees, 28.6 by default.
///
/// If lengths carry meaning, or there is no need to add classes, [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) of a plain layer
/// is cheaper. If there are too many classes to keep their vectors, use [`CosineTriplet`](crate::CosineTriplet).
///
/// **Error**: value within 12 ULP of the larger of s and itself, gradient within 10 + 1.5·s ULP of s·max(1, φ′)/‖x‖, for 3 dimensions.
/// For an angular margin φ′ = sin(θ + m)/sin θ: near θ = 0 the gradient loses the digits that the rounding of directions takes.
/// **Source**: Wang et al. (2018), arXiv:1801.09414, eq. 4; Deng et al. (2019), arXiv:1801.07698, eq. 3, and, for what is beyond π − m,
/// the code of its authors (`InsightFace`); without a margin: Wang et al. (2017), arXiv:1704.06369, eq. 6.
///
/// ```
/// use microloss::{CosineClassifier, Reduction};
///
/// let classes = [[2.0, 0.0], [0.0, 1.0]];
/// let embeddings = [[0.6, 0.8]];
/// let mut scratch = [0.0; CosineClassifier::scratch_len(2, 2)];
/// let loss = CosineClassifier::new(1.0);
/// let mut value = |loss: CosineClassifier| {
///     loss.value(&embeddings, &[0_u8], &classes, Reduction::Mean, &mut scratch)
/// };
/// // ln(1 + e^(0.8 − φ))
/// assert!((value(loss)? - 0.798_138_9).abs() < 1e-6);
/// assert!((value(loss.with_cosine_margin(0.35))? - 1.005_492_5).abs() < 1e-6);
/// assert!((value(loss.with_angular_margin(0.5))? - 1.074_653_9).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CosineClassifier {
    scale: f32,
    margin: Margin,
}

impl CosineClassifier {
    constructor! {
        /// Creates the loss with scale `scale`, and without a margin.
        CosineClassifier: new / try_new(scale: cosine_scale) => Self { scale, margin: Margin::Cosine(0.0) }
    }

    option! {
        /// Takes `margin` from the label's cosine (`CosFace`). It replaces any other margin.
        CosineClassifier: with_cosine_margin / try_with_cosine_margin(self, margin: unit) => Self {
            margin: Margin::Cosine(margin), ..self
        }
    }

    option! {
        /// Adds `margin`, in radians, to the label's angle (`ArcFace`). It replaces any other margin.
        CosineClassifier: with_angular_margin / try_with_angular_margin(self, margin: acute_angle) => Self {
            margin: Margin::angular(margin, false), ..self
        }
    }

    option! {
        /// Adds `margin`, in radians, to the label's angle if that is less than π/2. It replaces any other margin.
        ///
        /// Take it if training does not start: the label of an embedding that lies far away then has no margin yet.
        ///
        /// ```
        /// use microloss::{CosineClassifier, Reduction};
        ///
        /// let (far, classes) = ([[-0.6, 0.8]], [[1.0, 0.0], [0.0, 1.0]]);
        /// let mut scratch = [0.0; CosineClassifier::scratch_len(2, 2)];
        /// let loss = CosineClassifier::new(8.0);
        /// let mut value = |loss: CosineClassifier| {
        ///     loss.value(&far, &[0_u8], &classes, Reduction::Mean, &mut scratch)
        /// };
        /// assert_eq!(value(loss.with_easy_angular_margin(0.5))?, value(loss)?);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        CosineClassifier: with_easy_angular_margin / try_with_easy_angular_margin(self, margin: acute_angle) => Self {
            margin: Margin::angular(margin, true), ..self
        }
    }

    /// Returns the length of the scratch for so many classes of so many dimensions.
    #[must_use]
    pub const fn scratch_len(classes: usize, dimension: usize) -> usize {
        classes.saturating_mul(2).saturating_add(dimension)
    }

    /// Returns the length of the scratch with room for the classes' directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::CosineClassifier;
    ///
    /// assert_eq!(CosineClassifier::fast_scratch_len(8, 16), CosineClassifier::scratch_len(8, 16) + 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(classes: usize, dimension: usize) -> usize {
        Self::scratch_len(classes, dimension).saturating_add(classes.saturating_mul(dimension))
    }

    /// Returns the reduced loss of embeddings with a label each.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no embeddings; [`Error::Length`] for another number of labels, or for too little scratch;
    /// [`Error::Label`] if a label names no class; [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        classes: &[[f32; D]],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = Self::prepare(embeddings, labels, classes, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass(embeddings, labels, classes, scratch, 1.0, None, &mut losses);
        Ok(reduction.divisor(embeddings.len()).reduce(losses.total.value()))
    }

    /// Returns the reduced loss, and writes the gradients of every embedding and of every class vector.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{CosineClassifier, Reduction};
    ///
    /// let (embeddings, classes) = ([[0.0, 2.0]], [[1.0, 0.0], [0.0, 1.0]]);
    /// let mut scratch = [0.0; CosineClassifier::scratch_len(2, 2)];
    /// let (mut of_embeddings, mut of_classes) = ([[0.0; 2]], [[0.0; 2]; 2]);
    /// let loss = CosineClassifier::new(1.0);
    /// let value = loss.value_and_gradient(
    ///     &embeddings,
    ///     &[0_u8],
    ///     &classes,
    ///     Reduction::Mean,
    ///     &mut of_embeddings,
    ///     &mut of_classes,
    ///     &mut scratch,
    /// )?;
    /// assert!((value - 1.313_261_7).abs() < 1e-6); // ln(1 + e)
    /// // The probability of the wrong class, e/(1 + e), over the length 2.
    /// assert!((of_embeddings[0][0] + 0.731_058_6 / 2.0).abs() < 1e-6);
    /// assert!((of_classes[0][1] + 0.731_058_6).abs() < 1e-6);
    /// assert_eq!(of_classes[1], [0.0, 0.0]);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::too_many_arguments, reason = "three inputs, and a gradient of two of them")]
    pub fn value_and_gradient<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        classes: &[[f32; D]],
        reduction: Reduction,
        embedding_gradient: &mut [[f32; D]],
        class_gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = Self::prepare(embeddings, labels, classes, reduction, scratch)?;
        check_length(Buffer::Gradient, embeddings.len(), embedding_gradient.len())?;
        check_length(Buffer::Gradient, classes.len(), class_gradient.len())?;
        embedding_gradient.as_flattened_mut().fill(0.0);
        class_gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(embeddings.len());
        if divisor.is_zero() {
            return Ok(0.0);
        }
        let gradients = Some((embedding_gradient, class_gradient));
        let mut losses = Losses::sum();
        self.pass(embeddings, labels, classes, scratch, divisor.scale(), gradients, &mut losses);
        Ok(divisor.reduce(losses.total.value()))
    }

    /// Writes the loss of every embedding, unreduced.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::CosineClassifier;
    ///
    /// let (embeddings, classes) = ([[0.0, 2.0], [1.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]]);
    /// let mut scratch = [0.0; CosineClassifier::scratch_len(2, 2)];
    /// let mut terms = [0.0; 2];
    /// let loss = CosineClassifier::new(1.0);
    /// loss.terms(&embeddings, &[1_u8, 0], &classes, &mut terms, &mut scratch)?;
    /// assert!((terms[0] - 0.313_261_7).abs() < 1e-6); // ln(1 + 1/e)
    /// assert!((terms[1] - core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        classes: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = Self::prepare(embeddings, labels, classes, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, embeddings.len(), terms.len())?;
        self.pass(embeddings, labels, classes, scratch, 1.0, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn prepare<'a, const D: usize, L: Label>(
        embeddings: &[[f32; D]],
        labels: &[L],
        classes: &[[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if embeddings.is_empty() {
            return Err(Error::EmptyBatch);
        }
        check_length(Buffer::Target, embeddings.len(), labels.len())?;
        for (row, label) in labels.iter().enumerate() {
            check_label(row, *label, classes.len())?;
        }
        reduction.check()?;
        let memory = Memory::new(scratch, Self::scratch_len(classes.len(), D));
        Scratch::new(memory, classes.len(), D, 0)
    }

    /// Adds up the losses, and writes the gradients if there is room for them.
    #[allow(clippy::too_many_arguments, reason = "it is what the three methods share")]
    fn pass<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        classes: &[[f32; D]],
        scratch: Scratch<'_>,
        reduction: f32,
        mut gradients: Gradients<'_, D>,
        losses: &mut Losses<'_>,
    ) {
        let Scratch { norms, row, direction, directions, .. } = scratch;
        let keys = Keys::new(classes, norms, directions);
        for (i, (embedding, label)) in embeddings.iter().zip(labels).enumerate() {
            let (inverse_norm, label) = (inverse_norm(embedding), label.index());
            write_direction(embedding, inverse_norm, direction);
            logits::<D>(direction, &keys, self.scale, row, None);
            let slope = self.margin.apply(direction, &keys, label, self.scale, row);
            losses.add(i, positive_included(row, label));
            if let Some((of_embeddings, of_classes)) = &mut gradients
                && let Some(of_embedding) = of_embeddings.get_mut(i)
            {
                if let Some(own) = row.get_mut(label) {
                    *own *= slope;
                }
                carry(direction, &keys, row, of_embedding, of_classes);
                project(embedding, inverse_norm, [reduction, self.scale], of_embedding);
            }
        }
        if let Some((_, of_classes)) = gradients {
            project_all(classes, keys.norms, [reduction, self.scale], of_classes);
        }
    }
}
