//! Real data: error, loss, cost, objective and risk, five words in one project, on 2 925 houses sold in Ames.
//!
//! `cargo run --release --example house_prices`
//!
//! Prices are in units of ten thousand dollars. Five houses of more than 4 000 square feet are left out, as the author of the data
//! recommends. Data: `examples/house_prices/README.md`.

#[path = "shared/linear.rs"]
mod linear;
#[path = "shared/show.rs"]
mod show;

use linear::Linear;
use microloss::{EmpiricalRisk, Error, L2, Loss, Penalty, Reduction, SquaredError};

static HOUSES: &[u8] = include_bytes!("house_prices/houses.bin");
/// Houses to train on. The others are unseen.
const TRAINING: usize = 1000;

/// The five quantities of the project.
#[derive(Debug)]
pub struct Report {
    /// y − ŷ of a house.
    pub error: f32,
    /// The square of the error.
    pub loss: f32,
    /// Mean loss of the training houses plus λ‖w‖², before each step.
    pub cost: Vec<f32>,
    /// Mean loss of the training houses: the empirical risk.
    pub empirical_risk: f32,
    /// Mean loss of houses that training has not seen: an estimate of the risk.
    pub risk: f32,
    /// Both risks of models that each learn from ten houses, averaged over a hundred models.
    pub of_ten: [f32; 2],
}

/// A house: living area, basement, cars in the garage and year, each about 0 in the mean and of size 1; and its price.
fn house(record: &[u8; 8]) -> ([f32; 4], f32) {
    let [price, living, basement] =
        [0, 2, 4].map(|at| f32::from(u16::from_le_bytes([record[at], record[at + 1]])));
    let [cars, year] = [6, 7].map(|at| f32::from(record[at]));
    (
        [(living - 1500.0) / 500.0, (basement - 1050.0) / 440.0, cars - 1.8, (year - 101.0) / 30.0],
        price / 100.0,
    )
}

/// Fits price = w·features + b by gradient descent on the cost. Returns the model, and the cost before each step.
fn fit(houses: &[[f32; 4]], prices: &[f32]) -> Result<(Linear<4>, Vec<f32>), Error> {
    let (loss, penalty) = (SquaredError::new(), L2::new(0.001));
    let (mut model, mut cost) = (Linear::new(0.0), Vec::new());
    for _ in 0..300 {
        let mut slopes = model.predict_all(houses);
        let data = loss.value_and_gradient_in_place(&mut slopes, prices, Reduction::Mean)?;
        let mut by_penalty = [0.0; 4];
        // The objective is to make this sum small. The bias is not penalised: it only says how dear houses are.
        cost.push(data + penalty.value_and_add_gradient(&model.weights, &mut by_penalty)?);
        model.descend(houses, &slopes, 0.1);
        model.weights.iter_mut().zip(by_penalty).for_each(|(w, g)| *w -= 0.1 * g);
    }
    Ok((model, cost))
}

/// Adds the losses of some houses.
fn add(
    risk: &mut EmpiricalRisk,
    model: &Linear<4>,
    houses: &[[f32; 4]],
    prices: &[f32],
) -> Result<(), Error> {
    let losses = SquaredError::new().value(&model.predict_all(houses), prices, Reduction::Sum)?;
    risk.add(losses, prices.len() as f32);
    Ok(())
}

/// Trains models on groups of `size` houses among the first thousand. Returns their mean losses on houses seen and on unseen ones.
fn seen_and_unseen(houses: &[[f32; 4]], prices: &[f32], size: usize) -> Result<[EmpiricalRisk; 2], Error> {
    let (first, unseen) = houses.split_at(TRAINING);
    let (first_prices, unseen_prices) = prices.split_at(TRAINING);
    let mut risks = [EmpiricalRisk::new(); 2];
    for (seen, seen_prices) in first.chunks(size).zip(first_prices.chunks(size)) {
        let (model, _) = fit(seen, seen_prices)?;
        add(&mut risks[0], &model, seen, seen_prices)?;
        add(&mut risks[1], &model, unseen, unseen_prices)?;
    }
    Ok(risks)
}

/// Computes the five quantities.
pub(crate) fn project() -> Result<Report, Error> {
    // A house is worth 180, and the model says 150.
    let (target, prediction) = ([180.0], [150.0]);
    let error = target[0] - prediction[0];
    let loss = SquaredError::new().value(&prediction, &target, Reduction::Mean)?;

    let all = HOUSES.as_chunks().0.iter().map(house);
    let (houses, prices): (Vec<_>, Vec<_>) = all.filter(|(features, _)| features[0] <= 5.0).unzip();
    let (_, cost) = fit(&houses[..TRAINING], &prices[..TRAINING])?;
    let means = |risks: [EmpiricalRisk; 2]| risks.map(|risk| risk.mean().unwrap_or(f32::NAN));
    let [empirical_risk, risk] = means(seen_and_unseen(&houses, &prices, TRAINING)?);
    let of_ten = means(seen_and_unseen(&houses, &prices, 10)?);
    Ok(Report { error, loss, cost, empirical_risk, risk, of_ten })
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { error, loss, cost, empirical_risk, risk, of_ten } = project()?;
    let [first, last] = [cost[0], cost[cost.len() - 1]];
    let curve = show::sparkline(cost.iter().step_by(3).take(30).map(|cost| cost.ln()));
    println!("error      of a house worth 180 that is predicted as 150: {error}");
    println!("loss       the error squared: {loss}");
    println!(
        "cost       the mean loss of {TRAINING} houses, plus 0.001 |w|^2: {first:.1} before training, {last:.2} after"
    );
    println!("objective  make the cost small, in {} steps: {curve}", cost.len());
    println!(
        "risk       the mean loss of any house. It is {empirical_risk:.2} on the houses seen, which is the empirical risk,"
    );
    println!(
        "           and {risk:.2} on unseen ones: the luck of the draw has put some odd houses among the seen."
    );
    println!(
        "           A model that learns from ten houses has {:.2} on them and {:.2} on unseen ones.",
        of_ten[0], of_ten[1]
    );
    println!("\nLook at the last line: training lowers only the first number, and a buyer meets the second.");
    println!(
        "A thousand houses close the gap. Their model is typically off by {:.0} thousand dollars.",
        10.0 * risk.sqrt()
    );
    Ok(())
}
