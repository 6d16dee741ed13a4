//! References of the losses of generative models.

use super::{sigmoid, softplus};
use crate::draw::Draw;
use crate::subject::{Case, Exact, Figure, Outcome, Subject, bits};
use microloss::{
    Elbo, Gan, GanDiscriminator, GanGenerator, GaussianKl, GaussianKlBetween, Noise, NoisePrediction,
    Reduction, SigmoidCrossEntropy,
};

/// Latent dimensions, or noise values, in the drawn cases.
const D: usize = 3;

pub fn subjects() -> Vec<Subject> {
    let subject =
        |name, variant, budget, nonnegative, draw| Subject { name, variant, budget, nonnegative, draw };
    vec![
        subject("GaussianKl", "", (4.0, 2.5), true, |d| standard(d, 0.0)),
        subject("GaussianKl", "free bits", (4.0, 2.5), true, |d| {
            let free = d.pick(&[0.0123, 0.47, 3.1]);
            standard(d, free)
        }),
        subject("GaussianKlBetween", "", (8.0, 9.0), true, |d| between(d, 0.0)),
        subject("GaussianKlBetween", "free bits", (8.0, 9.0), true, |d| between(d, 0.47)),
        subject("Elbo", "", (3.5, 3.0), true, elbo),
        subject("GanDiscriminator", "minimax, non-saturating", (2.5, 2.5), true, |d| {
            let gan = d.pick(&[Gan::Minimax, Gan::NonSaturating]);
            discriminator(d, gan, 0.0)
        }),
        subject("GanDiscriminator", "label smoothing", (2.5, 3.5), true, |d| {
            let gan = d.pick(&[Gan::NonSaturating, Gan::LeastSquares]);
            let smoothing = d.pick(&[1e-6, 0.1, 0.5]);
            discriminator(d, gan, smoothing)
        }),
        subject("GanDiscriminator", "least squares", (2.0, 1.0), true, |d| {
            discriminator(d, Gan::LeastSquares, 0.0)
        }),
        subject("GanDiscriminator", "hinge", (1.0, 1.0), true, |d| discriminator(d, Gan::Hinge, 0.0)),
        subject("GanDiscriminator", "Wasserstein", (0.0, 0.0), false, |d| {
            discriminator(d, Gan::Wasserstein, 0.0)
        }),
        subject("GanGenerator", "minimax", (2.5, 2.5), false, |d| generator(d, Gan::Minimax)),
        subject("GanGenerator", "non-saturating", (2.5, 2.5), true, |d| generator(d, Gan::NonSaturating)),
        subject("GanGenerator", "least squares", (2.0, 1.0), true, |d| generator(d, Gan::LeastSquares)),
        subject("GanGenerator", "hinge, Wasserstein", (0.0, 0.0), false, |d| {
            let gan = d.pick(&[Gan::Hinge, Gan::Wasserstein]);
            generator(d, gan)
        }),
        subject("NoisePrediction", "", (6.0, 2.0), true, |d| noise(d, None)),
        subject("NoisePrediction", "min-SNR", (6.0, 4.0), true, |d| {
            let gamma = d.pick(&[1.0, 5.0]);
            noise(d, Some(gamma))
        }),
    ]
}

/// The distance from λ, as a part of it, within which the back end's error may take a divergence to the other side.
const UNDECIDED: f64 = if cfg!(all(feature = "micromath", not(feature = "branchless"))) { 0.02 } else { 0.0 };

/// max(λ, Σ of the terms) and the slopes of a dimension, which are 0 below λ.
fn floored(divergence: f64, free: f64, slopes: &mut [&mut Figure]) -> f64 {
    if free == 0.0 {
        return divergence;
    }
    for slope in slopes {
        if (divergence - free).abs() < UNDECIDED * free {
            // All of it, or nothing.
            **slope = Figure { scale: 2.0 * slope.scale, ..**slope }.forgiving(2f64.powi(24));
        } else if divergence <= free {
            **slope = 0.0.into();
        }
    }
    divergence.max(free)
}

