//! `c/every_face.c`: a table for the engine in `c/every_face.h`, with the numbers that Rust computes on this machine.

use crate::face::{Argument, BYTE, Cell, Data, FLOAT, Face, Pass, RISK, SIZE, digest};
use crate::losses::Losses;
use crate::pools::{self, Draw, ROWS, words};
use crate::source::Source;
use microloss::{EmpiricalRisk, Loss, Reduction, SoftmaxCrossEntropy, generalization_gap};

const CLASSES: usize = 2;

/// The face of the softmax cross-entropy, which is written by hand.
pub fn softmax(value_only: bool) -> Face {
    let logits: Vec<[f32; CLASSES]> = pools::rows(false, Draw::pair);
    let labels: Vec<u8> = pools::rows(true, Draw::coin).into_iter().map(u8::from).collect();
    let mut slopes = logits.clone();
    let value = SoftmaxCrossEntropy::new()
        .value_and_gradient(&logits, &labels, Reduction::Mean, &mut slopes)
        .expect("a good batch");
    let row = Cell { width: CLASSES, ..FLOAT };
    let input = |name, cell, words, pool: &str| {
        Argument::input(name, Pass::Read(cell), words, Data::Pool(pool.into()))
    };
    let mut arguments = vec![
        Argument::value("rows", Pass::Rows, "The number of rows.", ""),
        Argument::value(
            "classes",
            Pass::Size,
            "The number of classes: 2 to 10, unless the list in src/softmax.rs is another.",
            "2",
        ),
        input("predictions", row, "Logits, row after row.", "pair"),
        input("labels", BYTE, "One a row: a number below `classes`.", "coin_2"),
        Argument::value("reduction", Pass::Reduction, "How the rows become one number.", "microloss_mean()"),
    ];
    if !value_only {
        let words = "The gradient; `predictions` to replace them by it.";
        arguments.push(Argument::output(
            "gradient",
            Pass::Replace(row),
            words,
            [digest(&words_of(&slopes)); 2],
        ));
    }
    arguments.push(Argument::output("value", Pass::Result(FLOAT), "The reduced loss.", [value.to_bits(); 2]));
    let words = if value_only {
        vec!["Computes the value of microloss_softmax_cross_entropy.".into()]
    } else {
        vec![
            "Cross-entropy of one of several classes, from logits: -ln p of the label's class, p = softmax(x).".into(),
            "Computes value and gradient. Do not apply a softmax first.".into(),
        ]
    };
    Face {
        name: format!("softmax_cross_entropy{}", if value_only { "_value" } else { "" }),
        words,
        arguments,
        returns_number: false,
        body: String::new(),
        strict: true,
        refuses_rows: vec![4],
        number: 0,
    }
}

