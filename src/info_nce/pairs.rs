//! One positive per anchor, among the candidates of another set.

use super::Tempered;
use super::collapse::Collapse;
use super::products::{carry, logits};
use super::similarity::{
    Gradients, Keys, Losses, Memory, Scratch, negatives_only, positive_included, project, project_all,
    temperature_slope, write_direction,
};
use crate::error::{Buffer, Error, check_length};
use crate::math::inverse_norm;
use crate::reduction::Reduction;
use crate::sum::Total;

/// InfoNCE: −ln(e^(cos(aᵢ, cᵢ)/τ) / Σⱼ e^(cos(aᵢ, cⱼ)/τ)), the cross-entropy of finding the positive among all candidates.
///
#[doc = card!(own InfoNce: "`[f32; D]`, an anchor", "`[f32; D]`, the candidate of the same index; all others are negatives",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// A batch is N anchors and M ≥ N candidates. The positive of anchor i is candidate i; all other candidates are its negatives. Those
/// beyond N (a queue) are negatives of every anchor. The gradients are those of cross-entropy, with the softmax of the logits, carried
/// through the cosines.
///
/// **Parameter**: `temperature` (τ) is usually 0.07 to 0.5.
///
/// If several candidates belong to an anchor, use [`SupervisedContrastive`](crate::SupervisedContrastive), which does not push them
/// away. If only a few embeddings fit, use [`Triplet`](crate::Triplet). [`negatives_only`](InfoNce::negatives_only) leaves the positive
/// out of the denominator, as some texts print it. That is another loss: it can be negative, and does not bound the mutual information
/// ([`mutual_information_bound`](crate::mutual_information_bound)). A batch of one anchor and one candidate has nothing to compare:
/// loss 0, gradient 0.
///
/// **Error**: value within 12 ULP of the larger of 1/τ and itself, gradient within 10 + 1.5/τ ULP of 1/τ over the embedding's length,
/// for 3 dimensions. The rounding of a cosine costs this. The slope in τ is within 4 ULP of 1/τ². If all directions lie within d < 1/16
/// of one another, as after a collapse, it is within 1 ULP of d/τ². **Source**: van den Oord, Li & Vinyals (2018), arXiv:1807.03748, eq. 4;
/// queue: He et al. (2019), arXiv:1911.05722, eq. 1.
///
/// ```
/// use microloss::{InfoNce, Reduction};
///
/// let anchors = [[1.0, 0.0], [0.0, 2.0]];
/// let candidates = [[3.0, 0.0], [0.0, 1.0]];
/// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
/// let loss = InfoNce::new(1.0);
/// let value = loss.value(&anchors, &candidates, Reduction::Mean, &mut scratch)?;
/// assert!((value - (1.0 + (-1.0_f32).exp()).ln()).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct InfoNce {
    temperature: f32,
    negatives_only: bool,
}

impl InfoNce {
    constructor! {
        /// Creates the loss with temperature `temperature`.
        InfoNce: new / try_new(temperature: contrastive_temperature) => Self { temperature, negatives_only: false }
    }

    /// Leaves the positive out of the denominator. The loss can be negative.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
    /// let loss = InfoNce::new(1.0).negatives_only();
    /// let value = loss.value(&pair, &pair, Reduction::Mean, &mut scratch)?;
    /// assert!((value + 1.0).abs() < 1e-6); // −ln(e¹/e⁰)
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[doc(alias = "DCL")]
    #[must_use]
    pub const fn negatives_only(self) -> Self {
        Self { negatives_only: true, ..self }
    }

    /// Returns the length of the scratch for so many candidates of so many dimensions.
    #[must_use]
    pub const fn scratch_len(candidates: usize, dimension: usize) -> usize {
        candidates.saturating_mul(2).saturating_add(dimension)
    }

