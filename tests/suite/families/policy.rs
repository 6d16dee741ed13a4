//! References of the policy losses.

use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Subject};
use microloss::{
    Action, Choice, ClippedValue, Elementwise, EntropyBonus, Estimate, KlEstimator, KlPenalty,
    LOG_RATIO_BOUND, Ppo, Reinforce,
};

pub fn subjects() -> Vec<Subject> {
    let signed = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: false, draw };
    let subject = |name, variant, budget, draw| Subject { name, variant, budget, nonnegative: true, draw };
    vec![
        signed("Ppo", "", (2.0, 2.0), |d| ppo(d, Ppo::new(0.25), 0.25, f64::INFINITY)),
        signed("Ppo", "asymmetric, dual clip", (2.0, 2.0), |d| {
            ppo(d, Ppo::new(0.25).with_range(0.25, 0.5).with_dual_clip(3.0), 0.5, 3.0)
        }),
        subject("ClippedValue", "", (3.0, 1.0), clipped_value),
        signed("KlPenalty", "k1", (1.0, 1.0), |d| kl(d, KlEstimator::K1)),
        subject("KlPenalty", "k2", (2.0, 1.0), |d| kl(d, KlEstimator::K2)),
        // The slope is documented within 4 ULP. Along the line it is off by 2.1: the difference of π and ρ alone takes 1.5 of them.
        subject("KlPenalty", "k3", (4.0, 2.5), |d| kl(d, KlEstimator::K3)),
        signed("EntropyBonus", "", (4.5, 8.0), entropy),
        signed("Reinforce", "", (3.0, 5.0), reinforce),
    ]
}

/// e^x, linear beyond the bound, and its slope.
fn ratio(x: f64) -> (f64, f64) {
    let bound = f64::from(LOG_RATIO_BOUND);
    if x > bound { (bound.exp() * (1.0 + x - bound), bound.exp()) } else { (x.exp(), x.exp()) }
}

fn ppo(d: &mut Draw, loss: Ppo, high: f64, dual: f64) -> Case {
    let action = Action { log_probability: d.float(), advantage: d.pick(&[1.0, -1.0, 0.0, 0.25, -2.5]) };
    Case::of_row(loss, d.float(), action, move |x, action| {
        let (old, advantage) = (f64::from(action.log_probability), f64::from(action.advantage));
        let (r, slope) = ratio(x[0] - old);
        let clipped = r.clamp(0.75, 1.0 + high);
        let mut objective = (r * advantage).min(clipped * advantage);
        let mut inside = r * advantage <= clipped * advantage;
        if advantage < 0.0 && objective < dual * advantage {
            (objective, inside) = (dual * advantage, false);
        }
        let forgiven = 2.0 * x[0].abs().max(old.abs());
        Exact {
            value: Figure::from(-objective).forgiving(forgiven),
            gradient: vec![Figure::from(if inside { -slope * advantage } else { 0.0 }).forgiving(forgiven)],
        }
    })
}

fn clipped_value(d: &mut Draw) -> Case {
    let estimate = Estimate { old: d.float(), outcome: d.float() };
    Case::of_row(ClippedValue::new(0.5), d.float(), estimate, |v, estimate| {
        let (old, outcome) = (f64::from(estimate.old), f64::from(estimate.outcome));
        let error = v[0] - outcome;
        let clipped = v[0].clamp(old - 0.5, old + 0.5) - outcome;
        let size = v[0].abs().max(old.abs()).max(outcome.abs()).max(0.5);
        let (worst, slope) = if clipped.abs() > error.abs() { (clipped, 0.0) } else { (error, error) };
        let value = 0.5 * worst * worst;
        // If both errors tie, either slope is right; the difference of old value and outcome may cancel against the clip.
        let tie = if (clipped.abs() - error.abs()).abs() < 1e-5 * size { 1e9 } else { 0.0 };
        Exact {
            value: Figure { scale: value.max(worst.abs() * size), ..value.into() },
            gradient: vec![Figure::sum(&[slope, tie, -tie])],
        }
    })
}

