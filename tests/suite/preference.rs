//! Preference losses: published numbers, limits, and the way from DPO's gradient to the logits.
#![cfg(not(feature = "micromath"))]

use crate::families::sigmoid;
use crate::subject::Figure;
use microloss::{
    BradleyTerry, Dpo, Error, Exo, Ipo, Kto, Loss, Orpo, Reduction, Row, SequenceLogProbability, SimPo,
    SlicHinge, Verdict, implicit_reward, preference_accuracy, reward_margin,
};

/// Value and gradient of one row.
fn of<R: Row, T: Clone>(loss: &impl Loss<Prediction = R, Target = T>, row: R, target: &T) -> (f32, Vec<f32>) {
    let mut gradient = [row];
    let targets = [target.clone()];
    let value = loss.value_and_gradient(&[row], &targets, Reduction::Sum, &mut gradient).unwrap();
    (value, gradient[0].elements_mut().to_vec())
}

#[track_caller]
fn close(got: f32, want: f64) {
    assert!((f64::from(got) - want).abs() <= 1e-6 * want.abs(), "{got} for {want}");
}

#[test]
fn numbers_computed_elsewhere() {
    let (policy, reference) = ([-10.0, -12.0], [-11.0, -11.0]);
    let (value, gradient) = of(&Dpo::new(0.1), policy, &reference);
    close(value, 0.598_138_869_381_592_3);
    close(gradient[0], -0.045_016_600_268_752_2);
    assert_eq!(gradient[1], -gradient[0]);
    close(of(&Dpo::new(0.1).conservative(0.1), policy, &reference).0, 0.618_138_869_381_592_3);
    close(of(&Dpo::new(0.1).robust(0.1), policy, &reference).0, 0.573_138_869_381_592_3);
    // The last word counts.
    assert_eq!(Dpo::new(0.1).robust(0.2).conservative(0.1), Dpo::new(0.1).conservative(0.1));
    assert_eq!(Dpo::new(0.1).conservative(0.2).robust(0.1), Dpo::new(0.1).robust(0.1));
    close(of(&SlicHinge::new(0.1), policy, &reference).0, 0.8);
    assert_eq!(of(&Ipo::new(0.1), policy, &reference).0, 9.0);
    close(of(&Dpo::new(0.1), [-5.0, -5.0], &[-7.0, -7.0]).0, std::f64::consts::LN_2);
    assert_eq!(of(&Dpo::new(1.0), [-150.0, -50.0], &[-100.0, -100.0]).0, 100.0);
    close(of(&BradleyTerry::new(), [1.0, 0.2], &0.3).0, 0.474_076_983_9);
    let centred = of(&BradleyTerry::new().with_centring(0.01), [1.0, 0.2], &0.3).0;
    close(centred - of(&BradleyTerry::new(), [1.0, 0.2], &0.3).0, 0.014_400_005);
}

/// The limits that the variants share.
#[test]
fn variants_agree_where_they_must() {
    for i in -40..40 {
        let (policy, reference) = ([i as f32 * 0.7, -3.0], [1.5, -2.0]);
        let plain = of(&Dpo::new(0.3), policy, &reference);
        assert_eq!(of(&Dpo::new(0.3).conservative(0.0), policy, &reference), plain);
        assert_eq!(of(&Dpo::new(0.3).robust(0.0), policy, &reference), plain);
        // SimPO without a margin, of single tokens, is DPO without a reference.
        let without = of(&Dpo::new(0.3), policy, &[0.0, 0.0]);
        assert_eq!(of(&SimPo::new(0.3, 0.0), policy, &[1, 1]), without);
        assert_eq!(of(&BradleyTerry::new(), policy, &0.0), of(&Dpo::new(1.0), policy, &[0.0, 0.0]));
    }
    // The conservative loss is least at h = ln((1 − ε)/ε); so is EXO's, and it is 0 there.
    let least = 7.0_f32.ln() / 0.25;
    assert!(of(&Dpo::new(0.25).conservative(0.125), [least, 0.0], &[0.0; 2]).1[0].abs() < 1e-7);
    let (value, gradient) = of(&Exo::new(0.25, 0.125), [least, 0.0], &[0.0; 2]);
    assert!((0.0..1e-7).contains(&value) && gradient[0].abs() < 1e-7);
}

