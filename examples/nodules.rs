//! Nodules among 500 times as many harmless spots: focal loss against cross-entropy.
//!
//! `cargo run --release --example nodules`

use microloss::{Elementwise, Error, Loss, Reduction, SigmoidCrossEntropy, SigmoidFocal};

/// Numbers of easy background spots, hard background spots and nodules per scan: 500 to 1.
const SPOTS: [usize; 3] = [4900, 100, 10];

/// Shares of the total gradient.
#[derive(Debug)]
pub struct Report {
    /// (1 − p)² of a spot of probability 0.98, 0.70 and 0.20 for its true class.
    pub factors: [f32; 3],
    /// Share of easy background, hard background, and nodules in the gradient of cross-entropy.
    pub cross_entropy: [f32; 3],
    /// These shares for focal loss with γ = 2.
    pub focal: [f32; 3],
}

/// Returns the logit at which the true class has probability `p`.
fn logit(p: f32) -> f32 {
    (p / (1.0 - p)).ln()
}

/// Returns the three kinds' shares of Σ|gradient|.
fn shares(loss: &impl Elementwise) -> Result<[f32; 3], Error> {
    // The probability of the true class is 0.98 and 0.70 for background, and 0.20 for nodules.
    let kinds = [(-logit(0.98), 0.0), (-logit(0.70), 0.0), (logit(0.20), 1.0)];
    let mut shares = [0.0; 3];
    for ((share, (x, y)), count) in shares.iter_mut().zip(kinds).zip(SPOTS) {
        let mut gradient = vec![0.0; count];
        loss.gradient(&vec![x; count], &vec![y; count], Reduction::Over(SPOTS[2] as f32), &mut gradient)?;
        *share = gradient.iter().map(|g| g.abs()).sum();
    }
    let total: f32 = shares.iter().sum();
    Ok(shares.map(|share| share / total))
}

/// Compares both losses.
pub(crate) fn compare() -> Result<Report, Error> {
    let factor = |p: f32| {
        SigmoidFocal::new(2.0).point(logit(p), 1.0).value
            / SigmoidCrossEntropy::new().point(logit(p), 1.0).value
    };
    Ok(Report {
        factors: [0.98, 0.70, 0.20].map(factor),
        cross_entropy: shares(&SigmoidCrossEntropy::new())?,
        focal: shares(&SigmoidFocal::new(2.0))?,
    })
}

/// Prints the results and the claim.
pub(crate) fn main() -> Result<(), Error> {
    let Report { factors, cross_entropy, focal } = compare()?;
    println!("                    easy background   hard background   nodules");
    println!("modulating factor   {:15.4} {:17.4} {:9.4}", factors[0], factors[1], factors[2]);
    for (loss, shares) in [("cross-entropy", cross_entropy), ("focal, gamma 2", focal)] {
        let [easy, hard, nodules] = shares.map(|share| 100.0 * share);
        println!("{loss:18} {easy:14.1} % {hard:15.1} % {nodules:7.1} %");
    }
    println!("claim: the factors are 0.0004, 0.09 and 0.64; easy background has most of the gradient of");
    println!("       cross-entropy, and under focal loss the ten nodules have more than 4 900 easy spots.");
    Ok(())
}
