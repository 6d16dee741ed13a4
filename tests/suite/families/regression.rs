//! References of the regression losses.

use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{
    AbsoluteError, Elementwise, EpsilonInsensitive, Expectile, GeneralRobust, Huber, LogCosh, Periodic,
    PseudoHuber, Quantile, Quantiles, SmoothL1, SquaredEpsilonInsensitive, SquaredError,
};

pub fn subjects() -> Vec<Subject> {
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    let plain = |name, budget, draw| subject(name, "", budget, draw);
    // A square within 2: if d is rounded by half an ULP, d² is off by up to √2, and then rounded itself.
    vec![
        plain("SquaredError", (2.0, 1.0), |d| {
            of_error(SquaredError::new(), d.float(), d.float(), |r| (r * r, 2.0 * r))
        }),
        plain("AbsoluteError", (0.5, 0.0), |d| {
            of_error(AbsoluteError::new(), d.float(), d.float(), |r| (r.abs(), sign(r)))
        }),
        plain("Huber", (2.0, 0.5), |d| {
            let delta = d.between(0.1, 5.0);
            of_error(Huber::new(delta), d.float(), d.float(), move |r| huber(r, f64::from(delta)))
        }),
        // δ·(|d| − δ/2): ½ of the difference, which the product can double, and ½ of its own unless δ is a power of 2.
        subject("Huber", "linear part", (1.51, 0.0), |d| {
            let delta = d.between(0.1, 2.0);
            linear_huber(d, delta)
        }),
        subject("Huber", "linear part, δ = 1", (1.0, 0.0), |d| linear_huber(d, 1.0)),
        plain("SmoothL1", (2.5, 2.5), |d| {
            let beta = d.between(0.1, 5.0);
            of_error(SmoothL1::new(beta), d.float(), d.float(), move |r| {
                let (value, slope) = huber(r, f64::from(beta));
                (value / f64::from(beta), slope / f64::from(beta))
            })
        }),
        plain("PseudoHuber", (3.5, 3.0), |d| {
            let delta = d.between(0.1, 5.0);
            of_error(PseudoHuber::new(delta), d.float(), d.float(), move |r| {
                pseudo_huber(r, f64::from(delta))
            })
        }),
        plain("GeneralRobust", (12.0, 12.0), |d| {
            let shapes =
                [2.0, 1.99, 1.0, 0.5, 0.01, 0.0, -0.01, -2.0, -100.0, -1e6, -1e13, f32::NEG_INFINITY];
            let (alpha, scale) = (d.pick(&shapes), d.between(0.1, 5.0));
            Case::of_row(GeneralRobust::new(alpha, scale), d.float(), d.float(), move |p, t| {
                let (value, slope, exponent) =
                    general_robust((p[0] - f64::from(*t)) / f64::from(scale), f64::from(alpha));
                // Rounding the exponent of an exponential costs as many ULP as it is large.
                let is_micromath = cfg!(all(feature = "micromath", not(feature = "branchless")));
                // Its logarithm is within 7e-4.
                let per_unit = if is_micromath { 7e-4 * 2f64.powi(24) } else { 6.0 };
                let forgiven = if alpha < 0.0 { per_unit * exponent } else { 0.0 };
                let slope = Figure::from(slope / f64::from(scale)).forgiving(forgiven);
                Exact { value: value.into(), gradient: vec![slope] }
            })
        }),
        plain("LogCosh", (2.5, 2.5), |d| {
            of_error(LogCosh::new(), d.float(), d.float(), |r| (ln_cosh(r), r.tanh()))
        }),
        plain("Quantile", (2.0, 0.5), |d| {
            let tau = d.between(0.01, 0.99);
            of_error(Quantile::new(tau), d.float(), d.float(), move |r| pinball(r, f64::from(tau)))
        }),
        plain("Quantiles", (3.0, 1.5), |d| {
            let taus = [0.1, 0.5, d.between(0.6, 0.99)];
            let penalty = if d.coin() { 0.0 } else { d.between(0.0, 2.0) };
            Case::of_row(Quantiles::new(taus, penalty), d.floats::<3>(), d.float(), move |p, t| {
                let t = f64::from(*t);
                let tau = taus.map(f64::from);
                let mut value = 0.0;
                let mut slopes = [vec![], vec![], vec![]];
                for q in 0..3 {
                    let (v, s) = pinball(p[q] - t, tau[q]);
                    value += v;
                    slopes[q].push(s);
                    if q > 0 && p[q - 1] > p[q] {
                        value += f64::from(penalty) * (p[q - 1] - p[q]);
                        slopes[q - 1].push(f64::from(penalty));
                        slopes[q].push(-f64::from(penalty));
                    }
                }
                Exact { value: value.into(), gradient: slopes.iter().map(|s| Figure::sum(s)).collect() }
            })
        }),
        plain("Expectile", (3.5, 2.5), |d| {
            let tau = d.between(0.01, 0.99);
            of_error(Expectile::new(tau), d.float(), d.float(), move |r| {
                let weight = if r > 0.0 { 1.0 - f64::from(tau) } else { f64::from(tau) };
                (weight * r * r, 2.0 * weight * r)
            })
        }),
        plain("EpsilonInsensitive", (1.0, 0.0), |d| {
            let epsilon = if d.coin() { d.pick(&[0.0, 1.0]) } else { d.between(0.1, 5.0) };
            of_error(EpsilonInsensitive::new(epsilon), d.float(), d.float(), move |r| {
                let excess = r.abs() - f64::from(epsilon);
                if excess > 0.0 { (excess, sign(r)) } else { (0.0, 0.0) }
            })
        }),
        plain("SquaredEpsilonInsensitive", (2.0, 1.0), |d| {
            let epsilon = if d.coin() { d.pick(&[0.0, 1.0]) } else { d.between(0.1, 5.0) };
            of_error(SquaredEpsilonInsensitive::new(epsilon), d.float(), d.float(), move |r| {
                let excess = (r.abs() - f64::from(epsilon)).max(0.0);
                (excess * excess, 2.0 * excess * sign(r))
            })
        }),
        plain("Periodic", (6.0, 6.0), |d| {
            let period =
                if d.coin() { d.pick(&[1.0, 6.283_185_5, 24.0, 360.0]) } else { d.between(0.01, 20.0) };
            Case::of_row(Periodic::new(period), d.float(), d.float(), move |p, t| {
                let (value, slope) = periodic(p[0], f64::from(*t), f64::from(period));
                Exact { value: value.into(), gradient: vec![slope.into()] }
            })
        }),
    ]
}

