#!/usr/bin/env bash
# Checks that the images for the boards link, each at its chip's addresses. Decodes the log of the emulated core, and checks that one
# value of every public type reads as `Debug` prints it, and that the training computes the host's bits. Nothing here has run on silicon.
set -euo pipefail
cd "$(dirname "$0")"
command -v defmt-print >/dev/null || { echo 'defmt-print is missing: cargo install --locked defmt-print' >&2; exit 1; }
host=$(rustc -vV | sed -n 's/^host: //p')
tools=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-nm -print -quit)")
[ -x "$tools/llvm-readobj" ] || { echo 'llvm-readobj is missing: rustup component add llvm-tools' >&2; exit 1; }
fail() { echo "$*" >&2; exit 1; }
# One directory with the starters, which need the same packages.
built=${CARGO_TARGET_DIR:-$PWD/../starter/target}
# Clippy looks at this package while it is compiled, and has nothing to say.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver
build() { said=$(cargo build --target-dir "$built" --quiet "$@" 2>&1) && [ -z "$said" ] || fail "$said"; }

# Each line: board, target, the addresses of the vectors and the memory, and a section that the boot ROM looks for.
while read -r board target vectors ram boot; do
    build --release --bin train --config "boards/$board/config.toml"
    image=$built/$target/release/train
    sections=$("$tools/llvm-readobj" --sections --elf-output-style=GNU "$image")
    grep -Eq " \.vector_table +PROGBITS +$vectors " <<<"$sections" || fail "$board: no vectors at $vectors"
    [ -z "$boot" ] || grep -Eq " ${boot%=*} +PROGBITS +${boot#*=} " <<<"$sections" || fail "$board: no ${boot%=*} at ${boot#*=}"
    log=$("$tools/llvm-nm" "$image" | sed -n 's/ [DB] _SEGGER_RTT$//p')
    [ "${log:0:3}" = "${ram:0:3}" ] || fail "$board: the log's control block is at ${log:-no address}, outside the memory"
    boards=$((${boards:-0} + 1))
done <<'END'
stm32f4  thumbv7em-none-eabihf     08000000 20000000
nrf52840 thumbv7em-none-eabihf     00000000 20000000
microbit thumbv7em-none-eabihf     00000000 20000000
rp2040   thumbv6m-none-eabi        10000100 20000000 .boot2=10000000
rp2350   thumbv8m.main-none-eabihf 10000000 20000000 .start_block=10000114
END

# `Debug` also prints the type parameter of `PhantomData`; defmt does not.
build --bin formats --target "$host"
build --release --bins
expected=$(cargo run --target-dir "$built" --quiet --bin formats --target "$host" | sed 's/PhantomData<[^>]*>/PhantomData/')
decoded=$(cargo run --target-dir "$built" --quiet --release --bin formats -- --log-format '{s}')
diff <(echo "$expected") <(echo "$decoded") || fail 'the log decodes to other lines than Debug'
# The registry brings the losses: their names stand in what is logged.
listed=$(echo "$expected"; sed -n '/^macro_rules! log_errors/,$p' src/bin/formats.rs)
for type in $(grep -rhA3 'derive(defmt::Format)' ../../src | sed -nE 's/^pub (struct|enum) (\w+).*/\2/p'); do
    grep -qw "$type" <<<"$listed" || fail "formats.rs logs no $type"
done

log=$(cargo run --target-dir "$built" --quiet --release -- --log-format '{L} {s}')
tail -n 3 <<<"$log"
last=$(sed -n 's/^INFO  *held-out loss .*, bits //p' <<<"$log" | tail -n 1)
digits=$(unset RUSTC_WORKSPACE_WRAPPER; cd ../.. && cargo run --quiet --release --example digits -- --steps 132 | sed -n 's/^final loss bits: //p')
[ "$last" = "$digits" ] || fail "the host arrives at ${digits:-nothing}, the emulated core at ${last:-nothing}"
grep -Exq 'WARN  *a label of 10: Err\(Label \{ row: 0, label: 10, classes: 10 \}\)' <<<"$log" || fail 'the log shows no refusal'
echo "$(wc -l <<<"$decoded") values logged and decoded as Debug prints them; the host's bits; $boards boards' images link"
