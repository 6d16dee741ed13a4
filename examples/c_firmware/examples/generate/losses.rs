//! The faces of losses, from the registry.
//!
//! A loss whose entry has no generics has rows of a fixed width, and gets its faces without a line here, unless it has options:
//! then [`settings!`] has a line with a number for each, for the test.

use crate::face::{Argument, BYTE, CORNERS, COUNT, Cell, Data, FLOAT, Face, PAIR, Pass, digest};
use crate::pools::{Draw, ROWS, Words, rows};
use crate::source::{Source, plain};
use microloss::*;

/// The reduction of the tests with sample weights: not 1, and no power of 2.
pub const OVER: f32 = 5.5;

/// A target as C passes it: the name in the registry, the name of its pool in the test, its cell, and its type for the loss if
/// that differs.
struct Target {
    name: &'static str,
    cell: Cell,
    wrapped: bool,
}

const fn wrapped(name: &'static str, c: &'static str, rust: &'static str) -> Target {
    Target { name, cell: Cell { c, rust, width: 1 }, wrapped: true }
}

/// Knowledge that the registry lacks: the C type of each kind of row and target.
const TARGETS: [Target; 11] = [
    Target { name: "number", cell: FLOAT, wrapped: false },
    Target { name: "probability", cell: FLOAT, wrapped: false },
    Target { name: "sign", cell: FLOAT, wrapped: false },
    Target { name: "pair", cell: PAIR, wrapped: false },
    Target { name: "corners", cell: CORNERS, wrapped: false },
    Target { name: "rectangle", cell: CORNERS, wrapped: false },
    Target { name: "lengths", cell: Cell { width: 2, rust: "[u32; 2]", ..COUNT }, wrapped: false },
    wrapped("action", "microloss_action", "Action"),
    wrapped("estimate", "microloss_estimate", "Estimate"),
    wrapped("verdict", "microloss_verdict", "Verdict"),
    Target { name: "coin", cell: BYTE, wrapped: true },
];

/// A parameter that is a choice: its name, its type, and the variants with their numbers in C.
pub struct Choice {
    pub name: &'static str,
    pub rust: &'static str,
    pub variants: &'static [&'static str],
}

macro_rules! choices {
    ($($name:ident: $type:ident { $($variant:ident)* };)*) => {
        /// The choices. A variant that is missing here does not compile.
        pub const CHOICES: &[Choice] = &[
            $(Choice { name: stringify!($name), rust: stringify!($type), variants: &[$(stringify!($variant)),*] }),*
        ];

        $(const _: fn($type) = |choice| match choice { $($type::$variant)|* => () };)*
    };
}

choices! {
    gan: Gan { Minimax NonSaturating LeastSquares Hinge Wasserstein };
    estimator: KlEstimator { K1 K2 K3 };
}

