//! References of the batch-coupled contrastive losses.

use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{Clip, InfoNce, NtXent, Reduction, SupervisedContrastive};

/// Dimensions, and embeddings of one set.
const D: usize = 3;
const N: usize = 4;

pub fn subjects() -> Vec<Subject> {
    let subject =
        |name, variant, nonnegative, draw| Subject { name, variant, budget: (6.0, 10.0), nonnegative, draw };
    vec![
        subject("InfoNce", "", true, |d| {
            let tau = d.pick(&[0.07, 0.5, 2.0]);
            info_nce(d, tau, false)
        }),
        subject("InfoNce", "negatives only", false, |d| {
            let tau = d.pick(&[0.07, 0.5, 2.0]);
            info_nce(d, tau, true)
        }),
        // The cost of rounding a cosine to an exponential of 1/τ times it.
        Subject {
            budget: (6.0, 10.0 + 1.5 / 0.01),
            ..subject("InfoNce", "τ = 0.01", true, |d| info_nce(d, 0.01, false))
        },
        subject("NtXent", "", true, nt_xent),
        subject("SupervisedContrastive", "", true, supervised),
        subject("Clip", "", true, clip),
    ]
}

/// Length, and 0 for a vector too short to have a direction.
fn norm(x: &[f64]) -> f64 {
    let norm = x.iter().map(|x| x * x).sum::<f64>().sqrt();
    if norm < 1.2e-38 { 0.0 } else { norm }
}

/// Cosine, or 0 if there is no direction.
fn cosine(x: &[f64], y: &[f64]) -> f64 {
    let norms = norm(x) * norm(y);
    if norms == 0.0 { 0.0 } else { x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>() / norms }
}

/// A logit of the batch: which embeddings it compares, and the derivative of the loss with respect to it.
type Pair = (usize, usize, f64);

/// −ln of the share that `positives` have on average of `candidates`, and the derivatives with respect to the logits.
fn row(
    logit: impl Fn(usize) -> f64,
    candidates: &[usize],
    positives: &[usize],
    query: usize,
    weight: f64,
) -> (f64, Vec<Pair>) {
    let max = candidates.iter().map(|j| logit(*j)).fold(f64::NEG_INFINITY, f64::max);
    let norm: f64 = candidates.iter().map(|j| (logit(*j) - max).exp()).sum();
    let share = 1.0 / positives.len() as f64;
    let value = max + norm.ln() - positives.iter().map(|j| logit(*j)).sum::<f64>() * share;
    let softmax = candidates.iter().map(|j| (query, *j, weight * (logit(*j) - max).exp() / norm));
    let wanted = positives.iter().map(|j| (query, *j, -weight * share));
    (weight * value, softmax.chain(wanted).collect())
}

/// A case of a loss of logits: the embeddings and, last, the parameter that scales them. `factor` gives the scale of the cosines,
/// and its derivative relative to itself. ULP are of what a rounded cosine costs: the logits' scale.
fn case(
    mut inputs: Vec<f32>,
    parameter: f32,
    factor: fn(f64) -> (f64, f64),
    run: impl Fn(&[[f32; D]], f32) -> Outcome + 'static,
    rows: impl Fn(&dyn Fn(usize, usize) -> f64) -> Vec<(f64, Vec<Pair>)> + 'static,
) -> Case {
    inputs.push(parameter);
    Case {
        inputs,
        domain: (f32::MIN, f32::MAX),
        sweep: None,
        parameters: 1,
        describe: None,
        run: Box::new(move |inputs| {
            let (embeddings, parameter) = inputs.split_at(inputs.len() - 1);
            run(embeddings.as_chunks().0, parameter[0])
        }),
        exact: Box::new(move |inputs| {
            let (embeddings, parameter) = inputs.split_at(inputs.len() - 1);
            let at = |i: usize| &embeddings[D * i..D * (i + 1)];
            let (scale, relative) = factor(parameter[0]);
            let logit = |i: usize, j: usize| scale * cosine(at(i), at(j));
            let rows = rows(&logit);
            let value: f64 = rows.iter().map(|(value, _)| value).sum();
            let mut gradient = vec![0.0; embeddings.len()];
            let mut along_scale = 0.0;
            for (i, j, slope) in rows.iter().flat_map(|(_, pairs)| pairs) {
                along_scale += slope * logit(*i, *j) * relative;
                for (x, y) in [(*i, *j), (*j, *i)] {
                    let (a, b, cosine) = (norm(at(x)), norm(at(y)), cosine(at(x), at(y)));
                    if a > 0.0 && b > 0.0 {
                        for k in 0..D {
                            gradient[D * x + k] += slope * scale * (at(y)[k] / b - cosine * at(x)[k] / a) / a;
                        }
                    }
                }
            }
            let slopes = gradient.iter().enumerate().map(|(i, exact)| {
                let length = norm(at(i / D));
                // Beyond the range of a number the length has no meaning left.
                let scale = if length == 0.0 { 0.0 } else { scale / length };
                Figure { scale: exact.abs().max(scale), ..(*exact).into() }
            });
            let along = Figure { scale: along_scale.abs().max(scale * relative.abs()), ..along_scale.into() };
            Exact {
                value: Figure { scale: value.abs().max(scale), ..value.into() },
                gradient: slopes.chain([along]).collect(),
            }
        }),
        slope_of_value: 1.0,
    }
}

/// The scale 1/τ, whose logarithm falls by 1/τ.
fn inverse(tau: f64) -> (f64, f64) {
    (1.0 / tau, -1.0 / tau)
}

