//! Divergences of given probabilities from a target distribution.

use super::FLOOR;
use super::divergence::jensen;
use crate::domain::{Domain, check_probabilities, check_shares};
use crate::error::Error;
use crate::math::{divergence, ln_1p, ln_ratio};
use crate::rowwise::Rowwise;
use crate::sum::sum;
use core::cell::Cell;

/// Kullback–Leibler divergence of given probabilities: Σₖ (t_k·ln(t_k/p_k) − t_k + p_k), KL(t‖p) if both sum to 1.
///
#[doc = card!(rows KlDivergence: "`[f32; K]`, probabilities p", "`[f32; K]`, a distribution t")]
///
/// The gradient, in the probabilities, is 1 − t_k/p_k. The plain terms t_k·ln(t_k/p_k), those of Keras' `KLDivergence` and PyTorch's
/// `kl_div`, have −t_k/p_k. Both give the same gradient in the logits of a softmax, which takes the 1 away. This one is 0 at p = t,
/// and no digit of it cancels near there. No term is negative, also if p does not quite sum to 1, as that of an int8 softmax.
///
/// It is for a network that ends in a softmax that you cannot leave out. If you have the logits, use [`SoftmaxKl`](crate::SoftmaxKl): it
/// keeps the digits that are lost when p is rounded. The cross-entropy −Σₖ t_k·ln p_k (Keras' `CategoricalCrossentropy` of probabilities)
/// is this loss plus the [`entropy`](crate::entropy) of t, a constant that is 0 for one-hot targets. For labels use
/// [`CategoricalNll`](crate::CategoricalNll). For a value without a gradient there is [`kl_divergence`](crate::kl_divergence).
///
/// **Parameter**: the floor f (1e-12 unless set) bounds the gradient; see [`with_floor`](Self::with_floor). For an int8 softmax it is 1/512,
/// half a step.
///
/// If p_k is below both the floor and t_k, the term continues as its tangent at the smaller of the two. So value and gradient are
/// finite at p_k = 0, and a target below the floor costs nothing there. Keras clips p and t to [1e-7, 1], where its gradient in p is
/// 0: a class that is surely missed teaches nothing there.
///
/// A prediction that is not a probability is refused, and a target that is negative, infinite or NaN. 0·ln 0 is 0. Rounding may take p out
/// of [0, 1] by 1e-6. Then the loss is finite, and at least −1e-6 a class.
///
/// **Error**: value within 3.5 ULP of the largest |t_k·ln(t_k/p_k)|; gradient within 1.5. **Source**: Kullback & Leibler (1951),
/// doi:10.1214/aoms/1177729694; with the terms p − t, Csiszár (1975), doi:10.1214/aop/1176996454.
///
/// ```
/// use microloss::{KlDivergence, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let value = KlDivergence::new().value_and_gradient(
///     &[[0.25, 0.75]], &[[0.5, 0.5]], Reduction::Mean, &mut gradient,
/// )?;
/// // ½·ln 2 + ½·ln ⅔.
/// assert!((value - 0.143_841_04).abs() < 1e-7);
/// assert!((gradient[0][0] + 1.0).abs() < 1e-6);
/// assert!((gradient[0][1] - 1.0 / 3.0).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct KlDivergence<const K: usize> {
    floor: f32,
}

impl<const K: usize> Default for KlDivergence<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize> KlDivergence<K> {
    /// Creates the loss with floor 1e-12.
    #[must_use]
    pub const fn new() -> Self {
        Self { floor: FLOOR }
    }

    option! {
        /// Sets the floor (at least 1.2e-38, the smallest normal number). The gradient is at least 1 − t/f.
        ///
        /// ```
        /// use microloss::{KlDivergence, Loss, Reduction};
        ///
        /// // An int8 softmax: at p = 0 the slope of t = 1 is 1 − 512.
        /// let mut gradient = [[0.0; 2]];
        /// let loss = KlDivergence::new().with_floor(1.0 / 512.0);
        /// let (p, t) = ([[0.0, 1.0]], [[1.0, 0.0]]);
        /// loss.gradient(&p, &t, Reduction::Mean, &mut gradient)?;
        /// assert_eq!(gradient, [[-511.0, 1.0]]);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        KlDivergence: with_floor / try_with_floor(self, floor: normal_to_half) => Self { floor }
    }
}

