//! From energies to probabilities, at any temperature and at the ends of the scale.

use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::{Distribution, canonical, ln, max};
use crate::sum::total;

/// Temperatures for which a limit is defined too.
fn check_any_temperature(temperature: f32) -> Result<(), Error> {
    let holds = temperature == 0.0 || temperature >= f32::MIN_POSITIVE;
    check_parameter(holds, "temperature", "0, a positive normal number, or infinite", temperature)
}

/// Boltzmann distribution pₖ = e^(−Eₖ/T) / Z, with Z = Σⱼ e^(−Eⱼ/T).
///
/// At T = 0 it is the limit: all probability on the lowest energy, shared evenly between equals. At T = ∞ it is uniform.
/// An energy of +∞ is impossible at every temperature, p = 0. Where no energy is finite, or one is −∞ or NaN, everything
/// is NaN. For logits, the negatives of energies, there is [`softmax`](crate::math::softmax).
///
/// Within 4 ULP, and 3·max|E|/T more where 1/T rounds, as it does unless T is a power of 2. E/T beyond `f32::MAX` counts as that.
/// Source: Boltzmann (1868); Gibbs, *Elementary Principles in Statistical Mechanics* (1902).
///
/// # Errors
///
/// [`Error::EmptyBatch`] for no energies, [`Error::Length`] for another length of `probabilities`, [`Error::Parameter`]
/// unless `temperature` is 0, a positive normal number, or infinite.
///
/// ```
/// use microloss::boltzmann;
///
/// let mut p = [0.0; 3];
/// boltzmann(&[1.0, 2.0, 3.0], 1.0, &mut p)?;
/// assert!((p[0] - 0.665_241).abs() < 1e-6 && (p[1] - 0.244_728_5).abs() < 1e-6);
/// boltzmann(&[1.0, 2.0, 1.0], 0.0, &mut p)?;
/// assert_eq!(p, [0.5, 0.0, 0.5]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn boltzmann(energies: &[f32], temperature: f32, probabilities: &mut [f32]) -> Result<(), Error> {
    if energies.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Probabilities, energies.len(), probabilities.len())?;
    check_any_temperature(temperature)?;
    for (p, energy) in probabilities.iter_mut().zip(energies) {
        *p = -energy;
    }
    distribute(probabilities, temperature);
    Ok(())
}

/// Changes the temperature of a distribution: pₖ^(1/T) / Σⱼ pⱼ^(1/T).
///
/// For probabilities that have been truncated: see [`top_p`](crate::top_p). Below T = 1 the distribution becomes more
/// sure, above more even; T = 0 leaves the most probable (shared evenly between equals), T = ∞ makes every class of p >
/// 0 equal. A probability of 0 stays 0. The probabilities need not sum to 1. Without a positive one, or with one that
/// is negative, infinite or NaN, all become NaN.
///
/// Within 4 + 4·|ln p|/T ULP: the logarithm's rounding error over T becomes one of p.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for no probabilities, [`Error::Parameter`] unless `temperature` is 0, a positive normal number,
/// or infinite.
///
/// ```
/// let mut p = [0.75, 0.25, 0.0];
/// microloss::temper(&mut p, 0.5)?;
/// assert!((p[0] - 0.9).abs() < 1e-6 && (p[1] - 0.1).abs() < 1e-6 && p[2] == 0.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn temper(probabilities: &mut [f32], temperature: f32) -> Result<(), Error> {
    if probabilities.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_any_temperature(temperature)?;
    for p in probabilities.iter_mut() {
        // At 0 they are compared: two whose logarithms are one number are still two.
        *p = if temperature == 0.0 && *p > 0.0 { *p } else { ln(*p) };
    }
    distribute(probabilities, temperature);
    Ok(())
}

/// Replaces logits by their distribution at any temperature, limits included.
fn distribute(row: &mut [f32], temperature: f32) {
    if temperature == 0.0 || temperature == f32::INFINITY {
        let (_, max) = max(row);
        for x in row.iter_mut() {
            let counts = if temperature == 0.0 { *x == max } else { *x > f32::NEG_INFINITY };
            // A logit that is NaN, or a best one that is infinite, leaves no distribution.
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
