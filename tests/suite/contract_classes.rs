//! The contract of the losses of classes and regions: their types, what they refuse, and what they promise at its edges.

use crate::draw::{Draw, Mode};
use crate::subject::bits;
use microloss::{
    AnyTarget, CostMatrix, CrammerSingerHinge, Ctc, Error, ExpectedCost, GeneralizedCrossEntropy, Label,
    Loss, MultiLabelMargin, Poly1CrossEntropy, Reduction, Rowwise, SigmoidTversky, SoftmaxCrossEntropy,
    SoftmaxCrossEntropyDense, SoftmaxFocal, SoftmaxTversky, Tversky, Weighted, WestonWatkinsHinge,
};

const ROWS: [[f32; 3]; 4] = [[0.5, -1.0, 2.0], [7.0, -3.0, 0.0], [1.0, 1.0, 1.0], [0.0, 4.0, -2.0]];
const LABELS: [u8; 4] = [2, 0, 1, 1];

/// Value and gradient of a batch.
fn run<L: Loss>(
    loss: &L,
    rows: &[L::Prediction],
    targets: &[L::Target],
    r: Reduction,
) -> (f32, Vec<L::Prediction>)
where
    L::Prediction: Copy,
{
    let mut gradient = rows.to_vec();
    let value = loss.value_and_gradient(rows, targets, r, &mut gradient).unwrap();
    assert_eq!(bits(&[value]), bits(&[loss.value(rows, targets, r).unwrap()]), "fused = value");
    (value, gradient)
}

/// −1.5·2^104: from ±`f32::MAX` it is a finite distance, on the way to which Knuth's sum overflows.
const HALF_ODD: f32 = -3.042_291e31;

mod types {
    use super::*;

    /// Every type is complete with its sizes alone.
    struct Fields {
        cross_entropy: SoftmaxCrossEntropy<3>,
        dense: SoftmaxCrossEntropyDense<3>,
        focal: SoftmaxFocal<3>,
        generalized: GeneralizedCrossEntropy<3>,
        poly: Poly1CrossEntropy<3>,
        best: CrammerSingerHinge<3>,
        all: WestonWatkinsHinge<3>,
        cost: ExpectedCost<3>,
        ctc: Ctc<3>,
        regions: SoftmaxTversky<3, 2>,
        owned: SoftmaxCrossEntropy<3, u16, [f32; 3]>,
        owned_cost: ExpectedCost<3, u8, CostMatrix<3>>,
    }

    const COSTS: CostMatrix<3> = CostMatrix::new([[0.0, 1.0, 2.0], [3.0, 0.0, 4.0], [5.0, 6.0, 0.0]]);

    #[test]
    fn a_field_of_a_struct() {
        let fields = Fields {
            cross_entropy: SoftmaxCrossEntropy::new(),
            dense: SoftmaxCrossEntropyDense::new(),
            focal: SoftmaxFocal::new(2.0),
            generalized: GeneralizedCrossEntropy::new(0.5),
            poly: Poly1CrossEntropy::new(1.0),
            best: CrammerSingerHinge::new(1.0),
            all: WestonWatkinsHinge::new(1.0),
            cost: ExpectedCost::new(&COSTS),
            ctc: Ctc::new(0),
            regions: SoftmaxTversky::dice(),
            owned: SoftmaxCrossEntropy::new().with_owned_class_weights([1.0, 2.0, 3.0]),
            owned_cost: ExpectedCost::new(COSTS),
        };
        let mean = Reduction::Mean;
        for value in [
            fields.cross_entropy.value(&ROWS, &LABELS, mean),
            fields.dense.value(&ROWS, &[[0.0, 0.5, 0.5]; 4], mean),
            fields.focal.value(&ROWS, &LABELS, mean),
            fields.generalized.value(&ROWS, &LABELS, mean),
            fields.poly.value(&ROWS, &LABELS, mean),
            fields.best.value(&ROWS, &LABELS, mean),
            fields.all.value(&ROWS, &LABELS, mean),
            fields.cost.value(&ROWS, &LABELS, mean),
            fields.ctc.value(&ROWS, &[1], mean, &mut [0.0; 6]),
            fields.regions.value(&[[ROWS[0], ROWS[1]]], &[[2, 0]], mean),
            fields.owned.value(&ROWS, &[2, 0, 1, 1], mean),
        ] {
            assert!(value.unwrap() > 0.0);
        }
        assert_eq!(run(&fields.cost, &ROWS, &LABELS, mean), run(&fields.owned_cost, &ROWS, &LABELS, mean));
        assert_eq!(size_of::<WestonWatkinsHinge<3>>(), 8, "what is not there takes no room");
    }

