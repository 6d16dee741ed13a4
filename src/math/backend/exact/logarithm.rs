//! ln x and ln(1 + x).

use super::wide::{near_0, round, round_if_sure, series, signed_upper, times_small};

/// −1/2, 1/3, −1/4 …, in units of 2^−63: the coefficients of ln(1 + x)/x.
const SERIES: [i64; 13] = {
    let mut series = [0; 13];
    let mut k = 0;
    while k < 13 {
        let size = (i64::MAX as u64 + 1) / (k as u64 + 2);
        series[k] = if k % 2 == 0 { -(size as i64) } else { size as i64 };
        k += 1;
    }
    series
};

/// 256/m for an m from 1 to 2, by the first five bits behind the point, rounded.
const INVERSES: [u8; 32] = [
    252, 245, 237, 231, 224, 218, 213, 207, 202, 197, 193, 188, 184, 180, 176, 172, 169, 165, 162, 159, 156,
    153, 150, 148, 145, 142, 140, 138, 135, 133, 131, 129,
];

/// −ln(i/256) for these inverses i, in units of 2^−56, rounded down.
const LOGARITHMS: [i64; 32] = [
    1_134_788_713_174_545,
    3_164_714_329_333_164,
    5_556_887_337_692_772,
    7_404_619_192_974_391,
    9_621_950_881_057_015,
    11_578_385_828_899_521,
    13_250_330_767_169_766,
    15_309_259_239_038_073,
    17_071_146_378_600_484,
    18_877_195_657_513_868,
    20_355_351_983_088_464,
    22_246_736_001_811_982,
    23_796_421_406_920_543,
    25_380_168_544_659_536,
    26_999_508_468_520_047,
    28_656_077_839_882_935,
    29_923_986_106_967_949,
    31_649_999_024_459_382,
    32_972_193_809_557_933,
    34_319_103_941_850_573,
    35_691_671_042_204_176,
    37_090_891_589_888_832,
    38_517_821_268_481_340,
    39_485_051_818_337_587,
    40_960_685_516_383_423,
    42_467_170_923_772_438,
    43_489_281_593_599_022,
    44_526_099_395_640_745,
    46_109_846_533_379_738,
    47_185_352_977_445_065,
    48_277_155_592_561_459,
    49_385_755_828_603_137,
];

/// The parts of them that rounding took, in units of 2^−88.
const REMAINDERS: [u32; 32] = [
    3_531_378_308,
    545_422_538,
    793_963_943,
    2_838_026_111,
    3_160_872_579,
    3_165_290_203,
    2_078_530_479,
    1_314_269_795,
    609_140_867,
    1_166_745_205,
    4_225_190_103,
    3_576_529_327,
    943_764_067,
    1_771_285_365,
    3_080_451_796,
    991_346_505,
    3_165_628_894,
    1_077_933_168,
    3_623_146_419,
    1_473_660_577,
    3_209_134_793,
    2_434_856_698,
    3_693_228_305,
    331_229_905,
    26_972_697,
    1_186_861_448,
    266_684_921,
    422_600_765,
    1_250_122_063,
    3_611_899_427,
    25_159_264,
    470_183_203,
];

/// ln 2 in units of 2^−88.
const LN_2: i128 = 214_518_661_983_232_317_777_896_371;

/// Returns the bits of ln(m·2^(n − 63)), for an m of which the first bit is set. The logarithm is at least 2^−6 from 0.
#[inline]
fn ln_of(m: u64, n: i32) -> u32 {
    let j = (m >> 58 & 31) as usize;
    // m·i/256 − 1 in units of 2^−62, below 2^−5.
    let r = times_small(m >> 9, u32::from(INVERSES[j])).wrapping_sub(1 << 62).cast_signed();
    // In units of 2^−36.
    let x = (r >> 26) as i32;
    // ln(1 + x) − x, in units of 2^−38, of a polynomial in units of 2^−30 and a square in units of 2^−40.
    let times = |sum: i32| signed_upper(x, sum) >> 4;
    let fit =
        times(times(times(times(-178_956_971) + 214_748_365) - 268_435_456) + 357_913_941) - 536_870_912;
    let rest = signed_upper(signed_upper(x, x), fit);
    let halvings = times_small((LN_2 >> 32) as u64, n.unsigned_abs()).cast_signed();
    let sum = if n < 0 { -halvings } else { halvings } + LOGARITHMS[j] + (r >> 6) + (i64::from(rest) << 18);
    let (size, sign) = (sum.unsigned_abs(), if sum < 0 { 1 << 31 } else { 0 });
    let shift = size.leading_zeros();
    match round_if_sure(size << shift, 7 - shift.cast_signed(), 1 << 33) {
        Some(bits) => sign | bits,
        None => exact_ln_of(m, n),
    }
}

