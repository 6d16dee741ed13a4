//! The faces of functions that are no losses: one line each, with what the test passes.

use crate::face::{Argument, COUNT, Cell, Data, FLOAT, Face, PAIR, Pass, SIZE, digest};
use crate::pools::{Draw, ROWS, Words, rows, words};
use crate::source::Source;
use microloss::{EpisodeEnd, Error};

/// The end of a step.
const END: Cell = Cell { c: "microloss_episode_end", rust: "EpisodeEnd", width: 1 };

/// Public functions without a face, and why.
pub const WITHOUT: [(&str, &str); 13] = [
    ("expected_sarsa_target", "it takes one step, where C adds two numbers"),
    ("first_not_a_distribution", "its rows have a width that is known at run time in C"),
    ("mine_triplets", "its rows have a width that is known at run time in C, and it calls back"),
    ("mine_triplets_into", "as `mine_triplets`; and it needs heapless"),
    ("no_targets", "C passes no targets where there are none"),
    ("q_learning_target", "it takes one step, where C adds two numbers"),
    ("recommend", "the guide is for people, not for firmware"),
    ("reparameterize", "its rows have a width that is known at run time in C"),
    ("reparameterize_add_gradient", "its rows have a width that is known at run time in C"),
    ("sample_triplets", "as `mine_triplets`"),
    ("sarsa_target", "it takes one step, where C adds two numbers"),
    ("triplets_value", "as `mine_triplets`"),
    ("triplets_value_and_add_gradient", "as `mine_triplets`"),
];

