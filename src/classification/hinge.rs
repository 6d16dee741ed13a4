//! Margin losses for K classes.

use super::{Label, check_class_weights, check_label};
use crate::error::{Error, check_parameter};
use crate::loss::Rowwise;
use crate::sum::sum;
use core::marker::PhantomData;

/// Margins are positive normal numbers.
const fn check_margin(margin: f32) -> Result<(), Error> {
    let holds = margin >= f32::MIN_POSITIVE && margin <= f32::MAX;
    check_parameter(holds, "margin", "a positive normal number", margin)
}

/// The label's score, or NaN for a label without one.
#[inline]
fn score<const K: usize>(row: &[f32; K], label: usize) -> f32 {
    row.get(label).copied().unwrap_or(f32::NAN)
}

/// Multi-class hinge of Crammer and Singer: max(0, m + max_{j≠y} s_j − s_y), with margin m.
///
/// A row holds K scores, the label y is an integer below K. The gradient is +1 at the best other class (the first of equals)
/// and −1 at y while the loss is positive, and 0 elsewhere, the kink included. Only the strongest rival learns;
/// [`WestonWatkinsHinge`] counts them all. For probabilities use [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// Value within 2 ULP of the largest of its three terms, gradient exact, on the side of the kink where the rounded value
/// lies. Source: Crammer & Singer, *On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines*, JMLR 2
/// (2001).
///
/// ```
/// use microloss::{CrammerSingerHinge, Loss, Reduction};
///
/// let mut gradient = [[0.0; 3]];
/// let loss = CrammerSingerHinge::new(1.0);
/// let value = loss.value_and_gradient(&[[2.0, 1.5, -1.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), (0.5, [[-1.0, 1.0, 0.0]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CrammerSingerHinge<const K: usize, L = usize> {
    margin: f32,
    label: PhantomData<L>,
}

impl<const K: usize, L: Label> CrammerSingerHinge<K, L> {
    /// The loss with this margin, usually 1.
    ///
    /// # Panics
    ///
    /// Unless `margin` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("CrammerSingerHinge: the margin must be a positive normal number"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `margin` is a positive normal number.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        match check_margin(margin) {
            Ok(()) => Ok(Self { margin, label: PhantomData }),
            Err(error) => Err(error),
        }
    }

    /// The loss with margin 0, which only a loss of another name may have: equal scores make it 0.
    pub(crate) const fn without_margin() -> Self {
        Self { margin: 0.0, label: PhantomData }
    }

    /// The loss, and the best of the other classes.
    #[inline]
    fn against_best(&self, row: &[f32; K], label: usize) -> (f32, usize) {
        let mut best = (K, f32::NEG_INFINITY);
        let mut poison = 0.0;
        for (j, s) in row.iter().enumerate() {
            if s.is_nan() {
                poison = f32::NAN;
            }
            if j != label && *s > best.1 {
                best = (j, *s);
            }
        }
        let violation = self.margin + (best.1 - score(row, label)) + poison;
        (if violation <= 0.0 { 0.0 } else { violation }, best.0)
    }
}

impl<const K: usize, L: Label> Rowwise for CrammerSingerHinge<K, L> {
    type Row = [f32; K];
    type Target = L;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        self.against_best(row, target.index()).0
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let (term, best) = self.against_best(row, target.index());
        row.fill(if term.is_nan() { f32::NAN } else { 0.0 });
        if term > 0.0 {
            for (class, slope) in [(best, scale), (target.index(), -scale)] {
                if let Some(x) = row.get_mut(class) {
                    *x = slope;
                }
            }
        }
        term
    }
}

/// Multi-class hinge of Weston and Watkins: (w_y/K)·Σ_{j≠y} max(0, m − s_y + s_j)^p, with margin m and p = 1 or 2.
///
/// A row holds K scores, the label y is an integer below K. The division by K (not K − 1) is PyTorch's `MultiMarginLoss`;
/// the paper has none. The gradient of class j is p·max(0, …)^(p−1)·w_y/K, that of y minus their sum, and 0 at every kink.
/// Where only the strongest rival matters use [`CrammerSingerHinge`], for probabilities
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// Value and gradient within 6 ULP of the largest term. Source: Weston & Watkins, *Support Vector Machines for Multi-Class
/// Pattern Recognition*, ESANN (1999).
///
/// ```
/// use microloss::{Loss, Reduction, WestonWatkinsHinge};
///
/// let mut gradient = [[0.0; 4]];
/// let loss = WestonWatkinsHinge::new(1.0);
/// let value = loss.value_and_gradient(&[[2.0, 1.5, -1.0, 3.0]], &[0_u8], Reduction::Mean, &mut gradient)?;
/// assert_eq!((value, gradient), ((0.5 + 2.0) / 4.0, [[-0.5, 0.25, 0.0, 0.25]]));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct WestonWatkinsHinge<'a, const K: usize, L = usize> {
    margin: f32,
    squared: bool,
    class_weights: Option<&'a [f32; K]>,
    label: PhantomData<L>,
}