    /// Weights that a loss keeps and weights that it borrows give the same bits.
    #[test]
    fn owned_weights_are_as_borrowed_ones() {
        const W: [f32; 3] = [0.25, 3.0, 1.5];
        // All of them in constants.
        const CROSS_ENTROPY: SoftmaxCrossEntropy<3, u8, &[f32; 3]> =
            SoftmaxCrossEntropy::new().with_label_smoothing(0.1).ignoring(1).with_class_weights(&W);
        const OWNED: SoftmaxCrossEntropy<3, u8, [f32; 3]> =
            SoftmaxCrossEntropy::new().with_owned_class_weights(W).with_label_smoothing(0.1).ignoring(1);
        fn same<A: Loss<Prediction = [f32; 3]>>(
            a: &A,
            b: &impl Loss<Prediction = [f32; 3], Target = A::Target>,
            t: &[A::Target],
        ) {
            for reduction in [Reduction::Mean, Reduction::Sum, Reduction::Over(7.0)] {
                assert_eq!(run(a, &ROWS, t, reduction), run(b, &ROWS, t, reduction));
            }
            assert_eq!(a.denominator(t), b.denominator(t));
        }
        same(&CROSS_ENTROPY, &OWNED, &LABELS);
        let focal = SoftmaxFocal::new(2.0).ignoring(0);
        same(&focal.with_alpha(&W), &focal.with_owned_alpha(W), &LABELS);
        let hinge = WestonWatkinsHinge::new(0.5).squared();
        same(&hinge.with_class_weights(&W), &hinge.with_owned_class_weights(W), &LABELS);
        let dense = SoftmaxCrossEntropyDense::new().with_label_smoothing(0.25);
        same(&dense.with_class_weights(&W), &dense.with_owned_class_weights(W), &[[0.5, 0.0, 0.5]; 4]);
        let refused = |name| Error::Parameter { name, requirement: "finite and 0 or more", value: -1.0 };
        let bad = [1.0, -1.0, 0.0];
        let cross_entropy = SoftmaxCrossEntropy::<3>::new();
        assert_eq!(cross_entropy.try_with_owned_class_weights(bad), Err(refused("class_weights")));
        assert_eq!(cross_entropy.try_with_class_weights(&bad), Err(refused("class_weights")));
        assert_eq!(SoftmaxFocal::<3>::new(1.0).try_with_owned_alpha(bad), Err(refused("alpha")));
        assert_eq!(dense.try_with_owned_class_weights(bad), Err(refused("class_weights")));
    }

    #[test]
    #[should_panic(expected = "SoftmaxFocal: alpha must be finite and 0 or more")]
    fn bad_owned_weights() {
        let _ = SoftmaxFocal::<2>::new(1.0).with_owned_alpha([f32::NAN, 1.0]);
    }

    #[derive(Clone, Copy, PartialEq, Debug)]
    enum Sound {
        Silence,
        Yes,
        No,
    }

    impl Label for Sound {
        fn index(self) -> usize {
            self as usize
        }
    }

    #[test]
    fn an_enum_is_a_label() {
        let loss = SoftmaxCrossEntropy::new().ignoring(Sound::Silence);
        let sounds = [Sound::No, Sound::Silence, Sound::Yes, Sound::Yes];
        let numbers = SoftmaxCrossEntropy::new().ignoring(0_u8);
        let mean = Reduction::Mean;
        assert_eq!(run(&loss, &ROWS, &sounds, mean), run(&numbers, &ROWS, &LABELS, mean));
    }
}

mod refused {
    use super::*;

    fn target(row: usize, value: f32, requirement: &'static str) -> Result<f32, Error> {
        Err(Error::Target { row, value, requirement })
    }

    #[test]
    fn targets_without_a_meaning() {
        let rows = [[0.0, 0.0]; 2];
        let mean = Reduction::Mean;
        for bad in [-0.5, -1e-45, f32::INFINITY, f32::NEG_INFINITY] {
            let loss = SoftmaxCrossEntropyDense::new();
            let expected = target(1, bad, "finite and 0 or more");
            assert_eq!(loss.value(&rows, &[[0.5, 0.5], [1.0, bad]], mean), expected);
            let mut gradient = [[7.0; 2]; 2];
            assert_eq!(
                loss.value_and_gradient(&rows, &[[0.5, 0.5], [1.0, bad]], mean, &mut gradient),
                expected
            );
            assert_eq!(gradient, [[7.0; 2]; 2]);
        }
        for bad in [-0.5, -1e-45, 1.0_f32.next_up(), f32::INFINITY] {
            let masks = [[bad, 0.0], [0.0, 1.0]];
            assert_eq!(SigmoidTversky::dice().value(&rows, &masks, mean), target(0, bad, "in [0, 1]"));
            assert_eq!(Tversky::dice().value(&rows, &masks, mean), target(0, bad, "in [0, 1]"));
        }
        let nan = [[f32::NAN, 0.0]; 2];
        for refused in [
            SoftmaxCrossEntropyDense::new().value(&rows, &nan, mean),
            SigmoidTversky::dice().value(&rows, &nan, mean),
            Tversky::dice().value(&rows, &nan, mean),
        ] {
            assert!(matches!(refused, Err(Error::Target { row: 0, .. })), "{refused:?}");
        }
        // −0 is 0, and shares need not sum to 1.
        assert!(SoftmaxCrossEntropyDense::new().value(&rows, &[[-0.0, 3e38]; 2], mean).is_ok());
        assert!(SigmoidTversky::dice().value(&rows, &[[-0.0, 1.0]; 2], mean).is_ok());
    }

