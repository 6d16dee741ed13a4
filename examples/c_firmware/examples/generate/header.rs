//! `include/microloss.h`.

use crate::face::{Face, Pass};
use crate::losses::{CHOICES, Losses};
use crate::status::CODES;

const HEAD: &str = r#"/**
 * @file
 * Loss functions for training on a microcontroller, for C99 and C++11. `cargo run --example generate` writes this file.
 *
 * A loss has six functions. Its name alone computes value and gradient, and `_value` the value. `_with` and `_value_with`
 * do the same with sample weights and, if the loss has some, with options. `_terms` writes the loss of every row, and
 * `_denominator` the denominator of the mean.
 *
 * Every call checks its arguments first: null and misaligned pointers, a count larger than memory, outputs that overlap
 * another argument, and numbers outside their domains. It then returns a status, and writes nothing. The caller promises
 * the rest: a pointer stands for as many rows as the count says, and nothing else writes them during the call.
 *
 * The gradient may be the array of the predictions: it then replaces them. Rows of two numbers lie one after another.
 * An options struct that is all 0 holds the defaults.
 *
 * No call allocates memory or keeps anything afterwards. Calls from several threads or interrupts do not disturb one
 * another. No call calls back.
 */
#ifndef MICROLOSS_H
#define MICROLOSS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

"#;

const TYPES: &str = r"
/**
 * 0, or the reason for a refusal in the low byte, and the position of the refused argument, from 1, in the next. If two
 * arguments overlap, it is that of the later.
 */
typedef int32_t microloss_status;

/** The reason for a refusal; MICROLOSS_OK if there is none. */
static inline int32_t microloss_status_code(microloss_status status) {
    return status & 0xFF;
}

/** The position of the refused argument, counted from 1; 0 if the refusal is of none in particular. */
static inline int32_t microloss_status_argument(microloss_status status) {
    return (status >> 8) & 0xFF;
}

/** The words of a status. They take flash only if you call this. */
const char *microloss_status_message(microloss_status status);

/** The version of the library: compare it with MICROLOSS_VERSION of this header. */
uint32_t microloss_version(void);

/** The back end of the library: `libm`, `branchless` or `micromath`. */
const char *microloss_back_end(void);

/** The rule that makes one number of the rows' losses. The gradient is that of this number. */
typedef struct {
    /** 0: the mean; 1: the sum; 2: the sum divided by `divisor`. */
    uint32_t kind;
    /** Finite and 0 or more. If it is 0, value and gradient are 0. Only kind 2 reads it. */
    float divisor;
} microloss_reduction;

/** The mean over the rows, or the weighted mean if there are sample weights. */
static inline microloss_reduction microloss_mean(void) {
    microloss_reduction reduction = {0, 0.0f};
    return reduction;
}

/** The sum over the rows. */
static inline microloss_reduction microloss_sum(void) {
    microloss_reduction reduction = {1, 0.0f};
    return reduction;
}

/** The sum over the rows, divided by a number: for batches in pieces. */
static inline microloss_reduction microloss_over(float divisor) {
    microloss_reduction reduction = {2, 0.0f};
    reduction.divisor = divisor;
    return reduction;
}

/** An action taken: how likely it was, and how well it went. */
typedef struct {
    /** The log-probability that the acting policy gave it. */
    float log_probability;
    /** The advantage: by how much it went better than expected. */
    float advantage;
} microloss_action;

/** The numbers by which a value estimate is judged. */
typedef struct {
    /** The value that the critic gave before the update. */
    float old;
    /** The return that followed. */
    float outcome;
} microloss_estimate;

/** Knowledge about one answer. */
typedef struct {
    /** The reference's log-probability of the answer. */
    float reference;
    /** 1 if the answer is desirable, 0 if not. */
    uint32_t desirable;
} microloss_verdict;

/** Knowledge about the end of a step of an episode. */
typedef struct {
    /** 0: the episode goes on. 1: it ended by itself. 2: it was cut off in a state of this value. */
    uint32_t kind;
    /** The critic's value of the last state. Only kind 2 reads it. */
    float value;
} microloss_episode_end;

";

fn upper(name: &str) -> String {
    crate::losses::snake(name).to_uppercase()
}

/// Breaks words into lines of a comment, of at most 118 columns.
fn comment(words: &str, first: &str, rest: &str) -> String {
    let (mut text, mut line) = (String::new(), first.to_string());
    for word in words.split_whitespace() {
        if line.chars().count() + word.chars().count() > 117 {
            text += line.trim_end();
            text.push('\n');
            line = rest.to_string();
        }
        line += word;
        line.push(' ');
    }
    text + line.trim_end() + "\n"
}

