//! Real data: eight losses of yes or no learn the same spam filter.
//!
//! `cargo run --release --example margins`
//!
//! A logarithm and an exponential cost most on a core without an FPU. The losses with a margin need neither. Data:
//! `examples/spam/README.md`.

#[path = "shared/linear.rs"]
mod linear;
#[path = "spam/mails.rs"]
mod mails;

use linear::{Linear, NumberLoss};
use mails::{TRAINING, mails};
use microloss::{
    BernoulliNll, Error, GradientBound, Hinge, Loss, LossKind, ModifiedHuber, Perceptron, Reduction,
    SigmoidCrossEntropy, SigmoidFocal, SmoothedHinge, SquaredHinge, math,
};

/// The results of a loss on unseen mails.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// Share of the mails on the right side.
    pub right: f32,
    /// Share of the training mails that still have a slope: the others teach nothing more.
    pub active: f32,
}

/// Trains with a loss. `labels` turns 1 and −1 into the labels that it takes.
pub(crate) fn learn(loss: &NumberLoss, labels: fn(f32) -> f32, rate: f32) -> Result<Report, Error> {
    let (inputs, is_spam) = mails();
    let signs: Vec<f32> = is_spam.into_iter().map(|spam| if spam { 1.0 } else { -1.0 }).collect();
    let targets: Vec<f32> = signs.iter().copied().map(labels).collect();
    let (seen, unseen) = inputs.split_at(TRAINING);
    let mut model = Linear::new(0.0);
    for step in 0..300 {
        model.step(loss, seen, &targets[..TRAINING], rate / (1.0 + step as f32 / 100.0))?;
    }
    let mut slopes = model.predict_all(seen);
    loss.value_and_gradient_in_place(&mut slopes, &targets[..TRAINING], Reduction::Sum)?;
    let active = slopes.iter().filter(|slope| slope.abs() > 1e-3).count() as f32 / TRAINING as f32;
    let said = model.predict_all(unseen);
    let right = said.iter().zip(&signs[TRAINING..]).filter(|(x, sign)| **x * **sign > 0.0).count();
    Ok(Report { right: right as f32 / unseen.len() as f32, active })
}

/// Returns the loss of BernoulliNll for the probabilities of a model's logits: SigmoidCrossEntropy without its care.
pub(crate) fn of_probabilities(logits: &[f32], labels: &[f32]) -> Result<f32, Error> {
    let probabilities: Vec<f32> = logits.iter().copied().map(math::sigmoid).collect();
    BernoulliNll::new().value(&probabilities, labels, Reduction::Mean)
}

/// Trains with each loss.
pub(crate) fn compare() -> Result<Vec<(LossKind, Report)>, Error> {
    let signs: fn(f32) -> f32 = |sign| sign;
    let bits: fn(f32) -> f32 = |sign| 0.5 + 0.5 * sign;
    Ok(vec![
        (LossKind::SigmoidCrossEntropy, learn(&SigmoidCrossEntropy::new(), bits, 1.0)?),
        (LossKind::SigmoidFocal, learn(&SigmoidFocal::new(2.0), bits, 2.0)?),
        (LossKind::Hinge, learn(&Hinge::new(), signs, 0.5)?),
        (LossKind::SquaredHinge, learn(&SquaredHinge::new(), signs, 0.2)?),
        (LossKind::SmoothedHinge, learn(&SmoothedHinge::new(1.0), signs, 0.5)?),
        (LossKind::ModifiedHuber, learn(&ModifiedHuber::new(), signs, 0.2)?),
        (LossKind::Perceptron, learn(&Perceptron::new(), signs, 0.5)?),
    ])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("loss                    right   mails that still teach   convex   bound of the gradient");
    for (kind, Report { right, active }) in compare()? {
        let properties = kind.properties();
        let bound = match properties.gradient {
            GradientBound::Constant(bound) => format!("{bound}"),
            other => format!("{other:?}"),
        };
        println!(
            "{:20} {:6.1} % {:20.0} %   {:8} {bound}",
            kind.name(),
            100.0 * right,
            100.0 * active,
            properties.convex
        );
    }
    println!(
        "\nBernoulliNll is SigmoidCrossEntropy of probabilities: {:.4} for the logits 2 and -1 of spam",
        of_probabilities(&[2.0, -1.0], &[1.0, 1.0])?
    );
    println!(
        "\nLook at the third column: a hinge leaves the mails alone that are right by a margin, so a step needs to"
    );
    println!("update fewer of them. All find about the same filter.");
    Ok(())
}
