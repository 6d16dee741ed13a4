#!/usr/bin/env bash
# Checks that each starter builds without a warning, with what its chip looks for at its address, and in fewer than 120 lines, and that
# all of them train with the same files. The emulated ones must learn. The README has
# the instructions that are counted. None of the others has run on silicon.
set -euo pipefail
cd "$(dirname "$0")"
command -v defmt-print >/dev/null || { echo 'defmt-print is missing: cargo install --locked defmt-print' >&2; exit 1; }
tools=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-nm -print -quit)")
[ -x "$tools/llvm-readobj" ] || { echo 'llvm-readobj is missing: rustup component add llvm-tools' >&2; exit 1; }
fail() { echo "$*" >&2; exit 1; }
# Reads lines of the README, and then what they should be. A number may differ by a twentieth: paths are in an image, too.
near() {
    awk 'NR == FNR { told[NR] = $0; lines = NR; next }
        { n = split(told[FNR], old); bad += split($0, new) != n
          for (i = 1; i <= n; i++) bad += old[i] != new[i] && !(new[i] >= 0.95 * old[i] && new[i] <= 1.05 * old[i] && new[i] + 0 > 0) }
        END { exit bad > 0 || FNR != lines }' "$1" "$2"
}
# One directory for all, so that a dependency is compiled once for a target.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
# Clippy looks at a starter while it is compiled, and has nothing to say.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver

# Each line: folder, target, and sections with their addresses: vectors, boot loader, or a block that the boot ROM looks for.
while read -r starter target places; do
    cd "$starter"
    cargo fmt --check
    said=$(cargo build --quiet --release --target "$target" 2>&1) && [ -z "$said" ] || fail "$starter: $said"

    lines=$(cat src/*.rs | grep -vcE '^ *(//|$)')
    if [ "$starter" != last-layer ]; then
        ((lines < 120)) || fail "$starter: $lines lines"
        for file in learn sensor size; do
            [ ! -e "src/$file.rs" ] || cmp "src/$file.rs" "../qemu/src/$file.rs"
        done
    fi

    image=$CARGO_TARGET_DIR/$target/release/starter-$starter
    sections=$("$tools/llvm-readobj" --sections --elf-output-style=GNU "$image")
    for place in $places; do
        grep -Eq " ${place%=*} +PROGBITS +${place#*=} " <<<"$sections" || fail "$starter: no ${place%=*} at ${place#*=}"
    done
    sizes+=$(awk -v name="$starter, ${target%%-*}" -v lines="$lines" '
        function hex(text,  i, n) { for (i = 1; i <= length(text); i++) n = 16 * n + index("0123456789abcdef", substr(text, i, 1)) - 1; return n }
        sub(/^ *\[ *[0-9]+\] /, "") {
            if ($2 == "PROGBITS" && $7 ~ /A/ && $1 !~ /uninit/) flash += hex($5)
            # An ESP32 runs its interrupts from memory.
            if ($1 ~ /^\.(data|bss|uninit|noinit|trap|rwtext)/) memory += hex($5)
        }
        END { print name ": " flash " bytes of flash, " memory " of memory, " lines " lines" }' <<<"$sections")$'\n'

    # The debugger must know the image and the chip.
    chip=$(sed -n "/^\[target\.'*${target}/,/^runner/s/.*--chip \(.*\)\"/\1/p" .cargo/config.toml)
    if [ -n "$chip" ]; then
        known=$(jq -r '.configurations[] | .chip, .coreConfigs[0].programBinary' .vscode/launch.json; cat Embed.toml)
        for words in "$chip" "chip = \"$chip\"" "target/$target/release/starter-$starter"; do
            grep -Fxq "$words" <<<"$known" || fail "$starter: no $words in launch.json or Embed.toml"
        done
    fi
    cd ..
done <<'END'
qemu         thumbv7em-none-eabihf        .vector_table=00000000
last-layer   thumbv7em-none-eabihf        .vector_table=00000000
embassy-nrf  thumbv7em-none-eabihf        .vector_table=00000000
rtic-stm32f4 thumbv7em-none-eabihf        .vector_table=08000000
embassy-rp   thumbv6m-none-eabi           .vector_table=10000100 .boot2=10000000
embassy-rp   thumbv8m.main-none-eabihf    .vector_table=10000000 .start_block=10000114
rp2350-riscv riscv32imac-unknown-none-elf .start_block=10000000 .text=10000100
esp32c3      riscv32imc-unknown-none-elf  .flash.appdesc=3c000020
END

echo "$sizes"
near <(grep -E '^[a-z0-9-]+, .* bytes of flash' README.md) <(printf %s "$sizes") || fail 'README.md has other sizes'

for starter in qemu last-layer; do
    (cd $starter && cargo run --quiet --release | tail -n 2)
done

(cd measure && cargo fmt --check)
counts=$(measure/run.sh)
echo "$counts"
near <(grep -E '^\| (M0|M4F|M33|RISC-V) \|' README.md) <(echo "$counts") || fail 'README.md has other counts of instructions'
