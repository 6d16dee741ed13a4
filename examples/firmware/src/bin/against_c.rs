//! Prints the instructions per element of the fused value and gradient beside those of plain C, and checks that both compute the same:
//! `loss,core,opt-level,ours,C,per cent of C`.
#![no_std]
#![no_main]

use core::ffi::c_void;
use cortex_m_rt::entry;
use microloss_firmware::batch::Batch;
use microloss_firmware::subjects::{self, Inputs, Measure, Shape, Subject};
use microloss_firmware::{console, counter};

/// Numbers in a batch, as in the bench.
const ELEMENTS: usize = 320;

/// A loss in C: rows, predictions, targets, gradient and scratch.
type Plain = unsafe extern "C" fn(usize, *const f32, *const c_void, *mut f32, *mut f32) -> f32;

macro_rules! plain {
    ($($name:literal $function:ident)*) => {
        unsafe extern "C" {
            $(fn $function(_: usize, _: *const f32, _: *const c_void, _: *mut f32, _: *mut f32) -> f32;)*
        }

        /// Returns the loss of this name in C.
        fn plain(name: &str) -> Option<Plain> {
            match name {
                $($name => Some($function),)*
                _ => None,
            }
        }
    };
}

plain! {
    "SquaredError" plain_squared_error
    "Huber" plain_huber
    "LogCosh" plain_log_cosh
    "SigmoidCrossEntropy" plain_sigmoid_cross_entropy
    "SigmoidFocal" plain_sigmoid_focal
    "Ppo" plain_ppo
    "Dpo" plain_dpo
    "SoftmaxCrossEntropy" plain_softmax_cross_entropy
    "SoftmaxKl" plain_softmax_kl
    "Distillation" plain_distillation
    "GaussianKl" plain_gaussian_kl
    "Triplet" plain_triplet
    "InfoNce" plain_info_nce
    "NtXent" plain_nt_xent
    "Ctc" plain_ctc
}

struct Against {
    differ: bool,
}

impl Measure for Against {
    const ONLY: Option<&'static str> = None;

    fn measure<P: Shape, T: Copy>(&mut self, subject: &Subject<P, T>) {
        let Some(plain) = plain(subject.name) else { return };
        let rows = Batch::<P, T, ELEMENTS>::rows_of(ELEMENTS);
        let mut batch = Batch::<P, T, ELEMENTS>::new(subject, &mut Inputs::ordinary());
        let ours = batch.cost(rows, subject).tenths;
        let result = batch.last();
        let theirs = batch.cost_of(rows, |predictions, targets, gradient, scratch| {
            // SAFETY: rows of predictions and of the gradient are arrays of `f32`. The batch has as many targets, and the scratch is as long
            // as the largest of the C functions takes.
            unsafe {
                plain(
                    predictions.len(),
                    predictions.as_ptr().cast(),
                    targets.as_ptr().cast(),
                    gradient.as_mut_ptr().cast(),
                    scratch.as_mut_ptr(),
                )
            }
        });
        console::print(subject.name);
        console::print(concat!(",", env!("CORE"), ",", env!("OPT_LEVEL"), ","));
        console::print_tenths(ours);
        console::print(",");
        console::print_tenths(theirs.tenths);
        console::print(",");
        console::print_number((100 * ours).checked_div(theirs.tenths).unwrap_or(0));
        console::print("\n");
        if !agree(rows, result, batch.last()) {
            console::print("the results differ\n");
            self.differ = true;
        }
    }
}

/// Says if two values and gradients are the same but for rounding.
fn agree<P: Shape, const N: usize>(rows: usize, mut ours: (f32, [P; N]), mut theirs: (f32, [P; N])) -> bool {
    let mut largest = 0.0_f32;
    for row in ours.1.iter_mut().take(rows) {
        row.elements_mut().iter().for_each(|slope| largest = largest.max(slope.abs()));
    }
    let near = |a: f32, b: f32, size: f32| (a - b).abs() <= 1e-4 * size;
    let mut rows = ours.1.iter_mut().zip(&mut theirs.1).take(rows);
    near(ours.0, theirs.0, ours.0.abs())
        && rows
            .all(|(a, b)| a.elements_mut().iter().zip(b.elements_mut()).all(|(a, b)| near(*a, *b, largest)))
}

#[entry]
fn main() -> ! {
    counter::start();
    console::print("loss,core,opt-level,ours,C,per cent of C\n");
    let mut against = Against { differ: false };
    subjects::each(&mut against);
    console::exit(!against.differ)
}
