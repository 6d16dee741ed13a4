//! Losses of pairs and triplets of embeddings.
#![no_main]

use libfuzzer_sys::fuzz_target;

const LOSSES: &[&str] = &["Contrastive", "Triplet", "CosineEmbedding", "MarginRanking"];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(LOSSES, data));
