//! Several positives per anchor.

use super::core::{self, Losses, Scratch, all_against_all, temperature_slope};
use super::{Tempered, check_temperature};
use crate::classification::Label;
use crate::error::{Buffer, Error, check_length};
use crate::math::{ln_1p, max, replace_by_softmax_below};
use crate::reduction::Reduction;
use crate::sum::sum;

/// Supervised contrastive loss: the mean over the positives p of an anchor i of −ln(e^(cos(zᵢ, zₚ)/τ) / Σ_{j≠i} e^(cos(zᵢ, zⱼ)/τ)).
///
/// N embeddings with labels of any integer type; positives are the others with the same label, and every other embedding stands in the
/// denominator. Anchors without a positive are left out, of the mean's denominator too; [`anchors`](Self::anchors) counts the rest. With
/// two views and a label per sample it is [`NtXent`](crate::NtXent), which is the one to use without labels; where the classes are all
/// that is wanted use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// Accuracy as for [`InfoNce`](crate::InfoNce). Source: Khosla et al. (2020), arXiv:2004.11362, eq. 2.
///
/// ```
/// use microloss::{Reduction, SupervisedContrastive};
///
/// let embeddings = [[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
/// let mut scratch = [0.0; SupervisedContrastive::scratch_len(4, 2)];
/// let loss = SupervisedContrastive::new(0.5);
/// let value = loss.value(&embeddings, &[0_u8, 1, 0, 1], Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.430_190).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SupervisedContrastive {
    temperature: f32,
}

impl SupervisedContrastive {
    /// The loss at this temperature (0.1 in the paper).
    ///
    /// # Panics
    ///
    /// Unless 1e-30 ≤ `temperature` < ∞; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(temperature: f32) -> Self {
        match Self::try_new(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("SupervisedContrastive: the temperature must be at least 1e-30, and finite"),
        }
    }

    /// The loss at a temperature that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 1e-30 ≤ `temperature` < ∞.
    pub const fn try_new(temperature: f32) -> Result<Self, Error> {
        match check_temperature(temperature) {
            Ok(()) => Ok(Self { temperature }),
            Err(error) => Err(error),
        }
    }

    /// Numbers of working memory for so many embeddings, of so many dimensions.
    #[must_use]
    pub const fn scratch_len(embeddings: usize, dimension: usize) -> usize {
        core::scratch_len(embeddings, dimension)
    }

    /// The same with room for all directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::SupervisedContrastive as Loss;
    ///
    /// assert_eq!(Loss::fast_scratch_len(8, 16) - Loss::scratch_len(8, 16), 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(embeddings: usize, dimension: usize) -> usize {
        core::fast_scratch_len(embeddings, dimension)
    }

    /// How many embeddings have a positive.
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

    /// The reduced loss; 0 if no embedding has a positive.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] without embeddings; [`Error::Length`] for another number of labels, or for too little scratch;
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

    /// The reduced loss and its slope in τ, and the gradient of every embedding.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{Reduction, SupervisedContrastive};
    ///
    /// let (views, mut scratch) = ([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]], [0.0; SupervisedContrastive::scratch_len(4, 2)]);
    /// let mut gradient = [[0.0; 2]; 4];
    /// let loss = SupervisedContrastive::new(1.0);
    /// let tempered =
    ///     loss.value_and_gradient(&views, &[0_u8, 1, 0, 1], Reduction::Mean, &mut gradient, &mut scratch)?;
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

    /// The loss of every embedding, unreduced; 0 for those without a positive.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::SupervisedContrastive;
    ///
    /// let (views, mut scratch) = ([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]], [0.0; SupervisedContrastive::scratch_len(4, 2)]);
    /// let mut terms = [0.0; 4];
    /// SupervisedContrastive::new(1.0).terms(&views, &[0_u8, 1, 0, 2], &mut terms, &mut scratch)?;
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
        core::scratch(embeddings, scratch)
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

fn same<L: Label>(labels: &[L], i: usize, j: usize) -> bool {
    matches!((labels.get(i), labels.get(j)), (Some(a), Some(b)) if a == b)
}

fn positives<L: Label>(labels: &[L], i: usize) -> usize {
    (0..labels.len()).filter(|j| *j != i && same(labels, i, *j)).count()
}

/// The mean over the positives of −ln p_j; the row of logits is replaced by its gradient, p_j − [j positive]/count.
fn replace(row: &mut [f32], positive: impl Fn(usize) -> bool, count: usize) -> f32 {
    let (at, best) = max(row);
    let shortfall = sum(row, |j, x| if positive(j) { best - *x } else { 0.0 });
    let rest = replace_by_softmax_below(row, at, best);
    let (share, miss_of_best) = (1.0 / count as f32, rest * (1.0 / (1.0 + rest)));
    for (j, p) in row.iter_mut().enumerate() {
        if positive(j) {
            let miss = if j == at { miss_of_best } else { 1.0 - *p };
            // p − share, as p·(1 − share) − share·(1 − p), of which neither part rounds to 0 for a single positive.
            *p = *p * (1.0 - share) - share * miss;
        }
    }
    shortfall * share + ln_1p(rest)
}
