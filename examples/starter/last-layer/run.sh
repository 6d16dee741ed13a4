#!/usr/bin/env bash
# Runs an image on an emulated Cortex-M4F, and decodes its log. Further arguments go to defmt-print.
set -euo pipefail

image=$1
shift
# The frames of the log are binary, so nothing else may write to the emulator's output.
qemu-system-arm -machine mps2-an386 -display none -serial none -monitor none \
    -semihosting-config enable=on,target=native -kernel "$image" </dev/null | defmt-print -e "$image" "$@"
