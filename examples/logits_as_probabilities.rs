//! Logits passed as probabilities, and probabilities passed as logits: this crate refuses the one, and detects the other.
//!
//! `cargo run --release --example logits_as_probabilities`
//!
//! No data: a batch of four. Elsewhere both mistakes are silent: training runs, and learns nothing.

use microloss::{
    BernoulliNll, Error, Loss, Reduction, SigmoidCrossEntropy, SoftmaxCrossEntropyDense,
    first_not_a_distribution, looks_like_sigmoid_outputs, math,
};

pub(crate) const LOGITS: [f32; 4] = [2.3, -1.5, 0.4, 6.0];
pub(crate) const LABELS: [f32; 4] = [1.0, 0.0, 1.0, 1.0];

/// Returns the error of a loss of probabilities that is given logits.
pub(crate) fn refused() -> Option<Error> {
    BernoulliNll::new().value(&LOGITS, &LABELS, Reduction::Mean).err()
}

/// Returns the loss of the right call on logits, of the right call on probabilities, and of probabilities passed as logits.
pub(crate) fn losses() -> Result<[f32; 3], Error> {
    let probabilities = LOGITS.map(math::sigmoid);
    let by_logits = SigmoidCrossEntropy::new();
    Ok([
        by_logits.value(&LOGITS, &LABELS, Reduction::Mean)?,
        BernoulliNll::new().value(&probabilities, &LABELS, Reduction::Mean)?,
        by_logits.value(&probabilities, &LABELS, Reduction::Mean)?,
    ])
}

/// Returns the smallest loss that a certain network reaches behind a sigmoid too many: every label is 1, and every output too.
pub(crate) fn floor() -> Result<f32, Error> {
    SigmoidCrossEntropy::new().value(&[math::sigmoid(50.0)], &[1.0], Reduction::Mean)
}

pub(crate) fn main() -> Result<(), Error> {
    println!("logits into BernoulliNll, a loss of probabilities:");
    if let Some(error) = refused() {
        println!("  refused: {error}");
    }
    let [right, same, wrong] = losses()?;
    println!("\nthe loss of the batch");
    println!("  logits into SigmoidCrossEntropy:          {right:.4}");
    println!("  probabilities into BernoulliNll:          {same:.4}");
    println!(
        "  probabilities into SigmoidCrossEntropy:   {wrong:.4}   the mistake: it cannot fall below {:.4}",
        floor()?
    );
    println!(
        "  looks_like_sigmoid_outputs says {} for the probabilities, {} for the logits",
        looks_like_sigmoid_outputs(&LOGITS.map(math::sigmoid)),
        looks_like_sigmoid_outputs(&LOGITS)
    );

    // Targets can be wrong too: the second row sums to 3.
    let (rows, targets) = ([[1.0, 0.0, -1.0]; 2], [[0.2, 0.8, 0.0], [1.0, 1.0, 1.0]]);
    let value = SoftmaxCrossEntropyDense::new().value(&rows, &targets, Reduction::Mean)?;
    println!(
        "\ntargets that are no distribution: loss {value:.3}; first_not_a_distribution names row {:?}",
        first_not_a_distribution(&targets)
    );
    println!(
        "\nLook at the first lines: the error holds the row and the number. Run the two checks once on a batch"
    );
    println!("before a long training.");
    Ok(())
}
