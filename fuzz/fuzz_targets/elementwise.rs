//! Losses of one number or a few.
#![no_main]

use libfuzzer_sys::fuzz_target;

const LOSSES: &[&str] = &[
    "SquaredError",
    "AbsoluteError",
    "Huber",
    "SmoothL1",
    "PseudoHuber",
    "LogCosh",
    "Quantile",
    "Quantiles",
    "SigmoidCrossEntropy",
    "SigmoidFocal",
    "Hinge",
    "SquaredHinge",
    "BernoulliNll",
    "HingeEmbedding",
    "LossAverseSquaredError",
    "LossAverseAbsoluteError",
];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(LOSSES, data));