/// Log-probabilities that no policy has: every loss stays what its formula says, or ±∞.
#[test]
fn far_beyond() {
    let dpo = Dpo::new(1.0);
    assert_eq!(of(&dpo, [100.0, 0.0], &[0.0; 2]).0, (-100.0_f32).exp());
    assert_eq!(of(&dpo, [1e30, -1e30], &[0.0; 2]), (0.0, vec![0.0, 0.0]));
    assert_eq!(of(&dpo, [-1e30, 1e30], &[0.0; 2]), (2e30, vec![-1.0, 1.0]));
    assert_eq!(of(&dpo, [f32::MIN, f32::MAX], &[f32::MAX, f32::MIN]), (f32::MAX, vec![-1.0, 1.0]));
    assert_eq!(of(&dpo.conservative(0.25), [1e30, -1e30], &[0.0; 2]), (0.25 * 2e30, vec![0.25, -0.25]));
    assert_eq!(of(&dpo.robust(0.25), [1e30, -1e30], &[0.0; 2]), (-1e30, vec![-0.5, 0.5]));
    assert_eq!(of(&SlicHinge::new(1.0), [-1e30, 1e30], &[0.0; 2]), (2e30, vec![-1.0, 1.0]));
    // The kink of the hinge takes the flat side.
    assert_eq!(of(&SlicHinge::new(0.5), [2.0, 0.0], &[0.0; 2]), (0.0, vec![0.0, 0.0]));
    assert_eq!(of(&Ipo::new(0.5), [-1e30, 1e30], &[0.0; 2]).0, f32::INFINITY);
    let (value, gradient) = of(&Exo::new(1.0, 0.25), [-1e30, 1e30], &[0.0; 2]);
    close(value, 4.0_f64.ln());
    assert_eq!(gradient, [0.0, 0.0]);
    let bad = Verdict { reference: 0.0, desirable: false };
    assert_eq!(of(&Kto::new(1.0, 0.0), 1e30, &bad), (1.0, vec![0.0]));
    assert_eq!(of(&SimPo::new(2.0, 0.0), [-1e30, 1e30], &[1, 1]), (4e30, vec![-2.0, 2.0]));
    assert_eq!(of(&BradleyTerry::new().with_centring(1.0), [1e30, 1e30], &0.0).0, f32::INFINITY);
}

/// Near its minimum EXO is ½p(1 − p)(h − g)², and nothing has cancelled in it.
#[test]
fn the_reverse_divergence_keeps_its_digits() {
    for epsilon in [0.5_f32, 0.125, 1e-3, 0.9] {
        let goal = ((1.0 - f64::from(epsilon)) / f64::from(epsilon)).ln() as f32;
        for away in [0.25_f32, 1e-2, 1e-3] {
            let (value, gradient) = of(&Exo::new(1.0, epsilon), [goal + away, 0.0], &[0.0; 2]);
            let h = f64::from(goal + away);
            let (p, d) =
                (1.0 / (1.0 + (-h).exp()), h - ((1.0 - f64::from(epsilon)) / f64::from(epsilon)).ln());
            let (variance, skew) = (p * (1.0 - p), 2.0 * p - 1.0);
            // The next term is d² · variance/24 of the first, at most.
            let expected = variance * d * d * (0.5 + d * skew / 6.0 + d * d * (1.0 - 6.0 * variance) / 24.0);
            let rounding = 2e-6 / d.abs() + d.abs().powi(3) / 50.0;
            assert!(
                (f64::from(value) / expected - 1.0).abs() < rounding,
                "{epsilon}, {away}: {value}, {expected}"
            );
            assert!((f64::from(gradient[0]) / (variance * d) - 1.0).abs() < rounding);
        }
    }
}

#[test]
fn odds_at_their_ends() {
    let loss = Orpo::new(0.5);
    assert_eq!(of(&loss, [-1.0, -1.0], &()).0, 1.0 + 0.5 * core::f32::consts::LN_2);
    assert_eq!(of(&loss, [0.0, 0.0], &()).0, 0.5 * core::f32::consts::LN_2);
    assert_eq!(of(&loss, [0.0, -1.0], &()).0, 0.0);
    assert_eq!(of(&loss, [-1.0, 0.0], &()).0, f32::INFINITY);
    let (value, gradient) = of(&loss, [-200.0, -300.0], &());
    assert_eq!((value, gradient[0]), (200.0, -1.0));
    // The gradient of an answer that is certain, or nearly.
    assert_eq!(of(&loss, [0.0, 0.0], &()).1, [-1.25, 0.25]);
    assert_eq!(of(&loss, [-1.0, 0.0], &()).1[1], f32::MAX);
    assert_eq!(of(&loss, [0.0, -1e-45], &()), (0.0, vec![-f32::MAX, 0.0]));
    let (value, gradient) = of(&loss, [-1e-30, -1e-30], &());
    assert_eq!(value, 0.5 * core::f32::consts::LN_2);
    assert!((gradient[0] / -2.5e29 - 1.0).abs() < 1e-6 && gradient[1] == -gradient[0]);
    // Above 0 counts as 0.
    assert_eq!(of(&loss, [3.0, -1.0], &()), of(&loss, [0.0, -1.0], &()));
    assert_eq!(of(&Orpo::new(0.0), [-1.0, 0.0], &()).0, 1.0);
}

