//! Cross-entropy of a label sequence whose positions in time are not known.

mod array;
mod lattice;
mod wide;

use self::lattice::Lattice;
use super::{Label, check_label};
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::reduction::{Divisor, Reduction};

/// CTC loss (connectionist temporal classification) from logits: −ln of the probability that a sequence of frames spells its labels.
///
#[doc = card!(own Ctc: "`[[f32; K]]`, logits of T frames", "`[L]`, S labels below K", "[`value`](Self::value), [`value_and_gradient`](Self::value_and_gradient), [`value_and_gradient_in_place`](Self::value_and_gradient_in_place)")]
///
/// Every frame holds K logits, and one of the K classes is the blank. A path takes one class per frame. Merging repeats and then
/// dropping blanks spells a label sequence. The loss is −ln of the summed probability of all paths that spell the wanted one. The
/// network thus learns *what* was said without being told *when*: keyword spotting, handwriting. One call is one sequence of T
/// frames and S labels; S = 0 means all blank. If the positions are known, [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy)
/// learns faster.
///
/// **Parameter**: `blank` is the class of the blank. It must not stand among the labels.
///
/// S labels with r pairs of equal neighbours need S + r frames. **If no path exists** (too few frames, or masked logits of −∞ in
/// the way, or logits further apart than `f32::MAX`), the loss is +∞ and the gradient 0. With
/// [`zero_infinity`](Self::zero_infinity) both are 0, so that one such sequence does not spoil the mean. NaN, +∞ or a frame of −∞
/// alone make value and gradient NaN.
///
/// `Mean` and `Sum` are the same for one sequence. `Over(n)` divides value and gradient by n: pass the number N of sequences, or
/// N·max(1, S) for PyTorch's mean. S alone may be 0, and `Over(0)` would make value and gradient 0. The gradient is p_k less the
/// probability that the frame belongs to class k, given the labels.
///
/// Time O(T·(S + K)). The probability of the paths to a state keeps an exponent of its own, so nothing underflows, and a long
/// sequence loses no more digits than a short one. The way back needs no second recursion: it divides the gradient's probabilities
/// by the shares that the way forward has left in the scratch.
///
/// **Error**: for logits within ±100 and T up to 4, the value is within 5 ULP of the larger of itself and T, the gradient within
/// 3e-6. For 2 000 frames with 100 labels, the value is within 2e-7 of itself, the gradient within 1e-5. A loss near 0 keeps its
/// digits: if every frame is sure of its label, the value is within 5e-7 of itself, also at 1e-12. **Source**: Graves et al.,
/// *Connectionist Temporal Classification*, ICML (2006), eq. 6–8 and 16, doi:10.1145/1143844.1143891.
///
/// **Run it**: `cargo run --release --example keywords`.
///
/// ```
/// use microloss::{Ctc, Reduction};
///
/// // Two frames of even odds over (blank, a). "a" is spelt by _a, a_ and aa:
/// // three of four paths.
/// let ctc = Ctc::<2, u8>::new(0);
/// let logits = [[0.0; 2]; 2];
/// let mut scratch = [0.0; Ctc::<2, u8>::scratch_len(2, 1)];
/// let mut gradient = [[0.0; 2]; 2];
/// let value = ctc.value_and_gradient(
///     &logits, &[1], Reduction::Sum, &mut gradient, &mut scratch,
/// )?;
/// assert!((value - (4.0_f32 / 3.0).ln()).abs() < 1e-6);
/// // Two of the three have the a in the first frame.
/// assert!((gradient[0][1] - (0.5 - 2.0 / 3.0)).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Ctc<const K: usize, L = u8> {
    blank: L,
    zero_infinity: bool,
}

impl<const K: usize, L: Copy> Ctc<K, L> {
    /// Creates the loss with class `blank` as the blank.
    #[must_use]
    pub const fn new(blank: L) -> Self {
        Self { blank, zero_infinity: false }
    }

