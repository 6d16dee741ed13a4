//! References of the losses of distances, sets of labels, regions and sequences, and of the robust
//! cross-entropies.

use super::classification::{miss, negative_log_probability, probability};
use super::sigmoid;
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{
    Ctc, GeneralizedCrossEntropy, HingeEmbedding, MultiLabelMargin, Poly1CrossEntropy, Reduction, Rowwise,
    SigmoidTversky, SoftmaxTversky, Tversky,
};

/// Classes, or pixels, in the drawn cases.
const K: usize = 5;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        Subject { nonnegative: false, ..subject("HingeEmbedding", "", (1.0, 0.0), hinge_embedding) },
        subject("MultiLabelMargin", "", (3.0, 1.0), multi_label),
        subject("GeneralizedCrossEntropy", "", (5.0, 8.0), |d| generalized(d, &[0.1, 0.5, 0.7, 1.0])),
        subject("GeneralizedCrossEntropy", "small q", (5.0, 8.0), |d| generalized(d, &[1e-30, 1e-8, 1e-3])),
        subject("Poly1CrossEntropy", "ε ≥ 0", (5.0, 6.5), |d| poly(d, &[0.0, 0.5, 2.0])),
        subject("Poly1CrossEntropy", "ε < 0", (14.0, 10.0), |d| poly(d, &[-1.0, -0.75, -0.4])),
        subject("Tversky", "Dice", (4.0, 8.0), |d| probabilities(d, true)),
        subject("Tversky", "", (4.0, 8.0), |d| probabilities(d, false)),
        subject("SigmoidTversky", "Dice", (5.0, 11.0), |d| logits(d, true)),
        subject("SigmoidTversky", "", (5.0, 11.0), |d| logits(d, false)),
        subject("Tversky", "ignored pixels", (4.0, 8.0), |d| ignoring(d, false)),
        subject("SigmoidTversky", "ignored pixels", (5.0, 11.0), |d| ignoring(d, true)),
        subject("SoftmaxTversky", "weights, present classes", (6.0, 17.0), some_classes),
        subject("SoftmaxTversky", "Dice", (5.0, 16.0), |d| classes(d, true)),
        subject("SoftmaxTversky", "", (5.0, 16.0), |d| classes(d, false)),
        subject("Ctc", "", (3.0, 10.0), ctc),
    ]
}

fn hinge_embedding(d: &mut Draw) -> Case {
    let (y, margin) = (d.pick(&[-1.0f32, 1.0]), d.pick(&[0.0, 0.5, 1.0, 3.0]));
    Case::of_row(HingeEmbedding::new(margin), d.float(), y, move |x, y| {
        let shortfall = f64::from(margin) - x[0];
        let (value, slope) = match *y > 0.0 {
            true => (x[0], 1.0),
            false if shortfall > 0.0 => (shortfall, -1.0),
            false => (0.0, 0.0),
        };
        Exact { value: value.into(), gradient: vec![slope.into()] }
    })
}

fn multi_label(d: &mut Draw) -> Case {
    let target: [bool; K] = core::array::from_fn(|_| d.coin());
    Case::of_row(MultiLabelMargin::new(), d.floats::<K>(), target, |x, target| {
        let mut value = Figure::from(0.0);
        let mut gradient = [0.0; K];
        for j in (0..K).filter(|j| target[*j]) {
            for i in (0..K).filter(|i| !target[*i]) {
                // In the order that keeps what is small beside 1.
                let violation = if x[i] < -0.5 { (1.0 + x[i]) - x[j] } else { (1.0 - x[j]) + x[i] };
                if violation > 0.0 {
                    value.exact += violation / K as f64;
                    // The sizes of the numbers whose difference it is.
                    value.scale = value.scale.max(x[j].abs()).max(x[i].abs()).max(value.exact);
                    gradient[j] -= 1.0 / K as f64;
                    gradient[i] += 1.0 / K as f64;
                }
            }
        }
        Exact { value, gradient: gradient.map(Figure::from).to_vec() }
    })
}

fn generalized(d: &mut Draw, qs: &[f32]) -> Case {
    let (q, label) = (d.pick(qs), d.below(K) as u8);
    Case::of_row(GeneralizedCrossEntropy::new(q), d.floats::<K>(), label, move |x, y| {
        let (q, y) = (f64::from(q), usize::from(*y));
        let loss = negative_log_probability(x, y);
        let focus = (-q * loss).exp();
        let gradient = (0..K)
            .map(|k| Figure::from(if k == y { -focus * miss(x, y) } else { focus * probability(x, k) }));
        Exact { value: (-(-q * loss).exp_m1() / q).into(), gradient: gradient.collect() }
    })
}