fn outcome(value: f32, fused: microloss::Tempered, gradients: &[&[f32]]) -> Outcome {
    assert_eq!(bits(&[value]), bits(&[fused.value]), "fused = value");
    Outcome {
        value,
        gradient: gradients.iter().flat_map(|g| g.iter().copied()).chain([fused.slope]).collect(),
    }
}

fn info_nce(d: &mut Draw, tau: f32, negatives_only: bool) -> Case {
    // Two anchors, and two candidates more than they need.
    let inputs = (0..(2 + N) * D).map(|_| d.float()).collect();
    let run = move |embeddings: &[[f32; D]], tau: f32| {
        let (anchors, candidates) = embeddings.split_at(2);
        let mut loss = InfoNce::new(tau);
        if negatives_only {
            loss = loss.negatives_only();
        }
        let mut scratch = [f32::NAN; InfoNce::scratch_len(N, D)];
        let value = loss.value(anchors, candidates, Reduction::Mean, &mut scratch).unwrap();
        let (mut a, mut c) = ([[0.0; D]; 2], [[0.0; D]; N]);
        let fused = loss
            .value_and_gradient(anchors, candidates, Reduction::Mean, &mut a, &mut c, &mut scratch)
            .unwrap();
        outcome(value, fused, &[a.as_flattened(), c.as_flattened()])
    };
    case(inputs, tau, inverse, run, move |logit| {
        let row_of = |i: usize| {
            let candidates: Vec<usize> = (2..2 + N).filter(|j| !negatives_only || *j != 2 + i).collect();
            row(|j| logit(i, j), &candidates, &[2 + i], i, 0.5)
        };
        vec![row_of(0), row_of(1)]
    })
}

fn nt_xent(d: &mut Draw) -> Case {
    let tau = d.pick(&[0.1f32, 0.5, 2.0]);
    let inputs = (0..N * D).map(|_| d.float()).collect();
    let run = |embeddings: &[[f32; D]], tau: f32| {
        let loss = NtXent::new(tau);
        let mut scratch = [f32::NAN; NtXent::scratch_len(N, D)];
        let value = loss.value(embeddings, Reduction::Mean, &mut scratch).unwrap();
        let mut gradient = [[0.0; D]; N];
        let fused =
            loss.value_and_gradient(embeddings, Reduction::Mean, &mut gradient, &mut scratch).unwrap();
        outcome(value, fused, &[gradient.as_flattened()])
    };
    case(inputs, tau, inverse, run, |logit| {
        let others = |i: usize| (0..N).filter(|j| *j != i).collect::<Vec<_>>();
        (0..N).map(|i| row(|j| logit(i, j), &others(i), &[(i + N / 2) % N], i, 1.0 / N as f64)).collect()
    })
}

fn supervised(d: &mut Draw) -> Case {
    let tau = d.pick(&[0.1f32, 0.5, 2.0]);
    // Three of one label, and one alone.
    let mut labels = [1_u16; N];
    labels[d.below(N)] = 2;
    let inputs = (0..N * D).map(|_| d.float()).collect();
    let run = move |embeddings: &[[f32; D]], tau: f32| {
        let loss = SupervisedContrastive::new(tau);
        let mut scratch = [f32::NAN; SupervisedContrastive::scratch_len(N, D)];
        let value = loss.value(embeddings, &labels, Reduction::Mean, &mut scratch).unwrap();
        let mut gradient = [[0.0; D]; N];
        let fused = loss
            .value_and_gradient(embeddings, &labels, Reduction::Mean, &mut gradient, &mut scratch)
            .unwrap();
        outcome(value, fused, &[gradient.as_flattened()])
    };
    case(inputs, tau, inverse, run, move |logit| {
        let anchors = (0..N).filter(|i| labels[*i] == 1);
        let row_of = |i: usize| {
            let others: Vec<usize> = (0..N).filter(|j| *j != i).collect();
            let positives: Vec<usize> = others.iter().copied().filter(|j| labels[*j] == 1).collect();
            row(|j| logit(i, j), &others, &positives, i, 1.0 / 3.0)
        };
        anchors.map(row_of).collect()
    })
}

fn clip(d: &mut Draw) -> Case {
    let log_scale = d.pick(&[0.0f32, 1.5, 2.66]);
    let inputs = (0..2 * N * D).map(|_| d.float()).collect();
    let run = |embeddings: &[[f32; D]], log_scale: f32| {
        let (images, texts) = embeddings.split_at(N);
        let loss = Clip::new(log_scale);
        let mut scratch = [f32::NAN; Clip::scratch_len(N, D)];
        let value = loss.value(images, texts, Reduction::Mean, &mut scratch).unwrap();
        let (mut i, mut t) = ([[0.0; D]; N], [[0.0; D]; N]);
        let fused =
            loss.value_and_gradient(images, texts, Reduction::Mean, &mut i, &mut t, &mut scratch).unwrap();
        outcome(value, fused, &[i.as_flattened(), t.as_flattened()])
    };
    case(
        inputs,
        log_scale,
        |s| (s.exp(), 1.0),
        run,
        |logit| {
            let (images, texts): (Vec<usize>, Vec<usize>) = ((0..N).collect(), (N..2 * N).collect());
            let weight = 0.5 / N as f64;
            let by_image = (0..N).map(|i| row(|t| logit(i, t), &texts, &[N + i], i, weight));
            let by_text = (0..N).map(|t| row(|i| logit(N + t, i), &images, &[t], N + t, weight));
            by_image.chain(by_text).collect()
        },
    )
}
