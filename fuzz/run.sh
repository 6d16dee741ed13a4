#!/usr/bin/env bash
# Builds every fuzz target and runs each for so many seconds, two at a time: run.sh [SECONDS]. Without an argument it runs each for 20
# seconds from a fixed seed, so that a failure comes from the change and not from chance.
set -euo pipefail
cd "$(dirname "$0")"

# If the seed is 0, libFuzzer draws one.
export seconds=${1:-20} seed=$(($# == 0))
command -v cargo-fuzz >/dev/null || cargo install --quiet --locked --debug cargo-fuzz
# The crate has no unsafe code, so a sanitizer has nothing to watch. Without one the targets run two to five times as often.
export sanitizer=none
cargo +nightly fuzz build -s "$sanitizer" 2>/dev/null || cargo +nightly fuzz build -s "$sanitizer"

run() {
    local log
    if ! log=$(cargo +nightly fuzz run -s "$sanitizer" "$1" -- -seed="$seed" -max_total_time="$seconds" -verbosity=0 -print_final_stats=1 2>&1); then
        echo "$log" | tail -n 40 >&2
        # 255 makes xargs start no further target.
        exit 255
    fi
    echo "$1: $(grep -oE 'number_of_executed_units: [0-9]+' <<<"$log" | grep -oE '[0-9]+') executions in $seconds s, no finding"
}
export -f run
for target in fuzz_targets/*.rs; do basename "$target" .rs; done | xargs -P 2 -I '{}' bash -c 'run {}'
