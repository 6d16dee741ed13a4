//! The loss of each row by itself (`reduction='none'` elsewhere), and a focal loss made by hand from it.
//!
//! `cargo run --release --example manual_focal`
//!
//! No data: three rows of logits. In PyTorch one writes `((1 - pt) ** gamma * per_sample_loss).mean()`. Here the losses of the rows come
//! from `terms`. The value is that of `SoftmaxFocal`; for the gradient it matters if the factor counts as a constant.

use microloss::{Error, Loss, Reduction, SoftmaxCrossEntropy, SoftmaxFocal, Weighted};

pub(crate) const LOGITS: [[f32; 3]; 3] = [[4.0, 0.0, -1.0], [1.0, 0.5, 0.0], [-1.0, 2.0, 0.5]];
pub(crate) const LABELS: [u8; 3] = [0, 1, 0];
const GAMMA: i32 = 2;

/// The two ways.
#[derive(Debug)]
pub struct Report {
    /// Losses of the rows.
    pub terms: [f32; 3],
    /// Factors (1 − p)^γ of the rows.
    pub factors: [f32; 3],
    /// Mean focal loss, by hand and by `SoftmaxFocal`.
    pub value: [f32; 2],
    /// The gradient with constant factors, and that of `SoftmaxFocal`.
    pub gradient: [[[f32; 3]; 3]; 2],
}

/// Computes both.
pub(crate) fn compare() -> Result<Report, Error> {
    let (cross_entropy, focal) = (SoftmaxCrossEntropy::new(), SoftmaxFocal::new(GAMMA as f32));
    let mut terms = [0.0; 3];
    cross_entropy.terms(&LOGITS, &LABELS, &mut terms)?;
    // The loss is −ln p, so p = e^(−loss).
    let factors = terms.map(|loss| (1.0 - (-loss).exp()).powi(GAMMA));
    let by_hand = terms.iter().zip(factors).map(|(loss, factor)| factor * loss).sum::<f32>() / 3.0;

    let mut gradient = [[[0.0; 3]; 3]; 2];
    // `Mean` would divide by the sum of the weights.
    let three = Reduction::Over(3.0);
    Weighted::new(cross_entropy, &factors).gradient(&LOGITS, &LABELS, three, &mut gradient[0])?;
    let value = focal.value_and_gradient(&LOGITS, &LABELS, Reduction::Mean, &mut gradient[1])?;
    Ok(Report { terms, factors, value: [by_hand, value], gradient })
}

pub(crate) fn main() -> Result<(), Error> {
    let Report { terms, factors, value, gradient } = compare()?;
    println!("row   loss    factor (1 - p)^2   slope in the label's logit: constant factor   SoftmaxFocal");
    for (row, label) in LABELS.into_iter().enumerate() {
        let [by_hand, focal] = gradient.map(|gradient| gradient[row][usize::from(label)]);
        println!("{row:3} {:8.4} {:14.4} {by_hand:45.4} {focal:14.4}", terms[row], factors[row]);
    }
    println!("mean: {:.6} by hand, {:.6} by SoftmaxFocal", value[0], value[1]);
    println!(
        "\nLook at the slopes: the values agree, but a factor that counts as a constant gives another gradient."
    );
    println!(
        "Automatic differentiation goes through the factor too, as SoftmaxFocal does. For real weights, which"
    );
    println!("do not depend on the logits, use Weighted.");
    Ok(())
}
