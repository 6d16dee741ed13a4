//! CTC of arrays, whose lengths the compiler checks.

use super::{Ctc, Label};
use crate::error::Error;
use crate::reduction::Reduction;

impl<const K: usize, L: Label> Ctc<K, L> {
    /// Returns the loss of arrays: no frames, or too little scratch, does not compile.
    ///
    /// # Errors
    ///
    /// Returns the other errors of [`value`](Self::value).
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// let ctc = Ctc::<2>::new(0);
    /// let mut scratch = [0.0; Ctc::<2>::value_scratch_len(1)];
    /// let value = ctc.try_value_array(&[[0.0; 2]], &[1], Reduction::Sum, &mut scratch)?;
    /// assert!((value - core::f32::consts::LN_2).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn try_value_array<const T: usize, const S: usize, const N: usize>(
        &self,
        logits: &[[f32; K]; T],
        labels: &[L; S],
        reduction: Reduction,
        scratch: &mut [f32; N],
    ) -> Result<f32, Error> {
        const { assert!(T > 0 && N >= Self::value_scratch_len(S), "a frame, and scratch of value_scratch_len") }
        self.value(logits, labels, reduction, scratch)
    }

    /// Returns the loss of arrays, and writes its gradient: no frames, or too little scratch, does not compile.
    ///
    /// # Errors
    ///
    /// Returns the other errors of [`value_and_gradient`](Self::value_and_gradient).
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// let ctc = Ctc::<2>::new(0);
    /// let mut gradient = [[0.0; 2]];
    /// let mut scratch = [0.0; Ctc::<2>::scratch_len(1, 1)];
    /// ctc.try_value_and_gradient_array(
    ///     &[[0.0; 2]], &[1], Reduction::Sum, &mut gradient, &mut scratch,
    /// )?;
    /// assert!((gradient[0][0] - 0.5).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    ///
    /// ```compile_fail
    /// use microloss::{Ctc, Reduction};
    ///
    /// let (mut gradient, mut scratch) = ([[0.0; 2]], [0.0; 5]);
    /// Ctc::<2>::new(0).try_value_and_gradient_array(
    ///     &[[0.0; 2]], &[1], Reduction::Sum, &mut gradient, &mut scratch,
    /// );
    /// ```
    pub fn try_value_and_gradient_array<const T: usize, const S: usize, const N: usize>(
        &self,
        logits: &[[f32; K]; T],
        labels: &[L; S],
        reduction: Reduction,
        gradient: &mut [[f32; K]; T],
        scratch: &mut [f32; N],
    ) -> Result<f32, Error> {
        const { assert!(T > 0 && N >= Self::scratch_len(T, S), "a frame, and scratch of scratch_len") }
        self.value_and_gradient(logits, labels, reduction, gradient, scratch)
    }

    /// Returns the loss of arrays, and replaces the logits by their gradient: no frames, or too little scratch, does not compile.
    ///
    /// # Errors
    ///
    /// Returns the other errors of [`value_and_gradient_in_place`](Self::value_and_gradient_in_place).
    ///
    /// ```
    /// use microloss::{Ctc, Reduction};
    ///
    /// let ctc = Ctc::<2>::new(0);
    /// let mut logits = [[0.0; 2]];
    /// let mut scratch = [0.0; Ctc::<2>::scratch_len(1, 1)];
    /// ctc.try_value_and_gradient_in_place_array(
    ///     &mut logits, &[1], Reduction::Sum, &mut scratch,
    /// )?;
    /// assert!((logits[0][0] - 0.5).abs() < 1e-6);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    pub fn try_value_and_gradient_in_place_array<const T: usize, const S: usize, const N: usize>(
        &self,
        logits: &mut [[f32; K]; T],
        labels: &[L; S],
        reduction: Reduction,
        scratch: &mut [f32; N],
    ) -> Result<f32, Error> {
        const { assert!(T > 0 && N >= Self::scratch_len(T, S), "a frame, and scratch of scratch_len") }
        self.value_and_gradient_in_place(logits, labels, reduction, scratch)
    }
}
