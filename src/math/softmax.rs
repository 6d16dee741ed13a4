//! The softmax of a row, and its parts.

use super::{Reference, canonical, ln_1p_nonnegative, log_norm};
use crate::error::{Buffer, Error, check_length};
use crate::machine::SELECTS;
use crate::sum::{BLOCK, sum};

/// ln Σ e^xᵢ, without overflow: −∞ for an empty slice.
///
/// With m the maximum and R the sum over the others of e^(xᵢ − m), this is m + ln(1 + R)
/// (Blanchard, Higham & Higham, *Accurately computing the log-sum-exp and softmax functions*, 2021).
///
/// ```
/// use microloss::math::log_sum_exp;
///
/// assert!((log_sum_exp(&[2.0, -1.0, 0.5]) - 2.241_311).abs() < 1e-6);
/// assert!((log_sum_exp(&[1000.0, 1000.0]) - 1000.6931).abs() < 1e-3);
/// ```
#[must_use]
pub fn log_sum_exp(x: &[f32]) -> f32 {
    let (at, max) = max(x);
    if max.is_infinite() {
        // All are masked, or one is +∞: the maximum is the answer, unless there is a NaN.
        return x.iter().fold(max, |max, x| if x.is_nan() { f32::NAN } else { max });
    }
    max + ln_1p_nonnegative(sum_of_exp_except(x, at, max, 1.0))
}

/// Softmax with temperature: pₖ = e^(xₖ/T) / Σⱼ e^(xⱼ/T).
///
/// xₖ/T is computed as xₖ·(1/T). Both are rounded unless T is a power of 2. A quotient beyond `f32::MAX` counts as `f32::MAX`.
///
/// A logit of −∞ is masked: p = 0. A row without a finite logit becomes NaN. At T = 1/ln 2, `core::f32::consts::LOG2_E`, it is the softmax
/// in base 2 of CMSIS-NN's `arm_softmax_q7`: 2^xₖ / Σⱼ 2^xⱼ.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no logits, [`Error::Length`] if `probabilities` has another length,
/// [`Error::Parameter`] if the temperature is not a positive normal number.
///
/// ```
/// use microloss::math::softmax;
///
/// let mut p = [0.0; 3];
/// softmax(&[2.0, -1.0, 0.5], 1.0, &mut p)?;
/// assert!((p[0] - 0.785_597).abs() < 1e-6);
/// softmax(&[2.0, -1.0, 0.5], 0.2, &mut p)?;
/// assert!((p[0] - 0.999_447).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn softmax(logits: &[f32], temperature: f32, probabilities: &mut [f32]) -> Result<(), Error> {
    check_softmax(logits, temperature, probabilities.len())?;
    probabilities.copy_from_slice(logits);
    softmax_in_place(probabilities, 1.0 / temperature);
    Ok(())
}

/// Logarithm of [`softmax`]: (xₖ − m)/T − ln Σⱼ e^((xⱼ − m)/T), with m the maximum.
///
/// # Errors
///
/// Those of [`softmax`].
///
/// ```
/// use microloss::math::log_softmax;
///
/// let mut log_p = [0.0; 2];
/// log_softmax(&[1000.0, 0.0], 1.0, &mut log_p)?;
/// assert_eq!(log_p, [0.0, -1000.0]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn log_softmax(logits: &[f32], temperature: f32, log_probabilities: &mut [f32]) -> Result<(), Error> {
    check_softmax(logits, temperature, log_probabilities.len())?;
    let inverse = 1.0 / temperature;
    let (at, max) = max(logits);
    let max = tempered(max, inverse);
    let log_norm = log_norm(logits, at, max, inverse);
    for (out, x) in log_probabilities.iter_mut().zip(logits) {
        *out = canonical((tempered(*x, inverse) - max) - log_norm);
    }
    Ok(())
}

fn check_softmax(logits: &[f32], temperature: f32, actual: usize) -> Result<(), Error> {
    if logits.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Probabilities, logits.len(), actual)?;
    check!(temperature: positive)
}

/// Replaces logits by probabilities.
pub(crate) fn softmax_in_place(row: &mut [f32], inverse_temperature: f32) {
    temper(row, inverse_temperature);
    let (_, max) = max(row);
    exponentiate(row, max);
    let norm = 1.0 / sum(row, |_, x| *x);
    for x in row.iter_mut() {
        *x = canonical(*x * norm);
    }
}

/// Divides logits by the temperature. At temperature 1 nothing is done.
#[inline]
pub(crate) fn temper(row: &mut [f32], inverse_temperature: f32) {
    if inverse_temperature != 1.0 {
        for x in row.iter_mut() {
            *x = tempered(*x, inverse_temperature);
        }
    }
}

