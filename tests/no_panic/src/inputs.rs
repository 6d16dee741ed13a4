//! The arguments of the functions. The compiler knows none of their numbers and lengths.

use microloss::{
    Action, Choice, CostMatrix, Domain, EmpiricalRisk, EpisodeEnd, Estimate, Gan, KlEstimator, LossKind,
    Mining, Noise, Reduction, Regret, Task, Verdict,
};

/// Numbers in a row: more than a compiler unrolls, and more than one block of the summation.
pub const K: usize = 72;
/// The largest number of rows: a block of the loop over a batch, and a rest.
pub const ROWS: usize = 37;
/// Numbers in so many rows of four times `K` each.
const NUMBERS: usize = 4 * K * ROWS;

/// Elements to read. Only the first so many rows are used.
#[derive(Clone, Copy)]
pub struct Buffer<'a, T> {
    all: &'a [T],
    rows: usize,
}

/// Numbers to write to. Only the first so many rows are used.
pub struct BufferMut<'a> {
    all: &'a mut [f32],
    rows: usize,
}

/// The values that functions read.
pub struct Inputs<'a> {
    pub x: f32,
    pub y: f32,
    pub z: f32,
    pub count: usize,
    pub other: usize,
    pub reduction: Reduction,
    pub gan: Gan,
    pub estimator: KlEstimator,
    pub mining: Mining,
    pub task: Task,
    pub domain: Domain,
    pub kind: LossKind,
    pub costs: &'a CostMatrix<K>,
    pub numbers: Buffer<'a, f32>,
    pub others: Buffer<'a, f32>,
    pub weights: Buffer<'a, f32>,
    pub targets: Buffer<'a, f32>,
    pub bytes: Buffer<'a, u8>,
    pub halves: Buffer<'a, u16>,
    pub words: Buffer<'a, u32>,
    pub sizes: Buffer<'a, usize>,
    pub flags: Buffer<'a, bool>,
    pub ends: Buffer<'a, EpisodeEnd>,
    pub nothing: Buffer<'a, ()>,
    pub verdicts: Buffer<'a, Verdict>,
    pub actions: Buffer<'a, Action>,
    pub choices: Buffer<'a, Choice>,
    pub estimates: Buffer<'a, Estimate>,
    pub noise: Buffer<'a, Noise<K>>,
}

/// The values that functions write.
pub struct Outputs<'a> {
    pub gradient: BufferMut<'a>,
    pub other_gradient: BufferMut<'a>,
    pub terms: BufferMut<'a>,
    pub scratch: BufferMut<'a>,
    pub risk: EmpiricalRisk,
    pub regret: Regret<K>,
    #[cfg(feature = "heapless")]
    pub triplets: heapless::Vec<microloss::TripletIndices, 8>,
}

/// Numbers, or arrays of them: an element or a row of a buffer.
pub trait Numbers: Sized {
    fn of(all: &[f32]) -> &[Self];
    fn of_mut(all: &mut [f32]) -> &mut [Self];
}

impl Numbers for f32 {
    fn of(all: &[f32]) -> &[Self] {
        all
    }

    fn of_mut(all: &mut [f32]) -> &mut [Self] {
        all
    }
}

impl<T: Numbers, const N: usize> Numbers for [T; N] {
    fn of(all: &[f32]) -> &[Self] {
        T::of(all).as_chunks().0
    }

    fn of_mut(all: &mut [f32]) -> &mut [Self] {
        T::of_mut(all).as_chunks_mut().0
    }
}

/// Returns the rows of a buffer.
pub fn rows<'a, R: Numbers>(buffer: Buffer<'a, f32>) -> &'a [R] {
    R::of(buffer.all).get(..buffer.rows).unwrap_or_default()
}

/// Returns the rows of a buffer, to write to.
pub fn rows_mut<'a, R: Numbers>(buffer: &'a mut BufferMut<'_>) -> &'a mut [R] {
    R::of_mut(buffer.all).get_mut(..buffer.rows).unwrap_or_default()
}

/// Returns a batch of `N` rows.
pub fn batch<'a, R: Numbers, const N: usize>(buffer: Buffer<'a, f32>) -> Option<&'a [R; N]> {
    R::of(buffer.all).first_chunk()
}

