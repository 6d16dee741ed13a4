//! Exponentials of numbers that are not positive, in integer arithmetic. Softmax and sigmoid are made of them.

use super::product::{product, upper};

/// A number to subtract from others before the exponential.
///
/// Rounding a difference d costs its exponential up to |d| ULP, and no library's `exp` takes a number together with its
/// rounding error. Here both numbers first become fixed-point numbers, so their difference is exact. The rest is integer
/// arithmetic, which needs no FPU: d/ln 2 splits into an integer and a fraction f, and a polynomial gives the significand, 2^f.
#[derive(Clone, Copy)]
pub(crate) struct Reference {
    value: f32,
    /// The value in units of 2^−26.
    fixed: u32,
}

impl Reference {
    #[inline]
    pub(crate) fn new(value: f32) -> Self {
        Self { value, fixed: fixed(value.to_bits()) }
    }

    #[inline]
    pub(crate) fn value(self) -> f32 {
        self.value
    }

    /// Returns e^(x − reference), for an x that is not larger. Worst error over all differences: 1 ULP.
    ///
    /// −∞ gives 0; NaN, and +∞ in both, give NaN.
    #[inline]
    pub(crate) fn exp(self, x: f32) -> f32 {
        f32::from_bits(self.exp_of_bits(x.to_bits()))
    }

    /// Maps bits to bits, so that a number need not pass through the FPU.
    #[inline]
    fn exp_of_bits(self, x: u32) -> u32 {
        match size_below_32(x) {
            Some(size) if self.value.abs() < 32.0 => below_64(self.fixed.wrapping_sub(downwards(size, x))),
            _ => exp_of_any(x, self.value.to_bits()),
        }
    }
}

/// Returns the exponential for numbers of any size. If a difference in units of 2^−26 does not fit, the unit is 2^−25.
#[inline(never)]
fn exp_of_any(x: u32, reference: u32) -> u32 {
    let (value, subtracted) = (f32::from_bits(x), f32::from_bits(reference));
    let difference = value - subtracted;
    if difference.is_nan() {
        return f32::NAN.to_bits();
    }
    if difference == 0.0 {
        return 1.0_f32.to_bits();
    }
    if difference < -104.0 {
        // Below half the smallest number.
        return 0;
    }
    let near = value.abs() < 32.0 && subtracted.abs() < 32.0;
    let difference = if near {
        fixed(reference).wrapping_sub(fixed(x))
    } else {
        coarse(reference).wrapping_sub(coarse(x))
    };
    let (high, low) = halvings(difference);
    let (high, low) = if near { (high >> 1, high << 31 | low >> 1) } else { (high, low) };
    below_104(high, low)
}

/// Returns e^(x − reference), for a reference that is not smaller and is used once. Worst error over all differences: 1 ULP.
#[inline]
pub(crate) fn exp_of_difference(x: f32, reference: f32) -> f32 {
    f32::from_bits(exp_of_any(x.to_bits(), reference.to_bits()))
}

/// Returns e^x for x ≤ 0. Worst error over all inputs: 1 ULP.
#[inline]
pub(crate) fn exp_nonpositive(x: f32) -> f32 {
    let x = x.to_bits();
    f32::from_bits(match size_below_32(x) {
        Some(size) => below_64(size),
        None => exp_of_extreme(x),
    })
}

/// Returns e^x for an x ≤ 0 if −x is below 2^−26, or 2^5 or more.
#[inline(never)]
fn exp_of_extreme(x: u32) -> u32 {
    let size = x << 1;
    if size > f32::INFINITY.to_bits() << 1 {
        f32::NAN.to_bits()
    } else if size > 104.0_f32.to_bits() << 1 {
        // Below half the smallest number.
        0
    } else {
        let (high, low) = halvings(coarse(x).wrapping_neg());
        below_104(high, low)
    }
}

/// Returns |x| in units of 2^−26, if it is from 2^−26 to 2^5.
#[inline]
fn size_below_32(bits: u32) -> Option<u32> {
    // Twice the bits, counted from those of 2^−26.
    let place = (bits << 1).wrapping_sub(101 << 24);
    if place < 31 << 24 { Some(significand(bits) >> (place >> 24 ^ 31)) } else { None }
}

