//! References of the metric losses.

use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{Contrastive, CosineEmbedding, CosineTriplet, LinearContrastive, MarginRanking, Triplet};

/// Dimensions of the drawn embeddings.
const D: usize = 4;

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        subject("Contrastive", "", (5.5, 5.0), contrastive),
        subject("LinearContrastive", "", (4.0, 6.0), |d| linear_contrastive(d, false)),
        subject("LinearContrastive", "positive margin", (4.0, 6.0), |d| linear_contrastive(d, true)),
        subject("Triplet", "", (4.0, 6.0), |d| triplet(d, [false, false], None)),
        subject("Triplet", "squared", (6.0, 2.0), |d| triplet(d, [true, false], None)),
        subject("Triplet", "swap", (4.0, 6.0), |d| triplet(d, [false, true], None)),
        subject("Triplet", "soft", (6.0, 8.0), |d| triplet(d, [false, false], Some(0.0))),
        subject("Triplet", "soft with margin", (6.0, 8.0), |d| {
            let margin = d.between(0.0, 3.0);
            triplet(d, [false, false], Some(margin))
        }),
        subject("CosineTriplet", "", (8.0, 10.0), cosine_triplet),
        subject("CosineEmbedding", "", (8.0, 8.0), cosine),
        subject("MarginRanking", "", (1.5, 1.0), |d| {
            let margin = d.between(0.1, 3.0);
            let target = d.pick(&[1.0f32, -1.0]);
            Case::of_row(MarginRanking::new(margin), d.floats::<2>(), target, move |x, y| {
                let (m, y) = (f64::from(margin), f64::from(*y));
                let violation = m - y * (x[0] - x[1]);
                let exact = if violation > 0.0 { y } else { 0.0 };
                // Near the kink either slope is right.
                let kink = if violation.abs() < 1e-5 * (m + x[0].abs() + x[1].abs()) { 1e9 } else { 0.0 };
                let slope = |s: f64| Figure::sum(&[s, kink, -kink]);
                let value = Figure { scale: m.max(x[0].abs()).max(x[1].abs()), ..violation.max(0.0).into() };
                Exact { value, gradient: vec![slope(-exact), slope(exact)] }
            })
        }),
    ]
}

fn distance(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| (x - y).powi(2)).sum::<f64>().sqrt()
}

/// (x − y)/d, and 0 for d = 0.
fn unit(x: &[f64], y: &[f64]) -> Vec<f64> {
    let d = distance(x, y);
    x.iter().zip(y).map(|(x, y)| if d == 0.0 { 0.0 } else { (x - y) / d }).collect()
}

fn contrastive(d: &mut Draw) -> Case {
    let margin = d.between(0.5, 20.0);
    let same = d.coin();
    let row = [d.floats::<D>(), d.floats::<D>()];
    Case::of_row(Contrastive::new(margin), row, same, move |x, same| {
        let (first, second) = x.split_at(D);
        let (d, m) = (distance(first, second), f64::from(margin));
        let u = unit(first, second);
        let shortfall = (m - d).max(0.0);
        let size = if *same { d } else { shortfall };
        // m − d cancels: ULP are of the margin there.
        let scale = if *same {
            0.0
        } else if shortfall > 0.0 {
            m
        } else {
            0.0
        };
        let slope = |s: f64, u: f64| {
            let exact = s * if *same { 2.0 * d * u } else { -2.0 * shortfall * u };
            Figure { scale: exact.abs().max(2.0 * scale * u.abs()), ..exact.into() }
        };
        let value = Figure { scale: (size * size).max(scale * size), ..(size * size).into() };
        let gradient = u.iter().map(|u| slope(1.0, *u)).chain(u.iter().map(|u| slope(-1.0, *u)));
        Exact { value, gradient: gradient.collect() }
    })
}