/// The declaration of a function.
pub fn declaration(face: &Face) -> String {
    let arguments: Vec<_> =
        face.arguments.iter().map(|argument| format!("{}{}", argument.c(), argument.name)).collect();
    let result = if face.returns_number { "float" } else { "microloss_status" };
    let line = format!("{result} microloss_{}({});", face.name, arguments.join(", "));
    if line.len() <= 120 { line } else { line.replace('(', "(\n    ").replace(", ", ",\n    ") }
}

fn function(face: &Face) -> String {
    let mut text = "/**\n".to_string();
    for (i, words) in face.words.iter().enumerate() {
        text += if i > 0 { " *\n" } else { "" };
        text += &comment(words, " * ", " * ");
    }
    let direction = |pass: &Pass| match pass {
        Pass::Write(_) | Pass::Replace(_) | Pass::Result(_) => "[out]",
        Pass::Update(_) => "[in,out]",
        _ => "[in]",
    };
    // The other functions of a loss document what the first does not have.
    let is_first = face.words.len() > 1 || !face.strict;
    let own = ["options", "weights", "terms", "denominator"];
    let documented = |name: &str| is_first || own.contains(&name);
    let mut first = true;
    for argument in face.arguments.iter().filter(|a| !a.words.is_empty() && documented(&a.name)) {
        text += if first { " *\n" } else { "" };
        first = false;
        let words = format!("@param{} {} {}", direction(&argument.pass), argument.name, argument.words);
        text += &comment(&words, " * ", " *     ");
    }
    text + " */\n" + &declaration(face) + "\n\n"
}

/// Writes the file.
pub fn file(losses: &Losses, functions: &[Face], penalties: &[Face]) -> String {
    let mut text = HEAD.to_string();
    for (part, value) in [
        ("MAJOR", env!("CARGO_PKG_VERSION_MAJOR")),
        ("MINOR", env!("CARGO_PKG_VERSION_MINOR")),
        ("PATCH", env!("CARGO_PKG_VERSION_PATCH")),
    ] {
        text += &format!("#define MICROLOSS_VERSION_{part} {value}\n");
    }
    text += "#define MICROLOSS_VERSION \\\n    ((uint32_t)MICROLOSS_VERSION_MAJOR << 16 | (uint32_t)MICROLOSS_VERSION_MINOR << 8 | (uint32_t)MICROLOSS_VERSION_PATCH)\n\n";
    text += "/** The reasons for a refusal. */\nenum microloss_status_code {\n    /** Everything has been written. */\n    MICROLOSS_OK = 0";
    for (name, code, words) in CODES {
        let words = words.to_str().unwrap_or_default();
        text += &format!(",\n    /** Refused: {words}. */\n    MICROLOSS_{name} = {code}");
    }
    text += "\n};\n";
    text += TYPES;
    text += "/** Initialises an options struct: `microloss_dpo_options options = MICROLOSS_DEFAULTS;`, then set what you want. */\n#ifdef __cplusplus\n#define MICROLOSS_DEFAULTS {}\n#else\n#define MICROLOSS_DEFAULTS {0}\n#endif\n\n";
    text += "/** Mean loss over everything seen so far: MICROLOSS_DEFAULTS has seen nothing. Four words of the library's. */\ntypedef struct {\n    float words[4];\n} microloss_empirical_risk;\n\n";
    for choice in CHOICES {
        let c = crate::losses::snake(choice.rust);
        text += &format!(
            "/** The variants of {}: pass one as `{}`. */\nenum microloss_{c} {{\n",
            choice.rust, choice.name
        );
        let variants: Vec<_> = choice
            .variants
            .iter()
            .enumerate()
            .map(|(i, variant)| format!("    MICROLOSS_{}_{} = {i}", upper(choice.rust), upper(variant)))
            .collect();
        text += &format!("{}\n}};\n\n", variants.join(",\n"));
    }
    for options in &losses.options {
        text += &format!(
            "/** Options of microloss_{}. */\ntypedef struct {{\n",
            options.c.trim_end_matches("_options")
        );
        for field in &options.fields {
            text += comment(&field.words, "    /** ", "     *  ").trim_end();
            text += " */\n";
            text += &format!(
                "    {} {};\n",
                if field.number.is_some() { "float" } else { "uint32_t" },
                field.name
            );
        }
        text += &format!("}} microloss_{};\n\n", options.c);
    }
    for face in losses.faces.iter().chain(functions).chain(penalties) {
        text += &function(face);
    }
    text + "#ifdef __cplusplus\n}\n#endif\n\n#endif\n"
}
