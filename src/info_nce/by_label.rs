//! NT-Xent of samples with more views than two, or with labels.

use super::similarity::{Losses, Scratch, all_against_all, scratch, temperature_slope};
use super::supervised::{positives, same};
use super::{NtXent, Tempered};
use crate::classification::Label;
use crate::error::{Buffer, Error, check_length};
use crate::math::{Reference, ln_1p_nonnegative, sigmoid, softplus};
use crate::reduction::Reduction;
use crate::sum::{Total, sum};

/// The form for labels, in which every pair of one label is a term of its own: −ln(e^(cos(zᵢ, zₚ)/τ) / (e^(cos(zᵢ, zₚ)/τ) + Σₙ e^(cos(zᵢ, zₙ)/τ))),
/// with n over the embeddings of other labels.
///
/// The positives of an anchor stay out of each other's denominator, so no positive is pushed away. That is what pytorch-metric-learning's
/// `NTXentLoss` and optax's `ntxent` compute; [`SupervisedContrastive`](crate::SupervisedContrastive) keeps them in, as its paper does. If
/// every label occurs twice, the numbers are those of the form without labels.
impl NtXent {
    /// Counts the pairs of an embedding and another one of its label: the terms of the loss by label, which `Mean` divides by.
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// assert_eq!(NtXent::pairs(&[0_u8, 0, 0, 1]), 3 * 2);
    /// ```
    #[must_use]
    pub fn pairs<L: Label>(labels: &[L]) -> usize {
        (0..labels.len()).fold(0, |pairs: usize, i| pairs.saturating_add(positives(labels, i)))
    }

    /// Returns the reduced loss by label, or 0 if no label occurs twice.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] if there are no embeddings; [`Error::Length`] for another number of labels, or for too little scratch;
    /// [`Error::Parameter`] for a bad [`Reduction::Over`].
    ///
    /// ```
    /// use microloss::{NtXent, Reduction};
    ///
    /// let embeddings = [[1.0, 0.0], [1.0, 0.0], [0.0, 2.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// let loss = NtXent::new(1.0);
    /// let value = loss.value_by_label(
    ///     &embeddings,
    ///     &[0_u8, 0, 0, 1],
    ///     Reduction::Sum,
    ///     &mut scratch,
    /// )?;
    /// // Four pairs have the positive or the negative at cosine 1, two have both
    /// // at 0 or at 1.
    /// let (near, even, far) = (0.313_261_7, 0.693_147_2, 1.313_261_7);
    /// assert!((value - (2.0 * near + 2.0 * even + 2.0 * far)).abs() < 1e-5);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_by_label<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let scratch = prepare(embeddings, labels, reduction, scratch)?;
        let mut losses = Losses::sum();
        self.pass_by_label(embeddings, labels, scratch, None, &mut losses);
        Ok(reduction.divisor(Self::pairs(labels)).reduce(losses.total.value()))
    }

    /// Returns the reduced loss by label and its slope in τ, and writes the gradient of every embedding.
    ///
    /// # Errors
    ///
    /// The errors of [`value_by_label`](Self::value_by_label), and [`Error::Length`] for a gradient of another length.
    ///
    /// ```
    /// use microloss::{NtXent, Reduction};
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// let mut gradient = [[0.0; 2]; 4];
    /// let tempered = NtXent::new(1.0).value_and_gradient_by_label(
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
    pub fn value_and_gradient_by_label<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        reduction: Reduction,
        gradient: &mut [[f32; D]],
        scratch: &mut [f32],
    ) -> Result<Tempered, Error> {
        let scratch = prepare(embeddings, labels, reduction, scratch)?;
        check_length(Buffer::Gradient, embeddings.len(), gradient.len())?;
        gradient.as_flattened_mut().fill(0.0);
        let divisor = reduction.divisor(Self::pairs(labels));
        if divisor.is_zero() {
            return Ok(Tempered { value: 0.0, slope: 0.0 });
        }
        let mut losses = Losses::sum();
        let gradient = Some((gradient, divisor.scale()));
        let along = self.pass_by_label(embeddings, labels, scratch, gradient, &mut losses);
        let slope = temperature_slope(along, divisor.scale(), self.temperature);
        Ok(Tempered { value: divisor.reduce(losses.total.value()), slope })
    }

    /// Writes the loss by label of every embedding, summed over its positives; 0 for those without one.
    ///
    /// # Errors
    ///
    /// The errors of [`value_by_label`](Self::value_by_label), and [`Error::Length`] for another number of terms.
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(3, 2)];
    /// let mut terms = [0.0; 3];
    /// NtXent::new(1.0).terms_by_label(&views, &[0_u8, 1, 0], &mut terms, &mut scratch)?;
    /// assert!((terms[0] - 0.313_261_7).abs() < 1e-6 && terms[1] == 0.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn terms_by_label<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        terms: &mut [f32],
        scratch: &mut [f32],
    ) -> Result<(), Error> {
        let scratch = prepare(embeddings, labels, Reduction::Sum, scratch)?;
        check_length(Buffer::Terms, embeddings.len(), terms.len())?;
        self.pass_by_label(embeddings, labels, scratch, None, &mut Losses::terms(terms, 1.0));
        Ok(())
    }

    fn pass_by_label<const D: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]],
        labels: &[L],
        scratch: Scratch<'_>,
        gradient: Option<(&mut [[f32; D]], f32)>,
        losses: &mut Losses<'_>,
    ) -> f32 {
        all_against_all(embeddings, 1.0 / self.temperature, scratch, gradient, |i, row| {
            let has_positive = positives(labels, i) > 0;
            if has_positive {
                losses.add(i, replace(row, i, |j| same(labels, i, j)));
            }
            has_positive
        })
    }
}

fn prepare<'a, const D: usize, L>(
    embeddings: &[[f32; D]],
    labels: &[L],
    reduction: Reduction,
    memory: &'a mut [f32],
) -> Result<Scratch<'a>, Error> {
    if embeddings.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, embeddings.len(), labels.len())?;
    reduction.check()?;
    scratch(embeddings, memory)
}

/// Returns the sum over the positives of softplus(L − x_p), with L = ln Σₙ e^xₙ over the negatives, and replaces the row by its gradient.
///
/// No term is a difference of large numbers: with m the largest negative, L − x_p = (m − x_p) + ln(1 + the others relative to it).
fn replace(row: &mut [f32], anchor: usize, is_own: impl Fn(usize) -> bool) -> f32 {
    let negatives = row.iter().enumerate().filter(|(j, _)| !is_own(*j));
    let (at, best) = negatives
        .fold((usize::MAX, f32::NEG_INFINITY), |best, (j, x)| if *x > best.1 { (j, *x) } else { best });
    let reference = Reference::new(best);
    for (_, x) in row.iter_mut().enumerate().filter(|(j, _)| !is_own(*j)) {
        *x = reference.exp(*x);
    }
    let rest = sum(row, |j, x| if j == at || is_own(j) { 0.0 } else { *x });
    let log_rest = ln_1p_nonnegative(rest);
    let (mut loss, mut missed) = (Total::new(), Total::new());
    for (_, x) in row.iter_mut().enumerate().filter(|(j, _)| *j != anchor && is_own(*j)) {
        let behind = (best - *x) + log_rest;
        let miss = sigmoid(behind);
        loss.add(softplus(behind));
        missed.add(miss);
        *x = -miss;
    }
    let share = missed.value() / (1.0 + rest);
    for (j, x) in row.iter_mut().enumerate() {
        if j == anchor {
            *x = 0.0;
        } else if !is_own(j) {
            *x *= share;
        }
    }
    loss.value()
}