#[test]
fn measures() {
    assert_eq!(implicit_reward(0.5, -10.0, -13.0), 1.5);
    let leads = [[0.0, -1.0], [0.0, -2.0], [-3.0, 0.0], [0.0, -8.0]];
    assert_eq!(preference_accuracy(&leads, &[[0.0; 2]; 4]), Ok(0.75));
    assert_eq!(reward_margin(0.5, &leads, &[[0.0; 2]; 4]), Ok(1.0));
    let (policy, reference) =
        ([[-1.0, -2.0], [-4.0, -3.0], [-1.0, -1.0]], [[-2.0, -2.0], [-3.0, -3.0], [0.0, 0.0]]);
    assert_eq!(preference_accuracy(&policy, &reference), Ok(1.0 / 3.0));
    assert_eq!(reward_margin(1.0, &policy, &reference), Ok(0.0));
    assert_eq!(reward_margin(10.0, &[[3e38, 0.0], [-3e38, 0.0]], &[[0.0; 2]; 2]), Ok(0.0));
    assert_eq!(preference_accuracy(&[], &[]), Err(Error::EmptyBatch));
    assert!(reward_margin(1.0, &policy, &reference[..2]).is_err());
}

#[test]
fn parameters_outside_their_domain() {
    let refused = |result: Result<(), Error>, name: &str| match result {
        Err(Error::Parameter { name: refused, .. }) => assert_eq!(refused, name),
        other => panic!("{name}: {other:?}"),
    };
    for beta in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        refused(Dpo::try_new(beta).map(|_| ()), "beta");
        refused(SlicHinge::try_new(beta).map(|_| ()), "beta");
        refused(Ipo::try_new(beta).map(|_| ()), "beta");
        refused(Exo::try_new(beta, 0.1).map(|_| ()), "beta");
        refused(SimPo::try_new(beta, 0.0).map(|_| ()), "beta");
        refused(Kto::try_new(beta, 0.0).map(|_| ()), "beta");
    }
    for bad in [-0.1, 0.5, f32::NAN] {
        refused(Dpo::new(1.0).try_conservative(bad).map(|_| ()), "epsilon");
        refused(Dpo::new(1.0).try_robust(bad).map(|_| ()), "epsilon");
    }
    for bad in [0.0, 1.0, f32::NAN] {
        refused(Exo::try_new(1.0, bad).map(|_| ()), "epsilon");
    }
    for bad in [-1.0, f32::NAN, f32::INFINITY] {
        refused(SimPo::try_new(1.0, bad).map(|_| ()), "gamma");
        refused(Orpo::try_new(bad).map(|_| ()), "lambda");
        refused(BradleyTerry::new().try_with_centring(bad).map(|_| ()), "centring");
        refused(Kto::new(1.0, 0.0).try_with_weights(bad, 1.0).map(|_| ()), "desirable");
        refused(Kto::new(1.0, 0.0).try_with_weights(1.0, bad).map(|_| ()), "undesirable");
    }
    refused(Kto::try_new(1.0, f32::NAN).map(|_| ()), "reference_point");
}

#[test]
fn sequences_that_are_none() {
    let sequence = SequenceLogProbability::<2, u8>::new().ignoring(9);
    let mut gradient = [[42.0; 2]; 2];
    let logits = [[1.0, 2.0], [3.0, 4.0]];
    // All prompt and padding: nothing was said, with certainty.
    let value = sequence.value_and_gradient(&logits, &[9, 9], Reduction::Mean, 3.0, &mut gradient);
    assert_eq!((value, gradient), (Ok(0.0), [[0.0; 2]; 2]));
    let mut gradient = [[42.0; 2]; 2];
    let label = sequence.value_and_gradient(&logits, &[0, 2], Reduction::Sum, 1.0, &mut gradient);
    assert!(matches!(label, Err(Error::Label { .. })), "{label:?}");
    let length = sequence.value_and_gradient(&logits, &[0], Reduction::Sum, 1.0, &mut gradient);
    assert!(matches!(length, Err(Error::Length { .. })), "{length:?}");
    assert_eq!(gradient, [[42.0; 2]; 2]);
    let mut in_place = logits;
    assert!(sequence.value_and_gradient_in_place(&mut in_place, &[0, 2], Reduction::Sum, 1.0).is_err());
    assert_eq!(in_place, logits);
    assert_eq!(sequence.value(&[], &[], Reduction::Sum), Err(Error::EmptyBatch));
}

/// Near its minimum, rounding h and the goal is most of the value: the worst that a search found, 8.4 ULP.
#[test]
fn exo_near_its_minimum() {
    let (value, _) = of(&Exo::new(0.3, 0.5), [0.208_340_1, 0.0], &[0.0, 0.0]);
    let h = f64::from(0.3_f32) * f64::from(0.208_340_1_f32);
    let exact = sigmoid(h) * (2.0 * sigmoid(h)).ln() + sigmoid(-h) * (2.0 * sigmoid(-h)).ln();
    assert!(Figure::from(exact).ulps(value) <= 9.0, "{value} for {exact}");
}

