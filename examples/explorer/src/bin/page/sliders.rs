//! The sliders of a loss, and its call in Rust.

use crate::json::{array, object, text, texts};
use microloss_explorer::losses::Entry;
use microloss_explorer::options::options;

/// A slider, or a choice of some numbers with names.
pub struct Slider {
    name: String,
    from: f32,
    to: f32,
    value: f32,
    step: f32,
    /// How Rust writes the numbers 0, 1, 2 …: empty for a slider.
    choices: &'static [&'static str],
}

impl Slider {
    fn new(name: &str, value: f32, from: f32, to: f32) -> Self {
        let step = if to - from > 20.0 {
            0.5
        } else if to - from > 5.0 {
            0.05
        } else {
            0.01
        };
        Self { name: name.into(), from, to, value, step, choices: &[] }
    }

    fn choice(name: &str, value: f32, choices: &'static [&'static str]) -> Self {
        let to = (choices.len() - 1) as f32;
        Self { name: name.into(), from: 0.0, to, value, step: 1.0, choices }
    }

    pub fn json(&self) -> String {
        object([
            ("name", text(&self.name)),
            ("from", self.from.to_string()),
            ("to", self.to.to_string()),
            ("value", self.value.to_string()),
            ("step", self.step.to_string()),
            ("choices", texts(self.choices)),
        ])
    }
}

/// All sliders, in the order of the numbers of a setting.
pub fn sliders(entry: &Entry) -> Vec<Slider> {
    let parameters = entry.parameters.iter().filter(|parameter| !is_fixed(parameter.0));
    let mut sliders: Vec<Slider> =
        parameters.map(|(name, value)| parameter(entry.name, name, value)).collect();
    for option in options(entry.name) {
        sliders
            .extend(option.numbers.iter().map(|&(name, value, from, to)| Slider::new(name, value, from, to)));
    }
    sliders.extend(of_row(entry));
    sliders.extend(of_target(entry));
    sliders
}

/// Parameters that are no numbers.
fn is_fixed(parameter: &str) -> bool {
    ["taus", "costs"].contains(&parameter)
}

fn parameter(loss: &str, name: &str, typical: &str) -> Slider {
    let (from, to) = match (loss, name) {
        (_, "gan") => {
            const GANS: &[&str] = &[
                "Gan::Minimax",
                "Gan::NonSaturating",
                "Gan::LeastSquares",
                "Gan::Hinge",
                "Gan::Wasserstein",
            ];
            return Slider::choice(name, 1.0, GANS);
        }
        (_, "estimator") => {
            return Slider::choice(name, 2.0, &["KlEstimator::K1", "KlEstimator::K2", "KlEstimator::K3"]);
        }
        ("SmoothL1", "beta") => (0.1, 4.0),
        ("Exo", "beta") => (0.1, 4.0),
        ("SimPo", "beta") => (0.1, 5.0),
        ("GeneralRobust", "alpha") => (-4.0, 2.0),
        ("EpsilonInsensitive" | "SquaredEpsilonInsensitive", "epsilon") => (0.0, 2.0),
        ("Poly1CrossEntropy", "epsilon") => (-1.0, 5.0),
        ("ClippedValue", "epsilon") => (0.05, 2.0),
        ("CosineEmbedding", "margin") => (-0.9, 0.9),
        ("CosineTriplet", "margin") => (0.05, 1.9),
        ("SmoothedHinge", "gamma") => (0.05, 2.0),
        ("Orpo", "lambda") => (0.01, 1.0),
        (_, "alpha" | "tau") => (0.01, 0.99),
        (_, "epsilon") => (0.01, 0.49),
        (_, "delta" | "scale") => (0.1, 4.0),
        (_, "beta") => (0.01, 1.0),
        (_, "gamma" | "crossing_penalty") => (0.0, 5.0),
        (_, "period") => (1.0, 10.0),
        (_, "margin") => (0.1, 8.0),
        (_, "q") => (0.01, 1.0),
        (_, "temperature") => (0.2, 5.0),
        (_, "lambda") => (1.0, 5.0),
        (_, "reference_point") => (0.0, 5.0),
        _ => {
            let typical: f32 = typical.parse().expect("a parameter that is no number needs a line here");
            (typical / 10.0, typical * 4.0)
        }
    };
    Slider::new(name, typical.parse().expect("a number"), from, to)
}

