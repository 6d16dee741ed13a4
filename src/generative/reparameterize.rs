//! Sampling through which gradients flow.

use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, exp};

/// Samples z = μ + e^(v/2)·ε from `[mean, log_variance]` rows and standard normal noise ε.
///
/// The noise comes from the caller, who needs it again for the gradient. If ε is 0, z is μ, however large the variance is.
///
/// **Error**: within 2 ULP of the larger of the two parts, for |v| up to 174. Beyond, σ is not a normal number. **Source**: Kingma &
/// Welling (2013), arXiv:1312.6114, §2.4.
///
/// **Run it**: `cargo run --release --example vae`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no rows, [`Error::Length`] if `noise` ([`Buffer::Target`]) or `sample` ([`Buffer::Output`]) has
/// another number of rows.
///
/// ```
/// use microloss::reparameterize;
///
/// let mut sample = [[0.0; 2]];
/// let latent = [[[1.0, -1.0], [0.0, 4.0_f32.ln()]]];
/// reparameterize(&latent, &[[0.5, -1.0]], &mut sample)?;
/// assert_eq!(sample, [[1.5, -3.0]]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn reparameterize<const D: usize>(
    latent: &[[[f32; D]; 2]],
    noise: &[[f32; D]],
    sample: &mut [[f32; D]],
) -> Result<(), Error> {
    check(latent.len(), noise.len())?;
    check_length(Buffer::Output, latent.len(), sample.len())?;
    for ((sample, [mean, log_variance]), noise) in sample.iter_mut().zip(latent).zip(noise) {
        for (((z, mean), v), noise) in sample.iter_mut().zip(mean).zip(log_variance).zip(noise) {
            *z = canonical(*mean + product(*noise, *v));
        }
    }
    Ok(())
}

/// Adds the gradient that comes back to the samples of [`reparameterize`] to that of the latents.
///
/// Let g be the gradient in z, from the decoder. The function adds g to the mean's gradient and ½·g·ε·e^(v/2) to the log-variance's,
/// on top of the gradient that [`Elbo`](crate::Elbo) has written there. If g or ε is 0, it adds 0 to the log-variance's,
/// however large the variance is.
///
/// **Error**: within 3 ULP of the larger of the two parts. **Source**: Kingma & Welling (2013), arXiv:1312.6114, §2.4.
///
/// **Run it**: `cargo run --release --example vae`.
///
/// # Errors
///
/// [`Error::EmptyBatch`] if there are no rows, [`Error::Length`] if `noise` or `sample_gradient` ([`Buffer::Target`]) or `gradient`
/// has another number of rows.
///
/// ```
/// use microloss::reparameterize_add_gradient;
///
/// let latent = [[[1.0, -1.0], [0.0, 4.0_f32.ln()]]];
/// let (noise, upstream) = ([[0.5, -1.0]], [[2.0, 1.0]]);
/// let mut gradient = [[[0.25; 2]; 2]];
/// reparameterize_add_gradient(&latent, &noise, &upstream, &mut gradient)?;
/// assert_eq!(gradient, [[[2.25, 1.25], [0.75, -0.75]]]);
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn reparameterize_add_gradient<const D: usize>(
    latent: &[[[f32; D]; 2]],
    noise: &[[f32; D]],
    sample_gradient: &[[f32; D]],
    gradient: &mut [[[f32; D]; 2]],
) -> Result<(), Error> {
    check(latent.len(), noise.len())?;
    check_length(Buffer::Target, latent.len(), sample_gradient.len())?;
    check_length(Buffer::Gradient, latent.len(), gradient.len())?;
    let rows = gradient.iter_mut().zip(latent).zip(noise).zip(sample_gradient);
    for ((([mean_gradient, v_gradient], [_, log_variance]), noise), upstream) in rows {
        for (slope, g) in mean_gradient.iter_mut().zip(upstream) {
            *slope = canonical(*slope + *g);
        }
        for (((slope, v), noise), g) in v_gradient.iter_mut().zip(log_variance).zip(noise).zip(upstream) {
            let added = if *g == 0.0 || *noise == 0.0 { 0.0 } else { 0.5 * (*g * product(*noise, *v)) };
            *slope = canonical(*slope + added);
        }
    }
    Ok(())
}

fn check(rows: usize, noise: usize) -> Result<(), Error> {
    if rows == 0 {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, rows, noise)
}

/// Returns ε·e^(v/2), and 0 for ε = 0.
#[inline]
fn product(noise: f32, log_variance: f32) -> f32 {
    if noise == 0.0 { 0.0 } else { noise * exp(0.5 * log_variance) }
}
