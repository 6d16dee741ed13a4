//! One positive per anchor: `InfoNce` and `NtXent`.

use super::core::{
    self, Gradients, Keys, Losses, Memory, Scratch, all_against_all, carry, logits, negatives_only,
    positive_included, project, project_all, temperature_slope, write_direction,
};
use super::{Tempered, check_temperature};
use crate::error::{Buffer, Error, check_length};
use crate::metric::inverse_norm;
use crate::reduction::Reduction;
use crate::sum::Total;

/// InfoNCE: −ln(e^(cos(aᵢ, cᵢ)/τ) / Σⱼ e^(cos(aᵢ, cⱼ)/τ)), the cross-entropy of finding the positive among all candidates.
///
/// N anchors and M ≥ N candidates; the positive of anchor i is candidate i, the others are its negatives, those beyond N (a queue)
/// for all anchors. With P the softmax of the logits, the gradients are those of cross-entropy, carried through the cosines.
/// Where several candidates belong to an anchor use [`SupervisedContrastive`](crate::SupervisedContrastive), which does not push them
/// away; where only a few embeddings fit, [`Triplet`](crate::Triplet).
///
/// [`negatives_only`](InfoNce::negatives_only) leaves the positive out of the denominator, as some texts print it. That is
/// another loss: it can be negative, and bounds no mutual information
/// ([`mutual_information_bound`](crate::mutual_information_bound)).
///
/// A batch of one anchor and one candidate has nothing to compare: loss 0, gradient 0. Value within 12 ULP of the larger of 1/τ and
/// itself, and gradient within 10 + 1.5/τ of 1/τ over the embedding's length, for 3 dimensions: what the rounding of a cosine
/// costs. Source: van den Oord, Li & Vinyals (2018), arXiv:1807.03748, eq. 4; queue: He et al. (2019), arXiv:1911.05722, eq. 1.
///
/// ```
/// use microloss::{InfoNce, Reduction};
///
/// let (anchors, candidates) = ([[1.0, 0.0], [0.0, 2.0]], [[3.0, 0.0], [0.0, 1.0]]);
/// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
/// let value = InfoNce::new(1.0).value(&anchors, &candidates, Reduction::Mean, &mut scratch)?;
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
    /// The loss at this temperature (0.07 to 0.5 is usual).
    ///
    /// # Panics
    ///
    /// Unless 1e-30 ≤ `temperature` < ∞; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(temperature: f32) -> Self {
        match Self::try_new(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("InfoNce: the temperature must be at least 1e-30, and finite"),
        }
    }

    /// The loss at a temperature that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless 1e-30 ≤ `temperature` < ∞.
    pub const fn try_new(temperature: f32) -> Result<Self, Error> {
        match check_temperature(temperature) {
            Ok(()) => Ok(Self { temperature, negatives_only: false }),
            Err(error) => Err(error),
        }
    }

    /// Without the positive in the denominator. Can be negative.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// // −ln(e¹/e⁰).
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; InfoNce::scratch_len(2, 2)]);
    /// let value = InfoNce::new(1.0).negatives_only().value(&pair, &pair, Reduction::Mean, &mut scratch)?;
    /// assert!((value + 1.0).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[doc(alias = "DCL")]
    #[must_use]
    pub const fn negatives_only(self) -> Self {
        Self { negatives_only: true, ..self }
    }

    /// Numbers of working memory for so many candidates, of so many dimensions.
    #[must_use]
    pub const fn scratch_len(candidates: usize, dimension: usize) -> usize {
        candidates.saturating_mul(2).saturating_add(dimension)
    }

    /// The same with room for the directions of the candidates: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::InfoNce;
    ///
    /// assert_eq!((InfoNce::scratch_len(8, 16), InfoNce::fast_scratch_len(8, 16)), (16 + 16, 16 + 16 + 8 * 16));
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(candidates: usize, dimension: usize) -> usize {
        Self::scratch_len(candidates, dimension).saturating_add(candidates.saturating_mul(dimension))
    }

    /// The reduced loss.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] without anchors; [`Error::Length`] for fewer candidates than anchors, or for too little scratch;
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

    /// The reduced loss and its slope in τ, and the gradients of every anchor and every candidate.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; InfoNce::scratch_len(2, 2)]);
    /// let (mut anchors, mut candidates) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    /// let loss = InfoNce::new(1.0);
    /// let tempered =
    ///     loss.value_and_gradient(&pair, &pair, Reduction::Sum, &mut anchors, &mut candidates, &mut scratch)?;
    /// assert!((tempered.value - 2.0 * 0.313_261_7).abs() < 1e-6);
    /// // Away from the other candidate, by its probability 1/(1 + e).
    /// assert!(anchors[0][0].abs() < 1e-6 && (anchors[0][1] - 0.268_941_4).abs() < 1e-6);
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

    /// The loss of every anchor, unreduced.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::InfoNce;
    ///
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; InfoNce::scratch_len(2, 2)]);
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

    /// The losses, and the gradients if there is room for them. Returns the sum of g·u over the anchors.
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
        let mut slope = Total::default();
        for (i, anchor) in anchors.iter().enumerate() {
            let inverse_norm = inverse_norm(anchor);
            write_direction(anchor, inverse_norm, direction);
            logits(direction, &keys, scale, row, None);
            let loss = if self.negatives_only { negatives_only(row, i) } else { positive_included(row, i) };
            losses.add(i, loss);
            if let Some((of_anchors, of_candidates)) = &mut gradients
                && let Some(of_anchor) = of_anchors.get_mut(i)
            {
                carry(direction, &keys, row, of_anchor, of_candidates.as_flattened_mut());
                slope.add(project(anchor, inverse_norm, [reduction, scale], of_anchor));
            }
        }
        if let Some((_, of_candidates)) = gradients {
            project_all(candidates, keys.norms, [reduction, scale], of_candidates);
        }
        slope.value()
    }
}

