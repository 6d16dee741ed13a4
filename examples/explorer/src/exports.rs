//! Functions for the page: numbers in and out through two arrays, whose addresses it asks for.

use crate::STEPS;
use crate::curve::{jumps, point, position};
use core::sync::atomic::{AtomicU32, Ordering::Relaxed};
use microloss::{Point, entropy, math, top_k, top_p};

/// Bits of the numbers of a setting, or of logits.
static INPUT: [AtomicU32; 16] = [const { AtomicU32::new(0) }; 16];
/// Bits of values, then of gradients; or of probabilities, then of their entropy.
static OUTPUT: [AtomicU32; 2 * (STEPS + 1)] = [const { AtomicU32::new(0) }; 2 * (STEPS + 1)];

fn setting() -> [f32; 16] {
    INPUT.each_ref().map(|bits| f32::from_bits(bits.load(Relaxed)))
}

fn write<'a>(mut places: impl Iterator<Item = &'a AtomicU32>, number: f32) {
    if let Some(place) = places.next() {
        place.store(number.to_bits(), Relaxed);
    }
}

#[unsafe(no_mangle)]
extern "C" fn input() -> *const AtomicU32 {
    INPUT.as_ptr()
}

#[unsafe(no_mangle)]
extern "C" fn output() -> *const AtomicU32 {
    OUTPUT.as_ptr()
}

#[unsafe(no_mangle)]
extern "C" fn steps() -> usize {
    STEPS
}

/// Writes values and gradients. Returns false if a parameter is refused.
#[unsafe(no_mangle)]
extern "C" fn curve(entry: usize, from: f32, to: f32) -> bool {
    let setting = setting();
    let (values, slopes) = OUTPUT.split_at(STEPS + 1);
    for (step, places) in values.iter().zip(slopes).enumerate() {
        let Some(Point { value, slope }) = point(entry, &setting, position(from, to, step)) else {
            return false;
        };
        places.0.store(value.to_bits(), Relaxed);
        places.1.store(slope.to_bits(), Relaxed);
    }
    true
}

/// Returns true if the gradient jumps between two predictions.
#[unsafe(no_mangle)]
extern "C" fn jump(entry: usize, low: f32, high: f32) -> bool {
    jumps(entry, &setting(), low, high)
}

/// Writes the softmax of the logits, cut to the `k` most probable and then to the nucleus of share `p`, and its entropy. Returns false
/// if a parameter is refused.
#[unsafe(no_mangle)]
extern "C" fn softmax(classes: usize, temperature: f32, k: usize, p: f32) -> bool {
    let (logits, mut probabilities) = (setting(), [0.0; 16]);
    let (Some(logits), Some(probabilities)) = (logits.get(..classes), probabilities.get_mut(..classes))
    else {
        return false;
    };
    let done = math::softmax(logits, temperature, probabilities).is_ok()
        && top_k(probabilities, k).is_ok()
        && top_p(probabilities, p).is_ok();
    let mut places = OUTPUT.iter();
    probabilities.iter().for_each(|p| write(&mut places, *p));
    write(&mut places, entropy(probabilities));
    done
}
