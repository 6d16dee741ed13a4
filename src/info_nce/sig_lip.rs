//! Two modalities, every pair a question of its own.

use super::products::{carry, logits};
use super::similarity::{Gradients, Keys, Losses, Memory, Scratch, project, project_all, write_direction};
use crate::error::{Buffer, Error, check_length};
use crate::kernel::logistic;
use crate::math::{canonical, exp, inverse_norm};
use crate::reduction::Reduction;
use crate::sum::Total;

/// A reduced loss, and its derivatives with respect to the two numbers that [`SigLip`] learns beside the embeddings.
///
/// ```
/// use microloss::{Biased, Reduction, SigLip};
///
/// let mut scratch = [0.0; SigLip::scratch_len(1, 1)];
/// let (mut image, mut text) = ([[0.0]], [[0.0]]);
/// let (images, texts) = ([[2.0]], [[3.0]]);
/// let Biased { value, log_scale, bias } = SigLip::new(0.0, -1.0).value_and_gradient(
///     &images,
///     &texts,
///     Reduction::Mean,
///     &mut image,
///     &mut text,
///     &mut scratch,
/// )?;
/// // The logit of the one pair is 1·1 − 1 = 0.
/// assert_eq!((value, log_scale, bias), (core::f32::consts::LN_2, -0.5, -0.5));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Biased {
    /// The reduced loss.
    pub value: f32,
    /// The derivative with respect to the logarithm of the scale.
    pub log_scale: f32,
    /// The derivative with respect to the bias.
    pub bias: f32,
}

/// The loss of SigLIP: Σⱼ ln(1 + e^(−z·(e^s·cos(xᵢ, yⱼ) + b))) for image i, with z = 1 for its own text and −1 for every other.
///
#[doc = card!(own SigLip: "`[f32; D]`, an image", "`[f32; D]`, the text of the same index; all others are negatives",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// A batch is N images and M ≥ N texts; text i belongs to image i, and those beyond N are negatives of every image. `Mean` divides by
/// N, the number of images, as the paper does.
///
/// Every pair is a yes-or-no question: no softmax couples the pairs of a row. So the loss **adds up over micro-batches**, value and
/// gradients, which those of [`Clip`](crate::Clip) and [`InfoNce`](crate::InfoNce) do not: cut the matrix of pairs into tiles, call
/// [`negatives_only`](SigLip::negatives_only) for those off the diagonal, and reduce all tiles `Over` the number of images.
///
/// **Parameters**: `log_scale` (s) and `bias` (b) are learned, with the slopes in [`Biased`]. The paper starts at s = ln 10 and b = −10: almost
/// all pairs are negatives, and the bias saves the first steps from correcting that. s may lie in [−60, 60], b within ±1e30.
///
/// If all of a batch fits in memory at once, [`Clip`](crate::Clip) learns from the hardest negatives, and needs no bias. For classes
/// by name use [`CosineClassifier`](crate::CosineClassifier).
///
/// **Error**: value within 12 ULP of the largest of e^s, |b| and itself, gradient within 10 + 1.5·(e^s + |b|) ULP of e^s over the embedding's
/// length, for 3 dimensions; slopes within as many of e^s and 1. **Source**: Zhai et al. (2023), arXiv:2303.15343, eq. 2 and algorithm 1.
///
/// ```
/// use microloss::{Reduction, SigLip};
///
/// let (images, texts) = ([[1.0, 0.0], [0.0, 1.0]], [[0.8, 0.6], [-0.6, 0.8]]);
/// let loss = SigLip::new(10_f32.ln(), -10.0);
/// let mut scratch = [0.0; SigLip::scratch_len(2, 2)];
/// let whole = loss.value(&images, &texts, Reduction::Mean, &mut scratch)?;
/// assert!((whole - 2.136_003).abs() < 1e-5);
///
/// // The same pairs, in four tiles of one.
/// let over = Reduction::Over(2.0);
/// let mut tile = |i: usize, t: usize| {
///     let loss = if i == t { loss } else { loss.negatives_only() };
///     loss.value(&images[i..=i], &texts[t..=t], over, &mut scratch)
/// };
/// let tiles = tile(0, 0)? + tile(0, 1)? + tile(1, 0)? + tile(1, 1)?;
/// assert!((whole - tiles).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SigLip {
    log_scale: f32,
    bias: f32,
    negatives_only: bool,
}

impl SigLip {
    constructor! {
        /// Creates the loss with log-scale `log_scale` and bias `bias`.
        SigLip: new / try_new(log_scale: log_scale, bias: cost) => Self { log_scale, bias, negatives_only: false }
    }

    /// Makes every pair a negative: for images and texts of different parts of a batch, of any numbers.
    #[must_use]
    pub const fn negatives_only(self) -> Self {
        Self { negatives_only: true, ..self }
    }

