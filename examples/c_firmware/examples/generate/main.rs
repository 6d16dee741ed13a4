//! Writes `src/faces.rs`, `include/microloss.h` and `c/every_face.c` from the registry of the crate.
//!
//! `cargo run --example generate`, or `… generate check` to see that the files are up to date.

mod face;
mod functions;
mod header;
mod losses;
mod pools;
mod rust;
mod source;
#[path = "../../src/status.rs"]
#[allow(dead_code, reason = "the library uses the rest")]
mod status;
mod test;

use microloss::LossKind;
use source::Source;
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

/// The softmax cross-entropy is written by hand, for a list of numbers of classes.
const BY_HAND: [&str; 1] = ["SoftmaxCrossEntropy"];

/// Reasons of losses without a face.
fn reason(loss: &str) -> Option<&'static str> {
    match loss {
        "InfoNce"
        | "NtXent"
        | "SupervisedContrastive"
        | "Clip"
        | "SigLip"
        | "CosineClassifier"
        | "Ctc"
        | "Elbo"
        | "SequenceLogProbability" => {
            Some("it has methods of its own, on rows whose width is known at run time in C")
        }
        "Quantiles"
        | "SoftmaxCrossEntropyDense"
        | "SoftmaxFocal"
        | "SoftmaxFocalDense"
        | "GeneralizedCrossEntropy"
        | "Poly1CrossEntropy"
        | "CrammerSingerHinge"
        | "WestonWatkinsHinge"
        | "SoftmaxBrier"
        | "Coral"
        | "MultiLabelMargin"
        | "Tversky"
        | "SigmoidTversky"
        | "SoftmaxTversky"
        | "SoftmaxKl"
        | "SoftmaxReverseKl"
        | "SoftmaxJensenShannon"
        | "Distillation"
        | "CategoricalNll"
        | "KlDivergence"
        | "JensenShannon"
        | "EnergyNll"
        | "EnergyPerceptron"
        | "EnergyHinge"
        | "ExpectedCost"
        | "Contrastive"
        | "Triplet"
        | "CosineEmbedding"
        | "CosineTriplet"
        | "LinearContrastive"
        | "EntropyBonus"
        | "Reinforce"
        | "GaussianKl"
        | "GaussianKlBetween"
        | "NoisePrediction" => {
            Some("the width of its rows is known at run time in C, and at compile time in Rust")
        }
        _ => None,
    }
}

/// Compares the losses that have faces with the crate's list, and the functions with its public items.
fn compare(source: &Source, losses: &losses::Losses, functions: &[face::Face]) -> Result<(), String> {
    for kind in LossKind::ALL {
        let name = kind.name();
        let ways = usize::from(losses.names.contains(&name))
            + usize::from(BY_HAND.contains(&name))
            + usize::from(reason(name).is_some());
        if ways != 1 {
            return Err(format!("{name} has {ways} of: faces, a reason for none"));
        }
    }
    if losses.names.len() + losses.others.len() != LossKind::ALL.len() {
        return Err("the registry and LossKind differ".into());
    }
    for name in source.functions() {
        let ways = usize::from(functions.iter().any(|face| face.name == name))
            + usize::from(functions::WITHOUT.iter().any(|(without, _)| *without == name));
        if ways != 1 {
            return Err(format!(
                "the function {name} has {ways} of: a line in functions.rs, a reason for none"
            ));
        }
    }
    Ok(())
}

fn main() -> ExitCode {
    match generate() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the files, or checks them. Returns false if one is stale.
fn generate() -> io::Result<bool> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = Source::read(&package.join("../.."))?;
    let mut losses = losses::all(&source);
    let mut functions = functions::all(&source);
    functions.extend(test::risk(&source));
    compare(&source, &losses, &functions).map_err(io::Error::other)?;
    let loss_count = losses.names.len() + BY_HAND.len();
    let names = source.functions();
    let function_count = functions.iter().filter(|face| names.contains(&face.name)).count();
    let penalties = functions::penalties(&source);
    losses.faces.push(test::softmax(false));
    losses.faces.push(test::softmax(true));

    let check = std::env::args().nth(1).as_deref() == Some("check");
    let files = [
        ("src/faces.rs", rust::file(&losses, &functions, &penalties)),
        ("include/microloss.h", header::file(&losses, &functions, &penalties)),
        ("c/every_face.c", test::file(&losses, &functions, &penalties)),
    ];
    let mut fresh = true;
    for (path, content) in files {
        let file = package.join(path);
        if fs::read_to_string(&file).ok().as_ref() == Some(&content) {
            continue;
        }
        if check {
            eprintln!("{path} is stale: cargo run --example generate");
            fresh = false;
        } else {
            fs::write(file, content)?;
            println!("{path} has changed");
        }
    }
    println!(
        "{loss_count} of {} losses and {function_count} of {} functions have faces, {} C functions in all",
        LossKind::ALL.len(),
        names.len(),
        losses.faces.len() + functions.len() + penalties.len()
    );
    Ok(fresh)
}
