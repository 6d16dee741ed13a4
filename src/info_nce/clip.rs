//! Two modalities, each the other's candidates.

use super::Tempered;
use super::core::{Each, Gradients, Query, Scratch, inverse_norms, positive_included, project};
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::loss::Reduction;
use crate::math::{canonical, exp};
use crate::sum::Total;

/// The symmetric loss of CLIP: the mean of [`InfoNce`](crate::InfoNce) from images to texts and from texts to images.
///
/// N images and N texts; text i belongs to image i. The logits are cosines times e^s, with a learnable log-scale s: learn it with the
/// slope that [`value_and_gradient`](Clip::value_and_gradient) returns, and keep it below ln 100 = 4.6 as the paper does, or rising
/// confidence makes training unstable; here s may lie in [−60, 60]. e^−s is the temperature: s = 2.66 is τ = 0.07, where CLIP starts.
///
/// N = 1 has nothing to compare: loss 0, gradient 0. Accuracy as for [`InfoNce`](crate::InfoNce). Source: Radford et al. (2021),
/// arXiv:2103.00020, figure 3.
///
/// ```
/// use microloss::{Clip, Reduction};
///
/// let (images, texts) = ([[1.0, 0.0], [0.0, 1.0]], [[0.8, 0.6], [-0.6, 0.8]]);
/// let mut scratch = [0.0; Clip::scratch_len(2)];
/// let value = Clip::try_new(-(0.07_f32.ln()))?.value(&images, &texts, Reduction::Mean, &mut scratch)?;
/// assert!((value - 0.027_922).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[doc(alias("CLIP", "ClipLoss", "logit_scale"))]
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
    #[must_use]
    pub const fn new(log_scale: f32) -> Self {
        match Self::try_new(log_scale) {
            Ok(loss) => loss,
            Err(_) => panic!("Clip: the log-scale must lie in [-60, 60]"),
        }
    }

    /// The loss with a log-scale that arrives at run time, as a learnt one does.
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

    /// Numbers of working memory for so many pairs.
    #[must_use]
    pub const fn scratch_len(pairs: usize) -> usize {
        pairs.saturating_mul(3)
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
        let scratch = Self::prepare(images, texts, reduction, scratch)?;
        let mut total = Total::default();
        self.losses(images, texts, scratch, &mut |_, loss| total.add(loss));
        Ok(reduction.divisor(images.len()).reduce(0.5 * total.value()))
    }

    /// The reduced loss and its slope in the log-scale, and the gradients of every image and every text.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for a gradient of another length.
    pub fn value_and_gradient<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        image_gradient: &mut [[f32; D]],
        text_gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = Self::prepare(images, texts, reduction, scratch)?;
        check_length(Buffer::Gradient, images.len(), image_gradient.len())?;
        check_length(Buffer::Gradient, images.len(), text_gradient.len())?;
        image_gradient.as_flattened_mut().fill(0.0);
        text_gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(images.len());
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let Scratch { queries, keys, row } = scratch;
        inverse_norms(images, queries);
        inverse_norms(texts, keys);
        let factors @ [reduction, scale] = [0.5 * divisor.scale(), exp(self.log_scale)];
        let (mut total, mut along) = (Total::default(), Total::default());
        let each: Each<'_> = &mut |_, loss| total.add(loss);
        let gradients = Some((&mut *image_gradient, &mut *text_gradient));
        self.pass(images, queries, texts, keys, row, gradients, each);
        let gradients = Some((&mut *text_gradient, &mut *image_gradient));
        self.pass(texts, keys, images, queries, row, gradients, each);
        for ((gradient, image), norm) in image_gradient.iter_mut().zip(images).zip(queries.iter()) {
            // Every logit has one image: the sum over the images of g·u is that over the logits of gradient times logit.
            along.add(project(image, *norm, factors, gradient));
        }
        for ((gradient, text), norm) in text_gradient.iter_mut().zip(texts).zip(keys.iter()) {
            project(text, *norm, factors, gradient);
        }
        let value = divisor.reduce(0.5 * total.value());
        Ok(Tempered { value, slope: canonical(along.value() * reduction * scale) })
    }

    /// The loss of every pair, unreduced: half of that from image to text, half of that from text to image.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), and [`Error::Length`] for another number of terms.
    pub fn terms<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = Self::prepare(images, texts, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, images.len(), terms.len())?;
        terms.fill(0.0);
        self.losses(images, texts, scratch, &mut |i, loss| {
            if let Some(term) = terms.get_mut(i) {
                *term = canonical(*term + 0.5 * loss);
            }
        });
        Ok(())
    }

    /// The losses in both directions.
    fn losses<const D: usize>(
        &self,
        images: &[[f32; D]],
        texts: &[[f32; D]],
        scratch: Scratch<'_>,
        each: Each<'_>,
    ) {
        let Scratch { queries, keys, row } = scratch;
        inverse_norms(images, queries);
        inverse_norms(texts, keys);
        self.pass(images, queries, texts, keys, row, None, each);
        self.pass(texts, keys, images, queries, row, None, each);
    }

    fn prepare<'a, const D: usize>(
        images: &[[f32; D]],
        texts: &[[f32; D]],
        reduction: Reduction,
        scratch: &'a mut [f32],
    ) -> Result<Scratch<'a>, Error> {
        if images.is_empty() {
            return Err(Error::EmptyBatch);
        }
        check_length(Buffer::Target, images.len(), texts.len())?;
        reduction.check()?;
        let (needed, actual) = (Self::scratch_len(images.len()), scratch.len());
        Scratch::new(scratch, images.len(), texts.len()).ok_or(Error::Length {
            buffer: Buffer::Scratch,
            expected: needed,
            actual,
        })
    }

    /// One direction. Gradients are those of the directions: they are projected when both directions have been.
    #[allow(clippy::too_many_arguments, reason = "two sets of embeddings, their lengths and their gradients")]
    fn pass<const D: usize>(
        &self,
        queries: &[[f32; D]],
        query_norms: &[f32],
        keys: &[[f32; D]],
        key_norms: &[f32],
        row: &mut [f32],
        mut gradients: Gradients<'_, D>,
        each: Each<'_>,
    ) {
        for (i, (embedding, inverse_norm)) in queries.iter().zip(query_norms).enumerate() {
            let query = Query {
                embedding,
                inverse_norm: *inverse_norm,
                keys: keys.as_flattened(),
                key_norms,
                scale: exp(self.log_scale),
            };
            query.logits(row, None);
            each(i, positive_included(row, i));
            if let Some((of_queries, of_keys)) = &mut gradients
                && let Some(of_query) = of_queries.get_mut(i)
            {
                query.carry(row, of_query, of_keys.as_flattened_mut());
            }
        }
    }
}
