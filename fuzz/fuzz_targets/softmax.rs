//! Losses of a row of logits or scores, of regions and of sequences.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["classification", "segmentation"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
