//! Losses of one number whose target is not an `f32`: a verdict, an action, a `bool`, or nothing.

use crate::elementwise::Point;
use crate::rowwise::Rowwise;

/// A loss of one number, as [`Elementwise`](crate::Elementwise), but with a target of any type.
///
/// [`rows_of_one!`] writes `Rowwise`. A blanket implementation would overlap with the one for `Elementwise`.
pub(crate) trait Pointwise: Rowwise<Row = f32> {
    /// Returns value and slope. If the value is NaN, so must the slope be.
    fn point(&self, prediction: f32, target: &Self::Target) -> Point;
}

/// Implements `Rowwise` for a loss that has [`Pointwise`]: `rows_of_one!(Kto, Verdict);`. The second type is the target.
macro_rules! rows_of_one {
    ($loss:ty, $target:ty) => {
        impl $crate::rowwise::Rowwise for $loss {
            type Row = f32;
            type Target = $target;
            const NAN_ONLY_WITH_VALUE: bool = true;

            #[inline]
            fn term(&self, row: &f32, target: &$target) -> f32 {
                $crate::pointwise::Pointwise::point(self, *row, target).value
            }

            #[inline]
            fn term_and_gradient(&self, row: &mut f32, target: &$target, scale: f32) -> f32 {
                let point = $crate::pointwise::Pointwise::point(self, *row, target);
                *row = point.slope * scale;
                point.value
            }
        }
    };
}
pub(crate) use rows_of_one;
