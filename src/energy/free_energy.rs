//! Partition function and free energy, with their derivatives.

use crate::error::{Buffer, Error, check_length};
use crate::math::{Distribution, canonical, ln};
use crate::sum::sum;

/// Logarithm of the partition function: ln Z = ln Σₖ e^(−Eₖ/T).
///
/// The sum does not overflow. An energy of +∞ has no share in it. If no energy is finite, or one is −∞ or NaN, the result is NaN.
///
/// **Error**: within 3 ULP of its larger term, −min E/T or ln(Z·e^(min E/T)). 1/T rounds unless T is a power of 2; this adds up to
/// 3 ULP per unit of the largest |E|/T. **Source**: Gibbs (1902); LeCun et al., *A Tutorial on Energy-Based Learning* (2006),
/// §2.2.4.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no energies, [`Error::Parameter`] unless `temperature` is a positive normal number.
///
/// ```
/// use microloss::log_partition;
///
/// assert!((log_partition(&[1.0, 2.0, 3.0], 1.0)? + 0.592_394).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn log_partition(energies: &[f32], temperature: f32) -> Result<f32, Error> {
    check_energies(energies)?;
    check!(temperature: positive)?;
    let p = Distribution::scaled(energies, -1.0 / temperature);
    Ok(canonical(p.log_norm - lowest(energies, &p) / temperature))
}

/// Free energy F = −T·ln Z = −T·ln Σₖ e^(−Eₖ/T): a smooth minimum of the energies.
///
/// At T = 0 it is the minimum. It falls as T grows, by T·ln K if all energies are equal. For +∞ and NaN see [`log_partition`].
///
/// **Error**: within 3 ULP of its larger term, min E or T·ln(Z·e^(min E/T)); if 1/T rounds, as much more as in [`log_partition`].
/// **Source**: LeCun et al. (2006), §2.2.4; as a score for out-of-distribution inputs Liu et al. (2020), arXiv:2010.03759.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no energies, [`Error::Parameter`] unless `temperature` is 0 or a positive normal number.
///
/// ```
/// use microloss::free_energy;
///
/// assert!((free_energy(&[1.0, 2.0, 3.0], 1.0)? - 0.592_394).abs() < 1e-6);
/// assert_eq!(free_energy(&[1.0, 2.0, 3.0], 0.0)?, 1.0);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn free_energy(energies: &[f32], temperature: f32) -> Result<f32, Error> {
    check_energies(energies)?;
    check!(temperature: zero_or_positive)?;
    let p = at(energies, temperature);
    Ok(canonical(lowest(energies, &p) - temperature * p.log_norm))
}

/// Returns the [`free_energy`] and writes its gradient in the energies, which is their [`boltzmann`](crate::boltzmann)
/// distribution.
///
/// # Errors
///
/// The errors of [`free_energy`], and [`Error::Length`] if `gradient` has another length.
///
/// ```
/// use microloss::free_energy_and_gradient;
///
/// let mut gradient = [0.0; 3];
/// let value = free_energy_and_gradient(&[1.0, 2.0, 3.0], 1.0, &mut gradient)?;
/// assert!((value - 0.592_394).abs() < 1e-6);
/// assert!((gradient[0] - 0.665_241).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn free_energy_and_gradient(
    energies: &[f32],
    temperature: f32,
    gradient: &mut [f32],
) -> Result<f32, Error> {
    check_energies(energies)?;
    check_length(Buffer::Gradient, energies.len(), gradient.len())?;
    let value = free_energy(energies, temperature)?;
    crate::boltzmann(energies, temperature, gradient)?;
    Ok(value)
}

/// Derivative of [`free_energy`] in the temperature: minus the entropy of the Boltzmann distribution, in nats.
///
/// Lies between −ln K and 0. At T = 0 it is minus the logarithm of the number of lowest energies.
///
/// **Error**: within 8 ULP, if no probability lies between 0 and 1.2e-38, where numbers have fewer digits; if 1/T rounds, up to 3
/// more per unit of the largest |E|/T.
///
/// # Errors
///
/// The errors of [`free_energy`].
///
/// ```
/// use microloss::free_energy_slope;
///
/// assert_eq!(free_energy_slope(&[3.0, 3.0], 1.0)?, -core::f32::consts::LN_2);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn free_energy_slope(energies: &[f32], temperature: f32) -> Result<f32, Error> {
    check_energies(energies)?;
    check!(temperature: zero_or_positive)?;
    let p = at(energies, temperature);
    if temperature == 0.0 {
        let lowest = lowest(energies, &p);
        let equals = energies.iter().filter(|energy| **energy == lowest).count();
        return Ok(canonical(0.0 * p.log_norm - ln(equals as f32)));
    }
    // H = ln(1 + rest) + Σ p·(E − min E)/T: no term is negative.
    let excess = sum(energies, |_, energy| match p.probability(*energy) {
        0.0 => 0.0,
        probability => probability * p.shortfall(*energy),
    });
    Ok(canonical(-(p.log_norm + excess)))
}

fn check_energies(energies: &[f32]) -> Result<(), Error> {
    if energies.is_empty() { Err(Error::EmptyBatch) } else { Ok(()) }
}

/// Returns the distribution at this temperature. At T = 0 it takes T = 1, which has the same lowest energy and the same NaNs.
fn at(energies: &[f32], temperature: f32) -> Distribution<true> {
    Distribution::scaled(energies, if temperature == 0.0 { -1.0 } else { -1.0 / temperature })
}

/// Lowest energy, which is the most probable one.
fn lowest(energies: &[f32], p: &Distribution<true>) -> f32 {
    energies.get(p.best).copied().unwrap_or(f32::NAN)
}
