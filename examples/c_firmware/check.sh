#!/usr/bin/env bash
# Checks that the header is up to date; that the C program trains, and that the library refuses what it should, on this machine and on
# an emulated Cortex-M4F, with the same bits; and that the image holds no formatting code of Rust and no allocator.
set -euo pipefail
cd "$(dirname "$0")"
target=thumbv7em-none-eabihf
out=${CARGO_TARGET_DIR:-target}
flags=(-std=c11 -O2 -Wall -Wextra -Wpedantic -Werror -Iinclude)

cargo run --quiet --example header | diff include/microloss.h - \
    || { echo 'include/microloss.h is stale: cargo run --example header > include/microloss.h' >&2; exit 1; }

cargo build --quiet --release
cc "${flags[@]}" -g -fsanitize=address,undefined -fno-sanitize-recover c/train.c "$out/release/libmicroloss_c.a" -lm -o "$out/train"
host=$("$out/train")
c++ -fsyntax-only -Wall -Iinclude -x c++ include/microloss.h

cargo build --quiet --release --target "$target"
arm-none-eabi-gcc "${flags[@]}" -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16 -ffunction-sections -fdata-sections \
    --specs=rdimon.specs -Tc/board.ld -Wl,--gc-sections,--no-warn-execstack \
    c/train.c c/startup.c "$out/$target/release/libmicroloss_c.a" -o "$out/train.elf"
board=$(timeout 60 qemu-system-arm -machine mps2-an386 -nographic -semihosting-config enable=on,target=native \
    -kernel "$out/train.elf" </dev/null)
echo "$board"
if [ "$board" != "$host" ]; then
    printf 'this machine arrives elsewhere:\n%s\n' "$host" >&2
    exit 1
fi

symbols=$(arm-none-eabi-nm --demangle "$out/train.elf")
grep -q ' T microloss_huber_value$' <<<"$symbols" || { echo 'the image shows no function of the library' >&2; exit 1; }
if grep -E 'core::panicking|core::fmt|__rust_alloc' <<<"$symbols"; then
    echo 'the image holds what it must not' >&2
    exit 1
fi
echo 'header up to date; the same lines on this machine and on the emulated core; no panic, formatting or allocator of Rust in the image'
