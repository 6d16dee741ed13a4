//! Losses of distributions and of generative models.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["likelihood", "information", "energy", "generative"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