    /// Makes the loss 0 instead of +∞ if no path spells the labels.
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// // One frame cannot spell two labels.
    /// let (ctc, frames, labels) = (Ctc::<3, u8>::new(0), [[0.0; 3]], [1, 2]);
    /// let mut scratch = [0.0; Ctc::<3, u8>::value_scratch_len(2)];
    /// let value = ctc.value(&frames, &labels, Reduction::Sum, &mut scratch)?;
    /// assert_eq!(value, f32::INFINITY);
    /// let ctc = ctc.zero_infinity();
    /// let value = ctc.value(&frames, &labels, Reduction::Sum, &mut scratch)?;
    /// assert_eq!(value, 0.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn zero_infinity(self) -> Self {
        Self { zero_infinity: true, ..self }
    }

    /// Returns how many numbers of scratch a gradient takes: (T + 1)·(2S + 1), whatever K and L are.
    ///
    /// Size an array of that length by a constant, for the longest sequence. Generic code takes the scratch as an argument,
    /// because constants may not use its parameters.
    ///
    /// ```
    /// use microloss::Ctc;
    ///
    /// assert_eq!(Ctc::<3, u8>::scratch_len(100, 12), 101 * 25);
    /// ```
    #[must_use]
    pub const fn scratch_len(frames: usize, labels: usize) -> usize {
        frames.saturating_add(1).saturating_mul(states(labels))
    }

    /// Returns how many numbers of scratch a value alone takes: 2·(2S + 1).
    ///
    /// ```
    /// use microloss::Ctc;
    ///
    /// assert_eq!(Ctc::<3, u8>::value_scratch_len(12), 2 * 25);
    /// ```
    #[must_use]
    pub const fn value_scratch_len(labels: usize) -> usize {
        states(labels).saturating_mul(2)
    }
}

impl<const K: usize, L: Label> Ctc<K, L> {
    /// Returns the loss of a sequence.
    ///
    /// The content of `scratch` does not matter, and it may be longer than needed.
    ///
    /// # Errors
    ///
    /// * [`Error::EmptyBatch`] if there are no frames;
    /// * [`Error::Label`] if a label is not below K, with its position;
    /// * [`Error::Parameter`] if the blank is not below K, or stands among the labels, or if `Over` is bad;
    /// * [`Error::Length`] if the scratch is shorter than [`value_scratch_len`](Self::value_scratch_len).
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

    /// Returns the loss of a sequence, and writes its gradient with respect to the logits.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`value`](Self::value), with scratch of [`scratch_len`](Self::scratch_len), and [`Error::Length`] if
    /// `gradient` has another number of rows.
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

    /// Returns the loss of a sequence, and replaces the logits by their gradient.
    ///
    /// The bits are those of [`value_and_gradient`](Self::value_and_gradient).
    ///
    /// # Errors
    ///
    /// Returns the errors of [`value`](Self::value), with scratch of [`scratch_len`](Self::scratch_len).
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// // One frame, one path: the cross-entropy of its label.
    /// let mut logits = [[0.0; 2]];
    /// let mut scratch = [0.0; Ctc::<2, u8>::scratch_len(1, 1)];
    /// let value = Ctc::new(0).value_and_gradient_in_place(
    ///     &mut logits, &[1_u8], Reduction::Sum, &mut scratch,
    /// )?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// assert!((logits[0][0] - 0.5).abs() < 1e-6);
    /// assert!((logits[0][1] + 0.5).abs() < 1e-6);
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

    /// Returns the denominator, if nothing is wrong.
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

/// Returns the number of states of a path: on each of S labels, before, between and behind them.
const fn states(labels: usize) -> usize {
    labels.saturating_mul(2).saturating_add(1)
}

/// Returns the first `expected` numbers of the scratch, if there are as many.
fn enough(scratch: &mut [f32], expected: usize) -> Result<&mut [f32], Error> {
    let actual = scratch.len();
    scratch.get_mut(..expected).ok_or(Error::Length { buffer: Buffer::Scratch, expected, actual })
}
