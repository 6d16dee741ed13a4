//! Real data: tomorrow's demand for electricity in Victoria, and what too little and too much of it cost.
//!
//! `cargo run --release --example power_demand`
//!
//! A megawatt too little costs nine times as much as one too many. Then the cheapest forecast is the 90th percentile, and
//! the quantile loss with τ = 9/(9 + 1) learns it. Data: `examples/power_demand/README.md`.

#[path = "power_demand/days.rs"]
pub(crate) mod days;
#[path = "shared/linear.rs"]
mod linear;
#[path = "shared/show.rs"]
mod show;

use days::{demand, seen_and_unseen};
use linear::{Linear, NumberLoss};
use microloss::{Error, Quantile, SquaredError};

/// The costs of a gigawatt too little and of one too many, for a day.
const SHORT: f32 = 9.0;
const SPARE: f32 = 1.0;

/// A forecast's results on unseen days.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Share of the days on which the forecast suffices.
    pub suffices: f32,
    /// Mean cost a day of underestimating, and of overestimating.
    pub cost: [f32; 2],
}

/// Trains a forecast with a loss, and counts its costs.
pub(crate) fn forecast(loss: &NumberLoss) -> Result<Report, Error> {
    let ((inputs, targets), (unseen, demand)) = seen_and_unseen();
    let mut model = Linear::new(4.6);
    for step in 0..20_000 {
        // The quantile loss's gradient does not shrink near the optimum, so the steps must.
        model.step(loss, &inputs, &targets, 0.3 / (1.0 + step as f32 / 500.0))?;
    }
    let mut report = Report { suffices: 0.0, cost: [0.0; 2] };
    let days = demand.len() as f32;
    for (demand, forecast) in demand.iter().zip(model.predict_all(&unseen)) {
        let short = demand - forecast;
        report.suffices += f32::from(u8::from(short <= 0.0)) / days;
        report.cost[0] += SHORT * short.max(0.0) / days;
        report.cost[1] += SPARE * (-short).max(0.0) / days;
    }
    Ok(report)
}

/// Returns the results of squared error, of the median, and of the percentile that the costs ask for.
pub(crate) fn compare() -> Result<[Report; 3], Error> {
    let tau = SHORT / (SHORT + SPARE);
    Ok([
        forecast(&SquaredError::new())?,
        forecast(&Quantile::try_new(0.5)?)?,
        forecast(&Quantile::try_new(tau)?)?,
    ])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("demand of 2014, a bar a week: {}\n", show::sparkline(demand().into_iter().step_by(7)));
    println!("forecast for the next day    suffices on   cost of too little   of too much   together");
    for (name, report) in
        ["squared error", "median (tau 0.5)", "90th percentile (tau 0.9)"].iter().zip(compare()?)
    {
        let [short, spare] = report.cost;
        println!(
            "{name:26} {:12.1} % {short:20.2} {spare:13.2} {:10.2}",
            100.0 * report.suffices,
            short + spare
        );
    }
    println!(
        "\nLook at the costs: a forecast that is right on average pays for blackouts. The percentile buys"
    );
    println!("reserve, which is cheap, and suffices on about nine unseen days in ten.");
    Ok(())
}