/// The faces of `EmpiricalRisk`, which are written by hand.
pub fn risk(source: &Source) -> Vec<Face> {
    // Nothing is lost in the sums: the words are the sum, its error, the weight and its error.
    let words = |sum: f32, weight: f32| vec![sum.to_bits(), 0, weight.to_bits(), 0];
    let of = |sum, weight| {
        let mut risk = EmpiricalRisk::new();
        risk.add(sum, weight);
        risk
    };
    let given = |name: &str, pass, [sum, weight]: [f32; 2]| {
        Argument::input(name, pass, "", Data::Options(words(sum, weight)))
    };
    let number = |name: &str| Argument::value(name, Pass::Number, "", "2.5f");
    let result = |name: &str, bits: f32| Argument::output(name, Pass::Result(FLOAT), "", [bits.to_bits(); 2]);
    let face = |name: &str, summary: String, arguments: Vec<Argument>| Face {
        name: name.into(),
        words: vec![summary],
        arguments,
        returns_number: false,
        body: String::new(),
        strict: false,
        refuses_rows: Vec::new(),
        number: 0,
    };
    let method = |name: &str| source.summary("impl EmpiricalRisk {", &format!("pub fn {name}"));
    let updated = |mut argument: Argument, [sum, weight]: [f32; 2]| {
        argument.expected = [digest(&words(sum, weight)); 2];
        argument
    };
    let (mine, other) = ([6.0, 2.0], [2.5, 4.0]);
    let mut both = of(mine[0], mine[1]);
    both.merge(&of(other[0], other[1]));
    let (sum, weight) = (mine[0] + other[0], mine[1] + other[1]);
    assert_eq!((both.mean(), both.weight()), (Some(sum / weight), weight));
    let gap =
        generalization_gap(&of(mine[0], mine[1]), &of(other[0], other[1])).expect("both have seen something");
    vec![
        face(
            "empirical_risk_add",
            method("add"),
            vec![
                updated(given("risk", Pass::Update(RISK), mine), [mine[0] + 2.5, mine[1] + 2.5]),
                number("sum"),
                number("weight"),
            ],
        ),
        face(
            "empirical_risk_merge",
            method("merge"),
            vec![
                updated(given("risk", Pass::Update(RISK), mine), [sum, weight]),
                given("other", Pass::Read(RISK), other),
            ],
        ),
        face(
            "empirical_risk_mean",
            "Returns the mean loss, and refuses a risk whose weights add up to 0.".into(),
            vec![given("risk", Pass::Read(RISK), mine), result("mean", mine[0] / mine[1])],
        ),
        face(
            "empirical_risk_weight",
            method("weight"),
            vec![given("risk", Pass::Read(RISK), mine), result("weight", mine[1])],
        ),
        face(
            "generalization_gap",
            "Returns the mean loss of held-out data minus that of the training data, and refuses a risk that has seen nothing."
                .into(),
            vec![given("training", Pass::Read(RISK), mine), given("held_out", Pass::Read(RISK), other), result("gap", gap)],
        ),
    ]
}

fn words_of(rows: &[[f32; CLASSES]]) -> Vec<u32> {
    words(rows)
}

/// The call of a face with the arguments of the engine.
fn call(face: &Face) -> String {
    let (mut pointers, mut numbers) = (0, 0);
    let mut arguments = Vec::new();
    for argument in &face.arguments {
        arguments.push(match &argument.pass {
            Pass::Rows => "c->count".into(),
            Pass::Size => argument.value.clone(),
            Pass::Choice => "c->choice".into(),
            Pass::Reduction => "c->reduction".into(),
            Pass::Number => {
                numbers += 1;
                format!("c->numbers[{}]", numbers - 1)
            }
            _ => {
                pointers += 1;
                format!("({})c->pointers[{}]", argument.c().trim_end(), pointers - 1)
            }
        });
    }
    let call = format!("microloss_{}({})", face.name, arguments.join(", "));
    if face.returns_number {
        format!("*(float *)c->pointers[0] = {call};\n    return MICROLOSS_OK;")
    } else {
        format!("return {call};")
    }
}

/// One pointer of a face, as a line of the table.
fn pointer(face: &Face, argument: &Argument) -> String {
    let (access, cell) = match &argument.pass {
        Pass::Read(cell) => ("READ", *cell),
        Pass::Optional(cell) => ("OPTIONAL", *cell),
        Pass::Write(cell) => ("WRITE", *cell),
        Pass::Update(cell) => ("UPDATE", *cell),
        Pass::Replace(cell) => ("REPLACE", *cell),
        Pass::Result(cell) if cell.c == SIZE.c => ("INDEX", *cell),
        Pass::Result(cell) => ("RESULT", *cell),
        _ => ("OPTIONS", FLOAT),
    };
    let (data, width) = match &argument.data {
        Data::Pool(pool) => (format!("pool_{pool}"), cell.width),
        Data::Options(words) => {
            let width = if matches!(argument.pass, Pass::Options { .. }) { words.len() } else { cell.width };
            (format!("{}_{}", argument.name, face.name), width)
        }
        Data::Room => ("NULL".into(), cell.width),
    };
    format!(
        "{{{access}, {}, {width} * sizeof({c}), sizeof({align}), {data}, {{0x{:08X}, 0x{:08X}}}}}",
        face.position(&argument.name),
        argument.expected[0],
        argument.expected[1],
        c = cell.c,
        align = if cell.c.starts_with("microloss") { "float" } else { cell.c },
    )
}