    /// Tversky takes probabilities: a logit is refused, and what rounding adds is not.
    #[test]
    fn predictions_that_are_no_probabilities() {
        let masks = [[0.0, 1.0]];
        for bad in [-2e-6, 1.000_002, 2.0, f32::NAN, f32::NEG_INFINITY] {
            let refused = Tversky::dice().value(&[[0.5, bad]], &masks, Reduction::Mean);
            assert!(matches!(refused, Err(Error::Prediction { row: 0, .. })), "{bad}: {refused:?}");
        }
        for good in [0.0, -0.0, -1e-6, 1.000_001, 1.0] {
            let mut p = [[good, good]];
            let value = Tversky::dice().value_and_gradient_in_place(&mut p, &masks, Reduction::Mean).unwrap();
            assert!(value > -2e-6 && p[0].iter().all(|slope| !slope.is_nan()), "{good}: {value} {p:?}");
        }
    }

    #[test]
    fn rows_of_weight_0_are_not_looked_at() {
        let loss = Weighted::new(SoftmaxCrossEntropyDense::new(), &[1.0, 0.0]);
        let value = loss.value(&[[0.0, 0.0]; 2], &[[1.0, 0.0], [f32::NAN, -1.0]], Reduction::Mean);
        let alone = SoftmaxCrossEntropyDense::new().value(&[[0.0, 0.0]], &[[1.0, 0.0]], Reduction::Mean);
        assert_eq!(value, alone);
    }

    #[test]
    fn every_set_is_a_target() {
        let (scores, sets) = ([[0.5, 1.0, 0.0]; 2], [[true, false, true], [false; 3]]);
        let mut gradient = [[0.0; 3]; 2];
        let loss = MultiLabelMargin::new();
        let value = loss.value_and_gradient_array(&scores, &sets, Reduction::Sum, &mut gradient);
        assert_eq!((value, gradient.to_vec()), run(&loss, &scores, &sets, Reduction::Sum));
    }
}

mod numbers {
    use super::*;

    fn is_canonical(x: &f32) -> bool {
        !x.is_nan() || x.to_bits() == f32::NAN.to_bits()
    }

    /// A finite row with factors that overflow has no NaN, and where there is one it is `f32::NAN`.
    #[test]
    fn factors_beyond_the_numbers() {
        let over = Reduction::Over(1e-10);
        let cold = SoftmaxCrossEntropy::new().with_temperature(1e-30);
        assert_eq!(run(&cold, &[[0.0, -1000.0]], &[0_u8], over), (0.0, vec![[-0.0, 0.0]]));
        let smooth = cold.with_label_smoothing(1e-3);
        assert!(run(&smooth, &[[0.0, -1000.0]], &[0_u8], over).1[0].iter().all(|x| !x.is_nan()));
        let heavy = SoftmaxCrossEntropy::new().with_class_weights(&[3e38, 3e38]);
        let weighted = Weighted::new(heavy, &[3e38]);
        assert!(run(&weighted, &[[0.0, -1000.0]], &[0_u8], over).1[0].iter().all(|x| !x.is_nan()));
        let poly = Poly1CrossEntropy::new(3e38);
        assert_eq!(run(&poly, &[[0.0, -1000.0]], &[0_u8], over), (0.0, vec![[-0.0, 0.0]]));
        let focal = SoftmaxFocal::new(0.0).with_alpha(&[3e38, 3e38]);
        assert_eq!(run(&focal, &[[0.0, -1000.0]], &[0_u8], over), (0.0, vec![[-0.0, 0.0]]));
        let focal = SoftmaxFocal::new(f32::MAX).with_alpha(&[3e38, 3e38]);
        assert_eq!(run(&focal, &[[0.0, -1.0]], &[0_u8], Reduction::Sum), (0.0, vec![[-0.0, 0.0]]));
    }

