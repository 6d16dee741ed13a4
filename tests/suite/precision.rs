//! The precision table: the worst error of every loss, in ULP, and its budget.

use crate::draw::{Draw, MEASURED};
use crate::families::subjects;
use crate::subject::{Figure, Subject};

/// Cases per loss and mode; the environment's `MICROLOSS_CASES` asks for more.
fn cases() -> u64 {
    std::env::var("MICROLOSS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(20_000)
}

/// The budget of a loss under the back end in use.
///
/// micromath's `exp` is within 3e-3, and so is every loss made of one. Focal and Tversky losses are made of two, the likelihoods
/// of a predicted scale of one squared, and a divergence takes the fourth power of one where its square would overflow.
fn allowed(subject: &Subject, budget: f64) -> f64 {
    if cfg!(not(feature = "micromath")) {
        return budget;
    }
    let exponentials = match subject.name {
        "GaussianKlBetween" => 4.0,
        "GaussianNll" | "LaplaceNll" => 2.0,
        name if name.contains("Focal") || name.contains("Tversky") => 2.0,
        _ => 1.0,
    };
    budget.max(exponentials * 3e-3 * 2f64.powi(24))
}

/// The worst found of one kind.
struct Worst {
    ulps: f64,
    at: String,
}

impl Worst {
    fn new() -> Self {
        Self { ulps: 0.0, at: String::new() }
    }

    /// Takes note of a number, less what its argument is forgiven.
    fn see(&mut self, figure: &Figure, computed: f32, at: impl FnOnce() -> String) {
        if !figure.is_normal() {
            return;
        }
        let ulps = figure.ulps(computed) - figure.forgiven;
        if ulps > self.ulps || ulps.is_nan() {
            *self = Self { ulps, at: format!("{computed:e} for {:e} {}", figure.exact, at()) };
        }
    }
}

/// Value and gradient within budget; no false 0; no negative loss.
fn measure(subject: &Subject) -> (Worst, Worst) {
    let (mut value, mut gradient) = (Worst::new(), Worst::new());
    for mode in MEASURED {
        for seed in 0..cases() {
            let mut draw = Draw::new(seed.wrapping_mul(0x2545_F491_4F6C_DD1D), mode);
            let case = (subject.draw)(&mut draw);
            let inputs: Vec<f64> = case.inputs.iter().map(|x| f64::from(*x)).collect();
            let (got, exact) = ((case.run)(&case.inputs), (case.exact)(&inputs));
            let at = || format!("at {:?}, {mode:?} {seed}", case.inputs);
            value.see(&exact.value, got.value, at);
            for (k, (figure, computed)) in exact.gradient.iter().zip(&got.gradient).enumerate() {
                gradient.see(figure, *computed, || format!("[{k}] {}", at()));
                let vanished = *computed == 0.0 && figure.is_normal() && figure.is_plain();
                assert!(!vanished, "{}: false 0 in the gradient, {} [{k}]", subject.name, at());
            }
            let vanished = got.value == 0.0 && exact.value.is_normal() && exact.value.is_plain();
            assert!(!vanished, "{}: false 0, {}", subject.name, at());
            assert!(!subject.nonnegative || got.value >= 0.0, "{}: negative, {}", subject.name, at());
        }
    }
    (value, gradient)
}

#[test]
fn precision() {
    let mut failed = Vec::new();
    println!("| loss | | value, ULP | allowed | gradient, ULP | allowed |\n|---|---|---|---|---|---|");
    for subject in subjects() {
        let (value, gradient) = measure(&subject);
        let budget = (allowed(&subject, subject.budget.0), allowed(&subject, subject.budget.1));
        let Subject { name, variant, .. } = subject;
        let row = (value.ulps, budget.0, gradient.ulps, budget.1);
        println!("| {name} | {variant} | {:.2} | {} | {:.2} | {} |", row.0, row.1, row.2, row.3);
        for (what, worst, budget) in [("value", value, budget.0), ("gradient", gradient, budget.1)] {
            if worst.ulps.is_nan() || worst.ulps > budget {
                failed.push(format!("{name} {variant}: {what} off by {:.2} ULP, {}", worst.ulps, worst.at));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