/// Jensen–Shannon divergence of given probabilities: ½·KL(t‖m) + ½·KL(p‖m), with a target t and m = (t + p)/2.
///
#[doc = card!(rows JensenShannon: "`[f32; K]`, probabilities p", "`[f32; K]`, a distribution t")]
///
/// The gradient, in the probabilities, is ½·ln(p_k/m_k), and ½·ln 2 for a target of 0. It lies between −44 and ½·ln 2 for a
/// distribution t: −∞ at p_k = 0, where the slope at 1.2e-38, the smallest normal number, stands for it. So the value does not need a floor.
///
/// The loss lies between 0 and ln 2, so that a wrong or noisy target costs a bounded amount. If you have the logits, use
/// [`SoftmaxJensenShannon`](crate::SoftmaxJensenShannon). To start training, [`KlDivergence`](crate::KlDivergence) is the better choice.
/// For a value without a gradient there is [`jensen_shannon`](crate::jensen_shannon).
///
/// A prediction that is not a probability is refused, and a target that is negative, infinite or NaN. Rounding may take p out of [0, 1] by
/// 1e-6. A p below 0 counts as 0.
///
/// **Error**: value within 4 ULP of the largest of |t_k·ln(t_k/m_k)| and |p_k·ln(p_k/m_k)|; gradient within 4. **Source**: Lin (1991),
/// doi:10.1109/18.61115; as a loss Englesson & Azizpour (2021), arXiv:2105.04522.
///
/// ```
/// use microloss::{JensenShannon, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let value = JensenShannon::new().value_and_gradient(
///     &[[0.5, 0.5]], &[[0.9, 0.1]], Reduction::Mean, &mut gradient,
/// )?;
/// assert!((value - 0.101_749_2).abs() < 1e-6);
/// // ½·ln(0.5/0.7).
/// assert!((gradient[0][0] + 0.168_236_1).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct JensenShannon<const K: usize> {}

impl<const K: usize> JensenShannon<K> {
    /// Creates the loss. It has no parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

/// Writes the loss of a row of probabilities from `$point`, the value and the slope of one class.
macro_rules! of_classes {
    ($name:ident: |$this:ident, $p:ident, $t:ident| $point:expr) => {
        impl<const K: usize> Rowwise for $name<K> {
            type Row = [f32; K];
            type Target = [f32; K];
            const NAN_ONLY_WITH_VALUE: bool = true;

            #[inline]
            fn check(&self, row: usize, target: &[f32; K]) -> Result<(), Error> {
                check_shares(row, target)
            }

            #[inline]
            fn accepts_all_rows(&self, rows: &[[f32; K]]) -> bool {
                Domain::RoundedUnit.surely_contains(rows.as_flattened())
            }

            #[inline]
            fn check_prediction(&self, row: usize, prediction: &[f32; K]) -> Result<(), Error> {
                check_probabilities(row, prediction)
            }

            #[inline]
            fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
                let $this = self;
                term(row, target, |$p, $t| $point)
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
                let $this = self;
                gradient(row, target, scale, |$p, $t| $point)
            }
        }
    };
}

of_classes!(KlDivergence: |this, p, t| kullback(p, t, this.floor));
of_classes!(JensenShannon: |_this, p, t| jensen_and_slope(p, t));

/// Returns t·ln(t/p) − t + p and its derivative in p. Below the floor and t both continue as a tangent.
#[inline]
fn kullback(p: f32, t: f32, floor: f32) -> (f32, f32) {
    if t == 0.0 {
        return (p, 1.0);
    }
    let least = if t < floor { t } else { floor };
    if p < least {
        // In this order no factor overflows unless the result does.
        (divergence(t, least) + (t - least) * ((least - p) / least), (least - t) / least)
    } else {
        (divergence(t, p), (p - t) / p)
    }
}

/// Returns ½·(t·ln(t/m) + p·ln(p/m)) and its derivative in p.
#[inline]
fn jensen_and_slope(p: f32, t: f32) -> (f32, f32) {
    let value = jensen(t, if p < 0.0 { 0.0 } else { p });
    if t == 0.0 {
        return (value, 0.5 * core::f32::consts::LN_2);
    }
    let p = if p < f32::MIN_POSITIVE { f32::MIN_POSITIVE } else { p };
    let both = t + p;
    // p/m = 1 + (p − t)/(p + t).
    let excess = (p - t) / both;
    (value, 0.5 * if excess > -0.5 { ln_1p(excess) } else { ln_ratio(p, 0.5 * both) })
}

/// Returns the loss of a row.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], target: &[f32], point: impl Fn(f32, f32) -> (f32, f32)) -> f32 {
    sum(row, |k, p| point(*p, target.get(k).copied().unwrap_or(0.0)).0)
}

/// Replaces the probabilities by the gradient. Returns the loss of the row.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], target: &[f32], scale: f32, point: impl Fn(f32, f32) -> (f32, f32)) -> f32 {
    sum(Cell::from_mut(row).as_slice_of_cells(), |k, cell| {
        let (value, slope) = point(cell.get(), target.get(k).copied().unwrap_or(0.0));
        cell.set(slope * scale);
        value
    })
}
