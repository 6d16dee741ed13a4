//! A network from a desktop: a hidden layer in integers, which stays as it is, and a last layer to begin with.

use crate::sensor::Frame;

pub const FEATURES: usize = 16;
pub const CLASSES: usize = 3;

/// Returns what the hidden layer makes of a frame: 8 bits for each feature, 0 to 127.
pub fn features(frame: &Frame) -> [i8; FEATURES] {
    let inputs = frame.each_ref().map(|axis| {
        let mean = axis.iter().sum::<i32>().div_euclid(32);
        let distance: i32 = axis.iter().map(|reading| (reading - mean).abs()).sum();
        let change: i32 = axis.iter().zip(axis.iter().skip(1)).map(|(a, b)| (b - a).abs()).sum();
        [mean.div_euclid(8), distance / 64, change / 64].map(|input| input.clamp(-128, 127))
    });
    let mut features = [0; FEATURES];
    for ((feature, weights), offset) in features.iter_mut().zip(&HIDDEN).zip(OFFSETS) {
        let sum: i32 = weights.iter().zip(inputs.as_flattened()).map(|(&w, x)| i32::from(w) * x).sum();
        *feature = ((sum + offset) >> 6).clamp(0, 127) as i8;
    }
    features
}

// pretrain.py writes from here on.

#[rustfmt::skip]
const HIDDEN: [[i8; 9]; FEATURES] = [
    [41, 47, 3, -24, -35, 1, -29, -46, 7],
    [3, 29, 23, -1, 9, 5, -14, 20, 127],
    [6, 51, 56, 6, 86, 6, -3, 89, 40],
    [5, -98, 36, 3, -41, 27, 53, -66, 27],
    [21, 53, 9, -17, 127, 20, 11, 108, 13],
    [-50, 27, -15, 23, -46, -16, 32, 41, -44],
    [-43, 81, -62, 5, 94, -114, 11, 121, -96],
    [-46, -24, 24, -55, -3, -32, -4, -8, 1],
    [48, 13, 43, -5, -15, 12, -91, -1, 5],
    [-40, 14, -18, -79, -8, -32, -19, -6, 40],
    [4, 27, -73, -57, 68, -120, 42, -5, -115],
    [-13, 33, 67, -20, -37, 8, -12, -47, 67],
    [-44, 57, -1, -24, 91, 31, 2, 106, 62],
    [-44, 17, -56, -2, 61, -6, -12, 5, 1],
    [1, -70, 127, 28, -54, 104, 0, -16, 105],
    [23, -70, -86, -15, -29, -21, 22, -79, -41],
];
#[rustfmt::skip]
const OFFSETS: [i32; FEATURES] = [4505, -719, -2987, 2233, -4837, -3792, -508, 61, 2371, 2810, 5664, 1823, -3461, -2774, -1446, 8807];
#[rustfmt::skip]
pub const LAST: [[f32; FEATURES]; CLASSES] = [
    [0.1392, -1.2234, -1.9272, 1.8920, -2.4480, 0.2378, -1.5979, 0.3819, 0.2356, 0.0908, 1.5060, -0.3458, -2.1985, 0.5564, -0.5598, 2.3903],
    [-0.0406, -0.3634, 0.8925, -1.7785, 1.7128, 0.0059, 3.3954, -0.6960, -0.1664, -0.0764, 2.0567, -1.3065, 1.0484, -0.3429, -2.3838, -0.3999],
    [0.1196, 1.3623, 0.9270, 0.4340, 0.8372, 0.2107, -1.7574, 0.3384, -0.2771, 0.5392, -2.3705, 0.8980, 0.9236, 0.2547, 3.0037, -1.1812],
];
#[rustfmt::skip]
pub const BIASES: [f32; CLASSES] = [0.5487, -0.3822, -0.1664];
