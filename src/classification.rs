//! Losses of one choice among K classes, from a row of K logits or scores.
//!
//! The `Softmax…` losses take logits (any real numbers; p = softmax(x)). K is a constant of the type, N a
//! slice length. The hinges take scores, which have no probability.

mod cross_entropy;
mod dense;
mod focal;
mod generalized;
mod hinge;
mod label_probability;
mod multi_label;
mod poly;
mod standing;

pub use cross_entropy::SoftmaxCrossEntropy;
pub use dense::SoftmaxCrossEntropyDense;
pub use focal::SoftmaxFocal;
pub use generalized::GeneralizedCrossEntropy;
pub use hinge::{CrammerSingerHinge, WestonWatkinsHinge};
pub(crate) use label_probability::LabelProbability;
pub use multi_label::MultiLabelMargin;
pub use poly::Poly1CrossEntropy;

use crate::error::{Error, check_parameter};

/// A class label: `u8`, `u16`, `u32` or `usize`.
///
/// ```
/// use microloss::Label;
///
/// assert_eq!((7_u8.index(), 7_u32.index()), (7, 7));
/// ```
pub trait Label: Copy + PartialEq {
    /// The label as an index; one that does not fit is out of range for any number of classes.
    fn index(self) -> usize;
}

macro_rules! label {
    ($($integer:ty)+) => {$(
        impl Label for $integer {
            #[inline]
            fn index(self) -> usize {
                usize::try_from(self).unwrap_or(usize::MAX)
            }
        }
    )+};
}
label!(u8 u16 u32 usize);

/// `Ok` if the label names one of `classes`.
#[inline]
pub(crate) fn check_label<L: Label>(row: usize, label: L, classes: usize) -> Result<(), Error> {
    let label = label.index();
    if label < classes { Ok(()) } else { Err(Error::Label { row, label, classes }) }
}

/// Class weights are finite and 0 or more.
const fn check_class_weights(weights: &[f32]) -> Result<(), Error> {
    let mut class = 0;
    while class < weights.len() {
        let weight = weights[class];
        let finite = weight >= 0.0 && weight <= f32::MAX;
        if let Err(error) = check_parameter(finite, "class_weights", "finite and 0 or more", weight) {
            return Err(error);
        }
        class += 1;
    }
    Ok(())
}
