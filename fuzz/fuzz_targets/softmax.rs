//! Losses of a row of logits or scores.
#![no_main]

use libfuzzer_sys::fuzz_target;

const LOSSES: &[&str] = &[
    "SoftmaxCrossEntropy",
    "SoftmaxCrossEntropyDense",
    "SoftmaxFocal",
    "CrammerSingerHinge",
    "WestonWatkinsHinge",
    "MultiLabelMargin",
    "GeneralizedCrossEntropy",
    "Poly1CrossEntropy",
    "ExpectedCost",
];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(LOSSES, data));