/// Normalised temperature-scaled cross-entropy (SimCLR): −ln(e^(cos(zᵢ, zₚ)/τ) / Σ_{j≠i} e^(cos(zᵢ, zⱼ)/τ)), p the other view of i.
///
/// 2N embeddings: those of N samples, then those of the other view of the same samples, in the same order; the positive of i is
/// i + N, and that of i + N is i. Every embedding is an anchor; `Mean` divides by 2N. An odd number of embeddings is refused.
/// Every other sample is pushed away, of the same class or not: with labels use
/// [`SupervisedContrastive`](crate::SupervisedContrastive).
///
/// Two embeddings have nothing to compare: loss 0, gradient 0. Accuracy as for [`InfoNce`]. Source: Chen et al. (2020),
/// arXiv:2002.05709, eq. 1 and algorithm 1, which interleaves the views.
///
/// ```
/// use microloss::{NtXent, Reduction};
///
/// // Views of the first sample: (1, 0) and (0.8, 0.6); of the second: (0, 1) and (−0.6, 0.8).
/// let embeddings = [[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
/// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
/// let value = NtXent::new(0.5).value(&embeddings, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.430_190).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct NtXent {
    temperature: f32,
}

impl NtXent {
    /// The loss at this temperature (0.1 to 0.5 is usual).
    ///
    /// # Panics
    ///
    /// Unless 1e-30 ≤ `temperature` < ∞; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(temperature: f32) -> Self {
        match Self::try_new(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("NtXent: the temperature must be at least 1e-30, and finite"),
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
    /// use microloss::NtXent;
    ///
    /// assert_eq!(NtXent::fast_scratch_len(8, 16) - NtXent::scratch_len(8, 16), 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(embeddings: usize, dimension: usize) -> usize {
        core::fast_scratch_len(embeddings, dimension)
    }

    /// The reduced loss.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] without embeddings; [`Error::Length`] for an odd number of them, or for too little scratch;
    /// [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize>(
        &self,
        embeddings: &[[f32; D]],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = Self::prepare(embeddings, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass(embeddings, scratch, None, &mut losses);
        Ok(reduction.divisor(embeddings.len()).reduce(losses.total.value()))
    }

    /// The reduced loss and its slope in τ, and the gradient of every embedding.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{NtXent, Reduction};
    ///
    /// // The other view at cosine 1, both views of the other sample at 0.
    /// let (views, mut scratch) = ([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]], [0.0; NtXent::scratch_len(4, 2)]);
    /// let mut gradient = [[0.0; 2]; 4];
    /// let tempered = NtXent::new(1.0).value_and_gradient(&views, Reduction::Mean, &mut gradient, &mut scratch)?;
    /// assert!((tempered.value - 0.551_444_7).abs() < 1e-6); // ln(1 + 2/e)
    /// assert!((tempered.slope - 0.423_883_1).abs() < 1e-6); // 2/(e + 2)
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient<const D: usize>(
        &self,
        embeddings: &[[f32; D]],
        reduction: Reduction,
        gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = Self::prepare(embeddings, reduction, scratch)?;
        check_length(Buffer::Gradient, embeddings.len(), gradient.len())?;
        gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(embeddings.len());
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let mut losses = Losses::sum();
        let gradient = Some((gradient, divisor.scale()));
        let along = self.pass(embeddings, scratch, gradient, &mut losses);
        let slope = temperature_slope(along, divisor.scale(), self.temperature);
        Ok(Tempered { value: divisor.reduce(losses.total.value()), slope })
    }

    /// The loss of every embedding, unreduced.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// let (views, mut scratch) = ([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]], [0.0; NtXent::scratch_len(4, 2)]);
    /// let mut terms = [0.0; 4];
    /// NtXent::new(1.0).terms(&views, &mut terms, &mut scratch)?;
    /// assert!(terms.iter().all(|term| (term - 0.551_444_7).abs() < 1e-6));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize>(
        &self,
        embeddings: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = Self::prepare(embeddings, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, embeddings.len(), terms.len())?;
        self.pass(embeddings, scratch, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn prepare<'a, const D: usize>(
        embeddings: &[[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if embeddings.is_empty() {
            return Err(Error::EmptyBatch);
        }
        let even = embeddings.len().checked_next_multiple_of(2).unwrap_or(usize::MAX - 1);
        check_length(Buffer::Embeddings, even, embeddings.len())?;
        reduction.check()?;
        core::scratch(embeddings, scratch)
    }

    fn pass<const D: usize>(
        &self,
        embeddings: &[[f32; D]],
        scratch: Scratch<'_>,
        gradient: Option<(&mut [[f32; D]], f32)>,
        losses: &mut Losses<'_>,
    ) -> f32 {
        let half = embeddings.len() / 2;
        all_against_all(embeddings, 1.0 / self.temperature, scratch, gradient, |i, row| {
            let positive = if i < half { i + half } else { i - half };
            losses.add(i, positive_included(row, positive));
            true
        })
    }
}