fn poly(d: &mut Draw, epsilons: &[f32]) -> Case {
    let (epsilon, label) = (d.pick(epsilons), d.below(K) as u16);
    Case::of_row(Poly1CrossEntropy::new(epsilon), d.floats::<K>(), label, move |x, y| {
        let (epsilon, y) = (f64::from(epsilon), usize::from(*y));
        let (loss, q) = (negative_log_probability(x, y), miss(x, y));
        // Σ (1 − p)^j / j from the second term on, if the first two digits or more would cancel.
        let rest = if q < 0.01 { (2..12).map(|j| q.powi(j) / f64::from(j)).sum() } else { loss - q };
        let slope = (1.0 + epsilon) - epsilon * q;
        // 1 − p is a sum of K − 1 numbers; if they are subnormal, so are its digits.
        let others = (1.0 + epsilon).max(1.0) * (K - 1) as f64;
        let gradient = (0..K)
            .map(|k| Figure::from(slope * if k == y { -q } else { probability(x, k) }).weighing(others));
        let value = Figure::from(rest + (1.0 + epsilon) * q).weighing(others);
        Exact { value, gradient: gradient.collect() }
    })
}

/// α, β and smooth.
fn index(d: &mut Draw, dice: bool) -> [f32; 3] {
    let (alpha, beta) = if dice { (0.5, 0.5) } else { (d.pick(&[0.0, 0.3, 2.0]), d.pick(&[0.0, 0.7, 1.0])) };
    [alpha, beta, d.pick(&[0.0, 1e-3, 1.0])]
}

/// The loss of a region of (p, 1 − p, t), its derivatives in p as pairs of terms, and what the sums are
/// divided by: if they are subnormal, so are their digits.
fn tversky(pixels: &[[f64; 3]], index: [f32; 3]) -> (f64, Vec<[f64; 2]>, f64) {
    let [alpha, beta, smooth] = index.map(f64::from);
    let total = |f: &dyn Fn(&[f64; 3]) -> f64| pixels.iter().map(f).sum::<f64>();
    let hits = total(&|[p, _, t]| p * t);
    let errors = alpha * total(&|[p, _, t]| p * (1.0 - t)) + beta * total(&|[_, q, t]| q * t);
    let all = hits + errors + smooth;
    if all == 0.0 {
        return (0.0, vec![[0.0; 2]; pixels.len()], 1.0);
    }
    let slopes = pixels.iter().map(|[_, _, t]| {
        let outside = (1.0 - t) * alpha * (hits + smooth) / all / all;
        [outside, -t * (beta * (hits + smooth) + errors) / all / all]
    });
    (errors / all, slopes.collect(), 1.0 / all)
}

fn memberships(d: &mut Draw) -> [f32; K] {
    match d.below(4) {
        0 => [0.0; K],
        1 => core::array::from_fn(|_| d.unit()),
        _ => core::array::from_fn(|_| d.pick(&[0.0, 1.0])),
    }
}

fn probabilities(d: &mut Draw, dice: bool) -> Case {
    let index = index(d, dice);
    let loss = if dice { Tversky::dice() } else { Tversky::new(index[0], index[1]) };
    let p = core::array::from_fn(|_| d.probability());
    Case::of_row(loss.with_smooth(index[2]), p, memberships(d), move |p, t| {
        let pixels: Vec<_> = p.iter().zip(t).map(|(p, t)| [*p, 1.0 - p, f64::from(*t)]).collect();
        let (value, slopes, inverse) = tversky(&pixels, index);
        let gradient = slopes.iter().map(|terms| Figure::sum(terms).weighing(inverse));
        Exact { value: Figure::from(value).weighing(inverse), gradient: gradient.collect() }
    })
    .within(0.0, 1.0)
}

fn logits(d: &mut Draw, dice: bool) -> Case {
    let index = index(d, dice);
    let loss = if dice { SigmoidTversky::dice() } else { SigmoidTversky::new(index[0], index[1]) };
    let target = memberships(d);
    Case::of_row(loss.with_smooth(index[2]), d.floats::<K>(), target, move |x, t| {
        let pixels: Vec<_> =
            x.iter().zip(t).map(|(x, t)| [sigmoid(*x), sigmoid(-x), f64::from(*t)]).collect();
        let (value, slopes, inverse) = tversky(&pixels, index);
        let gradient = slopes
            .iter()
            .zip(&pixels)
            .map(|(terms, [p, q, _])| Figure::sum(&terms.map(|g| g * p * q)).weighing(inverse));
        Exact { value: Figure::from(value).weighing(inverse), gradient: gradient.collect() }
    })
}

