//! Laws, limits and mistakes of the losses of generative models.

use crate::between::between;
use crate::subject::bits;
use microloss::{
    Buffer, Elbo, Error, Gan, GanDiscriminator, GanGenerator, GaussianKl, GaussianKlBetween, Loss, Noise,
    NoisePrediction, Reduction, SigmoidCrossEntropy, SquaredError, Weighted, reparameterize,
    reparameterize_add_gradient, signal_to_noise,
};
use proptest::prelude::*;

const UNTOUCHED: f32 = 42.0;

fn close(got: f32, expected: f64, tolerance: f64) {
    let error = (f64::from(got) - expected).abs();
    assert!(error <= tolerance * expected.abs(), "{got} for {expected}");
}

/// The numbers that the field's papers and peers give.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn golden_numbers() {
    let latent = [[[1.0], [0.5]]];
    let mut gradient = latent;
    let value = GaussianKl::new().value_and_gradient(&latent, &[()], Reduction::Mean, &mut gradient).unwrap();
    close(value, 0.574_360_635_350_064_1, 1e-6);
    close(gradient[0][0][0], 1.0, 1e-6);
    close(gradient[0][1][0], 0.324_360_635_350_064_1, 1e-6);
    // The value of the game at D = ½: −2 ln 2, in both games.
    for gan in [Gan::Minimax, Gan::NonSaturating] {
        let loss = GanDiscriminator::new(gan);
        let [real, fake] =
            [true, false].map(|real| loss.value(&[0.0; 5], &[real; 5], Reduction::Mean).unwrap());
        close(-(real + fake), -1.386_294_361, 1e-6);
    }
}

proptest! {
    /// The standard normal is a prior like any other.
    #[test]
    fn standard_is_a_special_case(mean in between(-20.0, 20.0), v in between(-20.0, 20.0), free in between(0.0, 2.0)) {
        let standard = GaussianKl::new().with_free_bits(free);
        let between = GaussianKlBetween::new().with_free_bits(free);
        let (mut a, mut b) = ([[[mean], [v]]], [[[mean], [v], [0.0], [0.0]]]);
        let x = standard.value_and_gradient_in_place(&mut a, &[()], Reduction::Sum).unwrap();
        let y = between.value_and_gradient_in_place(&mut b, &[()], Reduction::Sum).unwrap();
        prop_assert_eq!(bits(&[x]), bits(&[y]));
        prop_assert_eq!(a[0][0], b[0][0]);
        prop_assert_eq!(a[0][1], b[0][1]);
    }

    /// Never negative, 0 for equal Gaussians, and the same for a Gaussian and its mirror image.
    #[test]
    fn divergence(q in any::<[i16; 4]>()) {
        let [mean, v, prior_mean, w] = q.map(|x| f32::from(x) / 1000.0);
        let loss = GaussianKlBetween::new();
        let value = |row: [f32; 4]| loss.value(&[row.map(|x| [x])], &[()], Reduction::Sum).unwrap();
        prop_assert!(value([mean, v, prior_mean, w]) >= 0.0);
        prop_assert_eq!(value([mean, v, mean, v]), 0.0);
        prop_assert_eq!(value([mean, v, prior_mean, w]), value([-mean, v, -prior_mean, w]));
    }

    /// The generator of the minimax game loses as much by a fake sample as its discriminator gains.
    #[test]
    fn zero_sum(d in prop::num::f32::NORMAL) {
        let fake = GanDiscriminator::new(Gan::Minimax).value(&[d], &[false], Reduction::Sum).unwrap();
        let generator = GanGenerator::new(Gan::Minimax).value(&[d], &[()], Reduction::Sum).unwrap();
        prop_assert_eq!(fake, -generator);
    }

    /// Without weights, the noise is found by a mean squared error.
    #[test]
    fn noise_prediction_is_mse(x in any::<[i16; 4]>(), e in any::<[i16; 4]>(), snr in between(0.0, 100.0)) {
        let (x, noise) = (x.map(f32::from), e.map(f32::from));
        let (mut a, mut b) = ([[0.0; 4]], [0.0; 4]);
        let loss = NoisePrediction::new();
        let ours =
            loss.value_and_gradient(&[x], &[Noise { noise, snr }], Reduction::Mean, &mut a).unwrap();
        let mse = SquaredError::new().value_and_gradient(&x, &noise, Reduction::Mean, &mut b).unwrap();
        prop_assert_eq!((ours, a[0]), (mse, b));
        // γ below the ratio takes weight, exactly by the quotient of the two.
        let weighted = NoisePrediction::new().with_min_snr(0.5);
        let value = weighted.value(&[x], &[Noise { noise, snr: 2.0 }], Reduction::Mean).unwrap();
        prop_assert_eq!(value, 0.25 * mse);
    }

    /// The gradient of the sample reaches the latents as the chain rule has it, and is added.
    #[test]
    #[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
    fn reparameterization(mean in between(-9.0, 9.0), v in between(-9.0, 9.0), noise in between(-3.0, 3.0), g in between(-3.0, 3.0)) {
        let latent = [[[mean], [v]]];
        let (mut z, mut gradient) = ([[UNTOUCHED]], [[[1.0], [2.0]]]);
        reparameterize(&latent, &[[noise]], &mut z).unwrap();
        reparameterize_add_gradient(&latent, &[[noise]], &[[g]], &mut gradient).unwrap();
        let [mean, v, noise, g] = [mean, v, noise, g].map(f64::from);
        let part = noise * (0.5 * v).exp();
        let ulps = |got: f32, terms: [f64; 2]| crate::subject::Figure::sum(&terms).ulps(got);
        prop_assert!(ulps(z[0][0], [mean, part]) <= 2.0);
        prop_assert!(ulps(gradient[0][0][0], [1.0, g]) <= 1.0);
        prop_assert!(ulps(gradient[0][1][0], [2.0, 0.5 * g * part]) <= 3.0);
    }
}

