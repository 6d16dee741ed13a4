//! References of the preference losses.

use super::{sigmoid, softplus};
use crate::draw::{Draw, Mode};
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{
    BradleyTerry, Dpo, Exo, Ipo, Kto, Orpo, Reduction, Rowwise, SequenceLogProbability, SimPo, SlicHinge,
    Verdict,
};

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    let signed = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: false, draw };
    vec![
        subject("BradleyTerry", "", (2.0, 2.5), |d| bradley_terry(d, 0.0)),
        subject("BradleyTerry", "centred", (2.0, 2.5), |d| bradley_terry(d, 0.01)),
        subject("Dpo", "", (1.5, 1.5), |d| {
            let beta = d.pick(&[0.125, 0.5, 1.0]);
            dpo(d, beta)
        }),
        subject("Dpo", "beta to 100", (3.0, 3.0), |d| {
            let beta = d.pick(&[0.01, 0.1, 3.0, 10.0, 100.0]);
            dpo(d, beta)
        }),
        subject("Dpo", "conservative", (1.5, 1.5), |d| {
            of_lead(d, Dpo::new(0.25).conservative(0.125), 0.25, 2.0, |h, b| {
                let value = vec![0.875 * softplus(-h), 0.125 * softplus(h)];
                (value, vec![b * 0.125 * sigmoid(h), -b * 0.875 * sigmoid(-h)])
            })
        }),
        signed("Dpo", "robust", (2.0, 2.0), |d| {
            of_lead(d, Dpo::new(0.25).robust(0.125), 0.25, 2.0, |h, b| {
                let value = vec![0.875 / 0.75 * softplus(-h), -0.125 / 0.75 * softplus(h)];
                (value, vec![-b * sigmoid(-h), -b * 0.125 / 0.75])
            })
        }),
        subject("SlicHinge", "", (2.0, 0.5), |d| {
            // At the kink either slope is right: there the terms cancel.
            of_lead(d, SlicHinge::new(0.25), 0.25, 0.0, |h, b| {
                let (value, slope) = if h < 1.0 { (vec![1.0, -h], -b) } else { (vec![h, -h], 0.0) };
                let kink = if (h - 1.0).abs() < 1e-5 { 1e9 } else { 0.0 };
                (value, vec![slope, kink, -kink])
            })
        }),
        subject("Ipo", "", (3.5, 1.0), |d| {
            of_lead(d, Ipo::new(0.25), 1.0, 0.0, |delta, _| {
                let miss = delta - 2.0;
                (vec![delta * miss, -2.0 * miss], vec![2.0 * delta, -4.0])
            })
        }),
        subject("Exo", "", (3.5, 5.0), |d| {
            // The cost of rounding h and the goal to the value: the slope times each of them.
            of_lead(d, Exo::new(0.25, 0.125), 0.25, 2.0, |h, b| {
                let (p, q, goal) = (sigmoid(h), sigmoid(-h), 7.0f64.ln());
                let value = divergence(h, goal);
                let moved = p * q * (h - goal).abs() * h.abs().max(goal);
                (vec![value, moved, -moved], vec![b * p * q * h, -b * p * q * goal])
            })
        }),
        subject("SimPo", "", (2.0, 2.5), |d| simpo(d, 2.0, |size| 4.0 * size + 2.0)),
        subject("SimPo", "beta to 100", (2.0, 3.0), |d| {
            let beta = d.pick(&[0.1, 2.5, 10.0, 100.0]);
            simpo(d, beta, |size| 8.0 * size)
        }),
        subject("Kto", "", (2.0, 2.5), kto),
        subject("Kto", "beta to 100", (2.5, 3.0), |d| {
            let beta = d.pick(&[0.1, 1.0, 10.0, 100.0]);
            far_kto(d, beta)
        }),
        subject("Orpo", "", (4.5, 6.5), orpo),
        signed("SequenceLogProbability", "", (4.0, 5.0), sequence),
    ]
}

