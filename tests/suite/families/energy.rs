//! References of the losses over energies.

use super::{ROUNDING, largest};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{
    ContrastiveDivergence, EnergyHinge, EnergyNll, EnergyPerceptron, boltzmann, free_energy,
    free_energy_and_gradient,
};

/// Answers in the drawn cases.
pub const K: usize = 5;

pub fn subjects() -> Vec<Subject> {
    let subject =
        |name, variant, budget, nonnegative, draw| Subject { name, variant, budget, nonnegative, draw };
    vec![
        subject("EnergyNll", "", (4.0, 5.0), true, |d| {
            let temperature = d.pick(&[1.0, 2.0, 0.5, 0.25]);
            let label = d.below(K) as u8;
            Case::of_row(EnergyNll::new(temperature), d.floats::<K>(), label, move |e, y| {
                nll(e, usize::from(*y), f64::from(temperature))
            })
        }),
        subject("EnergyNll", "a temperature that rounds", (6.0, 6.0), true, |d| {
            let temperature = d.pick(&ROUNDING);
            let label = d.below(K) as u8;
            Case::of_row(EnergyNll::new(temperature), d.floats::<K>(), label, move |e, y| {
                let temperature = f64::from(temperature);
                nll(e, usize::from(*y), temperature).forgiving(3.0 * largest(e) / temperature)
            })
        }),
        subject("EnergyPerceptron", "", (0.6, 0.5), true, |d| {
            let label = d.below(K);
            Case::of_row(EnergyPerceptron::new(), d.floats::<K>(), label, |e, y| margin(e, *y, 0.0))
        }),
        subject("EnergyHinge", "", (1.5, 0.5), true, |d| {
            let label = d.below(K);
            let m = d.between(0.1, 3.0);
            Case::of_row(EnergyHinge::new(m), d.floats::<K>(), label, move |e, y| margin(e, *y, f64::from(m)))
        }),
        subject("ContrastiveDivergence", "", (0.6, 0.5), false, |d| contrastive(d, 0.0)),
        subject("ContrastiveDivergence", "regularised", (4.0, 1.5), false, |d| contrastive(d, 0.3)),
        subject("free_energy", "", (3.0, 5.0), false, |d| {
            let temperature = d.pick(&[1.0, 2.0, 0.25]);
            free(d, temperature, 0.0)
        }),
        subject("free_energy", "a temperature that rounds", (3.0, 5.0), false, |d| {
            let temperature = d.pick(&ROUNDING);
            free(d, temperature, 3.0)
        }),
    ]
}

/// e^(−(E − min E)/T), their sum without the lowest, the lowest and its place.
pub fn weights(e: &[f64], temperature: f64) -> (Vec<f64>, f64, usize) {
    let lowest = (0..K).fold(0, |lowest, k| if e[k] < e[lowest] { k } else { lowest });
    let weights: Vec<f64> = e.iter().map(|x| ((e[lowest] - x) / temperature).exp()).collect();
    let rest = (0..K).filter(|k| *k != lowest).map(|k| weights[k]).sum();
    (weights, rest, lowest)
}

fn nll(e: &[f64], y: usize, temperature: f64) -> Exact {
    let (weights, rest, lowest) = weights(e, temperature);
    let value = (e[y] - e[lowest]) / temperature + rest.ln_1p();
    let gradient = (0..K).map(|k| {
        let miss: f64 = (0..K).filter(|j| *j != y).map(|j| weights[j]).sum();
        let slope = if k == y { miss } else { -weights[k] };
        Figure::from(slope / (1.0 + rest) / temperature).weighing(1.0 / temperature)
    });
    Exact { value: value.into(), gradient: gradient.collect() }
}

/// The hinge over energies; with margin 0 the perceptron.
fn margin(e: &[f64], y: usize, margin: f64) -> Exact {
    let rival = (0..K).filter(|k| *k != y).fold(K, |r, k| if r == K || e[k] < e[r] { k } else { r });
    let mut value = Figure::sum(&[margin, e[y], -e[rival]]);
    let mut gradient = vec![Figure::from(0.0); K];
    if value.exact > 0.0 {
        gradient[y] = 1.0.into();
        gradient[rival] = (-1.0).into();
    } else {
        value.exact = 0.0;
    }
    Exact { value, gradient }
}

fn contrastive(d: &mut Draw, alpha: f32) -> Case {
    let loss = ContrastiveDivergence::new().with_regularization(alpha);
    Case::of_row(loss, d.floats::<2>(), (), move |e, ()| {
        let alpha = f64::from(alpha);
        let value = Figure::sum(&[e[0], -e[1], alpha * e[0] * e[0], alpha * e[1] * e[1]]);
        let gradient =
            vec![Figure::sum(&[1.0, 2.0 * alpha * e[0]]), Figure::sum(&[-1.0, 2.0 * alpha * e[1]])];
        Exact { value, gradient }
    })
}

/// The free energy: no loss with a target, so its surfaces are compared here. Division by the temperature costs so many ULP
/// `per_unit` of the largest quotient.
fn free(d: &mut Draw, temperature: f32, per_unit: f64) -> Case {
    Case {
        inputs: d.floats::<K>().to_vec(),
        domain: (f32::MIN, f32::MAX),
        sweep: None,
        parameters: 0,
        describe: None,
        slope_of_value: 1.0,
        run: Box::new(move |energies| {
            let mut gradient = vec![0.0; K];
            let value = free_energy_and_gradient(energies, temperature, &mut gradient).unwrap();
            assert_eq!(bits(&[value]), bits(&[free_energy(energies, temperature).unwrap()]));
            let mut p = [0.0; K];
            boltzmann(energies, temperature, &mut p).unwrap();
            assert_eq!(bits(&gradient), bits(&p), "∂F/∂E = p");
            Outcome { value, gradient }
        }),
        exact: Box::new(move |e| {
            let temperature = f64::from(temperature);
            let (weights, rest, lowest) = weights(e, temperature);
            let value = Figure::sum(&[e[lowest], -temperature * rest.ln_1p()]);
            let gradient = weights.iter().map(|w| Figure::from(w / (1.0 + rest)));
            Exact { value, gradient: gradient.collect() }.forgiving(per_unit * largest(e) / temperature)
        }),
    }
}
