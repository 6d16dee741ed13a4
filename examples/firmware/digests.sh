#!/usr/bin/env bash
# Checks that every loss gives the same bits on seven emulated cores as on this machine, at opt-level 3 or s. The bits are those of
# tests/digests, which `cargo test` compares with the host's. Here the host is compared once more, with all instructions that it has.
# Arguments are the profile (release, small) and the features: digests.sh release --features micromath
set -euo pipefail
cd "$(dirname "$0")"

profile=${1:-release}
shift || true
features=("$@")

back_end=libm
case "${features[*]}" in
*branchless*) back_end=branchless ;;
*micromath*) back_end=micromath ;;
esac
pinned=../../tests/digests/$back_end.txt

(cd ../.. && CARGO_TARGET_DIR=target/native RUSTFLAGS='-C target-cpu=native' cargo run --quiet --release --example digest "${features[@]}") |
    diff "$pinned" - >&2 || { echo 'target-cpu=native computes other bits' >&2; exit 1; }

# Each line: the target, then the machines that run its image, each with the name of its core. At opt-level 3 all losses together do
# not fit into a micro:bit's flash. The code for the Cortex-M0 then runs on the M3's board.
m0=microbit
[ "$profile" = small ] || m0=mps2-an385
cores="thumbv6m-none-eabi $m0 M0
thumbv7m-none-eabi mps2-an385 M3
thumbv7em-none-eabi mps2-an386 M4
thumbv7em-none-eabihf mps2-an386 M4F mps2-an500 M7
thumbv8m.main-none-eabihf mps2-an505 M33 mps3-an547 M55"

# Compares the digests of an image with the pinned ones.
compare() {
    local image=$1 machine=$2 core=$3 digests
    digests=$(qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native \
        -kernel "$image" </dev/null)
    if ! diff "$pinned" - <<<"$digests" >&2; then
        echo "$core computes other bits" >&2
        return 1
    fi
    echo "$core ($machine): $(wc -l <<<"$digests") digests are those of $back_end.txt"
}

# While one image is emulated, the next one is built.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
jobs=()
while read -r target machines; do
    BOARD=${m0#*-} cargo build --quiet --profile "$profile" --bin digest --target "$target" "${features[@]}"
    cp "${CARGO_TARGET_DIR:-target}/$target/$profile/digest" "$scratch/$target"
    # shellcheck disable=SC2086
    set -- $machines
    while [ $# -gt 0 ]; do
        compare "$scratch/$target" "$1" "$2" &
        jobs+=($!)
        shift 2
    done
done <<<"$cores"
failed=0
for job in "${jobs[@]}"; do wait "$job" || failed=1; done
exit $failed
