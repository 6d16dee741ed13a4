//! Labels of yes or no, around any loss of one number.

use crate::array::AnyTarget;
use crate::classification::{Label, check_label};
use crate::domain::Domain;
use crate::elementwise::Elementwise;
use crate::error::Error;
use crate::rowwise::Rowwise;
use core::marker::PhantomData;

/// Loss of one number whose target is a label of yes or no: `bool`, or an integer 1 or 0.
///
/// It takes labels as they lie in flash, without a copy as `f32` in RAM. Yes is the target 1. No is −1 for a hinge, and 0 for a
/// loss of targets in [0, 1]; any other loss does not compile. Values and gradients have the bits of the loss with those targets.
///
/// A `bool` is never wrong, so the loss has the array forms of [`AnyTarget`]. With [`BernoulliNll`](crate::BernoulliNll) they give
/// NaN for a prediction that is not a probability. An integer other than 0 and 1 is [`Error::Label`] with 2 classes.
///
/// ```
/// use microloss::{Hinge, Loss, Reduction, YesNo};
///
/// static LABELS: [bool; 3] = [true, true, false];
/// let (score, mut gradient) = ([0.25, 2.0, -0.5], [0.0; 3]);
/// let value = YesNo::new(Hinge::new())
///     .value_and_gradient(&score, &LABELS, Reduction::Sum, &mut gradient)?;
/// assert_eq!((value, gradient), (0.75 + 0.5, [-1.0, 0.0, 1.0]));
/// # Ok::<(), microloss::Error>(())
/// ```
///
/// ```compile_fail,E0080
/// use microloss::{SquaredError, YesNo};
///
/// YesNo::<_, bool>::new(SquaredError::new());
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct YesNo<L, T = bool> {
    loss: L,
    label: PhantomData<T>,
}

impl<L: Elementwise, T> YesNo<L, T> {
    /// The target of a label of no.
    const NO: f32 = match L::TARGETS {
        Domain::Unit => 0.0,
        Domain::Sign => -1.0,
        _ => panic!(
            "YesNo takes losses whose targets are in [0, 1], or -1 or 1: the targets of this loss are others"
        ),
    };

    /// Creates the loss.
    #[must_use]
    pub const fn new(loss: L) -> Self {
        let _ = Self::NO;
        Self { loss, label: PhantomData }
    }
}

impl<L: Elementwise, T: Label> YesNo<L, T> {
    #[inline]
    fn target(label: T) -> f32 {
        if label.index() == 0 { Self::NO } else { 1.0 }
    }
}

impl Label for bool {
    #[inline]
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl<L: Elementwise> AnyTarget for YesNo<L, bool> {}

impl<L: Elementwise, T: Label> Rowwise for YesNo<L, T> {
    type Row = f32;
    type Target = T;
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn accepts_all(&self, targets: &[T]) -> bool {
        targets.iter().fold(0, |labels, label| labels | label.index()) < 2
    }

    #[inline]
    fn check(&self, row: usize, target: &T) -> Result<(), Error> {
        check_label(row, *target, 2)
    }

    #[inline]
    fn check_prediction(&self, row: usize, prediction: &f32) -> Result<(), Error> {
        self.loss.check_prediction(row, prediction)
    }

    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn term(&self, row: &f32, target: &T) -> f32 {
        self.loss.term(row, &Self::target(*target))
    }

    #[cfg_attr(vectors, inline(always))]
    #[cfg_attr(not(vectors), inline)]
    fn term_and_gradient(&self, row: &mut f32, target: &T, scale: f32) -> f32 {
        self.loss.term_and_gradient(row, &Self::target(*target), scale)
    }
}
