//! The centre that each loss finds in the same numbers, and the noise that it assumes.
//!
//! `cargo run --release --example centres`
//!
//! Real data: the flow in a water main at 1 268 hours, with four faults (`examples/sensors/README.md`). A model without inputs
//! predicts one number for all. The loss decides which: the mean, the median, a percentile, or something between.

#[path = "sensors/flow.rs"]
pub(crate) mod flow;

use flow::readings;
use microloss::{
    AbsoluteError, Elementwise, EpsilonInsensitive, Error, Expectile, GammaNll, GeneralRobust, Huber,
    LogCosh, Loss, LossAverseAbsoluteError, LossAverseSquaredError, PoissonNll, PseudoHuber, Quantile,
    Reduction, SmoothL1, SquaredEpsilonInsensitive, SquaredError,
};

/// Returns the prediction of least loss between 1 and 200: the slope is negative before it, and positive behind.
///
/// Some losses take a logarithm of the prediction: `of` is then ln, and otherwise leaves it as it is.
pub(crate) fn centre(loss: &impl Elementwise, of: fn(f32) -> f32) -> Result<f32, Error> {
    let (_, targets) = readings();
    let (mut low, mut high) = (1.0, 200.0);
    for _ in 0..40 {
        let middle = 0.5 * (low + high);
        let mut slopes = vec![of(middle); targets.len()];
        loss.value_and_gradient_in_place(&mut slopes, &targets, Reduction::Mean)?;
        if slopes.iter().sum::<f32>() < 0.0 { low = middle } else { high = middle }
    }
    Ok(0.5 * (low + high))
}

/// Returns the curvature of the mean loss: large if a second-order method may trust it.
fn curvature(loss: &impl Elementwise, at: f32) -> f32 {
    let (_, targets) = readings();
    targets.iter().map(|target| loss.curvature(at, *target)).sum::<f32>() / targets.len() as f32
}

pub(crate) fn main() -> Result<(), Error> {
    let show = |name: &str, centre: f32, what: &str| println!("{name:31} {centre:8.2}   {what}");
    println!("{:31} {:>8}   which is", "loss", "centre");
    let as_is: fn(f32) -> f32 = |x| x;
    show("SquaredError", centre(&SquaredError::new(), as_is)?, "the mean; Gaussian noise");
    show("PoissonNll, of ln x", centre(&PoissonNll::new(), f32::ln)?, "the mean; counts");
    show(
        "GammaNll, of ln x",
        centre(&GammaNll::new(), f32::ln)?,
        "the mean; noise that grows with the number",
    );
    show(
        "Expectile, 0.9",
        centre(&Expectile::new(0.9), as_is)?,
        "above the mean: too low costs more, squared",
    );
    show(
        "LossAverseSquaredError, 2.25",
        centre(&LossAverseSquaredError::new(2.25), as_is)?,
        "below the mean: too high costs more, squared",
    );
    show("AbsoluteError", centre(&AbsoluteError::new(), as_is)?, "the median; Laplace noise");
    show("Quantile, 0.9", centre(&Quantile::new(0.9), as_is)?, "the 90th percentile");
    show(
        "LossAverseAbsoluteError, 2.25",
        centre(&LossAverseAbsoluteError::new(2.25), as_is)?,
        "the 31st percentile, 1/3.25: too high costs more",
    );
    show("Huber, 3", centre(&Huber::new(3.0), as_is)?, "near the median, and smooth");
    show("SmoothL1, 3", centre(&SmoothL1::new(3.0), as_is)?, "the same centre: Huber divided by 3");
    show("PseudoHuber, 3", centre(&PseudoHuber::new(3.0), as_is)?, "near the median, smooth to all orders");
    show("LogCosh", centre(&LogCosh::new(), as_is)?, "near the median, twice differentiable");
    show(
        "EpsilonInsensitive, 1",
        centre(&EpsilonInsensitive::new(1.0), as_is)?,
        "a median that errors below 1 do not move",
    );
    show(
        "SquaredEpsilonInsensitive, 1",
        centre(&SquaredEpsilonInsensitive::new(1.0), as_is)?,
        "a mean of the errors beyond 1: the faults count more",
    );
    show(
        "GeneralRobust, -2, 3",
        centre(&GeneralRobust::new(-2.0, 3.0), as_is)?,
        "forgets the faults: its slope falls again",
    );
    println!(
        "\ncurvature at the median: LogCosh {:.3}, Huber {:.3}, AbsoluteError {:.3}",
        curvature(&LogCosh::new(), 102.3),
        curvature(&Huber::new(3.0), 102.3),
        curvature(&AbsoluteError::new(), 102.3)
    );
    println!("\nLook at the centres: 3 % of faults move the mean by two litres, and the median not at all.");
    Ok(())
}
