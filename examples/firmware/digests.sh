#!/usr/bin/env bash
# Checks that every loss gives the same bits on seven emulated cores as on this machine, at opt-level 3 or s. The bits are those of
# tests/digests, which `cargo test` compares with the host's. Here the host is compared once more, with all instructions that it has.
# Arguments are the profile (release, small) and the features: digests.sh release --features micromath
# CORES="M0 M4F" takes some of the cores.
set -euo pipefail
cd "$(dirname "$0")"

# shellcheck source=../digest/arguments.sh
source ../digest/arguments.sh

(cd ../.. && CARGO_TARGET_DIR=target/native RUSTFLAGS='-C target-cpu=native' cargo run --quiet --release --example digest "${features[@]}") |
    diff "$pinned" - >&2 || { echo 'target-cpu=native computes other bits' >&2; exit 1; }

# Each line: the target, the board whose map `build.rs` writes, then the machines that run the image, each with the name of its core. The
# code for the M0 runs on the M3's board, whose memory holds all losses. So does not the memory that an M55 starts from: its image lies
# in another, with the vectors put where it starts.
cores="thumbv6m-none-eabi - mps2-an385 M0
thumbv7m-none-eabi - mps2-an385 M3
thumbv7em-none-eabi - mps2-an386 M4
thumbv7em-none-eabihf - mps2-an386 M4F mps2-an500 M7
thumbv8m.main-none-eabihf - mps2-an505 M33
thumbv8m.main-none-eabihf an547 mps3-an547 M55"

objcopy=$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin/llvm-objcopy

# Compares the digests of an image with the pinned ones.
compare() {
    local image=$1 machine=$2 core=$3 vectors=() digests
    if [ "$core" = M55 ]; then
        "$objcopy" -O binary --only-section=.vector_table "$image" "$image.vectors"
        vectors=(-device "loader,file=$image.vectors,addr=0x10000000,force-raw=on")
    fi
    digests=$(qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native \
        -kernel "$image" "${vectors[@]}" </dev/null)
    if ! diff "$pinned" - <<<"$digests" >&2; then
        echo "$core computes other bits" >&2
        return 1
    fi
    echo "$core ($machine): $(wc -l <<<"$digests") digests are those of $back_end.txt"
}

# Says if `CORES` names one of the cores of a line.
wanted() {
    local core
    [ -n "${CORES:-}" ] || return 0
    for core in $CORES; do [[ " $1 " != *" $core "* ]] || return 0; done
    return 1
}

# While one image is emulated, the next one is built.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
jobs=()
while read -r target board machines; do
    wanted "$machines" || continue
    BOARD=$board cargo build --quiet --profile "$profile" --bin digest --target "$target" "${features[@]}"
    cp "${CARGO_TARGET_DIR:-target}/$target/$profile/digest" "$scratch/$target$board"
    # shellcheck disable=SC2086
    set -- $machines
    while [ $# -gt 0 ]; do
        compare "$scratch/$target$board" "$1" "$2" &
        jobs+=($!)
        shift 2
    done
done <<<"$cores"
failed=0
for job in "${jobs[@]}"; do wait "$job" || failed=1; done
exit $failed
