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

# Each line: board, target, and the addresses of the vectors and the memory.
while read -r board target vectors ram; do
    cargo build --quiet --release --config "boards/$board/config.toml"
    image=${CARGO_TARGET_DIR:-target}/$target/release/train
    sections=$("$tools/llvm-readobj" --sections --elf-output-style=GNU "$image")
    grep -Eq " \.vector_table +PROGBITS +$vectors " <<<"$sections" || fail "$board: no vectors at $vectors"
    [ "$board" != rp2040 ] || grep -Eq ' \.boot2 +PROGBITS +10000000 [0-9a-f]+ 000100 ' <<<"$sections" \
        || fail "$board: no boot loader of 256 bytes at the start of the flash"
    log=$("$tools/llvm-nm" "$image" | sed -n 's/ [DB] _SEGGER_RTT$//p')
    [ "${log:0:3}" = "${ram:0:3}" ] || fail "$board: the log's control block is at ${log:-no address}, outside the memory"
done <<'END'
stm32f4  thumbv7em-none-eabihf 08000000 20000000
nrf52840 thumbv7em-none-eabihf 00000000 20000000
rp2040   thumbv6m-none-eabi    10000100 20000000
END

# `Debug` also prints the type parameter of `PhantomData`; defmt does not.
expected=$(cargo run --quiet --bin formats --target "$host" | sed 's/PhantomData<[^>]*>/PhantomData/')
decoded=$(cargo run --quiet --release --bin formats -- --log-format '{s}')
diff <(echo "$expected") <(echo "$decoded") || fail 'the log decodes to other lines than Debug'
# The registry brings the losses: their names stand in what is logged.
listed=$(echo "$expected"; sed -n '/^macro_rules! log_errors/,$p' src/bin/formats.rs)
for type in $(grep -rhA3 'derive(defmt::Format)' ../../src | sed -nE 's/^pub (struct|enum) (\w+).*/\2/p'); do
    grep -qw "$type" <<<"$listed" || fail "formats.rs logs no $type"
done

log=$(cargo run --quiet --release -- --log-format '{L} {s}')
tail -n 3 <<<"$log"
last=$(sed -n 's/^INFO  *held-out loss .*, bits //p' <<<"$log" | tail -n 1)
digits=$(cd ../.. && cargo run --quiet --release --example digits -- --steps 132 | sed -n 's/^final loss bits: //p')
[ "$last" = "$digits" ] || fail "the host arrives at ${digits:-nothing}, the emulated core at ${last:-nothing}"
grep -Exq 'WARN  *a label of 10: Err\(Label \{ row: 0, label: 10, classes: 10 \}\)' <<<"$log" || fail 'the log shows no refusal'
echo "$(wc -l <<<"$decoded") values logged and decoded as Debug prints them; the host's bits; three boards' images link"
