//! Embeddings against references that are stored: few-shot personalisation.

use super::collapse::Collapse;
use super::products::{carry, gather, logits};
use super::similarity::{
    Keys, Losses, Memory, Scratch, project, project_all, temperature_slope, write_direction,
};
use super::supervised::replace;
use super::{SupervisedContrastive, Tempered};
use crate::classification::Label;
use crate::error::{Buffer, Error, check_length};
use crate::math::inverse_norm;
use crate::reduction::Reduction;
use crate::sum::Total;

/// Embeddings that are stored, with a label each: the few examples of every class that a device keeps.
///
/// ```
/// use microloss::References;
///
/// let stored = References { embeddings: &[[1.0, 0.0], [0.0, 1.0]], labels: &[0_u8, 1] };
/// assert_eq!(stored.labels.len(), stored.embeddings.len());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct References<'a, const D: usize, L> {
    /// The embeddings.
    pub embeddings: &'a [[f32; D]],
    /// Their labels.
    pub labels: &'a [L],
}

/// The form against stored references: the candidates of an embedding are the references alone, and its positives those of its label.
///
/// A device that learns from one sample at a time has no batch to compare it with, but it can store a few embeddings of every class, or
/// the mean of each. The other embeddings of the call do not matter, so this form adds up over micro-batches. An embedding without a
/// reference of its label is left out. That is `SupConLoss` of pytorch-metric-learning with `ref_emb` and `ref_labels`.
impl SupervisedContrastive {
    /// Returns the length of the scratch for so many references of so many dimensions. If it is longer by their product, the directions of
    /// the references are kept, for [fewer instructions, the same bits](crate::info_nce#working-memory).
    #[must_use]
    pub const fn scratch_len_against(references: usize, dimension: usize) -> usize {
        references.saturating_mul(2).saturating_add(dimension)
    }

    /// Counts the embeddings that have a reference of their label: the number that `Mean` divides by.
    ///
    /// ```
    /// use microloss::SupervisedContrastive;
    ///
    /// assert_eq!(SupervisedContrastive::anchors_against(&[0_u8, 2, 1], &[0, 1, 1]), 2);
    /// ```
    #[must_use]
    pub fn anchors_against<L: Label>(labels: &[L], reference_labels: &[L]) -> usize {
        labels.iter().filter(|label| reference_labels.contains(label)).count()
    }