fn standard(d: &mut Draw, free: f32) -> Case {
    let row = [d.floats::<D>(), d.floats::<D>()];
    let loss = GaussianKl::new().with_free_bits(free);
    Case::of_row(loss, row, (), move |x, ()| {
        let mut gradient = vec![Figure::from(0.0); 2 * D];
        let mut value = 0.0;
        for k in 0..D {
            let (mean, v) = (x[k], x[D + k]);
            let divergence = 0.5 * (mean * mean + (v.exp_m1() - v));
            let (mut by_mean, mut by_v) = (mean.into(), (0.5 * v.exp_m1()).into());
            value += floored(divergence, f64::from(free), &mut [&mut by_mean, &mut by_v]);
            (gradient[k], gradient[D + k]) = (by_mean, by_v);
        }
        Exact { value: value.into(), gradient }
    })
}

fn between(d: &mut Draw, free: f32) -> Case {
    let row = [d.floats::<D>(), d.floats::<D>(), d.floats::<D>(), d.floats::<D>()];
    let loss = GaussianKlBetween::new().with_free_bits(free);
    Case::of_row(loss, row, (), move |x, ()| {
        let mut gradient = vec![Figure::from(0.0); 4 * D];
        let mut value = 0.0;
        for k in 0..D {
            let [mean, v, prior_mean, w] = [0, 1, 2, 3].map(|part| x[part * D + k]);
            let (difference, ratio) = (mean - prior_mean, (v - w).exp_m1());
            // Means that agree do so at any precision, the infinite one included.
            let precise = if difference == 0.0 { 0.0 } else { difference * (-w).exp() };
            let square = difference * precise;
            let mut by_mean = Figure::from(precise);
            let mut by_v = Figure::from(0.5 * ratio);
            let mut by_prior = Figure::from(-precise);
            let mut by_w = Figure::sum(&[-0.5 * ratio, -0.5 * square]);
            let divergence = 0.5 * (square + (ratio - (v - w)));
            let slopes = &mut [&mut by_mean, &mut by_v, &mut by_prior, &mut by_w];
            value += floored(divergence, f64::from(free), slopes);
            for (part, slope) in [by_mean, by_v, by_prior, by_w].into_iter().enumerate() {
                gradient[part * D + k] = slope;
            }
        }
        Exact { value: value.into(), gradient }
    })
}

/// Two samples of two pixels and one latent dimension: every surface, and the parts.
fn elbo(d: &mut Draw) -> Case {
    let beta = d.pick(&[0.25f32, 1.0, 4.0]);
    let pixels: [f32; 4] = core::array::from_fn(|_| d.pick(&[0.0, 1.0]));
    let loss = Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new()).with_beta(beta);
    Case {
        inputs: d.floats::<8>().to_vec(),
        domain: (f32::MIN, f32::MAX),
        run: Box::new(move |x| {
            let latent = [[[x[4]], [x[5]]], [[x[6]], [x[7]]]];
            let (mut by_pixel, mut by_latent) = ([0.0; 4], latent);
            let value = loss.value(&x[..4], &pixels, &latent, Reduction::Mean).unwrap();
            let terms = loss
                .value_and_gradient(&x[..4], &pixels, &latent, Reduction::Mean, &mut by_pixel, &mut by_latent)
                .unwrap();
            let parts = |t: microloss::ElboTerms| bits(&[t.reconstruction, t.divergence, t.negative_elbo]);
            assert_eq!(parts(value), parts(terms), "fused = value");
            let gradient = by_pixel.iter().chain(by_latent.as_flattened().as_flattened()).copied().collect();
            Outcome { value: terms.negative_elbo, gradient }
        }),
        exact: Box::new(move |x| {
            // Both terms are sums within a sample, and means over the two samples.
            let (mut value, mut gradient) = (0.0, Vec::new());
            for (x, y) in x.iter().zip(pixels) {
                let side = if y == 1.0 { -1.0 } else { 1.0 };
                value += 0.5 * softplus(side * x);
                gradient.push((0.5 * side * sigmoid(side * x)).into());
            }
            // A divergence that exceeds f32 is infinite, for it is reported itself: β and the mean do not bring it back.
            let beyond = |x: f64| if x > f64::from(f32::MAX) { f64::INFINITY } else { x };
            let (beta, mut divergence) = (f64::from(beta), 0.0);
            for latent in x[4..].chunks(2) {
                divergence += 0.5 * (latent[0] * latent[0] + (latent[1].exp_m1() - latent[1]));
                gradient.push((0.5 * beta * latent[0]).into());
                gradient.push((0.5 * beta * beyond(0.5 * latent[1].exp_m1())).into());
            }
            value += 0.5 * beta * beyond(divergence);
            Exact { value: value.into(), gradient }
        }),
        sweep: None,
        parameters: 0,
        describe: None,
        slope_of_value: 1.0,
    }
}

