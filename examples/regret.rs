//! Regret of an online learner: its average falls to 0 as the rounds go on.
//!
//! `cargo run --release --example regret`
//!
//! Synthetic, because the best answer has to be known. Each round the learner forecasts the chance of rain, then sees if it rains.
//! It rains on 70 % of the days, which nobody tells it. The experts it is compared with always say the same: 0 %, 5 %, …, 100 %.

#[path = "shared/random.rs"]
mod random;
#[path = "shared/show.rs"]
mod show;

use microloss::{Elementwise, Error, Regret, SquaredError};
use random::Random;

const EXPERTS: usize = 21;

/// Plays some rounds. Returns the regret after each, and the best expert's forecast.
pub(crate) fn play(rounds: usize) -> Result<(Vec<f32>, f32), Error> {
    let (loss, mut random, mut regret) = (SquaredError::new(), Random(0x2545_F491), Regret::<EXPERTS>::new());
    let (mut forecast, mut course) = (0.0_f32, Vec::new());
    let opinion = |expert: usize| expert as f32 / 20.0;
    for round in 1..=rounds {
        let rain = f32::from(u8::from(random.unit() < 0.7));
        let own = loss.point(forecast, rain);
        let experts: [f32; EXPERTS] = std::array::from_fn(|expert| loss.point(opinion(expert), rain).value);
        regret.add(own.value, &experts)?;
        course.push(regret.total().unwrap_or(f32::NAN));
        // Online gradient descent. Steps shrink as 1/√t, and never lead out of [0, 1].
        forecast -= 0.5 / (round as f32).sqrt() * own.slope;
    }
    Ok((course, regret.best_expert().map_or(f32::NAN, opinion)))
}

pub(crate) fn main() -> Result<(), Error> {
    let (course, best) = play(10_000)?;
    println!("rounds   regret   average regret");
    for rounds in [10, 100, 1000, 10_000] {
        println!("{rounds:6} {:8.2} {:16.5}", course[rounds - 1], course[rounds - 1] / rounds as f32);
    }
    let by_decades = (0..40).map(|n| 10_f32.powf(1.0 + n as f32 / 13.0) as usize);
    let averages = by_decades.map(|rounds| course[rounds - 1] / rounds as f32);
    println!("average, from 10 to 10 000 rounds: {}", show::sparkline(averages));
    println!("the best expert says {:.0} %", 100.0 * best);
    println!(
        "\nLook at both columns: the regret still grows, but ever more slowly than the rounds. The learner comes"
    );
    println!("to be as good as the best expert, without being told which one that is.");
    Ok(())
}
