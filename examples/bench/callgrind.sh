#!/usr/bin/env bash
# Instructions per element of the fused value and gradient on this desktop, as CSV: counted by valgrind, so the same on a busy machine. Of
# two runs that differ by 4 calls the difference counts. Arguments: features, as cargo's.
set -euo pipefail
cd "$(dirname "$0")"

cargo build --quiet --release "$@"
program=${CARGO_TARGET_DIR:-target}/release/microloss-bench

# The instructions of the program with these arguments.
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 | sed -n 's/.*Collected : //p' | grep . ||
        { echo "valgrind counts nothing: it is missing, or does not know the program's instructions, as those of AVX-512" >&2; return 1; }
}

echo "loss,shape,instructions per element"
# Names that no other name contains.
for loss in SquaredError Huber LogCosh SigmoidCrossEntropy SigmoidFocal SoftmaxCrossEntropy,32x10 SoftmaxCrossEntropy,256x1000; do
    line=$("$program" --calls=1 "$loss")
    five=$(count --calls=5 "$loss")
    one=$(count --calls=1 "$loss")
    echo "${line%,*} $five $one ${line##*,}" |
        awk '{ printf "%s,%.2f\n", $1, ($2 - $3) / 4 / $4 }'
done