fn discriminator(d: &mut Draw, gan: Gan, smoothing: f32) -> Case {
    let mut loss = GanDiscriminator::new(gan);
    if smoothing > 0.0 {
        loss = loss.with_label_smoothing(smoothing);
    }
    let real = d.coin();
    Case::of_row(loss, d.float(), real, move |x, real| {
        let x = x[0];
        let goal = if *real { 1.0 - f64::from(smoothing) } else { 0.0 };
        let side = if *real { -1.0 } else { 1.0 };
        let (value, slope): (Figure, Figure) = match gan {
            Gan::Minimax | Gan::NonSaturating => (
                (goal * softplus(-x) + (1.0 - goal) * softplus(x)).into(),
                Figure::sum(&[-goal * sigmoid(-x), (1.0 - goal) * sigmoid(x)]),
            ),
            Gan::LeastSquares => {
                // The goal of a real sample, as the f32 that it is.
                let goal = if *real { f64::from(1.0 - smoothing) } else { 0.0 };
                ((0.5 * (x - goal) * (x - goal)).into(), (x - goal).into())
            }
            Gan::Hinge if 1.0 + side * x > 0.0 => ((1.0 + side * x).into(), side.into()),
            Gan::Hinge => (0.0.into(), 0.0.into()),
            Gan::Wasserstein => ((side * x).into(), side.into()),
        };
        Exact { value, gradient: vec![slope] }
    })
}

fn generator(d: &mut Draw, gan: Gan) -> Case {
    Case::of_row(GanGenerator::new(gan), d.float(), (), move |x, ()| {
        let x = x[0];
        let (value, slope) = match gan {
            Gan::Minimax => (-softplus(x), -sigmoid(x)),
            Gan::NonSaturating => (softplus(-x), -sigmoid(-x)),
            Gan::LeastSquares => (0.5 * (x - 1.0) * (x - 1.0), x - 1.0),
            Gan::Hinge | Gan::Wasserstein => (-x, -1.0),
        };
        Exact { value: value.into(), gradient: vec![slope.into()] }
    })
}

fn noise(d: &mut Draw, gamma: Option<f32>) -> Case {
    let target = Noise { noise: d.floats::<D>(), snr: d.pick(&[0.0, 0.1, 1.0, 5.0, 7.0, 400.0]) };
    let mut loss = NoisePrediction::new();
    if let Some(gamma) = gamma {
        loss = loss.with_min_snr(gamma);
    }
    Case::of_row(loss, d.floats::<D>(), target, move |x, target| {
        let snr = f64::from(target.snr);
        let weight = match gamma {
            Some(gamma) if snr > 0.0 => f64::min(snr, f64::from(gamma)) / snr,
            _ => 1.0,
        } / D as f64;
        let r = |k: usize| x[k] - f64::from(target.noise[k]);
        Exact {
            value: (0..D).map(|k| weight * r(k) * r(k)).sum::<f64>().into(),
            gradient: (0..D).map(|k| (2.0 * weight * r(k)).into()).collect(),
        }
    })
}
