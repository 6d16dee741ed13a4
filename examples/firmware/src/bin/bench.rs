//! Prints the instructions per element of the fused value and gradient, one line for each loss:
//! `loss,shape,core,back end,opt-level,instructions per element`.
//!
//! Some losses are measured in three sizes. The cost of an element must not grow with the number of elements. It may grow in
//! proportion to the number of its candidates.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::batch::{Batch, print_subject};
use microloss_firmware::subjects::{self, Inputs, Measure, Shape, Subject};
use microloss_firmware::{console, counter, losses::Draw};

/// Numbers in a batch, for example 32 rows of 10.
const ELEMENTS: usize = 320;
/// Numbers in the largest batch.
const MOST: usize = 16 * ELEMENTS;
/// The losses that are measured in three sizes, each four times the one before.
const GROWING: [&str; 4] = ["SquaredError", "Huber", "SigmoidCrossEntropy", "SoftmaxCrossEntropy"];

struct Bench {
    grown: bool,
}

impl Measure for Bench {
    const ONLY: Option<&'static str> = None;

    fn measure<P: Shape, T: Copy>(&mut self, subject: &Subject<P, T>) {
        let rows = Batch::<P, T, ELEMENTS>::rows_of(ELEMENTS);
        if GROWING.contains(&subject.name) {
            self.sizes::<P, T, MOST>(subject, [rows, 4 * rows, 16 * rows], [1; 3]);
        } else {
            let mut batch = Batch::<P, T, ELEMENTS>::new(subject, &mut Inputs::ordinary());
            print(subject, rows, &mut batch);
        }
    }
}

impl Bench {
    /// Measures three sizes. `growth` is the factor by which the cost of an element may grow in each.
    fn sizes<P: Shape, T: Copy, const N: usize>(
        &mut self,
        subject: &Subject<P, T>,
        rows: [usize; 3],
        growth: [u32; 3],
    ) {
        let mut batch = Batch::<P, T, N>::new(subject, &mut Inputs::ordinary());
        // The larger batches repeat the rows of the smallest, because other rows would have other costs.
        batch.cycle(rows[0]);
        let mut least = u32::MAX;
        for (rows, growth) in rows.into_iter().zip(growth) {
            let tenths = print(subject, rows, &mut batch).checked_div(growth).unwrap_or(u32::MAX);
            // A thousandth more is allowed: without an FPU the cost of an addition depends on its numbers.
            if tenths > least.saturating_add(1 + least / 1000) {
                self.grown = true;
                console::print("the cost of an element grows\n");
            }
            least = least.min(tenths);
        }
    }
}

fn print<P: Shape, T: Copy, const N: usize>(
    subject: &Subject<P, T>,
    rows: usize,
    batch: &mut Batch<P, T, N>,
) -> u32 {
    let tenths = batch.cost(rows, subject).tenths;
    print_subject(subject, rows);
    console::print_tenths(tenths);
    console::print("\n");
    tenths
}

#[entry]
fn main() -> ! {
    counter::start();
    console::print("loss,shape,core,back end,opt-level,instructions per element\n");
    let mut bench = Bench { grown: false };
    subjects::each(&mut bench);
    // Up to 64 anchors and 64 candidates of 32 numbers each. Twice the rows give every row twice the candidates.
    let mut info_nce = Subject {
        name: "InfoNce",
        call: subjects::info_nce::<32, false>,
        row: |inputs| core::array::from_fn(|_| inputs.number()),
        target: |_| (),
        sides: 2,
    };
    bench.sizes::<_, _, 128>(&info_nce, [32, 64, 128], [1, 2, 4]);
    (info_nce.name, info_nce.call) = ("InfoNce (fast scratch)", subjects::info_nce::<32, true>);
    bench.sizes::<_, _, 128>(&info_nce, [32, 64, 128], [1, 2, 4]);
    console::exit(!bench.grown)
}