    /// Returns the length of the scratch for so many texts of so many dimensions.
    #[must_use]
    pub const fn scratch_len(texts: usize, dimension: usize) -> usize {
        texts.saturating_mul(2).saturating_add(dimension)
    }

    /// Returns the length of the scratch with room for the texts' directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::SigLip;
    ///
    /// assert_eq!(SigLip::fast_scratch_len(8, 16), SigLip::scratch_len(8, 16) + 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(texts: usize, dimension: usize) -> usize {
        Self::scratch_len(texts, dimension).saturating_add(texts.saturating_mul(dimension))
    }

    /// Returns the reduced loss.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no images; [`Error::Length`] for fewer texts than images, unless all pairs are negatives, or
    /// for too little scratch; [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = self.prepare(images, texts, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass(images, texts, 1.0, scratch, None, &mut losses);
        Ok(reduction.divisor(images.len()).reduce(losses.total.value()))
    }

    /// Returns the reduced loss and its slopes in s and b, and writes the gradients of every image and every text.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    pub fn value_and_gradient<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        image_gradient: &mut [[f32; D]],
        text_gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Biased, Error> {
        let scratch = self.prepare(images, texts, reduction, scratch)?;
        check_length(Buffer::Gradient, images.len(), image_gradient.len())?;
        check_length(Buffer::Gradient, texts.len(), text_gradient.len())?;
        image_gradient.as_flattened_mut().fill(0.0);
        text_gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(images.len());
        if divisor.is_zero() {
            return Ok(Biased { value: 0.0, log_scale: 0.0, bias: 0.0 });
        }
        let gradients = Some((image_gradient, text_gradient));
        let mut losses = Losses::sum();
        let [log_scale, bias] = self.pass(images, texts, divisor.scale(), scratch, gradients, &mut losses);
        let slope = |total: Total| canonical(total.value() * divisor.scale());
        Ok(Biased {
            value: divisor.reduce(losses.total.value()),
            log_scale: slope(log_scale),
            bias: slope(bias),
        })
    }

    /// Writes the loss of every image, unreduced.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::SigLip;
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; SigLip::scratch_len(2, 2)];
    /// let mut terms = [0.0; 2];
    /// SigLip::new(0.0, 0.0).terms(&pair, &pair, &mut terms, &mut scratch)?;
    /// // ln(1 + 1/e) for its own text, ln 2 for the other.
    /// assert!(terms.iter().all(|term| (term - 1.006_408_9).abs() < 1e-6));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = self.prepare(images, texts, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, images.len(), terms.len())?;
        self.pass(images, texts, 1.0, scratch, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn prepare<'a, const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if images.is_empty() {
            return Err(Error::EmptyBatch);
        }
        if texts.len() < images.len() && !self.negatives_only {
            check_length(Buffer::Candidates, images.len(), texts.len())?;
        }
        reduction.check()?;
        let memory = Memory::new(scratch, Self::scratch_len(texts.len(), D));
        Scratch::new(memory, texts.len(), D, 0)
    }

    /// Adds up the losses, and writes the gradients if there is room for them. Returns the unreduced slopes in s and b.
    fn pass<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: f32,
        scratch: Scratch<'_>,
        mut gradients: Gradients<'_, D>,
        losses: &mut Losses<'_>,
    ) -> [Total; 2] {
        let Scratch { norms, row, direction, directions, .. } = scratch;
        let keys = Keys::new(texts, norms, directions);
        let scale = exp(self.log_scale);
        let mut slopes = [Total::new(); 2];
        for (i, image) in images.iter().enumerate() {
            let inverse_norm = inverse_norm(image);
            write_direction(image, inverse_norm, direction);
            logits::<D>(direction, &keys, scale, row, None);
            losses.add(i, self.replace(row, i, &mut slopes));
            if let Some((of_images, of_texts)) = &mut gradients
                && let Some(of_image) = of_images.get_mut(i)
            {
                carry(direction, &keys, row, of_image, of_texts);
                project(image, inverse_norm, [reduction, scale], of_image);
            }
        }
        if let Some((_, of_texts)) = gradients {
            project_all(texts, keys.norms, [reduction, scale], of_texts);
        }
        slopes
    }

    /// Returns the loss of an image, and replaces its row of logits, still without the bias, by its gradient. Adds to the slopes.
    fn replace(&self, row: &mut [f32], own: usize, [log_scale, bias]: &mut [Total; 2]) -> f32 {
        let mut loss = Total::new();
        for (j, logit) in row.iter_mut().enumerate() {
            let (negative, positive) = if j == own && !self.negatives_only { (0.0, 1.0) } else { (1.0, 0.0) };
            let pair = logistic(*logit + self.bias, negative, positive);
            loss.add(pair.value);
            log_scale.add(pair.slope * *logit);
            bias.add(pair.slope);
            *logit = pair.slope;
        }
        loss.value()
    }
}
