//! A margin loss for several right classes at once.

use crate::array::AnyTarget;
use crate::math::canonical;
use crate::rowwise::Rowwise;
use crate::sum::{sum, two_sum};

/// Multi-label margin loss: (1/K)·Σ_{j in Y} Σ_{i not in Y} max(0, 1 − (s_j − s_i)).
///
#[doc = card!(rows MultiLabelMargin: "`[f32; K]`, scores", "`[bool; K]`, true for the classes of the set Y")]
///
/// Every score of the sample's set Y is to exceed every other score by 1. This is
/// [`WestonWatkinsHinge`](crate::WestonWatkinsHinge) for more than one label. Values agree with PyTorch's, whose target is a list of
/// labels ended by −1. If all classes belong to the set, or none, the loss is 0.
///
/// The gradient of a class is the number of its violated pairs over K, negative within the set, and 0 at every kink. Time is O(K²).
/// Scores are ranked, not calibrated: for probabilities use [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy).
///
/// **Error**: value within 3 ULP of the largest term, gradient within 1. **Source**: Crammer & Singer, *A Family of Additive Online
/// Algorithms for Category Ranking*, JMLR 3 (2003), with the pairs summed; the division by K is PyTorch's.
///
/// ```
/// use microloss::{Loss, MultiLabelMargin, Reduction};
///
/// let mut gradient = [[0.0; 4]];
/// let target = [[true, false, false, true]];
/// let scores = [[0.125, 0.25, 0.5, 1.0]];
/// let loss = MultiLabelMargin::new();
/// let value =
///     loss.value_and_gradient(&scores, &target, Reduction::Mean, &mut gradient)?;
/// assert_eq!(value, (1.125 + 1.375 + 0.25 + 0.5) / 4.0);
/// assert_eq!(gradient, [[-0.5, 0.5, 0.5, -0.5]]);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct MultiLabelMargin<const K: usize> {}

impl<const K: usize> MultiLabelMargin<K> {
    /// Creates the loss. It does not have parameters.
    #[must_use]
    pub const fn new() -> Self {
        Self {}
    }
}

impl<const K: usize> Rowwise for MultiLabelMargin<K> {
    type Row = [f32; K];
    /// True for every class that belongs to the sample.
    type Target = [bool; K];

    #[inline]
    fn accepts_all(&self, _: &[[bool; K]]) -> bool {
        true
    }

    #[inline]
    fn term(&self, row: &[f32; K], target: &[bool; K]) -> f32 {
        if K == 0 { 0.0 } else { term(row, target) }
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[bool; K], scale: f32) -> f32 {
        match K {
            0 => 0.0,
            1..=MANY => gradient(&{ *row }, target, scale, row),
            _ => gradient_of_many(row, target, scale),
        }
    }
}

impl<const K: usize> AnyTarget for MultiLabelMargin<K> {}

/// Returns max(0, 1 − (s_j − s_i)). NaN stays NaN.
fn violation(own: f32, other: f32) -> f32 {
    let (difference, lost) = two_sum(own, -other);
    // If rounding hides on which side of the kink the pair stands, its error tells the side.
    let violation = if difference == 1.0 { -lost } else { 1.0 - difference };
    if violation <= 0.0 { 0.0 } else { violation }
}

/// Returns Σ f(s) over the scores of the classes that belong, or of those that do not.
fn over(scores: &[f32], target: &[bool], belongs: bool, f: impl Fn(f32) -> f32) -> f32 {
    sum(scores, |k, s| if target.get(k) == Some(&belongs) { f(*s) } else { 0.0 })
}

fn term(scores: &[f32], target: &[bool]) -> f32 {
    let pairs = over(scores, target, true, |own| over(scores, target, false, |other| violation(own, other)));
    pairs / scores.len() as f32
}

/// Classes beyond which the scores are not copied onto the stack. The copy saves up to half of the time.
const MANY: usize = 64;

/// Writes the gradient. Returns the loss.
fn gradient(scores: &[f32], target: &[bool], scale: f32, gradient: &mut [f32]) -> f32 {
    /// Returns 1 for a violated pair.
    fn count(violation: f32) -> f32 {
        if violation > 0.0 { 1.0 } else { 0.0 }
    }
    let term = term(scores, target);
    if term.is_nan() {
        gradient.fill(f32::NAN);
        return term;
    }
    let each = 1.0 / scores.len() as f32;
    for ((slope, score), belongs) in gradient.iter_mut().zip(scores).zip(target) {
        let pairs = if *belongs {
            -over(scores, target, false, |other| count(violation(*score, other)))
        } else {
            over(scores, target, true, |own| count(violation(own, *score)))
        };
        *slope = pairs * each * scale;
    }
    term
}

/// Replaces scores by the gradient, without a copy of them. Returns the loss.
///
/// A higher score in the set violates no pair that a lower one does not. So the set is taken from its lowest score on: a class that
/// is not violated any more is settled, and its score is not needed again.
fn gradient_of_many(row: &mut [f32], target: &[bool], scale: f32) -> f32 {
    let term = term(row, target);
    if term.is_nan() {
        row.fill(f32::NAN);
        return term;
    }
    // Scores that are NaN here have no pairs.
    row.iter_mut().for_each(|s| *s = canonical(*s));
    let mut taken = 0;
    loop {
        let in_set = row.iter().zip(target).filter(|(_, belongs)| **belongs);
        let own =
            in_set.fold(f32::NAN, |lowest, (s, _)| if *s >= lowest || s.is_nan() { lowest } else { *s });
        let (mut violated, mut equal) = (0, 0);
        for (s, _) in row.iter_mut().zip(target).filter(|(s, belongs)| !**belongs && !s.is_nan()) {
            if violation(own, *s) > 0.0 {
                violated += 1;
            } else {
                *s = settled(taken);
            }
        }
        if own.is_nan() {
            break;
        }
        for (s, _) in row.iter_mut().zip(target).filter(|(s, belongs)| **belongs && **s == own) {
            *s = settled(violated);
            equal += 1;
        }
        taken += equal;
    }
    let each = 1.0 / row.len() as f32;
    for (slope, belongs) in row.iter_mut().zip(target) {
        let pairs = (slope.to_bits() & COUNT) as f32;
        *slope = if *belongs { -pairs } else { pairs } * each * scale;
    }
    term
}

/// The bits of a NaN that hold a number of pairs.
const COUNT: u32 = 0x003F_FFFF;

/// Returns a number of violated pairs as a NaN, so that it cannot be taken for a score.
fn settled(pairs: u32) -> f32 {
    f32::from_bits(f32::NAN.to_bits() | (pairs & COUNT))
}
