//! Labels of a sequence without their positions.

use super::{Label, check_label};
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::{Reference, ln_1p, max, softmax_in_place, sum_of_exp_except};
use crate::reduction::{Divisor, Reduction};
use crate::sum::Total;

/// Connectionist temporal classification from logits: −ln of the probability that a sequence of frames spells
/// its labels.
///
/// Every frame holds K logits, one of the K classes is the blank. A path takes one class a frame; merging
/// repeats and then dropping blanks spells a label sequence, and the loss is −ln of the summed probability of
/// all paths that spell the wanted one. The network thus learns *what* was said without being told *when*:
/// keyword spotting, handwriting. One call is one sequence of T frames and S labels (S may be 0: all blank);
/// where the positions are known, [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) learns faster.
///
/// S labels with r pairs of equal neighbours need S + r frames. **Where no path exists** (too few frames, or masked logits of
/// −∞ in the way, or logits further apart than `f32::MAX`) the loss is +∞ and the gradient 0; with
/// [`zero_infinity`](Self::zero_infinity) both are 0, so that one such sequence does not spoil the mean. NaN, +∞ or a frame of
/// −∞ alone make value and gradient NaN.
///
/// `Mean` and `Sum` are the same for one sequence; `Over(n)` divides value and gradient by n: the number of
/// sequences, times the number of labels for PyTorch's mean. The gradient is p_k less the probability that
/// the frame belongs to class k, given the labels.
///
/// Time O(T·(S + K)). Forward and backward variables are logarithms relative to the best of their frame, so a long sequence
/// loses no more digits than a short one. For logits within ±100 and T up to 4 the value is within 5 ULP of the larger of
/// itself and T, the gradient within 3e-5; of 2 000 frames with 100 labels the value is within 3e-6 of itself, the gradient
/// within 3e-4 for logits within ±3 and 2e-3 within ±100. Source: Graves et al., *Connectionist Temporal Classification*,
/// ICML (2006), eq. 6–8 and 16, doi:10.1145/1143844.1143891.
///
/// ```
/// use microloss::{Ctc, Reduction};
///
/// // Two frames of even odds over (blank, a): "a" is spelt by _a, a_ and aa, three of four paths.
/// let ctc = Ctc::<2, u8>::new(0);
/// let mut scratch = [0.0; Ctc::<2, u8>::scratch_len(2, 1)];
/// let mut gradient = [[0.0; 2]; 2];
/// let value = ctc.value_and_gradient(&[[0.0; 2]; 2], &[1], Reduction::Sum, &mut gradient, &mut scratch)?;
/// assert!((value - (4.0_f32 / 3.0).ln()).abs() < 1e-6);
/// // Two of the three have the a in the first frame.
/// assert!((gradient[0][1] - (0.5 - 2.0 / 3.0)).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ctc<const K: usize, L = usize> {
    blank: L,
    zero_infinity: bool,
}

impl<const K: usize, L: Label> Ctc<K, L> {
    /// The loss with this class as the blank.
    #[must_use]
    pub const fn new(blank: L) -> Self {
        Self { blank, zero_infinity: false }
    }

