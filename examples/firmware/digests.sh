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

# Compares the digests of an image.
compare() {
    local image=$1 machine=$2 core=$3 digests
    digests=$(qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native \
        -kernel "$image" </dev/null)
    if [ "$digests" != "$expected" ]; then
        echo "$core computes other bits:" >&2
        diff <(echo "$expected") <(echo "$digests") >&2
        return 1
    fi
    echo "$core ($machine): $(wc -l <<<"$digests") digests equal the host's"
}

# One core is emulated while the next one's image is built.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
jobs=()
while read -r machine target core; do
    BOARD=${machine#*-} cargo build --quiet --profile "$profile" --bin digest --target "$target" "$@"
    cp "${CARGO_TARGET_DIR:-target}/$target/$profile/digest" "$scratch/$core"
    compare "$scratch/$core" "$machine" "$core" &
    jobs+=($!)
done <<<"$cores"
failed=0
for job in "${jobs[@]}"; do wait "$job" || failed=1; done
exit $failed
