//! Forward and backward variables of CTC, in the notation of the paper: α and β.

use crate::classification::Label;
use crate::math::{Reference, ln_1p, max, softmax_in_place, sum_of_exp_except};
use crate::sum::Total;

/// States that a path can be in: before, between and after the labels (blanks), and on each of them.
#[derive(Clone, Copy)]
pub(super) struct Lattice<'a, L> {
    pub(super) labels: &'a [L],
    pub(super) blank: usize,
    pub(super) classes: usize,
}

impl<L: Label> Lattice<'_, L> {
    /// Returns the number of states, 2S + 1.
    fn states(&self) -> usize {
        2 * self.labels.len() + 1
    }

    /// Returns the class that a path puts out in a state.
    #[inline]
    fn class(&self, state: usize) -> usize {
        if state.is_multiple_of(2) {
            self.blank
        } else {
            self.labels.get(state / 2).map_or(self.blank, |l| l.index())
        }
    }

    /// Tells if a path may come from two states before: from one label straight to another one.
    #[inline]
    fn skips(&self, state: usize) -> bool {
        let label = state / 2;
        state % 2 == 1 && label > 0 && self.labels.get(label) != self.labels.get(label.wrapping_sub(1))
    }

    /// Returns ln of the probability that a frame gives to a state's class.
    #[inline]
    fn emission(&self, frame: &Frame<'_>, state: usize) -> f32 {
        let x = frame.logits.get(self.class(state)).copied().unwrap_or(f32::NAN);
        (x - frame.max) - frame.log_norm
    }

    /// Sets α to the start of every path, one step before the first frame.
    fn begin(alpha: &mut [f32]) {
        alpha.fill(f32::NEG_INFINITY);
        if let Some(first) = alpha.first_mut() {
            *first = 0.0;
        }
    }

    /// Takes α one frame on: ln of the probability of all paths to each state, relative to the best state. Returns the best.
    ///
    /// States from which the `remaining` frames do not lead to the end are left out: they must not be the best.
    fn advance(&self, frame: &[f32], alpha: &mut [f32], remaining: usize) -> f32 {
        let frame = Frame::new(frame);
        let first = alpha.len().saturating_sub(remaining.saturating_mul(2).saturating_add(2));
        // Downwards, so that a state takes from values that are still those of the frame before.
        for state in (first..alpha.len()).rev() {
            let from = if self.skips(state) { state.saturating_sub(2) } else { state.saturating_sub(1) };
            let paths = alpha.get(from..=state).map_or(f32::NEG_INFINITY, log_sum_of_paths);
            if let Some(alpha) = alpha.get_mut(state) {
                *alpha = paths + self.emission(&frame, state);
            }
        }
        alpha.iter_mut().take(first).for_each(|alpha| *alpha = f32::NEG_INFINITY);
        relative_to_best(alpha)
    }

    /// Takes β one frame back: ln of the probability of all paths from each state, without the state's own frame.
    ///
    /// Only the first 2·`before` states can have been reached in the frames before.
    fn retreat(&self, frame: &[f32], beta: &mut [f32], before: usize) {
        let frame = Frame::new(frame);
        for (state, beta) in beta.iter_mut().enumerate() {
            *beta += self.emission(&frame, state);
        }
        let last = beta.len().saturating_sub(1);
        for state in 0..=last {
            let to = if self.skips(state.saturating_add(2)) { state + 2 } else { state + 1 };
            let reached = state < before.saturating_mul(2);
            let paths = beta
                .get(state..=to.min(last))
                .filter(|_| reached)
                .map_or(f32::NEG_INFINITY, log_sum_of_paths);
            if let Some(beta) = beta.get_mut(state) {
                *beta = paths;
            }
        }
        relative_to_best(beta);
    }

    /// Returns −ln of the probability of all paths that have reached the end. Rounding may leave it just below 0: that counts as 0.
    fn finish(alpha: &[f32], best: Total) -> f32 {
        let mut total = best;
        let end = alpha.get(alpha.len().saturating_sub(2)..).unwrap_or(alpha);
        total.add(log_sum_of_paths(end));
        let loss = -total.value();
        if loss <= 0.0 { 0.0 } else { loss }
    }

    pub(super) fn value(&self, logits: &[f32], alpha: &mut [f32]) -> f32 {
        if !has_distributions(logits, self.classes) {
            return f32::NAN;
        }
        let frames = logits.len() / self.classes;
        Self::begin(alpha);
        let mut best = Total::default();
        for (remaining, frame) in (0..frames).rev().zip(logits.chunks_exact(self.classes)) {
            best.add(self.advance(frame, alpha, remaining));
        }
        Self::finish(alpha, best)
    }

    pub(super) fn value_and_gradient(&self, logits: &mut [f32], scale: f32, scratch: &mut [f32]) -> f32 {
        if !has_distributions(logits, self.classes) {
            logits.fill(f32::NAN);
            return f32::NAN;
        }
        let states = self.states();
        let (beta, alphas) = scratch.split_at_mut(states.min(scratch.len()));
        // The room of β holds α of the frame before, until β itself is needed.
        Self::begin(beta);
        let mut best = Total::default();
        let frames = alphas.len() / states;
        let rows = logits.chunks_exact(self.classes).zip(alphas.chunks_exact_mut(states));
        for (remaining, (frame, alpha)) in (0..frames).rev().zip(rows) {
            best.add(self.advance(frame, beta, remaining));
            alpha.copy_from_slice(beta);
        }
        let loss = Self::finish(beta, best);
        if loss == f32::INFINITY {
            logits.fill(0.0);
            return loss;
        }
        beta.fill(f32::NEG_INFINITY);
        beta.iter_mut().rev().take(2).for_each(|end| *end = 0.0);
        let rows = logits.chunks_exact_mut(self.classes).zip(alphas.chunks_exact_mut(states));
        for (before, (frame, alpha)) in rows.enumerate().rev() {
            for (alpha, beta) in alpha.iter_mut().zip(beta.iter()) {
                *alpha += *beta;
            }
            if max(alpha).1 == f32::NEG_INFINITY {
                // Improbable beyond the range of `f32`: no state is known to be likelier than another.
                alpha.fill(0.0);
            } else {
                softmax_in_place(alpha, 1.0);
            }
            self.retreat(frame, beta, before);
            softmax_in_place(frame, 1.0);
            for (state, share) in alpha.iter().enumerate() {
                if let Some(slope) = frame.get_mut(self.class(state)) {
                    *slope -= *share;
                }
            }
            for slope in frame.iter_mut() {
                *slope *= scale;
            }
        }
        loss
    }
}

