//! Truncation of a distribution, and drawing from it.

use crate::error::{Error, check_parameter};
use crate::math::canonical;
use crate::sum::{Total, sum, total};

/// Keeps the `k` most probable classes: the others become 0, and the rest is divided by its sum.
///
/// Among equals at the edge the first are kept, so that exactly `k` remain. If there are no more than `k` probabilities, nothing
/// changes, and the sum is left as it is. Returns how many of the kept ones are above 0. Probabilities that are negative or NaN
/// count as 0; the sum must be finite. Takes fewer than 40 passes over the probabilities, for any `k`, and no memory. **Source**:
/// Fan, Lewis & Dauphin (2018), arXiv:1805.04833.
///
/// **Run it**: `cargo run --release --example temperature`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no probabilities, [`Error::Parameter`] if `k` = 0. Nothing has been changed then.
///
/// ```
/// use microloss::top_k;
///
/// let mut p = [0.25, 0.5, 0.125, 0.125];
/// assert_eq!(top_k(&mut p, 3)?, 3);
/// assert!((p[1] - 4.0 / 7.0).abs() < 1e-6 && p[3] == 0.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn top_k(probabilities: &mut [f32], k: usize) -> Result<usize, Error> {
    check_any(probabilities)?;
    check_parameter(k > 0, "k", "1 or more", k as f32)?;
    if k < probabilities.len() {
        let count = |least: u32| probabilities.iter().filter(|p| key(**p) >= least).count();
        let edge = highest(|least| count(least) >= k);
        let mut room = k - count(edge + 1);
        truncate(probabilities, edge, |_| {
            let keep = room > 0;
            room = room.saturating_sub(1);
            keep
        });
    }
    Ok(probabilities.iter().filter(|p| key(**p) > 0).count())
}

/// Keeps the nucleus: the fewest most probable classes that together have at least the share `p` of all probability.
///
/// The others become 0, and the rest is divided by its sum. The most probable class always stays, so `p` = 0 keeps it alone. `p` = 1
/// changes nothing, and leaves the sum as it is. Among equals at the edge the first are kept. Returns how many of the kept ones are
/// above 0. The probabilities need not sum to 1, but their sum must be finite; negative ones and NaN count as 0. Shares are compared
/// as `f32`: a rounding error may decide on a class at the edge. Takes fewer than 40 passes over the probabilities, and no memory.
/// **Source**: Holtzman et al. (2020), arXiv:1904.09751, §3.1.
///
/// **Run it**: `cargo run --release --example temperature`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no probabilities, [`Error::Parameter`] unless 0 ≤ `p` ≤ 1. Nothing has been changed then.
///
/// ```
/// use microloss::top_p;
///
/// let mut p = [0.25, 0.5, 0.125, 0.125];
/// assert_eq!(top_p(&mut p, 0.75)?, 2);
/// assert!((p[1] - 2.0 / 3.0).abs() < 1e-6 && p[2] == 0.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn top_p(probabilities: &mut [f32], p: f32) -> Result<usize, Error> {
    check_any(probabilities)?;
    check!(p: unit)?;
    if p < 1.0 {
        let mass = |least: u32| sum(probabilities, |_, p| if key(*p) >= least { *p } else { 0.0 });
        let wanted = p * mass(1);
        // A class must stay even if the wanted share is 0.
        let most = probabilities.iter().fold(0, |most, p| if key(*p) > most { key(*p) } else { most });
        let edge = highest(|least| least <= most && mass(least) >= wanted);
        let mut kept = Total::new();
        kept.add(mass(edge + 1));
        let mut first = true;
        truncate(probabilities, edge, |p| {
            let keep = first || kept.value() < wanted;
            first = false;
            kept.add(p);
            keep
        });
    }
    Ok(probabilities.iter().filter(|p| key(**p) > 0).count())
}

/// Draws a class, given a number `u` that is uniform in [0, 1): the first whose cumulative probability exceeds u.
///
/// A class whose probability is 0, negative or NaN is never drawn. The probabilities need not sum to 1: `u` is a share of their sum.
/// You choose the source of `u`: the top 24 bits of a random word, divided by 2²⁴, are exactly uniform in [0, 1).
///
/// **Run it**: `cargo run --release --example temperature`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no probabilities, [`Error::Parameter`] unless 0 ≤ `u` < 1 and the sum of those that can be
/// drawn is positive and finite.
///
/// ```
/// use microloss::sample;
///
/// let p = [0.25, 0.0, 0.75];
/// assert_eq!([sample(&p, 0.0)?, sample(&p, 0.2)?], [0, 0]);
/// assert_eq!([sample(&p, 0.25)?, sample(&p, 0.99)?], [2, 2]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn sample(probabilities: &[f32], u: f32) -> Result<usize, Error> {
    check_any(probabilities)?;
    check!(u: unit_without_1)?;
    let positive = || probabilities.iter().enumerate().filter(|(_, p)| key(**p) > 0);
    let mut total = Total::new();
    positive().for_each(|(_, p)| total.add(*p));
    let total = total.value();
    check_parameter(total > 0.0 && total <= f32::MAX, "probabilities", "of positive, finite sum", total)?;
    let threshold = u * total;
    let mut cumulative = Total::new();
    let mut last = 0;
    for (k, p) in positive() {
        cumulative.add(*p);
        last = k;
        if cumulative.value() > threshold {
            break;
        }
    }
    // Rounding can lift the threshold to the total. Then the last one is drawn.
    Ok(last)
}

fn check_any(probabilities: &[f32]) -> Result<(), Error> {
    if probabilities.is_empty() { Err(Error::EmptyBatch) } else { Ok(()) }
}

/// Returns an integer that orders probabilities as their values do: their bits, and 0 for a negative number or NaN.
#[inline]
fn key(p: f32) -> u32 {
    if p > 0.0 { p.to_bits() } else { 0 }
}

/// Returns the highest key for which `holds` is true, and 0 if there is none. `holds` must be true up to some key and false above.
fn highest(holds: impl Fn(u32) -> bool) -> u32 {
    // Bit 31, the sign, is never set.
    (0..31).rev().fold(0, |found, bit| {
        let candidate = found | (1 << bit);
        if holds(candidate) { candidate } else { found }
    })
}

/// Keeps probabilities above the edge, and those at the edge that `keeps` accepts; then divides by their sum.
fn truncate(probabilities: &mut [f32], edge: u32, mut keeps: impl FnMut(f32) -> bool) {
    for p in probabilities.iter_mut() {
        let key = key(*p);
        if key < edge || key == 0 || (key == edge && !keeps(*p)) {
            *p = 0.0;
        }
    }
    let total = total(probabilities);
    if total > 0.0 {
        for p in probabilities.iter_mut() {
            *p = canonical(*p / total);
        }
    }
}
