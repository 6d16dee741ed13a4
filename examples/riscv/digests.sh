#!/usr/bin/env bash
# Checks that every loss gives the same bits on emulated RISC-V cores as on this machine: those of tests/digests. Arguments are the
# profile (release, small) and the features: digests.sh release --features branchless
set -euo pipefail
cd "$(dirname "$0")"

# shellcheck source=../digest/arguments.sh
source ../digest/arguments.sh

# Without an FPU, with multiplication alone and with atomics; and with an FPU.
for isa in imc imac imafc; do
    target=riscv32$isa-unknown-none-elf
    cargo build --quiet --profile "$profile" --bin digest --target "$target" "${features[@]}"
    digests=$(qemu-system-riscv32 -machine virt -bios none -nographic \
        -kernel "${CARGO_TARGET_DIR:-target}/$target/$profile/digest" </dev/null)
    if ! diff "$pinned" - <<<"$digests" >&2; then
        echo "riscv32$isa computes other bits" >&2
        exit 1
    fi
    echo "riscv32$isa: $(wc -l <<<"$digests") digests are those of $back_end.txt"
done
