//! Prints the instructions and the stack of every loss, one line for each:
//! `loss,shape,core,back end,opt-level,instructions per element,the most,stack,address`.
//!
//! "The most" is the maximum over rows of extreme inputs, with infinities and NaN. The address is that of the code, for programs that
//! read the image. `LOSS=variants` during the build selects the losses that are another's variant.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::batch::{Batch, Cost, print_subject};
use microloss_firmware::subjects::{self, Inputs, Measure, Shape, Subject};
use microloss_firmware::{console, counter, losses::Draw};

/// Numbers in a batch, for example 32 rows of 10.
const ELEMENTS: usize = 320;
/// Batches in the search for the worst case.
const SEARCH: u32 = 64;

struct Resources;

impl Measure for Resources {
    const ONLY: Option<&'static str> = option_env!("LOSS");

    fn measure<P: Shape, T: Copy>(&mut self, subject: &Subject<P, T>) {
        let rows = Batch::<P, T, ELEMENTS>::rows_of(ELEMENTS);
        let mut batch = Batch::<P, T, ELEMENTS>::new(subject, &mut Inputs::ordinary());
        let typical = batch.cost(rows, subject);
        let most = typical.max(search(&mut batch, rows, subject));
        print_subject(subject, rows);
        console::print_tenths(typical.tenths);
        console::print(",");
        console::print_tenths(most.tenths);
        console::print(",");
        console::print_number(most.stack);
        console::print(",");
        console::print_hex(subject.call as usize as u32 & !1);
        console::print("\n");
    }
}

/// Searches for the highest cost among extreme inputs.
///
/// A row costs most among rows like it, so one row fills the batch. Rows are drawn, or are the costliest row so far with one number or
/// the target drawn again. Every fourth batch has different rows, for losses that compare rows.
fn search<P: Shape, T: Copy>(
    batch: &mut Batch<P, T, ELEMENTS>,
    rows: usize,
    subject: &Subject<P, T>,
) -> Cost {
    let (mut most, mut costliest) = (Cost::default(), None);
    for seed in 0..SEARCH {
        let mut inputs = Inputs::extreme(seed);
        if seed % 4 == 3 {
            batch.draw(rows, subject, &mut inputs);
            most = most.max(batch.cost(rows, subject));
            continue;
        }
        let (mut row, mut target) = ((subject.row)(&mut inputs), (subject.target)(&mut inputs));
        if let (1, Some((best, its_target, _))) = (seed % 2, costliest) {
            row = best;
            let elements = row.elements_mut();
            let at = inputs.below(elements.len() + 1);
            if let Some(element) = elements.get_mut(at) {
                (*element, target) = (inputs.number(), its_target);
            }
        }
        batch.repeat(rows, row, target);
        let cost = batch.cost(rows, subject);
        if costliest.is_none_or(|(_, _, tenths)| cost.tenths > tenths) {
            costliest = Some((row, target, cost.tenths));
        }
        most = most.max(cost);
    }
    most
}

#[entry]
fn main() -> ! {
    counter::start();
    console::print("loss,shape,core,back end,opt-level,instructions per element,the most,stack,address\n");
    subjects::each(&mut Resources);
    console::exit(true)
}