/// Returns the shift to the right that makes a significand count in units of 2^−26. It is from 1 to 31 for numbers below 2^5 that are
/// not shifted out.
#[inline]
fn shift(bits: u32) -> u32 {
    132_u32.wrapping_sub(bits << 1 >> 24)
}

/// Returns the significand of a normal number, from the first bit on.
#[inline]
fn significand(bits: u32) -> u32 {
    bits << 8 | 1 << 31
}

/// Gives a truncated size the sign of a number. A negative one goes down by a unit, so that all are rounded downwards: two
/// numbers that are near each other are rounded by about the same amount.
#[inline]
fn downwards(size: u32, bits: u32) -> u32 {
    size ^ (bits.cast_signed() >> 31).cast_unsigned()
}

/// Returns a number below 2^5 in units of 2^−26.
#[cfg_attr(small, inline(never))]
#[cfg_attr(not(small), inline)]
fn fixed(bits: u32) -> u32 {
    downwards(significand(bits).unbounded_shr(shift(bits)), bits)
}

/// Returns a number in units of 2^−25, rounded to nearest, modulo 2^7. Differences below 128 survive.
#[cfg_attr(not(small), inline)]
fn coarse(bits: u32) -> u32 {
    let shift = shift(bits).cast_signed();
    let size = if shift >= 0 {
        (significand(bits).unbounded_shr(shift.unsigned_abs()) + 1) >> 1
    } else {
        significand(bits).unbounded_shl(shift.unsigned_abs() - 1)
    };
    if bits >> 31 == 0 { size } else { size.wrapping_neg() }
}

/// Returns d / (2 ln 2) in units of 2^−32 of those of d, as an upper and a lower half.
#[inline]
fn halvings(d: u32) -> (u32, u32) {
    product(d, 3_098_164_009)
}

/// Returns the bits of e^−d for d below 2^6, in units of 2^−26.
#[inline]
fn below_64(d: u32) -> u32 {
    let (high, low) = halvings(d);
    // A significand that rounds to 2 carries into the exponent.
    let power = power(high >> 21, high << 11 | low >> 21);
    (((125 - (high >> 25)) << 24) + (power >> 7) + 1) >> 1
}

/// Returns the bits of e^−d from the halvings of a d in units of 2^−25, which may be larger.
#[inline]
fn below_104(high: u32, low: u32) -> u32 {
    let power = power(high >> 20, high << 12 | low >> 20);
    let whole = high >> 24;
    if whole < 126 {
        (((125 - whole) << 24) + (power >> 7) + 1) >> 1
    } else {
        // Subnormal: in units of the smallest number.
        (power.unbounded_shr(whole - 118) + 1) >> 1
    }
}

/// Returns 2^(1 − f) in units of 2^−31, with a relative error of 2^−29. The fraction f is a number of sixteenths, modulo 16, and parts
/// of a sixteenth in units of 2^−36.
#[inline]
fn power(sixteenths: u32, parts: u32) -> u32 {
    /// 2^(j/16) in units of 2^−31, from j = 15 on downwards.
    const SIXTEENTHS: [u32; 16] = [
        4_112_874_773,
        3_938_502_376,
        3_771_522_796,
        3_611_622_603,
        3_458_501_653,
        3_311_872_529,
        3_171_459_999,
        3_037_000_500,
        2_908_241_642,
        2_784_941_738,
        2_666_869_345,
        2_553_802_834,
        2_445_529_972,
        2_341_847_524,
        2_242_560_872,
        2_147_483_648,
    ];
    let sixteenth = SIXTEENTHS[(sixteenths & 15) as usize];
    // The distance to the next sixteenth, less a unit, and its power of 2, less 1.
    let h = !parts;
    let power = upper(h, 186_065_396 + upper(h, 4_029_623 + upper(h, 59_423)));
    sixteenth + upper(sixteenth, power)
}