/// Logits of a frame, their maximum, and ln Σ e^(x − max).
struct Frame<'a> {
    logits: &'a [f32],
    max: f32,
    log_norm: f32,
}

impl<'a> Frame<'a> {
    fn new(logits: &'a [f32]) -> Self {
        let (at, max) = max(logits);
        Self { logits, max, log_norm: ln_1p(sum_of_exp_except(logits, at, max, 1.0)) }
    }
}

/// Returns ln Σ e^x of the two or three states that paths come from, or −∞ if no path comes.
///
/// This is [`log_sum_exp`](crate::math::log_sum_exp) without the steps that it takes for long rows.
fn log_sum_of_paths(x: &[f32]) -> f32 {
    let (at, best) = max(x);
    if best == f32::NEG_INFINITY {
        return best;
    }
    let reference = Reference::new(best);
    let others = x.iter().enumerate().filter(|(i, _)| *i != at);
    best + ln_1p(others.fold(0.0, |sum, (_, x)| sum + reference.exp(*x)))
}

/// Subtracts the largest number and returns it, or −∞ if no state can be reached.
fn relative_to_best(x: &mut [f32]) -> f32 {
    let (_, best) = max(x);
    if best > f32::NEG_INFINITY {
        x.iter_mut().for_each(|x| *x -= best);
    }
    best
}

/// Tells if every frame has a softmax: no NaN, no +∞, and at least one finite logit.
fn has_distributions(logits: &[f32], classes: usize) -> bool {
    logits.iter().all(|x| *x < f32::INFINITY)
        && logits.chunks_exact(classes).all(|frame| max(frame).1 > f32::NEG_INFINITY)
}