/// KL(σ(h) ‖ σ(g)).
fn divergence(h: f64, g: f64) -> f64 {
    let (p, d) = (sigmoid(h), g - h);
    if d.abs() > 1e-3 {
        let side = |p: f64, ln_p: f64, ln_goal: f64| p * (ln_p - ln_goal);
        return side(p, -softplus(-h), -softplus(-g)) + side(1.0 - p, -softplus(h), -softplus(g));
    }
    // Taylor's series of ln(1 + p(e^d − 1)) − p·d: the cumulants of a coin.
    let variance = p * (1.0 - p);
    let skew = variance * (1.0 - 2.0 * p);
    let excess = variance * (1.0 - 6.0 * variance);
    d * d * (variance / 2.0 + d * (skew / 6.0 + d * (excess / 24.0)))
}

/// A case of a loss of h = β·lead. `exact` gives the terms of the value and of the slope. If it
/// is an exponential, rounding h costs 2 ULP `per_unit` of it.
fn of_lead<L>(
    d: &mut Draw,
    loss: L,
    beta: f32,
    per_unit: f64,
    exact: fn(f64, f64) -> (Vec<f64>, Vec<f64>),
) -> Case
where
    L: Rowwise<Row = [f32; 2], Target = [f32; 2]> + core::fmt::Debug + 'static,
{
    let beta = f64::from(beta);
    Case::of_row(loss, d.floats::<2>(), d.floats::<2>(), move |row, reference| {
        let h = beta * ((row[0] - f64::from(reference[0])) - (row[1] - f64::from(reference[1])));
        let (value, slope) = exact(h, beta);
        let slope = Figure::sum(&slope).forgiving(per_unit * h.abs());
        let other = Figure { exact: -slope.exact, ..slope };
        Exact { value: Figure::sum(&value).forgiving(per_unit * h.abs()), gradient: vec![slope, other] }
    })
}

fn bradley_terry(d: &mut Draw, centring: f32) -> Case {
    let loss = BradleyTerry::new().with_centring(centring);
    let c = f64::from(centring);
    Case::of_row(loss, d.floats::<2>(), d.float(), move |row, margin| {
        let h = row[0] - row[1] - f64::from(*margin);
        let sum = row[0] + row[1];
        let forgiven = 4.0 * row[0].abs().max(row[1].abs()).max(f64::from(margin.abs()));
        let slope = |sign: f64| Figure::sum(&[sign * -sigmoid(-h), 2.0 * c * sum]).forgiving(forgiven);
        Exact {
            value: Figure::from(softplus(-h) + c * sum * sum).forgiving(forgiven),
            gradient: vec![slope(1.0), slope(-1.0)],
        }
    })
}

fn dpo(d: &mut Draw, beta: f32) -> Case {
    of_lead(d, Dpo::new(beta), beta, 2.0, |h, b| (vec![softplus(-h)], vec![-b * sigmoid(-h)]))
}

/// Rounding costs what `forgiven` makes of β times the larger average.
fn simpo(d: &mut Draw, beta: f32, forgiven: fn(f64) -> f64) -> Case {
    let lengths = [d.below(50) as u32, d.below(50) as u32];
    let loss = SimPo::new(beta, 0.5);
    let beta = f64::from(beta);
    Case::of_row(loss, d.floats::<2>(), lengths, move |row, lengths| {
        let n = lengths.map(|n| f64::from(n.max(1)));
        let averages = [row[0] / n[0], row[1] / n[1]];
        let h = beta * (averages[0] - averages[1]) - 0.5;
        let slope = beta * sigmoid(-h);
        let gradient = vec![Figure::from(-slope / n[0]), Figure::from(slope / n[1])];
        let larger = averages[0].abs().max(averages[1].abs());
        Exact { value: Figure::from(softplus(-h)), gradient }.forgiving(forgiven(beta * larger))
    })
}

/// The cost of rounding any of the three log-probabilities, and their differences.
fn far_kto(d: &mut Draw, beta: f32) -> Case {
    let verdict = Verdict { reference: d.float(), desirable: d.coin() };
    let point = d.float().abs();
    let loss = Kto::new(beta, point);
    let (beta, point) = (f64::from(beta), f64::from(point));
    Case::of_row(loss, d.float(), verdict, move |x, verdict| {
        let reference = f64::from(verdict.reference);
        let sign = if verdict.desirable { -1.0 } else { 1.0 };
        let h = beta * (x[0] - reference - point);
        let (value, slope) = (sigmoid(sign * h), sign * beta * sigmoid(h) * sigmoid(-h));
        Exact { value: value.into(), gradient: vec![slope.into()] }
            .forgiving(3.0 * beta * (x[0].abs() + reference.abs() + point.abs()))
    })
}

