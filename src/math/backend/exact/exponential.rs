//! e^x and e^x − 1.

use super::super::product::{product, upper};
use super::wide::{near_0, round, round_if_sure, series, upper_64};

/// 1/(k + 1)! from k = 1 on, in units of 2^−63: the coefficients of (e^x − 1)/x.
const SERIES: [i64; 14] = [
    4_611_686_018_427_387_904,
    1_537_228_672_809_129_301,
    384_307_168_202_282_325,
    76_861_433_640_456_465,
    12_810_238_940_076_078,
    1_830_034_134_296_583,
    228_754_266_787_073,
    25_417_140_754_119,
    2_541_714_075_412,
    231_064_915_947,
    19_255_409_662,
    1_481_185_359,
    105_798_954,
    7_053_264,
];

/// 2^(j/16) in units of 2^−63, from j = 15 on downwards.
const SIXTEENTHS: [u64; 16] = [
    0xF525_7D15_2486_CC2C,
    0xEAC0_C6E7_DD24_392F,
    0xE0CC_DEEC_2A94_E111,
    0xD744_FCCA_D69D_6AF4,
    0xCE24_8C15_1F84_80E4,
    0xC567_2A11_5506_DADD,
    0xBD08_A39F_580C_36BF,
    0xB504_F333_F9DE_6484,
    0xAD58_3EEA_42A1_4AC6,
    0xA5FE_D6A9_B151_38EA,
    0x9EF5_3260_91A1_11AE,
    0x9837_F051_8DB8_A96F,
    0x91C3_D373_AB11_C336,
    0x8B95_C1E3_EA8B_D6E7,
    0x85AA_C367_CC48_7B15,
    0x8000_0000_0000_0000,
];

/// log₂ e in units of 2^−95.
const LOG2_E: u128 = 0xB8AA_3B29_5C17_F0BB_BE87_FED0;

/// A number m·2^(e − 63), with the first bit of m set.
#[derive(Clone, Copy)]
struct Wide {
    m: u64,
    e: i32,
}

/// Returns e^x with a relative error below 2^−33, for an |x| from 2^−26 to 2^5.
#[inline]
fn quick(x: u32) -> Wide {
    let place = (x << 1).wrapping_sub(101 << 24);
    // |x|·log₂ e in units of 2^−57, then its negative, or −1 unit less it.
    let (m, shift) = (x << 8 | 1 << 31, place >> 24 ^ 31);
    let (high, low) = product(m, (LOG2_E >> 64) as u32);
    let (low, carry) = low.overflowing_add(upper(m, (LOG2_E >> 32) as u32));
    let high = high + u32::from(carry);
    let (high, low) = (high >> shift, low >> shift | high << (32 - shift));
    let flip = !(x.cast_signed() >> 31).cast_unsigned();
    let (high, low) = (high ^ flip, low ^ flip);
    let sixteenth = SIXTEENTHS[(high >> 21 & 15) as usize];
    // The distance to the next sixteenth, less a unit, and its power of 2, less 1.
    let h = !(high << 11 | low >> 21);
    let power = upper(h, 2_977_044_466 + upper(h, 64_485_372 + upper(h, 931_023 + upper(h, 10_301))));
    let (high_part, low_part) = product((sixteenth >> 32) as u32, power);
    let m = sixteenth + ((u64::from(high_part) << 32 | u64::from(low_part)) >> 4);
    Wide { m, e: -1 - (high.cast_signed() >> 25) }
}

/// Returns e^x with a relative error below 2^−60, for an |x| from 2^−26 to 2^7.
#[inline(never)]
fn exact(x: u32) -> Wide {
    let e = (x >> 23 & 0xFF) as i32 - 127;
    let size = ((u128::from(x & 0x7F_FFFF | 0x80_0000) * LOG2_E) >> (54 - e)).cast_signed();
    // e^x is 2^−t.
    let t = if x >> 31 == 0 { -size } else { size };
    let f = t as u64;
    let sixteenth = SIXTEENTHS[(f >> 60) as usize];
    // e^y − 1 in units of 2^−68, for a y in these units.
    let y = upper_64(!(f << 4), 0xB172_17F7_D1CF_79AB);
    let power = y + (upper_64(y, series((y >> 4).cast_signed(), &SERIES).cast_unsigned()) << 1);
    Wide { m: sixteenth + (upper_64(sixteenth, power) >> 4), e: -1 - (t >> 64) as i32 }
}

/// Returns the bits of e^x.
#[inline]
pub(super) fn exp(x: u32) -> u32 {
    if (x << 1).wrapping_sub(101 << 24) < 31 << 24 {
        let Wide { m, e } = quick(x);
        // 2^30 units are the error.
        if let Some(bits) = round_if_sure(m, e, 1 << 30) {
            return bits;
        }
    }
    rare_exp(x)
}

#[inline(never)]
fn rare_exp(x: u32) -> u32 {
    let size = x << 1;
    if size > f32::INFINITY.to_bits() << 1 {
        f32::NAN.to_bits()
    } else if size < 101 << 24 {
        1.0_f32.to_bits()
    } else if size > 104.0_f32.to_bits() << 1 {
        if x >> 31 == 0 { f32::INFINITY.to_bits() } else { 0 }
    } else {
        let Wide { m, e } = exact(x);
        round(m, e)
    }
}

/// Returns the bits of e^x − 1.
#[inline]
pub(super) fn exp_m1(x: u32) -> u32 {
    let size = x << 1;
    if size < 0.25_f32.to_bits() << 1 {
        return near_0(x, &SERIES, 9);
    }
    if size < 32.0_f32.to_bits() << 1 {
        let (sign, Wide { m, e }) = less_1(quick(x));
        if let Some(bits) = round_if_sure(m, e, 1 << 33) {
            return sign | bits;
        }
    }
    rare_exp_m1(x)
}

#[inline(never)]
fn rare_exp_m1(x: u32) -> u32 {
    let size = x << 1;
    if size > f32::INFINITY.to_bits() << 1 {
        f32::NAN.to_bits()
    } else if x >> 31 == 1 && size > 17.5_f32.to_bits() << 1 {
        (-1.0_f32).to_bits()
    } else if size > 104.0_f32.to_bits() << 1 {
        f32::INFINITY.to_bits()
    } else {
        let (sign, Wide { m, e }) = less_1(exact(x));
        sign | round(m, e)
    }
}

/// Returns the sign and the size of a number from e^−32 on, less 1.
#[inline]
fn less_1(Wide { m, e }: Wide) -> (u32, Wide) {
    // From 2^64 on, 1 does not count.
    let (sign, size, e) = if e < 0 {
        (1 << 31, m.unbounded_shr((-1 - e).unsigned_abs()).wrapping_neg(), -1)
    } else {
        (0, m - 1_u64.unbounded_shl((63 - e).cast_unsigned()), e)
    };
    let shift = size.leading_zeros();
    (sign, Wide { m: size << shift, e: e - shift.cast_signed() })
}
