#!/usr/bin/env bash
# Checks that the generated files are up to date; that every face computes Rust's bits and refuses bad arguments, and that the C program
# trains: as C99 and as C++11, on this machine and on an emulated Cortex-M4F, with the same output; and that the image holds no panic,
# formatting or allocator of Rust.
set -euo pipefail
cd "$(dirname "$0")"
target=thumbv7em-none-eabihf
out=${CARGO_TARGET_DIR:-target}
# Without the contraction, C++ too computes its own products and sums in two steps, as on every other machine.
flags=(-O2 -ffp-contract=off -Wall -Wextra -Wpedantic -Werror -Iinclude -Ic)
sanitize=(-g -fsanitize=address,undefined -fno-sanitize-recover)
machine=(-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16)

cargo run --quiet --example generate check

cargo build --quiet --release
cargo build --quiet --release --target "$target"
arm-none-eabi-gcc -std=c99 "${flags[@]}" "${machine[@]}" -Wno-pedantic -c c/startup.c -o "$out/startup.o"

# The program's output on this machine and on the emulated one, which must be the same.
for program in every_face train; do
    for language in "c -std=c99" "c++ -std=c++11"; do
        read -ra language <<<"-x $language"
        cc "${language[@]}" "${flags[@]}" "${sanitize[@]}" "c/$program.c" -x none "$out/release/libmicroloss_c.a" -lm -o "$out/$program"
        host=$("$out/$program")
        arm-none-eabi-gcc "${language[@]}" "${flags[@]}" "${machine[@]}" -ffunction-sections -fdata-sections \
            -fno-exceptions --specs=rdimon.specs -Tc/board.ld -Wl,--gc-sections,--no-warn-execstack \
            "c/$program.c" -x none "$out/startup.o" "$out/$target/release/libmicroloss_c.a" -lm -o "$out/$program.elf"
        board=$(timeout 60 qemu-system-arm -machine mps2-an386 -nographic -semihosting-config enable=on,target=native \
            -kernel "$out/$program.elf" </dev/null) || { echo "$board" >&2; exit 1; }
        if [ "$board" != "$host" ]; then
            printf '%s\nthis machine arrives elsewhere:\n%s\n' "$board" "$host" >&2
            exit 1
        fi
    done
    echo "$board"
    symbols=$(arm-none-eabi-nm --demangle "$out/$program.elf")
    grep -q ' T microloss_huber$' <<<"$symbols" || { echo 'the image shows no function of the library' >&2; exit 1; }
    if grep -E 'core::panicking|core::fmt|__rust_alloc' <<<"$symbols"; then
        echo 'the image holds what it must not' >&2
        exit 1
    fi
done
echo 'generated files up to date; the same lines as C99 and C++11, here and on the emulated core; no panic, formatting or allocator of Rust'