    /// Makes the loss 0 instead of +∞ where no path spells the labels.
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// // One frame cannot spell two labels.
    /// let (ctc, mut scratch) = (Ctc::<3, u8>::new(0), [0.0; Ctc::<3, u8>::value_scratch_len(2)]);
    /// assert_eq!(ctc.value(&[[0.0; 3]], &[1, 2], Reduction::Sum, &mut scratch)?, f32::INFINITY);
    /// assert_eq!(ctc.zero_infinity().value(&[[0.0; 3]], &[1, 2], Reduction::Sum, &mut scratch)?, 0.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn zero_infinity(self) -> Self {
        Self { zero_infinity: true, ..self }
    }

    /// How many numbers of scratch a gradient takes: (T + 1)·(2S + 1), whatever K and L are.
    ///
    /// An array of that length is sized by a constant, for the longest sequence. Generic code takes the scratch as an argument:
    /// constants may not use its parameters.
    ///
    /// ```
    /// use microloss::Ctc;
    ///
    /// assert_eq!(Ctc::<3, u8>::scratch_len(100, 12), 101 * 25);
    /// ```
    #[must_use]
    pub const fn scratch_len(frames: usize, labels: usize) -> usize {
        frames.saturating_add(1).saturating_mul(Self::value_scratch_len(labels))
    }

    /// How many numbers of scratch a value alone takes: 2S + 1.
    ///
    /// ```
    /// use microloss::Ctc;
    ///
    /// assert_eq!(Ctc::<3, u8>::value_scratch_len(12), 25);
    /// ```
    #[must_use]
    pub const fn value_scratch_len(labels: usize) -> usize {
        labels.saturating_mul(2).saturating_add(1)
    }

    /// The loss of a sequence. What `scratch` holds does not matter, and it may be longer than needed.
    ///
    /// # Errors
    ///
    /// [`Error::EmptyBatch`] for no frames; [`Error::Label`] for a label beyond K, with its position;
    /// [`Error::Parameter`] for a blank beyond K, or one that stands among the labels, and for a bad `Over`;
    /// [`Error::Length`] for less scratch than [`value_scratch_len`](Self::value_scratch_len).
    pub fn value(
        &self,
        logits: &[[f32; K]],
        labels: &[L],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let divisor = self.check(logits.len(), labels, reduction)?;
        let scratch = enough(scratch, Self::value_scratch_len(labels.len()))?;
        let value = self.lattice(labels).value(logits.as_flattened(), scratch);
        Ok(self.reduce(value, divisor))
    }

    /// The loss of a sequence, and its gradient with respect to the logits.
    ///
    /// # Errors
    ///
    /// As [`value`](Self::value), with scratch of [`scratch_len`](Self::scratch_len); [`Error::Length`] for
    /// another number of rows of `gradient`.
    pub fn value_and_gradient(
        &self,
        logits: &[[f32; K]],
        labels: &[L],
        reduction: Reduction,
        gradient: &mut [[f32; K]],
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        self.check(logits.len(), labels, reduction)?;
        check_length(Buffer::Gradient, logits.len(), gradient.len())?;
        enough(scratch, Self::scratch_len(logits.len(), labels.len()))?;
        gradient.copy_from_slice(logits);
        self.value_and_gradient_in_place(gradient, labels, reduction, scratch)
    }

    /// The loss of a sequence; the logits are replaced by their gradient. The same bits as
    /// [`value_and_gradient`](Self::value_and_gradient).
    ///
    /// # Errors
    ///
    /// As there.
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// // One frame, one path: the cross-entropy of its label.
    /// let (mut logits, mut scratch) = ([[0.0; 2]], [0.0; Ctc::<2, u8>::scratch_len(1, 1)]);
    /// let ctc = Ctc::new(0);
    /// let value = ctc.value_and_gradient_in_place(&mut logits, &[1_u8], Reduction::Sum, &mut scratch)?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// assert!((logits[0][0] - 0.5).abs() < 1e-6 && (logits[0][1] + 0.5).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn value_and_gradient_in_place(
        &self,
        logits: &mut [[f32; K]],
        labels: &[L],
        reduction: Reduction,
        scratch: &mut [f32],
    ) -> Result<f32, Error> {
        let divisor = self.check(logits.len(), labels, reduction)?;
        let scratch = enough(scratch, Self::scratch_len(logits.len(), labels.len()))?;
        if divisor.is_zero() {
            logits.as_flattened_mut().fill(0.0);
            return Ok(0.0);
        }
        let lattice = self.lattice(labels);
        let value = lattice.value_and_gradient(logits.as_flattened_mut(), divisor.scale(), scratch);
        Ok(self.reduce(value, divisor))
    }

    /// The denominator, if nothing is wrong.
    fn check(&self, frames: usize, labels: &[L], reduction: Reduction) -> Result<Divisor, Error> {
        if frames == 0 {
            return Err(Error::EmptyBatch);
        }
        let blank = self.blank.index();
        check_parameter(blank < K, "blank", "below the number of classes", blank as f32)?;
        for (position, label) in labels.iter().enumerate() {
            check_label(position, *label, K)?;
            check_parameter(label.index() != blank, "labels", "other than the blank", blank as f32)?;
        }
        reduction.check()?;
        // One sequence is the batch.
        Ok(reduction.divisor(1))
    }

    fn lattice<'a>(&self, labels: &'a [L]) -> Lattice<'a, L> {
        Lattice { labels, blank: self.blank.index(), classes: K }
    }

    fn reduce(&self, value: f32, divisor: Divisor) -> f32 {
        if self.zero_infinity && value == f32::INFINITY { 0.0 } else { divisor.reduce(value) }
    }
}

/// The first `expected` numbers of the scratch, if there are as many.
fn enough(scratch: &mut [f32], expected: usize) -> Result<&mut [f32], Error> {
    let actual = scratch.len();
    scratch.get_mut(..expected).ok_or(Error::Length { buffer: Buffer::Scratch, expected, actual })
}

/// The states that a path can be in: before, between and after the labels, and on each of them.
#[derive(Clone, Copy)]
struct Lattice<'a, L> {
    labels: &'a [L],
    blank: usize,
    classes: usize,
}