/// Returns a batch of `N` rows, to write to.
pub fn batch_mut<'a, R: Numbers, const N: usize>(buffer: &'a mut BufferMut<'_>) -> Option<&'a mut [R; N]> {
    R::of_mut(buffer.all).first_chunk_mut()
}

/// A target of a row.
pub trait Target: Sized {
    fn of<'a>(inputs: &Inputs<'a>) -> Buffer<'a, Self>;
}

macro_rules! targets {
    ($($target:ty: $buffer:ident;)*) => {$(
        impl Target for $target {
            fn of<'a>(inputs: &Inputs<'a>) -> Buffer<'a, Self> {
                inputs.$buffer
            }
        }
    )*};
}
targets! {
    f32: targets;
    u8: bytes;
    u16: halves;
    u32: words;
    usize: sizes;
    bool: flags;
    EpisodeEnd: ends;
    (): nothing;
    Verdict: verdicts;
    Action: actions;
    Choice: choices;
    Estimate: estimates;
    Noise<K>: noise;
}

impl<T: Target, const N: usize> Target for [T; N] {
    fn of<'a>(inputs: &Inputs<'a>) -> Buffer<'a, Self> {
        let Buffer { all, rows } = T::of(inputs);
        Buffer { all: all.as_chunks().0, rows }
    }
}

/// Returns the targets of a batch.
pub fn targets<'a, T: Target>(inputs: &Inputs<'a>) -> &'a [T] {
    let Buffer { all, rows } = T::of(inputs);
    all.get(..rows).unwrap_or_default()
}

/// Returns the targets of a batch of `N` rows.
pub fn target_batch<'a, T: Target, const N: usize>(inputs: &Inputs<'a>) -> Option<&'a [T; N]> {
    T::of(inputs).all.first_chunk()
}

/// The memory from which inputs and outputs borrow.
pub struct Store {
    numbers: [[f32; NUMBERS]; 3],
    weights: [f32; NUMBERS],
    costs: CostMatrix<K>,
    bytes: [u8; NUMBERS],
    halves: [u16; ROWS],
    words: [u32; NUMBERS],
    sizes: [usize; ROWS],
    flags: [bool; NUMBERS],
    ends: [EpisodeEnd; ROWS],
    verdicts: [Verdict; ROWS],
    actions: [Action; ROWS],
    choices: [Choice; ROWS],
    estimates: [Estimate; ROWS],
    noise: [Noise<K>; ROWS],
    written: [[f32; NUMBERS]; 4],
}

impl Store {
    pub fn new(draw: &mut Draw) -> Self {
        Self {
            numbers: core::array::from_fn(|_| core::array::from_fn(|_| draw.number())),
            weights: core::array::from_fn(|_| draw.unit()),
            costs: CostMatrix::try_new(core::array::from_fn(|_| core::array::from_fn(|_| draw.unit())))
                .unwrap_or(const { CostMatrix::new([[1.0; K]; K]) }),
            bytes: core::array::from_fn(|_| draw.below(K + 1) as u8),
            halves: core::array::from_fn(|_| draw.below(K + 1) as u16),
            words: core::array::from_fn(|_| draw.below(K + 1) as u32),
            sizes: core::array::from_fn(|_| draw.below(K + 1)),
            flags: core::array::from_fn(|_| draw.coin()),
            ends: core::array::from_fn(|_| {
                let value = draw.number();
                draw.pick([EpisodeEnd::Continues, EpisodeEnd::Terminated, EpisodeEnd::Truncated { value }])
            }),
            verdicts: core::array::from_fn(|_| Verdict { reference: draw.number(), desirable: draw.coin() }),
            actions: core::array::from_fn(|_| Action {
                log_probability: draw.number(),
                advantage: draw.number(),
            }),
            choices: core::array::from_fn(|_| Choice {
                action: draw.below(K + 1) as u8,
                advantage: draw.number(),
            }),
            estimates: core::array::from_fn(|_| Estimate { old: draw.number(), outcome: draw.number() }),
            noise: core::array::from_fn(|_| Noise {
                noise: core::array::from_fn(|_| draw.number()),
                snr: draw.number(),
            }),
            written: [[0.0; NUMBERS]; 4],
        }
    }

