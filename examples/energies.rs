//! Energies: real answers are pushed down, others up. Four ways to train the same model.
//!
//! `cargo run --release --example energies`
//!
//! Synthetic: five states of a machine, which it is in for known shares of the time. The model has an energy for each. Boltzmann's
//! distribution makes probabilities of energies; a temperature makes them sharp or even.

#[path = "shared/random.rs"]
mod random;

use microloss::{
    ContrastiveDivergence, EnergyHinge, EnergyNll, EnergyPerceptron, Error, Loss, Reduction, boltzmann,
    free_energy, free_energy_and_gradient, free_energy_slope, kl_divergence, log_partition, no_targets,
    sample,
};
use random::Random;

const STATES: usize = 5;
/// Shares of the time.
pub(crate) const SHARES: [f32; STATES] = [0.5, 0.25, 0.15, 0.08, 0.02];
const BATCH: usize = 100;

type EnergyLoss = dyn Loss<Prediction = [f32; STATES], Target = u8>;

/// Draws the states of a batch.
fn observe(random: &mut Random) -> Result<[u8; BATCH], Error> {
    let mut states = [0; BATCH];
    for state in &mut states {
        *state = sample(&SHARES, random.unit())? as u8;
    }
    Ok(states)
}

/// Trains energies with a loss that sees all answers.
pub(crate) fn with_all_answers(loss: &EnergyLoss) -> Result<[f32; STATES], Error> {
    let (mut random, mut energies) = (Random(0x2545_F491), [0.0; STATES]);
    for step in 0..2000 {
        let mut rows = [energies; BATCH];
        loss.value_and_gradient_in_place(&mut rows, &observe(&mut random)?, Reduction::Mean)?;
        let rate = 0.5 / (1.0 + step as f32 / 100.0);
        rows.iter().for_each(|row| energies.iter_mut().zip(row).for_each(|(e, g)| *e -= rate * g));
    }
    Ok(energies)
}

/// Trains energies without the partition function: beside each observation stands a sample of the model.
pub(crate) fn with_samples() -> Result<[f32; STATES], Error> {
    let loss = ContrastiveDivergence::new().with_regularization(0.001);
    let (mut random, mut energies) = (Random(0x2545_F491), [0.0; STATES]);
    for step in 0..2000 {
        let (real, mut p) = (observe(&mut random)?.map(usize::from), [0.0; STATES]);
        boltzmann(&energies, 1.0, &mut p)?;
        let mut fake = [0; BATCH];
        for state in &mut fake {
            *state = sample(&p, random.unit())?;
        }
        let mut pairs: [[f32; 2]; BATCH] = std::array::from_fn(|n| [energies[real[n]], energies[fake[n]]]);
        loss.value_and_gradient_in_place(&mut pairs, no_targets(BATCH), Reduction::Mean)?;
        let rate = 0.5 / (1.0 + step as f32 / 100.0);
        for ((real, fake), [down, up]) in real.into_iter().zip(fake).zip(pairs) {
            energies[real] -= rate * down;
            energies[fake] -= rate * up;
        }
    }
    Ok(energies)
}

/// Returns the probabilities of energies at T = 1, and their divergence from the true shares.
pub(crate) fn judge(energies: &[f32; STATES]) -> Result<([f32; STATES], f32), Error> {
    let mut p = [0.0; STATES];
    boltzmann(energies, 1.0, &mut p)?;
    Ok((p, kl_divergence(&SHARES, &p)?))
}

pub(crate) fn main() -> Result<(), Error> {
    println!("{:23} {:35}   nats from the truth", "", "probabilities");
    println!("{:23} {}", "truth", SHARES.map(|p| format!("{p:7.3}")).concat());
    let nll = with_all_answers(&EnergyNll::new(1.0))?;
    let ways = [
        ("EnergyNll", nll),
        ("ContrastiveDivergence", with_samples()?),
        ("EnergyHinge, margin 1", with_all_answers(&EnergyHinge::new(1.0))?),
        ("EnergyPerceptron", with_all_answers(&EnergyPerceptron::new())?),
    ];
    for (name, energies) in ways {
        let (p, divergence) = judge(&energies)?;
        println!("{name:23} {}   {divergence:.3}", p.map(|p| format!("{p:7.3}")).concat());
    }
    println!("\ntemperature   p of the lowest   free energy   its slope in T   ln Z");
    for temperature in [0.1, 1.0, 10.0] {
        let mut p = [0.0; STATES];
        boltzmann(&nll, temperature, &mut p)?;
        let [free, slope] = [free_energy(&nll, temperature)?, free_energy_slope(&nll, temperature)?];
        println!(
            "{temperature:11} {:17.3} {free:13.3} {slope:16.3} {:6.3}",
            p[0],
            log_partition(&nll, temperature)?
        );
    }
    let mut slopes = [0.0; STATES];
    free_energy_and_gradient(&nll, 1.0, &mut slopes)?;
    println!("the slopes of the free energy in the energies are the probabilities: {slopes:.3?}");
    println!(
        "\nLook at the divergences: the likelihood meets the shares, and so does contrastive divergence, which"
    );
    println!("never computed Z. Losses with a margin only learn which answer is best.");
    Ok(())
}
