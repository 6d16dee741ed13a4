#!/usr/bin/env bash
# Opens the explorer in a headless Chromium and tries all of it: every loss, both ends of every slider, keyboard, pointer and a phone's
# width. The curves must have the bits that this machine computes, and the calls in Rust and C must compile and give the page's numbers.
# It needs node, npm, a C compiler and Chromium: `apt-get install nodejs npm gcc chromium`. SHOTS=folder keeps pictures of the page.
set -euo pipefail
cd "$(dirname "$0")"
out=$(realpath -m "${CARGO_TARGET_DIR:-target}")

./build.sh
cargo build --quiet --release --bin native
(cd ../c_firmware && cargo build --quiet --release)
[ -d "$out/node/node_modules/playwright-core" ] ||
    npm install --silent --prefix "$out/node" playwright-core@1.65.1

NODE_PATH=$out/node/node_modules PAGE=$out/explorer.html NATIVE=$out/release/native CALLS=$out/calls node test.cjs

# The calls run, and print the bits of their values in the order of the page's.
cargo build --quiet --manifest-path "$out/calls/Cargo.toml" --target-dir "$out/calls/target"
"$out/calls/target/debug/calls" | diff "$out/calls/rust.txt" - >&2
cc -std=c99 -Wall -Wextra -Werror -I../c_firmware/include -o "$out/calls/c" "$out/calls/main.c" \
    "$out/../../c_firmware/target/release/libmicroloss_c.a" -lm
"$out/calls/c" | diff "$out/calls/c.txt" - >&2
echo "$(wc -l <"$out/calls/rust.txt") calls in Rust and $(wc -l <"$out/calls/c.txt") in C give the page's bits"
