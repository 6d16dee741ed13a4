//! Probabilities of paths, which are far outside the range of `f32` after a few hundred frames.

use crate::math::{Reference, exp_of_difference};
use crate::sum::{sum_and_error, two_sum};

/// A number m·2^(64·e) from 0 on: its digits m are 0 or from 2^−32 to 2^32, and e is an integer.
///
/// Most numbers that meet have the same e: then a sum is one addition. Where they do not, the smaller one often is too small to count.
#[derive(Clone, Copy)]
pub(super) struct Wide {
    pub(super) digits: f32,
    /// −∞ for 0.
    pub(super) exponent: f32,
}

/// Digits and exponent as the scratch holds them.
pub(super) type Stored = [f32; 2];

impl From<Stored> for Wide {
    #[inline]
    fn from([digits, exponent]: Stored) -> Self {
        Self { digits, exponent }
    }
}

impl From<Wide> for Stored {
    #[inline]
    fn from(x: Wide) -> Self {
        [x.digits, x.exponent]
    }
}

/// 2^64 and the numbers around it.
const UNIT: f32 = 18_446_744_073_709_551_616.0;
const INVERSE_UNIT: f32 = 1.0 / UNIT;
const LEAST_DIGITS: f32 = 1.0 / 4_294_967_296.0;
/// ln 2^64 in two parts. The first has 12 bits: its products with small integers are exact.
const LN_UNIT: (f32, f32) = (44.359_375, 0.002_044_555_8);

impl Wide {
    pub(super) const ZERO: Self = Self { digits: 0.0, exponent: f32::NEG_INFINITY };
    pub(super) const ONE: Self = Self { digits: 1.0, exponent: 0.0 };

    /// Returns the product of digits, which may be out of bounds by a unit, and 2^(64·exponent).
    #[inline]
    fn new(digits: f32, exponent: f32) -> Self {
        // One comparison of integers for both ends. 0 is outside.
        if digits.to_bits().wrapping_sub(LEAST_DIGITS.to_bits()) < 64 << 23 {
            Self { digits, exponent }
        } else {
            Self::shifted(digits, exponent)
        }
    }

    #[inline(never)]
    fn shifted(digits: f32, exponent: f32) -> Self {
        if digits == 0.0 {
            Self::ZERO
        } else if digits < 1.0 {
            Self { digits: digits * UNIT, exponent: exponent - 1.0 }
        } else {
            Self { digits: digits * INVERSE_UNIT, exponent: exponent + 1.0 }
        }
    }

    /// Returns e^(x − reference), for an x that is not larger.
    #[inline]
    pub(super) fn exp(reference: Reference, x: f32) -> Self {
        let digits = reference.exp(x);
        if digits >= INVERSE_UNIT { Self { digits, exponent: 0.0 } } else { Self::exp_of_far(reference, x) }
    }

    /// Returns e^(x − reference) if it is below 2^−64.
    #[cold]
    #[inline(never)]
    fn exp_of_far(reference: Reference, x: f32) -> Self {
        /// Adding 1.5·2^23 rounds to an integer. From −2^22 on downwards this is not needed: the digits are lost.
        const ROUND: f32 = 12_582_912.0;
        let (difference, lost) = sum_and_error(x, -reference.value());
        if difference == f32::NEG_INFINITY {
            return Self::ZERO;
        }
        let quotient = difference / (LN_UNIT.0 + LN_UNIT.1);
        // Rounded up, so that the rest is not positive.
        let exponent = if quotient > -4_194_304.0 { (quotient + 0.5 + ROUND) - ROUND } else { quotient };
        let rest = (difference - exponent * LN_UNIT.0) + (lost - exponent * LN_UNIT.1);
        let rest = if rest < -44.5 { -44.5 } else { rest };
        Self { digits: exp_of_difference(if rest < 0.0 { rest } else { 0.0 }, 0.0), exponent }
    }

    /// Returns ln 2^(64·n).
    pub(super) fn log_of_units(n: f32) -> f32 {
        n * LN_UNIT.0 + n * LN_UNIT.1
    }

    /// Tells if this is larger than another number.
    #[inline]
    pub(super) fn exceeds(self, other: Self) -> bool {
        if self.exponent.to_bits() == other.exponent.to_bits() {
            self.digits > other.digits
        } else {
            self.exponent > other.exponent
        }
    }
}

/// Two numbers that are added, with one exponent.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    pub(super) first: f32,
    pub(super) second: f32,
    pub(super) exponent: f32,
}

impl From<Wide> for Sum {
    #[inline]
    fn from(x: Wide) -> Self {
        Self { first: x.digits, second: 0.0, exponent: x.exponent }
    }
}

impl Sum {
    pub(super) const ZERO: Self = Self { first: 0.0, second: 0.0, exponent: f32::NEG_INFINITY };

    #[inline]
    pub(super) fn new(first: Wide, second: Wide) -> Self {
        if first.exponent.to_bits() == second.exponent.to_bits() {
            Self { first: first.digits, second: second.digits, exponent: first.exponent }
        } else {
            Self::of_unlike(first, second)
        }
    }

    /// Takes the larger exponent. The other number is 2^64 times smaller as it seems, or does not count.
    #[inline(never)]
    fn of_unlike(first: Wide, second: Wide) -> Self {
        let lowered = |digits: f32, by: f32| if by == 1.0 { digits * INVERSE_UNIT } else { 0.0 };
        if first.exponent > second.exponent {
            let second = lowered(second.digits, first.exponent - second.exponent);
            Self { first: first.digits, second, exponent: first.exponent }
        } else {
            let first = lowered(first.digits, second.exponent - first.exponent);
            Self { first, second: second.digits, exponent: second.exponent }
        }
    }

    /// Returns the sum of the digits. They are 0, or from 2^−32 to 2^34.
    #[inline]
    fn digits(self) -> f32 {
        self.first + self.second
    }

    /// Returns the sum, whose digits may be a bit out of bounds.
    #[inline]
    pub(super) fn value(self) -> Wide {
        Wide { digits: self.digits(), exponent: self.exponent }
    }

    /// Returns the sum of the digits, what its rounding has lost, and the exponent.
    #[inline]
    pub(super) fn exact(self) -> (f32, f32, f32) {
        let (digits, lost) = two_sum(self.first, self.second);
        (digits, lost, self.exponent)
    }

    /// Returns the second number's share of the sum, and 0 if both are 0.
    #[inline]
    pub(super) fn share(self) -> f32 {
        let digits = self.digits();
        if digits == 0.0 { 0.0 } else { self.second / digits }
    }

    /// Returns the product with a number whose digits are from 2^−64 to 1.
    #[inline]
    pub(super) fn times(self, factor: Wide) -> Wide {
        Wide::new(self.digits() * factor.digits, self.exponent + factor.exponent)
    }
}
