//! A batch of inputs, and the cost of a call on it.

use crate::stack::Paint;
use crate::subjects::{Call, Inputs, Shape, Subject};
use crate::{console, counter};
use core::hint::black_box;
use microloss::InfoNce;

/// Numbers of scratch, enough for the largest loss here: 64 candidates of 32 numbers.
const SCRATCH: usize = InfoNce::fast_scratch_len(64, 32);

/// Room for N rows.
pub struct Batch<P, T, const N: usize> {
    rows: [P; N],
    targets: [T; N],
    gradient: [P; N],
    scratch: [f32; SCRATCH],
    value: f32,
}

impl<P: Shape, T: Copy, const N: usize> Batch<P, T, N> {
    /// Fills the batch with rows that the subject draws.
    pub fn new(subject: &Subject<P, T>, inputs: &mut Inputs) -> Self {
        Self {
            rows: core::array::from_fn(|_| (subject.row)(inputs)),
            targets: core::array::from_fn(|_| (subject.target)(inputs)),
            gradient: core::array::from_fn(|_| (subject.row)(inputs)),
            scratch: [0.0; SCRATCH],
            value: 0.0,
        }
    }

    /// Draws other rows.
    pub fn draw(&mut self, rows: usize, subject: &Subject<P, T>, inputs: &mut Inputs) {
        self.rows.iter_mut().take(rows).for_each(|row| *row = (subject.row)(inputs));
        self.targets.iter_mut().take(rows).for_each(|target| *target = (subject.target)(inputs));
    }

    /// Copies one row into the first `rows`.
    pub fn repeat(&mut self, rows: usize, row: P, target: T) {
        self.rows.iter_mut().take(rows).for_each(|other| *other = row);
        self.targets.iter_mut().take(rows).for_each(|other| *other = target);
    }

    /// Repeats the first rows up to the end.
    pub fn cycle(&mut self, rows: usize) {
        (rows..N).for_each(|row| {
            (self.rows[row], self.targets[row]) = (self.rows[row - rows], self.targets[row - rows])
        });
    }

    /// Returns the number of rows that hold so many numbers.
    pub fn rows_of(elements: usize) -> usize {
        elements.checked_div(size_of::<P>() / size_of::<f32>()).unwrap_or(0).min(N)
    }

    /// Measures the cost of the subject's call on the first rows.
    pub fn cost(&mut self, rows: usize, subject: &Subject<P, T>) -> Cost {
        self.cost_of(rows, subject.call)
    }

    /// Measures the cost of another call on the first rows.
    pub fn cost_of(&mut self, rows: usize, call: impl Fn(&[P], &[T], &mut [P], &mut [f32]) -> f32) -> Cost {
        let nothing: Call<P, T> = |_, _, _, _| 0.0;
        let idle = self.call(rows, nothing);
        let busy = self.call(rows, call);
        let elements = rows * size_of::<P>() / size_of::<f32>();
        let tenths = 10 * counter::instructions(busy.0 - idle.0);
        Cost { tenths: tenths.checked_div(elements as u32).unwrap_or(0), stack: busy.1 - idle.1 }
    }

    /// Returns the value and the gradient of the last call.
    pub fn last(&self) -> (f32, [P; N]) {
        (self.value, self.gradient)
    }

    /// Returns the ticks of a call, and its bytes of stack, which include the frame of `run`.
    fn call(&mut self, rows: usize, call: impl Fn(&[P], &[T], &mut [P], &mut [f32]) -> f32) -> (u32, u32) {
        let paint = Paint::new(4096);
        let start = counter::ticks();
        self.run(rows, black_box(call));
        (counter::ticks() - start, paint.used())
    }

    #[inline(never)]
    fn run(&mut self, rows: usize, call: impl Fn(&[P], &[T], &mut [P], &mut [f32]) -> f32) {
        let Self { rows: predictions, targets, gradient, scratch, value } = self;
        if let (Some(predictions), Some(targets), Some(gradient)) =
            (predictions.get(..rows), targets.get(..rows), gradient.get_mut(..rows))
        {
            *value = black_box(call(predictions, targets, gradient, scratch));
        }
    }
}

/// The cost of a call.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    /// Tenths of an instruction per element.
    pub tenths: u32,
    /// Bytes of stack.
    pub stack: u32,
}

impl Cost {
    pub fn max(self, other: Self) -> Self {
        Self { tenths: self.tenths.max(other.tenths), stack: self.stack.max(other.stack) }
    }
}

/// Prints the name of a loss, the shape of its predictions, the core, the back end and the opt-level.
pub fn print_subject<P: Shape, T>(subject: &Subject<P, T>, rows: usize) {
    console::print(subject.name);
    for side in 0..subject.sides {
        console::print(if side == 0 { "," } else { "x" });
        console::print_number((rows / subject.sides) as u32);
    }
    console::print(P::SHAPE);
    console::print(concat!(",", env!("CORE"), ","));
    console::print(if cfg!(feature = "branchless") {
        "branchless"
    } else if cfg!(feature = "exact") {
        "exact"
    } else if cfg!(feature = "micromath") {
        "micromath"
    } else {
        "libm"
    });
    console::print(concat!(",", env!("OPT_LEVEL"), ","));
}
