//! Prints text through semihosting, on the console of the emulator or the debug probe.

use core::fmt::Write;
use cortex_m_semihosting::{debug, hio};

/// Prints text.
pub fn print(text: &str) {
    if let Ok(mut out) = hio::hstdout() {
        // The program goes on even if the console has gone away.
        let _ = out.write_str(text);
    }
}

/// Prints a number.
pub fn print_number(number: u32) {
    print_digits(number, 10, 1);
}

/// Prints a number with one decimal. The argument is ten times the number.
pub fn print_tenths(tenths: u32) {
    print_number(tenths / 10);
    print(".");
    print_number(tenths % 10);
}

/// Prints `0x` and eight hexadecimal digits.
pub fn print_hex(number: u32) {
    print("0x");
    print_digits(number, 16, 8);
}

fn print_digits(mut number: u32, base: u32, least: usize) {
    let mut text = [b'0'; 10];
    let mut first = text.len();
    for (at, digit) in text.iter_mut().enumerate().rev() {
        *digit = b"0123456789ABCDEF".get((number % base) as usize).copied().unwrap_or(b'?');
        number /= base;
        first = at;
        if number == 0 && 10 - at >= least {
            break;
        }
    }
    print(text.get(first..).and_then(|text| core::str::from_utf8(text).ok()).unwrap_or("?"));
}

/// Ends the emulation.
pub fn exit(success: bool) -> ! {
    debug::exit(if success { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {
        cortex_m::asm::wfi();
    }
}
