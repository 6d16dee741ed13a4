//! The precision table: the worst error of every loss, in ULP, and its budget.

use crate::draw::{Draw, MEASURED, cases};
use crate::families::subjects;
use crate::subject::{Case, Exact, Figure, Subject};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The budget of a loss under the back end in use.
///
/// micromath's `exp` is within 3e-3, and so is every loss made of one. Focal and Tversky losses are made of two, the likelihoods
/// of a predicted scale of one squared, general robust losses of powers, and a divergence takes the fourth power of one if its square would overflow.
fn allowed(subject: &Subject, budget: f64) -> f64 {
    if cfg!(any(not(feature = "micromath"), feature = "branchless")) {
        return budget;
    }
    let exponentials = match subject.name {
        "GaussianKlBetween" => 4.0,
        "GeneralRobust" => 4.0,
        "GammaNll" | "GaussianNll" | "LaplaceNll" => 2.0,
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

/// If the environment's `MICROLOSS_POINTS` names a directory, the cases of a loss are written there for other libraries to
/// be measured at: `tests/peers/measure.py`.
struct Points(Option<BufWriter<File>>);

impl Points {
    fn of(subject: &Subject) -> Self {
        let directory = std::env::var_os("MICROLOSS_POINTS");
        let name = format!("{} {}.txt", subject.name, subject.variant);
        Self(
            directory
                .map(|directory| BufWriter::new(File::create(Path::new(&directory).join(name)).unwrap())),
        )
    }

    /// Loss, target, the bits of the inputs, then value and gradient: the exact number, the size that ULP are counted of, and how
    /// many are forgiven; 0 in place of the size if nothing is measured.
    fn write(&mut self, case: &Case, exact: &Exact) {
        if let (Some(file), Some(describe)) = (&mut self.0, &case.describe) {
            write!(file, "{} |", describe()).unwrap();
            case.inputs.iter().for_each(|x| write!(file, " {:08x}", x.to_bits()).unwrap());
            write!(file, " |").unwrap();
            for figure in [&exact.value].into_iter().chain(&exact.gradient) {
                let size = if figure.is_normal() { figure.exact.abs().max(figure.scale) } else { 0.0 };
                write!(file, " {:e},{size:e},{:e}", figure.exact, figure.forgiven).unwrap();
            }
            writeln!(file).unwrap();
        }
    }
}

/// Value and gradient within budget; no false 0; no negative loss.
fn measure(subject: &Subject) -> (Worst, Worst) {
    let (mut value, mut gradient, mut points) = (Worst::new(), Worst::new(), Points::of(subject));
    for mode in MEASURED {
        for seed in 0..cases() {
            let mut draw = Draw::new(seed.wrapping_mul(0x2545_F491_4F6C_DD1D), mode);
            let case = (subject.draw)(&mut draw);
            let inputs: Vec<f64> = case.inputs.iter().map(|x| f64::from(*x)).collect();
            let (got, exact) = ((case.run)(&case.inputs), (case.exact)(&inputs));
            points.write(&case, &exact);
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

/// Value and gradient of PyTorch and of optax, in ULP at points of the table.
const PEERS: &str = include_str!("../peers/measured.txt");

fn measured() -> impl Iterator<Item = (&'static str, [&'static str; 2])> {
    PEERS.lines().filter(|line| !line.starts_with('#')).map(|line| {
        match line.split(" | ").collect::<Vec<_>>()[..] {
            [loss, torch, optax] => (loss, [torch, optax]),
            _ => panic!("not 3 fields: {line}"),
        }
    })
}

fn peers(title: &str) -> Option<[&'static str; 2]> {
    measured().find(|(loss, _)| *loss == title).map(|(_, figures)| figures)
}

/// Measurements of other libraries belong to losses of the table, and `guide::accuracy` shows the same figures.
#[test]
fn measured_peers_are_of_this_table() {
    let titles: Vec<String> = subjects().iter().map(Subject::title).collect();
    let page = include_str!("../../src/guide/accuracy.rs");
    let mut shown = 0;
    for (loss, figures) in measured() {
        assert!(titles.iter().any(|title| title == loss), "{loss} is not a loss of the table");
        let name = match loss {
            "SigmoidCrossEntropy, hard labels" => "[`SigmoidCrossEntropy`]",
            "SigmoidCrossEntropy, soft labels" => "`SigmoidCrossEntropy`, soft labels",
            _ => &format!("[`{loss}`]"),
        };
        if let Some(line) = page.lines().find(|line| line.starts_with(&format!("//! | {name}"))) {
            shown += 1;
            assert!(
                line.ends_with(&format!("| {} | {} |", figures[0], figures[1])),
                "{line} is not {figures:?}"
            );
        }
    }
    assert!(shown >= 10, "the table was not read: {shown} lines");
}

#[test]
fn precision() {
    let mut failed = Vec::new();
    println!("| loss | | value, ULP | allowed | gradient, ULP | allowed | PyTorch | optax |");
    println!("|---|---|---|---|---|---|---|---|");
    for subject in subjects() {
        let (value, gradient) = measure(&subject);
        let budget = (allowed(&subject, subject.budget.0), allowed(&subject, subject.budget.1));
        let Subject { name, variant, .. } = subject;
        let row = (value.ulps, budget.0, gradient.ulps, budget.1);
        let [torch, optax] = peers(&subject.title()).unwrap_or(["–"; 2]);
        println!(
            "| {name} | {variant} | {:.2} | {} | {:.2} | {} | {torch} | {optax} |",
            row.0, row.1, row.2, row.3
        );
        for (what, worst, budget) in [("value", value, budget.0), ("gradient", gradient, budget.1)] {
            if worst.ulps.is_nan() || worst.ulps > budget {
                failed.push(format!("{name} {variant}: {what} off by {:.2} ULP, {}", worst.ulps, worst.at));
            }
        }
    }
    let each = cases() * MEASURED.len() as u64;
    println!("{} points, {each} a row", each * subjects().len() as u64);
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
