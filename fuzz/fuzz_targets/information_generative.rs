//! Losses of distributions and of generative models.
#![no_main]

use libfuzzer_sys::fuzz_target;

const LOSSES: &[&str] = &[
    "GaussianKl",
    "GaussianKlBetween",
    "Elbo",
    "GanDiscriminator",
    "GanGenerator",
    "NoisePrediction",
    "Tversky",
    "SigmoidTversky",
    "SoftmaxTversky",
    "GaussianNll",
    "LaplaceNll",
    "PoissonNll",
    "SoftmaxKl",
    "SoftmaxReverseKl",
    "SoftmaxJensenShannon",
    "Distillation",
    "EnergyNll",
    "EnergyPerceptron",
    "EnergyHinge",
    "ContrastiveDivergence",
];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(LOSSES, data));
