#!/usr/bin/env bash
# The firmware arrives at the host's bits, and its image holds neither a panic nor formatting code nor an allocator nor
# double-precision arithmetic; and the losses take no more instructions than they may.
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
symbols=$("$nm" --demangle "${CARGO_TARGET_DIR:-target}/thumbv7em-none-eabihf/release/digits")
grep -q 'microloss::' <<<"$symbols" || { echo 'the image shows no symbol of the crate' >&2; exit 1; }
forbidden='core::panicking|core::fmt::|__rust_alloc|__aeabi_d(add|sub|mul|div|2|cmp)'
if grep -E "$forbidden" <<<"$symbols"; then
    echo 'the image holds what it must not' >&2
    exit 1
fi

# Instructions per element that no change may exceed.
bench=$(cargo run --quiet --release --bin bench)
for goal in SoftmaxCrossEntropy:70 SquaredError:8 Huber:24 SmoothL1:28 SigmoidCrossEntropy:96 LogCosh:81; do
    count=$(sed -En "s/^${goal%:*},(320|32x10),.*,//p" <<<"$bench")
    if ! awk -v count="$count" -v goal="${goal#*:}" 'BEGIN { exit !(count > 0 && count <= goal) }'; then
        echo "${goal%:*} takes ${count:-no} instructions per element, more than ${goal#*:}" >&2
        exit 1
    fi
done
echo "the firmware's final loss is the host's, bit for bit; no panic, formatting, allocator or double in the image"
