#!/usr/bin/env bash
# Proves with the linker that no public function panics, whatever its arguments, on the host and in firmware.
#
# On the host every function of `src/calls.rs` is wrapped in `#[no_panic]`; in firmware the same list links with `panic-never`. Both
# are built at opt-levels 3 and s. One function that can panic must fail to link, otherwise the check proves nothing. The list is
# complete: rustdoc finds no public function that it lacks. It leaves out the functions of `may_panic.txt`, which refuse a constant and
# have a `try_` twin for values known at run time, and functions that format (`Debug`, `Display`, `defmt::Format`) or are derived
# (`Clone`, `PartialEq`).
#
# Without arguments it takes four minutes: features that include the others, and each opt-level with one back end. With `full` it builds
# every set of features at every opt-level, and adds the soft-float Cortex-M4 and a RISC-V with atomics.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")"
examples=../../examples
# This board has room for all functions at once, also in a Cortex-M0's code.
export BOARD=an385

fail() { printf '%s\n' "$*" >&2; exit 1; }

# Prints the public functions that rustdoc finds: `function`, `Type::function`, `Type as Trait::function`. `Default` is the only foreign
# trait.
public() {
    jq -r "$1"'
        .index as $index | .paths as $paths
        | def kept: .inner.function and (((.docs // "") | contains("# Panics")) == $panics);
        def owner: .primitive // (.resolved_path.path // empty | sub(".*::"; "")) // (if .array then "array" else empty end);
        (.index[] | select(.crate_id == 0 and kept and $paths[.id | tostring]) | .name),
        (.index[] | select(.crate_id == 0) | .inner.impl | select(. and (.is_synthetic | not))
            | (.for | owner) as $owner
            | if .trait == null then
                .items[] | $index[tostring] | select(kept and .visibility == "public") | "\($owner)::\(.name)"
              elif $paths[.trait.id | tostring].crate_id == 0 or .trait.path == "Default" then
                " as \(.trait.path)::" as $trait
                | ((.items[] | $index[tostring] | select(kept) | .name),
                    (if $panics then empty else .provided_trait_methods[] end))
                | "\($owner)\($trait)\(.)"
              else empty end)' target/api/doc/microloss.json | any_loss | sort -u
}

# The methods of `AnyTarget` call those of `Loss`, so any loss stands for all.
any_loss() { sed 's/^.* as AnyTarget::/AnyTarget::/'; }

complete() {
    command -v jq >/dev/null || fail 'jq is missing'
    (cd ../.. && RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=tests/no_panic/target/api \
        cargo rustdoc --quiet --lib --features heapless -- -Z unstable-options --output-format json)
    local missing panicking
    # This build has overflow checks instead of the proof: an overflow that wraps in a release build panics here.
    cargo build --quiet --features micromath,heapless
    target/debug/microloss-no-panic | any_loss | sort -u >target/called
    missing=$(public 'false as $panics | ' | comm -23 - target/called)
    [ -z "$missing" ] || fail "not called in tests/no_panic/src/calls.rs:"$'\n'"$missing"
    panicking=$(public 'true as $panics | ')
    diff <(sort may_panic.txt) <(echo "$panicking") >&2 || fail 'may_panic.txt (<) is not what is documented to panic (>)'
    missing=$(sed -E 's/::(with_|from_|conservative|robust|soft_with_|new)/::try_\1/' may_panic.txt | sort | comm -23 - target/called)
    [ -z "$missing" ] || fail "without a try_ twin:"$'\n'"$missing"
    echo "$(wc -l <target/called) names, all public functions but $(wc -l <may_panic.txt) constructors: no overflow either"
}

# Runs a build that must fail with this message.
refused() {
    local log
    if log=$("${@:2}" 2>&1); then fail "the negative control links: ${*:2}"; fi
    grep -q "$1" <<<"$log" || fail "the negative control fails otherwise: $log"
}

host() {
    local profile=$1 features
    for features in "${@:2}"; do
        cargo build --quiet --profile "$profile" --features "$features"
        "target/$profile/microloss-no-panic" >/dev/null
        echo "host, $profile, ${features:-default}: nothing panics"
    done
    refused 'detected panic in function `index`' cargo build --quiet --profile "$profile" --features negative_control
}

# These symbols must not be in an image: panics, formatting, an allocator, arithmetic in f64 under the names of Arm and of GCC.
forbidden='panicking|panic_|rust_panic|rust_begin_unwind|core::fmt|::fmt::|__rust_(no_)?(re|de|z)?alloc|__rg_'
forbidden="$forbidden|__aeabi_c?d[a-z0-9]+|__aeabi_[a-z]+2d\$|__[a-z]*df[a-z]*[0-9]?\$"

# Prints the symbols of an image, without the hashes.
symbols() { "$nm" --demangle "$1" | cut -d ' ' -f 3- | sed -E 's/::h[0-9a-f]{16}$//' | grep -Ev '^\$[atdx]'; }

image() {
    local target=$1 profile=$2 features symbols nm
    nm=$(find "$(rustc --print sysroot)" -name llvm-nm -print -quit)
    [ -x "$nm" ] || fail 'llvm-nm is missing: rustup component add llvm-tools'
    case $target in
    riscv*) cd "$examples/riscv" ;;
    *) cd "$examples/firmware" ;;
    esac
    for features in "${@:3}"; do
        cargo build --quiet --profile "$profile" --bin every_function --target "$target" --features "no_panic,$features"
        symbols=$(symbols "${CARGO_TARGET_DIR:-target}/$target/$profile/every_function")
        grep -q '^microloss::' <<<"$symbols" || fail 'the image shows no symbol of the crate'
        if grep -E "$forbidden" <<<"$symbols" >&2; then fail "$target, $profile: the image holds what it must not"; fi
        echo "$target, $profile, ${features:-default}: links without a panic; no formatting, allocator or double in it"
    done
    refused 'at least one panicking branch' cargo build --quiet --profile "$profile" \
        --bin every_function --target "$target" --features negative_control
}

case ${1:-} in
complete | host | image) "$@" ;;
'' | full)
    # A pattern that finds nothing proves nothing.
    for name in core::panicking::panic core::fmt::write __rust_alloc __aeabi_dadd __aeabi_cdcmple __aeabi_f2d __aeabi_ul2d \
        __adddf3 __extendsfdf2 __fixunsdfsi __floatsidf __truncdfsf2; do
        grep -qE "$forbidden" <<<"$name" || fail "the pattern misses $name"
    done
    # Neighbouring jobs have different profiles, so that neither waits for the other.
    jobs='host release heapless branchless
host small micromath,heapless,defmt
image thumbv6m-none-eabi release heapless
image thumbv6m-none-eabi small heapless
image thumbv7em-none-eabihf release exact,heapless
image thumbv7em-none-eabihf small branchless,heapless
image riscv32imc-unknown-none-elf small heapless
image riscv32imafc-unknown-none-elf release heapless'
    if [ "${1:-}" = full ]; then
        jobs=$(for target in host thumbv6m-none-eabi thumbv7em-none-eabi thumbv7em-none-eabihf \
            riscv32imc-unknown-none-elf riscv32imac-unknown-none-elf riscv32imafc-unknown-none-elf; do
            for profile in release small; do
                job="image $target $profile" all=micromath,heapless
                if [ "$target" = host ]; then job="host $profile" all=$all,defmt; fi
                echo "$job '' micromath branchless exact heapless $all"
            done
        done)
    fi
    printf '%s\n' "$jobs" complete | xargs -P "$(nproc)" -L 1 "$PWD/check.sh"
    ;;
*) fail "usage: check.sh [full]" ;;
esac
