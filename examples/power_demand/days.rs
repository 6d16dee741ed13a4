//! The demand for electricity, day by day.
#![allow(dead_code, reason = "each program takes what it needs")]

static DEMAND: &[u8] = include_bytes!("demand.bin");

/// Numbers that are known a day before.
pub const FACTS: usize = 5;

/// Returns the mean demand of each day of 2014, in gigawatts.
pub fn demand() -> Vec<f32> {
    DEMAND.as_chunks().0.iter().map(|bytes| f32::from(u16::from_le_bytes(*bytes)) / 1000.0).collect()
}

/// Returns the facts known a day before: the demand of today and of a week ago, and the day of the week. 2014 began on a Wednesday.
fn known(demand: &[f32], day: usize) -> [f32; FACTS] {
    let is = |weekday| f32::from(u8::from((day + 2) % 7 == weekday));
    [demand[day - 1] - 4.6, demand[day - 7] - 4.6, is(0), is(5), is(6)]
}

/// Facts, and the demand on the day after.
pub type Days = (Vec<[f32; FACTS]>, Vec<f32>);

/// Returns the days to train on, and every third week, which is unseen.
pub fn seen_and_unseen() -> (Days, Days) {
    let demand = demand();
    let (unseen, seen): (Vec<usize>, Vec<usize>) = (7..demand.len()).partition(|day| day / 7 % 3 == 2);
    let days = |days: Vec<usize>| days.into_iter().map(|day| (known(&demand, day), demand[day])).unzip();
    (days(seen), days(unseen))
}
