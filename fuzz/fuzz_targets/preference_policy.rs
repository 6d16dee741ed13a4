//! Losses of comparisons and of policies.
#![no_main]

use libfuzzer_sys::fuzz_target;

const LOSSES: &[&str] = &[
    "BradleyTerry",
    "Dpo",
    "SlicHinge",
    "Ipo",
    "Exo",
    "SimPo",
    "Kto",
    "Orpo",
    "SequenceLogProbability",
    "Ppo",
    "ClippedValue",
    "KlPenalty",
    "EntropyBonus",
];

fuzz_target!(|data: &[u8]| microloss_fuzz::examine(LOSSES, data));
