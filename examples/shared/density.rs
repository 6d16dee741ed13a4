//! A density with two hills, for models that generate.

use super::random::Random;

/// Share of the left hill.
pub const LEFT: f32 = 0.3;

/// Draws a number: near −2 or near 1, with deviation 0.3.
pub fn draw(random: &mut Random) -> f32 {
    let hill = if random.unit() < LEFT { -2.0 } else { 1.0 };
    hill + 0.3 * random.normal()
}

/// Counts numbers in 40 bins from −4 to 4.
pub fn histogram(numbers: &[f32]) -> [f32; 40] {
    let mut counts = [0.0; 40];
    for x in numbers {
        let bin = 5.0 * (x + 4.0);
        if (0.0..40.0).contains(&bin) {
            counts[bin as usize] += 1.0;
        }
    }
    counts
}
