//! Losses that compare everything in a batch.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["info_nce"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