/// An option of a loss with the numbers of the test.
pub struct Setting {
    option: &'static str,
    numbers: Vec<(&'static str, f32)>,
}

/// A loss with its options, if it has any.
struct Plain<L>(L);

trait WithoutOptions<L> {
    fn optioned(&self) -> (L, Vec<Setting>);
}

impl<L: Copy> WithoutOptions<L> for &Plain<L> {
    fn optioned(&self) -> (L, Vec<Setting>) {
        (self.0, Vec::new())
    }
}

trait WithOptions<L> {
    fn optioned(&self) -> (L, Vec<Setting>);
}

macro_rules! settings {
    ($($name:ident $(.$option:ident($($parameter:ident = $value:expr),*))+;)*) => {
        $(impl WithOptions<$name> for Plain<$name> {
            fn optioned(&self) -> ($name, Vec<Setting>) {
                let settings = vec![
                    $(Setting { option: stringify!($option), numbers: vec![$((stringify!($parameter), $value)),*] }),+
                ];
                (self.0 $(.$option($($value),*))+, settings)
            }
        })*
    };
}

settings! {
    GaussianNll.full();
    LaplaceNll.full();
    PoissonNll.full();
    SigmoidCrossEntropy.with_positive_weight(weight = 2.5).with_label_smoothing(epsilon = 0.1);
    SigmoidFocal.with_alpha(alpha = 0.25);
    BernoulliNll.with_floor(floor = 1e-3);
    ContrastiveDivergence.with_regularization(alpha = 0.5);
    BradleyTerry.with_centring(centring = 0.01);
    Dpo.conservative(epsilon = 0.1).robust(epsilon = 0.2);
    Kto.with_weights(desirable = 2.0, undesirable = 0.5);
    Ppo.with_range(low = 0.2, high = 0.3).with_dual_clip(dual_clip = 3.0);
    GanDiscriminator.with_label_smoothing(epsilon = 0.1);
}

/// A field of an options struct.
pub struct Field {
    pub name: String,
    pub words: String,
    /// A number; or 1 for yes.
    pub number: Option<f32>,
}

/// The options struct of a loss.
pub struct Options {
    /// The name in C behind `microloss_`.
    pub c: String,
    /// The name in Rust.
    pub rust: String,
    pub fields: Vec<Field>,
    /// The body of the Rust method that applies it.
    apply: String,
    loss: String,
}

/// Results that the faces must have: with weights and options, and without.
struct Expected {
    /// Value and gradient, the mean.
    mean: [u32; 2],
    /// Value and gradient, over [`OVER`].
    over: [[u32; 2]; 2],
    terms: [u32; 2],
    denominator: [u32; 2],
    refuses_prediction: bool,
    refuses_target: bool,
}

fn expected<L: Rowwise + Copy>(plain: L, full: L, rows: &[L::Row], targets: &[L::Target]) -> Expected
where
    L::Row: Words,
{
    let weights = rows_of_weights();
    fn run<L: Loss>(loss: &L, rows: &[L::Prediction], targets: &[L::Target], by: Reduction) -> [u32; 2]
    where
        L::Prediction: Words + Copy,
    {
        let mut gradient = rows.to_vec();
        let value = loss.value_and_gradient(rows, targets, by, &mut gradient).expect("a good batch");
        [value.to_bits(), digest(&crate::pools::words(&gradient))]
    }
    fn terms<L: Loss>(loss: &L, rows: &[L::Prediction], targets: &[L::Target]) -> u32 {
        let mut terms = [0.0; ROWS];
        loss.terms(rows, targets, &mut terms).expect("a good batch");
        digest(&crate::pools::words(&terms))
    }
    let weighted = Weighted::new(full, &weights);
    let bits = |denominator: Result<f32, Error>| denominator.expect("good targets").to_bits();
    let mut bad = rows[0];
    bad.elements_mut().fill(f32::NAN);
    Expected {
        mean: run(&plain, rows, targets, Reduction::Mean),
        over: [
            run(&weighted, rows, targets, Reduction::Over(OVER)),
            run(&plain, rows, targets, Reduction::Over(OVER)),
        ],
        terms: [terms(&weighted, rows, targets), terms(&plain, rows, targets)],
        denominator: [bits(weighted.denominator(targets)), bits(plain.denominator(targets))],
        refuses_prediction: plain.check_prediction(0, &bad).is_err(),
        refuses_target: false,
    }
}

fn rows_of_weights() -> Vec<f32> {
    rows(false, Draw::weight)
}

/// Returns true if a loss of one number refuses a target of NaN.
fn refuses_nan<L: Rowwise<Target = f32>>(loss: &L) -> bool {
    loss.check(0, &f32::NAN).is_err()
}

/// The name in C: words with underscores.
pub fn snake(name: &str) -> String {
    let mut snake = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            snake.push('_');
        }
        snake.extend(c.to_lowercase());
    }
    snake
}

/// An entry of the registry.
struct Entry {
    name: &'static str,
    row: &'static str,
    target: &'static str,
    /// Names and values of the constructor's parameters.
    parameters: Vec<(&'static str, &'static str)>,
}

/// All faces of losses.
pub struct Losses {
    pub faces: Vec<Face>,
    /// Rust items that the faces need.
    pub items: String,
    pub options: Vec<Options>,
    /// Names of the losses that have faces.
    pub names: Vec<&'static str>,
    /// Names of those that have none.
    pub others: Vec<&'static str>,
}

