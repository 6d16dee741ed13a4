//! Policy losses: the table of PPO's four corners, drifting ratios, and advantages against the sums that
//! define them.
#![cfg(not(feature = "micromath"))]

use crate::draw::{Draw, Mode};
use microloss::{
    Action, Buffer, ClippedValue, EpisodeEnd, Error, Estimate, KlEstimator, KlPenalty, LOG_RATIO_BOUND, Loss,
    Ppo, Reduction, drifted, expected_sarsa_target, generalized_advantage, leave_one_out_advantages, math,
    normalize_advantages, normalize_advantages_with_floor, normalize_groups, q_learning_target, rlhf_rewards,
    sarsa_target,
};

fn ppo(loss: Ppo, log_ratio: f32, advantage: f32) -> (f32, f32) {
    let mut gradient = [0.0];
    let action = [Action { log_probability: 0.0, advantage }];
    (loss.value_and_gradient(&[log_ratio], &action, Reduction::Sum, &mut gradient).unwrap(), gradient[0])
}

#[test]
fn four_corners_of_the_clip() {
    let loss = Ppo::new(0.2);
    for (log_ratio, advantage, value, slope) in [
        (0.3, 1.0, -1.2, 0.0),
        (0.3, -1.0, 1.349_858_8, 1.349_858_8),
        (-0.3, 1.0, -0.740_818_2, -0.740_818_2),
        (-0.3, -1.0, 0.8, 0.0),
    ] {
        let got = ppo(loss, log_ratio, advantage);
        assert!(
            (got.0 - value).abs() < 1e-6 && (got.1 - slope).abs() < 1e-6,
            "{log_ratio}, {advantage}: {got:?}"
        );
    }
    assert_eq!(ppo(loss, 90.0, 0.0), (0.0, 0.0));
    // Ratios that no policy has.
    for loss in [loss, loss.with_dual_clip(3.0)] {
        assert_eq!(ppo(loss, 1e30, 1.0), (-1.2, 0.0));
        assert_eq!(ppo(loss, -1e30, 1.0), (0.0, 0.0));
        assert_eq!(ppo(loss, -1e30, -1.0), (0.8, 0.0));
    }
    assert!(ppo(loss, 1e30, -1.0).0 > 1e38);
    // Dual clip: −c·A from a ratio of 3 on.
    assert_eq!(ppo(loss.with_dual_clip(3.0), 2.0, -2.0), (6.0, 0.0));
    assert_eq!(ppo(loss.with_dual_clip(3.0), 1.0, -2.0), ppo(loss, 1.0, -2.0));
}

/// At the corner the unclipped side counts: clips that lie exactly on a ratio.
#[test]
fn corners() {
    let (up, down) = (math::exp(0.25), math::exp(-0.25));
    assert_eq!(ppo(Ppo::new(up - 1.0), 0.25, 2.0), (-2.0 * up, -2.0 * up));
    assert_eq!(ppo(Ppo::new(1.0 - down), -0.25, -2.0), (2.0 * down, 2.0 * down));
    assert_eq!(ppo(Ppo::new(0.1).with_dual_clip(up), 0.25, -2.0), (2.0 * up, 2.0 * up));
}

/// −β(π − ρ) a token, and the score on the last alone.
#[test]
fn rewards_of_an_answer() {
    let mut rewards = [42.0; 3];
    rlhf_rewards(3.0, &[-1.0, -2.0, -0.5], &[-1.5, -1.0, -2.0], 0.5, &mut rewards).unwrap();
    assert_eq!(rewards, [-0.25, 0.5, -0.75 + 3.0]);
}

#[test]
fn ratios_that_would_overflow_are_linear_and_reported() {
    let at_bound = f64::from(LOG_RATIO_BOUND).exp();
    for beyond in [1.0_f32, 80.0, 1e10] {
        let (value, slope) = ppo(Ppo::new(0.2), LOG_RATIO_BOUND + beyond, -1.0);
        let exact = at_bound * (1.0 + f64::from(LOG_RATIO_BOUND + beyond) - f64::from(LOG_RATIO_BOUND));
        assert!(
            (f64::from(value) / exact - 1.0).abs() < 1e-6 && (f64::from(slope) / at_bound - 1.0).abs() < 1e-6
        );
    }
    assert_eq!(ppo(Ppo::new(0.2), -100.0, 1.0).0, -(-100.0_f32).exp());
    assert_eq!(drifted(&[0.0, 21.0, -21.0, 20.0], &[0.0; 4]), Ok(2));
    assert_eq!(drifted(&[5.0, 15.0, -5.0], &[-16.0, 4.0, -6.0]), Ok(1));
    let length = Error::Length { buffer: Buffer::Target, expected: 1, actual: 2 };
    assert_eq!(drifted(&[0.0], &[0.0; 2]), Err(length));
    let k3 = KlPenalty::new(KlEstimator::K3);
    let value = k3.value(&[-100.0], &[0.0], Reduction::Sum).unwrap();
    assert!((f64::from(value) / (at_bound * 81.0 - 101.0) - 1.0).abs() < 1e-6);
}