/// A result: its form in C.
trait Returned {
    /// The cell that C gets, and the Rust expression that makes it of `result`.
    const FORM: (Cell, &'static str);
    const WORDS: &'static str = "The result.";
    /// True if the call can refuse its arguments.
    const FALLIBLE: bool = false;
    /// False if there is no result but the outputs.
    const IS: bool = true;

    fn words(self) -> Vec<u32>;
}

impl Returned for () {
    const FORM: (Cell, &'static str) = (FLOAT, "");
    const IS: bool = false;

    fn words(self) -> Vec<u32> {
        Vec::new()
    }
}

impl Returned for f32 {
    const FORM: (Cell, &'static str) = (FLOAT, "result");

    fn words(self) -> Vec<u32> {
        vec![self.to_bits()]
    }
}

impl Returned for usize {
    const FORM: (Cell, &'static str) = (SIZE, "result");

    fn words(self) -> Vec<u32> {
        vec![self as u32]
    }
}

impl Returned for Option<usize> {
    const FORM: (Cell, &'static str) = (SIZE, "result.unwrap_or(usize::MAX)");
    const WORDS: &'static str = "The result, or `SIZE_MAX` if there is none.";

    fn words(self) -> Vec<u32> {
        vec![self.unwrap_or(usize::MAX) as u32]
    }
}

impl Returned for bool {
    const FORM: (Cell, &'static str) = (COUNT, "u32::from(result)");
    const WORDS: &'static str = "1 for yes, 0 for no.";

    fn words(self) -> Vec<u32> {
        vec![u32::from(self)]
    }
}

impl Returned for (f32, f32) {
    const FORM: (Cell, &'static str) = (PAIR, "<[f32; 2]>::from(result)");
    const WORDS: &'static str = "Two numbers.";

    fn words(self) -> Vec<u32> {
        [self.0, self.1].words()
    }
}

impl<T: Returned> Returned for Result<T, Error> {
    const FORM: (Cell, &'static str) = T::FORM;
    const WORDS: &'static str = T::WORDS;
    const FALLIBLE: bool = true;
    const IS: bool = T::IS;

    fn words(self) -> Vec<u32> {
        self.expect("a good call").words()
    }
}

/// An argument of the Rust function, with the test's value.
trait Given {
    fn argument(name: &str, note: &str) -> Argument;
    /// The words of an output after the call.
    fn after(&self) -> Option<u32> {
        None
    }
    /// The form of the argument in the Rust call.
    const CALL: &'static str = "";
}

struct Number(f32);
struct Things(usize);
struct Rows<T>(Vec<T>);
struct Room(Vec<f32>);
struct Update(Vec<f32>);

impl Given for Number {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::value(name, Pass::Number, "", &crate::losses::float(note))
    }
}

impl Given for Things {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::value(name, Pass::Size, "", note)
    }
}

impl Given for Rows<f32> {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::input(name, Pass::Read(FLOAT), "", Data::Pool(note.into()))
    }
    const CALL: &'static str = "read";
}

impl Given for Rows<[f32; 2]> {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::input(name, Pass::Read(PAIR), "Two numbers a row.", Data::Pool(note.into()))
    }
    const CALL: &'static str = "read";
}

impl Given for Rows<u32> {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::input(name, Pass::Read(COUNT), "", Data::Pool(note.into()))
    }
    const CALL: &'static str = "read";
}

impl Given for Rows<EpisodeEnd> {
    fn argument(name: &str, note: &str) -> Argument {
        let words = "One a step: does the episode go on, or why not?";
        Argument::input(name, Pass::Read(END), words, Data::Pool(note.into()))
    }
    const CALL: &'static str = "read";
}

impl Given for Room {
    fn argument(name: &str, _: &str) -> Argument {
        Argument::output(name, Pass::Write(FLOAT), "Written.", [0; 2])
    }
    fn after(&self) -> Option<u32> {
        Some(digest(&words(&self.0)))
    }
    const CALL: &'static str = "write";
}

impl Given for Update {
    fn argument(name: &str, note: &str) -> Argument {
        Argument::input(name, Pass::Update(FLOAT), "Read and overwritten.", Data::Pool(note.into()))
    }
    fn after(&self) -> Option<u32> {
        Some(digest(&words(&self.0)))
    }
    const CALL: &'static str = "write";
}

/// Writes the face of a function from the forms of its arguments.
fn face(
    source: &Source,
    path: &str,
    given: Vec<(Argument, &'static str, Option<u32>)>,
    form: Form,
    result: &[u32],
) -> Face {
    let name = path.rsplit("::").next().unwrap_or(path);
    let summary = match path {
        // They are re-exported, and written by macros or in the back end.
        "math::exp" => "Returns e^x.".into(),
        "math::ln" => "Returns ln x.".into(),
        "math::ln_1p" => "Returns ln(1 + x).".into(),
        "math::exp_m1" => "Returns e^x - 1.".into(),
        "math::tanh" => "Returns tanh x.".into(),
        "math::sqrt" => "Returns the square root.".into(),
        _ => source.function(name),
    };
    let Form { cell, expression, words: result_words, fallible, is } = form;
    let rows = given.iter().any(|(argument, ..)| argument.is_pointer());
    let returns_number = !rows && !fallible && cell.rust == "f32" && is;
    let mut arguments: Vec<Argument> = Vec::new();
    if rows {
        arguments.push(Argument::value("count", Pass::Rows, "The length of every array.", ""));
    }
    let mut call = Vec::new();
    for (argument, how, after) in given {
        call.push(if how.is_empty() {
            argument.name.clone()
        } else {
            format!("{how}({}, count)", argument.name)
        });
        let expected = [after.unwrap_or_default(); 2];
        let words = match source.checked(name, &argument.name) {
            Some(domain) => format!("Must be {domain}."),
            None => argument.words.clone(),
        };
        arguments.push(Argument { expected, words, ..argument });
    }
    let call = format!("microloss::{path}({})", call.join(", "));
    if is && !returns_number {
        arguments.push(Argument::output("result", Pass::Result(cell), result_words, [digest(result); 2]));
    }
    let mut face = Face {
        name: name.into(),
        words: vec![summary],
        arguments,
        returns_number,
        body: call.clone(),
        strict: false,
        refuses_rows: Vec::new(),
        number: result.first().copied().unwrap_or_default(),
    };
    if returns_number {
        return face;
    }
    let position = |argument: &Argument| face.position(&argument.name);
    let spans: Vec<_> = face
        .arguments
        .iter()
        .filter_map(|argument| match argument.pass {
            Pass::Read(_) => Some(format!("Span::read({}, {}, count)", position(argument), argument.name)),
            Pass::Write(_) | Pass::Update(_) => {
                Some(format!("Span::write({}, {}, count)", position(argument), argument.name))
            }
            Pass::Result(_) => Some(format!("Span::write({}, {}, 1)", position(argument), argument.name)),
            _ => None,
        })
        .collect();
    let names: Vec<_> = face
        .arguments
        .iter()
        .filter(|argument| !matches!(argument.pass, Pass::Rows | Pass::Result(_)))
        .map(|argument| format!("(\"{}\", {})", argument.name, position(argument)))
        .collect();
    let refused = if fallible {
        format!(".map_err(|error| refused(error, &[{}]))?", names.join(", "))
    } else {
        String::new()
    };
    let bind = if is { "let result = " } else { "" };
    let store = if is {
        format!(
            "\n        // SAFETY: `check` has accepted the span.\n        unsafe {{ result_at.write({}) }};",
            expression
        )
    } else {
        String::new()
    };
    let keep = if is { "        let result_at = result;\n" } else { "" };
    let call = if rows { format!("unsafe {{ {call} }}") } else { call };
    let safety = if rows {
        "        // SAFETY: `check` has accepted the spans, and the caller promises the rest.\n"
    } else {
        ""
    };
    let ends = face.arguments.iter().find(|argument| argument.c().contains(END.c));
    let (known, refuses_rows) = match ends {
        Some(ends) => {
            let (name, at) = (&ends.name, position(ends));
            (
                format!("{safety}        unsafe {{ EpisodeEnd::known(read({name}, count), {at})? }};\n"),
                vec![at],
            )
        }
        None => (String::new(), Vec::new()),
    };
    let fits = if rows { "        fits(count, 1)?;\n" } else { "" };
    face.body = format!(
        "status(|| {{\n{fits}        check(&[{}])?;\n{keep}{known}{safety}        {bind}{call}{refused};{store}\n        Ok(())\n    }})",
        spans.join(", ")
    );
    face.refuses_rows = refuses_rows;
    face
}

/// Values of the test: a number, or a negative one, a number of things, the rows of a pool or of its twin, room, or rows to overwrite.
macro_rules! given {
    (number $value:tt) => {
        Number($value)
    };
    (minus $value:tt) => {
        Number(-$value)
    };
    (things $value:tt) => {
        Things($value)
    };
    (rows $pool:tt) => {
        Rows(rows(false, Draw::$pool))
    };
    (others $pool:tt) => {
        Rows(rows(true, Draw::$pool))
    };
    (room $unused:tt) => {
        Room(vec![0.0; ROWS])
    };
    (update $pool:tt) => {
        Update(rows(false, Draw::$pool))
    };
}

/// The argument for the call of the crate's function.
macro_rules! passed {
    (number $given:ident) => {
        $given.0
    };
    (minus $given:ident) => {
        $given.0
    };
    (things $given:ident) => {
        $given.0
    };
    (rows $given:ident) => {
        &$given.0
    };
    (others $given:ident) => {
        &$given.0
    };
    (room $given:ident) => {
        &mut $given.0
    };
    (update $given:ident) => {
        &mut $given.0
    };
}

macro_rules! functions {
    ($($($segment:ident)::+ ($($argument:ident: $kind:ident($value:tt)),*);)*) => {
        /// Returns the faces of all functions.
        pub fn all(source: &Source) -> Vec<Face> {
            let mut faces = Vec::new();
            $({
                $(
                    #[allow(unused_mut, reason = "some are outputs")]
                    let mut $argument = given!($kind $value);
                )*
                let returned = microloss::$($segment)::+($(passed!($kind $argument)),*);
                let form = form(&returned);
                let result = returned.words();
                let arguments = vec![$(given(&$argument, stringify!($argument), stringify!($kind), stringify!($value))),*];
                faces.push(face(source, &[$(stringify!($segment)),+].join("::"), arguments, form, &result));
            })*
            faces
        }
    };
}

/// The form of a result: its cell, the Rust expression and the words; and if the call can fail, and if there is a result.
struct Form {
    cell: Cell,
    expression: &'static str,
    words: &'static str,
    fallible: bool,
    is: bool,
}

fn form<R: Returned>(_: &R) -> Form {
    let (cell, expression) = R::FORM;
    Form { cell, expression, words: R::WORDS, fallible: R::FALLIBLE, is: R::IS }
}

fn given<G: Given>(given: &G, name: &str, kind: &str, value: &str) -> (Argument, &'static str, Option<u32>) {
    let note = match kind {
        "others" => format!("{value}_2"),
        "minus" => format!("-{value}"),
        _ => value.to_string(),
    };
    (G::argument(name, &note), G::CALL, given.after())
}

functions! {
    math::exp(x: number(0.7));
    math::exp_m1(x: number(0.7));
    math::exp_residual(x: number(0.7));
    math::ln(x: number(0.7));
    math::ln_1p(x: number(0.7));
    math::ln_cosh(x: number(0.7));
    math::log1m_exp(x: minus(0.7));
    math::log_sigmoid(x: number(0.7));
    math::sigmoid(x: number(0.7));
    math::softplus(x: number(0.7));
    math::sqrt(x: number(0.7));
    math::tanh(x: number(0.7));
    math::log_sum_exp(x: rows(number));
    math::softmax(logits: rows(number), temperature: number(0.7), probabilities: room(_));
    math::log_softmax(logits: rows(number), temperature: number(0.7), log_probabilities: room(_));
    boltzmann(energies: rows(number), temperature: number(0.7), probabilities: room(_));
    temper(probabilities: update(share), temperature: number(0.7));
    free_energy(energies: rows(number), temperature: number(0.7));
    free_energy_and_gradient(energies: rows(number), temperature: number(0.7), gradient: room(_));
    free_energy_slope(energies: rows(number), temperature: number(0.7));
    log_partition(energies: rows(number), temperature: number(0.7));
    sample(probabilities: rows(share), u: number(0.7));
    top_k(probabilities: update(share), k: things(5));
    top_p(probabilities: update(share), p: number(0.7));
    entropy(p: rows(share));
    cross_entropy(p: rows(share), q: others(share));
    kl_divergence(p: rows(share), q: others(share));
    kl_divergence_of_logs(log_p: rows(number), log_q: others(number));
    jensen_shannon(p: rows(share), q: others(share));
    bits_to_nats(bits: number(0.7));
    nats_to_bits(nats: number(0.7));
    mutual_information_bound(candidates: things(512), loss: number(0.7));
    looks_like_probabilities(row: rows(share));
    looks_like_sigmoid_outputs(predictions: rows(probability));
    first_not_a_number(terms: rows(number));
    distance_from_uniform(probabilities: rows(share));
    double_softmax_range(classes: things(5));
    gradient_norm(gradient: rows(number));
    clip_by_norm(gradient: update(number), bound: number(0.7));
    is_vanishing(gradient: rows(number), threshold: number(0.7));
    sharpness_aware_perturbation(gradient: rows(number), rho: number(0.7), perturbation: room(_));
    cost_threshold(false_positive: number(0.7), false_negative: number(2.5));
    positive_weight_from_costs(false_positive: number(0.7), false_negative: number(2.5));
    calibrated_logit(logit: number(0.7), positive_weight: number(2.5));
    inverse_frequency_weights(counts: rows(counts), weights: room(_));
    effective_number_weights(counts: rows(counts), beta: number(0.7), weights: room(_));
    potential_shaping(gamma: number(0.7), potential: number(2.5), next_potential: number(3.5));
    signal_to_noise(alpha_bar: number(0.7));
    implicit_reward(beta: number(0.7), policy: number(2.5), reference: number(3.5));
    preference_accuracy(policy: rows(pair), reference: others(pair));
    reward_margin(beta: number(0.7), policy: rows(pair), reference: others(pair));
    drifted(log_probabilities: rows(number), old: others(number));
    generalized_advantage(
        rewards: rows(number), values: others(number), ends: rows(end), next_value: number(0.7), gamma: number(0.9),
        lambda: number(0.8), advantages: room(_)
    );
    leave_one_out_advantages(rewards: update(number), group: things(37));
    normalize_groups(rewards: update(number), group: things(37), floor: number(0.7));
    normalize_advantages(advantages: update(number));
    normalize_advantages_with_floor(advantages: update(number), floor: number(0.7));
    rlhf_rewards(
        score: number(0.7), policy: rows(number), reference: others(number), beta: number(0.7), rewards: room(_)
    );
    pair_count(embeddings: things(5));
    triplet_count(classes: things(5), per_class: things(4));
}

macro_rules! penalties {
    ($($name:ident($($parameter:ident = $value:literal),+);)*) => {
        /// Returns the faces of the penalties on parameters.
        pub fn penalties(source: &Source) -> Vec<Face> {
            let mut faces = Vec::new();
            $({
                let penalty = microloss::$name::new($($value),+);
                let parameters = rows(false, Draw::number);
                let mut gradient = rows(true, Draw::number);
                let value = microloss::Penalty::value_and_add_gradient(&penalty, &parameters, &mut gradient);
                let results = [value.expect("a good call").to_bits(), digest(&words(&gradient))];
                let given = [$((stringify!($parameter), stringify!($value))),+];
                faces.extend(penalty_faces(source, stringify!($name), &given, results));
            })*
            faces
        }
    };
}

penalties! {
    L1(lambda = 0.5);
    L2(lambda = 0.5);
    ElasticNet(l1 = 0.5, l2 = 0.25);
}

fn penalty_faces(
    source: &Source,
    name: &str,
    given: &[(&str, &str)],
    [value, gradient]: [u32; 2],
) -> [Face; 2] {
    let domains = source.domains(name, "new");
    [true, false].map(|with_gradient| {
        let mut arguments = vec![Argument::value("count", Pass::Rows, "The number of parameters.", "")];
        for ((parameter, number), domain) in given.iter().zip(&domains) {
            let words = format!("Must be {domain}.");
            arguments.push(Argument::value(parameter, Pass::Number, words, &crate::losses::float(number)));
        }
        let pool = |name: &str| Data::Pool(name.into());
        arguments.push(Argument::input("parameters", Pass::Read(FLOAT), "The parameters of the model.", pool("number")));
        if with_gradient {
            let words = "The gradient of the penalty is added to it.";
            let added = Argument::input("gradient", Pass::Update(FLOAT), words, pool("number_2"));
            arguments.push(Argument { expected: [gradient; 2], ..added });
        }
        arguments.push(Argument::output("value", Pass::Result(FLOAT), "The penalty.", [value; 2]));
        let c = crate::losses::snake(name);
        let mut face = Face {
            name: format!("{c}{}", if with_gradient { "" } else { "_value" }),
            words: vec![
                source.summary("", &format!("pub struct {name}")),
                if with_gradient { "Computes the value, and adds the gradient." } else { "Computes the value." }.into(),
            ],
            arguments,
            returns_number: false,
            body: String::new(),
            strict: false,
            refuses_rows: Vec::new(),
            number: 0,
        };
        let [parameters, value] = ["parameters", "value"].map(|name| face.position(name));
        let numbers: Vec<_> = given.iter().map(|(name, _)| *name).collect();
        let names: Vec<_> = numbers.iter().map(|name| format!("(\"{name}\", {})", face.position(name))).collect();
        let penalty = format!("{name}::try_new({}).map_err(|error| refused(error, &[{}]))?", numbers.join(", "), names.join(", "));
        let (span, call) = if with_gradient {
            let span = format!("Span::write({}, gradient, count), ", face.position("gradient"));
            (span, "value_and_add_gradient(read(parameters, count), write(gradient, count)).map_err(|error| refused(error, &[]))?")
        } else {
            (String::new(), "value(read(parameters, count))")
        };
        face.body = format!(
            "status(|| {{\n        fits(count, 1)?;\n        check(&[Span::read({parameters}, parameters, count), {span}Span::write({value}, value, 1)])?;\n        let penalty = {penalty};\n        // SAFETY: `check` has accepted the spans, and the caller promises the rest.\n        let result = unsafe {{ penalty.{call} }};\n        // SAFETY: `check` has accepted the span.\n        unsafe {{ value.write(result) }};\n        Ok(())\n    }})"
        );
        face
    })
}
