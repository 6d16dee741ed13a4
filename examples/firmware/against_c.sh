#!/usr/bin/env bash
# Compares the instructions per element of common losses with those of plain C (c/plain.c) at opt-level 3, and checks that both compute
# the same but for rounding. Arguments are the cores, without any M4F, M3 and M0: against_c.sh M4F
set -euo pipefail
cd "$(dirname "$0")"

# Per cent of C on an M4F. No change may exceed them.
limits="SquaredError:80 Huber:137 LogCosh:52 SigmoidCrossEntropy:66 SigmoidFocal:78 SoftmaxCrossEntropy:76 SoftmaxKl:160 Distillation:199
Triplet:184 Dpo:92 Ppo:70 GaussianKl:134 InfoNce:97 NtXent:175 Ctc:146"

[ $# -gt 0 ] || set -- M4F M3 M0
for core in "$@"; do
    case $core in
    M4F) machine=mps2-an386 target=thumbv7em-none-eabihf ;;
    M3) machine=mps2-an385 target=thumbv7m-none-eabi ;;
    M0) machine=mps2-an385 target=thumbv6m-none-eabi ;;
    esac
    cargo build --quiet --release --bin against_c --features plain_c --target "$target"
    result=$(qemu-system-arm -machine "$machine" -nographic -semihosting-config enable=on,target=native -icount shift=6 \
        -kernel "${CARGO_TARGET_DIR:-target}/$target/release/against_c" </dev/null)
    echo "$result"
    [ "$core" = M4F ] || continue
    for limit in $limits; do
        ratio=$(sed -En "s/^${limit%:*},.*,//p" <<<"$result")
        if ((${ratio:-1000} > ${limit#*:})); then
            echo "${limit%:*} takes ${ratio:-no} per cent of C's instructions, more than ${limit#*:}" >&2
            exit 1
        fi
    done
done
