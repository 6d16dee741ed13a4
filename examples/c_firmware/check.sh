#!/usr/bin/env bash
# Checks that the generated files are up to date; that every face computes Rust's bits and refuses bad arguments, and that the C program
# trains: as C99 and as C++11, on this machine, on an emulated Cortex-M4F and with the code of a Cortex-M0, with the same output; and that
# the images hold no panic, formatting or allocator of Rust.
set -euo pipefail
cd "$(dirname "$0")"
out=${CARGO_TARGET_DIR:-target}
# Without the contraction, C++ too computes its own products and sums in two steps, as on every other machine.
flags=(-O2 -ffp-contract=off -Wall -Wextra -Wpedantic -Werror -Iinclude -Ic)
sanitize=(-g -fsanitize=address,undefined -fno-sanitize-recover)

cargo run --quiet --example generate check

# The output of a program (name, language …) on this machine.
here() {
    cc -x "${@:2}" "${flags[@]}" "${sanitize[@]}" "c/$1.c" -x none "$out/release/libmicroloss_c.a" -lm -o "$out/$1"
    "$out/$1"
}

# The output of a program (Rust's target, QEMU's board, the core's flags, name, language …) on an emulated board.
there() {
    local target=$1 board=$2 core name=$4
    read -ra core <<<"$3 -mthumb"
    local image=$out/$name.elf
    arm-none-eabi-gcc -std=c99 "${flags[@]}" "${core[@]}" -Wno-pedantic -c c/startup.c -o "$out/startup.o"
    arm-none-eabi-gcc -x "${@:5}" "${flags[@]}" "${core[@]}" -ffunction-sections -fdata-sections -fno-exceptions \
        --specs=rdimon.specs -Tc/board.ld -Wl,--gc-sections,--no-warn-execstack \
        "c/$name.c" -x none "$out/startup.o" "$out/$target/release/libmicroloss_c.a" -lm -o "$image"
    timeout 60 qemu-system-arm -machine "$board" -nographic -semihosting-config enable=on,target=native -kernel "$image" </dev/null
    local symbols
    symbols=$(arm-none-eabi-nm --demangle "$image")
    grep -q ' T microloss_huber$' <<<"$symbols" || { echo 'the image shows no function of the library' >&2; exit 1; }
    if grep -E 'core::panicking|core::fmt|__rust_alloc' <<<"$symbols"; then
        echo 'the image holds what it must not' >&2
        exit 1
    fi
}

# Requires the same output there as here.
same() {
    local output
    output=$(there "$@") || { echo "$output" >&2; exit 1; }
    if [ "$output" != "$expected" ]; then
        printf '%s\nthis machine arrives elsewhere:\n%s\n' "$output" "$expected" >&2
        exit 1
    fi
}

m4f=(thumbv7em-none-eabihf mps2-an386 "-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16")
# A board with a Cortex-M3, which runs the code of an M0, has the memory for all faces.
m0=(thumbv6m-none-eabi mps2-an385 "-mcpu=cortex-m0 -mfloat-abi=soft")

cargo build --quiet --release
cargo build --quiet --release --target "${m4f[0]}"
cargo build --quiet --release --target "${m0[0]}"
for program in every_face train; do
    expected=$(here "$program" c -std=c99)
    same "${m4f[@]}" "$program" c -std=c99
    same "${m4f[@]}" "$program" c++ -std=c++11
    same "${m0[@]}" "$program" c -std=c99
    [ "$(here "$program" c++ -std=c++11)" == "$expected" ]
    echo "$expected"
done
echo 'generated files up to date; the same lines as C99 and C++11, here and on emulated cores; no panic, formatting or allocator of Rust'
