#!/usr/bin/env bash
# Measures flash, stack and instructions of every loss on a Cortex-M4F and a Cortex-M0. Fails if the table in README.md has other
# figures; with --write it writes the table instead.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")"

# A call should take at most so many bytes of stack. The line below the table counts those that take more. Among the losses that the
# table has, their number may not grow.
budget=256

target=${CARGO_TARGET_DIR:-target}
tools=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-objdump -print -quit)")
[ -x "$tools/llvm-objdump" ] || { echo 'llvm-objdump is missing: rustup component add llvm-tools' >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Prints the deepest stack of losses, from an image and the addresses of their code in it: bytes, and bytes without the compiler's functions.
deepest() {
    "$tools/llvm-objdump" --disassemble --no-show-raw-insn --demangle "$1" | awk -f stack.awk -v roots="$2" |
        cut -d ' ' -f 1-2 | tr ' ' ,
}

# Prints name, shape, typical and worst instructions per element, and both stacks, for all losses together at opt-level 3. If a call was
# seen to take more stack than its code can, the code was misread.
together() {
    BOARD=${2#*-} cargo build --quiet --release --bin resources --target "$1"
    cp "$target/$1/release/resources" "$3"
    qemu-system-arm -machine "$2" -nographic -semihosting-config enable=on,target=native -icount shift=6 \
        -kernel "$3" </dev/null | tail -n +2 >"$3.run"
    deepest "$3" "$(cut -d , -f 9 "$3.run" | tr '\n' ' ')" | paste -d , "$3.run" - |
        awk -F , -v OFS=, '$8 > $10 { print $1 " was seen to take more stack than its code can" > "/dev/stderr"; exit 1 }
            { print $1, $2, $6, $7, $10, $11 }'
}

# Prints the bytes of an image in flash.
size() { "$tools/llvm-objcopy" -O binary "$1" "$1.bin" && wc -c <"$1.bin"; }

# Prints name, bytes of flash and both stacks, for a loss alone in an image at opt-level s.
alone() {
    local image=$target/$1/small/flash empty loss
    LOSS=none cargo build --quiet --profile small --bin flash --target "$1"
    empty=$(size "$image")
    while read -r loss; do
        LOSS=$loss cargo build --quiet --profile small --bin flash --target "$1"
        echo "$loss,$(($(size "$image") - empty)),$(deepest "$image" "")"
    done
}

# The losses that have a digest, without two that pass their rows on (an Elbo to its two losses, a SequenceLogProbability to a
# softmax) and without settings that are only digested, whose names have a comma. Any other that is not measured fails below.
cut -d ' ' -f 2- ../../tests/digests/libm.txt | grep -vxE 'math|Elbo|SequenceLogProbability|.*,.*' >"$scratch/losses"

jobs=()
for core in M4F:thumbv7em-none-eabihf:mps2-an386 M0:thumbv6m-none-eabi:mps2-an385; do
    IFS=: read -r core triple machine <<<"$core"
    export BOARD=${machine#*-}
    { together "$triple" "$machine" "$scratch/$core" && LOSS=variants together "$triple" "$machine" "$scratch/$core.variants"; } \
        >"$scratch/$core.together" &
    jobs+=($!)
    alone "$triple" <"$scratch/losses" >"$scratch/$core.alone"
done
for job in "${jobs[@]}"; do wait "$job"; done

# The table has a line for each loss, in the order of the digests.
awk -F , -v budget=$budget '
    FILENAME ~ /losses$/ { order[++n] = $0; next }
    { core = FILENAME; gsub(/.*\/|\..*/, "", core) }
    FILENAME ~ /together$/ { shape[$1] = $2; typical[core, $1] = $3; worst[core, $1] = $4; fast[core, $1] = $5; own[core, $1, 2] = $6 }
    FILENAME ~ /alone$/ { flash[core, $1] = $2; small[core, $1] = $3; own[core, $1, 1] = $4 }
    function bytes(core, loss) {
        if (flash[core, loss] <= 0 || small[core, loss] == "" || fast[core, loss] == "") {
            print "not measured: " loss " on " core > "/dev/stderr"
            exit 1
        }
        above += (small[core, loss] > budget) + (fast[core, loss] > budget)
        above_alone += (own[core, loss, 1] > budget) + (own[core, loss, 2] > budget)
        if (own[core, loss, 1] > budget) names[loss] = 1
        if (small[core, loss] - own[core, loss, 1] > soft) soft = small[core, loss] - own[core, loss, 1]
        if (fast[core, loss] - own[core, loss, 2] > soft) soft = fast[core, loss] - own[core, loss, 2]
        return " | " flash[core, loss] " | " small[core, loss] " | " fast[core, loss] " | " typical[core, loss] " | " worst[core, loss]
    }
    END {
        print "| | | M4F | | | | | M0 | | | | |"
        print "|---|---|---|---|---|---|---|---|---|---|---|---|"
        print "| loss | shape | flash | stack, `s` | stack, 3 | typical | worst | flash | stack, `s` | stack, 3 | typical | worst |"
        for (i = 1; i <= n; i++) print "| " order[i] " | " shape[order[i]] bytes("M4F", order[i]) bytes("M0", order[i]) " |"
        print ""
        for (i = 1; i <= n; i++) if (order[i] in names) deep = deep (deep == "" ? "" : ", ") order[i]
        print above + 0 " of the " 4 * n " stacks are deeper than " budget " bytes. Up to " soft \
            " bytes of one are the compiler\047s own functions, soft-float and memcpy, which the crate cannot change; without them " \
            above_alone + 0 " are deeper, at opt-level s those of " deep ". Compiled by " compiler "."
    }' compiler="$(rustc --version | cut -d ' ' -f 1-2)" "$scratch/losses" "$scratch"/*.together "$scratch"/*.alone >"$scratch/table"

begin='<!-- resources.sh writes from here -->' end='<!-- to here -->'
sed -n "/$begin/,/$end/p" README.md | sed '1d;$d' >"$scratch/written"
# Prints how many stacks of the losses in the table are deeper.
deep() {
    awk -F ' *[|] *' -v budget=$budget 'NR == FNR { if (/^[|] [A-Z]/) known[$2]; next }
        /^[|] [A-Z]/ && $2 in known { n += ($5 > budget) + ($6 > budget) + ($10 > budget) + ($11 > budget) }
        END { print n + 0 }' "$scratch/written" "$1"
}
compiler() { sed -n 's/.*Compiled by //p' "$1"; }

before=$(deep "$scratch/written") now=$(deep "$scratch/table")
if [ "$(compiler "$scratch/written")" = "$(compiler "$scratch/table")" ] && [ "$now" -gt "$before" ]; then
    echo "$now stacks of the table's losses are deeper than $budget bytes, where $before were" >&2
    diff "$scratch/written" "$scratch/table" >&2 || true
    exit 1
fi
if [ "${1:-}" = --write ]; then
    sed -i -e "/$begin/,/$end/{/$begin/r $scratch/table" -e "/$begin/b;/$end/b;d}" README.md
else
    # Bytes are exact. Instructions come from a timer's ticks, which an emulator rounds now up and now down: figures that differ by 0.1
    # count as the same. Another compiler makes other code, which may be 5 % above the table.
    same=$([ "$(compiler "$scratch/written")" = "$(compiler "$scratch/table")" ] && echo 1 || echo 0)
    awk -F ' *[|] *' -v same="$same" 'NR == FNR { line[$2] = $0; next }
        function differs(is, was) { return same ? (is ~ /[.]/ ? (is - was) ^ 2 > 0.11 ^ 2 : is != was) : is > 1.05 * was + 8 }
        /^[|] [A-Z]/ { n = split(line[$2], was, FS)
            if (n != NF) { print "no line of " $2; failed = 1 }
            for (i = 4; i < NF; i++) if (differs($i, was[i])) { print $2 ": " $i " instead of " was[i]; failed = 1 }
            delete line[$2] }
        END { for (name in line) if (line[name] ~ /^[|] [A-Z]/) { print "measured no more: " name; failed = 1 }
            exit failed }' "$scratch/written" "$scratch/table" >&2 ||
        { echo "README.md has other figures: $0 --write" >&2; exit 1; }
fi
echo "flash, stack and instructions of $(wc -l <"$scratch/losses") losses are those of the table"
