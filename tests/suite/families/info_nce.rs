//! References of the batch-coupled contrastive losses.

use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{
    Biased, Clip, CosineClassifier, InfoNce, NtXent, Reduction, References, SigLip, SupervisedContrastive,
};

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
        subject("NtXent", "by label", true, by_label),
        subject("SupervisedContrastive", "", true, supervised),
        subject("SupervisedContrastive", "against references", true, against),
        subject("Clip", "", true, clip),
        // Exponentials of logits as large as their scale.
        Subject { budget: (12.0, 10.0 + 1.5 * 20.0), ..subject("SigLip", "", true, |d| sig_lip(d, false)) },
        Subject {
            budget: (12.0, 10.0 + 1.5 * 20.0),
            ..subject("SigLip", "negatives only", true, |d| sig_lip(d, true))
        },
        Subject {
            budget: (12.0, 10.0 + 1.5 * 16.0),
            ..subject("CosineClassifier", "", true, |d| classifier(d, Bend::Cosine(0.0)))
        },
        Subject {
            budget: (12.0, 10.0 + 1.5 * 16.0),
            ..subject("CosineClassifier", "cosine margin", true, |d| {
                let margin = d.between(0.0, 1.0);
                classifier(d, Bend::Cosine(margin))
            })
        },
        Subject {
            budget: (12.0, 10.0 + 1.5 * 16.0),
            ..subject("CosineClassifier", "angular margin", true, |d| {
                let margin = d.between(0.0, 1.5);
                classifier(d, Bend::Angular(margin))
            })
        },
        Subject {
            budget: (12.0, 10.0 + 1.5 * 16.0),
            ..subject("CosineClassifier", "easy angular margin", true, |d| {
                let margin = d.between(0.0, 1.5);
                classifier(d, Bend::Easy(margin))
            })
        },
    ]
}

/// Length, and 0 for a vector too short to have a direction.
fn norm(x: &[f64]) -> f64 {
    let norm = x.iter().map(|x| x * x).sum::<f64>().sqrt();
    if norm < f64::from(f32::MIN_POSITIVE) { 0.0 } else { norm }
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
            let pairs: Vec<Pair> = rows.into_iter().flat_map(|(_, pairs)| pairs).collect();
            let along_scale: f64 = pairs.iter().map(|(i, j, slope)| slope * logit(*i, *j) * relative).sum();
            let slopes = through_cosines(embeddings, scale, &pairs).into_iter();
            let along = Figure { scale: along_scale.abs().max(scale * relative.abs()), ..along_scale.into() };
            Exact {
                value: Figure { scale: value.abs().max(scale), ..value.into() },
                gradient: slopes.chain([along]).collect(),
            }
        }),
        slope_of_value: 1.0,
    }
}