/// Sliders of the numbers of a row that stand still.
fn of_row(entry: &Entry) -> Vec<Slider> {
    let (name, value, from, to) = match (entry.name, entry.row) {
        ("GaussianNll" | "LaplaceNll", _) => ("log_scale", 0.0, -3.0, 3.0),
        ("Orpo", _) => ("rejected", -1.0, -6.0, -0.01),
        ("ContrastiveDivergence", _) => ("energy_of_model", 0.0, -4.0, 4.0),
        ("MarginRanking", _) => ("second_score", 0.0, -4.0, 4.0),
        ("Quantiles", _) => ("percentile_90", 1.0, -4.0, 4.0),
        ("NoisePrediction", _) => ("second_noise", 0.0, -4.0, 4.0),
        ("CosineTriplet", _) => ("negative", -1.0, -4.0, 4.0),
        ("SoftmaxTversky", _) => ("third_pixel", 0.0, -6.0, 6.0),
        (_, "pair") => ("rejected", 0.0, -6.0, 6.0),
        (_, "row") => ("second_logit", 0.0, -6.0, 6.0),
        (_, "distribution") => ("second_probability", 0.5, 0.0, 1.0),
        (_, "three") => ("distance_of_negative", 4.0, 0.0, 10.0),
        _ => return Vec::new(),
    };
    vec![Slider::new(name, value, from, to)]
}

const COIN: &[&str] = &["false", "true"];

fn of_target(entry: &Entry) -> Vec<Slider> {
    match (entry.name, entry.target) {
        ("PoissonNll", _) => vec![Slider { step: 1.0, ..Slider::new("target", 2.0, 0.0, 10.0) }],
        ("GammaNll", _) => vec![Slider::new("target", 1.0, 0.05, 10.0)],
        ("Dpo" | "Ipo" | "SlicHinge" | "Exo", _) => vec![Slider::new("reference", 0.0, -6.0, 6.0)],
        ("GanDiscriminator", _) => vec![Slider::choice("real", 1.0, COIN)],
        ("Contrastive" | "LinearContrastive" | "CosineEmbedding", _) => {
            vec![Slider::choice("similar", 1.0, COIN)]
        }
        // It is infinite if the target excludes a class.
        ("SoftmaxReverseKl", _) => vec![Slider::new("target", 0.9, 0.01, 0.99)],
        (_, "sign") => vec![Slider::choice("target", 1.0, &["-1.0", "1.0"])],
        (_, "coin") => vec![Slider::choice("target", 1.0, COIN)],
        (_, "coins") => vec![Slider::choice("first", 1.0, COIN), Slider::choice("second", 0.0, COIN)],
        (_, "label") => vec![Slider::choice("label", 0.0, &["0_u8", "1_u8"])],
        (_, "probability" | "distribution") => vec![Slider::new("target", 1.0, 0.0, 1.0)],
        (_, "row") => vec![Slider::new("teacher", 1.0, -6.0, 6.0)],
        (_, "pair") => vec![Slider::new("target", 0.0, -4.0, 4.0)],
        (_, "lengths") => ["length_chosen", "length_rejected"]
            .iter()
            .map(|name| Slider { step: 1.0, ..Slider::new(name, 20.0, 1.0, 60.0) })
            .collect(),
        (_, "action" | "choice") => vec![Slider::new("advantage", 1.0, -3.0, 3.0)],
        (_, "estimate") => vec![Slider::new("old", 0.0, -2.0, 2.0), Slider::new("outcome", 1.0, -2.0, 2.0)],
        (_, "verdict") => vec![Slider::choice("desirable", 1.0, COIN)],
        (_, "noise") => vec![Slider::new("target", 0.0, -4.0, 4.0), Slider::new("snr", 1.0, 0.01, 10.0)],
        (_, "nothing" | "labels" | "rectangle") => Vec::new(),
        (_, "number") => vec![Slider::new("target", 0.0, -4.0, 4.0)],
        (_, target) => panic!("{}: a target `{target}` needs a line here", entry.name),
    }
}

