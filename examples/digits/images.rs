//! The images of handwritten digits.
#![allow(dead_code, reason = "each program takes what it needs")]

/// Pixels of an image.
pub const INPUTS: usize = 64;
/// All images.
pub const IMAGES: usize = 1797;
/// Every fifth image is held out: training never sees it.
const HOLD_OUT: usize = 5;
/// Images to train on.
pub const TRAINING: usize = IMAGES - IMAGES / HOLD_OUT;

/// Bytes of a record: the label, then two pixels a byte.
const RECORD: usize = 1 + INPUTS / 2;
static DIGITS: &[u8; IMAGES * RECORD] = include_bytes!("digits.bin");

/// Returns the pixels of an image, from 0 to 1, and its label.
pub fn image(index: usize) -> ([f32; INPUTS], u8) {
    let (records, _) = DIGITS.as_chunks::<RECORD>();
    let mut pixels = [0.0; INPUTS];
    let Some([label, packed @ ..]) = records.get(index) else { return (pixels, 0) };
    for (pair, byte) in pixels.as_chunks_mut::<2>().0.iter_mut().zip(packed) {
        *pair = [f32::from(byte & 15) / 15.0, f32::from(byte >> 4) / 15.0];
    }
    (pixels, *label)
}

/// Returns the images that training never sees.
pub fn held_out() -> impl Iterator<Item = usize> {
    (0..IMAGES).filter(|index| index % HOLD_OUT == HOLD_OUT - 1)
}

/// Returns the images to train on.
pub fn training() -> impl Iterator<Item = usize> {
    (0..IMAGES).filter(|index| index % HOLD_OUT != HOLD_OUT - 1)
}

/// Returns the digit with the largest score, the first of equals.
pub fn likeliest(scores: &[f32; 10]) -> u8 {
    let best = (0_u8..).zip(scores).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(0, |(digit, _)| digit)
}
