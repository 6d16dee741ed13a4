#!/usr/bin/env bash
# Prints the most instructions that a starter's step takes, and a call of a loss for one sample, on four emulated cores: the rows of a
# table in ../README.md.
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/../target}

# Code for a Cortex-M0 runs on an M3.
while read -r core target emulator; do
    cargo build --quiet --release --target "$target"
    image=$CARGO_TARGET_DIR/$target/release/starter-measure
    # The emulator advances its clock with each instruction.
    # shellcheck disable=SC2086
    $emulator -display none -serial none -monitor none -icount shift=6 -semihosting-config enable=on,target=native \
        -kernel "$image" </dev/null | defmt-print -e "$image" --log-format '{s}' | sed -n "s/.* | .*/| $core | & |/p"
done <<'END'
M0 thumbv6m-none-eabi qemu-system-arm -machine mps2-an385
M4F thumbv7em-none-eabihf qemu-system-arm -machine mps2-an386
M33 thumbv8m.main-none-eabihf qemu-system-arm -machine mps2-an505
RISC-V riscv32imc-unknown-none-elf qemu-system-riscv32 -machine virt -bios none
END
