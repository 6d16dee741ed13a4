//! Overlap of K regions that share the pixels.

mod many;

use self::many::MANY;
use super::constructors;
use super::overlap::{Index, Overlap};
use crate::classification::{Label, check_label, class_weights};
use crate::error::Error;
use crate::kernel::ClassWeights;
use crate::math::{max, softmax_in_place, through_softmax};
use crate::rowwise::Rowwise;
use crate::sum::{Total, sum};

/// Dice and Tversky loss of K classes, from logits and labels: the mean over classes of [`Tversky`](crate::Tversky).
///
#[doc = card!(rows SoftmaxTversky: "`[[f32; K]; P]`, a region of P pixels with K logits each", "`[L; P]`, P labels below K")]
///
/// p is the softmax of a pixel's logits. Every class is a region of its own, and all weigh the same, the background too, unless
/// classes have [weights](Self::with_class_weights): the mean is over Σ w, and a weight of 0 leaves a class out, as MONAI's
/// `include_background=False` does class 0. An ignored label takes its pixels out. A class that no pixel has costs α·FP/(α·FP + s). That
/// is 1/K of the loss without a gradient while s is 0, however good the prediction: 0.3378 for a nearly perfect one of 3 classes
/// with one absent, 0.0022 with a smooth of 1. So if classes can be absent, set a smooth, or take [only those that are
/// present](Self::present_only). If regions may overlap use [`SigmoidTversky`](crate::SigmoidTversky), with a row
/// for each. If pixels count rather than regions, use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// A value takes 20·K bytes of stack, a gradient 8·K. Beyond 1 024 classes neither grows with K, and time is O(P²·K).
///
/// The gradient of a pixel's logit is p_j·Σ_c p_c·(g_j − g_c), with g the derivatives with respect to its probabilities.
/// Parameters and empty masks are those of [`Tversky`](crate::Tversky). A pixel with a logit of +∞ makes the row NaN.
///
/// **Error**: value within 5 ULP; gradient within 16 of the largest p_j·|g_c|, and for 3 classes of the largest p_j·p_c·|g_c|.
/// **Source**: that of [`Tversky`](crate::Tversky).
///
/// ```
/// use microloss::{Loss, Reduction, SoftmaxTversky};
///
/// // Two pixels, two classes, nothing known: TP = FP = FN = ½ for either class.
/// let (rows, labels) = ([[[0.0; 2]; 2]], [[0_u8, 1]]);
/// let mut gradient = [[[0.0; 2]; 2]];
/// let loss = SoftmaxTversky::dice();
/// let value =
///     loss.value_and_gradient(&rows, &labels, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, 0.5);
/// assert_eq!(gradient, [[[-0.125, 0.125], [0.125, -0.125]]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct SoftmaxTversky<const K: usize, const P: usize, L = u8, W = (), const PRESENT: bool = false> {
    index: Index,
    ignored: Option<L>,
    class_weights: W,
}

constructors!(
    [const K: usize, const P: usize, L: Copy] SoftmaxTversky<K, P, L>
        + [W: ClassWeights<K>, const PRESENT: bool] <W, PRESENT> { ignored: None, class_weights: () }
);

class_weights! {
    /// Weights the classes, and divides by the sum of the weights. A weight of 0 leaves a class out, such as the background.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxTversky};
    ///
    /// // Class 0 is the background. Of class 1: TP = FN = ½, FP = 0.
    /// let (rows, labels) = ([[[0.0, 0.0], [99.0, 0.0]]], [[1_u8, 0]]);
    /// let loss = SoftmaxTversky::dice().with_class_weights(&[0.0, 1.0]);
    /// let value = loss.value(&rows, &labels, Reduction::Mean)?;
    /// assert!((value - 1.0 / 3.0).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    [const K: usize, const P: usize, L: Copy, const PRESENT: bool] SoftmaxTversky<K, P, L> + <PRESENT> { index, ignored }:
        with_class_weights / try_with_class_weights,
        with_owned_class_weights / try_with_owned_class_weights(class_weights)
}