    /// Every loss of classes, with parameters from the ends of their domains, on rows from the ends of the line.
    #[test]
    fn finite_rows_never_give_nan() {
        const K: usize = 3;
        const SPECIAL: [f32; 20] = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            1e-45,
            f32::MIN_POSITIVE,
            16.7,
            -17.0,
            88.7,
            -104.0,
            1e10,
            -1e19,
            1e38,
            -3e38,
            f32::MAX,
            f32::MIN,
            HALF_ODD,
            -HALF_ODD,
            2.5 * 2.028_240_8e31,
            1e30,
        ];
        const HARD: [f32; 10] = [0.0, 1e-45, 1e-30, 1e-3, 0.5, 1.0, 1e9, 1e20, 3e38, f32::MAX];
        const POSITIVE: [f32; 6] = [f32::MIN_POSITIVE, 1e-30, 0.1, 1.0, 1e20, f32::MAX];
        static COSTS: CostMatrix<K> =
            CostMatrix::new([[0.0, 1e30, -1e30], [1.0, 0.0, 1e30], [-1e30, 5.0, 1e-30]]);
        /// `factor` is false if the parameters may not multiply beyond the numbers.
        fn examine<L: Rowwise<Row = [f32; K]> + std::fmt::Debug>(loss: L, d: &mut Draw, target: L::Target) {
            let row: [f32; K] = core::array::from_fn(|_| d.pick(&SPECIAL));
            let weights = [d.pick(&[1.0, 1e-30, 3e38])];
            let scale = d.pick(&[
                Reduction::Sum,
                Reduction::Over(1e-38),
                Reduction::Over(1e-10),
                Reduction::Over(3e38),
            ]);
            let at = format!("{loss:?} {row:?} {weights:?} {scale:?}");
            let mut terms = [0.0];
            let targets = [target];
            loss.terms(&[row], &targets, &mut terms).unwrap();
            assert!(
                !terms[0].is_nan() && (terms[0] != 0.0 || terms[0].is_sign_positive()),
                "{at}: {terms:?}"
            );
            let mut gradient = [row];
            let loss = Weighted::new(loss, &weights);
            let value = loss.value_and_gradient_in_place(&mut gradient, &targets, scale).unwrap();
            assert!(!value.is_nan() && gradient[0].iter().all(|g| !g.is_nan()), "{at}: {value} {gradient:?}");
        }
        for seed in 0..60_000 {
            let d = &mut Draw::new(seed, Mode::Realistic);
            let label = d.below(K) as u8;
            let weights = core::array::from_fn(|_| d.pick(&HARD));
            let smoothing = d.pick(&[0.0, 1e-45, 1e-3, 1.0]);
            let temperature = d.pick(&POSITIVE);
            let loss =
                SoftmaxCrossEntropy::new().with_temperature(temperature).with_label_smoothing(smoothing);
            examine(loss, d, label);
            examine(loss.with_owned_class_weights(weights), d, label);
            let gamma = d.pick(&HARD);
            examine(SoftmaxFocal::new(gamma), d, label);
            examine(SoftmaxFocal::new(gamma).with_owned_alpha(weights), d, label);
            examine(GeneralizedCrossEntropy::new(d.pick(&[f32::MIN_POSITIVE, 1e-9, 0.5, 1.0])), d, label);
            examine(Poly1CrossEntropy::new(d.pick(&[-1.0, -0.5, 0.0, 1.0, 1e20, f32::MAX])), d, label);
            examine(CrammerSingerHinge::new(temperature), d, label);
            examine(WestonWatkinsHinge::new(temperature).with_owned_class_weights(weights), d, label);
            examine(WestonWatkinsHinge::new(temperature).squared(), d, label);
            examine(ExpectedCost::new(&COSTS), d, label);
            let target = core::array::from_fn(|_| d.pick(&[0.0, 1e-45, 0.3, 1.0, 1e30, f32::MAX]));
            examine(SoftmaxCrossEntropyDense::new().with_label_smoothing(smoothing), d, target);
            let set = core::array::from_fn(|_| d.coin());
            examine(MultiLabelMargin::new(), d, set);
            let memberships = core::array::from_fn(|_| d.pick(&[0.0, 1e-45, 0.3, 1.0]));
            let (alpha, beta, smooth) = (d.pick(&[0.0, 0.5, 1e3]), d.pick(&[1e-45, 0.5, 1e3]), d.pick(&HARD));
            examine(SigmoidTversky::new(alpha, beta).with_smooth(smooth), d, memberships);
        }
    }

    /// Distances of scores that Knuth's sum cannot take.
    #[test]
    fn margins_near_the_largest_number() {
        let focal = SoftmaxFocal::<2>::new(0.5);
        assert_eq!(run(&focal, &[[HALF_ODD, f32::MIN]], &[0], Reduction::Sum), (0.0, vec![[-0.0, 0.0]]));
        let generalized = GeneralizedCrossEntropy::<2>::new(0.5);
        let expected = (2.0, vec![[0.0, -0.0]]);
        assert_eq!(run(&generalized, &[[HALF_ODD, f32::MIN]], &[1], Reduction::Sum), expected);
    }

    /// A label of probability 0, among so many equal rivals that their share rounds to less than 1: the loss is infinite for every γ.
    #[test]
    fn a_label_without_a_chance() {
        let mut row = [f32::MAX; 50];
        row[0] = f32::MIN;
        for gamma in [0.0, 1.0, 2.0, 1e10, f32::MAX] {
            let (value, gradient) = run(&SoftmaxFocal::<50>::new(gamma), &[row], &[0], Reduction::Sum);
            assert_eq!(value, f32::INFINITY, "{gamma}");
            assert!(gradient[0].iter().all(|g| !g.is_nan()), "{gamma}");
        }
    }

    #[test]
    fn terms_of_0_are_not_negative() {
        for (gamma, x) in [(1e8, 1e-7), (1e9, 1e-7), (3e9, 5e-8), (1e10, 1e-3)] {
            let mut terms = [7.0];
            SoftmaxFocal::<2>::new(gamma).terms(&[[x, 0.0]], &[0], &mut terms).unwrap();
            assert_eq!(terms[0].to_bits(), 0, "{gamma} {x}");
        }
    }

    /// The bits of a NaN beside a value that is none.
    #[test]
    fn one_nan() {
        for row in [
            [f32::NAN, 0.0, 1.0],
            [f32::INFINITY, 0.0, f32::INFINITY],
            [f32::from_bits(0xFFC1_2345), 0.0, 1.0],
        ] {
            for set in [[true, false, false], [true, true, false], [false; 3], [true; 3]] {
                let (value, gradient) = run(&MultiLabelMargin::new(), &[row], &[set], Reduction::Sum);
                assert!(gradient[0].iter().chain([&value]).all(is_canonical), "{value} {gradient:?}");
                assert!(!value.is_nan() || gradient[0].iter().all(|g| g.is_nan()), "{value} {gradient:?}");
            }
        }
    }

    #[test]
    fn one_class_and_none() {
        for x in [0.0, 1e-7, -5.0, f32::MAX] {
            let over = Reduction::Over(0.1);
            for (value, gradient) in [
                run(&SoftmaxCrossEntropy::<1>::new(), &[[x]], &[0], over),
                run(&SoftmaxCrossEntropy::<1>::new().with_label_smoothing(0.5), &[[x]], &[0], over),
                run(&SoftmaxFocal::<1>::new(2.0), &[[x]], &[0], over),
                run(&SoftmaxFocal::<1>::new(0.5), &[[x]], &[0], over),
                run(&GeneralizedCrossEntropy::<1>::new(0.5), &[[x]], &[0], over),
                run(&Poly1CrossEntropy::<1>::new(3.0), &[[x]], &[0], over),
                run(&SoftmaxCrossEntropyDense::<1>::new(), &[[x]], &[[1.0]], over),
            ] {
                assert_eq!((value, gradient), (0.0, vec![[0.0]]), "{x}");
            }
        }
        let sum = Reduction::Sum;
        assert_eq!(run(&SoftmaxCrossEntropyDense::<0>::new(), &[[]], &[[]], sum).0.to_bits(), 0);
        assert_eq!(
            run(&SoftmaxCrossEntropyDense::<0>::new().with_label_smoothing(0.5), &[[]], &[[]], sum).0,
            0.0
        );
        assert_eq!(run(&MultiLabelMargin::<0>::new(), &[[]], &[[]], sum).0, 0.0);
        assert_eq!(run(&Tversky::<0>::dice(), &[[]], &[[]], sum).0, 0.0);
        assert_eq!(run(&SigmoidTversky::<0>::dice(), &[[]], &[[]], sum).0, 0.0);
        assert_eq!(run(&SoftmaxTversky::<0, 2>::dice().ignoring(9), &[[[]; 2]], &[[9; 2]], sum).0, 0.0);
        assert_eq!(run(&SoftmaxCrossEntropy::<0>::new().ignoring(9), &[[]], &[9], sum).0, 0.0);
        let none = Err(Error::Label { row: 0, label: 1, classes: 0 });
        assert_eq!(SoftmaxTversky::<0, 2>::dice().value(&[[[]; 2]], &[[1, 1]], sum), none);
        assert_eq!(SoftmaxCrossEntropy::<0>::new().value(&[[]], &[1], sum), none);
    }
}

