//! Two modalities, each the other's candidates.

use super::Tempered;
use super::collapse::Collapse;
use super::products::{carry, logits};
use super::similarity::{
    Gradients, Keys, Losses, Memory, positive_included, project, project_all, write_direction,
};
use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, exp, ln};
use crate::reduction::Reduction;
use crate::sum::Total;

/// The symmetric loss of CLIP: the mean of [`InfoNce`](crate::InfoNce) from images to texts and from texts to images.
///
#[doc = card!(own Clip: "`[f32; D]`, an image", "`[f32; D]`, the text of the same index; all others are negatives",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`terms`](Self::terms)")]
///
/// A batch is N images and N texts; text i belongs to image i. The logits are cosines times e^s.
///
/// **Parameter**: `log_scale` (s) can be learned, with the slope that [`value_and_gradient`](Clip::value_and_gradient) returns. It is
/// neither the scale, 1/τ, nor the temperature τ = e^−s of the other losses: [`from_temperature`](Self::from_temperature) takes that.
/// CLIP starts at s = 2.66, τ = 0.07. Keep s below ln 100 = 4.6 as the paper does: otherwise rising confidence makes training unstable.
/// Here s may lie in [−60, 60].
///
/// For two views of one kind use [`NtXent`](crate::NtXent), which takes negatives from both views. N = 1 has nothing to compare: loss 0,
/// gradient 0.
///
/// **Error**: as for [`InfoNce`](crate::InfoNce), with the slope of s in units of e^s instead of 1/τ². **Source**: Radford et al. (2021), arXiv:2103.00020, figure 3.
///
/// **Run it**: `cargo run --release --example clip`.
///
/// ```
/// use microloss::{Clip, Reduction};
///
/// let images = [[1.0, 0.0], [0.0, 1.0]];
/// let texts = [[0.8, 0.6], [-0.6, 0.8]];
/// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
/// let loss = Clip::from_temperature(0.07);
/// let value = loss.value(&images, &texts, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.027_922).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Clip {
    log_scale: f32,
}

impl Clip {
    constructor! {
        /// Creates the loss with log-scale `log_scale`.
        ///
        /// ```
        /// use microloss::{Clip, Reduction};
        ///
        /// const START: Clip = Clip::new(0.0);
        /// let pair = [[1.0, 0.0], [0.0, 1.0]];
        /// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
        /// let value = START.value(&pair, &pair, Reduction::Mean, &mut scratch)?;
        /// // ln(1 + 1/e) in both directions.
        /// assert!((value - 0.313_261_7).abs() < 1e-6);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Clip: new / try_new(log_scale: log_scale) => Self { log_scale }
    }

    /// Creates the loss with temperature `temperature`: with log-scale −ln τ.
    ///
    /// # Panics
    ///
    /// Panics if −ln `temperature` is not in [-60, 60].
    ///
    /// ```
    /// use microloss::Clip;
    ///
    /// assert_eq!(Clip::from_temperature(1.0), Clip::new(0.0));
    /// ```
    #[must_use]
    pub fn from_temperature(temperature: f32) -> Self {
        Self::new(-ln(temperature))
    }

    /// As [`from_temperature`](Self::from_temperature), for numbers that are known only at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] if −ln `temperature` is not in [-60, 60].
    pub fn try_from_temperature(temperature: f32) -> Result<Self, Error> {
        Self::try_new(-ln(temperature))
    }

    /// Returns the length of the scratch for so many pairs of so many dimensions.
    #[must_use]
    pub const fn scratch_len(pairs: usize, dimension: usize) -> usize {
        pairs.saturating_mul(3).saturating_add(dimension)
    }

    /// Returns the length of the scratch with room for all directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::Clip;
    ///
    /// assert_eq!(Clip::scratch_len(8, 16), 24 + 16);
    /// assert_eq!(Clip::fast_scratch_len(8, 16), 24 + 16 + 2 * 8 * 16);
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(pairs: usize, dimension: usize) -> usize {
        Self::scratch_len(pairs, dimension).saturating_add(pairs.saturating_mul(dimension).saturating_mul(2))
    }

    /// Returns the reduced loss; `Mean` divides by the number of pairs.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no pairs; [`Error::Length`] for another number of texts, or for too little scratch;
    /// [`Error::Parameter`] for a bad [`Reduction::Over`].
    pub fn value<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let mut both = Self::prepare(images, texts, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass::<D>(&mut both, None, &mut losses);
        Ok(reduction.divisor(images.len()).reduce(0.5 * losses.total.value()))
    }

