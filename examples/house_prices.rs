//! Error, loss, cost, objective and risk: five words, one project. Prices are in units of ten thousand.
//!
//! `cargo run --release --example house_prices`

use microloss::{EmpiricalRisk, Error, L2, Loss, Penalty, Reduction, SquaredError, generalization_gap};

/// Houses to train on, and unseen houses.
const TRAINING: usize = 1000;
const UNSEEN: usize = 500;

/// The five quantities of the project.
#[derive(Debug)]
pub struct Report {
    /// y − ŷ of house 3.
    pub error: f32,
    /// The square of the error.
    pub loss: f32,
    /// Mean loss of the training houses plus λ‖θ‖², before and after training.
    pub cost: [f32; 2],
    /// Mean loss of the training houses: the empirical risk.
    pub empirical_risk: f32,
    /// The mean loss of unseen houses less that of the training houses: the part of the risk that training does not see.
    pub gap: f32,
}

/// Draws a house: area and age, standardised, and its price.
fn house(seed: u32) -> ([f32; 2], f32) {
    let unit = |salt: u32| {
        let bits = (seed ^ salt).wrapping_mul(0x9E37_79B9);
        (bits ^ (bits >> 15)).wrapping_mul(0x85EB_CA6B) as f32 / u32::MAX as f32
    };
    let [area, age] = [2.0 * unit(1) - 1.0, 2.0 * unit(2) - 1.0];
    ([area, age], 160.0 + 60.0 * area - 15.0 * age + 20.0 * (unit(3) + unit(4) - 1.0))
}

/// Fits price = w·features + b by gradient descent on the cost.
pub(crate) fn project() -> Result<Report, Error> {
    // House 3 is worth 180, and the model says 150.
    let (target, prediction) = ([180.0], [150.0]);
    let error = target[0] - prediction[0];
    let loss = SquaredError::new().value(&prediction, &target, Reduction::Mean)?;

    let houses: Vec<_> = (0..TRAINING as u32).map(house).collect();
    let prices: Vec<f32> = houses.iter().map(|house| house.1).collect();
    let penalty = L2::new(0.001);
    let mut parameters = [0.0; 3];
    let mut cost = [0.0; 2];
    let predict = |p: &[f32; 3], x: &[f32; 2]| p[0] * x[0] + p[1] * x[1] + p[2];
    for step in 0..300 {
        let predictions: Vec<f32> = houses.iter().map(|house| predict(&parameters, &house.0)).collect();
        let mut slopes = vec![0.0; TRAINING];
        let risk =
            SquaredError::new().value_and_gradient(&predictions, &prices, Reduction::Mean, &mut slopes)?;
        let mut gradient = [0.0; 3];
        for (slope, (x, _)) in slopes.iter().zip(&houses) {
            for (g, x) in gradient.iter_mut().zip([x[0], x[1], 1.0]) {
                *g += slope * x;
            }
        }
        // The objective is to minimise this sum.
        cost[usize::from(step > 0)] = risk + penalty.value_and_add_gradient(&parameters, &mut gradient)?;
        parameters.iter_mut().zip(gradient).for_each(|(p, g)| *p -= 0.3 * g);
    }

    let risk_of = |seeds: std::ops::Range<u32>| -> Result<EmpiricalRisk, Error> {
        let mut risk = EmpiricalRisk::new();
        for (x, price) in seeds.map(house) {
            risk.add(SquaredError::new().value(&[predict(&parameters, &x)], &[price], Reduction::Sum)?, 1.0);
        }
        Ok(risk)
    };
    let (seen, unseen) = (risk_of(0..TRAINING as u32)?, risk_of(1_000_000..1_000_000 + UNSEEN as u32)?);
    let empirical_risk = seen.mean().unwrap_or(f32::NAN);
    Ok(Report {
        error,
        loss,
        cost,
        empirical_risk,
        gap: generalization_gap(&seen, &unseen).unwrap_or(f32::NAN),
    })
}

/// Prints the results and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { error, loss, cost, empirical_risk, gap } = project()?;
    println!("error of house 3: {error}, loss: {loss}");
    println!("cost: {:.1} before training, {:.1} after", cost[0], cost[1]);
    println!("empirical risk: {empirical_risk:.1}; unseen houses cost {gap:+.1} more");
    println!(
        "claim: an error of 30 is a loss of 900; training lowers the cost at least a hundredfold, and the gap"
    );
    println!("       between seen and unseen houses is below a tenth of the risk.");
    Ok(())
}