mod slopes {
    use super::*;

    /// The slope in the temperature, and the larger of its two parts.
    #[cfg(not(feature = "micromath"))]
    fn exact(x: &[f32], y: usize, t: f64, shares: &[f64]) -> (f64, f64) {
        let x: Vec<f64> = x.iter().map(|x| f64::from(*x)).collect();
        let max = x.iter().copied().fold(f64::MIN, f64::max);
        let e: Vec<f64> = x.iter().map(|x| ((x - max) / t).exp()).collect();
        let norm: f64 = e.iter().sum();
        let mean: f64 = x.iter().zip(&e).map(|(x, e)| e / norm * (max - x)).sum();
        let _ = y;
        let (mut slope, mut total, mut below) = (0.0, 0.0, 0.0);
        for (x, q) in x.iter().zip(shares) {
            slope += q * (mean - (max - x));
            total += q * mean;
            below += q * (max - x);
        }
        (slope / (t * t), f64::max(total, below) / (t * t))
    }

    #[cfg(not(feature = "micromath"))]
    fn ulps(got: f32, (exact, size): (f64, f64)) -> f64 {
        let ulp = f64::from((size as f32).next_up() - size as f32);
        (f64::from(got) - exact).abs() / ulp
    }

    /// Within 8 ULP of the larger part, and 1.5 more per unit of the largest (m − x)/T.
    #[test]
    #[cfg(not(feature = "micromath"))]
    fn the_slope_in_the_temperature_keeps_its_digits() {
        let x = [-0.248_402_71, 0.765_356_4, 0.763_998_6, -0.678_223_5];
        let slope = SoftmaxCrossEntropy::new().with_temperature(0.1).temperature_gradient(
            &[x],
            &[1_u8],
            Reduction::Sum,
        );
        assert!((slope.unwrap() / 0.069_485_5 - 1.0).abs() < 1e-6, "{slope:?}");
        let mut worst = [0.0_f64; 3];
        for mode in crate::draw::MEASURED {
            for seed in 0..40_000 {
                let d = &mut Draw::new(seed, mode);
                let near = 10f32.powf(d.between(-5.0, 1.0));
                let center = d.float();
                let x: [f32; 4] =
                    core::array::from_fn(|_| if d.coin() { center + near * d.unit() } else { d.float() });
                let temperature = d.pick(&[1.0, 0.25, 0.1, 0.7, 1.7, 3.0, 30.0]);
                let y = d.below(4);
                let smoothing = d.pick(&[0.0, 0.1]);
                let weights = [1.0, 0.5, 2.0, 3.25];
                let loss = SoftmaxCrossEntropy::new()
                    .with_temperature(temperature)
                    .with_label_smoothing(smoothing)
                    .with_class_weights(&weights);
                let e = f64::from(smoothing);
                let shares: [f64; 4] = core::array::from_fn(|k| {
                    f64::from(weights[k]) * (e / 4.0 + if k == y { 1.0 - e } else { 0.0 })
                });
                let t = f64::from(temperature);
                let exact = exact(&x, y, t, &shares);
                if exact.1 < 1e-30 {
                    continue;
                }
                let got = loss.temperature_gradient(&[x], &[y], Reduction::Sum).unwrap();
                let max = x.iter().copied().fold(f32::MIN, f32::max);
                let spread = x.iter().map(|x| f64::from(max - x) / t).fold(0.0, f64::max).min(104.0);
                let found = ulps(got, exact);
                worst[0] = worst[0].max(found - 1.5 * spread);
                if spread < 1.0 {
                    worst[1] = worst[1].max(found);
                }
                assert!(
                    found <= 8.0 + 1.5 * spread,
                    "{found} at {x:?} {y} {temperature} {smoothing}: {got:e} {exact:?}"
                );
            }
        }
        println!("slope in the temperature: {worst:.2?} ULP");
    }

