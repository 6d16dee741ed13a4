//! The inputs of the measurements.

/// Numbers like a network's: bell-shaped, with a standard deviation of 1.7.
struct Random(u32);

impl Random {
    fn unit(&mut self) -> f32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as f32 / 16_777_216.0
    }

    fn number(&mut self) -> f32 {
        3.0 * (self.unit() + self.unit() + self.unit() + self.unit() - 2.0)
    }
}

/// The number of elements in an elementwise batch.
pub const N: usize = 1 << 20;

/// Predictions, targets, and targets that are 0 or 1.
pub struct Elements {
    pub prediction: Vec<f32>,
    pub target: Vec<f32>,
    pub decision: Vec<f32>,
}

impl Elements {
    pub fn new() -> Self {
        let mut random = Random(1);
        Self {
            prediction: (0..N).map(|_| random.number()).collect(),
            target: (0..N).map(|_| random.number()).collect(),
            decision: (0..N).map(|i| (i % 2) as f32).collect(),
        }
    }
}

/// Rows of logits, and their labels.
pub struct Rows<const K: usize> {
    pub logits: Vec<[f32; K]>,
    pub labels: Vec<u32>,
}

impl<const K: usize> Rows<K> {
    pub fn new(rows: usize) -> Self {
        Self::seeded(rows, 1)
    }

    pub fn seeded(rows: usize, seed: u32) -> Self {
        let mut random = Random(seed);
        Self {
            logits: (0..rows).map(|_| core::array::from_fn(|_| random.number())).collect(),
            labels: (0..rows).map(|row| (row * 7 % K) as u32).collect(),
        }
    }
}