/// Âₜ is the discounted sum of one-step errors up to the end of the episode.
#[test]
fn advantages_are_discounted_sums() {
    let mut draw = Draw::new(5, Mode::Realistic);
    for _ in 0..200 {
        let n = 1 + draw.below(12);
        let rewards: Vec<f32> = (0..n).map(|_| draw.float()).collect();
        let values: Vec<f32> = (0..n).map(|_| draw.float()).collect();
        let ends: Vec<bool> = (0..n).map(|_| draw.below(4) == 0).collect();
        let (next, gamma, lambda) = (draw.float(), draw.unit(), draw.unit());
        let mut advantages = vec![0.0; n];
        generalized_advantage(&rewards, &values, &ends, next, gamma, lambda, &mut advantages).unwrap();
        for (t, got) in advantages.iter().enumerate() {
            let (mut exact, mut factor) = (0.0, 1.0);
            for l in t..n {
                let next = if l + 1 < n { values[l + 1] } else { next };
                let future = if ends[l] { 0.0 } else { f64::from(gamma) * f64::from(next) };
                exact += factor * (f64::from(rewards[l]) + future - f64::from(values[l]));
                if ends[l] {
                    break;
                }
                factor *= f64::from(gamma) * f64::from(lambda);
            }
            assert!((f64::from(*got) - exact).abs() < 2e-5, "{got} for {exact}");
        }
    }
    let mut out = [42.0; 2];
    let refused = |result: Result<(), Error>| assert!(result.is_err(), "{result:?}");
    refused(generalized_advantage(&[0.0; 2], &[0.0; 1], &[false; 2], 0.0, 0.9, 0.9, &mut out));
    refused(generalized_advantage(&[0.0; 2], &[0.0; 2], &[false; 1], 0.0, 0.9, 0.9, &mut out));
    refused(generalized_advantage(&[0.0; 1], &[0.0; 1], &[false; 1], 0.0, 0.9, 0.9, &mut out));
    refused(generalized_advantage(&[0.0; 2], &[0.0; 2], &[false; 2], 0.0, 1.1, 0.9, &mut out));
    refused(generalized_advantage(&[0.0; 2], &[0.0; 2], &[false; 2], 0.0, 0.9, f32::NAN, &mut out));
    assert_eq!(out, [42.0; 2]);
}

#[test]
fn finite_rewards_never_give_nan() {
    let mut draw = Draw::new(6, Mode::Bits);
    let ends = [f32::MAX, f32::MIN, 0.0];
    for _ in 0..20_000 {
        let mut any = || if draw.coin() { draw.float() } else { draw.pick(&ends) };
        let (rewards, values, next): ([f32; 4], [f32; 4], f32) =
            (core::array::from_fn(|_| any()), core::array::from_fn(|_| any()), any());
        let (gamma, lambda) = (draw.probability(), draw.probability());
        let mut advantages = [0.0; 4];
        generalized_advantage(&rewards, &values, &[false; 4], next, gamma, lambda, &mut advantages).unwrap();
        assert!(advantages.iter().all(|a| a.is_finite()), "{advantages:?}");
        normalize_advantages(&mut advantages).unwrap();
        assert!(advantages.iter().all(|a| a.is_finite()), "{advantages:?}");
        let beta = draw.pick(&[0.0, 0.5, f32::MAX]);
        rlhf_rewards(next, &rewards, &values, beta, &mut advantages).unwrap();
        assert!(!advantages.iter().any(|r| r.is_nan()), "{advantages:?}");
    }
}

