//! Excesses: how far a function is above its tangent. Sums of excesses are never negative and do not cancel.

use super::{exp_residual, ln, ln_1p, polynomial};
use crate::sum::sum_and_error;

/// Returns x − ln(1 + x) ≥ 0 for −½ ≤ x ≤ 1. It is accurate near 0, where it is x²/2.
#[inline]
pub(crate) fn ln_excess_near_0(x: f32) -> f32 {
    // ln(1 + x) = 2 artanh s = 2s + s³·(2/3 + 2s²/5 + …) with s = x/(2 + x), and x − 2s = x·s.
    let s = x / (2.0 + x);
    let z = s * s;
    let fit = &[0.666_666_7, 0.399_997_06, 0.285_923_6, 0.217_065_78, 0.232_243_3];
    s * (x - z * polynomial(z, fit))
}

/// Returns −ln(1 − q) − q ≥ 0 for q in [0, 1]: how far the logarithm is above its tangent at 0.
///
/// `negative_log` is −ln(1 − q), which the caller has. From q = 0.4 on, the difference loses three bits at most.
#[inline]
pub(crate) fn log_above_tangent(q: f32, negative_log: f32) -> f32 {
    if q < 0.4 { ln_excess_near_0(-q) } else { negative_log - q }
}

/// Returns true if two positive numbers are within a factor of 2, so that their difference is exact.
#[inline]
fn are_near(a: f32, b: f32) -> bool {
    a >= 0.5 * b && a <= 2.0 * b
}

/// Returns ln(a/b). It is accurate if a and b are near each other, and if their quotient is outside the range of `f32`.
// A call: some losses use it three times, and a loop around it needs no registers for its constants.
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn ln_ratio(a: f32, b: f32) -> f32 {
    if are_near(a, b) { ln_1p((a - b) / b) } else { ln_quotient(a, b) }
}

/// Returns ln(a/b) for a and b that are not near each other.
#[inline]
fn ln_quotient(a: f32, b: f32) -> f32 {
    let quotient = a / b;
    if (f32::MIN_POSITIVE..=f32::MAX).contains(&quotient) { ln(quotient) } else { ln(a) - ln(b) }
}

/// Returns p·ln(p/q) − p + q ≥ 0. It is 0 if p = q, q if p = 0, and +∞ if q = 0 < p.
#[cfg_attr(not(vectors), inline(never))]
pub(crate) fn divergence(p: f32, q: f32) -> f32 {
    if p == 0.0 {
        return q;
    }
    if q == 0.0 {
        return if p > 0.0 { f32::INFINITY } else { f32::NAN };
    }
    if are_near(p, q) {
        return p * ln_excess_near_0((q - p) / p);
    }
    let ln = ln_quotient(p, q);
    // Both parts are larger than their sum, so the rounding error of the second is added back.
    let (gap, lost) = sum_and_error(q, -p);
    (p * ln + gap) + lost
}

/// Returns what [`divergence`] does, without a branch, and whether it does: p and q must have a quotient that is a normal number, or
/// p must be 0.
#[inline(always)]
pub(crate) fn divergence_by_selection(p: f32, q: f32) -> (f32, bool) {
    let quotient = p / q;
    let near = p * ln_excess_near_0((q - p) / p);
    let (gap, lost) = sum_and_error(q, -p);
    let far = (p * ln(quotient) + gap) + lost;
    let value = if are_near(p, q) { near } else { far };
    let is_normal = (f32::MIN_POSITIVE..=f32::MAX).contains(&quotient);
    (if p == 0.0 { q } else { value }, (p == 0.0) | is_normal)
}

/// Returns the divergence from p and the difference ln q − ln p, for a p or q that has lost digits while its logarithm has not.
#[inline]
pub(crate) fn divergence_of_logs(p: f32, difference: f32) -> f32 {
    p * exp_residual(difference)
}

/// Returns (1 − t)·ln(1 − t) + (1 + t)·ln(1 + t) ≥ 0 for t² ≤ ½. Near 0 it is t².
#[inline]
pub(crate) fn entropy_deficit(t: f32) -> f32 {
    // A Chebyshev fit over t², with a relative error of 2^−26.6.
    let z = t * t;
    let fit = &[
        1.0,
        0.166_668_12,
        0.066_606_44,
        0.036_646_866,
        0.015_280_307,
        0.042_287_55,
        -0.044_180_997,
        0.058_097_475,
    ];
    z * polynomial(z, fit)
}

