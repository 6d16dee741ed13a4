//! From a network's logits to the log-probability of an answer, and back with the gradient.

use crate::classification::{Label, SoftmaxCrossEntropy};
use crate::error::Error;
use crate::loss::Loss;
use crate::reduction::Reduction;

/// The log-probability of a sequence of tokens: Σₜ ln softmax(xₜ)_{yₜ}, or its mean per token.
///
/// A row holds the logits over a vocabulary of V at one position, the label is the token that came. Tokens of
/// the prompt, and padding, are [`ignored`](Self::ignoring). The gradient, ([k = y] − p_k) times an upstream
/// factor, takes that of a preference loss on to the network: pass `gradient[0]` of [`Dpo`](crate::Dpo) as
/// `upstream` with the chosen answer's logits, and `gradient[1]` with the rejected one's. This is
/// [`SoftmaxCrossEntropy`] with the sign turned, and as accurate; to imitate the tokens,
/// minimise that. Source: as there.
///
/// ```
/// use microloss::{Reduction, SequenceLogProbability};
///
/// // Two tokens from a vocabulary of two, evenly likely; then padding.
/// let logits = [[0.0, 0.0], [3.0, 3.0], [9.0, 0.0]];
/// let sequence = SequenceLogProbability::new().ignoring(255);
/// let mut gradient = [[0.0; 2]; 3];
/// let value = sequence.value_and_gradient(&logits, &[0_u8, 1, 255], Reduction::Sum, 2.0, &mut gradient)?;
/// assert_eq!(value, -2.0 * core::f32::consts::LN_2);
/// assert_eq!(gradient, [[1.0, -1.0], [-1.0, 1.0], [0.0, 0.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SequenceLogProbability<const V: usize, L = usize> {
    loss: SoftmaxCrossEntropy<'static, V, L>,
}

impl<const V: usize, L: Label> Default for SequenceLogProbability<V, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const V: usize, L: Label> SequenceLogProbability<V, L> {
    /// Of every token.
    #[must_use]
    pub const fn new() -> Self {
        Self { loss: SoftmaxCrossEntropy::new() }
    }

    /// Leaves positions with this label out: prompt and padding.
    #[must_use]
    pub const fn ignoring(self, label: L) -> Self {
        Self { loss: self.loss.ignoring(label) }
    }

    /// The log-probability: the sum under `Sum`, per token under `Mean`. 0 if every token is ignored.
    ///
    /// # Errors
    ///
    /// As [`Loss::value`].
    pub fn value(&self, logits: &[[f32; V]], tokens: &[L], reduction: Reduction) -> Result<f32, Error> {
        // 0 less the loss, so that no loss is 0 and not −0.
        Ok(0.0 - self.loss.value(logits, tokens, reduction)?)
    }

    /// The log-probability, and `upstream` times its gradient with respect to the logits.
    ///
    /// # Errors
    ///
    /// As [`Loss::value_and_gradient`].
    pub fn value_and_gradient(
        &self,
        logits: &[[f32; V]],
        tokens: &[L],
        reduction: Reduction,
        upstream: f32,
        gradient: &mut [[f32; V]],
    ) -> Result<f32, Error> {
        let loss = self.loss.value_and_gradient(logits, tokens, reduction, gradient)?;
        pass_on(gradient, upstream);
        Ok(0.0 - loss)
    }

    /// The log-probability; the logits, the largest buffer of all, are replaced by `upstream` times its
    /// gradient.
    ///
    /// The same bits as [`value_and_gradient`](Self::value_and_gradient).
    ///
    /// # Errors
    ///
    /// As [`Loss::value_and_gradient_in_place`].
    ///
    /// ```
    /// use microloss::{Reduction, SequenceLogProbability};
    ///
    /// let mut logits = [[0.0, 0.0]];
    /// let sequence = SequenceLogProbability::new();
    /// let value = sequence.value_and_gradient_in_place(&mut logits, &[0_u8], Reduction::Sum, 2.0)?;
    /// assert_eq!((value, logits), (-core::f32::consts::LN_2, [[1.0, -1.0]]));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient_in_place(
        &self,
        logits: &mut [[f32; V]],
        tokens: &[L],
        reduction: Reduction,
        upstream: f32,
    ) -> Result<f32, Error> {
        let loss = self.loss.value_and_gradient_in_place(logits, tokens, reduction)?;
        pass_on(logits, upstream);
        Ok(0.0 - loss)
    }
}

/// From the gradient of the loss to that of the log-probability, times what comes from above.
fn pass_on<const V: usize>(gradient: &mut [[f32; V]], upstream: f32) {
    for slope in gradient.as_flattened_mut() {
        // A position that is left out stays so, whatever comes from above.
        if *slope != 0.0 {
            *slope = crate::math::canonical(-upstream * *slope);
        }
    }
}
