//! The source of test inputs: a seeded generator with several ways of drawing a number.

/// Ways of drawing numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Bell-shaped around 0 with spread 3, as the outputs of a network.
    Realistic,
    /// Uniform within ±100.
    Wide,
    /// Uniform in the exponent, 1e-6 to 100, either sign.
    Spaced,
    /// From a list: zeros, ones, saturation points, kinks and their neighbours.
    Listed,
    /// Any finite bit pattern.
    Bits,
    /// Numbers from the ends of the line, so that two of them meet: steps on the way overflow, or lose digits, and the result does not.
    Extreme,
    /// A whole number from 0 to 3, as many targets are.
    #[cfg(not(feature = "micromath"))]
    Whole,
}

/// The modes in which errors are measured in ULP.
pub const MEASURED: [Mode; 4] = [Mode::Realistic, Mode::Wide, Mode::Spaced, Mode::Listed];

/// Cases per loss and mode; the environment's `MICROLOSS_CASES` asks for more.
pub fn cases() -> u64 {
    std::env::var("MICROLOSS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000)
}

/// Bit patterns from the whole line: every 2003rd, or with `MICROLOSS_EXHAUSTIVE` in the environment all 2³².
#[cfg(any(not(feature = "micromath"), feature = "branchless"))]
pub fn line() -> impl Iterator<Item = f32> {
    let step = if std::env::var_os("MICROLOSS_EXHAUSTIVE").is_some() { 1 } else { 2003 };
    (0..=u32::MAX).step_by(step).map(f32::from_bits)
}

/// A seeded generator (SplitMix64) in one mode.
pub struct Draw {
    state: u64,
    pub mode: Mode,
}

const LISTED: [f32; 34] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    -0.5,
    2.0,
    -2.0,
    1e-4,
    1e-3,
    1e-2,
    1e-1,
    -1e-4,
    5.0,
    10.0,
    16.0,
    17.0,
    20.0,
    40.0,
    80.0,
    87.0,
    88.0,
    88.8,
    89.0,
    100.0,
    104.0,
    -5.0,
    -17.0,
    -20.0,
    -80.0,
    -88.0,
    -100.0,
    -104.0,
    0.999_999_94,
];

/// Numbers near the largest, thresholds of squares and exponentials, and the least numbers.
const EXTREME: [f32; 24] = [
    f32::MAX,
    // 2^127, half of the largest.
    1.701_411_8e38,
    2.5e38,
    1e38,
    1e36,
    1e31,
    1.032_022_2e26,
    6.533_838e21,
    1e20,
    1.844_674_4e19,
    1e10,
    253.664_08,
    // Twice the ends of the exponential.
    207.9,
    177.46,
    177.445_7,
    103.97,
    88.722_84,
    87.0,
    1.0,
    f32::MIN_POSITIVE,
    8.962_816e-38,
    1e-42,
    1e-45,
    0.0,
];

impl Draw {
    pub fn new(seed: u64, mode: Mode) -> Self {
        Self { state: seed, mode }
    }

    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() >> 32) as usize % n
    }

    /// Uniform in [0, 1).
    pub fn unit(&mut self) -> f32 {
        (self.bits() >> 40) as f32 / (1 << 24) as f32
    }

    /// Uniform in [low, high), whatever the mode: for hyper-parameters.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.unit()
    }

    pub fn coin(&mut self) -> bool {
        self.bits() >> 63 == 1
    }

    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// A number of the mode.
    pub fn float(&mut self) -> f32 {
        match self.mode {
            Mode::Realistic => 3.0 * (self.unit() + self.unit() + self.unit() + self.unit() - 2.0),
            Mode::Wide => self.between(-100.0, 100.0),
            Mode::Spaced => {
                let magnitude = 10f32.powf(self.between(-6.0, 2.0));
                if self.coin() { magnitude } else { -magnitude }
            }
            Mode::Listed => {
                let listed = self.pick(&LISTED);
                match self.below(4) {
                    0 => listed.next_up(),
                    1 => listed.next_down(),
                    _ => listed,
                }
            }
            #[cfg(not(feature = "micromath"))]
            Mode::Whole => self.below(4) as f32,
            Mode::Bits => loop {
                let x = f32::from_bits((self.bits() >> 32) as u32);
                if x.is_finite() {
                    return x;
                }
            },
            Mode::Extreme => {
                let size = match self.below(4) {
                    // A half-odd multiple of the spacing of numbers near the largest: in a sum it rounds at every step.
                    0 => (self.below(64) as f32 + 0.5) * 2_f32.powi(104),
                    1 => f32::MAX * (1.0 - self.unit() / 16.0),
                    _ => self.pick(&EXTREME),
                };
                if self.coin() { size } else { -size }
            }
        }
    }

    pub fn floats<const N: usize>(&mut self) -> [f32; N] {
        core::array::from_fn(|_| self.float())
    }

    /// A probability: 0, 1, or between. Only a spaced one has a complement that is rounded.
    pub fn probability(&mut self) -> f32 {
        match self.below(4) {
            0 => 0.0,
            1 => 1.0,
            2 if self.mode == Mode::Spaced => 10f32.powf(self.between(-8.0, 0.0)),
            _ => self.unit(),
        }
    }
}
