//! What every loss takes of time and stack, one line a loss:
//! `loss,shape,core,back end,opt-level,instructions per element,the most,stack,address`.
//!
//! The most is over rows of extreme inputs, infinities and NaN among them; the address is that of the code, for whoever
//! reads the image. `LOSS=variants`, while it is built, is for the losses that are another's variant.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::batch::{Batch, Cost, print_subject};
use microloss_firmware::subjects::{self, Inputs, Measure, Shape, Subject};
use microloss_firmware::{console, counter, losses::Draw};

/// Numbers of a batch; as rows, 32 of 10.
const ELEMENTS: usize = 320;
/// Batches among which the worst is sought.
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

/// The most that extreme inputs take.
///
/// A row costs most in the company of its like: it fills the batch. Rows are drawn, or are the costliest so far with a number or
/// the target drawn again; every fourth batch has different rows, for losses that compare them.
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
