//! Real data: a pupil learns digits from a teacher's opinions, without a label. Five losses.
//!
//! `cargo run --release --example distillation`
//!
//! The teacher has learnt 1 438 digits with labels. The pupil sees 60 of the images, and the probabilities that the teacher gives to each
//! digit: they also tell what an image nearly is. Data: `examples/digits/README.md`.

#[path = "digits/images.rs"]
mod images;
#[path = "shared/layer.rs"]
mod layer;
#[path = "shared/random.rs"]
mod random;

use images::{INPUTS, TRAINING, held_out, image, likeliest, training};
use layer::Layer;
use microloss::{
    Distillation, Error, Loss, Reduction, SoftmaxCrossEntropy, SoftmaxJensenShannon, SoftmaxKl,
    SoftmaxReverseKl, jensen_shannon, math,
};

const CLASSES: usize = 10;
/// Images that the pupil sees.
const SEEN: usize = 60;

type Model = Layer<INPUTS, CLASSES>;

/// Results of a pupil on unseen digits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Report {
    /// Share of the digits that it reads right.
    pub right: f32,
    /// Mean Jensen–Shannon divergence of its probabilities from the teacher's, in nats.
    pub divergence: f32,
}

fn train<T>(
    loss: &dyn Loss<Prediction = [f32; CLASSES], Target = T>,
    images: &[[f32; INPUTS]],
    targets: &[T],
) -> Result<Model, Error> {
    let (mut model, mut velocity) = (Layer::ZERO, Layer::ZERO);
    for _ in 0..400 {
        let mut rows: Vec<[f32; CLASSES]> = images.iter().map(|x| model.forward(x)).collect();
        loss.value_and_gradient_in_place(&mut rows, targets, Reduction::Mean)?;
        let mut gradient = Layer::ZERO;
        images.iter().zip(&rows).for_each(|(x, slopes)| {
            model.backward(x, slopes, &mut gradient);
        });
        model.update(&mut velocity, &gradient, 0.05, 0.9);
    }
    Ok(model)
}

fn probabilities(model: &Model, pixels: &[f32; INPUTS]) -> Result<[f32; CLASSES], Error> {
    let mut p = [0.0; CLASSES];
    math::softmax(&model.forward(pixels), 1.0, &mut p)?;
    Ok(p)
}

fn judge(pupil: &Model, teacher: &Model) -> Result<Report, Error> {
    let (mut report, images) = (Report::default(), held_out().count() as f32);
    for (pixels, label) in held_out().map(image) {
        let p = probabilities(pupil, &pixels)?;
        report.right += f32::from(u8::from(likeliest(&p) == label)) / images;
        report.divergence += jensen_shannon(&p, &probabilities(teacher, &pixels)?)? / images;
    }
    Ok(report)
}

/// Trains the teacher, then a pupil with each loss.
pub(crate) fn compare() -> Result<Vec<(&'static str, Report)>, Error> {
    let (images, labels): (Vec<_>, Vec<u8>) = training().take(TRAINING).map(image).unzip();
    let teacher = train(&SoftmaxCrossEntropy::new(), &images, &labels)?;
    let (images, labels) = (&images[..SEEN], &labels[..SEEN]);
    let logits: Vec<[f32; CLASSES]> = images.iter().map(|x| teacher.forward(x)).collect();
    let opinions = images.iter().map(|x| probabilities(&teacher, x)).collect::<Result<Vec<_>, _>>()?;
    let pupils = [
        ("teacher", teacher),
        ("labels: SoftmaxCrossEntropy", train(&SoftmaxCrossEntropy::new(), images, labels)?),
        ("SoftmaxKl", train(&SoftmaxKl::new(), images, &opinions)?),
        ("SoftmaxReverseKl", train(&SoftmaxReverseKl::new(), images, &opinions)?),
        ("SoftmaxJensenShannon", train(&SoftmaxJensenShannon::new(), images, &opinions)?),
        ("Distillation, T = 4", train(&Distillation::new(4.0), images, &logits)?),
    ];
    pupils.iter().map(|(name, pupil)| Ok((*name, judge(pupil, &teacher)?))).collect()
}

pub(crate) fn main() -> Result<(), Error> {
    println!("learns from                   read right   nats from the teacher");
    for (name, Report { right, divergence }) in compare()? {
        println!("{name:28} {:9.1} % {divergence:19.3}", 100.0 * right);
    }
    println!(
        "\nLook at the last row: at a high temperature the small probabilities count, and they say most about an"
    );
    println!("image. The other losses see little more than the teacher's favourite.");
    Ok(())
}
