//! The main job: the network of `examples/digits.rs` learns to read digits that it never saw.

#[path = "../examples/digits/network.rs"]
mod network;

use network::{BATCH, STEPS, Training, held_out, training};

#[test]
fn ten_epochs_read_95_percent_of_unseen_digits() {
    let mut model = Training::new();
    let mut losses = Vec::new();
    for _ in 0..10 {
        for _ in 0..STEPS {
            model.step::<BATCH>().unwrap();
        }
        losses.push(model.evaluate(training()).unwrap().0.mean().unwrap());
    }
    assert!(losses[9] < 0.06 && losses[9] < 0.2 * losses[0], "training loss: {losses:?}");
    let (risk, correct) = model.evaluate(held_out()).unwrap();
    assert_eq!(risk.weight(), 359.0);
    assert!(correct >= 342, "{correct} of 359 are right: less than 95 %");
}

#[test]
fn no_image_is_trained_on_and_held_out() {
    let seen: std::collections::BTreeSet<usize> = training().collect();
    assert_eq!(seen.len(), network::TRAINING);
    assert!(held_out().all(|index| !seen.contains(&index)));
    assert_eq!(seen.len() + held_out().count(), network::IMAGES);
}
