//! An image that unwraps a result, with a panic handler that prints: the sentence of an error must not bring the formatting of floats.
//! `UNWRAP` is unset in an image that ends in the same way without a sentence, to compare with.
#![no_std]
#![no_main]

use core::fmt::Write;
use core::hint::black_box;
use core::panic::PanicInfo;
use cortex_m_rt::entry;
use cortex_m_semihosting::debug::{EXIT_FAILURE, EXIT_SUCCESS, exit};
use cortex_m_semihosting::hio;
use microloss::{Hinge, Loss, Reduction};

#[panic_handler]
fn panic(info: &PanicInfo<'_>) -> ! {
    if let Ok(mut out) = hio::hstdout() {
        // The message is lost if the console has gone away.
        let _ = writeln!(out, "{info}");
    }
    exit(EXIT_SUCCESS);
    loop {
        cortex_m::asm::wfi();
    }
}

#[entry]
fn main() -> ! {
    let (predictions, targets) = (black_box([0.5_f32, -2.0]), black_box([1.0_f32, 0.0]));
    let loss = Hinge::new().value(&predictions, &targets, Reduction::Mean);
    if option_env!("UNWRAP").is_some() {
        black_box(loss.unwrap());
    } else if let Ok(value) = loss {
        black_box(value);
    } else {
        panic!("the loss refused its input");
    }
    exit(EXIT_FAILURE);
    loop {
        cortex_m::asm::wfi();
    }
}
