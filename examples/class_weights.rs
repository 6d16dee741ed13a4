//! Real data: ten classes, five of them rare, and weights from their counts.
//!
//! `cargo run --release --example class_weights`
//!
//! The digits 0 to 4 have about 140 images each to learn from, 5 to 9 have four. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, held_out, image, likeliest, training};
use layer::Layer;
use microloss::{
    Error, Loss, Reduction, SoftmaxCrossEntropy, effective_number_weights, inverse_frequency_weights,
};

const CLASSES: usize = 10;
const RARE: u8 = 5;

/// Share of the unseen digits that are read right: those of common classes, and those of rare ones.
pub(crate) type Right = [f32; 2];

/// Trains with weights of the classes.
fn learn(weights: [f32; CLASSES], images: &[[f32; INPUTS]], labels: &[u8]) -> Result<Right, Error> {
    let loss = SoftmaxCrossEntropy::new().try_with_owned_class_weights(weights)?;
    let (mut layer, mut velocity) = (Layer::<INPUTS, CLASSES>::ZERO, Layer::ZERO);
    for _ in 0..300 {
        let mut rows: Vec<[f32; CLASSES]> = images.iter().map(|x| layer.forward(x)).collect();
        loss.value_and_gradient_in_place(&mut rows, labels, Reduction::Mean)?;
        let mut gradient = Layer::ZERO;
        images.iter().zip(&rows).for_each(|(x, slopes)| {
            layer.backward(x, slopes, &mut gradient);
        });
        layer.update(&mut velocity, &gradient, 0.05, 0.9);
    }
    Ok([false, true].map(|is_rare| {
        let of_group = held_out().map(image).filter(|(_, label)| (*label >= RARE) == is_rare);
        let (right, all) = of_group.fold((0, 0), |(right, all), (pixels, label)| {
            (right + usize::from(likeliest(&layer.forward(&pixels)) == label), all + 1)
        });
        right as f32 / all as f32
    }))
}

/// Trains without weights, with inverse frequencies, and with effective numbers.
pub(crate) fn compare() -> Result<[([f32; 2], Right); 3], Error> {
    let mut counts = [0_u32; CLASSES];
    let (mut seen, mut labels) = (Vec::new(), Vec::new());
    for (pixels, label) in training().map(image) {
        let count = &mut counts[usize::from(label)];
        if label < RARE || *count < 4 {
            *count += 1;
            seen.push(pixels);
            labels.push(label);
        }
    }
    let (mut inverse, mut effective) = ([0.0; CLASSES], [0.0; CLASSES]);
    inverse_frequency_weights(&counts, &mut inverse)?;
    effective_number_weights(&counts, 0.99, &mut effective)?;
    let run = |weights: [f32; CLASSES]| Ok(([weights[0], weights[9]], learn(weights, &seen, &labels)?));
    Ok([run([1.0; CLASSES])?, run(inverse)?, run(effective)?])
}

pub(crate) fn main() -> Result<(), Error> {
    println!("weights                   of a common class   of a rare one   common right   rare right");
    let names = ["none", "inverse frequency", "effective number, 0.99"];
    for (name, ([common, rare], right)) in names.iter().zip(compare()?) {
        println!(
            "{name:26} {common:16.2} {rare:15.2} {:12.1} % {:10.1} %",
            100.0 * right[0],
            100.0 * right[1]
        );
    }
    println!(
        "\nLook at the last column: four images of a digit are enough for most of it, if they are heard."
    );
    Ok(())
}
