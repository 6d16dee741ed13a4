#!/usr/bin/env bash
# Runs a command with GCC's functions for `f32` on cores without an FPU, in place of the compiler's:
#
#     CORES="M0 M3" ./libgcc.sh ./digests.sh small
#     ./libgcc.sh ./bench.sh
set -euo pipefail

# Prints the flags that link the libgcc of a core.
flags() { echo "-L native=$(dirname "$(arm-none-eabi-gcc "-mcpu=$1" -mthumb -print-libgcc-file-name)") -l static:-bundle=gcc"; }

# Cargo adds these flags to those of its configuration.
CARGO_TARGET_THUMBV6M_NONE_EABI_RUSTFLAGS=$(flags cortex-m0)
CARGO_TARGET_THUMBV7M_NONE_EABI_RUSTFLAGS=$(flags cortex-m3)
export CARGO_TARGET_THUMBV6M_NONE_EABI_RUSTFLAGS CARGO_TARGET_THUMBV7M_NONE_EABI_RUSTFLAGS
CARGO_TARGET_DIR=target/libgcc exec "$@"