/// The two terms stand apart, the latents' gradient carries β, and β = 0 leaves the divergence out.
#[test]
fn elbo_reports_its_terms() {
    let (logits, pixels) = ([0.3, -2.0, 1.5, 0.0], [1.0, 0.0, 1.0, 1.0]);
    let latent = [[[0.5, -0.25], [0.1, -1.0]], [[0.0, 2.0], [0.3, 0.0]]];
    let elbo = Elbo::new(SigmoidCrossEntropy::new(), GaussianKl::new());
    let over_two = Reduction::Over(2.0);
    let reconstruction = SigmoidCrossEntropy::new().value(&logits, &pixels, over_two).unwrap();
    let divergence = GaussianKl::new().value(&latent, &[(); 2], Reduction::Mean).unwrap();
    for beta in [0.0, 0.5, 1.0, 8.0] {
        let loss = elbo.with_beta(beta);
        let mut gradients = ([UNTOUCHED; 4], [[[UNTOUCHED; 2]; 2]; 2]);
        let terms = loss
            .value_and_gradient(
                &logits,
                &pixels,
                &latent,
                Reduction::Mean,
                &mut gradients.0,
                &mut gradients.1,
            )
            .unwrap();
        assert_eq!((terms.reconstruction, terms.divergence), (reconstruction, divergence));
        assert_eq!(terms.negative_elbo, reconstruction + beta * divergence);
        assert_eq!(gradients.1[1][0][1], beta * 2.0 / 2.0, "μ/2 times β");
    }
    // Sums are of both terms, whatever the number of samples.
    let summed = elbo.value(&logits, &pixels, &latent, Reduction::Sum).unwrap();
    let reconstruction = SigmoidCrossEntropy::new().value(&logits, &pixels, Reduction::Sum).unwrap();
    let divergence = GaussianKl::new().value(&latent, &[(); 2], Reduction::Sum).unwrap();
    assert_eq!((summed.reconstruction, summed.divergence), (reconstruction, divergence));
    // A variance beyond f32 gives +∞ if it counts, and nothing if it does not.
    let wide = [[[0.0], [100.0]]];
    let infinite = Elbo::new(SquaredError::new(), GaussianKl::new());
    let value = infinite.value(&[1.0], &[0.0], &wide, Reduction::Mean).unwrap();
    assert_eq!((value.reconstruction, value.negative_elbo), (1.0, f32::INFINITY));
    let mut by_latent = wide;
    let off = infinite.with_beta(0.0);
    let value =
        off.value_and_gradient(&[1.0], &[0.0], &wide, Reduction::Mean, &mut [0.0], &mut by_latent).unwrap();
    assert_eq!((value.divergence, value.negative_elbo), (f32::INFINITY, 1.0));
    assert_eq!(by_latent, [[[0.0], [0.0]]]);
}

