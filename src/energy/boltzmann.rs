//! Boltzmann distribution at any temperature, 0 and ∞ included.

use crate::error::{Buffer, Error, check_length};
use crate::math::{Distribution, canonical, ln, max};
use crate::sum::total;

/// Boltzmann distribution pₖ = e^(−Eₖ/T) / Z, with Z = Σⱼ e^(−Eⱼ/T).
///
/// At T = 0 the result is the limit: the lowest energy has all probability, shared evenly between equals. At T = ∞ it is uniform. An
/// energy of +∞ is impossible at every temperature: p = 0. If no energy is finite, or one is −∞ or NaN, everything is NaN. For
/// logits, which are the negatives of energies, use [`softmax`](crate::math::softmax).
///
/// **Error**: within 4 ULP. 1/T rounds unless T is a power of 2; this adds 3·max|E|/T ULP. E/T beyond `f32::MAX` counts as
/// `f32::MAX`. **Source**: Boltzmann (1868); Gibbs, *Elementary Principles in Statistical Mechanics* (1902).
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no energies, [`Error::Length`] if `probabilities` has another length, [`Error::Parameter`]
/// unless `temperature` is 0, a positive normal number, or infinite.
///
/// ```
/// use microloss::boltzmann;
///
/// let mut p = [0.0; 3];
/// boltzmann(&[1.0, 2.0, 3.0], 1.0, &mut p)?;
/// assert!((p[0] - 0.665_241).abs() < 1e-6);
/// assert!((p[1] - 0.244_728_5).abs() < 1e-6);
/// boltzmann(&[1.0, 2.0, 1.0], 0.0, &mut p)?;
/// assert_eq!(p, [0.5, 0.0, 0.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(boltzmann)]
pub fn boltzmann(energies: &[f32], temperature: f32, probabilities: &mut [f32]) -> Result<(), Error> {
    if energies.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Probabilities, energies.len(), probabilities.len())?;
    check!(temperature: zero_to_infinity)?;
    for (p, energy) in probabilities.iter_mut().zip(energies) {
        *p = -energy;
    }
    distribute(probabilities, temperature);
    Ok(())
}

/// Changes the temperature of a distribution: pₖ^(1/T) / Σⱼ pⱼ^(1/T).
///
/// It is meant for truncated probabilities: see [`top_p`](crate::top_p). Below T = 1 the distribution becomes more sure, above it
/// more even. T = 0 leaves the most probable class (shared evenly between equals), T = ∞ makes all classes of p > 0 equal. A
/// probability of 0 stays 0. The probabilities need not sum to 1. If none is positive, or one is negative, infinite or NaN, all
/// become NaN.
///
/// **Error**: within 4 + 4·|ln p|/T ULP: the rounding error of the logarithm, divided by T, becomes one of p.
///
/// **Run it**: `cargo run --release --example temperature`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no probabilities, [`Error::Parameter`] unless `temperature` is 0, a positive normal number, or
/// infinite.
///
/// ```
/// let mut p = [0.75, 0.25, 0.0];
/// microloss::temper(&mut p, 0.5)?;
/// assert!((p[0] - 0.9).abs() < 1e-6 && (p[1] - 0.1).abs() < 1e-6);
/// assert_eq!(p[2], 0.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn temper(probabilities: &mut [f32], temperature: f32) -> Result<(), Error> {
    if probabilities.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check!(temperature: zero_to_infinity)?;
    for p in probabilities.iter_mut() {
        // At T = 0 the probabilities themselves are compared: two of them may have the same logarithm.
        *p = if temperature == 0.0 && *p > 0.0 { *p } else { ln(*p) };
    }
    distribute(probabilities, temperature);
    Ok(())
}

/// Replaces logits by their distribution at any temperature, 0 and ∞ included.
fn distribute(row: &mut [f32], temperature: f32) {
    if temperature == 0.0 || temperature == f32::INFINITY {
        let (_, max) = max(row);
        for x in row.iter_mut() {
            let counts = if temperature == 0.0 { *x == max } else { *x > f32::NEG_INFINITY };
            // There is no distribution if a logit is NaN or the best one is infinite.
            *x = if x.is_nan() || max.is_infinite() { f32::NAN } else { f32::from(u8::from(counts)) };
        }
        let count = total(row);
        for x in row.iter_mut() {
            *x = canonical(*x / count);
        }
    } else {
        let distribution = Distribution::scaled(row, 1.0 / temperature);
        for x in row.iter_mut() {
            *x = canonical(distribution.probability(*x));
        }
    }
}
