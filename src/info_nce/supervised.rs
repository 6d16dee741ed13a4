//! Several positives per anchor.

use super::Tempered;
use super::similarity::{self, Losses, Scratch, all_against_all, temperature_slope};
use crate::classification::Label;
use crate::error::{Buffer, Error, check_length};
use crate::math::{ln_1p, max, replace_by_softmax_below};
use crate::reduction::Reduction;
use crate::sum::sum;

/// Supervised contrastive loss: the mean over the positives p of an anchor i of −ln(e^(cos(zᵢ, zₚ)/τ) / Σ_{j≠i} e^(cos(zᵢ, zⱼ)/τ)).
///
#[doc = card!(own SupervisedContrastive: "`[f32; D]`, an embedding", "`L`, a label of any integer type",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// A batch is N embeddings with a label each. The positives of an anchor are the others with the same label; every other embedding
/// stands in the denominator. Anchors without a positive are left out, also of the mean's denominator;
/// [`anchors`](Self::anchors) counts the rest. With two views and a label per sample the loss is [`NtXent`](crate::NtXent), which needs
/// no labels.
///
/// [`value_against`](Self::value_against) and its like compare embeddings with references that are stored instead, for a device that
/// sees one sample at a time. [`NtXent::value_by_label`](crate::NtXent::value_by_label) keeps the positives out of each other's
/// denominator.
///
/// **Parameter**: `temperature` (τ) is 0.1 in the paper.
///
/// If you only want the classes, use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Error**: as for [`InfoNce`](crate::InfoNce). **Source**: Khosla et al. (2020), arXiv:2004.11362, eq. 2.
///
/// ```
/// use microloss::{Reduction, SupervisedContrastive};
///
/// let embeddings = [[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
/// let labels = [0_u8, 1, 0, 1];
/// let mut scratch = [0.0; SupervisedContrastive::scratch_len(4, 2)];
/// let loss = SupervisedContrastive::new(0.5);
/// let value = loss.value(&embeddings, &labels, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.430_190).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SupervisedContrastive {
    pub(super) temperature: f32,
}

impl SupervisedContrastive {
    constructor! {
        /// Creates the loss with temperature `temperature`.
        SupervisedContrastive: new / try_new(temperature: contrastive_temperature) => Self { temperature }
    }

    /// Returns the length of the scratch for so many embeddings of so many dimensions.
    #[must_use]
    pub const fn scratch_len(embeddings: usize, dimension: usize) -> usize {
        similarity::scratch_len(embeddings, dimension)
    }

    /// Returns the length of the scratch with room for all directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::SupervisedContrastive as Loss;
    ///
    /// assert_eq!(Loss::fast_scratch_len(8, 16) - Loss::scratch_len(8, 16), 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(embeddings: usize, dimension: usize) -> usize {
        similarity::fast_scratch_len(embeddings, dimension)
    }

    /// Counts the embeddings that have a positive.
    ///
    /// ```
    /// use microloss::SupervisedContrastive;
    ///
    /// assert_eq!(SupervisedContrastive::anchors(&[0_u8, 0, 1]), 2);
    /// ```
    #[must_use]
    pub fn anchors<L: Label>(labels: &[L]) -> usize {
        (0..labels.len()).filter(|i| positives(labels, *i) > 0).count()
    }

    /// Returns the reduced loss, or 0 if no embedding has a positive.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no embeddings; [`Error::Length`] for another number of labels, or for too little scratch;
    /// [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = Self::prepare(embeddings, labels, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass(embeddings, labels, scratch, None, &mut losses);
        Ok(reduction.divisor(Self::anchors(labels)).reduce(losses.total.value()))
    }

    /// Returns the reduced loss and its slope in τ, and writes the gradient of every embedding.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{Reduction, SupervisedContrastive};
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len(4, 2)];
    /// let mut gradient = [[0.0; 2]; 4];
    /// let loss = SupervisedContrastive::new(1.0);
    /// let tempered = loss.value_and_gradient(
    ///     &views,
    ///     &[0_u8, 1, 0, 1],
    ///     Reduction::Mean,
    ///     &mut gradient,
    ///     &mut scratch,
    /// )?;
    /// assert!((tempered.value - 0.551_444_7).abs() < 1e-6); // ln(1 + 2/e)
    /// assert!((tempered.slope - 0.423_883_1).abs() < 1e-6); // 2/(e + 2)
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        reduction: Reduction,
        gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = Self::prepare(embeddings, labels, reduction, scratch)?;
        check_length(Buffer::Gradient, embeddings.len(), gradient.len())?;
        gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(Self::anchors(labels));
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let mut losses = Losses::sum();
        let gradient = Some((gradient, divisor.scale()));
        let along = self.pass(embeddings, labels, scratch, gradient, &mut losses);
        let slope = temperature_slope(along, divisor.scale(), self.temperature);
        Ok(Tempered { value: divisor.reduce(losses.total.value()), slope })
    }

    /// Writes the loss of every embedding, unreduced; 0 for those without a positive.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::SupervisedContrastive;
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len(4, 2)];
    /// let mut terms = [0.0; 4];
    /// let loss = SupervisedContrastive::new(1.0);
    /// loss.terms(&views, &[0_u8, 1, 0, 2], &mut terms, &mut scratch)?;
    /// assert!((terms[0] - 0.551_444_7).abs() < 1e-6);
    /// assert_eq!(terms[1], 0.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = Self::prepare(embeddings, labels, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, embeddings.len(), terms.len())?;
        self.pass(embeddings, labels, scratch, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn prepare<'a, const D: usize, L>(
        embeddings: &[[f32; D]],
        labels: &[L],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if embeddings.is_empty() {
            return Err(Error::EmptyBatch);
        }
        check_length(Buffer::Target, embeddings.len(), labels.len())?;
        reduction.check()?;
        similarity::scratch(embeddings, scratch)
    }

    fn pass<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        scratch: Scratch<'_>,
        gradient: Option<(&mut [[f32; D]], f32)>,
        losses: &mut Losses<'_>,
    ) -> f32 {
        all_against_all(embeddings, 1.0 / self.temperature, scratch, gradient, |i, row| {
            let count = positives(labels, i);
            if count > 0 {
                losses.add(i, replace(row, |j| j != i && same(labels, i, j), count));
            }
            count > 0
        })
    }
}

pub(super) fn same<L: Label>(labels: &[L], i: usize, j: usize) -> bool {
    matches!((labels.get(i), labels.get(j)), (Some(a), Some(b)) if a == b)
}

pub(super) fn positives<L: Label>(labels: &[L], i: usize) -> usize {
    (0..labels.len()).filter(|j| *j != i && same(labels, i, *j)).count()
}

/// Returns the mean over the positives of −ln p_j, and replaces the row of logits by its gradient, p_j − [j positive]/count.
pub(super) fn replace(row: &mut [f32], positive: impl Fn(usize) -> bool, count: usize) -> f32 {
    let (at, best) = max(row);
    let shortfall = sum(row, |j, x| if positive(j) { best - *x } else { 0.0 });
    let rest = replace_by_softmax_below(row, at, best);
    let (share, miss_of_best) = (1.0 / count as f32, rest * (1.0 / (1.0 + rest)));
    for (j, p) in row.iter_mut().enumerate() {
        if positive(j) {
            let miss = if j == at { miss_of_best } else { 1.0 - *p };
            // p − share, as p·(1 − share) − share·(1 − p): neither part rounds to 0 for a single positive.
            *p = *p * (1.0 - share) - share * miss;
        }
    }
    shortfall * share + ln_1p(rest)
}
