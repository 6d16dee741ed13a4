//! References of the likelihoods.

use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{GammaNll, GaussianNll, LaplaceNll, PoissonNll, ScaleFloor};
use std::f64::consts::{LN_2, PI};

pub fn subjects() -> Vec<Subject> {
    let subject =
        |name, variant, budget, nonnegative, draw| Subject { name, variant, budget, nonnegative, draw };
    vec![
        subject("GaussianNll", "", (6.0, 6.0), false, |d| {
            let full = d.coin();
            let loss = if full { GaussianNll::new().full() } else { GaussianNll::new() };
            Case::of_row(loss, d.floats::<2>(), d.float(), move |x, t| gaussian(x, f64::from(*t), full))
        }),
        subject("LaplaceNll", "", (5.0, 5.0), false, |d| {
            let full = d.coin();
            let loss = if full { LaplaceNll::new().full() } else { LaplaceNll::new() };
            Case::of_row(loss, d.floats::<2>(), d.float(), move |x, t| laplace(x, f64::from(*t), full))
        }),
        subject("GaussianNll", "floor", (6.0, 6.0), false, |d| {
            let (floor, row) = floored(d);
            let loss = ScaleFloor::new(GaussianNll::new(), floor);
            Case::of_row(loss, row, d.float(), move |x, t| {
                of_floor(x, floor, |x| gaussian(x, f64::from(*t), false))
            })
        }),
        subject("LaplaceNll", "floor", (5.0, 5.0), false, |d| {
            let (floor, row) = floored(d);
            let loss = ScaleFloor::new(LaplaceNll::new(), floor);
            Case::of_row(loss, row, d.float(), move |x, t| {
                of_floor(x, floor, |x| laplace(x, f64::from(*t), false))
            })
        }),
        subject("PoissonNll", "", (2.0, 2.0), false, |d| {
            let count = d.float().abs();
            Case::of_row(PoissonNll::new(), d.float(), count, |x, t| poisson(x[0], f64::from(*t)))
        }),
        subject("GammaNll", "", (5.0, 5.0), false, |d| {
            let target = d.float().abs();
            Case::of_row(GammaNll::new(), d.float(), target, |x, t| {
                let ratio = f64::from(*t) * (-x[0]).exp();
                // A subnormal target has few digits once it has been multiplied.
                let weight = (-x[0]).exp();
                let value = Figure::sum(&[x[0], ratio]).weighing(weight);
                Exact { value, gradient: vec![Figure::sum(&[1.0, -ratio])] }
            })
        }),
        subject("PoissonNll", "full", (7.0, 2.0), true, |d| {
            let count = d.float().abs().round();
            Case::of_row(PoissonNll::new().full(), d.float(), count, |x, t| {
                let t = f64::from(*t);
                let Exact { value, gradient } = poisson(x[0], t);
                // It does not cancel: the sum's parts do not excuse an error.
                let stirling = if t > 1.0 { t * t.ln() - t + 0.5 * (2.0 * PI * t).ln() } else { 0.0 };
                Exact { value: (value.exact + stirling).into(), gradient }
            })
        }),
    ]
}

/// A floor, and a row that is often at it.
fn floored(d: &mut Draw) -> (f32, [f32; 2]) {
    let floor = d.pick(&[-13.815_511, -1.0, 0.0, 2.5]);
    let [location, s] = d.floats();
    (floor, [location, if d.below(4) == 0 { floor } else { s }])
}

/// The likelihood of max(s, floor). At the floor and below, the slope of s is that of a constant.
fn of_floor(x: &[f64], floor: f32, likelihood: impl Fn(&[f64]) -> Exact) -> Exact {
    let floor = f64::from(floor);
    let mut exact = likelihood(&[x[0], x[1].max(floor)]);
    if x[1] <= floor {
        exact.gradient[1] = 0.0.into();
    }
    exact
}

/// Half of the variance's logarithm, plus the squared standardised error.
fn gaussian(x: &[f64], t: f64, full: bool) -> Exact {
    let (d, s) = (x[0] - t, x[1]);
    let square = d * d * (-s).exp();
    let constant = if full { 0.5 * (2.0 * PI).ln() } else { 0.0 };
    let value = Figure::sum(&[0.5 * s, 0.5 * square, constant]);
    // A subnormal d has few digits once it has been multiplied.
    let slope = Figure::from(d * (-s).exp()).weighing((-s).exp());
    Exact { value, gradient: vec![slope, Figure::sum(&[0.5, -0.5 * square])] }
}

fn laplace(x: &[f64], t: f64, full: bool) -> Exact {
    let (d, s) = (x[0] - t, x[1]);
    let ratio = d.abs() * (-s).exp();
    let value = Figure::sum(&[s, ratio, if full { LN_2 } else { 0.0 }]);
    let sign = if d == 0.0 { 0.0 } else { d.signum() };
    Exact { value, gradient: vec![(sign * (-s).exp()).into(), Figure::sum(&[1.0, -ratio])] }
}

pub fn poisson(x: f64, t: f64) -> Exact {
    let value = Figure::sum(&[x.exp(), -t * x]);
    Exact { value, gradient: vec![Figure::sum(&[x.exp(), -t])] }
}

/// The curvature is the derivative of the slope: the rate.
#[test]
#[cfg(not(feature = "micromath"))]
fn poisson_curvature() {
    use microloss::Elementwise;
    for x in [-3.0_f32, 0.0, 2.5] {
        let exact = f64::from(x).exp();
        assert!((f64::from(PoissonNll::new().curvature(x, 3.0)) - exact).abs() <= 1e-6 * exact);
    }
}