#[test]
fn normalised_advantages_have_mean_0_and_variance_1() {
    for size in [1.0_f32, 1e-30, 1e30, 3e38] {
        let mut advantages: Vec<f32> =
            (0..100).map(|i| size * ((i * 37 % 100) as f32 / 100.0 - 0.4)).collect();
        normalize_advantages(&mut advantages).unwrap();
        let mean: f64 = advantages.iter().map(|a| f64::from(*a)).sum::<f64>() / 100.0;
        let variance: f64 = advantages.iter().map(|a| f64::from(*a).powi(2)).sum::<f64>() / 100.0;
        assert!(mean.abs() < 1e-5 && (variance - 1.0).abs() < 1e-5, "{size}: {mean}, {variance}");
    }
    // Equal ones have no spread, even if their mean is rounded; one alone is equal to itself.
    for equal in [0.0, 7.0, 0.1, -0.3, 7.7, 1e38, f32::MAX, 1e-45] {
        for n in [1, 3, 7, 10, 49] {
            let mut advantages = vec![equal; n];
            normalize_advantages(&mut advantages).unwrap();
            assert_eq!(advantages, vec![0.0; n], "{equal}");
        }
    }
    // In units of any power of 2 they are the same, down to the smallest number.
    let of_size = |size: f32| {
        let mut advantages = [1.0, 2.0, 4.0, -3.0].map(|a: f32| a * size);
        normalize_advantages(&mut advantages).unwrap();
        advantages
    };
    for exponent in -149..=125 {
        assert_eq!(of_size(2.0_f64.powi(exponent) as f32), of_size(1.0), "2^{exponent}");
    }
    // Far from 0 and close together.
    let mut far: Vec<f32> = (0..100).map(|i| 1000.0 + (i % 7) as f32 * 0.001).collect();
    normalize_advantages(&mut far).unwrap();
    assert!(far.iter().map(|a| f64::from(*a)).sum::<f64>().abs() < 1e-5);
    let mut widest = [f32::MAX, f32::MAX, f32::MIN];
    normalize_advantages(&mut widest).unwrap();
    assert!((widest[0] - 0.5_f32.sqrt()).abs() < 1e-6 && (widest[2] + 2.0_f32.sqrt()).abs() < 1e-6);
    let mut lost = [1.0, f32::NAN];
    normalize_advantages(&mut lost).unwrap();
    assert_eq!(lost.map(f32::to_bits), [f32::NAN.to_bits(); 2]);
    assert_eq!(normalize_advantages(&mut []), Err(Error::EmptyBatch));
}

#[test]
fn other_refusals() {
    let mut rewards = [42.0];
    assert_eq!(rlhf_rewards(1.0, &[], &[], 0.1, &mut []), Err(Error::EmptyBatch));
    assert!(rlhf_rewards(1.0, &[0.0], &[0.0; 2], 0.1, &mut rewards).is_err());
    assert!(rlhf_rewards(1.0, &[0.0; 2], &[0.0; 2], 0.1, &mut rewards).is_err());
    for bad in [-0.1, f32::NAN, f32::INFINITY] {
        assert!(rlhf_rewards(1.0, &[0.0], &[0.0], bad, &mut rewards).is_err());
    }
    assert_eq!(rewards, [42.0]);
    for bad in [0.0, -1.0, f32::NAN] {
        assert!(
            ClippedValue::try_new(bad).is_err()
                && Ppo::try_new(bad).is_err()
                && Ppo::new(0.2).try_with_range(bad, 0.1).is_err()
                && Ppo::new(0.2).try_with_range(0.1, bad).is_err()
        );
    }
    assert!(Ppo::try_new(1.0).is_err() && Ppo::new(0.2).try_with_range(1.0, 0.1).is_err());
    assert!(Ppo::new(0.2).try_with_dual_clip(1.0).is_err());
    // Within the clip the value loss is half the squared error.
    let estimate = Estimate { old: 1.0, outcome: 3.0 };
    assert_eq!(ClippedValue::new(0.5).value(&[1.25], &[estimate], Reduction::Sum), Ok(0.5 * 1.75 * 1.75));
}