impl<const K: usize, const P: usize, L: Copy, W: ClassWeights<K>, const PRESENT: bool>
    SoftmaxTversky<K, P, L, W, PRESENT>
{
    /// Leaves out, in every row, the classes that no pixel has, unless it is ignored: the mean is over the others.
    ///
    /// Predictions of them are false alarms of no class, but misses of others. A row without a class has loss 0. smp's `DiceLoss`
    /// gives an absent class the loss 0, and divides by all.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxTversky};
    ///
    /// // Both pixels are of class 0, and TP = 1, FN = 1.
    /// let (rows, labels) = ([[[0.0; 2]; 2]], [[0_u8, 0]]);
    /// let loss = SoftmaxTversky::dice().present_only();
    /// let value = loss.value(&rows, &labels, Reduction::Mean)?;
    /// assert!((value - 1.0 / 3.0).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn present_only(self) -> SoftmaxTversky<K, P, L, W, true> {
        SoftmaxTversky { index: self.index, ignored: self.ignored, class_weights: self.class_weights }
    }

    /// Leaves out pixels with this label: they do not count, and have gradient 0.
    ///
    /// The label need not name a class.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, SoftmaxTversky};
    ///
    /// // One pixel is left, of class 0: TP = FN = ½ there, and half a pixel of
    /// // class 1 in vain.
    /// let (rows, labels) = ([[[0.0, 0.0], [9.0, 0.0]]], [[0_u8, 255]]);
    /// let loss = SoftmaxTversky::dice().ignoring(255);
    /// let value = loss.value(&rows, &labels, Reduction::Mean)?;
    /// assert!((value - 0.5 * (1.0 / 3.0 + 1.0)).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn ignoring(self, label: L) -> Self {
        Self { ignored: Some(label), ..self }
    }
}

impl<const K: usize, const P: usize, L: Label, W: ClassWeights<K>, const PRESENT: bool>
    SoftmaxTversky<K, P, L, W, PRESENT>
{
    /// Adds a pixel's probability of class k to the overlap and errors of the class.
    #[inline]
    fn add(&self, (overlap, errors): &mut (Total, Total), k: usize, p: &[f32; K], label: usize) {
        let p_k = p.get(k).copied().unwrap_or(f32::NAN);
        if k == label {
            overlap.add(p_k);
            errors.add(self.index.error(p_k, sum(p, |j, p| if j == k { 0.0 } else { *p }), 1.0));
        } else {
            errors.add(self.index.error(p_k, 0.0, 0.0));
        }
    }

    /// Returns the overlap of class k, from the probabilities of all pixels.
    // One class per call, so that the sums of one class are on the stack, not those of all. Not inlined, so that they are not on the
    // stack while `gradient` needs its own.
    #[inline(never)]
    fn overlap(&self, k: usize, p: &[[f32; K]; P], target: &[L; P]) -> Overlap {
        let mut sums = (Total::new(), Total::new());
        for (p, label) in p.iter().zip(target) {
            if !self.is_ignored(label) {
                self.add(&mut sums, k, p, label.index());
            }
        }
        self.index.of(sums.0.value(), sums.1.value())
    }

    fn is_ignored(&self, label: &L) -> bool {
        self.ignored.as_ref() == Some(label)
    }

    /// Returns true if all classes count the same, as they do unless an option says otherwise.
    #[inline]
    fn is_even(&self) -> bool {
        !PRESENT && self.class_weights.weights().is_none()
    }

    /// Returns the weight of a class, or 0 if it is left out.
    #[inline]
    fn weight_of(&self, class: usize, target: &[L; P]) -> f32 {
        let has = |label: &L| label.index() == class && !self.is_ignored(label);
        if PRESENT && !target.iter().any(has) {
            return 0.0;
        }
        self.class_weights.weights().map_or(1.0, |weights| weights.get(class).copied().unwrap_or(0.0))
    }

    /// Returns the largest weight of a class, the sum of all over it, and the divisor of the sum of the shares.
    #[inline]
    fn shares(&self, target: &[L; P]) -> Shares {
        if self.is_even() {
            return Shares { largest: 1.0, sum: 1.0, divisor: K as f32 };
        }
        let weights = (0..K).map(|k| self.weight_of(k, target));
        let largest = weights.fold(0.0, |largest, weight| if weight > largest { weight } else { largest });
        let sum = sum(&[(); K], |k, ()| self.weight_of(k, target) / largest);
        Shares { largest, sum, divisor: 1.0 }
    }

    /// Returns the share of a class. Shares are 1 if all are equal, and then they are divided later.
    #[inline]
    fn share(&self, class: usize, target: &[L; P], shares: &Shares) -> f32 {
        if self.is_even() {
            return 1.0;
        }
        let weight = self.weight_of(class, target);
        // If all weights are 0, none has a share.
        if weight == 0.0 { 0.0 } else { weight / shares.largest / shares.sum }
    }
}