fn kl(d: &mut Draw, estimator: KlEstimator) -> Case {
    let loss = KlPenalty::new(estimator);
    assert!(loss.curvature(0.0, 0.0) >= 0.0);
    Case::of_row(loss, d.float(), d.float(), move |x, reference| {
        let d = x[0] - f64::from(*reference);
        let forgiven = 2.0 * x[0].abs().max(f64::from(reference.abs()));
        match estimator {
            KlEstimator::K1 => Exact { value: d.into(), gradient: vec![1.0.into()] },
            KlEstimator::K2 => Exact { value: (0.5 * d * d).into(), gradient: vec![d.into()] },
            KlEstimator::K3 => {
                let (value, slope) = k3(d);
                let figure = |x: f64| Figure::from(x).forgiving(if d.abs() < 1.0 { 0.0 } else { forgiven });
                Exact { value: figure(value), gradient: vec![figure(slope)] }
            }
        }
    })
}

/// e^−d − 1 + d and its slope, by its series if |d| is small: the next term is under 1e-15 of the value.
pub fn k3(d: f64) -> (f64, f64) {
    let (r, slope) = ratio(-d);
    if d.abs() < 1e-3 {
        (d * d * (0.5 - d / 6.0 + d * d / 24.0 - d * d * d / 120.0), -(-d).exp_m1())
    } else if -d > f64::from(LOG_RATIO_BOUND) {
        (r - 1.0 + d, 1.0 - slope)
    } else {
        ((-d).exp_m1() + d, -(-d).exp_m1())
    }
}

/// −A·ln p_a and its gradient A·(p − e_a), with 1 − p_a as the sum of the others.
fn reinforce(d: &mut Draw) -> Case {
    let advantage = d.pick(&[1.0, -1.0, 0.0, 0.3, -2.7, 1000.0]);
    let choice = Choice { action: d.below(5) as u16, advantage };
    Case::of_row(Reinforce::<5, u16>::new(), d.floats::<5>(), choice, |x, choice| {
        let (a, advantage) = (usize::from(choice.action), f64::from(choice.advantage));
        let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let e = |k: usize| (x[k] - max).exp();
        let others: f64 = (0..5).filter(|k| *k != a).map(e).sum();
        let norm = others + e(a);
        let loss = if x[a] == max { others.ln_1p() } else { (max - x[a]) + norm.ln() };
        let p = |k: usize| if k == a { -others / norm } else { e(k) / norm };
        // A probability that is subnormal is multiplied, and four of them are added.
        let weight = 4.0 * advantage.abs().max(1.0);
        Exact {
            value: Figure::from(advantage * loss).weighing(weight),
            gradient: (0..5).map(|k| Figure::from(advantage * p(k)).weighing(weight)).collect(),
        }
    })
}

fn entropy(d: &mut Draw) -> Case {
    Case::of_row(EntropyBonus::<5>::new(), d.floats::<5>(), (), |x, ()| {
        let max = x.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let best = x.iter().position(|x| *x == max).unwrap();
        let rest: f64 = (0..5).filter(|k| *k != best).map(|k| (x[k] - max).exp()).sum();
        let p = |k: usize| (x[k] - max).exp() / (1.0 + rest);
        // −ln p.
        let surprise = |k: usize| (max - x[k]) + rest.ln_1p();
        // A probability that is subnormal is multiplied by its surprise.
        let widest = (0..5).map(surprise).fold(1.0, f64::max);
        let entropy: f64 = (0..5).map(|k| p(k) * surprise(k)).sum();
        let shortfall: f64 = (0..5).map(|k| p(k) * (max - x[k])).sum();
        Exact {
            value: Figure::from(-entropy).weighing(widest),
            gradient: (0..5)
                .map(|k| Figure::sum(&[p(k) * shortfall, -p(k) * (max - x[k])]).weighing(widest))
                .collect(),
        }
    })
}