#[cfg(all(test, not(feature = "micromath")))]
mod tests {
    extern crate std;
    use super::{divergence, entropy_deficit, ln_excess_near_0, ln_ratio};
    use std::println;

    /// Returns the worst error in ULP over `points`. The f64 reference is exact enough there.
    fn worst(f: impl Fn(f32) -> f32, exact: impl Fn(f64) -> f64, points: impl Iterator<Item = f32>) -> f64 {
        let ulps = |x: f32| {
            let exact = exact(f64::from(x));
            let ulp = f64::from((exact as f32).next_up() - exact as f32);
            (f64::from(f(x)) - exact).abs() / ulp
        };
        points.map(ulps).fold(0.0, f64::max)
    }

    /// Returns points from `low` to `high`, and towards 0 in steps that shrink.
    fn points(low: f32, high: f32) -> impl Iterator<Item = f32> {
        let even = (0..400_000).map(move |i| low + (high - low) * (i as f32 / 400_000.0));
        let shrinking = (0..20_000).flat_map(move |i| {
            let scale = 0.998_f32.powi(i);
            [low * scale, high * scale]
        });
        even.chain(shrinking.filter(|x| x.abs() > 1e-15)).filter(|x| *x != 0.0)
    }

    /// Returns Σ of `term(k, power)` with power = x^k, from k = 2 on.
    fn series(x: f64, term: impl Fn(f64, f64) -> f64) -> f64 {
        let mut power = x;
        let terms = (2..60).map(|k| {
            power *= x;
            term(f64::from(k), power)
        });
        terms.sum()
    }

    #[test]
    fn excesses_are_within_their_budgets() {
        let exact_ln = |x: f64| if x.abs() < 0.25 { series(-x, |k, power| power / k) } else { x - x.ln_1p() };
        let exact_deficit = |t: f64| {
            let (a, b) = (1.0 - t, 1.0 + t);
            if t.abs() < 0.25 {
                t * t + series(t * t, |k, power| power / (k * (2.0 * k - 1.0)))
            } else {
                a * a.ln() + b * b.ln()
            }
        };
        let found = [
            worst(ln_excess_near_0, exact_ln, points(-0.5, 1.0)),
            worst(entropy_deficit, exact_deficit, points(-0.707, 0.707)),
        ];
        println!("x − ln(1 + x); entropy deficit: {found:.2?} ULP");
        for (ulps, budget) in found.into_iter().zip([3.2, 2.5]) {
            assert!(ulps <= budget, "{ulps} of {budget}");
        }
        for x in points(0.3, 3.0) {
            let exact = (f64::from(x) / f64::from(1.1_f32)).ln();
            let error = (f64::from(ln_ratio(x, 1.1)) - exact).abs();
            assert!(error <= 4.0 * f64::from(f32::EPSILON) * exact.abs(), "{x}: {error:e} of {exact:e}");
        }
    }

    #[test]
    fn ends_of_the_line() {
        assert_eq!([ln_excess_near_0(0.0), entropy_deficit(0.0), ln_ratio(0.3, 0.3)], [0.0; 3]);
        assert_eq!(
            [divergence(0.0, 0.5), divergence(0.5, 0.5), divergence(0.5, 0.0)],
            [0.5, 0.0, f32::INFINITY]
        );
        assert_eq!((ln_ratio(0.0, 1.0), ln_ratio(1.0, 0.0)), (f32::NEG_INFINITY, f32::INFINITY));
        assert!(
            (ln_ratio(1e-45, 1.0) + 103.278_93).abs() < 1e-4
                && (ln_ratio(1.0, 1e-45) - 103.278_93).abs() < 1e-4
        );
        assert!(
            [ln_excess_near_0(f32::NAN), entropy_deficit(f32::NAN), divergence(0.5, f32::NAN)]
                .iter()
                .all(|x| x.is_nan())
        );
    }
}