impl<'a, const K: usize, L: Label> WestonWatkinsHinge<'a, K, L> {
    /// The loss with this margin, usually 1, and p = 1.
    ///
    /// # Panics
    ///
    /// Unless `margin` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(margin: f32) -> Self {
        match Self::try_new(margin) {
            Ok(loss) => loss,
            Err(_) => panic!("WestonWatkinsHinge: the margin must be a positive normal number"),
        }
    }

    /// The loss with a margin that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `margin` is a positive normal number.
    pub const fn try_new(margin: f32) -> Result<Self, Error> {
        match check_margin(margin) {
            Ok(()) => Ok(Self { margin, squared: false, class_weights: None, label: PhantomData }),
            Err(error) => Err(error),
        }
    }

    /// The loss with p = 2.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, WestonWatkinsHinge};
    ///
    /// let loss = WestonWatkinsHinge::new(1.0).squared();
    /// let value = loss.value(&[[2.0, 1.5, -1.0, 3.0]], &[0_u8], Reduction::Mean)?;
    /// assert_eq!(value, (0.5 * 0.5 + 2.0 * 2.0) / 4.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn squared(self) -> Self {
        Self { squared: true, ..self }
    }

    /// Weighs rows by their label's class; `Mean` divides by the number of rows all the same, as PyTorch does.
    ///
    /// # Panics
    ///
    /// Unless every weight is finite and 0 or more; as a constant, it then does not compile.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, WestonWatkinsHinge};
    ///
    /// let loss = WestonWatkinsHinge::new(1.0).with_class_weights(&[2.0, 1.0, 1.0, 1.0]);
    /// let value = loss.value(&[[2.0, 1.5, -1.0, 3.0]], &[0_u8], Reduction::Mean)?;
    /// assert_eq!(value, 2.0 * (0.5 + 2.0) / 4.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_class_weights(self, weights: &'a [f32; K]) -> Self {
        match self.try_with_class_weights(weights) {
            Ok(loss) => loss,
            Err(_) => panic!("WestonWatkinsHinge: class weights must be finite and 0 or more"),
        }
    }

    /// [`with_class_weights`](Self::with_class_weights) for weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every weight is finite and 0 or more.
    pub const fn try_with_class_weights(self, weights: &'a [f32; K]) -> Result<Self, Error> {
        match check_class_weights("class_weights", weights) {
            Ok(()) => Ok(Self { class_weights: Some(weights), ..self }),
            Err(error) => Err(error),
        }
    }

    /// w_y / K.
    #[inline]
    fn weight_of(&self, label: usize) -> f32 {
        self.class_weights.map_or(1.0, |weights| weights.get(label).copied().unwrap_or(0.0)) / K as f32
    }

    /// max(0, m − s_y + s_j); NaN stays NaN.
    #[inline]
    fn violation(&self, own: f32, other: f32) -> f32 {
        let violation = self.margin + (other - own);
        if violation <= 0.0 { 0.0 } else { violation }
    }

    /// violation^p and its derivative.
    #[inline]
    fn power(&self, violation: f32) -> (f32, f32) {
        if self.squared {
            (violation * violation, 2.0 * violation)
        } else if violation > 0.0 {
            (violation, 1.0)
        } else {
            (violation, violation)
        }
    }
}

impl<const K: usize, L: Label> Rowwise for WestonWatkinsHinge<'_, K, L> {
    type Row = [f32; K];
    type Target = L;

    #[inline]
    fn check(&self, row: usize, target: &L) -> Result<(), Error> {
        check_label(row, *target, K)
    }

    fn term(&self, row: &[f32; K], target: &L) -> f32 {
        let label = target.index();
        let weight = self.weight_of(label);
        if weight == 0.0 {
            return 0.0;
        }
        let own = score(row, label);
        let violations =
            sum(row, |j, s| if j == label { 0.0 } else { self.power(self.violation(own, *s)).0 });
        weight * violations
    }

    fn term_and_gradient(&self, row: &mut [f32; K], target: &L, scale: f32) -> f32 {
        let label = target.index();
        let weight = self.weight_of(label);
        if weight == 0.0 {
            row.fill(0.0);
            return 0.0;
        }
        let term = self.term(row, target);
        let own = score(row, label);
        for (j, s) in row.iter_mut().enumerate() {
            let slope = if j == label { 0.0 } else { self.power(self.violation(own, *s)).1 };
            *s = weight * slope * scale;
        }
        let others = sum(row, |_, slope| *slope);
        if let Some(x) = row.get_mut(label) {
            *x = -others;
        }
        term
    }
}
