//! Instructions per element of the fused value and gradient, one line a loss:
//! `loss,shape,core,back end,opt-level,instructions per element`.
//!
//! Some losses in three sizes: the cost of an element must not grow with their number, or with that of its candidates beyond
//! proportion.
#![no_std]
#![no_main]

use cortex_m_rt::entry;
use microloss_firmware::batch::{Batch, print_subject};
use microloss_firmware::subjects::{self, Inputs, Measure, Shape, Subject};
use microloss_firmware::{console, counter, losses::Draw};

/// Numbers of a batch; as rows, 32 of 10.
const ELEMENTS: usize = 320;
/// Those of the largest.
const MOST: usize = 16 * ELEMENTS;
/// What is measured in three sizes, each four times the one before.
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
    /// Three sizes, and how many times the cost of an element is to have grown in each.
    fn sizes<P: Shape, T: Copy, const N: usize>(
        &mut self,
        subject: &Subject<P, T>,
        rows: [usize; 3],
        growth: [u32; 3],
    ) {
        let mut batch = Batch::<P, T, N>::new(subject, &mut Inputs::ordinary());
        // The larger batches hold the rows of the smallest several times: other rows would cost otherwise.
        batch.cycle(rows[0]);
        let mut least = u32::MAX;
        for (rows, growth) in rows.into_iter().zip(growth) {
            let tenths = print(subject, rows, &mut batch).checked_div(growth).unwrap_or(u32::MAX);
            // But for a thousandth: without an FPU an addition costs what its numbers make it cost.
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
    // 64 anchors, 64 candidates, 32 numbers each: twice the rows, and every row has twice the candidates.
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