/// Regions with pixels that have no annotation.
fn ignoring(d: &mut Draw, of_logits: bool) -> Case {
    const IGNORED: f32 = 255.0;
    let index = index(d, false);
    let [alpha, beta, smooth] = index;
    let target = memberships(d).map(|t| if d.below(3) == 0 { IGNORED } else { t });
    let exact = move |x: &[f64], t: &[f32; K]| {
        let counted = |i: &usize| t[*i] != IGNORED;
        let pixel = |i: usize| match of_logits {
            true => [sigmoid(x[i]), sigmoid(-x[i]), f64::from(t[i])],
            false => [x[i], 1.0 - x[i], f64::from(t[i])],
        };
        let pixels: Vec<_> = (0..K).filter(counted).map(pixel).collect();
        let (value, slopes, inverse) = tversky(&pixels, index);
        let mut gradient = vec![Figure::from(0.0); K];
        for (i, (terms, [p, q, _])) in (0..K).filter(counted).zip(slopes.iter().zip(&pixels)) {
            let factor = if of_logits { p * q } else { 1.0 };
            gradient[i] = Figure::sum(&terms.map(|g| g * factor)).weighing(inverse);
        }
        Exact { value: Figure::from(value).weighing(inverse), gradient }
    };
    if of_logits {
        let loss = SigmoidTversky::new(alpha, beta).ignoring(IGNORED).with_smooth(smooth);
        return Case::of_row(loss, d.floats(), target, exact);
    }
    let p = core::array::from_fn(|_| d.probability());
    let loss = Tversky::new(alpha, beta).with_smooth(smooth).ignoring(IGNORED);
    Case::of_row(loss, p, target, exact).within(0.0, 1.0)
}

fn classes(d: &mut Draw, dice: bool) -> Case {
    let index = index(d, dice);
    let loss = if dice { SoftmaxTversky::dice() } else { SoftmaxTversky::new(index[0], index[1]) };
    of_classes(d, loss.with_smooth(index[2]), index, [1.0; C], false)
}

/// Class weights, classes that are absent and do not count, or both.
fn some_classes(d: &mut Draw) -> Case {
    static WEIGHTS: [f32; C] = [0.0, 2.0, 0.3];
    let index = index(d, false);
    let loss = SoftmaxTversky::new(index[0], index[1]).with_smooth(index[2]);
    let weighted = loss.with_class_weights(&WEIGHTS);
    match d.below(3) {
        0 => of_classes(d, weighted, index, WEIGHTS, false),
        1 => of_classes(d, loss.present_only(), index, [1.0; C], true),
        _ => of_classes(d, weighted.present_only(), index, WEIGHTS, true),
    }
}

/// Classes of a row of pixels.
const C: usize = 3;

fn of_classes<L>(d: &mut Draw, loss: L, index: [f32; 3], weights: [f32; C], present_only: bool) -> Case
where
    L: Rowwise<Row = [[f32; C]; K], Target = [u8; K]> + core::fmt::Debug + 'static,
{
    let target: [u8; K] = core::array::from_fn(|_| d.pick(&[0, 1, 2, 2]));
    let row: [[f32; C]; K] = core::array::from_fn(|_| d.floats());
    Case::of_row(loss, row, target, move |x, target| {
        let is_absent = |k: usize| !target.iter().any(|label| usize::from(*label) == k);
        let weight = |k: usize| if present_only && is_absent(k) { 0.0 } else { f64::from(weights[k]) };
        let total: f64 = (0..C).map(weight).sum();
        let share = |k: usize| if total > 0.0 { weight(k) / total } else { 0.0 };
        let row = |i: usize| &x[i * C..][..C];
        let (mut value, mut inverse) = (0.0, 1.0_f64);
        let mut slopes = Vec::new();
        for k in 0..C {
            let pixels = (0..K).map(|i| {
                let is = f64::from(u8::from(usize::from(target[i]) == k));
                [probability(row(i), k), miss(row(i), k), is]
            });
            let (loss, of_class, of_sums) = tversky(&pixels.collect::<Vec<_>>(), index);
            value += loss * share(k);
            inverse = inverse.max(of_sums);
            slopes.push(of_class);
        }
        let slope = |i: usize, k: usize| (slopes[k][i][0] + slopes[k][i][1]) * share(k);
        let gradient = (0..K * C).map(|at| {
            let (i, j) = (at / C, at % C);
            let p = |k| probability(row(i), k);
            let terms: [f64; C] = core::array::from_fn(|k| p(j) * p(k) * slope(i, j));
            let others: [f64; C] = core::array::from_fn(|k| -p(j) * p(k) * slope(i, k));
            let mut both = Vec::new();
            for k in (0..C).filter(|k| *k != j) {
                both.extend([terms[k], others[k]]);
            }
            Figure::sum(&both).weighing(inverse)
        });
        Exact { value: Figure::from(value).weighing(inverse), gradient: gradient.collect() }
    })
}