/// DPO's gradient, carried through both sequences to the logits, is the derivative of the whole, in f64.
#[test]
fn gradient_reaches_the_logits() {
    let chosen = [[0.5_f32, -1.0, 2.0], [0.0, 0.25, -0.5]];
    let rejected = [[1.0_f32, 0.0, -1.5], [2.0, 0.5, 0.25]];
    let (chosen_tokens, rejected_tokens) = ([2_u8, 0], [0_u8, 1]);
    let reference = [-1.5_f32, -2.25];
    let beta = 0.75;

    let sequence = SequenceLogProbability::new();
    let policy = [
        sequence.value(&chosen, &chosen_tokens, Reduction::Sum).unwrap(),
        sequence.value(&rejected, &rejected_tokens, Reduction::Sum).unwrap(),
    ];
    let (_, upstream) = of(&Dpo::new(beta), policy, &reference);
    let mut gradient = [[[0.0; 3]; 2]; 2];
    let [of_chosen, of_rejected] = &mut gradient;
    sequence.value_and_gradient(&chosen, &chosen_tokens, Reduction::Sum, upstream[0], of_chosen).unwrap();
    sequence
        .value_and_gradient(&rejected, &rejected_tokens, Reduction::Sum, upstream[1], of_rejected)
        .unwrap();

    // The gradient may take the logits' place.
    let mut in_place = chosen;
    let value = sequence
        .value_and_gradient_in_place(&mut in_place, &chosen_tokens, Reduction::Sum, upstream[0])
        .unwrap();
    assert_eq!((value, in_place), (policy[0], gradient[0]));

    let log_probability = |logits: &[f64], tokens: &[u8; 2]| -> f64 {
        let of_token = |x: &[f64], y: u8| x[usize::from(y)] - x.iter().map(|x| x.exp()).sum::<f64>().ln();
        of_token(&logits[..3], tokens[0]) + of_token(&logits[3..], tokens[1])
    };
    let whole = |logits: &[f64]| -> f64 {
        let lead = (log_probability(&logits[..6], &chosen_tokens) - f64::from(reference[0]))
            - (log_probability(&logits[6..], &rejected_tokens) - f64::from(reference[1]));
        (-f64::from(beta) * lead).exp().ln_1p()
    };
    let logits: Vec<f64> = chosen.iter().chain(&rejected).flatten().map(|x| f64::from(*x)).collect();
    for (i, got) in gradient.as_flattened().as_flattened().iter().enumerate() {
        let moved = |h: f64| {
            let mut logits = logits.clone();
            logits[i] += h;
            whole(&logits)
        };
        let exact = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        assert!((f64::from(*got) - exact).abs() < 1e-7, "logit {i}: {got} for {exact}");
    }
}

/// Near its goal the loss keeps its digits, whichever of the two answers the goal prefers.
#[test]
fn exo_near_a_goal_at_either_end() {
    for epsilon in [0.999_9_f32, 0.99, 0.5, 0.01, 1e-4] {
        let e = f64::from(epsilon);
        for way in [-0.9_f32, -0.01, 0.02, 0.7] {
            let h = ((1.0 - e) / e).ln() as f32 + way;
            let value = of(&Exo::new(1.0, epsilon), [h, 0.0], &[0.0; 2]).0;
            let (hit, miss) = (1.0 / (1.0 + (-f64::from(h)).exp()), 1.0 / (1.0 + f64::from(h).exp()));
            let exact = hit * (hit.ln() - (1.0 - e).ln()) + miss * (miss.ln() - e.ln());
            assert!(
                (f64::from(value) / exact - 1.0).abs() < 2e-3,
                "{epsilon} {way}: {value:e} for {exact:e}"
            );
        }
    }
}

/// At the end of its series, far from the goal, the last terms count.
#[test]
fn exo_at_the_end_of_its_series() {
    let mut worst: f64 = 0.0;
    for i in 0..400 {
        let goal = if i % 2 == 0 { 1.0 } else { -1.0 } * (0.8 + f64::from(i) * 4.99e-4);
        let epsilon = (1.0 / (1.0 + goal.exp())) as f32;
        let e = f64::from(epsilon);
        let value = of(&Exo::new(1.0, epsilon), [0.0, 0.0], &[0.0; 2]).0;
        let exact = -0.5 * ((1.0 - e).ln() + e.ln()) - std::f64::consts::LN_2;
        worst = worst.max(Figure::from(exact).ulps(value));
    }
    assert!(worst <= 12.0, "{worst} ULP");
}
