//! Decimal text of a number, without the formatting of floats in `core`, which takes some 20 kB of flash.

use core::fmt;

/// A number that is shown in decimal. From 0.001 to 1e7 it has as few digits as tell it from its neighbours, but no more than nine
/// behind the point; beyond it has seven digits, and an exponent.
pub(super) struct Decimal(pub(super) f32);

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(x) = *self;
        if x.is_nan() {
            return f.write_str("NaN");
        }
        if x.is_sign_negative() {
            f.write_str("-")?;
        }
        let size = x.abs();
        if size == f32::INFINITY {
            f.write_str("inf")
        } else if size == 0.0 || (1e-3..1e7).contains(&size) {
            fixed(f, size, (size.next_up() - size) / 2.0)
        } else {
            let (mantissa, exponent) = scientific(size);
            fixed(f, mantissa, 5e-7)?;
            write!(f, "e{exponent}")
        }
    }
}

/// Writes a number below 1e7 with as few digits behind the point, but no more than nine, as bring it `within` so much.
fn fixed(f: &mut fmt::Formatter<'_>, size: f32, within: f32) -> fmt::Result {
    /// The fraction is an integer in units of 2⁻³², which hold every bit of it.
    const UNIT: f32 = 4_294_967_296.0;
    let (mut whole, mut digits, mut power) = (size as u32, 0, 1);
    let fraction = ((size - whole as f32) * UNIT) as u32;
    let mut rest;
    loop {
        let exact = u64::from(fraction) * u64::from(power);
        rest = ((exact + (1 << 31)) >> 32) as u32;
        let error = exact.abs_diff(u64::from(rest) << 32);
        if digits == 9 || (error as f32) < within * UNIT * power as f32 {
            break;
        }
        (digits, power) = (digits + 1, 10 * power);
    }
    if rest == power {
        (whole, rest) = (whole + 1, 0);
    }
    while digits > 0 && rest.is_multiple_of(10) {
        (digits, rest) = (digits - 1, rest / 10);
    }
    write!(f, "{whole}")?;
    if digits > 0 { write!(f, ".{rest:0digits$}") } else { Ok(()) }
}

/// A number as m·10^e with m from 1 to 10, but for the rounding of a few products.
fn scientific(size: f32) -> (f32, i32) {
    let (mut mantissa, mut exponent) = (size, 0);
    while mantissa >= 1e10 {
        (mantissa, exponent) = (mantissa / 1e10, exponent + 10);
    }
    while mantissa < 1e-10 {
        (mantissa, exponent) = (mantissa * 1e10, exponent - 10);
    }
    while mantissa >= 9.999_999 {
        (mantissa, exponent) = (mantissa / 10.0, exponent + 1);
    }
    while mantissa < 1.0 {
        (mantissa, exponent) = (mantissa * 10.0, exponent - 1);
    }
    (mantissa, exponent)
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn numbers_in_words() {
        for (x, text) in [
            (0.0, "0"),
            (-0.0, "-0"),
            (1.0, "1"),
            (-0.1, "-0.1"),
            (1.7, "1.7"),
            (1.000_000_1, "1.0000001"),
            (0.001_234, "0.001234"),
            (9_999_999.0, "9999999"),
            (10.25, "10.25"),
            (3e38, "3e38"),
            (1e7, "1e7"),
            (f32::INFINITY, "inf"),
            (f32::NEG_INFINITY, "-inf"),
            (f32::NAN, "NaN"),
        ] {
            assert_eq!(Decimal(x).to_string(), text);
        }
    }

    #[test]
    fn numbers_are_read_back() {
        let mut plain = 0;
        for x in (0..0x7F80_0000_u32).step_by(9973).map(f32::from_bits) {
            let text = Decimal(x).to_string();
            let read: f32 = text.parse().unwrap();
            if (0.1..1e7).contains(&x) {
                plain += 1;
                assert_eq!(read, x, "{text}");
            } else {
                assert!((read - x).abs() <= 1e-6 * x + 1e-45, "{text} of {x:e}");
            }
        }
        assert!(plain > 20_000, "{plain}");
    }
}
