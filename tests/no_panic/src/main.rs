//! Calls every function of the crate, and prints their names.

mod calls;
mod inputs;

use inputs::{Draw, Store};

/// Rounds of inputs for each function.
const ROUNDS: usize = 60;

fn main() {
    let mut draw = Draw(0x2545_F491);
    let mut store = Store::new(&mut draw);
    for (name, function) in calls::CALLS.iter().copied().flatten().copied().flatten() {
        let called = (0..ROUNDS).filter(|_| store.call(&mut draw, *function).is_some()).count();
        assert!(called > 0, "{name}: no inputs make its arguments");
        println!("{name}");
    }
}