/// A case of a loss of d = p − t. `exact` gives its value and slope.
pub fn of_error<L: Elementwise + core::fmt::Debug + 'static>(
    loss: L,
    prediction: f32,
    target: f32,
    exact: impl Fn(f64) -> (f64, f64) + 'static,
) -> Case {
    Case::of_row(loss, prediction, target, move |p, t| {
        let (value, slope) = exact(p[0] - f64::from(*t));
        Exact { value: value.into(), gradient: vec![slope.into()] }
    })
}

pub fn sign(x: f64) -> f64 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// Huber's loss of an error beyond δ.
fn linear_huber(d: &mut Draw, delta: f32) -> Case {
    let (mut prediction, mut target) = (0.0, 0.0);
    // Clear of the kink: near it, a rounded d may be on its other side.
    let clear = 1.000_001 * f64::from(delta);
    while (f64::from(prediction) - f64::from(target)).abs() <= clear {
        (prediction, target) = (d.float(), d.float());
    }
    let edge = |clear: f64| (f64::from(target) + clear) as f32;
    let (low, high) = if prediction > target {
        (edge(clear).next_up(), f32::MAX)
    } else {
        (f32::MIN, edge(-clear).next_down())
    };
    of_error(Huber::new(delta), prediction, target, move |r| huber(r, f64::from(delta))).within(low, high)
}

/// ln cosh in f64, by its series if |r| is small: the next term is under 1e-16 of the value.
pub fn ln_cosh(r: f64) -> f64 {
    let (a, z) = (r.abs(), r * r);
    if a < 1e-2 {
        z / 2.0 - z * z / 12.0 + z * z * z / 45.0 - 17.0 * z.powi(4) / 2520.0
    } else {
        a + ((-2.0 * a).exp().ln_1p() - std::f64::consts::LN_2)
    }
}

pub fn pseudo_huber(r: f64, delta: f64) -> (f64, f64) {
    let root = (1.0 + (r / delta).powi(2)).sqrt();
    (r * r / (1.0 + root), r / root)
}

pub fn huber(r: f64, delta: f64) -> (f64, f64) {
    if r.abs() <= delta { (0.5 * r * r, r) } else { (delta * (r.abs() - 0.5 * delta), delta * sign(r)) }
}

/// 1 − cos(2πd/P) and its slope. The rest of a division is exact in f64.
fn periodic(p: f64, t: f64, period: f64) -> (f64, f64) {
    let mut d = p % period - t % period;
    while d.abs() > 0.5 * period {
        d -= period.copysign(d);
    }
    let unit = std::f64::consts::PI / period;
    let behind = 0.5 * period - d.abs();
    if behind < 0.25 * period {
        (2.0 * (unit * behind).cos().powi(2), 2.0 * unit * (2.0 * unit * behind).sin() * sign(d))
    } else {
        (2.0 * (unit * d).sin().powi(2), 2.0 * unit * (2.0 * unit * d).sin())
    }
}

/// Value and slope of the general robust loss at u, and −ln of the slope's weight.
fn general_robust(u: f64, alpha: f64) -> (f64, f64, f64) {
    let square = u * u;
    if alpha == 2.0 {
        return (0.5 * square, u, 0.0);
    }
    if alpha == f64::NEG_INFINITY {
        return (-(-0.5 * square).exp_m1(), u * (-0.5 * square).exp(), 0.5 * square);
    }
    let gap = 2.0 - alpha;
    let log = (square / gap).ln_1p();
    let value = if alpha == 0.0 { log } else { gap / alpha * (0.5 * alpha * log).exp_m1() };
    (value, u * (-0.5 * gap * log).exp(), 0.5 * gap * log)
}

pub fn pinball(r: f64, tau: f64) -> (f64, f64) {
    if r > 0.0 { ((1.0 - tau) * r, 1.0 - tau) } else { (-tau * r, if r < 0.0 { -tau } else { 0.0 }) }
}