impl<const K: usize, const P: usize, L: Label, W: ClassWeights<K>, const PRESENT: bool> Rowwise
    for SoftmaxTversky<K, P, L, W, PRESENT>
{
    type Row = [[f32; K]; P];
    type Target = [L; P];
    const NAN_ONLY_WITH_VALUE: bool = true;

    fn check(&self, row: usize, target: &[L; P]) -> Result<(), Error> {
        let counted = target.iter().filter(|label| !self.is_ignored(label));
        counted.into_iter().try_for_each(|label| check_label(row, *label, K))
    }

    fn term(&self, row: &[[f32; K]; P], target: &[L; P]) -> f32 {
        match K {
            0 => 0.0,
            1..=MANY => self.term_of_few(row, target),
            _ => self.term_of_many(row, target),
        }
    }

    fn term_and_gradient(&self, row: &mut [[f32; K]; P], target: &[L; P], scale: f32) -> f32 {
        match K {
            0 => 0.0,
            1..=MANY => self.gradient_of_few(row, target, scale),
            _ => self.gradient_of_many(row, target, scale),
        }
    }
}

impl<const K: usize, const P: usize, L: Label, W: ClassWeights<K>, const PRESENT: bool>
    SoftmaxTversky<K, P, L, W, PRESENT>
{
    #[inline]
    fn term_of_few(&self, row: &[[f32; K]; P], target: &[L; P]) -> f32 {
        let mut sums = [(Total::new(), Total::new()); K];
        for (pixel, label) in row.iter().zip(target).filter(|(_, label)| !self.is_ignored(label)) {
            let mut p = *pixel;
            softmax_in_place(&mut p, 1.0);
            for (k, sums) in sums.iter_mut().enumerate() {
                self.add(sums, k, &p, label.index());
            }
        }
        let shares = self.shares(target);
        let losses = sum(&sums, |k, (overlap, errors)| {
            self.index.of(overlap.value(), errors.value()).times(self.share(k, target, &shares)).loss
        });
        losses / shares.divisor
    }

    #[inline]
    fn gradient_of_few(&self, row: &mut [[f32; K]; P], target: &[L; P], scale: f32) -> f32 {
        for (pixel, label) in row.iter_mut().zip(target) {
            if !self.is_ignored(label) {
                softmax_in_place(pixel, 1.0);
            }
        }
        let mut slopes = Slopes { outside: [0.0; K], inside: [0.0; K] };
        let shares = self.shares(target);
        let losses = sum(&[(); K], |k, ()| {
            let overlap = self.overlap(k, row, target).times(self.share(k, target, &shares));
            if let (Some(outside), Some(inside)) = (slopes.outside.get_mut(k), slopes.inside.get_mut(k)) {
                (*outside, *inside) = (overlap.miss, -overlap.hit);
            }
            overlap.loss
        });
        let each = scale / shares.divisor;
        for (pixel, label) in row.iter_mut().zip(target) {
            if self.is_ignored(label) {
                pixel.fill(0.0);
                continue;
            }
            slopes.exchange(label.index());
            gradient(pixel, &slopes.outside, each);
            slopes.exchange(label.index());
        }
        losses / shares.divisor
    }
}

/// The weights of a row's classes.
struct Shares {
    largest: f32,
    /// The sum of the weights over the largest: it cannot overflow.
    sum: f32,
    divisor: f32,
}

/// Derivatives of every class's loss with respect to the probability of a pixel: one outside the class, and one inside.
struct Slopes<const K: usize> {
    outside: [f32; K],
    inside: [f32; K],
}

impl<const K: usize> Slopes<K> {
    /// Moves a pixel into a class, or out of it again.
    fn exchange(&mut self, class: usize) {
        if let (Some(outside), Some(inside)) = (self.outside.get_mut(class), self.inside.get_mut(class)) {
            core::mem::swap(outside, inside);
        }
    }
}

/// Replaces a pixel's probabilities by the gradient of its logits.
// Not inlined: see `overlap`.
#[inline(never)]
fn gradient(pixel: &mut [f32], slopes: &[f32], scale: f32) {
    let (best, _) = max(pixel);
    through_softmax(pixel, best, scale, |k, _| slopes.get(k).copied().unwrap_or(f32::NAN));
}
