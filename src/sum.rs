//! The one way in which this crate adds.
//!
//! Terms go round-robin into [`LANES`] running sums; after [`BLOCK`] terms the lanes are added as a
//! fixed tree, and the block's sum joins the total with its rounding error kept (Knuth's two-sum).
//! The order depends on the number of terms alone, so every target computes the same bits; the lanes
//! let a desktop compiler vectorise; the error does not grow with the number of terms.

/// Running sums within a block. Eight fill the registers of one AVX vector, or a quarter of those of
/// a Cortex-M4F.
pub(crate) const LANES: usize = 8;

/// Terms per block: four a lane, so that a block's sum has seen six roundings at most.
pub(crate) const BLOCK: usize = 4 * LANES;

/// The partial sums of a block.
pub(crate) type Lanes = [f32; LANES];

/// A compensated running total.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Total {
    sum: f32,
    error: f32,
    /// Numbers added since the error last joined the sum.
    pending: u8,
}

/// After so many additions the error joins the sum. Left alone it would grow, and lose digits of its own; to join it at once
/// would make every addition wait for seven others.
const SETTLE: u8 = 16;

impl Total {
    /// Nothing added yet.
    pub(crate) const fn new() -> Self {
        Self { sum: 0.0, error: 0.0, pending: 0 }
    }

    /// Adds what another total holds.
    pub(crate) fn merge(&mut self, other: Self) {
        self.add(other.sum);
        self.add(other.error);
    }

    /// Adds one number and keeps what rounding lost.
    #[inline]
    pub(crate) fn add(&mut self, x: f32) {
        let (sum, error) = two_sum(self.sum, x);
        self.sum = sum;
        self.error += error;
        self.pending += 1;
        if self.pending == SETTLE {
            self.settle();
        }
    }

    /// The error joins the sum, as far as there is one.
    #[inline]
    fn settle(&mut self) {
        let sum = self.sum + self.error;
        let error = self.error - (sum - self.sum);
        *self = if sum.is_finite() {
            Self { sum, error, pending: 0 }
        } else {
            Self { error: 0.0, pending: 0, ..*self }
        };
    }

    /// Adds the lanes of a block.
    #[inline]
    pub(crate) fn add_lanes(&mut self, lanes: &Lanes) {
        self.add(tree(lanes));
    }

    /// The sum.
    #[inline]
    pub(crate) fn value(mut self) -> f32 {
        self.settle();
        self.sum
    }
}

/// The lanes of a block, of terms that a function computes.
///
/// One order of additions, two ways to it. A desktop compiler turns a loop over the block into vectors if nothing but the term
/// is in it, and without calls such a loop is the shorter one on a microcontroller too; elsewhere the terms go into their lanes
/// one by one, which saves their way through memory.
#[inline(always)]
pub(crate) fn of_block(mut term: impl FnMut(usize) -> f32) -> Lanes {
    let mut lanes = Lanes::default();
    if cfg!(all(target_arch = "arm", not(feature = "branchless"))) {
        for chunk in 0..BLOCK / LANES {
            for (lane, sum) in lanes.iter_mut().enumerate() {
                *sum += term(chunk * LANES + lane);
            }
        }
    } else {
        let mut terms = [0.0; BLOCK];
        for (i, value) in terms.iter_mut().enumerate() {
            *value = term(i);
        }
        for terms in terms.as_chunks::<LANES>().0 {
            for (sum, term) in lanes.iter_mut().zip(terms) {
                *sum += term;
            }
        }
    }
    lanes
}

/// `a + b` rounded, and the exact rounding error (Knuth 1969).
#[inline]
pub(crate) fn two_sum(a: f32, b: f32) -> (f32, f32) {
    let sum = a + b;
    let rounded_b = sum - a;
    let error = (a - (sum - rounded_b)) + (b - rounded_b);
    (sum, error)
}

/// The lanes of a block, added as a tree.
#[inline]
fn tree(lanes: &Lanes) -> f32 {
    let [a, b, c, d, e, f, g, h] = *lanes;
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// The sum of `term(i, x)` over a row's elements x and their indices i, in the order described above.
#[inline]
pub(crate) fn sum<T>(row: &[T], mut term: impl FnMut(usize, &T) -> f32) -> f32 {
    // Most rows are shorter than a block: nothing to compensate.
    let (blocks, rest) = row.as_chunks::<BLOCK>();
    let mut total = Total::new();
    for (block, chunk) in blocks.iter().enumerate() {
        total.add_lanes(&of_block(|i| term(block * BLOCK + i, &chunk[i])));
    }
    let mut lanes = Lanes::default();
    let first = row.len() - rest.len();
    for (chunk, x) in rest.chunks(LANES).enumerate() {
        for (lane, (sum, x)) in lanes.iter_mut().zip(x).enumerate() {
            *sum += term(first + chunk * LANES + lane, x);
        }
    }
    if blocks.is_empty() {
        return tree(&lanes);
    }
    total.add_lanes(&lanes);
    total.value()
}

/// The sum of `term(x, y)` over two rows of one length, in the same order.
#[inline]
pub(crate) fn sum_zip(x: &[f32], y: &[f32], term: impl Fn(f32, f32) -> f32) -> f32 {
    let of_block = |x: &[f32], y: &[f32]| {
        let mut lanes = Lanes::default();
        let ((x, x_rest), (y, y_rest)) = (x.as_chunks::<LANES>(), y.as_chunks::<LANES>());
        for (x, y) in x.iter().zip(y) {
            for ((sum, x), y) in lanes.iter_mut().zip(x).zip(y) {
                *sum += term(*x, *y);
            }
        }
        for ((sum, x), y) in lanes.iter_mut().zip(x_rest).zip(y_rest) {
            *sum += term(*x, *y);
        }
        tree(&lanes)
    };
    if x.len() <= BLOCK {
        return of_block(x, y);
    }
    let mut total = Total::default();
    for (x, y) in x.chunks(BLOCK).zip(y.chunks(BLOCK)) {
        total.add(of_block(x, y));
    }
    total.value()
}
