//! Forecasts the 90th percentile of tomorrow's power demand: nine days in ten should stay below the forecast.
//!
//! `cargo run --release --example power_demand`

use microloss::{Error, Loss, Quantile, Reduction};

/// Days to train on, and as many to count the coverage on.
const DAYS: usize = 4000;

/// The shares of unseen days with a demand below the forecast.
#[derive(Debug)]
pub struct Report {
    /// For τ = ½, the median.
    pub median: f32,
    /// For τ = 0.9.
    pub upper: f32,
}

fn unit(seed: u32) -> f32 {
    let bits = seed.wrapping_mul(0x9E37_79B9);
    let bits = (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA6B);
    (bits ^ (bits >> 13)) as f32 / u32::MAX as f32
}

/// Draws a day: its cold, and its demand in GW. Cold days need more, and vary more, mostly upwards.
fn day(seed: u32) -> (f32, f32) {
    let cold = unit(3 * seed);
    let surprise = unit(3 * seed + 1) * unit(3 * seed + 2);
    (cold, 40.0 + 20.0 * cold + (4.0 + 12.0 * cold) * surprise)
}

/// Fits a line to the τ-quantile; returns the coverage of unseen days.
fn coverage(tau: f32) -> Result<f32, Error> {
    let days: Vec<_> = (0..DAYS as u32).map(day).collect();
    let demand: Vec<f32> = days.iter().map(|day| day.1).collect();
    let loss = Quantile::try_new(tau)?;
    let (mut slope, mut offset) = (0.0, 50.0);
    for step in 0..6000 {
        let forecast: Vec<f32> = days.iter().map(|day| slope * day.0 + offset).collect();
        let mut gradient = vec![0.0; DAYS];
        loss.gradient(&forecast, &demand, Reduction::Mean, &mut gradient)?;
        // The gradient does not shrink near the optimum, so the step must shrink.
        let rate = 20.0 / (1.0 + step as f32 / 100.0);
        slope -= rate * gradient.iter().zip(&days).map(|(g, day)| g * day.0).sum::<f32>();
        offset -= rate * gradient.iter().sum::<f32>();
    }
    let covered = (1_000_000..1_000_000 + DAYS as u32).map(day).filter(|day| day.1 <= slope * day.0 + offset);
    Ok(covered.count() as f32 / DAYS as f32)
}

/// Returns the coverage at both quantiles.
pub(crate) fn forecast() -> Result<Report, Error> {
    Ok(Report { median: coverage(0.5)?, upper: coverage(0.9)? })
}

/// Prints the results and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { median, upper } = forecast()?;
    println!("coverage of the median forecast:     {:.1} %", 100.0 * median);
    println!("coverage of the 90 percent forecast: {:.1} %", 100.0 * upper);
    println!("claim: the coverage on unseen days is within 2 points of τ.");
    Ok(())
}
