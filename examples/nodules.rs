//! Real data: a rare finding among 433 times as many others. Cross-entropy, focal loss and weights, trained and compared.
//!
//! `cargo run --release --example nodules`
//!
//! No free scans of lungs are small enough for this folder, so handwritten digits stand for spots: the ring, 0, is the nodule,
//! and training shows three of them among 1 299 other digits. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/linear.rs"]
mod linear;
#[path = "shared/rare.rs"]
mod rare;

use linear::{Linear, NumberLoss};
use microloss::{Elementwise, Error, Reduction, SigmoidCrossEntropy, SigmoidFocal};
use rare::Images;

/// Results of one loss.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Share of the background in the sum of all gradients, at the first step.
    pub background: f32,
    /// Share of the unseen nodules that are found: their probability is above ½.
    pub found: f32,
    /// Share of the other unseen spots that are taken for nodules.
    pub false_alarms: f32,
}

/// Returns the factor (1 − p)² of focal loss, as the ratio of two losses, for a spot whose true class has probability `p`.
pub(crate) fn factor(p: f32) -> f32 {
    let logit = (p / (1.0 - p)).ln();
    SigmoidFocal::new(2.0).point(logit, 1.0).value / SigmoidCrossEntropy::new().point(logit, 1.0).value
}

fn train(loss: &NumberLoss, rate: f32, seen: &Images, unseen: &Images) -> Result<Report, Error> {
    let mut model = Linear::new(0.0);
    let mut slopes = model.predict_all(&seen.pixels);
    loss.value_and_gradient_in_place(&mut slopes, &seen.rare, Reduction::Mean)?;
    let total: f32 = slopes.iter().map(|g| g.abs()).sum();
    let background: f32 =
        slopes.iter().zip(&seen.rare).filter(|(_, y)| **y == 0.0).map(|(g, _)| g.abs()).sum();
    for _ in 0..1000 {
        model.step(loss, &seen.pixels, &seen.rare, rate)?;
    }
    let said = model.predict_all(&unseen.pixels);
    let share = |class: f32| {
        let of_class = said.iter().zip(&unseen.rare).filter(|(_, y)| **y == class);
        of_class.clone().filter(|(x, _)| **x > 0.0).count() as f32 / of_class.count() as f32
    };
    Ok(Report { background: background / total, found: share(1.0), false_alarms: share(0.0) })
}

/// Trains with cross-entropy, with focal loss, and with cross-entropy that weighs a nodule as much as all else.
pub(crate) fn compare() -> Result<[Report; 3], Error> {
    let (seen, unseen) = rare::split(0);
    let ratio = (seen.rare.len() - 3) as f32 / 3.0;
    let cross_entropy = SigmoidCrossEntropy::new();
    Ok([
        train(&cross_entropy, 0.5, &seen, &unseen)?,
        // Its gradient is smaller, so its steps are larger: RetinaNet divides by the number of nodules instead.
        train(&SigmoidFocal::new(2.0).try_with_alpha(0.25)?, 8.0, &seen, &unseen)?,
        train(&cross_entropy.try_with_positive_weight(ratio)?, 0.2, &seen, &unseen)?,
    ])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("focal loss multiplies a spot's loss by (1 - p)^2, if its true class has probability p:");
    for (kind, p) in [("easy background", 0.98), ("hard background", 0.70), ("nodule", 0.20)] {
        println!("  {kind:16} p = {p:.2}: {:.4}", factor(p));
    }
    println!("\ntrained for 1000 steps      background's share of   nodules   false");
    println!("                            the first gradient      found     alarms");
    for (name, report) in ["cross-entropy", "focal, gamma 2, alpha 1/4", "weights"].iter().zip(compare()?) {
        let [background, found, alarms] =
            [report.background, report.found, report.false_alarms].map(|x| 100.0 * x);
        println!("{name:26} {background:14.1} % {found:17.1} % {alarms:7.1} %");
    }
    println!(
        "\nLook at cross-entropy: the background has 99.8 % of its gradient, and it finds no nodule at all."
    );
    println!("Focal loss acts late: while every p is 1/2 its factor is the same for all, and alpha 1/4 even");
    println!("favours the background. Once the background is easy, the nodules count. Weights act at once.");
    Ok(())
}