    /// Returns the reduced loss and its slope in the log-scale, and writes the gradients of every image and every text.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{Clip, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
    /// let (mut images, mut texts) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    /// let loss = Clip::new(0.0);
    /// let tempered = loss.value_and_gradient(
    ///     &pair,
    ///     &pair,
    ///     Reduction::Mean,
    ///     &mut images,
    ///     &mut texts,
    ///     &mut scratch,
    /// )?;
    /// assert!((tempered.value - 0.313_261_7).abs() < 1e-6);
    /// // A larger scale would be surer of the right text: the slope is minus the
    /// // probability of the wrong one.
    /// assert!((tempered.slope + 0.268_941_4).abs() < 1e-6);
    /// // The step leads away from the other pair, and not along the embedding.
    /// assert!(images[0][0].abs() < 1e-6);
    /// assert!((images[0][1] - 0.268_941_4 / 2.0).abs() < 1e-6);
    /// assert_eq!(images, texts);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        image_gradient: &mut [[f32; D]],
        text_gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let mut both = Self::prepare(images, texts, reduction, scratch)?;
        check_length(Buffer::Gradient, images.len(), image_gradient.len())?;
        check_length(Buffer::Gradient, images.len(), text_gradient.len())?;
        image_gradient.as_flattened_mut().fill(0.0);
        text_gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(images.len());
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let factors @ [reduction, scale] = [0.5 * divisor.scale(), exp(self.log_scale)];
        let (mut losses, mut along) = (Losses::sum(), Total::default());
        let collapse = self.pass(&mut both, Some((&mut *image_gradient, &mut *text_gradient)), &mut losses);
        for ((gradient, image), norm) in image_gradient.iter_mut().zip(images).zip(both.images.norms) {
            // Every logit has one image. So the sum of g·u over the images is the sum of gradient times logit over the logits.
            along.add(project(image, *norm, factors, gradient));
        }
        project_all(texts, both.texts.norms, factors, text_gradient);
        let value = divisor.reduce(0.5 * losses.total.value());
        Ok(Tempered { value, slope: canonical(collapse.slope(along) * reduction * scale) })
    }

    /// Writes the loss of every pair, unreduced: half the loss from image to text plus half the loss from text to image.
    ///
    /// # Errors
    ///
    /// The errors of [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::Clip;
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
    /// let mut terms = [0.0; 2];
    /// Clip::new(0.0).terms(&pair, &pair, &mut terms, &mut scratch)?;
    /// assert!(terms.iter().all(|term| (term - 0.313_261_7).abs() < 1e-6));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let mut both = Self::prepare(images, texts, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, images.len(), terms.len())?;
        self.pass::<D>(&mut both, None, &mut Losses::terms(terms, 0.5));
        Ok(())
    }

    fn prepare<'a, const D: usize>(
        images: &'a [[f32; D]],
        texts: &'a [[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Both<'a>, Error> {
        if images.is_empty() {
            return Err(Error::EmptyBatch);
        }
        let n = images.len();
        check_length(Buffer::Target, n, texts.len())?;
        reduction.check()?;
        let mut memory = Memory::new(scratch, Self::scratch_len(n, D));
        let (of_images, of_texts) = (memory.take(n)?, memory.take(n)?);
        let query = Query { logits: memory.take(n)?, direction: memory.take(D)? };
        let mut directions = || memory.take(n.saturating_mul(D)).ok();
        Ok(Both {
            images: Keys::new(images, of_images, directions()),
            texts: Keys::new(texts, of_texts, directions()),
            query,
        })
    }

    /// Runs both ways, from images to texts and back. The gradients are those of the directions: the caller projects them afterwards.
    fn pass<const D: usize>(
        &self,
        both: &mut Both<'_>,
        mut gradients: Gradients<'_, D>,
        losses: &mut Losses<'_>,
    ) -> Collapse {
        let scale = exp(self.log_scale);
        let Both { images, texts, query: Query { logits: row, direction } } = both;
        let mut collapse = Collapse::new([images.norms, texts.norms]);
        for of_images in [true, false] {
            let (queries, keys) = if of_images { (&*images, &*texts) } else { (&*texts, &*images) };
            for (i, inverse_norm) in queries.norms.iter().enumerate() {
                write_direction(queries.embedding(i), *inverse_norm, direction);
                logits::<D>(direction, keys, scale, row, None);
                if gradients.is_some() {
                    collapse.look(row, scale);
                }
                losses.add(i, positive_included(row, i));
                if let Some((of_image, of_text)) = &mut gradients {
                    collapse.add::<D>(direction, keys, row, i);
                    let (of_query, of_keys) =
                        if of_images { (of_image, of_text) } else { (of_text, of_image) };
                    if let Some(of_query) = of_query.get_mut(i) {
                        carry(direction, keys, row, of_query, of_keys);
                    }
                }
            }
        }
        collapse
    }
}

/// Both modalities as keys, and the memory of one query.
struct Both<'a> {
    images: Keys<'a>,
    texts: Keys<'a>,
    query: Query<'a>,
}

/// The row of logits of one query, and its direction.
struct Query<'a> {
    logits: &'a mut [f32],
    direction: &'a mut [f32],
}
