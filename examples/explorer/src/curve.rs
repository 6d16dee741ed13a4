//! A loss in a setting, from one prediction to another.

use crate::STEPS;
use crate::losses::{ENTRIES, Numbers};
use microloss::Point;

/// The loss of an entry at one prediction. `None` if the entry has no curve, or if a parameter is refused.
pub fn point(entry: usize, setting: &[f32], x: f32) -> Option<Point> {
    let point = ENTRIES.get(entry)?.point?;
    point(x, &mut Numbers::new(setting))
}

/// The prediction after some steps.
pub fn position(from: f32, to: f32, step: usize) -> f32 {
    from + (to - from) * (step as f32 / STEPS as f32)
}

/// Returns true if the gradient jumps between two predictions: the steepest part then stays as high however short it is.
pub fn jumps(entry: usize, setting: &[f32], mut low: f32, mut high: f32) -> bool {
    let slope = |x| point(entry, setting, x).map_or(f32::NAN, |point| point.slope);
    let rise = |low, high| (slope(high) - slope(low)).abs();
    let whole = rise(low, high);
    for _ in 0..12 {
        let middle = low + 0.5 * (high - low);
        if rise(low, middle) >= rise(middle, high) { high = middle } else { low = middle }
    }
    rise(low, high) > 0.25 * whole
}