fn kto(d: &mut Draw) -> Case {
    let verdict = Verdict { reference: d.float(), desirable: d.coin() };
    let loss = Kto::new(0.25, 0.5).with_weights(1.5, 0.75);
    Case::of_row(loss, d.float(), verdict, |x, verdict| {
        let h = 0.25 * (x[0] - f64::from(verdict.reference) - 0.5);
        let forgiven = x[0].abs().max(f64::from(verdict.reference.abs())).max(0.5);
        let (weight, sign) = if verdict.desirable { (1.5, -1.0) } else { (0.75, 1.0) };
        Exact {
            value: Figure::from(weight * sigmoid(sign * h)).forgiving(forgiven),
            gradient: vec![Figure::from(sign * weight * 0.25 * sigmoid(h) * sigmoid(-h)).forgiving(forgiven)],
        }
    })
}

/// Log-probabilities: 0 or less; differences are taken of realistic ones, so these stay clear of 0.
fn orpo(d: &mut Draw) -> Case {
    let clear = if d.mode == Mode::Realistic { 0.01 } else { 0.0 };
    let row = d.floats::<2>().map(|x| -x.abs() - clear);
    Case::of_row(Orpo::new(0.25), row, (), |x, ()| {
        let odds = |x: f64| x - if x > -0.7 { (-x.exp_m1()).ln() } else { (-x.exp()).ln_1p() };
        let h = odds(x[0]) - odds(x[1]);
        let miss = |x: f64| -x.exp_m1();
        Exact {
            value: (-x[0] + 0.25 * softplus(-h)).into(),
            gradient: vec![
                (-1.0 - 0.25 * sigmoid(-h) / miss(x[0])).into(),
                Figure::from(0.25 * sigmoid(-h) / miss(x[1])).weighing(1.0 / miss(x[1])),
            ],
        }
    })
    .within(f32::MIN, 0.0)
}

/// Three tokens of four, the second of them ignored.
fn sequence(d: &mut Draw) -> Case {
    let tokens = [d.below(4) as u8, 255, d.below(4) as u8];
    let upstream = d.pick(&[1.0, -0.5]);
    let sequence = SequenceLogProbability::<4, u8>::new().ignoring(255);
    Case {
        inputs: d.floats::<12>().to_vec(),
        domain: (f32::MIN, f32::MAX),
        run: Box::new(move |inputs| {
            let rows = inputs.as_chunks::<4>().0;
            let value = sequence.value(rows, &tokens, Reduction::Sum).unwrap();
            let mut gradient = [[0.0; 4]; 3];
            let fused =
                sequence.value_and_gradient(rows, &tokens, Reduction::Sum, upstream, &mut gradient).unwrap();
            assert_eq!(bits(&[value]), bits(&[fused]), "fused = value");
            Outcome { value, gradient: gradient.as_flattened().to_vec() }
        }),
        exact: Box::new(move |inputs| {
            let mut value = 0.0;
            let mut gradient = vec![Figure::from(0.0); 12];
            for (t, token) in tokens.iter().enumerate().filter(|(_, token)| **token != 255) {
                let x = &inputs[4 * t..4 * t + 4];
                let y = usize::from(*token);
                let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let sum: f64 = x.iter().map(|x| (x - max).exp()).sum();
                let others: f64 = (0..4).filter(|k| *k != y).map(|k| (x[k] - x[y]).exp()).sum();
                value -= others.ln_1p();
                for k in 0..4 {
                    let slope = if k == y { others / (1.0 + others) } else { -(x[k] - max).exp() / sum };
                    gradient[4 * t + k] = (f64::from(upstream) * slope).into();
                }
            }
            Exact { value: value.into(), gradient }
        }),
        // The value is the log-probability itself, the gradient that of `upstream` times it.
        sweep: None,
        parameters: 0,
        describe: None,
        slope_of_value: f64::from(upstream),
    }
}