/// The contrastive loss without squares: max(0, d − m₊), or max(0, m − d).
fn linear_contrastive(d: &mut Draw, has_positive_margin: bool) -> Case {
    let (margin, positive_margin) = (d.between(0.5, 20.0), d.between(0.1, 5.0));
    let same = d.coin();
    let mut loss = LinearContrastive::new(margin);
    if has_positive_margin {
        loss = loss.with_positive_margin(positive_margin);
    }
    let row = [d.floats::<D>(), d.floats::<D>()];
    Case::of_row(loss, row, same, move |x, same| {
        let (first, second) = x.split_at(D);
        let d = distance(first, second);
        let positive_margin = if has_positive_margin { f64::from(positive_margin) } else { 0.0 };
        let (violation, sign, own) = match *same {
            true => (d - positive_margin, 1.0, positive_margin),
            false => (f64::from(margin) - d, -1.0, f64::from(margin)),
        };
        // At the kink either slope is right.
        let kink = if own > 0.0 && violation.abs() < 1e-5 * own { 1e9 } else { 0.0 };
        let slope = if violation > 0.0 { sign } else { 0.0 };
        let value = Figure { scale: if own > 0.0 { d.max(own) } else { 0.0 }, ..violation.max(0.0).into() };
        let u = unit(first, second);
        let gradient = [1.0, -1.0]
            .map(|s| u.iter().map(move |u| Figure::sum(&[s * slope * u, kink, -kink])).collect::<Vec<_>>());
        Exact { value, gradient: gradient.concat() }
    })
}

/// `soft` is the margin of a smooth loss.
fn triplet(d: &mut Draw, [squared, swap]: [bool; 2], soft: Option<f32>) -> Case {
    let hard = d.between(0.5, 20.0);
    let margin = soft.unwrap_or(hard);
    let mut loss = match soft {
        None => Triplet::new(margin),
        Some(0.0) => Triplet::soft(),
        Some(margin) => Triplet::soft_with_margin(margin),
    };
    let soft = soft.is_some();
    if squared {
        loss = loss.squared();
    }
    if swap {
        loss = loss.with_swap();
    }
    let row = [d.floats::<D>(), d.floats::<D>(), d.floats::<D>()];
    Case::of_row(loss, row, (), move |x, ()| {
        let (anchor, rest) = x.split_at(D);
        let (positive, negative) = rest.split_at(D);
        let size = |d: f64| if squared { d * d } else { d };
        let (near, mut far) = (distance(anchor, positive), distance(anchor, negative));
        let swapped = swap && distance(positive, negative) < far;
        let from = if swapped { positive } else { anchor };
        if swapped {
            far = distance(positive, negative);
        }
        let difference = size(near) - size(far);
        let violation = difference + f64::from(margin);
        let (value, weight) = if soft {
            (softplus(violation), sigmoid(violation))
        } else {
            (violation.max(0.0), if violation > 0.0 { 1.0 } else { 0.0 })
        };
        let largest = size(near).max(size(far)).max(f64::from(margin));
        // At the kink either slope is right; so are both distances if they tie.
        let tie = swap && (distance(anchor, negative) - distance(positive, negative)).abs() < 1e-5 * far;
        let kink = if !soft && violation.abs() < 1e-5 * largest || tie { 1e9 } else { 0.0 };
        let slope = |d: f64, x: &[f64], y: &[f64]| -> Vec<f64> {
            unit(x, y).iter().map(|u| weight * if squared { 2.0 * d * u } else { *u }).collect()
        };
        let (pull, push) = (slope(near, anchor, positive), slope(far, from, negative));
        let forgiven = if soft { 4.0 * largest } else { 0.0 };
        let of = |terms: &[f64]| {
            let mut terms = terms.to_vec();
            terms.extend([kink, -kink]);
            Figure::sum(&terms).forgiving(forgiven)
        };
        let zero = vec![0.0; D];
        let mut gradient = Vec::new();
        let (anchor_push, positive_push) = if swapped { (&zero, &push) } else { (&push, &zero) };
        gradient.extend(pull.iter().zip(anchor_push).map(|(a, b)| of(&[*a, -b])));
        gradient.extend(pull.iter().zip(positive_push).map(|(a, b)| of(&[-a, -b])));
        gradient.extend(push.iter().map(|a| of(&[*a])));
        let value = if soft { value.into() } else { Figure { scale: largest, ..value.into() } };
        Exact { value: value.forgiving(forgiven), gradient }
    })
}

/// Unit vector and length, both 0 for a vector that is too short to have a direction.
fn direction(x: &[f64]) -> (Vec<f64>, f64) {
    let norm = distance(x, &[0.0; D]);
    if norm < 1.2e-38 { (vec![0.0; D], 0.0) } else { (x.iter().map(|x| x / norm).collect(), norm) }
}

