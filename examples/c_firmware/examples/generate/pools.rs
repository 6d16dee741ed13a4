//! The inputs of the tests: arrays that many faces share. The numbers are ordinary: the crate's own tests have the others.

use microloss::{Action, EpisodeEnd, Estimate, Verdict};

/// Rows in every batch: a whole block of the summation, and a rest.
pub const ROWS: usize = 37;

/// A source of inputs, with the registry's names. A name that ends in `_2` is a second array of the same kind.
pub struct Draw(u32);

impl Draw {
    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 8
    }

    fn unit(&mut self) -> f32 {
        self.bits() as f32 / 16_777_216.0
    }

    pub fn number(&mut self) -> f32 {
        8.0 * self.unit() - 4.0
    }

    pub fn pair(&mut self) -> [f32; 2] {
        [self.number(), self.number()]
    }

    pub fn corners(&mut self) -> [f32; 4] {
        [self.number(), self.number(), self.number(), self.number()]
    }

    /// Returns a box whose corners are in order, as a target's must be.
    pub fn rectangle(&mut self) -> [f32; 4] {
        let [x, y, width, height] = self.corners();
        [x, y, x + width.abs(), y + height.abs()]
    }

    pub fn share(&mut self) -> f32 {
        2.0 * self.unit() / ROWS as f32
    }

    pub fn probability(&mut self) -> f32 {
        match self.bits() % 8 {
            0 => 0.0,
            1 => 1.0,
            _ => self.unit(),
        }
    }

    pub fn sign(&mut self) -> f32 {
        if self.coin() { 1.0 } else { -1.0 }
    }

    pub fn coin(&mut self) -> bool {
        self.bits() % 16 < 8
    }

    pub fn lengths(&mut self) -> [u32; 2] {
        [1 + self.bits() % 50, 1 + self.bits() % 50]
    }

    pub fn nothing(&mut self) {}

    pub fn action(&mut self) -> Action {
        Action { log_probability: self.number(), advantage: self.number() }
    }

    pub fn estimate(&mut self) -> Estimate {
        Estimate { old: self.number(), outcome: self.number() }
    }

    pub fn verdict(&mut self) -> Verdict {
        Verdict { reference: self.number(), desirable: self.coin() }
    }

    pub fn end(&mut self) -> EpisodeEnd {
        match self.bits() % 8 {
            0 => EpisodeEnd::Terminated,
            1 => EpisodeEnd::Truncated { value: self.number() },
            _ => EpisodeEnd::Continues,
        }
    }

    pub fn counts(&mut self) -> u32 {
        self.bits() % 500
    }

    pub fn weight(&mut self) -> f32 {
        match self.bits() % 4 {
            0 => 0.0,
            _ => 2.0 * self.unit(),
        }
    }
}

/// Returns the rows of a pool.
pub fn rows<T>(second: bool, draw: impl FnMut(&mut Draw) -> T) -> Vec<T> {
    let mut source = Draw(if second { 99 } else { 1 });
    let mut draw = draw;
    (0..ROWS).map(|_| draw(&mut source)).collect()
}

/// A value as C has it in memory, in words.
pub trait Words {
    /// Returns the words.
    fn words(&self) -> Vec<u32>;
}

impl Words for f32 {
    fn words(&self) -> Vec<u32> {
        vec![self.to_bits()]
    }
}

impl<const N: usize> Words for [f32; N] {
    fn words(&self) -> Vec<u32> {
        self.iter().map(|x| x.to_bits()).collect()
    }
}

impl Words for u32 {
    fn words(&self) -> Vec<u32> {
        vec![*self]
    }
}

impl Words for [u32; 2] {
    fn words(&self) -> Vec<u32> {
        self.to_vec()
    }
}

impl Words for bool {
    fn words(&self) -> Vec<u32> {
        vec![u32::from(*self)]
    }
}

impl Words for Action {
    fn words(&self) -> Vec<u32> {
        vec![self.log_probability.to_bits(), self.advantage.to_bits()]
    }
}

impl Words for Estimate {
    fn words(&self) -> Vec<u32> {
        vec![self.old.to_bits(), self.outcome.to_bits()]
    }
}

impl Words for EpisodeEnd {
    fn words(&self) -> Vec<u32> {
        match self {
            Self::Continues => vec![0, 0],
            Self::Terminated => vec![1, 0],
            Self::Truncated { value } => vec![2, value.to_bits()],
        }
    }
}

impl Words for Verdict {
    fn words(&self) -> Vec<u32> {
        vec![self.reference.to_bits(), u32::from(self.desirable)]
    }
}

/// Returns the words of rows.
pub fn words<T: Words>(rows: &[T]) -> Vec<u32> {
    rows.iter().flat_map(Words::words).collect()
}

macro_rules! pools {
    ($($name:ident $type:literal;)*) => {
        /// Returns every pool: its name, the type of its words in C, and the words.
        pub fn all() -> Vec<(String, &'static str, Vec<u32>)> {
            vec![$(
                (stringify!($name).to_string(), $type, words(&rows(false, Draw::$name))),
                (concat!(stringify!($name), "_2").to_string(), $type, words(&rows(true, Draw::$name))),
            )*]
        }
    };
}

pools! {
    number "uint32_t";
    pair "uint32_t";
    corners "uint32_t";
    rectangle "uint32_t";
    share "uint32_t";
    probability "uint32_t";
    sign "uint32_t";
    coin "uint8_t";
    lengths "uint32_t";
    action "uint32_t";
    estimate "uint32_t";
    verdict "uint32_t";
    end "uint32_t";
    counts "uint32_t";
    weight "uint32_t";
}