#[inline(never)]
fn exact_ln_of(m: u64, n: i32) -> u32 {
    let j = (m >> 58 & 31) as usize;
    // In units of 2^−71.
    let r = (u128::from(m) * u128::from(INVERSES[j])).cast_signed() - (1 << 71);
    let x = (r >> 7) as i64;
    let rest = (i128::from(x) * i128::from(series(x, &SERIES))) >> 39;
    let logarithm = (i128::from(LOGARITHMS[j]) << 32) + i128::from(REMAINDERS[j]);
    let sum = i128::from(n) * LN_2 + logarithm + (r << 17) + rest;
    let (size, sign) = (sum.unsigned_abs(), if sum < 0 { 1 << 31 } else { 0 });
    let shift = size.leading_zeros();
    sign | round(((size << shift) >> 64) as u64, 39 - shift.cast_signed())
}

/// The |x| below which ln(1 + x) is a series: 2^−5.
const NEAR: u32 = 122 << 23;

/// Returns the bits of ln x.
#[inline]
pub(super) fn ln(x: u32) -> u32 {
    if x.wrapping_sub(1 << 23) < (254 << 23) {
        // Near 1 the difference is exact.
        if x.wrapping_sub(0.96875_f32.to_bits()) <= 1.03125_f32.to_bits() - 0.96875_f32.to_bits() {
            return near_0((f32::from_bits(x) - 1.0).to_bits(), &SERIES, 6);
        }
        return ln_of(u64::from(x << 8 | 1 << 31) << 32, (x >> 23) as i32 - 127);
    }
    rare_ln(x)
}

#[inline(never)]
fn rare_ln(x: u32) -> u32 {
    if x << 1 == 0 {
        f32::NEG_INFINITY.to_bits()
    } else if x == f32::INFINITY.to_bits() {
        x
    } else if x > f32::INFINITY.to_bits() {
        f32::NAN.to_bits()
    } else {
        // Subnormal.
        let shift = x.leading_zeros();
        ln_of(u64::from(x << shift) << 32, -118 - shift.cast_signed())
    }
}

/// Returns the bits of ln(1 + x).
#[inline]
pub(super) fn ln_1p(x: u32) -> u32 {
    if x << 1 <= NEAR << 1 {
        return near_0(x, &SERIES, 6);
    }
    let e = (x >> 23 & 0xFF) as i32 - 127;
    let m = u64::from(x << 8 | 1 << 31) << 32;
    if x >> 31 == 0 {
        if e > 62 {
            // 1 does not count.
            return if e == 128 { canonical(x) } else { ln_of(m, e) };
        }
        let one = 1 << 63;
        if e < 0 {
            return ln_of(one + (m >> -e), 0);
        }
        let (sum, carry) = m.overflowing_add(one >> e);
        return if carry { ln_of(sum >> 1 | one, e + 1) } else { ln_of(sum, e) };
    }
    if e < 0 {
        let rest = (1 << 63) - (m >> -e);
        let shift = rest.leading_zeros();
        return ln_of(rest << shift, -shift.cast_signed());
    }
    if x == (-1.0_f32).to_bits() { f32::NEG_INFINITY.to_bits() } else { f32::NAN.to_bits() }
}

/// Returns +∞, or `f32::NAN` for any NaN.
fn canonical(x: u32) -> u32 {
    if x == f32::INFINITY.to_bits() { x } else { f32::NAN.to_bits() }
}
