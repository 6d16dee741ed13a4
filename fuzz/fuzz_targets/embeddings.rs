//! Losses of pairs and triplets of embeddings.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["metric"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
