//! The lattice of CTC: forward probabilities, α in the notation of the paper, and the way back along them.
//!
//! β is not needed. The paths into a state have stayed in it, or have come from the states below, and α says in which shares. From the
//! end on, these shares divide the probability of a state, given the labels, among the states of the frame before. Nothing is
//! subtracted that cancels, and nothing underflows that counts.

use super::wide::{Stored, Sum, Wide};
use crate::classification::Label;
use crate::math::{Reference, ln_1p, max, replace_by_softmax, sum_of_exp_except};
use crate::sum::Total;

/// States that a path can be in: before, between and after the labels (blanks), and on each of them.
#[derive(Clone, Copy)]
pub(super) struct Lattice<'a, L> {
    pub(super) labels: &'a [L],
    pub(super) blank: usize,
    pub(super) classes: usize,
}

/// The likeliest state of a frame.
#[derive(Clone, Copy)]
struct Best {
    alpha: Wide,
    /// The paths into the state, without the factor of the frame itself.
    paths: Sum,
    /// Those of them that have come from below.
    passing: Sum,
    /// The logit of the state's class.
    x: f32,
}

impl<L: Label> Lattice<'_, L> {
    /// Tells if a path may come to this label from the label before, without a blank between.
    ///
    /// To the first label it may always come from the blank below, which makes no difference.
    #[inline]
    fn skips(&self, label: usize) -> bool {
        self.labels.get(label) != self.labels.get(label.wrapping_sub(1))
    }

    /// Takes α one frame on, and writes the share of every state's paths that have come from below. Returns the likeliest state.
    ///
    /// α is the probability of all paths to a state, over the product of the largest probabilities of the frames. States from which the
    /// `remaining` frames do not lead to the end are left out: they must not be the likeliest.
    #[inline(never)]
    fn advance(
        &self,
        frame: &[f32],
        largest: f32,
        alpha: &mut [Stored],
        remaining: usize,
        shares: &mut [f32],
    ) -> Best {
        let first = (2 * self.labels.len()).saturating_sub(remaining.saturating_mul(2).saturating_add(1));
        let reference = Reference::new(largest);
        let mut best = Best { alpha: Wide::ZERO, paths: Sum::ZERO, passing: Sum::ZERO, x: 0.0 };
        // α of the state below and the paths into it, both as they were.
        let (mut below, mut into_below) = (Wide::ZERO, Sum::ZERO);
        let mut blank = None;
        for (state, stored) in alpha.iter_mut().enumerate() {
            let before = Wide::from(*stored);
            let on_label = state % 2 == 1;
            // Paths into the blank below may go straight on to the label.
            let passing = if on_label && self.skips(state / 2) { into_below } else { below.into() };
            let paths = Sum::new(before, passing.value());
            (below, into_below) = (before, paths);
            let (x, factor) = match blank {
                Some(blank) if !on_label => blank,
                _ => {
                    let class =
                        if on_label { self.labels.get(state / 2).map(|label| label.index()) } else { None };
                    let x = frame.get(class.unwrap_or(self.blank)).copied().unwrap_or(f32::NAN);
                    (x, Wide::exp(reference, x))
                }
            };
            blank = blank.or(Some((x, factor)));
            let alpha = if state < first { Wide::ZERO } else { paths.times(factor) };
            *stored = alpha.into();
            if let Some(share) = shares.get_mut(state) {
                *share = paths.share();
            }
            if alpha.exceeds(best.alpha) {
                best = Best { alpha, paths, passing, x };
            }
        }
        best
    }

    /// Takes the probabilities of the states one frame back. Into each state, the share `shares` of its paths has come from below.
    fn retreat(&self, states: &mut [Stored], shares: &[f32]) {
        let Some(((start, others), (_, shares))) = states.split_first_mut().zip(shares.split_first()) else {
            return;
        };
        // What comes down to a blank: some of it stays there, and some goes straight on to the label below.
        let (mut staying, mut passing) = (0.0, 0.0);
        let rows = others.as_chunks_mut().0.iter_mut().zip(shares.as_chunks().0).enumerate();
        for (i, ([on_label, on_blank], [of_label, of_blank])) in rows.rev() {
            let into_blank = on_blank[0] + passing;
            let from_label = into_blank * of_blank;
            on_blank[0] = (into_blank - from_label) + staying;
            let from_below = on_label[0] * of_label;
            on_label[0] = (on_label[0] - from_below) + from_label;
            (staying, passing) = if self.skips(i) { (0.0, from_below) } else { (from_below, 0.0) };
        }
        start[0] += staying + passing;
    }

    /// Subtracts the probabilities of the states from those of their classes, which a frame holds, and multiplies by the scale.
    fn subtract(&self, states: &[Stored], frame: &mut [f32], scale: f32) {
        let Some(([start, _], others)) = states.split_first() else { return };
        let mut blank = *start;
        for (label, [[on_label, _], [on_blank, _]]) in self.labels.iter().zip(others.as_chunks().0) {
            blank += on_blank;
            if let Some(slope) = frame.get_mut(label.index()) {
                *slope -= on_label;
            }
        }
        if let Some(slope) = frame.get_mut(self.blank) {
            *slope -= blank;
        }
        for slope in frame.iter_mut() {
            *slope *= scale;
        }
    }

    pub(super) fn value(&self, logits: &[f32], scratch: &mut [f32]) -> f32 {
        if !has_distributions(logits, self.classes) {
            return f32::NAN;
        }
        let alpha = scratch.as_chunks_mut().0;
        let mut loss = Loss::begin(alpha);
        let frames = logits.len() / self.classes;
        for (remaining, frame) in (0..frames).rev().zip(logits.chunks_exact(self.classes)) {
            let (at, largest) = max(frame);
            let best = self.advance(frame, largest, alpha, remaining, &mut []);
            loss.add(best, largest, sum_of_exp_except(frame, at, largest, 1.0));
        }
        loss.finish(alpha).0
    }

    pub(super) fn value_and_gradient(&self, logits: &mut [f32], scale: f32, scratch: &mut [f32]) -> f32 {
        if !has_distributions(logits, self.classes) {
            logits.fill(f32::NAN);
            return f32::NAN;
        }
        let states = 2 * self.labels.len() + 1;
        let (alpha, shares) = scratch.split_at_mut((2 * states).min(scratch.len()));
        let alpha = alpha.as_chunks_mut().0;
        // Into the first frame, all paths come from one start: it has no shares.
        let row = |frame: usize| frame.saturating_sub(1) * states..frame * states;
        let mut loss = Loss::begin(alpha);
        let frames = logits.len() / self.classes;
        for (t, frame) in logits.chunks_exact_mut(self.classes).enumerate() {
            let (_, largest) = max(frame);
            let shares = shares.get_mut(row(t)).unwrap_or_default();
            let best = self.advance(frame, largest, alpha, frames - 1 - t, shares);
            let (_, rest) = replace_by_softmax(frame);
            loss.add(best, largest, rest);
        }
        let (loss, from_below) = loss.finish(alpha);
        if loss == f32::INFINITY {
            logits.fill(0.0);
            return loss;
        }
        // From here on, the digits of α are the probabilities of the states, given the labels.
        alpha.iter_mut().for_each(|state| state[0] = 0.0);
        alpha
            .iter_mut()
            .rev()
            .zip([1.0 - from_below, from_below])
            .for_each(|(state, share)| state[0] = share);
        for (t, frame) in logits.chunks_exact_mut(self.classes).enumerate().rev() {
            self.subtract(alpha, frame, scale);
            self.retreat(alpha, shares.get(row(t)).unwrap_or_default());
        }
        loss
    }
}

