#!/usr/bin/env bash
# Writes the explorer, one page that opens from disk: target/explorer.html.
set -euo pipefail
cd "$(dirname "$0")"
out=${CARGO_TARGET_DIR:-target}

cargo build --quiet --lib --profile small --target wasm32-unknown-unknown
cargo run --quiet --release --bin page "$out/wasm32-unknown-unknown/small/microloss_explorer.wasm" "$out/explorer.html"
