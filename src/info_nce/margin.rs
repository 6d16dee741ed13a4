//! The margin of a cosine: what the label's logit is bent by.

use super::similarity::Keys;
use crate::math::{sine_and_cosine, sqrt};
use crate::sum::sum;

/// A margin on the cosine of the label.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum Margin {
    /// c − m.
    Cosine(f32),
    /// cos(θ + m).
    Angular {
        /// cos m and sin m.
        cosine: f32,
        sine: f32,
        /// The margin applies to cosines above this one.
        from: f32,
        /// The number that is taken from the cosines below.
        below: f32,
    },
}

impl Margin {
    /// Sines below this one are of directions that rounding cannot tell apart. 2⁻²⁰.
    const SMALLEST_SINE: f32 = 1.0 / 1_048_576.0;

    /// Creates the margin of an angle. An easy one leaves angles beyond π/2 alone.
    pub(super) const fn angular(angle: f32, is_easy: bool) -> Self {
        let (sine, cosine) = sine_and_cosine(angle);
        // cos(π − m) = −cos m.
        let (from, below) = if is_easy { (0.0, 0.0) } else { (-cosine, angle * sine) };
        Self::Angular { cosine, sine, from, below }
    }

    /// Replaces the label's logit s·c by s·φ(c), and returns φ′(c).
    pub(super) fn apply(
        self,
        direction: &[f32],
        keys: &Keys<'_>,
        label: usize,
        scale: f32,
        row: &mut [f32],
    ) -> f32 {
        let Some(logit) = row.get_mut(label) else { return f32::NAN };
        match self {
            Self::Cosine(margin) => {
                *logit -= margin * scale;
                1.0
            }
            Self::Angular { cosine, sine, from, below } => {
                let (c, s) = cosine_and_sine(direction, keys, label, *logit < 0.0);
                if c <= from {
                    *logit -= below * scale;
                    return 1.0;
                }
                *logit = (c * cosine - s * sine) * scale;
                // φ′ = sin(θ + m)/sin θ.
                if s < Self::SMALLEST_SINE { cosine } else { cosine + c * sine / s }
            }
        }
    }
}

/// Returns cosine and sine of the angle between a direction u and the direction v of a key, or 0 and 1 if one of them has none.
///
/// With q = ‖u − v‖² the cosine is 1 − q/2 and the sine √(q·(1 − q/4)), which do not cancel. For an obtuse angle the same is true of
/// −v, and of the opposite cosine.
fn cosine_and_sine(u: &[f32], keys: &Keys<'_>, label: usize, is_obtuse: bool) -> (f32, f32) {
    let norm = keys.norms.get(label).copied().unwrap_or(f32::NAN);
    if norm == 0.0 || u.iter().all(|x| *x == 0.0) {
        return (0.0, 1.0);
    }
    let sign = if is_obtuse { -1.0 } else { 1.0 };
    let key = keys.embedding(label);
    let q = sum(u, |i, u| {
        let difference = u - sign * (key.get(i).copied().unwrap_or(f32::NAN) * norm);
        difference * difference
    });
    (sign * (1.0 - 0.5 * q), sqrt(q * (1.0 - 0.25 * q)))
}
