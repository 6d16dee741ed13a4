#!/usr/bin/env bash
# Every loss gives the same bits on seven emulated cores as on this machine, at opt-levels 3 and s.
# With arguments, the profiles to try (release, small) and the features: digests.sh release --features micromath
set -euo pipefail
cd "$(dirname "$0")"

profile=${1:-release}
shift || true

host() { (cd ../.. && cargo run --quiet --release --example digest "$@"); }
expected=$(host "$@")
native=$(cd ../.. && CARGO_TARGET_DIR=target/native RUSTFLAGS='-C target-cpu=native' \
    cargo run --quiet --release --example digest "$@")
[ "$native" = "$expected" ] || { echo 'target-cpu=native computes other bits' >&2; exit 1; }

# Machine, target, name of the core. At opt-level 3 all losses together are larger than a micro:bit's flash: the code for the
# Cortex-M0 then runs on the M3's board.
m0=microbit
[ "$profile" = small ] || m0=mps2-an385
cores="$m0 thumbv6m-none-eabi M0
mps2-an385 thumbv7m-none-eabi         M3
mps2-an386 thumbv7em-none-eabi        M4
mps2-an386 thumbv7em-none-eabihf      M4F
mps2-an500 thumbv7em-none-eabihf      M7
mps2-an505 thumbv8m.main-none-eabihf  M33
mps3-an547 thumbv8m.main-none-eabihf  M55"

while read -r machine target core; do
    BOARD=${machine#*-} cargo build --quiet --profile "$profile" --bin digest --target "$target" "$@"
    digests=$(qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native \
        -kernel "${CARGO_TARGET_DIR:-target}/$target/$profile/digest" </dev/null)
    if [ "$digests" != "$expected" ]; then
        echo "$core computes other bits:" >&2
        diff <(echo "$expected") <(echo "$digests") >&2
        exit 1
    fi
    echo "$core ($machine): $(wc -l <<<"$digests") digests equal the host's"
done <<<"$cores"
