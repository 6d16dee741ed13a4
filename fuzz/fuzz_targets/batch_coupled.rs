//! Losses that compare all rows of a batch, and losses with working memory.
#![no_main]

use libfuzzer_sys::fuzz_target;

const FAMILIES: &[&str] = &["info_nce"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(FAMILIES, data));