/// The gradient of embeddings through their cosines, times the scale. ULP are of the scale over the length of an embedding.
fn through_cosines(embeddings: &[f64], scale: f64, pairs: &[Pair]) -> Vec<Figure> {
    let at = |i: usize| &embeddings[D * i..D * (i + 1)];
    let mut gradient = vec![0.0; embeddings.len()];
    for (i, j, slope) in pairs {
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
    slopes.collect()
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

fn by_label(d: &mut Draw) -> Case {
    let tau = d.pick(&[0.1f32, 0.5, 2.0]);
    // Three of one label, and one alone.
    let mut labels = [1_u16; N];
    labels[d.below(N)] = 2;
    let inputs = (0..N * D).map(|_| d.float()).collect();
    let run = move |embeddings: &[[f32; D]], tau: f32| {
        let loss = NtXent::new(tau);
        let mut scratch = [f32::NAN; NtXent::scratch_len(N, D)];
        let value = loss.value_by_label(embeddings, &labels, Reduction::Mean, &mut scratch).unwrap();
        let mut gradient = [[0.0; D]; N];
        let fused = loss
            .value_and_gradient_by_label(embeddings, &labels, Reduction::Mean, &mut gradient, &mut scratch)
            .unwrap();
        outcome(value, fused, &[gradient.as_flattened()])
    };
    case(inputs, tau, inverse, run, move |logit| {
        let mut rows = Vec::new();
        for i in (0..N).filter(|i| labels[*i] == 1) {
            for p in (0..N).filter(|p| *p != i && labels[*p] == 1) {
                let candidates: Vec<usize> = (0..N).filter(|j| *j == p || labels[*j] == 2).collect();
                rows.push(row(|j| logit(i, j), &candidates, &[p], i, 1.0 / 6.0));
            }
        }
        rows
    })
}

fn against(d: &mut Draw) -> Case {
    let tau = d.pick(&[0.1f32, 0.5, 2.0]);
    let mut stored = [1_u16; N];
    stored[d.below(N)] = 2;
    let labels = [d.pick(&[1, 2]), 1];
    // Two embeddings, then the references.
    let inputs = (0..(2 + N) * D).map(|_| d.float()).collect();
    let run = move |all: &[[f32; D]], tau: f32| {
        let (embeddings, kept) = all.split_at(2);
        let references = References { embeddings: kept, labels: &stored };
        let loss = SupervisedContrastive::new(tau);
        let mut scratch = [f32::NAN; SupervisedContrastive::scratch_len_against(N, D)];
        let value =
            loss.value_against(embeddings, &labels, references, Reduction::Mean, &mut scratch).unwrap();
        let (mut e, mut r, mut alone) = ([[0.0; D]; 2], [[0.0; D]; N], [[0.0; D]; 2]);
        let mut fused = |gradient: &mut [[f32; D]], of_references: Option<&mut [[f32; D]]>| {
            let mean = Reduction::Mean;
            loss.value_and_gradient_against(
                embeddings,
                &labels,
                references,
                mean,
                gradient,
                of_references,
                &mut scratch,
            )
            .unwrap()
        };
        let both = fused(&mut e, Some(&mut r));
        let one = fused(&mut alone, None);
        assert_eq!(bits(&[both.value, both.slope]), bits(&[one.value, one.slope]));
        assert_eq!(bits(e.as_flattened()), bits(alone.as_flattened()), "references that are only stored");
        outcome(value, both, &[e.as_flattened(), r.as_flattened()])
    };
    case(inputs, tau, inverse, run, move |logit| {
        let candidates: Vec<usize> = (2..2 + N).collect();
        let row_of = |i: usize| {
            let positives: Vec<usize> =
                candidates.iter().copied().filter(|j| stored[j - 2] == labels[i]).collect();
            row(|j| logit(i, j), &candidates, &positives, i, 0.5)
        };
        vec![row_of(0), row_of(1)]
    })
}

/// Every pair of two images and three texts, each a question with the answer yes or no.
fn sig_lip(d: &mut Draw, negatives_only: bool) -> Case {
    let (log_scale, bias) = (d.pick(&[0.0f32, 1.5, core::f32::consts::LN_10]), d.pick(&[-10.0f32, 0.0, 2.5]));
    let mut inputs: Vec<f32> = (0..5 * D).map(|_| d.float()).collect();
    inputs.extend([log_scale, bias]);
    Case {
        inputs,
        domain: (f32::MIN, f32::MAX),
        sweep: None,
        parameters: 2,
        describe: None,
        run: Box::new(move |inputs| {
            let (embeddings, numbers) = inputs.split_at(5 * D);
            let (images, texts) = embeddings.as_chunks().0.split_at(2);
            let mut loss = SigLip::new(numbers[0], numbers[1]);
            if negatives_only {
                loss = loss.negatives_only();
            }
            let mut scratch = [f32::NAN; SigLip::scratch_len(3, D)];
            let value = loss.value(images, texts, Reduction::Mean, &mut scratch).unwrap();
            let (mut i, mut t) = ([[0.0; D]; 2], [[0.0; D]; 3]);
            let Biased { value: fused, log_scale, bias } = loss
                .value_and_gradient(images, texts, Reduction::Mean, &mut i, &mut t, &mut scratch)
                .unwrap();
            assert_eq!(bits(&[value]), bits(&[fused]), "fused = value");
            Outcome { value, gradient: [i.as_flattened(), t.as_flattened(), &[log_scale, bias]].concat() }
        }),
        exact: Box::new(move |inputs| {
            let (embeddings, numbers) = inputs.split_at(5 * D);
            let (scale, bias) = (numbers[0].exp(), numbers[1]);
            let at = |i: usize| &embeddings[D * i..D * (i + 1)];
            let (mut value, mut along, mut across, mut pairs) = (0.0, 0.0, 0.0, Vec::new());
            for i in 0..2 {
                for t in 0..3 {
                    let sign = if i == t && !negatives_only { -1.0 } else { 1.0 };
                    let logit = scale * cosine(at(i), at(2 + t));
                    let slope = 0.5 * sign * sigmoid(sign * (logit + bias));
                    value += 0.5 * softplus(sign * (logit + bias));
                    along += slope * logit;
                    across += slope;
                    pairs.push((i, 2 + t, slope));
                }
            }
            let largest = scale.max(bias.abs());
            let of = |exact: f64, size: f64| Figure { scale: exact.abs().max(size), ..exact.into() };
            let mut gradient = through_cosines(embeddings, scale, &pairs);
            gradient.extend([of(along, scale), of(across, 1.0)]);
            Exact { value: of(value, largest), gradient }
        }),
        slope_of_value: 1.0,
    }
}

/// A margin on the cosine of the label.
#[derive(Clone, Copy)]
enum Bend {
    Cosine(f32),
    Angular(f32),
    Easy(f32),
}

impl Bend {
    /// φ and φ′ of an angle's cosine and sine, by the angle, and the cosine at which φ jumps.
    fn of(self, c: f64, s: f64) -> (f64, f64, f64) {
        let bent = |m: f32, from: f64, beyond: f64| {
            let sum = s.atan2(c) + f64::from(m);
            if c <= from { (c - beyond, 1.0, from) } else { (sum.cos(), sum.sin() / s, from) }
        };
        match self {
            Self::Cosine(m) => (c - f64::from(m), 1.0, f64::NAN),
            Self::Angular(m) => {
                bent(m, (std::f64::consts::PI - f64::from(m)).cos(), f64::from(m) * f64::from(m).sin())
            }
            Self::Easy(m) => bent(m, 0.0, 0.0),
        }
    }
}

/// Two embeddings, and the vectors of four classes.
fn classifier(d: &mut Draw, bend: Bend) -> Case {
    let scale = d.pick(&[1.0f32, 8.0, 16.0]);
    let labels = [d.below(N) as u8, d.below(N) as u8];
    let inputs = (0..(2 + N) * D).map(|_| d.float()).collect();
    let loss = CosineClassifier::new(scale);
    let loss = match bend {
        Bend::Cosine(margin) => loss.with_cosine_margin(margin),
        Bend::Angular(margin) => loss.with_angular_margin(margin),
        Bend::Easy(margin) => loss.with_easy_angular_margin(margin),
    };
    Case {
        inputs,
        domain: (f32::MIN, f32::MAX),
        sweep: None,
        parameters: 0,
        describe: None,
        run: Box::new(move |inputs| {
            let (embeddings, classes) = inputs.as_chunks().0.split_at(2);
            let mut scratch = [f32::NAN; CosineClassifier::scratch_len(N, D)];
            let value = loss.value(embeddings, &labels, classes, Reduction::Mean, &mut scratch).unwrap();
            let (mut e, mut c) = ([[0.0; D]; 2], [[0.0; D]; N]);
            let mean = Reduction::Mean;
            let fused = loss
                .value_and_gradient(embeddings, &labels, classes, mean, &mut e, &mut c, &mut scratch)
                .unwrap();
            assert_eq!(bits(&[value]), bits(&[fused]), "fused = value");
            Outcome { value, gradient: [e.as_flattened(), c.as_flattened()].concat() }
        }),
        exact: Box::new(move |inputs| {
            let at = |i: usize| &inputs[D * i..D * (i + 1)];
            let scale = f64::from(scale);
            let (mut value, mut steepest, mut pairs, mut is_at_jump) = (0.0, 1.0f64, Vec::new(), false);
            for (i, label) in labels.into_iter().enumerate() {
                let own = 2 + usize::from(label);
                let (c, a, b) = (cosine(at(i), at(own)), norm(at(i)), norm(at(own)));
                // The part of one direction across the other, which does not cancel.
                let across =
                    (0..D).map(|k| at(own)[k] / b - c * at(i)[k] / a).map(|x| x * x).sum::<f64>().sqrt();
                let s = if a == 0.0 || b == 0.0 { 1.0 } else { across };
                let (bent, slope, jump) = bend.of(c, s);
                is_at_jump |= (c - jump).abs() < 1e-5;
                // Directions that rounding cannot tell apart have an angle without a gradient.
                steepest = steepest.max(if s < 2e-6 && slope != 1.0 { 1e12 } else { slope });
                let slope = if s < 1e-9 { 0.0 } else { slope };
                let candidates: Vec<usize> = (2..2 + N).collect();
                let logit = |j: usize| scale * if j == own { bent } else { cosine(at(i), at(j)) };
                let (loss, of_row) = row(logit, &candidates, &[own], i, 0.5);
                value += loss;
                pairs
                    .extend(of_row.into_iter().map(|(i, j, g)| (i, j, if j == own { g * slope } else { g })));
            }
            // At the jump either side is right.
            let wide = if is_at_jump { 1e9 } else { 1.0 };
            let gradient = through_cosines(inputs, scale, &pairs).into_iter();
            let gradient = gradient.map(|g| Figure { scale: g.scale.max(wide * steepest * g.scale), ..g });
            let value = Figure { scale: value.abs().max(wide * scale), ..value.into() };
            Exact { value, gradient: gradient.collect() }
        }),
        slope_of_value: 1.0,
    }
}