fn options(source: &Source, name: &str, settings: &[Setting]) -> Option<Options> {
    let mut known = source.options(name);
    let mut listed: Vec<_> = settings.iter().map(|setting| setting.option.to_string()).collect();
    known.sort();
    listed.sort();
    assert!(
        known == listed,
        "{name} has the options {known:?}, but `settings!` in losses.rs lists {listed:?}"
    );
    if settings.is_empty() {
        return None;
    }
    let (mut fields, mut apply) = (Vec::new(), String::new());
    for Setting { option, numbers } in settings {
        let words = source.summary(&format!("impl {name} {{"), &marker(source, name, option));
        let domains = source.domains(name, option);
        let short = option.strip_prefix("with_").unwrap_or(option);
        let field =
            |parameter: &str| if numbers.len() == 1 { short.to_string() } else { parameter.to_string() };
        if numbers.is_empty() {
            apply += &format!(
                "        match self.{short} {{\n            0 => {{}}\n            1 => loss = loss.{option}(),\n            _ => return None,\n        }}\n"
            );
            fields.push(Field { name: short.into(), words: format!("1: {words} 0: not."), number: None });
            continue;
        }
        let names: Vec<_> = numbers.iter().map(|(parameter, _)| field(parameter)).collect();
        for (i, (_, number)) in numbers.iter().enumerate() {
            let domain = domains.get(i).map_or(String::new(), |domain| format!(" The number is {domain}."));
            let unset = if names.len() == 1 { " 0: not set." } else { " All 0: not set." };
            fields.push(Field {
                name: names[i].clone(),
                words: format!("{words}{domain}{unset}"),
                number: Some(*number),
            });
        }
        let set: Vec<_> = names.iter().map(|name| format!("self.{name} != 0.0")).collect();
        let passed: Vec<_> = names.iter().map(|name| format!("self.{name}")).collect();
        apply += &format!(
            "        if {} {{\n            loss = loss.try_{option}({}).ok()?;\n        }}\n",
            set.join(" || "),
            passed.join(", ")
        );
    }
    let c = format!("{}_options", snake(name));
    Some(Options { c, rust: format!("{name}Options"), fields, apply, loss: name.into() })
}

/// The start of the line that declares an option.
fn marker(source: &Source, name: &str, option: &str) -> String {
    if source.domains(name, option).is_empty() {
        format!("pub const fn {option}")
    } else {
        format!("{name}: {option}")
    }
}

