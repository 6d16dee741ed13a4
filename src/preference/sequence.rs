//! Log-probabilities of answers, from a network's logits, and their gradients.

use crate::classification::{Label, SoftmaxCrossEntropy};
use crate::error::Error;
use crate::loss::Loss;
use crate::math::canonical;
use crate::reduction::Reduction;

/// Log-probability of a sequence of tokens: Σₜ ln softmax(xₜ)_{yₜ}, or its mean per token.
///
#[doc = card!(
    own SequenceLogProbability: "`[f32; V]`: logits over a vocabulary of V at one position",
    "a [`Label`]: the token that came",
    "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), \
     [`value_and_gradient_in_place`](Self::value_and_gradient_in_place)"
)]
///
/// Tokens of the prompt, and padding, are [`ignored`](Self::ignoring). The gradient is ([k = y] − p_k) times an `upstream`
/// factor. It takes the gradient of a preference loss on to the network: pass `gradient[0]` of [`Dpo`](crate::Dpo) as `upstream`
/// with the chosen answer's logits, and `gradient[1]` with the rejected one's.
///
/// An answer without a token, such as one that was cut off, has log-probability 0: it counts as certain. Most losses take that as
/// the best answer of all, so leave its pair out ([`Weighted`](crate::Weighted) with weight 0).
///
/// This is [`SoftmaxCrossEntropy`] with the sign turned, and as accurate. To imitate the tokens, minimise that loss.
/// **Source**: as for [`SoftmaxCrossEntropy`].
///
/// **Run it**: `cargo run --release --example safety_preference`.
///
/// ```
/// use microloss::{Reduction, SequenceLogProbability};
///
/// // Two tokens from a vocabulary of two, evenly likely; then padding.
/// let (logits, tokens) = ([[0.0, 0.0], [3.0, 3.0], [9.0, 0.0]], [0_u8, 1, 255]);
/// let answer = SequenceLogProbability::new().ignoring(255);
/// let sum = Reduction::Sum;
/// let mut g = [[0.0; 2]; 3];
/// let value = answer.value_and_gradient(&logits, &tokens, sum, 2.0, &mut g)?;
/// assert_eq!(value, -2.0 * core::f32::consts::LN_2);
/// assert_eq!(g, [[1.0, -1.0], [-1.0, 1.0], [0.0, 0.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SequenceLogProbability<const V: usize, L = u8> {
    loss: SoftmaxCrossEntropy<V, L>,
}

impl<const V: usize, L: Label> Default for SequenceLogProbability<V, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const V: usize, L: Label> SequenceLogProbability<V, L> {
    /// Creates the log-probability of every token.
    #[must_use]
    pub const fn new() -> Self {
        Self { loss: SoftmaxCrossEntropy::new() }
    }

    /// Leaves positions with this label out: prompt and padding.
    #[must_use]
    pub const fn ignoring(self, label: L) -> Self {
        Self { loss: self.loss.ignoring(label) }
    }

    /// Returns the log-probability: the sum under `Sum`, the mean per token under `Mean`. It is 0 if every token is ignored.
    ///
    /// # Errors
    ///
    /// As [`Loss::value`].
    pub fn value(&self, logits: &[[f32; V]], tokens: &[L], reduction: Reduction) -> Result<f32, Error> {
        // `0.0 - x` gives 0, and not −0, for x = 0.
        Ok(0.0 - self.loss.value(logits, tokens, reduction)?)
    }

    /// Returns the log-probability, and writes `upstream` times its gradient with respect to the logits.
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

    /// Returns the log-probability, and replaces the logits by `upstream` times its gradient.
    ///
    /// The logits are the largest buffer of all. The bits are those of [`value_and_gradient`](Self::value_and_gradient).
    ///
    /// # Errors
    ///
    /// As [`Loss::value_and_gradient_in_place`].
    ///
    /// ```
    /// use microloss::{Reduction, SequenceLogProbability};
    ///
    /// let mut logits = [[0.0, 0.0]];
    /// let (answer, sum) = (SequenceLogProbability::new(), Reduction::Sum);
    /// let value = answer.value_and_gradient_in_place(&mut logits, &[0_u8], sum, 2.0)?;
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

    /// Returns the log-probability of arrays: a wrong number of tokens, or N = 0, does not compile.
    ///
    /// # Errors
    ///
    /// As [`Loss::value`].
    ///
    /// ```
    /// use microloss::{Reduction, SequenceLogProbability};
    ///
    /// let answer = SequenceLogProbability::new();
    /// let value = answer.try_value_array(&[[0.0, 0.0]], &[0_u8], Reduction::Sum)?;
    /// assert_eq!(value, -core::f32::consts::LN_2);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn try_value_array<const N: usize>(
        &self,
        logits: &[[f32; V]; N],
        tokens: &[L; N],
        reduction: Reduction,
    ) -> Result<f32, Error> {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value(logits, tokens, reduction)
    }

    /// Returns the log-probability of arrays, and writes `upstream` times its gradient.
    ///
    /// # Errors
    ///
    /// As [`Loss::value_and_gradient`].
    pub fn try_value_and_gradient_array<const N: usize>(
        &self,
        logits: &[[f32; V]; N],
        tokens: &[L; N],
        reduction: Reduction,
        upstream: f32,
        gradient: &mut [[f32; V]; N],
    ) -> Result<f32, Error> {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value_and_gradient(logits, tokens, reduction, upstream, gradient)
    }

    /// Returns the log-probability of arrays, and replaces the logits by `upstream` times its gradient.
    ///
    /// # Errors
    ///
    /// As [`Loss::value_and_gradient_in_place`].
    pub fn try_value_and_gradient_in_place_array<const N: usize>(
        &self,
        logits: &mut [[f32; V]; N],
        tokens: &[L; N],
        reduction: Reduction,
        upstream: f32,
    ) -> Result<f32, Error> {
        const { assert!(N > 0, "a batch has at least one row") }
        self.value_and_gradient_in_place(logits, tokens, reduction, upstream)
    }
}

/// Turns the gradient of the loss into that of the log-probability, times `upstream`.
fn pass_on<const V: usize>(gradient: &mut [[f32; V]], upstream: f32) {
    for slope in gradient.as_flattened_mut() {
        // The gradient of an ignored position stays 0, even if `upstream` is infinite or NaN.
        if *slope != 0.0 {
            *slope = canonical(-upstream * *slope);
        }
    }
}