/// ln of the probability of the likeliest state, frame by frame.
///
/// Each frame adds the logarithm of a ratio, from the differences that make it differ from 1. So a loss near 0 keeps its digits.
struct Loss {
    log: Total,
    /// α of the state that was the likeliest one.
    alpha: Wide,
}

impl Loss {
    /// Sets α to the start of every path, one step before the first frame.
    fn begin(alpha: &mut [Stored]) -> Self {
        alpha.fill(Wide::ZERO.into());
        if let Some(start) = alpha.first_mut() {
            *start = Wide::ONE.into();
        }
        Self { log: Total::new(), alpha: Wide::ONE }
    }

    /// Takes on a frame with its largest logit and Σ e^(x − largest) over the others.
    fn add(&mut self, best: Best, largest: f32, rest: f32) {
        // What has been lost when these were added.
        let (_, lost, exponent) = best.passing.exact();
        self.add_ratio(best.paths, if exponent == best.paths.exponent { lost } else { 0.0 }, rest);
        self.log.add(best.x - largest);
        self.alpha = best.alpha;
    }

    /// Adds ln of (paths + more)/(α·(1 + rest)).
    #[inline(never)]
    fn add_ratio(&mut self, paths: Sum, more: f32, rest: f32) {
        let (paths, lost, exponent) = paths.exact();
        let Wide { digits, exponent: before } = self.alpha;
        if exponent == f32::NEG_INFINITY {
            // No path, and there will be none.
            self.log = Total::new();
            self.log.add(exponent);
            return;
        }
        let part = digits * rest;
        let gap = ((paths - digits) + (lost + more)) - part;
        let log = if gap >= 0.0 { ln_1p(gap / (digits + part)) } else { -ln_1p(-gap / paths) };
        self.log.add(Wide::log_of_units(exponent - before));
        self.log.add(log);
    }

    /// Returns −ln of the probability of all paths that have reached the end, and the share of them that ends on the last label.
    fn finish(mut self, alpha: &[Stored]) -> (f32, f32) {
        let mut ends = alpha.iter().rev().map(|state| Wide::from(*state));
        let mut end = || ends.next().unwrap_or(Wide::ZERO);
        let paths = Sum::new(end(), end());
        self.add_ratio(paths, 0.0, 0.0);
        let loss = -self.log.value();
        // Rounding may leave it just below 0.
        (if loss <= 0.0 { 0.0 } else { loss }, paths.share())
    }
}

/// Tells if every frame has a softmax: no NaN, no +∞, and at least one finite logit.
fn has_distributions(logits: &[f32], classes: usize) -> bool {
    logits.iter().all(|x| *x < f32::INFINITY)
        && logits.chunks_exact(classes.max(1)).all(|frame| max(frame).1 > f32::NEG_INFINITY)
}