/// Targets of action values against their definitions in f64.
#[test]
fn targets_of_action_values() {
    let mut draw = Draw::new(11, Mode::Realistic);
    for _ in 0..2_000 {
        let (reward, gamma, values) = (draw.float(), draw.unit(), draw.floats::<4>());
        let policy = [0.5, 0.25, 0.0, 0.25];
        let next = draw.below(4);
        let wide = values.map(f64::from);
        let best = wide.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let expected: f64 = wide.iter().zip(policy).map(|(value, p)| value * f64::from(p)).sum();
        let close = |got: Result<f32, Error>, future: f64| {
            let (future, got) = (f64::from(gamma) * future, f64::from(got.unwrap()));
            let size = future.abs() + wide.iter().fold(f64::from(reward.abs()), |most, x| most.max(x.abs()));
            assert!(
                (got - (f64::from(reward) + future)).abs() <= 2e-7 * size,
                "{got} for {future} and {reward}"
            );
        };
        close(q_learning_target(reward, gamma, false, &values), best);
        close(sarsa_target(reward, gamma, false, &values, next), wide[next]);
        close(expected_sarsa_target(reward, gamma, false, &values, &policy), expected);
        for value in [-3.0_f32, 0.0, 7.5] {
            let end = EpisodeEnd::Truncated { value };
            close(q_learning_target(reward, gamma, end, &values), f64::from(value));
            close(sarsa_target(reward, gamma, end, &values, next), f64::from(value));
            close(expected_sarsa_target(reward, gamma, end, &values, &policy), f64::from(value));
        }
        assert_eq!(q_learning_target(reward, gamma, true, &values), Ok(reward));
    }
    assert_eq!(q_learning_target(1.0, 0.5, false, &[]), Err(Error::EmptyBatch));
    assert_eq!(sarsa_target(1.0, 0.5, false, &[], 0), Err(Error::EmptyBatch));
    let label = Error::Label { row: 0, label: 2, classes: 2 };
    assert_eq!(sarsa_target(1.0, 0.5, false, &[1.0, 2.0], 2), Err(label));
    let length = Error::Length { buffer: Buffer::Probabilities, expected: 2, actual: 1 };
    assert_eq!(expected_sarsa_target(1.0, 0.5, false, &[1.0, 2.0], &[1.0]), Err(length));
    assert!(matches!(
        q_learning_target(1.0, 1.5, false, &[1.0]),
        Err(Error::Parameter { name: "gamma", .. })
    ));
    // Neither a discount nor a probability of 0 meets an infinite value; one NaN is enough for NaN.
    assert_eq!(q_learning_target(1.0, 0.0, false, &[f32::INFINITY]), Ok(1.0));
    assert_eq!(expected_sarsa_target(1.0, 1.0, false, &[f32::INFINITY, 2.0], &[0.0, 1.0]), Ok(3.0));
    assert!(q_learning_target(1.0, 1.0, false, &[2.0, f32::NAN]).unwrap().is_nan());
    assert_eq!(q_learning_target(f32::MAX, 1.0, false, &[f32::MAX]), Ok(f32::MAX));
}

/// Advantages within groups: each group by itself, and none from rewards that are equal.
#[test]
fn advantages_within_groups() {
    let mut draw = Draw::new(12, Mode::Realistic);
    for group in [2, 3, 8] {
        for _ in 0..500 {
            let rewards: Vec<f32> = (0..3 * group).map(|_| draw.float()).collect();
            let mut got = rewards.clone();
            leave_one_out_advantages(&mut got, group).unwrap();
            for (i, got) in got.iter().enumerate() {
                let members = &rewards[i / group * group..][..group];
                let total: f64 = members.iter().map(|r| f64::from(*r)).sum();
                let others = (total - f64::from(rewards[i])) / (group as f64 - 1.0);
                let exact = f64::from(rewards[i]) - others;
                assert!((f64::from(*got) - exact).abs() <= 1e-5, "{got} for {exact}");
            }
            let mut got = rewards.clone();
            normalize_groups(&mut got, group, 0.01).unwrap();
            for (group, rewards) in got.chunks(group).zip(rewards.chunks(group)) {
                let mut alone = rewards.to_vec();
                normalize_advantages_with_floor(&mut alone, 0.01).unwrap();
                assert_eq!(group, alone);
            }
        }
    }
    let mut equal = [0.35; 4];
    leave_one_out_advantages(&mut equal, 4).unwrap();
    assert_eq!(equal, [0.0; 4]);
    let mut rewards = [1.0, 2.0, 3.0];
    let length = Error::Length { buffer: Buffer::Output, expected: 4, actual: 3 };
    assert_eq!(leave_one_out_advantages(&mut rewards, 2), Err(length));
    assert_eq!(normalize_groups(&mut rewards, 2, 0.0), Err(length));
    for group in [0, 1] {
        let refused = leave_one_out_advantages(&mut rewards, group);
        assert!(matches!(refused, Err(Error::Parameter { name: "group", .. })), "{refused:?}");
    }
    assert!(matches!(normalize_groups(&mut rewards, 3, -1.0), Err(Error::Parameter { name: "floor", .. })));
    assert_eq!(leave_one_out_advantages(&mut [], 2), Err(Error::EmptyBatch));
    assert_eq!(rewards, [1.0, 2.0, 3.0]);
}
