//! Losses of one number or a few.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["regression", "binary", "decision"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
