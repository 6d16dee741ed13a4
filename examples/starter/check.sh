#!/usr/bin/env bash
# Checks that each starter builds without a warning, at the addresses of its chip and in fewer than 120 lines, and that all of them
# train with the same files. The emulated one must learn. None of the others has run on silicon.
set -euo pipefail
cd "$(dirname "$0")"
command -v defmt-print >/dev/null || { echo 'defmt-print is missing: cargo install --locked defmt-print' >&2; exit 1; }
tools=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-nm -print -quit)")
[ -x "$tools/llvm-readobj" ] || { echo 'llvm-readobj is missing: rustup component add llvm-tools' >&2; exit 1; }
fail() { echo "$*" >&2; exit 1; }
# One directory for all, so that a dependency is compiled once for a target.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}

# Each line: folder, target, the address of its vectors, and a section that its boot ROM looks for.
while read -r starter target vectors section; do
    cd "$starter"
    cargo fmt --check
    # Clippy looks at this package while it is compiled.
    said=$(RUSTC_WORKSPACE_WRAPPER=clippy-driver cargo build --quiet --release --target "$target" 2>&1) && [ -z "$said" ] \
        || fail "$starter: $said"
    for file in learn sensor size; do
        cmp "src/$file.rs" "../qemu/src/$file.rs"
    done
    lines=$(cat src/*.rs | grep -vcE '^ *(//|$)')
    ((lines < 120)) || fail "$starter: $lines lines"

    image=$CARGO_TARGET_DIR/$target/release/starter-$starter
    sections=$("$tools/llvm-readobj" --sections --elf-output-style=GNU "$image")
    grep -Eq " \.vector_table +PROGBITS +$vectors " <<<"$sections" || fail "$starter: no vectors at $vectors"
    [ -z "$section" ] || grep -Eq " \.$section " <<<"$sections" || fail "$starter: no section of $section"
    # The debugger must know the image and the chip.
    launch=$(jq -r '.configurations[] | .chip // .machine, (.coreConfigs[0].programBinary // .executable)' .vscode/launch.json)
    grep -Fxq "target/$target/release/starter-$starter" <<<"$launch" || fail "$starter: launch.json has no $target"
    chip=$(sed -n "/^\[target\.'*${target}/,/^runner/s/.*--chip \(.*\)\"/\1/p" .cargo/config.toml)
    [ -z "$chip" ] || { grep -Fxq "$chip" <<<"$launch" && grep -Fxq "chip = \"$chip\"" Embed.toml; } || fail "$starter: other chips than $chip"
    "$tools/llvm-size" "$image" | awk -v name="$starter, $target" 'END { print name ": " $1 + $2 " bytes of flash, " $2 + $3 " of memory, '"$lines"' lines" }'
    cd ..
done <<'END'
qemu         thumbv7em-none-eabihf     00000000
embassy-nrf  thumbv7em-none-eabihf     00000000
rtic-stm32f4 thumbv7em-none-eabihf     08000000
embassy-rp   thumbv6m-none-eabi        10000100 boot2
embassy-rp   thumbv8m.main-none-eabihf 10000000 start_block
END

cd qemu
cargo run --quiet --release
