//! Real data: tomorrow's demand for electricity, and how sure the forecast is. Three ways to predict an interval.
//!
//! `cargo run --release --example uncertainty`
//!
//! Two models predict a number and its noise, with Gaussian and with Laplace noise. The third predicts three percentiles at once. Each
//! gives an interval that should hold 80 % of the days. Data: `examples/power_demand/README.md`.

#[path = "power_demand/days.rs"]
mod days;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use days::{Days, FACTS, seen_and_unseen};
use layer::Layer;
use microloss::{Error, GaussianNll, LaplaceNll, Loss, Quantiles, Reduction};

/// Results on unseen days.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Share of the days within the interval.
    pub within: f32,
    /// Mean width of the interval, in gigawatts.
    pub width: f32,
}

/// Trains a linear model of K outputs. The steps are clipped to the losses' size near the optimum.
fn train<const K: usize>(
    loss: &impl Loss<Prediction = [f32; K], Target = f32>,
    start: [f32; K],
    days: &Days,
) -> Result<Layer<FACTS, K>, Error> {
    let mut layer = Layer { biases: start, ..Layer::ZERO };
    let mut velocity = Layer::ZERO;
    for step in 0..6000 {
        let mut rows: Vec<[f32; K]> = days.0.iter().map(|x| layer.forward(x)).collect();
        loss.value_and_gradient_in_place(&mut rows, &days.1, Reduction::Mean)?;
        let mut gradient = Layer::ZERO;
        days.0.iter().zip(&rows).for_each(|(x, slopes)| {
            layer.backward(x, slopes, &mut gradient);
        });
        layer.update(&mut velocity, &gradient, 0.02 / (1.0 + step as f32 / 500.0), 0.9);
    }
    Ok(layer)
}

/// Counts the unseen days within the interval that a model's outputs give.
fn judge<const K: usize>(
    layer: &Layer<FACTS, K>,
    interval: impl Fn([f32; K]) -> [f32; 2],
    days: &Days,
) -> Report {
    let n = days.1.len() as f32;
    let mut report = Report { within: 0.0, width: 0.0 };
    for (x, demand) in days.0.iter().zip(&days.1) {
        let [low, high] = interval(layer.forward(x));
        report.within += f32::from(u8::from((low..=high).contains(demand))) / n;
        report.width += (high - low) / n;
    }
    report
}

/// Compares the three ways.
pub(crate) fn compare() -> Result<[Report; 3], Error> {
    let (seen, unseen) = seen_and_unseen();
    let gaussian = train(&GaussianNll::new(), [4.6, -2.0], &seen)?;
    let laplace = train(&LaplaceNll::new(), [4.6, -1.0], &seen)?;
    let quantiles = train(&Quantiles::new([0.1, 0.5, 0.9], 1.0), [4.4, 4.6, 4.8], &seen)?;
    Ok([
        // 80 % of a Gaussian lie within 1.28 deviations: e^(s/2), with s = ln σ².
        judge(&gaussian, |[mean, s]| [-1.2816, 1.2816].map(|z| mean + z * (0.5 * s).exp()), &unseen),
        // 80 % of a Laplace distribution lie within ln 5 scales: e^s, with s = ln b.
        judge(&laplace, |[median, s]| [-1.0, 1.0].map(|side| median + side * 5_f32.ln() * s.exp()), &unseen),
        judge(&quantiles, |[low, _, high]| [low, high], &unseen),
    ])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("an interval for 80 % of the days   holds   mean width");
    for (name, report) in ["GaussianNll", "LaplaceNll", "Quantiles 0.1, 0.5, 0.9"].iter().zip(compare()?) {
        println!("{name:32} {:5.1} % {:9.2} GW", 100.0 * report.within, report.width);
    }
    println!(
        "\nLook at both columns: these weeks are calmer than those of the training, so each interval holds more days"
    );
    println!(
        "than it should. The percentiles are the narrowest: they need not be symmetric about the middle, and hot"
    );
    println!("days bring large errors upwards alone.");
    Ok(())
}
