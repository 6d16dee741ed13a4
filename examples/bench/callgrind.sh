#!/usr/bin/env bash
# Prints instructions per element of the fused value and gradient on this desktop, as CSV. Valgrind counts them, so a busy machine does
# not change them. The figure is the difference of two runs that differ by 4 calls. Arguments are features, as for cargo.
set -euo pipefail
cd "$(dirname "$0")"

cargo build --quiet --release "$@"
program=${CARGO_TARGET_DIR:-target}/release/microloss-bench

# Prints the instructions of the program with these arguments.
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" "$@" 2>&1 | sed -n 's/.*Collected : //p' | grep . ||
        { echo "valgrind counts nothing: it is missing, or does not know the program's instructions, as those of AVX-512" >&2; return 1; }
}

echo "loss,shape,instructions per element"
# No other name contains one of these names.
for loss in SquaredError Huber LogCosh SigmoidCrossEntropy SigmoidFocal SoftmaxCrossEntropy,32x10 SoftmaxCrossEntropy,256x1000; do
    line=$("$program" --calls=1 "$loss")
    five=$(count --calls=5 "$loss")
    one=$(count --calls=1 "$loss")
    echo "${line%,*} $five $one ${line##*,}" |
        awk '{ printf "%s,%.2f\n", $1, ($2 - $3) / 4 / $4 }'
done