/// Every path of up to four frames over three classes, one by one.
fn ctc(d: &mut Draw) -> Case {
    const C: usize = 3;
    let frames = 1 + d.below(4);
    let blank = d.below(C) as u8;
    let others: Vec<u8> = (0..C as u8).filter(|k| *k != blank).collect();
    let mut labels = Vec::new();
    // The most labels that there is room for: a repeat needs a blank between.
    let mut room = frames;
    while room > 0 && d.below(4) > 0 {
        let label = d.pick(&others);
        let needed = 1 + usize::from(labels.last() == Some(&label));
        if needed > room {
            break;
        }
        room -= needed;
        labels.push(label);
    }
    let spelt = labels.clone();
    Case {
        inputs: (0..frames * C).map(|_| d.float()).collect(),
        domain: (f32::MIN, f32::MAX),
        run: Box::new(move |x| {
            let ctc = Ctc::<C, u8>::new(blank);
            let logits = x.as_chunks::<C>().0;
            let mut scratch = vec![f32::NAN; Ctc::<C, u8>::scratch_len(frames, labels.len())];
            let mut gradient = vec![[f32::NAN; C]; frames];
            let fused = ctc.value_and_gradient(logits, &labels, Reduction::Sum, &mut gradient, &mut scratch);
            let mut in_place = logits.to_vec();
            let also = ctc.value_and_gradient_in_place(&mut in_place, &labels, Reduction::Mean, &mut scratch);
            scratch.truncate(Ctc::<C, u8>::value_scratch_len(labels.len()));
            let value = ctc.value(logits, &labels, Reduction::Sum, &mut scratch).unwrap();
            assert_eq!(bits(&[value]), bits(&[fused.unwrap()]), "fused = value");
            assert_eq!(bits(&[value]), bits(&[also.unwrap()]), "in place = value");
            assert_eq!(bits(gradient.as_flattened()), bits(in_place.as_flattened()), "in place = fused");
            Outcome { value, gradient: gradient.concat() }
        }),
        exact: Box::new(move |x| {
            let frame = |t: usize| &x[t * C..][..C];
            let mut paths = Vec::new();
            for number in 0..C.pow(frames as u32) {
                let path: Vec<usize> = (0..frames).map(|t| number / C.pow(t as u32) % C).collect();
                let mut merged = path.clone();
                merged.dedup();
                merged.retain(|k| *k != usize::from(blank));
                if merged.iter().map(|k| *k as u8).eq(spelt.iter().copied()) {
                    let log: f64 = (0..frames).map(|t| -negative_log_probability(frame(t), path[t])).sum();
                    paths.push((log, path));
                }
            }
            let best = paths.iter().fold(f64::NEG_INFINITY, |best, (log, _)| best.max(*log));
            let all: f64 = paths.iter().map(|(log, _)| (log - best).exp()).sum();
            let value = -(best + all.ln());
            let gradient = (0..frames * C).map(|at| {
                let (t, k) = (at / C, at % C);
                let through = paths.iter().filter(|(_, path)| path[t] == k);
                let share = through.map(|(log, _)| (log - best).exp()).sum::<f64>() / all;
                // A difference of two probabilities, and logarithms leave its absolute error.
                Figure { scale: 1.0, ..Figure::from(probability(frame(t), k) - share) }
            });
            // Logarithms are added: what is lost is lost of a frame's, whatever the sum.
            let value = Figure { scale: value.max(frames as f64), ..value.into() };
            Exact { value, gradient: gradient.collect() }
        }),
        sweep: None,
        parameters: 0,
        describe: None,
        slope_of_value: 1.0,
    }
}