/// max(0, cos(a, n) − cos(a, p) + m), with cosine 0 for a vector without direction.
fn cosine_triplet(d: &mut Draw) -> Case {
    let margin = d.pick(&[0.1, 0.5, 2.0]);
    let row = [d.floats::<D>(), d.floats::<D>(), d.floats::<D>()];
    Case::of_row(CosineTriplet::new(margin), row, (), move |x, ()| {
        let (anchor, rest) = x.split_at(D);
        let (positive, negative) = rest.split_at(D);
        let [(u, a), (v, p), (w, n)] = [anchor, positive, negative].map(direction);
        let dot = |x: &[f64], y: &[f64]| -> f64 { x.iter().zip(y).map(|(x, y)| x * y).sum() };
        // 1 − cos, without cancellation.
        let apart = |x: &[f64], y: &[f64], has_both: bool| {
            if has_both { 0.5 * distance(x, y).powi(2) } else { 1.0 }
        };
        let (near, far) = (apart(&u, &v, a > 0.0 && p > 0.0), apart(&u, &w, a > 0.0 && n > 0.0));
        let violation = near - far + f64::from(margin);
        let largest = near.max(far).max(f64::from(margin));
        let kink = if violation.abs() < 1e-5 { 1e9 } else { 0.0 };
        let on = if violation > 0.0 { 1.0 } else { 0.0 };
        // ULP are of a direction over the length.
        let of = |slope: f64, norm: f64| match norm {
            0.0 => Figure::from(0.0),
            _ => Figure::sum(&[on * slope / norm, on / norm, -on / norm, kink, -kink]),
        };
        let (c, e) = (dot(&u, &v), dot(&u, &w));
        let of_anchor = (0..D).map(|i| of((w[i] - v[i]) - (e - c) * u[i], a));
        let of_positive = (0..D).map(|i| of(c * v[i] - u[i], p));
        let of_negative = (0..D).map(|i| of(u[i] - e * w[i], n));
        let gradient = of_anchor.chain(of_positive).chain(of_negative).collect();
        Exact { value: Figure { scale: largest, ..violation.max(0.0).into() }, gradient }
    })
}

fn cosine(d: &mut Draw) -> Case {
    let margin = d.pick(&[0.0, 0.5, -0.25]);
    let same = d.coin();
    let row = [d.floats::<D>(), d.floats::<D>()];
    Case::of_row(CosineEmbedding::new(margin), row, same, move |x, same| {
        let (first, second) = x.split_at(D);
        let (a, b) = (distance(first, &[0.0; D]), distance(second, &[0.0; D]));
        // The smallest length that has a direction.
        let directed = a >= 1.2e-38 && b >= 1.2e-38;
        let (a, b) = if directed { (a, b) } else { (0.0, 0.0) };
        let unit = |x: &[f64], norm: f64| -> Vec<f64> {
            x.iter().map(|x| if norm == 0.0 { 0.0 } else { x / norm }).collect()
        };
        let (u, v) = (unit(first, a), unit(second, b));
        let cosine: f64 = u.iter().zip(&v).map(|(u, v)| u * v).sum();
        let (value, slope): (f64, f64) = if *same {
            let half: f64 = u.iter().zip(&v).map(|(u, v)| 0.5 * (u - v).powi(2)).sum();
            (if directed { half } else { 1.0 }, -1.0)
        } else {
            let excess = cosine - f64::from(margin);
            (excess.max(0.0), if excess > 0.0 { 1.0 } else { 0.0 })
        };
        let kink = if !same && (cosine - f64::from(margin)).abs() < 1e-5 { 1e9 } else { 0.0 };
        let of = |mine: f64, other: f64, norm: f64| {
            if norm == 0.0 || !directed {
                return Figure::from(0.0);
            }
            // Both directions are of length 1: ULP are of that over the length.
            let size = slope.abs() / norm;
            Figure::sum(&[slope * other / norm, -slope * cosine * mine / norm, size, -size, kink, -kink])
        };
        let mut gradient: Vec<Figure> = u.iter().zip(&v).map(|(u, v)| of(*u, *v, a)).collect();
        gradient.extend(u.iter().zip(&v).map(|(u, v)| of(*v, *u, b)));
        // Directions are rounded: of two that all but coincide, the difference has no digits left.
        Exact { value: Figure { scale: value.abs().max(1.0), ..value.into() }, gradient }
    })
}
