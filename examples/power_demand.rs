//! Real data: tomorrow's demand for electricity in Victoria, and what too little and too much of it cost.
//!
//! `cargo run --release --example power_demand`
//!
//! A megawatt too little costs nine times as much as one too many. Then the cheapest forecast is the 90th percentile, and
//! the quantile loss with τ = 9/(9 + 1) learns it. Data: `examples/power_demand/README.md`.

#[path = "shared/linear.rs"]
mod linear;
#[path = "shared/show.rs"]
mod show;

use linear::{Linear, NumberLoss};
use microloss::{Error, Quantile, SquaredError};

static DEMAND: &[u8] = include_bytes!("power_demand/demand.bin");
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

/// Returns the mean demand of each day of 2014, in gigawatts.
pub(crate) fn demand() -> Vec<f32> {
    DEMAND.as_chunks().0.iter().map(|bytes| f32::from(u16::from_le_bytes(*bytes)) / 1000.0).collect()
}

/// Returns the facts known a day before: the demand of today and of a week ago, and the day of the week. 2014 began on a Wednesday.
fn known(demand: &[f32], day: usize) -> [f32; 5] {
    let is = |weekday| f32::from(u8::from((day + 2) % 7 == weekday));
    [demand[day - 1] - 4.6, demand[day - 7] - 4.6, is(0), is(5), is(6)]
}

/// Every third week is unseen.
fn is_unseen(day: usize) -> bool {
    day / 7 % 3 == 2
}

/// Trains a forecast with a loss, and counts its costs.
pub(crate) fn forecast(loss: &NumberLoss) -> Result<Report, Error> {
    let demand = demand();
    let (unseen, seen): (Vec<_>, Vec<_>) = (7..demand.len()).partition(|day| is_unseen(*day));
    let inputs: Vec<_> = seen.iter().map(|day| known(&demand, *day)).collect();
    let targets: Vec<f32> = seen.iter().map(|day| demand[*day]).collect();
    let mut model = Linear::new(4.6);
    for step in 0..20_000 {
        // The quantile loss's gradient does not shrink near the optimum, so the steps must.
        model.step(loss, &inputs, &targets, 0.3 / (1.0 + step as f32 / 500.0))?;
    }
    let mut report = Report { suffices: 0.0, cost: [0.0; 2] };
    for day in &unseen {
        let short = demand[*day] - model.predict(&known(&demand, *day));
        report.suffices += f32::from(u8::from(short <= 0.0)) / unseen.len() as f32;
        report.cost[0] += SHORT * short.max(0.0) / unseen.len() as f32;
        report.cost[1] += SPARE * (-short).max(0.0) / unseen.len() as f32;
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