    /// Returns the reduced loss of embeddings against references, or 0 if none has a reference of its label.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no embeddings; [`Error::Length`] for another number of labels, of embeddings or of references,
    /// or for too little scratch; [`Error::Parameter`] for a bad [`Reduction::Over`].
    ///
    /// ```
    /// use microloss::{Reduction, References, SupervisedContrastive};
    ///
    /// let stored = References { embeddings: &[[1.0, 0.0], [0.0, 1.0]], labels: &[0_u8, 1] };
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len_against(2, 2)];
    /// let loss = SupervisedContrastive::new(1.0);
    /// // A sample of class 0, and one of a class that is not stored.
    /// let (samples, labels) = ([[2.0, 0.0], [1.0, 1.0]], [0, 7]);
    /// let value =
    ///     loss.value_against(&samples, &labels, stored, Reduction::Mean, &mut scratch)?;
    /// assert!((value - 0.313_261_7).abs() < 1e-6); // ln(1 + 1/e)
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_against<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        references: References<'_, D, L>,
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = prepare(embeddings, labels, references, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass_against(embeddings, labels, references, scratch, 1.0, None, &mut losses);
        let anchors = Self::anchors_against(labels, references.labels);
        Ok(reduction.divisor(anchors).reduce(losses.total.value()))
    }

    /// Returns the reduced loss and its slope in τ, and writes the gradient of every embedding, and of every reference if there is
    /// room for it: references that are only stored need none.
    ///
    /// # Errors
    ///
    /// The errors of [`value_against`](Self::value_against), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{Reduction, References, SupervisedContrastive};
    ///
    /// let stored = References { embeddings: &[[1.0, 0.0], [0.0, 1.0]], labels: &[0_u8, 1] };
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len_against(2, 2)];
    /// let mut gradient = [[0.0; 2]];
    /// let loss = SupervisedContrastive::new(1.0);
    /// let tempered = loss.value_and_gradient_against(
    ///     &[[2.0, 0.0]],
    ///     &[0],
    ///     stored,
    ///     Reduction::Mean,
    ///     &mut gradient,
    ///     None,
    ///     &mut scratch,
    /// )?;
    /// assert!((tempered.value - 0.313_261_7).abs() < 1e-6);
    /// // The probability of the wrong reference, 1/(1 + e), over the length.
    /// assert!((gradient[0][1] - 0.268_941_4 / 2.0).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[allow(clippy::too_many_arguments, reason = "two inputs with labels, and a gradient of either")]
    pub fn value_and_gradient_against<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        references: References<'_, D, L>,
        reduction: Reduction,
        gradient: &mut [[f32; D]],
        reference_gradient: Option<&mut [[f32; D]]>,
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = prepare(embeddings, labels, references, reduction, scratch)?;
        check_length(Buffer::Gradient, embeddings.len(), gradient.len())?;
        if let Some(reference_gradient) = &reference_gradient {
            check_length(Buffer::Gradient, references.embeddings.len(), reference_gradient.len())?;
        }
        let mut gradients = Of { embeddings: gradient, references: reference_gradient };
        gradients.clear();
        let divisor = reduction.divisor(Self::anchors_against(labels, references.labels));
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let (mut losses, scale) = (Losses::sum(), divisor.scale());
        let along =
            self.pass_against(embeddings, labels, references, scratch, scale, Some(gradients), &mut losses);
        let slope = temperature_slope(along, scale, self.temperature);
        Ok(Tempered { value: divisor.reduce(losses.total.value()), slope })
    }

    /// Writes the loss of every embedding, unreduced; 0 for those without a reference of their label.
    ///
    /// # Errors
    ///
    /// The errors of [`value_against`](Self::value_against), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::{References, SupervisedContrastive};
    ///
    /// let stored = References { embeddings: &[[1.0, 0.0], [0.0, 1.0]], labels: &[0_u8, 1] };
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len_against(2, 2)];
    /// let mut terms = [0.0; 2];
    /// let loss = SupervisedContrastive::new(1.0);
    /// let samples = [[2.0, 0.0], [1.0, 1.0]];
    /// loss.terms_against(&samples, &[0, 7], stored, &mut terms, &mut scratch)?;
    /// assert!((terms[0] - 0.313_261_7).abs() < 1e-6 && terms[1] == 0.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms_against<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        references: References<'_, D, L>,
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = prepare(embeddings, labels, references, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, embeddings.len(), terms.len())?;
        self.pass_against(embeddings, labels, references, scratch, 1.0, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    /// Adds up the losses, and writes the gradients if there is room for them. Returns the sum of g·u over the anchors.
    #[allow(clippy::too_many_arguments, reason = "it is what the three methods share")]
    fn pass_against<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        references: References<'_, D, L>,
        scratch: Scratch<'_>,
        reduction: f32,
        mut gradients: Option<Of<'_, D>>,
        losses: &mut Losses<'_>,
    ) -> f32 {
        let Scratch { norms, row, direction, directions, .. } = scratch;
        let keys = Keys::new(references.embeddings, norms, directions);
        let scale = 1.0 / self.temperature;
        let (mut slope, mut collapse) = (Total::new(), Collapse::new([keys.norms]));
        for (i, (embedding, label)) in embeddings.iter().zip(labels).enumerate() {
            let is_positive = |j: usize| references.labels.get(j) == Some(label);
            let count = references.labels.iter().filter(|reference| *reference == label).count();
            if count == 0 {
                continue;
            }
            let inverse_norm = inverse_norm(embedding);
            write_direction(embedding, inverse_norm, direction);
            logits::<D>(direction, &keys, scale, row, None);
            if gradients.is_some() {
                collapse.look(row, scale);
            }
            losses.add(i, replace(row, is_positive, count));
            let Some(Of { embeddings: of_embeddings, references: of_references }) = &mut gradients else {
                continue;
            };
            let Some(of_embedding) = of_embeddings.get_mut(i) else { continue };
            collapse.add::<D>(direction, &keys, row, 0);
            match of_references {
                Some(of_references) => carry(direction, &keys, row, of_embedding, of_references),
                None => gather(&keys, row, of_embedding),
            }
            slope.add(project(embedding, inverse_norm, [reduction, scale], of_embedding));
        }
        if let Some(Of { references: Some(of_references), .. }) = gradients {
            project_all(references.embeddings, keys.norms, [reduction, scale], of_references);
        }
        collapse.slope(slope)
    }
}

/// The gradients that the caller has room for.
struct Of<'a, const D: usize> {
    embeddings: &'a mut [[f32; D]],
    references: Option<&'a mut [[f32; D]]>,
}

impl<const D: usize> Of<'_, D> {
    fn clear(&mut self) {
        self.embeddings.as_flattened_mut().fill(0.0);
        if let Some(references) = &mut self.references {
            references.as_flattened_mut().fill(0.0);
        }
    }
}

fn prepare<'a, const D: usize, L>(
    embeddings: &[[f32; D]],
    labels: &[L],
    references: References<'_, D, L>,
    reduction: Reduction,
    scratch: &'a mut [f32],
) -> Result<Scratch<'a>, Error> {
    if embeddings.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, embeddings.len(), labels.len())?;
    let stored = references.embeddings.len();
    check_length(Buffer::Target, stored, references.labels.len())?;
    reduction.check()?;
    let memory = Memory::new(scratch, SupervisedContrastive::scratch_len_against(stored, D));
    Scratch::new(memory, stored, D, 0)
}