/// Kinks, overflow and 0·∞.
#[test]
#[cfg_attr(feature = "micromath", ignore = "numbers of the default back end")]
fn limits() {
    // e^v beyond f32, on either side.
    for (v, value, slope) in
        [(200.0, f32::INFINITY, f32::INFINITY), (-200.0, 99.5, -0.5), (f32::MIN, f32::MAX / 2.0, -0.5)]
    {
        let mut row = [[[0.0], [v]]];
        let got = GaussianKl::new().value_and_gradient_in_place(&mut row, &[()], Reduction::Sum).unwrap();
        assert_eq!((got, row[0][1][0]), (value, slope));
    }
    // Almost the prior: ¼·v² of a variance, not 0.
    let value = GaussianKl::new().value(&[[[0.0], [1e-10]]], &[()], Reduction::Sum).unwrap();
    close(value, 2.5e-21, 1e-6);
    // Equal means under a prior of no width: no 0·∞. A mean far off under a wide one: both factors out of range.
    let between = GaussianKlBetween::new();
    let equal = between.value(&[[[1.0], [-400.0], [1.0], [-400.0]]], &[()], Reduction::Sum);
    assert_eq!(equal, Ok(0.0));
    let mut far = [[[1e38], [176.0], [0.0], [176.0]]];
    let value = between.value_and_gradient_in_place(&mut far, &[()], Reduction::Sum).unwrap();
    close(value, 0.5e76 * (-176f64).exp(), 1e-5);
    close(far[0][1][0], 0.0, 0.0);
    // Free bits: at the kink, and below it, no gradient.
    let free = GaussianKl::new().with_free_bits(0.5);
    let mut row = [[[1.0, 0.5, 2.0], [0.0; 3]]];
    let value = free.value_and_gradient_in_place(&mut row, &[()], Reduction::Sum).unwrap();
    assert_eq!((value, row[0][0]), (0.5 + 0.5 + 2.0, [0.0, 0.0, 2.0]));
    // No noise, or none that anybody asks about, however wide the posterior.
    let wide = [[[1.5, 1.5], [300.0, 300.0]]];
    let mut z = [[UNTOUCHED; 2]];
    reparameterize(&wide, &[[0.0, 1.0]], &mut z).unwrap();
    assert_eq!(z, [[1.5, f32::INFINITY]]);
    let mut gradient = [[[0.0; 2]; 2]];
    reparameterize_add_gradient(&wide, &[[0.0, 1.0]], &[[1.0, 0.0]], &mut gradient).unwrap();
    assert_eq!(gradient, [[[1.0, 0.0], [0.0, 0.0]]]);
    // The hinge is flat at its kink.
    let mut d = [1.0, -1.0, 0.5, -0.5];
    let hinge = GanDiscriminator::new(Gan::Hinge);
    let value = hinge.value_and_gradient_in_place(&mut d, &[true, false, true, false], Reduction::Sum);
    assert_eq!((value, d), (Ok(1.0), [0.0, 0.0, -1.0, 1.0]));
    // Only real samples are smoothed.
    let smooth = GanDiscriminator::new(Gan::LeastSquares).with_label_smoothing(0.25);
    assert_eq!(smooth.value(&[0.75, 0.0], &[true, false], Reduction::Sum), Ok(0.0));
    // Ratios at the ends of time.
    assert_eq!((signal_to_noise(0.0), signal_to_noise(1.0)), (0.0, f32::INFINITY));
    let clear = Noise { noise: [f32::MAX], snr: f32::INFINITY };
    let mut row = [[f32::MIN]];
    let loss = NoisePrediction::new().with_min_snr(5.0);
    assert_eq!(loss.value_and_gradient_in_place(&mut row, &[clear], Reduction::Sum), Ok(0.0));
    assert_eq!(row, [[0.0]]);
}

