//! What `examples/temperature.rs` prints is so.

#[path = "../examples/temperature.rs"]
mod example;

use example::{at, frequencies, left, tempered_then_truncated, three, truncated_then_tempered};
use microloss::entropy;

/// Cold is sure, hot is even.
#[test]
fn temperature_controls_the_entropy() {
    let [cold, mild, hot] = [0.2, 1.0, 1.5].map(|t| at(t).unwrap());
    assert!(cold[0] > 0.98 && hot[0] < 0.45, "{cold:?} {hot:?}");
    let entropies = [entropy(&cold), entropy(&mild), entropy(&hot)];
    assert!(entropies.is_sorted() && entropies[0] < 0.11 && entropies[2] > 1.4, "{entropies:?}");
    // The best stays the best.
    for p in [cold, mild, hot] {
        assert!(p.iter().rev().is_sorted());
    }
}

/// Truncation leaves three, or a nucleus; and that is larger where the temperature came first.
#[test]
fn truncation_removes_the_tail() {
    let p = three(1.5).unwrap();
    assert!(left(&p) == 3 && (p.iter().sum::<f32>() - 1.0).abs() < 1e-6);
    let first = truncated_then_tempered(0.85, 1.5).unwrap();
    let last = tempered_then_truncated(0.85, 1.5).unwrap();
    assert_eq!((left(&first), left(&last)), (3, 4));
    assert_eq!(example::WORDS.len(), example::LOGITS.len());
}

/// Draws follow the distribution: within 4 standard deviations, √(p(1 − p)/n) each.
#[test]
fn draws_follow_the_distribution() {
    let p = tempered_then_truncated(0.85, 1.5).unwrap();
    for (frequency, p) in frequencies(&p, 20_000).unwrap().iter().zip(p) {
        assert!((frequency - p).abs() <= 4.0 * (p * (1.0 - p) / 20_000.0).sqrt(), "{frequency} for {p}");
    }
}
