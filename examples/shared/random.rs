//! Random numbers, the same on every machine.
#![allow(dead_code, reason = "each program takes what it needs")]

/// A small generator of uniform numbers (Marsaglia's xorshift).
pub struct Random(pub u32);

impl Random {
    pub fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    /// Returns a number in [0, 1), with 24 bits.
    pub fn unit(&mut self) -> f32 {
        (self.bits() >> 8) as f32 / 16_777_216.0
    }

    /// Returns a number in [−1, 1).
    pub fn signed(&mut self) -> f32 {
        2.0 * self.unit() - 1.0
    }

    /// Returns a whole number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() >> 8) as usize % n
    }

    /// Shuffles (Fisher and Yates).
    pub fn shuffle(&mut self, order: &mut [u16]) {
        for last in (1..order.len()).rev() {
            order.swap(last, self.bits() as usize % (last + 1));
        }
    }

    /// Returns a number of mean 0 and variance 1: the sum of twelve uniform numbers, less its mean.
    pub fn normal(&mut self) -> f32 {
        (0..12).map(|_| self.unit()).sum::<f32>() - 6.0
    }
}
