//! Domains of targets and predictions: the numbers that have a meaning for a loss.

use crate::error::Error;
use crate::machine::{HAS_VECTORS, IS_SMALL};

/// The numbers that a loss of one number accepts as a target, or as a prediction.
///
/// ```
/// use microloss::{Domain, Elementwise, Hinge, Huber};
///
/// assert_eq!(Huber::TARGETS, Domain::Any);
/// assert_eq!(Hinge::TARGETS, Domain::Sign);
/// assert!(Domain::Sign.contains(-1.0) && !Domain::Sign.contains(0.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Domain {
    /// Every number. NaN propagates.
    Any,
    /// A number in [0, 1]: a label, or a probability.
    Unit,
    /// A probability that a network computed: a number in [−1e-6, 1 + 1e-6], because rounding can take it out of [0, 1].
    RoundedUnit,
    /// −1 or 1: the side of a margin.
    Sign,
    /// A finite number, 0 or more: a count.
    NonNegative,
}

/// The width by which a [`Domain::RoundedUnit`] exceeds [0, 1].
const ROUNDING: f32 = 1e-6;

impl Domain {
    /// Returns true if a number lies in the domain.
    #[must_use]
    pub const fn contains(self, x: f32) -> bool {
        match self {
            Self::Any => true,
            // Sizes compare as their bits do: by one comparison of integers.
            Self::Unit => x.to_bits() <= 1.0_f32.to_bits() || x == 0.0,
            Self::RoundedUnit => x >= -ROUNDING && x <= 1.0 + ROUNDING,
            Self::Sign => x.abs() == 1.0,
            Self::NonNegative => x.to_bits() <= f32::MAX.to_bits() || x == 0.0,
        }
    }

    /// Returns the words of an error.
    pub(crate) const fn requirement(self) -> &'static str {
        match self {
            Self::Any => "a number",
            Self::Unit => "in [0, 1]",
            Self::RoundedUnit => "in [0, 1], within 1e-6",
            Self::Sign => "-1 or 1",
            Self::NonNegative => "finite and 0 or more",
        }
    }

    /// Refuses a target outside of the domain.
    #[inline]
    pub(crate) const fn check_target(self, row: usize, value: f32) -> Result<(), Error> {
        if self.contains(value) {
            Ok(())
        } else {
            Err(Error::Target { row, value, requirement: self.requirement() })
        }
    }

    /// Refuses a prediction outside of the domain.
    #[inline]
    pub(crate) const fn check_prediction(self, row: usize, value: f32) -> Result<(), Error> {
        if self.contains(value) {
            Ok(())
        } else {
            Err(Error::Prediction { row, value, requirement: self.requirement() })
        }
    }

    /// Returns true only if all numbers lie in the domain. It may also return false for some that do, such as −0: then a closer
    /// look is needed.
    #[inline]
    pub(crate) fn surely_contains(self, numbers: &[f32]) -> bool {
        match self {
            Self::Any => true,
            _ if IS_SMALL => false,
            Self::Sign => are_signs(numbers),
            Self::Unit | Self::RoundedUnit => are_up_to(numbers, 1.0),
            Self::NonNegative => are_up_to(numbers, f32::MAX),
        }
    }
}

/// Returns true if all numbers are from +0 to `largest`.
// A call: in a loss, its registers would be missing in the loop over the batch.
#[inline(never)]
fn are_up_to(numbers: &[f32], largest: f32) -> bool {
    // The sign bit is set if a number is negative, or if its bits exceed the largest ones.
    none(numbers, SIGN_BIT, |x| largest.to_bits().wrapping_sub(x.to_bits()) | x.to_bits())
}

/// Returns true if all numbers are −1 or 1.
#[inline(never)]
fn are_signs(numbers: &[f32]) -> bool {
    // The shift takes the sign away.
    none(numbers, u32::MAX, |x| (x.to_bits() << 1) ^ (1.0_f32.to_bits() << 1))
}

const SIGN_BIT: u32 = 1 << 31;

/// Returns true if the bits `counted` of `fault` are 0 for every number. The sign bit is one of them.
///
/// Bits compare as integers and faults add up, eight at a time, without a branch for each: 3 or 4 instructions per number on a
/// Cortex-M4F. With vectors, all faults add up.
#[inline(always)]
fn none(numbers: &[f32], counted: u32, fault: impl Fn(&f32) -> u32) -> bool {
    if HAS_VECTORS {
        return numbers.iter().fold(0, |faults, x| faults | fault(x)) & counted == 0;
    }
    let (chunks, rest) = numbers.as_chunks::<8>();
    let mut faults = rest.iter().fold(0, |faults, x| faults | fault(x));
    for [a, b, c, d, e, f, g, h] in chunks {
        faults |= fault(a) | fault(b) | fault(c) | fault(d) | fault(e) | fault(f) | fault(g) | fault(h);
        // Also keeps the compiler from taking so many at once that they do not fit in registers.
        if faults & SIGN_BIT != 0 {
            return false;
        }
    }
    faults & counted == 0
}

/// Refuses a distribution, or another array of shares, with an entry that is negative, infinite or NaN.
#[inline]
pub(crate) fn check_shares(row: usize, shares: &[f32]) -> Result<(), Error> {
    if Domain::NonNegative.surely_contains(shares) {
        return Ok(());
    }
    shares.iter().try_for_each(|share| Domain::NonNegative.check_target(row, *share))
}

/// Refuses a row with a number that is not a probability.
#[inline]
pub(crate) fn check_probabilities(row: usize, probabilities: &[f32]) -> Result<(), Error> {
    probabilities.iter().try_for_each(|p| Domain::RoundedUnit.check_prediction(row, *p))
}

/// Refuses memberships outside of [0, 1].
#[inline]
pub(crate) fn check_memberships(row: usize, memberships: &[f32]) -> Result<(), Error> {
    if Domain::Unit.surely_contains(memberships) {
        return Ok(());
    }
    memberships.iter().try_for_each(|membership| Domain::Unit.check_target(row, *membership))
}

#[cfg(test)]
mod tests {
    use super::{Domain, IS_SMALL};

    /// Every number that a quick look accepts lies in the domain, and the ordinary members are accepted.
    #[test]
    fn a_quick_look_accepts_no_stranger() {
        let domains = [Domain::Any, Domain::Unit, Domain::RoundedUnit, Domain::Sign, Domain::NonNegative];
        for bits in
            (0..=u32::MAX).step_by(9_973).chain([0, 0x3F80_0000, 0x3F80_0001, 0xBF80_0000, 0x7F80_0000])
        {
            let x = f32::from_bits(bits);
            for domain in domains {
                let quick = domain.surely_contains(&[x]);
                assert!(!quick || domain.contains(x), "{domain:?} accepts {x:e}");
                assert_eq!(quick, domain.surely_contains(&[1.0, 1.0, x, 1.0, 1.0]), "{domain:?} of {x:e}");
            }
        }
        for (domain, member) in [(Domain::Unit, 0.25), (Domain::Sign, -1.0), (Domain::NonNegative, 3.0)] {
            assert!(IS_SMALL || domain.surely_contains(&[member; 9]));
        }
        assert!(Domain::Unit.contains(-0.0) && !Domain::Unit.contains(f32::NAN));
    }
}