/// Returns a logit over the temperature. A finite logit stays finite, so that its row keeps a distribution.
#[inline]
pub(crate) fn tempered(x: f32, inverse_temperature: f32) -> f32 {
    let tempered = x * inverse_temperature;
    if tempered.is_infinite() && x.is_finite() { f32::MAX.copysign(tempered) } else { tempered }
}

/// Returns index and value of the maximum, the first of equals. NaN is passed over. An empty slice gives (0, −∞).
#[inline]
pub(crate) fn max(x: &[f32]) -> (usize, f32) {
    max_of(x, |_, x| x)
}

/// Returns index and value of the maximum of `f(i, xᵢ)`, as [`max`] does.
#[inline]
pub(crate) fn max_of(x: &[f32], f: impl Fn(usize, f32) -> f32) -> (usize, f32) {
    let find = |best: (usize, f32), (i, x): (usize, &f32)| {
        let y = f(i, *x);
        if y > best.1 { (i, y) } else { best }
    };
    if !SELECTS || x.len() < 2 * BLOCK {
        return x.iter().enumerate().fold((0, f32::NEG_INFINITY), find);
    }
    // An index in the loop would keep it from becoming vectors: first the maximum, then its block, then its place.
    let larger = |most: f32, y: f32| if y > most { y } else { most };
    let (blocks, rest) = x.as_chunks::<BLOCK>();
    let mut lanes = [f32::NEG_INFINITY; BLOCK];
    for (k, block) in blocks.iter().enumerate() {
        for (i, (most, x)) in lanes.iter_mut().zip(block).enumerate() {
            *most = larger(*most, f(k * BLOCK + i, *x));
        }
    }
    let of_rest = rest.iter().enumerate().map(|(i, x)| f(blocks.len() * BLOCK + i, *x));
    let most = lanes.into_iter().chain(of_rest).fold(f32::NEG_INFINITY, larger);
    let has = |(k, block): (usize, &[f32; BLOCK])| {
        block.iter().enumerate().fold(0, |found, (i, x)| found + u32::from(f(k * BLOCK + i, *x) == most)) > 0
    };
    let first = blocks.iter().enumerate().position(has).unwrap_or(blocks.len()) * BLOCK;
    let mut found = x.iter().enumerate().skip(first).map(|(i, x)| (i, f(i, *x)));
    found.find(|(_, y)| *y == most && most > f32::NEG_INFINITY).unwrap_or((0, f32::NEG_INFINITY))
}

/// Returns the minimum. NaN is passed over. An empty slice gives +∞.
#[inline]
pub(crate) fn least(x: &[f32]) -> f32 {
    let smaller = |least: f32, x: &f32| if *x < least { *x } else { least };
    if !SELECTS {
        return x.iter().fold(f32::INFINITY, smaller);
    }
    let (blocks, rest) = x.as_chunks::<BLOCK>();
    let mut lanes = [f32::INFINITY; BLOCK];
    for block in blocks {
        lanes.iter_mut().zip(block).for_each(|(least, x)| *least = smaller(*least, x));
    }
    lanes.iter().chain(rest).fold(f32::INFINITY, smaller)
}

/// Returns Σ e^(xᵢ/T − reference) over all i but `except`.
#[inline]
pub(crate) fn sum_of_exp_except(x: &[f32], except: usize, reference: f32, inverse_temperature: f32) -> f32 {
    let reference = Reference::new(reference);
    sum(x, |i, x| if i == except { 0.0 } else { reference.exp(tempered(*x, inverse_temperature)) })
}

/// Replaces every x by e^(x − reference). No x may be larger than the reference.
#[inline]
pub(crate) fn exponentiate(row: &mut [f32], reference: f32) {
    let reference = Reference::new(reference);
    for x in row.iter_mut() {
        *x = reference.exp(*x);
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::{least, max};

    /// The maximum, the first of equals, and the minimum of rows of every length around those of whole blocks.
    #[test]
    fn extremes_of_long_rows() {
        for length in 0..150 {
            for at in 0..length {
                let mut row = std::vec![-1.0; length];
                row[at] = 2.0;
                row[length - 1 - (length - 1 - at) / 2] = 2.0;
                row[0] = if at == 0 { 2.0 } else { f32::NAN };
                assert_eq!(max(&row), (at, 2.0), "{length}");
                row[at] = -3.0;
                assert_eq!(least(&row), -3.0, "{length}");
            }
            assert_eq!(max(&std::vec![f32::NEG_INFINITY; length]), (0, f32::NEG_INFINITY));
            assert_eq!(max(&std::vec![f32::NAN; length]), (0, f32::NEG_INFINITY));
        }
    }
}