/// Writes the file.
pub fn file(losses: &Losses, functions: &[Face], penalties: &[Face]) -> String {
    let mut text = format!(
        "// Every face: a table for every_face.h. `cargo run --example generate` writes this file.\n\n#include \"microloss.h\"\n#include \"every_face.h\"\n\nenum {{ ROWS = {ROWS} }};\n"
    );
    let faces: Vec<&Face> = losses.faces.iter().chain(functions).chain(penalties).collect();
    let used = |name: &str| {
        let mut arguments = faces.iter().flat_map(|face| &face.arguments);
        arguments.any(|argument| matches!(&argument.data, Data::Pool(pool) if pool == name))
    };
    for (name, c, words) in pools::all().into_iter().filter(|(name, ..)| used(name)) {
        text += &format!("static const {c} pool_{name}[] = {{");
        for (i, word) in words.iter().enumerate() {
            text += if i % 10 == 0 { "\n    " } else { " " };
            text += &if c == "uint8_t" { format!("{word},") } else { format!("0x{word:08X},") };
        }
        text += "\n};\n";
    }
    for face in &faces {
        for argument in &face.arguments {
            if let Data::Options(words) = &argument.data {
                let words: Vec<_> = words.iter().map(|word| format!("0x{word:08X}")).collect();
                text += &format!(
                    "static const uint32_t {}_{}[] = {{{}}};\n",
                    argument.name,
                    face.name,
                    words.join(", ")
                );
            }
        }
        text += &format!(
            "static microloss_status call_{}(const call *c) {{\n    {}\n}}\n",
            face.name,
            call(face)
        );
    }
    text += "\nstatic const face FACES[] = {\n";
    for face in &faces {
        let mut pointers: Vec<_> = face
            .arguments
            .iter()
            .filter(|argument| argument.is_pointer())
            .map(|argument| pointer(face, argument))
            .collect();
        if face.returns_number {
            pointers.push(format!(
                "{{NUMBER, 0, sizeof(float), sizeof(float), NULL, {{0x{0:08X}, 0x{0:08X}}}}}",
                face.number
            ));
        }
        let numbers: Vec<_> =
            face.arguments.iter().filter(|argument| matches!(argument.pass, Pass::Number)).collect();
        let values: Vec<_> = numbers.iter().map(|argument| argument.value.clone()).collect();
        let positions: Vec<_> =
            numbers.iter().map(|argument| face.position(&argument.name).to_string()).collect();
        let find = |wanted: fn(&Pass) -> bool| face.arguments.iter().find(|argument| wanted(&argument.pass));
        let place =
            |argument: Option<&Argument>| argument.map_or(0, |argument| face.position(&argument.name));
        let choice = find(|pass| matches!(pass, Pass::Choice));
        let reduction = find(|pass| matches!(pass, Pass::Reduction));
        let braces = |items: &[String], empty: &str| {
            if items.is_empty() { empty.to_string() } else { format!("{{{}}}", items.join(", ")) }
        };
        let bad_rows: Vec<_> = face.refuses_rows.iter().map(ToString::to_string).collect();
        let kind = reduction.map_or("0, 0.0f".into(), |argument| {
            if argument.value.contains("mean") {
                "0, 0.0f".into()
            } else {
                format!("2, {:?}f", crate::losses::OVER)
            }
        });
        text += &format!(
            "    {{\"{name}\", call_{name}, {strict}, {count}, {}, {}, {}, {}, {}, {{{kind}}}, {}, {}, {},\n     {{{}}}}},\n",
            numbers.len(),
            braces(&values, "{0.0f}"),
            braces(&positions, "{0}"),
            choice.map_or("0", |argument| &argument.value),
            place(choice),
            place(reduction),
            braces(&bad_rows, "{0}"),
            pointers.len(),
            pointers.join(",\n      "),
            name = face.name,
            strict = u8::from(face.strict),
            count = place(find(|pass| matches!(pass, Pass::Rows))),
        );
    }
    text + "};\n\nint main(void) {\n    return try_all(FACES, sizeof FACES / sizeof *FACES, ROWS);\n}\n"
}
