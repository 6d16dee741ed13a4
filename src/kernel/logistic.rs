//! Binary cross-entropy of a logit, with a weight for either side.

use crate::elementwise::Point;
use crate::math::{exp_nonpositive, ln_1p_unit};

/// Returns positive·(−ln σ(x)) + negative·(−ln σ(−x)), and its derivative in x.
#[inline]
pub(crate) fn logistic(x: f32, negative: f32, positive: f32) -> Point {
    let e = exp_nonpositive(-x.abs());
    // Weight of the side that the sign of the logit contradicts. A weight of 0 skips the product, so ∞·0 cannot arise.
    let against = if x >= 0.0 { negative } else { positive };
    let both = negative + positive;
    let certain = if against == 0.0 { 0.0 } else { x.abs() * against };
    let value = both * ln_1p_unit(e) + certain;
    let tail = both * e / (1.0 + e);
    Point { value, slope: if x >= 0.0 { against - tail } else { tail - against } }
}