impl Losses {
    fn add(&mut self, source: &Source, entry: &Entry, settings: &[Setting], expected: &Expected) {
        let Entry { name, row, target, parameters } = entry;
        self.names.push(name);
        let find = |name: &str| TARGETS.iter().find(|target| target.name == name);
        let cell = find(row).unwrap_or_else(|| panic!("{name}: TARGETS in losses.rs has no {row}")).cell;
        let target_cell = find(target);
        assert!(
            target_cell.is_some() || *target == "nothing",
            "{name}: TARGETS in losses.rs has no {target}"
        );
        let is_wrapped = target_cell.is_some_and(|target| target.wrapped);
        let c_name = snake(name);
        let options = options(source, name, settings);

        // The loss from its parameters.
        let choice = |value: &str| {
            value
                .split_once(" ::")
                .or(value.split_once("::"))
                .and_then(|(rust, _)| CHOICES.iter().find(|choice| choice.rust == rust.trim()))
        };
        let signature: String = parameters
            .iter()
            .map(|(parameter, value)| {
                format!(", {parameter}: {}", if choice(value).is_some() { "u32" } else { "f32" })
            })
            .collect();
        let passed: String = parameters.iter().map(|(parameter, _)| format!(", {parameter}")).collect();
        let arguments = passed.trim_start_matches(", ");
        let build = match parameters[..] {
            [] => format!("{name}::new()"),
            [(parameter, value)] if let Some(choice) = choice(value) => format!(
                "{name}::new(choose_{}({parameter}).ok_or(Refusal::new(Code::PARAMETER, first))?)",
                choice.name
            ),
            [_] => format!("{name}::try_new({arguments}).map_err(|_| Refusal::new(Code::PARAMETER, first))?"),
            _ => {
                let names: Vec<_> = parameters
                    .iter()
                    .enumerate()
                    .map(|(i, (name, _))| match i {
                        0 => format!("(\"{name}\", first)"),
                        _ => format!("(\"{name}\", first + {i})"),
                    })
                    .collect();
                format!(
                    "{name}::try_new({arguments}).map_err(|error| refused(error, &[{}]))?",
                    names.join(", ")
                )
            }
        };
        let full = match target_cell.filter(|target| target.wrapped) {
            Some(target) => format!("FromC<{name}, {}>", target.cell.rust),
            None => (*name).to_string(),
        };
        let wrap = |loss: &str| if is_wrapped { format!("FromC::new({loss})") } else { loss.to_string() };
        let first = if parameters.is_empty() { "_: u8" } else { "first: u8" };
        self.items += &match &options {
            None => format!(
                "#[inline(always)]\nfn {c_name}({first}{signature}) -> Result<{full}, Refusal> {{\n    let loss = {build};\n    Ok({})\n}}\n\n",
                wrap("loss")
            ),
            Some(options) => format!(
                "#[inline(always)]\nfn {c_name}({first}{signature}, options: Option<{}>) -> Result<{full}, Refusal> {{\n    let loss = {build};\n    let loss = match options {{\n        Some(options) => options.apply(loss).ok_or(Refusal::new(Code::PARAMETER, 1))?,\n        None => loss,\n    }};\n    Ok({})\n}}\n\n",
                options.rust,
                wrap("loss")
            ),
        };

        // The arguments.
        let [row_words, target_words] = source.shapes(name);
        let width = if cell.width > 1 { ", two numbers a row" } else { "" };
        let predictions = Argument::input(
            "predictions",
            Pass::Read(cell),
            format!("One a row{width}: {row_words}."),
            Data::Pool((*row).into()),
        );
        let targets = target_cell.map(|cell| {
            let words = if cell.name == "coin" {
                plain(&target_words).replace("bool, true for", "1 for") + ", 0 for another"
            } else {
                target_words.clone()
            };
            Argument::input(
                "targets",
                Pass::Read(cell.cell),
                format!("One a row: {words}."),
                Data::Pool(format!("{target}_2")),
            )
        });
        let weights = Argument::input(
            "weights",
            Pass::Optional(FLOAT),
            "Sample weights, one a row, finite and 0 or more; or null for none.",
            Data::Pool("weight".into()),
        );
        let domains = source.domains(name, "new");
        let constructor = parameters.iter().enumerate().map(|(i, (parameter, value))| match choice(value) {
            Some(choice) => {
                let variant = value.rsplit("::").next().unwrap_or_default().trim();
                let number = choice.variants.iter().position(|known| *known == variant);
                let words = format!("One of `enum microloss_{}`.", snake(choice.rust));
                Argument::value(
                    parameter,
                    Pass::Choice,
                    words,
                    &format!("{}", number.unwrap_or_else(|| panic!("{name}: {variant}"))),
                )
            }
            None => {
                let domain = domains.get(i).map_or(String::new(), |domain| format!("Must be {domain}."));
                Argument::value(parameter, Pass::Number, domain, &float(value))
            }
        });
        let constructor: Vec<Argument> = constructor.collect();
        let count = Argument::value("count", Pass::Rows, "The number of rows.", "");
        let reduction =
            |c: &str| Argument::value("reduction", Pass::Reduction, "How the rows become one number.", c);
        let option_argument = options.as_ref().map(|options| {
            let words = options.fields.iter().map(|field| field.number.map_or(1, f32::to_bits)).collect();
            let pass = Pass::Options { c: format!("microloss_{}", options.c), rust: options.rust.clone() };
            Argument::input("options", pass, "The options, or null for none.", Data::Options(words))
        });
        let value = |expected| Argument::output("value", Pass::Result(FLOAT), "The reduced loss.", expected);
        let gradient = |expected| {
            let words = "The gradient; `predictions` to replace them by it.";
            Argument::output("gradient", Pass::Replace(cell), words, expected)
        };

        let summary = source.summary("", &format!("pub struct {name}"));
        let batch = |with: bool, first: usize, reduction: &str| {
            let options = match &options {
                Some(options) if with => format!("Batch::<{full}, {}> {{ options", options.rust),
                Some(options) => format!("Batch::<{full}, {}> {{ options: null()", options.rust),
                None => format!("Batch::<{full}, ()> {{ options: null()"),
            };
            let targets = if targets.is_some() { "targets" } else { "targets: NonNull::dangling().as_ptr()" };
            let weights = if with { "weights, weighted: true" } else { "weights: null(), weighted: false" };
            format!("{options}, count, first: {first}, predictions, {targets}, {weights}, {reduction} }}")
        };
        let mut face = |suffix: &str,
                        words: Vec<String>,
                        with: bool,
                        tail: Vec<Argument>,
                        call: &dyn Fn(usize, &str) -> String| {
            let mut arguments: Vec<Argument> = Vec::new();
            arguments.extend(option_argument.clone().filter(|_| with && suffix != "_denominator"));
            arguments.push(count.clone());
            let first = arguments.len() + 1;
            arguments.extend(constructor.iter().cloned());
            if suffix != "_denominator" {
                arguments.push(predictions.clone());
            }
            arguments.extend(targets.clone());
            if with {
                arguments.push(weights.clone());
            }
            arguments.extend(tail);
            let closure = match &options {
                Some(_) if suffix == "_denominator" => format!("|| {c_name}({first}{passed}, None)"),
                None if suffix == "_denominator" => format!("|| {c_name}({first}{passed})"),
                Some(_) => format!("|options| {c_name}({first}{passed}, options)"),
                None => format!("|_| {c_name}({first}{passed})"),
            };
            let mut face = Face {
                name: format!("{c_name}{suffix}"),
                words,
                arguments,
                returns_number: false,
                body: String::new(),
                strict: true,
                refuses_rows: Vec::new(),
                number: 0,
            };
            face.body = call(first + parameters.len(), &closure);
            if expected.refuses_prediction && suffix != "_denominator" {
                face.refuses_rows.push(face.position("predictions"));
            }
            if targets.is_some()
                && (expected.refuses_target || is_wrapped && !["action", "estimate"].contains(target))
            {
                face.refuses_rows.push(face.position("targets"));
            }
            self.faces.push(face);
        };
        let mean = "microloss_mean()";
        let over = &format!("microloss_over({OVER:?}f)");
        let same = |word: u32| [word, word];
        face(
            "",
            vec![summary.clone(), "Computes value and gradient.".into()],
            false,
            vec![reduction(mean), gradient(same(expected.mean[1])), value(same(expected.mean[0]))],
            &|first, closure| {
                format!("{}.value_and_gradient({closure}, gradient, value)", batch(false, first, "reduction"))
            },
        );
        face(
            "_value",
            vec![format!("Computes the value of microloss_{c_name}.")],
            false,
            vec![reduction(mean), value(same(expected.mean[0]))],
            &|first, closure| format!("{}.value({closure}, value)", batch(false, first, "reduction")),
        );
        let with = if options.is_some() { "options and sample weights" } else { "sample weights" };
        let [weighted, alone] = expected.over;
        face(
            "_with",
            vec![format!("Computes value and gradient of microloss_{c_name}, with {with}.")],
            true,
            vec![reduction(over), gradient([weighted[1], alone[1]]), value([weighted[0], alone[0]])],
            &|first, closure| {
                format!("{}.value_and_gradient({closure}, gradient, value)", batch(true, first, "reduction"))
            },
        );
        face(
            "_value_with",
            vec![format!("Computes the value of microloss_{c_name}, with {with}.")],
            true,
            vec![reduction(over), value([weighted[0], alone[0]])],
            &|first, closure| format!("{}.value({closure}, value)", batch(true, first, "reduction")),
        );
        let terms = Argument::output("terms", Pass::Write(FLOAT), "The loss of every row.", expected.terms);
        face(
            "_terms",
            vec![format!("Writes the loss of every row of microloss_{c_name}, unreduced.")],
            true,
            vec![terms],
            &|first, closure| {
                format!("{}.terms({closure}, terms)", batch(true, first, "reduction: Reduction::MEAN"))
            },
        );
        let denominator = Argument::output(
            "denominator",
            Pass::Result(FLOAT),
            "The denominator of the mean.",
            expected.denominator,
        );
        face(
            "_denominator",
            vec![format!(
                "Computes the denominator of the mean of microloss_{c_name}: the number of rows, or the sum of their weights. If a batch comes in pieces, reduce every piece over the sum of their denominators."
            )],
            true,
            vec![denominator],
            &|first, closure| {
                let targets = if targets.is_some() { "targets" } else { "NonNull::dangling().as_ptr()" };
                format!(
                    "memory::denominator::<{full}>({closure}, count, {first}, {targets}, weights, denominator)"
                )
            },
        );
        if let Some(options) = options {
            self.items += &options.rust_items();
            self.options.push(options);
        }
    }
}