/// Every mistake is refused by name, and nothing is written.
#[test]
fn mistakes() {
    let length = |buffer, expected, actual| Error::Length { buffer, expected, actual };
    let elbo = Elbo::new(SquaredError::new(), GaussianKl::new());
    let latent = [[[0.5], [0.5]]; 2];
    let over = Reduction::Over(-1.0);
    let cases = [
        (3, 3, 2, 2, 1, Reduction::Mean, length(Buffer::Gradient, 2, 1)),
        (3, 3, 2, 3, 2, Reduction::Mean, length(Buffer::Gradient, 3, 2)),
        (3, 2, 2, 3, 2, Reduction::Mean, length(Buffer::Target, 3, 2)),
        (0, 0, 2, 0, 2, Reduction::Mean, Error::EmptyBatch),
        (3, 3, 0, 3, 0, Reduction::Mean, Error::EmptyBatch),
        (
            3,
            3,
            2,
            3,
            2,
            over,
            Error::Parameter { name: "Over", requirement: "finite and 0 or more", value: -1.0 },
        ),
    ];
    for (case, (p, t, l, g, lg, reduction, error)) in cases.into_iter().enumerate() {
        let mut gradients = ([UNTOUCHED; 3], [[[UNTOUCHED]; 2]; 2]);
        let got = elbo.value_and_gradient(
            &[1.0; 3][..p],
            &[0.0; 3][..t],
            &latent[..l],
            reduction,
            &mut gradients.0[..if case == 1 { 2 } else { g }],
            &mut gradients.1[..lg],
        );
        // Case 1 is short of a gradient of the predictions.
        assert_eq!(got, Err(error), "case {case}");
        assert_eq!(gradients, ([UNTOUCHED; 3], [[[UNTOUCHED]; 2]; 2]), "case {case}");
    }
    let mut z = [[UNTOUCHED]; 2];
    assert_eq!(reparameterize::<1>(&[], &[], &mut []), Err(Error::EmptyBatch));
    assert_eq!(reparameterize(&latent, &[[0.0]], &mut z), Err(length(Buffer::Target, 2, 1)));
    assert_eq!(reparameterize(&latent, &[[0.0]; 2], &mut z[..1]), Err(length(Buffer::Output, 2, 1)));
    let mut gradient = [[[UNTOUCHED]; 2]; 2];
    for (noise, upstream, rows, error) in [
        (1, 2, 2, length(Buffer::Target, 2, 1)),
        (2, 1, 2, length(Buffer::Target, 2, 1)),
        (2, 2, 1, length(Buffer::Gradient, 2, 1)),
    ] {
        let (zeros, gradient) = ([[0.0]; 2], &mut gradient[..rows]);
        let got = reparameterize_add_gradient(&latent, &zeros[..noise], &zeros[..upstream], gradient);
        assert_eq!(got, Err(error));
    }
    assert_eq!((z, gradient), ([[UNTOUCHED]; 2], [[[UNTOUCHED]; 2]; 2]));
    // A ratio that is none, behind one that is.
    for snr in [-1.0, f32::NAN] {
        let targets = [Noise { noise: [0.0], snr: 1.0 }, Noise { noise: [0.0], snr }];
        let mut rows = [[UNTOUCHED]; 2];
        let got = NoisePrediction::new().value_and_gradient_in_place(&mut rows, &targets, Reduction::Sum);
        assert!(matches!(got, Err(Error::Target { row: 1, requirement: "0 or more", .. })), "{got:?}");
        assert_eq!(rows, [[UNTOUCHED]; 2]);
    }
    for bad in [f32::NAN, f32::INFINITY, -1.0] {
        assert!(elbo.try_with_beta(bad).is_err());
        assert!(GaussianKl::<1>::new().try_with_free_bits(bad).is_err());
        assert!(GaussianKlBetween::<1>::new().try_with_free_bits(bad).is_err());
        assert!(NoisePrediction::<1>::new().try_with_min_snr(bad).is_err());
        assert!(GanDiscriminator::new(Gan::Minimax).try_with_label_smoothing(bad).is_err());
    }
    assert!(NoisePrediction::<1>::new().try_with_min_snr(0.0).is_err());
    assert!(GanDiscriminator::new(Gan::Minimax).try_with_label_smoothing(1.0).is_err());
    for scores in [Gan::Hinge, Gan::Wasserstein] {
        assert!(GanDiscriminator::new(scores).try_with_label_smoothing(0.1).is_err());
        assert!(GanDiscriminator::new(scores).try_with_label_smoothing(0.0).is_ok());
    }
}

/// Sample weights compose with losses that have no targets.
#[test]
fn weights() {
    let rows = [[[1.0], [0.0]], [[f32::NAN], [0.0]], [[2.0], [0.0]]];
    let value = Weighted::new(GaussianKl::new(), &[1.0, 0.0, 3.0]).value(&rows, &[(); 3], Reduction::Mean);
    assert_eq!(value, Ok((0.5 + 3.0 * 2.0) / 4.0));
}
