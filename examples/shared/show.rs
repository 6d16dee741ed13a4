//! Curves in a terminal.

/// Returns a curve of bars, one a number: `▁` is the smallest, `█` the largest.
pub fn sparkline(numbers: impl IntoIterator<Item = f32>) -> String {
    let numbers: Vec<f32> = numbers.into_iter().collect();
    let low = numbers.iter().fold(f32::INFINITY, |low, x| low.min(*x));
    let high = numbers.iter().fold(f32::NEG_INFINITY, |high, x| high.max(*x));
    let bar = |x: &f32| char::from_u32(0x2581 + (7.99 * (x - low) / (high - low)) as u32).unwrap_or(' ');
    numbers.iter().map(bar).collect()
}