    /// Calls `function` with the values stored here, and with lengths that mostly agree.
    pub fn call(
        &mut self,
        draw: &mut Draw,
        function: fn(&Inputs<'_>, &mut Outputs<'_>) -> Option<()>,
    ) -> Option<()> {
        let (usual, over, margin) = (draw.below(ROWS + 1), draw.number(), draw.parameter());
        let [numbers, others, target_numbers] = &self.numbers;
        let [gradient, other_gradient, terms, scratch] = &mut self.written;
        let inputs = Inputs {
            x: draw.parameter(),
            y: draw.parameter(),
            z: draw.parameter(),
            count: draw.below(2 * K),
            other: draw.bits() as usize,
            reduction: draw.pick([Reduction::Mean, Reduction::Sum, Reduction::Over(over)]),
            gan: draw.pick([
                Gan::Minimax,
                Gan::NonSaturating,
                Gan::LeastSquares,
                Gan::Hinge,
                Gan::Wasserstein,
            ]),
            estimator: draw.pick([KlEstimator::K1, KlEstimator::K2, KlEstimator::K3]),
            mining: draw.pick([Mining::Hardest, Mining::SemiHard { margin }, Mining::Active { margin }]),
            task: draw.pick([Task::Regression, Task::RareLabels, Task::Batch, Task::Comparisons]),
            domain: draw.pick([
                Domain::Any,
                Domain::Unit,
                Domain::RoundedUnit,
                Domain::Sign,
                Domain::NonNegative,
            ]),
            kind: LossKind::ALL.get(draw.below(LossKind::ALL.len())).copied()?,
            costs: &self.costs,
            numbers: Buffer { all: numbers, rows: draw.rows(usual) },
            others: Buffer { all: others, rows: draw.rows(usual) },
            weights: Buffer { all: &self.weights, rows: draw.rows(usual) },
            targets: Buffer { all: target_numbers, rows: draw.rows(usual) },
            bytes: Buffer { all: &self.bytes, rows: draw.rows(usual) },
            halves: Buffer { all: &self.halves, rows: draw.rows(usual) },
            words: Buffer { all: &self.words, rows: draw.rows(usual) },
            sizes: Buffer { all: &self.sizes, rows: draw.rows(usual) },
            flags: Buffer { all: &self.flags, rows: draw.rows(usual) },
            ends: Buffer { all: &self.ends, rows: draw.rows(usual) },
            nothing: Buffer { all: &[(); ROWS], rows: draw.rows(usual) },
            verdicts: Buffer { all: &self.verdicts, rows: draw.rows(usual) },
            actions: Buffer { all: &self.actions, rows: draw.rows(usual) },
            choices: Buffer { all: &self.choices, rows: draw.rows(usual) },
            estimates: Buffer { all: &self.estimates, rows: draw.rows(usual) },
            noise: Buffer { all: &self.noise, rows: draw.rows(usual) },
        };
        let mut outputs = Outputs {
            gradient: BufferMut { all: gradient, rows: draw.rows(usual) },
            other_gradient: BufferMut { all: other_gradient, rows: draw.rows(usual) },
            terms: BufferMut { all: terms, rows: draw.rows(usual) },
            scratch: BufferMut { all: scratch, rows: NUMBERS },
            risk: EmpiricalRisk::new(),
            regret: Regret::new(),
            #[cfg(feature = "heapless")]
            triplets: heapless::Vec::new(),
        };
        function(&inputs, &mut outputs)
    }
}

/// A fixed sequence of inputs (Marsaglia's xorshift), from any seed but 0.
pub struct Draw(pub u32);

impl Draw {
    fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        (self.bits() >> 8) as usize % n.max(1)
    }

    fn coin(&mut self) -> bool {
        self.bits().is_multiple_of(2)
    }

    fn pick<T: Copy, const N: usize>(&mut self, of: [T; N]) -> T {
        const { assert!(N > 0) }
        of.get(self.below(N)).copied().unwrap_or(of[0])
    }

    fn rows(&mut self, usual: usize) -> usize {
        if self.below(16) == 0 { self.below(ROWS + 1) } else { usual }
    }

    fn unit(&mut self) -> f32 {
        (self.bits() >> 8) as f32 / 16_777_216.0
    }

    /// Returns any bit pattern, or a number like a network's.
    fn number(&mut self) -> f32 {
        if self.coin() { f32::from_bits(self.bits()) } else { 20.0 * self.unit() - 10.0 }
    }

    /// Returns a number that a constructor mostly takes.
    fn parameter(&mut self) -> f32 {
        if self.below(4) == 0 { self.number() } else { self.unit() }
    }
}
