//! Real data: classes with wrong labels, and seven losses that take them more or less to heart.
//!
//! `cargo run --release --example noisy_labels`
//!
//! 40 % of the labels of 600 digits are wrong, at random. A linear classifier learns them with each loss; the labels of the unseen
//! digits are right. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, held_out, image, likeliest, training};
use layer::Layer;
use microloss::{
    CrammerSingerHinge, Error, GeneralizedCrossEntropy, Loss, Poly1CrossEntropy, Reduction,
    SoftmaxCrossEntropy, SoftmaxFocal, WestonWatkinsHinge,
};
use random::Random;

const CLASSES: usize = 10;
type ClassLoss = dyn Loss<Prediction = [f32; CLASSES], Target = u8>;

/// Trains with a loss, and returns the share of unseen digits that are read right.
pub(crate) fn learn(loss: &ClassLoss, rate: f32, wrong: f32) -> Result<f32, Error> {
    let mut random = Random(0x2545_F491);
    let mut label = |right: u8| if random.unit() < wrong { (random.bits() >> 8) as u8 % 10 } else { right };
    let (images, labels): (Vec<_>, Vec<u8>) =
        training().take(600).map(image).map(|(x, y)| (x, label(y))).unzip();
    let (mut layer, mut velocity) = (Layer::<INPUTS, CLASSES>::ZERO, Layer::ZERO);
    for _ in 0..300 {
        let mut rows: Vec<[f32; CLASSES]> = images.iter().map(|x| layer.forward(x)).collect();
        loss.value_and_gradient_in_place(&mut rows, &labels, Reduction::Mean)?;
        let mut gradient = Layer::ZERO;
        images.iter().zip(&rows).for_each(|(x, slopes)| {
            layer.backward(x, slopes, &mut gradient);
        });
        layer.update(&mut velocity, &gradient, rate, 0.9);
    }
    let right = held_out().map(image).filter(|(x, y)| likeliest(&layer.forward(x)) == *y).count();
    Ok(right as f32 / held_out().count() as f32)
}

/// Learns with each loss, from right labels and from noisy ones.
pub(crate) fn compare() -> Result<Vec<(&'static str, [f32; 2])>, Error> {
    let losses: [(&str, &ClassLoss, f32); 7] = [
        ("SoftmaxCrossEntropy", &SoftmaxCrossEntropy::new(), 0.2),
        ("with label smoothing 0.4", &SoftmaxCrossEntropy::new().with_label_smoothing(0.4), 0.2),
        ("GeneralizedCrossEntropy 0.7", &GeneralizedCrossEntropy::new(0.7), 0.5),
        ("Poly1CrossEntropy 1", &Poly1CrossEntropy::new(1.0), 0.1),
        ("SoftmaxFocal 2", &SoftmaxFocal::new(2.0), 0.2),
        ("CrammerSingerHinge 1", &CrammerSingerHinge::new(1.0), 0.2),
        ("WestonWatkinsHinge 1", &WestonWatkinsHinge::new(1.0), 0.05),
    ];
    losses
        .into_iter()
        .map(|(name, loss, rate)| Ok((name, [learn(loss, rate, 0.0)?, learn(loss, rate, 0.4)?])))
        .collect()
}

pub(crate) fn main() -> Result<(), Error> {
    println!("loss                          right labels   40 % wrong labels");
    for (name, [right, noisy]) in compare()? {
        println!("{name:28} {:11.1} % {:17.1} %", 100.0 * right, 100.0 * noisy);
    }
    println!(
        "\nLook at the last column: the loss that bounds what one label can cost keeps most. Focal loss, which"
    );
    println!("seeks the hard rows, seeks the wrong labels.");
    Ok(())
}