    /// The denominators of class weights, smoothing, sample weights and ignored labels together.
    #[test]
    fn denominators_of_everything_at_once() {
        let weights = [0.25, 3.0, 1.5];
        let loss =
            SoftmaxCrossEntropy::new().with_class_weights(&weights).with_label_smoothing(0.3).ignoring(0);
        let samples = [2.0_f32, 5.0, 0.5, 4.0];
        let (mut sum, mut all) = (0.0, 0.0);
        let (mut slope, mut own) = (0.0, [0.0; 3]);
        for ((row, label), sample) in ROWS.iter().zip(LABELS).zip(samples) {
            if label == 0 {
                continue;
            }
            let sample = f64::from(sample);
            let norm: f64 = row.iter().map(|x| f64::from(*x).exp()).sum();
            let q: [f64; 3] = core::array::from_fn(|k| {
                f64::from(weights[k]) * (0.1 + if k == usize::from(label) { 0.7 } else { 0.0 })
            });
            let (total, mean): (f64, f64) =
                (q.iter().sum(), row.iter().map(|x| f64::from(*x).exp() / norm * f64::from(*x)).sum());
            for (k, x) in row.iter().enumerate() {
                sum += sample * q[k] * (norm.ln() - f64::from(*x));
                slope += q[k] * (f64::from(*x) - mean);
            }
            if label == 2 {
                own = core::array::from_fn(|k| sample * (total * f64::from(row[k]).exp() / norm - q[k]));
            }
            all += sample * f64::from(weights[usize::from(label)]);
        }
        let within = if cfg!(all(feature = "micromath", not(feature = "branchless"))) { 3e-3 } else { 1e-5 };
        let near =
            |got: f32, exact: f64| assert!((f64::from(got) / exact - 1.0).abs() < within, "{got} {exact}");
        let weighted = Weighted::new(loss, &samples);
        let (value, gradient) = run(&weighted, &ROWS, &LABELS, Reduction::Mean);
        near(value, sum / all);
        (0..3).for_each(|k| near(gradient[0][k], own[k] / all));
        near(weighted.denominator(&LABELS).unwrap(), all);
        near(loss.temperature_gradient(&ROWS, &LABELS, Reduction::Mean).unwrap(), slope / (1.5 + 3.0 + 3.0));
    }
}

mod sequences {
    use super::*;

    /// Without labels the loss is that of nothing but blanks, divided as any other.
    #[test]
    fn no_labels() {
        let ctc = Ctc::<3>::new(0);
        let frames = [[0.0, 3.0, 0.0]; 2];
        let run = |reduction| {
            let (mut gradient, mut scratch) = ([[7.0; 3]; 2], [0.0; 3]);
            let value = ctc.value_and_gradient(&frames, &[], reduction, &mut gradient, &mut scratch).unwrap();
            assert_eq!(ctc.value(&frames, &[], reduction, &mut scratch), Ok(value));
            (value, gradient)
        };
        let e3 = 3.0_f64.exp();
        let norm = 2.0 + e3;
        for n in [1.0, 8.0] {
            let (value, gradient) = run(Reduction::Over(n));
            let near = |got: f32, exact: f64| {
                let exact = exact / f64::from(n);
                assert!((f64::from(got) - exact).abs() < 1e-6 * exact.abs(), "{got} {exact}");
            };
            near(value, 2.0 * norm.ln());
            for frame in gradient {
                near(frame[0], 1.0 / norm - 1.0);
                near(frame[1], e3 / norm);
                near(frame[2], 1.0 / norm);
            }
        }
        assert_eq!(run(Reduction::Over(0.0)), (0.0, [[0.0; 3]; 2]));
    }

