//! The exponential of a difference, which softmax is made of.

/// A number from which others are subtracted, to take the exponential of what results.
///
/// Rounding a difference d costs its exponential up to |d| ULP, and no library's `exp` takes a number together with its
/// rounding error. Here both numbers become fixed-point ones first, whose difference is exact. What follows is integer
/// arithmetic, which needs no FPU: d/ln 2 splits into an integer and a fraction, of whose power of 2 the significand is a
/// polynomial.
#[derive(Clone, Copy)]
pub(crate) struct Reference {
    value: f32,
    /// In units of 2^−26, as a size and a sign.
    fixed: u32,
}

impl Reference {
    #[inline]
    pub(crate) fn new(value: f32) -> Self {
        let bits = value.to_bits();
        Self { value, fixed: signed(significand(bits).unbounded_shr(shift(bits)), bits) }
    }

    /// e^(x − reference), for an x that is no larger. Worst error over all differences: 1 ULP.
    ///
    /// −∞ gives 0; NaN, and +∞ in both, give NaN.
    #[inline]
    pub(crate) fn exp(self, x: f32) -> f32 {
        f32::from_bits(self.exp_of_bits(x.to_bits()))
    }

    /// Bits for bits, that a number which is none of the FPU's business does not pass through it.
    #[inline]
    fn exp_of_bits(self, x: u32) -> u32 {
        // Twice the bits from those of 2^−26 on, up to those of 2^5.
        let place = (x << 1).wrapping_sub(101 << 24);
        if place >= 31 << 24 || self.value.abs() >= 32.0 {
            return self.exp_of_any(x);
        }
        let size = significand(x) >> (place >> 24 ^ 31);
        let difference = self.fixed;
        let difference =
            if x >> 31 == 0 { difference.wrapping_sub(size) } else { difference.wrapping_add(size) };
        let (high, low) = halvings(difference);
        // A significand that rounds to 2 carries into the exponent.
        let power = power(high >> 21, high << 11 | low >> 21);
        (((125 - (high >> 25)) << 24) + (power >> 7) + 1) >> 1
    }

    /// The same for numbers of any size, in units of 2^−25.
    #[cold]
    #[inline(never)]
    fn exp_of_any(self, x: u32) -> u32 {
        let difference = f32::from_bits(x) - self.value;
        if difference.is_nan() {
            return f32::NAN.to_bits();
        }
        if difference < -104.0 {
            // Below half the smallest number.
            return 0;
        }
        let difference = coarse(self.value.to_bits()).wrapping_sub(coarse(x));
        let (high, low) = halvings(difference);
        let power = power(high >> 20, high << 12 | low >> 20);
        let whole = high >> 24;
        if whole < 126 {
            (((125 - whole) << 24) + (power >> 7) + 1) >> 1
        } else {
            // Subnormal: in units of the smallest number.
            (power.unbounded_shr(whole - 118) + 1) >> 1
        }
    }
}

/// e^(x − reference), for a reference that is no smaller.
#[inline]
pub(crate) fn exp_of_difference(x: f32, reference: f32) -> f32 {
    Reference::new(reference).exp(x)
}

/// By how much a significand is shifted to the right to count in units of 2^−26: from 1 to 31 for numbers below 2^5 that are
/// not shifted out.
#[inline]
fn shift(bits: u32) -> u32 {
    132_u32.wrapping_sub(bits << 1 >> 24)
}

/// The significand of a normal number, from the first bit on.
#[inline]
fn significand(bits: u32) -> u32 {
    bits << 8 | 1 << 31
}

/// A size with the sign of a number.
#[inline]
fn signed(size: u32, bits: u32) -> u32 {
    let sign = (bits.cast_signed() >> 31).cast_unsigned();
    (size ^ sign).wrapping_sub(sign)
}

/// A number in units of 2^−25, rounded to nearest, modulo 2^7: differences below 128 survive.
fn coarse(bits: u32) -> u32 {
    let shift = shift(bits).cast_signed();
    let size = if shift >= 0 {
        (significand(bits).unbounded_shr(shift.unsigned_abs()) + 1) >> 1
    } else {
        significand(bits).unbounded_shl(shift.unsigned_abs() - 1)
    };
    signed(size, bits)
}

/// d / (2 ln 2) in units of 2^−32 of d's, as its upper and its lower half.
#[inline]
fn halvings(d: u32) -> (u32, u32) {
    let product = u64::from(d) * 3_098_164_009;
    ((product >> 32) as u32, product as u32)
}

/// 2^(1 − f) in units of 2^−31, for a fraction f of so many sixteenths, modulo 16, and parts of one in units of 2^−36. Relative
/// error 2^−29.
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
    /// The upper half of a product.
    #[inline]
    fn times(a: u32, b: u32) -> u32 {
        ((u64::from(a) * u64::from(b)) >> 32) as u32
    }
    let sixteenth = SIXTEENTHS[(sixteenths & 15) as usize];
    // What is missing to the next sixteenth, less a unit; and its power of 2, less 1.
    let h = !parts;
    let power = times(h, 186_065_396 + times(h, 4_029_623 + times(h, 59_423)));
    sixteenth + times(sixteenth, power)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::exp_of_difference;

    /// Against f64, over differences of every size; the reference moves, so that they round.
    #[test]
    fn is_within_1_ulp() {
        let mut worst = 0.0_f64;
        for i in 0..4_000_000_u32 {
            let reference = ((i.wrapping_mul(0x9E37_79B9) >> 8) as f32 / 16_777_216.0 - 0.5) * 300.0;
            let x = reference - (i as f32 / 4_000_000.0) * 104.5;
            let exact = (f64::from(x) - f64::from(reference)).exp();
            let e = exp_of_difference(x, reference);
            let ulp = f64::from((exact as f32).next_up() - exact as f32);
            let error = (f64::from(e) - exact).abs() / ulp;
            assert!(error < 1.0, "e^({x} - {reference}) = {e:e}, exactly {exact:e}");
            worst = worst.max(error);
        }
        std::println!("worst error of the exponential of a difference: {worst:.3} ULP");
    }

    #[test]
    fn ends_of_the_line() {
        let of = |x, reference| exp_of_difference(x, reference).to_bits();
        assert_eq!(of(3.5, 3.5), 1.0_f32.to_bits());
        assert_eq!(of(f32::NEG_INFINITY, 0.0), 0);
        assert_eq!(of(f32::MIN, f32::MAX), 0);
        assert_eq!(of(-103.97, 0.0), 1);
        assert_eq!(of(-103.98, 0.0), 0);
        for (x, reference) in [(f32::NAN, 0.0), (0.0, f32::NAN), (f32::INFINITY, f32::INFINITY)] {
            assert!(exp_of_difference(x, reference).is_nan());
        }
    }
}
