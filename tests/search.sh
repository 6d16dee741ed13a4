#!/usr/bin/env bash
# Looks every name from another library, as src/guide/coming_from.rs lists them, up in the search index that
# `cargo doc --no-deps --all-features` has built, and fails with those that a reader would not find. The attributes alone prove
# nothing: rustdoc 1.94 and 1.95 drop an alias that stands on a type instead of its `pub use` (rust-lang/rust #152939).
set -euo pipefail
cd "$(dirname "$0")/.."

index=$(cat "${CARGO_TARGET_DIR:-target}"/doc/search.index/name/*.js)

# Names stand in the index behind their length, in hexadecimal: @ to O for the digits 0 to F, ` to o for the last one.
found() {
    local hex
    hex=$(printf '%x' "${#1}")
    local more=${hex%?}
    local prefix
    prefix=$(tr '0-9a-f' '@A-O' <<<"$more")$(tr '0-9a-f' '`a-o' <<<"${hex: -1}")
    [[ $index == *"$prefix$1"* ]]
}

found SoftmaxCrossEntropy || { echo "the search index has another format: adapt $0" >&2; exit 1; }

# The first column of each table, below the conventions: one or more names in backticks.
names=$(sed -n '/^\/\/! # PyTorch/,$ { s/^\/\/! | \(`[^|]*\) | .*\](crate::.*/\1/p }' src/guide/coming_from.rs | grep -o '`[^`]*`' | tr -d '`' | sort -u)
count=$(wc -l <<<"$names")
((count > 90)) || { echo "only $count names were read from src/guide/coming_from.rs" >&2; exit 1; }

missing=()
for name in $names; do
    # The search does not look at case.
    found "$name" || found "${name,,}" || missing+=("$name")
done
((${#missing[@]} == 0)) || { echo "the search does not find: ${missing[*]}" >&2; exit 1; }
echo "the search finds all $count names from other libraries"
