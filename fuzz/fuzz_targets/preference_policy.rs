//! Losses of comparisons and of policies.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["preference", "policy"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
