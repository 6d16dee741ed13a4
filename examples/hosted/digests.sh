#!/usr/bin/env bash
# Checks that every loss gives the same bits in WebAssembly, on 64-bit Arm, on 32-bit x86 with SSE2 and on a big-endian core (IBM Z) as on
# this machine: those of tests/digests. Arguments are the profile (release, small) and the features: digests.sh release --features exact
# TARGETS="wasm32-wasip1" takes some of the targets.
set -euo pipefail
cd "$(dirname "$0")"

# shellcheck source=../digest/arguments.sh
source ../digest/arguments.sh

# These two targets bring their C library, so that Rust's own linker is enough. IBM Z takes Debian's.
export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER=rust-lld
export CARGO_TARGET_I686_UNKNOWN_LINUX_MUSL_LINKER=rust-lld
export CARGO_TARGET_S390X_UNKNOWN_LINUX_GNU_LINKER=s390x-linux-gnu-gcc
export CARGO_TARGET_S390X_UNKNOWN_LINUX_GNU_RUSTFLAGS='-C target-feature=+crt-static'

# Each line: the target, and what runs its programs.
targets='wasm32-wasip1 node --disable-warning=ExperimentalWarning wasi.mjs
aarch64-unknown-linux-musl qemu-aarch64
i686-unknown-linux-musl qemu-i386
s390x-unknown-linux-gnu qemu-s390x'

while read -r target run; do
    [[ -z "${TARGETS:-}" || " $TARGETS " == *" $target "* ]] || continue
    cargo build --quiet --profile "$profile" --target "$target" "${features[@]}"
    program=${CARGO_TARGET_DIR:-target}/$target/$profile/microloss-hosted
    [[ $target != wasm32* ]] || program+=.wasm
    # shellcheck disable=SC2086
    digests=$($run "$program" </dev/null)
    if ! diff "$pinned" - <<<"$digests" >&2; then
        echo "$target computes other bits" >&2
        exit 1
    fi
    echo "$target: $(wc -l <<<"$digests") digests are those of $back_end.txt"
done <<<"$targets"
