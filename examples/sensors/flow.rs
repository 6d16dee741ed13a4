//! The water flow, hour by hour.

static FLOW: &[u8] = include_bytes!("water_flow.bin");

/// Returns the hour of the day, and the flow in litres per second, of every reading.
pub fn readings() -> (Vec<u8>, Vec<f32>) {
    let reading = |[hour, low, high]: &[u8; 3]| (*hour, f32::from(u16::from_le_bytes([*low, *high])) / 100.0);
    FLOW.as_chunks().0.iter().map(reading).unzip()
}
