#!/usr/bin/env bash
# The firmware arrives at the host's bits, and its image holds neither a panic nor formatting code nor an allocator nor
# double-precision arithmetic.
set -euo pipefail
cd "$(dirname "$0")"

firmware=$(cargo run --quiet --release --bin digits)
echo "$firmware"
steps=$(sed -n 's/^steps: //p' <<<"$firmware")
host=$(cd ../.. && cargo run --quiet --release --example digits -- --steps "$steps")
if [ "$(tail -n 2 <<<"$firmware")" != "$host" ]; then
    printf 'the host arrives elsewhere:\n%s\n' "$host" >&2
    exit 1
fi

nm=$(find "$(rustc --print sysroot)" -name llvm-nm -print -quit)
[ -x "$nm" ] || { echo 'llvm-nm is missing: rustup component add llvm-tools' >&2; exit 1; }
forbidden='core::panicking|core::fmt::|__rust_alloc|__aeabi_d(add|sub|mul|div|2|cmp)'
if "$nm" --demangle target/thumbv7em-none-eabihf/release/digits | grep -E "$forbidden"; then
    echo 'the image holds what it must not' >&2
    exit 1
fi
echo "the firmware's final loss is the host's, bit for bit; no panic, formatting, allocator or double in the image"