/// The row as Rust writes it, with `{x}` and the names of numbers; arrays in C have the same numbers.
pub fn row(entry: &Entry) -> String {
    let still = of_row(entry);
    let other = still.first().map_or(String::new(), |slider| format!("{{{}}}", slider.name));
    match (entry.name, entry.row) {
        ("CosineEmbedding", _) => "[[{x}, 1.0], [1.0, 0.0]]".into(),
        ("CosineTriplet", _) => "[[1.0, 0.0], [{x}, 1.0], [{negative}, 1.0]]".into(),
        (_, "number" | "probability") => "{x}".into(),
        (_, "pair" | "row" | "distribution") => format!("[{{x}}, {other}]"),
        (_, "corners") => "[{x}, 0.0, {x + 2}, 2.0]".into(),
        (_, "two") => "[[{x}, 0.0], [0.0, 0.0]]".into(),
        (_, "three") => format!("[[0.0, 0.0], [{{x}}, 0.0], [{other}, 0.0]]"),
        (_, "four") => "[[{x}, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]".into(),
        (_, row) => panic!("{}: a row `{row}` needs a line here", entry.name),
    }
}

/// The target as Rust writes it; empty if there is none.
fn target(entry: &Entry) -> String {
    match entry.target {
        "coins" => "[{first}, {second}]",
        "labels" => "[0_u8, 0, 1]",
        "nothing" => "",
        "pair" => return format!("[{{{}}}, 0.0]", of_target(entry)[0].name),
        "row" => "[{teacher}, 0.0]",
        "distribution" => "[{target}, {1 - target}]",
        "lengths" => "[{length_chosen}, {length_rejected}]",
        "rectangle" => "[0.0, 0.0, 2.0, 2.0]",
        "action" => "Action { log_probability: 0.0, advantage: {advantage} }",
        "choice" => "Choice { action: 0_u8, advantage: {advantage} }",
        "estimate" => "Estimate { old: {old}, outcome: {outcome} }",
        "verdict" => "Verdict { reference: 0.0, desirable: {desirable} }",
        "noise" => "Noise { noise: [{target}, 0.0], snr: {snr} }",
        _ => return format!("{{{}}}", of_target(entry)[0].name),
    }
    .into()
}

/// Parts of the call in Rust.
pub fn rust(entry: &Entry) -> String {
    let target = target(entry);
    let mut imports = vec!["Loss", "Reduction", entry.name];
    imports.extend(target.split([' ', ';']).next().filter(|name| name.starts_with(char::is_uppercase)));
    let arguments = entry.parameters.iter().map(|(name, _)| match *name {
        "taus" => "[0.1, 0.9]".to_string(),
        "costs" => "CostMatrix::new([[0.0, 1.0], [5.0, 0.0]])".to_string(),
        name => format!("{{{name}}}"),
    });
    let arguments: Vec<String> = arguments.collect();
    for (name, _) in entry.parameters {
        imports.extend(match *name {
            "costs" => Some("CostMatrix"),
            "gan" => Some("Gan"),
            "estimator" => Some("KlEstimator"),
            _ => None,
        });
    }
    if target.is_empty() {
        imports.push("no_targets");
    }
    imports.sort_by_key(|name| (name.starts_with(char::is_lowercase), *name));
    let optional = options(entry.name).iter().map(|option| {
        let names = option.numbers.iter().map(|number| number.0);
        let numbers: Vec<String> = names.map(|name| format!("{{{name}}}")).collect();
        object([
            ("call", text(&format!(".{}({})", option.method, numbers.join(", ")))),
            ("neutral", option.neutral.to_string()),
            ("numbers", array(option.numbers.iter().map(|number| text(number.0)))),
            ("fields", texts(option.fields)),
        ])
    });
    object([
        ("imports", texts(&imports)),
        ("new", text(&format!("{}::{}({})", entry.name, entry.new, arguments.join(", ")))),
        ("options", array(optional)),
        ("row", text(&row(entry))),
        ("target", text(&target)),
    ])
}