impl<L: Label> Lattice<'_, L> {
    /// 2S + 1.
    fn states(&self) -> usize {
        2 * self.labels.len() + 1
    }

    /// The class that a path puts out in a state.
    #[inline]
    fn class(&self, state: usize) -> usize {
        if state.is_multiple_of(2) {
            self.blank
        } else {
            self.labels.get(state / 2).map_or(self.blank, |l| l.index())
        }
    }

    /// Whether a path may come from two states before: from one label straight to another one.
    #[inline]
    fn skips(&self, state: usize) -> bool {
        let label = state / 2;
        state % 2 == 1 && label > 0 && self.labels.get(label) != self.labels.get(label.wrapping_sub(1))
    }

    /// ln of the probability that a frame gives to a state's class.
    #[inline]
    fn emission(&self, frame: &Frame<'_>, state: usize) -> f32 {
        let x = frame.logits.get(self.class(state)).copied().unwrap_or(f32::NAN);
        (x - frame.max) - frame.log_norm
    }

    /// Where every path begins, one step before the first frame.
    fn begin(alpha: &mut [f32]) {
        alpha.fill(f32::NEG_INFINITY);
        if let Some(first) = alpha.first_mut() {
            *first = 0.0;
        }
    }

    /// From one frame to the next: ln of the probability of all paths to each state, relative to the best of
    /// them, which is returned. States from which the `remaining` frames do not lead to the end are left out:
    /// they must not be the best.
    fn advance(&self, frame: &[f32], alpha: &mut [f32], remaining: usize) -> f32 {
        let frame = Frame::new(frame);
        let first = alpha.len().saturating_sub(remaining.saturating_mul(2).saturating_add(2));
        // Downwards, so that what a state takes from is still that of the frame before.
        for state in (first..alpha.len()).rev() {
            let from = if self.skips(state) { state.saturating_sub(2) } else { state.saturating_sub(1) };
            let paths = alpha.get(from..=state).map_or(f32::NEG_INFINITY, of_paths);
            if let Some(alpha) = alpha.get_mut(state) {
                *alpha = paths + self.emission(&frame, state);
            }
        }
        alpha.iter_mut().take(first).for_each(|alpha| *alpha = f32::NEG_INFINITY);
        relative_to_best(alpha)
    }

    /// The other way round: ln of the probability of all paths from each state, without its own frame. Only
    /// the first 2·`before` states can have been reached in the frames before.
    fn retreat(&self, frame: &[f32], beta: &mut [f32], before: usize) {
        let frame = Frame::new(frame);
        for (state, beta) in beta.iter_mut().enumerate() {
            *beta += self.emission(&frame, state);
        }
        let last = beta.len().saturating_sub(1);
        for state in 0..=last {
            let to = if self.skips(state.saturating_add(2)) { state + 2 } else { state + 1 };
            let reached = state < before.saturating_mul(2);
            let paths =
                beta.get(state..=to.min(last)).filter(|_| reached).map_or(f32::NEG_INFINITY, of_paths);
            if let Some(beta) = beta.get_mut(state) {
                *beta = paths;
            }
        }
        relative_to_best(beta);
    }

    /// −ln of the probability of all paths that have reached the end; a hair below 0 is 0.
    fn finish(alpha: &[f32], best: Total) -> f32 {
        let mut total = best;
        let end = alpha.get(alpha.len().saturating_sub(2)..).unwrap_or(alpha);
        total.add(of_paths(end));
        let loss = -total.value();
        if loss <= 0.0 { 0.0 } else { loss }
    }

    fn value(&self, logits: &[f32], alpha: &mut [f32]) -> f32 {
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

    fn value_and_gradient(&self, logits: &mut [f32], scale: f32, scratch: &mut [f32]) -> f32 {
        if !has_distributions(logits, self.classes) {
            logits.fill(f32::NAN);
            return f32::NAN;
        }
        let states = self.states();
        let (beta, alphas) = scratch.split_at_mut(states.min(scratch.len()));
        // β's room holds α of the frame before, until β itself is needed.
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

/// A frame's logits, their maximum, and ln Σ e^(x − max).
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

/// ln Σ e^x of the two or three states that paths come from: [`log_sum_exp`](crate::math::log_sum_exp), without what it does for long
/// rows. −∞ where no path comes.
fn of_paths(x: &[f32]) -> f32 {
    let (at, best) = max(x);
    if best == f32::NEG_INFINITY {
        return best;
    }
    let reference = Reference::new(best);
    let others = x.iter().enumerate().filter(|(i, _)| *i != at);
    best + ln_1p(others.fold(0.0, |sum, (_, x)| sum + reference.exp(*x)))
}

/// Subtracts the largest, and returns it; −∞ where no state can be reached.
fn relative_to_best(x: &mut [f32]) -> f32 {
    let (_, best) = max(x);
    if best > f32::NEG_INFINITY {
        x.iter_mut().for_each(|x| *x -= best);
    }
    best
}

/// Whether every frame has a softmax: no NaN, no +∞, and one finite logit at least.
fn has_distributions(logits: &[f32], classes: usize) -> bool {
    logits.iter().all(|x| *x < f32::INFINITY)
        && logits.chunks_exact(classes).all(|frame| max(frame).1 > f32::NEG_INFINITY)
}
