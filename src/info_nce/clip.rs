//! Two modalities, each the other's candidates.

use super::Tempered;
use super::core::{
    Gradients, Keys, Losses, Memory, carry, logits, positive_included, project, project_all, write_direction,
};
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::{canonical, exp};
use crate::reduction::Reduction;
use crate::sum::Total;

/// The symmetric loss of CLIP: the mean of [`InfoNce`](crate::InfoNce) from images to texts and from texts to images.
///
/// N images and N texts; text i belongs to image i. The logits are cosines times e^s, with a learnable log-scale s: learn it with the
/// slope that [`value_and_gradient`](Clip::value_and_gradient) returns, and keep it below ln 100 = 4.6 as the paper does, or rising
/// confidence makes training unstable; here s may lie in [−60, 60]. e^−s is the temperature: s = 2.66 is τ = 0.07, where CLIP starts.
/// For two views of one kind use [`NtXent`](crate::NtXent), whose negatives come from both.
///
/// N = 1 has nothing to compare: loss 0, gradient 0. Accuracy as for [`InfoNce`](crate::InfoNce). Source: Radford et al. (2021),
/// arXiv:2103.00020, figure 3.
///
/// ```
/// use microloss::{Clip, Reduction};
///
/// let (images, texts) = ([[1.0, 0.0], [0.0, 1.0]], [[0.8, 0.6], [-0.6, 0.8]]);
/// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
/// let value = Clip::try_new(-(0.07_f32.ln()))?.value(&images, &texts, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.027_922).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Clip {
    log_scale: f32,
}

impl Clip {
    /// The loss with this log-scale.
    ///
    /// # Panics
    ///
    /// Unless −60 ≤ `log_scale` ≤ 60; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Clip, Reduction};
    ///
    /// const START: Clip = Clip::new(0.0);
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; Clip::scratch_len(2, 2)]);
    /// // ln(1 + 1/e) in both directions.
    /// assert!((START.value(&pair, &pair, Reduction::Mean, &mut scratch)? - 0.313_261_7).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn new(log_scale: f32) -> Self {
        match Self::try_new(log_scale) {
            Ok(loss) => loss,
            Err(_) => panic!("Clip: the log-scale must lie in [-60, 60]"),
        }
    }

    /// The loss with a log-scale that arrives at run time, as a learned one does.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless −60 ≤ `log_scale` ≤ 60.
    pub const fn try_new(log_scale: f32) -> Result<Self, Error> {
        match check_parameter(log_scale >= -60.0 && log_scale <= 60.0, "log_scale", "in [-60, 60]", log_scale)
        {
            Ok(()) => Ok(Self { log_scale }),
            Err(error) => Err(error),
        }
    }

    /// Numbers of working memory for so many pairs, of so many dimensions.
    #[must_use]
    pub const fn scratch_len(pairs: usize, dimension: usize) -> usize {
        pairs.saturating_mul(3).saturating_add(dimension)
    }

    /// The same with room for all directions: [fewer instructions, the same bits](crate::info_nce#working-memory).
    ///
    /// ```
    /// use microloss::Clip;
    ///
    /// assert_eq!((Clip::scratch_len(8, 16), Clip::fast_scratch_len(8, 16)), (24 + 16, 24 + 16 + 2 * 8 * 16));
    /// ```
    #[must_use]
    pub const fn fast_scratch_len(pairs: usize, dimension: usize) -> usize {
        Self::scratch_len(pairs, dimension).saturating_add(pairs.saturating_mul(dimension).saturating_mul(2))
    }

    /// The reduced loss; `Mean` divides by the number of pairs.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] without pairs; [`Error::Length`] for another number of texts, or for too little scratch;
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

    /// The reduced loss and its slope in the log-scale, and the gradients of every image and every text.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{Clip, Reduction};
    ///
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; Clip::scratch_len(2, 2)]);
    /// let (mut images, mut texts) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    /// let loss = Clip::new(0.0);
    /// let tempered =
    ///     loss.value_and_gradient(&pair, &pair, Reduction::Mean, &mut images, &mut texts, &mut scratch)?;
    /// // A larger scale would be surer of what is right: the slope is minus the probability of what is wrong.
    /// assert!((tempered.value - 0.313_261_7).abs() < 1e-6 && (tempered.slope + 0.268_941_4).abs() < 1e-6);
    /// // Away from the other pair, and not along the embedding itself.
    /// assert!(images[0][0].abs() < 1e-6 && (images[0][1] - 0.268_941_4 / 2.0).abs() < 1e-6);
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
        self.pass(&mut both, Some((&mut *image_gradient, &mut *text_gradient)), &mut losses);
        for ((gradient, image), norm) in image_gradient.iter_mut().zip(images).zip(both.images.norms) {
            // Every logit has one image: the sum over the images of g·u is that over the logits of gradient times logit.
            along.add(project(image, *norm, factors, gradient));
        }
        project_all(texts, both.texts.norms, factors, text_gradient);
        let value = divisor.reduce(0.5 * losses.total.value());
        Ok(Tempered { value, slope: canonical(along.value() * reduction * scale) })
    }

    /// The loss of every pair, unreduced: half of that from image to text, half of that from text to image.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::Clip;
    ///
    /// let (pair, mut scratch) = ([[1.0, 0.0], [0.0, 1.0]], [0.0; Clip::scratch_len(2, 2)]);
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

    /// Both ways. Gradients are those of the directions: they are projected when both ways have been gone.
    fn pass<const D: usize>(
        &self,
        both: &mut Both<'_>,
        mut gradients: Gradients<'_, D>,
        losses: &mut Losses<'_>,
    ) {
        let scale = exp(self.log_scale);
        let Both { images, texts, query: Query { logits: row, direction } } = both;
        for of_images in [true, false] {
            let (queries, keys) = if of_images { (&*images, &*texts) } else { (&*texts, &*images) };
            for (i, inverse_norm) in queries.norms.iter().enumerate() {
                write_direction(queries.embedding(i), *inverse_norm, direction);
                logits(direction, keys, scale, row, None);
                losses.add(i, positive_included(row, i));
                if let Some((of_image, of_text)) = &mut gradients {
                    let (of_query, of_keys) =
                        if of_images { (of_image, of_text) } else { (of_text, of_image) };
                    if let Some(of_query) = of_query.get_mut(i) {
                        carry(direction, keys, row, of_query, of_keys.as_flattened_mut());
                    }
                }
            }
        }
    }
}

/// Either modality as keys, and what one query at a time needs.
struct Both<'a> {
    images: Keys<'a>,
    texts: Keys<'a>,
    query: Query<'a>,
}

/// The direction of one query, and its row of logits.
struct Query<'a> {
    logits: &'a mut [f32],
    direction: &'a mut [f32],
}
