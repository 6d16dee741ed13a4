//! Overlap of K regions that share the pixels.

mod many;

use self::many::MANY;
use super::constructors;
use super::overlap::{Index, Overlap};
use crate::classification::{Label, check_label};
use crate::error::Error;
use crate::math::{max, softmax_in_place, through_softmax};
use crate::rowwise::Rowwise;
use crate::sum::{Total, sum};

/// Dice and Tversky loss of K classes, from logits and labels: the mean over classes of [`Tversky`](crate::Tversky).
///
#[doc = card!(rows SoftmaxTversky: "`[[f32; K]; P]`, a region of P pixels with K logits each", "`[L; P]`, P labels below K")]
///
/// p is the softmax of a pixel's logits. Every class is a region of its own, and all weigh the same, the background too. An ignored
/// label takes its pixels out. A class that no pixel has costs α·FP/(α·FP + s). That is 1/K of the loss without a gradient while s
/// is 0, however good the prediction: 0.3378 for a nearly perfect one of 3 classes with one absent, 0.0022 with a smooth of 1. So
/// set a smooth if classes can be absent. If regions may overlap use [`SigmoidTversky`](crate::SigmoidTversky), with a row
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
pub struct SoftmaxTversky<const K: usize, const P: usize, L = u8> {
    index: Index,
    ignored: Option<L>,
}

constructors!([const K: usize, const P: usize, L: Copy] SoftmaxTversky<K, P, L> { ignored: None });

impl<const K: usize, const P: usize, L: Copy> SoftmaxTversky<K, P, L> {
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

impl<const K: usize, const P: usize, L: Label> SoftmaxTversky<K, P, L> {
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
}

impl<const K: usize, const P: usize, L: Label> Rowwise for SoftmaxTversky<K, P, L> {
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

impl<const K: usize, const P: usize, L: Label> SoftmaxTversky<K, P, L> {
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
        let losses = sum(&sums, |_, (overlap, errors)| self.index.of(overlap.value(), errors.value()).loss);
        losses / K as f32
    }

    #[inline]
    fn gradient_of_few(&self, row: &mut [[f32; K]; P], target: &[L; P], scale: f32) -> f32 {
        for (pixel, label) in row.iter_mut().zip(target) {
            if !self.is_ignored(label) {
                softmax_in_place(pixel, 1.0);
            }
        }
        let mut slopes = Slopes { outside: [0.0; K], inside: [0.0; K] };
        let losses = sum(&[(); K], |k, ()| {
            let overlap = self.overlap(k, row, target);
            if let (Some(outside), Some(inside)) = (slopes.outside.get_mut(k), slopes.inside.get_mut(k)) {
                (*outside, *inside) = (overlap.miss, -overlap.hit);
            }
            overlap.loss
        });
        let each = scale / K as f32;
        for (pixel, label) in row.iter_mut().zip(target) {
            if self.is_ignored(label) {
                pixel.fill(0.0);
                continue;
            }
            slopes.exchange(label.index());
            gradient(pixel, &slopes.outside, each);
            slopes.exchange(label.index());
        }
        losses / K as f32
    }
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
