//! Calls every function of the crate. A panic anywhere in this image would keep it from linking.
#![no_std]
#![no_main]

#[path = "../../../../tests/no_panic/src/calls.rs"]
mod calls;
#[path = "../../../../tests/no_panic/src/inputs.rs"]
mod inputs;

use core::hint::black_box;
use inputs::{Draw, Store};
use microloss_riscv::console;
use panic_never as _;

/// Rounds of inputs for each function.
const ROUNDS: usize = 8;

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    let mut draw = Draw(black_box(0x2545_F491));
    let mut store = Store::new(&mut draw);
    let mut called = 0;
    for (_, function) in calls::CALLS.iter().copied().flatten().copied().flatten() {
        for _ in 0..ROUNDS {
            called += usize::from(store.call(&mut draw, *function).is_some());
        }
    }
    console::exit(called > 0)
}
