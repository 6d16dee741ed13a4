//! Measures nanoseconds per element of the fused value and gradient, on one thread: microloss against the alternatives in Rust.
//!
//! Prints `loss,shape,implementation,ns per element,times microloss`. A word as argument selects the losses that have it in their
//! name. `--ours` leaves the peers out, for a profiler. `--calls=3` calls microloss 3 times and prints only the number of elements, for
//! `callgrind.sh`.

use microloss::{
    Ctc, Distillation, Huber, InfoNce, LogCosh, Loss, Reduction::Mean, SigmoidCrossEntropy, SigmoidFocal,
    SoftmaxCrossEntropy, SoftmaxKl, SquaredError,
};
use std::{hint::black_box, time::Instant};

#[cfg(feature = "burn")]
mod burn_peer;
#[cfg(feature = "candle")]
mod candle_peer;
mod data;
mod ndarray_peer;

use data::{Elements, N, Rows};

/// One implementation of one loss. A call computes value and gradient, and returns the value.
pub type Run<'a> = (&'static str, Box<dyn FnMut() -> f32 + 'a>);

/// Lists the same loss of every peer that is built in.
macro_rules! peers {
    ($loss:ident($($argument:expr),*)) => {
        Vec::from([
            ndarray_peer::$loss($($argument),*),
            #[cfg(feature = "candle")]
            candle_peer::$loss($($argument),*),
            #[cfg(feature = "burn")]
            burn_peer::$loss($($argument),*),
        ])
    };
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let alone = arguments.iter().any(|argument| argument == "--ours");
    let calls = arguments.iter().find_map(|argument| argument.strip_prefix("--calls=")?.parse::<u32>().ok());
    let wanted = |name: &str, shape: &str| {
        arguments
            .iter()
            .filter(|word| !word.starts_with("--"))
            .all(|word| format!("{name},{shape}").contains(word.as_str()))
    };
    let elements = Elements::new();
    let mut gradient = vec![0.0_f32; N];
    if calls.is_none() {
        println!("loss,shape,implementation,ns per element,times microloss");
    }
    let report = |name: &str,
                  shape: &str,
                  count: usize,
                  mut ours: Box<dyn FnMut() -> f32 + '_>,
                  peers: Vec<Run<'_>>| {
        if !wanted(name, shape) {
            return;
        }
        if let Some(calls) = calls {
            (0..calls).for_each(|_| _ = black_box(ours()));
            println!("{name},{shape},{count}");
            return;
        }
        let mut runs = vec![("microloss", ours)];
        runs.extend(peers.into_iter().filter(|_| !alone));
        let value = runs[0].1();
        let times = shortest(&mut runs);
        for ((who, run), time) in runs.iter_mut().zip(&times) {
            let other = run();
            assert!((other - value).abs() <= 1e-3 * value.abs(), "{who} computes {other}, not {value}");
            println!("{name},{shape},{who},{:.3},{:.2}", time / count as f64, time / times[0]);
        }
    };
    macro_rules! elementwise {
        ($name:literal, $loss:expr, $target:ident, $peer:ident) => {{
            let (prediction, target) = (&elements.prediction, &elements.$target);
            let peers = peers!($peer(prediction, target));
            let slope = &mut gradient;
            // The loss is a constant, as in a program, so the compiler knows its parameters.
            let ours = Box::new(|| {
                const { $loss }.value_and_gradient(black_box(prediction), target, Mean, slope).unwrap()
            });
            report($name, "1048576", N, ours, peers);
        }};
    }
    elementwise!("SquaredError", SquaredError::new(), target, squared_error);
    elementwise!("Huber", Huber::new(1.0), target, huber);
    elementwise!("LogCosh", LogCosh::new(), target, log_cosh);
    elementwise!("SigmoidCrossEntropy", SigmoidCrossEntropy::new(), decision, sigmoid_cross_entropy);
    elementwise!("SigmoidFocal", SigmoidFocal::new(2.0), decision, focal);
    macro_rules! softmax {
        ($rows:literal, $k:literal) => {{
            let rows = Rows::<$k>::new($rows);
            let loss = SoftmaxCrossEntropy::new();
            let peers = peers!(softmax_cross_entropy(&rows));
            let mut gradient = vec![[0.0; $k]; $rows];
            let ours = || {
                loss.value_and_gradient(black_box(&rows.logits), &rows.labels, Mean, &mut gradient).unwrap()
            };
            report("SoftmaxCrossEntropy", concat!($rows, "x", $k), $rows * $k, Box::new(ours), peers);
        }};
    }
    softmax!(32, 10);
    softmax!(256, 1000);
    // No peer in Rust has what follows: `peers.py` has.
    {
        let (rows, teacher) = (Rows::<1000>::new(64), Rows::<1000>::seeded(64, 2));
        let mut gradient = vec![[0.0; 1000]; 64];
        let mut goal = teacher.logits.clone();
        for row in &mut goal {
            microloss::math::softmax(&{ *row }, 1.0, row).unwrap();
        }
        let kl = || {
            SoftmaxKl::new().value_and_gradient(black_box(&rows.logits), &goal, Mean, &mut gradient).unwrap()
        };
        report("SoftmaxKl", "64x1000", 64_000, Box::new(kl), Vec::new());
        let distillation = Distillation::new(4.0);
        let mut gradient = vec![[0.0; 1000]; 64];
        let distil = || {
            distillation
                .value_and_gradient(black_box(&rows.logits), &teacher.logits, Mean, &mut gradient)
                .unwrap()
        };
        report("Distillation", "64x1000", 64_000, Box::new(distil), Vec::new());
    }
    {
        const N: usize = 1024;
        const D: usize = 128;
        let (anchors, candidates) = (Rows::<D>::new(N).logits, Rows::<D>::seeded(N, 2).logits);
        let (mut of_anchors, mut of_candidates) = (vec![[0.0; D]; N], vec![[0.0; D]; N]);
        let mut scratch = vec![0.0; InfoNce::fast_scratch_len(N, D)];
        let info_nce = || {
            InfoNce::new(0.1)
                .value_and_gradient(
                    black_box(&anchors),
                    &candidates,
                    Mean,
                    &mut of_anchors,
                    &mut of_candidates,
                    &mut scratch,
                )
                .unwrap()
                .value
        };
        report("InfoNce", "1024x1024x128", N * N, Box::new(info_nce), Vec::new());
    }
    {
        let frames = Rows::<30>::new(128).logits;
        let labels: [u8; 20] = core::array::from_fn(|i| 1 + (i * 7 % 29) as u8);
        let mut gradient = vec![[0.0; 30]; 128];
        let mut scratch = vec![0.0; Ctc::<30>::scratch_len(128, 20)];
        let ctc = || {
            Ctc::<30>::new(0)
                .value_and_gradient(black_box(&frames), &labels, Mean, &mut gradient, &mut scratch)
                .unwrap()
        };
        report("Ctc", "128x30", 128 * 30, Box::new(ctc), Vec::new());
    }
}

/// Returns the shortest time of a call of each run, in ns. The runs take turns, so that a busy machine disturbs all alike.
fn shortest(runs: &mut [Run<'_>]) -> Vec<f64> {
    let timed = |run: &mut dyn FnMut() -> f32, calls: u32| {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(run());
        }
        start.elapsed().as_nanos() as f64 / f64::from(calls)
    };
    let calls: Vec<u32> = runs
        .iter_mut()
        .map(|(_, run)| {
            timed(run, 1);
            (2e6 / timed(run, 1)).clamp(1.0, 1e5) as u32
        })
        .collect();
    let mut best = vec![f64::INFINITY; runs.len()];
    for _ in 0..25 {
        for (((_, run), calls), best) in runs.iter_mut().zip(&calls).zip(&mut best) {
            *best = best.min(timed(run, *calls));
        }
    }
    best
}