/// A C literal of a float.
pub fn float(value: &str) -> String {
    let value = value.trim();
    if value.contains(['.', 'e']) { format!("{value}f") } else { format!("{value}.0f") }
}

impl Options {
    fn rust_items(&self) -> String {
        let fields: String = self
            .fields
            .iter()
            .map(|field| {
                format!("    {}: {},\n", field.name, if field.number.is_some() { "f32" } else { "u32" })
            })
            .collect();
        format!(
            "#[repr(C)]\n#[derive(Clone, Copy)]\npub struct {rust} {{\n{fields}}}\n\nimpl {rust} {{\n    fn apply(self, loss: {loss}) -> Option<{loss}> {{\n        let mut loss = loss;\n{apply}        Some(loss)\n    }}\n}}\n\n",
            rust = self.rust,
            loss = self.loss,
            apply = self.apply,
        )
    }
}

macro_rules! registry {
    ($($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($row:ident, $target:ident),
        $new:ident($($parameter:ident = $value:expr),*) $(.$option:ident($($argument:ident = $other:expr),*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        /// Returns the faces of every loss of the registry.
        pub fn all(source: &Source) -> Losses {
            let mut losses = Losses {
                faces: Vec::new(),
                items: String::new(),
                options: Vec::new(),
                names: Vec::new(),
                others: Vec::new(),
            };
            $($(registry! {
                @ losses source [$([$($generic)*])?] $kind $name($row, $target) $new($($parameter = $value),*)
            })*)*
            losses
        }
    };
    (@ $losses:ident $source:ident [] own $name:ident $($rest:tt)*) => {
        $losses.others.push(stringify!($name));
    };
    (@ $losses:ident $source:ident [] $kind:ident $name:ident($row:ident, $target:ident)
     $new:ident($($parameter:ident = $value:expr),*)) => {{
        let plain = $name::$new($($value),*);
        let (full, settings) = (&Plain(plain)).optioned();
        let (rows, targets) = (rows(false, Draw::$row), rows(true, Draw::$target));
        let mut expected = expected(plain, full, &rows, &targets);
        expected.refuses_target = registry!(@refuses plain $target);
        let entry = Entry {
            name: stringify!($name),
            row: stringify!($row),
            target: stringify!($target),
            parameters: vec![$((stringify!($parameter), stringify!($value))),*],
        };
        $losses.add($source, &entry, &settings, &expected);
    }};
    (@ $losses:ident $source:ident [$($generic:tt)+] $kind:ident $name:ident $($rest:tt)*) => {
        $losses.others.push(stringify!($name));
    };
    (@refuses $loss:ident probability) => { refuses_nan(&$loss) };
    (@refuses $loss:ident sign) => { refuses_nan(&$loss) };
    (@refuses $loss:ident number) => { refuses_nan(&$loss) };
    (@refuses $loss:ident $other:ident) => { false };
}
microloss::for_each_loss!(registry);