    /// Returns the length of the scratch with room for the candidates' directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::InfoNce;
    ///
    /// assert_eq!(InfoNce::scratch_len(8, 16), 16 + 16);
    /// assert_eq!(InfoNce::fast_scratch_len(8, 16), 16 + 16 + 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(candidates: usize, dimension: usize) -> usize {
        Self::scratch_len(candidates, dimension).saturating_add(candidates.saturating_mul(dimension))
    }

    /// Returns the reduced loss.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no anchors; [`Error::Length`] for fewer candidates than anchors, or for too little scratch;
    /// [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize>(
        &self,
        anchors: &[[f32; D]],
        candidates: &[[f32; D]],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = self.prepare(anchors, candidates, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass(anchors, candidates, 1.0, scratch, None, &mut losses);
        Ok(reduction.divisor(anchors.len()).reduce(losses.total.value()))
    }

    /// Returns the reduced loss and its slope in τ, and writes the gradients of every anchor and every candidate.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
    /// let (mut anchors, mut candidates) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    /// let loss = InfoNce::new(1.0);
    /// let tempered = loss.value_and_gradient(
    ///     &pair,
    ///     &pair,
    ///     Reduction::Sum,
    ///     &mut anchors,
    ///     &mut candidates,
    ///     &mut scratch,
    /// )?;
    /// assert!((tempered.value - 2.0 * 0.313_261_7).abs() < 1e-6);
    /// // A step against the gradient leads away from the other candidate, by its
    /// // probability 1/(1 + e).
    /// assert!(anchors[0][0].abs() < 1e-6);
    /// assert!((anchors[0][1] - 0.268_941_4).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient<const D: usize>(
        &self,
        anchors: &[[f32; D]],
        candidates: &[[f32; D]],
        reduction: Reduction,
        anchor_gradient: &mut [[f32; D]],
        candidate_gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = self.prepare(anchors, candidates, reduction, scratch)?;
        check_length(Buffer::Gradient, anchors.len(), anchor_gradient.len())?;
        check_length(Buffer::Gradient, candidates.len(), candidate_gradient.len())?;
        anchor_gradient.as_flattened_mut().fill(0.0);
        candidate_gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(anchors.len());
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let gradients = Some((anchor_gradient, candidate_gradient));
        let mut losses = Losses::sum();
        let along = self.pass(anchors, candidates, divisor.scale(), scratch, gradients, &mut losses);
        let slope = temperature_slope(along, divisor.scale(), self.temperature);
        Ok(Tempered { value: divisor.reduce(losses.total.value()), slope })
    }

    /// Writes the loss of every anchor, unreduced.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::InfoNce;
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
    /// let mut terms = [0.0; 2];
    /// InfoNce::new(1.0).terms(&pair, &pair, &mut terms, &mut scratch)?;
    /// assert!(terms.iter().all(|term| (term - 0.313_261_7).abs() < 1e-6));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize>(
        &self,
        anchors: &[[f32; D]],
        candidates: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = self.prepare(anchors, candidates, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, anchors.len(), terms.len())?;
        self.pass(anchors, candidates, 1.0, scratch, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn prepare<'a, const D: usize>(
        &self,
        anchors: &[[f32; D]],
        candidates: &[[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if anchors.is_empty() {
            return Err(Error::EmptyBatch);
        }
        if candidates.len() < anchors.len() {
            check_length(Buffer::Candidates, anchors.len(), candidates.len())?;
        }
        reduction.check()?;
        let memory = Memory::new(scratch, Self::scratch_len(candidates.len(), D));
        Scratch::new(memory, candidates.len(), D, 0)
    }

    /// Adds up the losses, and writes the gradients if there is room for them. Returns the sum of g·u over the anchors.
    fn pass<const D: usize>(
        &self,
        anchors: &[[f32; D]],
        candidates: &[[f32; D]],
        reduction: f32,
        scratch: Scratch<'_>,
        mut gradients: Gradients<'_, D>,
        losses: &mut Losses<'_>,
    ) -> f32 {
        let Scratch { norms, row, direction, directions, .. } = scratch;
        let keys = Keys::new(candidates, norms, directions);
        let scale = 1.0 / self.temperature;
        let (mut slope, mut collapse) = (Total::default(), Collapse::new([keys.norms]));
        for (i, anchor) in anchors.iter().enumerate() {
            let inverse_norm = inverse_norm(anchor);
            write_direction(anchor, inverse_norm, direction);
            logits::<D>(direction, &keys, scale, row, None);
            if gradients.is_some() {
                collapse.look(row, scale);
            }
            let loss = if self.negatives_only { negatives_only(row, i) } else { positive_included(row, i) };
            losses.add(i, loss);
            if let Some((of_anchors, of_candidates)) = &mut gradients
                && let Some(of_anchor) = of_anchors.get_mut(i)
            {
                collapse.add::<D>(direction, &keys, row, i);
                carry(direction, &keys, row, of_anchor, of_candidates);
                slope.add(project(anchor, inverse_norm, [reduction, scale], of_anchor));
            }
        }
        if let Some((_, of_candidates)) = gradients {
            project_all(candidates, keys.norms, [reduction, scale], of_candidates);
        }
        collapse.slope(slope)
    }
}
