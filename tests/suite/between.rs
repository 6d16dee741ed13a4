//! Numbers of a range for proptest.

use proptest::prelude::*;

/// Any number from `low` to `high`, both included.
///
/// A range of floats of proptest 1.10 to 1.12 panics once in some ten million draws: it compares a rounded step with one
/// that is not (`float_samplers.rs`, `self.low - result < initial.step`).
pub fn between(low: f32, high: f32) -> impl Strategy<Value = f32> + Clone {
    let (low, high) = (f64::from(low), f64::from(high));
    any::<u32>().prop_map(move |draw| (low + (high - low) * f64::from(draw) / f64::from(u32::MAX)) as f32)
}
