//! Two views of every sample, each the positive of the other.

use super::Tempered;
use super::similarity::{self, Losses, Scratch, all_against_all, positive_included, temperature_slope};
use crate::error::{Buffer, Error, check_length};
use crate::reduction::Reduction;

/// Normalised temperature-scaled cross-entropy (SimCLR): −ln(e^(cos(zᵢ, zₚ)/τ) / Σ_{j≠i} e^(cos(zᵢ, zⱼ)/τ)), p the other view of i.
///
#[doc = card!(own NtXent: "`[f32; D]`, an embedding", "the embedding N rows further on, or N rows back",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// A batch is 2N embeddings: one view of N samples, then the other view of the same samples, in the same order. The positive of i is
/// i + N, and that of i + N is i. Every embedding is an anchor; `Mean` divides by 2N. An odd number of embeddings is refused.
///
/// **Parameter**: `temperature` (τ) is usually 0.1 to 0.5.
///
/// The loss pushes every other sample away, also those of the same class. If you have labels, use
/// [`value_by_label`](Self::value_by_label) and its like, or [`SupervisedContrastive`](crate::SupervisedContrastive). Two embeddings have nothing to compare: loss 0, gradient 0.
///
/// **Error**: as for [`InfoNce`](crate::InfoNce). **Source**: Chen et al. (2020), arXiv:2002.05709, eq. 1 and algorithm 1, which
/// interleaves the views.
///
/// ```
/// use microloss::{NtXent, Reduction};
///
/// // Views of the first sample: (1, 0) and (0.8, 0.6).
/// // Views of the second: (0, 1) and (−0.6, 0.8).
/// let embeddings = [[1.0, 0.0], [0.0, 1.0], [0.8, 0.6], [-0.6, 0.8]];
/// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
/// let loss = NtXent::new(0.5);
/// let value = loss.value(&embeddings, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.430_190).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct NtXent {
    pub(super) temperature: f32,
}

impl NtXent {
    constructor! {
        /// Creates the loss with temperature `temperature`.
        NtXent: new / try_new(temperature: contrastive_temperature) => Self { temperature }
    }

    /// Returns the length of the scratch for so many embeddings of so many dimensions.
    #[must_use]
    pub const fn scratch_len(embeddings: usize, dimension: usize) -> usize {
        similarity::scratch_len(embeddings, dimension)
    }

    /// Returns the length of the scratch with room for all directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// let small = NtXent::scratch_len(8, 16);
    /// assert_eq!(NtXent::fast_scratch_len(8, 16), small + 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(embeddings: usize, dimension: usize) -> usize {
        similarity::fast_scratch_len(embeddings, dimension)
    }

    /// Returns the reduced loss.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no embeddings; [`Error::Length`] for an odd number of them, or for too little scratch;
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

    /// Returns the reduced loss and its slope in τ, and writes the gradient of every embedding.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{NtXent, Reduction};
    ///
    /// // The other view has cosine 1, both views of the other sample have 0.
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// let mut gradient = [[0.0; 2]; 4];
    /// let loss = NtXent::new(1.0);
    /// let tempered = loss.value_and_gradient(
    ///     &views,
    ///     Reduction::Mean,
    ///     &mut gradient,
    ///     &mut scratch,
    /// )?;
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

    /// Writes the loss of every embedding, unreduced.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
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
        similarity::scratch(embeddings, scratch)
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
