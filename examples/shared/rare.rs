//! One digit made rare: three images of it to train on, among all those of the other digits.

use super::images::{INPUTS, held_out, image, training};

/// Images, and 1 for each of the rare digit.
pub struct Images {
    pub pixels: Vec<[f32; INPUTS]>,
    pub rare: Vec<f32>,
}

fn collect(images: impl Iterator<Item = ([f32; INPUTS], u8)>, digit: u8) -> Images {
    let (pixels, rare) = images.map(|(pixels, label)| (pixels, f32::from(u8::from(label == digit)))).unzip();
    Images { pixels, rare }
}

/// Returns the images to train on, and unseen ones: the rare digit's other images, and the others that are held out.
pub fn split(digit: u8) -> (Images, Images) {
    let all: Vec<_> = training().map(image).collect();
    let (rare, common): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, label)| *label == digit);
    let (shown, kept) = rare.split_at(3);
    let seen = common.into_iter().chain(shown.iter().copied());
    let unseen = held_out().map(image).chain(kept.iter().copied());
    (collect(seen, digit), collect(unseen, digit))
}
