#!/usr/bin/env bash
# Builds every fuzz target and runs each for so many seconds (20 unless said): run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"

seconds=${1:-20}
command -v cargo-fuzz >/dev/null || cargo install --quiet cargo-fuzz --locked
cargo +nightly fuzz build
for target in fuzz_targets/*.rs; do
    name=$(basename "$target" .rs)
    if ! log=$(cargo +nightly fuzz run "$name" -- -max_total_time="$seconds" -verbosity=0 -print_final_stats=1 2>&1); then
        echo "$log" | tail -n 40 >&2
        exit 1
    fi
    echo "$name: $(grep -oE 'number_of_executed_units: [0-9]+' <<<"$log" | grep -oE '[0-9]+') executions in $seconds s, no finding"
done
