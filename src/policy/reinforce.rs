//! The policy gradient of one action among several.

use crate::classification::Label;
use crate::error::Error;
use crate::kernel::LabelProbability;
use crate::rowwise::Rowwise;
use core::marker::PhantomData;

/// An action chosen among K, and how well it went.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Choice<L = u8> {
    /// The index of the action.
    pub action: L,
    /// The advantage: by how much it went better than expected. It may be negative.
    pub advantage: f32,
}

/// REINFORCE, the policy gradient: −A·ln p_a, for an action a with advantage A, with p = softmax(x).
///
#[doc = card!(rows Reinforce: "`[f32; K]`: logits", "[`Choice`]: the action and the advantage")]
///
/// The gradient is A·p_k, and −A·(1 − p_a) for the action itself. A positive advantage makes the action likelier, a negative one makes it
/// less likely. Only the gradient means something: the value may be negative, and does not fall as the policy improves.
///
/// The advantage is the return less a baseline, which removes noise and no bias: the mean of recent returns,
/// [`leave_one_out_advantages`](crate::leave_one_out_advantages), or a critic with
/// [`generalized_advantage`](crate::generalized_advantage). Without one, the return itself is the advantage.
///
/// A row serves one step: collect it with the policy of now. For several steps with the same data, use [`Ppo`](crate::Ppo), which limits
/// how far the policy goes. Beside a negative advantage the loss has no lower bound: add [`EntropyBonus`](crate::EntropyBonus). If all
/// advantages are 0 or more, this is [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) with [`Weighted`](crate::Weighted), up to the
/// denominator.
///
/// An advantage of 0 costs nothing, also if p_a = 0. A row of one class has loss and gradient 0.
///
/// **Error**: value within 3 ULP, gradient within 5. **Source**: Williams, *Simple Statistical Gradient-Following Algorithms for
/// Connectionist Reinforcement Learning*, Machine Learning 8 (1992), doi:10.1007/BF00992696.
///
/// ```
/// use microloss::{Choice, Loss, Reduction, Reinforce};
///
/// let choices = [Choice { action: 1_u8, advantage: -2.0 }];
/// let mut gradient = [[0.0; 2]];
/// let value = Reinforce::new()
///     .value_and_gradient(&[[0.0; 2]], &choices, Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (-2.0 * core::f32::consts::LN_2, [[-1.0, 1.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Reinforce)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Reinforce<const K: usize, L = u8> {
    label: PhantomData<L>,
}

impl<const K: usize, L> Reinforce<K, L> {
    /// Creates the loss. It has no parameter.
    #[must_use]
    pub const fn new() -> Self {
        Self { label: PhantomData }
    }
}

impl<const K: usize, L> Default for Reinforce<K, L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize, L: Label> Rowwise for Reinforce<K, L> {
    type Row = [f32; K];
    type Target = Choice<L>;

    #[inline]
    fn check(&self, row: usize, target: &Choice<L>) -> Result<(), Error> {
        let label = target.action.index();
        if label < K { Ok(()) } else { Err(Error::Label { row, label, classes: K }) }
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &Choice<L>) -> f32 {
        times(target.advantage, LabelProbability::of(row, target.action.index(), 1.0).loss)
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &Choice<L>, scale: f32) -> f32 {
        gradient(row, target.action.index(), target.advantage, scale)
    }
}

/// Replaces a row by its gradient, with the same machine code for every K and label type. Returns the loss.
fn gradient(row: &mut [f32], action: usize, advantage: f32, scale: f32) -> f32 {
    let p = LabelProbability::replace(row, action, |_| advantage * scale);
    times(advantage, p.loss)
}

/// Returns A·(−ln p). An advantage of 0 gives 0 for any p but NaN.
#[inline]
fn times(advantage: f32, loss: f32) -> f32 {
    if advantage == 0.0 && !loss.is_nan() { 0.0 } else { advantage * loss }
}
