//! An accelerometer that is made up. Put the driver of yours in its place.

/// 32 readings of three axes, in thousandths of g.
pub type Frame = [[i32; 32]; 3];

/// The sensor. The number is the state of its random numbers.
pub struct Sensor(pub u32);

impl Sensor {
    /// Returns a frame and its label: 0 is rest, 1 is walking, 2 is shaking.
    pub fn read(&mut self) -> (Frame, u8) {
        let (label, height, period) = match self.below(3) {
            0 => (0, 0, 8),
            1 => (1, 100 + self.below(200), 16),
            _ => (2, 100 + self.below(200), 6),
        };
        // A triangle wave with noise, and gravity on the last axis.
        let frame = [0, 0, 1000].map(|gravity| {
            let phase = self.below(period);
            let wave =
                |time: i32| ((time + phase) % period * 4 * height / period - 2 * height).abs() - height;
            core::array::from_fn(|time| gravity + wave(time as i32) + self.below(80))
        });
        (frame, label)
    }

    fn below(&mut self, limit: i32) -> i32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as i32 % limit
    }
}