    #[test]
    fn arrays_are_as_slices() {
        let ctc = Ctc::<3>::new(0);
        let labels = [2, 1];
        let mean = Reduction::Over(2.0);
        let (mut of_slice, mut of_array, mut in_place) = ([[7.0; 3]; 4], [[7.0; 3]; 4], ROWS);
        let mut scratch = [0.0; Ctc::<3>::scratch_len(4, 2) + 1];
        let value = ctc.value_and_gradient(&ROWS, &labels, mean, &mut of_slice, &mut scratch);
        assert_eq!(
            ctc.try_value_and_gradient_array(&ROWS, &labels, mean, &mut of_array, &mut scratch),
            value
        );
        assert_eq!(
            ctc.try_value_and_gradient_in_place_array(&mut in_place, &labels, mean, &mut scratch),
            value
        );
        assert_eq!((of_array, in_place), (of_slice, of_slice));
        let mut short = [0.0; Ctc::<3>::value_scratch_len(2)];
        assert_eq!(ctc.try_value_array(&ROWS, &labels, mean, &mut short), value);
        let bad = Err(Error::Label { row: 1, label: 3, classes: 3 });
        assert_eq!(ctc.try_value_array(&ROWS, &[2, 3], mean, &mut short), bad);
    }
}

mod sets {
    use super::*;

    #[test]
    fn pairs_of_a_set() {
        pairs::<6>(40_000);
        pairs::<65>(2_000);
    }

    /// The pairs, one by one.
    fn pairs<const K: usize>(cases: u64) {
        for seed in 0..cases {
            let mode = [Mode::Realistic, Mode::Listed, Mode::Bits, Mode::Wide][seed as usize % 4];
            let d = &mut Draw::new(seed, mode);
            let mut row: [f32; K] = d.floats();
            // Ties, kinks, and one infinity.
            for k in 1..K {
                match d.below(8) {
                    0 => row[k] = row[k - 1],
                    1 => row[k] = row[k - 1] + 1.0,
                    2 => row[k] = -0.0,
                    _ => {}
                }
            }
            if d.below(16) == 0 {
                row[d.below(K)] = d.pick(&[f32::INFINITY, f32::NEG_INFINITY]);
            }
            let set: [bool; K] = core::array::from_fn(|_| d.coin());
            let mut counts = [0_i32; K];
            for j in (0..K).filter(|j| set[*j]) {
                for i in (0..K).filter(|i| !set[*i]) {
                    // The sign of (own − other) − 1, from sums whose errors are kept: Shewchuk's expansion.
                    let (own, other) = (f64::from(row[j]), f64::from(row[i]));
                    let difference = own - other;
                    let virtual_other = own - difference;
                    let lost = (own - (difference + virtual_other)) + (virtual_other - other);
                    let lost = if difference.is_finite() { lost } else { 0.0 };
                    if difference < 1.0 || difference == 1.0 && lost < 0.0 {
                        counts[j] -= 1;
                        counts[i] += 1;
                    }
                }
            }
            let scale = d.pick(&[1.0, 0.3]);
            let mut gradient = [row];
            MultiLabelMargin::new()
                .value_and_gradient_in_place(&mut gradient, &[set], Reduction::Over(1.0 / scale))
                .unwrap();
            let expected: [f32; K] = counts.map(|n| n as f32 * (1.0 / K as f32) * (1.0 / (1.0 / scale)));
            assert_eq!(gradient, [expected], "{row:?} {set:?}");
        }
    }
}

mod regions {
    use super::*;

    /// A pixel with logit −∞ and target 0 takes no part.
    #[test]
    fn a_pixel_left_out() {
        let loss = SigmoidTversky::new(0.3, 0.7).with_smooth(1.0);
        let (value, gradient) = run(&loss, &[[0.5, -1.0, 2.0]], &[[1.0, 0.0, 1.0]], Reduction::Sum);
        let loss = SigmoidTversky::new(0.3, 0.7).with_smooth(1.0);
        let row = [[0.5, -1.0, 2.0, f32::NEG_INFINITY]];
        let (with, of_all) = run(&loss, &row, &[[1.0, 0.0, 1.0, 0.0]], Reduction::Sum);
        assert_eq!((with, &of_all[0][..3], of_all[0][3]), (value, &gradient[0][..], 0.0));
    }

    /// Costs of an absent class.
    #[test]
    fn an_absent_class() {
        let (row, labels) =
            ([[[9.0, 0.0, 0.0], [9.0, 0.0, 0.0], [0.0, 9.0, 0.0], [0.0, 9.0, 0.0]]], [[0, 0, 1, 1]]);
        let value = |smooth| {
            SoftmaxTversky::<3, 4>::dice().with_smooth(smooth).value(&row, &labels, Reduction::Mean).unwrap()
        };
        assert!((value(0.0) - 1.0 / 3.0).abs() < 0.01 && value(1.0) < 0.01, "{} {}", value(0.0), value(1.0));
    }

