#!/usr/bin/env bash
# Prints instructions per element of each loss as CSV: on four cores, and on a Cortex-M4F with the branch-free back end. Arguments are
# the profile and the features: bench.sh small, or bench.sh release --features micromath
set -euo pipefail
cd "$(dirname "$0")"

profile=${1:-release}
shift || true

header=1
while read -r machine target back_end; do
    BOARD=${machine#*-} cargo build --quiet --profile "$profile" --bin bench --target "$target" ${back_end:+--features "$back_end"} "$@"
    qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native -icount shift=6 \
        -kernel "${CARGO_TARGET_DIR:-target}/$target/$profile/bench" </dev/null | tail -n "+$header"
    header=2
done <<<"mps2-an386 thumbv7em-none-eabihf
mps2-an386 thumbv7em-none-eabihf branchless
mps2-an500 thumbv7em-none-eabihf
mps2-an385 thumbv7m-none-eabi
mps2-an385 thumbv6m-none-eabi"
