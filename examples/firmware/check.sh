#!/usr/bin/env bash
# Checks that the firmware computes the host's bits, that its image holds no panic, no formatting code, no allocator and no
# double-precision arithmetic, and that the losses take no more instructions than they may.
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

# An image with an `unwrap()` and a panic handler that prints, less the same image with a panic of its own.
unwrap() { cargo build --quiet --profile small --bin unwrap --target thumbv7em-none-eabihf; }
image=${CARGO_TARGET_DIR:-target}/thumbv7em-none-eabihf/small/unwrap
size() { "${nm%nm}objcopy" -O binary "$image" "$scratch" && wc -c <"$scratch"; }
scratch=$(mktemp)
trap 'rm "$scratch"' EXIT
unwrap && without=$(size)
UNWRAP=1 unwrap && more=$(($(size) - without))
said=$(qemu-system-arm -machine mps2-an386 -nographic -semihosting-config enable=on,target=native -kernel "$image" </dev/null)
if ((more > 3000)) || ! grep -q 'row 1 has target 0, but' <<<"$said"; then
    printf 'an unwrap() takes %d bytes of flash and says:\n%s\n' "$more" "$said" >&2
    exit 1
fi
echo "an unwrap() takes $more bytes of flash if the panic handler prints"

# The limits are instructions per element on a Cortex-M4F. No change may exceed them. 4.6 of a sigmoid cross-entropy look at its target.
bench=$(./bench.sh)
echo "$bench"
for goal in SoftmaxCrossEntropy,libm:69 SoftmaxCrossEntropy,branchless:40 SquaredError,libm:8 Huber,libm:24 SmoothL1,libm:28 \
    SigmoidCrossEntropy,libm:99 SigmoidCrossEntropy,branchless:84 LogCosh,libm:69 LogCosh,branchless:67; do
    IFS=,: read -r loss back_end most <<<"$goal"
    count=$(sed -En "s/^$loss,(320|32x10),M4F,$back_end,3,//p" <<<"$bench")
    if ! awk -v count="$count" -v most="$most" 'BEGIN { exit !(count > 0 && count <= most) }'; then
        echo "$loss takes ${count:-no} instructions per element with $back_end, more than $most" >&2
        exit 1
    fi
done
echo "the firmware's final loss is the host's, bit for bit; no panic, formatting, allocator or double in the image"