    /// Class by class, a row of many classes has the value and gradient that fewer have, if the others are masked.
    #[test]
    fn many_classes() {
        const FEW: usize = 1024;
        const MANY: usize = 1500;
        const P: usize = 3;
        let d = &mut Draw::new(7, Mode::Realistic);
        let few: Box<[[f32; FEW]; P]> = Box::new([d.floats(), d.floats(), d.floats()]);
        let mut many = Box::new([[f32::NEG_INFINITY; MANY]; P]);
        many.iter_mut().zip(few.iter()).for_each(|(many, few)| many[..FEW].copy_from_slice(few));
        let labels = [[700_u16, 3, 999]];
        for ignored in [u16::MAX, 3] {
            let of_few = SoftmaxTversky::<FEW, P, u16>::new(0.3, 0.7).ignoring(ignored);
            let of_many = SoftmaxTversky::<MANY, P, u16>::new(0.3, 0.7).ignoring(ignored);
            let (value, gradient) = run(&of_few, core::slice::from_ref(&*few), &labels, Reduction::Sum);
            let (also, also_gradient) = run(&of_many, core::slice::from_ref(&*many), &labels, Reduction::Sum);
            let near =
                |a: f32, b: f32| (a * FEW as f32 - b * MANY as f32).abs() <= 1e-6 * (a * FEW as f32).abs();
            assert!(near(value, also), "{value} {also}");
            for (few, many) in gradient[0].iter().zip(&also_gradient[0]) {
                assert!(few.iter().zip(many).all(|(a, b)| near(*a, *b)));
                assert!(many[FEW..].iter().all(|g| *g == 0.0));
            }
        }
    }
}

/// A vocabulary of 250 000 in a thread with 256 kB of stack: a row is four times as long.
#[test]
#[cfg(not(miri))]
fn no_row_is_copied_onto_the_stack() {
    const K: usize = 250_000;
    type Of<R, T> = (Vec<R>, T);
    fn examine<L: Loss>(loss: L, (row, target): Of<L::Prediction, L::Target>)
    where
        L::Prediction: Copy,
    {
        let (mut gradient, targets) = (row.clone(), [target]);
        let value = loss.value_and_gradient(&row, &targets, Reduction::Mean, &mut gradient).unwrap();
        let mut terms = [0.0];
        loss.terms(&row, &targets, &mut terms).unwrap();
        assert_eq!(loss.value(&row, &targets, Reduction::Mean), Ok(value));
        let mut in_place = row;
        assert_eq!(loss.value_and_gradient_in_place(&mut in_place, &targets, Reduction::Mean), Ok(value));
        assert!(value.is_finite() && terms == [value]);
    }
    fn row() -> Vec<[f32; K]> {
        let flat: Vec<f32> = (0..K).map(|k| (k % 1000) as f32 * 0.01).collect();
        flat.as_chunks::<K>().0.to_vec()
    }
    fn all() {
        let label = |label: u32| (row(), label);
        examine(SoftmaxCrossEntropy::<K, u32>::new(), label(3));
        examine(
            SoftmaxCrossEntropy::<K, u32>::new().with_temperature(0.7).with_label_smoothing(0.1),
            label(3),
        );
        examine(SoftmaxFocal::<K, u32>::new(1.5), label(3));
        examine(GeneralizedCrossEntropy::<K, u32>::new(0.5), label(3));
        examine(Poly1CrossEntropy::<K, u32>::new(-0.5), label(3));
        examine(CrammerSingerHinge::<K, u32>::new(1.0), label(3));
        examine(WestonWatkinsHinge::<K, u32>::new(1.0), label(3));
        let slope = SoftmaxCrossEntropy::<K, u32>::new().temperature_gradient(&row(), &[3], Reduction::Mean);
        assert!(slope.unwrap().is_finite());
        let ctc = Ctc::<K, u32>::new(0);
        let mut frames = row();
        assert!(ctc.value(&frames, &[5], Reduction::Sum, &mut [0.0; 6]).unwrap().is_finite());
        assert!(ctc.value_and_gradient_in_place(&mut frames, &[5], Reduction::Sum, &mut [0.0; 6]).is_ok());
    }
    fn targets() {
        fn dense(row: Vec<[f32; K]>) {
            let target = row.clone();
            let mut gradient = row.clone();
            let value = SoftmaxCrossEntropyDense::<K>::new().value_and_gradient(
                &row,
                &target,
                Reduction::Mean,
                &mut gradient,
            );
            assert!(value.unwrap().is_finite());
            let unit: Vec<f32> = row.as_flattened().iter().map(|x| x * 0.1).collect();
            let masks = unit.as_chunks::<K>().0;
            for value in [
                SigmoidTversky::<K>::dice().value_and_gradient(&row, masks, Reduction::Mean, &mut gradient),
                Tversky::<K>::dice().value_and_gradient(masks, masks, Reduction::Mean, &mut gradient),
            ] {
                assert!(value.unwrap().is_finite());
            }
            let mut set = vec![false; K];
            set[5] = true;
            set[77] = true;
            let sets = set.as_chunks::<K>().0;
            let value =
                MultiLabelMargin::<K>::new().value_and_gradient(&row, sets, Reduction::Mean, &mut gradient);
            assert_eq!(MultiLabelMargin::<K>::new().value(&row, sets, Reduction::Mean), value);
            let regions = row.as_chunks::<1>().0;
            let mut gradient = regions.to_vec();
            let loss = SoftmaxTversky::<K, 1, u32>::dice();
            let value = loss.value_and_gradient(regions, &[[3]], Reduction::Mean, &mut gradient);
            assert_eq!(loss.value(regions, &[[3]], Reduction::Mean), value);
        }
        dense(row());
    }
    for job in [all, targets] {
        std::thread::Builder::new().stack_size(256 << 10).spawn(job).unwrap().join().unwrap();
    }
}
